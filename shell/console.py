"""The console as a host: standard output and error, questions on standard input."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Sequence
from typing import Any

from shell.key_input import KeyReader
from shell.runtime.host import Choice, not_interactive
from shell.runtime.keystrokes import Keystroke
from shell.secrets_input import read_secret

_COLOURS = ("Black", "DarkRed", "DarkGreen", "DarkYellow", "DarkBlue", "DarkMagenta", "DarkCyan", "Gray")
_BRIGHT = ("DarkGray", "Red", "Green", "Yellow", "Blue", "Magenta", "Cyan", "White")
_FOREGROUND = {
    **{name: str(30 + number) for number, name in enumerate(_COLOURS)},
    **{name: str(90 + number) for number, name in enumerate(_BRIGHT)},
}
_RED = "91"
_YELLOW = "93"


def put(text: str, *, flush: bool = False) -> None:
    """Write to standard output; where nobody reads it (`emshell ... | head -1`) the process ends in silence."""
    try:
        sys.stdout.write(text)
        if flush:
            sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is buffered goes nowhere
        raise SystemExit(1) from None


class ConsoleHost:
    """Shows what a session says on this process's console.

    Errors go to standard error, all else to standard output, as pwsh does. Colours are used on a terminal only, and
    not where NO_COLOR is set. Where standard input is no terminal, answers are read from it and shown.
    """

    name = "emshell"

    def __init__(self, *, interactive: bool = True) -> None:
        self.interactive = interactive
        self.columns = console_width()
        self._terminal = sys.stdout.isatty()
        self._colours = self._terminal and not os.environ.get("NO_COLOR")
        self._progress_shown = False
        self._keys = KeyReader()

    def write(self, text: str, foreground: str | None = None, background: str | None = None) -> None:
        """Show text on standard output."""
        self._clear_progress()
        codes = [_FOREGROUND[foreground]] if foreground in _FOREGROUND else []
        if background in _FOREGROUND:
            codes.append(str(int(_FOREGROUND[background]) + 10))
        put(self._painted(text, ";".join(codes)))

    def write_error_line(self, text: str) -> None:
        """Show a line on standard error."""
        self._clear_progress()
        put("", flush=True)
        painted = self._painted(text, _RED) if sys.stderr.isatty() else text
        sys.stderr.write(painted + "\n")
        sys.stderr.flush()

    def write_warning_line(self, text: str) -> None:
        """Show a warning, a verbose or a debug line on standard output."""
        self._clear_progress()
        put(self._painted(text, _YELLOW) + "\n")

    def read_line(self, prompt: str = "", *, secret: bool = False) -> str:
        """Ask for a line."""
        if not self.interactive:
            raise not_interactive()
        sys.stdout.flush()
        if secret and sys.stdin.isatty():
            try:
                return read_secret(prompt)
            except EOFError:
                raise not_interactive() from None
        sys.stdout.write(prompt)
        sys.stdout.flush()
        line = sys.stdin.readline()
        if not line:
            raise not_interactive()
        answer = line.rstrip("\r\n")
        if not sys.stdin.isatty():
            sys.stdout.write(("*" * len(answer) if secret else answer) + "\n")
        return answer

    def read_key(self, *, echo: bool = False) -> Keystroke:
        """Wait for a single key; with `echo` its character shows."""
        if not self.interactive:
            raise not_interactive()
        self._clear_progress()
        put("", flush=True)
        key = self._keys.read()
        if echo and key.character.isprintable():
            put(key.character, flush=True)
        return key

    def key_available(self) -> bool:
        """Whether a key waits."""
        return self.interactive and self._keys.available()

    def flush_keys(self) -> None:
        """Forget the keys that wait."""
        self._keys.flush()

    def choose(self, caption: str, message: str, choices: Sequence[Choice], default: int) -> int:
        """Ask for one of several answers by its hot key or its label; `?` shows what each means."""
        if not self.interactive:
            raise not_interactive()
        self.write("\n" + "".join(line + "\n" for line in (caption, message) if line))
        keys = [_hot_key(choice.label) for choice in choices]
        labels = [choice.label.replace("&", "") for choice in choices]
        shown = "  ".join(f"[{key}] {label}" for key, label in zip(keys, labels, strict=True))
        suffix = f' (default is "{keys[default]}")' if default >= 0 else ""
        while True:
            answer = self.read_line(f"{shown}  [?] Help{suffix}: ").strip()
            if not answer and default >= 0:
                return default
            if answer == "?":
                self.write("".join(f"{key} - {each.help}\n" for key, each in zip(keys, choices, strict=True)))
            for number, (key, label) in enumerate(zip(keys, labels, strict=True)):
                if answer and answer.lower() in (key.lower(), label.lower()):
                    return number

    def progress(self, record: Any) -> None:
        """Show how far something has come, in one line that the next output replaces."""
        if not self._terminal:
            return
        percent = getattr(record, "percent_complete", -1)
        done = f" {percent}%" if isinstance(percent, int) and percent >= 0 else ""
        text = f"{getattr(record, 'activity', '')}: {getattr(record, 'status_description', '')}{done}"
        sys.stdout.write("\r" + text[: self.columns - 1].ljust(self.columns - 1))
        sys.stdout.flush()
        self._progress_shown = True

    def clear_screen(self) -> None:
        """Empty the terminal; elsewhere nothing."""
        if self._terminal:
            sys.stdout.write("\x1b[2J\x1b[3J\x1b[H")
            sys.stdout.flush()

    def _clear_progress(self) -> None:
        if self._progress_shown:
            sys.stdout.write("\r" + " " * (self.columns - 1) + "\r")
            self._progress_shown = False

    def _painted(self, text: str, code: str) -> str:
        if not code or not self._colours:
            return text
        body = text.rstrip("\n")
        return f"\x1b[{code}m{body}\x1b[0m{text[len(body) :]}"


def _hot_key(label: str) -> str:
    at = label.find("&")
    return label[at + 1 : at + 2].upper() if at >= 0 else label


def console_width() -> int:
    """Return the width in characters: COLUMNS where it is set, else the terminal's, else 120."""
    given = os.environ.get("COLUMNS", "")
    if given.isdecimal() and int(given) > 0:
        return int(given)
    return shutil.get_terminal_size((120, 50)).columns if sys.stdout.isatty() else 120
