"""Colours and marks of what is typed: the first error, pairs, long texts."""

from __future__ import annotations

import asyncio
import sys
import time

import pytest

from shell.repl.helpatcursor import command_at_cursor
from shell.repl.parsing import Parsing, parsed, stitched, styled_lines
from shell.repl.toolbar import rows_for_menu, wrapped


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("if (1) { (2 + )", ")"),
        ("Get-X )", ")"),
        ("}", "}"),
        ("foo(", None),
        ("1 +", None),
        ("function f {", None),
        ("Get-Date", None),
    ],
)
def test_only_what_typing_on_cannot_mend_is_marked(text: str, marked: str | None) -> None:
    error = parsed(text).error
    assert (None if error is None else text[slice(*error)]) == marked


def test_pairs_are_those_of_the_parser() -> None:
    text = "f (')') { @(1) }"
    pairs = parsed(text).pairs
    assert pairs[2] == 6
    assert pairs[8] == len(text) - 1
    assert 4 not in pairs


@pytest.mark.parametrize(
    ("before", "after"), [("", "x"), ("aa", "aaa"), ("f (1)", "f (1) 2"), ("f (1)", ""), ("$a b", "b")]
)
def test_stitched_colours_cover_the_text_in_order(before: str, after: str) -> None:
    found = stitched(parsed(before), after)
    ends = [place for start, end, _ in found.runs for place in (start, end)]
    assert ends == sorted(ends)
    assert "\n".join("".join(text for _, text, *_ in line) for line in styled_lines(found)) == after


def test_a_key_in_a_long_text_costs_no_parse() -> None:
    text = "function f {\n" + "    if ($x) { Write-Host 'a line' }\n" * 5000 + "}"
    before = parsed(text)
    start = time.process_time()
    stitched(before, text[:90_000] + "x" + text[90_000:])
    assert time.process_time() - start < 0.2


def test_a_hint_is_wrapped_at_blanks() -> None:
    assert wrapped("one two three", 8) == "one two\nthree"
    assert wrapped("a" * 10, 4) == "aaaa\naaaa\naa"
    assert wrapped("a b c d", 1, most=2).endswith("…")


def test_a_long_text_is_coloured_once_for_a_key_and_parsed_when_the_keys_rest() -> None:
    text = "'a'\n" * 5000

    async def type_and_rest() -> tuple[bool, bool, int]:
        redrawn: list[bool] = []
        parsing = Parsing(lambda: redrawn.append(True))
        parsing.whole(text)
        shown = parsing.now(text + ")")
        same = parsing.now(text + ")") is shown
        unmarked = shown.error is None
        await asyncio.sleep(0.6)
        assert parsing.now(text + ")").error == (len(text), len(text) + 1)
        return same, unmarked, len(redrawn)

    assert asyncio.run(type_and_rest()) == (True, True, 1)


def test_lines_that_end_nothing_need_no_parse_behind_something_open() -> None:
    parsing = Parsing(lambda: None)
    assert parsing.is_incomplete("function f {")
    version = parsing.version
    assert parsing.is_incomplete("function f {\n  Get-Date")
    assert parsing.version == version
    assert not parsing.is_incomplete("function f {\n  Get-Date\n}")


@pytest.mark.parametrize(
    "text",
    [
        "function f {\n  if ($x) {\n    'a'\n  }\n  @(\n 1)\n  \"}\n\"\n}",
        "& {\n  'a'\n  <# } \n #>\n  (1 +\n  2)\n}",
        "f @{\n  a = 1\n  b = { 2 }\n}",
        "& {\n  1\n})",
    ],
)
def test_line_by_line_a_text_ends_where_it_ends_as_a_whole(text: str) -> None:
    parsing = Parsing(lambda: None)
    lines = text.split("\n")
    for count in range(1, len(lines) + 1):
        typed = "\n".join(lines[:count])
        assert parsing.is_incomplete(typed) == parsed(typed).incomplete, typed


def test_each_line_of_a_long_block_is_parsed_once() -> None:
    parsing, text = Parsing(lambda: None), "function f {"
    start = time.process_time()
    for number in range(1000):
        assert parsing.is_incomplete(text)
        text += f"\n    if ($x -eq {number}) {{ 'line' }}"
    assert not parsing.is_incomplete(text + "}")
    assert time.process_time() - start < 3


def test_only_the_lines_that_show_are_coloured() -> None:
    before = parsed("function f {\n" + "    if ($x) { Write-Host 'a line' }\n" * 5000 + "}")
    calls = 0

    def count(frame: object, event: str, called: object) -> None:
        nonlocal calls
        calls += 1

    sys.setprofile(count)
    try:
        lines = styled_lines(stitched(before, before.text[:90_000] + "x" + before.text[90_000:]))
        shown = lines[2700:2750]
    finally:
        sys.setprofile(None)
    assert len(shown) == 50
    assert calls < 20_000


@pytest.mark.parametrize(
    "text", ["$a = 'one\ntwo\n' + 2 #c\n<# x\ny #> f 1", "\n\n'\U0001f389\U0001f389' | f (1 + 2)\n"]
)
def test_a_line_alone_has_the_colours_that_it_has_in_the_text(text: str) -> None:
    found = parsed(text)
    styles = ["class:script.default"] * len(text)
    for start, end, style in found.runs:
        styles[start:end] = [style] * (end - start)
    expected = [style for style, letter in zip(styles, text, strict=True) if letter != "\n"]
    assert [style for line in styled_lines(found) for style, piece, *_ in line for _ in piece] == expected


def test_characters_outside_the_basic_plane_shift_no_colour() -> None:
    text = "'\U0001f389\U0001f389' | f (1)"
    found = parsed(text)
    assert {text[start:end] for start, end, style in found.runs if style.endswith("string")} == {
        "'\U0001f389\U0001f389'"
    }
    assert found.pairs[text.index("(")] == text.index(")")
    assert command_at_cursor(text, len("'\U0001f389\U0001f389'")) is None


@pytest.mark.parametrize(
    ("rows", "entries", "lines_above", "given"),
    [(50, 100, 0, 13), (50, 4, 0, 5), (50, 4, 7, 12), (6, 100, 0, 4), (2, 100, 0, 1), (24, 100, 40, 17)],
)
def test_a_menu_is_given_the_rows_that_it_needs_and_the_window_has(
    rows: int, entries: int, lines_above: int, given: int
) -> None:
    assert rows_for_menu(rows, entries, lines_above) == given
