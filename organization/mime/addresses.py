"""The comments, quoted texts and addresses in the fields that name people (RFC 5322, 3.4)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from .words import decoded

_TOKEN = re.compile(r'[^"()\\]++|\\.|["()\\]', re.S)
_QUOTED = re.compile(r'"(?:[^"\\]++|\\.)*+"', re.S)
_ESCAPED = re.compile(r"\\(.)", re.S)
_MAILBOX = re.compile(r"([^<,;]++)?(?:<([^<>]*+)>)?[^,;]*+[,;]?+")
_PLACE = re.compile("\0(\\d+)\0")
_NOTE = re.compile("\1(\\d+)\1")
_SPECIAL = re.compile(r'[()<>@,:;.\\"\[\]]')
_LONGEST_VALUE = 64 << 10
"""Characters of a field in which a name is looked for."""

Replace = Callable[[str], str]


def _blank(text: str) -> str:
    return " "


def _same(text: str) -> str:
    return text


def without_comments(value: str, comment: Replace = _blank, quoted: Replace = _same) -> str:
    """A value with what `comment` makes of each of its comments, which may hold others, and with what `quoted` makes of
    each quoted text. What is opened and never closed is nothing but a character.
    """
    if "(" not in value and '"' not in value:
        return value
    kept: list[str] = []
    depth = opened = at = 0
    quotes = True
    while at < len(value):
        if quotes and not depth and value[at] == '"':
            whole = _QUOTED.match(value, at)
            if whole is not None:
                kept.append(quoted(whole[0]))
                at = whole.end()
                continue
            quotes = False  # where one is not closed, none behind it is
        token = _TOKEN.match(value, at)
        assert token is not None
        text, at = token[0], token.end()
        if text == "(":
            opened = opened if depth else len(kept)
            depth += 1
        kept.append(text)
        if text == ")" and depth:
            depth -= 1
            if not depth:
                kept[opened:] = [comment("".join(kept[opened:]))]
    return "".join(kept)


class Mailbox(NamedTuple):
    """Who is named in a field; an empty text stands for what is not there."""

    name: str
    address: str

    def __str__(self) -> str:
        """`Kim Lee <kim@fabrikam.com>`, or the address alone."""
        if not self.name:
            return self.address
        name = self.name
        if _SPECIAL.search(name):
            name = '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'
        return f"{name} <{self.address}>"


def mailboxes(value: str) -> Iterator[Mailbox]:
    """The mailboxes in a field, in their order; names are decoded. Groups are not told from their members."""
    texts: list[str] = []
    comments: list[str] = []

    def keep(text: str) -> str:
        texts.append(_ESCAPED.sub(r"\1", text[1:-1]))
        return f"\0{len(texts) - 1}\0"

    def note(text: str) -> str:
        comments.append(_ESCAPED.sub(r"\1", text[1:-1]))
        return f"\1{len(comments) - 1}\1"

    def whole(text: str) -> str:
        if not texts and not comments:
            return " ".join(text.split())
        return " ".join(_PLACE.sub(lambda found: texts[int(found[1])], _NOTE.sub(" ", text)).split())

    plain = without_comments(value[:_LONGEST_VALUE].replace("\0", "").replace("\1", ""), note, keep)
    for found in _MAILBOX.finditer(plain):
        phrase, angle = found[1] or "", found[2]
        if angle is not None:
            yield Mailbox(decoded(whole(phrase)), "".join(whole(angle).split()))
        elif address := whole(phrase):
            noted = _NOTE.search(phrase)
            yield Mailbox(decoded(comments[int(noted[1])].strip()) if noted is not None else "", address)


def shown(value: str) -> str:
    """A field that names people, as a reader sees it. Groups stay as they are written."""
    if ":" in value and ":" in without_comments(value, quoted=lambda text: " "):
        return decoded(value)
    return ", ".join(map(str, mailboxes(value)))
