"""Who speaks when: what a session reads, when its replies leave, what delays them, and how it ends.

Replies queue up while there is input to read, and leave together when there is none, in one order. A 5xx reply to a
client that is not authenticated waits for the tarpit: nothing is read or sent before its time, not even the replies
before it (Exchange holds the good replies of a pipelined batch back with the bad one).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from .decision import READ_ON, Decision, Next
from .framing import Input
from .limits import is_on_the_link
from .readers import read_command, read_data, read_lone_command, read_lone_data
from .replies import Reply

if TYPE_CHECKING:
    from organization.values.network import IPAddress

    from .server_context import ServerContext
    from .session_log import SessionLog
    from .settings import ConnectorSettings

_READ = Next.READ
"""Cached: looking up a member of an enumeration is a call."""
_read_lone_command: Callable[[Any, bytes], bool] = read_lone_command
_read_lone_data: Callable[[Any, bytes], bool] = read_lone_data
COMMANDS_AT_ONCE = 250
"""Maximum number of commands handled in one piece of input before other sessions get their turn."""
PLEDGE_CHECKED = 1.0
"""Seconds between two checks whether a message with a delayed acknowledgement has been delivered."""
LINGER = 3.0
"""Seconds for which a disconnected client may go on sending, so that it receives the last reply."""


class Dialogue:
    """The dialogue with one client. A driver passes on the client's octets and acts on each Decision."""

    __slots__ = (
        "_active",
        "_closing",
        "_eof",
        "_held",
        "_last_words",
        "_next",
        "_opened",
        "_out",
        "_parted",
        "_pledge",
        "_wait",
        "_work",
        "errors",
        "input",
        "reader",
        "remote",
        "rows",
        "server_context",
        "settings",
        "user",
    )

    def __init__(self, server_context: ServerContext, settings: ConnectorSettings, remote: IPAddress) -> None:
        self.server_context = server_context
        self.settings = settings
        self.remote = remote
        self.rows: SessionLog | None = None
        """The protocol log of the session, if the connector has one."""
        self.user: str | None = None
        """`CONTOSO\\anna`; None while the client is anonymous."""
        self.errors = 0
        self.input = Input()
        self.reader: Callable[[Any], bool] = read_command
        """The reader of what comes next: a command, the data of a message, a chunk, an AUTH response."""
        self._out: list[Reply] = []
        self._held: Reply | None = None
        self._pledge: Pledge | None = None
        self._work: Work | None = None
        self._next = Next.READ
        """What the driver does next. Input is read only while it is READ."""
        self._wait = 0.0
        """Seconds, with Next.WAIT."""
        self._last_words: Reply | None = None
        self._closing = False
        self._parted = False
        self._eof = False
        self._opened = self._active = server_context.ticks()

    # ---- what the driver calls

    def receive(self, data: bytes) -> Decision:
        """Take octets from the client."""
        self._active = self.server_context.ticks()
        if self._closing:
            return READ_ON
        if self._next is not _READ:
            self.input.feed(data)
            return READ_ON
        reader = self.reader
        if reader is read_command:
            alone = not self.rows and _read_lone_command(self, data)
        else:
            alone = reader is read_data and _read_lone_data(self, data)
        if not alone:
            self.input.feed(data)
            return self._proceed()
        if len(self._out) == 1 and self._next is _READ and not (self._eof or self.rows):  # as `_said` does, without it
            return self._out.pop().alone
        return self._said()

    def resume(self) -> Decision:
        """Continue after the delay that Next.WAIT asked for."""
        self._active = self.server_context.ticks()
        if self._next is not Next.WAIT:
            return READ_ON
        if self._pledge is not None and not self._is_redeemed(self._pledge):
            ended = self.tick()
            return ended if ended.next is Next.CLOSE else Decision(b"", Next.WAIT, self._wait)
        self._next = Next.CLOSE if self._closing else Next.READ
        if self._held is not None:
            self._out.append(self._held)
            self._held = None
        return self._proceed()

    def begin_again(self) -> None:
        """Continue after a TLS handshake. Input from before it is discarded."""
        self._active = self.server_context.ticks()
        self._next = Next.READ
        self.input.clear()

    def do_work(self) -> Any:
        """Do the work that Next.WORK asked for. It touches no state of the session, so another thread may do it."""
        assert self._work is not None
        return self._work.job()

    def worked(self, result: Any) -> Decision:
        """Continue with the result of the work."""
        work, self._work = self._work, None
        if work is None or self._next is not Next.WORK:
            return READ_ON
        self._active = self.server_context.ticks()
        self._next = Next.READ
        work.done(result)
        return self._proceed()

    def end_of_input(self) -> Decision:
        """Handle the client's end of input. Commands already received are still answered."""
        self._eof = True
        return self._proceed() if self._next is Next.READ else READ_ON

    def tick(self) -> Decision:
        """Check the deadline."""
        now = self.server_context.ticks()
        if self._next is Next.CLOSE:
            return READ_ON
        if now >= self._opened + self.settings.connection_timeout:
            return self._end(self.server_context.replies.connection_timeout)
        if self._next is not Next.READ:
            self._active = now  # it is the server that keeps the client waiting
        elif now >= self._active + self.settings.inactivity_timeout:
            return self._end(self.server_context.replies.inactivity_timeout)
        return READ_ON

    def shut_down(self, reply: Reply | None = None) -> Decision:
        """The service stops, or the component is put out of action, as `reply` says."""
        return READ_ON if self._next is Next.CLOSE else self._end(reply or self.server_context.replies.shutting_down)

    @property
    def deadline(self) -> float:
        """Return when to call `tick`, in the server's ticks."""
        settings = self.settings
        return min(self._opened + settings.connection_timeout, self._active + settings.inactivity_timeout)

    # ---- what commands call

    def reply(self, reply: Reply) -> None:
        """Reply. Errors are counted; the tarpit delays them, or the end of the session replaces them."""
        if reply.code < 500:
            self._out.append(reply)
        else:
            self._fail(reply, self.settings.tarpit if self.user is None else 0.0)

    @property
    def last_reply(self) -> Reply | None:
        """The last reply, if it has not been sent yet."""
        return self._held or (self._out[-1] if self._out else None)

    def reply_when_delivered(self, reply: Reply, number: int) -> None:
        """Acknowledge a message once it is delivered, or after MaxAcknowledgementDelay."""
        self._pledge = Pledge(reply, number, self.server_context.ticks())
        self._next, self._wait = Next.WAIT, min(PLEDGE_CHECKED, self.settings.acknowledgement_delay)

    def _is_redeemed(self, pledge: Pledge) -> bool:
        """Whether the delayed acknowledgement is due. The protocol log of 2010 calls this delay a tarpit, too."""
        waited = self.server_context.ticks() - pledge.since
        delivered = not self.server_context.undelivered(pledge.number)
        left = self.settings.acknowledgement_delay - waited
        if not delivered and left > 0:
            self._wait = min(PLEDGE_CHECKED, left)
            return False
        if self.rows:
            self.rows.delayed_acknowledgement(waited, delivered)
        self._pledge = None
        self._out.append(pledge.reply)
        return True

    def close(self, last_words: Reply | None = None) -> None:
        """End the session after the pending replies and `last_words`."""
        self._closing = True
        self._last_words = last_words
        if self._next is Next.READ:
            self._next = Next.CLOSE

    def part(self) -> None:
        """End the session at the client's request (QUIT)."""
        self._parted = True
        self.close()

    def work(self, job: Callable[[], Any], done: Callable[[Any], None], *, computes: bool = False) -> None:
        """Have the driver do something slow, and go on with `done` and its result. `computes`: what makes it slow is
        Python, so that two of its kind at once would only keep everybody else from their turn.
        """
        self._work = Work(job, done, computes)
        self._next = Next.WORK

    @property
    def computes(self) -> bool:
        """Whether the requested work is a computation in Python."""
        return self._work is not None and self._work.computes

    def start_tls(self) -> None:
        """Start a TLS handshake after the pending replies."""
        self._next = Next.TLS

    # ---- the loop

    def _proceed(self) -> Decision:
        """Read all complete input, then return the next decision."""
        left, source = COMMANDS_AT_ONCE, self.input
        while self._next is _READ and self.reader(self) and source.at < len(source.buffer):
            left -= 1
            if not left:
                self._next, self._wait = Next.WAIT, 0.0
                return Decision(self._flush(), Next.WAIT)
        return self._said()

    def _said(self) -> Decision:
        """Handle the end of a command."""
        if self._next is not _READ or self._eof:
            return self._decide()
        out = self._out
        if len(out) == 1 and not self.rows:  # a command that waited for its answer: the common case, in short
            return out.pop().alone
        return Decision(self._flush()) if out else READ_ON

    def _decide(self) -> Decision:
        if self._next is Next.WAIT:
            # A delayed reply delays those of the same batch before it, too, as Exchange's own logs show.
            return Decision(b"", Next.WAIT, self._wait)
        if self._next is Next.CLOSE or (self._eof and self._next is Next.READ):
            return self._leave()
        return Decision(self._flush(), self._next)

    def _leave(self) -> Decision:
        self._next = Next.CLOSE
        if self._last_words is not None:
            self._out.append(self._last_words)
        sent = self._flush()
        if self.rows:
            self.rows.disconnect("Local" if self._closing else "Remote")
        return Decision(sent, Next.CLOSE, 0.0 if self._eof or (self._parted and not self.input) else LINGER)

    def _end(self, reply: Reply) -> Decision:
        """Reply and close, in any state."""
        self._held = self._last_words = self._pledge = None
        self._out.append(reply)
        self._closing = True
        return self._leave()

    def _flush(self) -> bytes:
        out = self._out
        if not out:
            return b""
        if self.rows:
            self.rows.sent(out)
        sent = out[0].wire if len(out) == 1 else b"".join([reply.wire for reply in out])
        out.clear()
        return sent

    def _fail(self, reply: Reply, tarpit: float) -> None:
        self.errors += 1
        most = self.settings.max_errors
        if most is not None and self.errors > most:
            self._out.append(self.server_context.replies.too_many_errors)
            self.close()
        elif tarpit > 0 and not is_on_the_link(self.remote):
            if self.rows:
                self.rows.tarpit(tarpit, self.server_context.tarpit_reason(reply))
            self._held = reply
            self._next, self._wait = Next.WAIT, tarpit
        else:
            self._out.append(reply)


class Pledge(NamedTuple):
    """A delayed acknowledgement: the reply is held back until the message is delivered."""

    reply: Reply
    number: int
    since: float
    """The deadline, in the server's ticks."""


class Work(NamedTuple):
    """Slow work, and the continuation that takes its result."""

    job: Callable[[], Any]
    done: Callable[[Any], None]
    computes: bool = False
