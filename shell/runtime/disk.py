"""The one door to this machine's files for all that a script can reach, and the sandbox that may stand in it.

Everything that scripts can make the shell read, write, list or ask goes through these functions (a test holds that:
`tests/floors`). They do what their namesakes in `os` and `shutil` do. While a session with a sandbox runs, a path that
leads out of its folder is refused with an UnauthorizedAccessException, however it is written: with `..`, through a
link, as another drive, a share or a device. Questions (`exists`, `is_file`, `is_folder`) are answered "no" there.

See docs/decisions/0004-sandbox.md.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import IO, Any, Final

from shell.runtime.errors import ErrorCategory, UnauthorizedAccessException


class Sandbox:
    """One folder that a session may not leave."""

    def __init__(self, folder: str) -> None:
        self.folder = os.path.realpath(folder)
        self._scripts: set[str] = set()
        self._prefix = os.path.normcase(os.path.join(self.folder, ""))

    @property
    def temp_folder(self) -> str:
        """The folder for temporary files, made when first asked for."""
        path = os.path.join(self.folder, ".temp")
        os.makedirs(path, exist_ok=True)
        return path

    def allow_script(self, path: str) -> None:
        """Let a file outside be read: the script that the command line names."""
        self._scripts.add(os.path.realpath(path))

    def may_read(self, path: str) -> bool:
        """True for what is in the folder, and for scripts that were allowed."""
        return self.holds(path) or os.path.realpath(path) in self._scripts

    def holds(self, path: str, *, entry: bool = False) -> bool:
        """True for a path in the folder. With `entry` the item itself counts, not what a link leads to."""
        try:
            full = os.path.abspath(path)
            if entry:
                full = os.path.join(os.path.realpath(os.path.dirname(full)), os.path.basename(full))
            else:
                full = os.path.realpath(full)
        except (OSError, ValueError):
            return False
        return os.path.normcase(os.path.join(full, "")).startswith(self._prefix)


_active: Final[ContextVar[Sandbox | None]] = ContextVar("sandbox", default=None)


@contextmanager
def inside(sandbox: Sandbox | None) -> Iterator[None]:
    """Let a sandbox hold while a session runs; None for a session without one."""
    token = _active.set(sandbox)
    try:
        yield
    finally:
        _active.reset(token)


def sandbox() -> Sandbox | None:
    """Return the sandbox that holds now."""
    return _active.get()


def refusal(path: str) -> UnauthorizedAccessException:
    """Return the error for a path that leads out."""
    return UnauthorizedAccessException(
        f"Access to the path '{path}' is denied. The session may not leave its sandbox.",
        error_id="SandboxAccessDenied",
        category=ErrorCategory.PermissionDenied,
        target=path,
    )


def admit(path: str, *, entry: bool = False) -> str:
    """Return a path that may be used; raise for one that leads out of the sandbox."""
    held = _active.get()
    if held is not None and not held.holds(path, entry=entry):
        raise refusal(path)
    return path


def admits(path: str, *, entry: bool = False) -> bool:
    """True for a path that may be used."""
    held = _active.get()
    return held is None or held.holds(path, entry=entry)


# --- asking ----------------------------------------------------------------------------------------------------------


def exists(path: str) -> bool:
    """True if a path leads to something."""
    return admits(path) and os.path.exists(path)


def names_something(path: str) -> bool:
    """True if there is an item, a broken link too."""
    return admits(path, entry=True) and os.path.lexists(path)


def is_file(path: str) -> bool:
    """True for a file."""
    held = _active.get()
    return (held is None or held.may_read(path)) and os.path.isfile(path)


def is_folder(path: str) -> bool:
    """True for a folder."""
    return admits(path) and os.path.isdir(path)


def is_link(path: str) -> bool:
    """True for a symbolic link."""
    return admits(path, entry=True) and os.path.islink(path)


def same(one: str, other: str) -> bool:
    """True if both paths lead to the same item."""
    return os.path.samefile(admit(one), admit(other))


def status(path: str) -> os.stat_result:
    """Return what the system says of the item that a path leads to."""
    return os.stat(admit(path))


def entry_status(path: str) -> os.stat_result:
    """Return what the system says of the item itself, where it is a link."""
    return os.lstat(admit(path, entry=True))


def link_target(path: str) -> str:
    """Return what a link says."""
    return os.readlink(admit(path, entry=True))


def writable(path: str) -> bool:
    """True for what may be written."""
    return os.access(admit(path), os.W_OK)


def names(folder: str) -> list[str]:
    """Return the names in a folder."""
    return os.listdir(admit(folder))


def entries(folder: str) -> list[os.DirEntry[str]]:
    """Return the items in a folder."""
    with os.scandir(admit(folder)) as found:
        return list(found)


def usage(folder: str) -> Any:
    """Return the disk's total, used and free bytes."""
    import shutil

    return shutil.disk_usage(admit(folder))


