"""One SMTP session of the server: octets and events in, decisions out. No sockets, no clock of its own, no waiting.

State       HELO, EHLO  MAIL              RCPT             DATA            BDAT             AUTH, STARTTLS
START       -> READY    Send hello first  Send hello first Send hello first Send hello first Send hello first
READY       -> READY    -> MAIL           Need mail        Need mail       Need mail        allowed
MAIL        -> READY    Sender already    -> RECIPIENTS    Need rcpt       Need rcpt        Bad sequence
RECIPIENTS  -> READY    Sender already    stays            -> READY        -> CHUNKS        Bad sequence
CHUNKS      -> READY    Bad sequence      Bad sequence     Bad sequence    LAST -> READY    Bad sequence

RSET goes to READY from all but START, a TLS handshake to START; the other commands change nothing. A recipient that
is refused leaves the state as it is. While the data of a message or the answer to a challenge is awaited, no command
is read.

Replies queue up while there is input to read, and leave together when there is none, in one order. A 5xx reply to a
client that is not authenticated waits for the tarpit: nothing is read or sent before its time, not even the replies
before it (Exchange holds the good replies of a pipelined batch back with the bad one).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from .banner import banner
from .commands import TABLES
from .content import end_of_chunk, end_of_data
from .decision import READ_ON, Decision, Next
from .framing import DataBody, Input, LineTooLong
from .log_rows import LogRow
from .moments import log_date, span_text
from .permissions import ANONYMOUS, BYPASS_SIZE, log_text
from .replies import Reply
from .states import State

if TYPE_CHECKING:
    from uuid import UUID

    from .limits import ConnectionCounts
    from .settings import ConnectorSettings
    from .site import Site
    from .transaction import Transaction

COMMANDS_AT_ONCE = 250
"""After so many commands in one piece of input, other sessions get their turn."""
LINGER = 3.0
"""Seconds for which a client that is cut off may go on sending, so that it gets to read why."""
LONGEST_LINE = 4000
LONGEST_LONG_LINE = 8000
"""Octets of a command, the second with LongAddressesEnabled."""
_CHALLENGE_ROW = "334 <authentication response>"
LONGEST_ANSWER = 16384
"""Octets of an answer in an AUTH dialogue (RFC 4954, 4 asks for 12288)."""


class Peer(NamedTuple):
    """The two ends of a connection, as addresses of the lab."""

    local_address: str = "127.0.0.1"
    local_port: int = 25
    remote_address: str = "127.0.0.1"
    remote_port: int = 0


class SmtpSession:
    """One client's session. A driver calls `open` first and acts upon each Decision; `lost` comes last."""

    __slots__ = (
        "_active",
        "_body",
        "_challenge",
        "_closed",
        "_closing",
        "_eof",
        "_held",
        "_input",
        "_last_words",
        "_next",
        "_opened",
        "_out",
        "_parted",
        "_read",
        "_refusal",
        "_sequence",
        "_skip",
        "_state",
        "_table",
        "_wait",
        "_work",
        "account",
        "auth_mechanism",
        "chunk",
        "counted",
        "errors",
        "extended",
        "hello",
        "id",
        "logon_failures",
        "messages",
        "peer",
        "rights",
        "settings",
        "site",
        "tls",
        "transaction",
        "user",
    )

    def __init__(self, site: Site, settings: ConnectorSettings, peer: Peer, refusal: Reply | None = None) -> None:
        """`refusal` is what the client hears instead of the banner, when the connection is not taken."""
        self.site = site
        self.settings = settings
        self.peer = peer
        self.id = site.new_session_id()
        self.hello = ""
        """What the client calls itself; empty when it gave no name."""
        self.extended = False
        """Whether it said EHLO."""
        self.tls: TlsFacts | None = None
        self.user: str | None = None
        """`CONTOSO\\anna`; None while the client is anonymous."""
        self.account: UUID | None = None
        self.auth_mechanism = ""
        self.rights = settings.rights_of(ANONYMOUS)
        self.errors = 0
        self.logon_failures = 0
        self.messages = 0
        self.transaction: Transaction | None = None
        self.counted: ConnectionCounts | None = None
        """Where the connection counts; None for one that was not taken."""
        self._work: Work | None = None
        self._refusal = refusal
        self._input = Input()
        self._out: list[Reply] = []
        self._held: Reply | None = None
        self._next = Next.READ
        """What the driver is asked for; nothing is read while it is not READ."""
        self._wait = 0.0
        """Seconds, with Next.WAIT."""
        self._last_words: Reply | None = None
        self._closing = False
        self._closed = False
        self._parted = False
        self._eof = False
        self._sequence = 0
        self._opened = self._active = site.ticks()
        self._body: DataBody | None = None
        self._challenge: Callable[[SmtpSession, bytes], None] | None = None
        self._read: Callable[[SmtpSession], bool] = SmtpSession._read_command
        self.state = State.START

    # ---- what the driver calls

    def open(self) -> Decision:
        """The connection is there."""
        self.log("+")
        if self._refusal is not None:
            self.reply(self._refusal)
            self.close()
        else:
            self.log("*", log_text(self.rights), "Set Session Permissions")
            self.reply(banner(self.settings, self.site.time()))
        return self._decide()

    def receive(self, data: bytes) -> Decision:
        """Octets have come."""
        self._active = self.site.ticks()
        if self._closing:
            return READ_ON
        self._input.feed(data)
        return self._proceed() if self._next is Next.READ else READ_ON

    def resume(self) -> Decision:
        """The wait is over."""
        self._active = self.site.ticks()
        if self._next is not Next.WAIT:
            return READ_ON
        self._next = Next.CLOSE if self._closing else Next.READ
        if self._held is not None:
            self._out.append(self._held)
            self._held = None
        return self._proceed()

    def secured(self, tls: TlsFacts) -> Decision:
        """The TLS handshake is done: all that was said before is forgotten (RFC 3207, 4.2)."""
        self._active = self.site.ticks()
        self.tls = tls
        self._log_certificate(tls.certificate)
        self._next = Next.READ
        self._input.clear()
        self.hello = ""
        self.transaction = None
        self.state = State.START
        return READ_ON

    def do_work(self) -> Any:
        """What was asked for with Next.WORK. It touches nothing of the session, so another thread may do it."""
        assert self._work is not None
        return self._work.job()

    def worked(self, result: Any) -> Decision:
        """The work is done."""
        work, self._work = self._work, None
        if work is None or self._next is not Next.WORK:
            return READ_ON
        self._active = self.site.ticks()
        self._next = Next.READ
        work.done(result)
        return self._proceed()

    def end_of_input(self) -> Decision:
        """The client will send no more. What it has sent is still answered."""
        self._eof = True
        return self._proceed() if self._next is Next.READ else READ_ON

    def tick(self) -> Decision:
        """The deadline has come, perhaps."""
        now = self.site.ticks()
        if self._next is Next.CLOSE:
            return READ_ON
        if now >= self._opened + self.settings.connection_timeout:
            return self._end(self.site.replies.connection_timeout)
        if self._next is not Next.READ:
            self._active = now  # it is the server that keeps the client waiting
        elif now >= self._active + self.settings.inactivity_timeout:
            return self._end(self.site.replies.inactivity_timeout)
        return READ_ON

    def shut_down(self) -> Decision:
        """The service stops."""
        return READ_ON if self._closed else self._end(self.site.replies.shutting_down)

    def lost(self) -> None:
        """The connection is gone, from whichever side."""
        self._log_close("Remote")
        self.transaction = None

    @property
    def deadline(self) -> float:
        """When `tick` is to be called, in the site's ticks."""
        settings = self.settings
        return min(self._opened + settings.connection_timeout, self._active + settings.inactivity_timeout)

    # ---- what commands call

    @property
    def state(self) -> State:
        """Where in the dialogue the session is."""
        return self._state

    @state.setter
    def state(self, state: State) -> None:
        self._state = state
        self._table = TABLES[state]

    @property
    def began(self) -> str:
        """When the session began, as logs write it."""
        return log_date(self.site.time() - (self.site.ticks() - self._opened))

    @property
    def size_limit(self) -> int | None:
        """The largest message that this session may send, in octets."""
        return None if BYPASS_SIZE in self.rights else self.settings.max_message_size

    def reply(self, reply: Reply) -> None:
        """Answer. An error is counted, and is held back by the tarpit or replaced by the end of the session."""
        if reply.code < 500:
            self._out.append(reply)
        else:
            self._fail(reply, self.settings.tarpit if self.user is None else 0.0)

    def fail_logon(self, reply: Reply) -> None:
        """Answer a failed logon, which has a tarpit of its own in later versions."""
        tarpit = self.settings.auth_tarpit
        self._fail(reply, self.settings.tarpit if tarpit is None else tarpit)

    def close(self, last_words: Reply | None = None) -> None:
        """End the session after the replies that were given, and after `last_words`."""
        self._closing = True
        self._last_words = last_words
        if self._next is Next.READ:
            self._next = Next.CLOSE

    def part(self) -> None:
        """End the session as the client wished."""
        self._parted = True
        self.close()

    def work(self, job: Callable[[], Any], done: Callable[[Any], None]) -> None:
        """Have the driver do something slow, and go on with `done` and its result."""
        self._work = Work(job, done)
        self._next = Next.WORK

    def start_tls(self) -> None:
        """Do a handshake after the replies that were given."""
        self._next = Next.TLS

    def forget_message(self) -> None:
        """End the transaction."""
        self.transaction = None
        if self._state is not State.START:
            self.state = State.READY

    def read_data(self) -> None:
        """What comes next is the data of a message."""
        self._body = DataBody(self.size_limit)
        self._read = SmtpSession._read_data

    def read_chunk(self, octets: int, last: bool, refusal: Reply | None) -> None:
        """What comes next is a chunk of so many octets; with a `refusal` they are thrown away."""
        self.chunk = Chunk(octets, last, refusal)
        self._skip = octets
        self._read = SmtpSession._read_chunk

    def read_answer(self, challenge: Callable[[SmtpSession, bytes], None]) -> None:
        """What comes next is a line for `challenge`."""
        self._challenge = challenge
        self._read = SmtpSession._read_answer

    def log(self, event: str, data: str = "", context: str = "") -> None:
        """A row of the protocol log, where the connector keeps one."""
        if not self.settings.verbose:
            return
        peer = self.peer
        self.site.log(
            LogRow(
                self.site.time(),
                self.settings.identity,
                self.id,
                self._sequence,
                endpoint_text(peer.local_address, peer.local_port),
                endpoint_text(peer.remote_address, peer.remote_port),
                event,
                data,
                context,
            )
        )
        self._sequence += 1

    # ---- the loop

    def _proceed(self) -> Decision:
        """Read what can be read, then say what is next."""
        left = COMMANDS_AT_ONCE
        while self._next is Next.READ and self._read(self) and self._input:
            left -= 1
            if not left:
                self._next, self._wait = Next.WAIT, 0.0
                return Decision(self._flush(), Next.WAIT)
        return self._decide()

    def _decide(self) -> Decision:
        if self._next is Next.WAIT:
            return Decision(b"", Next.WAIT, self._wait)
        if self._next is Next.CLOSE or (self._eof and self._next is Next.READ):
            return self._leave()
        return Decision(self._flush(), self._next)

    def _leave(self) -> Decision:
        self._next = Next.CLOSE
        if self._last_words is not None:
            self._out.append(self._last_words)
        sent = self._flush()
        self._log_close("Local" if self._closing else "Remote")
        return Decision(sent, Next.CLOSE, 0.0 if self._parted or self._eof else LINGER)

    def _end(self, reply: Reply) -> Decision:
        """Say `reply` and close, whatever else was going on."""
        self._held = self._last_words = None
        self._out.append(reply)
        self._closing = True
        return self._leave()

    def _flush(self) -> bytes:
        out = self._out
        if not out:
            return b""
        if self.settings.verbose:
            for reply in out:
                for line in reply.lines:
                    self.log(">", line if reply.code != 334 else _CHALLENGE_ROW)
        sent = out[0].wire if len(out) == 1 else b"".join([reply.wire for reply in out])
        out.clear()
        return sent

    def _fail(self, reply: Reply, tarpit: float) -> None:
        self.errors += 1
        most = self.settings.max_errors
        if most is not None and self.errors > most:
            self._out.append(self.site.replies.too_many_errors)
            self.close()
        elif tarpit > 0:
            self.log("*", f"Tarpit for '{span_text(tarpit)}'" + self.site.tarpit_reason(reply))
            self._held = reply
            self._next, self._wait = Next.WAIT, tarpit
        else:
            self._out.append(reply)

    def _log_certificate(self, certificate: CertificateFacts) -> None:
        self.log("*", "", "Sending certificate")
        self.log("*", certificate.subject, "Certificate subject")
        self.log("*", certificate.issuer, "Certificate issuer name")
        self.log("*", certificate.serial_number, "Certificate serial number")
        self.log("*", certificate.thumbprint, "Certificate thumbprint")
        self.log("*", ";".join(certificate.names), "Certificate alternate names")

    def _log_close(self, side: str) -> None:
        if not self._closed:
            self._closed = True
            self.log("-", "", side)

    # ---- the readers: each takes one thing from the input, or returns False when it is not all there

    def _read_command(self) -> bool:
        longest = LONGEST_LONG_LINE if self.settings.long_addresses else LONGEST_LINE
        try:
            line = self._input.line(longest)
        except LineTooLong:
            self.log("<", "(line too long)")
            self.reply(self.site.replies.unrecognized)
            return True
        if line is None:
            return False
        verb, _, argument = line.partition(b" ")
        command = self._table.get(verb) or self._table.get(verb.upper())
        if self.settings.verbose:
            self._log_command(line, verb)
        if command is None:
            self.reply(self.site.replies.unrecognized)
        else:
            command(self, argument.strip(b" \t"))
        return True

    def _log_command(self, line: bytes, verb: bytes) -> None:
        if verb.upper() == b"AUTH":
            line = b" ".join(line.split(b" ", 2)[:2])  # what follows the mechanism may be a password
        self.log("<", line.decode("utf-8", "replace"))

    def _read_data(self) -> bool:
        body = self._body
        assert body is not None
        if not self._input.data(body):
            return False
        self._body = None
        self._read = SmtpSession._read_command
        end_of_data(self, body)
        return True

    def _read_chunk(self) -> bool:
        if self._skip:
            octets = self._input.octets(self._skip)
            if not octets:
                return False
            self._skip -= len(octets)
            self._keep(octets)
            if self._skip:
                return False
        self._read = SmtpSession._read_command
        end_of_chunk(self, self.chunk)
        return True

    def _keep(self, octets: bytes) -> None:
        transaction = self.transaction
        if transaction is None or self.chunk.refusal is not None:
            return
        transaction.size += len(octets)
        limit = self.size_limit
        if limit is None or transaction.size <= limit:
            transaction.chunks += octets

    def _read_answer(self) -> bool:
        try:
            line = self._input.line(LONGEST_ANSWER)
        except LineTooLong:
            line = b"*"  # nothing that can be meant: the dialogue is cancelled
        if line is None:
            return False
        challenge = self._challenge
        assert challenge is not None
        self._challenge = None
        self._read = SmtpSession._read_command
        challenge(self, line)
        return True


class Work(NamedTuple):
    """Something slow, and what to do with its result."""

    job: Callable[[], Any]
    done: Callable[[Any], None]


class Chunk(NamedTuple):
    """A chunk that BDAT has announced."""

    octets: int
    last: bool
    refusal: Reply | None


class TlsFacts(NamedTuple):
    """What was agreed upon in a handshake."""

    version: str
    """`TLSv1.3`."""
    cipher: str
    certificate: CertificateFacts


class CertificateFacts(NamedTuple):
    """What logs say about the server's certificate."""

    subject: str
    issuer: str
    serial_number: str
    thumbprint: str
    names: tuple[str, ...]


def endpoint_text(address: str, port: int) -> str:
    """`192.168.1.10:25`, `[fe80::1]:25`."""
    return f"[{address}]:{port}" if ":" in address else f"{address}:{port}"
