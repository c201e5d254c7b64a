"""Format-Hex: bytes of files, texts and numbers, sixteen a line."""

from __future__ import annotations

import secrets
import struct
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from cmdlets.powershell.file_output import encoding_parameter, warn_of_obsolete
from cmdlets.powershell.path_command import PathCommand
from shell.dotnet.io.file_info import FileSystemInfo
from shell.dotnet.io.text_files import UTF8
from shell.engine.commands.cmdlet import Example, SetMembership, parameter
from shell.engine.providers.base import PathInfo
from shell.engine.providers.filesystem import FileSystemProvider, io_error
from shell.lazy import lazy
from shell.machine import disk
from shell.types import type_of
from shell.types.registry.declarations import clr_class, clr_method, clr_property
from shell.types.registry.table import ClrType
from shell.values.errors import ErrorCategory, NetException, exception_class
from shell.values.objects import MISSING, UInt64, Value, unwrap

if TYPE_CHECKING:
    from shell.dotnet.numbers import convert
else:
    convert = lazy("shell.dotnet.numbers.convert", globals())


_LINE: Final = 16
_SHAPES: Final = {
    "System.Boolean": "<?",
    "System.Byte": "<B",
    "System.SByte": "<b",
    "System.Int16": "<h",
    "System.UInt16": "<H",
    "System.Int32": "<i",
    "System.UInt32": "<I",
    "System.Int64": "<q",
    "System.UInt64": "<Q",
    "System.Single": "<f",
    "System.Double": "<d",
}
_ALL: Final = ("Path", "LiteralPath", "ByInputObject")

ParseException = exception_class("System.Management.Automation.ParseException", NetException, __name__)


@clr_class(
    "Microsoft.PowerShell.Commands.ByteCollection", properties="Offset64:uint64 Offset:uint32 Path:string Label:string"
)
class ByteCollection:
    """Up to sixteen bytes and where they stand."""

    def __init__(self, offset: int, data: bytes, label: str, path: str | None) -> None:
        self.offset64 = UInt64(offset)
        self.offset = self.offset64
        self.data = data
        self.label = label
        self.path = path

    @clr_property("Bytes", "byte[]")
    def bytes(self) -> Value:
        """The bytes."""
        return convert.byte_array(self.data)

    @clr_property("HexOffset", "string")
    def hex_offset(self) -> str:
        """The offset as sixteen digits."""
        return f"{self.offset64:016X}"

    @clr_property("HexBytes", "string")
    def hex_bytes(self) -> str:
        """The bytes as pairs of digits."""
        return self.data.hex(" ").upper()

    @clr_property("Ascii", "string")
    def ascii(self) -> str:
        """The bytes as characters: a blank for zero, U+FFFD for other control characters."""
        return "".join(map(_character, self.data))

    @clr_method("ToString", "-> string")
    def to_text(self) -> str:
        """Offset, bytes and characters in one line."""
        return f"{self.hex_offset()}   {self.hex_bytes():<{3 * _LINE}} {self.ascii()}"

    def __str__(self) -> str:
        return self.to_text()


def _character(code: int) -> str:
    if code == 0:
        return " "
    return "\ufffd" if code < 0x20 or 0x7F <= code < 0xA0 else chr(code)


