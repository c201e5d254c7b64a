"""Text in a grid of cells: how wide it is, cutting it, padding it, wrapping it.

Output is laid out by PowerShell's own rule, not by the Unicode tables of today: East Asian wide characters take two
cells, every other UTF-16 unit one, escape sequences none (`cells`). What is drawn in place on a terminal, and taken
away again, goes by what the terminal does (`screen_cells`); so does the line editor, which has the same tables.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Final

ELLIPSIS: Final = "…"
LEFT: Final = "left"
CENTER: Final = "center"
RIGHT: Final = "right"

_SOFT_HYPHEN: Final = "\u00ad"


# Expressions are compiled when first needed: plain ASCII text, the usual case, needs none of them.


@cache
def _escapes() -> re.Pattern[str]:
    return re.compile("\x1b\\[[0-9;]*[A-Za-z]|\x1b\\]8;;[^\x1b]*\x1b\\\\")


@cache
def _wide() -> re.Pattern[str]:
    return re.compile(
        "[\u1100-\u115f\u2329\u232a\u2e80-\u303e\u3040-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f"
        "\uff00-\uff60\uffe0-\uffe6\U00010000-\U0010ffff]"
    )


@cache
def _word() -> re.Pattern[str]:
    return re.compile("[^ \t\u00ad\u2011]*(?:[ \t\u00ad\u2011]|$)")


def cells(text: str) -> int:
    """Return the number of cells that a text takes."""
    if "\x1b" in text:
        text = strip_escapes(text)
    if text.isascii():
        return len(text)
    return len(text) + len(_wide().findall(text))


def screen_cells(text: str) -> int:
    """Return the number of cells that a text takes on a terminal: emoji two, combining characters none."""
    if "\x1b" in text:
        text = strip_escapes(text)
    if text.isascii():
        return len(text)
    return sum(map(_on_screen(), text))


@cache
def _on_screen() -> Callable[[str], int]:
    from wcwidth import wcwidth  # its tables are large, and few texts need them

    return cache(lambda letter: max(wcwidth(letter), 0))


def strip_escapes(text: str) -> str:
    """Remove colour sequences and links."""
    return _escapes().sub("", text)


def split_lines(text: str) -> list[str]:
    """Split at line breaks of any kind; a text that ends with one has an empty last line."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.split("\n")


def head(text: str, width: int, measure: Callable[[str], int] = cells) -> str:
    """Return as much of the beginning as fits into `width` cells, by one of the two rules."""
    if text.isascii() and "\x1b" not in text:
        return text[:width]
    out: list[str] = []
    for piece, size in _pieces(text, measure):
        if size > width:
            break
        width -= size
        out.append(piece)
    return "".join(out)


def tail(text: str, width: int, measure: Callable[[str], int] = cells) -> str:
    """Return as much of the end as fits into `width` cells, by one of the two rules."""
    if text.isascii() and "\x1b" not in text:
        return text[-width:] if width else ""
    out: list[str] = []
    for piece, size in reversed(list(_pieces(text, measure))):
        if size > width:
            break
        width -= size
        out.append(piece)
    return "".join(reversed(out))


def _pieces(text: str, measure: Callable[[str], int]) -> Iterator[tuple[str, int]]:
    place = 0
    for escape in _escapes().finditer(text):
        for letter in text[place : escape.start()]:
            yield letter, measure(letter)
        yield escape.group(), 0
        place = escape.end()
    for letter in text[place:]:
        yield letter, measure(letter)


def first_line(text: str) -> str:
    """Return the text up to its first line break, with an ellipsis in its place."""
    if "\n" not in text and "\r" not in text:
        return text
    return split_lines(text)[0] + ELLIPSIS


def fit(text: str, width: int, alignment: str, pad: bool = True) -> str:
    """Make a text exactly `width` cells wide: padded, or cut with an ellipsis (at the start where it is right-aligned).

    Without `pad` nothing is added behind the text. Only the first line is kept.
    """
    if "\n" in text or "\r" in text:
        text = first_line(text)
    size = cells(text)
    if size == width:
        return text
    if size > width:
        text = _cut(text, width, alignment)
        size = cells(text)
        if size == width:
            return text
    missing = width - size
    if alignment == RIGHT:
        return " " * missing + text
    if alignment == CENTER:
        text = " " * (missing // 2) + text
        missing -= missing // 2
    return text + " " * missing if pad else text


def _cut(text: str, width: int, alignment: str) -> str:
    if width <= 1:
        return tail(text, width) if alignment == RIGHT else head(text, width)
    if alignment == RIGHT:
        return ELLIPSIS + tail(text, width - 1)
    return head(text, width - 1) + ELLIPSIS


def wrap(text: str, width: int, following: int | None = None) -> list[str]:
    """Break a text into lines of at most `width` cells, `following` from the second on, between words if it can.

    A blank at a break stays at the end of the upper line. Words longer than a line are broken anywhere.
    """
    if width >= len(text) and text.isascii() and "\n" not in text and "\r" not in text:
        return [text]
    out: list[str] = []
    for line in split_lines(text):
        if cells(line) <= width:
            out.append(line)
        else:
            _wrap_line(line, width, width if following is None else following, out)
    return out


def _wrap_line(line: str, width: int, following: int, out: list[str]) -> None:
    current = ""
    limit = left = width
    for word in _word().findall(line):
        if word.endswith(_SOFT_HYPHEN):
            word = word[:-1] + ("-" if cells(word) == left else "")
        word = word.replace("\u00a0", " ").replace("\u2011", "-")
        if limit <= 0:
            limit = left = following
            if limit <= 0:
                break
        size = cells(word)
        for piece in (word,) if size <= limit else word:
            size = cells(piece)
            if size > limit:
                piece, size = "?", 1
            if size > left:
                out.append(current)
                current, limit = piece, following
                left = limit - size
            else:
                current += piece
                left -= size
    out.append(current)


__all__ = [
    "CENTER",
    "ELLIPSIS",
    "LEFT",
    "RIGHT",
    "cells",
    "first_line",
    "fit",
    "head",
    "screen_cells",
    "split_lines",
    "strip_escapes",
    "tail",
    "wrap",
]
