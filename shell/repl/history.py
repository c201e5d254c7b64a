"""The lines typed, kept between runs."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from prompt_toolkit.history import History

MAXIMUM = 4096
"""Lines kept in the file, as PSReadLine keeps them."""


def _escape(line: str) -> str:
    return line.replace("\\", "\\\\").replace("\n", "\\n")


def _unescape(line: str) -> str:
    out: list[str] = []
    characters = iter(line)
    for character in characters:
        if character != "\\":
            out.append(character)
            continue
        following = next(characters, "\\")
        out.append("\n" if following == "n" else following)
    return "".join(out)


class FileHistory(History):
    """A history file, one entry a line, the oldest first. Without a path it lives in memory alone.

    A file that cannot be read or written is no reason not to work: the history is then of this run only.
    """

    def __init__(self, path: Path | None) -> None:
        super().__init__()
        self.path = path

    def load_history_strings(self) -> Iterable[str]:
        """Return the entries, the newest first."""
        if self.path is None or not self.path.exists():
            return []
        try:
            lines = self.path.read_text(encoding="utf-8", errors="replace").split("\n")[:-1]
        except OSError:
            return []
        kept = lines[-MAXIMUM:]
        if len(lines) > 2 * MAXIMUM:
            self._rewrite(kept)
        return [_unescape(line) for line in reversed(kept)]

    def store_string(self, string: str) -> None:
        """Append an entry."""
        if self.path is None:
            return
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with self.path.open("a", encoding="utf-8") as file:
                file.write(_escape(string) + "\n")
        except OSError:
            self.path = None

    def append_string(self, string: str) -> None:
        """Keep an entry, but neither an empty one nor the last one again."""
        entries = self.get_strings()
        if string.strip() and (not entries or entries[-1] != string):
            super().append_string(string)

    def _rewrite(self, lines: list[str]) -> None:
        if self.path is not None:
            self.path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
