"""System.Guid and System.Version."""

from __future__ import annotations

import os
import re
import time
import uuid
from typing import Any, Final

from shell.types import BYTE, named
from shell.types.registry.checks import not_negative, not_null
from shell.types.registry.declarations import clr_class, clr_constructor, clr_method, clr_property
from shell.values.culture import Culture
from shell.values.errors import (
    ArgumentException,
    FormatException,
    NetException,
    OverflowException,
    SystemException,
)
from shell.values.objects import Byte, Int16, TypedArray, Value, unwrap

_GUID_SHAPES: Final = (
    re.compile(r"[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}"),
    re.compile(r"\{[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}\}"),
    re.compile(r"\([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}\)"),
    re.compile(r"[0-9a-fA-F]{32}"),
)
_GUID_HEX: Final = re.compile(
    r"\{0x([0-9a-f]{1,8}),0x([0-9a-f]{1,4}),0x([0-9a-f]{1,4}),\{((?:0x[0-9a-f]{1,2},){7}0x[0-9a-f]{1,2})\}\}",
    re.IGNORECASE,
)


_EIGHT_BYTES: Final = ", ".join(f"byte {letter}" for letter in "defghijk")
_EXPECTED: Final = {
    "D": "Guid should contain 32 digits with 4 dashes (xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx).",
    "N": "Guid should contain only hexadecimal characters.",
}


def _parse_guid(text: str) -> uuid.UUID:
    trimmed = text.strip()
    if any(shape.fullmatch(trimmed) for shape in _GUID_SHAPES):
        return uuid.UUID(trimmed.strip("{}()"))
    found = _GUID_HEX.fullmatch(re.sub(r"\s", "", trimmed))
    if found is not None:
        tail = "".join(f"{int(each, 16):02x}" for each in found[4].split(","))
        return uuid.UUID(f"{int(found[1], 16):08x}{int(found[2], 16):04x}{int(found[3], 16):04x}{tail}")
    if re.fullmatch(r"[{(]?[0-9a-fA-F-]+[})]?", trimmed) and len(trimmed.strip("{}()")) == 36:
        raise FormatException("Guid should contain 32 digits with 4 dashes (xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx).")
    raise FormatException("Unrecognized Guid format.")


