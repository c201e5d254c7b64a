"""The second pass: running the blocks and tests that were found."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Protocol

from cmdlets.testing.failing import base_record, is_verdict, shown
from cmdlets.testing.model import Block, Container, Test
from cmdlets.testing.older import setup_statements
from cmdlets.testing.scopes import Backdrop, attempt, data_arguments, drop, nowhere, put_data
from cmdlets.testing.state import DISCOVERY, RUN, TestSession
from cmdlets.testing.titles import expand
from shell.engine.compile.unit import compile_statement
from shell.engine.run.scope import Scope, new_scope
from shell.engine.session.crossing import Within
from shell.lazy import lazy
from shell.types.conversion.conversion import to_bool
from shell.values.errors import NetException
from shell.values.objects import Out

if TYPE_CHECKING:
    from cmdlets.testing import mocks
    from cmdlets.testing.drive import TestDrive
    from cmdlets.testing.filters import Filters
    from shell.dotnet.time import datetime
    from shell.engine.run.script_block import ScriptBlock
    from shell.engine.session.runspace import Runspace
else:
    mocks = lazy("cmdlets.testing.mocks", globals())
    datetime = lazy("shell.dotnet.time.datetime", globals())


class Reporter(Protocol):
    """Who is told what happens."""

    def container_starts(self, container: Container) -> None:
        """Before a container's tests."""

    def container_ends(self, container: Container) -> None:
        """After them."""

    def block_fails(self, block: Block) -> None:
        """A BeforeAll or AfterAll failed."""

    def test_starts(self, test: Test) -> None:
        """Before a test's BeforeEach."""

    def test_ends(self, test: Test) -> None:
        """After its AfterEach."""


