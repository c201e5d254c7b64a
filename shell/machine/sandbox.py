"""The sandbox: one folder that a session may not leave. See docs/decisions/0004-sandbox.md."""

from __future__ import annotations

import os


class Sandbox:
    """One folder that a session may not leave."""

    def __init__(self, folder: str) -> None:
        self.folder = os.path.realpath(folder)
        self._scripts: set[str] = set()
        self._prefix = os.path.normcase(os.path.join(self.folder, ""))

    @property
    def temp_folder(self) -> str:
        """Return the folder for temporary files, which is made at the first call."""
        path = os.path.join(self.folder, ".temp")
        os.makedirs(path, exist_ok=True)
        return path

    def allow_script(self, path: str) -> None:
        """Allow a file outside to be read: the script that the command line names."""
        self._scripts.add(os.path.realpath(path))

    def may_read(self, path: str) -> bool:
        """True for items in the folder and for scripts that were allowed."""
        return self.holds(path) or os.path.realpath(path) in self._scripts

    def holds(self, path: str, *, entry: bool = False) -> bool:
        """True for a path in the folder. With `entry` a link counts itself, not its target."""
        try:
            full = os.path.abspath(path)
            if entry:
                full = os.path.join(os.path.realpath(os.path.dirname(full)), os.path.basename(full))
            else:
                full = os.path.realpath(full)
        except (OSError, ValueError):
            return False
        return os.path.normcase(os.path.join(full, "")).startswith(self._prefix)
