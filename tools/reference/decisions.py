"""The list of the decisions, from their headings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from .markdown import escaped, page, table

_FOLDER: Final = Path(__file__).parents[2] / "docs" / "decisions"


def pages() -> Iterator[tuple[str, str]]:
    """Yield the path and the text of the page."""
    yield "decisions/index.md", page(_lines(sorted(_FOLDER.glob("[0-9]*.md"))))


def _lines(paths: list[Path]) -> Iterator[str]:
    yield from ("# Decisions", "", "Each page says why something is as it is, and what else was thought of.", "")
    yield from table(("Number", "Decision"), map(_row, paths))


def _row(path: Path) -> tuple[str, str]:
    heading = path.read_text(encoding="utf-8").partition("\n")[0].removeprefix("# ")
    number, _, title = heading.partition(". ")
    return number, f"[{escaped(title)}]({path.name})"
