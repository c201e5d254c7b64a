"""The supervisor of listening sockets: keeps the open ones equal to those that the connectors need.

It is level-triggered: every change brings the whole table of wanted sockets, so a lost or doubled change does no harm.
A socket that cannot be opened is recorded with its reason and tried again at the next change.
"""

from __future__ import annotations

import asyncio
import contextlib
import errno
import socket
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from organization.values.network import IPBinding

from .endpoints import Real
from .smtp import SmtpConnection, SmtpListener

BACKLOG = 2048
_TAKEN = frozenset((errno.EADDRINUSE, getattr(errno, "WSAEACCES", errno.EADDRINUSE)))
"""WSAEACCES is Windows' error for an address in exclusive use."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The sockets to open and to close. Others stay as they are."""

    open: tuple[Real, ...] = ()
    close: tuple[Real, ...] = ()


def plan(wanted: Mapping[Real, IPBinding], running: Mapping[Real, IPBinding]) -> Plan:
    """Return the changes that lead from the running sockets to the wanted ones.

    A socket whose lab endpoint changes stays open; only its listener is updated.
    """
    return Plan(
        tuple(sorted(real for real in wanted if real not in running)),
        tuple(sorted(real for real in running if real not in wanted)),
    )


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result of a change."""

    opened: Mapping[Real, IPBinding]
    closed: Mapping[Real, IPBinding]
    failed: Mapping[Real, str]
    """New failures only: those that did not fail for the same reason before."""


@dataclass(slots=True)
class _Open:
    binding: IPBinding
    listener: SmtpListener
    server: asyncio.Server


class Supervisor:
    """Opens and closes sockets on the loop. `failures` holds the reason for each wanted socket that is not open."""

    def __init__(self, new_listener: Callable[[IPBinding], SmtpListener]) -> None:
        self._new_listener = new_listener
        self._open: dict[Real, _Open] = {}
        self.failures: dict[Real, str] = {}
        self.taken: set[Real] = set()
        """The failures because another program listens there."""

    @property
    def running(self) -> dict[Real, IPBinding]:
        """The sockets that are open, each with the lab endpoint that it stands for."""
        return {real: item.binding for real, item in self._open.items()}

    async def follow(self, wanted: Mapping[Real, IPBinding]) -> Outcome:
        """Open and close sockets so that exactly `wanted` are open. Return the result.

        New ones are opened before old ones are closed, so that a server that moves stays reachable.
        """
        before, failed_before = self.running, self.failures
        steps = plan(wanted, before)
        self.failures = {}
        self.taken = set()
        for real in steps.open:
            await self._start(real, wanted[real])
        for real in steps.close:
            self._stop(real)
        for real, item in self._open.items():
            item.binding = item.listener.binding = wanted[real]
        return Outcome(
            {real: wanted[real] for real in steps.open if real in self._open},
            {real: before[real] for real in steps.close},
            {real: why for real, why in self.failures.items() if failed_before.get(real) != why},
        )

    async def _start(self, real: Real, binding: IPBinding) -> None:
        listener = self._new_listener(binding)
        try:
            with contextlib.ExitStack() as bound:
                sock = bound.enter_context(bound_socket(real))
                server = await asyncio.get_running_loop().create_server(
                    lambda: SmtpConnection(listener), sock=sock, backlog=BACKLOG
                )
                bound.pop_all()  # from here on it is the server's
        except OSError as error:
            self.failures[real] = reason(error)
            if error.errno in _TAKEN:
                self.taken.add(real)
            return
        self._open[real] = _Open(binding, listener, server)

    def _stop(self, real: Real) -> None:
        self._open.pop(real).server.close()


def bound_socket(real: Real) -> socket.socket:
    """Return a socket bound to a host and port. Raises OSError."""
    host, port = real
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    sock = socket.socket(family, socket.SOCK_STREAM)
    try:
        if sys.platform == "win32":
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:
            sock.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        sock.bind((host, port))
        sock.setblocking(False)
    except OSError:
        sock.close()
        raise
    return sock


def is_taken(real: Real) -> bool:
    """Return whether an endpoint is unavailable: another program listens there, or this machine lacks the IPv4
    address.
    """
    try:
        with bound_socket(real) as probe:
            probe.listen(1)
    except OSError as error:
        return error.errno in _TAKEN or (error.errno == errno.EADDRNOTAVAIL and ":" not in real[0])
    return False


def reason(error: OSError) -> str:
    """Return the text of the error that prevented a socket from opening."""
    return error.strerror or str(error)
