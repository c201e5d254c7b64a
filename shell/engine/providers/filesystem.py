"""The FileSystem provider: files and folders by absolute path, of this machine and of the lab's server.

All access to the disk goes through this class, so that a provider with a root of its own can stand in for it.
"""

from __future__ import annotations

import fnmatch
import os
from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from shell.dotnet.io.file_info import DirectoryInfo, FileInfo, is_hidden
from shell.engine.providers.base import Provider
from shell.machine import disk, path_text
from shell.machine.os_errors import net_error
from shell.types.conversion.text import to_string
from shell.values.errors import (
    ErrorCategory,
    IOException,
    ItemNotFoundException,
    NetException,
    PSArgumentException,
    UnauthorizedAccessException,
)
from shell.values.objects import Value

if TYPE_CHECKING:
    from shell.engine.session.runspace import Runspace

_KINDS = {
    "file": "File",
    "directory": "Directory",
    "container": "Directory",
    "symboliclink": "SymbolicLink",
    "junction": "Junction",
    "hardlink": "HardLink",
}


class FileSystemProvider(Provider):
    """Microsoft.PowerShell.Core\\FileSystem."""

    name: ClassVar[str] = "FileSystem"
    capabilities: ClassVar[str] = "Filter, ShouldProcess, Credentials"
    is_navigable: ClassVar[bool] = True

    def __init__(self, session: Runspace) -> None:
        super().__init__(session)
        held = disk.sandbox()
        self.home = held.folder if held is not None else os.path.expanduser("~")

    # --- paths ---

    def join(self, parent: str, child: str) -> str:
        """Return the path of a child."""
        return path_text.join(parent, child)

    def parent(self, path: str) -> str:
        """Return the folder above; nothing for a root."""
        above = path_text.dirname(path)
        return "" if above == path else above

    def leaf(self, path: str) -> str:
        """Return the name; a root is its own name."""
        return path_text.basename(path) or path

    def within(self, root: str, relative: str) -> str:
        """Return the absolute path below a root."""
        if not root:
            return path_text.normpath(path_text.native(relative) or ".")
        separator = path_text.separator(root)
        below = relative.replace("\\", separator).replace("/", separator).lstrip(separator)
        return path_text.normpath(path_text.join(root, f".{separator}{below}" if below else "."))

    # --- reading ---

    def exists(self, path: str) -> bool:
        """True if the path names something, a broken link too. Raises for a path that leads out of a sandbox."""
        return disk.names_something(disk.admit(path, entry=True))

    def is_container(self, path: str) -> bool:
        """True for a folder."""
        return disk.is_folder(path)

    def child_names(self, path: str, *, hidden: bool = False) -> Iterable[str]:
        """Return names: folders first, each kind sorted without case."""
        try:
            entries = disk.entries(path)
        except OSError as problem:
            raise io_error(problem, path, "DirUnauthorizedAccessError", ErrorCategory.PermissionDenied) from None
        shown = [each for each in entries if hidden or not is_hidden(path_text.join(path, each.name))]
        return [each.name for each in sorted(shown, key=lambda each: (not each.is_dir(), each.name.lower(), each.name))]

    def matches_filter(self, name: str, pattern: str) -> bool:
        """True if a name fits -Filter: `*` and `?` only, without case."""
        translated = pattern.replace("[", "[[]").lower()
        return translated == "*.*" or fnmatch.fnmatchcase(name.lower(), translated)

    def item(self, path: str) -> Value:
        """Return a FileInfo or DirectoryInfo."""
        return DirectoryInfo(path) if disk.is_folder(path) else FileInfo(path)

    def visible_item(self, path: str, *, force: bool) -> Value:
        """Return a FileInfo or DirectoryInfo; a hidden one only with `force`, but for the root of a drive."""
        if not force and is_hidden(path) and self.parent(path):
            raise IOException(
                f"Could not find item {path}.",
                error_id="ItemNotFound",
                category=ErrorCategory.ObjectNotFound,
                target=path,
            )
        return self.item(path)

    # --- changing ---

    def kind(self, item_type: str) -> str:
        """Return the name of an item type, from a unique prefix."""
        wanted = (item_type or "file").lower()
        found = {name for key, name in _KINDS.items() if key.startswith(wanted)}
        if len(found) != 1:
            raise PSArgumentException(
                "The type is not a known type for the file system. Only "
                '"file","directory" or "symboliclink" can be specified.',
                error_id="Argument",
                category=ErrorCategory.InvalidArgument,
                target=item_type,
            )
        return found.pop()

    def new(self, path: str, item_type: str, value: Value, *, force: bool) -> Value:
        """Make a file (with `value` as its text), a folder, or a link to `value`."""
        kind = self.kind(item_type)
        if kind == "Directory":
            return self._new_directory(path, force)
        if kind == "File":
            return self._new_file(path, value, force)
        return self._new_link(path, kind, to_string(value), force)

    def _new_directory(self, path: str, force: bool) -> Value:
        if disk.names_something(path):
            if not (force and disk.is_folder(path)):
                raise IOException(
                    f"An item with the specified name {path} already exists.",
                    error_id="DirectoryExist",
                    category=ErrorCategory.ResourceExists,
                    target=path,
                )
            return DirectoryInfo(path)
        try:
            disk.make_folder(path)
        except OSError as problem:
            raise io_error(problem, path, "CreateDirectoryIOError", ErrorCategory.WriteError) from None
        return DirectoryInfo(path)

    def _new_file(self, path: str, value: Value, force: bool) -> Value:
        if not force and disk.names_something(path):
            raise IOException(
                f"The file '{path}' already exists.",
                error_id="NewItemIOError",
                category=ErrorCategory.WriteError,
                target=path,
            )
        try:
            if force:
                disk.make_folder(path_text.dirname(path))
            with disk.open_file(path, "w", encoding="utf-8", newline="") as file:
                if value is not None:
                    file.write(to_string(value))
        except OSError as problem:
            raise io_error(problem, path, "NewItemIOError", ErrorCategory.WriteError) from None
        return FileInfo(path)

    def _new_link(self, path: str, kind: str, target: str, force: bool) -> Value:
        if not target:
            raise PSArgumentException(
                'Cannot process argument because the value of argument "value" is null.',
                error_id="ArgumentNull",
                category=ErrorCategory.InvalidArgument,
            )
        if disk.names_something(path):
            if not force:
                raise IOException(
                    f"The file '{path}' already exists.",
                    error_id="NewItemIOError",
                    category=ErrorCategory.WriteError,
                    target=path,
                )
            disk.remove_file(path)
        if kind != "SymbolicLink" and not disk.names_something(path_text.join(self.session.location, target)):
            raise ItemNotFoundException(
                f"Could not find item {target}.",
                error_id="ItemNotFound",
                category=ErrorCategory.ObjectNotFound,
                target=target,
            )
        try:
            disk.make_link(target, path, hard=kind == "HardLink")
        except OSError as problem:
            raise io_error(problem, path, "NewItemIOError", ErrorCategory.WriteError) from None
        return self.item(path)

    def remove_prompt(self, path: str) -> str | None:
        """Ask before a folder with children goes."""
        if disk.is_link(path) or not disk.is_folder(path) or not disk.names(path):
            return None
        return (
            f"The item at {path} has children and the Recurse parameter was not specified. If you continue, all "
            "children will be removed with the item. Are you sure you want to continue?"
        )

    def remove(self, path: str, *, recurse: bool, force: bool) -> None:
        """Remove a file, or a folder with all that is in it."""
        if not force and is_read_only(path):
            raise IOException(
                f"You do not have sufficient access rights to perform this operation or the item {path} is hidden, "
                "system, or read only.",
                error_id="RemoveFileSystemItemUnAuthorizedAccess",
                category=ErrorCategory.PermissionDenied,
                target=self.item(path),
            )
        try:
            if disk.is_folder(path) and not disk.is_link(path):
                disk.remove_tree(path)
            else:
                if force and is_read_only(path):
                    disk.set_mode(path, 0o666)
                disk.remove_file(path)
        except OSError as problem:
            raise io_error(problem, path, "RemoveItemIOError", ErrorCategory.WriteError) from None

    def rename(self, path: str, new_name: str, *, force: bool) -> str:
        """Rename within the folder; `new_name` may have that folder in front, but no other."""
        if new_name.startswith(("./", ".\\")):
            new_name = new_name[2:]
        elif path_text.dirname(new_name) and path_text.dirname(new_name).lower() == path_text.dirname(path).lower():
            new_name = path_text.basename(new_name)
        if "/" in new_name or "\\" in new_name:
            raise PSArgumentException(
                "Cannot rename the specified target, because it represents a path or device name.",
                error_id="Argument",
                category=ErrorCategory.InvalidArgument,
                target=path,
            )
        target = path_text.join(path_text.dirname(path), new_name)
        same = disk.names_something(target) and disk.same(path, target)
        if disk.names_something(target) and not same and not (force and disk.is_file(target)):
            raise _occupied(target, "RenameItemIOError", path)
        try:
            disk.replace(path, target)
        except OSError as problem:
            raise io_error(problem, path, "RenameItemIOError", ErrorCategory.WriteError) from None
        return target

    def copy(self, path: str, destination: str, *, recurse: bool, force: bool, container: bool = True) -> list[str]:
        """Copy a file, or a folder (its content only with `recurse`); into the destination where that is a folder."""
        target = path_text.join(destination, path_text.basename(path)) if disk.is_folder(destination) else destination
        try:
            if disk.is_folder(path):
                return self._copy_directory(path, target, destination, recurse, container)
            if disk.names_something(target) and disk.same(path, target):
                raise _itself(path)
            if force and disk.is_file(target) and is_read_only(target):
                disk.set_mode(target, 0o666)
            disk.copy_file(path, target)
        except OSError as problem:
            category = ErrorCategory.WriteError
            raise io_error(problem, target, "CopyFileInfoItemIOError", category, shown=path) from None
        return [target]

    def _copy_directory(self, path: str, target: str, destination: str, recurse: bool, container: bool) -> list[str]:
        if recurse and not container:
            disk.make_folder(destination)
            return [
                disk.copy_file(each, path_text.join(destination, path_text.basename(each)))
                for each in disk.files_below(path)
            ]
        if disk.is_file(target):
            raise PSArgumentException(
                "Container cannot be copied onto existing leaf item.",
                error_id="CopyContainerItemToLeafError",
                category=ErrorCategory.InvalidArgument,
                target=path,
            )
        if recurse and _is_within(target, path):
            raise _itself(path)
        if recurse:
            disk.copy_tree(path, target)
        else:
            disk.make_folder(target)
        return [target]

    def move(self, path: str, destination: str, *, force: bool) -> str:
        """Move a file or folder, into the destination where that is a folder."""
        disk.admit(destination)
        target = path_text.join(destination, path_text.basename(path)) if disk.is_folder(destination) else destination
        is_folder = disk.is_folder(path)
        identifier = "MoveDirectoryItemIOError" if is_folder else "MoveFileInfoItemIOError"
        same = disk.names_something(target) and disk.same(path, target) and path != target
        if disk.names_something(target) and not same and not (force and not is_folder):
            raise _occupied(target, identifier, self.item(path))
        try:
            if not disk.is_folder(path_text.dirname(target)):
                raise FileNotFoundError
            disk.move(path, target)
        except OSError as problem:
            raise io_error(problem, target, identifier, ErrorCategory.WriteError, shown=path) from None
        return target

    def action(self, verb: str, path: str, detail: str = "", *, kind: str = "") -> tuple[str, str]:
        """Return (action, target) as the FileSystem provider words them."""
        if verb == "New":
            return f"Create {self.kind(kind)}", f"Destination: {path}"
        noun = "Directory" if disk.is_folder(path) else "File"
        if verb == "Remove":
            return f"Remove {noun}", path
        if verb in ("Copy", "Move", "Rename"):
            return f"{verb} {noun}", f"Item: {path} Destination: {detail}"
        return super().action(verb, path, detail, kind=kind)


