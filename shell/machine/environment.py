"""Environment variables as sessions see and change them.

There are two kinds. The process's variables are inherited by the programs that a session starts; changes are seen by
that session and its programs only (`registries.ProcessState`). The variables of the lab's server (`COMPUTERNAME`,
`TEMP`, `ExchangeInstallPath`) hide them in scripts. Programs do not inherit those: their `TEMP` must be a folder of
this machine.
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
    """The variables of the lab's server. Names are not case-sensitive, as on Windows.

    `variables` is called at the first look-up.
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
        """Return the spelling and the value of a variable of the server; the value of a removed one is None."""
        return self._held.get(name.lower())

    def set(self, name: str, value: str | None) -> bool:
        """Change or remove a variable of the server; return False if it has no such variable."""
        found = self.find(name)
        if found is None:
            return False
        self._held[name.lower()] = (found[0], value or None)
        return True

    def copy(self) -> ServerEnvironment:
        """Return the variables that a process started now inherits."""
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
    """Put the variables of a lab's server in force within the block; None for a session without a server."""
    token = _server.set(server)
    try:
        yield
    finally:
        _server.reset(token)


def own(name: str) -> str | None:
    """Return a variable of the process as the running session sees it; None if it is not set.

    Names are case-sensitive if the operating system's are.
    """
    changes = CURRENT.get().process.environment
    key = _key(name)
    if key in changes:
        return changes[key]
    return os.environ.get(name)


def own_items() -> dict[str, str]:
    """Return the variables of the process as the running session sees them."""
    made = dict(os.environ)
    for name, value in CURRENT.get().process.environment.items():
        if value is None:
            made.pop(name, None)
        else:
            made[name] = value
    return made


@contextmanager
def of_new_process() -> Iterator[None]:
    """Undo changes of the server's variables at the end of the block: a job of Start-Job has a process of its own."""
    server = _server.get()
    with inside(None if server is None else server.copy()):
        yield


def get(name: str) -> str | None:
    """Return a variable's value; None if it is not set."""
    server = _server.get()
    if server is None:
        return own(name)
    found = server.find(name)
    if found is not None:
        return found[1]
    value = own(name)
    return value if value is not None else own(_spelling(name))


def is_server() -> bool:
    """True if scripts run on a lab's server."""
    return _server.get() is not None


def machine_name() -> str:
    """Return the name of the machine that scripts see."""
    import platform

    return (get("COMPUTERNAME") if is_server() else None) or platform.node()


def user_name() -> str:
    """Return the name of the user who runs the shell, without a domain."""
    import getpass

    return (get("USERNAME") if is_server() else None) or getpass.getuser()


def account_name() -> str:
    """Return the account that runs the shell: `CONTOSO\\Administrator` on the lab's server."""
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
    """Replace `%NAME%` by values; names that are not set stay."""
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
    """Set a variable for the running session; None or an empty string removes it."""
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
    """Return the spelling of a variable of the process that is equal but for case; else the name itself."""
    wanted = name.lower()
    return next((each for each in own_items() if each.lower() == wanted), name)


def _key(name: str) -> str:
    """Return the key of a name: in upper case on Windows, as `os.environ` has it."""
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
