"""File access for everything that scripts can reach, within the session's sandbox if it has one.

All reading, writing and listing that scripts can cause goes through these functions (`tests/floors` checks it). They do
what their namesakes in `os` and `shutil` do. While a session with a sandbox runs, a path out of its folder is refused
with an UnauthorizedAccessException, however it is written: with `..`, through a link, as another drive, a share or a
device. `exists`, `is_file` and `is_folder` return False for such a path.

Paths of the lab's server (`C:\\x`, `\\\\EX01\\c$\\x`) lead to the folders that stand for its drives. Only this module
turns them into paths of this machine.

See docs/decisions/0004-sandbox.md and 0010-the-servers-disk.md.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from typing import IO, TYPE_CHECKING, Any, Final

from shell.machine import environment, path_text
from shell.machine.sandbox import Sandbox
from shell.values.errors import ErrorCategory, UnauthorizedAccessException
from shell.values.registries import CURRENT

if TYPE_CHECKING:
    from shell.machine.server_disk import ServerDisk


_active: Final[ContextVar[Sandbox | None]] = ContextVar("sandbox", default=None)
_server: Final[ContextVar[ServerDisk | None]] = ContextVar("server_disk", default=None)


@contextmanager
def inside(sandbox: Sandbox | None, server: ServerDisk | None = None) -> Iterator[None]:
    """Put a sandbox and the drives of a lab's server in force within the block; None for a session without them."""
    token, server_token = _active.set(sandbox), _server.set(server)
    try:
        yield
    finally:
        _server.reset(server_token)
        _active.reset(token)


def server_disk() -> ServerDisk | None:
    """Return the drives of the lab's server that are in force."""
    return _server.get()


def real(path: str) -> str:
    """Return the path on this machine of an item that may not exist yet. Raises OSError if no drive of the server can
    hold it.

    Use it only for the arguments and the folder of native programs: the sandbox is not checked.
    """
    if not path_text.is_windows(path):
        folder = CURRENT.get().process.folder
        return path if folder is None else os.path.join(folder, path)
    server = _server.get()
    if server is not None:
        return server.locate(path)
    if os.name == "nt":
        return path
    raise FileNotFoundError(2, "No such file or directory", path)


def real_list(folders: str) -> str:
    """Return a list of folders, such as `$env:PATH`, as programs of this machine read it. Paths that lead nowhere are
    left out.
    """
    found = []
    for each in path_text.split_list(folders):
        with suppress(OSError):
            found.append(real_program(each))
    return os.pathsep.join(found)


def real_program(path: str) -> str:
    """Return the path on this machine of a program or of a folder of programs. Raises OSError as `real` does."""
    server = _server.get()
    return real(path) if server is None else server.program(path)


def shown(path: str) -> str:
    """Return the path that scripts see for a path of this machine: the server's for one on its drives."""
    server = _server.get()
    return path if server is None else server.shown(path)


def full(path: str) -> str:
    """Return the absolute path that a script means, resolved as in .NET from the process's current directory.

    `sub\\file` is a file in a folder, as on the Exchange server for which scripts are made.
    """
    whole = path if path_text.isabs(path) else path_text.join(current_folder(), path)
    if "\\" in path and not path_text.is_windows(whole) and not os.path.lexists(whole):
        whole = path_text.native(whole)
    return path_text.normpath(whole)


def _place(path: str, *, entry: bool = False) -> str:
    """Return the path on this machine for a script's path. Raises UnauthorizedAccessException for one out of the
    sandbox.
    """
    place = real(path)
    held = _active.get()
    if held is not None and not held.holds(place, entry=entry):
        raise refusal(path)
    return place


def _known(path: str, *, entry: bool = False) -> str | None:
    """Return the path on this machine for a query; None for one that leads nowhere or out of the sandbox."""
    try:
        place = real(path)
    except OSError:
        return None
    held = _active.get()
    return place if held is None or held.holds(place, entry=entry) else None


def sandbox() -> Sandbox | None:
    """Return the sandbox that is in force."""
    return _active.get()


def refusal(path: str) -> UnauthorizedAccessException:
    """Return the error for a path out of the sandbox."""
    return UnauthorizedAccessException(
        f"Access to the path '{path}' is denied. The session may not leave its sandbox.",
        error_id="SandboxAccessDenied",
        category=ErrorCategory.PermissionDenied,
        target=path,
    )


