"""The registry of this user's programs that listen for a lab: a file for each, locked while it runs.

A killed program loses its lock, and the next reader removes its file. So a later process with the same id is never
taken for it.
"""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import sys
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from . import filelocks
from .endpoints import Network, Real

_PATIENCE = 3.0
"""Seconds to wait for the guard lock. A program that holds it longer was stopped in the middle."""
_GUARD = "lock"


@dataclass(frozen=True, slots=True)
class Program:
    """A program that listens."""

    name: str
    process: int
    standard: bool
    """Whether it has the standard mapping: then all endpoints of that are its own, used or not."""
    endpoints: frozenset[Real] = field(default=frozenset())

    def __str__(self) -> str:
        return f"{self.name} (process {self.process})"


class Registry:
    """The programs of one folder. If the folder cannot be read or written it counts as empty, and nothing fails."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._own: IO[str] | None = None
        self._path: Path | None = None
        self._written: frozenset[Real] | None = None

    def reserve(self, network: Network, endpoints: Collection[Real]) -> Program | None:
        """Register this program's endpoints. Return the other program if one has any of them; then nothing is
        registered.
        """
        wanted = frozenset(endpoints)
        with self._guarded() as known:
            for other in known:
                if other.endpoints & wanted or (other.standard and network.is_standard):
                    return other
            self._write(network, wanted)
        return None

    def update(self, network: Network, endpoints: Collection[Real]) -> None:
        """Register this program's present endpoints."""
        wanted = frozenset(endpoints)
        if wanted != self._written:
            with self._guarded():
                self._write(network, wanted)

    def holder(self, real: Real) -> Program | None:
        """Return the other program of this user that has an endpoint; None if none is known."""
        with self._guarded() as known:
            return next((other for other in known if real in other.endpoints), None)

    def close(self) -> None:
        """Remove this program's file."""
        if self._own is not None and self._path is not None:
            self._own.close()
            with contextlib.suppress(OSError):
                self._path.unlink()
            self._own = None

    @contextmanager
    def _guarded(self) -> Iterator[list[Program]]:
        """Hold the guard lock. Yield the other programs that run."""
        try:
            guard = self._guard()
        except OSError:
            yield []
            return
        if guard is None:
            yield []
            return
        with guard:
            yield list(self._others())

    def _guard(self) -> IO[str] | None:
        if self._folder is None:
            return None
        self._folder.mkdir(parents=True, exist_ok=True)
        guard = (self._folder / _GUARD).open("a+", encoding="utf-8")
        try:
            if filelocks.lock(guard, _PATIENCE):
                return guard
        except OSError:
            pass
        guard.close()
        return None

    def _others(self) -> Iterable[Program]:
        assert self._folder is not None
        for path in sorted(self._folder.glob("*.json")):
            if path == self._path:
                continue
            found, has_ended = _read(path)
            if found is not None:
                yield found
            elif has_ended:
                with contextlib.suppress(OSError):
                    path.unlink()

    def _write(self, network: Network, endpoints: frozenset[Real]) -> None:
        self._written = endpoints
        if self._folder is None:
            return
        with contextlib.suppress(OSError):
            if self._own is None:
                self._path = self._folder / f"{os.getpid()}-{secrets.token_hex(4)}.json"
                self._own = self._path.open("w+", encoding="utf-8")
                filelocks.try_lock(self._own)
            self._own.seek(0)
            self._own.truncate()
            told = {
                "name": _own_name(),
                "process": os.getpid(),
                "standard": network.is_standard,
                "endpoints": sorted(endpoints),
            }
            self._own.write(json.dumps(told))  # `dump` would write each word by itself
            self._own.flush()


def _read(path: Path) -> tuple[Program | None, bool]:
    """Return the program of a file, and whether it has ended. The file may be malformed or vanish."""
    try:
        with path.open("r+", encoding="utf-8") as file:
            if filelocks.try_lock(file):
                return None, True
            return _program(json.load(file)), False
    except (OSError, ValueError, KeyError, TypeError):
        return None, False


def _own_name() -> str:
    """Return the name by which this program was started."""
    started = Path(sys.argv[0]) if sys.argv else Path()
    return "emshell" if started.name == "__main__.py" else started.stem or "python"


def _program(written: dict[str, Any]) -> Program:
    endpoints = frozenset((str(host), int(port)) for host, port in written["endpoints"])
    return Program(str(written["name"]), int(written["process"]), bool(written["standard"]), endpoints)


__all__ = ["Program", "Registry"]
