"""From 250 to the mailbox: what is stamped, what stays as it came, and who gets it."""

from __future__ import annotations

import email
import email.policy
import email.utils
import re
from email.message import EmailMessage

import pytest

from organization.objects.antispam import RecipientFilterConfig
from organization.objects.contacts import MailContact
from organization.objects.distribution_group import DistributionGroup
from organization.objects.mailbox import Mailbox
from organization.objects.server import Service, ServiceStatus
from organization.objects.transport_config import TransportConfigContainer
from organization.objects.transport_server import TransportServer
from organization.ports import Message
from organization.store import Organization
from transport.policy.transaction import Recipient, Submission
from transport.service import Transport

from .stage import Case, Stage

KIM = "kim@fabrikam.com"


@pytest.fixture
def stage() -> Stage:
    return Stage(Case("", 0, "delivery", (), ()))


def send(stage: Stage, content: bytes, *recipients: str, sender: str = KIM) -> None:
    client = str(len(stage.clients) + 1)
    stage.connect(client, "192.0.2.7")
    doubled = content.replace(b"\r\n.", b"\r\n..")
    doubled = b"." + doubled if doubled.startswith(b".") else doubled
    commands = [
        "HELO mail.fabrikam.com",
        f"MAIL FROM:<{sender}>",
        *(f"RCPT TO:<{item}>" for item in recipients),
        "DATA",
    ]
    stage.act(
        stage.clients[client], stage.clients[client].session.receive("".join(f"{c}\r\n" for c in commands).encode())
    )
    tail = b".\r\n" if not content or content.endswith(b"\r\n") else b"\r\n.\r\n"
    stage.act(stage.clients[client], stage.clients[client].session.receive(doubled + tail))
    assert stage.clients[client].said[-1].startswith("250 2.6.0 "), stage.clients[client].said
    stage.clients[client].said.clear()


def mailbox(stage: Stage, alias: str) -> Mailbox:
    found = stage.organization.recipient(f"{alias}@contoso.com")
    assert isinstance(found, Mailbox)
    return found


def received(stage: Stage, alias: str) -> list[Message]:
    return list(stage.transport.mail.messages(mailbox(stage, alias).guid))


def parsed(message: Message) -> EmailMessage:
    found = email.message_from_bytes(message.content, policy=email.policy.SMTP)
    assert isinstance(found, EmailMessage)
    return found


CORPUS = {
    "dots": b"Subject: dots\r\n\r\n.\r\n..\r\n.a\r\n...\r\n",
    "8 bit": b"Subject: 8 bit\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nf\xc3\xbcr \xff\x80\r\n",
    "long lines": b"Subject: long\r\n\r\n" + b"x" * 5000 + b"\r\n" + b"y" * 20000 + b"\r\n",
    "no final line end": b"Subject: open\r\n\r\nthe end",
    "bare LF and CR": b"Subject: bare\r\n\r\none\ntwo\rthree\r\n",
    "NUL": b"Subject: nul\r\n\r\na\0b\r\n",
    "only a header": b"Subject: header\r\n",
    "folded header": b"Subject: a\r\n b\r\n\tc\r\nX-Empty:\r\n\r\nbody\r\n",
    "25 hops": b"".join(b"Received: from a%d by b; Tue, 12 Feb 2008 10:11:40 -0500\r\n" % i for i in range(25))
    + b"\r\nx\r\n",
    "100 KB": b"Subject: large\r\n\r\n" + (b"z" * 76 + b"\r\n") * 1300,
    "multipart": b'Subject: parts\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n'
    b"--b\r\nContent-Type: text/plain\r\n\r\n.\r\n--b\r\nContent-Type: text/plain\r\n\r\ntwo\r\n--b--\r\n",
}


@pytest.mark.parametrize("content", CORPUS.values(), ids=CORPUS)
def test_a_message_comes_out_as_it_went_in_below_the_stamp(stage: Stage, content: bytes) -> None:
    send(stage, content, "anna@contoso.com")
    (message,) = received(stage, "anna")
    assert message.content.startswith(b"Received: ")
    expected = content if content.endswith(b"\r\n") else content + b"\r\n"
    assert message.content.endswith(expected)


