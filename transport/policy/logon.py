"""STARTTLS and AUTH: the commands that change who, or how well protected, a session is."""

from __future__ import annotations

import binascii
import hmac
from base64 import b64decode, b64encode
from typing import TYPE_CHECKING

from .ehlo import has_exps, mechanisms
from .ntlm import Acceptor, BadToken, KerberosAlone, Proof, channel_hash
from .permissions import NO_RIGHTS, SUBMIT
from .readers import expect_answer
from .replies import Reply

if TYPE_CHECKING:
    from .accounts import Account
    from .session import SmtpSession

SERVER_MECHANISMS = ("GSSAPI", "NTLM", "EXCHANGEAUTH")


def starttls(session: SmtpSession, argument: bytes) -> None:
    """STARTTLS. What the client sent behind it in plain text is thrown away with the handshake."""
    if "Tls" in session.settings.auth:
        _secure(session, argument)
    else:
        session.reply(session.server_context.replies.unrecognized)


def anonymous_tls(session: SmtpSession, argument: bytes) -> None:
    """X-ANONYMOUSTLS, which Exchange servers use among themselves: the same handshake under another name."""
    settings = session.settings
    if "ExchangeServer" in settings.auth and not settings.suppress_anonymous_tls:
        _secure(session, argument)
    else:
        session.reply(session.server_context.replies.unrecognized)


def _secure(session: SmtpSession, argument: bytes) -> None:
    replies = session.server_context.replies
    if not session.server_context.abilities.tls or session.settings.certificate is None:
        session.reply(replies.unrecognized)
    elif argument:
        session.reply(replies.bad_arguments)
    elif session.tls is not None:
        session.reply(replies.tls_already)
    else:
        session.reply(replies.tls_ready)
        session.start_tls()


def exps(session: SmtpSession, argument: bytes) -> None:
    """X-EXPS, the AUTH of Exchange servers. A user who knows it is a user here, too; what only servers prove fails."""
    replies = session.server_context.replies
    mechanism, first = _mechanism(argument)
    if not has_exps(session.settings, session.server_context.abilities):
        session.reply(replies.unrecognized)
    elif session.user is not None:
        session.reply(replies.already_authenticated)
    elif mechanism == "EXCHANGEAUTH":
        _fail(session, "", "ExchangeAuth")
    elif mechanism in SERVER_MECHANISMS:
        _challenge_response(session, mechanism, first)
    else:
        session.reply(replies.unknown_mechanism)


def auth(session: SmtpSession, argument: bytes) -> None:
    """AUTH. A mechanism that is not offered now, for want of TLS perhaps, does not exist."""
    replies = session.server_context.replies
    mechanism, first = _mechanism(argument)
    if session.user is not None:
        session.reply(replies.already_authenticated)
    elif not mechanism:
        session.reply(replies.bad_arguments)
    elif mechanism not in mechanisms(session.settings, session.server_context.abilities, session.tls is not None):
        session.reply(replies.unknown_mechanism)
    elif mechanism == "LOGIN":
        _login(session, first)
    else:
        _challenge_response(session, mechanism, first)


def _mechanism(argument: bytes) -> tuple[str, bytes]:
    """The mechanism, and the initial response; `=` is one of no octets (RFC 4954, 4), here as good as none."""
    name, first = (*argument.split(None, 1), b"", b"")[:2]
    return name.upper().decode("latin-1"), b"" if first == b"=" else first


def _login(session: SmtpSession, first: bytes) -> None:
    """AUTH LOGIN: user name, then password, each in base64; the name may come with the command."""

    def name_came(session: SmtpSession, line: bytes) -> None:
        name = _decoded(session, line)
        if name is not None:
            session.reply(session.server_context.replies.ask_password)
            expect_answer(session, lambda session, line: password_came(session, _text(name), line))

    def password_came(session: SmtpSession, name: str, line: bytes) -> None:
        password = _decoded(session, line)
        if password is not None:
            session.work(
                lambda: session.server_context.accounts.log_on(name, _text(password)),
                lambda account: _finish(session, name, account, "Login"),
            )

    if first:
        name_came(session, first)
    else:
        session.reply(session.server_context.replies.ask_username)
        expect_answer(session, name_came)


