"""Messages that are hard to read: what strangers send to keep a server busy. Each kind comes in any size."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Mapping

Maker = Callable[[int], bytes]
"""Makes a message of about so many octets, with CRLF at the ends of its lines."""

HEAD = b"From: <kim@fabrikam.com>\r\nTo: <anna@contoso.com>\r\nSubject: x\r\n"
MIXED = b"MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"


def _from(unit: bytes) -> Maker:
    return lambda size: b"From: " + unit * (min(size, 60_000) // len(unit)) + b"\r\nTo: <a@b.c>\r\n\r\nx\r\n"


def _subject(unit: bytes) -> Maker:
    return lambda size: b"Subject: " + unit * (min(size, 60_000) // len(unit)) + b"\r\nFrom: <a@b.c>\r\n\r\nx\r\n"


def _type(unit: bytes) -> Maker:
    def make(size: int) -> bytes:
        return HEAD + b"Content-Type: text/plain" + unit * (min(size, 60_000) // len(unit)) + b"\r\n\r\nx\r\n"

    return make


def _nested(size: int) -> bytes:
    layer = b"--b%d\r\nContent-Type: multipart/mixed; boundary=b%d\r\n\r\n"
    count = size // (len(layer) + 6)
    return (
        HEAD
        + b"Content-Type: multipart/mixed; boundary=b0\r\n\r\n"
        + b"".join(layer % (number, number + 1) for number in range(count))
    )


def _embedded(size: int) -> bytes:
    return HEAD + b"Content-Type: message/rfc822\r\n\r\n" * (size // 32) + b"x\r\n"


def _parts(unit: bytes) -> Maker:
    return lambda size: HEAD + MIXED + unit * (size // len(unit)) + b"--b--\r\n"


def _header_lines(unit: bytes) -> Maker:
    return lambda size: HEAD + unit * (min(size, 60_000) // len(unit)) + b"\r\nx\r\n"


def _body(kind: bytes, unit: bytes, encoding: bytes = b"8bit") -> Maker:
    def make(size: int) -> bytes:
        head = b"Content-Type: text/" + kind + b"\r\nContent-Transfer-Encoding: " + encoding + b"\r\n\r\n"
        return HEAD + head + unit * (size // len(unit)) + b"\r\n"

    return make


_WORD = b"=?utf-8?b?" + b64encode("dünn".encode()) + b"?="
_ATTACHMENT = b"--b\r\nContent-Disposition: attachment; filename=setup.exe\r\n\r\nMZ\r\n"
_LINE = b64encode(b"free money " * 5) + b"\r\n"

KINDS: Mapping[str, Maker] = {
    "quotes that are not closed": _from(b'"\\'),
    "comments that are not closed": _from(b"(\\"),
    "comments within comments": _from(b"("),
    "comments and quotes": _from(b'("'),
    "angles": _from(b"<"),
    "many addresses": _from(b"a@b.c, "),
    "ats": _from(b"a@"),
    "blanks": _from(b" \t"),
    "groups": _from(b"a:;,"),
    "folded lines": lambda size: b"From: " + b"a\r\n " * (min(size, 60_000) // 4) + b"\r\n\r\nx\r\n",
    "resent": lambda size: b"Resent-From: " + b'"\\' * (min(size, 60_000) // 2) + b"\r\nFrom: <a@b.c>\r\n\r\nx\r\n",
    "encoded words": _subject(_WORD + b" "),
    "encoded words that are not closed": _subject(b"=?a?q?"),
    "encoded words in punycode": _subject(b"=?punycode?q?" + b"a" * 50 + b"?= "),
    "beginnings of encoded words": _subject(b"=?"),
    "parameters": _type(b"; a=b"),
    "parameters in many pieces": _type(b"; name*1*=a"),
    "parameters with quotes that are not closed": _type(b';a="\\'),
    "semicolons in quotes": lambda size: _type(b";")(size).replace(b"text/plain;", b'text/plain; name="', 1),
    "a character set of punycode": lambda size: _body(b"plain; charset=punycode", b"a-b-c ")(size),
    "a character set of idna": lambda size: _body(b"plain; charset=idna", b"xn--a")(size),
    "many fields": _header_lines(b"a:b\r\n"),
    "many Received fields": _header_lines(b"Received: by by by\r\n"),
    "fields that only servers set": _header_lines(b"X-MS-Exchange-Organization-A:\r\n"),
    "parts within parts": _nested,
    "messages within messages": _embedded,
    "many parts": _parts(b"--b\r\n\r\n"),
    "many parts with headers": _parts(b"--b\r\nContent-Type: text/plain\r\n\r\nx\r\n"),
    "many attachments": _parts(_ATTACHMENT),
    "lines like delimiters": _parts(b"--c\r\n"),
    "delimiters without an end": _parts(b"--b--"),
    "closing delimiters": _parts(b"--b--\r\n"),
    "base64": _body(b"plain", _LINE, b"base64"),
    "base64 of nothing": _body(b"plain", b"=", b"base64"),
    "quoted-printable": _body(b"plain", b"=41", b"quoted-printable"),
    "soft line ends": _body(b"plain", b"=\r\n", b"quoted-printable"),
    "uuencode": _body(b"plain", b"begin 644 a\r\n", b"x-uuencode"),
    "uuencoded lines": lambda size: _body(b"plain", b"#0V%T\r\n", b"x-uuencode")(size).replace(
        b"\r\n\r\n", b"\r\n\r\nbegin 644 a\r\n", 1
    ),
    "tags that are not closed": _body(b"html", b"<a "),
    "tags": _body(b"html", b"<a>"),
    "styles": _body(b"html", b"<style>"),
    "character references": _body(b"html", b"&#1114112;"),
    "a very large character reference": lambda size: _body(b"html", b"9")(size).replace(b"\r\n\r\n", b"\r\n\r\n&#", 1),
    "ampersands": _body(b"html", b"&"),
    "blanks in the body": _body(b"plain", b"  a"),
    "words in the body": _body(b"plain", b"free mone "),
    "zeros": _body(b"plain", b"\0"),
    "right to left": _body(b"plain; charset=utf-8", "\u202e\u202bعربى ".encode()),
    "wrong octets": _body(b"plain; charset=utf-8", b"\xff\xc3"),
    "dots": _body(b"plain", b"..\r\n"),
    "no header at all": lambda size: b"\r\n" + b"a" * size + b"\r\n",
    "one long line": lambda size: b"a" * size + b"\r\n",
}
