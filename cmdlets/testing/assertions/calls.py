"""-Invoke and -InvokeVerifiable: what was asked of mocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cmdlets.testing.assertions.check import Check, Operator
from cmdlets.testing.model import Block, Test
from cmdlets.testing.state import TestSession, tests_of
from shell.lazy import lazy
from shell.types.conversion.conversion import to_bool, to_int
from shell.types.conversion.text import to_string
from shell.values.errors import RuntimeException

if TYPE_CHECKING:
    from cmdlets.testing import mocks
else:
    mocks = lazy("cmdlets.testing.mocks", globals())


def invoke(check: Check) -> str | None:
    """A mocked command was called so often."""
    given, session = check.given, check.session
    tests = tests_of(session)
    written = to_string(given.get("commandname"), session)
    module = to_string(given["modulename"]) if given.get("modulename") else ""
    if not module and tests.module is not None:
        module = tests.module.name
    command = _canonical(check, written)
    known = mocks.visible(tests, command, module.lower())
    if not known:
        raise _no_mock(written, module)
    name = known[0].info.name
    times = to_int(given["times"]) if given.get("times") is not None else 1
    exactly = to_bool(given.get("exactly")) or (given.get("times") is not None and times == 0)
    filter = given.get("parameterfilter")
    calls = [
        each
        for each in mocks.calls_of(_place(tests, given.get("scope"), check))
        if each.command == command and each.module == module.lower()
    ]
    fitting = [each for each in calls if filter is None or mocks.passes(session, filter, each)]
    shown = name + (f" in module {module}" if module else "")
    if to_bool(given.get("exclusivefilter")) and len(fitting) < len(calls):
        return (
            f"Expected {shown} to only be called with with parameters matching the specified"
            f" filter,{check.because} but {len(calls) - len(fitting)} non-matching calls were made"
        )
    return _verdict(check, shown, times, exactly, len(fitting))


def _verdict(check: Check, shown: str, times: int, exactly: bool, count: int) -> str | None:
    if check.negate:
        if exactly and count == times:
            return f"Expected {shown} not to be called exactly {times} times,{check.because} but it was"
        if not exactly and count >= times:
            return f"Expected {shown} to be called less than {times} times,{check.because} but was called {count} times"
        return None
    if exactly and count != times:
        return f"Expected {shown} to be called {times} times exactly,{check.because} but was called {count} times"
    if not exactly and count < times:
        return f"Expected {shown} to be called at least {times} times,{check.because} but was called {count} times"
    return None


def _canonical(check: Check, name: str) -> str:
    """Return the lower-case name of the command that a name means."""
    found = check.session.commands.find(name)
    seen: set[str] = set()
    while found is not None and found.kind == "Alias" and found.name.lower() not in seen:
        seen.add(found.name.lower())
        found = found.resolve()  # type: ignore[attr-defined]
    return found.name.lower() if found is not None else name.lower()


def _no_mock(command: str, module: str) -> RuntimeException:
    where = f"in module {module}" if module else "in script scope"
    text = (
        f"Should -Invoke: Could not find Mock for command {command} {where}. Was the mock defined? Did you use the same"
        " -ModuleName as on the Mock? When using InModuleScope are InModuleScope, Mock and Should -Invoke using the"
        " same -ModuleName?"
    )
    return RuntimeException(text, error_id=text)


def _place(tests: TestSession, scope: object, check: Check) -> Test | Block:
    """Return where calls count: the test that runs, else the block; or what -Scope says."""
    current: Test | Block | None = tests.test or tests.block
    assert current is not None
    if scope is None:
        return current
    word = to_string(scope, check.session).lower()
    chain: list[Test | Block] = [tests.test] if tests.test is not None else []
    chain += reversed(tests.block.lineage() if tests.block is not None else [])
    if word.isdigit():
        return chain[min(int(word), len(chain) - 1)] if chain else current
    for each in chain:
        if word == ("it" if isinstance(each, Test) else each.command.lower()):
            return each
    text = f"Assertion is not placed directly nor nested inside a {word.capitalize()} block."
    raise RuntimeException(text, error_id=text)


def invoke_verifiable(check: Check) -> str | None:
    """Every mock with -Verifiable was called."""
    tests = tests_of(check.session)
    owners: list[Test | Block] = [tests.test] if tests.test is not None else []
    if tests.block is not None:
        owners += [*reversed(tests.block.lineage()), tests.block.root]
    all_mocks = [each for owner in owners for each in owner.mocks if each.verifiable]
    wrong = [each for each in all_mocks if each.called == check.negate]
    if not wrong:
        return None
    lines = [f"Expected {'no' if check.negate else 'all'} verifiable mocks to be called,{check.because} but these were"]
    lines[0] += ":" if check.negate else " not:"
    for each in wrong:
        line = f" Command {each.info.name}"
        if each.module:
            line += f" from inside module {each.module}"
        if each.filter is not None:
            line += f" with {{{each.filter}}}"
        lines.append(line)
    return "\n" + "\n".join(lines)


OPERATORS = (
    Operator(
        "Invoke",
        invoke,
        parameters=("CommandName", "Times", "ParameterFilter", "ModuleName", "Scope", "Exactly", "ExclusiveFilter"),
    ),
    Operator("InvokeVerifiable", invoke_verifiable, parameters=()),
)

__all__ = ["OPERATORS", "invoke", "invoke_verifiable"]
