"""Mail that is well-formed is read as Python's own reader reads it; mail that is not, as far as it goes."""

from __future__ import annotations

from email import message_from_bytes, policy
from email.header import Header
from email.message import EmailMessage, Message
from email.utils import formataddr

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from organization.mime.addresses import Mailbox, mailboxes, shown, without_comments
from organization.mime.charsets import codec_of
from organization.mime.fields import value_with_parameters
from organization.mime.reading import attachment_names, attachments_of, body_of, text_of
from organization.mime.structure import Limits, Part, read_message
from organization.mime.words import decoded

texts = st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("\n.-=&"), max_size=200)
file_names = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp", "Zs")), min_size=1, max_size=30)
octets = st.binary(max_size=200)
encodings = st.sampled_from(["base64", "quoted-printable", None])


@st.composite
def messages(draw: st.DrawFn, depth: int = 0) -> EmailMessage:
    mail = EmailMessage(policy=policy.SMTP)
    mail["Subject"] = draw(st.sampled_from(["x", "dünn", "a" * 100]))
    mail.set_content(draw(texts), cte=draw(encodings))
    if draw(st.booleans()):
        mail.add_alternative(f"<p>{draw(texts)}</p>", subtype="html")
    if draw(st.booleans()):
        mail.add_attachment(draw(octets), maintype="application", subtype="pdf", filename=draw(file_names))
    if draw(st.booleans()):
        mail.add_attachment(draw(texts), filename=draw(file_names), cte=draw(encodings))
    if depth < 2 and draw(st.booleans()):
        mail.add_attachment(draw(messages(depth + 1)))
    return mail


def leaves(mail: Message) -> list[tuple[str, bytes, str]]:
    found = []
    for part in mail.walk():
        if not part.is_multipart():
            payload = part.get_payload(decode=True)
            assert isinstance(payload, bytes)
            found.append((part.get_content_type(), payload, part.get_filename() or ""))
    return found


def own_leaves(mail: Part) -> list[tuple[str, bytes, str]]:
    return [(part.kind, b"".join(part.octets()), part.file_name) for part in mail.leaves()]


@given(messages())
def test_the_parts_of_well_formed_mail_are_those_that_python_finds(mail: EmailMessage) -> None:
    content = mail.as_bytes()
    theirs = message_from_bytes(content, policy=policy.default)
    assert own_leaves(read_message(content)) == leaves(theirs)


@given(messages())
def test_its_text_and_its_attachments_are_those_that_python_finds(mail: EmailMessage) -> None:
    content = mail.as_bytes()
    own, theirs = read_message(content), message_from_bytes(content, policy=policy.default)
    text = body_of(own)
    body = theirs.get_body(("plain", "html"))
    assert text is not None
    assert body is not None
    assert text_of(text) == str(body.get_content()).replace("\r\n", "\n").removesuffix("\n")
    assert [part.kind for part in attachments_of(own)] == [
        part.get_content_type() for part in theirs.iter_attachments()
    ]


@given(texts)
def test_encoded_words_are_read_as_they_were_written(text: str) -> None:
    text = " ".join(text.split())
    written = Header(text, "utf-8").encode(linesep="\n")
    assert decoded(" ".join(written.split("\n "))) == text


@given(
    st.lists(st.sampled_from(["=?", "?=", "utf-8", "q", "b", "?", "a", "_", "=41", "QQ==", " "]), max_size=30).map(
        "".join
    )
)
def test_no_words_break_their_reader(text: str) -> None:
    assert isinstance(decoded(text), str)


names = st.text(st.characters(codec="ascii", exclude_categories=("Cc",)), max_size=20).map(
    lambda name: " ".join(name.split())
)


@given(st.lists(st.tuples(names, st.sampled_from(["a@b.c", "kim.lee@fabrikam.com"])), min_size=1, max_size=4))
def test_names_and_addresses_are_read_as_they_were_written(people: list[tuple[str, str]]) -> None:
    written = ", ".join(formataddr(person) for person in people)
    assert list(mailboxes(written)) == [Mailbox(decoded(name), address) for name, address in people]


