"""System.IO.StreamReader, StreamWriter, StringReader and StringWriter."""

from __future__ import annotations

import os
from typing import IO, TYPE_CHECKING, Any

from shell.dotnet.io.file_access import decoded, encoded, full_path
from shell.dotnet.text.encodings import Encoding
from shell.dotnet.text.string_builder import StringBuilder
from shell.lazy import lazy
from shell.machine import disk
from shell.machine.os_errors import net_error
from shell.types.conversion.text import to_string
from shell.types.registry.declarations import clr_class, clr_constructor, clr_method, clr_property
from shell.values.errors import NetException
from shell.values.exceptions import ObjectDisposedException
from shell.values.objects import AUTOMATION_NULL, Char, Value

if TYPE_CHECKING:
    from shell.types.operators import formatting
else:
    formatting = lazy("shell.types.operators.formatting", globals())


@clr_class("System.IO.TextReader", is_abstract=True)
class TextReader:
    """Base of the text readers."""

    def __init__(self, text: str) -> None:
        self._text: str | None = text
        self._at = 0

    def fill(self, need: str) -> None:
        """Fetch what a read needs ("line", "all", "one" or "peek"). Does nothing here: the whole text is in memory."""

    def _rest(self) -> str:
        if self._text is None:
            raise _closed("Cannot read from a closed TextReader.")
        return self._text

    @clr_method("ReadLine", "-> string")
    def read_line(self) -> str | None:
        """Read a line; null at the end."""
        self.fill("line")
        text, start = self._rest(), self._at
        if start >= len(text):
            return None
        end = start
        while end < len(text) and text[end] not in "\r\n":
            end += 1
        self._at = end + (2 if text[end : end + 2] == "\r\n" else 1)
        return text[start:end]

    @clr_method("ReadToEnd", "-> string")
    def read_to_end(self) -> str:
        """Read the rest of the text."""
        self.fill("all")
        found = self._rest()[self._at :]
        self._at = len(self._rest())
        return found

    @clr_method("Read", "-> int")
    def read(self) -> int:
        """Read a character; return its code, -1 at the end."""
        self.fill("one")
        code = self.peek()
        self._at += code >= 0
        return code

    @clr_method("Peek", "-> int")
    def peek(self) -> int:
        """Return the next character's code without consuming it, -1 at the end."""
        self.fill("peek")
        text = self._rest()
        return ord(text[self._at]) if self._at < len(text) else -1

    @clr_method("Read", "char[] buffer, int index, int count -> int")
    @clr_method("ReadBlock", "char[] buffer, int index, int count -> int")
    def read_block(self, buffer: Any, index: int, count: int) -> int:
        """Read characters into an array; return the number read."""
        self.fill("one")
        found = self._rest()[self._at : self._at + count]
        self._at += len(found)
        buffer[index : index + len(found)] = map(Char, found)
        return len(found)

    @clr_method("Close", "-> void")
    def close(self) -> None:
        """Close the reader."""
        self._text = None

    @clr_method("Dispose", "-> void")
    def dispose(self) -> None:
        """Close the reader."""
        self.close()


@clr_class("System.IO.StringReader", "System.IO.TextReader")
class StringReader(TextReader):
    """A reader of a string."""

    @clr_constructor("string s")
    def __init__(self, text: str) -> None:
        super().__init__(text)


@clr_class("System.IO.StreamReader", "System.IO.TextReader")
class StreamReader(TextReader):
    """A reader of a file or stream, which is read whole on opening."""

    stream: Any = None

    @clr_constructor("string path")
    @clr_constructor("string path, System.Text.Encoding encoding")
    def __init__(self, path: str, encoding: Any = None) -> None:
        full = full_path(path)
        try:
            super().__init__(decoded(disk.read_bytes(full), encoding))
        except OSError as problem:
            raise net_error(problem, full) from None

    @clr_constructor("System.IO.Stream stream")
    @clr_constructor("System.IO.Stream stream, System.Text.Encoding encoding")
    @clr_constructor("System.IO.Stream stream, bool detectEncodingFromByteOrderMarks")
    @clr_constructor("System.IO.Stream stream, System.Text.Encoding encoding, bool detectEncodingFromByteOrderMarks")
    @staticmethod
    def of_stream(stream: Any, encoding: Any = None, detect: bool = True) -> StreamReader:
        """Create a reader of the rest of a stream; of a network stream, of data as it arrives."""
        if hasattr(stream, "reader"):
            waiting: StreamReader = stream.reader(encoding)
            return waiting
        made: StreamReader = StreamReader.__new__(StreamReader)
        TextReader.__init__(made, decoded(stream.take(), None if isinstance(encoding, bool) else encoding))
        made.stream = stream
        return made

    @clr_property("BaseStream", "System.IO.Stream")
    def base_stream(self) -> Value:
        """Return the stream, if a script gave one."""
        return self.stream

    @clr_method("Close", "-> void")
    @clr_method("Dispose", "-> void")
    def close(self) -> None:
        """Close the reader and its stream."""
        super().close()
        if self.stream is not None:
            self.stream.close()

    @clr_property("EndOfStream", "bool")
    def end_of_stream(self) -> bool:
        """Return True at the end."""
        self.fill("one")
        return self.peek() < 0


