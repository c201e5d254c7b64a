"""System.IO.Stream, MemoryStream and FileStream."""

from __future__ import annotations

import io
import os
from typing import IO, Any, Final

from shell.dotnet.io.file_access import full_path
from shell.dotnet.numbers.convert import byte_array
from shell.machine import disk, path_text
from shell.machine.os_errors import net_error
from shell.types.registry.checks import not_negative, not_null
from shell.types.registry.declarations import clr_class, clr_constructor, clr_method, clr_property
from shell.values.errors import (
    ArgumentException,
    FileNotFoundException,
    IOException,
    NetException,
    NotSupportedException,
)
from shell.values.exceptions import EndOfStreamException, ObjectDisposedException
from shell.values.objects import Byte, Int64, Value

_READ: Final = 1
_WRITE: Final = 2
_CREATE_NEW, _CREATE, _OPEN, _OPEN_OR_CREATE, _TRUNCATE, _APPEND = range(1, 7)


def _set_position(stream: Any, value: int) -> None:
    stream.seek(Int64(value), 0)


@clr_class("System.IO.Stream", is_abstract=True, interfaces="System.IDisposable")
class Stream:
    """A stream over a Python file; `access` is a FileAccess: 1 read, 2 write, 3 both."""

    closed_text = "Cannot access a closed Stream."

    def __init__(self, file: IO[bytes], access: int = _READ | _WRITE) -> None:
        self.file: IO[bytes] | None = file
        self.access = access

    def opened(self) -> IO[bytes]:
        """Return the Python file; raises ObjectDisposedException for a closed stream."""
        if self.file is None:
            raise self.gone()
        return self.file

    def gone(self) -> NetException:
        """Return the error of a closed stream."""
        return ObjectDisposedException(self.closed_text)

    def take(self, count: int = -1) -> bytes:
        """Read up to `count` bytes, all for a negative number."""
        file = self.opened()
        if not self.access & _READ:
            raise NotSupportedException("Stream does not support reading.")
        return file.read(count)

    def put(self, data: bytes) -> None:
        """Write bytes."""
        file = self.opened()
        if not self.access & _WRITE:
            raise NotSupportedException("Stream does not support writing.")
        file.write(data)

    @clr_property("CanRead", "bool")
    def can_read(self) -> bool:
        """Return True if the stream is open for reading."""
        return self.file is not None and bool(self.access & _READ)

    @clr_property("CanWrite", "bool")
    def can_write(self) -> bool:
        """Return True if the stream is open for writing."""
        return self.file is not None and bool(self.access & _WRITE)

    @clr_property("CanSeek", "bool")
    def can_seek(self) -> bool:
        """Return True if the position can be set."""
        return self.file is not None and self.file.seekable()

    @clr_property("CanTimeout", "bool")
    def can_timeout(self) -> bool:
        """Return False: reads never wait."""
        return False

    @clr_property("Length", "long")
    def length(self) -> Int64:
        """Return the length in bytes."""
        file = self.opened()
        here = file.tell()
        end = file.seek(0, os.SEEK_END)
        file.seek(here)
        return Int64(end)

    @clr_property("Position", "long", setter=_set_position)
    def position(self) -> Int64:
        """Return the position."""
        return Int64(self.opened().tell())

    @clr_method("Seek", "long offset, System.IO.SeekOrigin origin -> long")
    def seek(self, offset: int, origin: Value) -> Int64:
        """Set the position."""
        file = self.opened()
        start = (0, file.tell(), int(self.length()))[int(origin)]
        if start + offset < 0:
            raise IOException("An attempt was made to move the position before the beginning of the stream.")
        return Int64(file.seek(start + offset))

    @clr_method("SetLength", "long value -> void")
    def set_length(self, value: int) -> None:
        """Truncate the stream, or extend it by zeros."""
        file = self.opened()
        here = file.tell()
        size = int(self.length())
        if value > size:
            file.seek(size)
            file.write(b"\0" * (value - size))
        else:
            file.truncate(value)
        file.seek(min(here, value))

    @clr_method("ReadByte", "-> int")
    def read_byte(self) -> int:
        """Read a byte, -1 at the end."""
        data = self.take(1)
        return data[0] if data else -1

    @clr_method("Read", "byte[] buffer, int offset, int count -> int")
    @clr_method("ReadAtLeast", "byte[] buffer, int offset, int count -> int")
    def read(self, buffer: Any, offset: int, count: int) -> int:
        """Read into an array; return the number of bytes read."""
        _check_part(buffer, offset, count)
        data = self.take(count)
        buffer[offset : offset + len(data)] = map(Byte, data)
        return len(data)

    @clr_method("Read", "byte[] buffer -> int")
    def read_all_into(self, buffer: Any) -> int:
        """Fill an array."""
        return self.read(buffer, 0, len(buffer))

    @clr_method("ReadExactly", "byte[] buffer, int offset, int count -> void")
    def read_exactly(self, buffer: Any, offset: int, count: int) -> None:
        """Read exactly `count` bytes; raises EndOfStreamException."""
        if self.read(buffer, offset, count) < count:
            raise EndOfStreamException("Unable to read beyond the end of the stream.")

    @clr_method("WriteByte", "byte value -> void")
    def write_byte(self, value: int) -> None:
        """Write a byte."""
        self.put(bytes((value,)))

    @clr_method("Write", "byte[] buffer, int offset, int count -> void")
    def write(self, buffer: Any, offset: int, count: int) -> None:
        """Write a part of an array."""
        _check_part(buffer, offset, count)
        self.put(bytes(buffer[offset : offset + count]))

    @clr_method("Write", "byte[] buffer -> void")
    def write_all(self, buffer: Any) -> None:
        """Write an array."""
        self.put(bytes(buffer))

    @clr_method("CopyTo", "System.IO.Stream destination -> void")
    @clr_method("CopyTo", "System.IO.Stream destination, int bufferSize -> void")
    def copy_to(self, destination: Any, size: int = 0) -> None:
        """Copy the rest to another stream."""
        destination.put(self.take())

    @clr_method("Flush", "-> void")
    @clr_method("Flush", "bool flushToDisk -> void")
    def flush(self, to_disk: bool = False) -> None:
        """Write buffered data to the target."""
        if self.file is not None:
            self.file.flush()

    @clr_method("Close", "-> void")
    @clr_method("Dispose", "-> void")
    def close(self) -> None:
        """Close the stream."""
        if self.file is not None:
            self.file.close()
            self.file = None

    @clr_property("Null", "System.IO.Stream", static=True)
    @staticmethod
    def null() -> Value:
        """Return a stream without content that discards writes."""
        return Stream(_NullFile())


