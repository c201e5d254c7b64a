from collections.abc import Iterable
from typing import Any

from shell.display.cells import strip_escapes
from shell.display.formatter import Formatter
from shell.display.shaper import Shaper
from shell.display.shapes import Options
from shell.display.style import TERMINAL
from shell.values.objects import PSCustomObject


def bag(**members: Any) -> PSCustomObject:
    return PSCustomObject(members)


def lines(*values: Any, columns: int = 40) -> list[str]:
    return Formatter(None, columns).lines(values)


def shaped(kind: str, values: Iterable[Any], columns: int = 40, **options: Any) -> list[str]:
    chosen = Options()
    for name, value in options.items():
        setattr(chosen, name, value)
    out: list[Any] = []
    shaper = Shaper(None, out.append, kind, chosen, columns)
    for value in values:
        shaper.process(value)
    shaper.end()
    return lines(*out, columns=columns)


def test_a_style_colours_headers_and_labels_alone() -> None:
    values = (bag(A=1), "text")
    coloured: list[str] = []
    formatter = Formatter(None, 40, coloured.append, style=TERMINAL)
    for value in values:
        formatter.write(value)
    formatter.end()
    assert [strip_escapes(line) for line in coloured] == lines(*values)
    assert [line for line in coloured if "\x1b" in line] == ["\x1b[32;1mA\x1b[0m", "\x1b[32;1m-\x1b[0m"]


def test_rows_wait_for_their_group_and_texts_with_them() -> None:
    out: list[str] = []
    formatter = Formatter(None, 40, out.append)
    formatter.write(bag(A="x"))
    formatter.write("text")
    assert out == []
    formatter.write(bag(A="a long value"))
    formatter.end()
    assert out == ["", "A", "-", "x", "text", "a long value", ""]


def test_without_patience_rows_show_with_the_widths_so_far() -> None:
    out: list[str] = []
    formatter = Formatter(None, 40, out.append, patience=-1.0)
    formatter.write(bag(A="x", B=1))
    assert out == ["", "A B", "- -", "x 1"]
    formatter.write(bag(A="long", B=2))
    formatter.end()
    assert out[4:] == ["l 2", ""]


def test_format_objects_in_between_close_what_is_open() -> None:
    out: list[Any] = []
    shaper = Shaper(None, out.append, "list")
    shaper.process(bag(B=2))
    shaper.end()
    assert lines(bag(A=1), *out) == ["", "A", "-", "1", "", "", "B : 2", ""]


def test_a_list_shows_each_object_with_its_own_properties() -> None:
    assert shaped("list", [bag(A=1), bag(Long=2)]) == ["", "A : 1", "", "Long : 2", ""]


def test_wide_output_takes_as_many_columns_as_fit() -> None:
    values = [bag(Name=f"n{number}") for number in range(5)]
    assert shaped("wide", values, columns=9, autosize=True) == ["", "n0  n1 n2", "n3  n4 ", ""]


def test_nothing_shows_nothing() -> None:
    assert lines() == lines(None) == []
