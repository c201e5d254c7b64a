"""System.Text: StringBuilder and Encoding; System.StringComparer."""

from __future__ import annotations

import codecs
from typing import Any, Final

from shell.runtime.collation import collate, same_text
from shell.runtime.declare import add_methods, add_properties, clr_class, clr_constructor, clr_method, clr_property
from shell.runtime.dotnet.basics import hash_code
from shell.runtime.dotnet.converting import byte_array
from shell.runtime.dotnet.formatting import composite_format
from shell.runtime.dotnet.strings import utf16_length
from shell.runtime.errors import ArgumentException, ArgumentOutOfRangeException, IndexOutOfRangeException
from shell.runtime.objects import Char, TypedArray, Value, unwrap
from shell.runtime.text import net_string
from shell.runtime.types import CHAR, OBJECT, ClrType, named, register

_NEW_LINE: Final = "\n" if __import__("os").linesep == "\n" else "\r\n"


@clr_class("System.Text.StringBuilder", properties="Capacity:int=rw MaxCapacity:int")
class StringBuilder:
    """A text that grows."""

    def __init__(self, text: str = "", capacity: int = 16) -> None:
        self.text = text
        self.capacity = max(capacity, 16 if not text else _room(16, len(text)))
        self.max_capacity = 0x7FFFFFFF

    def __str__(self) -> str:
        return self.text

    @clr_constructor("")
    @staticmethod
    def empty() -> StringBuilder:
        """Make an empty one."""
        return StringBuilder()

    @clr_constructor("int capacity")
    @staticmethod
    def sized(capacity: int) -> StringBuilder:
        """Make an empty one with room."""
        if capacity < 0:
            raise ArgumentOutOfRangeException(
                f"capacity ('{capacity}') must be a non-negative value. (Parameter 'capacity')\n"
                f"Actual value was {capacity}."
            )
        made = StringBuilder()
        made.capacity = capacity or 16
        return made

    @clr_constructor("string value")
    @clr_constructor("string value, int capacity")
    @staticmethod
    def of_text(value: Any, capacity: int = 16) -> StringBuilder:
        """Begin with a text."""
        made = StringBuilder()
        made.text = value or ""
        made.capacity = max(capacity or 16, len(made.text))
        return made

    def _set_length(self, length: int) -> None:
        if length < 0:
            raise ArgumentOutOfRangeException("Length cannot be less than zero. (Parameter 'value')")
        self.text = self.text[:length].ljust(length, "\0")
        self.capacity = max(self.capacity, length)

    @clr_property("Length", "int", setter=lambda self, value: self._set_length(value))
    def length(self) -> int:
        """How many characters."""
        return utf16_length(self.text)

    def _put(self, text: str) -> StringBuilder:
        self.text += text
        if len(self.text) > self.capacity:
            self.capacity = max(self.capacity * 2, len(self.text))
        return self

    @clr_method("Append", "string value -> System.Text.StringBuilder")
    @clr_method("Append", "object value -> System.Text.StringBuilder")
    @clr_method("Append", "char value -> System.Text.StringBuilder")
    def append(self, value: Value) -> StringBuilder:
        """Add a text."""
        return self._put("" if value is None else net_string(unwrap(value)))

    @clr_method("Append", "char[] value -> System.Text.StringBuilder")
    def append_letters(self, value: Any) -> StringBuilder:
        """Add characters."""
        return self._put("".join(value or ()))

    @clr_method("Append", "char value, int repeatCount -> System.Text.StringBuilder")
    def append_repeated(self, value: str, count: int) -> StringBuilder:
        """Add a character several times."""
        return self._put(str(value) * count)

    @clr_method("Append", "string value, int startIndex, int count -> System.Text.StringBuilder")
    def append_part(self, value: str, start: int, count: int) -> StringBuilder:
        """Add a part of a text."""
        return self._put(value[start : start + count])

    @clr_method("AppendLine", "-> System.Text.StringBuilder")
    @clr_method("AppendLine", "string value -> System.Text.StringBuilder")
    def append_line(self, value: Any = "") -> StringBuilder:
        """Add a text and a line break."""
        return self._put((value or "") + _NEW_LINE)

    @clr_method("AppendFormat", "string format, params object[] args -> System.Text.StringBuilder")
    def append_format(self, template: str, arguments: list[Value]) -> StringBuilder:
        """Add a filled composite format."""
        return self._put(composite_format(template, arguments))

    @clr_method("AppendJoin", "string separator, params object[] values -> System.Text.StringBuilder")
    def append_join(self, separator: str, values: list[Value]) -> StringBuilder:
        """Add joined texts."""
        return self._put((separator or "").join(net_string(unwrap(each)) for each in values))

    @clr_method("Insert", "int index, string value -> System.Text.StringBuilder")
    @clr_method("Insert", "int index, object value -> System.Text.StringBuilder")
    def insert(self, index: int, value: Value) -> StringBuilder:
        """Put a text at a place."""
        if not 0 <= index <= len(self.text):
            raise ArgumentOutOfRangeException(
                "Index was out of range. Must be non-negative and less than or equal to the size of the collection."
                " (Parameter 'index')"
            )
        tail = self.text[index:]
        self.text = self.text[:index]
        return self._put(("" if value is None else net_string(unwrap(value))) + tail)

    @clr_method("Remove", "int startIndex, int length -> System.Text.StringBuilder")
    def remove(self, start: int, length: int) -> StringBuilder:
        """Remove a part."""
        if start < 0 or length < 0 or start + length > len(self.text):
            raise ArgumentOutOfRangeException(
                "Index was out of range. Must be non-negative and less than or equal to the size of the collection."
                " (Parameter 'length')"
            )
        self.text = self.text[:start] + self.text[start + length :]
        return self

    @clr_method("Replace", "string oldValue, string newValue -> System.Text.StringBuilder")
    @clr_method("Replace", "char oldChar, char newChar -> System.Text.StringBuilder")
    def replace(self, old: str, new: Any) -> StringBuilder:
        """Replace all."""
        if not old:
            raise ArgumentException("The value cannot be an empty string. (Parameter 'oldValue')")
        self.text = self.text.replace(old, new or "")
        return self

    @clr_method("Clear", "-> System.Text.StringBuilder")
    def clear(self) -> StringBuilder:
        """Remove all."""
        self.text = ""
        return self

    @clr_method("EnsureCapacity", "int capacity -> int")
    def ensure_capacity(self, capacity: int) -> int:
        """Make room."""
        self.capacity = max(self.capacity, capacity)
        return self.capacity

    @clr_method("Equals", "object obj -> bool")
    def equals(self, other: Value) -> bool:
        """True for the same text."""
        return isinstance(other, StringBuilder) and other.text == self.text

    @clr_method("ToString", "-> string")
    def to_string(self) -> str:
        """The text."""
        return self.text

    @clr_method("ToString", "int startIndex, int length -> string")
    def to_string_part(self, start: int, length: int) -> str:
        """A part of the text."""
        return self.text[start : start + length]

    @clr_method("Chars", "int index -> char")
    def chars(self, index: int) -> Char:
        """The character at a place."""
        return Char(self.clr_index(index))

    def clr_index(self, index: Value) -> Value:
        """Return the character at a place."""
        if not 0 <= int(index) < len(self.text):
            raise IndexOutOfRangeException("Index was outside the bounds of the array.")
        return Char(self.text[int(index)])

    def clr_set_index(self, index: Value, value: Value) -> None:
        """Set the character at a place."""
        place = int(index)
        self.text = self.text[:place] + net_string(value)[:1] + self.text[place + 1 :]