def admit(path: str, *, entry: bool = False) -> str:
    """Return an allowed path as it is. Raises UnauthorizedAccessException for one out of the sandbox."""
    held = _active.get()
    if held is not None and _known(path, entry=entry) is None:
        raise refusal(path)
    return path


def admits(path: str, *, entry: bool = False) -> bool:
    """True for a path within the sandbox, or if there is none."""
    return _active.get() is None or _known(path, entry=entry) is not None


def may_read(path: str) -> bool:
    """True for a path that the session may read: one in the sandbox, or a script that was allowed."""
    return _readable(path) is not None


def _readable(path: str) -> str | None:
    try:
        place = real(path)
    except OSError:
        return None
    held = _active.get()
    return place if held is None or held.may_read(place) else None


# --- queries ---------------------------------------------------------------------------------------------------------


def exists(path: str) -> bool:
    """True if a path leads to something."""
    place = _known(path)
    return place is not None and os.path.exists(place)


def names_something(path: str) -> bool:
    """True if there is an item, even a broken link."""
    place = _known(path, entry=True)
    return place is not None and os.path.lexists(place)


def is_file(path: str) -> bool:
    """True for a file."""
    place = _readable(path)
    return place is not None and os.path.isfile(place)


def is_folder(path: str) -> bool:
    """True for a folder."""
    place = _known(path)
    return place is not None and os.path.isdir(place)


def is_link(path: str) -> bool:
    """True for a symbolic link."""
    place = _known(path, entry=True)
    return place is not None and os.path.islink(place)


def same(one: str, other: str) -> bool:
    """True if both paths lead to the same item."""
    return os.path.samefile(_place(one), _place(other))


def resolved(path: str) -> str:
    """Return a path with all links followed."""
    return shown(os.path.realpath(_place(path, entry=True)))


def status(path: str) -> os.stat_result:
    """Return `os.stat` of an item; links are followed."""
    return os.stat(_place(path))


def entry_status(path: str) -> os.stat_result:
    """Return `os.lstat` of an item; links are not followed."""
    return os.lstat(_place(path, entry=True))


def link_target(path: str) -> str:
    """Return the target of a link as it is written in the link."""
    target = os.readlink(_place(path, entry=True))
    return shown(target) if os.path.isabs(target) else target


def writable(path: str) -> bool:
    """True if this process may write to a path."""
    return os.access(_place(path), os.W_OK)


def names(folder: str) -> list[str]:
    """Return the names in a folder."""
    return os.listdir(_place(folder))


def entries(folder: str) -> list[os.DirEntry[str]]:
    """Return the items in a folder; their `path` is this machine's."""
    with os.scandir(_place(folder)) as found:
        return list(found)


def files_below(folder: str) -> Iterator[str]:
    """Yield the paths of all files in a folder, then of those in the folders below it, without regard to case."""
    inside = sorted(entries(folder), key=lambda each: each.name.lower())
    for each in inside:
        if not each.is_dir():
            yield path_text.join(folder, each.name)
    for each in inside:
        if each.is_dir(follow_symlinks=False):
            yield from files_below(path_text.join(folder, each.name))


def usage(folder: str) -> Any:
    """Return the disk's total, used and free bytes."""
    import shutil

    return shutil.disk_usage(_place(folder))


def program(name: str) -> str | None:
    """Return the path of a program, even of one that may not be run."""
    import shutil

    try:
        return shutil.which(real_program(name), path=real_list(environment.own("PATH") or ""))
    except OSError:
        return None


# --- reading and writing ---------------------------------------------------------------------------------------------


def open_file(path: str, mode: str = "r", **how: Any) -> IO[Any]:
    """Open a file."""
    place = real(path)
    held = _active.get()
    if held is not None and not (held.may_read(place) if mode in ("r", "rb") else held.holds(place)):
        raise refusal(path)
    return open(place, mode, **how)


def read_bytes(path: str) -> bytes:
    """Return a file's content."""
    with open_file(path, "rb") as file:
        content: bytes = file.read()
    return content


def make_folder(path: str) -> None:
    """Make a folder and its parents; an existing folder is no error."""
    os.makedirs(_place(path), exist_ok=True)


def remove_file(path: str) -> None:
    """Remove a file, or a link but not what it leads to."""
    os.unlink(_place(path, entry=True))


def remove_folder(path: str) -> None:
    """Remove an empty folder."""
    os.rmdir(_place(path, entry=True))


