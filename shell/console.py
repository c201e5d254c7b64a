"""The console as a host: standard output and error, questions on standard input."""

from __future__ import annotations

import atexit
import os
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Protocol

from shell import terminal
from shell.interruption import Interruption
from shell.lazy import lazy
from shell.machine.host import Choice, not_interactive
from shell.progress import ProgressPane, ProgressStyle, plain
from shell.repl.key_input import KeyReader
from shell.secrets_input import read_secret
from shell.values.flow import Cancelled
from shell.values.keystrokes import Keystroke

if TYPE_CHECKING:
    from shell.display import cells
else:
    cells = lazy("shell.display.cells", globals())


_COLOURS = ("Black", "DarkRed", "DarkGreen", "DarkYellow", "DarkBlue", "DarkMagenta", "DarkCyan", "Gray")
_BRIGHT = ("DarkGray", "Red", "Green", "Yellow", "Blue", "Magenta", "Cyan", "White")
_FOREGROUND = {
    **{name: str(30 + number) for number, name in enumerate(_COLOURS)},
    **{name: str(90 + number) for number, name in enumerate(_BRIGHT)},
}
_RED = "91"
_YELLOW = "93"
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_LONGEST_BEGINNING = 10_000
"""Characters of an unfinished line that are remembered: more than any terminal is wide."""


def put(text: str, *, flush: bool = False) -> None:
    """Write to standard output; where nobody reads it (`emshell ... | head -1`) the process ends in silence."""
    try:
        sys.stdout.write(text)
        if flush:
            sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is buffered goes nowhere
        raise SystemExit(1) from None


class LineEditor(Protocol):
    """Reads from the keyboard of a terminal, with editing keys.

    Its questions raise KeyboardInterrupt for Ctrl+C and EOFError for Ctrl+D on an empty line.
    """

    def read_line(self, prompt: str, *, secret: bool = False, history: str = "") -> str:
        """Ask for a line; with `secret` asterisks stand for what is typed."""
        ...

    def read_key(self, prompt: str) -> str:
        """Ask for a key under a text that goes away with it; returns the key's name."""
        ...

    def drop_pasted(self) -> None:
        """Forget the further lines of a paste."""
        ...

    def drop_typed(self) -> None:
        """Forget what was typed or pasted ahead."""
        ...


