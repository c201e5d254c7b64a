"""All operators by name, and the parameters of Should that follow from them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cmdlets.testing.assertions import calls, collections, comparing, equality, files, parameters, throwing
from cmdlets.testing.assertions.check import Operator
from shell.engine.commands.cmdlet import ParameterDeclaration, SetMembership, parameter

OPERATORS: Final[dict[str, Operator]] = {
    each.name.lower(): each
    for module in (equality, comparing, collections, throwing, files, parameters, calls)
    for each in module.OPERATORS
}
"""The built-in operators by lower-case name."""

SWITCHES: Final = frozenset(("passthru", "mandatory", "hasargumentcompleter", "exactly", "exclusivefilter"))
_TYPES: Final = {
    "ErrorId": "string",
    "ExpectedMessage": "string",
    "InParameterSet": "string",
    "Alias": "string[]",
    "Times": "int",
    "ParameterFilter": "scriptblock",
    "ModuleName": "string",
    "Scope": "string",
    "CommandName": "string",
    "ParameterName": "string",
}


def find(name: str) -> Operator | None:
    """Return an operator by its name or alias."""
    lowered = name.lower()
    found = OPERATORS.get(lowered)
    if found is not None:
        return found
    return next((each for each in OPERATORS.values() if each.alias.lower() == lowered), None)


def declared() -> Iterator[ParameterDeclaration]:
    """Yield the parameters that the built-in operators give to Should: one switch each, then their own."""
    for each in OPERATORS.values():
        aliases = (each.alias,) if each.alias else ()
        made: ParameterDeclaration = parameter(
            "switch", name=each.name, mandatory=True, sets=(each.name,), aliases=aliases, help="The operator."
        )
        yield made
    for name, sets in _memberships().items():
        kind = "switch" if name.lower() in SWITCHES else _TYPES.get(name, "object")
        shared: ParameterDeclaration = parameter(
            kind,
            name=name,
            sets=sets,
            help="What the operator compares with.",
            allow_null=True,
            allow_empty_string=True,
            allow_empty_collection=True,
        )
        yield shared


def _memberships() -> dict[str, dict[str, SetMembership]]:
    found: dict[str, dict[str, SetMembership]] = {}
    for operator in OPERATORS.values():
        for place, name in enumerate(operator.parameters):
            position = None if name.lower() in SWITCHES else place
            found.setdefault(name, {})[operator.name] = SetMembership(position=position)
    return found


__all__ = ["OPERATORS", "SWITCHES", "declared", "find"]
