"""Get-, Set-, Add- and Clear-Content: what is in files and other items."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING, Any, ClassVar

from cmdlets.powershell.file_output import BYTES, TextFile, content_encoding, encoding_parameter, warn_of_obsolete
from cmdlets.powershell.items import ChangingCommand
from cmdlets.powershell.path_command import ItemCommand, literal_path_parameter, nothing_fits, path_parameter
from shell.dotnet.io.text_files import UTF8, TextEncoding, read_text, split_at, split_lines
from shell.engine.commands.cmdlet import Example, parameter
from shell.engine.providers.base import PathInfo
from shell.engine.providers.filesystem import FileSystemProvider, io_error, is_read_only
from shell.lazy import lazy
from shell.machine import disk
from shell.types.conversion.text import net_string
from shell.values.errors import (
    ErrorCategory,
    InvalidOperationException,
    NetException,
    NotSupportedException,
    PSArgumentException,
    PSInvalidOperationException,
    UnauthorizedAccessException,
)
from shell.values.objects import Byte, Int64, PSObject, Value, unwrap

if TYPE_CHECKING:
    from cmdlets.powershell import follow
    from shell.dotnet.numbers import convert
else:
    follow = lazy("cmdlets.powershell.follow", globals())
    convert = lazy("shell.dotnet.numbers.convert", globals())


_MODULE = "Microsoft.PowerShell.Management"
_LONGEST = 9223372036854775807

_NO_ENCODING = "Encoding not used when '-AsByteStream' specified."


class GetContent(
    ItemCommand, verb="Get", noun="Content", module=_MODULE, default_set="Path", output=("byte", "string")
):
    """Get the content of an item: the lines of a file, the value of a variable, the code of a function."""

    examples = (Example("Get-Content variable:HOME", "The value of a variable."),)

    read_count: int = parameter("long", default=1, by_property_name=True, help="How many lines go at once; 0 for all.")
    total_count: int = parameter(
        "long",
        default=-1,
        by_property_name=True,
        aliases=("First", "Head"),
        range=(0, _LONGEST),
        help="How many lines from the start.",
    )
    tail: int = parameter(
        "int",
        default=-1,
        by_property_name=True,
        aliases=("Last",),
        range=(0, 2147483647),
        help="How many lines from the end.",
    )
    path: list[str] = path_parameter(pipeline=False)
    delimiter: str = parameter("string", help="What ends a piece of the text instead of a line break.")
    wait: bool = parameter("switch", help="Go on with the lines that are written to the file.")
    raw: bool = parameter("switch", help="Write the whole text as one string.")
    encoding: Value = encoding_parameter(content_encoding)
    as_byte_stream: bool = parameter("switch", help="Write bytes.")
    literal_path: list[str] = literal_path_parameter()

    def process(self) -> None:
        """Write the content of the items."""
        if self.as_byte_stream and self.is_bound("Encoding"):
            self.write_warning(_NO_ENCODING)
        warn_of_obsolete(self, self.encoding)
        if self.wait and self.raw:
            raise self.fail(
                self.error(
                    "The parameters Raw and Wait cannot be specified in the same command.",
                    "RawAndWaitCannotCoexist",
                    ErrorCategory.InvalidOperation,
                    exception=InvalidOperationException,
                )
            )
        if self.tail >= 0 and self.total_count >= 0:
            raise self.fail(
                self.error(
                    "The parameters TotalCount and Tail cannot be used together. Specify only one parameter.",
                    "TailAndHeadCannotCoexist",
                    ErrorCategory.InvalidOperation,
                    exception=InvalidOperationException,
                )
            )
        given, literal = self.paths()
        for path in given:
            with self.reporting():
                self._read_all(path, literal)

    @property
    def _takes_bytes(self) -> bool:
        return bool(self.as_byte_stream) or self.encoding is BYTES

    def _read_all(self, path: str, literal: bool) -> None:
        places = list(self.expand(path, literal=literal))
        if not places:
            raise nothing_fits(path)
        for place in places:
            with self.reporting():
                self._read(place)

    def _read(self, place: PathInfo) -> None:
        if not isinstance(place.provider, FileSystemProvider):
            if self.tail >= 0:
                raise InvalidOperationException(
                    "Tail parameter currently is supported only for the FileSystem provider.",
                    error_id="TailNotSupported",
                    category=ErrorCategory.InvalidOperation,
                )
            for value in self._cut(place.provider.values(place.provider_path)):
                self.write(value)
            return
        if self._takes_bytes and self.is_bound("Delimiter"):
            raise PSArgumentException(
                "A delimiter cannot be specified when reading the stream one byte at a time. (Parameter 'delimiter')",
                error_id="GetContentReaderArgumentError",
                category=ErrorCategory.InvalidArgument,
                target=place.provider_path,
            )
        if self.wait:
            self._read_and_follow(place)
            return
        pieces = self._bytes(place) if self._takes_bytes else self._texts(place)
        if self.raw:
            for each in pieces:
                self.write(PSObject(each, {**notes_of(place), "ReadCount": Int64(1)}))
            return
        self._deliver(self._cut(pieces), notes_of(place))

    def _read_and_follow(self, place: PathInfo) -> None:
        """Write what is in a file, then what comes."""
        path = self._file(place)
        size = -1
        pieces: list[Value] = []
        while disk.exists(path) and disk.status(path).st_size != size:  # it may grow while it is read
            size = disk.status(path).st_size
            pieces = self._texts(place)
        self._deliver(self._cut(pieces), notes_of(place))
        self._follow(place, size)

    def _follow(self, place: PathInfo, size: int) -> None:
        """Write what comes to be written to the file, until nobody reads on."""
        notes = notes_of(place)
        for line in follow.new_lines(self.session, place.provider_path, self.encoding, size):
            self.write(PSObject(line, {**notes, "ReadCount": Int64(1)}))

    def _cut(self, pieces: list[Value]) -> list[Value]:
        if self.tail >= 0:
            return pieces[-self.tail :] if self.tail else []
        return pieces if self.total_count < 0 else pieces[: self.total_count]

    def _deliver(self, pieces: list[Value], notes: dict[str, Any]) -> None:
        """Write line by line, each with a note of where it is from; or -ReadCount at once, as an array."""
        step = self.read_count
        if step == 1:
            for place, piece in enumerate(pieces, 1):
                self.write(PSObject(piece, {**notes, "ReadCount": Int64(place)}))
            return
        if step <= 0:
            step = max(1, len(pieces))
        for start in range(0, len(pieces), step):
            part = pieces[start : start + step]
            self.write(part if len(part) > 1 else part[0])

    def _texts(self, place: PathInfo) -> list[Value]:
        text = self._text(place)
        if self.raw:
            return [text] if text else []
        if self.delimiter:
            return list(split_at(text, self.delimiter))
        return list(split_lines(text))

    def _text(self, place: PathInfo) -> str:
        path = self._file(place)
        try:
            return read_text(path, self.encoding)
        except OSError as problem:
            raise io_error(problem, path, "GetContentReaderIOError", ErrorCategory.ReadError) from None

    def _bytes(self, place: PathInfo) -> list[Value]:
        path = self._file(place)
        try:
            with disk.open_file(path, "rb") as file:
                data = file.read()
        except OSError as problem:
            raise io_error(problem, path, "GetContentReaderIOError", ErrorCategory.ReadError) from None
        if self.raw:
            return [convert.byte_array(data)]
        return [Byte(each) for each in data]

    def _file(self, place: PathInfo) -> str:
        if place.provider.is_container(place.provider_path):
            raise UnauthorizedAccessException(
                f"Unable to get content because it is a directory: '{place.provider_path}'. Please use "
                "'Get-ChildItem' instead.",
                error_id="GetContainerContentException",
                category=ErrorCategory.InvalidOperation,
                target=place.provider_path,
            )
        return place.provider_path


def notes_of(place: PathInfo) -> dict[str, Any]:
    """Return the notes that every line of a file carries."""
    provider = place.provider
    return {
        "PSPath": place.qualified(),
        "PSParentPath": place.qualified(provider.parent(place.provider_path)),
        "PSChildName": provider.leaf(place.provider_path),
        "PSDrive": place.drive,
        "PSProvider": provider,
    }


class Writer:
    """Where Set- and Add-Content put values: a file, or the value of another item."""

    def __init__(self, place: PathInfo) -> None:
        self.place = place

    def write(self, value: Value, newline: bool) -> None:
        """Take a value."""

    def close(self) -> None:
        """Store what was taken."""


class FileWriter(Writer):
    """Writes text, a line a value."""

    def __init__(self, place: PathInfo, encoding: TextEncoding, append: bool) -> None:
        super().__init__(place)
        path = place.provider_path
        try:
            self._file = TextFile(path, encoding, append=append)
        except OSError as problem:
            raise _writer_error(problem, path) from None

    def write(self, value: Value, newline: bool) -> None:
        """Write a value's text."""
        text = net_string(value)
        self._file.write(text + os.linesep if newline else text)

    def close(self) -> None:
        """Close the file."""
        self._file.close()