class _NullFile(io.BytesIO):
    """A file without content that discards writes."""

    def write(self, data: Any) -> int:
        return len(data)


def _check_part(buffer: Any, offset: int, count: int) -> None:
    not_null(buffer, "buffer")
    for name, number in (("offset", offset), ("count", count)):
        not_negative(number, name)
    if offset + count > len(buffer):
        raise ArgumentException(
            "Offset and length were out of bounds for the array or count is greater than the number of elements from"
            " index to the end of the source collection."
        )


@clr_class("System.IO.MemoryStream", "System.IO.Stream")
class MemoryStream(Stream):
    """A stream in memory; ToArray works even after it is closed."""

    def __init__(self, data: bytes = b"", access: int = _READ | _WRITE) -> None:
        super().__init__(io.BytesIO(data), access)
        self._last: bytes | None = None

    @clr_constructor("")
    @clr_constructor("int capacity")
    @staticmethod
    def empty(capacity: int = 0) -> MemoryStream:
        """Create an empty stream."""
        return MemoryStream()

    @clr_constructor("byte[] buffer")
    @clr_constructor("byte[] buffer, bool writable")
    @staticmethod
    def of_bytes(buffer: Any, writable: bool = True) -> MemoryStream:
        """Create a stream of bytes."""
        not_null(buffer, "buffer")
        return MemoryStream(bytes(buffer), _READ | _WRITE if writable else _READ)

    @clr_constructor("byte[] buffer, int index, int count")
    @staticmethod
    def of_part(buffer: Any, index: int, count: int) -> MemoryStream:
        """Create a stream of a part of an array."""
        _check_part(buffer, index, count)
        return MemoryStream(bytes(buffer[index : index + count]))

    def content(self) -> bytes:
        """Return all bytes."""
        if self.file is None:
            return self._last or b""
        held: Any = self.file
        found: bytes = held.getvalue()
        return found

    @clr_property("Capacity", "int", setter=lambda self, value: None)
    def capacity(self) -> int:
        """Return the capacity in bytes."""
        size, room = len(self.content()), 256
        while room < size:
            room *= 2
        return room if size else 0

    @clr_method("ToArray", "-> byte[]")
    @clr_method("GetBuffer", "-> byte[]")
    def to_array(self) -> Value:
        """Return all bytes."""
        return byte_array(self.content())

    @clr_method("WriteTo", "System.IO.Stream stream -> void")
    def write_to(self, stream: Any) -> None:
        """Write all bytes into another stream."""
        stream.put(self.content())

    @clr_method("Close", "-> void")
    @clr_method("Dispose", "-> void")
    def close(self) -> None:
        """Close the stream; ToArray still works."""
        self._last = self.content()
        super().close()


