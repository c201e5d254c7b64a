"""Pieces of Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

_SPECIAL: Final = re.compile(r"[\\`*_{}\[\]#]")
_ENTITIES: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "|": "&#124;"}
_CODE: Final = re.compile(r"`([^`]+)`")


def escaped(text: str) -> str:
    """The text as a reader sees it, on one line: nothing in it is a sign of Markdown but the marks of code."""
    parts = _CODE.split(" ".join(text.split()))
    return "".join(code(part) if at % 2 else _plain(part) for at, part in enumerate(parts))


def _plain(text: str) -> str:
    text = _SPECIAL.sub(r"\\\g<0>", text)
    return re.sub("[&<>|]", lambda sign: _ENTITIES[sign[0]], text)


def code(text: str) -> str:
    """The text as code, in a cell of a table too. An empty text stays empty."""
    if not text:
        return ""
    html = re.sub("[&<>|_*`\\\\]", lambda sign: f"&#{ord(sign[0])};", text)
    return f"<code>{html}</code>"


def fence(text: str, language: str = "text") -> list[str]:
    """A block of code, with one more backtick than any run of them in it."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    mark = "`" * max(3, longest + 1)
    return [f"{mark}{language}", *text.rstrip("\n").split("\n"), mark, ""]


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A table; nothing where it has no rows. Cells are Markdown."""
    lines = [f"| {' | '.join(row)} |" for row in rows]
    if lines:
        yield f"| {' | '.join(head)} |"
        yield "|" + "---|" * len(head)
        yield from lines
        yield ""


def page(lines: Iterable[str], *, searched: bool = True) -> str:
    """A page of these lines. One that is not searched is found by its links alone."""
    head = [] if searched else ["---", "search:", "  exclude: true", "---", ""]
    return "\n".join([*head, *lines]).rstrip("\n") + "\n"