@clr_class("System.IO.TextWriter", properties="NewLine:string=rw", is_abstract=True)
class TextWriter:
    """Base of the text writers."""

    def __init__(self) -> None:
        self.new_line = os.linesep

    def put(self, text: str) -> None:
        """Write a text."""
        raise NotImplementedError

    @clr_method("Write", "object value -> void")
    @clr_method("Write", "string format, params object[] arg -> void")
    def write(self, value: Value, *rest: Value) -> None:
        """Write a value's text, or a composite format."""
        self.put(_composed(value, rest))

    @clr_method("WriteLine", "-> void")
    @clr_method("WriteLine", "object value -> void")
    @clr_method("WriteLine", "string format, params object[] arg -> void")
    def write_line(self, value: Value = None, *rest: Value) -> None:
        """Write a value's text, or a composite format, and end the line."""
        self.put(_composed(value, rest) + self.new_line)

    @clr_method("Flush", "-> void")
    def flush(self) -> None:
        """Write buffered data to the target."""

    @clr_method("Close", "-> void")
    def close(self) -> None:
        """Close the writer."""

    @clr_method("Dispose", "-> void")
    def dispose(self) -> None:
        """Close the writer."""
        self.close()


@clr_class("System.IO.StringWriter", "System.IO.TextWriter")
class StringWriter(TextWriter):
    """A writer to a string."""

    @clr_constructor("")
    @clr_constructor("System.IFormatProvider formatProvider")
    def __init__(self, provider: Value = None) -> None:
        super().__init__()
        self._builder: Any = StringBuilder()

    @clr_constructor("System.Text.StringBuilder sb")
    @clr_constructor("System.Text.StringBuilder sb, System.IFormatProvider formatProvider")
    @staticmethod
    def of_builder(builder: Any, provider: Value = None) -> StringWriter:
        """Create a writer that appends to a builder."""
        made = StringWriter()
        made._builder = builder
        return made

    def put(self, text: str) -> None:
        """Write a text."""
        self._builder.append(text)

    def __str__(self) -> str:
        return str(self._builder)

    @clr_method("GetStringBuilder", "-> System.Text.StringBuilder")
    def get_string_builder(self) -> Value:
        """Return the builder that holds the text."""
        return self._builder

    @clr_method("ToString", "-> string")
    def to_string(self) -> str:
        """Return the written text."""
        return str(self)


@clr_class("System.IO.StreamWriter", "System.IO.TextWriter", properties="AutoFlush:bool=rw")
class StreamWriter(TextWriter):
    """A writer to a file or stream."""

    stream: Any = None

    @clr_constructor("string path")
    @clr_constructor("string path, bool append")
    @clr_constructor("string path, bool append, System.Text.Encoding encoding")
    def __init__(self, path: str, append: bool = False, encoding: Any = None) -> None:
        super().__init__()
        self.auto_flush = False
        self._encoding = encoding
        full = full_path(path)
        try:
            self._file: IO[bytes] | None = disk.open_file(full, "ab" if append else "wb")
            mark = getattr(encoding, "mark", b"")
            if mark and not self._file.tell():
                self._file.write(mark)
        except OSError as problem:
            raise net_error(problem, full) from None

    @clr_constructor("System.IO.Stream stream")
    @clr_constructor("System.IO.Stream stream, System.Text.Encoding encoding")
    @clr_constructor("System.IO.Stream stream, System.Text.Encoding encoding, int bufferSize, bool leaveOpen")
    @staticmethod
    def of_stream(stream: Any, encoding: Any = None, size: int = 0, leave_open: bool = False) -> StreamWriter:
        """Create a writer to a stream."""
        made: StreamWriter = StreamWriter.__new__(StreamWriter)
        TextWriter.__init__(made)
        made.auto_flush, made._encoding, made.stream = False, encoding, stream
        made._file = _StreamFile(stream, leave_open)  # type: ignore[assignment]
        mark = getattr(encoding, "mark", b"")
        if mark and not stream.opened().tell():
            stream.put(mark)
        return made

    @clr_property("BaseStream", "System.IO.Stream")
    def base_stream(self) -> Value:
        """Return the stream, if a script gave one."""
        return self.stream

    @clr_property("Encoding", "System.Text.Encoding")
    def encoding(self) -> Value:
        """Return the encoding."""
        return self._encoding if self._encoding is not None else Encoding("utf-8", with_mark=False)

    def put(self, text: str) -> None:
        """Write a text."""
        if self._file is None:
            raise _closed("Cannot write to a closed TextWriter.")
        self._file.write(encoded(text, self._encoding))
        if self.auto_flush:
            self._file.flush()

    @clr_method("Flush", "-> void")
    def flush(self) -> None:
        """Write buffered data to the file."""
        if self._file is not None:
            self._file.flush()

    @clr_method("Close", "-> void")
    def close(self) -> None:
        """Close the file."""
        if self._file is not None:
            self._file.close()
            self._file = None


class _StreamFile:
    """A script's stream, with the interface of a Python file."""

    def __init__(self, stream: Any, leave_open: bool) -> None:
        self.stream = stream
        self.leave_open = leave_open

    def write(self, data: bytes) -> None:
        self.stream.put(data)

    def flush(self) -> None:
        self.stream.flush()

    def close(self) -> None:
        if not self.leave_open:
            self.stream.close()


def _composed(value: Value, rest: tuple[Value, ...]) -> str:
    if not rest:
        return "" if value is None or value is AUTOMATION_NULL else to_string(value)
    return formatting.composite_format(to_string(value), list(rest[0]) if isinstance(rest[0], list) else list(rest))


def _closed(text: str) -> NetException:
    return ObjectDisposedException(text)


__all__ = ["StreamReader", "StreamWriter", "StringReader", "StringWriter", "TextReader", "TextWriter"]
