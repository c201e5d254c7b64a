"""Cmdlets that show, enable, import, export and remove the server's certificates."""

from __future__ import annotations

from typing import Any, ClassVar

from organization.certificates import store, x509
from organization.certificates.choice import covers
from organization.errors import OrganizationError
from organization.objects.certificate import AllowedServices, ExchangeCertificate
from shell.dotnet.numbers.convert import byte_array
from shell.engine.commands.cmdlet import Example, Impact, SetMembership, parameter
from shell.types.conversion.text import to_string
from shell.values.objects import PSCustomObject

from ..conversion import secret_text
from ..identities import IdParameter, id_type
from ..parameters import parameter_for
from .certificate_base import CertificateCmdlet

_BY_THUMBPRINT = {"Thumbprint": SetMembership(mandatory=True, position=0, by_property_name=True)}


def _thumbprints(session: Any, word: str) -> list[str]:
    found = (item.thumbprint for item in store.certificates(session.organization))
    return [thumbprint for thumbprint in found if thumbprint.lower().startswith(word.lower())]


class GetExchangeCertificate(CertificateCmdlet, verb="Get", noun="ExchangeCertificate", default_set="Thumbprint"):
    """Show the certificates of the server."""

    examples = (
        Example("Get-ExchangeCertificate", "All certificates, and which services use them."),
        Example("Get-ExchangeCertificate -DomainName ex01.contoso.com | Format-List", "Certificates for a host name."),
    )
    thumbprint: str = parameter(
        "string",
        sets={"Thumbprint": SetMembership(position=0, by_property_name=True)},
        completer=_thumbprints,
        help="The certificate with this thumbprint.",
    )
    identity: IdParameter | None = parameter(
        id_type("ExchangeCertificate"),
        sets=("Identity",),
        mandatory=True,
        help="The certificate as server\\thumbprint.",
    )
    domain_name: Any = parameter("string[]", help="Only certificates for one of these host names.")

    def process(self) -> None:
        """Write the certificates, the newest last."""
        wanted = self.thumbprint or (self.identity.text if self.identity is not None else "")
        try:
            found = [self.named(wanted)] if wanted else store.certificates(self.organization)
        except OrganizationError as error:
            self.report(error)
            return
        for item in found:
            if not self.domain_name or any(
                covers(domain, to_string(host)) for domain in item.certificate_domains for host in self.domain_name
            ):
                self.emit(item)


class _OfOne(CertificateCmdlet):
    """A cmdlet for one certificate."""

    supports_should_process: ClassVar[bool] = True
    default_set = "Thumbprint"

    thumbprint: str = parameter(
        "string", sets=_BY_THUMBPRINT, completer=_thumbprints, help="The thumbprint of the certificate."
    )
    identity: IdParameter | None = parameter(
        id_type("ExchangeCertificate"),
        sets=("Identity",),
        mandatory=True,
        help="The certificate as server\\thumbprint.",
    )

    def process(self) -> None:
        """Run the operation on the named certificate."""
        try:
            self.handle(self.named(self.thumbprint or (self.identity.text if self.identity is not None else "")))
        except OrganizationError as error:
            self.report(error)

    def handle(self, item: ExchangeCertificate) -> None:
        """Run the operation. Raises OrganizationError."""
        raise NotImplementedError


class EnableExchangeCertificate(_OfOne, verb="Enable", noun="ExchangeCertificate"):
    """Enable a certificate for services, in addition to those it serves already."""

    examples = (
        Example("Get-ExchangeCertificate | Enable-ExchangeCertificate -Services SMTP -Force", "Use it for STARTTLS."),
    )
    services: Any = parameter_for(ExchangeCertificate.by_attribute["services"], mandatory=True)
    force: bool = parameter("switch", help="Replace the default SMTP certificate without a question.")
    do_not_require_ssl: bool = parameter(
        "switch", help="Whether to require SSL on the web site. No effect: the lab has no web sites."
    )
    network_service_allowed: bool = parameter(
        "switch", help="Access to the private key for Network Service. No effect: the lab has no file permissions."
    )

    def handle(self, item: ExchangeCertificate) -> None:
        """Add the services."""
        if item.request is not None or item.key is None:
            raise self.unusable(item, "PrivateKeyMissing")
        if not item.is_usable():
            raise self.unusable(item, "DateInvalid" if item.facts.for_servers else "InvalidEnhancedKeyUsage")
        services = AllowedServices(int(self.services))
        message = f"Enabling certificate with thumbprint {item.thumbprint} for services {services}."
        if not self.should_process(item.thumbprint, message=message):
            return
        default = AllowedServices.SMTP in services
        if default and not self.may_become_default(item, self.force):
            return
        enabled = self.organization.update(item, services=item.services | services)
        self.take_over(enabled)
        if default:
            store.use_for_transport(self.organization, enabled)


