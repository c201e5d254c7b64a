"""A host that also writes its output to transcript files."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import IO, Any

from shell.language.units import JOINING
from shell.machine import disk, path_text
from shell.machine.host import Choice, Host
from shell.values.keystrokes import Keystroke


class TranscribingHost:
    """Passes everything on to another host and writes the text to the open transcripts."""

    def __init__(self, inner: Host) -> None:
        self.inner = inner
        self.name = inner.name
        self.interactive = inner.interactive
        self._files: list[tuple[str, IO[str], bool]] = []

    @property
    def columns(self) -> int:
        """Return the current width in characters."""
        return self.inner.columns

    @property
    def has_terminal(self) -> bool:
        """True if a program can be given the terminal: no transcript has to record its output."""
        return not self.is_open and bool(getattr(self.inner, "has_terminal", False))

    def __getattr__(self, name: str) -> Any:
        return getattr(self.inner, name)

    # --- transcripts ---

    @property
    def is_open(self) -> bool:
        """True while a transcript is open."""
        return bool(self._files)

    def start(self, path: str, *, append: bool, commands: bool) -> None:
        """Open a transcript, making its folder. `commands` records the time of each command. Raises OSError."""
        disk.make_folder(path_text.dirname(path))
        file = disk.open_file(path, "a" if append else "w", encoding="utf-8", errors=JOINING)
        self._files.append((path, file, commands))

    def stop(self, end: str) -> str:
        """Close the newest transcript after writing `end`; return its path."""
        path, file, _ = self._files.pop()
        file.write(end)
        file.close()
        return path

    def close(self) -> None:
        """Close all transcripts."""
        while self._files:
            self.stop("")

    def record(self, text: str) -> None:
        """Write text to the transcripts alone."""
        for _, file, _ in self._files:
            file.write(text)
            file.flush()

    def echo(self, command: str) -> None:
        """Record a command typed at the prompt, with its time if the transcript was opened so."""
        line = "*" * 22
        for _, file, timed in self._files:
            if timed:
                file.write(f"{line}\nCommand start time: {time.strftime('%Y%m%d%H%M%S')}\n{line}\n")
            file.write(f"PS>{command}\n")

    # --- Host ---

    def write(self, text: str, foreground: str | None = None, background: str | None = None) -> None:
        """Write and record text."""
        self.inner.write(text, foreground, background)
        self.record(text)

    def write_error_line(self, text: str) -> None:
        """Write and record a line of an error."""
        self.inner.write_error_line(text)
        self.record(text + "\n")

    def write_warning_line(self, text: str) -> None:
        """Write and record a warning."""
        self.inner.write_warning_line(text)
        self.record(text + "\n")

    def read_line(self, prompt: str = "", *, secret: bool = False, history: str = "") -> str:
        """Read a line; record the prompt, and the answer unless it is secret."""
        answer = self.inner.read_line(prompt, secret=secret, history=history)
        self.record(f"{prompt}{'*' * len(answer) if secret else answer}\n")
        return answer

    def read_key(self, *, echo: bool = False) -> Keystroke:
        """Read a key; record it if it was echoed."""
        key = self.inner.read_key(echo=echo)
        if echo and key.character.isprintable():
            self.record(key.character)
        return key

    def key_available(self) -> bool:
        """True if a key press waits."""
        return self.inner.key_available()

    def flush_keys(self) -> None:
        """Discard waiting key presses."""
        self.inner.flush_keys()

    def choose(self, caption: str, message: str, choices: Sequence[Choice], default: int) -> int:
        """Ask; record the question and the answer."""
        number = self.inner.choose(caption, message, choices, default)
        self.record(f"\n{caption}\n{message}\n{choices[number].label.replace('&', '')}\n")
        return number

    def clear_screen(self) -> None:
        """Clear the console; transcripts keep their text."""
        self.inner.clear_screen()

    def progress(self, record: Any) -> None:
        """Show progress, which is not recorded."""
        self.inner.progress(record)
