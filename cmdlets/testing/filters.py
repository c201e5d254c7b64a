"""Which tests run: by tag, full name and line."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence

from cmdlets.testing.model import Block, Container, Test
from shell.values.wildcard import wildcard_matcher


def _matchers(patterns: Sequence[str]) -> list[Callable[[str], bool]]:
    return [wildcard_matcher(each) for each in patterns]


class Filters:
    """The filters of a configuration. Names and tags are wildcard patterns, lines are `path:number`."""

    def __init__(
        self,
        tags: Sequence[str] = (),
        without_tags: Sequence[str] = (),
        names: Sequence[str] = (),
        lines: Sequence[str] = (),
        without_lines: Sequence[str] = (),
    ) -> None:
        self._tags = _matchers(tags)
        self._without_tags = _matchers(without_tags)
        self._names = _matchers(names)
        self._lines = {_place(each) for each in lines}
        self._without_lines = {_place(each) for each in without_lines}

    @property
    def chooses(self) -> bool:
        """True if something must fit for a test to run."""
        return bool(self._tags or self._names or self._lines)

    def takes(self, test: Test) -> bool:
        """True if a test is to run: it or a block around it is asked for, and none of them is left out."""
        around: list[Test | Block] = [test, *test.block.lineage()]
        if any(self._is_out(each) for each in around):
            return False
        if not self.chooses:
            return True
        return any(self._is_in(each) for each in around)

    def _is_out(self, item: Test | Block) -> bool:
        if any(matches(tag) for matches in self._without_tags for tag in item.tag):
            return True
        return bool(self._without_lines) and _at(item) in self._without_lines

    def _is_in(self, item: Test | Block) -> bool:
        if any(matches(tag) for matches in self._tags for tag in item.tag):
            return True
        if self._names and any(matches(item.full_name) for matches in self._names):
            return True
        return bool(self._lines) and _at(item) in self._lines

    def choose(self, containers: Sequence[Container]) -> None:
        """Mark what is to run."""
        for container in containers:
            self._choose(container.root)

    def _choose(self, block: Block) -> None:
        for each in block.order:
            if isinstance(each, Test):
                each.should_run = self.takes(each)
            else:
                self._choose(each)
        block.should_run = any(each.should_run for each in block.order)


def _place(text: str) -> tuple[str, int]:
    path, _, line = text.rpartition(":")
    return os.path.normcase(os.path.abspath(path)), int(line) if line.strip().isdigit() else 0


def _at(item: Test | Block) -> tuple[str, int]:
    block = item.block if isinstance(item, Test) else item
    return os.path.normcase(os.path.abspath(block.container.file)), item.start_line


__all__ = ["Filters"]
