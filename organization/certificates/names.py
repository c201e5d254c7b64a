"""Distinguished names of certificates as Windows writes them: `C=US, O="Contoso, Inc.", CN=mail.contoso.com`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..values.errors import BadValue

if TYPE_CHECKING:
    from cryptography.x509 import Name

_KEYS = {
    "CN": "2.5.4.3",
    "SN": "2.5.4.4",
    "SERIALNUMBER": "2.5.4.5",
    "C": "2.5.4.6",
    "L": "2.5.4.7",
    "S": "2.5.4.8",
    "ST": "2.5.4.8",
    "STREET": "2.5.4.9",
    "O": "2.5.4.10",
    "OU": "2.5.4.11",
    "T": "2.5.4.12",
    "TITLE": "2.5.4.12",
    "G": "2.5.4.42",
    "I": "2.5.4.43",
    "DC": "0.9.2342.19200300.100.1.25",
    "E": "1.2.840.113549.1.9.1",
}
"""Key -> object identifier."""
_SHOWN = {oid: key for key, oid in reversed(_KEYS.items())}
_PART = re.compile(r'\s*([A-Za-z][A-Za-z0-9.]*+)\s*+=\s*+("(?:[^"]|"")*+"\s*+|[^,;+\r\n"]*+)(?:[,;+\r\n]|$)')
_NEEDS_QUOTES = re.compile(r'[,;+="\r\n<>#]|^\s|\s$')


def parse_name(text: str) -> Name:
    """A name from its text. The part that stands first is encoded last. Raises BadValue."""
    from cryptography import x509

    parts = list(_parts(text))
    try:
        attributes = [x509.NameAttribute(x509.ObjectIdentifier(oid), value) for oid, value in parts]
    except ValueError as error:
        raise BadValue(f"The name '{text}' is not valid: {error}") from None
    return x509.Name(reversed(attributes))


def _parts(text: str) -> Iterator[tuple[str, str]]:
    at = 0
    while at < len(text):
        match = _PART.match(text, at)
        oid = _KEYS.get(match[1].upper()) if match is not None else None
        if match is None or oid is None:
            raise BadValue("The string contains an invalid X500 name attribute key, oid, value or delimiter.")
        value = match[2].strip()
        yield oid, value[1:-1].replace('""', '"') if value.startswith('"') else value
        at = match.end()


def name_text(name: Name) -> str:
    """A name as Windows shows it."""
    return ", ".join(
        f"{_SHOWN.get(attribute.oid.dotted_string, f'OID.{attribute.oid.dotted_string}')}={_quoted(attribute.value)}"
        for attribute in reversed(list(name))
    )


def _quoted(value: str | bytes) -> str:
    text = value if isinstance(value, str) else value.hex()
    escaped = text.replace('"', '""')
    return f'"{escaped}"' if _NEEDS_QUOTES.search(text) else text


def common_name(name: Name) -> str:
    """The CN of a name; empty where it has none."""
    from cryptography.x509.oid import NameOID

    found = name.get_attributes_for_oid(NameOID.COMMON_NAME)
    return str(found[0].value) if found else ""
