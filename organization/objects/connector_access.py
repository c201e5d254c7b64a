"""The permission groups of a Receive connector as what they are: entries of its access control list.

A group is in PermissionGroups while the list has all of its entries; what belongs to no whole group is `Custom`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ..values.access import (
    ANONYMOUS,
    AUTHENTICATED_USERS,
    EDGE_SERVERS,
    EXTERNALLY_SECURED,
    HUB_SERVERS,
    PARTNER_SERVERS,
    AccessEntry,
    Trustee,
)
from ..values.enums import PermissionGroups
from ..versions import Version

if TYPE_CHECKING:
    from ..store import Organization
    from .receive_connector import ReceiveConnector

SUBMIT = "ms-Exch-SMTP-Submit"
_TRUSTED = (
    SUBMIT,
    "ms-Exch-SMTP-Accept-Any-Recipient",
    "ms-Exch-SMTP-Accept-Any-Sender",
    "ms-Exch-SMTP-Accept-Authoritative-Domain-Sender",
    "ms-Exch-SMTP-Accept-Authentication-Flag",
    "ms-Exch-SMTP-Accept-Exch50",
    "ms-Exch-Bypass-Anti-Spam",
    "ms-Exch-Bypass-Message-Size-Limit",
    "ms-Exch-Accept-Headers-Routing",
)
_SERVERS = (*_TRUSTED, "ms-Exch-Accept-Headers-Forest", "ms-Exch-Accept-Headers-Organization")
_ANONYMOUS = (
    SUBMIT,
    "ms-Exch-SMTP-Accept-Any-Sender",
    "ms-Exch-SMTP-Accept-Authoritative-Domain-Sender",
    "ms-Exch-Accept-Headers-Routing",
)
_USERS = (
    SUBMIT,
    "ms-Exch-SMTP-Accept-Any-Recipient",
    "ms-Exch-Bypass-Anti-Spam",
    "ms-Exch-Accept-Headers-Routing",
)
_PARTNERS = (SUBMIT, "ms-Exch-Accept-Headers-Routing")


def _grants(group: PermissionGroups, organization: Organization) -> Iterator[tuple[Trustee, tuple[str, ...]]]:
    domain = organization.forest.netbios
    shadow = ("ms-Exch-SMTP-Accept-XShadow",) if organization.profile.version >= Version.V2010 else ()
    if group is PermissionGroups.AnonymousUsers:
        yield ANONYMOUS, _ANONYMOUS
    elif group is PermissionGroups.ExchangeUsers:
        yield AUTHENTICATED_USERS, _USERS
    elif group is PermissionGroups.ExchangeServers:
        for server in (Trustee.named(f"{domain}\\Exchange Servers"), EDGE_SERVERS, HUB_SERVERS):
            yield server, (*_SERVERS, *shadow)
        yield EXTERNALLY_SECURED, _TRUSTED
    elif group is PermissionGroups.ExchangeLegacyServers:
        yield Trustee.named(f"{domain}\\ExchangeLegacyInterop"), _TRUSTED
    elif group is PermissionGroups.Partners:
        yield PARTNER_SERVERS, _PARTNERS


def group_entries(group: PermissionGroups, organization: Organization) -> list[AccessEntry]:
    """What one permission group is."""
    return [
        AccessEntry(trustee, extended=right) for trustee, rights in _grants(group, organization) for right in rights
    ]


def connector_entries(connector: ReceiveConnector, organization: Organization) -> list[AccessEntry]:
    """The connector's own entries: those of its groups, then the others."""
    found = [
        entry
        for group in PermissionGroups
        if group in connector.permission_groups
        for entry in group_entries(group, organization)
    ]
    return [*found, *(connector.access or ())]


def with_connector_entries(
    connector: ReceiveConnector, entries: Iterable[AccessEntry], organization: Organization
) -> ReceiveConnector:
    """The connector with exactly these entries; PermissionGroups follows from them."""
    left = dict.fromkeys(entries)
    groups = PermissionGroups(0)
    for group in PermissionGroups:
        own = group_entries(group, organization)
        if own and all(entry in left for entry in own):
            groups |= group
            for entry in own:
                del left[entry]
    if left:
        groups |= PermissionGroups.Custom
    return connector.replace(permission_groups=groups, access=tuple(left))


def with_groups(connector: ReceiveConnector, groups: PermissionGroups, organization: Organization) -> ReceiveConnector:
    """The connector with other groups. Entries that could be of a group follow the groups; the others stay."""
    of_groups = {entry for group in PermissionGroups for entry in group_entries(group, organization)}
    wanted = [entry for group in PermissionGroups if group in groups for entry in group_entries(group, organization)]
    others = [entry for entry in connector.access or () if entry not in of_groups]
    return with_connector_entries(connector, [*wanted, *others], organization)