@clr_class("System.Guid", "System.ValueType", interfaces="System.IComparable System.IFormattable")
class Guid:
    """A globally unique identifier."""

    __slots__ = ("uuid",)

    def __init__(self, value: uuid.UUID) -> None:
        self.uuid = value

    def __str__(self) -> str:
        return str(self.uuid)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Guid) and self.uuid == other.uuid

    def __lt__(self, other: Guid) -> bool:
        return self.uuid < other.uuid

    def __gt__(self, other: Guid) -> bool:
        return self.uuid > other.uuid

    def __hash__(self) -> int:
        return hash(("Guid", self.uuid))

    def to_format(self, pattern: str, culture: Culture | None = None) -> str:
        """Format D, N, B, P or X."""
        text = str(self.uuid)
        letter = pattern.upper() or "D"
        if letter == "X":
            tail = ",".join(f"0x{each:02x}" for each in self.uuid.bytes[8:])
            a, b, c = self.uuid.fields[:3]
            return f"{{0x{a:08x},0x{b:04x},0x{c:04x},{{{tail}}}}}"
        shapes = {"D": "{}", "N": "{}", "B": "{{{}}}", "P": "({})"}
        if letter not in shapes:
            raise FormatException('Format string can be only "D", "d", "N", "n", "P", "p", "B", "b", "X" or "x".')
        return shapes[letter].format(text.replace("-", "") if letter == "N" else text)

    @clr_constructor("string g")
    @staticmethod
    def of_text(g: str) -> Guid:
        """Parse a text; raise where it is not valid."""
        return Guid(_parse_guid(g))

    @clr_constructor("byte[] b")
    @staticmethod
    def of_bytes(b: Any) -> Guid:
        """Create a GUID from 16 bytes."""
        if len(b) != 16:
            raise ArgumentException("Byte array for Guid must be exactly 16 bytes long. (Parameter 'b')")
        return Guid(uuid.UUID(bytes_le=bytes(b)))

    @clr_constructor("")
    @staticmethod
    def nothing() -> Guid:
        """Return the GUID of zeros."""
        return Guid(uuid.UUID(int=0))

    @clr_constructor("int a, short b, short c, byte[] d")
    @staticmethod
    def of_fields(a: int, b: int, c: int, d: Any) -> Guid:
        """Create a GUID from three numbers and eight bytes."""
        if len(d) != 8:
            raise ArgumentException("Byte array for Guid must be exactly 8 bytes long. (Parameter 'd')")
        head = (a & 0xFFFFFFFF).to_bytes(4, "big") + (b & 0xFFFF).to_bytes(2, "big") + (c & 0xFFFF).to_bytes(2, "big")
        return Guid(uuid.UUID(bytes=head + bytes(d)))

    @clr_constructor(f"int a, short b, short c, {_EIGHT_BYTES}")
    @clr_constructor(f"uint a, ushort b, ushort c, {_EIGHT_BYTES}")
    @staticmethod
    def of_numbers(a: int, b: int, c: int, *rest: int) -> Guid:
        """Create a GUID from eleven numbers."""
        return Guid.of_fields(a, b, c, rest)

    @clr_property("Variant", "int")
    def variant(self) -> int:
        """Return the variant field (RFC 9562 section 4.1)."""
        return self.uuid.bytes[8] >> 4

    @clr_property("Version", "int")
    def version(self) -> int:
        """Return the version field (RFC 9562 section 4.2)."""
        return self.uuid.bytes[6] >> 4

    @clr_method("CompareTo", "object value -> int")
    @clr_method("CompareTo", "guid value -> int")
    def compare_to(self, other: Value) -> int:
        """Compare: return -1, 0 or 1."""
        other = unwrap(other)
        if other is None:
            return 1
        if not isinstance(other, Guid):
            raise ArgumentException("Object must be of type GUID. (Parameter 'value')")
        return (self > other) - (self < other)

    @clr_method("Equals", "object o -> bool")
    def equals(self, other: Value) -> bool:
        """Return True if both are equal."""
        return bool(self == unwrap(other))

    @clr_method("ToByteArray", "-> byte[]")
    @clr_method("ToByteArray", "bool bigEndian -> byte[]")
    def to_byte_array(self, big_endian: bool = False) -> Value:
        """Return the 16 bytes; the first three fields are little-endian unless `big_endian`."""
        data = self.uuid.bytes if big_endian else self.uuid.bytes_le
        return TypedArray(BYTE, [Byte(each) for each in data])

    @clr_method("ToString", "-> string")
    @clr_method("ToString", "string format -> string")
    @clr_method("ToString", "string format, System.IFormatProvider provider -> string")
    def to_string(self, pattern: str = "", provider: Value = None) -> str:
        """Format by a pattern."""
        return self.to_format(pattern or "")

    @clr_property("Empty", "guid", static=True)
    @staticmethod
    def empty() -> Guid:
        """Return the GUID of zeros."""
        return Guid(uuid.UUID(int=0))

    @clr_method("NewGuid", "-> guid", static=True)
    @staticmethod
    def new_guid() -> Guid:
        """Return a random GUID."""
        return Guid(uuid.uuid4())

    @clr_property("AllBitsSet", "guid", static=True)
    @staticmethod
    def all_bits_set() -> Guid:
        """Return the GUID of ones."""
        return Guid(uuid.UUID(int=(1 << 128) - 1))

    @clr_method("CreateVersion7", "-> guid", static=True)
    @clr_method("CreateVersion7", "System.DateTimeOffset timestamp -> guid", static=True)
    @staticmethod
    def create_version_7(moment: Any = None) -> Guid:
        """Return a GUID that begins with the milliseconds since 1970 (RFC 9562 section 5.7)."""
        milliseconds = time.time_ns() // 1_000_000 if moment is None else int(moment.to_unix_milliseconds())
        data = bytearray(milliseconds.to_bytes(6, "big") + os.urandom(10))
        data[6] = 0x70 | data[6] & 0x0F
        data[8] = 0x80 | data[8] & 0x3F
        return Guid(uuid.UUID(bytes=bytes(data)))

    @clr_method("ParseExact", "string input, string format -> guid", static=True)
    @staticmethod
    def parse_exact(text: str, pattern: str) -> Guid:
        """Parse a text in one format."""
        found = Guid(_parse_guid(text))
        if found.to_format(pattern).lower() != text.strip().lower():
            raise FormatException(_EXPECTED.get(pattern.upper(), "Unrecognized Guid format."))
        return found

    @clr_method("TryParseExact", "string input, string format, ref guid result -> bool", static=True)
    @staticmethod
    def try_parse_exact(text: str, pattern: str, reference: Any) -> bool:
        """Parse a text in one format; return False where it does not match."""
        try:
            reference.value = Guid.parse_exact(text or "", pattern)
        except FormatException:
            reference.value = Guid.empty()
            return False
        return True

    @clr_method("Parse", "string input -> guid", static=True)
    @clr_method("Parse", "string s, System.IFormatProvider provider -> guid", static=True)
    @staticmethod
    def parse(text: str, provider: Value = None) -> Guid:
        """Parse a text; raise where it is not valid."""
        return Guid(_parse_guid(text))

    @clr_method("TryParse", "string input, ref guid result -> bool", static=True)
    @clr_method("TryParse", "string s, System.IFormatProvider provider, ref guid result -> bool", static=True)
    @staticmethod
    def try_parse(text: str, *rest: Any) -> bool:
        """Parse a text; return False where it is not valid."""
        reference = rest[-1]
        try:
            reference.value = Guid(_parse_guid(text or ""))
        except FormatException:
            reference.value = Guid.empty()
            return False
        return True


