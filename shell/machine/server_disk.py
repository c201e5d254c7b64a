"""The drives of the lab's server, each stored in a folder of this machine.

See docs/decisions/0010-the-servers-disk.md.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Container, Sequence
from typing import Final

from shell.machine import path_text

_SHARE: Final = re.compile(r"\\\\(?P<host>[^\\]+)\\(?:(?P<letter>[A-Za-z])\$)?(?P<rest>\\.*)?", re.DOTALL)
_DEVICE: Final = re.compile(r"\\\\[?.]\\(?=[A-Za-z]:)")
_FORBIDDEN: Final = re.compile(r'[<>:"|?*\x00-\x1f]')


class ServerDisk:
    """The drives of the lab's server.

    `folder` returns the folder for a drive by its letter in upper case. It is called at the drive's first use, and
    `furnish` then makes the initial content of `C:`. `hosts` gives the server's names in lower case, for its
    administrative shares (`\\\\EX01\\c$`). `own` are folders of this machine that keep their names on Windows, where
    this machine has a `C:` itself: they are not the server's.
    """

    def __init__(
        self,
        folder: Callable[[str], str],
        furnish: Callable[[str], None] | None = None,
        *,
        hosts: Callable[[], Container[str]] = tuple,
        own: Sequence[str] = (),
        on_windows: bool = os.name == "nt",
    ) -> None:
        self._folder_of = folder
        self._furnish = furnish
        self._hosts = hosts
        self._on_windows = on_windows
        self._own = tuple(path_text.normpath(each) for each in own)
        self._folders: dict[str, str] = {}
        self.drives: dict[str, str | None] = {"C": None}
        """Drive letter -> the folder that it was given; None for the lab's own."""

    def folder(self, letter: str) -> str:
        """Return the folder of this machine for a drive, which is made at its first use."""
        found = self._folders.get(letter)
        if found is None:
            given = self.drives[letter]
            found = os.path.realpath(given if given is not None else self._folder_of(letter))
            self._folders[letter] = found
            if given is None:
                os.makedirs(found, exist_ok=True)
                if letter == "C" and self._furnish is not None:
                    self._furnish(found)
        return found

    def adopt(self, folder: str) -> None:
        """Keep the name of a folder of this machine that would otherwise be a path of the server."""
        self._own = (*self._own, path_text.normpath(folder))

    def split(self, path: str) -> tuple[str, str] | None:
        """Split an absolute path of the server into drive and rest; return None for any other path.

        Raises FileNotFoundError for a drive, a share or a host that does not exist.
        """
        if not path_text.is_windows(path):
            return None
        if _DEVICE.match(path):
            if self._on_windows:
                return None
            path = path[4:]
        normal = path_text.normpath(path)
        if normal[1] != ":":
            return self._share(normal)
        letter = normal[0]
        if any(path_text.is_within(normal, each) for each in self._own):
            return None
        if letter not in self.drives:
            if self._on_windows:
                return None
            raise FileNotFoundError(2, f"Could not find a part of the path '{path}'.", path)
        return letter, normal[3:]

    def _share(self, path: str) -> tuple[str, str] | None:
        found = _SHARE.fullmatch(path)
        if found is not None and found["host"].lower() in self._hosts():
            letter = (found["letter"] or "").upper()
            if letter in self.drives:
                return letter, (found["rest"] or "").lstrip("\\")
        elif self._on_windows:
            return None
        raise NetworkPathMissing(53, "The network path was not found.", path)

    def locate(self, path: str) -> str:
        """Return the path on this machine of an item of the server; other paths are returned unchanged.

        Names are not case-sensitive. Raises OSError if the drive does not exist or Windows does not allow a name.
        """
        place = self.split(path)
        if place is None:
            return path
        letter, rest = place
        folder = self.folder(letter)
        if not rest:
            return folder
        if os.name != "nt" and _FORBIDDEN.search(rest):
            raise OSError(22, "The filename, directory name, or volume label syntax is incorrect.", path)
        names = rest.split("\\")
        whole = os.path.join(folder, *names)
        return whole if os.path.lexists(whole) else _search(folder, names)

    def program(self, path: str) -> str:
        """Return the path on this machine of a program or a folder of programs. Windows' own folders are not the
        server's.
        """
        place = self.locate(path)
        return place if not self._on_windows or os.path.lexists(place) else path

    def shown(self, path: str) -> str:
        """Return the path that scripts see for a path of this machine: `C:\\x` for an item on a drive of the server."""
        for letter, folder in self._folders.items():
            if path_text.is_within(path, folder):
                return f"{letter}:\\" + path[len(folder) + 1 :].replace(os.sep, "\\")
        return path


class NetworkPathMissing(FileNotFoundError):
    """The error for a share of a host that is not the lab's server."""


def _search(folder: str, names: list[str]) -> str:
    """Follow names from a folder, ignoring case."""
    at = folder
    for depth, name in enumerate(names):
        exact = os.path.join(at, name)
        if not os.path.lexists(exact):
            other = _other_spelling(at, name)
            if other is None:
                return os.path.join(at, *names[depth:])
            exact = os.path.join(at, other)
        at = exact
    return at


def _other_spelling(folder: str, name: str) -> str | None:
    wanted = name.casefold()
    try:
        return next((each for each in os.listdir(folder) if each.casefold() == wanted), None)
    except OSError:
        return None


__all__ = ["NetworkPathMissing", "ServerDisk"]