class ConsoleHost:
    """Shows what a session says on this process's console.

    Errors go to standard error, all else to standard output, as pwsh does. Colours are used on a terminal only, and
    not where NO_COLOR is set. Where standard input is no terminal, answers are read from it and shown. `new_editor`
    makes what reads from a terminal, when that is first needed.
    """

    name = "emshell"

    def __init__(self, *, interactive: bool = True, new_editor: Callable[[], LineEditor] | None = None) -> None:
        self.interactive = interactive
        self.interruption = Interruption()
        self.nested_prompt: Callable[[], None] | None = None
        """Reads and runs commands inside a running one, until `exit`."""
        self._new_editor = new_editor if terminal.is_terminal() else None
        self._editor: LineEditor | None = None
        self._terminal = sys.stdout.isatty()
        self._colours = self._terminal and not os.environ.get("NO_COLOR")
        self._progress = ProgressPane(self._put_now, console_width, self._colours, lambda: self.rows)
        self.progress_style: Callable[[], ProgressStyle] = ProgressStyle
        """Tells how progress is to look."""
        self._held: list[str] | None = None
        """What is written while the line editor has the screen."""
        self._title_kept = False
        self._keys = KeyReader()
        self._beginning = ""
        """The line that was begun and not ended yet: a question stands behind it."""
        self._column_known = True
        """Whether that is all there is in the line: a program has not had the terminal since it began."""

    # --- size ---

    @property
    def columns(self) -> int:
        """The width now."""
        return console_width()

    @property
    def rows(self) -> int:
        """The height of the terminal now; 0 where there is none."""
        found = terminal.size()
        return found[1] if found is not None else 0

    # --- showing ---

    def write(self, text: str, foreground: str | None = None, background: str | None = None) -> None:
        """Show text on standard output."""
        codes = [_FOREGROUND[foreground]] if foreground in _FOREGROUND else []
        if background in _FOREGROUND:
            codes.append(str(int(_FOREGROUND[background]) + 10))
        painted = self._painted(text, ";".join(codes))
        self._put(painted)
        if self._held is not None:
            return
        if "\n" in text:
            self._beginning = ""
            self._column_known = True
            painted = painted.rpartition("\n")[2]
        if self._new_editor is not None:
            self._beginning = (self._beginning + painted)[-_LONGEST_BEGINNING:]

    def write_error_line(self, text: str) -> None:
        """Show a line on standard error."""
        if self._held is not None:
            self._held.append(self._painted(text, _RED) + "\n")
            return
        line = (self._painted(text, _RED) if sys.stderr.isatty() else text) + "\n"

        def write() -> None:
            put("", flush=True)
            sys.stderr.write(line)
            sys.stderr.flush()

        if self._progress.shows:
            self._progress.make_room(write, line)
        else:
            write()
            self._progress.at_line_start = True
        self._beginning = ""

    def write_warning_line(self, text: str) -> None:
        """Show a warning, a verbose or a debug line on standard output."""
        self._put(self._painted(text, _YELLOW) + "\n")
        self._beginning = ""

    def _put(self, text: str) -> None:
        if self._held is not None:
            self._held.append(text)
        elif self._progress.shows:
            self._progress.make_room(lambda: put(text), text)
        else:
            put(text)
            self._progress.at_line_start = text[-1:] == "\n"

    def _put_now(self, text: str) -> None:
        put(text, flush=True)

    @contextmanager
    def held(self) -> Iterator[list[str]]:
        """Keep what is written, while the line editor has the screen."""
        outer, self._held = self._held, []
        try:
            yield self._held
        finally:
            self._held = outer

    # --- asking ---

    @property
    def _can_ask(self) -> bool:
        """Whether somebody can answer: not while the line editor has the keyboard."""
        return self.interactive and self._held is None

    def read_line(self, prompt: str = "", *, secret: bool = False, history: str = "") -> str:
        """Ask for a line. Ctrl+C stops what asks, and so does Ctrl+D; at the end of redirected input it fails."""
        if not self._can_ask:
            raise not_interactive()
        self._progress.end()
        put("", flush=True)
        editor = self._line_editor()
        try:
            if editor is None:
                return self._plain_line(prompt, secret)
            with terminal.modes_kept(), self.interruption.waiting():
                return editor.read_line(self.behind_beginning(prompt), secret=secret, history=history)
        except (KeyboardInterrupt, EOFError):
            self.stopped()
            raise Cancelled from None

    def stopped(self) -> None:
        """A question was stopped: what was typed ahead was meant for what is no more."""
        self._beginning = ""
        self.interruption.taken()
        self.drop_typed()

    def drop_typed(self) -> None:
        """Forget what was typed and not read yet; without a terminal nothing was typed."""
        if self._new_editor is not None:
            terminal.drop_typed()
        if self._editor is not None:
            self._editor.drop_typed()

    def _line_editor(self) -> LineEditor | None:
        if self._editor is None and self._new_editor is not None:
            self._editor = self._new_editor()
        return self._editor

    def behind_beginning(self, prompt: str) -> str:
        """Return the prompt with what stands before it in its line, which the line editor writes anew.

        Where it is not known what the line has, because a program wrote it or the cursor was moved, the prompt begins
        a line of its own, unless the cursor is at the start of one already.
        """
        beginning, self._beginning = self._beginning, ""
        known, self._column_known = self._column_known, True
        if not known or _moves_the_cursor(beginning):
            put("\x1b[0m" + " " * (self.columns - 1) + "\r", flush=True)
            return prompt
        if not beginning:
            return prompt
        size, columns = cells.screen_cells(beginning), self.columns
        if size >= columns:  # only what stands in the last row
            beginning = cells.tail(cells.strip_escapes(beginning), size % columns, cells.screen_cells)
        put("\r" if beginning else "\n", flush=True)
        return beginning + prompt

    def _plain_line(self, prompt: str, secret: bool) -> str:
        with self.interruption.waiting():
            if secret and sys.stdin.isatty():
                return read_secret(prompt)
            put(prompt, flush=True)
            line = sys.stdin.readline()
        if not line:
            raise not_interactive()
        answer = line.rstrip("\r\n")
        if not sys.stdin.isatty():
            put(("*" * len(answer) if secret else answer) + "\n")
        return answer

    def read_key(self, *, echo: bool = False) -> Keystroke:
        """Wait for a single key; with `echo` its character shows."""
        if not self._can_ask:
            raise not_interactive()
        self._progress.end()
        put("", flush=True)
        try:
            with self.interruption.waiting():
                key = self._keys.read()
        except KeyboardInterrupt:
            self.stopped()
            raise Cancelled from None
        if echo and key.character.isprintable():
            put(key.character, flush=True)
        return key

    def key_available(self) -> bool:
        """Whether a key waits."""
        return self._can_ask and self._keys.available()

    def flush_keys(self) -> None:
        """Forget the keys that wait."""
        self._keys.flush()

    def choose(self, caption: str, message: str, choices: Sequence[Choice], default: int) -> int:
        """Ask for one of several answers by its hot key or its label; `?` shows what each means.

        Nothing but an answer counts as one: what is stopped takes no default.
        """
        if not self._can_ask:
            raise not_interactive()
        if self._editor is not None:
            self._editor.drop_pasted()  # pasted before the question was known: no answer to it
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

    def page_key(self, prompt: str) -> str | None:
        """Wait for a key at the terminal, under a text that goes away with it; None where there is no terminal."""
        editor = self._line_editor()
        if editor is None or not self._can_ask:
            return None
        self._progress.end()
        put("", flush=True)
        try:
            with terminal.modes_kept(), self.interruption.waiting():
                return editor.read_key(prompt)
        except (KeyboardInterrupt, EOFError):
            self.stopped()
            raise Cancelled from None

    def enter_nested_prompt(self) -> None:
        """Run commands inside the running one, until `exit`."""
        if not self._can_ask or self.nested_prompt is None:
            raise not_interactive()
        self.nested_prompt()

    # --- programs ---

    @property
    def has_terminal(self) -> bool:
        """True where a program can be given the terminal."""
        return self._new_editor is not None and self._held is None

    @contextmanager
    def lent(self) -> Iterator[Interruption]:
        """While it lasts a program has the terminal: its keys, its screen, Ctrl+C. Its modes come back at the end."""
        self._progress.end()
        put("", flush=True)
        self._beginning = ""
        try:
            with terminal.modes_kept(), self.interruption.lent():
                yield self.interruption
        finally:
            self._column_known = False

    # --- the rest ---

    def progress(self, record: Any) -> None:
        """Show how far something has come, below what was written last; without a terminal nothing."""
        if self._terminal and self._held is None:
            self._progress.take(record, self.progress_style())

    def end_progress(self) -> None:
        """Take the bars of a command away that has ended."""
        if self._progress.shows:
            self._progress.end()

    def set_title(self, title: str) -> None:
        """Name the terminal's window, until the program ends; control characters are left out."""
        if not self._terminal:
            return
        if not self._title_kept:
            self._title_kept = True
            put("\x1b[22;2t")  # the terminal remembers the title it has
            atexit.register(put, "\x1b[23;2t", flush=True)
        put(f"\x1b]2;{plain(title)}\x07", flush=True)

    def clear_screen(self) -> None:
        """Empty the terminal; elsewhere nothing."""
        if self._terminal:
            put("\x1b[2J\x1b[3J\x1b[H", flush=True)
            self._beginning = ""
            self._column_known = True

    def _painted(self, text: str, code: str) -> str:
        if not code or not self._colours:
            return text
        body = text.rstrip("\n")
        return f"\x1b[{code}m{body}\x1b[0m{text[len(body) :]}"


def _moves_the_cursor(text: str) -> bool:
    """Whether a text has control characters other than those of colours."""
    return not text.isprintable() and not _COLOUR.sub("", text).isprintable()


def _hot_key(label: str) -> str:
    at = label.find("&")
    return label[at + 1 : at + 2].upper() if at >= 0 else label


def console_width() -> int:
    """Return the width in characters: the terminal's as it is now; where there is none COLUMNS, else 120."""
    found = terminal.size()
    if found is not None:
        return found[0]
    given = os.environ.get("COLUMNS", "")
    return int(given) if given.isdecimal() and int(given) > 0 else 120
