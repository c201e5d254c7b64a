"""-HaveParameter."""

from __future__ import annotations

from typing import Any

from cmdlets.testing.assertions.check import Check, Operator
from cmdlets.testing.assertions.nicely import joined
from shell.engine.binding.parameters import ParameterInfo
from shell.language.tree import Ast, ConstantExpressionAst, StringConstantExpressionAst
from shell.types import named
from shell.types.conversion.conversion import convert
from shell.types.conversion.text import to_string
from shell.values.errors import ArgumentException
from shell.values.objects import MISSING, PSObject, Value


class _Findings:
    """What was asked for, and what is not so."""

    def __init__(self, negate: bool) -> None:
        self.negate = negate
        self.filters: list[str] = []
        self.buts: list[str] = []

    def note(self, wanted: str, holds: bool, but: str, but_negated: str) -> None:
        """Add a condition; `but` says why it does not hold, `but_negated` that it does."""
        self.filters.append(wanted)
        if holds == self.negate:
            self.buts.append(but_negated if self.negate else but)


def have_parameter(check: Check) -> str | None:
    """A command has a parameter, of a type, mandatory, with a default and so on."""
    info = check.actual.base if isinstance(check.actual, PSObject) else check.actual
    if not hasattr(info, "kind") or not hasattr(info, "signature"):
        raise ArgumentException(
            "Input value must be non-null CommandInfo object. You can get one by calling Get-Command."
        )
    while info.kind == "Alias":
        info = info.resolve()
    given, session = check.given, check.session
    name = to_string(given.get("parametername"), session)
    found = next((each for each in info.signature(session).parameters if each.key == name.lower()), None)
    details = {key: value for key, value in given.items() if key != "parametername" and value is not None}
    findings = _Findings(check.negate)
    if not details or found is None:
        findings.note(_wanted(check, name), found is not None, "the parameter is missing", "the parameter exists")
        if found is None and check.negate:
            return None
    else:
        findings.filters.append(_wanted(check, name))
        _compare(check, findings, found, info, details)
    if not findings.buts:
        return None
    wanted, buts = joined(findings.filters, 3), joined(findings.buts, 2)
    return f"Expected command {info.name} {wanted},{check.because} but {buts}."


def _wanted(check: Check, name: str) -> str:
    return f"to {'not ' * check.negate}have a parameter {name}"


def _compare(check: Check, findings: _Findings, found: ParameterInfo, info: Any, details: dict[str, Value]) -> None:
    session = check.session
    no = "not " * check.negate
    if details.get("inparameterset"):
        name = to_string(details["inparameterset"], session)
        inside = found.in_all or any(each.lower() == name.lower() for each in found.sets)
        findings.note(
            f"{no}in parameter set {name}",
            inside,
            f"it was not in parameter set {name}",
            f"it was in parameter set {name}",
        )
    if details.get("mandatory"):
        findings.note(f"which is {no}mandatory", found.is_mandatory, "it wasn't mandatory", "it was mandatory")
    if "type" in details:
        wanted = convert(details["type"], named("type"))
        actual = f"it was of type [{found.type.name}]"
        findings.note(f"{no}of type [{wanted.name}]", found.type is wanted, actual, actual)
    if "defaultvalue" in details:
        default = _default(found, info)
        same = to_string(details["defaultvalue"], session).lower() == default.lower()
        shown = f"the default value was {check.show(default)}"
        findings.note(f"the default value {no}to be {check.show(details['defaultvalue'])}", same, shown, shown)
    if details.get("hasargumentcompleter"):
        completes = found.completer is not None or _has_registered(check, found, info)
        findings.note(f"has {no}ArgumentCompletion", completes, "has no ArgumentCompletion", "has ArgumentCompletion")
    if "alias" in details:
        _compare_aliases(check, findings, found, details["alias"])


def _compare_aliases(check: Check, findings: _Findings, found: ParameterInfo, value: Value) -> None:
    known = {each.lower() for each in found.aliases}
    for each in value if isinstance(value, list) else [value]:
        alias = to_string(each, check.session)
        findings.note(
            f"with alias {check.show(alias)}",
            alias.lower() in known,
            f"it didn't have an alias {check.show(alias)}",
            f"it had an alias {check.show(alias)}",
        )


def _has_registered(check: Check, found: ParameterInfo, info: Any) -> bool:
    table = check.session.state.get("argument_completers", {})
    return (info.name.lower(), found.key) in table or ("", found.key) in table


def _default(found: ParameterInfo, info: Any) -> str:
    """Return a default as it is written; a constant's value."""
    block = getattr(info, "script_block", None)
    for each in block.code.parameters if block is not None else ():
        if each.name.name.lower() == found.key:
            node: Ast | None = each.default_value
            if isinstance(node, StringConstantExpressionAst | ConstantExpressionAst):
                return to_string(node.value)
            return "" if node is None else node.extent.text
    return "" if found.default is MISSING or found.default is None else to_string(found.default)


OPERATORS = (
    Operator(
        "HaveParameter",
        have_parameter,
        parameters=(
            "ParameterName",
            "Type",
            "DefaultValue",
            "Mandatory",
            "InParameterSet",
            "HasArgumentCompleter",
            "Alias",
        ),
    ),
)

__all__ = ["OPERATORS"]
