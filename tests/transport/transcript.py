"""Plays wire transcripts against the pure session: the reader of the files beside, and the stage that they play on.

A file holds cases. A case begins with a line `== title`; then come its settings, then its dialogue.

Settings, one a line, `Name: value`:
    Version: 2013                        the Exchange version; 2007 where none is named
    MaxProtocolErrors: 2                 any parameter of Set-ReceiveConnector, for the connector "Internet"
    Filter.RecipientValidationEnabled: True   a parameter of Set-RecipientFilterConfig; the agent is then installed
    SenderFilter.BlockedSenders: a@b.c   the same for Set-SenderFilterConfig; IPBlockList. for Set-IPBlockListConfig
    Blocked: 10.0.0.0/8                  an entry of the IP Block list; Allowed: of the IP Allow list
    Domain: partner.com ExternalRelay    an accepted domain and its type
    Certificate: yes                     the server has a certificate, so STARTTLS can be offered
    Ntlm: yes                            the server can do NTLM and GSSAPI
    Connector Inside: RemoteIPRanges=10.0.0.0/8, Banner=220 inside     another connector beside "Internet"
The connector "Internet" listens on 0.0.0.0:25 and takes anonymous mail. TarpitInterval is 0 unless a case sets it.

The dialogue:
    C: EHLO x             the client sends this line
    C| EHLO x\\r\\nNO       the client sends exactly these octets; \\r \\n \\t \\0 \\\\ \\xNN are read, here and in C:
    S: 250 2.0.0 OK       the server says this line. <date>, <guid>, <number>, <time> and <id> stand for any of their
                          kind, ... for anything
    after 5 s             the time goes on; nothing may come from the server before it is over
    closed                the server has closed the connection
    hang up               the client closes; half-close: it sends no more, but still listens
    tls                   the handshake is done
    C2: S2: ...           the same on a second connection; `connect 2 from 10.0.0.7` opens one from an address
    anna has 1 message    what lies in a mailbox, at the end of the case so far
    set TarpitInterval 00:00:01    a change while the sessions are open
    L: >,250 2.0.0 OK,    a row of the protocol log, from the event on; a case that has one has them all, in order
`{a*600}` in a line is 600 times the letter. All that the server says has to be expected: a line too many fails a case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path
from typing import Any

from organization.labs import start
from organization.objects.accepted_domain import AcceptedDomain
from organization.objects.antispam import (
    IPAllowListEntry,
    IPBlockListConfig,
    IPBlockListEntry,
    IPListEntry,
    MessageHygieneConfig,
    RecipientFilterConfig,
    SenderFilterConfig,
)
from organization.objects.receive_connector import ReceiveConnector
from organization.objects.server import ExchangeServer, TransportAgent
from organization.store import Organization
from organization.values.network import IPBinding
from transport.logs.protocol import line as log_line
from transport.policy import agents
from transport.policy.decision import Decision, Next
from transport.policy.facts import CertificateFacts, Peer, TlsFacts
from transport.policy.session import SmtpSession
from transport.service import Transport

_PLACEHOLDERS = {
    "<date>": r"[A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d [+-]\d{4}",
    "<guid>": r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
    "<number>": r"\d+",
    "<id>": r"[0-9A-F]{16}",
    "<time>": r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z",
    "...": r".*",
}
_ESCAPES = {"r": "\r", "n": "\n", "t": "\t", "0": "\0", "\\": "\\"}
BEGIN = 1_202_829_058.101
"""Tue, 12 Feb 2008 15:10:58.101 UTC."""


@dataclass(frozen=True)
class Case:
    file: str
    number: int
    title: str
    settings: tuple[tuple[str, str], ...]
    steps: tuple[tuple[int, str], ...]

    def __str__(self) -> str:
        return f"{self.file}:{self.number} {self.title}"


def read_cases(path: Path) -> Iterator[Case]:
    """The cases of a file. Lines that begin with `#` are remarks."""
    title, number = "", 0
    settings: list[tuple[str, str]] = []
    steps: list[tuple[int, str]] = []
    for at, raw in enumerate([*path.read_text(encoding="utf-8").splitlines(), "== "], 1):
        text = raw.rstrip()
        if text.startswith("=="):
            if title:
                yield Case(path.name, number, title, tuple(settings), tuple(steps))
            title, number, settings, steps = text[2:].strip(), at, [], []
        elif text and not text.startswith("#"):
            if steps or is_step(text):
                steps.append((at, text))
            else:
                name, _, value = text.partition(":")
                settings.append((name.strip(), value.strip()))


def is_step(text: str) -> bool:
    return re.match(r"[CS]\d*[:|] ?|L:|after |connect |closed|tls|hang up|half-close|set |\w+ has ", text) is not None


def octets(text: str) -> bytes:
    text = re.sub(r"\{(.)\*(\d+)\}", lambda match: match[1] * int(match[2]), text)
    text = re.sub(
        r"\\(x[0-9a-fA-F]{2}|.)",
        lambda match: chr(int(match[1][1:], 16)) if len(match[1]) == 3 else _ESCAPES[match[1]],
        text,
    )
    return text.encode("latin-1")


def pattern(expected: str) -> re.Pattern[str]:
    parts = re.split("(" + "|".join(map(re.escape, _PLACEHOLDERS)) + ")", expected)
    return re.compile("".join(_PLACEHOLDERS.get(part, re.escape(part)) for part in parts))


@dataclass
class Client:
    """One connection of a case."""

    session: SmtpSession
    said: list[str] = field(default_factory=list)
    """Lines of the server that the case has not mentioned yet."""
    resume_at: float | None = None
    closed: bool = False
    rest: str = ""


class Stage:
    """An organization with a transport in memory, a clock that is played, and the clients of one case."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.now = 1000.0
        settings = dict(case.settings)
        self.organization = start(version=settings.get("Version", "2007"))
        _install(self.organization, case.settings)
        self.transport = Transport(
            self.organization, listen=False, clock=lambda: BEGIN + self.now - 1000.0, ticks=lambda: self.now
        )
        self.transport.start()
        site = self.transport.site
        site.abilities = site.abilities._replace(
            tls=settings.get("Certificate") == "yes",
            mechanisms=frozenset({"LOGIN", "NTLM", "GSSAPI"} if settings.get("Ntlm") == "yes" else {"LOGIN"}),
        )
        self.clients: dict[str, Client] = {}
        self.log_seen = 0

    def play(self) -> None:
        """Play the whole case. Raises AssertionError with the line that does not fit."""
        for number, text in self.case.steps:
            try:
                self.step(text)
            except AssertionError as error:
                raise AssertionError(f"{self.case.file}, line {number}: {text}\n{error}") from None
        for client in self.clients.values():
            assert not client.said, f"{self.case}: the server went on with {client.said}"
        log = self.transport.protocol_log.rows()
        assert not self.log_seen or self.log_seen == len(log), (
            f"{self.case}: the log goes on with {log[self.log_seen :]}"
        )

    def step(self, text: str) -> None:
        wire = re.match(r"([CS])(\d*)([:|]) ?(.*)", text, re.S)
        if wire is not None:
            client = self.client(wire[2] or "1")
            if wire[1] == "S":
                self.expect(client, wire[4])
            else:
                self.send(client, octets(wire[4]) + (b"\r\n" if wire[3] == ":" else b""))
        elif text.startswith("L:"):
            self.expect_row(text[2:].strip())
        elif found := re.fullmatch(r"after (\d+(?:\.\d+)?) s", text):
            self.wait(float(found[1]))
        elif found := re.fullmatch(r"connect (\d+)(?: from (\S+))?(?: to (\d+))?", text):
            self.connect(found[1], found[2] or "127.0.0.1", int(found[3] or 25))
        elif found := re.fullmatch(r"(\w+) has (\d+) messages?", text):
            mailbox = self.organization.recipient(f"{found[1]}@contoso.com")
            assert mailbox is not None
            count = len(self.transport.mail.messages(mailbox.guid))
            assert count == int(found[2]), f"there are {count}"
        elif found := re.fullmatch(r"set (\w+) (.*)", text):
            _set(self.organization, "Internet", {found[1]: found[2]})
        else:
            self.event(*re.fullmatch(r"(closed|tls|hang up|half-close) ?(\d*)", text).groups())  # type: ignore[union-attr]

    def event(self, event: str, number: str) -> None:
        client = self.client(number or "1")
        if event == "closed":
            assert client.closed, "the connection is open"
            assert not client.said, f"before it closed, the server said {client.said}"
        elif event == "tls":
            facts = CertificateFacts("CN=EX01", "CN=EX01", "01", "AB" * 20, ("EX01.contoso.com", "EX01"))
            self.act(client, client.session.secured(TlsFacts("TLSv1.2", "ECDHE-RSA-AES256-GCM-SHA384", facts)))
        elif event == "half-close":
            self.act(client, client.session.end_of_input())
        else:
            self.transport.site.disconnect(client.session)
            client.closed = True

    def client(self, number: str) -> Client:
        if number not in self.clients:
            self.connect(number, "127.0.0.1", 25)
        return self.clients[number]

    def connect(self, number: str, address: str, port: int) -> None:
        peer = Peer("192.168.1.10", port, address, 50000 + int(number))
        binding = IPBinding(ip_address("0.0.0.0"), port)
        client = Client(self.transport.site.connect(binding, peer, ip_address(address)))
        self.clients[number] = client
        self.act(client, client.session.open())

    def send(self, client: Client, data: bytes) -> None:
        assert not client.said, f"before that, the server said {client.said}"
        if not client.closed:
            self.act(client, client.session.receive(data))

    def act(self, client: Client, decision: Decision) -> None:
        while True:
            lines = (client.rest + decision.send.decode("utf-8")).split("\r\n")
            client.rest = lines.pop()
            client.said += lines
            if decision.next is Next.WORK:
                decision = client.session.worked(client.session.do_work())
            elif decision.next is Next.WAIT and not decision.seconds:
                decision = client.session.resume()
            else:
                break
        if decision.next is Next.WAIT:
            client.resume_at = self.now + decision.seconds
        elif decision.next is Next.CLOSE:
            client.closed = True
            self.transport.site.disconnect(client.session)

    def expect(self, client: Client, expected: str) -> None:
        assert client.said, "the server said nothing"
        said = client.said.pop(0)
        assert pattern(expected).fullmatch(said), f"the server said: {said}"

    def expect_row(self, expected: str) -> None:
        rows = self.transport.protocol_log.rows()
        assert self.log_seen < len(rows), "the log has no more rows"
        row = log_line(rows[self.log_seen]).rstrip("\r\n")
        shown = row.split(",", 6)[6]
        self.log_seen += 1
        assert pattern(expected).fullmatch(shown), f"the log has: {shown}"

    def wait(self, seconds: float) -> None:
        """Let time pass, stopping at each moment at which something is due."""
        end = self.now + seconds
        for client in self.clients.values():
            assert not client.said, f"the server did not wait with {client.said}"
        while True:
            due = [(self.due(client), number) for number, client in self.clients.items() if not client.closed]
            moment, number = min(due, default=(end + 1, ""))
            if moment > end + 1e-9:
                break
            for client in self.clients.values():
                assert not client.said or moment >= end - 1e-6, f"too early, the server said {client.said}"
            self.now = max(self.now, moment)
            self.wake(self.clients[number])
        self.now = end

    def due(self, client: Client) -> float:
        return client.session.deadline if client.resume_at is None else client.resume_at

    def wake(self, client: Client) -> None:
        if client.resume_at is not None:
            client.resume_at = None
            self.act(client, client.session.resume())
        else:
            self.act(client, client.session.tick())


