"""The listeners of a server, as other threads use them: the event loop's thread and the supervisor on it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor

from organization.values.network import IPAddress, IPBinding

from ..policy.replies import Reply
from ..policy.server_context import ServerContext
from ..policy.session import SmtpSession
from .endpoints import Real
from .host import Host
from .smtp import SmtpConnection, SmtpListener
from .supervisor import Outcome, Supervisor
from .tls import TlsContexts

TIMEOUT = 10.0
"""Seconds that opening and closing sockets may take."""
EXPECTED_CONNECTIONS = 5000
"""The default of MaxInboundConnection."""
OTHER_FILES = 64
"""Approximate number of open files beside the connections."""
FAREWELL = 0.2
"""Seconds that clients get to read the last reply when the server stops."""


class Listening:
    """The listeners of one server. Methods are called from any thread but the loop's, one at a time."""

    def __init__(
        self,
        server_context: ServerContext,
        local_address: Callable[[IPBinding], str],
        client_address: Callable[[str, int], IPAddress],
        tls: TlsContexts,
    ) -> None:
        self._connections: set[SmtpConnection] = set()
        self._host = Host()
        self._computing = ThreadPoolExecutor(1, "mail")
        self._supervisor = Supervisor(
            lambda binding: SmtpListener(
                binding, server_context, local_address, client_address, tls, self._computing, self._connections
            )
        )

    @property
    def ceiling(self) -> int | None:
        """The most connections that this machine allows; None if it allows Exchange's own limit."""
        files = self._host.open_files
        return None if files is None or files >= EXPECTED_CONNECTIONS + OTHER_FILES else files - OTHER_FILES

    @property
    def failures(self) -> Mapping[Real, str]:
        """The reason for each wanted socket that is not open."""
        return self._supervisor.failures

    @property
    def taken(self) -> frozenset[Real]:
        """The sockets that are not open because their address is taken."""
        return frozenset(self._supervisor.taken)

    def follow(self, wanted: Mapping[Real, IPBinding]) -> Outcome:
        """Open and close sockets so that exactly `wanted` are open."""
        return self._host.run(self._supervisor.follow(wanted), TIMEOUT)

    def drop(self, chosen: Callable[[SmtpSession], bool], reply: Reply | None = None) -> None:
        """End the sessions that `chosen` selects, with `reply` as the last reply."""

        async def drop() -> None:
            for connection in list(self._connections):
                if chosen(connection.smtp):
                    connection.shut_down(reply)

        self._host.run(drop(), TIMEOUT)

    def call_later(self, seconds: float, function: Callable[[], None]) -> None:
        """Schedule a call on the loop after `seconds`. Does nothing after the loop has stopped."""
        self._host.call(lambda: self._host.loop.call_later(seconds, function))

    def stop(self) -> None:
        """Close all sockets, end all sessions, and stop the thread."""
        self.follow({})
        self.drop(lambda session: True)

        async def hang_up() -> None:
            if self._connections:
                await asyncio.sleep(FAREWELL)
            for connection in list(self._connections):
                connection.abort()

        self._host.run(hang_up(), TIMEOUT)
        self._computing.shutdown(wait=True, cancel_futures=True)
        self._host.stop()
