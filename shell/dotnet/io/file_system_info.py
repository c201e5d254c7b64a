"""System.IO.FileSystemInfo, the base of FileInfo and DirectoryInfo."""

from __future__ import annotations

import os
import stat
import sys
from typing import Any

from shell.dotnet.time.datetime import UTC, DateTime
from shell.machine import disk, path_text
from shell.machine.os_errors import net_error
from shell.types import Property
from shell.types.registry.declarations import clr_class, clr_method, clr_property
from shell.types.registry.enumeration import enum_value, register_enum
from shell.types.registry.names import named

FILE_ATTRIBUTES = register_enum(
    "System.IO.FileAttributes",
    {
        "None": 0,
        "ReadOnly": 1,
        "Hidden": 2,
        "System": 4,
        "Directory": 16,
        "Archive": 32,
        "Device": 64,
        "Normal": 128,
        "Temporary": 256,
        "SparseFile": 512,
        "ReparsePoint": 1024,
        "Compressed": 2048,
        "Offline": 4096,
        "NotContentIndexed": 8192,
        "Encrypted": 16384,
        "IntegrityStream": 32768,
        "NoScrubData": 131072,
    },
    flags=True,
)
UNIX_FILE_MODE = register_enum(
    "System.IO.UnixFileMode",
    {
        "None": 0,
        "OtherExecute": 1,
        "OtherWrite": 2,
        "OtherRead": 4,
        "GroupExecute": 8,
        "GroupWrite": 16,
        "GroupRead": 32,
        "UserExecute": 64,
        "UserWrite": 128,
        "UserRead": 256,
        "StickyBit": 512,
        "SetGroup": 1024,
        "SetUser": 2048,
    },
    flags=True,
)

_EPOCH = 621_355_968_000_000_000
READ_ONLY, _HIDDEN, _DIRECTORY, _ARCHIVE, _NORMAL, _LINK = 1, 2, 16, 32, 128, 1024


def is_hidden(path: str) -> bool:
    """Return True for a hidden item: a name with a leading dot, or Windows' attribute."""
    if sys.platform == "win32":
        try:
            return bool(disk.entry_status(path).st_file_attributes & stat.FILE_ATTRIBUTE_HIDDEN)
        except OSError:
            return False
    return not path_text.is_windows(path) and path_text.basename(path).startswith(".")


