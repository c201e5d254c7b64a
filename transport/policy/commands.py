"""The commands of a session, and in which state each is allowed.

A command is a function of the session and of what follows the verb. It replies, and moves the session on.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from . import logon
from .data_commands import bdat, data
from .ehlo import ehlo_reply, hello_reply
from .parameters import (
    LONGEST_ADDRESS,
    LONGEST_LONG_ADDRESS,
    BadAddress,
    BadArguments,
    is_hello_name,
    parse_mail,
    parse_rcpt,
)
from .permissions import SUBMIT
from .recipients import judge_recipient
from .senders import judge_sender
from .server_commands import xexch50, xshadow
from .states import State
from .transaction import Recipient, Transaction

if TYPE_CHECKING:
    from .session import SmtpSession
    from .settings import ConnectorSettings

Command = Callable[["SmtpSession", bytes], None]
_REMEMBERED = 512
"""Recipients that are remembered: the same ones come again and again."""
_READY, _MAIL, _RECIPIENTS = State.READY, State.MAIL, State.RECIPIENTS
"""Found once: a member of an enumeration is looked up by a call."""


def helo(session: SmtpSession, argument: bytes) -> None:
    """HELO: no keywords are announced, so a client uses none."""
    if _greet(session, argument):
        session.reply(hello_reply(session.settings, session.peer.remote_address))


def ehlo(session: SmtpSession, argument: bytes) -> None:
    """EHLO; a second one ends the transaction."""
    if _greet(session, argument):
        address, abilities = session.peer.remote_address, session.server_context.abilities
        session.reply(ehlo_reply(session.settings, address, abilities, session.tls is not None))


def _greet(session: SmtpSession, argument: bytes) -> bool:
    if argument and not is_hello_name(argument):
        session.reply(session.server_context.replies.bad_domain)
        return False
    if not argument and session.settings.require_hello_name:
        session.reply(session.server_context.replies.bad_domain)
        session.close()
        return False
    session.hello = argument.decode("ascii")
    session.drop_message()
    session.state = _READY
    return True


def mail(session: SmtpSession, argument: bytes) -> None:
    """MAIL FROM: checks in Exchange's order, each with its reply."""
    server_context, settings = session.server_context, session.settings
    replies = server_context.replies
    if settings.require_tls and session.tls is None:
        return session.reply(replies.tls_required)
    try:
        longest = LONGEST_LONG_ADDRESS if settings.long_addresses else LONGEST_ADDRESS
        sender, parameters = parse_mail(argument, longest, settings.smtp_utf8)
        if sender and "@" not in sender:
            sender = _completed(session, sender)
    except BadAddress:
        return session.reply(replies.bad_sender)
    except BadArguments:
        return session.reply(replies.bad_arguments)
    if parameters and not _mail_parameters_allowed(settings, parameters):
        return session.reply(replies.bad_arguments)
    if SUBMIT not in session.rights:
        return session.reply(replies.not_authenticated)  # nobody logs on without the right
    if settings.rate_limit is not None and not _within_rate(session, settings.rate_limit):
        session.reply(replies.rate_exceeded)
        return session.close()
    if server_context.is_pressed and server_context.is_out_of_resources(session):
        return session.reply(replies.no_resources)
    if parameters and _announces_too_much(session, parameters):
        return session.reply(replies.message_too_big)
    refusal = judge_sender(session, sender)
    if refusal is not None and not refusal.later:
        session.reply(refusal.reply)
        return session.close() if refusal.closes else None
    session.messages += 1
    transaction = session.transaction = Transaction(sender, parameters)
    if refusal is not None:
        transaction.refusal = refusal.reply
    session.state = _MAIL
    if session.rows:
        session.rows.information(f"{session.context}{session.messages}", "receiving message")
    session.reply(replies.sender_ok)


def rcpt(session: SmtpSession, argument: bytes) -> None:
    """RCPT TO. A recipient that is refused leaves those before it as they are."""
    replies, settings, transaction = session.server_context.replies, session.settings, session.transaction
    assert transaction is not None
    try:
        longest = LONGEST_LONG_ADDRESS if settings.long_addresses else LONGEST_ADDRESS
        utf8 = bool(transaction.parameters) and transaction.is_international
        address, parameters = parse_rcpt(argument, longest, utf8)
        if "@" not in address:
            address = _completed(session, address)
    except BadAddress:
        return session.reply(replies.bad_recipient)
    except BadArguments:
        return session.reply(replies.bad_arguments)
    if parameters and not _rcpt_parameters_allowed(settings, parameters):
        return session.reply(replies.bad_arguments)
    refusal = judge_recipient(session, transaction, address)
    if refusal is not None:
        return session.reply(refusal)
    transaction.recipients.append(_recipient(address, parameters) if parameters else _plain_recipient(address))
    session.state = _RECIPIENTS
    return session.reply(replies.recipient_ok)


@lru_cache(_REMEMBERED)
def _plain_recipient(address: str) -> Recipient:
    return Recipient(address)


def _recipient(address: str, parameters: dict[str, str]) -> Recipient:
    notify, original = parameters.get("NOTIFY", ""), parameters.get("ORCPT", "")
    return Recipient(address, notify.upper(), original, alternate=parameters.get("XORAR", ""))


