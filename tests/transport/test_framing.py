"""Laws of framing: how the octets are cut into pieces changes nothing, and nothing but CRLF . CRLF ends the data."""

from hypothesis import example, given
from hypothesis import strategies as st

from transport.policy.framing import KEPT_BEGINNING, DataBody, Input, LineTooLong
from transport.policy.headers import read_header
from transport.policy.parameters import BadAddress, BadArguments, parse_mail, parse_rcpt

NEAR_THE_END = st.sampled_from(
    [b"\r\n.\r\n", b"\r\n..\r\n", b"\n.\r\n", b"\r\n.\n", b"\r.\r", b".", b"\r", b"\n", b"x", b"\0", b"x." * 60]
)
streams = st.lists(NEAR_THE_END, max_size=12).map(b"".join)
cuts = st.lists(st.integers(1, 7) | st.just(500), min_size=1, max_size=20)


def pieces(data: bytes, sizes: list[int]) -> list[bytes]:
    found, at, turn = [], 0, 0
    while at < len(data):
        found.append(data[at : at + sizes[turn % len(sizes)]])
        at, turn = at + sizes[turn % len(sizes)], turn + 1
    return found


def reference(stream: bytes) -> tuple[bytes, bytes] | None:
    """The content and what follows the end of the data, by the words of RFC 5321, 4.5.2."""
    lines = ("\r\n" + stream.decode("latin-1")).split("\r\n")
    for number, line in enumerate(lines[1:-1], 1):
        if line == ".":
            kept = [item.removeprefix(".") for item in lines[1:number]]
            content = "".join(item + "\r\n" for item in kept)
            return content.encode("latin-1"), "\r\n".join(lines[number + 1 :]).encode("latin-1")
    return None


@given(streams, cuts)
def test_data_ends_where_the_rfc_says_however_it_is_cut(stream: bytes, sizes: list[int]) -> None:
    source, body, ended = Input(), DataBody(None), False
    rest = b""
    for piece in pieces(stream, sizes):
        if ended:
            rest += piece
            continue
        source.feed(piece)
        ended = source.data(body)
        if ended:
            rest = source.octets(len(source))
    expected = reference(stream)
    assert ended == (expected is not None)
    if expected is not None:
        assert (body.content, rest) == expected


@given(streams, cuts, st.integers(0, 30))
@example(b"\r\n..\r\n" * 20 + b".\r\n", [1], 100)  # as large as it may be, but for dots that are not its own
def test_data_that_is_too_large_is_read_to_its_end(stream: bytes, sizes: list[int], most: int) -> None:
    expected = reference(stream)
    source, body = Input(), DataBody(most)
    for piece in pieces(stream, sizes):
        source.feed(piece)
        if source.data(body):
            break
    if expected is not None:
        assert body.overflowed == (len(expected[0]) > most)
        assert body.overflowed or body.content == expected[0]


def test_of_data_that_is_too_large_the_beginning_is_kept() -> None:
    source, body = Input(), DataBody(1 << 20)
    head = b"Subject: large\r\n\r\n"
    for piece in (head, *[b"x" * 60_000] * 40):
        source.feed(piece)
        assert not source.data(body)
    source.feed(b"\r\n.\r\n")
    assert source.data(body)
    assert body.overflowed
    assert body.content == head + b"x" * (KEPT_BEGINNING - len(head))


@given(
    st.lists(st.sampled_from([b"NOOP", b"x" * 9, b"", b"a\rb", b"y" * 40]), max_size=8),
    cuts,
    st.sampled_from([b"\n", b"\r\n"]),
)
def test_lines_are_the_same_however_they_are_cut(lines: list[bytes], sizes: list[int], end: bytes) -> None:
    source, found = Input(), []
    for piece in pieces(b"".join(line + end for line in lines), sizes):
        source.feed(piece)
        while True:
            try:
                line = source.line(20)
            except LineTooLong:
                line = b"too long"
            if line is None:
                break
            found.append(line)
    assert found == [line if len(line) <= 20 else b"too long" for line in lines]


@given(st.binary(max_size=300))
def test_no_argument_breaks_the_grammar(junk: bytes) -> None:
    for parse, word in ((parse_mail, b"FROM:"), (parse_rcpt, b"TO:")):
        for argument in (junk, word + junk, word + b"<" + junk + b">"):
            try:
                path = parse(argument)
            except (BadAddress, BadArguments):
                continue
            assert path.address.isascii()
            assert "\n" not in path.address


@given(st.binary(max_size=300))
def test_no_content_breaks_the_header(content: bytes) -> None:
    header = read_header(content)
    assert content.startswith(header.raw)
    assert header.message_id.isascii()
    assert "\n" not in header.message_id