class ByteWriter(Writer):
    """Writes bytes."""

    def __init__(self, place: PathInfo, append: bool) -> None:
        super().__init__(place)
        path = place.provider_path
        try:
            self._file = disk.open_file(path, "ab" if append else "wb")
        except OSError as problem:
            raise _writer_error(problem, path) from None

    def write(self, value: Value, newline: bool) -> None:
        """Write a byte."""
        plain = unwrap(value)
        if not isinstance(plain, int) or not 0 <= plain <= 255:
            raise PSInvalidOperationException(
                "Cannot proceed with byte encoding. When using byte encoding the content must be of type byte.",
                error_id="InvalidOperation",
                category=ErrorCategory.InvalidOperation,
            )
        self._file.write(bytes((plain,)))

    def close(self) -> None:
        """Close the file."""
        self._file.close()


class ValueWriter(Writer):
    """Collects values, then makes them the item's."""

    def __init__(self, place: PathInfo, append: bool) -> None:
        super().__init__(place)
        provider, path = place.provider, place.provider_path
        self._values: list[Value] = provider.values(path) if append and provider.exists(path) else []

    def write(self, value: Value, newline: bool) -> None:
        """Keep a value."""
        self._values.append(value)

    def close(self) -> None:
        """Store the values."""
        self.place.provider.write_values(self.place.provider_path, self._values)


