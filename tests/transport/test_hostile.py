"""What strangers send is read in one go: twice as much takes twice as long, whatever it is and whoever reads it."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from ipaddress import ip_address

import pytest

from organization.certificates.choice import _plain
from organization.certificates.names import parse_name
from organization.dns.sender_id import responsible_address
from organization.dns.spf_macros import Macros
from organization.dns.spf_record import BadRecord, parse_record
from organization.errors import OrganizationError
from organization.mime.addresses import mailboxes, shown
from organization.mime.fields import fields_of, value_with_parameters
from organization.mime.reading import attachment_names, body_of, text_of
from organization.mime.structure import read_message
from organization.mime.subjects import subject_of
from organization.mime.words import decoded
from shell import Session
from transport.policy.agents.attachments import _any_name
from transport.policy.agents.content import _any_of, windows
from transport.policy.agents.origin import origin_of
from transport.policy.agents.sender_id import header_fields
from transport.policy.agents.text import plain_texts
from transport.policy.decision import Next
from transport.policy.encapsulated import legacy_name
from transport.policy.headers import _FIREWALL, read_header
from transport.policy.ntlm import Acceptor, BadToken, Target
from transport.policy.parameters import BadAddress, BadArguments, is_hello_name, parse_mail, parse_rcpt

from .growth import grows_linearly
from .hostile import KINDS
from .test_cmdlets_on_the_wire import RELAY, run

PHRASES = _any_of(["free money", "free monday", "a", "money for nothing"])
NAMES = _any_name(["*.exe", "*a*b*.scr", "s?tup*"])


def sender_id(content: bytes) -> None:
    responsible_address(header_fields(read_header(content)))


def header(content: bytes) -> None:
    head = read_header(content)
    head.hops_through("EX01.contoso.com", "mail.contoso.com")
    for _, _, fields in _FIREWALL:
        fields.sub(b"", head.raw)
    assert head.subject is not None
    assert head.senders is not None
    head.value(b"from")
    origin_of(ip_address("192.0.2.1"), head, ())


def phrases(content: bytes) -> None:
    assert PHRASES is not None
    for text in plain_texts(read_header(content), content):
        for window in windows(text, PHRASES.longest + 2):
            window.has(PHRASES)


def attachments(content: bytes) -> None:
    assert NAMES is not None
    for part in read_message(content).walk():
        NAMES.fullmatch(part.file_name.casefold())


def mailbox(content: bytes) -> None:
    mail = read_message(content)
    text = body_of(mail)
    assert text is None or text_of(text) is not None
    attachment_names(mail)
    fields = dict(fields_of(content[: mail.head]))
    shown(fields.get("from", ""))
    subject_of(content)


READERS: dict[str, Callable[[bytes], None]] = {
    "header": header,
    "Sender ID": sender_id,
    "phrases": phrases,
    "attachments": attachments,
    "mailbox": mailbox,
}


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("kind", KINDS)
def test_a_message_is_read_in_one_go(kind: str, reader: str) -> None:
    assert grows_linearly(lambda size: partial(READERS[reader], KINDS[kind](size)), 15_000)


def without_errors(read: Callable[[str], object]) -> Callable[[str], object]:
    def run(text: str) -> object:
        try:
            return read(text)
        except (BadAddress, BadArguments, BadRecord, BadToken, OrganizationError, ValueError):
            return None

    return run


def mail_command(text: str) -> object:
    argument = b"FROM:" + text.encode("latin-1")
    parse_mail.cache_clear()
    return parse_mail(argument, 10**6, True)


def rcpt_command(text: str) -> object:
    parse_rcpt.cache_clear()
    return parse_rcpt(b"TO:" + text.encode("latin-1"), 10**6, True)


def macros(text: str) -> object:
    stood_for = Macros(f"{text}@fabrikam.com", ip_address("192.0.2.1"), text, "EX01", lambda name: name)
    return stood_for.domain("%{l}.%{lr}.%{h-}.%{S}", "fabrikam.com")


def token(text: str) -> object:
    return Acceptor(Target("CONTOSO", "contoso.com", "EX01", "EX01.contoso.com")).step(b"NTLMSSP\0" + text.encode())


GRAMMARS: dict[str, Callable[[str], object]] = {
    "MAIL": mail_command,
    "RCPT": rcpt_command,
    "HELO": lambda text: is_hello_name(text.encode("latin-1")),
    "an encapsulated address": legacy_name,
    "encoded words": decoded,
    "parameters": value_with_parameters,
    "addresses": lambda text: list(mailboxes(text)),
    "SPF": parse_record,
    "SPF with a domain": lambda text: parse_record(f"include:{text}"),
    "SPF with an address": lambda text: parse_record(f"a:{text}"),
    "SPF macros": macros,
    "X.500 name": parse_name,
    "X.500 value": lambda text: parse_name(f"CN={text}"),
    "X.500 quoted": lambda text: parse_name(f'CN="{text}"x'),
    "issuer": _plain,
    "NTLM token": token,
}
UNITS = (
    *[
        "a",
        "1",
        ".",
        "a.",
        "1.",
        "-",
        "a-",
        '"',
        '"\\',
        "\\",
        "(",
        ")",
        "<",
        "<a",
        "@",
        "a@",
        "=?",
        "=?a?q?",
        "?=",
        ";",
        ";a=",
        ';a="',
        "%",
        "%{",
        "%{l}",
        "%{d0r}",
        "/",
        "//1",
        ",",
        "=",
        "+",
        "+41",
        ":",
        "[",
    ],
    *(" ", "\t", " ,", "\xe4"),
)
ENDS = ("", "!", '"', ">", "@x", "\n")


@pytest.mark.parametrize("grammar", GRAMMARS)
def test_no_grammar_is_slow_about_anything(grammar: str) -> None:
    read = without_errors(GRAMMARS[grammar])
    slow = [
        (unit, end)
        for unit in UNITS
        for end in ENDS
        if not grows_linearly(lambda size: partial(read, unit * (size // len(unit)) + end), 5_000)  # noqa: B023
    ]
    assert slow == []


def taking(recipients: int) -> Callable[[], object]:
    """The work that a message to so many who do not exist gives, with a long From field and all agents that log."""
    with Session(listen=False) as shell:
        run(shell, f"{RELAY}; Set-ReceiveConnector Relay -MaxRecipientsPerMessage 5000")
        run(shell, "Install-AntispamAgents.ps1 | Out-Null; Restart-Service MSExchangeTransport")
        client = shell.runspace.services.dialer.dial("10.0.0.1", 25, "10.9.0.1")
    session = client._session
    client.send(b"HELO x\r\nMAIL FROM:<kim@fabrikam.com>\r\n")
    for number in range(recipients):
        client.send(b"RCPT TO:<nobody%d@contoso.com>\r\n" % number)
    client.send(b"DATA\r\n")
    assert client.receive(0).endswith(b"<CRLF>.<CRLF>\r\n")
    decision = session.receive(b"Subject: x\r\nFrom: " + b"<a@b.c>," * 900 + b"\r\n\r\nx\r\n.\r\n")
    assert decision.next is Next.WORK
    return session.do_work


def test_a_message_to_thousands_is_work_and_grows_with_their_number() -> None:
    assert grows_linearly(taking, 500)


def test_a_message_to_a_group_is_work() -> None:
    with Session(listen=False) as shell:
        run(shell, f"{RELAY}; New-DistributionGroup Team -Type Distribution -SamAccountName team | Out-Null")
        run(shell, "Get-DistributionGroup Team | Set-DistributionGroup -RequireSenderAuthenticationEnabled $false")
        client = shell.runspace.services.dialer.dial("10.0.0.1", 25, "10.9.0.1")
        session = client._session
        client.send(b"HELO x\r\nMAIL FROM:<kim@fabrikam.com>\r\nRCPT TO:<team@contoso.com>\r\nDATA\r\n")
        assert client.receive(0).endswith(b"<CRLF>.<CRLF>\r\n")
        decision = session.receive(b"Subject: x\r\n\r\nx\r\n.\r\n")
        assert decision.next is Next.WORK
        assert session.worked(session.do_work()).send.startswith(b"250 2.6.0 ")


def test_what_is_quadratic_is_told_from_what_is_not() -> None:
    quoted = re.compile(r'"(?:[^"\\]|\\.)*"')
    assert not grows_linearly(lambda size: partial(quoted.sub, " ", '"\\' * (size // 2)), 5_000)
    assert grows_linearly(lambda size: partial(sum, range(size)), 500_000)
