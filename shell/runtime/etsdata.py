"""PowerShell's type data: members that it adds to .NET types, and those that a session adds with Update-TypeData."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from shell.runtime.memberinfo import AliasProperty, BuiltInScriptProperty, CodeProperty, ExtendedMember
from shell.runtime.objects import PSObject, Value
from shell.runtime.types import ClrType, resolve

_AUTOMATION: Final = "System.Management.Automation."


def _long_date(value: Any) -> str:
    from shell.runtime.dotnet.formatting import format_value

    return f"{format_value(value, 'D')} {format_value(value, 'T')}"


class _ShownDate(BuiltInScriptProperty):
    """DateTime.DateTime: the part that a note DisplayHint asks for."""

    def get(self, owner: Value, session: Any = None) -> Value:
        """Return the date, the time, or both."""
        if isinstance(owner, PSObject):
            from shell.runtime.dotnet.formatting import format_value

            pattern = {"date": "D", "time": "T"}.get(str(owner.members.get("DisplayHint")).lower())
            if pattern is not None:
                return format_value(owner.base, pattern)
        return super().get(owner, session)


_BUILT_IN: Final[dict[str, tuple[ExtendedMember, ...]]] = {
    "system.datetime": (
        _ShownDate(
            "DateTime",
            _long_date,
            "System.String",
            'if ((& { Set-StrictMode -Version 1; $this.DisplayHint }) -ieq  "Date")\n          '
            '{\n          "{0}" -f $this.ToLongDateString()\n          }\n          '
            'elseif ((& { Set-StrictMode -Version 1; $this.DisplayHint }) -ieq "Time")\n          '
            '{\n          "{0}" -f  $this.ToLongTimeString()\n          }\n          '
            'else\n          {\n          "{0} {1}" -f $this.ToLongDateString(), '
            "$this.ToLongTimeString()\n          }",
        ),
    ),
    "system.guid": (BuiltInScriptProperty("Guid", str, "System.String", "$this.ToString()"),),
    "system.net.ipaddress": (BuiltInScriptProperty("IPAddressToString", str, "System.String", "$this.Tostring()"),),
    "system.collections.dictionaryentry": (AliasProperty("Name", "Key"),),
    _AUTOMATION.lower() + "errorrecord": (
        BuiltInScriptProperty(
            "PSMessageDetails",
            lambda value: None,
            "System.Object",
            "& { Set-StrictMode -Version 1; $this.Exception.InnerException.PSMessageDetails }",
        ),
    ),
    "system.array": (AliasProperty("Count", "Length"),),
}

_added: dict[str, dict[str, ExtendedMember]] = {}
_spelled: dict[str, str] = {}
_merged: dict[ClrType, dict[str, ExtendedMember]] = {}


epoch = 0
"""Goes up with every change: what was remembered of members before one no longer holds."""


def _changed() -> None:
    global epoch
    epoch += 1
    _merged.clear()


def _members_of(owner: ClrType) -> dict[str, ExtendedMember]:
    known = _merged.get(owner)
    if known is not None:
        return known
    found: dict[str, ExtendedMember] = {}
    for each in owner.lineage():
        for key, member in _added.get(each.display_name.lower(), {}).items():
            found.setdefault(key, member)
        for member in _BUILT_IN.get(each.name.lower(), ()):
            found.setdefault(member.name.lower(), member)
    _merged[owner] = found
    return found


def find(owner: ClrType, lowered: str, value: Value = None) -> ExtendedMember | None:
    """Return the member that type data give a type or an object with type names of its own."""
    if _added and isinstance(value, PSObject) and value.type_names is not None:
        for name in value.type_names:
            found = _added.get(name.lower(), {}).get(lowered)
            if found is not None:
                return found
    return _members_of(owner).get(lowered)


def all_members(owner: ClrType, value: Value = None) -> Iterator[ExtendedMember]:
    """Return the members that type data give, the nearest type first."""
    if _added and isinstance(value, PSObject) and value.type_names is not None:
        for name in value.type_names:
            yield from _added.get(name.lower(), {}).values()
    yield from _members_of(owner).values()


def declare(type_name: str, *members: ExtendedMember) -> None:
    """Say which members PowerShell's own type data give a .NET type; called by the module that has the type."""
    _BUILT_IN[type_name.lower()] = members
    _changed()


def add(type_name: str, member: ExtendedMember) -> None:
    """Add a member to all objects of a type name, as Update-TypeData does."""
    _spelled.setdefault(type_name.lower(), type_name)
    _added.setdefault(type_name.lower(), {})[member.name.lower()] = member
    _changed()


def added(type_name: str) -> dict[str, ExtendedMember]:
    """Return what was added to a type name, by lower-case member name."""
    return _added.get(type_name.lower(), {})


def built_in(type_name: str) -> dict[str, ExtendedMember]:
    """Return what PowerShell's own data give a type name, by lower-case member name."""
    return {each.name.lower(): each for each in _BUILT_IN.get(type_name.lower(), ())}


def names() -> list[str]:
    """Return the lower-case type names that have members added, by PowerShell or since."""
    return list(_BUILT_IN | _added)


def spelling(type_name: str) -> str:
    """Return a type name as it was first written."""
    known = _spelled.get(type_name.lower())
    if known is None:
        found = resolve(type_name)
        known = type_name if found is None else found.name
    return known


def remove(type_name: str | None = None) -> None:
    """Remove what was added to a type name, or all that was added."""
    if type_name is None:
        _added.clear()
    else:
        _added.pop(type_name.lower(), None)
    _changed()


__all__ = ["CodeProperty", "add", "added", "all_members", "built_in", "declare", "find", "names", "remove", "spelling"]