def _install(organization: Organization, settings: tuple[tuple[str, str], ...]) -> None:
    for connector in organization.all(ReceiveConnector):
        organization.remove(connector)
    server = organization.one(ExchangeServer)
    base: dict[str, Any] = {"server": server.identity, "fqdn": server.fqdn, "tarpit_interval": "00:00:00"}
    organization.create(
        ReceiveConnector,
        name="Internet",
        bindings="0.0.0.0:25",
        remote_ip_ranges="0.0.0.0-255.255.255.255",
        permission_groups="AnonymousUsers",
        auth_mechanism="Tls",
        **base,
    )
    for name, value in settings:
        if name == "Domain":
            domain, kind = value.split()
            organization.create(AcceptedDomain, name=domain, domain_name=domain, domain_type=kind)
        elif name.startswith("Connector "):
            organization.create(
                ReceiveConnector,
                name=name.removeprefix("Connector "),
                bindings="0.0.0.0:25",
                permission_groups="AnonymousUsers",
                **base,
                **{_attribute(key): part for key, part in (item.split("=", 1) for item in value.split(", "))},
            )
        elif name in LISTS:
            organization.create(LISTS[name][0], name=value, ip_range=value)
            _install_agent(organization, LISTS[name][1])
        elif name.partition(".")[0] in FEATURES:
            cls, agent = FEATURES[name.partition(".")[0]]
            _install_agent(organization, agent)
            attribute = cls.by_name[name.partition(".")[2].lower()].attribute
            organization.update(organization.one(cls), **{attribute: value})
    known = {prop.name for prop in ReceiveConnector.properties}
    _set(organization, "Internet", {name: value for name, value in settings if name in known})
    others = r"Version|Domain|Connector .*|Certificate|Ntlm|Blocked|Allowed|(" + "|".join(FEATURES) + r")\..*"
    unknown = {name for name, _ in settings if not re.fullmatch(others, name)}
    assert unknown <= known, f"no such settings: {unknown - known}"


