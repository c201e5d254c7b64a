"""PowerShell's type data: members that it adds to .NET types, and those that a session adds with Update-TypeData.

PowerShell's own data are the same for all sessions. What a session adds or removes lies in its runspace's
`OwnTypeData`; look-ups use that of the current runspace.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, ClassVar, Final
from weakref import ref

from shell.lazy import lazy
from shell.types import ClrType, resolve
from shell.types.members.extended_members import AliasProperty, BuiltInScriptProperty, CodeProperty, ExtendedMember
from shell.values.objects import PSObject, Value, unwrap
from shell.values.registries import CURRENT, OwnTypeData, Registries

if TYPE_CHECKING:
    from shell.types.operators import formatting
else:
    formatting = lazy("shell.types.operators.formatting", globals())


_AUTOMATION: Final = "System.Management.Automation."


def _long_date(value: Any) -> str:
    return f"{formatting.format_value(value, 'D')} {formatting.format_value(value, 'T')}"


class _ShownDate(BuiltInScriptProperty):
    """DateTime.DateTime: date, time or both, as the note property DisplayHint says."""

    def get(self, owner: Value, session: Any = None) -> Value:
        """Return the date, the time, or both."""
        if isinstance(owner, PSObject):
            pattern = {"date": "D", "time": "T"}.get(str(owner.members.get("DisplayHint")).lower())
            if pattern is not None:
                return formatting.format_value(owner.base, pattern)
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
    _AUTOMATION.lower() + "commandinfo": (
        AliasProperty("Namespace", "ModuleName"),
        BuiltInScriptProperty(
            "HelpUri",
            lambda command: unwrap(command).help_uri,
            "System.Object",
            "[Microsoft.PowerShell.Commands.GetHelpCodeMethods]::GetHelpUri($this)",
        ),
    ),
}


class Use:
    """Whether any session of this process changed type data. As long as none did, look-ups skip the question."""

    any = False
    changed: ClassVar[dict[int, ref[OwnTypeData]]] = {}
    """The tables that are not empty, while their sessions live. A dictionary, since its values can be listed while
    another thread adds one.
    """

    @classmethod
    def tables(cls) -> Iterator[OwnTypeData]:
        """Yield the tables that are not empty."""
        for each in list(cls.changed.values()):
            own = each()
            if own is not None:
                yield own


class _BuiltIn:
    """`state` is a new object after each declaration, which invalidates the caches of types."""

    state: object = object()


epoch = 0
"""Counts the changes of all sessions. A change invalidates the caches of members."""


def _changed() -> None:
    global epoch
    epoch += 1


def _members_of(owner: ClrType) -> dict[str, ExtendedMember]:
    """Return the members that PowerShell's own data add to a type and its bases."""
    known = owner.extended
    if known is not None and known[0] is _BuiltIn.state:
        return known[1]
    state = _BuiltIn.state
    found: dict[str, ExtendedMember] = {}
    for each in owner.lineage():
        for member in _BUILT_IN.get(each.name.lower(), ()):
            found.setdefault(member.name.lower(), member)
    owner.extended = (state, found)
    return found


def _own_members_of(registries: Registries, owner: ClrType) -> dict[str, ExtendedMember]:
    """Return the members that PowerShell's and the session's data add to a type and its bases."""
    own = registries.type_data
    if not (own.added or own.removed):
        return _members_of(owner)
    known = own.merged.get(owner)
    if known is not None:
        return known
    found: dict[str, ExtendedMember] = {}
    for each in owner.lineage():
        for key, member in own.added.get(each.display_name.lower(), {}).items():
            found.setdefault(key, member)
        if each.name.lower() not in own.removed:
            for member in _BUILT_IN.get(each.name.lower(), ()):
                found.setdefault(member.name.lower(), member)
    if owner.home is None or owner.home is registries:  # another session's class is not kept alive
        own.merged[owner] = found
    return found


