"""Dynamic distribution groups: a filter instead of a list of members, looked at whenever a message comes."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from ..errors import InvalidProperty, OrganizationError, RuleBroken
from ..names import ADObjectId, canonical
from ..opath import BadFilter, Test, parse
from ..properties import Many, Reference, derived, prop
from ..values.enums import Flags
from .contacts import MailContact, MailUser
from .distribution_group import DistributionGroup
from .mailbox import Mailbox
from .recipient import Recipient, RecipientType

if TYPE_CHECKING:
    from ..directory import DirectoryObject
    from ..store import Organization


class WellKnownRecipientType(Flags):
    """The kinds of recipients that a ready-made filter includes."""

    MailboxUsers = 1
    Resources = 2
    MailContacts = 4
    MailGroups = 8
    MailUsers = 16
    AllRecipients = 31

    def __str__(self) -> str:
        return "AllRecipients" if self == type(self).AllRecipients else super().__str__()

    @classmethod
    def parse(cls, text: str) -> WellKnownRecipientType:
        """As every flags type; `AllRecipients` is all of them, those to come too."""
        return cls.AllRecipients if text.strip().lower() == "allrecipients" else super().parse(text)


_KINDS = {
    WellKnownRecipientType.MailboxUsers: "(RecipientType -eq 'UserMailbox')",
    WellKnownRecipientType.Resources: (
        "((RecipientTypeDetails -eq 'RoomMailbox') -or (RecipientTypeDetails -eq 'EquipmentMailbox'))"
    ),
    WellKnownRecipientType.MailContacts: "(RecipientType -eq 'MailContact')",
    WellKnownRecipientType.MailGroups: (
        "((RecipientType -eq 'MailUniversalDistributionGroup') -or "
        "(RecipientType -eq 'MailUniversalSecurityGroup') -or (RecipientType -eq 'DynamicDistributionGroup'))"
    ),
    WellKnownRecipientType.MailUsers: "(RecipientType -eq 'MailUser')",
}
_NOT_OF_THE_SYSTEM = "(-not(Name -like 'SystemMailbox{*')) -and (-not(Name -like 'CAS_{*'))"


def _conditional(what: str) -> Any:
    return prop(Many(str), default=(), help=f"Only recipients with one of these values of {what}.")


class DynamicDistributionGroup(Recipient):
    """A group of all recipients that a filter finds."""

    noun = "dynamic distribution group"
    schema_name = "ms-Exch-Dynamic-Distribution-List"
    object_classes = ("top", "msExchDynamicDistributionList")
    kind = RecipientType.DynamicDistributionGroup

    recipient_container: str = prop(
        str, default="", help="The domain or organizational unit that the recipients are in; empty for all."
    )
    included_recipients: WellKnownRecipientType | None = prop(
        WellKnownRecipientType, default=None, help="The kinds of recipients in the group."
    )
    conditional_department: tuple[str, ...] = _conditional("Department")
    conditional_company: tuple[str, ...] = _conditional("Company")
    conditional_state_or_province: tuple[str, ...] = _conditional("StateOrProvince")
    conditional_custom_attribute1: tuple[str, ...] = _conditional("CustomAttribute1")
    conditional_custom_attribute2: tuple[str, ...] = _conditional("CustomAttribute2")
    conditional_custom_attribute3: tuple[str, ...] = _conditional("CustomAttribute3")
    conditional_custom_attribute4: tuple[str, ...] = _conditional("CustomAttribute4")
    conditional_custom_attribute5: tuple[str, ...] = _conditional("CustomAttribute5")
    conditional_custom_attribute6: tuple[str, ...] = _conditional("CustomAttribute6")
    conditional_custom_attribute7: tuple[str, ...] = _conditional("CustomAttribute7")
    conditional_custom_attribute8: tuple[str, ...] = _conditional("CustomAttribute8")
    conditional_custom_attribute9: tuple[str, ...] = _conditional("CustomAttribute9")
    conditional_custom_attribute10: tuple[str, ...] = _conditional("CustomAttribute10")
    conditional_custom_attribute11: tuple[str, ...] = _conditional("CustomAttribute11")
    conditional_custom_attribute12: tuple[str, ...] = _conditional("CustomAttribute12")
    conditional_custom_attribute13: tuple[str, ...] = _conditional("CustomAttribute13")
    conditional_custom_attribute14: tuple[str, ...] = _conditional("CustomAttribute14")
    conditional_custom_attribute15: tuple[str, ...] = _conditional("CustomAttribute15")
    custom_filter: str = prop(str, default="", hidden=True, name="RecipientFilter", help="A filter of one's own.")
    recipient_filter: str = derived(str, lambda self: self.custom_filter or precanned(self), name="RecipientFilter")
    recipient_filter_type: str = derived(
        "WellKnownRecipientFilterType", lambda self: "Custom" if self.custom_filter else "Precanned"
    )
    managed_by: ADObjectId | None = prop(Reference("Recipient"), default=None, help="The group's owner.")
    notes: str | None = prop(str, default="", help="A free text about the group.")
    report_to_manager_enabled: bool = prop(
        bool, default=False, help="Reports about members go to the group's owner, where the sender gets none."
    )
    report_to_originator_enabled: bool = prop(bool, default=True, help="The sender gets the reports about members.")
    send_oof_message_to_originator_enabled: bool = prop(
        bool, default=False, help="The sender gets the members' out-of-office answers. Kept without effect."
    )

    def rules(self, organization: Organization) -> Iterator[OrganizationError]:
        """That its filter can be read, and says what is in the group."""
        yield from super().rules(organization)
        if not self.custom_filter and self.included_recipients is None:
            yield RuleBroken("You must specify the IncludedRecipients or the RecipientFilter parameter.", self)
        try:
            _compiled(self.recipient_filter)
        except BadFilter as error:
            yield InvalidProperty("RecipientFilter", self.recipient_filter, str(error), self)


CONDITIONS = {
    attribute: attribute.removeprefix("conditional_")
    for attribute in DynamicDistributionGroup.by_attribute
    if attribute.startswith("conditional_")
}
"""Attribute of a group -> attribute of a recipient that has to have one of its values."""


def precanned(group: DynamicDistributionGroup) -> str:
    """The filter that a ready-made group stands for."""
    included = group.included_recipients or WellKnownRecipientType(0)
    kinds = [text for kind, text in _KINDS.items() if kind in included]
    parts = ["(Alias -ne $null)" if included == WellKnownRecipientType.AllRecipients else _any(kinds)]
    for attribute, condition in CONDITIONS.items():
        name = Mailbox.by_attribute[condition].name
        values = [f"({name} -eq '{value.replace(chr(39), chr(39) * 2)}')" for value in getattr(group, attribute)]
        parts += [_any(values)] if values else []
    return f"({' -and '.join(parts)} -and {_NOT_OF_THE_SYSTEM})"


def _any(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"({' -or '.join(parts)})"


_CLASSES: tuple[type[Recipient], ...] = (Mailbox, MailUser, MailContact, DistributionGroup, DynamicDistributionGroup)
_CONSTANTS = {"true": True, "false": False, "null": None}


@functools.lru_cache(maxsize=256)
def _compiled(text: str) -> Test:
    known = {name for cls in _CLASSES for name in cls.by_name}
    return parse(text, lambda name: _CONSTANTS.get(name.lower()), lambda name: name.lower() in known)


def dynamic_members(group: DynamicDistributionGroup, organization: Organization) -> Iterator[Recipient]:
    """The recipients that are in the group now."""
    test = _compiled(group.recipient_filter)
    container = group.recipient_container.casefold()
    for item in organization.all(Recipient):
        if not item.email_addresses or item.guid == group.guid:
            continue
        if container and not f"{canonical(item.container_dn)}/".casefold().startswith(f"{container}/"):
            continue
        if test(_reader(item)):
            yield item


def members_of(group: DirectoryObject | None, organization: Organization) -> Iterator[Recipient]:
    """The recipients that a group of either kind leads to directly; none for what is no group."""
    if isinstance(group, DynamicDistributionGroup):
        yield from dynamic_members(group, organization)
    elif isinstance(group, DistributionGroup):
        for member in group.members:
            found = organization.by_guid(member.guid)
            if isinstance(found, Recipient):
                yield found


def _reader(item: Recipient) -> Callable[[str], Any]:
    declared = type(item).by_name

    def read(name: str) -> Any:
        found = declared.get(name.lower())
        return getattr(item, found.attribute) if found is not None else None

    return read
