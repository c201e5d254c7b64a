"""Who an account is when rights are looked up: itself, a member of groups, and one of all who have logged on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING
from uuid import UUID

from organization.objects.distribution_group import DistributionGroup, expand
from organization.values.access import AUTHENTICATED_USERS, EVERYONE, SEND_AS, Key

if TYPE_CHECKING:
    from organization.directory import DirectoryObject
    from organization.store import Organization


def trustees_of(organization: Organization, account: UUID, named: Iterable[UUID]) -> tuple[Key, ...]:
    """All that an account is. Of groups only those in `named` are looked at."""
    domain_users = f"{organization.forest.netbios}\\Domain Users".casefold()
    groups = (key for key in named if key != account and _is_member(organization, account, key))
    return (account, AUTHENTICATED_USERS.key, EVERYONE.key, domain_users, *groups)


def _is_member(organization: Organization, account: UUID, key: UUID) -> bool:
    group = organization.by_guid(key)
    if not isinstance(group, DistributionGroup):
        return False
    return any(member.guid == account for member in expand(group, organization))


def may_send_as(organization: Organization, account: UUID, owner: DirectoryObject) -> bool:
    """Whether an account may send mail in the name of a recipient: its own, or one with Send-As for it."""
    if owner.guid == account:
        return True
    entries = [entry for entry in owner.access or () if entry.extended == SEND_AS]
    if not entries:
        return False
    named = {entry.trustee.guid for entry in entries if entry.trustee.guid is not None}
    keys = trustees_of(organization, account, named)
    found = [entry for entry in entries if entry.trustee.key in keys]
    return bool(found) and not any(entry.deny for entry in found)
