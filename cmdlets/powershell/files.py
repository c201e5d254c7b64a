"""Get-FileHash, New-TemporaryFile, Unblock-File."""

from __future__ import annotations

import hashlib
from io import BufferedReader
from typing import Any, Final, cast

from cmdlets.powershell.path_command import PathCommand
from shell.dotnet.io.file_info import FileInfo
from shell.engine.commands.cmdlet import Example, SetMembership, parameter
from shell.engine.providers.base import PathInfo
from shell.engine.providers.filesystem import FileSystemProvider, io_error
from shell.machine import disk, path_text
from shell.types.registry.declarations import clr_class
from shell.values.errors import ErrorCategory, ItemNotFoundException
from shell.values.objects import unwrap

_MODULE: Final = "Microsoft.PowerShell.Utility"
_ALGORITHMS: Final = ("SHA1", "SHA256", "SHA384", "SHA512", "MD5")


@clr_class("Microsoft.PowerShell.Commands.FileHashInfo", properties="Algorithm:string Hash:string Path:string")
class FileHashInfo:
    """A file's hash."""

    def __init__(self, algorithm: str, hash_text: str, path: str | None) -> None:
        self.algorithm = algorithm
        self.hash = hash_text
        self.path = path


class GetFileHash(
    PathCommand,
    verb="Get",
    noun="FileHash",
    module=_MODULE,
    default_set="Path",
    output=("Microsoft.PowerShell.Commands.FileHashInfo",),
):
    """Compute the hash of files."""

    examples = (Example("Get-Command Get-FileHash -Syntax", "How it is called."),)

    path: Any = parameter(
        "string[]",
        sets={"Path": SetMembership(mandatory=True, position=0, pipeline=True, by_property_name=True)},
        help="The files; wildcards work.",
    )
    literal_path: Any = parameter(
        "string[]",
        sets={"LiteralPath": SetMembership(mandatory=True, position=0, by_property_name=True)},
        aliases=("PSPath", "LP"),
        help="The files, taken as they are.",
    )
    input_stream: Any = parameter(
        "System.IO.Stream",
        sets={"StreamParameterSet": SetMembership(mandatory=True, position=0)},
        help="A stream; what is left to read of it counts.",
    )
    algorithm: str = parameter("string", position=1, default="SHA256", values=_ALGORITHMS, help="The algorithm.")

    def process(self) -> None:
        """Write the hashes."""
        if self.input_stream is not None:
            self._write_hash(hashlib.new(self.algorithm.lower(), unwrap(self.input_stream).take()), None)
            return
        given, literal = self.paths()
        for path in given:
            with self.reporting():
                self._hash_all(path, literal)

    def _hash_all(self, path: str, literal: bool) -> None:
        try:
            places = list(self.expand(path, literal=literal))
        except ItemNotFoundException as problem:
            problem.error_id = "FileNotFound"
            raise
        for place in places:
            with self.reporting():
                if isinstance(place.provider, FileSystemProvider) and not place.provider.is_container(
                    place.provider_path
                ):
                    self._hash(place)

    def _hash(self, place: PathInfo) -> None:
        try:
            with cast(BufferedReader, disk.open_file(place.provider_path, "rb")) as file:
                digest = hashlib.file_digest(file, self.algorithm.lower())
        except OSError as problem:
            raise io_error(problem, place.provider_path, "FileReadError", ErrorCategory.ReadError) from None
        self._write_hash(digest, place.provider_path)

    def _write_hash(self, digest: Any, path: str | None) -> None:
        self.write(FileHashInfo(self.algorithm.upper(), digest.hexdigest().upper(), path))


class NewTemporaryFile(
    PathCommand, verb="New", noun="TemporaryFile", module=_MODULE, should_process=True, output=("System.IO.FileInfo",)
):
    """Make an empty file with a name of its own in the temporary folder."""

    examples = (Example("New-TemporaryFile | Remove-Item", "Make one and remove it."),)

    def process(self) -> None:
        """Make the file."""
        if not self.should_process(path_text.join(disk.temp_folder(), ""), "New-TemporaryFile"):
            return
        self.write(FileInfo(disk.temp_file()))


class UnblockFile(PathCommand, verb="Unblock", noun="File", module=_MODULE, default_set="ByPath", should_process=True):
    """Take the mark of a download from files. There are no such marks here: it only looks whether the files exist."""

    path: Any = parameter(
        "string[]", sets={"ByPath": SetMembership(mandatory=True, position=0)}, help="The files; wildcards work."
    )
    literal_path: Any = parameter(
        "string[]",
        sets={"ByLiteralPath": SetMembership(mandatory=True, by_property_name=True)},
        aliases=("PSPath", "LP"),
        help="The files, taken as they are.",
    )

    def process(self) -> None:
        """Report the files that do not exist."""
        for place in self.places():
            self.should_process(place.provider_path, "Unblock-File")
