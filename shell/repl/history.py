"""The lines typed, kept between runs. What may hold a secret stays in memory."""

from __future__ import annotations

import atexit
import os
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Final

from prompt_toolkit.history import History

from shell.hosting.lineediting.options import ReadLineOptions
from transport.server.filelocks import lock

_SENSITIVE: Final = re.compile("password|asplaintext|token|apikey|secret", re.IGNORECASE)
"""Words of lines that PSReadLine keeps out of its file."""


def is_sensitive(line: str) -> bool:
    """Whether a line may hold a secret."""
    return _SENSITIVE.search(line) is not None


_ESCAPED: Final = {"n": "\n", "r": "\r"}
_PATIENCE: Final = 2.0
"""Seconds to wait for another shell that writes the file."""


def _escape(line: str) -> str:
    return line.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r")


def _unescape(line: str) -> str:
    out: list[str] = []
    characters = iter(line)
    for character in characters:
        if character != "\\":
            out.append(character)
            continue
        following = next(characters, "\\")
        out.append(_ESCAPED.get(following, following))
    return "".join(out)


def _private(path: str, flags: int) -> int:
    """Open a file that nobody else may read."""
    return os.open(path, flags, 0o600)


@contextmanager
def _alone(file: IO[bytes]) -> Iterator[None]:
    """Keep other shells from writing to a file, until it is closed. Where files cannot be locked it goes without."""
    with suppress(OSError):
        lock(file, _PATIENCE)
    yield
    file.flush()


def _lines(content: bytes) -> list[str]:
    return [line.rstrip("\r") for line in content.decode("utf-8", "replace").split("\n")[:-1]]


def _shorten(path: Path, limit: int) -> None:
    """Leave the newest lines of a file. It is read anew: another shell may have added to it in the meantime."""
    with open(path, "r+b") as file, _alone(file):
        file.seek(0)
        kept = b"".join(file.read().splitlines(keepends=True)[-limit:])
        file.seek(0)
        file.write(kept)
        file.truncate()


class FileHistory(History):
    """A history file, one entry a line, the oldest first. Without a path it lives in memory alone.

    A file that cannot be read or written is no reason not to work: the history is then of this run only. `keeps` tells
    for each line whether it is remembered, and whether also in the file.
    """

    def __init__(
        self,
        path: Path | None,
        options: ReadLineOptions | None = None,
        keeps: Callable[[str], tuple[bool, bool]] | None = None,
    ) -> None:
        super().__init__()
        self.options = options if options is not None else ReadLineOptions(str(path or ""))
        self._own_path = path
        self._keeps = keeps if keeps is not None else _keep_all
        self._waiting: list[str] = []
        """Lines that are written when the program ends."""

    @property
    def path(self) -> Path | None:
        """The file: the prompt's own, or what HistorySavePath says."""
        if self._own_path is None:
            return None
        given = self.options.history_save_path
        return Path(given) if given else self._own_path

    def load_history_strings(self) -> Iterable[str]:
        """Return the entries, the newest first."""
        path, limit = self.path, self.options.maximum_history_count
        if path is None or not path.exists():
            return []
        try:
            lines = _lines(path.read_bytes())
            if len(lines) > 2 * limit:
                _shorten(path, limit)
        except OSError:
            return []
        return [_unescape(line) for line in reversed(lines[-limit:])]

    def store_string(self, string: str) -> None:
        """Append an entry to the file, now or at the end."""
        style = str(self.options.history_save_style)
        if style == "SaveAtExit":
            if not self._waiting:
                atexit.register(self.write_waiting)
            self._waiting.append(string)
        elif style == "SaveIncrementally":
            self._write([string])

    def write_waiting(self) -> None:
        """Write what waits for the end."""
        self._write(self._waiting)
        self._waiting.clear()

    def _write(self, lines: list[str]) -> None:
        path = self.path
        if path is None:
            return
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with open(path, "ab", opener=_private) as file, _alone(file):
                file.write("".join(_escape(each) + "\n" for each in lines).encode("utf-8", "replace"))
        except OSError:
            self._own_path = None

    def append_string(self, string: str) -> None:
        """Keep an entry, but neither an empty one nor the last one again."""
        entries = self.get_strings()
        if not string.strip() or (entries and entries[-1] == string):
            return
        remembered, written = self._keeps(string)
        if not remembered:
            return
        self._loaded_strings.insert(0, string)
        del self._loaded_strings[self.options.maximum_history_count :]
        if written:
            self.store_string(string)

    def forget(self) -> None:
        """Forget all lines; the file stays as it is."""
        self._loaded_strings.clear()


def _keep_all(line: str) -> tuple[bool, bool]:
    return True, not is_sensitive(line)


__all__ = ["FileHistory", "is_sensitive"]
