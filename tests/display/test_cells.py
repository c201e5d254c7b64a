import pytest
from hypothesis import given
from hypothesis import strategies as st

from shell.display.cells import cells, fit, head, screen_cells, split_lines, strip_escapes, tail, wrap

TEXT = st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\r\n\x1b"), max_size=60)


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0),
        ("abc", 3),
        ("é", 1),
        ("e\u0301", 2),
        ("日本", 4),
        ("ＡＢ", 4),
        ("한글", 4),
        ("😀", 2),
        ("\x1b[31;1mred\x1b[0m", 3),
        ("\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\", 4),
    ],
)
def test_cells_count_wide_letters_twice_and_escapes_not_at_all(text: str, width: int) -> None:
    assert cells(text) == width


@pytest.mark.parametrize(
    ("text", "width", "alignment", "expected"),
    [
        ("ab", 4, "left", "ab  "),
        ("ab", 4, "right", "  ab"),
        ("ab", 5, "center", " ab  "),
        ("abcdef", 4, "left", "abc…"),
        ("abcdef", 4, "right", "…def"),
        ("abcdef", 4, "center", "abc…"),
        ("abcdef", 1, "left", "a"),
        ("abcdef", 1, "right", "f"),
        ("one\ntwo", 6, "left", "one…  "),
        ("one\r\ntwo", 4, "left", "one…"),
        ("日本語", 4, "left", "日… "),
        ("日本語", 4, "right", " …語"),
    ],
)
def test_fit(text: str, width: int, alignment: str, expected: str) -> None:
    assert fit(text, width, alignment) == expected


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("abc", 3),
        ("e\u0301", 1),
        ("日本", 4),
        ("\u2705", 2),
        ("\u23f3 1", 4),
        ("a\u200bb", 2),
        ("\x1b[31mé\x1b[0m", 1),
        ("\a", 1),
    ],
)
def test_on_a_screen_emoji_are_wide_and_combining_characters_take_nothing(text: str, width: int) -> None:
    assert screen_cells(text) == width
    assert screen_cells(head(text * 9, 5, screen_cells)) <= 5
    assert screen_cells(tail(text * 9, 5, screen_cells)) <= 5


def test_fit_without_padding_leaves_the_end_open() -> None:
    assert fit("ab", 4, "left", pad=False) == "ab"
    assert fit("ab", 5, "center", pad=False) == " ab"
    assert fit("ab", 4, "right", pad=False) == "  ab"


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("one two three", 8, ["one two ", "three"]),
        ("onetwothree", 4, ["onet", "woth", "ree"]),
        ("a onetwothree", 4, ["a on", "etwo", "thre", "e"]),
        ("a\nb", 10, ["a", "b"]),
        ("日本語", 4, ["日本", "語"]),
        ("日", 1, ["?"]),
        ("soft\u00adhyphen", 5, ["soft-", "hyphe", "n"]),
        ("no\u00a0break here", 9, ["no break ", "here"]),
    ],
)
def test_wrap(text: str, width: int, expected: list[str]) -> None:
    assert wrap(text, width) == expected


def test_split_lines_keeps_an_empty_last_line() -> None:
    assert split_lines("a\r\nb\rc\n") == ["a", "b", "c", ""]


@given(TEXT, st.integers(1, 30))
def test_wrapped_lines_are_never_too_long(text: str, width: int) -> None:
    assert all(cells(line) <= width for line in wrap(text, width))


@given(TEXT, st.integers(1, 30), st.sampled_from(["left", "right", "center"]))
def test_fitted_text_is_exactly_as_wide_as_asked(text: str, width: int, alignment: str) -> None:
    assert cells(fit(text, width, alignment)) == width


@given(TEXT, st.integers(0, 30))
def test_head_and_tail_fit(text: str, width: int) -> None:
    assert cells(head(text, width)) <= width
    assert cells(tail(text, width)) <= width
    assert text.startswith(head(text, width))
    assert text.endswith(tail(text, width))


def test_strip_escapes() -> None:
    assert strip_escapes("\x1b[1mbold\x1b[0m") == "bold"
