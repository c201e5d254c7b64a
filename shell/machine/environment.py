"""Environment variables as sessions see and change them.

There are two kinds. The process's own go to the programs that a session starts; what a session changes of them, it and
those programs alone see (`registries.ProcessState`). Those of the lab's server (`COMPUTERNAME`, `TEMP`,
`ExchangeInstallPath`) stand before them in scripts, and no program gets them: its `TEMP` must be a folder of this
machine.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final

from shell.values.registries import CURRENT


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

    def copy(self) -> ServerEnvironment:
        """Return what a process that is started now begins with."""
        made = ServerEnvironment(self._make)
        made._made = dict(self._held)
        return made

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


def own(name: str) -> str | None:
    """Return one of the process's own variables as the session that runs sees it; None where it is not set.

    Upper and lower case differ where the system says so.
    """
    changes = CURRENT.get().process.environment
    key = _key(name)
    if key in changes:
        return changes[key]
    return os.environ.get(name)


def own_items() -> dict[str, str]:
    """Return the process's own variables as the session that runs sees them."""
    made = dict(os.environ)
    for name, value in CURRENT.get().process.environment.items():
        if value is None:
            made.pop(name, None)
        else:
            made[name] = value
    return made


@contextmanager
def of_new_process() -> Iterator[None]:
    """Let changes of the server's variables end with the block: a job of Start-Job changes those of its process."""
    server = _server.get()
    with inside(None if server is None else server.copy()):
        yield


def get(name: str) -> str | None:
    """Return a variable's value; None where it is not set."""
    server = _server.get()
    if server is None:
        return own(name)
    found = server.find(name)
    if found is not None:
        return found[1]
    value = own(name)
    return value if value is not None else own(_spelling(name))


def is_server() -> bool:
    """True where scripts run on a lab's server."""
    return _server.get() is not None


def machine_name() -> str:
    """Return the name of the machine that scripts are on."""
    import platform

    return (get("COMPUTERNAME") if is_server() else None) or platform.node()


def user_name() -> str:
    """Return the name of who runs the shell, without a domain."""
    import getpass

    return (get("USERNAME") if is_server() else None) or getpass.getuser()


def account_name() -> str:
    """Return who runs the shell: `CONTOSO\\Administrator` on the lab's server."""
    domain = get("USERDOMAIN") if is_server() else None
    return f"{domain}\\{user_name()}" if domain else user_name()


def items() -> dict[str, str]:
    """Return all variables."""
    server = _server.get()
    if server is None:
        return own_items()
    own_ones = {name: value for name, value in own_items().items() if server.find(name) is None}
    return {**own_ones, **dict(server.items())}


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
    """Set a variable for the session that runs; None or nothing removes it."""
    server = _server.get()
    if server is not None:
        if server.set(name, value):
            return
        name = name if own(name) is not None else _spelling(name)
    CURRENT.get().process.environment[_key(name)] = value or None


def changed() -> set[str]:
    """Return the names of the process's variables that the session set or removed."""
    return set(CURRENT.get().process.environment)


def _spelling(name: str) -> str:
    """Return how one of the process's variables is written whose name differs in case only; else the name."""
    wanted = name.lower()
    return next((each for each in own_items() if each.lower() == wanted), name)


def _key(name: str) -> str:
    """Windows knows one spelling, in capitals, as `os.environ` does."""
    return name.upper() if os.name == "nt" else name


def is_administrator() -> bool:
    """True for root, and on Windows for an elevated process."""
    if sys.platform == "win32":
        import ctypes

        return bool(ctypes.windll.shell32.IsUserAnAdmin())
    return os.geteuid() == 0


__all__ = [
    "ServerEnvironment",
    "account_name",
    "changed",
    "expand",
    "get",
    "inside",
    "is_administrator",
    "is_server",
    "items",
    "machine_name",
    "of_new_process",
    "own",
    "own_items",
    "set_environment",
    "user_name",
]
