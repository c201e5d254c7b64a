"""The protocol log of one session: which rows there are, and what they hold (and never hold: secrets, mail)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from organization.versions import Version

from .facts import endpoint_text
from .log_rows import LogRow
from .permissions import log_text
from .timestamps import span_text
from .tls_row import negotiation_text

if TYPE_CHECKING:
    from .facts import CertificateFacts, TlsFacts
    from .replies import Reply
    from .session import SmtpSession

_CHALLENGE = 334
_CHALLENGE_ROW = "334 <authentication response>"


class SessionLog:
    """Writes the rows of a session, numbered from 0."""

    __slots__ = (
        "_closed",
        "_connector",
        "_front_end",
        "_local",
        "_one_row",
        "_remote",
        "_sequence",
        "_server_context",
        "_session_id",
    )

    def __init__(self, session: SmtpSession) -> None:
        self._server_context = session.server_context
        self._connector = session.settings.identity
        self._session_id = session.id
        self._local = endpoint_text(session.peer.local_address, session.peer.local_port)
        self._remote = endpoint_text(session.peer.remote_address, session.peer.remote_port)
        self._front_end = session.settings.front_end
        self._one_row = session.server_context.profile.version >= Version.V2016
        self._sequence = 0
        self._closed = False

    def _row(self, event: str, data: str = "", context: str = "") -> None:
        row = LogRow(
            self._server_context.time(),
            self._connector,
            self._session_id,
            self._sequence,
            self._local,
            self._remote,
            event,
            data,
            context,
            self._front_end,
        )
        self._sequence += 1
        self._server_context.log(row)

    def connect(self, rights: frozenset[str] | None) -> None:
        """The connection is there; `rights` is None where it is not taken."""
        self._row("+")
        if rights is not None:
            self.permissions(rights)

    def permissions(self, rights: frozenset[str]) -> None:
        """What the session may do from now on."""
        self._row("*", log_text(rights), "Set Session Permissions")

    def received(self, line: bytes, verb: bytes) -> None:
        """A command. What follows the mechanism of AUTH may be a password and is left out."""
        if verb.upper() in (b"AUTH", b"X-EXPS"):
            line = b" ".join(line.split(None, 2)[:2])
        self._row("<", line.decode("utf-8", "replace"))

    def sent(self, replies: Sequence[Reply]) -> None:
        """Replies, when they leave: one row a line, or since 2016 one row a reply, its lines behind two spaces."""
        for reply in replies:
            for line in lines_of(reply, self._one_row):
                self._row(">", line if reply.code != _CHALLENGE else _CHALLENGE_ROW)

    def information(self, data: str, context: str) -> None:
        """Something about the session itself."""
        self._row("*", data, context)

    def tarpit(self, seconds: float, reason: str) -> None:
        """A reply is held back."""
        self._row("*", f"Tarpit for '{span_text(seconds)}'{reason}")

    def delayed_acknowledgement(self, seconds: float, delivered: bool) -> None:
        """The reply to a message was held back until it was delivered, or until the time was over."""
        data = f"Tarpit for '{span_text(seconds)}' due to 'DelayedAck'"
        self._row("*", data, "Delivered" if delivered else "Expired")

    def secured(self, tls: TlsFacts) -> None:
        """A TLS handshake is done: the certificates, and since 2010 what was agreed upon."""
        self._certificate(tls.certificate, "Sending certificate")
        if tls.client is not None:
            self._certificate(tls.client, "Received certificate")
        if self._server_context.profile.version >= Version.V2010:
            self._row("*", "", negotiation_text(tls))

    def not_secured(self, reason: str) -> None:
        """A TLS handshake has failed, and with it the session."""
        self._row("*", "", f"TLS negotiation failed with error {reason}")
        self.disconnect("Remote" if reason == "SocketError" else "Local")

    def _certificate(self, certificate: CertificateFacts, title: str) -> None:
        self._row("*", "", title)
        self._row("*", certificate.subject, "Certificate subject")
        self._row("*", certificate.issuer, "Certificate issuer name")
        self._row("*", certificate.serial_number, "Certificate serial number")
        self._row("*", certificate.thumbprint, "Certificate thumbprint")
        self._row("*", ";".join(certificate.names), "Certificate alternate names")

    def disconnect(self, side: str) -> None:
        """The end: `Local` where the server closed, `Remote` where the client did. Only the first one counts."""
        if not self._closed:
            self._closed = True
            self._row("-", "", side)


def lines_of(reply: Reply, one_row: bool) -> list[str]:
    """The lines of a reply as the log has them; with `one_row` they are one."""
    lines = reply.lines
    return [f"{reply.code}  " + " ".join(line[4:] for line in lines)] if one_row and len(lines) > 1 else lines
