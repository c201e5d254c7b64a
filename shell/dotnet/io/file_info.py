"""System.IO.FileInfo and DirectoryInfo, and the members that PowerShell adds to them."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from shell.dotnet.io.file_system_info import READ_ONLY, FileSystemInfo, is_hidden
from shell.lazy import lazy
from shell.machine import disk, path_text
from shell.types.members import type_data
from shell.types.members.extended_members import AliasProperty, BuiltInScriptProperty, CodeProperty, ExtendedMember
from shell.types.registry.declarations import clr_class, clr_constructor, clr_method, clr_property
from shell.types.registry.names import named
from shell.values.errors import FileNotFoundException, IOException
from shell.values.objects import Int64, TypedArray, Value
from shell.values.wildcard import wildcard_matcher

if TYPE_CHECKING:
    from shell.dotnet.io import byte_streams, text_streams
else:
    byte_streams = lazy("shell.dotnet.io.byte_streams", globals())
    text_streams = lazy("shell.dotnet.io.text_streams", globals())


_Function = TypeVar("_Function")

__all__ = ["DirectoryInfo", "FileInfo", "FileSystemInfo", "info", "is_hidden"]


def _listing_method(noun: str, kind: str) -> Callable[[_Function], _Function]:
    """Return the implementation of `GetX` and `EnumerateX`, with pattern and SearchOption."""

    def mark(function: _Function) -> _Function:
        for verb in ("Get", "Enumerate"):
            for given in (
                "",
                "string searchPattern ",
                "string searchPattern, System.IO.SearchOption searchOption ",
            ):
                function = clr_method(verb + noun, f"{given}-> {kind}[]")(function)
        return function

    return mark


@clr_class("System.IO.FileInfo", "System.IO.FileSystemInfo")
class FileInfo(FileSystemInfo):
    """System.IO.FileInfo."""

    @clr_constructor("string fileName")
    def __init__(self, path: str) -> None:
        super().__init__(path)

    def base_name(self) -> str:
        """Return the name without its extension."""
        extension = self.extension()
        return self.name()[: -len(extension)] if extension else self.name()

    def _size(self) -> int:
        status = self.status()
        if status is None or stat.S_ISDIR(status.st_mode):
            raise FileNotFoundException(f"Could not find file '{self.path}'.")
        return status.st_size

    @clr_property("Length", "long")
    def length(self) -> Value:
        """Return the size in bytes."""
        return Int64(self._size())

    def length_text(self) -> str:
        """Return the length as tables show it."""
        return "" if self.is_link else str(self._size())

    @clr_property("DirectoryName", "string")
    def directory_name(self) -> str:
        """Return the path of the folder."""
        return path_text.dirname(self.path)

    @clr_property("Directory", "System.IO.DirectoryInfo")
    def directory(self) -> DirectoryInfo:
        """Return the folder."""
        return DirectoryInfo(path_text.dirname(self.path))

    @clr_property("IsReadOnly", "bool", setter=FileSystemInfo.set_read_only)
    def is_read_only(self) -> bool:
        """Return True if the file is read-only."""
        return bool(self.attribute_bits() & READ_ONLY)

    def exists(self) -> bool:
        """Return True if the file exists."""
        return disk.is_file(self.path)

    @clr_method("OpenRead", "-> System.IO.FileStream")
    def open_read(self) -> Value:
        """Open the file for reading."""
        return byte_streams.open_read(self.path)

    @clr_method("OpenWrite", "-> System.IO.FileStream")
    def open_write(self) -> Value:
        """Open the file for writing."""
        return byte_streams.open_write(self.path)

    @clr_method("Create", "-> System.IO.FileStream")
    def create(self) -> Value:
        """Create or truncate the file."""
        return byte_streams.create(self.path)

    @clr_method("Open", "System.IO.FileMode mode -> System.IO.FileStream")
    @clr_method("Open", "System.IO.FileMode mode, System.IO.FileAccess access -> System.IO.FileStream")
    @clr_method(
        "Open",
        "System.IO.FileMode mode, System.IO.FileAccess access, System.IO.FileShare share -> System.IO.FileStream",
    )
    def open(self, mode: Value, access: Value = None, share: Value = None) -> Value:
        """Open the file."""
        return byte_streams.open_any(self.path, mode, access, share)

    @clr_method("OpenText", "-> System.IO.StreamReader")
    def open_text(self) -> Value:
        """Open the file as text."""
        return text_streams.StreamReader(self.path)

    @clr_method("AppendText", "-> System.IO.StreamWriter")
    def append_text(self) -> Value:
        """Open the file to append text."""
        return text_streams.StreamWriter(self.path, True)

    @clr_method("CreateText", "-> System.IO.StreamWriter")
    def create_text(self) -> Value:
        """Create or truncate the file for text."""
        return text_streams.StreamWriter(self.path)

    @clr_method("Delete", "-> void")
    def delete(self) -> None:
        """Delete the file; a missing one is no error."""
        if disk.names_something(self.path):
            self._run(lambda: disk.remove_file(self.path))

    @clr_method("CopyTo", "string destFileName -> System.IO.FileInfo")
    @clr_method("CopyTo", "string destFileName, bool overwrite -> System.IO.FileInfo")
    def copy_to(self, destination: str, overwrite: bool = False) -> FileInfo:
        """Copy the file."""
        target = disk.full(destination)
        if disk.exists(target) and not overwrite:
            raise IOException(f"The file '{target}' already exists.")
        self._run(lambda: disk.copy_file(self.path, target))
        return FileInfo(target)

    @clr_method("MoveTo", "string destFileName -> void")
    @clr_method("MoveTo", "string destFileName, bool overwrite -> void")
    def move_to(self, destination: str, overwrite: bool = False) -> None:
        """Move the file; the object takes the new path."""
        target = disk.full(destination)
        if disk.exists(target) and not overwrite:
            raise IOException("Cannot create a file when that file already exists.")
        self._run(lambda: disk.move(self.path, target))
        self.path = self.original = target
        self.refresh()


@clr_class("System.IO.DirectoryInfo", "System.IO.FileSystemInfo")
class DirectoryInfo(FileSystemInfo):
    """System.IO.DirectoryInfo."""

    @clr_constructor("string path")
    def __init__(self, path: str) -> None:
        super().__init__(path)

    @clr_property("Parent", "System.IO.DirectoryInfo")
    def parent(self) -> DirectoryInfo | None:
        """Return the parent folder, null for a root."""
        above = path_text.dirname(self.path)
        return None if above == self.path else DirectoryInfo(above)

    @clr_property("Root", "System.IO.DirectoryInfo")
    def root(self) -> DirectoryInfo:
        """Return the root."""
        return DirectoryInfo(path_text.root(self.path))

    def exists(self) -> bool:
        """Return True if the folder exists."""
        return disk.is_folder(self.path)

    @clr_method("Create", "-> void")
    def create(self) -> None:
        """Create the folder and its parents."""
        self._run(lambda: disk.make_folder(self.path))
        self.refresh()

    @clr_method("CreateSubdirectory", "string path -> System.IO.DirectoryInfo")
    def create_subdirectory(self, path: str) -> DirectoryInfo:
        """Create a subfolder."""
        made = DirectoryInfo(path_text.join(self.path, path))
        made.create()
        return made

    @clr_method("Delete", "-> void")
    @clr_method("Delete", "bool recursive -> void")
    def delete(self, recursive: bool = False) -> None:
        """Delete the folder, and its content only if `recursive`."""
        if not recursive and self.exists() and disk.names(self.path):
            raise IOException(f"Directory not empty : '{self.path}'")
        self._run(lambda: disk.remove_tree(self.path) if recursive else disk.remove_folder(self.path))

    @clr_method("MoveTo", "string destDirName -> void")
    def move_to(self, destination: str) -> None:
        """Move the folder; the object takes the new path."""
        target = disk.full(destination)
        self._run(lambda: disk.move(self.path, target))
        self.path = self.original = target
        self.refresh()

    def _children(self, pattern: str, wants: Any, make: Any, kind: str, option: Any = 0) -> Value:
        matches = wildcard_matcher("*" if pattern in ("*.*", "", None) else pattern, ignore_case=os.name == "nt")
        found: list[Value] = []

        def collect(folder: str) -> None:
            inside = [path_text.join(folder, each) for each in sorted(disk.names(folder))]
            found.extend(make(each) for each in inside if wants(each) and matches(path_text.basename(each)))
            if int(option):
                for each in inside:
                    if disk.is_folder(each) and not disk.is_link(each):
                        collect(each)

        self._run(lambda: collect(self.path))
        return TypedArray(named(kind), found)

    @_listing_method("Files", "System.IO.FileInfo")
    def get_files(self, pattern: str = "*", option: Any = 0) -> Value:
        """Return the files in the folder, optionally of subfolders too."""
        return self._children(pattern, disk.is_file, FileInfo, "System.IO.FileInfo", option)

    @_listing_method("Directories", "System.IO.DirectoryInfo")
    def get_directories(self, pattern: str = "*", option: Any = 0) -> Value:
        """Return the subfolders, optionally at any depth."""
        return self._children(pattern, disk.is_folder, DirectoryInfo, "System.IO.DirectoryInfo", option)

    @_listing_method("FileSystemInfos", "System.IO.FileSystemInfo")
    def get_file_system_infos(self, pattern: str = "*", option: Any = 0) -> Value:
        """Return all items of the folder, optionally of subfolders too."""
        return self._children(pattern, disk.names_something, info, "System.IO.FileSystemInfo", option)


def info(path: str) -> FileSystemInfo:
    """Return the DirectoryInfo or FileInfo of a path; FileInfo for a missing item."""
    return DirectoryInfo(path) if disk.is_folder(path) else FileInfo(path)


def _declare_additions() -> None:
    """Attach the members of PowerShell's type data, in their order."""

    def code(name: str, read: Any) -> CodeProperty:
        return CodeProperty(name, read, "System.String", f"System.String {name}{{get={name};}}")

    def common(read_mode: Any) -> list[ExtendedMember]:
        return [code("Mode", read_mode), code("ModeWithoutHardLink", read_mode)]

    for owner in ("System.IO.DirectoryInfo", "System.IO.FileInfo"):
        is_file = owner.endswith("FileInfo")
        script = (
            "if ($this.Extension.Length -gt 0){$this.Name.Remove($this.Name.Length - $this.Extension.Length)}"
            "else{$this.Name}"
            if is_file
            else "$this.Name"
        )
        type_data.declare(
            owner,
            *common(lambda item: item.mode()),
            BuiltInScriptProperty("BaseName", lambda item: item.base_name(), "System.String", script),
            code("ResolvedTarget", lambda item: item.resolved_target()),
            AliasProperty("Target", "LinkTarget"),
            code("LinkType", lambda item: item.link_type()),
            code("NameString", lambda item: item.name_text()),
            code("LengthString", lambda item: item.length_text()),
            code("LastWriteTimeString", lambda item: item.time_text()),
        )


_declare_additions()