def _rcpt_parameters_allowed(settings: ConnectorSettings, parameters: dict[str, str]) -> bool:
    """Whether each parameter belongs to an extension that the connector has."""
    if not settings.orar and "XORAR" in parameters:
        return False
    return settings.dsn or parameters.keys() == {"XORAR"}


def _completed(session: SmtpSession, address: str) -> str:
    """An address that came without a domain, with the connector's default domain.

    `postmaster` alone is an address everywhere (RFC 5321, 2.3.5).
    """
    domain = session.settings.default_domain
    if domain is None and address.lower() == "postmaster":
        domain = session.server_context.recipients.default_domain
    if domain is None:
        raise BadAddress
    return f"{address}@{domain}"


def _announces_too_much(session: SmtpSession, parameters: dict[str, str]) -> bool:
    limit = session.size_limit
    return limit is not None and int(parameters.get("SIZE", 0)) > limit


def _mail_parameters_allowed(settings: ConnectorSettings, parameters: dict[str, str]) -> bool:
    """Whether each parameter belongs to an extension that the connector has."""
    if not settings.dsn and ("RET" in parameters or "ENVID" in parameters):
        return False
    if settings.size == "Disabled" and "SIZE" in parameters:
        return False
    body = parameters.get("BODY", "").upper()
    if body == "BINARYMIME":
        return settings.binary and settings.chunking
    return body != "8BITMIME" or settings.eight_bit


def _within_rate(session: SmtpSession, limit: int) -> bool:
    settings = session.settings
    sources = [f"address {session.peer.remote_address}"] if settings.rate_by_address else []
    if settings.rate_by_user and session.user is not None:
        sources.append(f"user {session.user}")
    rates = session.server_context.rates_of(settings.key)
    return rates.allow(tuple(sources), limit, session.server_context.ticks())


def rset(session: SmtpSession, argument: bytes) -> None:
    """RSET: the transaction is forgotten, the greeting is not."""
    if argument:
        return session.reply(session.server_context.replies.bad_arguments)
    session.forget_message()
    session.reply(session.server_context.replies.reset)


def noop(session: SmtpSession, argument: bytes) -> None:
    """NOOP, with or without a text."""
    session.reply(session.server_context.replies.noop)


def help_(session: SmtpSession, argument: bytes) -> None:
    """HELP: the same list whatever it is asked about."""
    session.reply(session.server_context.replies.help)


def vrfy(session: SmtpSession, argument: bytes) -> None:
    """VRFY tells nobody who exists."""
    session.reply(session.server_context.replies.cannot_verify)


def quit_(session: SmtpSession, argument: bytes) -> None:
    """QUIT."""
    if argument:
        return session.reply(session.server_context.replies.bad_arguments)
    session.reply(session.server_context.replies.closing)
    session.part()


def refuse(name: str) -> Command:
    """A command that is not allowed now, by the name of the reply that says so."""

    def command(session: SmtpSession, argument: bytes) -> None:
        session.reply(getattr(session.server_context.replies, name))

    return command


HELLO_FIRST = {State.START: "hello_first"}
NO_TRANSACTION = dict.fromkeys((State.MAIL, State.RECIPIENTS, State.CHUNKS), "bad_sequence")

COMMANDS: Mapping[bytes, tuple[Command, Mapping[State, str]]] = {
    b"HELO": (helo, {}),
    b"EHLO": (ehlo, {}),
    b"MAIL": (
        mail,
        HELLO_FIRST | {State.MAIL: "sender_already", State.RECIPIENTS: "sender_already", State.CHUNKS: "bad_sequence"},
    ),
    b"RCPT": (rcpt, HELLO_FIRST | {State.READY: "need_mail", State.CHUNKS: "bad_sequence"}),
    b"DATA": (data, HELLO_FIRST | {State.READY: "need_mail", State.MAIL: "need_rcpt", State.CHUNKS: "bad_sequence"}),
    b"BDAT": (bdat, {}),  # its chunk has to be read even where it is refused, so it judges the state itself
    b"RSET": (rset, {}),
    b"NOOP": (noop, {}),
    b"HELP": (help_, {}),
    b"VRFY": (vrfy, {}),
    b"QUIT": (quit_, {}),
    b"STARTTLS": (logon.starttls, HELLO_FIRST | NO_TRANSACTION),
    b"X-ANONYMOUSTLS": (logon.anonymous_tls, HELLO_FIRST | NO_TRANSACTION),
    b"AUTH": (logon.auth, HELLO_FIRST | NO_TRANSACTION),
    b"X-EXPS": (logon.exps, HELLO_FIRST | NO_TRANSACTION),
    b"XEXCH50": (xexch50, HELLO_FIRST),
    b"XSHADOW": (xshadow, HELLO_FIRST),
}
"""Verb -> what it does, and the states in which it is refused instead."""

TABLES: Sequence[Mapping[bytes, Command]] = [
    {verb: refuse(refused[state]) if state in refused else run for verb, (run, refused) in COMMANDS.items()}
    for state in State
]
"""For each state, by its number: verb -> what happens."""
