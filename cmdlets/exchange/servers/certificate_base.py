"""Base classes of the *-ExchangeCertificate cmdlets: lookup, views, the question before the default certificate is
replaced.
"""

from __future__ import annotations

from typing import Any, Final

from organization.certificates import store
from organization.errors import RuleBroken
from organization.objects.certificate import AllowedServices, ExchangeCertificate
from organization.versions import Version
from shell.display import views
from shell.engine.providers.filesystem import io_error
from shell.engine.providers.table import drive_table
from shell.machine import disk
from shell.values.errors import ErrorCategory

from ..base import ExchangeCmdlet
from ..records import Record
from ..type_names import clr_name

EXCLUSIVE: Final = AllowedServices.IIS | AllowedServices.IMAP | AllowedServices.POP | AllowedServices.UM
"""Services that use one certificate at a time; SMTP chooses among all that it may use."""
_LIST: Final = (
    "AccessRules CertificateDomains HasPrivateKey IsSelfSigned Issuer NotAfter NotBefore PublicKeySize RootCAType "
    "SerialNumber Services Status Subject Thumbprint"
)
_PLACES: Final = {Version.V2007: "IPUWS", Version.V2010: "IPUWSF"}


def _letters(record: Any) -> str:
    """Return the services as letters, as the table shows them; each version has its own number of places."""
    if not isinstance(record, Record) or not isinstance(record.model, ExchangeCertificate):
        return ""
    return record.model.letters(_PLACES.get(record.organization.profile.version, "IPUWSFC"))


views.register(
    clr_name(ExchangeCertificate),
    views.TableView(
        (
            views.Column("Thumbprint", width=42),
            views.Column("Services", _letters, width=10),
            views.Column("Subject"),
        )
    ),
    views.ListView(tuple(views.Item(name) for name in _LIST.split())),
)


def thumbprint_of(text: str) -> str:
    """Return a thumbprint in its stored form, from one with blanks, lower-case letters or a server's name in front."""
    return "".join(each for each in text.rpartition("\\")[2] if each.isalnum()).upper()


class CertificateCmdlet(ExchangeCmdlet):
    """A cmdlet for certificates."""

    def failure(self, text: str, target: Any) -> RuleBroken:
        """Return the error for a failed operation. Since 2010 the error names the server, which is called by RPC."""
        organization = self.organization
        if organization.profile.version >= Version.V2010:
            text = f"A special Rpc error occurs on server {organization.forest.server}: {text}"
        return RuleBroken(text, target, "InvalidOperationException")

    def unusable(self, item: ExchangeCertificate, reason: str) -> RuleBroken:
        """Return the error for a certificate that Exchange cannot use, with Exchange's name for the reason."""
        return self.failure(
            f"The certificate with thumbprint {item.thumbprint} was found but is not valid for use with Exchange "
            f"Server (reason: {reason}).",
            item,
        )

    def named(self, thumbprint: str) -> ExchangeCertificate:
        """Return the certificate with a thumbprint. Raises RuleBroken."""
        wanted = thumbprint_of(thumbprint)
        for item in store.certificates(self.organization):
            if item.thumbprint == wanted:
                return item
        shown = wanted or thumbprint
        raise self.failure(f"The certificate with thumbprint {shown} was not found.", shown)

    def may_become_default(self, item: ExchangeCertificate, force: bool) -> bool:
        """True if a certificate for SMTP may replace the default certificate of the transport service."""
        current = store.internal_thumbprint(self.organization)
        if force or current in ("", item.thumbprint):
            return True
        before = self.named(current)
        return self.should_continue(_question(before, item, self.organization.profile.version), "Confirm")

    def take_over(self, item: ExchangeCertificate) -> None:
        """Remove services from the other certificates that only one certificate can serve."""
        taken = item.services & EXCLUSIVE
        for other in store.certificates(self.organization):
            if other.guid != item.guid and other.services & taken:
                self.organization.update(other, services=other.services & ~taken)

    def native_path(self, path: str) -> str:
        """Return the native path of a shell path."""
        return str(drive_table(self.session).resolve(path).provider_path)

    def read_file(self, path: str) -> bytes:
        """Return a file's octets; a terminating error where it cannot be read."""
        native = self.native_path(path)
        try:
            return disk.read_bytes(native)
        except OSError as problem:
            raise io_error(problem, native, "FileReadError", ErrorCategory.ReadError) from None

    def write_file(self, path: str, octets: bytes) -> None:
        """Write a file; a terminating error where that fails."""
        native = self.native_path(path)
        try:
            with disk.open_file(native, "wb") as file:
                file.write(octets)
        except OSError as problem:
            raise io_error(problem, native, "FileWriteError", ErrorCategory.WriteError) from None


def _question(before: ExchangeCertificate, after: ExchangeCertificate, version: Version) -> str:
    old, new = (f"'{item.thumbprint}' (expires {_moment(item)})" for item in (before, after))
    if version is Version.V2007:
        return f"Overwrite existing default SMTP certificate,\n{old}, with certificate {new}?"
    return (
        f"Overwrite the existing default SMTP certificate?\n\nCurrent certificate: {old}\n"
        f"Replace it with certificate: {new}"
    )


def _moment(item: ExchangeCertificate) -> str:
    moment = item.not_after
    half = "AM" if moment.hour < 12 else "PM"
    return f"{moment.month}/{moment.day}/{moment.year} {moment.hour % 12 or 12}:{moment:%M:%S} {half}"