def test_the_received_field_names_both_ends(stage: Stage) -> None:
    send(stage, b"Subject: x\r\n\r\n", "anna@contoso.com")
    field = parsed(received(stage, "anna")[0])["Received"]
    hop, _, date = " ".join(field.split()).partition("; ")
    assert hop == (
        "from mail.fabrikam.com (192.0.2.7) by EX01.contoso.com (192.168.1.10) with Microsoft SMTP Server id 8.1.240.5"
    )
    assert email.utils.parsedate(date) is not None


def test_mail_through_the_front_end_has_made_two_hops() -> None:
    settings = (
        ("Version", "2016"),
        ("TransportRole", "FrontendTransport"),
        ("Connector Default", "Bindings=0.0.0.0:2525, PermissionGroups=ExchangeServers"),
    )
    stage = Stage(Case("", 0, "", settings, ()))
    send(stage, b"Subject: x\r\n\r\n", "anna@contoso.com")
    message = parsed(received(stage, "anna")[0])
    hub, front = (" ".join(field.split()) for field in message.get_all("Received"))
    assert hub.startswith("from EX01.contoso.com (192.168.1.10) by EX01.contoso.com (192.168.1.10) with Microsoft SMTP")
    assert front.startswith("from mail.fabrikam.com (192.0.2.7) by EX01.contoso.com (192.168.1.10) with Microsoft SMTP")
    assert "id 15.1.2507.6 via Frontend Transport; " in front
    assert message["X-MS-Exchange-Organization-Network-Message-Id"]


def test_fields_that_are_missing_are_added(stage: Stage) -> None:
    send(stage, b"Subject: bare\r\n\r\nbody\r\n", "anna@contoso.com")
    message = parsed(received(stage, "anna")[0])
    assert message["From"] == "kim@fabrikam.com"
    assert message["Date"]
    assert message["Message-ID"].endswith("@EX01.contoso.com>")
    assert message["To"] == "Undisclosed recipients:;"
    assert message["Return-Path"] == "<kim@fabrikam.com>"
    assert message["X-MS-Exchange-Organization-AuthSource"] == "EX01.contoso.com"
    assert message["X-MS-Exchange-Organization-AuthAs"] == "Anonymous"


def test_fields_that_are_there_are_not_doubled(stage: Stage) -> None:
    head = b"from: a@b.c\r\nTO: d@e.f\r\ndate: Tue, 12 Feb 2008 10:11:40 -0500\r\nmessage-id: <1@2>\r\n\r\n"
    send(stage, head, "anna@contoso.com")
    message = parsed(received(stage, "anna")[0])
    for name in ("From", "To", "Date", "Message-ID"):
        assert len(message.get_all(name)) == 1, name


def test_text_without_a_header_becomes_the_body(stage: Stage) -> None:
    send(stage, b"This is a test message.\r\nIt has two lines.\r\n", "anna@contoso.com")
    message = parsed(received(stage, "anna")[0])
    assert message.get_content() == "This is a test message.\r\nIt has two lines.\r\n"
    assert message["Subject"] is None


def test_a_stranger_cannot_set_the_organizations_fields(stage: Stage) -> None:
    forged = (
        b"X-MS-Exchange-Organization-AuthAs: Internal\r\n (folded)\r\nSubject: forged\r\n"
        b"x-ms-exchange-forest-something: 1\r\nX-Mine: stays\r\n\r\nX-MS-Exchange-Organization-SCL: in the body\r\n"
    )
    send(stage, forged, "anna@contoso.com")
    message = parsed(received(stage, "anna")[0])
    assert message.get_all("X-MS-Exchange-Organization-AuthAs") == ["Anonymous"]
    assert message["X-MS-Exchange-Forest-Something"] is None
    assert (message["Subject"], message["X-Mine"]) == ("forged", "stays")
    assert "in the body" in message.get_content()


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        (b"Subject: plain", "plain"),
        (b"Subject: =?utf-8?B?R3LDvMOfZQ==?=", "Grüße"),
        (b"Subject: =?iso-8859-1?Q?caf=E9?=\r\n =?iso-8859-1?Q?_noir?=", "café noir"),
        (b"Subject: =?no-such-set?B?eA==?=", "=?no-such-set?B?eA==?="),
        (b"Subject: two\r\n lines", "two lines"),
        (b"X-None: 1", ""),
    ],
)
def test_subjects_are_decoded(stage: Stage, raw: bytes, shown: str) -> None:
    send(stage, raw + b"\r\n\r\n", "anna@contoso.com")
    assert received(stage, "anna")[0].subject == shown


