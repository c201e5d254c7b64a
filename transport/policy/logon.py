"""STARTTLS and AUTH: the commands that change who, or how well protected, a session is."""

from __future__ import annotations

import binascii
from base64 import b64decode
from typing import TYPE_CHECKING

from .ehlo import mechanisms
from .permissions import SUBMIT, USERS
from .readers import expect_answer

if TYPE_CHECKING:
    from .session import SmtpSession
    from .site import Account

SERVER_MECHANISMS = ("GSSAPI", "NTLM", "EXCHANGEAUTH")


def starttls(session: SmtpSession, argument: bytes) -> None:
    """STARTTLS. What the client sent behind it in plain text is thrown away with the handshake."""
    if "Tls" in session.settings.auth:
        _secure(session, argument)
    else:
        session.reply(session.site.replies.unrecognized)


def anonymous_tls(session: SmtpSession, argument: bytes) -> None:
    """X-ANONYMOUSTLS, which Exchange servers use among themselves: the same handshake under another name."""
    settings = session.settings
    if "ExchangeServer" in settings.auth and not settings.suppress_anonymous_tls:
        _secure(session, argument)
    else:
        session.reply(session.site.replies.unrecognized)


def _secure(session: SmtpSession, argument: bytes) -> None:
    replies = session.site.replies
    if not session.site.abilities.tls:
        session.reply(replies.unrecognized)
    elif argument:
        session.reply(replies.bad_arguments)
    elif session.tls is not None:
        session.reply(replies.tls_already)
    else:
        session.reply(replies.tls_ready)
        session.start_tls()


def exps(session: SmtpSession, argument: bytes) -> None:
    """X-EXPS, the AUTH of Exchange servers. Nobody outside the organization has the account that it needs."""
    replies = session.site.replies
    if "ExchangeServer" not in session.settings.auth:
        session.reply(replies.unrecognized)
    elif argument.partition(b" ")[0].upper().decode("latin-1") in SERVER_MECHANISMS:
        session.fail_logon(replies.logon_failed)
    else:
        session.reply(replies.unknown_mechanism)


def auth(session: SmtpSession, argument: bytes) -> None:
    """AUTH. A mechanism that is not offered now, for want of TLS perhaps, does not exist."""
    replies = session.site.replies
    name, _, first = argument.partition(b" ")
    mechanism = name.upper().decode("latin-1")
    if session.user is not None:
        session.reply(replies.already_authenticated)
    elif not mechanism:
        session.reply(replies.bad_arguments)
    elif mechanism not in mechanisms(session.settings, session.site.abilities, session.tls is not None):
        session.reply(replies.unknown_mechanism)
    else:
        _MECHANISMS[mechanism](session, first.strip())


def _login(session: SmtpSession, first: bytes) -> None:
    """AUTH LOGIN: user name, then password, each in base64; the name may come with the command."""

    def name_came(session: SmtpSession, line: bytes) -> None:
        name = _decoded(session, line)
        if name is not None:
            session.reply(session.site.replies.ask_password)
            expect_answer(session, lambda session, line: password_came(session, name, line))

    def password_came(session: SmtpSession, name: str, line: bytes) -> None:
        password = _decoded(session, line)
        if password is not None:
            session.work(
                lambda: session.site.authenticate(name, password), lambda account: _finish(session, name, account)
            )

    if first:
        name_came(session, first)
    else:
        session.reply(session.site.replies.ask_username)
        expect_answer(session, name_came)


_MECHANISMS = {"LOGIN": _login}


def _decoded(session: SmtpSession, line: bytes) -> str | None:
    """The text of an answer. `*` ends the dialogue (RFC 4954, 4), and so does what is no base64."""
    try:
        return b64decode(line.strip(), validate=True).decode("utf-8")
    except (binascii.Error, ValueError):
        session.reply(session.site.replies.bad_arguments)
        return None


def _finish(session: SmtpSession, name: str, account: Account | None) -> None:
    site, settings = session.site, session.settings
    rights = settings.rights_of(USERS)
    if account is None or SUBMIT not in rights:
        if session.rows:
            session.rows.information("", f"User Name: {name}")
        session.logon_failures += 1
        site.events.logon_failed(settings, session.peer.remote_address, "Login")
        session.fail_logon(site.replies.logon_failed)
        if settings.max_logon_failures and session.logon_failures >= settings.max_logon_failures:
            session.close(site.replies.too_many_logon_failures)
        return
    session.user = account.logon_name
    session.account = account.key
    session.auth_mechanism = "04"
    session.rights = rights
    if session.rows:
        session.rows.permissions(rights)
        session.rows.information(account.logon_name, "authenticated")
    session.reply(site.replies.authenticated)
