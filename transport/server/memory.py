"""In-memory connections: a client of `SmtpSession` in the same process, without sockets."""

from __future__ import annotations

import time
from ipaddress import ip_address

from organization.ports import DialRefused
from organization.values.network import IPBinding

from ..policy.decision import Decision, Next
from ..policy.facts import Peer
from ..policy.server_context import ServerContext

_CLIENT_PORT = 49152


class MemoryConnection:
    """Implements `organization.ports.Connection`. `receive` sleeps during the server's delays."""

    def __init__(
        self,
        server_context: ServerContext,
        binding: IPBinding,
        local_address: str,
        client: str,
    ) -> None:
        peer = Peer(local_address, binding.port, client, _CLIENT_PORT)
        self._server_context = server_context
        self._received = bytearray()
        self._resume_at: float | None = None
        self._over = False
        self._session = server_context.connect(binding, peer, ip_address(client))
        self._act(self._session.open())

    def receive(self, timeout: float) -> bytes:
        """Return what the server has sent. Waits for a tarpit or a time-out of the server that ends within `timeout`
        seconds, and not at all if nothing can come.
        """
        end = self._server_context.ticks() + timeout
        while not self._received and not self._over:
            due = self._session.deadline if self._resume_at is None else self._resume_at
            if due > end:
                time.sleep(max(0.0, end - self._server_context.ticks()) if self._resume_at is not None else 0.0)
                break
            time.sleep(max(0.0, due - self._server_context.ticks()))
            self._wake()
        taken = bytes(self._received)
        self._received.clear()
        return taken

    def send(self, data: bytes) -> None:
        """Send bytes. They are lost if the server has closed."""
        if not self._over:
            self._act(self._session.receive(data))

    def start_tls(self) -> bytes:
        """Raise DialRefused: there is no TLS without sockets."""
        raise DialRefused("A session without listeners has no TLS.")

    @property
    def closed(self) -> bool:
        """Whether the server has closed and everything it sent has been received."""
        return self._over and not self._received

    def close(self) -> None:
        """Close the connection."""
        self._finish()

    def _wake(self) -> None:
        if self._resume_at is None:
            self._act(self._session.tick())
        elif self._server_context.ticks() >= self._resume_at:
            self._resume_at = None
            self._act(self._session.resume())

    def _act(self, decision: Decision) -> None:
        while True:
            self._received += decision.send
            if decision.next is Next.WORK:
                decision = self._session.worked(self._session.do_work())
            elif decision.next is Next.WAIT and not decision.seconds:
                decision = self._session.resume()
            else:
                break
        if decision.next is Next.WAIT:
            self._resume_at = self._server_context.ticks() + decision.seconds
        elif decision.next in (Next.CLOSE, Next.TLS):
            # A server without sockets announces no STARTTLS, so Next.TLS does not occur.
            self._finish()

    def _finish(self) -> None:
        if not self._over:
            self._over = True
            self._server_context.disconnect(self._session)
