"""BinaryReader and BinaryWriter: numbers (little-endian) and texts in a stream."""

from __future__ import annotations

import struct
from decimal import Decimal
from typing import Any, Final

from shell.dotnet.numbers.convert import byte_array
from shell.dotnet.text.encodings import Encoding
from shell.types import CHAR, named
from shell.types.registry.checks import not_null
from shell.types.registry.declarations import Row, add_methods, clr_class, clr_constructor, clr_method, clr_property
from shell.values.exceptions import EndOfStreamException
from shell.values.objects import (
    Byte,
    Char,
    Int16,
    Int64,
    SByte,
    Single,
    TypedArray,
    UInt16,
    UInt32,
    UInt64,
    Value,
)

_NUMBERS: Final[tuple[tuple[str, str, str, Any], ...]] = (
    ("Boolean", "bool", "<?", bool),
    ("Byte", "byte", "<B", Byte),
    ("SByte", "sbyte", "<b", SByte),
    ("Int16", "int16", "<h", Int16),
    ("UInt16", "uint16", "<H", UInt16),
    ("Int32", "int", "<i", int),
    ("UInt32", "uint32", "<I", UInt32),
    ("Int64", "long", "<q", Int64),
    ("UInt64", "uint64", "<Q", UInt64),
    ("Single", "float", "<f", Single),
    ("Double", "double", "<d", float),
)


class _Binary:
    def __init__(self, stream: Any, encoding: Any, leave_open: bool) -> None:
        not_null(stream, "input")
        self.stream = stream
        self.encoding = encoding if encoding is not None else Encoding("utf-8", with_mark=False)
        self.leave_open = leave_open

    def end(self) -> None:
        """Close the stream unless `leave_open`."""
        if not self.leave_open:
            self.stream.close()


@clr_class("System.IO.BinaryReader", interfaces="System.IDisposable")
class BinaryReader(_Binary):
    """Reads numbers and texts."""

    @clr_constructor("System.IO.Stream input")
    @clr_constructor("System.IO.Stream input, System.Text.Encoding encoding")
    @clr_constructor("System.IO.Stream input, System.Text.Encoding encoding, bool leaveOpen")
    def __init__(self, stream: Any, encoding: Any = None, leave_open: bool = False) -> None:
        super().__init__(stream, encoding, leave_open)

    def need(self, count: int) -> bytes:
        """Read exactly `count` bytes; raises EndOfStreamException."""
        data: bytes = self.stream.take(count)
        if len(data) < count:
            raise EndOfStreamException("Unable to read beyond the end of the stream.")
        return data

    @clr_property("BaseStream", "System.IO.Stream")
    def base_stream(self) -> Value:
        """Return the stream."""
        return self.stream

    @clr_method("ReadBytes", "int count -> byte[]")
    def read_bytes(self, count: int) -> Value:
        """Read up to `count` bytes."""
        return byte_array(self.stream.take(count))

    @clr_method("Read", "byte[] buffer, int index, int count -> int")
    def read(self, buffer: Any, index: int, count: int) -> int:
        """Read into an array."""
        return int(self.stream.read(buffer, index, count))

    @clr_method("ReadChar", "-> char")
    def read_char(self) -> Char:
        """Read a character."""
        data = self.need(1)
        while True:
            text: str = self.encoding.decode(data)
            if text and "\ufffd" not in text:
                return Char(text)
            data += self.need(1)

    @clr_method("ReadChars", "int count -> char[]")
    def read_chars(self, count: int) -> Value:
        """Read up to `count` characters."""
        return TypedArray(CHAR, [self.read_char() for _ in range(count)])

    @clr_method("PeekChar", "-> int")
    def peek_char(self) -> int:
        """Return the next character's code without consuming it, -1 at the end."""
        here = self.stream.opened().tell()
        try:
            return ord(self.read_char())
        except EndOfStreamException:
            return -1
        finally:
            self.stream.opened().seek(here)

    @clr_method("Read7BitEncodedInt", "-> int")
    def read_length(self) -> int:
        """Read a number with seven bits per byte."""
        number = shift = 0
        while True:
            byte = self.need(1)[0]
            number |= (byte & 0x7F) << shift
            if byte < 0x80:
                return number
            shift += 7

    @clr_method("ReadString", "-> string")
    def read_string(self) -> str:
        """Read a length-prefixed text."""
        return str(self.encoding.decode(self.need(self.read_length())))

    @clr_method("ReadDecimal", "-> decimal")
    def read_decimal(self) -> Decimal:
        """Read a decimal."""
        low, middle, high, flags = struct.unpack("<4I", self.need(16))
        number = Decimal((high << 64) | (middle << 32) | low).scaleb(-(flags >> 16 & 0xFF))
        return -number if flags >> 31 else number

    @clr_method("Close", "-> void")
    @clr_method("Dispose", "-> void")
    def close(self) -> None:
        """Close the stream."""
        self.end()


