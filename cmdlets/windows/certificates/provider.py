"""The drive `Cert:`: the server's certificates, the same that Get-ExchangeCertificate shows.

`Cert:\\LocalMachine\\My` has those of the server, `Root` and `CA` those that vouch for others, `REQUEST` what waits for
its certificate. The stores of the current user are empty but for what they take over from the machine.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, ClassVar, Final

from organization.certificates import store, x509
from organization.objects.certificate import ExchangeCertificate
from shell.display import views
from shell.dotnet.security.certificates import X509Certificate2
from shell.engine.commands.cmdlet import ParameterDeclaration, parameter
from shell.engine.providers.base import Provider, PSDriveInfo, path_not_found
from shell.engine.providers.drives import DriveTable
from shell.types.conversion.text import to_string
from shell.values.errors import ErrorCategory, NotEmulatedException
from shell.values.objects import PSCustomObject, PSObject, Value
from shell.values.wildcard import wildcard_matcher

if TYPE_CHECKING:
    from shell.engine.session.runspace import Runspace

_LOCATIONS: Final = ("CurrentUser", "LocalMachine")
_STORES: Final = (
    "TrustedPublisher",
    "ClientAuthIssuer",
    "Root",
    "TrustedDevices",
    "CA",
    "REQUEST",
    "AuthRoot",
    "TrustedPeople",
    "My",
    "SmartCardRoot",
    "Trust",
    "Disallowed",
    "WebHosting",
)
_SPACE: Final = "System.Security.Cryptography.X509Certificates."
_SERVERS: Final = ("Server Authentication", "1.3.6.1.5.5.7.3.1")


class CertificateProvider(Provider):
    """Locations, stores, certificates."""

    name: ClassVar[str] = "Certificate"
    capabilities: ClassVar[str] = "ShouldProcess"
    is_navigable: ClassVar[bool] = True
    help_file: ClassVar[str] = "Microsoft.PowerShell.Security.dll-Help.xml"
    module_name: ClassVar[str] = "Microsoft.PowerShell.Security"

    @property
    def full_name(self) -> str:
        """`Microsoft.PowerShell.Security\\Certificate`."""
        return "Microsoft.PowerShell.Security\\Certificate"

    # --- paths ---

    def join(self, parent: str, child: str) -> str:
        """Return the path of a child."""
        return f"{parent}\\{child}" if parent else child

    def parent(self, path: str) -> str:
        """Return the path above."""
        return path.rpartition("\\")[0]

    def leaf(self, path: str) -> str:
        """Return the last part."""
        return path.rpartition("\\")[2]

    def within(self, root: str, relative: str) -> str:
        """Return the path of `relative` below a root, its names as the provider spells them."""
        parts = [part for part in (root + "\\" + relative).replace("/", "\\").split("\\") if part]
        spelled = []
        for place, part in enumerate(parts):
            known = (_LOCATIONS, _STORES)[place] if place < 2 else ()
            match = next((each for each in known if each.lower() == part.lower()), None)
            spelled.append(match or (part.upper() if place == 2 else part))
        return "\\".join(spelled)

    # --- reading ---

    def exists(self, path: str) -> bool:
        """True for what there is."""
        parts = path.split("\\") if path else []
        if len(parts) <= 2:
            return all(part in known for part, known in zip(parts, (_LOCATIONS, _STORES), strict=False))
        return len(parts) == 3 and self._certificate(path) is not None

    def is_container(self, path: str) -> bool:
        """True for locations and stores."""
        return path.count("\\") < 2

    def child_names(self, path: str, *, hidden: bool = False) -> Iterable[str]:
        """Return the locations, the stores, or the thumbprints of a store."""
        depth = len(path.split("\\")) if path else 0
        if depth < 2:
            return (_LOCATIONS, _STORES)[depth]
        return [found.thumbprint() for found, _ in self._of_store(path)]

    def item(self, path: str) -> Value:
        """Return a location, a store, or a certificate."""
        parts = path.split("\\") if path else []
        if len(parts) == 3:
            found = self._certificate(path)
            if found is None:
                raise path_not_found(f"Cert:\\{path}")
            return found[0]
        if len(parts) == 2:
            return _typed(_SPACE + "X509Store", {"Name": parts[1], "Location": parts[0]})
        if parts:
            stores = PSCustomObject(dict.fromkeys(_STORES, True))
            members: dict[str, Value] = {"Location": parts[0], "StoreNames": stores}
            return _typed("Microsoft.PowerShell.Commands.X509StoreLocation", members)
        raise path_not_found("Cert:\\")

    def _certificate(self, path: str) -> tuple[X509Certificate2, ExchangeCertificate | None] | None:
        wanted = self.leaf(path).upper()
        return next((each for each in self._of_store(self.parent(path)) if each[0].thumbprint() == wanted), None)

    def _of_store(self, path: str) -> Iterator[tuple[X509Certificate2, ExchangeCertificate | None]]:
        """The certificates of a store, each with Exchange's object where it has one."""
        location, _, name = path.partition("\\")
        organization = self.session.organization
        if name in ("Root", "CA"):
            yield from self._issuers(name)
            return
        if location != "LocalMachine":
            return
        for item in store.certificates(organization):
            waits = item.request is not None
            trusted_only = item.key is None and not waits
            if waits is (name == "REQUEST") and name in ("My", "REQUEST") and not trusted_only:
                yield _shown(item), item

    def _issuers(self, name: str) -> Iterator[tuple[X509Certificate2, ExchangeCertificate | None]]:
        """Those that vouch for others: in Root if they vouch for themselves, else in CA."""
        seen: set[bytes] = set()
        for item in store.certificates(self.session.organization):
            if item.key is None and item.request is None and item.facts.self_signed is (name == "Root"):
                yield _shown(item), item
                seen.add(item.der)
            for der in item.issuers:
                if der not in seen and x509.facts(der).self_signed is (name == "Root"):
                    seen.add(der)
                    yield X509Certificate2(der), None

    # --- changing ---

    def remove(self, path: str, *, recurse: bool, force: bool) -> None:
        """Remove a certificate, which is Exchange's, too."""
        found = self._certificate(path)
        if found is None or self.is_container(path):
            raise self.unsupported()
        item = found[1]
        organization = self.session.organization
        if item is None:
            text = "A certificate that came along with another one stays with it."
        elif item.thumbprint == store.internal_thumbprint(organization):
            text = (
                "The certificate that the Microsoft Exchange Transport service uses can't be removed. Make another one "
                "the default first: New-ExchangeCertificate."
            )
        else:
            organization.remove(item)
            return
        raise NotEmulatedException(
            text, error_id="NotEmulatedCertificateRemoval", category=ErrorCategory.NotImplemented, target=path
        )

    def action(self, verb: str, path: str, detail: str = "", *, kind: str = "") -> tuple[str, str]:
        """Return (action, target)."""
        if verb == "Remove":
            return "Remove certificate", f"Item: {path}"
        return super().action(verb, path, detail, kind=kind)

    # --- what Get-ChildItem knows here ---

    def child_parameters(self) -> dict[str, ParameterDeclaration]:
        """The parameters of Get-ChildItem on this drive."""
        found = {
            "DnsName": parameter("string", name="DnsName", help="Only certificates for such a host; wildcards too."),
            "ExpiringInDays": parameter("int", name="ExpiringInDays", help="Only those that end within these days."),
            "SSLServerAuthentication": parameter(
                "switch", name="SSLServerAuthentication", help="Only those for servers."
            ),
            "CodeSigningCert": parameter("switch", name="CodeSigningCert", help="Only those for code; there are none."),
            "DocumentEncryptionCert": parameter(
                "switch", name="DocumentEncryptionCert", help="Only those for documents; there are none."
            ),
            "Eku": parameter("string[]", name="Eku", help="Only those for such a use: a name or its number."),
        }
        for name, declared in found.items():
            declared.attribute = name
        return found

    def child_fits(self, item: Value, bound: dict[str, Value]) -> bool:
        """Whether a child passes the parameters that were given."""
        if not isinstance(item, X509Certificate2):
            return not any(name in bound for name in self.child_parameters())
        if "DnsName" in bound:
            fits = wildcard_matcher(to_string(bound["DnsName"]))
            if not any(fits(name) for name in item.facts.domains):
                return False
        if "ExpiringInDays" in bound:
            days = int(bound["ExpiringInDays"])
            now = datetime.now(UTC)
            if not (item.facts.not_after <= now + timedelta(days=days) and (days == 0 or item.facts.not_after >= now)):
                return False
        if "Eku" in bound:
            wanted = [wildcard_matcher(to_string(each)) for each in _listed(bound["Eku"])]
            if not item.facts.for_servers or not any(fits(word) for fits in wanted for word in _SERVERS):
                return False
        if bound.get("SSLServerAuthentication") and not item.facts.for_servers:
            return False
        return not (bound.get("CodeSigningCert") or bound.get("DocumentEncryptionCert"))


def _listed(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list) else [value]


def _typed(name: str, members: dict[str, Value]) -> PSObject:
    return PSCustomObject(members, [name, "System.Object"])


def _shown(item: ExchangeCertificate) -> X509Certificate2:
    has_key = item.key is not None or item.request is not None
    return X509Certificate2(item.der, friendly_name=item.friendly_name, has_private_key=has_key)


def add_drive(session: Runspace, table: DriveTable) -> None:
    """Give a session the drive."""
    if "certificate" in table.providers:
        return
    provider = CertificateProvider(session)
    table.providers["certificate"] = provider
    drive = PSDriveInfo("Cert", provider, "", "X509 Certificate Provider")
    drive.separator = "\\"
    table.add(drive)


views.register(_SPACE + "X509Store", views.ListView((views.Item("Name"),)))
views.register(
    "Microsoft.PowerShell.Commands.X509StoreLocation",
    views.ListView((views.Item("Location"), views.Item("StoreNames", lambda each: _names(each)))),
)


def _names(location: Any) -> Value:
    return list(location.members["StoreNames"].members)
