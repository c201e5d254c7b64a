import asyncio
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from shell.repl.history import FileHistory, _escape, _unescape


def loaded(path: Path) -> list[str]:
    """Return what a new shell sees, the newest first."""

    async def collect() -> list[str]:
        return [line async for line in FileHistory(path).load()]

    return asyncio.run(collect())


def test_what_was_typed_is_there_in_the_next_run(tmp_path: Path) -> None:
    history = FileHistory(tmp_path / "new" / "history.txt")
    history.append_string("Get-ReceiveConnector")
    history.append_string("if ($true) {\n  'two lines'\n}")
    assert loaded(tmp_path / "new" / "history.txt") == ["if ($true) {\n  'two lines'\n}", "Get-ReceiveConnector"]


def test_the_same_line_twice_and_blanks_are_kept_once_or_not_at_all(tmp_path: Path) -> None:
    history = FileHistory(tmp_path / "history.txt")
    for line in ("a", "a", "   ", "b"):
        history.append_string(line)
    assert loaded(tmp_path / "history.txt") == ["b", "a"]


def test_a_place_that_cannot_be_written_costs_nothing(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    history = FileHistory(blocked / "history.txt")
    history.append_string("a")
    assert history.get_strings() == ["a"]


@given(st.text())
def test_escaping_gives_the_text_back_on_one_line(text: str) -> None:
    text = text.replace("\r", "")
    assert "\n" not in _escape(text)
    assert _unescape(_escape(text)) == text
