"""Text files: the encodings that PowerShell's commands name, byte order marks, lines.

Used by Get-Content and its kin, Out-File, the Csv, Json and Clixml commands and redirection to a file.
"""

from __future__ import annotations

import codecs
import locale
import os
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from shell.language.units import JOINING
from shell.machine import disk

if TYPE_CHECKING:
    pass


@dataclass(frozen=True, slots=True)
class TextEncoding:
    """An encoding: Python's codec, the preamble of a new file, and its .NET names."""

    clr_type_name = "System.Text.Encoding"

    codec: str
    mark: bytes = b""
    web_name: str = ""
    code_page: int = 0

    def encode(self, text: str) -> bytes:
        """Return the bytes of a text; characters outside the encoding become `?`."""
        errors = "replace" if self.codec in _SMALL else JOINING if self.codec == "utf-8" else "surrogatepass"
        return text.encode(self.codec, errors=errors)

    def decode(self, data: bytes) -> str:
        """Return the text of bytes; invalid bytes become U+FFFD."""
        return data.decode(self.codec, errors="replace")


_SMALL: Final = frozenset({"ascii", "latin-1", "cp1252", "cp437", "cp850"})

UTF8: Final = TextEncoding("utf-8", b"", "utf-8", 65001)
UTF8_BOM: Final = TextEncoding("utf-8", codecs.BOM_UTF8, "utf-8", 65001)
UTF16: Final = TextEncoding("utf-16-le", codecs.BOM_UTF16_LE, "utf-16", 1200)
UTF16_BIG: Final = TextEncoding("utf-16-be", codecs.BOM_UTF16_BE, "utf-16BE", 1201)
UTF32: Final = TextEncoding("utf-32-le", codecs.BOM_UTF32_LE, "utf-32", 12000)
UTF32_BIG: Final = TextEncoding("utf-32-be", codecs.BOM_UTF32_BE, "utf-32BE", 12001)
ASCII: Final = TextEncoding("ascii", b"", "us-ascii", 20127)
UTF7: Final = TextEncoding("utf-7", b"", "utf-7", 65000)
LATIN1: Final = TextEncoding("latin-1", b"", "iso-8859-1", 28591)

_BY_NAME: Final[dict[str, TextEncoding]] = {
    "ascii": ASCII,
    "us-ascii": ASCII,
    "bigendianunicode": UTF16_BIG,
    "bigendianutf32": UTF32_BIG,
    "default": UTF8,
    "latin1": LATIN1,
    "iso-8859-1": LATIN1,
    "string": UTF16,
    "unicode": UTF16,
    "utf-16": UTF16,
    "utf16": UTF16,
    "unknown": UTF16,
    "utf-7": UTF7,
    "utf7": UTF7,
    "utf-8": UTF8,
    "utf8": UTF8,
    "utf8bom": UTF8_BOM,
    "utf8nobom": UTF8,
    "utf-32": UTF32,
    "utf32": UTF32,
}

ENCODING_NAMES: Final = (
    "ascii",
    "ansi",
    "bigendianunicode",
    "bigendianutf32",
    "unicode",
    "utf7",
    "utf8",
    "utf8BOM",
    "utf8NoBOM",
    "utf32",
    "oem",
)
"""The completions of an -Encoding parameter."""

_MARKS: Final = (
    (codecs.BOM_UTF8, UTF8_BOM),
    (codecs.BOM_UTF32_LE, UTF32),
    (codecs.BOM_UTF32_BE, UTF32_BIG),
    (codecs.BOM_UTF16_LE, UTF16),
    (codecs.BOM_UTF16_BE, UTF16_BIG),
)


def encoding_named(name: str | int) -> TextEncoding | None:
    """Return the encoding of an -Encoding value, .NET name or code page; None if unknown."""
    if isinstance(name, int):
        return _code_page(name)
    lowered = name.lower()
    if lowered in ("ansi", "oem"):
        return _local(lowered)
    found = _BY_NAME.get(lowered)
    if found is not None:
        return found
    if lowered.isdigit():
        return _code_page(int(lowered))
    return _codec(name)


def _code_page(number: int) -> TextEncoding | None:
    for each in (UTF8, UTF16, UTF16_BIG, UTF32, UTF32_BIG, ASCII, UTF7, LATIN1):
        if each.code_page == number:
            return each
    return _codec(f"cp{number}", number)


def _codec(name: str, code_page: int = 0) -> TextEncoding | None:
    try:
        codec = codecs.lookup(name).name
    except LookupError:
        return None
    return TextEncoding(codec, b"", name.lower(), code_page)


def _local(kind: str) -> TextEncoding:
    """Return Windows' ANSI or OEM code page; on other systems the Western ones, as in PowerShell."""
    if os.name == "nt":
        codec = locale.getpreferredencoding(False) if kind == "ansi" else "oem"
        return _codec(codec) or UTF8
    return TextEncoding("latin-1", b"", "iso-8859-1", 28591) if kind == "ansi" else TextEncoding("cp437", b"", "ibm437")


def detect(data: bytes, default: TextEncoding) -> tuple[TextEncoding, int]:
    """Return the encoding of a byte order mark and the mark's length; the default without one."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding, len(mark)
    return default, 0


def read_text(path: str, encoding: TextEncoding | None = None) -> str:
    """Return a file's text; `encoding` is the requested one, if any. Raises OSError."""
    with disk.open_file(path, "rb") as file:
        return text_of(file.read(), encoding)


def text_of(data: bytes, encoding: TextEncoding | None = None) -> str:
    """Return the text of a file's bytes. A byte order mark wins over `encoding`.

    Without either it is UTF-8, and what is no valid UTF-8 is Windows-1252: so Windows PowerShell, in which every
    Exchange Management Shell runs, reads the files of Western servers.
    """
    found, length = detect(data, encoding or UTF8)
    if length or encoding is not None:
        return found.decode(data[length:])
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return codecs.charmap_decode(data, "strict", _WINDOWS_1252)[0]


def _as_windows_1252(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)
    return codecs.charmap_decode(error.object[error.start : error.end], "strict", _WINDOWS_1252)[0], error.end


_WINDOWS_1252: Final = "".join(
    # .NET reads the five bytes that the code page leaves out as control characters
    chr(byte) if byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else bytes((byte,)).decode("cp1252")
    for byte in range(256)
)

BYTEWISE: Final = "emshell.windows-1252"
"""The name of a codec error handler that reads each invalid byte as Windows-1252, for incremental decoding."""

codecs.register_error(BYTEWISE, _as_windows_1252)


def split_lines(text: str) -> list[str]:
    """Split a text into lines as .NET's readers do: CR, LF and CR LF end a line; the last needs no end."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if not lines[-1]:
        lines.pop()
    return lines


def split_at(text: str, delimiter: str) -> Iterator[str]:
    """Split a text after each delimiter, which is left out (Get-Content -Delimiter)."""
    pieces = text.split(delimiter)
    last = pieces.pop()
    yield from pieces
    if last:
        yield last