FEATURES: dict[str, tuple[type[MessageHygieneConfig], str]] = {
    "Filter": (RecipientFilterConfig, agents.RECIPIENT_FILTER),
    "SenderFilter": (SenderFilterConfig, agents.SENDER_FILTER),
    "IPBlockList": (IPBlockListConfig, agents.CONNECTION_FILTER),
}
LISTS: dict[str, tuple[type[IPListEntry], str]] = {
    "Blocked": (IPBlockListEntry, agents.CONNECTION_FILTER),
    "Allowed": (IPAllowListEntry, agents.CONNECTION_FILTER),
}


def _install_agent(organization: Organization, name: str) -> None:
    if name not in {agent.name for agent in organization.all(TransportAgent)}:
        organization.create(TransportAgent, name=name, priority=9)


def _set(organization: Organization, connector: str, values: dict[str, str]) -> None:
    found = organization.get(ReceiveConnector, connector)
    changes: dict[str, Any] = {_attribute(name): None if value == "$null" else value for name, value in values.items()}
    if "default_domain" in changes:
        changes["default_domain"] = organization.get(AcceptedDomain, changes["default_domain"]).identity
    organization.update(found, **changes)


def _attribute(name: str) -> str:
    return ReceiveConnector.by_name[name.lower()].attribute