named("System.Guid").data["default"] = Guid.nothing()


def _version_part(text: str) -> int:
    if not re.fullmatch(r"\s*[+-]?[0-9]+\s*", text):
        raise FormatException(f"The input string '{text}' was not in a correct format.")
    number = int(text)
    not_negative(number, "input")
    if number > 0x7FFFFFFF:
        raise OverflowException("Value was either too large or too small for an Int32.")
    return number


def _signed_half(number: int) -> Int16:
    """Return the low 16 bits of a number with their sign."""
    return Int16(((number & 0xFFFF) ^ 0x8000) - 0x8000)


@clr_class(
    "System.Version",
    interfaces="System.IComparable System.ICloneable",
    properties="Major:int Minor:int Build:int Revision:int",
)
class Version:
    """A version of two to four numbers; a missing one is -1."""

    __slots__ = ("build", "major", "minor", "revision")

    def __init__(self, major: int = 0, minor: int = 0, build: int = -1, revision: int = -1) -> None:
        self.major, self.minor, self.build, self.revision = major, minor, build, revision

    @property
    def parts(self) -> tuple[int, int, int, int]:
        """Return all four numbers."""
        return self.major, self.minor, self.build, self.revision

    def __str__(self) -> str:
        return ".".join(str(part) for part in self.parts if part >= 0)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Version) and self.parts == other.parts

    def __lt__(self, other: Version) -> bool:
        return self.parts < other.parts

    def __gt__(self, other: Version) -> bool:
        return self.parts > other.parts

    def __hash__(self) -> int:
        return hash(("Version", self.parts))

    @clr_constructor("")
    @clr_constructor("int major, int minor")
    @clr_constructor("int major, int minor, int build")
    @clr_constructor("int major, int minor, int build, int revision")
    @staticmethod
    def of_parts(*parts: int) -> Version:
        """Create a version from numbers."""
        for name, number in zip(("major", "minor", "build", "revision"), parts, strict=False):
            not_negative(number, name)
        return Version(*parts)

    @clr_constructor("string version")
    @clr_method("Parse", "string input -> version", static=True)
    @staticmethod
    def parse(text: str) -> Version:
        """Parse a text; raise where it is not valid."""
        not_null(text, "input")
        parts = text.split(".")
        if not 2 <= len(parts) <= 4:
            raise ArgumentException("Version string portion was too short or too long. (Parameter 'input')")
        return Version(*(_version_part(part) for part in parts))

    @clr_method("TryParse", "string input, ref version result -> bool", static=True)
    @staticmethod
    def try_parse(text: str, reference: Any) -> bool:
        """Parse a text; return False where it is not valid."""
        try:
            reference.value = Version.parse(text or "")
        except NetException:
            reference.value = None
            return False
        return True

    @clr_property("MajorRevision", "short")
    def major_revision(self) -> Int16:
        """Return the high 16 bits of the revision."""
        return _signed_half(self.revision >> 16)

    @clr_property("MinorRevision", "short")
    def minor_revision(self) -> Int16:
        """Return the low 16 bits of the revision; they are negative from 32768."""
        return _signed_half(self.revision)

    @clr_method("CompareTo", "object version -> int")
    @clr_method("CompareTo", "version value -> int")
    def compare_to(self, other: Value) -> int:
        """Compare: return -1, 0 or 1."""
        other = unwrap(other)
        if other is None:
            return 1
        if not isinstance(other, Version):
            raise ArgumentException("Object must be of type Version.")
        return (self.parts > other.parts) - (self.parts < other.parts)

    @clr_method("Equals", "object obj -> bool")
    def equals(self, other: Value) -> bool:
        """Return True if both are equal."""
        return bool(self == unwrap(other))

    @clr_method("Clone", "-> object")
    def clone(self) -> Version:
        """Return a copy."""
        return Version(*self.parts)

    @clr_method("ToString", "-> string")
    @clr_method("ToString", "int fieldCount -> string")
    def to_string(self, count: int | None = None) -> str:
        """Return the text of the first `count` fields."""
        if count is None:
            return str(self)
        known = sum(1 for part in self.parts if part >= 0)
        if not 0 <= count <= known:
            raise ArgumentException(f"Argument must be between 0 and {known}. (Parameter 'fieldCount')")
        return ".".join(map(str, self.parts[:count]))


__all__ = ["Guid", "SystemException", "Version"]
