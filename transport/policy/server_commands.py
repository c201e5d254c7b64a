"""XEXCH50 and XSHADOW: verbs that Exchange servers use among themselves. To everybody else the answer is no.

The lab has one server, so no session ever is another one of the organization; but the right to send XEXCH50 can be
given to anybody (ms-Exch-SMTP-Accept-Exch50).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .ehlo import server_extensions
from .permissions import ACCEPT_EXCH50
from .readers import expect_properties

if TYPE_CHECKING:
    from .session import SmtpSession

_EXCH50 = re.compile(rb"(\d{1,8})[ \t]+\d{1,8}")


def xexch50(session: SmtpSession, argument: bytes) -> None:
    """XEXCH50 `octets` `version`: properties of the message follow, and are thrown away."""
    if ACCEPT_EXCH50 not in session.rights or not _is_known(session, "XEXCH50"):
        return _refuse(session, "XEXCH50")
    match = _EXCH50.fullmatch(argument)
    if match is None:
        return session.reply(session.server_context.replies.bad_arguments)
    session.reply(session.server_context.replies.exch50_send)
    return expect_properties(session, int(match[1]))


def xshadow(session: SmtpSession, argument: bytes) -> None:
    """XSHADOW `server`: the client keeps a copy of the message until it has gone on."""
    _refuse(session, "XSHADOW")


def _refuse(session: SmtpSession, keyword: str) -> None:
    replies = session.server_context.replies
    known = "ExchangeServer" in session.settings.auth and _is_known(session, keyword)
    session.reply(replies.not_authorized if known else replies.unrecognized)


def _is_known(session: SmtpSession, keyword: str) -> bool:
    return keyword in server_extensions(session.settings, session.server_context.abilities)
