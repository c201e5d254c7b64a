"""What Invoke-Pester writes to the console, in Pester 5's words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from cmdlets.testing.failing import base_record, message_lines, trace
from cmdlets.testing.model import Block, Container, Test
from cmdlets.testing.results import Run
from cmdlets.testing.version import VERSION

if TYPE_CHECKING:
    from shell.values.objects import Value

Say = Callable[[str, str | None, bool], None]
"""Writes text in a colour, with or without a new line behind it."""

VERBOSITIES: Final = ("None", "Normal", "Detailed", "Diagnostic")

_COLOURS: Final = {
    "Describe": "Green",
    "Context": "Cyan",
    "Passed": "DarkGreen",
    "Failed": "Red",
    "Skipped": "Yellow",
    "Inconclusive": "Gray",
    "NotRun": "Gray",
    "Time": "DarkGray",
    "Discovery": "Magenta",
    "Container": "Magenta",
    "Text": "White",
    "Information": "DarkGray",
}


def human_time(seconds: float) -> str:
    """Return a time: `12ms`, `1.25s`."""
    if seconds < 1:
        return f"{round(seconds * 1000)}ms"
    return f"{round(seconds, 2):g}s"


def _times(item: Container | Block | Test) -> str:
    return f"{human_time(item.seconds)} ({human_time(item.user_time)}|{human_time(item.framework_time)})"


class Screen:
    """Writes as much as `verbosity` says. `traces` is Output.StackTraceVerbosity: None, FirstLine, Filtered, Full."""

    def __init__(self, say: Say, verbosity: str, traces: str = "Filtered") -> None:
        self._say = say
        self.verbosity = verbosity
        self.traces = traces
        self.detailed = verbosity in ("Detailed", "Diagnostic")
        self.silent = verbosity == "None"
        self._blocks = 0

    def write(self, text: str = "", colour: str | None = None, *, newline: bool = True) -> None:
        """Write a line or a part of one."""
        if not self.silent:
            self._say(text, _COLOURS[colour] if colour is not None else None, newline)

    # --- before the tests ---

    def begin(self, containers: Sequence[Container]) -> None:
        """Tests are looked for."""
        if self.detailed:
            self.write(f"Pester v{VERSION}", "Text")
        self.write(f"\nStarting discovery in {len(containers)} files.", "Discovery")

    def discovered(self, containers: Sequence[Container], count: int, seconds: float) -> None:
        """Tests were found."""
        for each in containers:
            if each.error_record:
                self.write(f"[-] Discovery in {each.name} failed with:", "Failed")
                self._write_errors(each.error_record, "")
        self.write(f"Discovery found {count} tests in {human_time(seconds)}.", "Discovery")

    def filtered(self, filters: Sequence[tuple[str, list[str]]], count: int) -> None:
        """Filters chose some of them."""
        if not self.detailed or not filters:
            return
        for name, values in filters:
            quoted = "', '".join(values)
            self.write(f"Filter '{name}' set to ('{quoted}').", "Discovery")
        self.write(f"Filters selected {count} tests to run.", "Discovery")

    def running(self) -> None:
        """Tests begin."""
        self.write("Running tests.", "Container")

    # --- while they run ---

    def container_starts(self, container: Container) -> None:
        """Name the file."""
        self._blocks = 0
        if self.detailed and container.type == "File":
            self.write(f"\nRunning tests from '{container.name}'", "Container")

    def container_ends(self, container: Container) -> None:
        """Say that the file's tests passed."""
        if container.error_record:
            self.write(f"[-] {container.name} failed with:", "Failed")
            self._write_errors(container.error_record, "")
        elif self.verbosity == "Normal" and container.passed:
            self.write(f"[+] {container.name}", "Passed", newline=False)
            self.write(f" {_times(container)}", "Time")

    def _write_block(self, block: Block) -> None:
        """Write a block's title, and before it those of the blocks around it."""
        if block.is_root or block.written:
            return
        assert block.parent is not None
        self._write_block(block.parent)
        level = len(block.lineage()) - 1
        if level == 0:
            if self._blocks:
                self.write()
            self._blocks += 1
        word = "Describing" if block.command == "Describe" else "Context"
        self.write(f"{' ' * level}{word} {block.expanded_name}", block.command)
        block.written = True

    def block_fails(self, block: Block) -> None:
        """Say that a BeforeAll or AfterAll failed."""
        margin = ""
        if self.detailed:
            self._write_block(block)
            margin = " " * len(block.lineage())
        self.write(f"{margin}[-] {block.command} {block.expanded_path} failed", "Failed")
        self._write_errors(block.error_record[-1:], margin + " ")

    def test_starts(self, test: Test) -> None:
        """Write the titles of the blocks around a test."""
        if self.detailed:
            self._write_block(test.block)

    def test_ends(self, test: Test) -> None:
        """Say how a test came out; without details only if it failed."""
        if not self.detailed and test.result != "Failed":
            return
        margin = " " * (len(test.block.lineage()) + 1) if self.detailed else ""
        title = test.expanded_name if self.detailed else test.expanded_path
        self.write(f"{margin}[{test.sign}] {title}{self._reason(test)}", test.result, newline=False)
        self.write(f" {_times(test)}", "Time")
        if test.result == "Failed":
            self._write_errors(test.error_record, margin + " ")

    def _reason(self, test: Test) -> str:
        message = test.failure_message
        if test.result not in ("Skipped", "Inconclusive") or not message:
            return ""
        return f", {message}" if message.startswith("is ") else f", is skipped, because {message}"

    def _write_errors(self, records: Sequence[Value], margin: str) -> None:
        numbered = len(records) > 1
        for number, each in enumerate(records):
            record = base_record(each)
            lines = message_lines(record)
            if numbered and lines:
                lines[0] = f"[{number}] {lines[0]}"
            places = [] if self.traces == "None" else trace(record)
            lines += places[:1] if self.traces == "FirstLine" else places
            for line in lines:
                self.write(margin + line, "Failed")

    # --- after them ---

    def end(self, run: Run) -> None:
        """Write the summary."""
        self.write(f"Tests completed in {human_time(run.seconds)}", "Text")
        failed = run.failed_count
        self.write(f"Tests Passed: {run.passed_count}, ", "Text" if failed else "Passed", newline=False)
        self.write(f"Failed: {failed}, ", "Failed" if failed else "Information", newline=False)
        self._count("Skipped", run.skipped_count, ", ")
        self._count("Inconclusive", run.inconclusive_count, ", ")
        self._count("NotRun", run.not_run_count, "")
        self.write()
        self._failures("BeforeAll \\ AfterAll failed", [each.full_name for each in run.failed_blocks])
        self._failures("Container failed", [each.name for each in run.failed_containers])

    def _count(self, word: str, count: int, end: str) -> None:
        self.write(f"{word}: {count}{end}", word if count else "Information", newline=False)

    def _failures(self, title: str, names: Sequence[str]) -> None:
        if names:
            self.write(f"{title}: {len(names)}", "Failed")
            for each in names:
                self.write(f"  - {each}", "Failed")


__all__ = ["VERBOSITIES", "Say", "Screen", "human_time"]