def _room(capacity: int, length: int) -> int:
    while capacity < length:
        capacity *= 2
    return capacity


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
        """The class of the encoding."""
        return _encoding_type(self.class_name)

    def encode(self, text: str) -> bytes:
        """Return the bytes of a text; what cannot be encoded becomes a question mark."""
        return text.encode(self.codec, "surrogatepass" if self.codec.startswith("utf") else "replace")

    def decode(self, data: bytes) -> str:
        """Return the text of bytes; what makes no sense becomes U+FFFD, or a question mark in ASCII."""
        if self.codec == "ascii":
            return "".join(chr(each) if each < 128 else "�" for each in data)
        return data.decode(self.codec, "replace")

    def __str__(self) -> str:
        return self.clr_type.full_name

    @clr_property("BodyName", "string")
    def body_name(self) -> str:
        """The name in mail."""
        return self.name

    @clr_property("EncodingName", "string")
    def encoding_name(self) -> str:
        """The name for people."""
        return self.title

    @clr_property("HeaderName", "string")
    def header_name(self) -> str:
        """The name in mail headers."""
        return self.name

    @clr_property("WebName", "string")
    def web_name(self) -> str:
        """The name that IANA registered."""
        return self.name

    @clr_property("CodePage", "int")
    def code_page(self) -> int:
        """The code page."""
        return self.number

    @clr_property("WindowsCodePage", "int")
    def windows_code_page(self) -> int:
        """The closest code page of Windows."""
        return 1252 if not self.name.startswith("utf") else 1200

    @clr_property("IsSingleByte", "bool")
    def is_single_byte(self) -> bool:
        """True where each character is a byte."""
        return not self.name.startswith("utf")

    @clr_property("Preamble", "byte[]")
    def preamble(self) -> Value:
        """The byte order mark."""
        return byte_array(self.mark)

    @clr_method("GetPreamble", "-> byte[]")
    def get_preamble(self) -> Value:
        """The byte order mark."""
        return byte_array(self.mark)

    @clr_method("GetBytes", "string s -> byte[]")
    def get_bytes(self, text: str) -> Value:
        """The bytes of a text."""
        return byte_array(self.encode(text))

    @clr_method("GetBytes", "char[] chars -> byte[]")
    def get_bytes_of_letters(self, letters: Any) -> Value:
        """The bytes of characters."""
        return byte_array(self.encode("".join(letters)))

    @clr_method("GetByteCount", "string s -> int")
    def get_byte_count(self, text: str) -> int:
        """How many bytes a text takes."""
        return len(self.encode(text))

    @clr_method("GetString", "byte[] bytes -> string")
    @clr_method("GetString", "byte[] bytes, int index, int count -> string")
    def get_string(self, data: Any, index: int = 0, count: int | None = None) -> str:
        """The text of bytes."""
        part = bytes(data)[index:] if count is None else bytes(data)[index : index + count]
        return self.decode(part)

    @clr_method("GetChars", "byte[] bytes -> char[]")
    def get_chars(self, data: Any) -> Value:
        """The characters of bytes."""
        return TypedArray(CHAR, [Char(each) for each in self.decode(bytes(data))])

    @clr_method("GetCharCount", "byte[] bytes -> int")
    def get_char_count(self, data: Any) -> int:
        """How many characters bytes make."""
        return utf16_length(self.decode(bytes(data)))


