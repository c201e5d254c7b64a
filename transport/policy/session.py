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
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from .banner import banner
from .commands import TABLES
from .decision import READ_ON, Decision
from .dialogue import Dialogue
from .framing import DataBody
from .partners import is_partner
from .permissions import BYPASS_SIZE
from .readers import Chunk
from .replies import Reply
from .session_log import SessionLog
from .states import State
from .timestamps import log_date

if TYPE_CHECKING:
    from uuid import UUID

    from organization.values.network import IPAddress

    from .facts import Peer, TlsFacts
    from .headers import Frame
    from .limits import ConnectionCounts
    from .proxy import Leg
    from .server_context import ServerContext
    from .settings import ConnectorSettings
    from .transaction import Transaction


_START, _READY = State.START, State.READY
"""Found once: a member of an enumeration is looked up by a call."""


class SmtpSession(Dialogue):
    """One client's session. A driver calls `open` first and acts upon each Decision; `lost` comes last."""

    __slots__ = (
        "_began",
        "_context",
        "_refusal",
        "account",
        "auth_mechanism",
        "body",
        "challenge",
        "chunk",
        "counted",
        "frame",
        "hello",
        "id",
        "leg",
        "logon_failures",
        "messages",
        "peer",
        "rights",
        "skip",
        "state",
        "tls",
        "transaction",
    )

    tables = TABLES
    """What each command does, for each state."""

    # What the readers keep while they wait for the rest.
    body: DataBody | None
    chunk: Chunk
    skip: int
    challenge: Callable[[SmtpSession, bytes], None]

    def __init__(
        self,
        server_context: ServerContext,
        settings: ConnectorSettings,
        peer: Peer,
        remote: IPAddress,
        refusal: Reply | None = None,
    ) -> None:
        """`remote` is the client's address that stands in `peer` as a text. `refusal` is what a client hears that is
        not taken.
        """
        super().__init__(server_context, settings, remote)
        self.peer = peer
        self.id = server_context.new_session_id()
        if settings.verbose:
            self.rows = SessionLog(self)
        self.hello = ""
        """What the client calls itself; empty when it gave no name."""
        self.tls: TlsFacts | None = None
        self.account: UUID | None = None
        self.auth_mechanism = ""
        self.rights = settings.anonymous_rights
        self.logon_failures = 0
        self.messages = 0
        self.frame: Frame | None = None
        """What the stamps of its messages have in common."""
        self._began = self._context = ""
        self.transaction: Transaction | None = None
        self.body = None
        self.counted: ConnectionCounts | None = None
        """Where the connection counts; None for one that was not taken."""
        self.leg: Leg | None = None
        """The front end's connection to the hub, once a message has been passed on."""
        self._refusal = refusal
        self.state = State.START
        """Where in the dialogue the session is."""

    # ---- what the driver calls

    def open(self) -> Decision:
        """The connection is there."""
        if self.rows:
            self.rows.connect(None if self._refusal else self.rights)
        if self._refusal is not None:
            self.reply(self._refusal)
            self.close()
        else:
            self.reply(banner(self.settings, self.server_context.time()))
        return self._decide()

    def secured(self, tls: TlsFacts) -> Decision:
        """The TLS handshake is done: all that was said before is forgotten (RFC 3207, 4.2)."""
        self.begin_again()
        self.tls = tls
        if self.rows:
            self.rows.secured(tls)
        self.hello = ""
        self.drop_message()
        self._be_anonymous()
        if is_partner(self.settings, tls):
            self.rights |= self.settings.partner_rights
            if self.rows:
                self.rows.permissions(self.rights)
        self.state = State.START
        return READ_ON

    def lost(self) -> None:
        """The connection is gone, from whichever side."""
        if self.rows:
            self.rows.disconnect("Remote")
        if self.leg is not None:
            self.leg.end()
            self.leg = None
        self.drop_message()

    # ---- what commands call

    @property
    def began(self) -> str:
        """When the session began, as logs write it."""
        if not self._began:
            self._began = log_date(self.server_context.time() - (self.server_context.ticks() - self._opened))
        return self._began

    @property
    def context(self) -> str:
        """How logs name the session in front of the number of a message."""
        if not self._context:
            self._context = f"{self.id};{self.began};"
        return self._context

    @property
    def size_limit(self) -> int | None:
        """The largest message that this session may send, in octets."""
        return None if BYPASS_SIZE in self.rights else self.settings.max_message_size

    def fail_logon(self, reply: Reply) -> None:
        """Answer a failed logon, which has a tarpit of its own in later versions."""
        tarpit = self.settings.auth_tarpit
        self._fail(reply, self.settings.tarpit if tarpit is None else tarpit)

    def drop_message(self) -> None:
        """Forget the transaction, and throw away what has come of its message."""
        if self.transaction is not None:
            self.transaction.drop()
            self.transaction = None
        if self.body is not None:
            self.body.close()
            self.body = None

    def forget_message(self) -> None:
        """End the transaction."""
        if self.body is None and self.transaction is not None and self.transaction.chunks is None:
            self.transaction = None  # nothing of it is kept anywhere, as of nearly all
        else:
            self.drop_message()
        if self.state is not _START:
            self.state = _READY

    def _be_anonymous(self) -> None:
        """Forget who logged on."""
        self.user = self.account = None
        self.auth_mechanism = ""
        self.rights = self.settings.anonymous_rights
