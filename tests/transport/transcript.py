"""Plays wire transcripts against the pure session: the reader of the files beside, and the stage that they play on.

A file holds cases. A case begins with a line `== title`; then come its settings, then its dialogue.

Settings, one a line, `Name: value`:
    Version: 2013                        the Exchange version; 2007 where none is named
    MaxProtocolErrors: 2                 any parameter of Set-ReceiveConnector, for the connector "Internet"
    Filter.RecipientValidationEnabled: True   a parameter of Set-RecipientFilterConfig; the agent is then installed
    SenderFilter.BlockedSenders: a@b.c   the same for Set-SenderFilterConfig; IPBlockList., BlockProviders.,
                                         AllowProviders., SenderId., ContentFilter., Attachments., Reputation. likewise
    Organization.SCLJunkThreshold: 8     a parameter of Set-OrganizationConfig
    Agent: Sender Id Agent               an agent is installed, and has its feature as it is
    Blocked: 10.0.0.0/8                  an entry of the IP Block list; Allowed: of the IP Allow list
    BlockProvider Zen: zen.net; AnyMatch=True     a DNS list and its parameters; AllowProvider likewise
    Dns: zen.net A 127.0.0.2             a record of the lab's DNS
    BadWord: free money                  a phrase of the content filter; GoodWord likewise
    Attachment: FileName *.exe           an entry of the attachment filter
    Domain: partner.com ExternalRelay    an accepted domain and its type
    Certificate: yes                     the server has a certificate, so STARTTLS can be offered
    Ntlm: yes                            the server can do NTLM and GSSAPI
    Grant: CONTOSO\\anna; ms-Exch-Bypass-Anti-Spam     what Add-ADPermission does on "Internet"; also Deny:
    TransportConfig.MaxReceiveSize: 1MB  a parameter of Set-TransportConfig
    Recipient anna.MaxReceiveSize: 1MB   a property of a recipient; members and senders are named by their aliases
    Dynamic it: Department -eq 'IT'      a dynamic group, dyn-it, with its filter
    Server.DelayNotificationTimeout: 04:00:00    a parameter of Set-TransportServer
    SendConnector out: fabrikam.com      a Send connector and its address spaces
    Contact name: joe@elsewhere.com      a mail contact with an address here, too; MailUser likewise
    Group team: anna, ben; Security      a group, with the members and perhaps its type
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
    tls                   the handshake is done; `tls with mail.partner.com` shows a certificate of the client that is
                          trusted, `tls with untrusted mail.partner.com` one that is not
    C2: S2: ...           the same on a second connection; `connect 2 from 10.0.0.7` opens one from an address
    mail from a@b.c to d@e.f, g@h.i     a transaction up to the 354 for its data, with all that is said; the first one
                          of a connection begins with HELO mail.fabrikam.com; `mail 2 from` on the second connection
    spam 19 times from a@b.c to d@e.f: text         as many messages with this text, each of them taken
    anna has 1 message    what lies in a mailbox, at the end of the case so far
    anna got X-MS-Exchange-Organization-SCL: -1     a line of the last message in a mailbox; `anna did not get ...`
    1 message waits for joe@elsewhere.com           what is in the queues
    anna has 1 message in Junk E-Mail               the same for one folder
    tracked FAIL AGENT anna@contoso.com 550 ...     a row of the tracking log is there: event, source, recipient, status
    recipient anna.MaxReceiveSize: 1MB              as in the settings, while the sessions are open
    set TarpitInterval 00:00:01    a change while the sessions are open; `set Enabled False on Inside` of another one
    grant ...; deny ...            as in the settings, while the sessions are open
    remove Internet                the connector is removed
    04:00:01 pass         the time goes on for what waits (d.hh:mm:ss); the sessions do not notice
    store stops; store starts      the service of the mailbox store
    pressure High                  the server's resources run short: Normal, Medium, High
    directory falls silent; directory answers       the domain controller
    L: >,250 2.0.0 OK,    a row of the protocol log, from the event on; a case that has one has them all, in order
    A: anna@contoso.com,Sender Filter Agent,...     a row of the agent log: recipient, agent, event, action, reply,
                          reason, data; likewise
`{a*600}` in a line is 600 times the letter. All that the server says has to be expected: a line too many fails a case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path

from organization.labs import start
from organization.objects.receive_connector import ReceiveConnector
from organization.objects.server import Service, ServiceStatus
from organization.objects.transport_server import TransportServer
from organization.values.network import IPBinding
from organization.values.timespan import EnhancedTimeSpan
from transport.logs.protocol import line as log_line
from transport.policy.decision import Decision, Next
from transport.policy.facts import CertificateFacts, Peer, TlsFacts
from transport.policy.session import SmtpSession
from transport.service import Transport

from .scenery import change, grant, install, set_recipient

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


_STEP = re.compile(
    r"[CS]\d*[:|] ?|[LA]:|tracked |after |mail |spam |connect |closed|tls|hang up|half-close|store "
    r"|directory |[\d.:]+ pass|set |grant |deny |remove |pressure |recipient "
    r"|\w+ (?:has|got|did not get) |\d+ messages? wait"
)


def is_step(text: str) -> bool:
    return _STEP.match(text) is not None


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
        install(self.organization, case.settings)
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
        self.log_seen = self.agent_log_seen = 0

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
        actions = self.transport.records.agent_entries()
        assert self.agent_log_seen in (0, len(actions)), (
            f"{self.case}: the agent log goes on with {actions[self.agent_log_seen :]}"
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
        elif found := re.fullmatch(r"mail ?(\d*) from (\S*) to (.*)", text):
            self.begin_message(found[1] or "1", found[2], found[3].split(", "))
        elif found := re.fullmatch(r"spam (\d+) times from (\S+) to (\S+): (.*)", text):
            for _ in range(int(found[1])):
                self.begin_message("1", found[2], [found[3]])
                self.send(self.client("1"), f"\r\n{found[4]}\r\n.\r\n".encode())
                self.expect(self.client("1"), "250 2.6.0 ...")
        elif text.startswith("A:"):
            self.expect_action(text[2:].strip())
        elif found := re.fullmatch(r"tracked (\S+ \S+ \S+) ?(.*)", text):
            self.expect_tracked(found[1], pattern(found[2]))
        elif found := re.fullmatch(r"after (\d+(?:\.\d+)?) s", text):
            self.wait(float(found[1]))
        elif found := re.fullmatch(r"connect (\d+)(?: from (\S+))?(?: to (\d+))?", text):
            self.connect(found[1], found[2] or "127.0.0.1", int(found[3] or 25))
        elif found := re.fullmatch(r"(\w+) has (\d+) messages?(?: in (.*))?", text):
            mailbox = self.organization.recipient(f"{found[1]}@contoso.com")
            assert mailbox is not None
            messages = self.transport.mail.messages(mailbox.guid)
            count = sum(message.folder == (found[3] or message.folder) for message in messages)
            assert count == int(found[2]), f"there are {count}"
        elif found := re.fullmatch(r"(\w+) (got|did not get) (.*)", text):
            self.look(found[1], found[2] == "got", pattern(found[3]))
        elif found := re.fullmatch(r"(\d+) messages? waits? for (\S+)", text):
            queued = [item for hop in self.transport.queue.places.all() for item in hop.items.values()]
            count = sum(found[2] in [each.address for each in item.remaining] for item in queued)
            assert count == int(found[1]), f"there are {count}"
        elif found := re.fullmatch(r"tls with (untrusted )?(\S+)", text):
            self.secure(self.client("1"), found[2], trusted=not found[1])
        elif found := re.fullmatch(r"(closed|tls|hang up|half-close) ?(\d*)", text):
            self.event(found[1], found[2])
        else:
            self.change(text)

    def look(self, alias: str, expected: bool, wanted: re.Pattern[str]) -> None:
        mailbox = self.organization.recipient(f"{alias}@contoso.com")
        assert mailbox is not None
        message = self.transport.mail.messages(mailbox.guid)[-1].content.decode("utf-8")
        found = any(wanted.fullmatch(line) for line in message.split("\r\n"))
        assert found is expected, f"the message is\n{message[:4000]}"

    def change(self, text: str) -> None:
        if found := re.fullmatch(r"set (\w+) (.*?)(?: on (\w+))?", text):
            change(self.organization, found[3] or "Internet", {found[1]: found[2]})
        elif found := re.fullmatch(r"(grant|deny) (.*)", text):
            grant(self.organization, found[2], deny=found[1] == "deny")
        elif found := re.fullmatch(r"recipient (\w+)\.(\w+): (.*)", text):
            set_recipient(self.organization, *found.groups())
        elif found := re.fullmatch(r"remove (\w+)", text):
            self.organization.remove(self.organization.get(ReceiveConnector, found[1]))
        elif found := re.fullmatch(r"store (stop|start)s", text):
            self.store(runs=found[1] == "start")
        elif found := re.fullmatch(r"(\S+) pass", text):
            ahead = self.organization.one(TransportServer).time_ahead.ticks + EnhancedTimeSpan.parse(found[1]).ticks
            self.organization.update(self.organization.one(TransportServer), time_ahead=EnhancedTimeSpan(ahead))
        elif found := re.fullmatch(r"directory (falls silent|answers)", text):
            self.organization.update(self.organization.one(TransportServer), directory_answers=found[1] == "answers")
        elif found := re.fullmatch(r"pressure (\w+)", text):
            self.organization.update(self.organization.one(TransportServer), resource_pressure=found[1])
        else:
            raise AssertionError("there is no such step")

    def store(self, runs: bool) -> None:
        service = self.organization.get(Service, "MSExchangeIS")
        status = ServiceStatus.Running if runs else ServiceStatus.Stopped
        self.organization.update(service, status=status)

    def event(self, event: str, number: str) -> None:
        client = self.client(number or "1")
        if event == "closed":
            assert client.closed, "the connection is open"
            assert not client.said, f"before it closed, the server said {client.said}"
        elif event == "tls":
            self.secure(client)
        elif event == "half-close":
            self.act(client, client.session.end_of_input())
        else:
            self.transport.site.disconnect(client.session)
            client.closed = True

    def secure(self, client: Client, name: str = "", trusted: bool = False) -> None:
        own = CertificateFacts("CN=EX01", "CN=EX01", "01", "AB" * 20, ("EX01.contoso.com", "EX01"))
        shown = CertificateFacts(f"CN={name}", "CN=Root", "02", "CD" * 20, (name,)) if name else None
        facts = TlsFacts("TLSv1.2", "ECDHE-RSA-AES256-GCM-SHA384", own, shown, trusted)
        self.act(client, client.session.secured(facts))

    def client(self, number: str) -> Client:
        if number not in self.clients:
            self.connect(number, "127.0.0.1", 25)
        return self.clients[number]

    def connect(self, number: str, address: str, port: int) -> None:
        peer = Peer("192.168.1.10", port, address, 50000 + int(number))
        binding = IPBinding(ip_address("::" if ":" in address else "0.0.0.0"), port)
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

    def begin_message(self, number: str, sender: str, recipients: list[str]) -> None:
        client = self.client(number)
        if client.said:
            self.expect(client, "220 ...")
        if not client.session.hello:
            self.send(client, b"HELO mail.fabrikam.com\r\n")
            self.expect(client, "250 ...")
        commands = [f"MAIL FROM:<{sender.strip('<>')}>", *(f"RCPT TO:<{each}>" for each in recipients), "DATA"]
        for command in commands:
            self.send(client, f"{command}\r\n".encode())
            self.expect(client, "354 ..." if command == "DATA" else "250 ...")

    def expect_action(self, expected: str) -> None:
        actions = self.transport.records.agent_entries()
        assert self.agent_log_seen < len(actions), "the agent log has no more rows"
        entry = actions[self.agent_log_seen]
        self.agent_log_seen += 1
        shown = f"{entry.recipient},{','.join(entry[10:])}"
        assert pattern(expected).fullmatch(shown), f"the agent log has: {shown}"

    def expect_tracked(self, row: str, status: re.Pattern[str]) -> None:
        rows = [
            (f"{event.event_id} {event.source} {recipient}", "".join(event.statuses[place : place + 1]))
            for event in self.transport.records.tracked()
            for place, recipient in enumerate(event.recipients)
        ]
        assert any(shown == row and status.fullmatch(text) for shown, text in rows), f"the tracking log has {rows}"

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
        """When the driver has something to do: the session's deadline comes in the middle of a wait, too."""
        deadline = client.session.deadline
        return deadline if client.resume_at is None else min(deadline, client.resume_at)

    def wake(self, client: Client) -> None:
        if client.resume_at is not None and client.resume_at <= self.now:
            client.resume_at = None
            self.act(client, client.session.resume())
        else:
            self.act(client, client.session.tick())