def _encoding_type(class_name: str) -> ClrType:
    from shell.runtime.types import resolve

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
    from shell.runtime.types import Method

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


@clr_class(
    "System.StringComparer",
    interfaces="System.Collections.IComparer System.Collections.IEqualityComparer",
    is_abstract=True,
)
class StringComparer:
    """A way to compare texts."""

    def __init__(self, *, ignore_case: bool, ordinal: bool) -> None:
        self.ignore_case = ignore_case
        self.ordinal = ordinal

    @clr_method("Compare", "object x, object y -> int")
    def compare(self, a: Value, b: Value) -> int:
        """Negative, zero or positive."""
        if a is None or b is None:
            return (a is not None) - (b is not None)
        one, other = net_string(unwrap(a)), net_string(unwrap(b))
        if not self.ordinal:
            return collate(one, other, self.ignore_case)
        if self.ignore_case:
            one, other = one.upper(), other.upper()
        return (one > other) - (one < other)

    @clr_method("Equals", "object x, object y -> bool")
    def equals(self, a: Value, b: Value) -> bool:
        """True for equal texts."""
        if a is None or b is None:
            return a is b
        one, other = net_string(unwrap(a)), net_string(unwrap(b))
        if self.ordinal:
            return one.upper() == other.upper() if self.ignore_case else one == other
        return same_text(one, other, self.ignore_case)

    @clr_method("GetHashCode", "object obj -> int")
    def get_hash_code(self, value: Value) -> int:
        """Equal for equal texts."""
        text = net_string(unwrap(value))
        return hash_code(text.upper() if self.ignore_case else text)


def _declare_comparers() -> None:
    rows = []
    for name in ("CurrentCulture", "InvariantCulture", "Ordinal"):
        for suffix in ("", "IgnoreCase"):
            made = StringComparer(ignore_case=bool(suffix), ordinal=name == "Ordinal")
            rows.append((name + suffix, "System.StringComparer", lambda made=made: made))
    add_properties(named("System.StringComparer"), rows, static=True)


_declare_comparers()

__all__ = ["OBJECT", "Encoding", "StringBuilder", "StringComparer", "find_encoding"]
