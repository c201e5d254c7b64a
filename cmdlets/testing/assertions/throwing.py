"""-Throw."""

from __future__ import annotations

from cmdlets.testing.assertions.check import Check, Operator
from cmdlets.testing.assertions.nicely import joined
from shell.engine.operators.operators import is_of
from shell.engine.run.failures import locate
from shell.engine.run.script_block import ScriptBlock
from shell.types import named, type_of
from shell.types.conversion.conversion import convert
from shell.types.conversion.text import to_string
from shell.types.members.python_errors import as_error
from shell.values.errors import ArgumentException, ErrorRecord, NetException, record_of
from shell.values.flow import ControlFlow
from shell.values.objects import PSObject, Value
from shell.values.wildcard import unescape, wildcard_matcher


def throw(check: Check) -> str | None:
    """The block throws, and what it throws fits."""
    base = check.actual.base if isinstance(check.actual, PSObject) else check.actual
    if not isinstance(base, ScriptBlock):
        raise ArgumentException(
            "Input is not a ScriptBlock. Input to '-Throw' and '-Not -Throw' must be enclosed in curly braces."
        )
    error = _run(check, base)
    if check.negate:
        if error is None:
            return None
        record = record_of(error)
        return (
            f"Expected no exception to be thrown,{check.because} but an exception"
            f' "{record.exception.message}" was thrown {_place(record)}.'
        )
    record_found = None if error is None else record_of(error)
    filters, buts = _compare(check, record_found)
    if not buts:
        if record_found is not None and check.given.get("passthru"):
            check.output.append(record_found)
        return None
    wanted = f" with {joined(filters, 3)}" if filters else ""
    place = "" if record_found is None else _place(record_found)
    return f"Expected an exception{wanted} to be thrown,{check.because} but {joined(buts, 2)}. {place}".strip()


def _run(check: Check, block: ScriptBlock) -> NetException | None:
    """Run the block in a scope of its own, as inside a `try`."""
    session = check.session
    scope, propagates, caught = session.scope, session.propagates, session.caught
    session.propagates = True
    try:
        session.invoke(block)
    except ControlFlow:
        return None
    except Exception as error:
        found = locate(scope, as_error(error), block.code.ast.extent)
        session.scope = scope
        session.record_error(found)
        return found
    finally:
        session.scope, session.propagates, session.caught = scope, propagates, caught
    return None


def _compare(check: Check, record: ErrorRecord | None) -> tuple[list[str], list[str]]:
    """Return what was asked for, and what does not fit."""
    given, session = check.given, check.session
    filters: list[str] = []
    buts: list[str] = []
    kind = given.get("exceptiontype")
    if kind is not None:
        wanted = convert(kind, named("type"))
        filters.append(f"type {check.show(wanted)}")
        if record is not None and not is_of(record.exception, wanted):
            buts.append(f"the exception type was {check.show(type_of(record.exception))}")
    for name, key, shown, actual in (
        ("message", "expectedmessage", "message like", None if record is None else record.exception.message),
        (
            "FullyQualifiedErrorId",
            "errorid",
            "FullyQualifiedErrorId",
            None if record is None else record.fully_qualified_error_id,
        ),
    ):
        pattern = to_string(given.get(key), session) if given.get(key) is not None else ""
        if not pattern.strip():
            continue
        filters.append(f"{shown} {check.show(unescape(pattern) if key == 'expectedmessage' else pattern)}")
        if actual is not None and not _fits(actual, pattern, check.as_older):
            buts.append(f"the {name} was {check.show(actual)}")
    if record is None:
        buts.append("no exception was thrown")
    return filters, buts


def _fits(actual: str, pattern: str, anywhere: bool) -> bool:
    """True for a text that is like the pattern; the form without dashes takes a part of it, too."""
    return wildcard_matcher(pattern)(actual) or (anywhere and pattern.lower() in actual.lower())


def _place(record: ErrorRecord) -> str:
    """Return where an error came from, in the lines of a position message."""
    message: Value = record.invocation.position_message if record.invocation is not None else ""
    lines = [line for line in str(message).splitlines() if line.strip()]
    if not lines:
        return ""
    lines[0] = "from " + lines[0].removeprefix("At ")
    return "\n    ".join(lines)


OPERATORS = (Operator("Throw", throw, parameters=("ExpectedMessage", "ErrorId", "ExceptionType", "PassThru")),)

__all__ = ["OPERATORS"]