def test_a_mailbox_gets_one_copy_however_often_it_is_named(stage: Stage) -> None:
    send(stage, b"\r\nx\r\n", "sales@contoso.com", "anna@contoso.com", "Anna.Berg@contoso.com", "ANNA@CONTOSO.COM")
    assert len(received(stage, "anna")) == 1
    assert received(stage, "anna")[0].recipients[0] == "sales@contoso.com"


def test_groups_in_groups_even_in_circles(stage: Stage) -> None:
    organization = stage.organization
    sales = organization.get(DistributionGroup, "Sales")
    everybody = organization.create(
        DistributionGroup, name="All", alias="all", email_addresses=("SMTP:all@contoso.com",), members=[sales.identity]
    )
    organization.update(sales, members=(*sales.members, everybody.identity))
    send(stage, b"\r\nx\r\n", "all@contoso.com")
    assert (len(received(stage, "anna")), len(received(stage, "ben"))) == (1, 1)


def test_a_mailbox_that_forwards(stage: Stage) -> None:
    anna, ben = mailbox(stage, "anna"), mailbox(stage, "ben")
    stage.organization.update(anna, forwarding_address=ben.identity)
    send(stage, b"\r\nx\r\n", "anna@contoso.com")
    assert (len(received(stage, "anna")), len(received(stage, "ben"))) == (0, 1)
    stage.organization.update(anna, deliver_to_mailbox_and_forward=True)
    send(stage, b"\r\nx\r\n", "anna@contoso.com")
    assert (len(received(stage, "anna")), len(received(stage, "ben"))) == (1, 2)


def test_a_renamed_mailbox_keeps_its_mail(stage: Stage) -> None:
    send(stage, b"\r\nx\r\n", "anna@contoso.com")
    stage.organization.update(mailbox(stage, "anna"), name="Somebody Else")
    send(stage, b"\r\nx\r\n", "anna@contoso.com")
    assert len(received(stage, "anna")) == 2


# ---- reports


def report_to_ben(stage: Stage, *recipients: str) -> EmailMessage:
    send(stage, b"Subject: where are you\r\n\r\nbody\r\n", *recipients, sender="ben@contoso.com")
    (message,) = received(stage, "ben")
    return parsed(message)


def test_a_report_about_somebody_unknown(stage: Stage) -> None:
    report = report_to_ben(stage, "nobody@contoso.com", "anna@contoso.com")
    assert report["Subject"] == "Undeliverable: where are you"
    assert report["Return-Path"] == "<>"
    assert report["From"] == "Microsoft Exchange <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@contoso.com>"
    assert report.get_content_type() == "multipart/report"
    human, machine, original = report.iter_parts()
    text = human.get_body(("plain",)).get_content()  # type: ignore[attr-defined, union-attr]
    assert "Diagnostic information for administrators:" in text
    assert "#550 5.1.1 RESOLVER.ADR.RecipNotFound; not found ##" in text
    fields = machine.as_string()
    assert "Final-Recipient: rfc822;nobody@contoso.com" in fields
    assert "Action: failed" in fields
    assert "Status: 5.1.1" in fields
    assert "anna@contoso.com" not in fields
    assert "where are you" in original.as_string()
    assert len(received(stage, "anna")) == 1


