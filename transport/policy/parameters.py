"""The grammar of what follows MAIL FROM: and RCPT TO: (RFC 5321, 1870, 3030, 3461, 6152, 6531).

Exchange takes more than the grammar: an address without angle brackets, a space after the colon. It refuses an unknown
parameter, a doubled one, and a value outside its grammar, all with the same reply.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

LONGEST_ADDRESS = 571
"""Octets, with LongAddressesEnabled off."""
LONGEST_LONG_ADDRESS = 1860
"""Octets, with LongAddressesEnabled on."""

_ATOM = rb"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_LOCAL = rb"(?:" + _ATOM + rb"(?:\." + _ATOM + rb")*|\"(?:[^\"\\\x00-\x1f\x7f-\xff]|\\[\x20-\x7e])*\")"
_LABEL = rb"[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?"
_NAME = _LABEL + rb"(?:\." + _LABEL + rb")*"
_LITERAL = rb"\[[0-9A-Za-z.:-]+\]"

_ADDRESS = re.compile(rb"(" + _LOCAL + rb")(?:@(" + _NAME + rb"|" + _LITERAL + rb"))?")
_ROUTE = re.compile(rb"@" + _NAME + rb"(?:,@" + _NAME + rb")*:")
_BRACKETED = re.compile(rb"<((?:\"(?:[^\"\\]|\\.)*\"|[^<>\"])*)>", re.S)
_HELLO_NAME = re.compile(_NAME + rb"\.?|" + _LITERAL)

_PLAIN = (
    rb"[A-Za-z0-9_+=-]+(?:\.[A-Za-z0-9_+=-]+)*"
    rb"@[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*"
)
_PLAIN_MAIL = re.compile(rb"FROM: ?<(" + _PLAIN + rb")>", re.I)
_PLAIN_RCPT = re.compile(rb"TO: ?<(" + _PLAIN + rb")>", re.I)
"""The shape of almost every command, read in one step. What does not fit goes through the whole grammar below."""
_LONGEST_PLAIN = 250
_REMEMBERED = 512
"""Commands whose meaning is remembered: the same senders and recipients come again and again."""

_XTEXT = r"(?:[!-*,-<>-~]|\+[0-9A-F]{2})*"
_ENCODED = re.compile(r"\+([0-9A-F]{2})")
_Values = Mapping[str, re.Pattern[str] | None]
"""Parameter -> the grammar of its value; None for one that has no value."""
_MAIL_VALUES: _Values = {
    "SIZE": re.compile(r"\d{1,20}"),
    "BODY": re.compile(r"7BIT|8BITMIME|BINARYMIME", re.I),
    "RET": re.compile(r"FULL|HDRS", re.I),
    "ENVID": re.compile(_XTEXT),
    "AUTH": re.compile(r"(?=.)" + _XTEXT),  # <> is xtext, too
}
_NOT_ASCII = re.compile(rb"[\x80-\xff]+")
_ALTERNATE = re.compile(r"rfc822;(" + _XTEXT + ")", re.I)
_INTERNATIONAL_MAIL_VALUES: _Values = {**_MAIL_VALUES, "SMTPUTF8": None}
_RCPT_VALUES: _Values = {
    "NOTIFY": re.compile(r"NEVER|(?:SUCCESS|FAILURE|DELAY)(?:,(?:SUCCESS|FAILURE|DELAY))*", re.I),
    "ORCPT": re.compile(r"[A-Za-z0-9-]+;" + _XTEXT),
    "XORAR": _ALTERNATE,
}


class BadAddress(Exception):
    """The address is missing or malformed."""


class BadArguments(Exception):
    """The keyword before the colon, or a parameter, is wrong."""


class Path(NamedTuple):
    """An address with its ESMTP parameters. Names are upper case; values are as they came."""

    address: str
    """`local@domain`, `local` alone, or empty for the null reverse path."""
    parameters: dict[str, str]


_NO_PARAMETERS: dict[str, str] = {}


@lru_cache(maxsize=_REMEMBERED)
def parse_mail(argument: bytes, longest: int = LONGEST_ADDRESS, utf8: bool = False) -> Path:
    """What follows `MAIL `. The parameters are not to be changed. Raises BadAddress or BadArguments.

    `utf8` says whether SMTPUTF8 may be among the parameters; with it, the address may be of any letters.
    """
    plain = _PLAIN_MAIL.fullmatch(argument) if len(argument) < _LONGEST_PLAIN else None
    if plain is not None:
        return Path(plain[1].decode("ascii"), _NO_PARAMETERS)
    path, tail = _split(argument, b"FROM:")
    of_any_letters = utf8 and b"SMTPUTF8" in tail.upper().split()
    address = _address(path, longest, of_any_letters) if path != b"<>" else ""
    return Path(address, _parameters(tail, _INTERNATIONAL_MAIL_VALUES if utf8 else _MAIL_VALUES))


@lru_cache(maxsize=_REMEMBERED)
def parse_rcpt(argument: bytes, longest: int = LONGEST_ADDRESS, utf8: bool = False) -> Path:
    """What follows `RCPT `. The parameters are not to be changed; that of XORAR is the address which it holds. Raises
    BadAddress or BadArguments.

    `utf8` says whether MAIL had SMTPUTF8, so that the address may be of any letters.
    """
    plain = _PLAIN_RCPT.fullmatch(argument) if len(argument) < _LONGEST_PLAIN else None
    if plain is not None:
        return Path(plain[1].decode("ascii"), _NO_PARAMETERS)
    path, tail = _split(argument, b"TO:")
    address, parameters = _address(path, longest, utf8), _parameters(tail, _RCPT_VALUES)
    if "XORAR" in parameters:
        parameters["XORAR"] = _alternate(parameters["XORAR"])
    return Path(address, parameters)


def _alternate(value: str) -> str:
    match = _ALTERNATE.fullmatch(value)
    assert match is not None
    try:
        return _address(from_xtext(match[1]).encode("latin-1"), LONGEST_LONG_ADDRESS, utf8=False)
    except BadAddress:
        raise BadArguments from None


def from_xtext(text: str) -> str:
    """A value as it was before the client encoded it (RFC 3461, 4)."""
    return _ENCODED.sub(lambda found: chr(int(found[1], 16)), text)


def is_hello_name(argument: bytes) -> bool:
    """Whether a client may call itself so: a domain name or an address literal, at most 255 octets."""
    return len(argument) <= 255 and _HELLO_NAME.fullmatch(argument) is not None


def _split(argument: bytes, word: bytes) -> tuple[bytes, bytes]:
    """The path and the parameters behind it."""
    if argument[: len(word)].upper() != word:
        raise BadArguments
    rest = argument[len(word) :].strip(b" \t")
    bracketed = _BRACKETED.match(rest)
    if bracketed is None:
        path, _, tail = rest.partition(b" ")
        return path, tail
    tail = rest[bracketed.end() :]
    if tail and tail[:1] not in b" \t":
        raise BadArguments
    return bracketed[1].strip(b" \t") or b"<>", tail


def _address(path: bytes, longest: int, utf8: bool) -> str:
    """A path's address. A source route is read and forgotten (RFC 5321, appendix C)."""
    route = _ROUTE.match(path)
    if route is not None:
        path = path[route.end() :]
    # Other letters stand where letters of ASCII may stand (RFC 6531, 3.3).
    match = _ADDRESS.fullmatch(_NOT_ASCII.sub(b"x", path) if utf8 else path)
    if match is None or len(path) > longest:
        raise BadAddress
    domain = match[2] or b""
    if len(domain) > 255 or any(len(label) > 63 for label in domain.split(b".")):
        raise BadAddress
    try:
        return path.decode("utf-8")
    except UnicodeDecodeError:
        raise BadAddress from None


def _parameters(tail: bytes, values: _Values) -> dict[str, str]:
    words = tail.split()
    if not words:
        return _NO_PARAMETERS
    found: dict[str, str] = {}
    for word in words:
        keyword, sign, value = word.decode("latin-1").partition("=")
        name = keyword.upper()
        if name in found or name not in values:
            raise BadArguments
        grammar = values[name]
        fits = not sign if grammar is None else sign and grammar.fullmatch(value)
        if not fits:
            raise BadArguments
        found[name] = value
    return found
