"""Records: directory objects as scripts hold them. A record joins the model's object with a script's changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final
from uuid import uuid4

from organization.directory import DirectoryObject
from organization.errors import InvalidProperty
from organization.properties import Property
from organization.versions import Profile, Version
from shell.types import OBJECT, ClrType, register
from shell.types import Property as ClrProperty
from shell.values.errors import RuntimeException
from shell.values.objects import Value

from . import tables as tables  # imported to register the views of records
from .conversion import to_model, to_shell
from .kinds import member_type_name
from .multivalued import MultiValuedProperty
from .type_names import clr_name

if TYPE_CHECKING:
    from organization.store import Organization

_TYPES: Final[dict[tuple[type[DirectoryObject], str, Version], ClrType]] = {}


class SetPropertyException(RuntimeException):
    """The exception for a script that sets a property to a value that the model refuses."""

    clr_name = "System.Management.Automation.SetValueInvocationException"
    default_id = "ExceptionWhenSetting"


class Record:
    """An object that Get- cmdlets write. Changes stay in it until it is passed to a Set- cmdlet."""

    __slots__ = ("_values", "clr_type", "model", "organization")

    def __init__(self, model: DirectoryObject, organization: Organization, view: str = "") -> None:
        self.model = model
        self.organization = organization
        self.clr_type = record_type(type(model), organization.profile, view)
        self._values: dict[str, Value] = {}

    def get(self, declared: Property) -> Value:
        """Return a property's value as a script reads it."""
        attribute = declared.attribute
        if attribute in self._values:
            return self._values[attribute]
        value = to_shell(getattr(self.model, attribute), declared.kind)
        if type(value) is MultiValuedProperty:
            self._values[attribute] = value
        return value

    def set(self, declared: Property, value: Value) -> None:
        """Change a property in this copy; raises SetPropertyException."""
        try:
            current = getattr(self.model, declared.attribute)
            converted = declared.convert(to_model(value), current)
        except InvalidProperty as error:
            raise SetPropertyException(f'Exception setting "{declared.name}": "{error.problem}"') from None
        self._values[declared.attribute] = to_shell(converted, declared.kind)

    def changes(self) -> dict[str, Any]:
        """Return the script's changes by attribute, as the model reads them."""
        found = {}
        for attribute, value in self._values.items():
            declared = type(self.model).by_attribute[attribute]
            if declared.compute is not None or declared.read_only:
                continue
            before = getattr(self.model, attribute)
            after = declared.convert(to_model(value), before)
            if after != before:
                found[attribute] = after
        return found

    def __str__(self) -> str:
        return self.model.identity_text()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Record) and self.model == other.model

    def __hash__(self) -> int:
        return hash(self.model)


def record_type(model: type[DirectoryObject], profile: Profile, view: str = "") -> ClrType:
    """Return the .NET type of a class's records in a version; `view` names another set of the same properties."""
    key = (model, view, profile.version)
    made = _TYPES.get(key)
    if made is None:
        made = _TYPES[key] = register(ClrType(clr_name(model, view), OBJECT))
        made._loaded = True
        if profile.version >= Version.V2010 and view != "Service":
            made.add_property(ClrProperty("RunspaceId", "guid", lambda record: to_shell(_RUNSPACE)))
        for declared in properties_of(model, profile, view):
            made.add_property(_member(declared))
    return made


_RUNSPACE: Final = uuid4()
"""Since 2010 commands run in the server's runspace, and every object tells in which."""

VIEWS: Final[dict[str, tuple[str, ...]]] = {}
"""The attributes of views that differ from the class's own listing: Get-User's of a mailbox, Get-Recipient's."""


def properties_of(model: type[DirectoryObject], profile: Profile, view: str = "") -> list[Property]:
    """Return the declarations that a version shows in a view, in their order."""
    if view not in VIEWS:
        return list(model.shown(profile))
    named = (model.by_attribute[attribute] for attribute in VIEWS[view] if attribute in model.by_attribute)
    return [item for item in named if profile.has(item.since, item.until)]


def _member(declared: Property) -> ClrProperty:
    def get(record: Record) -> Value:
        return record.get(declared)

    def set_value(record: Record, value: Value) -> None:
        record.set(declared, value)

    writable = declared.compute is None and not declared.read_only
    setter: Callable[[Any, Value], None] | None = set_value if writable else None
    return ClrProperty(declared.name, member_type_name(declared.kind), get, setter)
