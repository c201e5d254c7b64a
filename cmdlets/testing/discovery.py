"""The first pass: running the bodies of files and blocks to find the tests in them."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cmdlets.testing.failing import shown
from cmdlets.testing.model import Block, Container, Test
from cmdlets.testing.older import is_older
from cmdlets.testing.scopes import attempt, changes_since, nowhere, photograph, put_data, run_in
from cmdlets.testing.state import DISCOVERY, RUN, TestSession
from shell.dotnet.io.text_files import read_text
from shell.engine.binding.parameters import Argument
from shell.engine.commands.external_info import ExternalScriptInfo
from shell.engine.run.frame import CallSite, Frame
from shell.engine.run.scope import Scope, new_scope, root_scope
from shell.engine.run.scripts import block_of_text
from shell.types.conversion.conversion import elements_of
from shell.types.members.python_errors import as_error
from shell.values.errors import ErrorCategory, RuntimeException
from shell.values.objects import AUTOMATION_NULL, Hashtable, Out, PSObject, Value

if TYPE_CHECKING:
    from shell.engine.run.script_block import ScriptBlock
    from shell.engine.session.runspace import Runspace


@dataclass(slots=True)
class Planned:
    """What a Describe, Context or It says about itself."""

    name: str
    command: str
    block: ScriptBlock | None
    scope: Scope
    """Where it stands: the scope of a body, or of a function that a body calls."""
    line: int
    tags: list[str]
    skip: bool
    data: Value
    has_data: bool


def discover(session: Runspace, tests: TestSession, container: Container) -> None:
    """Run a container's code and note the tests that it holds. What it throws is the container's error."""
    start = time.perf_counter()
    try:
        block = container.code if container.code is not None else _code_of(session, container)
    except Exception as error:
        container.error_record.append(shown(as_error(error)))
        return
    scope = container.scope = _scope_of(session, container, block)
    if tests.folder:
        scope.put("testdrive", tests.folder)
    container.root.body = scope
    container.code = block
    if container.type == "File" and is_older(block.code.ast):
        container.older = True
        container.discovery_time = time.perf_counter() - start
        return
    failure = None
    with tests.inside(container=container, block=container.root, phase=DISCOVERY):
        if container.single is not None:
            add_block(session, tests, container.single, nowhere)
        else:
            failure = attempt(session, block, scope, nowhere, _arguments(container, block))
    if failure is not None:
        container.error_record.append(shown(failure))
    settle(container.root)
    container.discovery_time = time.perf_counter() - start


def _code_of(session: Runspace, container: Container) -> ScriptBlock:
    if container.type == "ScriptBlock":
        found: ScriptBlock = container.item
        return found
    return block_of_text(session, read_text(container.file), container.file)


def _scope_of(session: Runspace, container: Container, block: ScriptBlock) -> Scope:
    """Return a scope that `$script:` names, in which the container's code runs."""
    scope = root_scope(session, session.scope, block.module)
    command = ExternalScriptInfo(container.file, session) if container.file else None
    scope.frame = Frame(block, command, CallSite(None, container.file), None)
    return scope


def _arguments(container: Container, block: ScriptBlock) -> list[Argument]:
    """Return the container's -Data as arguments of its `param` block."""
    data = container.data.base if isinstance(container.data, PSObject) else container.data
    if not isinstance(data, Hashtable):
        return []
    return [Argument(str(key), value) for key, value in data.items()]


def settle(block: Block) -> None:
    """Find out which variables changed after what is in a block was found; mark what is first and last."""
    for each in block.order:
        each.overlay = changes_since(each.seen)
        each.seen = None
        if isinstance(each, Block):
            settle(each)
    found = block.tests
    if found:
        found[0].first = found[-1].last = True


# --- what bodies call -------------------------------------------------------------------------------------------------


def add_block(session: Runspace, tests: TestSession, planned: Planned, out: Out) -> None:
    """Note a block, once for each element of its data, and run its body to find what is in it."""
    for data in _cases(planned):
        block = _new_block(tests, planned, data)
        if tests.runner is not None and tests.phase == RUN:
            tests.runner.run_older(block, _body(block), out)
            continue
        assert block.body is not None
        with tests.inside(block=block):
            run_in(session, _body(block), block.body, out)


def _body(block: Block) -> ScriptBlock:
    assert block.script_block is not None
    return block.script_block


def _new_block(tests: TestSession, planned: Planned, data: Value) -> Block:
    parent, container = tests.block, tests.container
    assert parent is not None
    assert container is not None
    block = Block(planned.name, planned.command, parent, container)
    block.script_block = planned.block
    block.start_line = planned.line
    block.tag = planned.tags
    block.skip = planned.skip or parent.skip
    block.data, block.has_data = data, planned.has_data
    block.module = tests.module
    block.body = new_scope(planned.scope)
    if planned.has_data:
        put_data(block.body, data)
    if container.scope is not None and block.module is None:
        block.seen = photograph(planned.scope, container.scope)
    parent.order.append(block)
    return block


def add_test(session: Runspace, tests: TestSession, planned: Planned) -> None:
    """Note a test, once for each element of its data."""
    parent, container = tests.block, tests.container
    assert parent is not None
    assert container is not None
    if parent.is_root and container.type == "File":
        raise _only_inside("It")
    seen = None
    if container.scope is not None and parent.module is None:
        seen = photograph(planned.scope, container.scope)
    for data in _cases(planned):
        test = Test(planned.name, parent, planned.block, planned.line)
        test.tag = planned.tags
        test.skip = planned.skip or parent.skip
        test.data, test.has_data = data, planned.has_data
        test.seen = seen
        test.body = planned.scope
        parent.order.append(test)
        if tests.runner is not None and tests.phase == RUN:
            tests.runner.run_older_test(test)


def _only_inside(word: str) -> RuntimeException:
    text = f"{word} can only be used inside a Describe or Context block."
    return RuntimeException(text, error_id=text, category=ErrorCategory.InvalidOperation)


def add_setup(session: Runspace, tests: TestSession, word: str, block: ScriptBlock) -> None:
    """Note what runs before or after the tests of a block."""
    assert tests.block is not None
    if tests.phase == RUN:
        return  # a file in the older style: its blocks were set up before their bodies ran
    tests.block.setups.setdefault(word, []).append(block)


def _cases(planned: Planned) -> Iterator[Value]:
    """Yield the elements of the data: nothing where that is null or empty. Without -ForEach there is one case."""
    if not planned.has_data:
        yield None
        return
    data = planned.data
    items = list(data) if isinstance(data, list) else None
    if items is None:
        base = data.base if isinstance(data, PSObject) and data.base is not data else data
        items = elements_of(base)
        if items is None:
            items = [] if base is None or base is AUTOMATION_NULL else [data]
    yield from items


__all__ = ["Planned", "add_block", "add_setup", "add_test", "discover", "settle"]