@clr_class("System.IO.BinaryWriter", interfaces="System.IDisposable")
class BinaryWriter(_Binary):
    """Writes numbers and texts."""

    @clr_constructor("System.IO.Stream output")
    @clr_constructor("System.IO.Stream output, System.Text.Encoding encoding")
    @clr_constructor("System.IO.Stream output, System.Text.Encoding encoding, bool leaveOpen")
    def __init__(self, stream: Any, encoding: Any = None, leave_open: bool = False) -> None:
        super().__init__(stream, encoding, leave_open)

    @clr_property("BaseStream", "System.IO.Stream")
    def base_stream(self) -> Value:
        """Return the stream."""
        return self.stream

    @clr_method("Write", "byte[] buffer -> void")
    def write_bytes(self, buffer: Any) -> None:
        """Write bytes."""
        self.stream.put(bytes(buffer))

    @clr_method("Write", "byte[] buffer, int index, int count -> void")
    def write_part(self, buffer: Any, index: int, count: int) -> None:
        """Write a part of an array."""
        self.stream.write(buffer, index, count)

    @clr_method("Write", "char ch -> void")
    def write_char(self, letter: str) -> None:
        """Write a character."""
        self.stream.put(self.encoding.encode(letter))

    @clr_method("Write", "char[] chars -> void")
    def write_chars(self, letters: Any) -> None:
        """Write characters."""
        self.stream.put(self.encoding.encode("".join(letters)))

    @clr_method("Write7BitEncodedInt", "int value -> void")
    def write_length(self, number: int) -> None:
        """Write a number with seven bits per byte."""
        data = bytearray()
        number &= 0xFFFFFFFF
        while number > 0x7F:
            data.append(number & 0x7F | 0x80)
            number >>= 7
        data.append(number)
        self.stream.put(bytes(data))

    @clr_method("Write", "string value -> void")
    def write_string(self, value: str) -> None:
        """Write a length-prefixed text."""
        data = self.encoding.encode(value)
        self.write_length(len(data))
        self.stream.put(data)

    @clr_method("Write", "decimal value -> void")
    def write_decimal(self, value: Decimal) -> None:
        """Write a decimal."""
        sign, digits, exponent = value.as_tuple()
        number = int("".join(map(str, digits))) * 10 ** max(int(exponent), 0)
        flags = (max(-int(exponent), 0) << 16) | (sign << 31)
        parts = (number & 0xFFFFFFFF, number >> 32 & 0xFFFFFFFF, number >> 64 & 0xFFFFFFFF, flags)
        self.stream.put(struct.pack("<4I", *parts))

    @clr_method("Seek", "int offset, System.IO.SeekOrigin origin -> long")
    def seek(self, offset: int, origin: Value) -> Int64:
        """Set the stream's position."""
        found: Int64 = self.stream.seek(offset, origin)
        return found

    @clr_method("Flush", "-> void")
    def flush(self) -> None:
        """Write buffered data to the target."""
        self.stream.flush()

    @clr_method("Close", "-> void")
    @clr_method("Dispose", "-> void")
    def close(self) -> None:
        """Close the stream."""
        self.end()


def _reader(layout: str, kind: Any) -> Any:
    return lambda reader: kind(struct.unpack(layout, reader.need(struct.calcsize(layout)))[0])


def _writer(layout: str) -> Any:
    return lambda writer, value: writer.stream.put(struct.pack(layout, value))


def _add_numbers() -> None:
    reads: list[Row] = []
    writes: list[Row] = []
    for name, type_name, layout, kind in _NUMBERS:
        reads.append((f"Read{name}", f"-> {type_name}", _reader(layout, kind)))
        writes.append(("Write", f"{type_name} value -> void", _writer(layout)))
    add_methods(named("System.IO.BinaryReader"), reads)
    add_methods(named("System.IO.BinaryWriter"), writes)


_add_numbers()
