"""Addresses of other kinds inside SMTP addresses: `IMCEAEX-_o=Org_cn=Recipients_cn=anna@contoso.com`."""

from __future__ import annotations

import re

_ENCAPSULATED = re.compile(r"IMCEA(EX|X500)-([^@]+)@[^@]+", re.I)
_HEXADECIMAL = re.compile(r"\+([0-9A-Fa-f]{2})")


def legacy_name(address: str) -> str:
    """The legacy distinguished name (an X.500 address) that an SMTP address stands for; empty where it is none. In it
    an underscore stands for a slash, and `+20` for the character with that number.
    """
    match = _ENCAPSULATED.fullmatch(address)
    if match is None:
        return ""
    return _HEXADECIMAL.sub(lambda found: chr(int(found[1], 16)), match[2].replace("_", "/"))
