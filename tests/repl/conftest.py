"""Shells at terminals for the tests of this room; at the end of a test none is left."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.repl.terminal import Open, Terminal


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Open]:
    """Opens shells at terminals, in the test's own folder."""
    if sys.platform == "win32":
        pytest.skip("There are no pseudo-terminals")
    opened: list[Terminal] = []

    def open_one(
        *arguments: str, columns: int = 80, rows: int = 24, listen: bool = False, folder: Path | None = None
    ) -> Terminal:
        opened.append(Terminal(folder or tmp_path, *arguments, columns=columns, rows=rows, listen=listen))
        return opened[-1]

    yield open_one
    for each in opened:
        each.close()
