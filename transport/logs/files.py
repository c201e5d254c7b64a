"""The log files of one folder: named by time and number, limited in size, and deleted by age and total size."""

from __future__ import annotations

import contextlib
import os
import re
import time
from collections.abc import Sequence
from dataclasses import dataclass
from io import FileIO
from itertools import groupby
from pathlib import Path

from .claims import claim

_NAME = re.compile(r"(?P<day>\d{8,10})-(?P<number>\d+)\.log")


@dataclass(frozen=True, slots=True)
class Policy:
    """The settings of a log (Set-TransportServer). Sizes are in octets, the age in seconds; None is unlimited."""

    folder: Path | None
    """None: nothing is written."""
    max_file_size: int | None
    max_directory_size: int | None
    max_age: float
    """0: files are never too old."""


NOWHERE = Policy(None, None, None, 0)


class LogFiles:
    """Appends lines to the newest file of a folder, as `RECV20080212-1.log`. Times are UTC, numbers begin at 1.

    While a file is open no other process writes it: each takes the next number, so no line is torn.
    """

    def __init__(self, prefix: str, policy: Policy = NOWHERE, hourly: bool = False) -> None:
        """With `hourly` a file and its name stand for an hour instead of a day (2013 and later)."""
        self.prefix = prefix
        self.policy = policy
        self._stamp, self._period = ("%Y%m%d%H", 3600) if hourly else ("%Y%m%d", 86400)
        self._file: FileIO | None = None
        self._path: Path | None = None
        self._size = 0
        self._cleaned_for: Policy | None = None

    @property
    def current(self) -> Path | None:
        """The file that was written last."""
        return self._path

    def write(self, head: str, lines: Sequence[tuple[float, str]]) -> None:
        """Append lines, each with its time; a new file begins with `head`. Raises OSError."""
        folder = self.policy.folder
        if folder is None:
            self.close()
            return
        period = self._period
        for number, group in groupby(lines, lambda line: line[0] // period):
            stamp = time.strftime(self._stamp, time.gmtime(number * period))
            texts = [text for _, text in group]
            while texts:
                texts = texts[self._append(folder, stamp, head, texts) :]
        if lines and self._cleaned_for is not self.policy:
            self._clean(folder, lines[-1][0])

    def close(self) -> None:
        """Close the file. The next line opens one again."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def _append(self, folder: Path, stamp: str, head: str, lines: list[str]) -> int:
        """Append as many lines as fit into the file, at least one. Return their number."""
        file = self._open(folder, stamp, head)
        count, text = len(lines), "".join(lines).encode("utf-8", "replace")
        limit = self.policy.max_file_size
        if limit is not None and self._size + len(text) > limit:
            count, size = 0, self._size
            while count < len(lines) and (not count or size < limit):
                size += len(lines[count].encode("utf-8", "replace"))
                count += 1
            text = "".join(lines[:count]).encode("utf-8", "replace")
        file.write(text)
        self._size += len(text)
        return count

    def _open(self, folder: Path, stamp: str, head: str) -> FileIO:
        """Return the file to write to: the present one if it exists and is below its size limit, else the next free
        number.
        """
        limit = self.policy.max_file_size
        if self._file is not None and self._path is not None:
            same = self._path.parent == folder and self._path.name.startswith(f"{self.prefix}{stamp}-")
            if same and (limit is None or self._size < limit) and self._is_there(self._file):
                return self._file
        self.close()
        folder.mkdir(parents=True, exist_ok=True)
        number = max((self._number(path) for path in self._files(folder) if self._day(path) == stamp), default=1)
        while True:
            path = folder / f"{self.prefix}{stamp}-{number}.log"
            number += 1
            if limit is not None and path.exists() and path.stat().st_size >= limit:
                continue
            file = claim(path)
            if file is not None:
                break
        self._file, self._path = file, path
        self._size = os.fstat(file.fileno()).st_size
        if not self._size:
            self._size = file.write(head.encode())
            self._cleaned_for = None
        return file

    def _is_there(self, file: FileIO) -> bool:
        """Return whether the file has been neither deleted nor replaced since it was opened."""
        assert self._path is not None
        try:
            return os.path.samestat(os.stat(self._path), os.fstat(file.fileno()))
        except OSError:
            return False

    def _clean(self, folder: Path, moment: float) -> None:
        """Delete the oldest files, but never the newest, until age and total size are within their limits."""
        self._cleaned_for = self.policy
        files = sorted(self._files(folder), key=lambda path: (self._day(path), self._number(path)))
        facts = {path: fact for path in files if (fact := _stat(path)) is not None}
        total = sum(fact.st_size for fact in facts.values())
        for path, fact in list(facts.items())[:-1]:
            too_much = self.policy.max_directory_size is not None and total > self.policy.max_directory_size
            too_old = bool(self.policy.max_age) and fact.st_mtime < moment - self.policy.max_age
            if not (too_much or too_old):
                break
            if path == self._path:
                continue
            total -= fact.st_size
            with contextlib.suppress(OSError):  # another program has deleted it or, on Windows, is writing it
                path.unlink()

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


def _stat(path: Path) -> os.stat_result | None:
    """Return the status of a file; None if another program has just deleted it."""
    try:
        return path.stat()
    except OSError:
        return None
