"""The text of paths: this machine's own (`/home/anna/x`), and those of the lab's server (`C:\\x`, `\\\\EX01\\c$`).

The functions do what their namesakes in `os.path` do, by the rules of the system that a path belongs to: the lab's
server runs Windows, whatever this machine runs. The disk is not read.
"""

from __future__ import annotations

import ntpath
import os
import re
from types import ModuleType
from typing import Final

_SERVER: Final = re.compile(r"[A-Za-z]:|\\\\[^\\/]")
_DRIVE: Final = re.compile(r"[A-Za-z]:")


def is_windows(path: str) -> bool:
    """True for a path of Windows: it begins with a letter and a colon, or with two backslashes and a name."""
    return _SERVER.match(path) is not None


def _rules(path: str) -> ModuleType:
    return ntpath if is_windows(path) else os.path


def separator(path: str) -> str:
    """Return the separator of a path."""
    return "\\" if is_windows(path) else os.sep


def join(path: str, *parts: str) -> str:
    """Join paths; an absolute part discards those before it."""
    for part in parts:
        path = part if is_windows(part) else str(_rules(path).join(path, part))
    return path


def dirname(path: str) -> str:
    """Return the parent folder; a root is its own parent."""
    return str(_rules(path).dirname(path))


def basename(path: str) -> str:
    """Return the last part."""
    return str(_rules(path).basename(path))


def splitext(path: str) -> tuple[str, str]:
    """Split before the extension, which begins with a dot."""
    stem, extension = _rules(path).splitext(path)
    return str(stem), str(extension)


def isabs(path: str) -> bool:
    """True for a path that needs no folder to start from."""
    return is_windows(path) or os.path.isabs(path)


def root(path: str) -> str:
    """Return the root of an absolute path: `C:\\`, `\\\\EX01\\c$\\`, `/`."""
    drive, _ = _rules(path).splitdrive(path)
    return f"{drive}{separator(path)}"


def normpath(path: str) -> str:
    """Resolve `.`, `..` and doubled separators. A drive, `C:`, stands for its root, and `C:x` for a path below it."""
    if not is_windows(path):
        return os.path.normpath(path)
    if _DRIVE.match(path) and path[2:3] not in ("\\", "/"):
        path = f"{path[:2]}\\{path[2:]}"
    normal = ntpath.normpath(path)
    return normal[0].upper() + normal[1:] if normal[1] == ":" else normal


def relpath(path: str, start: str) -> str:
    """Return a path relative to a folder; the path itself if it is on another system or drive."""
    rules = _rules(path)
    if rules is not _rules(start):
        return path
    try:
        return str(rules.relpath(path, start))
    except ValueError:  # another drive of Windows
        return path


def is_within(path: str, folder: str) -> bool:
    """True for a folder's own path and paths below it; both must be absolute and normalized."""
    rules = _rules(folder)
    if rules is not _rules(path):
        return False
    inner, outer = rules.normcase(path), rules.normcase(folder)
    return bool(inner == outer or inner.startswith(rules.join(outer, "")))


def native(path: str) -> str:
    """Replace both kinds of slash by the separator of the system that a path belongs to.

    A relative path is this machine's; scripts that are made for Windows write it as `sub\\file`.
    """
    if is_windows(path):
        return path.replace("/", "\\")
    return path.replace("\\", os.sep) if os.sep != "\\" else path.replace("/", "\\")


def split_list(text: str) -> list[str]:
    """Split a list of folders such as `$env:PATH` by this system's separator and by Windows' `;`.

    Scripts add `;C:\\Scripts` on any system. The colon of a drive does not separate.
    """
    parts = re.split(r";|:(?!\\)" if os.pathsep == ":" else ";", text)
    return [each for each in parts if each]


__all__ = [
    "basename",
    "dirname",
    "is_windows",
    "is_within",
    "isabs",
    "join",
    "native",
    "normpath",
    "relpath",
    "root",
    "separator",
    "split_list",
    "splitext",
]