def find(owner: ClrType, lowered: str, value: Value = None) -> ExtendedMember | None:
    """Return the member that type data add to a type, or to an object with type names of its own."""
    if not Use.any:
        return _members_of(owner).get(lowered)
    registries = CURRENT.get()
    own = registries.type_data
    if own.added and isinstance(value, PSObject) and value.type_names is not None:
        for name in value.type_names:
            found = own.added.get(name.lower(), {}).get(lowered)
            if found is not None:
                return found
    known = own.merged.get(owner)
    return (_own_members_of(registries, owner) if known is None else known).get(lowered)


def touches_custom_objects() -> bool:
    """True if the current session added members to all custom objects."""
    if not Use.any:
        return False
    added = CURRENT.get().type_data.added
    return "system.management.automation.pscustomobject" in added or "system.object" in added


def may_hide(owner: ClrType, lowered: str) -> bool:
    """True if type data of any session might hide a .NET type's member of this name.

    Used for the cache of a call site, whose code several sessions may run.
    """
    return lowered in _members_of(owner) or is_added(lowered)


def is_added(lowered: str) -> bool:
    """True if any session of this process added a member of this name to a type."""
    return Use.any and any(lowered in members for own in Use.tables() for members in list(own.added.values()))


def all_members(owner: ClrType, value: Value = None) -> Iterator[ExtendedMember]:
    """Return the members of type data, those of the nearest type first."""
    registries = CURRENT.get()
    own = registries.type_data
    if own.added and isinstance(value, PSObject) and value.type_names is not None:
        for name in value.type_names:
            yield from own.added.get(name.lower(), {}).values()
    yield from _own_members_of(registries, owner).values()


def declare(type_name: str, *members: ExtendedMember) -> None:
    """Declare the members that PowerShell's own type data add to a .NET type; called by the type's module."""
    _BUILT_IN[type_name.lower()] = members
    _BuiltIn.state = object()
    for own in Use.tables():
        own.merged = {}
    _changed()


def own_changed(own: OwnTypeData) -> None:
    """Drop the merged tables of a session whose type data changed."""
    own.merged = {}
    Use.any = True
    key = id(own)
    if key not in Use.changed:
        Use.changed[key] = ref(own, lambda gone: Use.changed.pop(key, None))
    _changed()


def add(own: OwnTypeData, type_name: str, member: ExtendedMember) -> None:
    """Add a member to all objects of a type name in one session, as Update-TypeData does."""
    own.spelled.setdefault(type_name.lower(), type_name)
    own.added.setdefault(type_name.lower(), {})[member.name.lower()] = member
    own_changed(own)


def added(own: OwnTypeData, type_name: str) -> dict[str, ExtendedMember]:
    """Return the members that a session added to a type name, by lower-case name."""
    return own.added.get(type_name.lower(), {})


def built_in(own: OwnTypeData, type_name: str) -> dict[str, ExtendedMember]:
    """Return the members of PowerShell's own data that a type name still has in a session, by lower-case name."""
    if type_name.lower() in own.removed:
        return {}
    return {each.name.lower(): each for each in _BUILT_IN.get(type_name.lower(), ())}


def names(own: OwnTypeData) -> list[str]:
    """Return the lower-case type names with members, of PowerShell's or the session's data."""
    return [each for each in _BUILT_IN if each not in own.removed or each in own.added] + [
        each for each in own.added if each not in _BUILT_IN
    ]


def spelling(own: OwnTypeData, type_name: str) -> str:
    """Return a type name as it was first written."""
    known = own.spelled.get(type_name.lower())
    if known is None:
        found = resolve(type_name)
        known = type_name if found is None else found.name
    return known


def remove(own: OwnTypeData, type_name: str) -> None:
    """Remove all members of a type name in one session, including those of PowerShell's own data."""
    own.added.pop(type_name.lower(), None)
    if type_name.lower() in _BUILT_IN:
        own.removed.add(type_name.lower())
    own_changed(own)


__all__ = [
    "CodeProperty",
    "Use",
    "add",
    "added",
    "all_members",
    "built_in",
    "declare",
    "find",
    "is_added",
    "may_hide",
    "names",
    "own_changed",
    "remove",
    "spelling",
    "touches_custom_objects",
]
