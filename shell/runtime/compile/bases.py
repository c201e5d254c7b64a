"""What a class derives from and implements, and what is wrong with that."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from shell.language.errors import ParseError
from shell.language.messages import message
from shell.language.tree import TypeConstraintAst, TypeDefinitionAst
from shell.runtime.compile.unit import Unit
from shell.runtime.scope import Scope
from shell.runtime.scriptclass import ClassBody
from shell.runtime.types import ClrType


def bases_first(nodes: Sequence[TypeDefinitionAst]) -> list[TypeDefinitionAst]:
    """Order classes so that each comes behind those that it derives from, as far as they do not go in a circle."""
    by_name = {node.name.lower(): node for node in nodes}
    ordered: list[TypeDefinitionAst] = []
    begun: set[str] = set()

    def add(node: TypeDefinitionAst) -> None:
        if node.name.lower() in begun:
            return
        begun.add(node.name.lower())
        for base in node.base_types:
            known = by_name.get(base.type_name.full_text.lower())
            if known is not None:
                add(known)
        ordered.append(node)

    for node in nodes:
        add(node)
    return ordered


def is_interface(found: ClrType) -> bool:
    """True for an interface, also one that is only known by its name."""
    name = found.short_name
    return found.is_interface or (name[:1] == "I" and name[1:2].isupper() and "script" not in found.data)


def check_bases(
    ordered: Sequence[TypeDefinitionAst], own: Sequence[TypeDefinitionAst], unit: Unit, scope: Scope
) -> list[ParseError]:
    """Check what classes name behind their colon. `own` are all types of the script, enumerations too."""
    by_name = {node.name.lower(): node for node in own}
    errors = []
    defined: set[str] = set()
    for node in ordered:
        for place, constraint in enumerate(node.base_types):
            text = constraint.type_name.full_text
            known = by_name.get(text.lower())
            if known is not None:
                error_id = _check_own(known, place, defined)
            else:
                error_id = _check_type(constraint, scope.runspace.find_type(text, unit.namespaces), place)
            if error_id:
                errors.append(ParseError(constraint.extent, error_id, message(error_id, text)))
        defined.add(node.name.lower())
    return errors


def _check_own(base: TypeDefinitionAst, place: int, defined: set[str]) -> str:
    if base.kind == "enum":
        return "InterfaceNameExpected" if place else "SealedBaseClass"
    if base.name.lower() not in defined:
        return "TypeNotFound"
    return "InterfaceNameExpected" if place else ""


def _check_type(constraint: TypeConstraintAst, found: ClrType | None, place: int) -> str:
    if constraint.type_name.array_ranks:
        return "SubtypeArray"
    if found is None:
        return "TypeNotFound"
    if place:
        return "" if is_interface(found) else "InterfaceNameExpected"
    return "SealedBaseClass" if found.is_sealed else ""


_ASKED: Final[dict[str, tuple[tuple[str, int], ...]]] = {
    "IDisposable": (("Dispose", 0),),
    "IComparable": (("CompareTo", 1),),
    "IComparable`1": (("CompareTo", 1),),
    "IEquatable`1": (("Equals", 1),),
    "IComparer": (("Compare", 2),),
    "IComparer`1": (("Compare", 2),),
    "IEqualityComparer": (("Equals", 2), ("GetHashCode", 1)),
    "IEqualityComparer`1": (("Equals", 2), ("GetHashCode", 1)),
    "IEnumerable": (("GetEnumerator", 0),),
    "IEnumerator": (("MoveNext", 0), ("Reset", 0)),
    "ICloneable": (("Clone", 0),),
    "IFormattable": (("ToString", 2),),
}
"""The methods of interfaces that scripts implement, with the number of their parameters."""


def check_interfaces(node: TypeDefinitionAst, body: ClassBody) -> list[ParseError]:
    """Check that a class has the methods of its interfaces."""
    for interface in body.type.interface_names:
        for name, count in _ASKED.get(interface.partition("[")[0].rpartition(".")[2], ()):
            overloads = body.type.overloads(name.lower())
            if any(len(each.signature.parameters) == count and not each.static for each in overloads):
                continue
            reason = (
                f"Method '{name}' in type '{node.name}' from assembly 'PowerShell Class Assembly, Version=1.0.0.0, "
                "Culture=neutral, PublicKeyToken=null' does not have an implementation."
            )
            return [ParseError(node.extent, "TypeCreationError", message("TypeCreationError", node.name, reason))]
    return []


__all__ = ["bases_first", "check_bases", "check_interfaces", "is_interface"]
