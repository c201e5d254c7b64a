"""XEXCH50 and XSHADOW: verbs that Exchange servers use among themselves. To everybody else the answer is no.

The lab has one server, so no session ever is another one of the organization.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .session import SmtpSession


def xexch50(session: SmtpSession, argument: bytes) -> None:
    """XEXCH50 `octets` `version`: properties of the message. Refused, so no octets follow."""
    _refuse(session, "XEXCH50")


def xshadow(session: SmtpSession, argument: bytes) -> None:
    """XSHADOW `server`: the client keeps a copy of the message until it has gone on."""
    _refuse(session, "XSHADOW")


def _refuse(session: SmtpSession, keyword: str) -> None:
    replies = session.site.replies
    known = "ExchangeServer" in session.settings.auth and keyword in session.site.abilities.server_extensions
    session.reply(replies.not_authorized if known else replies.unrecognized)
