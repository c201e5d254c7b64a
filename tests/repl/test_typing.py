"""Characters that come faster than one by one, as an unbracketed paste does: what waits is put in at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from shell import Session
from shell.hosting.lineediting.editor import LineEditing, line_editing
from shell.repl.prompt import Prompt

LINE = "    Get-Mailbox anna | Where-Object { $_.Name -like 'a*' }"


class PlainShell:
    """What the prompt needs of a session, without hints."""

    def __init__(self, session: Session) -> None:
        self._session = session

    @property
    def editing(self) -> LineEditing:
        return line_editing(self._session.runspace)

    def prompt_text(self) -> str:
        return "PS> "

    def complete(self, text: str, cursor: int) -> Any:
        return self._session.complete(text, cursor)

    def describe(self, before: str, match: Any) -> str:
        return ""

    def hint(self, text: str, cursor: int) -> str:
        return ""

    def parameter_help(self, text: str, cursor: int) -> str:
        return ""

    def show(self, what: str, text: str, cursor: int) -> None:
        """Nothing to show."""

    def run_handler(self, handler: Any, line: Any, key: Any) -> str:
        line.put(line.text + "<" + handler.key + ">", len(line.text) + len(handler.key) + 2)
        return ""

    def keeps(self, line: str) -> tuple[bool, bool]:
        return True, False

    def mode_changed(self, mode: str) -> None:
        """Nobody follows it."""


Read = Callable[..., str | None]


@pytest.fixture
def read() -> Read:
    """Reads what keys make of a line, after some commands."""

    def read_one(keys: str, *commands: str) -> str | None:
        with Session() as session, create_pipe_input() as typed:
            for command in commands:
                session.run(command)
            typed.send_text(keys)
            return Prompt(PlainShell(session), None, input=typed, output=DummyOutput()).read()

    return read_one


def test_a_line_that_waits_is_put_in_at_once(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    inserted: list[str] = []
    insert = Buffer.insert_text

    def insert_text(self: Buffer, data: str, *arguments: Any, **options: Any) -> None:
        inserted.append(data)
        insert(self, data, *arguments, **options)

    monkeypatch.setattr(Buffer, "insert_text", insert_text)
    text = "function f {\n" + f"{LINE}\n" * 200 + "}"
    assert read(text.replace("\n", "\r") + "\r") == text
    assert len(inserted) < 1000


@pytest.mark.parametrize(
    ("keys", "commands", "line"),
    [
        ("abc\x1b[D\x7fd\r", (), "adc"),
        ("one two\x1a\x19\r", (), "one two"),
        ("a(b\r", ("Set-PSReadLineKeyHandler '(' { }",), "a<(>b"),
        ("abc", (), None),
        ("\x1b[1;2Dabc\x1b[1;2D\x1b[1;2Dxy\r", (), "axy"),
        ("ab\x1b[Dcd\r", ("Set-PSReadLineOption -EditMode Vi",), "acdb"),
    ],
)
def test_keys_between_characters_keep_their_place(
    read: Read, keys: str, commands: tuple[str, ...], line: str | None
) -> None:
    assert read(keys + ("" if keys.endswith("\r") else "\x03"), *commands) == (line or "")