@pytest.mark.parametrize(
    ("value", "reader"),
    [
        ("kim@fabrikam.com", "kim@fabrikam.com"),
        ("<kim@fabrikam.com>", "kim@fabrikam.com"),
        ('"Lee, Kim" <kim@fabrikam.com>, anna@contoso.com', '"Lee, Kim" <kim@fabrikam.com>, anna@contoso.com'),
        ("Kim (from the (south)) <kim@fabrikam.com>", "Kim <kim@fabrikam.com>"),
        ("kim@fabrikam.com (Kim Lee)", "Kim Lee <kim@fabrikam.com>"),
        ("=?utf-8?q?J=C3=B6rg?= <joerg@fabrikam.com>", "Jörg <joerg@fabrikam.com>"),
        ("Undisclosed recipients:;", "Undisclosed recipients:;"),
        ('"Kim <kim@fabrikam.com>', '"\\"Kim" <kim@fabrikam.com>'),
        ("", ""),
    ],
)
def test_a_field_is_shown_as_a_reader_sees_it(value: str, reader: str) -> None:
    assert shown(value) == reader


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        ("a(b)c", "a c"),
        ("a(b(c)d)e", "a e"),
        ('"a(b" c', '"a(b" c'),
        ("a(b\\)c)d", "a d"),
        ("a(b", "a(b"),
        ("a)b", "a)b"),
        ('"a', '"a'),
    ],
)
def test_comments_are_told_from_what_is_quoted(value: str, plain: str) -> None:
    assert without_comments(value) == plain


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ("attachment; filename=a.exe", "a.exe"),
        ('attachment; filename="a b.exe"', "a b.exe"),
        ('attachment; filename="a\\"b;c.exe"', 'a"b;c.exe'),
        ("attachment; FileName*=utf-8'en'%e2%82%ac.exe", "€.exe"),
        ("attachment; filename*0=a; filename*2=c; filename*1=b", "abc"),
        ("attachment; filename*1*=%62; filename*0*=us-ascii''a", "ab"),
        ("attachment; filename*=nonsense''a", "a"),
        ('attachment; filename="a', "a"),
        ("attachment;;; ; filename = a", "a"),
        ("attachment", ""),
    ],
)
def test_parameters_are_read_however_they_are_written(value: str, name: str) -> None:
    assert value_with_parameters(value).parameters.get("filename", "") == name


def test_a_name_in_an_encoded_word_hides_nothing() -> None:
    mail = read_message(b'Content-Disposition: attachment; filename="=?utf-8?b?c2V0dXAuZXhl?="\r\n\r\nMZ')
    assert mail.file_name == "setup.exe"


@pytest.mark.parametrize(
    "name", ["utf-8", "ISO-8859-1", "windows-1252", "us-ascii", "koi8-r", "GB18030", "shift_jis", "utf-7"]
)
def test_character_sets_of_mail_are_known(name: str) -> None:
    codec_of(name)


@pytest.mark.parametrize(
    "name", ["punycode", "idna", "unicode_escape", "zlib", "rot13", "hex", "nonsense", "a" * 9000, "", "mbcs"]
)
def test_what_is_none_is_not(name: str) -> None:
    with pytest.raises(LookupError):
        codec_of(name)


NESTED = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(50))


def test_what_lies_beyond_the_limits_belongs_to_the_last_part_within_them() -> None:
    mail = read_message(NESTED + b"\r\nend", Limits(depth=10))
    assert max(part.depth for part in mail.walk()) == 10
    assert len(list(read_message(NESTED, Limits(parts=7)).walk())) == 7
    last = list(read_message(NESTED + b"\r\nend", Limits(depth=10)).walk())[-1]
    assert last.content[last.body : last.end].endswith(b"\r\nend")


@given(st.lists(st.sampled_from([b"--a", b"--b", b"--a--", b"--b--", b"\r\n", b"\n", b"x", b"\r\n\r\n", NESTED[:90],
    b"Content-Type: multipart/mixed; boundary=a\r\n\r\n", b"Content-Type: multipart/mixed; boundary=b\r\n\r\n",
    b"Content-Type: message/rfc822\r\n\r\n"]), max_size=30).map(b"".join))  # fmt: skip
@example(
    b"--a\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: multipart/mixed; boundar\r\n--a"
)
def test_parts_lie_within_one_another_and_side_by_side(junk: bytes) -> None:
    mail = read_message(b"Content-Type: multipart/mixed; boundary=a\r\n\r\n" + junk)
    for part in mail.walk():
        assert part.start <= part.head <= part.body <= part.end <= len(mail.content)
        at = part.body
        for inner in part.parts:
            assert at <= inner.start
            assert inner.end <= part.end
            at = inner.end


def test_attachments_without_names_are_called_by_what_they_are() -> None:
    report = (
        b"Content-Type: multipart/report; boundary=b\r\n\r\n--b\r\n\r\nFailed.\r\n"
        b"--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns;x\r\n"
        b"--b\r\nContent-Type: message/rfc822\r\n\r\nSubject: =?utf-8?q?What=3F_a/b?=\r\n\r\nbody\r\n"
        b"--b\r\nContent-Type: image/jpeg\r\n\r\nx\r\n--b\r\nContent-Type: text/html\r\n\r\nx\r\n--b--\r\n"
    )
    mail = read_message(report)
    assert attachment_names(mail) == ["details.txt", "What  a b.eml", "ATT00003.jpg"]
    assert attachment_names(read_message(b"Content-Type: application/x-nonsense\r\n\r\nx")) == ["ATT00001.dat"]


def test_a_message_without_a_text_has_none() -> None:
    mail = read_message(
        b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: image/png\r\n\r\nx\r\n--b--"
    )
    assert body_of(mail) is None
    assert attachment_names(mail) == ["ATT00001.png"]