def failure_of(stage: Stage, recipient: str) -> str:
    """What the report to the sender quotes."""
    report_to_ben(stage, recipient)
    found = re.search(rb"Diagnostic-Code: smtp;(.*)\r\n", received(stage, "ben")[0].content)
    assert found is not None
    return found[1].decode()


def test_a_message_that_a_recipient_finds_too_large(stage: Stage) -> None:
    stage.organization.update(mailbox(stage, "anna"), max_receive_size="10B")
    assert failure_of(stage, "anna@contoso.com").startswith("550 5.2.3 RESOLVER.RST.RecipSizeLimit;")


def test_the_organizations_limits(stage: Stage) -> None:
    config = stage.organization.one(TransportConfigContainer)
    stage.organization.update(config, max_receive_size="10B")
    assert failure_of(stage, "anna@contoso.com").startswith("550 5.2.3 RESOLVER.RST.SendSizeLimit.Org;")


def test_too_many_recipients_for_the_organization(stage: Stage) -> None:
    config = stage.organization.one(TransportConfigContainer)
    stage.organization.update(config, max_recipient_envelope_limit=1)
    send(stage, b"\r\nx\r\n", "anna@contoso.com", "chloe@contoso.com", sender="ben@contoso.com")
    assert received(stage, "anna") == []
    assert b"550 5.5.3 RESOLVER.ADR.RecipLimit; too many recipients" in received(stage, "ben")[0].content


def test_limits_of_the_connector_and_the_organization_are_about_the_message_as_it_came(stage: Stage) -> None:
    message = b"Subject: x\r\n\r\n" + b"x" * 100 + b"\r\n"
    stage.organization.update(stage.organization.one(TransportConfigContainer), max_receive_size=f"{len(message)}B")
    send(stage, message, "anna@contoso.com")
    assert len(received(stage, "anna")) == 1


def test_a_recipient_who_wants_authenticated_senders_only(stage: Stage) -> None:
    stage.organization.update(mailbox(stage, "anna"), require_sender_authentication_enabled=True)
    assert failure_of(stage, "anna@contoso.com").startswith("550 5.7.1 RESOLVER.RST.AuthRequired;")


def test_a_recipient_who_accepts_or_rejects_senders(stage: Stage) -> None:
    anna, ben = mailbox(stage, "anna"), mailbox(stage, "ben")
    stage.organization.update(anna, reject_messages_from=(ben.identity,))
    assert failure_of(stage, "anna@contoso.com").startswith("550 5.7.1 RESOLVER.RST.NotAuthorized;")
    stage.organization.update(anna, reject_messages_from=(), accept_messages_only_from=(ben.identity,))
    send(stage, b"\r\nx\r\n", "anna@contoso.com", sender="ben@contoso.com")
    assert len(received(stage, "anna")) == 1
    send(stage, b"\r\nx\r\n", "anna@contoso.com")
    assert len(received(stage, "anna")) == 1


def test_members_of_a_group_may_be_the_ones_who_are_accepted(stage: Stage) -> None:
    sales = stage.organization.get(DistributionGroup, "Sales")
    stage.organization.update(mailbox(stage, "chloe"), accept_messages_only_from_dl_members=(sales.identity,))
    send(stage, b"\r\nx\r\n", "chloe@contoso.com", sender="ben@contoso.com")
    send(stage, b"\r\nx\r\n", "chloe@contoso.com", sender="david@contoso.com")
    assert [message.sender for message in received(stage, "chloe")] == ["ben@contoso.com"]


def test_a_full_mailbox(stage: Stage) -> None:
    stage.organization.update(
        mailbox(stage, "anna"), use_database_quota_defaults=False, prohibit_send_receive_quota="1KB"
    )
    send(stage, b"\r\n" + b"x" * 400 + b"\r\n", "anna@contoso.com")
    assert len(received(stage, "anna")) == 1
    assert failure_of(stage, "anna@contoso.com").startswith("550 5.2.2 STOREDRV.Deliver;")


