"""Compress-Archive and Expand-Archive: zip files."""

from __future__ import annotations

import time
import zipfile
from collections.abc import Iterator
from typing import Any, Final

from cmdlets.powershell.path_command import PathCommand
from shell.dotnet.io.file_info import DirectoryInfo, FileInfo
from shell.engine.commands.cmdlet import Example, SetMembership, parameter
from shell.machine import disk, path_text
from shell.values.errors import ErrorCategory, ErrorRecord, InvalidOperationException, NetException

_MODULE: Final = "Microsoft.PowerShell.Archive"
_METHODS: Final = {
    "optimal": (zipfile.ZIP_DEFLATED, None),
    "fastest": (zipfile.ZIP_DEFLATED, 1),
    "nocompression": (zipfile.ZIP_STORED, None),
}
_EARLIEST: Final = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip file can name."""


class ArchiveCommand(PathCommand):
    """What both commands share."""

    def wrong(self, message: str, error_id: str, target: str) -> NetException:
        """Return the exception of a path that cannot be used."""
        return self.fail(self._record(message, error_id, target))

    def _record(self, message: str, error_id: str, target: str) -> ErrorRecord:
        kind = ErrorCategory.InvalidArgument
        return self.error(message, error_id, kind, target, exception=InvalidOperationException)

    def archive_path(self, path: str) -> str:
        """Return the full path of a zip file; its extension may be left out when it is made."""
        place = self.drives.resolve(path).provider_path
        extension = path_text.splitext(place)[1]
        if extension and extension.lower() != ".zip":
            raise self.wrong(
                f"{extension} is not a supported archive file format. .zip is the only supported archive file format.",
                "NotSupportedArchiveFileExtension",
                extension,
            )
        return place if extension else place + ".zip"

    def missing(self, path: str) -> NetException:
        """Return the exception of a path that leads nowhere."""
        message = f"The path '{path}' either does not exist or is not a valid file system path."
        return self.wrong(message, "ArchiveCmdletPathNotFound", path)


def _sets(*names: str, **how: Any) -> dict[str, SetMembership]:
    return {name: SetMembership(**how) for name in names}


_BY_PATH: Final = ("Path", "PathWithUpdate", "PathWithForce")
_BY_LITERAL: Final = ("LiteralPath", "LiteralPathWithUpdate", "LiteralPathWithForce")


class CompressArchive(
    ArchiveCommand,
    verb="Compress",
    noun="Archive",
    module=_MODULE,
    default_set="Path",
    should_process=True,
    output=("System.IO.FileInfo",),
):
    """Put files and folders into a zip file."""

    examples = (
        Example(
            "Set-Content a.log 'one'; Compress-Archive a.log a.zip; Expand-Archive a.zip ./out; Get-Content out/a.log",
            "Pack a file, and unpack it.",
        ),
    )

    path: Any = parameter(
        "string[]",
        sets=_sets(*_BY_PATH, mandatory=True, position=0, pipeline=True, by_property_name=True),
        help="What to pack; wildcards work.",
    )
    literal_path: Any = parameter(
        "string[]",
        sets=_sets(*_BY_LITERAL, mandatory=True, by_property_name=True),
        aliases=("PSPath",),
        help="What to pack, taken exactly as it is.",
    )
    destination_path: str = parameter("string", position=1, mandatory=True, help="The zip file.")
    compression_level: str = parameter(
        "string", default="Optimal", values=("Optimal", "NoCompression", "Fastest"), help="How hard to try."
    )
    pass_thru: bool = parameter("switch", help="Write the zip file.")
    update: bool = parameter(
        "switch",
        sets=_sets("PathWithUpdate", "LiteralPathWithUpdate", mandatory=True),
        help="Add to a zip file, newer files in place of older ones.",
    )
    force: bool = parameter(
        "switch", sets=_sets("PathWithForce", "LiteralPathWithForce", mandatory=True), help="Write over a zip file."
    )

    def begin(self) -> None:
        """Look at the destination."""
        self._found: dict[str, str] = {}
        self._archive = self.archive_path(self.destination_path)
        if disk.exists(self._archive) and not (self.update or self.force):
            raise self.wrong(
                f"The archive file {self._archive} already exists. Use the -Update parameter to update the existing"
                " archive file or use the -Force parameter to overwrite the existing archive file.",
                "ArchiveFileExists",
                self._archive,
            )
        if self.update and not disk.exists(self._archive):
            self.update = False

    def process(self) -> None:
        """Collect what is to be packed: the name in the zip file, and the path."""
        given, literal = self.paths()
        for path in given:
            try:
                places = [each.provider_path for each in self.expand(path, literal=literal)]
            except NetException:
                places = []
            if not places:
                raise self.missing(path)
            for place in places:
                self._found.update(_names(place))

    def end(self) -> None:
        """Write the zip file."""
        if not self.should_process(self._archive, "Compress-Archive"):
            return
        kept = self._kept() if self.update else {}
        method, level = _METHODS[self.compression_level.lower()]
        with disk.open_file(self._archive, "wb") as file, zipfile.ZipFile(file, "w", method, True, level) as archive:
            for info, data in kept.values():
                archive.writestr(info, data)
            for name, path in self._found.items():
                data = b"" if name.endswith("/") else disk.read_bytes(path)
                archive.writestr(_entry(name, path, method), data, method, level)
        if self.pass_thru:
            self.write(FileInfo(self._archive))

    def _kept(self) -> dict[str, tuple[zipfile.ZipInfo, bytes]]:
        with disk.open_file(self._archive, "rb") as file, zipfile.ZipFile(file) as archive:
            known = {each.filename: (each, archive.read(each)) for each in archive.infolist()}
        return {name: each for name, each in known.items() if name not in self._found}


def _names(path: str) -> Iterator[tuple[str, str]]:
    """Yield the name in the archive and the path of a file, or of all that is in a folder."""
    leaf = path_text.basename(path.rstrip("/\\"))
    if not disk.is_folder(path):
        yield leaf, path
        return
    stack = [(leaf, path)]
    while stack:
        name, folder = stack.pop()
        inner = sorted(disk.entries(folder), key=lambda each: each.name)
        if not inner:
            yield name + "/", folder
        for each in inner:
            if each.is_dir():
                stack.append((f"{name}/{each.name}", path_text.join(folder, each.name)))
            else:
                yield f"{name}/{each.name}", path_text.join(folder, each.name)


def _entry(name: str, path: str, method: int) -> zipfile.ZipInfo:
    moment = tuple(time.localtime(disk.status(path).st_mtime)[:6])
    made = zipfile.ZipInfo(name, max(moment, _EARLIEST))  # type: ignore[arg-type]
    made.compress_type = method
    return made


class ExpandArchive(
    ArchiveCommand,
    verb="Expand",
    noun="Archive",
    module=_MODULE,
    default_set="Path",
    should_process=True,
    output=("System.IO.FileSystemInfo",),
):
    """Take out what is in a zip file."""

    path: Any = parameter(
        "string",
        sets=_sets("Path", mandatory=True, position=0, pipeline=True, by_property_name=True),
        help="The zip file.",
    )
    literal_path: Any = parameter(
        "string",
        sets=_sets("LiteralPath", mandatory=True, by_property_name=True),
        aliases=("PSPath",),
        help="The zip file, taken exactly as it is.",
    )
    destination_path: str = parameter("string", position=1, help="The folder; by default one of the zip file's name.")
    force: bool = parameter("switch", help="Write over files.")
    pass_thru: bool = parameter("switch", help="Write what came out.")

    def process(self) -> None:
        """Take it out."""
        given, literal = self.paths()
        for path in given:
            try:
                places = list(self.expand(path, literal=literal))
            except NetException:
                places = []
            if len(places) != 1:
                raise self.missing(path)
            archive = self.archive_path(places[0].provider_path)
            name = path_text.splitext(path_text.basename(archive))[0]
            folder = self.drives.resolve(self.destination_path or f"./{name}").provider_path
            if self.should_process(archive, "Expand-Archive"):
                self._expand(archive, folder)

    def _expand(self, archive: str, folder: str) -> None:
        try:
            with disk.open_file(archive, "rb") as file, zipfile.ZipFile(file) as opened:
                disk.make_folder(folder)
                for entry in opened.infolist():
                    self._take_out(opened, entry, archive, folder)
        except zipfile.BadZipFile:
            message = f"The file '{archive}' is no archive, or it is damaged."
            raise self.wrong(message, "InvalidArchiveFile", archive) from None

    def _take_out(self, opened: zipfile.ZipFile, entry: zipfile.ZipInfo, archive: str, folder: str) -> None:
        target = path_text.normpath(path_text.join(folder, entry.filename))
        if not target.startswith(path_text.join(path_text.normpath(folder), "")):
            raise self.wrong(
                "Extracting Zip entry would have resulted in a file outside the specified destination directory.",
                "EntryOutsideDestination",
                entry.filename,
            )
        if entry.is_dir():
            disk.make_folder(target)
            if self.pass_thru:
                self.write(DirectoryInfo(target))
            return
        if disk.exists(target) and not self.force:
            self.write_error(
                self._record(
                    f"Failed to create file '{target}' while expanding the archive file '{archive}' contents as the"
                    f" file '{target}' already exists. Use the -Force parameter if you want to overwrite the existing"
                    f" directory '{folder}' contents when expanding the archive file.",
                    "ExpandArchiveFileExists",
                    target,
                )
            )
            return
        disk.make_folder(path_text.dirname(target))
        with disk.open_file(target, "wb") as file:
            file.write(opened.read(entry))
        moment = time.mktime((*entry.date_time, 0, 0, -1))
        disk.set_times(target, int(moment * 10**9), int(moment * 10**9))
        if self.pass_thru:
            self.write(FileInfo(target))
