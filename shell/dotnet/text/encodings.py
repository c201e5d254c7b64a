"""System.Text.Encoding and the classes of its kind."""

from __future__ import annotations

import codecs
from typing import Any, Final

from shell.dotnet.numbers.convert import byte_array
from shell.dotnet.text.strings import utf16_length
from shell.language.units import whole
from shell.types import CHAR, ClrType, Method, named, register, resolve
from shell.types.registry.declarations import add_methods, add_properties, clr_class, clr_method, clr_property
from shell.values.errors import ArgumentException
from shell.values.objects import Char, TypedArray, Value

_ENCODINGS: Final = {
    "utf-8": ("Unicode (UTF-8)", 65001, "UTF8Encoding+UTF8EncodingSealed", "utf-8", codecs.BOM_UTF8),
    "us-ascii": ("US-ASCII", 20127, "ASCIIEncoding+ASCIIEncodingSealed", "ascii", b""),
    "utf-16": ("Unicode", 1200, "UnicodeEncoding", "utf-16-le", codecs.BOM_UTF16_LE),
    "utf-16be": ("Unicode (Big-Endian)", 1201, "UnicodeEncoding", "utf-16-be", codecs.BOM_UTF16_BE),
    "utf-32": ("Unicode (UTF-32)", 12000, "UTF32Encoding", "utf-32-le", codecs.BOM_UTF32_LE),
    "iso-8859-1": ("Western European (ISO)", 28591, "Latin1Encoding+Latin1EncodingSealed", "latin-1", b""),
    "windows-1252": ("Western European (Windows)", 1252, "SBCSCodePageEncoding", "cp1252", b""),
    "utf-7": ("Unicode (UTF-7)", 65000, "UTF7Encoding", "utf-7", b""),
}
_ALIASES: Final = {
    "utf8": "utf-8", "ascii": "us-ascii", "unicode": "utf-16", "utf-16le": "utf-16", "latin1": "iso-8859-1",
    "utf16": "utf-16",
    "unicodefffe": "utf-16be", "1252": "windows-1252", "65001": "utf-8", "20127": "us-ascii", "1200": "utf-16",
    "1201": "utf-16be", "12000": "utf-32", "28591": "iso-8859-1", "65000": "utf-7",
}  # fmt: skip


@clr_class("System.Text.Encoding", is_abstract=True)
class Encoding:
    """A character encoding."""

    def __init__(self, name: str, *, with_mark: bool = True) -> None:
        self.name = name
        self.title, self.number, self.class_name, self.codec, mark = _ENCODINGS[name]
        self.mark = mark if with_mark else b""

    @property
    def clr_type(self) -> ClrType:
        """Return the .NET type of the encoding."""
        return _encoding_type(self.class_name)

    def encode(self, text: str) -> bytes:
        """Return the bytes of a text; what cannot be encoded becomes a question mark."""
        return text.encode(self.codec, "surrogatepass" if self.codec.startswith("utf") else "replace")

    def decode(self, data: bytes) -> str:
        """Return the text of bytes; invalid bytes become U+FFFD, in ASCII a question mark."""
        if self.codec == "ascii":
            return "".join(chr(each) if each < 128 else "�" for each in data)
        return data.decode(self.codec, "replace")

    def __str__(self) -> str:
        return self.clr_type.full_name

    @clr_property("BodyName", "string")
    def body_name(self) -> str:
        """Return the name for mail bodies."""
        return self.name

    @clr_property("EncodingName", "string")
    def encoding_name(self) -> str:
        """Return the descriptive name."""
        return self.title

    @clr_property("HeaderName", "string")
    def header_name(self) -> str:
        """Return the name for mail headers."""
        return self.name

    @clr_property("WebName", "string")
    def web_name(self) -> str:
        """Return the IANA name."""
        return self.name

    @clr_property("CodePage", "int")
    def code_page(self) -> int:
        """Return the code page."""
        return self.number

    @clr_property("WindowsCodePage", "int")
    def windows_code_page(self) -> int:
        """Return the closest Windows code page."""
        return 1252 if not self.name.startswith("utf") else 1200

    @clr_property("IsSingleByte", "bool")
    def is_single_byte(self) -> bool:
        """Return True if each character is one byte."""
        return not self.name.startswith("utf")

    @clr_property("Preamble", "byte[]")
    def preamble(self) -> Value:
        """Return the byte order mark."""
        return byte_array(self.mark)

    @clr_method("GetMaxByteCount", "int charCount -> int")
    def max_byte_count(self, count: int) -> int:
        """Return the maximum bytes of a number of characters, allowing for a pending surrogate."""
        widest = {"utf-8": 3, "utf-16": 2, "utf-16be": 2, "utf-32": 4}.get(self.name, 1)
        return (count + (0 if self.name == "iso-8859-1" else 1)) * widest

    @clr_method("GetMaxCharCount", "int byteCount -> int")
    def max_char_count(self, count: int) -> int:
        """Return the maximum characters of a number of bytes."""
        if self.name in ("utf-16", "utf-16be"):
            return (count >> 1) + (count & 1) + 1
        if self.name == "utf-32":
            return count // 2 + 2
        return count + 1 if self.name == "utf-8" else count

    @clr_method("GetPreamble", "-> byte[]")
    def get_preamble(self) -> Value:
        """Return the byte order mark."""
        return byte_array(self.mark)

    @clr_method("GetBytes", "string s -> byte[]")
    def get_bytes(self, text: str) -> Value:
        """Return the bytes of a text."""
        return byte_array(self.encode(text))

    @clr_method("GetBytes", "char[] chars -> byte[]")
    def get_bytes_of_letters(self, letters: Any) -> Value:
        """Return the bytes of characters."""
        return byte_array(self.encode(whole("".join(letters))))

    @clr_method("GetByteCount", "string s -> int")
    def get_byte_count(self, text: str) -> int:
        """Return the number of bytes of a text."""
        return len(self.encode(text))

    @clr_method("GetString", "byte[] bytes -> string")
    @clr_method("GetString", "byte[] bytes, int index, int count -> string")
    def get_string(self, data: Any, index: int = 0, count: int | None = None) -> str:
        """Return the text of bytes."""
        part = bytes(data)[index:] if count is None else bytes(data)[index : index + count]
        return self.decode(part)

    @clr_method("GetChars", "byte[] bytes -> char[]")
    def get_chars(self, data: Any) -> Value:
        """Return the characters of bytes."""
        return TypedArray(CHAR, [Char(each) for each in self.decode(bytes(data))])

    @clr_method("GetCharCount", "byte[] bytes -> int")
    def get_char_count(self, data: Any) -> int:
        """Return the number of characters of bytes."""
        return utf16_length(self.decode(bytes(data)))