def _moment(seconds_ns: int) -> DateTime:
    return DateTime(_EPOCH + seconds_ns // 100, UTC).to_local_time()


def _nanoseconds(moment: DateTime) -> int:
    return (moment.to_universal_time().ticks - _EPOCH) * 100


def _missing_time() -> DateTime:
    return DateTime(504_911_232_000_000_000, UTC).to_local_time()


@clr_class("System.IO.FileSystemInfo")
class FileSystemInfo:
    """A file or folder; its status is read on first use and kept until Refresh()."""

    def __init__(self, path: str) -> None:
        self.original = path
        self.path = disk.full(path)
        self._status: os.stat_result | None = None
        self._link_status: os.stat_result | None = None
        self._is_read = False

    def __str__(self) -> str:
        return self.original

    @clr_method("ToString", "-> string")
    def to_string(self) -> str:
        """Return the path given to the constructor."""
        return self.original

    def status(self) -> os.stat_result | None:
        """Return the status of the item, None if it does not exist."""
        if not self._is_read:
            self._is_read = True
            try:
                self._link_status = disk.entry_status(self.path)
                self._status = disk.status(self.path) if disk.admits(self.path) else self._link_status
            except OSError:
                self._status = self._link_status
        return self._status

    @property
    def is_link(self) -> bool:
        """Return True for a symbolic link."""
        return disk.is_link(self.path)

    @clr_method("Refresh", "-> void")
    def refresh(self) -> None:
        """Drop the cached status."""
        self._is_read = False
        self._status = self._link_status = None

    # --- PowerShell's additions ---

    def mode(self) -> str:
        """Return `d----`, `-a---`, `l----`: folder or link, archive, read-only, hidden, system."""
        attributes = self.attribute_bits()
        first = "l" if attributes & _LINK else "d" if attributes & _DIRECTORY else "-"
        letters = ((_ARCHIVE, "a"), (READ_ONLY, "r"), (_HIDDEN, "h"), (4, "s"))
        return first + "".join(letter if attributes & bit else "-" for bit, letter in letters)

    def base_name(self) -> str:
        """Return the name, of a file without its extension."""
        return self.name()

    def resolved_target(self) -> str:
        """Return the final target of a link, else the path."""
        return disk.resolved(self.path) if self.is_link else self.path

    def link_type(self) -> str | None:
        """Return SymbolicLink, HardLink or null."""
        if self.is_link:
            return "SymbolicLink"
        status = self.status()
        is_hard = status is not None and stat.S_ISREG(status.st_mode) and status.st_nlink > 1
        return "HardLink" if is_hard else None

    def length_text(self) -> str:
        """Return the length as tables show it; "" for folders."""
        return ""

    def time_text(self) -> str:
        """Return the last write time as tables show it: short date and time."""
        moment = self.last_write_time
        return f"{moment.to_string('d'):>10} {moment.to_string('t'):>8}"

    def name_text(self) -> str:
        """Return the name as tables show it: a link with its target."""
        target = self.link_target()
        return self.name() if target is None else f"{self.name()} -> {target}"

    # --- .NET's own ---

    @clr_property("FullName", "string")
    def full_name(self) -> str:
        """Return the full path."""
        return self.path

    @clr_property("Extension", "string")
    def extension(self) -> str:
        """Return the extension, from the last dot on."""
        name = self.name()
        place = name.rfind(".")
        return name[place:] if 0 <= place < len(name) - 1 else ""

    @clr_property("Name", "string")
    def name(self) -> str:
        """Return the last part of the path."""
        return path_text.basename(self.path) or self.path

    @clr_property("Exists", "bool")
    def get_exists(self) -> bool:
        """Return True if an item of this kind exists."""
        return self.exists()

    def exists(self) -> bool:
        """Return True if an item of this kind exists."""
        raise NotImplementedError

    @clr_property("LinkTarget", "string")
    def link_target(self) -> str | None:
        """Return the target of a link."""
        try:
            return disk.link_target(self.path) if self.is_link else None
        except OSError:
            return None

    def _time(self, which: str) -> DateTime:
        status = self.status()
        return _missing_time() if status is None else _moment(getattr(status, f"st_{which}_ns"))

    @property
    def last_write_time(self) -> DateTime:
        """Return the time of the last change of content."""
        return self._time("mtime")

    @property
    def creation_time(self) -> DateTime:
        """Return the creation time, or the nearest that the system records."""
        status = self.status()
        born = getattr(status, "st_birthtime", None)
        if born is not None:
            return _moment(int(born * 1_000_000_000))
        times = [self._time("mtime"), self._time("ctime")]
        return min(times, key=lambda each: each.ticks)

    @property
    def last_access_time(self) -> DateTime:
        """Return the time of the last read."""
        return self._time("atime")

    def set_times(self, access: DateTime | None, write: DateTime | None) -> None:
        """Set access and write time of the item."""
        self.refresh()
        known = access or self.last_access_time, write or self.last_write_time
        self._run(lambda: disk.set_times(self.path, _nanoseconds(known[0]), _nanoseconds(known[1])))
        self.refresh()

    def attribute_bits(self) -> int:
        """Return the attributes as a number, -1 if the item does not exist."""
        status = self.status()
        if status is None:
            return -1
        bits = int(getattr(status, "st_file_attributes", 0))
        if not bits:
            bits = _DIRECTORY if stat.S_ISDIR(status.st_mode) else 0
            bits |= _HIDDEN if is_hidden(self.path) else 0
            bits |= 0 if status.st_mode & 0o222 else READ_ONLY
            if path_text.is_windows(self.path) and not bits & _DIRECTORY:
                bits |= _ARCHIVE
        if self.is_link:
            bits |= _LINK
        return bits or _NORMAL

    @property
    def attributes(self) -> Any:
        """Return the attributes as flags."""
        return enum_value(FILE_ATTRIBUTES, self.attribute_bits())

    def set_read_only(self, value: bool) -> None:
        """Set or clear the read-only attribute."""
        mode = disk.status(self.path).st_mode
        self._run(lambda: disk.set_mode(self.path, mode & ~0o222 if value else mode | 0o200))
        self.refresh()

    def _run(self, action: Any) -> None:
        try:
            action()
        except OSError as problem:
            raise net_error(problem, self.path) from None


def _add_times() -> None:
    """Attach the time properties, each local and UTC, in .NET's order."""
    owner = named("System.IO.FileSystemInfo")

    def add(name: str, read: Any, write: Any) -> None:
        owner.add_property(Property(name, "datetime", read, write))
        utc_write = None if write is None else lambda item, value: write(item, value)
        owner.add_property(Property(name + "Utc", "datetime", lambda item: read(item).to_universal_time(), utc_write))

    add("CreationTime", lambda item: item.creation_time, lambda item, value: item.set_times(None, value))
    add("LastAccessTime", lambda item: item.last_access_time, lambda item, value: item.set_times(value, None))
    add("LastWriteTime", lambda item: item.last_write_time, lambda item, value: item.set_times(None, value))
    target = owner.properties.pop("linktarget")
    owner.add_property(target)
    owner.add_property(Property("UnixFileMode", "System.IO.UnixFileMode", _unix_mode))
    owner.add_property(
        Property("Attributes", "System.IO.FileAttributes", lambda item: item.attributes, _set_attributes)
    )


def _unix_mode(item: FileSystemInfo) -> Any:
    status = item.status()
    of_windows = os.name == "nt" or path_text.is_windows(item.path)
    return enum_value(UNIX_FILE_MODE, -1 if status is None or of_windows else status.st_mode & 0o7777)


def _set_attributes(item: FileSystemInfo, value: int) -> None:
    item.set_read_only(bool(int(value) & READ_ONLY))


_add_times()
