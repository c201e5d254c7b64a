"""The machine that a session's scripts are on: the lab's Exchange server, with a disk and an environment of its own."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from shell.lazy import lazy
from shell.machine import disk, environment, path_text
from shell.machine.environment import ServerEnvironment
from shell.machine.server_disk import ServerDisk

if TYPE_CHECKING:
    from cmdlets.exchange.machine import folders as machine_folders
    from cmdlets.exchange.machine import variables
    from shell import state
    from shell.machine.sandbox import Sandbox
else:
    machine_folders = lazy("cmdlets.exchange.machine.folders", globals(), "machine_folders")
    variables = lazy("cmdlets.exchange.machine.variables", globals())
    state = lazy("shell.state", globals())

IN_SANDBOX = ".server"
"""The folder in a sandbox that holds the server's drives."""


class LabServer:
    """Where a session's server has its drives, and what its environment holds.

    Nothing is made or imported before a script uses it. `closers` takes what must happen when the session ends.
    """

    def __init__(
        self,
        version: str,
        log_folder: str | os.PathLike[str] | None,
        sandbox: Sandbox | None,
        drives: Mapping[str, str | os.PathLike[str]],
        closers: list[Callable[[], None]],
    ) -> None:
        self._version = version
        self._log_folder = None if log_folder is None else os.fspath(log_folder)
        self._sandbox = sandbox
        self._closers = closers
        self._root: str | None = None
        self.environment = ServerEnvironment(self._variables)
        self.disk = ServerDisk(self._folder, self._furnish, hosts=self._hosts, own=_own_folders())
        for letter, folder in drives.items():
            self.disk.drives[letter.upper()] = os.fspath(folder)

    def _variables(self) -> Mapping[str, str]:
        return variables.environment(self._version)

    def _hosts(self) -> frozenset[str]:
        return variables.names()

    def _folder(self, letter: str) -> str:
        return os.path.join(self.root, letter)

    def _furnish(self, folder: str) -> None:
        machine_folders.furnish(folder, self._version)

    @property
    def root(self) -> str:
        """The folder that holds a folder for each drive."""
        if self._root is None:
            self._root = self._chosen_root()
        return self._root

    def _chosen_root(self) -> str:
        if self._log_folder and (self._sandbox is None or self._sandbox.holds(self._log_folder)):
            return os.path.abspath(self._log_folder)
        if self._sandbox is not None:
            return os.path.join(self._sandbox.folder, IN_SANDBOX)
        if self._log_folder == "":
            return self._passing_folder()
        return os.path.abspath(state.state_folder() / "server" / self._version)

    def _passing_folder(self) -> str:
        """Make a folder that goes when the session ends."""
        import shutil
        import tempfile

        folder = tempfile.mkdtemp(prefix="emshell-")
        self._closers.append(lambda: shutil.rmtree(folder, ignore_errors=True))
        return folder

    def file_at(self, path: str) -> str | None:
        """Return the whole path of a file on a drive of the server, as scripts see it; None where there is none."""
        with disk.inside(self._sandbox, self.disk), environment.inside(self.environment):
            return path_text.normpath(path) if path_text.is_windows(path) and disk.is_file(path) else None

    def adopt_script(self, path: str) -> None:
        """Let a script of this machine, and what lies beside it, keep its name where the machine has a `C:` itself."""
        folder = os.path.dirname(path)
        self.disk.adopt(path if os.path.dirname(folder) == folder else folder)

    def log_drives(self, listens: bool) -> Path | Callable[[str], Path | None] | None:
        """Return what tells where the server's logs go, by the paths in its settings; None where it writes none."""
        if self._log_folder and self._sandbox is not None and not self._sandbox.holds(self._log_folder):
            return Path(self._log_folder)  # asked for by who started the session, out of the scripts' reach
        return self._folder_of_log if self._log_folder or (listens and self._log_folder is None) else None

    def _folder_of_log(self, path: str) -> Path | None:
        """Return the folder that stands for one of the server. A drive that a setting names is there from now on."""
        letter = path[0].upper()
        self.disk.drives.setdefault(letter, None)
        try:
            return Path(self.disk.locate(f"{letter}:\\{path[2:]}"))
        except OSError:  # a name that Windows has not
            return None


def _own_folders() -> tuple[str, ...]:
    """Return what keeps its name where this machine has a `C:` itself: home, where the shell began, and modules."""
    if os.name != "nt":
        return ()
    listed = os.environ.get("PSMODULEPATH", "").split(";")
    folders = (os.path.expanduser("~"), os.getcwd(), *listed)
    return tuple(each for each in folders if each and os.path.dirname(each) != each)


__all__ = ["LabServer"]
