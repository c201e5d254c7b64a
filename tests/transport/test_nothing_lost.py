"""A message that was answered with 250 is in a mailbox or in a queue, whatever an administrator does meanwhile.

Real clients send all the time; each keeps the Message-IDs that were taken. In the end all of them have to be somewhere.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from organization.objects.accepted_domain import AcceptedDomain
from organization.objects.mailbox import Mailbox
from organization.objects.receive_connector import ReceiveConnector
from organization.objects.server import ExchangeServer, MailboxDatabase, Service, ServiceStatus
from organization.objects.transport_server import TransportServer
from organization.objects.user import User
from organization.values.timespan import EnhancedTimeSpan

from .lab import Client, Lab, faults, full_disk, lab

RECIPIENT = "anna@contoso.com"


class Sender(threading.Thread):
    """A client that sends one message after the other, over a new connection whenever the last one is gone."""

    def __init__(self, port: int, name: str) -> None:
        super().__init__(daemon=True)
        self.port = port
        self.label = name
        self.stopped = threading.Event()
        self.taken: set[str] = set()

    def run(self) -> None:
        count = 0
        while not self.stopped.is_set():
            try:
                with Client(self.port) as client:
                    client.hear()
                    client.say("HELO x")
                    while not self.stopped.is_set():
                        count += 1
                        if not self.send(client, f"<{count}@{self.label}>"):
                            break
            except OSError:
                time.sleep(0.01)

    def send(self, client: Client, message_id: str) -> bool:
        """Send one message; whether the connection is worth another try."""
        for command in ("MAIL FROM:<ben@contoso.com>", f"RCPT TO:<{RECIPIENT}>", "DATA"):
            if client.say(command)[:1] not in ("2", "3"):
                time.sleep(0.01)
                return False
        if client.say(f"Message-ID: {message_id}\r\n\r\nhi\r\n.").startswith("250 "):
            self.taken.add(message_id)
        return True


@contextmanager
def senders(port: int) -> Iterator[list[Sender]]:
    running = [Sender(port, name) for name in ("one", "two", "three")]
    for each in running:
        each.start()
    try:
        yield running
    finally:
        for each in running:
            each.stopped.set()
        for each in running:
            each.join(10)


def kept(it: Lab, mailboxes: list[Mailbox]) -> set[str]:
    """The Message-IDs that are in mailboxes, in queues, or that a report to the sender is about."""
    found = {message.message_id for box in mailboxes for message in it.transport.mail.messages(box.guid)}
    for hop in it.transport.queue.places.all():
        found |= {item.submission.message_id for item in hop.items.values()}
    ben = it.organization.recipient("ben@contoso.com")
    assert ben is not None
    for report in it.transport.mail.messages(ben.guid):
        for line in report.content.split(b"\r\n"):
            if line.startswith(b"In-Reply-To: "):
                found.add(line.removeprefix(b"In-Reply-To: ").decode())
    return found


def remove_the_connector(it: Lab) -> None:
    connector = it.organization.get(ReceiveConnector, "Internet")
    it.organization.remove(connector)
    time.sleep(0.05)
    it.organization.put(connector)


def restart_the_service(it: Lab) -> None:
    service = it.organization.get(Service, "MSExchangeTransport")
    it.organization.update(service, status=ServiceStatus.Stopped)
    time.sleep(0.02)
    it.organization.update(service, status=ServiceStatus.Running, started=it.organization.clock())


def rename_the_mailbox(it: Lab) -> None:
    mailbox = it.organization.recipient(RECIPIENT)
    assert isinstance(mailbox, Mailbox)
    it.organization.update(mailbox, name=f"Anna {time.monotonic()}")


def disable_the_connector(it: Lab) -> None:
    it.set(enabled=False)
    it.set(enabled=True)


def stop_the_store(it: Lab) -> None:
    store = it.organization.get(Service, "MSExchangeIS")
    it.organization.update(store, status=ServiceStatus.Stopped)
    time.sleep(0.03)
    it.organization.update(store, status=ServiceStatus.Running)


def hold_the_queues(it: Lab) -> None:
    for queue in it.transport.queues.queues():
        if not queue.identity.endswith("Poison"):
            it.transport.queues.hold_queue(queue.identity, True)
    time.sleep(0.02)
    for queue in it.transport.queues.queues():
        if not queue.identity.endswith("Poison"):
            it.transport.queues.hold_queue(queue.identity, False)


def remove_the_mailbox(it: Lab) -> None:
    mailbox = it.organization.recipient(RECIPIENT)
    assert isinstance(mailbox, Mailbox)
    it.organization.remove(mailbox)
    time.sleep(0.02)
    it.organization.put(mailbox)


def disable_the_mailbox(it: Lab) -> None:
    mailbox = it.organization.recipient(RECIPIENT)
    assert isinstance(mailbox, Mailbox)
    account = {name: value for name, value in vars(mailbox).items() if name in vars(User) or name in ("guid", "name")}
    it.organization.put(it.organization.new(User, **account))
    time.sleep(0.02)
    it.organization.put(mailbox)


def move_the_mailbox(it: Lab) -> None:
    mailbox = it.organization.recipient(RECIPIENT)
    assert isinstance(mailbox, Mailbox)
    here = it.organization.one(MailboxDatabase)
    there = it.organization.create(MailboxDatabase, name=f"DB {time.monotonic()}", server=here.server)
    it.organization.update(mailbox, database=there.identity)


def move_the_domain(it: Lab) -> None:
    domain = it.organization.one(AcceptedDomain)
    it.organization.update(domain, name=f"Domain {time.monotonic()}")


def let_time_pass(it: Lab) -> None:
    server = it.organization.one(TransportServer)
    it.organization.update(server, time_ahead=EnhancedTimeSpan(server.time_ahead.ticks + 10**12))


DEEDS = (
    remove_the_connector,
    restart_the_service,
    rename_the_mailbox,
    disable_the_connector,
    stop_the_store,
    hold_the_queues,
    remove_the_mailbox,
    disable_the_mailbox,
    move_the_mailbox,
    move_the_domain,
    let_time_pass,
)


@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: str(deed.__name__))
def test_no_message_is_lost_while(deed: Callable[[Lab], None]) -> None:
    with lab(max_inbound_connection_percentage_per_source=100, permission_groups="AnonymousUsers") as it:
        it.organization.one(ExchangeServer)
        mailbox = it.organization.recipient(RECIPIENT)
        assert isinstance(mailbox, Mailbox)
        with senders(it.port) as running:
            end = time.monotonic() + 0.6
            while time.monotonic() < end:
                time.sleep(0.03)
                deed(it)
        taken = set().union(*(each.taken for each in running))
        assert len(taken) > 20, "hardly anything was sent"
        missing = taken - kept(it, [mailbox])
        assert not missing, f"{len(missing)} of {len(taken)} messages are gone, as {sorted(missing)[:3]}"
        twice = [each.message_id for each in it.transport.mail.messages(mailbox.guid)]
        assert len(twice) == len(set(twice)), "messages came twice"


def test_no_message_is_lost_while_the_disk_of_the_logs_is_full(tmp_path: Path) -> None:
    with lab(files=tmp_path, protocol_logging_level="Verbose") as it:
        mailbox = it.organization.recipient(RECIPIENT)
        assert isinstance(mailbox, Mailbox)
        with full_disk(), senders(it.port) as running:
            time.sleep(0.6)
            it.transport.records.folders()
        taken = set().union(*(each.taken for each in running))
        assert len(taken) > 20, "hardly anything was sent"
        assert not taken - kept(it, [mailbox])
        assert any("could not be written" in fault for fault in faults(it))


def test_what_waits_when_the_transport_stops_is_named() -> None:
    with lab() as it:
        it.transport.queues.hold_queue("EX01\\Submission", True)
        with senders(it.port) as running:
            while not any(each.taken for each in running):
                time.sleep(0.01)
        it.transport.stop()
        taken = set().union(*(each.taken for each in running))
        named = it.transport.left_behind()
        assert {line.split()[1] for line in named} >= taken
        assert named[0].startswith("EX01\\Submission: <")
        assert named[0].endswith("from ben@contoso.com to anna@contoso.com")
