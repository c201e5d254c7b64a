"""Writing a text file as Out-File, Export-Csv and Export-Clixml do: path, -NoClobber, -Force, -Append, -Encoding."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from typing import IO, Any, Final

from shell.dotnet.io.text_files import ENCODING_NAMES, UTF7, UTF8, TextEncoding, detect, encoding_named
from shell.engine.commands.cmdlet import Cmdlet, SetMembership, parameter
from shell.engine.providers.table import drive_table
from shell.machine import disk, environment
from shell.machine.os_errors import net_error
from shell.types.conversion.text import to_string
from shell.values.errors import ErrorCategory, IOException, PSArgumentException
from shell.values.objects import Value, unwrap

BYTES: Final = TextEncoding("latin-1", b"", "byte")
"""What `-Encoding Byte` means: no text at all."""


def encoding_parameter(transform: Callable[[Value], Value] | None = None, **more: Any) -> Any:
    """Declare -Encoding."""
    return parameter(
        "System.Text.Encoding",
        transform=transform or encoding_of,
        completer=lambda session, word: ENCODING_NAMES,
        help="The file's encoding; UTF-8 without a byte order mark if not given.",
        **{"not_null_or_empty": True, **more},
    )


def content_encoding(value: Value) -> Value:
    """Return `encoding_of`, or BYTES for `Byte`.

    Windows PowerShell writes -AsByteStream so, and with it every text on Exchange's cmdlets that take -FileData.
    """
    plain = unwrap(value)
    return (
        BYTES if isinstance(plain, str) and plain.lower() == "byte" and environment.is_server() else encoding_of(value)
    )


def encoding_of(value: Value) -> Value:
    """Return the encoding that an argument means; raises PSArgumentException for an unknown name."""
    plain = unwrap(value)
    if plain is None or isinstance(plain, TextEncoding):
        return plain
    if hasattr(plain, "codec"):
        return TextEncoding(plain.codec, plain.mark, plain.name, plain.number)
    name = plain if isinstance(plain, (str, int)) else to_string(plain)
    found = encoding_named(name)
    if found is None:
        raise PSArgumentException(
            f"'{name}' is not a supported encoding name. For information on defining a custom encoding, see the"
            " documentation for the Encoding.RegisterProvider method. (Parameter 'name')"
        )
    return found


def warn_of_obsolete(command: Cmdlet, encoding: Value) -> None:
    """Warn of an encoding that .NET gave up."""
    if isinstance(encoding, TextEncoding) and encoding.codec == UTF7.codec:
        command.write_warning("Encoding 'UTF-7' is obsolete, please use UTF-8.")


class FileOutput(Cmdlet):
    """A command that writes one text file."""

    append: Any = False
    encoding: Any = None
    force: Any = False
    no_clobber: Any = False
    no_newline: Any = False

    def resolved_path(self, path: str | None, literal_path: str | None) -> str:
        """Return the native path that was given. Raises the command's error for a path of another provider."""
        table = drive_table(self.session)
        given = literal_path or path or ""
        if literal_path is None and any(letter in given for letter in "*?["):
            found = table.expand(given)
            if len(found) == 1:
                return str(found[0].provider_path)
        place = table.resolve(given)
        if place.provider is not table.file_system:
            raise self.fail(
                self.error(
                    f"Cannot open file because the current provider ({place.provider.full_name}) cannot open a file.",
                    "ReadWriteFileNotFileSystemProvider",
                    ErrorCategory.InvalidArgument,
                )
            )
        return str(place.provider_path)

    def open_file(self, path: str) -> TextFile:
        """Open the file. Raises the command's terminating error where that cannot be done."""
        warn_of_obsolete(self, self.encoding)
        if self.no_clobber and not self.append and disk.exists(path):
            raise self.fail(
                self.error(
                    f"The file '{path}' already exists.",
                    "NoClobber",
                    ErrorCategory.ResourceExists,
                    path,
                    exception=IOException,
                )
            )
        if self.force and disk.exists(path) and not disk.writable(path):
            disk.set_mode(path, disk.status(path).st_mode | stat.S_IWRITE)
        try:
            return TextFile(path, self.encoding or UTF8, append=bool(self.append))
        except OSError as problem:
            raise self.fail(self.error(net_error(problem, path), "FileOpenFailure", ErrorCategory.OpenError)) from None


class TextFile:
    """A text file that is being written; lines end as the platform's do."""

    def __init__(self, path: str, encoding: TextEncoding, *, append: bool = False) -> None:
        self.path = path
        self._encoding = encoding
        existing = append and disk.exists(path) and disk.status(path).st_size > 0
        if existing:
            with disk.open_file(path, "rb") as file:
                self._encoding = detect(file.read(4), encoding)[0]
        self._file: IO[bytes] = disk.open_file(path, "ab" if append else "wb")
        if not existing:
            self._file.write(encoding.mark)

    def write(self, text: str) -> None:
        """Write text as it is."""
        self._file.write(self._encoding.encode(text))

    def line(self, text: str) -> None:
        """Write a line."""
        self.write(text + os.linesep)

    def close(self) -> None:
        """Close the file; a second time does nothing."""
        self._file.close()


PATH_SETS = {"ByPath": SetMembership(mandatory=True, position=0)}
LITERAL_SETS = {"ByLiteralPath": SetMembership(mandatory=True, by_property_name=True)}
"""How the two path parameters of Out-File and its kin take part in the parameter sets."""

__all__ = [
    "BYTES",
    "LITERAL_SETS",
    "PATH_SETS",
    "FileOutput",
    "TextFile",
    "content_encoding",
    "encoding_of",
    "encoding_parameter",
]
