"""Operators that scripts add with Add-ShouldOperator."""

from __future__ import annotations

from cmdlets.testing.assertions.check import Check, Operator
from shell.runtime.conversion import to_bool
from shell.runtime.members import get_member
from shell.runtime.objects import PRESENT
from shell.runtime.scriptblock import ScriptBlock
from shell.runtime.text import to_string

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
    from shell.runtime.frame import NO_SITE
    from shell.runtime.functions import FunctionStage
    from shell.runtime.parameters import Argument
    from shell.runtime.pipeline import run_pipeline

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
