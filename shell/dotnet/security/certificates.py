"""System.Security.Cryptography.X509Certificates.X509Certificate2 and the types of its properties."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from organization.certificates import x509
from shell.dotnet.numbers.convert import byte_array
from shell.lazy import lazy
from shell.machine import disk
from shell.types import named
from shell.types.conversion.conversion import convert
from shell.types.registry.declarations import clr_class, clr_constructor, clr_method, clr_property
from shell.values.errors import SystemException, exception_class
from shell.values.objects import PSCustomObject, Value

if TYPE_CHECKING:
    from organization.certificates.x509 import Facts
    from shell.types.members import access
else:
    access = lazy("shell.types.members.access", globals())

_SPACE: Final = "System.Security.Cryptography.X509Certificates."
CryptographicException: Final = exception_class(
    "System.Security.Cryptography.CryptographicException", SystemException, __name__
)


@clr_class("System.Security.Cryptography.Oid", properties="Value:string=rw FriendlyName:string=rw")
class Oid:
    """An object identifier and its name."""

    @clr_constructor("string oid")
    @clr_constructor("string value, string friendlyName")
    def __init__(self, value: str, friendly_name: str = "") -> None:
        self.value = value
        self.friendly_name = friendly_name

    def __str__(self) -> str:
        return "System.Security.Cryptography.Oid"


@clr_class(
    "Microsoft.PowerShell.Commands.EnhancedKeyUsageRepresentation", properties="FriendlyName:string ObjectId:string"
)
class EnhancedKeyUsage:
    """An extended key usage."""

    def __init__(self, friendly_name: str, object_id: str) -> None:
        self.friendly_name = friendly_name
        self.object_id = object_id

    def __str__(self) -> str:
        return f"{self.friendly_name} ({self.object_id})"


@clr_class("Microsoft.PowerShell.Commands.DnsNameRepresentation", properties="Punycode:string Unicode:string")
class DnsName:
    """A DNS name of a certificate."""

    def __init__(self, name: str) -> None:
        self.punycode = self.unicode = name

    def __str__(self) -> str:
        return self.unicode


@clr_class(_SPACE + "X500DistinguishedName", properties="Name:string")
class X500Name:
    """A distinguished name."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __str__(self) -> str:
        return _SPACE + "X500DistinguishedName"


