"""Log files of one folder: named by day and number, cut at a size, and thrown away when they are old or too many."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from pathlib import Path

_NAME = re.compile(r"(?P<day>\d{8})-(?P<number>\d+)\.log")


@dataclass(frozen=True, slots=True)
class Policy:
    """What Set-TransportServer says about a log. Sizes are in octets, the age in seconds; None is unlimited."""

    folder: Path | None
    """None: nothing is written."""
    max_file_size: int | None
    max_directory_size: int | None
    max_age: float
    """0: files are never too old."""


class LogFiles:
    """Appends text to the newest file of a folder, as `RECV20080212-1.log`. Days are UTC days, numbers begin at 1."""

    def __init__(self, prefix: str, policy: Policy) -> None:
        self.prefix = prefix
        self.policy = policy
        self._current: Path | None = None

    def write(self, head: str, text: str, moment: float) -> None:
        """Append `text`; a new file begins with `head`. Raises OSError."""
        folder = self.policy.folder
        if folder is None:
            return
        path = self._file_for(folder, moment)
        if not path.exists():
            folder.mkdir(parents=True, exist_ok=True)
            path.write_text(head, encoding="utf-8", newline="")
            self._clean(folder, moment)
        with path.open("a", encoding="utf-8", newline="") as file:
            file.write(text)

    def _file_for(self, folder: Path, moment: float) -> Path:
        day = time.strftime("%Y%m%d", time.gmtime(moment))
        number = 1
        current = self._current
        if current is not None and current.parent == folder and current.name.startswith(f"{self.prefix}{day}-"):
            number = self._number(current)
        else:
            number = max((self._number(path) for path in self._files(folder) if self._day(path) == day), default=1)
        path = folder / f"{self.prefix}{day}-{number}.log"
        limit = self.policy.max_file_size
        if limit is not None and path.exists() and path.stat().st_size >= limit:
            path = folder / f"{self.prefix}{day}-{number + 1}.log"
        self._current = path
        return path

    def _clean(self, folder: Path, moment: float) -> None:
        """Delete the oldest files, never the newest one, until the rest is neither too old nor too much."""
        files = sorted(self._files(folder), key=lambda path: (self._day(path), self._number(path)))
        total = sum(path.stat().st_size for path in files)
        for path in files[:-1]:
            too_much = self.policy.max_directory_size is not None and total > self.policy.max_directory_size
            too_old = bool(self.policy.max_age) and path.stat().st_mtime < moment - self.policy.max_age
            if not (too_much or too_old):
                break
            total -= path.stat().st_size
            path.unlink(missing_ok=True)

    def _files(self, folder: Path) -> list[Path]:
        if not folder.is_dir():
            return []
        return [path for path in folder.iterdir() if self._parts(path) is not None]

    def _parts(self, path: Path) -> re.Match[str] | None:
        return _NAME.fullmatch(path.name.removeprefix(self.prefix)) if path.name.startswith(self.prefix) else None

    def _day(self, path: Path) -> str:
        parts = self._parts(path)
        return parts["day"] if parts is not None else ""

    def _number(self, path: Path) -> int:
        parts = self._parts(path)
        return int(parts["number"]) if parts is not None else 0
