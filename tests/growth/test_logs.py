from organization.mail_records import TrackedEvent
from organization.objects.mailbox import Mailbox
from shell import Session
from transport.logs import tracking
from transport.policy.transaction import Recipient, Submission
from transport.queue import mailboxes
from transport.queue.administration import QueueAdministration
from transport.queue.hops import Queued, Target

from .counting import counted, run, work


def _tracking(size: int) -> Session:
    session = Session(log_folder="")
    run(session, "Get-AcceptedDomain")
    log = session.runspace.services.records.tracking
    for number in range(size):
        log.add(
            TrackedEvent(
                1.2e9 + number, "RECEIVE", "SMTP", number, f"<{number}@f>", "k@f.com", ("u@c.com",), (), 9, "x"
            )
        )
    return session


def _queue(size: int) -> Session:
    session = Session(log_folder="")
    run(session, "Get-AcceptedDomain")
    places = session.runspace.services.queues._queue.places
    recipient = Recipient("kim@nowhere.example")
    for number in range(1, size + 1):
        submission = Submission(
            f"u{number}@contoso.com", (recipient,), b"Subject: x\r\n\r\n", f"<{number}@c>", "EX01\\Default EX01",
            "127.0.0.1", "x", None, False,
        )  # fmt: skip
        places.keep(places.unreachable, Queued(number, submission, 1.2e9, (Target(recipient, recipient.address),)))
    return session


def _mailbox(size: int) -> Session:
    session = Session(log_folder="")
    anna = session.organization.get(Mailbox, "anna")
    for number in range(size):
        content = f"Subject: message {number}\r\n\r\nHello\r\n".encode()
        packed = mailboxes.pack(number, f"<{number}@f>", "k@f.com", ("anna@contoso.com",), 1.2e9, content)
        session.runspace.services.mail.deliver((anna.guid,), packed, len(content))
    return session


def test_no_more_events_are_read_than_are_wanted():
    with _tracking(100) as session, counted(tracking, "_unpacked") as read:
        result = run(session, "Get-MessageTrackingLog -ResultSize 5")
        assert len(result.objects) == 5
        assert len(result.warnings) == 1
        assert read.count == 6


def test_all_events_and_those_that_pass():
    with _tracking(20) as session:
        assert len(run(session, "Get-MessageTrackingLog -ResultSize 20").warnings) == 0
        assert len(run(session, "Get-MessageTrackingLog -ResultSize Unlimited").objects) == 20
        (one,) = run(session, "Get-MessageTrackingLog -MessageId '<7@f>' | ForEach-Object InternalMessageId").objects
        assert one == "7"


def test_no_more_queued_messages_are_described_than_are_wanted():
    with _queue(100) as session, counted(QueueAdministration, "_message") as described:
        assert len(run(session, "Get-Message -ResultSize 5").objects) == 5
        assert described.count == 6
        found = run(session, "Get-Message -ResultSize 1 -Filter {FromAddress -eq 'u9@contoso.com'}").objects
        assert len(found) == 1


def test_a_message_that_is_named_is_the_only_one_that_is_described():
    with _queue(100) as session, counted(QueueAdministration, "_message") as described:
        (found,) = run(session, "Get-Message EX01\\Unreachable\\42 | ForEach-Object Identity").objects
        assert str(found) == "EX01\\Unreachable\\42"
        assert described.count == 1
        missing = session.run("Get-Message EX01\\Unreachable\\042")
        assert "doesn't exist" in str(missing.errors[0])


def _suspending(size: int) -> int:
    with _queue(size) as session, counted(QueueAdministration, "_message") as described:
        run(session, "Get-Message -ResultSize Unlimited | Suspend-Message -Confirm:$false")
        states = run(session, "Get-Message -ResultSize Unlimited | ForEach-Object Status").objects
        assert {str(each) for each in states} == {"Suspended"}
        return described.count


def test_each_message_of_a_pipeline_is_looked_for_once():
    assert work(_suspending) < 6


def test_sorted_messages_are_all_looked_at():
    with _queue(12) as session:
        run(session, "Suspend-Message EX01\\Unreachable\\5 -Confirm:$false")
        script = "Get-Message -ResultSize 2 -SortOrder -FromAddress | ForEach-Object FromAddress"
        assert run(session, script).objects == ["u9@contoso.com", "u8@contoso.com"]


def test_the_newest_are_looked_for_from_the_end():
    with _mailbox(60) as session, counted(mailboxes, "unpack") as read:
        found = run(session, "Get-LabMessage anna -Newest 3 | ForEach-Object Subject").objects
        assert found == ["message 57", "message 58", "message 59"]
        assert read.count <= 8
        found = run(session, "Get-LabMessage anna -Newest 2 -Subject 'message 1*' | ForEach-Object Subject").objects
        assert found == ["message 18", "message 19"]


def test_statistics_read_no_message():
    with _mailbox(60) as session, counted(mailboxes, "unpack") as read:
        (size,) = run(
            session, "Get-MailboxStatistics anna | ForEach-Object { $_.TotalItemSize.Value.ToBytes() }"
        ).objects
        assert read.count == 0
        assert size == sum(len(f"Subject: message {number}\r\n\r\nHello\r\n") for number in range(60))