class FormatHex(
    PathCommand,
    verb="Format",
    noun="Hex",
    output=("Microsoft.PowerShell.Commands.ByteCollection",),
    class_name="Microsoft.PowerShell.Commands.FormatHex",
):
    """Show bytes: of files, of texts, of numbers and arrays of them.

    Values of the same type that follow each other in the pipeline are shown as one block; each text is one of its own.
    """

    examples = (Example("'EHLO' | Format-Hex | ForEach-Object HexBytes", "45 48 4C 4F"),)

    path: Any = parameter(
        "string[]",
        sets={"Path": SetMembership(mandatory=True, position=0)},
        not_null_or_empty=True,
        help="The files; wildcards work.",
    )
    literal_path: Any = parameter(
        "string[]",
        sets={"LiteralPath": SetMembership(mandatory=True)},
        aliases=("PSPath", "LP"),
        not_null_or_empty=True,
        help="The files, taken as they are.",
    )
    input_object: Value = parameter(
        "psobject",
        sets={"ByInputObject": SetMembership(mandatory=True, pipeline=True)},
        default=MISSING,
        help="A text, a number, a file, or an array.",
    )
    encoding = encoding_parameter(sets=("ByInputObject",))
    count: int = parameter("long", sets=_ALL, range=("Positive",), default=0, help="How many bytes.")
    offset: int = parameter("long", sets=_ALL, range=("NonNegative",), default=0, help="How many to leave out.")
    raw: bool = parameter("switch", sets=("ByInputObject",), help="Makes no difference any more.")

    def begin(self) -> None:
        """Nothing is gathered yet."""
        warn_of_obsolete(self, self.encoding)
        self._gathered = bytearray()
        self._type: ClrType | None = None

    def process(self) -> None:
        """Show files, or take one value."""
        if self.input_object is MISSING:
            for place in self.places():
                self._show_file(place)
            return
        value = unwrap(self.input_object)
        if isinstance(value, FileSystemInfo):
            self._flush()
            for place in self.expand(value.path, literal=True):
                self._show_file(place)
            return
        self._take(value)

    def end(self) -> None:
        """Show what was gathered."""
        self._flush()

    def _take(self, value: Value) -> None:
        kind = type_of(value)
        data = self._bytes(value)
        if data is None:
            message = (
                f"Cannot convert input of type '{kind.full_name}' to hexadecimal. To view the hexadecimal formatting of"
                " its string representation, pipe it to the Out-String cmdlet before piping it to Format-Hex."
            )
            problem = ParseException(message)
            self.write_error(self.error(problem, "FormatHexTypeNotSupported", ErrorCategory.ParserError, kind))
            return
        if isinstance(value, str) or kind is not self._type:
            self._flush()
        self._type = kind
        self._gathered += data

    def _flush(self) -> None:
        if self._type is not None and self._gathered:
            label = f"{self._type.short_name} ({self._type.full_name}) <{secrets.token_hex(4).upper()}>"
            self._show(bytes(self._gathered[self.offset :]), label, None)
        self._gathered.clear()
        self._type = None

    def _bytes(self, value: Value) -> bytes | None:
        if isinstance(value, list):
            parts = [self._bytes(unwrap(each)) for each in value]
            return None if not parts or None in parts else b"".join(part for part in parts if part is not None)
        if isinstance(value, str):
            return bytes((self.encoding or UTF8).encode(value))
        kind = type_of(value)
        shape = _SHAPES.get("System.Int32" if kind.is_enum else kind.name)
        return None if shape is None else struct.pack(shape, value)

    # --- files ---

    def _show_file(self, place: PathInfo) -> None:
        if not isinstance(place.provider, FileSystemProvider):
            message = (
                f"The given path '{place.path}' is not supported. This command only supports the FileSystem Provider"
                " paths."
            )
            self.write_error(
                self.error(message, "FormatHexOnlySupportsFileSystemPaths", ErrorCategory.InvalidArgument, place.path)
            )
            return
        path = place.provider_path
        if place.provider.is_container(path):
            return
        with self.reporting():
            try:
                with disk.open_file(path, "rb") as file:
                    file.seek(self.offset)
                    data = file.read(self.count or -1)
            except OSError as problem:
                raise io_error(problem, path, "FormatHexIOError", ErrorCategory.WriteError) from None
            self._show(data, path, path)

    def _show(self, data: bytes, label: str, path: str | None) -> None:
        for each in _lines(data[: self.count] if self.count else data, self.offset, label, path):
            self.write(each)


def _lines(data: bytes, offset: int, label: str, path: str | None) -> Iterator[ByteCollection]:
    for start in range(0, len(data), _LINE):
        yield ByteCollection(offset + start, data[start : start + _LINE], label, path)
