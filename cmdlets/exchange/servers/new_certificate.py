"""New-ExchangeCertificate: a self-signed certificate, a certificate request, or a renewal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any, ClassVar

from organization.certificates import store, x509
from organization.certificates.names import common_name, parse_name
from organization.errors import OrganizationError, RuleBroken
from organization.objects.accepted_domain import AcceptedDomain
from organization.objects.certificate import AllowedServices, ExchangeCertificate
from organization.values.errors import BadValue
from shell.dotnet.numbers.convert import byte_array
from shell.engine.commands.cmdlet import Example, parameter
from shell.types.conversion.text import to_string
from shell.values.objects import PSCustomObject

from ..parameters import parameter_for
from ..records import Record
from .certificate_base import CertificateCmdlet

DEFAULT_SERVICES = AllowedServices.IMAP | AllowedServices.POP | AllowedServices.SMTP
_HOST = re.compile(r"(?:\*\.)?[\w-]{1,63}(?:\.[\w-]{1,63})*")
_KEY_SIZES = (1024, 2048, 4096)


class NewExchangeCertificate(CertificateCmdlet, verb="New", noun="ExchangeCertificate", default_set="Certificate"):
    """Create a self-signed certificate, or with -GenerateRequest a request for a certification authority."""

    supports_should_process: ClassVar[bool] = True
    examples = (
        Example("New-ExchangeCertificate -DomainName mail.contoso.com -Force", "A self-signed certificate for a name."),
        Example(
            "New-ExchangeCertificate -GenerateRequest -SubjectName 'C=US, O=Contoso, CN=mail.contoso.com' "
            "-DomainName autodiscover.contoso.com -PrivateKeyExportable $true",
            "A request to a certification authority.",
        ),
    )

    domain_name: Any = parameter("string[]", help="The host names that the certificate is for.")
    subject_name: str = parameter("string", help="The subject name: C=US, O=Contoso, CN=mail.contoso.com.")
    services: Any = parameter_for(ExchangeCertificate.by_attribute["services"], sets=("Certificate",))
    generate_request: bool = parameter(
        "switch",
        sets=("Request",),
        mandatory=True,
        help="Create a certificate request instead of a self-signed certificate.",
    )
    binary_encoded: bool = parameter(
        "switch", sets=("Request",), help="Write the request as binary DER instead of text."
    )
    path: str = parameter("string", sets=("Request",), aliases=("RequestFile",), help="Write the request to a file.")
    friendly_name: str = parameter("string", default=store.FRIENDLY_NAME, help="The friendly name.")
    include_accepted_domains: bool = parameter("switch", help="Include the accepted domains.")
    include_auto_discover: bool = parameter("switch", help="Include autodiscover.<domain> of each accepted domain.")
    include_server_fqdn: bool = parameter(
        "switch", name="IncludeServerFQDN", help="Include the server's fully qualified name."
    )
    include_server_net_bios_name: bool = parameter(
        "switch", name="IncludeServerNetBIOSName", help="Include the server's NetBIOS name."
    )
    instance: Any = parameter("object", pipeline=True, help="A certificate to renew: its names, with a new key.")
    key_size: int = parameter("int", default=2048, help="The size of the key in bits: 1024, 2048 or 4096.")
    private_key_exportable: bool = parameter("bool", default=False, help="Whether the private key may be exported.")
    subject_key_identifier: str = parameter("string", help="The subject key identifier. Kept without effect.")
    force: bool = parameter("switch", help="Replace the default SMTP certificate without a question.")

    def process(self) -> None:
        """Create the certificate or the request."""
        try:
            self._make()
        except OrganizationError as error:
            self.report(error)

    def _make(self) -> None:
        if self.key_size not in _KEY_SIZES:
            raise RuleBroken(f"The key size {self.key_size} is not supported. Use 1024, 2048 or 4096 bits.")
        renewed = self._renewed()
        domains = list(dict.fromkeys(self._domains(renewed)))
        for domain in domains:
            if not _HOST.fullmatch(domain) or len(domain) > 255:
                raise RuleBroken(f'"{domain}" is not a valid domain name.')
        subject, domains = self._subject(renewed, domains)
        if not self.should_process(subject, message=f'Creating a certificate with subject "{subject}".'):
            return
        key = x509.new_key(self.key_size)
        begin = datetime.now(UTC).replace(microsecond=0)
        lifetime = store.lifetime(self.organization.profile.version)
        der = x509.self_signed(subject, domains, key, begin - timedelta(seconds=1), begin + lifetime)
        made = store.new_certificate(
            self.organization,
            der,
            key,
            friendly_name=self.friendly_name,
            private_key_exportable=self.private_key_exportable,
            subject_key_identifier=self.subject_key_identifier or None,
        )
        if self.generate_request:
            self._request(made.replace(request=x509.request(subject, domains, key)))
        else:
            self._install(made, renewed)

    def _renewed(self) -> ExchangeCertificate | None:
        if self.instance is None:
            return None
        model = self.instance.model if isinstance(self.instance, Record) else None
        if not isinstance(model, ExchangeCertificate):
            raise RuleBroken("The Instance parameter takes a certificate that Get-ExchangeCertificate has written.")
        return model

    def _domains(self, renewed: ExchangeCertificate | None) -> Iterator[str]:
        forest = self.organization.forest
        accepted = [item.domain_name.domain for item in self.organization.all(AcceptedDomain)]
        yield from (to_string(domain) for domain in self.domain_name or ())
        if renewed is not None and not self.domain_name:
            yield from renewed.certificate_domains
        if self.include_server_net_bios_name:
            yield forest.server
        if self.include_server_fqdn:
            yield forest.server_fqdn
        if self.include_accepted_domains:
            yield from accepted
        if self.include_auto_discover:
            yield from (f"autodiscover.{domain}" for domain in accepted)

    def _subject(self, renewed: ExchangeCertificate | None, domains: list[str]) -> tuple[str, list[str]]:
        """Return the subject, and the host names with the common name first."""
        if not domains and not self.subject_name:
            domains = store.server_names(self.organization)
        subject = self.subject_name or (renewed.subject if renewed is not None else f"CN={domains[0]}")
        try:
            name = common_name(parse_name(subject))
        except BadValue as error:
            raise RuleBroken(f"The SubjectName parameter is not valid. {error.text}") from None
        if _HOST.fullmatch(name) and name.casefold() not in (domain.casefold() for domain in domains):
            domains = [name, *domains]
        return subject, domains

    def _request(self, pending: ExchangeCertificate) -> None:
        """Store the request until the answer arrives, and write it."""
        self.organization.put(pending)
        assert pending.request is not None
        text = x509.pem(pending.request, "NEW CERTIFICATE REQUEST")
        if self.path:
            self.write_file(self.path, pending.request if self.binary_encoded else text.encode("ascii"))
            self.emit(pending)
        elif self.binary_encoded:
            names = ["Microsoft.Exchange.Data.BinaryFileDataObject", "System.Object"]
            self.write(PSCustomObject({"FileData": byte_array(pending.request), "IsValid": True}, names))
        else:
            self.write(text)

    def _install(self, made: ExchangeCertificate, renewed: ExchangeCertificate | None) -> None:
        if self.services is not None:
            services = AllowedServices(int(self.services))
        else:
            services = renewed.services if renewed is not None else DEFAULT_SERVICES
        default = AllowedServices.SMTP in services
        replaces = default and self.may_become_default(made, self.force)
        stored = self.organization.put(made.replace(services=services))
        self.take_over(stored)
        if replaces:
            store.use_for_transport(self.organization, stored)
        self.emit(stored)