def _denied() -> PermissionError:
    return PermissionError(errno.EACCES, "the file is read-only")


def _writer_error(problem: OSError, path: str) -> NetException:
    is_missing = isinstance(problem, FileNotFoundError)
    error_id = "GetContentWriterDirectoryNotFoundError" if is_missing else "GetContentWriterIOError"
    category = ErrorCategory.ObjectNotFound if is_missing else ErrorCategory.WriteError
    return io_error(problem, path, error_id, category)


class WriteContentCommand(ChangingCommand):
    """What Set-Content and Add-Content share."""

    appends: ClassVar[bool] = False
    action_name: ClassVar[str] = ""

    value: list[Value] = parameter(
        "object[]",
        position=1,
        mandatory=True,
        pipeline=True,
        by_property_name=True,
        allow_null=True,
        allow_empty_string=True,
        allow_empty_collection=True,
        help="What is written.",
    )
    pass_thru: bool = parameter("switch", help="Write the values to the pipeline, too.")
    path: list[str] = path_parameter(pipeline=False)
    no_newline: bool = parameter("switch", help="Write no line breaks between values.")
    encoding: Value = encoding_parameter(content_encoding)
    as_byte_stream: bool = parameter("switch", help="Write numbers from 0 to 255 as bytes.")
    literal_path: list[str] = literal_path_parameter()

    _writers: list[Writer] | None = None

    def begin(self) -> None:
        """Open the files that are named by arguments."""
        super().begin()
        if self.as_byte_stream and self.is_bound("Encoding"):
            self.write_warning(_NO_ENCODING)
        warn_of_obsolete(self, self.encoding)
        if self.path or self.literal_path:
            self._open()

    def process(self) -> None:
        """Write values."""
        if self._writers is None:
            self._open()
        plain = unwrap(self.value)
        if plain is None and self._writes_files():
            return  # null is no line: it only empties or makes the file
        for value in plain if isinstance(plain, list) else [plain]:
            self._write(value)
            if self.pass_thru:
                self.write(value)

    def _writes_files(self) -> bool:
        return all(isinstance(each, (FileWriter, ByteWriter)) for each in self._writers or ())

    def _write(self, value: Value) -> None:
        inner = unwrap(value)
        if isinstance(inner, list):
            for each in inner:
                self._write(each)
            return
        for writer in self._writers or ():
            with self.reporting():
                writer.write(value, not self.no_newline)

    def end(self) -> None:
        """Close the files."""
        for writer in self._writers or ():
            with self.reporting():
                writer.close()
        self._writers = []

    def stop(self) -> None:
        """Close what an error left open."""
        for writer in self._writers or ():
            if isinstance(writer, (FileWriter, ByteWriter)):
                writer.close()

    def _open(self) -> None:
        self._writers = []
        for place in self.targets(wanted=True):
            with self.reporting():
                if self.should_process(f"Path: {place.provider_path}", self.action_name):
                    self._writers.append(self._writer(place))

    def _writer(self, place: PathInfo) -> Writer:
        if not isinstance(place.provider, FileSystemProvider):
            return ValueWriter(place, self.appends)
        if place.provider.is_container(place.provider_path):
            raise UnauthorizedAccessException(
                f"Unable to write content because it is a directory: '{place.provider_path}'.",
                error_id="WriteContainerContentException",
                category=ErrorCategory.InvalidOperation,
                target=place.provider_path,
            )
        if self.force and disk.exists(place.provider_path):
            disk.set_mode(place.provider_path, disk.status(place.provider_path).st_mode | 0o200)
        elif is_read_only(place.provider_path):
            raise _writer_error(_denied(), place.provider_path)
        if self.as_byte_stream or self.encoding is BYTES:
            return ByteWriter(place, self.appends)
        return FileWriter(place, self.encoding or UTF8, self.appends)