def program(name: str) -> str | None:
    """Return where a program is; whether it may run is not asked here."""
    import shutil

    return shutil.which(name)


# --- reading and writing ---------------------------------------------------------------------------------------------


def open_file(path: str, mode: str = "r", **how: Any) -> IO[Any]:
    """Open a file."""
    held = _active.get()
    if held is not None and not (held.may_read(path) if mode in ("r", "rb") else held.holds(path)):
        raise refusal(path)
    return open(path, mode, **how)


def read_bytes(path: str) -> bytes:
    """Return a file's content."""
    with open_file(path, "rb") as file:
        content: bytes = file.read()
    return content


def make_folder(path: str) -> None:
    """Make a folder and those above it; one that is there is no error."""
    os.makedirs(admit(path), exist_ok=True)


def remove_file(path: str) -> None:
    """Remove a file, or a link but not what it leads to."""
    os.unlink(admit(path, entry=True))


def remove_folder(path: str) -> None:
    """Remove an empty folder."""
    os.rmdir(admit(path, entry=True))


def remove_tree(path: str) -> None:
    """Remove a folder with all that is in it; links in it go, what they lead to stays."""
    import shutil

    shutil.rmtree(admit(path, entry=True))


def replace(path: str, target: str) -> None:
    """Give an item another path in the same file system."""
    os.replace(admit(path, entry=True), admit(target, entry=True))


def move(path: str, target: str) -> None:
    """Move an item, to another file system too."""
    import shutil

    shutil.move(admit(path, entry=True), admit(target))


def copy_file(path: str, target: str) -> str:
    """Copy a file with its times; return where the copy is."""
    import shutil

    return shutil.copy2(admit(path), admit(target))


def copy_tree(path: str, target: str) -> None:
    """Copy a folder with all that is in it, links as links, into one that may be there."""
    import shutil

    os.makedirs(admit(target), exist_ok=True)
    for each in entries(path):
        place = os.path.join(target, each.name)
        if each.is_symlink():
            os.symlink(os.readlink(each.path), admit(place, entry=True), target_is_directory=each.is_dir())
        elif each.is_dir():
            copy_tree(each.path, place)
        else:
            copy_file(each.path, place)
    shutil.copystat(path, target)


def make_link(target: str, path: str, *, hard: bool = False) -> None:
    """Make a link at `path` that leads to `target`."""
    place = admit(path, entry=True)
    admit(os.path.join(os.path.dirname(os.path.abspath(path)), target))
    if hard:
        os.link(target, place)
    else:
        os.symlink(target, place, target_is_directory=os.path.isdir(target))


def set_mode(path: str, mode: int) -> None:
    """Change who may do what."""
    os.chmod(admit(path), mode)


def set_times(path: str, access: int, write: int) -> None:
    """Set the times of the last access and of the last change, in nanoseconds."""
    os.utime(admit(path), ns=(access, write))


def go_to(folder: str) -> None:
    """Change the process's own folder."""
    os.chdir(admit(folder))


# --- temporary files -------------------------------------------------------------------------------------------------


def temp_folder() -> str:
    """Return the folder for temporary files: the sandbox's own where there is one."""
    import tempfile

    held = _active.get()
    return tempfile.gettempdir() if held is None else held.temp_folder


def temp_file() -> str:
    """Make an empty temporary file and return its path."""
    import tempfile

    handle, path = tempfile.mkstemp(prefix="tmp", suffix=".tmp", dir=temp_folder())
    os.close(handle)
    return path


__all__ = [
    "Sandbox",
    "admit",
    "admits",
    "copy_file",
    "copy_tree",
    "entries",
    "entry_status",
    "exists",
    "go_to",
    "inside",
    "is_file",
    "is_folder",
    "is_link",
    "link_target",
    "make_folder",
    "make_link",
    "move",
    "names",
    "names_something",
    "open_file",
    "program",
    "read_bytes",
    "refusal",
    "remove_file",
    "remove_folder",
    "remove_tree",
    "replace",
    "same",
    "sandbox",
    "set_mode",
    "set_times",
    "status",
    "temp_file",
    "temp_folder",
    "usage",
    "writable",
]
