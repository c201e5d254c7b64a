"""Messages that servers and clients have been known to damage, each as it has to arrive: octet by octet."""

from __future__ import annotations

HEADER = (
    b"From: Kim <kim@fabrikam.com>\r\nTo: anna@contoso.com\r\nSubject: corpus\r\n"
    b"Date: Tue, 12 Feb 2008 10:10:58 -0500\r\nMessage-ID: <corpus@fabrikam.com>\r\n"
)

MULTIPART = b"""\
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="=_one"

for readers without MIME
--=_one
Content-Type: multipart/alternative; boundary="=_two"

--=_two
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

Gr=C3=BC=C3=9Fe =
soft
--=_two
Content-Type: text/html; charset=utf-8

<p>Gr\xc3\xbc\xc3\x9fe</p>
--=_two--
--=_one
Content-Type: application/octet-stream; name="a.bin"
Content-Transfer-Encoding: base64
Content-Disposition: attachment; filename="a.bin"

AAECAwQFBgcICQoLDA0ODw==
--=_one
Content-Type: message/rfc822

From: inner@fabrikam.com
Subject: inner

.
--=_one--
""".replace(b"\n", b"\r\n")

MESSAGES: dict[str, bytes] = {
    "plain": HEADER + b"\r\nbody\r\n",
    "dots": HEADER + b"\r\n.\r\n..\r\n...\r\n.leading\r\na.b\r\n. \r\n\r\n.\r\n",
    "only a dot": HEADER + b"\r\n.\r\n",
    "8 bit": HEADER + b"X-Name: J\xc3\xbcrgen\r\n\r\n" + bytes(range(128, 256)) + b"\r\ngr\xfc\xdfe\r\n",
    "long lines": HEADER + b"\r\n" + b"x" * 5000 + b"\r\n" + b"." * 2000 + b"\r\n" + b"y" * 998 + b"\r\n",
    "folded fields": HEADER + b"X-Folded: one\r\n\ttwo\r\n  three\r\nx-empty:\r\n\r\nbody\r\n",
    "no body": HEADER + b"\r\n",
    "blank lines": HEADER + b"\r\n\r\n\r\n\r\nbody \t \r\n\r\n\r\n",
    "what looks like commands": HEADER + b"\r\nQUIT\r\nRSET\r\nDATA\r\nFrom here\r\n>From there\r\n",
    "control characters": HEADER + b"\r\n\x01\x02\x07\x08\x0b\x0c\x1b[1m\x7f\x1a\r\n",
    "multipart": HEADER + MULTIPART,
    "100 kB": HEADER + b"\r\n" + b"".join(b"%05d %b\r\n" % (line, b"z" * 70) for line in range(1300)),
    "25 Received lines": b"".join(
        b"Received: from h%d.fabrikam.com (192.0.2.%d) by h%d.fabrikam.com\r\n with ESMTP id %d; Tue, 12 Feb 2008\r\n"
        % (hop, hop, hop + 1, hop)
        for hop in range(25)
    )
    + HEADER
    + b"\r\nbody\r\n",
}
"""With a header and a last line end, so that every client sends them as they are."""

ODD: dict[str, bytes] = {
    "no header": b"just words\r\nand more: of them\r\n",
    "a blank line first": b"\r\nbody\r\n",
    "NUL": HEADER + b"\r\na\0b\0\r\n\0\r\n",
    "bare CR and LF": HEADER + b"\r\na\rb\nc\n.\nd\r.\re\n\r\r\r\n",
    "no final line end": HEADER + b"\r\nthe last line",
    "a CR at the end": HEADER + b"\r\nthe last line\r",
    "a dot at the end": HEADER + b"\r\nbody\r\n.",
    "every octet": HEADER + b"\r\n" + bytes(range(256)) * 4,
}
"""What only a client that says exactly what it is told can send."""


def below_the_stamp(content: bytes, original: bytes) -> bool:
    """Whether `content` is `original` behind whole header lines that the server has put in front."""
    if not content.endswith(original):
        return False
    stamp = content[: len(content) - len(original)]
    return stamp.startswith(b"Received: from ") and stamp.endswith(b"\r\n") and b"X-MS-Exchange-Organization-" in stamp