def _occupied(path: str, error_id: str, target: Value) -> NetException:
    """Return the error of a move to a path that is taken."""
    if os.name == "nt":
        message = "Cannot create a file when that file already exists."
    elif disk.is_folder(path):
        message = f"Cannot create '{path}' because a file or directory with the same name already exists."
    else:
        message = f"The file '{path}' already exists."
    return IOException(message, error_id=error_id, category=ErrorCategory.WriteError, target=target)


def _itself(path: str) -> NetException:
    """Return the error of a copy onto, or into, what is copied."""
    return IOException(
        f"Cannot overwrite the item {path} with itself.",
        error_id="CopyError",
        category=ErrorCategory.WriteError,
        target=path,
    )


def _is_within(path: str, folder: str) -> bool:
    """True for a folder's own path and all below it."""
    return path_text.is_within(os.path.realpath(disk.real(path)), os.path.realpath(disk.real(folder)))


def is_read_only(path: str) -> bool:
    """True for a file that its owner may not write."""
    try:
        return disk.is_file(path) and not disk.is_link(path) and not disk.status(path).st_mode & 0o222
    except OSError:
        return False


def io_error(
    problem: OSError, path: str, error_id: str, category: ErrorCategory, *, shown: Value = None
) -> NetException:
    """Return `net_error` with what goes into its record; `shown` is the record's target where the path is not."""
    error = net_error(problem, path)
    error.error_id = error_id
    error.category = category
    error.target = path if shown is None else shown
    if isinstance(error, UnauthorizedAccessException):
        error.category = ErrorCategory.PermissionDenied
    if isinstance(problem, PermissionError):
        error.error_id = error_id.replace("IOError", "UnauthorizedAccessError")
    return error
