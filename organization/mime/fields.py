"""The fields of a header, and the parameters in the values of some (RFC 2045, 2231)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from urllib.parse import unquote_to_bytes

from .charsets import decode

_HEADER = re.compile(rb"(?:[!-9;-~]++[ \t]*+:[^\n]*+\n?+(?:[ \t][^\n]*+\n?+)*+)*+")
_FIELD = re.compile(rb"^([!-9;-~]++)[ \t]*+:([^\n]*+(?:\n[ \t][^\n]*+)*+)", re.M)
_PARAMETER = re.compile(r';\s*+([^=;\s"]*+)\s*+(?:=\s*+("(?:[^"\\]++|\\.)*+"?|[^;]*+))?', re.S)
_ESCAPED = re.compile(r"\\(.)", re.S)
_CONTINUED = re.compile(r"([^*]+)(?:\*(\d{1,4}))?(\*)?")
MOST_PARAMETERS = 200
"""Of one field; what is behind them is not read."""


def header_end(content: bytes, at: int, most: int) -> int:
    """Where the header ends that begins at `at`: before the first line that is no field, or after `most` octets."""
    found = _HEADER.match(content, at, min(len(content), at + most))
    return found.end() if found is not None else at


def fields_of(header: bytes) -> Iterator[tuple[str, str]]:
    """The fields in their order: the names in lower case, the values in one line, not decoded."""
    for found in _FIELD.finditer(header):
        yield found[1].decode("ascii").lower(), " ".join(found[2].decode("utf-8", "replace").split())


class Value(NamedTuple):
    """The value of a field that has parameters."""

    text: str
    """What stands before them, in lower case."""
    parameters: Mapping[str, str]
    """Their names are in lower case; what is encoded by RFC 2231 is decoded."""


def value_with_parameters(value: str) -> Value:
    """`attachment; filename="a.txt"`. Parameters in several parts are put together (RFC 2231, 3)."""
    at = value.find(";")
    if at < 0:
        return Value(value.strip().lower(), {})
    whole: dict[str, str] = {}
    parts: dict[str, list[tuple[int, bool, str]]] = {}
    for count, found in enumerate(_PARAMETER.finditer(value, at)):
        if count == MOST_PARAMETERS:
            break
        name, given = found[1].lower(), _unquoted(found[2] or "")
        if "*" not in name:
            whole.setdefault(name, given)
            continue
        split = _CONTINUED.fullmatch(name)
        if split is not None:
            parts.setdefault(split[1], []).append((int(split[2] or 0), split[3] is not None, given))
    for name, pieces in parts.items():
        whole[name] = _joined(sorted(pieces))
    return Value(value[:at].strip().lower(), whole)


def _unquoted(text: str) -> str:
    text = text.strip()
    if text.startswith('"'):
        return _ESCAPED.sub(r"\1", text[1:].removesuffix('"'))
    return text


def _joined(pieces: list[tuple[int, bool, str]]) -> str:
    """`utf-8'en'a%20b` and what continues it. One in a character set that nobody knows stays as it is written."""
    charset, octets = "utf-8", bytearray()
    for number, (_, encoded, text) in enumerate(pieces):
        if encoded and not number and text.count("'") >= 2:
            charset, _, text = text.split("'", 2)
        octets += unquote_to_bytes(text) if encoded else text.encode("utf-8", "surrogateescape")
    try:
        return decode(bytes(octets), charset or "us-ascii")
    except (LookupError, ValueError):
        return octets.decode("latin-1")
