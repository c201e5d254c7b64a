"""Changing entries: attributes by LDAP's names, onto what the model has of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, ClassVar, Final

from organization.errors import OrganizationError
from organization.names import canonical
from organization.objects.recipient import Recipient
from organization.values.address import ProxyAddress
from organization.values.multivalued import as_items
from shell.engine.commands.cmdlet import parameter
from shell.types.conversion.text import to_string
from shell.values.errors import ErrorCategory
from shell.values.objects import Hashtable, PSObject, Value

from ..exchange.conversion import to_model
from .base import ADCmdlet
from .entries import ACCOUNTS, DISABLED, GROUPS, PEOPLE, RECIPIENTS, Entry
from .properties import ATTRIBUTES, PROPERTIES, is_several, read, spelled

_SYSTEM: Final = [
    "canonicalname",
    "cn",
    "distinguishedname",
    "memberof",
    "name",
    "objectcategory",
    "objectclass",
    "objectguid",
    "objectsid",
    "primarygroupid",
    "samaccounttype",
    "whenchanged",
    "whencreated",
    "legacyexchangedn",
]
"""What only the directory itself sets."""
_OWNED: Final = (
    "Access to the attribute is not permitted because the attribute is owned by the Security Accounts Manager (SAM)"
)
_UNKNOWN: Final = "The specified directory service attribute or value does not exist"


@dataclass
class Changes:
    """What is to become of an entry: each attribute's next values by LDAP's name, and switches of the model."""

    attributes: dict[str, tuple[str, Any]] = field(default_factory=dict)
    """Name in lower case -> how (`replace`, `add`, `remove`), and with what."""
    model: dict[str, Any] = field(default_factory=dict)

    def replace(self, name: str, value: Value) -> None:
        """Set an attribute; nothing clears it."""
        self.attributes[name.lower()] = ("replace", _values(value))

    def change(self, how: str, name: str, value: Value) -> None:
        """Add values to an attribute, or take some away."""
        self.attributes[name.lower()] = (how, _values(value))

    def next_values(self, name: str, now: Any) -> tuple[Any, ...]:
        """The values of an attribute after its change."""
        how, values = self.attributes[name]
        current = now if isinstance(now, tuple) else () if now is None else (now,)
        if how == "add":
            return (*current, *(each for each in values if _folded(each) not in map(_folded, current)))
        if how == "remove":
            gone = set(map(_folded, values))
            return tuple(each for each in current if _folded(each) not in gone)
        return tuple(values)


def _folded(value: Any) -> str:
    return str(value).casefold()


def _values(value: Value) -> tuple[Any, ...]:
    plain = to_model(value)
    return tuple(
        each if isinstance(each, int) else to_string(each) for each in as_items(plain) if each not in (None, "")
    )


class Editing(ADCmdlet):
    """A cmdlet that changes attributes."""

    supports_should_process: ClassVar[bool] = True
    add_values: Hashtable | None = parameter("hashtable", name="Add", help="Values to add, by LDAP's names.")
    remove_values: Hashtable | None = parameter("hashtable", name="Remove", help="Values to take away.")
    replace_values: Hashtable | None = parameter("hashtable", name="Replace", help="Attributes to set.")
    clear_names: list[str] = parameter("string[]", name="Clear", help="Attributes to leave empty.")

    def edits(self, changes: Changes) -> None:
        """Take -Remove, -Add, -Replace and -Clear, in the order in which Active Directory does."""
        for how, table in (("remove", self.remove_values), ("add", self.add_values), ("replace", self.replace_values)):
            for key, value in (table or Hashtable()).items():
                changes.change(how, self._ldap(to_string(key)), value)
        for name in self.clear_names or ():
            changes.replace(self._ldap(name), None)

    def compare(self, entry: Entry, instance: PSObject, changes: Changes) -> None:
        """What a script has changed in an object since it was read."""
        for name, value in instance.members.items():
            known = spelled(self.kind, name)
            if known is None or (ldap := self.attribute_of(known)) is None:
                continue
            before = _values(read(self.kind, entry, known))
            if _values(value) != before:
                changes.replace(ldap, value)

    def _ldap(self, name: str) -> str:
        return self.attribute_of(spelled(self.kind, name) or name) or name

    def attribute_of(self, name: str) -> str | None:
        """The attribute behind a property of PowerShell's; an attribute's own name is itself."""
        if name not in PROPERTIES[self.kind]:
            return name
        return ATTRIBUTES.get(name)

    def container(self, path: str | None) -> str:
        """The container that -Path names; raises the error for what lies in no domain of the lab."""
        if not path:
            return ""
        if not path.casefold().endswith(self.organization.forest.dn.casefold()) or "=" not in path:
            raise self.no_container()
        return path

    def apply(self, entry: Entry, changes: Changes, *, new: bool = False) -> None:
        """Put the entry with its changes into the directory; nothing is changed where one is refused."""
        item = entry.item
        if item is None:
            raise self.lacking(f"Changing {canonical(entry.distinguished_name)}, which every domain has,")
        try:
            made = item.replace(**changes.model, **self._model_values(entry, item, changes))
            self.organization.put(made) if new or made != item else None
        except OrganizationError as error:
            raise self.refused(8239, error.text, target=entry.distinguished_name) from None

    def _model_values(self, entry: Entry, item: Recipient, changes: Changes) -> dict[str, Any]:
        values: dict[str, Any] = {}
        kept = dict(item.directory_attributes)
        known = self._known(entry.kind)
        for name in changes.attributes:
            if name in _SYSTEM:
                raise self.refused(8322, _OWNED, ErrorCategory.InvalidOperation)
            if spelled(entry.kind, name) is None:
                raise self.refused(8202, _UNKNOWN, ErrorCategory.InvalidArgument, name)
            after = changes.next_values(name, entry.get(name))
            if name == "useraccountcontrol":
                values["account_disabled"] = bool(int(after[0]) & DISABLED) if after else False
            elif name in known:
                values[known[name]] = self._model_value(known[name], after)
            elif after:
                kept[name] = after if is_several(name) else after[0]
            else:
                kept.pop(name, None)
        if kept != dict(item.directory_attributes):
            values["directory_attributes"] = tuple(kept.items())
        return values

    @staticmethod
    def _known(kind: str) -> dict[str, str]:
        if kind == "ADGroup":
            return {**RECIPIENTS, **GROUPS}
        return {**RECIPIENTS, **PEOPLE, **(ACCOUNTS if kind == "ADUser" else {})}

    def _model_value(self, attribute: str, after: tuple[Any, ...]) -> Any:
        declared = Recipient.by_attribute.get(attribute)
        if attribute in ("manager", "managed_by", "members"):
            found = [self._recipient(str(each)).identity for each in after]
            return tuple(found) if attribute != "manager" else next(iter(found), None)
        if attribute == "email_addresses":
            return tuple(ProxyAddress.convert(str(each)) for each in after)
        if attribute == "hidden_from_address_lists_enabled":
            return bool(after) and str(after[0]).casefold() in ("true", "1")
        if attribute == "other_telephone":
            return tuple(map(str, after))
        if after:
            return str(after[0])
        return None if attribute in ("country_or_region",) or (declared is not None and declared.nullable) else ""

    def _recipient(self, dn: str) -> Recipient:
        found = self.entry(dn, lambda entry: entry.item is not None)
        assert found.item is not None
        return found.item
