"""Operators that scripts add with Add-ShouldOperator."""

from __future__ import annotations

from cmdlets.testing.assertions.check import Check, Operator
from shell.engine.binding.parameters import Argument
from shell.engine.run.frame import NO_SITE
from shell.engine.run.functions import FunctionStage
from shell.engine.run.pipeline import run_pipeline
from shell.engine.run.script_block import ScriptBlock
from shell.types.conversion.conversion import to_bool
from shell.types.conversion.text import to_string
from shell.types.members.access import get_member
from shell.values.objects import PRESENT

_OWN = ("actualvalue", "negate", "because", "callersessionstate")


def custom_operator(name: str, block: ScriptBlock, alias: str, takes_all: bool) -> Operator:
    """Return the operator that a script block is."""
    written = [each.name.name for each in block.code.parameters]
    names = tuple(each for each in written if each.lower() not in _OWN)
    accepts = {each.lower() for each in written}

    def test(check: Check) -> str | None:
        arguments = {"ActualValue": check.actual}
        if check.negate:
            arguments["Negate"] = PRESENT
        if check.reason:
            arguments["Because"] = check.reason
        arguments.update({each: check.given[each.lower()] for each in names if each.lower() in check.given})
        result = _run(check, block, {key: value for key, value in arguments.items() if key.lower() in accepts})
        if to_bool(get_member(result, "Succeeded", check.session)):
            return None
        return to_string(get_member(result, "FailureMessage", check.session), check.session)

    return Operator(name, test, alias, takes_all, names)


def _run(check: Check, block: ScriptBlock, arguments: dict[str, object]) -> object:
    session = check.session
    items: list[object] = []
    scope = session.scope
    given = [Argument(key, value) for key, value in arguments.items()]
    try:
        run_pipeline((FunctionStage(scope, block, None, given, NO_SITE, items.append),), None, scope)
    finally:
        session.scope = scope
    return items[-1] if items else None


__all__ = ["custom_operator"]
