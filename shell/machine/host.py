"""The host of a session: the port through which it writes and reads. A console, a prompt or a test implements it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, Protocol

from shell.values.errors import ErrorCategory, RuntimeException
from shell.values.keystrokes import Keystroke

TITLE: Final = "Console.Title"
SHOWS_TITLE: Final = "Console.Title: shown by"
"""Key, in the process's settings, of the function that shows the title set by `[Console]::Title`."""


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer of a choice. An ampersand in `label` precedes its hot key: `&Yes`."""

    label: str
    help: str = ""


class Host(Protocol):
    """Output to, and input from, the session's user.

    `interactive` is false if nobody can answer: questions then fail. `columns` is the width of the console in
    characters.
    """

    name: str
    interactive: bool

    @property
    def columns(self) -> int:
        """Return the current width in characters."""

    def write(self, text: str, foreground: str | None = None, background: str | None = None) -> None:
        """Write text without adding a line break. Colours are ConsoleColor names."""

    def write_error_line(self, text: str) -> None:
        """Write a line of an error."""

    def write_warning_line(self, text: str) -> None:
        """Write a line of a warning, which includes `WARNING: `; also used for verbose and debug lines."""

    def read_line(self, prompt: str = "", *, secret: bool = False, history: str = "") -> str:
        """Read a line; `secret` hides what is typed. `history` names a list of earlier answers that the arrow keys
        recall, if the host has one.
        """

    def read_key(self, *, echo: bool = False) -> Keystroke:
        """Wait for a key press; `echo` shows its character.

        Raises InvalidOperationException if there is no input.
        """

    def key_available(self) -> bool:
        """True if a key press waits. Raises as `read_key` does."""

    def flush_keys(self) -> None:
        """Discard waiting key presses."""

    def choose(self, caption: str, message: str, choices: Sequence[Choice], default: int) -> int:
        """Ask for one of several answers and return its index. `default` is -1 for no default."""

    def progress(self, record: Any) -> None:
        """Show a progress record."""

    def clear_screen(self) -> None:
        """Clear the console, if it can be cleared."""


class QuietHost:
    """A host that collects the output and answers no questions."""

    name = "emshell"
    interactive = False

    def __init__(self, columns: int = 120) -> None:
        self.columns = columns
        self._written: list[str] = []

    @property
    def text(self) -> str:
        """Return everything written so far."""
        return "".join(self._written)

    def clear(self) -> None:
        """Discard what was written."""
        self._written.clear()

    def write(self, text: str, foreground: str | None = None, background: str | None = None) -> None:
        """Keep the text."""
        self._written.append(text)

    def write_error_line(self, text: str) -> None:
        """Keep a line."""
        self._written.append(text + "\n")

    def write_warning_line(self, text: str) -> None:
        """Keep a line."""
        self._written.append(text + "\n")

    def read_line(self, prompt: str = "", *, secret: bool = False, history: str = "") -> str:
        """Fail: nobody can answer."""
        raise not_interactive()

    def read_key(self, *, echo: bool = False) -> Keystroke:
        """Fail: nobody can answer."""
        raise not_interactive()

    def key_available(self) -> bool:
        """Return False: there is no input."""
        return False

    def flush_keys(self) -> None:
        """Do nothing: there is no input."""

    def choose(self, caption: str, message: str, choices: Sequence[Choice], default: int) -> int:
        """Fail: nobody can answer."""
        raise not_interactive()

    def progress(self, record: Any) -> None:
        """Do nothing."""

    def clear_screen(self) -> None:
        """Do nothing."""


class HostException(RuntimeException):
    """System.Management.Automation.Host.HostException."""

    clr_name = "System.Management.Automation.Host.HostException"
    from_method = True


def not_interactive(message: str | None = None) -> HostException:
    """Return the error for a question to a host that is not interactive."""
    text = (
        "A command that prompts the user failed because the host program or the command type does not support user "
        "interaction."
    )
    if message is not None:
        text += f" The host was attempting to request confirmation with the following message: {message}"
    return HostException(
        text,
        error_id="HostFunctionNotImplemented",
        category=ErrorCategory.NotImplemented,
    )


__all__ = ["Choice", "Host", "HostException", "QuietHost", "not_interactive"]
