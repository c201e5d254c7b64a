"""One client's connection: moves octets between a socket and `SmtpSession`, and runs its timers.

It is an asyncio protocol: every callback of the transport goes straight to `SmtpSession`, and its decisions are carried
out at once. docs/decisions/0019 tells why it is not built upon aiosmtpd.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass, field
from typing import Any, cast

from organization.ports import EventLevel
from organization.values.network import IPAddress, IPBinding

from ..policy.decision import Decision, Next
from ..policy.facts import CertificateFacts, Peer, TlsFacts
from ..policy.replies import Reply
from ..policy.server_context import ServerContext
from ..policy.session import SmtpSession
from .tls import TlsContexts, failure_name

HANDSHAKE_TIMEOUT = 60.0
"""Seconds."""
_READ = Next.READ
"""A module constant, as each look-up of an enumeration member costs a call."""
UNREAD = 60.0
"""Seconds that a client gets after QUIT to read the replies that are still unsent."""


@dataclass(slots=True, eq=False)
class SmtpListener:
    """The shared state of the connections of one listening socket."""

    binding: IPBinding
    """The lab endpoint that the socket stands for."""
    server_context: ServerContext
    local_address: Callable[[IPBinding], str]
    """The address that logs and Received fields show for a binding."""
    client_address: Callable[[str, int], IPAddress]
    """The lab address of a client, from its real address and port."""
    tls: TlsContexts
    computing: Executor
    """Runs long computations one at a time: with two at once the loop would wait twice as long for its turn."""
    connections: set[SmtpConnection] = field(default_factory=set)


READ_AT_ONCE = 64 * 1024
"""Octets. asyncio's own read size of 256 KB allocates memory that the system maps and unmaps each time, which costs
four times the read itself.
"""


READS_IN_A_ROW = 2
"""Full reads of READ_AT_ONCE octets before other connections have their turn."""


class SmtpConnection(asyncio.Protocol):
    """A connection. All methods run on the loop."""

    __slots__ = (
        "_early",
        "_full_reads",
        "_over",
        "_resume_when_written",
        "_securing",
        "_timer",
        "_waiting",
        "_write_paused",
        "listener",
        "loop",
        "smtp",
        "transport",
    )

    def __init__(self, listener: SmtpListener) -> None:
        self.loop = asyncio.get_running_loop()
        self.listener = listener
        self.transport: asyncio.Transport | None = None
        """None before the connection is made and after it is lost."""
        self.smtp: SmtpSession = None  # type: ignore[assignment] # until connection_made
        self._timer: asyncio.TimerHandle | None = None
        self._securing: asyncio.Task[None] | None = None
        self._early = b""
        """Octets received through TLS before the end of the handshake was reported here."""
        self._over = False
        self._waiting = False
        """Whether reading is paused until the session goes on: a tarpit, slow work, a handshake."""
        self._write_paused = False
        self._resume_when_written = False
        self._full_reads = 0
        """Number of full reads in a row."""

    # ---- what the transport calls

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin the session of a new client."""
        self.transport = cast(asyncio.Transport, transport)
        if hasattr(transport, "max_size"):
            transport.max_size = READ_AT_ONCE
        listener = self.listener
        remote = transport.get_extra_info("peername")
        if remote is None:  # the client has closed already
            self._over = True
            self.transport.abort()
            return
        client = listener.client_address(remote[0], remote[1])
        binding = listener.binding
        peer = Peer(listener.local_address(binding), binding.port, str(client), remote[1])
        listener.connections.add(self)
        self.smtp = listener.server_context.connect(binding, peer, client)
        self._watch()
        self._guard(self.smtp.open)

    def data_received(self, data: bytes) -> None:
        """Pass received octets to the session."""
        transport = self.transport
        if self._over or transport is None:
            return
        if self._securing is not None:
            self._early += data
            return
        try:
            decision = self.smtp.receive(data)
            send, following, _ = decision
            if send:
                transport.write(send)
            if following is not _READ:
                self._go_on(decision)
            elif len(data) < READ_AT_ONCE:
                self._full_reads = 0
            else:
                self._give_way(transport)
        except Exception as error:
            self._fail(error)

    def _give_way(self, transport: asyncio.Transport) -> None:
        """Pause reading for one turn of the loop. uvloop reads from one socket up to 32 times in a row."""
        self._full_reads += 1
        if self._full_reads >= READS_IN_A_ROW and not self._write_paused:
            self._full_reads = 0
            transport.pause_reading()
            self.loop.call_soon(self._have_turn)

    def _have_turn(self) -> None:
        if self.transport is not None and not (self._waiting or self._write_paused):
            self.transport.resume_reading()

    def eof_received(self) -> bool:
        """Tell the session that the client sends no more. It may still read."""
        if self._over:
            return False
        self._guard(self.smtp.end_of_input)
        return not self._over and self.smtp.tls is None

    def connection_lost(self, error: Exception | None) -> None:
        """End the session of a lost connection."""
        self._finish()
        if self._timer is not None:
            self._timer.cancel()
        self.listener.connections.discard(self)
        self.transport = None

    def pause_writing(self) -> None:
        """Pause reading while the client does not read its replies."""
        self._write_paused = True
        if self.transport is not None:
            self.transport.pause_reading()

    def resume_writing(self) -> None:
        """Resume reading after the client has read its replies."""
        self._write_paused = False
        if self._resume_when_written:
            self._resume_when_written = False
            self._resume()
        elif self.transport is not None and not self._waiting:
            self.transport.resume_reading()

    def abort(self) -> None:
        """Close the connection at once."""
        if self.transport is not None:
            self.transport.abort()

    def shut_down(self, reply: Reply | None = None) -> None:
        """End the session because the service stops, with `reply` or the usual one."""
        if not self._over and self.transport is not None:
            self._guard(lambda: self.smtp.shut_down(reply))

    # ---- what the session decides

    def _guard(self, step: Callable[[], Decision]) -> None:
        try:
            decision = step()
            if decision.send and self.transport is not None:
                self.transport.write(decision.send)
            if decision.next is not _READ:
                self._go_on(decision)
        except Exception as error:
            self._fail(error)

    def _fail(self, error: Exception) -> None:
        """End this connection, and no other, after an internal error, which goes to the event log."""
        self.listener.server_context.events.write(
            EventLevel.ERROR, 1016, "SmtpReceive", f"A session ended because of {type(error).__name__}: {error}"
        )
        self._finish()
        if self.transport is not None:
            self.transport.abort()

    def _go_on(self, decision: Decision) -> None:
        if decision.next is Next.CLOSE:
            self._close(decision.seconds)
        elif decision.next is Next.WAIT:
            self._wait(decision.seconds)
        elif decision.next is Next.WORK:
            self._hold()
            executor = self.listener.computing if self.smtp.computes else None
            work = self.loop.run_in_executor(executor, self.smtp.do_work)
            work.add_done_callback(self._worked)
        else:
            self._hold()  # what comes now belongs to the handshake
            self._securing = self.loop.create_task(self._secure())
            self._securing.add_done_callback(self._ended_securing)

    def _hold(self) -> None:
        self._waiting = True
        if self.transport is not None:
            self.transport.pause_reading()

    def _read_on(self) -> None:
        """Resume reading after a wait, unless the client does not read its replies."""
        self._waiting = False
        if self.transport is not None and not self._write_paused:
            self.transport.resume_reading()

    def _wait(self, seconds: float) -> None:
        self._hold()
        if seconds:
            self.loop.call_later(seconds, self._resume)
        else:
            self.loop.call_soon(self._resume)

    def _resume(self) -> None:
        if self._over:
            return
        if self._write_paused:
            self._resume_when_written = True
            return
        self._read_on()
        self._guard(self.smtp.resume)

    def _worked(self, work: asyncio.Future[Any]) -> None:
        if self._over:
            return
        self._read_on()
        self._guard(lambda: self.smtp.worked(work.result()))

    async def _secure(self) -> None:
        try:
            settings, contexts = self.smtp.settings, self.listener.tls
            assert settings.certificate is not None
            handshake = await self.loop.run_in_executor(
                None, contexts.get, settings.certificate, settings.domain_secure
            )
            transport = self.transport and await self.loop.start_tls(
                self.transport, self, handshake.context, server_side=True, ssl_handshake_timeout=HANDSHAKE_TIMEOUT
            )
        except OSError as error:
            transport = None
            if self.smtp.rows and not self._over:
                self.smtp.rows.not_secured(failure_name(error))
        if transport is None or self._over:
            # During a handshake asyncio reports the end of the connection to the handshake only.
            self.abort()
            if self.transport is not None:
                self.connection_lost(None)
            return
        self.transport = transport
        self._securing = None
        self._waiting = False
        self._guard(
            lambda: self.smtp.secured(_facts(transport, handshake.certificate, *contexts.judge(handshake.client)))
        )
        if self._early:
            early, self._early = self._early, b""
            self.data_received(early)

    def _ended_securing(self, task: asyncio.Task[None]) -> None:
        error = None if task.cancelled() else task.exception()
        if isinstance(error, Exception):
            self._fail(error)

    def _close(self, linger: float) -> None:
        """Close when all is sent. A client that still sends would lose the last reply to a reset, so its input is read
        and discarded for `linger` seconds, unless it has ended its side.
        """
        transport = self.transport
        self._finish()
        if transport is None:
            return
        if not linger or self.smtp.tls is not None or not transport.can_write_eof():
            transport.close()
            if transport.get_write_buffer_size():
                self._timer = self.loop.call_later(UNREAD, transport.abort)
            return
        try:
            transport.resume_reading()
            transport.write_eof()
        except OSError:  # the client has closed already
            transport.abort()
        else:
            self._timer = self.loop.call_later(linger, transport.abort)

    def _finish(self) -> None:
        """End the session. The socket may still be open."""
        if not self._over:
            self._over = True
            if self._timer is not None:
                self._timer.cancel()
                self._timer = None
            if self.smtp is not None:
                self.listener.server_context.disconnect(self.smtp)

    # ---- time

    def _watch(self) -> None:
        """Set a timer for the session's deadline. Input moves the deadline, so the timer checks it again when it
        fires.
        """
        left = self.smtp.deadline - self.listener.server_context.ticks()
        self._timer = self.loop.call_later(left if left > 0 else 0.0, self._tick)

    def _tick(self) -> None:
        if self._over:
            return
        self._guard(self.smtp.tick)
        if not self._over:
            self._watch()


def _facts(
    transport: asyncio.Transport, own: CertificateFacts, client: CertificateFacts | None, trusted: bool
) -> TlsFacts:
    cipher = transport.get_extra_info("cipher") or ("", "", 0)
    connection = transport.get_extra_info("ssl_object")
    return TlsFacts(connection.version() or "", cipher[0], own, client, trusted)
