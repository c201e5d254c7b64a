"""Members of everyday .NET types as reflection lists them, for completion and Get-Member.

The names, types and parameters of `netmembers.jsonl` are .NET's own; a member that the runtime can run shows the
runtime's declaration, with the names of its parameters. Members that a type implements only for an interface
(`IConvertible.ToInt32` of a number) follow from `interfacemembers`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Final

from shell.types.registry import interface_members
from shell.types.registry.enumeration import enum_members
from shell.types.registry.signatures import bind_type
from shell.types.registry.table import OBJECT, ClrType, Property

PROPERTY: Final = "Property"
METHOD: Final = "Method"
INDEXER: Final = "ParameterizedProperty"
_INDEXER_MARK: Final = "@"
"""Prefix of an indexer's name in the list."""
_FIELD_MARK: Final = "."
"""Prefix of the type of a static field: PowerShell shows `static` for fields only."""
_ACCESSORS: Final = ("get_", "set_", "op_", "add_", "remove_")


@dataclass(frozen=True, slots=True)
class NetMember:
    """A member of a .NET type. `kind` is its PSMemberTypes name; a method has a definition for each overload."""

    name: str
    kind: str
    type_name: str
    definitions: tuple[str, ...]

    @property
    def definition(self) -> str:
        """Return the definition that Get-Member shows."""
        return ", ".join(self.definitions)


@dataclass(frozen=True, slots=True)
class Extended:
    """Kind and name of a member that PowerShell's type data add."""

    name: str
    kind: str


@cache
def _facts() -> dict[str, dict[str, Any]]:
    text = resources.files("shell.types.registry").joinpath("reference_members.jsonl").read_text(encoding="utf-8")
    return {row["type"].lower(): row for row in map(json.loads, text.splitlines())}


def is_known(name: str) -> bool:
    """True if .NET's own list of a type's members is here."""
    return "instance" in _facts().get(name.lower(), ())


def extended_members(names: Sequence[str]) -> Iterator[Extended]:
    """Yield the members that PowerShell's own type data add to the types of a lineage."""
    for name in names:
        for member in _facts().get(name.lower(), {}).get("extended", ()):
            kind, _, member_name = member.partition(" ")
            yield Extended(member_name, kind)


def lineage_of(type: ClrType | None, name: str = "") -> list[str]:
    """Return the names of a type and its bases; for a type that is not emulated, only its name."""
    if type is None:
        return [name, OBJECT.name]
    if type.element_type is not None:
        return ["System.Object[]", "System.Array", OBJECT.name]
    return [each.name for each in type.lineage()]


def instance_members(type: ClrType | None, name: str = "") -> list[NetMember]:
    """Return the members of a type's objects, in no order. `name` is for a type that is not emulated."""
    lineage = lineage_of(type, name)
    table = _table(lineage, "instance")
    owner = type if type is not None else OBJECT
    listed = _own_names(owner, table, static=False)
    found = [_member(owner, key, facts, static=False) for key, facts in listed.items()]
    return _with_interfaces(lineage, owner, found)


def static_members(type: ClrType) -> list[NetMember]:
    """Return the static members of a type, with `new` if it has constructors."""
    lineage = lineage_of(type)
    listed = _own_names(type, _table(lineage, "static"), static=True)
    for inherited, facts in _facts()["system.object"]["static"].items():
        listed.setdefault(inherited, facts)
    found = [_member(type, key, facts, static=True) for key, facts in listed.items()]
    if type.is_enum:
        found += [_enum_member(type, name) for name in enum_members(type)]
    constructors = constructor_texts(type)
    if constructors:
        found.append(NetMember("new", METHOD, type.accelerator, tuple(constructors)))
    return found


def _table(lineage: Sequence[str], side: str) -> dict[str, Any] | None:
    """Return the list of the nearest type that has one; None if only System.Object has."""
    for name in lineage[:-1]:
        table: dict[str, Any] | None = _facts().get(name.lower(), {}).get(side)
        if table is not None:
            return table
    return None