def _encoding_type(class_name: str) -> ClrType:
    name = "System.Text." + class_name
    return resolve(name) or register(ClrType(name, named("System.Text.Encoding")))


def find_encoding(name: Any) -> Encoding:
    """Return an encoding by name or code page; raises ArgumentException."""
    key = str(name).lower()
    key = _ALIASES.get(key, key)
    if key not in _ENCODINGS:
        raise ArgumentException(
            f"'{name}' is not a supported encoding name. For information on defining a custom encoding, see the"
            " documentation for the Encoding.RegisterProvider method. (Parameter 'name')"
        )
    return Encoding(key)


def _declare_encodings() -> None:
    target = named("System.Text.Encoding")
    rows = (
        ("UTF8", "utf-8"), ("ASCII", "us-ascii"), ("Unicode", "utf-16"), ("BigEndianUnicode", "utf-16be"),
        ("UTF32", "utf-32"), ("Latin1", "iso-8859-1"), ("UTF7", "utf-7"),
    )  # fmt: skip
    add_properties(
        target, [(name, "System.Text.Encoding", lambda key=key: Encoding(key)) for name, key in rows], static=True
    )
    add_properties(
        target, (("Default", "System.Text.Encoding", lambda: Encoding("utf-8", with_mark=False)),), static=True
    )
    add_methods(
        target,
        (
            ("GetEncoding", "string name -> System.Text.Encoding|int codepage -> System.Text.Encoding", find_encoding),
            (
                "Convert",
                "System.Text.Encoding srcEncoding, System.Text.Encoding dstEncoding, byte[] bytes -> byte[]",
                _recode,
            ),
        ),
        static=True,
    )
    for class_name, key in (
        ("UTF8Encoding", "utf-8"),
        ("UnicodeEncoding", "utf-16"),
        ("ASCIIEncoding", "us-ascii"),
        ("UTF32Encoding", "utf-32"),
    ):
        made = _encoding_type(class_name)
        _add_constructors(made, key, class_name)


def _add_constructors(made: ClrType, key: str, class_name: str) -> None:
    def make(*flags: bool) -> Encoding:
        wants_mark = bool(flags and flags[0]) if key == "utf-8" else True
        found = Encoding(key, with_mark=wants_mark)
        found.class_name = class_name
        return found

    for signature in (
        "",
        "bool encoderShouldEmitUTF8Identifier",
        "bool encoderShouldEmitUTF8Identifier, bool throwOnInvalidBytes",
    ):
        made.add_constructor(Method(made.short_name, signature, make, True))


def _recode(source: Encoding, target: Encoding, data: Any) -> Value:
    return byte_array(target.encode(source.decode(bytes(data))))


_declare_encodings()
