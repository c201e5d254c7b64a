"""Environment variables as sessions see and change them.

There are two kinds. The process's own go to the programs that a session starts; what a session changes is put back when
the last one is closed. Those of the lab's server (`COMPUTERNAME`, `TEMP`, `ExchangeInstallPath`) stand before them in
scripts, and no program gets them: its `TEMP` must be a folder of this machine.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final

_before: dict[str, str | None] = {}
_open_sessions = 0


class ServerEnvironment:
    """The variables of the lab's server. Names are looked up without regard to case, as Windows does.

    `variables` is asked when the first one is needed.
    """

    def __init__(self, variables: Callable[[], Mapping[str, str]]) -> None:
        self._make = variables
        self._made: dict[str, tuple[str, str | None]] | None = None

    @property
    def _held(self) -> dict[str, tuple[str, str | None]]:
        if self._made is None:
            self._made = {name.lower(): (name, value) for name, value in self._make().items()}
        return self._made

    def find(self, name: str) -> tuple[str, str | None] | None:
        """Return the spelling and the value of one of the server's variables; a removed one has None as its value."""
        return self._held.get(name.lower())

    def set(self, name: str, value: str | None) -> bool:
        """Change or remove one of the server's variables; False where it has no such variable."""
        found = self.find(name)
        if found is None:
            return False
        self._held[name.lower()] = (found[0], value or None)
        return True

    def items(self) -> Iterator[tuple[str, str]]:
        """Yield the variables that are set."""
        for name, value in self._held.values():
            if value is not None:
                yield name, value


_server: Final[ContextVar[ServerEnvironment | None]] = ContextVar("server_environment", default=None)


@contextmanager
def inside(server: ServerEnvironment | None) -> Iterator[None]:
    """Let the variables of a lab's server be seen while a session runs; None for a session without a server."""
    token = _server.set(server)
    try:
        yield
    finally:
        _server.reset(token)


def get(name: str) -> str | None:
    """Return a variable's value; None where it is not set."""
    server = _server.get()
    if server is None:
        return os.environ.get(name)
    found = server.find(name)
    if found is not None:
        return found[1]
    value = os.environ.get(name)
    return value if value is not None else os.environ.get(_spelling(name))


def is_server() -> bool:
    """True where scripts run on a lab's server."""
    return _server.get() is not None


def items() -> dict[str, str]:
    """Return all variables."""
    server = _server.get()
    if server is None:
        return dict(os.environ)
    own = {name: value for name, value in os.environ.items() if server.find(name) is None}
    return {**own, **dict(server.items())}


def expand(text: str) -> str:
    """Put values in the place of `%NAME%`; a name that is not set stays."""
    parts = text.split("%")
    done = [parts[0]]
    at = 1
    while at < len(parts):
        value = get(parts[at]) if at + 1 < len(parts) and parts[at] else None
        if value is None:
            done.append("%" + parts[at])
            at += 1
        else:
            done.append(value + parts[at + 1])
            at += 2
    return "".join(done)


def set_environment(name: str, value: str | None) -> None:
    """Set a variable; None or nothing removes it."""
    server = _server.get()
    if server is not None:
        if server.set(name, value):
            return
        name = name if name in os.environ else _spelling(name)
    _before.setdefault(name, os.environ.get(name))
    _put(name, value)


def _spelling(name: str) -> str:
    """Return how one of the process's variables is written whose name differs in case only; else the name."""
    wanted = name.lower()
    return next((each for each in os.environ if each.lower() == wanted), name)


def changed() -> set[str]:
    """Return the names of the process's variables that sessions set or removed."""
    return set(_before)


def _put(name: str, value: str | None) -> None:
    if value:
        os.environ[name] = value
    else:
        os.environ.pop(name, None)


def session_opened() -> None:
    """Count a session."""
    global _open_sessions
    _open_sessions += 1


def session_closed() -> None:
    """Count a session that ended; the last one puts the environment back as it found it."""
    global _open_sessions
    _open_sessions -= 1
    if _open_sessions <= 0:
        for name, value in _before.items():
            _put(name, value)
        _before.clear()


__all__ = [
    "ServerEnvironment",
    "changed",
    "expand",
    "get",
    "inside",
    "is_server",
    "items",
    "session_closed",
    "session_opened",
    "set_environment",
]
