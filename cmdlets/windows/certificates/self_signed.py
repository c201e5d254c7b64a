"""New-SelfSignedCertificate and Export-Certificate."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from organization.certificates import store, x509
from shell.dotnet.security.certificates import X509Certificate2
from shell.engine.commands.cmdlet import Cmdlet, Example, parameter
from shell.engine.providers.base import decorate
from shell.engine.providers.table import drive_table
from shell.lazy import lazy
from shell.machine import disk
from shell.types.conversion.text import to_string
from shell.values.errors import ErrorCategory, PSArgumentException
from shell.values.objects import PSObject, Value

if TYPE_CHECKING:
    from shell.types.members import access
else:
    access = lazy("shell.types.members.access", globals())


_CERTIFICATE: Final = "System.Security.Cryptography.X509Certificates.X509Certificate2"
_STORE: Final = "Cert:\\LocalMachine\\My"
_FIXED: Final = "The lab makes RSA keys for servers, signed with SHA-256."


class NewSelfSignedCertificate(
    Cmdlet,
    verb="New",
    noun="SelfSignedCertificate",
    module="PKI",
    should_process=True,
    class_name="Microsoft.CertificateServices.Commands.NewSelfSignedCertificateCommand",
    output=(_CERTIFICATE,),
):
    """Make a certificate that vouches for itself, in the server's store. Get-ExchangeCertificate shows it, too."""

    examples = (
        Example(
            "New-SelfSignedCertificate -DnsName mail.contoso.com -CertStoreLocation Cert:\\LocalMachine\\My", "One."
        ),
    )

    dns_name: Any = parameter("string[]", position=0, help="The hosts that it is for; the first is its subject.")
    cert_store_location: str = parameter("string", default=_STORE, help="Only Cert:\\LocalMachine\\My.")
    subject: str = parameter("string", help="Whose it is, as CN=mail.contoso.com.")
    friendly_name: str = parameter("string", default="", help="A name for administrators.")
    not_before: Any = parameter("datetime", help="Since when it holds; now unless it is said.")
    not_after: Any = parameter("datetime", help="Until when it holds; a year unless it is said.")
    key_length: int = parameter("int", default=2048, range=(1024, 8192), help="The size of its key, in bits.")
    key_exportable: str = parameter(
        "string",
        name="KeyExportPolicy",
        values=("NonExportable", "ExportableEncrypted", "Exportable"),
        default="ExportableEncrypted",
        help="Whether the key may be exported.",
    )
    key_algorithm: str = parameter("string", values=("RSA",), default="RSA", help="Only RSA.")
    hash_algorithm: str = parameter("string", values=("SHA256",), default="SHA256", help="Only SHA256.")
    key_usage: Any = parameter("string[]", help="For servers, whatever is said.")
    key_spec: str = parameter("string", help="Without effect.")
    provider: str = parameter("string", help="Without effect.")
    type_: str = parameter(
        "string", name="Type", values=("SSLServerAuthentication", "Custom"), help="Only for servers."
    )
    text_extension: Any = parameter("string[]", refused=_FIXED, help="More extensions.")
    signer: Any = parameter("object", refused=_FIXED, help="Who signs it.")
    clone_cert: Any = parameter("object", refused=_FIXED, help="A certificate to copy.")

    def end(self) -> None:
        """Make it."""
        place = drive_table(self.session).resolve(self.cert_store_location)
        if place.provider_path.lower() != "localmachine\\my":
            text = "A new certificate can only be installed into MY store."
            error = PSArgumentException(text)
            raise self.fail(self.error(error, "System.ArgumentException", ErrorCategory.InvalidArgument))
        names = [to_string(each) for each in self.dns_name or ()]
        if not names and not self.subject:
            text = "Either the DnsName or the Subject parameter is needed."
            error = PSArgumentException(text)
            raise self.fail(self.error(error, "System.ArgumentException", ErrorCategory.InvalidArgument))
        subject = self.subject or f"CN={names[0]}"
        if "=" not in subject:
            subject = f"CN={subject}"
        if not self.should_process(subject, "New-SelfSignedCertificate"):
            return
        made = self._make(subject, names)
        path = f"{_STORE}\\{made.thumbprint()}"
        self.write(decorate(made, drive_table(self.session).resolve(path)))

    def _make(self, subject: str, names: list[str]) -> X509Certificate2:
        organization = self.session.organization
        begin = _utc(self.not_before) or datetime.now(UTC).replace(microsecond=0)
        end = _utc(self.not_after) or begin + timedelta(days=365)
        key = x509.new_key(self.key_length)
        try:
            der = x509.self_signed(subject, names, key, begin, end)
        except ValueError as problem:  # a moment or a name that no certificate can hold
            text = str(problem)
            raise self.fail(
                self.error(PSArgumentException(text), "System.ArgumentException", ErrorCategory.InvalidArgument)
            ) from None
        item = store.new_certificate(
            organization,
            der,
            key,
            friendly_name=self.friendly_name,
            private_key_exportable=self.key_exportable.lower() != "nonexportable",
        )
        store.certificates(organization)  # setup's own comes first
        organization.put(item)
        return X509Certificate2(der, friendly_name=self.friendly_name, has_private_key=True)


def _utc(value: Any) -> datetime | None:
    if value is None:
        return None
    universal = access.call_method(value, "ToUniversalTime", [], None)
    return datetime.fromisoformat(str(access.call_method(universal, "ToString", ["s"], None))).replace(tzinfo=UTC)


class ExportCertificate(
    Cmdlet,
    verb="Export",
    noun="Certificate",
    module="PKI",
    should_process=True,
    class_name="Microsoft.CertificateServices.Commands.ExportCertificateCommand",
    output=("System.IO.FileInfo",),
):
    """Write a certificate, without its key, to a file. Export-ExchangeCertificate takes the key along."""

    certificate: Any = parameter(
        "object", name="Cert", mandatory=True, pipeline=True, by_property_name=True, help="The certificate or its path."
    )
    file_path: str = parameter("string", mandatory=True, position=0, aliases=("FullName",), help="The file.")
    type_: str = parameter("string", name="Type", values=("CERT",), default="CERT", help="Only CERT: its octets.")
    no_clobber: bool = parameter("switch", help="Leave a file that is there.")
    force: bool = parameter("switch", help="Replace a read-only file.")

    def process(self) -> None:
        """Write it."""
        table = drive_table(self.session)
        given: Value = self.certificate
        base = given.base if isinstance(given, PSObject) else given
        if not isinstance(base, X509Certificate2):
            place = table.expand(to_string(base), literal=True)[0]
            base = place.provider.item(place.provider_path)
        if not isinstance(base, X509Certificate2):
            text = f"'{to_string(given)}' is no certificate."
            raise self.fail(self.error(PSArgumentException(text), "Argument", ErrorCategory.InvalidArgument, given))
        target = table.resolve(self.file_path)
        if self.no_clobber and target.provider.exists(target.provider_path):
            text = f"The file '{target.path}' already exists."
            raise self.fail(self.error(text, "FileExists", ErrorCategory.ResourceExists, self.file_path))
        if self.should_process(target.path, "Export-Certificate"):
            with disk.open_file(target.provider_path, "wb") as file:
                file.write(base.der)
            self.write(decorate(target.provider.item(target.provider_path), target))
