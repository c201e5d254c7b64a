"""The drives that every session starts with."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING

from shell.engine.providers import paths
from shell.engine.providers.base import PSDriveInfo
from shell.engine.providers.drives import DriveTable
from shell.engine.providers.filesystem import FileSystemProvider
from shell.engine.providers.session_state import (
    AliasProvider,
    EnvironmentProvider,
    FunctionProvider,
    VariableProvider,
)
from shell.machine import disk, path_text

if TYPE_CHECKING:
    from shell.engine.session.runspace import Runspace


_DESCRIPTIONS = {
    "Alias": "Drive that contains a view of the aliases stored in session state",
    "Env": "Drive that contains a view of the environment variables for the process",
    "Function": "Drive that contains a view of the functions stored in session state",
    "Variable": "Drive that contains a view of those variables stored in session state",
}


def drive_table(session: Runspace) -> DriveTable:
    """Return a session's drives, made when first asked for."""
    table = session.state.get("drives")
    if table is None:
        table = session.state["drives"] = _standard_table(session)
    found: DriveTable = table
    return found


def _standard_table(session: Runspace) -> DriveTable:
    files = FileSystemProvider(session)
    named = {
        "Alias": AliasProvider(session),
        "Env": EnvironmentProvider(session),
        "Function": FunctionProvider(session),
        "Variable": VariableProvider(session),
    }
    table = DriveTable(session, [files, *named.values()])
    for name, root in _file_roots():
        table.add(PSDriveInfo(name, files, root, colon=name != "/"))
    temporary = path_text.normpath(disk.temp_folder())
    description = "Drive that maps to the temporary directory path for the current user"
    table.add(PSDriveInfo("Temp", files, temporary, description))
    for name, provider in named.items():
        table.add(PSDriveInfo(name, provider, "", _DESCRIPTIONS[name]))
    return table


def _file_roots() -> list[tuple[str, str]]:
    server = disk.server_disk()
    letters = set() if server is None else set(server.drives)
    if paths.IS_WINDOWS:
        letters.update(letter for letter in string.ascii_uppercase if disk.exists(f"{letter}:\\"))
    roots = [(letter, f"{letter}:\\") for letter in sorted(letters)]
    return roots if paths.IS_WINDOWS else [("/", "/"), *roots]
