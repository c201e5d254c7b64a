"""Access control lists of all kinds of objects, and who their entries are about."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING
from uuid import UUID

from .directory import DirectoryObject
from .errors import OrganizationError
from .objects.connector_access import connector_entries, with_connector_entries
from .objects.distribution_group import DistributionGroup, GroupType
from .objects.receive_connector import ReceiveConnector
from .objects.user import User
from .values.access import (
    ACCESS_RIGHTS,
    AUTHENTICATED_USERS,
    SELF,
    SEND_AS,
    SYSTEM,
    WELL_KNOWN,
    AccessEntry,
    Trustee,
)
from .versions import Version

if TYPE_CHECKING:
    from .store import Organization

_GROUPS = (
    "Domain Admins",
    "Domain Users",
    "Enterprise Admins",
    "Exchange Servers",
    "ExchangeLegacyInterop",
)
_ROLES_2007 = (
    "Exchange Organization Administrators",
    "Exchange Recipient Administrators",
    "Exchange View-Only Administrators",
)
_ROLES_2010 = (
    "Delegated Setup",
    "Exchange Trusted Subsystem",
    "Exchange Windows Permissions",
    "Help Desk",
    "Organization Management",
    "Public Folder Management",
    "Recipient Management",
    "Server Management",
    "View-Only Organization Management",
)


class TrusteeNotFound(OrganizationError):
    """No account, group or well-known principal has this name."""

    exception = "SecurityPrincipalNotFoundException"
    category = "NotSpecified"

    def __init__(self, name: str, contractions: bool) -> None:
        super().__init__()
        self.name = name
        self.contractions = contractions

    def _text(self) -> str:
        if self.contractions:
            return f"User or group \"{self.name}\" wasn't found. Please make sure you've typed it correctly."
        return f'User or group "{self.name}" was not found. Please make sure you have typed it correctly.'


def directory_groups(organization: Organization) -> tuple[str, ...]:
    """The security groups that the directory and setup have made, which are no objects of the lab."""
    return _GROUPS + (_ROLES_2007 if organization.profile.version is Version.V2007 else _ROLES_2010)


def find_trustee(organization: Organization, text: str) -> Trustee:
    """Whom a script means: a name with or without its domain, an address, a SID. Raises TrusteeNotFound."""
    found = _well_known(organization, text) or _object(organization, text)
    if found is None:
        raise TrusteeNotFound(text, organization.profile.contractions)
    return found


def _well_known(organization: Organization, text: str) -> Trustee | None:
    wanted = text.strip().casefold()
    domain = organization.forest.netbios
    groups = (Trustee.named(f"{domain}\\{name}") for name in directory_groups(organization))
    for sid, trustee in [*WELL_KNOWN.items(), *(("", group) for group in groups)]:
        full = trustee.name.casefold()
        if wanted in (full, full.rpartition("\\")[2], sid.casefold()):
            return trustee
    return None


def _object(organization: Organization, text: str) -> Trustee | None:
    candidates: list[DirectoryObject] = list(organization.find(User, text)) if "*" not in text else []
    domain, _, name = text.rpartition("\\")
    if domain.casefold() in ("", organization.forest.netbios.casefold(), organization.forest.domain.casefold()):
        candidates += organization.find(DistributionGroup, name)
    for item in candidates:
        if not isinstance(item, DistributionGroup) or item.type is GroupType.Security:
            return Trustee(logon_name(item, organization), item.guid)
    return None


def logon_name(item: DirectoryObject, organization: Organization) -> str:
    """`CONTOSO\\anna`."""
    name = getattr(item, "sam_account_name", "") or item.name
    return f"{organization.forest.netbios}\\{name}"


def shown_name(trustee: Trustee, organization: Organization) -> str:
    """The trustee as it is called by now; the security identifier of one that is gone."""
    if trustee.guid is None:
        return trustee.name
    item = organization.by_guid(trustee.guid)
    return security_identifier(trustee.guid) if item is None else logon_name(item, organization)


def security_identifier(guid: UUID) -> str:
    """The SID of an account: the domain's, and a number of its own that follows from its GUID."""
    return f"S-1-5-21-2154378250-1039583911-1417001333-{10_000 + guid.int % 90_000}"


def explicit_entries(item: DirectoryObject, organization: Organization) -> list[AccessEntry]:
    """The object's own entries."""
    if isinstance(item, ReceiveConnector):
        return connector_entries(item, organization)
    if item.access is None:
        return [AccessEntry(SELF, extended=SEND_AS)] if isinstance(item, User) else []
    return list(item.access)


def with_entries(item: DirectoryObject, entries: Iterable[AccessEntry], organization: Organization) -> DirectoryObject:
    """The object with exactly these entries of its own."""
    if isinstance(item, ReceiveConnector):
        return with_connector_entries(item, entries, organization)
    return item.replace(access=tuple(dict.fromkeys(entries)))


def inherited_entries(item: DirectoryObject, organization: Organization) -> list[AccessEntry]:
    """What comes from the containers above: administrators may do everything but read and send others' mail."""
    domain = organization.forest.netbios
    role = directory_groups(organization)
    administrators = ["Domain Admins", "Enterprise Admins"]
    administrators.append(role[len(_GROUPS)] if "Organization Management" not in role else "Organization Management")
    names = [Trustee.named(f"{domain}\\{name}") for name in administrators]
    servers = Trustee.named(f"{domain}\\Exchange Servers")
    denied = [
        AccessEntry(name, extended=right, deny=True, inherited=True)
        for name in names
        for right in (SEND_AS, "Receive-As")
    ]
    granted = [AccessEntry(name, ACCESS_RIGHTS["GenericAll"], inherited=True) for name in (*names, SYSTEM)]
    read = ACCESS_RIGHTS["GenericRead"]
    granted += [AccessEntry(name, read, inherited=True) for name in (servers, AUTHENTICATED_USERS)]
    return [*denied, *granted] if not isinstance(item, User) else granted
