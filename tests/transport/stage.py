"""The stage that transcripts play on: an organization, a transport in memory, a clock, clients, and the steps."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from ipaddress import ip_address

from organization.labs import start
from organization.objects.receive_connector import ReceiveConnector
from organization.objects.server import STORE_SERVICE, Service, ServiceStatus
from organization.objects.transport_server import TransportServer
from organization.ports import Message
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
        server_context = self.transport.server_context
        server_context.abilities = server_context.abilities._replace(
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
        for pattern, act in STEPS:
            found = pattern.fullmatch(text)
            if found is not None:
                return act(self, *found.groups())
        raise AssertionError("there is no such step")

    # ---- the wire

    def hear(self, number: str, line: str) -> None:
        self.expect(self.client(number or "1"), line)

    def say(self, number: str, kind: str, line: str) -> None:
        self.send(self.client(number or "1"), octets(line) + (b"\r\n" if kind == ":" else b""))

    def spam(self, times: str, sender: str, recipient: str, text: str) -> None:
        for _ in range(int(times)):
            self.begin_message("1", sender, recipient)
            self.send(self.client("1"), f"\r\n{text}\r\n.\r\n".encode())
            self.expect(self.client("1"), "250 2.6.0 ...")

    def shake_hands(self, untrusted: str | None, name: str) -> None:
        self.secure(self.client("1"), name, trusted=untrusted is None)

    # ---- what has come of it

    def count_messages(self, alias: str, count: str, folder: str | None) -> None:
        messages = self.messages(alias)
        found = sum(message.folder == (folder or message.folder) for message in messages)
        assert found == int(count), f"there are {found}"

    def count_waiting(self, count: str, address: str) -> None:
        queued = [item for hop in self.transport.queue.places.all() for item in hop.items.values()]
        found = sum(address in [each.address for each in item.remaining] for item in queued)
        assert found == int(count), f"there are {found}"

    def messages(self, alias: str) -> Sequence[Message]:
        mailbox = self.organization.recipient(f"{alias}@contoso.com")
        assert mailbox is not None
        return self.transport.mail.messages(mailbox.guid)

    def look(self, alias: str, verb: str, wanted: str) -> None:
        message = self.messages(alias)[-1].content.decode("utf-8")
        found = any(pattern(wanted).fullmatch(line) for line in message.split("\r\n"))
        assert found is (verb == "got"), f"the message is\n{message[:4000]}"

    # ---- changes

    def change(self, name: str, value: str, connector: str | None) -> None:
        change(self.organization, connector or "Internet", {name: value})

    def give(self, verb: str, value: str) -> None:
        grant(self.organization, value, deny=verb == "deny")

    def set_recipient(self, alias: str, name: str, value: str) -> None:
        set_recipient(self.organization, alias, name, value)

    def remove(self, name: str) -> None:
        self.organization.remove(self.organization.get(ReceiveConnector, name))

    def store(self, verb: str) -> None:
        status = ServiceStatus.Running if verb == "start" else ServiceStatus.Stopped
        self.organization.update(self.organization.get(Service, STORE_SERVICE), status=status)

    def pass_time(self, span: str) -> None:
        ahead = self.organization.one(TransportServer).time_ahead.ticks + EnhancedTimeSpan.parse(span).ticks
        self.set_server(time_ahead=EnhancedTimeSpan(ahead))

    def directory(self, verb: str) -> None:
        self.set_server(directory_answers=verb == "answers")

    def pressure(self, level: str) -> None:
        self.set_server(resource_pressure=level)

    def set_server(self, **values: object) -> None:
        self.organization.update(self.organization.one(TransportServer), **values)

    # ---- connections

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
            self.transport.server_context.disconnect(client.session)
            client.closed = True

    def secure(self, client: Client, name: str = "", trusted: bool = False) -> None:
        own = CertificateFacts("CN=EX01", "CN=EX01", "01", "AB" * 20, ("EX01.contoso.com", "EX01"))
        shown = CertificateFacts(f"CN={name}", "CN=Root", "02", "CD" * 20, (name,)) if name else None
        facts = TlsFacts("TLSv1.2", "ECDHE-RSA-AES256-GCM-SHA384", own, shown, trusted)
        self.act(client, client.session.secured(facts))

    def client(self, number: str) -> Client:
        if number not in self.clients:
            self.connect(number)
        return self.clients[number]

    def connect(self, number: str, source: str | None = None, to: str | None = None) -> None:
        address, port = source or "127.0.0.1", int(to or 25)
        peer = Peer("192.168.1.10", port, address, 50000 + int(number))
        binding = IPBinding(ip_address("::" if ":" in address else "0.0.0.0"), port)
        client = Client(self.transport.server_context.connect(binding, peer, ip_address(address)))
        self.clients[number] = client
        self.act(client, client.session.open())

    def send(self, client: Client, data: bytes) -> None:
        assert not client.said, f"before that, the server said {client.said}"
        for piece in self.cut(data):
            if not client.closed:
                self.act(client, client.session.receive(piece))

    def cut(self, data: bytes) -> Iterable[bytes]:
        """The pieces in which octets arrive."""
        return (data,)

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
            self.transport.server_context.disconnect(client.session)

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

    def begin_message(self, number: str, sender: str, recipients: str) -> None:
        client = self.client(number or "1")
        if client.said:
            self.expect(client, "220 ...")
        if not client.session.hello:
            self.send(client, b"HELO mail.fabrikam.com\r\n")
            self.expect(client, "250 ...")
        commands = [
            f"MAIL FROM:<{sender.strip('<>')}>",
            *(f"RCPT TO:<{each}>" for each in recipients.split(", ")),
            "DATA",
        ]
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

    def expect_tracked(self, row: str, status: str) -> None:
        rows = [
            (f"{event.event_id} {event.source} {recipient}", "".join(event.statuses[place : place + 1]))
            for event in self.transport.records.tracked()
            for place, recipient in enumerate(event.recipients)
        ]
        assert any(shown == row and pattern(status).fullmatch(text) for shown, text in rows), (
            f"the tracking log has {rows}"
        )

    def wait(self, seconds: str) -> None:
        """Let time pass, stopping at each moment at which something is due."""
        end = self.now + float(seconds)
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


STEPS: Sequence[tuple[re.Pattern[str], Callable[..., None]]] = [
    (re.compile(words, re.S), act)
    for words, act in (
        (r"S(\d*): ?(.*)", Stage.hear),
        (r"C(\d*)([:|]) ?(.*)", Stage.say),
        (r"L: *(.*)", Stage.expect_row),
        (r"A: *(.*)", Stage.expect_action),
        (r"mail ?(\d*) from (\S*) to (.*)", Stage.begin_message),
        (r"spam (\d+) times from (\S+) to (\S+): (.*)", Stage.spam),
        (r"tracked (\S+ \S+ \S+) ?(.*)", Stage.expect_tracked),
        (r"after (\d+(?:\.\d+)?) s", Stage.wait),
        (r"connect (\d+)(?: from (\S+))?(?: to (\d+))?", Stage.connect),
        (r"(\w+) has (\d+) messages?(?: in (.*))?", Stage.count_messages),
        (r"(\w+) (got|did not get) (.*)", Stage.look),
        (r"(\d+) messages? waits? for (\S+)", Stage.count_waiting),
        (r"tls with (untrusted )?(\S+)", Stage.shake_hands),
        (r"(closed|tls|hang up|half-close) ?(\d*)", Stage.event),
        (r"set (\w+) (.*?)(?: on (\w+))?", Stage.change),
        (r"(grant|deny) (.*)", Stage.give),
        (r"recipient (\w+)\.(\w+): (.*)", Stage.set_recipient),
        (r"remove (\w+)", Stage.remove),
        (r"store (stop|start)s", Stage.store),
        (r"([\d.:]+) pass", Stage.pass_time),
        (r"directory (falls silent|answers)", Stage.directory),
        (r"pressure (\w+)", Stage.pressure),
    )
]
"""What a step looks like, and what it does with the groups of its pattern."""
