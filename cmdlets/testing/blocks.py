"""Describe, Context, It and what runs around tests: BeforeAll, BeforeEach, AfterEach, AfterAll, BeforeDiscovery."""

from __future__ import annotations

from typing import Any

from cmdlets.testing import discovery, interactive
from cmdlets.testing.state import DISCOVERY, IDLE, Word
from shell.engine.commands.cmdlet import Example, parameter
from shell.values.errors import ErrorCategory
from shell.values.objects import Value

_BRACE = " (Have you put the open curly brace on the next line?)"


class Titled(Word):
    """What Describe, Context and It have in common."""

    test_name: str = parameter("string", name="Name", position=0, mandatory=True, help="What it is called.")
    tag: list[str] = parameter("string[]", aliases=("Tags",), help="Words by which it can be chosen.")
    for_each: Value = parameter("object", name="ForEach", aliases=("TestCases",), help="Data: once for each of it.")
    focus: bool = parameter("switch", hidden=True, help="Kept for older tests; it changes nothing.")

    def plan(self, block: Value, skip: bool) -> discovery.Planned:
        """Return what was written."""
        call = self.runtime.call
        return discovery.Planned(
            name=self.test_name,
            command=self.verb,
            block=block,
            scope=self.session.scope,
            line=call.extent.start_line if call.extent is not None else 0,
            tags=list(self.tag or ()),
            skip=skip,
            data=self.for_each,
            has_data=self.is_bound("ForEach"),
        )


class _Fixture(Titled):
    """Describe and Context."""

    fixture: Any = parameter("scriptblock", position=1, help="The tests.")
    skip: bool = parameter("switch", help="Run none of the tests in it.")

    def end(self) -> None:
        """Find what is in it."""
        if self.fixture is None:
            raise self.thrown("No test fixture is provided." + _BRACE)
        if self.tests.phase == IDLE:
            interactive.run_caller(self, self.plan(self.fixture, self.skip))
            return
        discovery.add_block(self.session, self.tests, self.plan(self.fixture, self.skip), self.runtime.out)


class Describe(_Fixture, verb="Describe", class_name="Describe"):
    """A group of tests. Its body runs when tests are looked for; what tests need is set up in BeforeAll."""

    examples = (Example("Describe 'Sums' { It 'adds' { 1 + 1 | Should -Be 2 } }", "One test in a group."),)


class Context(_Fixture, verb="Context", class_name="Context"):
    """A group of tests inside a Describe."""

    examples = (
        Example("Describe 'Sums' { Context 'small ones' { It 'adds' { 1 + 1 | Should -Be 2 } } }", "A group inside."),
    )


class It(Titled, verb="It", class_name="It", default_set="Skip"):
    """A test: it fails if its block throws. -ForEach (or -TestCases) makes one test for each element of its data."""

    examples = (
        Example(
            "Describe 'Sums' { It 'adds <a> and <b>' -ForEach @{ a = 1; b = 2 }, @{ a = 3; b = 4 } "
            "{ $a + $b | Should -BeGreaterThan $a } }",
            "Two tests.",
        ),
    )

    test: Any = parameter("scriptblock", position=1, help="What is tested.")
    pending: bool = parameter("switch", sets=("Pending",), help="Skip the test: it is not written yet.")
    skip: bool = parameter("switch", sets=("Skip",), help="Skip the test.")

    def end(self) -> None:
        """Note the test."""
        skip = self.skip or self.pending
        if self.test is None and not skip:
            raise self.thrown("No test script block is provided." + _BRACE)
        if self.tests.phase == IDLE:
            raise self.thrown("It can only be used inside a Describe or Context block.")
        discovery.add_test(self.session, self.tests, self.plan(self.test, skip))


class _Setup(Word):
    """What runs before or after tests."""

    block: Any = parameter("scriptblock", name="Scriptblock", position=0, mandatory=True, help="What runs.")

    def end(self) -> None:
        """Note it for the block around it."""
        if self.tests.phase == IDLE:
            if not interactive.is_test_file(self):
                raise self.thrown(
                    f"{self.verb} can only be used inside a Describe or Context block, or in a test file."
                )
            return
        discovery.add_setup(self.session, self.tests, self.verb, self.block)


class BeforeAll(_Setup, verb="BeforeAll", class_name="BeforeAll"):
    """Runs once before the tests of its block; its variables are there in all of them."""

    examples = (
        Example("Describe 'x' { BeforeAll { $a = 1 }; It 'is one' { $a | Should -Be 1 } }", "Make what tests need."),
    )


class BeforeEach(_Setup, verb="BeforeEach", class_name="BeforeEach"):
    """Runs before each test of its block and the blocks in it, in the test's own scope."""

    examples = (
        Example("Describe 'x' { BeforeEach { $a = 1 }; It 'is one' { $a | Should -Be 1 } }", "A fresh start for each."),
    )


class AfterEach(_Setup, verb="AfterEach", class_name="AfterEach"):
    """Runs after each test of its block, also after one that failed."""

    examples = (
        Example("Describe 'x' { AfterEach { $a = $null }; It 'works' { $a = 1 } }", "Clean up after each test."),
    )


class AfterAll(_Setup, verb="AfterAll", class_name="AfterAll"):
    """Runs once after the tests of its block."""

    examples = (Example("Describe 'x' { AfterAll { $a = $null }; It 'works' { $true } }", "Clean up at the end."),)


class BeforeDiscovery(_Setup, verb="BeforeDiscovery", class_name="BeforeDiscovery"):
    """Makes what is needed to find tests, such as the data of -ForEach: it runs at once, where it stands."""

    examples = (
        Example(
            "Describe 'x' { BeforeDiscovery { $d = 1, 2 }; It 'is <_>' -ForEach $d { $_ | Should -BeLessThan 3 } }",
            "Data for tests.",
        ),
    )

    def end(self) -> None:
        """Run it in the body that it stands in."""
        if self.tests.phase == DISCOVERY or self.tests.phase != IDLE:
            self.session.invoke(self.block, out=self.runtime.out, local=True)


class SetItResult(Word, verb="Set", noun="ItResult", class_name="Set-ItResult"):
    """End the test that runs with a result other than passed or failed."""

    examples = (
        Example(
            "Describe 'x' { It 'waits' { Set-ItResult -Skipped -Because 'there is no server' } }", "Skip from inside."
        ),
    )

    inconclusive: bool = parameter("switch", sets=("Inconclusive",), mandatory=True, help="It says neither yes nor no.")
    pending: bool = parameter("switch", sets=("Pending",), mandatory=True, help="As -Skipped, for older tests.")
    skipped: bool = parameter("switch", sets=("Skipped",), mandatory=True, help="It was skipped.")
    because: str = parameter("string", help="Why.")

    def end(self) -> None:
        """Throw what the runner knows."""
        kind = "Inconclusive" if self.inconclusive else "Skipped"
        text = f"is {kind.lower()}" + (f", because {self.because}" if (self.because or "").strip() else "")
        record = self.error(text, f"PesterTest{kind}", ErrorCategory.InvalidResult, self.because or "")
        record.command_id = None
        raise self.fail(record)


__all__ = ["AfterAll", "AfterEach", "BeforeAll", "BeforeDiscovery", "BeforeEach", "Context", "Describe", "It"]
