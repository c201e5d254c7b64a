"""Base class and interfaces of a script's class, and the errors in them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from shell.engine.compile.unit import Unit
from shell.engine.run.scope import Scope
from shell.language.errors import ParseError
from shell.language.messages import message
from shell.language.tree import FunctionMemberAst, TypeConstraintAst, TypeDefinitionAst
from shell.types import ClrType


def is_interface(found: ClrType) -> bool:
    """True for an interface, even one that is known by name only."""
    name = found.short_name
    return found.is_interface or (name[:1] == "I" and name[1:2].isupper() and "script" not in found.data)


def check_bases(
    classes: Sequence[TypeDefinitionAst], own: Sequence[TypeDefinitionAst], unit: Unit, scope: Scope
) -> list[ParseError]:
    """Check the bases of classes. A base class of the script must be defined before its derived classes.

    `own` are all types of the script, enumerations too.
    """
    by_name = {node.name.lower(): node for node in own}
    errors = []
    defined: set[str] = set()
    for node in classes:
        for place, constraint in enumerate(node.base_types):
            text = constraint.type_name.full_text
            known = by_name.get(text.lower())
            if known is not None:
                error_id = _check_own(known, place, defined)
            else:
                error_id = _check_type(constraint, scope.runspace.find_type(text, unit.namespaces), place)
            if error_id:
                errors.append(ParseError(constraint.extent, error_id, message(error_id, text)))
        if node.base_types and not errors and not _constructors(node):
            base = node.base_types[0].type_name.full_text
            if _needs_arguments(by_name.get(base.lower()), scope.runspace.find_type(base, unit.namespaces)):
                error_id = "BaseClassNoDefaultCtor"
                errors.append(ParseError(node.extent, error_id, message(error_id, base)))
        defined.add(node.name.lower())
    return errors


def _constructors(node: TypeDefinitionAst) -> list[FunctionMemberAst]:
    found = (each for each in node.members if isinstance(each, FunctionMemberAst))
    return [each for each in found if each.is_constructor and not each.is_static]


def _needs_arguments(own: TypeDefinitionAst | None, found: ClrType | None) -> bool:
    """True if every constructor of a base class, of the script or of .NET, has parameters."""
    if own is not None:
        known = _constructors(own)
        return bool(known) and all(each.function_definition.parameters for each in known)
    if found is None or is_interface(found):
        return False
    return bool(found.constructors) and all(each.signature.required for each in found.constructors)


def _check_own(base: TypeDefinitionAst, place: int, defined: set[str]) -> str:
    if base.kind == "enum":
        return "InterfaceNameExpected" if place else "SealedBaseClass"
    if base.name.lower() not in defined:
        return "TypeNotFound"
    return "InterfaceNameExpected" if place else ""


def _check_type(constraint: TypeConstraintAst, found: ClrType | None, place: int) -> str:
    if constraint.type_name.array_ranks:
        return "SubtypeArray"
    if "`" in constraint.type_name.full_text and "[" not in constraint.type_name.full_text:
        return "SubtypeUnclosedGeneric"
    if found is None:
        return "TypeNotFound"
    if place:
        return "" if is_interface(found) else "InterfaceNameExpected"
    return "SealedBaseClass" if found.is_sealed or found.name in _SPECIAL else ""


_SPECIAL: Final = frozenset(
    f"System.{name}" for name in ("Array", "Delegate", "MulticastDelegate", "Enum", "ValueType")
)
"""Classes that cannot be derived from though they are not sealed."""


__all__ = ["check_bases", "is_interface"]
