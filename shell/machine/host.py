"""What the session asks of whoever shows it: the console, a prompt, a test, a remote client."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, Protocol

from shell.values.errors import ErrorCategory, RuntimeException
from shell.values.keystrokes import Keystroke

TITLE: Final = "Console.Title"
SHOWS_TITLE: Final = "Console.Title: shown by"
"""Key of the process's settings for what shows a title that `[Console]::Title` is set to."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer of a choice. `label` holds its hot key behind an ampersand: `&Yes`."""

    label: str
    help: str = ""


class Host(Protocol):
    """The session's way to the person in front of it.

    `interactive` is false where nobody can answer: whatever would ask fails instead. `columns` is the width of the
    console in characters.
    """

    name: str
    interactive: bool

    @property
    def columns(self) -> int:
        """The width now."""

    def write(self, text: str, foreground: str | None = None, background: str | None = None) -> None:
        """Show text as it is, without a line break of its own. Colours are ConsoleColor names."""

    def write_error_line(self, text: str) -> None:
        """Show a line of an error."""

    def write_warning_line(self, text: str) -> None:
        """Show a warning; the text has its `WARNING: ` already. Verbose and debug lines come here too."""

    def read_line(self, prompt: str = "", *, secret: bool = False, history: str = "") -> str:
        """Ask for a line; with `secret` without showing it. Earlier answers under the name of a `history` come back by
        the arrow keys, where there are such.
        """

    def read_key(self, *, echo: bool = False) -> Keystroke:
        """Wait for a single key; with `echo` its character shows.

        Raises InvalidOperationException where none can come.
        """

    def key_available(self) -> bool:
        """Whether a key waits. Raises as `read_key` does."""

    def flush_keys(self) -> None:
        """Forget the keys that wait."""

    def choose(self, caption: str, message: str, choices: Sequence[Choice], default: int) -> int:
        """Ask for one of several answers; returns its index. `default` is -1 where there is none."""

    def progress(self, record: Any) -> None:
        """Show how far something has come."""

    def clear_screen(self) -> None:
        """Empty the console, where it is one that can be emptied."""


class QuietHost:
    """A host that keeps what it is told and can answer nothing."""

    name = "emshell"
    interactive = False

    def __init__(self, columns: int = 120) -> None:
        self.columns = columns
        self._written: list[str] = []

    @property
    def text(self) -> str:
        """Everything written so far."""
        return "".join(self._written)

    def clear(self) -> None:
        """Forget what was written."""
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
        """None ever waits."""
        return False

    def flush_keys(self) -> None:
        """Nothing waits."""

    def choose(self, caption: str, message: str, choices: Sequence[Choice], default: int) -> int:
        """Fail: nobody can answer."""
        raise not_interactive()

    def progress(self, record: Any) -> None:
        """Show nothing."""

    def clear_screen(self) -> None:
        """Nothing to empty."""


class HostException(RuntimeException):
    """System.Management.Automation.Host.HostException."""

    clr_name = "System.Management.Automation.Host.HostException"
    from_method = True


def not_interactive(message: str | None = None) -> HostException:
    """Return the error of a question that cannot be asked."""
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