class RemoveExchangeCertificate(_OfOne, verb="Remove", noun="ExchangeCertificate"):
    """Remove a certificate or a pending certificate request; asks first."""

    impact: ClassVar[Impact] = Impact.HIGH

    def handle(self, item: ExchangeCertificate) -> None:
        """Remove the certificate, unless the transport service needs it."""
        if not self.should_process(item.thumbprint, message=f"Remove certificate with thumbprint {item.thumbprint}?"):
            return
        if item.thumbprint == store.internal_thumbprint(self.organization):
            raise self.failure(
                "The internal transport certificate cannot be removed because that would cause the Microsoft Exchange "
                "Transport service to stop. To replace the internal transport certificate, create a new certificate. "
                "The new certificate will automatically become the internal transport certificate. You can then remove "
                "the existing certificate.",
                item,
            )
        self.organization.remove(item)


class ExportExchangeCertificate(_OfOne, verb="Export", noun="ExchangeCertificate"):
    """Export a certificate with its private key, or a pending certificate request."""

    examples = (
        Example(
            "$file = Get-ExchangeCertificate | Select-Object -First 1 | Export-ExchangeCertificate -BinaryEncoded "
            "-Password (ConvertTo-SecureString 'Pass@word1' -AsPlainText -Force); $file.FileData.Count -gt 1000",
            "A PKCS #12 file, to be written with Set-Content or WriteAllBytes.",
        ),
    )
    password: Any = parameter("securestring", help="The password that protects the private key in the file.")
    binary_encoded: bool = parameter("switch", help="Write binary content (DER, PKCS #12) instead of Base64 text.")
    path: str = parameter("string", aliases=("FileName",), help="The file to write.")

    def handle(self, item: ExchangeCertificate) -> None:
        """Write the content, or the file."""
        if not self.should_process(
            item.thumbprint, message=f"Exporting certificate with thumbprint {item.thumbprint}."
        ):
            return
        octets, label = self._content(item)
        text = x509.pem(octets, label) if label else x509.pem(octets, "X").split("\r\n", 1)[1].rsplit("\r\n", 2)[0]
        if self.path:
            self.write_file(self.path, octets if self.binary_encoded else text.encode("ascii"))
        elif self.binary_encoded:
            self.write(_file(item, octets))
        else:
            self.write(text)

    def _content(self, item: ExchangeCertificate) -> tuple[bytes, str]:
        if item.request is not None:
            return item.request, "NEW CERTIFICATE REQUEST"
        if item.key is None:
            raise self.unusable(item, "PrivateKeyMissing")
        if not item.private_key_exportable:
            raise self.unusable(item, "PrivateKeyNotExportable")
        bundle = x509.Bundle(item.der, item.key, item.issuers, item.friendly_name)
        return x509.export_pfx(bundle, secret_text(self.password)), ""


def _file(item: ExchangeCertificate, octets: bytes) -> PSCustomObject:
    members = {"FileData": byte_array(octets), "Identity": item.identity_text(), "IsValid": True}
    return PSCustomObject(members, ["Microsoft.Exchange.Data.BinaryFileDataObject", "System.Object"])


class ImportExchangeCertificate(CertificateCmdlet, verb="Import", noun="ExchangeCertificate", default_set="FileData"):
    """Import a certificate with its private key, or the answer to a certificate request."""

    supports_should_process: ClassVar[bool] = True

    file_data: Any = parameter("byte[]", sets=("FileData",), mandatory=True, help="The content of the file.")
    path: str = parameter("string", sets=("FileName",), mandatory=True, aliases=("FileName",), help="The file to read.")
    password: Any = parameter("securestring", help="The password that protects the private key in the file.")
    friendly_name: str = parameter("string", help="The friendly name.")
    private_key_exportable: bool = parameter(
        "bool", default=False, help="Whether the private key may be exported again."
    )

    def process(self) -> None:
        """Add the certificate to the store and write it."""
        octets = self.read_file(self.path) if self.path else bytes(int(each) for each in self.file_data)
        try:
            bundle = x509.read(octets, secret_text(self.password))
        except x509.Unreadable:
            self.refuse(
                "Cannot import certificate. The data that was provided is no certificate, or the password is wrong.",
                "ImportCertificateDataInvalidException",
            )
            return
        found = x509.facts(bundle.der)
        if not self.should_process(found.thumbprint, message=f'Importing certificate with subject "{found.subject}".'):
            return
        try:
            self.emit(self._put(bundle, found))
        except OrganizationError as error:
            self.report(error)

    def _put(self, bundle: x509.Bundle, found: x509.Facts) -> ExchangeCertificate:
        known = store.certificates(self.organization)
        if any(item.thumbprint == found.thumbprint and item.request is None for item in known):
            raise self.failure(
                f"Cannot import certificate. A certificate with the thumbprint {found.thumbprint} already exists.",
                found.thumbprint,
            )
        request = next((item for item in known if item.request and item.facts.public_key == found.public_key), None)
        key, exportable, name = bundle.key, self.private_key_exportable, self.friendly_name or bundle.friendly_name
        if request is not None and key is None:
            key, exportable, name = request.key, request.private_key_exportable, name or request.friendly_name
        made = store.new_certificate(
            self.organization,
            bundle.der,
            key,
            issuers=bundle.issuers,
            friendly_name=name,
            private_key_exportable=exportable,
        )
        if request is not None:
            self.organization.remove(request)
        return self.organization.put(made)
