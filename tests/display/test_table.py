import pytest
from hypothesis import given
from hypothesis import strategies as st

from shell.display.cells import cells
from shell.display.table import TableHeader, TableRow, TableWriter, content_widths, share_widths

CELL = st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\x1b"), max_size=40)


@pytest.mark.parametrize(
    ("wanted", "total", "expected"),
    [
        ([5, 5], 20, [5, 5]),
        ([5, 5], 10, [5, 4]),
        ([5, 5], 6, [6 - 1, -1]),
        ([5, 5, 5], 12, [5, 5, -1]),
        ([30], 20, [20]),
        ([0, 0], 60, [30, 29]),
        ([0, 0, 0], 60, [20, 19, 19]),
        ([10, 0], 60, [10, 49]),
        ([10, 0, 0], 10, [10, -1, -1]),
    ],
)
def test_share_widths(wanted: list[int], total: int, expected: list[int]) -> None:
    assert share_widths(wanted, total) == expected


def table(
    labels: list[str], rows: list[list[str]], columns: int, *, wrap: bool = False, align: str = "left"
) -> list[str]:
    header = TableHeader(labels, [0] * len(labels), [align] * len(labels))
    entries = [TableRow(row, wrap) for row in rows]
    out: list[str] = []
    writer = TableWriter(header, content_widths(header, entries), columns, out.append)
    writer.write_header()
    writer.write_rows(entries)
    return out


def test_the_last_column_is_not_padded() -> None:
    assert table(["a", "b"], [["1", "2"]] * 4, 80) == ["a b", "- -", *["1 2"] * 4]


def test_a_column_that_has_no_room_leaves_the_padding_of_the_one_before() -> None:
    lines = table(["first", "second"], [["x", "y"], ["123456789", "y"]], 9)
    assert lines == ["first", "-----    ", "x        ", "123456789"]


def test_long_labels_wrap_even_where_rows_do_not() -> None:
    assert table(["LongLabel"], [["1"]], 4) == ["Long", "Labe", "l", "----", "1"]


def test_wrapped_rows_pad_the_columns_before() -> None:
    lines = table(["a", "b"], [["one", "two three"]], 9, wrap=True)
    assert lines == ["a   b", "-   -", "one two", "    three"]


@pytest.mark.parametrize("wrap", [False, True])
@given(data=st.data())
def test_no_line_is_longer_than_the_table(wrap: bool, data: st.DataObject) -> None:
    count = data.draw(st.integers(1, 5))
    rows = data.draw(st.lists(st.lists(CELL, min_size=count, max_size=count), max_size=6))
    labels = data.draw(st.lists(st.text("abcXYZ日", min_size=1, max_size=20), min_size=count, max_size=count))
    columns = data.draw(st.integers(1, 80))
    align = data.draw(st.sampled_from(["left", "right", "center"]))
    for line in table(labels, rows, columns, wrap=wrap, align=align):
        assert cells(line) <= columns


def test_many_rows_look_like_few() -> None:
    rows = [[f"name {number}", str(number), "é" * (number % 5)] for number in range(50)]
    labels = ["Name", "Number", "Accents"]
    one_by_one: list[str] = []
    header = TableHeader(labels, [8, 3, 4], ["left", "right", "left"])
    writer = TableWriter(header, header.widths, 40, one_by_one.append)
    for row in rows:
        writer.write_rows([TableRow(row)])
    together: list[str] = []
    TableWriter(header, header.widths, 40, together.append).write_rows([TableRow(row) for row in rows])
    assert together == one_by_one


def test_the_header_comes_again_on_each_screen() -> None:
    out: list[str] = []
    writer = TableWriter(TableHeader(["a"], [1], ["left"]), [1], 10, out.append, screen=2)
    writer.write_header()
    writer.write_rows([TableRow([str(number)]) for number in range(5)])
    assert out == ["a", "-", "0", "1", "a", "-", "2", "3", "a", "-", "4"]