def _own_names(owner: ClrType, table: dict[str, Any] | None, *, static: bool) -> dict[str, Any]:
    """Return the members to list: those of the list, and those declared here for types without a list."""
    listed: dict[str, Any] = dict(table or {})
    for each in owner.lineage():
        if is_known(each.name) and table is not None:
            break
        for name, facts in _declared(each, static=static).items():
            listed.setdefault(name, facts)
    return listed


def _declared(owner: ClrType, *, static: bool) -> dict[str, Any]:
    """Return the members that are declared here for the type itself and not hidden."""
    owner.load()
    found: dict[str, Any] = {p.name: p.type_name for p in owner.properties.values() if p.static is static}
    for overloads in owner.methods.values():
        method = overloads[0]
        if method.static is static and not method.name.startswith(_ACCESSORS):
            found.setdefault(method.name, [])
    hidden = owner.data.get("hidden", ())
    return {name: facts for name, facts in found.items() if name.lower() not in hidden}


def _member(owner: ClrType, key: str, facts: Any, *, static: bool) -> NetMember:
    if isinstance(facts, str):
        return _property(owner, key, facts, static=static)
    name = key.removeprefix(_INDEXER_MARK)
    prefix = "static " if static else ""
    overloads = owner.overloads(name.lower(), static)
    shown = [each.signature.definition(name, owner) for each in overloads] or [_written(name, each) for each in facts]
    definitions = tuple(prefix + each for each in shown)
    if key == name:
        return NetMember(name, METHOD, "System.Management.Automation.PSMethod", definitions)
    accessors = " {get;}" if name == "Chars" else " {get;set;}"
    return NetMember(name, INDEXER, "System.Object", tuple(each + accessors for each in definitions))


def _written(name: str, facts: str) -> str:
    """Return the definition for a name and a signature such as `int (string)`."""
    returns, _, parameters = facts.partition(" (")
    return f"{returns} {name}({parameters}"


def _property(owner: ClrType, name: str, type_name: str, *, static: bool) -> NetMember:
    prop: Property | None = owner.property(name.lower(), static)
    wanted = None if prop is None else bind_type(prop.type_name, owner)
    shown = type_name.removeprefix(_FIELD_MARK) if wanted is None else wanted.accelerator
    accessors = "get;set;" if prop is not None and prop.set is not None else "get;"
    prefix = "static " if static and (type_name.startswith(_FIELD_MARK) or not is_known(owner.name)) else ""
    return NetMember(name, PROPERTY, shown, (f"{prefix}{shown} {name} {{{accessors}}}",))


def _with_interfaces(lineage: Sequence[str], owner: ClrType, found: list[NetMember]) -> list[NetMember]:
    """Add the interfaces' methods to those of the type, and the properties that only an interface has."""
    members = {each.name: each for each in found}
    for name, definition in interface_members.methods(lineage, owner):
        known = members.get(name)
        before = known.definitions if known is not None and known.kind == METHOD else ()
        implicit = definition.replace(f" {definition.split('(')[0].rpartition(' ')[2]}(", f" {name}(")
        before = tuple(implicit if each == interface_members.without_names(implicit) else each for each in before)
        members[name] = NetMember(name, METHOD, "System.Management.Automation.PSMethod", (*before, definition))
    for name, definition in interface_members.indexers(lineage):
        members.setdefault(name, NetMember(name, INDEXER, OBJECT.name, (definition,)))
    for name, shown in interface_members.properties(lineage):
        members.setdefault(name, NetMember(name, PROPERTY, shown, (f"{shown} {name} {{get;}}",)))
    return list(members.values())


def _enum_member(type: ClrType, name: str) -> NetMember:
    shown = type.accelerator
    return NetMember(name, PROPERTY, shown, (f"static {shown} {name} {{get;}}",))


def constructor_texts(type: ClrType) -> list[str]:
    """Return a type's constructors as Get-Member shows them: `version new(int major, int minor)`."""
    own = type.constructor_overloads()
    shown = type.accelerator
    if own:
        return [each.signature.definition("new", type).replace("void", shown, 1) for each in own]
    known = _facts().get(type.name.lower(), {}).get("constructors", ())
    return [f"{shown} new{each}" for each in known]