def _challenge_response(session: SmtpSession, mechanism: str, first: bytes) -> None:
    """NTLM or GSSAPI: tokens in base64 until the client has proved who it is. Without the library nobody can."""
    acceptor = (
        Acceptor(session.server_context.ntlm_target)
        if mechanism in session.server_context.abilities.mechanisms
        else None
    )
    label = mechanism.capitalize()

    def token_came(session: SmtpSession, line: bytes) -> None:
        token = _decoded(session, line)
        if token is None:
            return
        try:
            answer = acceptor.step(token) if acceptor is not None else None
        except KerberosAlone:
            session.server_context.events.kerberos_refused(session.settings, session.peer.remote_address)
            answer = None
        except BadToken:
            answer = None
        if answer is None:
            _fail(session, "", label)
        elif isinstance(answer, Proof) and not _is_bound(session, answer):
            _fail(session, answer.name, label)
        elif isinstance(answer, Proof):
            _finish(session, answer.name, session.server_context.accounts.prove(answer), label)
        else:
            session.reply(Reply(f"334 {b64encode(answer).decode('ascii')}"))
            expect_answer(session, token_came)

    if first:
        token_came(session, first)
    else:
        session.reply(Reply(f"334 {mechanism} supported"))
        expect_answer(session, token_came)


def _is_bound(session: SmtpSession, proof: Proof) -> bool:
    """Whether the client means the channel that it has logged on through, as far as ExtendedProtectionPolicy asks.

    `Allow` believes clients that say nothing of it; `Require` does not, so it takes nobody without TLS.
    """
    policy, tls = session.settings.extended_protection, session.tls
    if policy == "None":
        return True
    if not proof.channel:
        return policy == "Allow"
    return tls is not None and hmac.compare_digest(proof.channel, channel_hash(tls.certificate.end_point).strip(b"\0"))


def _decoded(session: SmtpSession, line: bytes) -> bytes | None:
    """The octets of an answer. `*` ends the dialogue (RFC 4954, 4), and so does what is no base64."""
    try:
        return b64decode(line.strip(), validate=True)
    except (binascii.Error, ValueError):
        session.reply(session.server_context.replies.bad_arguments)
        return None


def _text(octets: bytes) -> str:
    """A name or a password; old clients send it in their own code page rather than in UTF-8."""
    try:
        return octets.decode("utf-8")
    except UnicodeDecodeError:
        return octets.decode("latin-1")


def _finish(session: SmtpSession, name: str, account: Account | None, mechanism: str) -> None:
    server_context = session.server_context
    if not server_context.directory_answers:
        server_context.events.directory_silent(server_context.domain_controller)
        session.reply(server_context.replies.logon_unavailable)
        return
    rights = NO_RIGHTS if account is None else server_context.accounts.rights(account, session.settings.grants)
    if account is None or SUBMIT not in rights:
        if account is not None:
            server_context.events.submit_denied(session.settings, account.logon_name)
        _fail(session, name, mechanism)
        return
    session.user = account.logon_name
    session.account = account.key
    session.auth_mechanism = "04"
    session.rights = rights
    if session.rows:
        session.rows.permissions(rights)
        session.rows.information(account.logon_name, "authenticated")
    session.reply(server_context.replies.authenticated)


def _fail(session: SmtpSession, name: str, mechanism: str) -> None:
    server_context, settings = session.server_context, session.settings
    if session.rows:
        session.rows.information("", f"User Name: {name or 'NULL'}")
    session.logon_failures += 1
    server_context.events.logon_failed(settings, session.peer.remote_address, mechanism)
    session.fail_logon(server_context.replies.logon_failed)
    if settings.max_logon_failures and session.logon_failures >= settings.max_logon_failures:
        session.close(server_context.replies.too_many_logon_failures)