class SetContent(WriteContentCommand, verb="Set", noun="Content", module=_MODULE, default_set="Path"):
    """Replace the content of an item; a file is made where there is none."""

    action_name = "Set Content"

    examples = (Example("Set-Content variable:v 1, 2; $v.Count", "The value of a variable."),)


class AddContent(WriteContentCommand, verb="Add", noun="Content", module=_MODULE, default_set="Path"):
    """Add to the content of an item; a file is made where there is none."""

    appends = True
    action_name = "Add Content"

    examples = (Example("$v = 1; Add-Content variable:v 2; $v.Count", "One more value."),)


class ClearContent(ChangingCommand, verb="Clear", noun="Content", module=_MODULE, default_set="Path"):
    """Empty an item and keep it."""

    examples = (Example("$v = 1; Clear-Content variable:v", "Set a variable to null."),)

    path: list[str] = path_parameter(pipeline=False)
    literal_path: list[str] = literal_path_parameter()

    def process(self) -> None:
        """Empty the items."""
        for place in self.places():
            with self.reporting():
                if self.should_process(f"Item: {place.provider_path}", "Clear Content"):
                    self._empty(place)

    def _empty(self, place: PathInfo) -> None:
        if not isinstance(place.provider, FileSystemProvider):
            place.provider.write_values(place.provider_path, [None])
            return
        if place.provider.is_container(place.provider_path):
            raise NotSupportedException(
                f"Unable to clear content of '{place.provider_path}' because it is a directory. Clear-Content is only "
                "supported on files.",
                error_id="ClearDirectoryContent",
                category=ErrorCategory.InvalidOperation,
                target=place.provider_path,
            )
        try:
            if is_read_only(place.provider_path) and not self.force:
                raise _denied()
            with disk.open_file(place.provider_path, "wb"):
                pass
        except OSError as problem:
            path = place.provider_path
            raise io_error(problem, path, "ClearContentIOError", ErrorCategory.WriteError) from None
