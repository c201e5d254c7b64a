"""TestDrive: a folder of its own for the tests of a file. What a block makes in it goes away with the block."""

from __future__ import annotations

import os
import uuid
from typing import TYPE_CHECKING, Final

from shell.engine.providers.base import PSDriveInfo
from shell.engine.providers.table import drive_table
from shell.machine import disk

if TYPE_CHECKING:
    from shell.engine.session.runspace import Runspace

NAME: Final = "TestDrive"


class TestDrive:
    """The folder behind `TestDrive:` and `$TestDrive`, and what was there when each open block began."""

    def __init__(self, session: Runspace) -> None:
        self.session = session
        self.folder = ""
        self._before: list[set[str]] = []
        self._outer: PSDriveInfo | None = None

    def open(self) -> None:
        """Make the folder and the drive."""
        table = drive_table(self.session)
        self._outer = table.drives.get(NAME.lower())
        if self._outer is not None:
            table.remove(self._outer)
        self.folder = os.path.join(os.path.realpath(disk.own_temp_folder()), str(uuid.uuid4()))
        disk.make_folder(self.folder)
        table.add(PSDriveInfo(NAME, table.file_system, self.folder))

    def close(self) -> None:
        """Remove the folder and the drive, and go elsewhere if the session stands there."""
        table = drive_table(self.session)
        drive = table.drives.get(NAME.lower())
        if drive is not None:
            if table.location.drive is drive:
                table.move_to(table.resolve(disk.own_temp_folder()))
            table.remove(drive)
        if self._outer is not None:
            table.add(self._outer)
        _remove_folder(self.folder)

    def enter_block(self) -> None:
        """Note what is there."""
        self._before.append(self._listed())

    def leave_block(self) -> None:
        """Remove what came since the block began."""
        before = self._before.pop()
        for path in sorted(self._listed() - before, reverse=True):
            if os.path.isdir(path) and not os.path.islink(path):
                _remove_folder(path)
            else:
                _remove_file(path)

    def _listed(self) -> set[str]:
        return {
            os.path.join(folder, name) for folder, folders, files in os.walk(self.folder) for name in (*folders, *files)
        }


def _remove_folder(path: str) -> None:
    try:
        disk.remove_tree(path)
    except OSError:
        return  # something still holds a file in it


def _remove_file(path: str) -> None:
    try:
        disk.remove_file(path)
    except OSError:
        return  # its folder went before it, or something still holds it


__all__ = ["NAME", "TestDrive"]