def remove_tree(path: str) -> None:
    """Remove a folder and its content; links are removed, their targets are not. The root of a drive is kept."""
    import shutil

    place = _place(path, entry=True)
    if path_text.is_windows(path) and path_text.normpath(path) == path_text.root(path):
        raise PermissionError(13, "Permission denied", path)
    shutil.rmtree(place)


def _respelled(path: str, target: str) -> str:
    """Return the target path of a move; it keeps the new spelling if only the case of the name changes."""
    place = _place(target, entry=True)
    if place == real(path):
        return os.path.join(os.path.dirname(place), path_text.basename(target))
    return place


def replace(path: str, target: str) -> None:
    """Give an item another path in the same file system."""
    os.replace(_place(path, entry=True), _respelled(path, target))


def move(path: str, target: str) -> None:
    """Move an item, to another file system too."""
    import shutil

    shutil.move(_place(path, entry=True), _respelled(path, target))


def copy_file(path: str, target: str) -> str:
    """Copy a file with its times; return the path of the copy."""
    import shutil

    return shown(shutil.copy2(_place(path), _place(target)))


def copy_tree(path: str, target: str) -> None:
    """Copy a folder and its content, links as links; the target may exist."""
    import shutil

    os.makedirs(_place(target), exist_ok=True)
    for each in entries(path):
        source, place = path_text.join(path, each.name), path_text.join(target, each.name)
        if each.is_symlink():
            os.symlink(os.readlink(each.path), _place(place, entry=True), target_is_directory=each.is_dir())
        elif each.is_dir():
            copy_tree(source, place)
        else:
            copy_file(source, place)
    shutil.copystat(_place(path), _place(target))


def make_link(target: str, path: str, *, hard: bool = False) -> None:
    """Make a link at `path` that leads to `target`."""
    place = _place(path, entry=True)
    led_to = _place(path_text.join(path_text.dirname(full(path)), target))
    if hard:
        os.link(led_to if path_text.isabs(target) else target, place)
    else:
        written = led_to if path_text.is_windows(target) else path_text.native(target)
        os.symlink(written, place, target_is_directory=os.path.isdir(led_to))


def set_mode(path: str, mode: int) -> None:
    """Set the permission bits of an item."""
    os.chmod(_place(path), mode)


def set_times(path: str, access: int, write: int) -> None:
    """Set the times of last access and last write, in nanoseconds."""
    os.utime(_place(path), ns=(access, write))


def current_folder() -> str:
    """Return the process's current directory as the running session sees it."""
    return shown(CURRENT.get().process.folder or os.getcwd())


def go_to(folder: str) -> None:
    """Change the current directory for the running session only. Raises OSError."""
    place = os.path.abspath(_place(folder))
    with os.scandir(place):
        CURRENT.get().process.folder = place


# --- temporary files -------------------------------------------------------------------------------------------------


def temp_folder() -> str:
    """Return the folder for temporary files: the lab's server's, the sandbox's, or this machine's."""
    named = environment.get("TEMP") if _server.get() is not None else None
    return named or own_temp_folder()


def own_temp_folder() -> str:
    """Return this machine's folder for temporary files, or the sandbox's if there is one."""
    import tempfile

    held = _active.get()
    return tempfile.gettempdir() if held is None else held.temp_folder


def temp_file() -> str:
    """Make an empty temporary file and return its path."""
    import tempfile

    folder = temp_folder()
    handle, path = tempfile.mkstemp(prefix="tmp", suffix=".tmp", dir=_place(folder))
    os.close(handle)
    return path_text.join(folder, os.path.basename(path))


__all__ = [
    "Sandbox",
    "admit",
    "admits",
    "copy_file",
    "copy_tree",
    "current_folder",
    "entries",
    "entry_status",
    "exists",
    "files_below",
    "full",
    "go_to",
    "inside",
    "is_file",
    "is_folder",
    "is_link",
    "link_target",
    "make_folder",
    "make_link",
    "may_read",
    "move",
    "names",
    "names_something",
    "open_file",
    "own_temp_folder",
    "program",
    "read_bytes",
    "real",
    "refusal",
    "remove_file",
    "remove_folder",
    "remove_tree",
    "replace",
    "resolved",
    "same",
    "sandbox",
    "server_disk",
    "set_mode",
    "set_times",
    "shown",
    "status",
    "temp_file",
    "temp_folder",
    "usage",
    "writable",
]
