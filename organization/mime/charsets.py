"""The character sets of mail. A sender names them, so only those count that are meant for mail and read in one go."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from encodings.aliases import aliases
from functools import lru_cache

LONGEST_NAME = 40
"""Characters."""
_FAMILIES = re.compile(
    r"ascii|latin_1|utf_(?:7|8|8_sig|16|16_be|16_le|32|32_be|32_le)|iso8859_\d+|iso2022_\w+|cp\d+|koi8_\w+|mac_\w+|gb\w+"
    r"|hz|big5\w*|shift_jis\w*|euc_\w+|johab|ptcp154|tis_620|kz1048|hp_roman8"
)
"""Python's codecs that are character sets; not idna and punycode, which take the square of the length, nor
unicode_escape and the like, which no mail is written in.
"""
_MODULES = {**dict.fromkeys(aliases.values(), ""), **aliases}


@lru_cache(maxsize=256)
def codec_of(name: str) -> codecs.CodecInfo:
    """The codec for a character set. Raises LookupError where there is none; nothing is imported to find that out."""
    plain = name.strip().lower().replace("-", "_").replace(" ", "_").replace(".", "_")
    if len(plain) > LONGEST_NAME:
        raise LookupError(f"unknown character set: {name[:LONGEST_NAME]}")
    module = _MODULES.get(plain)
    if module is None:  # `iso-8859-1` is an alias as iso_8859_1, `windows-874` is none
        module = _MODULES.get(plain.replace("windows_", "cp"))
        plain = plain.replace("windows_", "cp")
    found = plain if module == "" else module
    if found is None or _FAMILIES.fullmatch(found) is None:
        raise LookupError(f"unknown character set: {name}")
    return codecs.lookup(found)


def decode(octets: bytes, charset: str) -> str:
    """Few octets as text. Raises LookupError for an unknown character set, UnicodeError for what is none of it."""
    return str(codec_of(charset).decode(octets, "strict")[0])


def decoded_pieces(pieces: Iterator[bytes], charset: str) -> Iterator[str]:
    """Octets as text, piece by piece. What is wrong in them is replaced; an unknown set is read as Latin-1."""
    try:
        codec = codec_of(charset)
    except LookupError:
        codec = codecs.lookup("latin-1")
    decoder = codec.incrementaldecoder("replace")
    for piece in pieces:
        yield decoder.decode(piece)
    yield decoder.decode(b"", True)
