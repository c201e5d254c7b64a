"""The disk of the lab's server: `C:` and its other drives, each a folder of this machine.

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

    `folder` tells where the folder for a drive lies, by the drive's letter in upper case; it is asked when the drive is
    used first, and `furnish` then makes what `C:` holds from the start. `hosts` gives the server's names in lower
    case, for its administrative shares (`\\\\EX01\\c$`). `own` are folders of this machine that keep their names where
    it has a `C:` itself: what lies in them is not the server's.
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
        """Letter -> the folder that the drive was given; None for the lab's own."""

    def folder(self, letter: str) -> str:
        """Return the folder of this machine that a drive stands for; it is made when it is first needed."""
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
        """Leave a folder of this machine with its own name where it would be on a drive of the server."""
        self._own = (*self._own, path_text.normpath(folder))

    def split(self, path: str) -> tuple[str, str] | None:
        """Return the drive and what follows it for an absolute path of the server; None for any other path.

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
        """Return where on this machine an item of the server is, or would be; other paths come back as they are.

        Names are looked up without regard to case. Raises OSError where the drive does not exist or a name could be
        none of Windows'.
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
        """Return where on this machine a program is, or a folder of programs: Windows' own are not the server's."""
        place = self.locate(path)
        return place if not self._on_windows or os.path.lexists(place) else path

    def shown(self, path: str) -> str:
        """Return how scripts see a path of this machine: `C:\\x` for what lies on a drive of the server."""
        for letter, folder in self._folders.items():
            if path_text.is_within(path, folder):
                return f"{letter}:\\" + path[len(folder) + 1 :].replace(os.sep, "\\")
        return path


class NetworkPathMissing(FileNotFoundError):
    """A share of a host that is not the lab's server."""


def _search(folder: str, names: list[str]) -> str:
    """Follow names from a folder; each may be written in other letters than on the disk."""
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
