"""Certificates of an Exchange server, as *-ExchangeCertificate shows them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from ..certificates import x509
from ..directory import DirectoryObject
from ..names import ADObjectId, Forest
from ..properties import Kind, Many, derived, prop
from ..values.enums import Choice, Flags

OCTETS = Kind("Byte[]", bytes)
ACCESS_RULE = "System.Security.AccessControl.CryptoKeyAccessRule"


class AllowedServices(Flags):
    """What a certificate may be used for."""

    IMAP = 1
    POP = 2
    UM = 4
    IIS = 8
    SMTP = 16
    Federation = 32
    UMCallRouter = 64


class CertificateStatus(Choice):
    """Whether a certificate can be used."""

    Unknown = 0
    Valid = 1
    Revoked = 2
    DateInvalid = 3
    Untrusted = 4
    Invalid = 5
    RevocationCheckFailure = 6
    PendingRequest = 7


class RootCAType(Choice):
    """Who vouches for a certificate."""

    None_ = 0
    ThirdParty = 1
    Enterprise = 2
    Registry = 3
    GroupPolicy = 4
    Unknown = 5


def _local(moment: datetime) -> datetime:
    return moment.astimezone().replace(tzinfo=None)


class ExchangeCertificate(DirectoryObject):
    """A certificate in the server's store. It is no object of the directory, so little of one shows."""

    noun = "certificate"
    only_ordered = True
    order = (
        "access_rules",
        "certificate_domains",
        "certificate_request",
        "iis_services",
        "is_self_signed",
        "key_identifier",
        "root_ca_type",
        "services",
        "status",
        "subject_key_identifier",
        "private_key_exportable",
        "public_key_size",
        "services_string_form",
        "identity",
        "archived",
        "friendly_name",
        "issuer_name",
        "not_after",
        "not_before",
        "has_private_key",
        "raw_data",
        "serial_number",
        "subject_name",
        "signature_algorithm",
        "thumbprint",
        "version",
        "issuer",
        "subject",
    )

    der: bytes = prop(OCTETS, hidden=True)
    key: bytes | None = prop(OCTETS, default=None, hidden=True)
    issuers: tuple[bytes, ...] = prop(Many(OCTETS), default=(), hidden=True)
    """The certificates that vouch for it, the nearest first."""
    request: bytes | None = prop(OCTETS, default=None, hidden=True)
    """The request that waits for its certificate; `der` is a stand-in then."""
    server_fqdn: str = prop(str, default="", hidden=True)

    access_rules: tuple[str, ...] = derived(
        "MultiValuedProperty", lambda self: (ACCESS_RULE,) * (2 if self.has_private_key else 0)
    )
    certificate_domains: tuple[str, ...] = derived("MultiValuedProperty", lambda self: self.facts.domains)
    certificate_request: str | None = derived(
        str, lambda self: x509.pem(self.request, "NEW CERTIFICATE REQUEST") if self.request else None, since="2010"
    )
    iis_services: tuple[str, ...] = derived(
        "MultiValuedProperty",
        lambda self: (f"IIS://{self.server_fqdn}/W3SVC/1",) if AllowedServices.IIS in self.services else (),
        name="IisServices",
    )
    is_self_signed: bool = derived(bool, lambda self: self.facts.self_signed)
    key_identifier: str = derived(str, lambda self: self.facts.key_identifier)
    root_ca_type: RootCAType = derived(
        RootCAType,
        lambda self: RootCAType.None_ if self.facts.self_signed else RootCAType.Unknown,
        name="RootCAType",
    )
    services: AllowedServices = prop(AllowedServices, default="None", help="What the certificate is used for.")
    status: CertificateStatus = derived(CertificateStatus, lambda self: self._status())
    subject_key_identifier: str | None = prop(str, default=None, read_only=True)
    private_key_exportable: bool = prop(bool, default=False, read_only=True)
    public_key_size: int = derived(int, lambda self: self.facts.key_size)
    services_string_form: str = derived(str, lambda self: self.letters(), since="2010")
    identity: ADObjectId = derived(
        "ADObjectId",
        lambda self: ADObjectId(self.guid, self.distinguished_name, self.identity_text()),
        since="2010",
    )
    archived: bool = derived(bool, lambda self: False)
    friendly_name: str = prop(str, default="", read_only=True)
    issuer_name: str = derived(str, lambda self: "System.Security.Cryptography.X509Certificates.X500DistinguishedName")
    not_after: datetime = derived(datetime, lambda self: _local(self.facts.not_after))
    not_before: datetime = derived(datetime, lambda self: _local(self.facts.not_before))
    has_private_key: bool = derived(bool, lambda self: self.key is not None)
    raw_data: bytes = derived(OCTETS, lambda self: self.der)
    serial_number: str = derived(str, lambda self: self.facts.serial_number)
    subject_name: str = derived(str, lambda self: "System.Security.Cryptography.X509Certificates.X500DistinguishedName")
    signature_algorithm: str = derived(str, lambda self: "System.Security.Cryptography.Oid")
    thumbprint: str = derived(str, lambda self: self.facts.thumbprint)
    version: int = derived(int, lambda self: 3)
    issuer: str = derived(str, lambda self: self.facts.issuer)
    subject: str = derived(str, lambda self: self.facts.subject)

    @property
    def facts(self) -> x509.Facts:
        """What the certificate itself says."""
        return x509.facts(self.der)

    @classmethod
    def container(cls, forest: Forest, values: Mapping[str, Any]) -> str:
        """In the server."""
        return f"CN=Certificates,{forest.server_dn(forest.server)}"

    def identity_text(self) -> str:
        """`ex01.contoso.com\\THUMBPRINT`."""
        return f"{self.server_fqdn}\\{self.name}"

    def letters(self, places: str = "IPUWSFC") -> str:
        """The services by their letters, each in its place: `IP.WS..`."""
        bits = {"I": 1, "P": 2, "U": 4, "W": 8, "S": 16, "F": 32, "C": 64}
        return "".join(letter if int(self.services) & bits[letter] else "." for letter in places)

    def can_be_shown(self) -> bool:
        """Whether a service could show it to clients, were it not for its dates."""
        return self.key is not None and self.request is None and self.facts.for_servers

    def is_usable(self) -> bool:
        """Whether a service could show it to clients now."""
        return self.can_be_shown() and x509.is_valid_at(self.facts)

    def _status(self) -> CertificateStatus:
        if self.request is not None:
            return CertificateStatus.PendingRequest
        return CertificateStatus.Valid if x509.is_valid_at(self.facts) else CertificateStatus.DateInvalid

    def identity_keys(self) -> Iterator[str]:
        """By its thumbprint, which is its name, alone or behind the server's."""
        yield from super().identity_keys()
        yield f"{self.server_fqdn.partition('.')[0]}\\{self.name}"
