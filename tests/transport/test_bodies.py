"""Bodies on their way in: where they lie, that they are counted, and that nothing is left of them."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from organization.values.enums import ResourcePressure
from transport.policy import bodies, framing
from transport.policy.bodies import IN_MEMORY, Bodies, Marks, Pile
from transport.policy.framing import DataBody, Input
from transport.server.body_file import BLOCK, BodyFile

from .lab import Client, Lab, faults, lab
from .test_framing import cuts, pieces, reference, streams

MEGABYTE = 1 << 20


def stored(file: BodyFile | None = None) -> Bodies:
    return Bodies((file or BodyFile(least_free=0)).open)


# ---- the file


def test_blocks_are_used_again_and_the_file_shrinks() -> None:
    file = BodyFile(least_free=0)
    first, second = file.open(), file.open()
    first.add(b"a" * (BLOCK * 3 + 5))
    second.add(b"b" * BLOCK)
    first.add(b"c" * 10)
    assert first.read() == b"a" * (BLOCK * 3 + 5) + b"c" * 10
    assert first.read(BLOCK * 3, 8) == b"aaaaaccc"
    assert (file.blocks, file.used) == (5, 5)
    first.close()
    first.close()
    third = file.open()
    third.add(b"d" * BLOCK * 4)
    assert file.blocks == 5
    assert second.read() == b"b" * BLOCK
    assert third.read() == b"d" * BLOCK * 4
    second.close()
    third.close()
    assert (file.blocks, file.used) == (0, 0)


def test_a_large_file_shrinks_while_something_at_its_beginning_stays() -> None:
    file = BodyFile(least_free=0)
    small, large = file.open(), file.open()
    small.add(b"x")
    large.add(bytes(BLOCK * 700))
    large.close()
    assert file.blocks <= 701 - 256
    assert small.read() == b"x"


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(1, 3 * BLOCK) | st.none()), max_size=30))
def test_each_place_holds_what_was_put_there(steps: list[tuple[int, int | None]]) -> None:
    file = BodyFile(least_free=0)
    places = {number: file.open() for number in range(4)}
    expected = dict.fromkeys(places, b"")
    for turn, (number, size) in enumerate(steps):
        if size is None:
            places[number].close()
            places[number], expected[number] = file.open(), b""
        else:
            octets = bytes([turn + 1]) * size
            places[number].add(octets)
            expected[number] += octets
    assert {number: place.read() for number, place in places.items()} == expected
    file.close()


def test_a_file_that_is_closed_takes_nothing_and_has_no_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    file = BodyFile(least_free=0)
    place = file.open()
    place.add(b"x" * BLOCK)
    file.close()
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(OSError, match="descriptor"):
        place.add(b"x")
    with pytest.raises(OSError, match="descriptor"):
        file.open()
    place.close()


def test_where_the_disk_has_no_room_large_bodies_stay_in_memory() -> None:
    pile = Pile(stored(BodyFile(least_free=1 << 60)))
    pile.add(b"x" * IN_MEMORY)
    pile.add(b"y")
    assert pile.read(IN_MEMORY - 1) == b"xy"
    assert not pile.starved


# ---- what is counted


def test_a_pile_is_counted_where_it_lies_and_no_more_when_it_is_gone() -> None:
    all_ = stored()
    pile = Pile(all_)
    pile.add(b"x" * 1000)
    assert (all_.in_memory, all_.stored) == (1000, 0)
    pile.add(b"x" * IN_MEMORY)
    assert (all_.in_memory, all_.stored) == (0, IN_MEMORY + 1000)
    pile.close()
    pile.close()
    assert (all_.in_memory, all_.stored) == (0, 0)
    other = Pile(all_)
    other.add(b"x")
    del other
    assert all_.in_memory == 0


def test_pressure_rises_at_the_marks_and_falls_later() -> None:
    all_ = Bodies()
    all_.memory = Marks(normal=10, medium=20, high=30)
    levels = []
    for change in (19, 1, 9, 1, -1, -9, -1, -9, -1, 20):
        all_.count(change)
        levels.append(all_.level.name)
    assert levels == ["Normal", "Medium", "Medium", "High", "High", "High", "Medium", "Medium", "Normal", "Medium"]


def test_what_would_grow_at_high_pressure_is_dropped() -> None:
    all_ = Bodies()
    all_.memory = Marks(normal=10, medium=20, high=30)
    first, second = Pile(all_), Pile(all_)
    first.add(b"x" * 25)
    second.add(b"x" * 10)
    assert all_.is_full
    first.add(b"x")
    assert first.starved
    assert first.read() == b""
    assert all_.in_memory == 10
    assert not second.starved


# ---- framing


@given(streams, cuts, st.integers(0, 60) | st.none(), st.integers(4, 40))
@example(b"\r\n..\r\n" * 20 + b".\r\n", [1], 100, 10)
@example(b"..\r\n" * 20 + b".\r\n", [3], 60, 10)
@example(b".....\r.\r\n.\r\n", [4, 7], 0, 13)
def test_data_in_a_store_is_framed_as_data_in_memory(
    stream: bytes, sizes: list[int], most: int | None, in_memory: int
) -> None:
    all_ = stored()
    expected, ended = reference(stream), False
    source, body = Input(), DataBody(most, all_)
    with patch.object(framing, "IN_MEMORY", in_memory), patch.object(bodies, "IN_MEMORY", in_memory):
        for piece in pieces(stream, sizes):
            source.feed(piece)
            ended = source.data(body)
            if ended:
                break
    assert ended == (expected is not None)
    if expected is not None:
        assert body.overflowed == (most is not None and len(expected[0]) > most)
        if not body.overflowed:
            content = body.read() if body.is_piled else body.content
            assert content == expected[0]
            assert not body.is_piled or 0 <= body.size - len(content) <= 1
        else:
            plain = body.content.replace(b"\r\n.", b"\r\n").removeprefix(b".")
            assert expected[0].startswith((body.content, plain))  # only what came whole is without its dots
    body.close()
    assert (all_.in_memory, all_.stored) == (0, 0)


# ---- the wire


def until(holds: Callable[[], object]) -> None:
    end = time.monotonic() + 20
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.01)


LINE = b"0123456789" * 7 + b"\r\n"
ENVELOPE = ("MAIL FROM:<kim@fabrikam.com>", "RCPT TO:<anna@contoso.com>")


def greeted(it: Lab) -> Client:
    client = Client(it.port)
    client.hear()
    client.say("HELO x")
    return client


def begun(it: Lab, command: bytes, octets: int) -> Client:
    """A client that has sent so much of a message."""
    client = greeted(it)
    for line in ENVELOPE:
        client.say(line)
    client.socket.sendall(command)
    if command.startswith(b"DATA"):
        client.hear()
    client.socket.sendall(LINE * (octets // len(LINE)))
    return client


def empty(it: Lab) -> bool:
    all_ = it.transport.server_context.bodies
    return (all_.in_memory, all_.stored, it.transport._bodies.used) == (0, 0, 0)


@pytest.mark.parametrize("command", [b"DATA\r\n", b"BDAT 9000000 LAST\r\n"])
def test_large_bodies_lie_on_disk_and_vanish_with_their_connections(command: bytes) -> None:
    with lab() as it:
        clients = [begun(it, command, 2 * MEGABYTE) for _ in range(5)]
        all_ = it.transport.server_context.bodies
        until(lambda: all_.stored > 5 * 1.9 * MEGABYTE)
        assert all_.in_memory < 5 * IN_MEMORY
        assert all_.stored <= it.transport._bodies.used * BLOCK
        for number, client in enumerate(clients):
            if number % 2:
                client.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
            client.file.close()
            client.socket.close()
        until(lambda: empty(it))
        assert it.messages("anna") == []


@pytest.mark.parametrize("words", ["RSET", "QUIT", "HELO again", "NOOP"])
def test_chunks_vanish_with_their_transaction(words: str) -> None:
    with lab() as it:
        client = begun(it, b"BDAT %d\r\n" % (MEGABYTE // len(LINE) * len(LINE)), MEGABYTE)
        assert client.hear().startswith("250 2.6.0 CHUNK")
        assert it.transport.server_context.bodies.stored
        client.say(words)
        if words == "NOOP":
            assert not empty(it)
        else:
            until(lambda: empty(it))


def test_bodies_vanish_when_the_service_stops() -> None:
    with lab() as it:
        client = begun(it, b"DATA\r\n", MEGABYTE)
        until(lambda: it.transport.server_context.bodies.stored > MEGABYTE // 2)
        it.transport.stop()
        assert client.hear().startswith("421 4.3.2 ")
        all_ = it.transport.server_context.bodies
        assert (all_.in_memory, all_.stored) == (0, 0)


def test_a_session_that_fails_leaves_no_body_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    with lab() as it:
        client = begun(it, b"DATA\r\n", MEGABYTE)
        until(lambda: it.transport.server_context.bodies.stored > MEGABYTE // 2)
        monkeypatch.setattr("transport.policy.content.read_header", lambda content: 1 / 0)
        client.socket.sendall(b".\r\n")
        assert client.closed()
        until(lambda: empty(it))
        assert any("ZeroDivisionError" in message for message in faults(it))


def test_large_messages_arrive_as_they_were_sent() -> None:
    content = b"Subject: large\r\n\r\n" + b"..\r\n.x\r\n\r\n" * 200_000
    with lab() as it:
        client = begun(it, b"DATA\r\n", 0)
        client.socket.sendall(content.replace(b"\r\n.", b"\r\n..") + b".\r\n")
        assert client.hear().startswith("250 2.6.0 ")
        for line in ENVELOPE:
            client.say(line)
        for at in range(0, len(content), 300_000):
            piece = content[at : at + 300_000]
            client.socket.sendall(
                b"BDAT %d%b\r\n" % (len(piece), b" LAST" if at + 300_000 >= len(content) else b"") + piece
            )
            assert client.hear().startswith("250 2.6.0 ")
        assert [message.content.partition(b"Subject:")[2] for message in it.messages("anna")] == [
            content.partition(b"Subject:")[2]
        ] * 2
        until(lambda: empty(it))


def test_a_large_message_that_is_too_large_is_refused_and_gone() -> None:
    with lab(max_message_size="1MB") as it:
        client = begun(it, b"DATA\r\n", 2 * MEGABYTE)
        client.socket.sendall(b".\r\n")
        assert client.hear().startswith("552 5.3.4 ")
        assert empty(it)


def test_back_pressure_feels_bodies() -> None:
    with lab() as it:
        all_ = it.transport.server_context.bodies
        all_.disk = Marks(normal=MEGABYTE, medium=3 * MEGABYTE // 2, high=3 * MEGABYTE)
        first = begun(it, b"DATA\r\n", 2 * MEGABYTE)
        until(lambda: it.transport.server_context.pressure is ResourcePressure.Medium)
        second = greeted(it)
        assert second.say("MAIL FROM:<kim@fabrikam.com>") == "452 4.3.1 Insufficient system resources"
        first.socket.sendall(LINE * (2 * MEGABYTE // len(LINE)))
        until(lambda: it.transport.server_context.pressure is ResourcePressure.Normal)
        assert it.transport._bodies.used == 0
        first.socket.sendall(b".\r\n")
        assert first.hear() == "452 4.3.1 Insufficient system resources"
        assert second.say("MAIL FROM:<kim@fabrikam.com>") == "250 2.1.0 Sender OK"
        assert {15004, 15005} <= {entry.event_id for entry in it.transport.events.entries()}


def test_what_is_set_and_what_is_felt_count_both() -> None:
    with lab() as it:
        server_context = it.transport.server_context
        server_context.pressure = ResourcePressure.High
        server_context.bodies.memory = Marks(1, 2, 10)
        server_context.bodies.count(3)
        assert server_context.pressure is ResourcePressure.High
        server_context.pressure = ResourcePressure.Normal
        assert server_context.pressure is ResourcePressure.Medium
        server_context.bodies.count(-3)
        assert server_context.pressure is ResourcePressure.Normal


def test_a_client_that_hangs_up_while_its_message_is_read_disturbs_nobody() -> None:
    with lab() as it:
        hold = threading.Event()
        it.transport._listening._computing.submit(hold.wait)  # type: ignore[union-attr]
        try:
            client = begun(it, b"DATA\r\n", MEGABYTE)
            client.socket.sendall(b".\r\n")
            other = greeted(it)
            assert other.say("NOOP") == "250 2.0.0 OK"
            client.file.close()
            client.socket.close()
        finally:
            hold.set()
        until(lambda: empty(it))
        assert other.say("NOOP") == "250 2.0.0 OK"