@clr_class("System.IO.FileStream", "System.IO.Stream", properties="Name:string")
class FileStream(Stream):
    """A stream of a file."""

    closed_text = "Cannot access a closed file."

    @clr_constructor("string path, System.IO.FileMode mode")
    @clr_constructor("string path, System.IO.FileMode mode, System.IO.FileAccess access")
    @clr_constructor("string path, System.IO.FileMode mode, System.IO.FileAccess access, System.IO.FileShare share")
    @clr_constructor(
        "string path, System.IO.FileMode mode, System.IO.FileAccess access, System.IO.FileShare share, int bufferSize"
    )
    def __init__(self, path: str, mode: int, access: Value = None, share: Value = None, size: int = 0) -> None:
        self.name = full_path(path)
        mode = int(mode)
        wanted = (_WRITE if mode == _APPEND else _READ | _WRITE) if access is None else int(access)
        _check_mode(mode, wanted)
        super().__init__(_open(self.name, mode, wanted), wanted)


def _check_mode(mode: int, access: int) -> None:
    if mode == _APPEND and access != _WRITE:
        raise ArgumentException("Append access can be requested only in write-only mode. (Parameter 'access')")
    if mode in (_CREATE_NEW, _CREATE, _TRUNCATE, _APPEND) and not access & _WRITE:
        names = {_CREATE_NEW: "CreateNew", _CREATE: "Create", _TRUNCATE: "Truncate", _APPEND: "Append"}
        raise ArgumentException(
            f"Combining FileMode: {names[mode]} with FileAccess: Read is invalid. (Parameter 'access')"
        )


def _open(path: str, mode: int, access: int) -> IO[bytes]:
    exists = disk.is_file(path)
    if mode == _CREATE_NEW and exists:
        raise IOException(f"The file '{path}' already exists.")
    is_missing = not exists and disk.is_folder(path_text.dirname(path)) and not disk.is_folder(path)
    if mode in (_OPEN, _TRUNCATE) and is_missing:
        raise FileNotFoundException(f"Could not find file '{path}'.")
    starts_anew = mode in (_CREATE_NEW, _CREATE, _TRUNCATE) or (mode == _OPEN_OR_CREATE and not exists)
    try:
        if starts_anew:
            return disk.open_file(path, "w+b")
        if mode == _APPEND:
            return disk.open_file(path, "ab")
        return disk.open_file(path, "r+b" if access & _WRITE else "rb")
    except OSError as problem:
        raise net_error(problem, path) from None


def open_read(path: str) -> FileStream:
    """Implement File.OpenRead."""
    return FileStream(path, _OPEN, _READ)


def open_write(path: str) -> FileStream:
    """Implement File.OpenWrite."""
    return FileStream(path, _OPEN_OR_CREATE, _WRITE)


def create(path: str, size: int = 0) -> FileStream:
    """Implement File.Create."""
    return FileStream(path, _CREATE, _READ | _WRITE)


def open_any(path: str, mode: Value, access: Value = None, share: Value = None) -> FileStream:
    """Implement File.Open."""
    return FileStream(path, int(mode), access)


__all__ = ["FileStream", "MemoryStream", "Stream", "create", "open_any", "open_read", "open_write"]
