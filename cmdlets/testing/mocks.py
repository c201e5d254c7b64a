"""Mocks: what stands in for a command, when it does, and what was asked of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from cmdlets.testing.model import Block, Test
from cmdlets.testing.scopes import nowhere, run_in
from cmdlets.testing.state import TestSession, tests_of
from shell.engine.binding.parameters import Argument
from shell.engine.run.bound import BoundParameters
from shell.engine.run.scope import Scope, new_scope, variable_key
from shell.types.conversion.conversion import to_bool
from shell.values.errors import RuntimeException
from shell.values.objects import AUTOMATION_NULL, Out, Value

if TYPE_CHECKING:
    from cmdlets.testing.mocked_command import MockedInfo
    from shell.engine.run.script_block import ScriptBlock
    from shell.engine.session.runspace import Runspace


@dataclass(slots=True, eq=False)
class Behaviour:
    """One Mock: `filter` says for which calls, None for all; `verifiable` whether it must be called."""

    command: str
    module: str
    block: ScriptBlock
    filter: ScriptBlock | None
    verifiable: bool
    scope: Scope
    info: MockedInfo
    called: bool = False


@dataclass(slots=True)
class Call:
    """One call of a mocked command: what was bound, and the rest of its arguments."""

    command: str
    module: str
    bound: dict[str, Value]
    rest: list[Value] = field(default_factory=list)
    scope: Any = None


def owner_of(tests: TestSession) -> Test | Block:
    """Return what a mock belongs to now: the test that runs, else the block."""
    owner = tests.test or tests.block
    if owner is None:
        text = "Mock can only be used inside a Describe, Context or It block."
        raise RuntimeException(text, error_id=text)
    return owner


def visible(tests: TestSession, command: str, module: str) -> list[Behaviour]:
    """Return the behaviours of a command, nearest and newest first."""
    found: list[Behaviour] = []
    for owner in _owners(tests):
        found += [each for each in reversed(owner.mocks) if each.command == command and each.module == module]
    return found


def _owners(tests: TestSession) -> Iterator[Test | Block]:
    if tests.test is not None:
        yield tests.test
    block = tests.block
    while block is not None:
        yield block
        block = block.parent


def choose(session: Runspace, behaviours: list[Behaviour], call: Call) -> Behaviour | None:
    """Return the behaviour for a call: the first whose filter takes it, else the first without a filter."""
    for each in behaviours:
        if each.filter is not None and passes(session, each.filter, call):
            return each
    return next((each for each in behaviours if each.filter is None), None)


def passes(session: Runspace, filter: ScriptBlock, call: Call) -> bool:
    """True if a -ParameterFilter takes a call."""
    items: list[Value] = []
    run_with(session, filter, call, items.append)
    return to_bool(items[0] if len(items) == 1 else items if items else AUTOMATION_NULL)


def run_with(session: Runspace, block: ScriptBlock, call: Call, out: Out = nowhere) -> None:
    """Run a block with what was bound as variables, and as arguments of its `param` block."""
    scope = new_scope(session.scope_for(block))
    scope.put(variable_key("PesterBoundParameters"), BoundParameters(call.bound.items()))
    for name, value in call.bound.items():
        scope.put(variable_key(name), value)
    names = {each.name.name.lower() for each in block.code.parameters}
    arguments = [Argument(name, value) for name, value in call.bound.items() if name.lower() in names]
    arguments += [Argument(None, value) for value in call.rest]
    if not names and call.rest:
        scope.put("args", list(call.rest))
        arguments = []
    run_in(session, block, scope, out, arguments)


def record(session: Runspace, call: Call) -> None:
    """Remember a call for `Should -Invoke`."""
    tests = tests_of(session)
    owner = tests.test or tests.block
    if owner is not None:
        owner.calls.append(call)


def calls_of(owner: Test | Block) -> Iterator[Call]:
    """Yield the calls made in a test, or in a block and all that is in it."""
    yield from owner.calls
    if isinstance(owner, Block):
        for each in owner.order:
            yield from calls_of(each)


def forget(session: Runspace, owner: Test | Block) -> None:
    """End the mocks of a test or block."""
    for each in owner.mocks:
        known = each.scope.aliases
        if known is not None and known.get(each.command) is each.info:
            del known[each.command]
    if owner.mocks:
        session.commands.changed()
        owner.mocks = []


__all__ = ["Behaviour", "Call", "calls_of", "choose", "forget", "owner_of", "passes", "record", "run_with", "visible"]