@clr_class(
    _SPACE + "X509Certificate2",
    properties="FriendlyName:string=rw HasPrivateKey:bool Archived:bool=rw",
    interfaces="System.IDisposable",
)
class X509Certificate2:
    """A certificate. Friendly name and private key are properties of the store, not of the certificate."""

    def __init__(self, der: bytes, *, friendly_name: str = "", has_private_key: bool = False) -> None:
        self.der = der
        self.friendly_name = friendly_name
        self.has_private_key = has_private_key
        self.archived = False
        self.facts: Facts = x509.facts(der)

    @clr_constructor("byte[] rawData")
    @staticmethod
    def of_octets(data: Any) -> X509Certificate2:
        """Parse a certificate in DER or PEM; raises CryptographicException."""
        return _read(bytes(data))

    @clr_constructor("string fileName")
    @clr_constructor("string fileName, string password")
    @staticmethod
    def of_file(path: str, password: str = "") -> X509Certificate2:
        """Read a certificate file; raises CryptographicException."""
        with disk.open_file(path, "rb") as file:
            return _read(file.read(), password)

    def __str__(self) -> str:
        return "\n".join(
            f"[{label}]\n  {text}\n"
            for label, text in (
                ("Subject", self.facts.subject),
                ("Issuer", self.facts.issuer),
                ("Serial Number", self.facts.serial_number),
                ("Not Before", _text(self.facts.not_before)),
                ("Not After", _text(self.facts.not_after)),
                ("Thumbprint", self.facts.thumbprint),
            )
        )

    @clr_property("Thumbprint", "string")
    def thumbprint(self) -> str:
        """Return the thumbprint."""
        return self.facts.thumbprint

    @clr_property("Subject", "string")
    def subject(self) -> str:
        """Return the subject."""
        return self.facts.subject

    @clr_property("Issuer", "string")
    def issuer(self) -> str:
        """Return the issuer."""
        return self.facts.issuer

    @clr_property("SubjectName", _SPACE + "X500DistinguishedName")
    def subject_name(self) -> Value:
        """Return the subject."""
        return X500Name(self.facts.subject)

    @clr_property("IssuerName", _SPACE + "X500DistinguishedName")
    def issuer_name(self) -> Value:
        """Return the issuer."""
        return X500Name(self.facts.issuer)

    @clr_property("NotBefore", "datetime")
    def not_before(self) -> Value:
        """Return the start of validity in local time."""
        return _date(self.facts.not_before)

    @clr_property("NotAfter", "datetime")
    def not_after(self) -> Value:
        """Return the end of validity in local time."""
        return _date(self.facts.not_after)

    @clr_property("SerialNumber", "string")
    def serial_number(self) -> str:
        """Return the serial number."""
        return self.facts.serial_number

    @clr_property("Version", "int")
    def version(self) -> int:
        """Return the X.509 version, 3."""
        return 3

    @clr_property("SignatureAlgorithm", "System.Security.Cryptography.Oid")
    def signature_algorithm(self) -> Value:
        """Return the signature algorithm."""
        return Oid("", self.facts.signature_algorithm)

    @clr_property("RawData", "byte[]")
    def raw_data(self) -> Value:
        """Return the certificate in DER."""
        return byte_array(self.der)

    @clr_property("PublicKey", "object")
    def public_key(self) -> Value:
        """Return the public key, which shows its size."""
        return PSCustomObject({"Key": PSCustomObject({"KeySize": self.facts.key_size})})

    @clr_property("EnhancedKeyUsageList", "object")
    def enhanced_key_usage_list(self) -> Value:
        """Return the extended key usages."""
        if not self.facts.for_servers:
            return []
        return [EnhancedKeyUsage("Server Authentication", "1.3.6.1.5.5.7.3.1")]

    @clr_property("DnsNameList", "object")
    def dns_name_list(self) -> Value:
        """Return the DNS names."""
        return [DnsName(each) for each in self.facts.domains]

    @clr_property("SendAsTrustedIssuer", "bool")
    def send_as_trusted_issuer(self) -> bool:
        """Return whether the server sends it as a trusted issuer."""
        return False

    @clr_method("GetExpirationDateString", "-> string")
    def expiration(self) -> str:
        """Return the end of validity."""
        return _text(self.facts.not_after)

    @clr_method("GetEffectiveDateString", "-> string")
    def effective(self) -> str:
        """Return the start of validity."""
        return _text(self.facts.not_before)

    @clr_method("GetSerialNumberString", "-> string")
    def serial(self) -> str:
        """Return the serial number."""
        return self.facts.serial_number

    @clr_method("GetCertHashString", "-> string")
    def hash(self) -> str:
        """Return the thumbprint."""
        return self.facts.thumbprint

    @clr_method("GetName", "-> string")
    def get_name(self) -> str:
        """Return the subject."""
        return self.facts.subject

    @clr_method("GetIssuerName", "-> string")
    def get_issuer_name(self) -> str:
        """Return the issuer."""
        return self.facts.issuer

    @clr_method("GetRawCertData", "-> byte[]")
    def raw(self) -> Value:
        """Return the certificate in DER."""
        return byte_array(self.der)

    @clr_method("Verify", "-> bool")
    def verify(self) -> bool:
        """Return True if it is valid now; self-signed certificates count as trusted."""
        from datetime import UTC

        return self.facts.not_before <= datetime.now(UTC) <= self.facts.not_after

    @clr_method("Dispose", "-> void")
    @clr_method("Reset", "-> void")
    def dispose(self) -> None:
        """Do nothing: no resource is held."""


def _read(data: bytes, password: str = "") -> X509Certificate2:
    try:
        found = x509.read(data, password)
    except x509.Unreadable:
        raise CryptographicException("Cannot find the requested object.") from None
    return X509Certificate2(found.der, friendly_name=found.friendly_name, has_private_key=found.key is not None)


def _date(moment: datetime) -> Value:
    return convert(moment.astimezone().strftime("%Y-%m-%dT%H:%M:%S"), named("System.DateTime"))


def _text(moment: datetime) -> str:
    return str(access.call_method(_date(moment), "ToString", [], None))


__all__ = ["CryptographicException", "DnsName", "EnhancedKeyUsage", "Oid", "X500Name", "X509Certificate2"]