def test_mail_for_outside_waits_in_the_queue(stage: Stage) -> None:
    contact = stage.organization.get(MailContact, "Kim Abercrombie")
    stage.organization.update(contact, email_addresses=("SMTP:kim.contact@contoso.com",))
    send(stage, b"\r\nx\r\n", "kim.contact@contoso.com")
    (item,) = stage.transport.queue.places.unreachable.items.values()
    assert [recipient.address for recipient in item.remaining] == ["kim@fabrikam.com"]
    assert item.last_error == "A matching connector cannot be found to route the external recipient"


# ---- nothing is lost


def test_mail_waits_while_the_store_is_stopped(stage: Stage) -> None:
    store = stage.organization.get(Service, "MSExchangeIS")
    stage.organization.update(store, status=ServiceStatus.Stopped)
    send(stage, b"\r\nx\r\n", "anna@contoso.com")
    assert received(stage, "anna") == []
    assert len(stage.transport.queue.places) == 1
    stage.organization.update(store, status=ServiceStatus.Running)
    assert len(received(stage, "anna")) == 1
    assert len(stage.transport.queue.places) == 0


class BrokenDirectory(Organization):
    """An organization whose directory fails once a recipient is resolved."""

    broken = False

    def recipient(self, address: str):  # type: ignore[no-untyped-def]
        if self.broken:
            raise RuntimeError("the directory is away")
        return super().recipient(address)


class Faulty:
    """A transport whose directory can break."""

    def __init__(self) -> None:
        self.organization = BrokenDirectory()
        self.organization.create(Mailbox, name="anna", alias="anna", email_addresses=("SMTP:anna@contoso.com",))
        self.organization.create(RecipientFilterConfig, name="RecipientFilterConfig")
        self.organization.create(TransportServer, name="EX01")
        self.transport = Transport(self.organization, listen=False)
        self.queue = self.transport.queue

    def submit(self) -> None:
        self.queue.submit(Submission(KIM, (Recipient("anna@contoso.com"),), b"x", "<1@2>", "", "", "", None, False))

    def delivered(self) -> int:
        found = self.organization.recipient("anna@contoso.com")
        assert found is not None
        return len(self.transport.mail.messages(found.guid))


def test_a_fault_while_delivering_keeps_the_message() -> None:
    it = Faulty()
    it.organization.broken = True
    it.submit()
    assert [item.last_error for item in it.queue.places.submission.items.values()] == [
        "RuntimeError: the directory is away"
    ]
    assert [entry.event_id for entry in it.transport.events.entries()] == [10003]
    it.organization.broken = False
    it.queue.retry()
    assert len(it.queue.places) == 0
    assert it.delivered() == 1


def test_a_message_that_fails_again_is_poison_until_somebody_resumes_it() -> None:
    it = Faulty()
    it.organization.broken = True
    it.submit()
    it.queue.retry()
    (message,) = it.transport.queues.messages()
    assert (message.queue, message.status, message.retry_count) == ("EX01\\Poison", "Suspended", 2)
    it.queue.retry()
    it.transport.queues.hold_message(message.identity, False)
    assert [each.queue for each in it.transport.queues.messages()] == ["EX01\\Poison"]
    it.organization.broken = False
    it.queue.retry()
    assert it.delivered() == 0
    it.transport.queues.hold_message(message.identity, False)
    assert len(it.queue.places) == 0
    assert it.delivered() == 1


def test_poison_may_be_off() -> None:
    it = Faulty()
    it.organization.update(it.organization.one(TransportServer), poison_message_detection_enabled=False)
    it.organization.broken = True
    it.submit()
    it.queue.retry()
    assert [each.queue for each in it.transport.queues.messages()] == ["EX01\\Submission"]


def test_a_message_at_which_the_service_failed_is_tried_again_by_itself() -> None:
    it = Faulty()
    it.transport.start()
    it.organization.broken = True
    it.submit()
    it.organization.broken = False
    server = it.organization.one(TransportServer)
    it.organization.update(server, time_ahead="00:04:59")
    assert it.delivered() == 0
    it.organization.update(server, time_ahead="00:05:01")
    assert it.delivered() == 1
