""".NET's exceptions for failed calls of the operating system."""

from __future__ import annotations

from shell.machine import disk, path_text
from shell.machine.server_disk import NetworkPathMissing
from shell.values.errors import (
    DirectoryNotFoundException,
    FileNotFoundException,
    IOException,
    NetException,
    UnauthorizedAccessException,
)


def net_error(problem: OSError, path: str | None = None) -> NetException:
    """Return .NET's exception for a failed call of the operating system, with .NET's message.

    Without `path`, the message names the path of the call, if it had one.
    """
    if path is None:
        path = disk.shown(str(problem.filename or ""))
    if isinstance(problem, NetworkPathMissing):
        return IOException(f"The network path was not found. : '{path}'")
    if isinstance(problem, FileNotFoundError):
        if disk.is_folder(path_text.dirname(path)):
            return FileNotFoundException(f"Could not find file '{path}'.")
        return DirectoryNotFoundException(f"Could not find a part of the path '{path}'.")
    if isinstance(problem, (PermissionError, IsADirectoryError)):
        return UnauthorizedAccessException(f"Access to the path '{path}' is denied.")
    if isinstance(problem, FileExistsError):
        return IOException(f"The file '{path}' already exists.")
    return IOException((problem.strerror or "Input/output error") + (f" : '{path}'" if path else ""))


__all__ = ["net_error"]
