import asyncio
import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shell.hosting.lineediting.options import ReadLineOptions
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
    assert not {"\n", "\r"} & set(_escape(text))
    assert _unescape(_escape(text)) == text


@pytest.mark.parametrize("line", ["a\rb", "a\r\nb", "a\\rb", "'\x85\u2028'"])
def test_any_kind_of_line_break_comes_back(tmp_path: Path, line: str) -> None:
    FileHistory(tmp_path / "history.txt").append_string(line)
    assert loaded(tmp_path / "history.txt") == [line]


def test_half_a_character_is_no_reason_to_stop(tmp_path: Path) -> None:
    FileHistory(tmp_path / "history.txt").append_string("'\ud800'")
    assert loaded(tmp_path / "history.txt") == ["'?'"]


@pytest.mark.parametrize(
    "line",
    [
        "ConvertTo-SecureString 'x' -AsPlainText -Force",
        "New-Mailbox ann -Password $p",
        "$PassWord = 'x'",
        "$apiKey = 1",
        "$token = 1",
    ],
)
def test_a_line_that_may_hold_a_secret_is_not_written(tmp_path: Path, line: str) -> None:
    history = FileHistory(tmp_path / "history.txt")
    history.append_string(line)
    assert history.get_strings() == [line]
    assert loaded(tmp_path / "history.txt") == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no mode bits")
def test_nobody_else_may_read_the_file(tmp_path: Path) -> None:
    FileHistory(tmp_path / "history.txt").append_string("a")
    assert os.stat(tmp_path / "history.txt").st_mode & 0o777 == 0o600


def test_two_shells_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "history.txt"
    one, other = FileHistory(path), FileHistory(path)
    for number in range(20):
        one.append_string(f"one {number}")
        other.append_string(f"other {number}")
    assert set(loaded(path)) == {f"{who} {number}" for who in ("one", "other") for number in range(20)}


def test_what_another_shell_adds_while_the_file_is_shortened_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "history.txt"
    path.write_text("".join(f"{number}\n" for number in range(10)))
    read = Path.read_bytes

    def read_and_be_late(self: Path) -> bytes:
        content = read(self)
        FileHistory(path).append_string("added")
        return content

    options = ReadLineOptions("")
    options.maximum_history_count = 4
    monkeypatch.setattr(Path, "read_bytes", read_and_be_late)
    assert list(FileHistory(path, options).load_history_strings()) == ["9", "8", "7", "6"]
    monkeypatch.undo()
    assert loaded(path) == ["added", "9", "8", "7"]
