"""The mail store: what is put in comes out, from memory or from the file, for any number of mailboxes."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import uuid4

from hypothesis import given
from hypothesis import strategies as st

from organization.ports import Message
from transport.queue.mailboxes import Mailboxes, pack
from transport.queue.spool import Spool

from .lab import full_disk

ANNA, BEN = uuid4(), uuid4()


def message(number: int, text: str = "") -> Message:
    content = f"Subject: number {number}\r\n\r\n{text}\r\n".encode()
    moment = datetime(2008, 2, 12, 15, 10, 58, tzinfo=UTC)
    return Message(number, f"<{number}@x>", "kim@fabrikam.com", ("anna@contoso.com",), moment, content)


def put(store: Mailboxes, each: Message) -> None:
    """Put a message into Anna's mailbox."""
    packed = pack(each.id, each.message_id, each.sender, each.recipients, each.received.timestamp(), each.content)
    store.deliver([ANNA], packed, each.size)


@given(st.lists(st.binary(max_size=60), max_size=40), st.integers(0, 200), st.integers(0, 100))
def test_a_spool_gives_back_every_piece(pieces: list[bytes], in_memory: int, block: int) -> None:
    spool = Spool(in_memory, block)
    numbers = [spool.add(piece) for piece in pieces]
    assert numbers == list(range(len(pieces)))
    assert [spool.get(number) for number in numbers] == pieces


def test_a_spool_loses_nothing_while_the_disk_is_full() -> None:
    spool, pieces = Spool(in_memory=1000, block=400), [bytes([number]) * 150 for number in range(60)]
    numbers = [spool.add(piece) for piece in pieces[:20]]
    with full_disk():
        numbers += [spool.add(piece) for piece in pieces[20:40]]
        assert [spool.get(number) for number in numbers] == pieces[:40]
    numbers += [spool.add(piece) for piece in pieces[40:]]
    assert [spool.get(number) for number in numbers] == pieces


def test_messages_come_out_as_they_were_put_in() -> None:
    store = Mailboxes()
    sent = [message(number) for number in range(5)]
    for each in sent:
        put(store, each)
    assert list(store.messages(ANNA)) == sent
    assert store.messages(ANNA)[-1] == sent[-1]
    assert list(store.messages(ANNA)[1:3]) == sent[1:3]
    assert (len(store.messages(ANNA)), store.size(ANNA)) == (5, sum(each.size for each in sent))
    assert list(store.messages(BEN)) == []


def test_messages_beyond_what_memory_holds() -> None:
    store = Mailboxes()
    store._spool = Spool(in_memory=1000, block=400)
    sent = [message(number, "x" * 300) for number in range(50)]
    for each in sent:
        put(store, each)
    assert list(store.messages(ANNA)) == sent


def test_a_sequence_that_was_handed_out_stays_as_it_was() -> None:
    store = Mailboxes()
    put(store, message(1))
    before = store.messages(ANNA)
    put(store, message(2))
    assert len(before) == 1
    assert store.clear(ANNA) == 2
    assert (len(store.messages(ANNA)), before[0].id) == (0, 1)
    assert store.clear(ANNA) == 0
