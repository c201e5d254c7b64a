"""Get-Member: what an object can do."""

from __future__ import annotations

from collections.abc import Iterator

from shell.engine.commands.cmdlet import Cmdlet, Example, parameter
from shell.types import type_names, type_of
from shell.types.members import access as members
from shell.types.members.extended_members import MemberInfo
from shell.types.registry import reference_members
from shell.types.registry.declarations import clr_class, clr_method
from shell.types.registry.enumeration import enum_value, register_enum
from shell.types.registry.reference_members import NetMember
from shell.types.registry.table import ClrType
from shell.values.errors import ErrorCategory, InvalidOperationException
from shell.values.objects import AUTOMATION_NULL, MISSING, PSCustomObject, Value, unwrap
from shell.values.wildcard import wildcard_matcher

MEMBER_TYPES = register_enum(
    "System.Management.Automation.PSMemberTypes",
    {
        "AliasProperty": 1,
        "CodeProperty": 2,
        "Property": 4,
        "NoteProperty": 8,
        "ScriptProperty": 16,
        "Properties": 31,
        "PropertySet": 32,
        "Method": 64,
        "CodeMethod": 128,
        "ScriptMethod": 256,
        "Methods": 448,
        "ParameterizedProperty": 512,
        "MemberSet": 1024,
        "Event": 2048,
        "Dynamic": 4096,
        "InferredProperty": 8192,
        "All": 16383,
    },
    flags=True,
)

VIEW_TYPES = register_enum(
    "System.Management.Automation.PSMemberViewTypes", {"Extended": 1, "Adapted": 2, "Base": 4, "All": 7}, flags=True
)

_KINDS: dict[str, int] = MEMBER_TYPES.data["members"]
_EXTENDED_ONLY = 1 | 2 | 8 | 16 | 32 | 128 | 256 | 1024


@clr_class(
    "Microsoft.PowerShell.Commands.MemberDefinition",
    properties="TypeName:string Name:string MemberType:System.Management.Automation.PSMemberTypes Definition:string",
)
class MemberDefinition:
    """One line of Get-Member."""

    def __init__(self, type_name: str, name: str, kind: str, definition: str) -> None:
        self.type_name = type_name
        self.name = name
        self.member_type = enum_value(MEMBER_TYPES, _KINDS[kind])
        self.definition = definition

    def __str__(self) -> str:
        return self.definition

    @clr_method("ToString", "-> string")
    def to_string(self) -> str:
        """Return the definition."""
        return self.definition


class GetMember(
    Cmdlet,
    verb="Get",
    noun="Member",
    module="Microsoft.PowerShell.Utility",
    output=("Microsoft.PowerShell.Commands.MemberDefinition",),
):
    """Show the properties and methods of objects, once for each type that comes in."""

    examples = (
        Example("'text' | Get-Member", "The members of a string."),
        Example("Get-Date | Get-Member -MemberType Properties", "Only what has a value."),
        Example("[datetime] | Get-Member -Static", "The static members of a type."),
    )

    input_object: Value = parameter("psobject", pipeline=True, default=MISSING, help="The object to look at.")
    name: list[str] = parameter(
        "string[]", position=0, default=("*",), not_null_or_empty=True, help="Names of members; wildcards work."
    )
    member_type: int = parameter(
        "System.Management.Automation.PSMemberTypes", aliases=("Type",), default=16383, help="The kinds of members."
    )
    view: int = parameter(
        "System.Management.Automation.PSMemberViewTypes", default=3, help="Extended, Adapted, Base or All."
    )
    static: bool = parameter("switch", help="Show static members of the type.")
    force: bool = parameter("switch", help="Show what is hidden as a rule: PSObject and its like.")

    def begin(self) -> None:
        """No type has been shown yet."""
        self._shown: set[str] = set()

    def process(self) -> None:
        """Show the members of an object whose type is new."""
        value = self.input_object
        if value is MISSING or value is None or value is AUTOMATION_NULL:
            return
        static_type = self._static_type(value) if self.static else None
        type_name = static_type.full_name if static_type is not None else next(iter(type_names(value)), "<null>")
        if type_name in self._shown:
            return
        self._shown.add(type_name)
        found = self._members(value) if static_type is None else self._static_members(static_type)
        for pattern in self.name:
            matches = wildcard_matcher(pattern)
            wanted = [each for each in found if matches(each[1])]
            for kind, name, definition in sorted(wanted, key=lambda each: (each[0].lower(), each[1].lower())):
                self.write(MemberDefinition(type_name, name, kind, definition))

    def end(self) -> None:
        """Complain where there was no object at all."""
        if not self._shown:
            self.write_error(
                self.error(
                    "You must specify an object for the Get-Member cmdlet.",
                    "NoObjectInGetMember",
                    ErrorCategory.CloseError,
                    exception=InvalidOperationException,
                )
            )

    def _static_type(self, value: Value) -> ClrType:
        plain = unwrap(value)
        return plain if isinstance(plain, ClrType) else type_of(plain)

    def _members(self, value: Value) -> list[tuple[str, str, str]]:
        found = [
            (each.kind, each.name, each.definition) for each in _listed(value, self.force) if self._is_wanted(each)
        ]
        return list(dict.fromkeys(found))

    def _static_members(self, owner: ClrType) -> list[tuple[str, str, str]]:
        found = reference_members.static_members(owner)
        return [(each.kind, each.name, each.definition) for each in found if self._is_wanted(each)]

    def _is_wanted(self, member: MemberInfo | NetMember) -> bool:
        bit = _KINDS.get(member.kind, 0)
        if not bit & int(self.member_type):
            return False
        if member.name.startswith(("get_", "set_", "op_", "add_", "remove_")) and not self.force:
            return False
        view = int(self.view)
        if bit & _EXTENDED_ONLY:
            return bool(view & 1)
        return bool(view & 6)


def _listed(value: Value, force: bool) -> Iterator[MemberInfo | NetMember]:
    """What the object has of its own and by type data, what .NET lists for its type, what a class hides if forced."""
    base = unwrap(value)
    of_net = {each.name: each for each in reference_members.instance_members(type_of(base))}
    only_methods = isinstance(base, PSCustomObject) or hasattr(base, "adapter_names")
    hidden = type_of(base).data.get("hidden", ())
    for each in members.members(value, force):
        if each.kind in _OF_NET and each.name.lower() not in hidden:
            continue
        of_net.pop(each.name, None)
        yield each
    for net in of_net.values():
        if net.kind != reference_members.PROPERTY or not only_methods:
            yield net


_OF_NET = ("Method", "ParameterizedProperty")
"""The kinds of members that .NET's own list tells in full."""