class Runner:
    """Runs containers. `stop_after` is what -SkipRemainingOnFailure says: None, Block, Container or Run."""

    def __init__(
        self,
        session: Runspace,
        tests: TestSession,
        reporter: Reporter,
        filters: Filters,
        drive: TestDrive | None,
        stop_after: str = "None",
    ) -> None:
        self.session = session
        self.tests = tests
        self.reporter = reporter
        self.filters = filters
        self.drive = drive
        self.stop_after = stop_after
        self.stopped: set[object] = set()
        self.backdrop: Backdrop | None = None

    # --- containers ---

    def run_container(self, container: Container) -> None:
        """Run the tests of a container."""
        root, scope = container.root, container.scope
        if scope is None or container.error_record or not (root.should_run or container.older):
            return
        start = time.perf_counter()
        container.executed_at = datetime.DateTime.now()
        container.executed = root.executed = True
        self.reporter.container_starts(container)
        with self.tests.inside(container=container, block=root, phase=RUN, runner=self):
            if container.older:
                self._run_older_container(container, scope)
            else:
                root.scope = new_scope(scope)
                self.backdrop = Backdrop(self.session, root.scope, scope)
                self._run_found(root)
        drop(self.session, scope)
        root.user_time = sum(each.user_time for each in root.order)
        container.user_time = root.user_time
        container.framework_time = max(time.perf_counter() - start - container.user_time, 0.0)
        self.reporter.container_ends(container)

    # --- blocks ---

    def _run_found(self, block: Block) -> None:
        """Run what was found in a block, between its BeforeAll and its AfterAll."""
        with self.tests.inside(block=block):
            needs_setup = any(each.should_run and not each.skip for each in block.all_tests())
            ready = not needs_setup or self._run_setups(block, "BeforeAll")
            for each in block.order:
                if not ready:
                    self._fail_unrun(each)
                elif isinstance(each, Test):
                    self.run_test(each)
                else:
                    self._run_block(each)
            if needs_setup:
                self._run_setups(block, "AfterAll")

    def _run_block(self, block: Block) -> None:
        if not block.should_run:
            return
        parent = block.parent
        assert parent is not None
        assert parent.scope is not None
        assert block.body is not None
        start = time.perf_counter()
        self._show(block.body, block.overlay)
        block.executed = True
        scope = block.scope = new_scope(block.home(parent.scope))
        if block.has_data:
            put_data(scope, block.data)
        block.expanded_name = expand(self.session, block.name, scope)
        self._enter(block)
        self._run_found(block)
        self._leave(block, scope, start)

    def _enter(self, block: Block) -> None:
        if self.drive is not None:
            self.drive.enter_block()

    def _leave(self, block: Block, scope: Scope, start: float) -> None:
        mocks.forget(self.session, block)
        if self.drive is not None:
            self.drive.leave_block()
        drop(self.session, scope)
        block.user_time += sum(each.user_time for each in block.order)
        block.framework_time = max(time.perf_counter() - start - block.user_time, 0.0)

    def _show(self, body: Scope, overlay: dict[str, object]) -> None:
        if self.backdrop is not None:
            self.backdrop.show(body, overlay)

    def _run_setups(self, block: Block, word: str) -> bool:
        """Run a block's BeforeAll or AfterAll; false if one failed."""
        assert block.scope is not None
        if word == "BeforeAll":
            for each in block.deferred:
                each()
        if block.body is not None and block.setups.get(word):
            self._show(block.body, block.overlay)
        for setup in block.setups.get(word, ()):
            start = time.perf_counter()
            error = attempt(self.session, setup, block.scope)
            block.user_time += time.perf_counter() - start
            if error is not None:
                self._fail_block(block, error)
                return False
        return True

    def _fail_block(self, block: Block, error: NetException) -> None:
        record = shown(error)
        block.error_record.append(record)
        if block.is_root:
            block.container.error_record.append(record)
        else:
            self.reporter.block_fails(block)

    def _fail_unrun(self, item: Test | Block) -> None:
        """The tests behind a BeforeAll that failed have failed, too."""
        for each in [item] if isinstance(item, Test) else item.all_tests():
            if each.should_run:
                each.result = "Skipped" if each.skip else "Failed"

    # --- tests ---

    def run_test(self, test: Test) -> None:
        """Run a test with what is to run before and after it."""
        block = test.block
        if not test.should_run:
            return
        if test.skip or self._is_off(test):
            self._skip(test)
            return
        start = time.perf_counter()
        around = block.scope
        if self.backdrop is None:
            around = test.body
        elif test.body is not None:
            self._show(test.body, test.overlay)
        assert around is not None
        scope = test.scope = new_scope(around)
        if test.has_data:
            put_data(scope, test.data)
        test.executed, test.executed_at = True, datetime.DateTime.now()
        test.expanded_name = expand(self.session, test.name, scope)
        self.reporter.test_starts(test)
        with self.tests.inside(test=test):
            began = time.perf_counter()
            self._run_with_setups(test, scope)
            test.user_time = time.perf_counter() - began
        mocks.forget(self.session, test)
        drop(self.session, scope)
        self._judge(test)
        test.framework_time = time.perf_counter() - start - test.user_time
        self.reporter.test_ends(test)

    def _run_with_setups(self, test: Test, scope: Scope) -> None:
        around = [test.block.root, *test.block.lineage()]
        ok = all(self._run_each(test, each, "BeforeEach", scope) for each in around)
        if ok:
            assert test.script_block is not None
            arguments = data_arguments(test.script_block, test.data) if test.has_data else ()
            error = attempt(self.session, test.script_block, scope, test.standard_output.append, arguments)
            if error is not None:
                test.error_record.append(shown(error))
        for each in reversed(around):
            self._run_each(test, each, "AfterEach", scope)

    def _run_each(self, test: Test, block: Block, word: str, scope: Scope) -> bool:
        for each in block.setups.get(word, ()):
            error = attempt(self.session, each, scope, nowhere)
            if error is not None:
                test.error_record.append(shown(error))
                return False
        return True

    def _is_off(self, test: Test) -> bool:
        """True where an earlier failure ends the tests around it, or `$PSDefaultParameterValues` skips every It."""
        if self.stopped and not self.stopped.isdisjoint(("Run", test.block.container, *test.block.lineage())):
            test.failure_message = "a test before it failed"
            return True
        defaults = self.session.default_parameter_values
        if not defaults:
            return False
        return any(to_bool(defaults.get(key)) for key in ("it:skip", "it:pending"))

    def _skip(self, test: Test) -> None:
        if test.has_data and test.block.scope is not None:
            scope = new_scope(test.block.scope)
            put_data(scope, test.data)
            test.expanded_name = expand(self.session, test.name, scope)
        test.result = "Skipped"
        self.reporter.test_starts(test)
        self.reporter.test_ends(test)

    def _judge(self, test: Test) -> None:
        """Say how a test came out."""
        if not test.error_record:
            test.result = "Passed"
            return
        for each in test.error_record:
            record = base_record(each)
            verdict = is_verdict(record)
            if verdict is not None:
                test.result = verdict
                test.failure_message = record.message
                return
        test.result = "Failed"
        places = {"Run": "Run", "Container": test.block.container, "Block": test.block}
        if self.stop_after in places:
            self.stopped.add(places[self.stop_after])

    # --- files in the older style: see `older` ---

    def _run_older_container(self, container: Container, scope: Scope) -> None:
        self.backdrop = None
        assert container.code is not None
        root = container.root
        root.scope = scope
        self._hoist(root, container.code, scope)
        self._run_setups(root, "BeforeAll")
        error = attempt(self.session, container.code, scope)
        if error is not None:
            container.error_record.append(shown(error))
        self._run_setups(root, "AfterAll")

    def _hoist(self, block: Block, code: ScriptBlock, scope: Scope) -> None:
        """Note the setups that stand in a body before anything else of it runs."""
        with self.tests.inside(block=block, phase=DISCOVERY):
            for statement in setup_statements(code.code.ast):
                compile_statement(statement, code.code.unit)(scope, nowhere)

    def run_older(self, block: Block, code: ScriptBlock, out: Out) -> None:
        """Run a block where its Describe or Context stands."""
        start = time.perf_counter()
        scope = block.body
        assert scope is not None
        block.scope = scope
        block.executed = block.should_run = True
        block.expanded_name = expand(self.session, block.name, scope)
        self._enter(block)
        with Within(scope), self.tests.inside(block=block):
            self._hoist(block, code, scope)
            if block.skip or self._run_setups(block, "BeforeAll"):
                error = attempt(self.session, code, scope, out)
                if error is not None:
                    self._fail_block(block, error)
            if not block.skip:
                self._run_setups(block, "AfterAll")
        self._leave(block, scope, start)

    def run_older_test(self, test: Test) -> None:
        """Run a test where its It stands."""
        test.should_run = self.filters.takes(test)
        self.run_test(test)


__all__ = ["Reporter", "Runner"]
