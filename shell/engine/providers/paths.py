"""The text of paths: qualifiers, separators, wildcards. Nothing here looks at a drive or a disk.

A path with a drive letter (`C:\\x`) or a share (`\\\\EX01\\c$`) has backslashes: the lab's server runs Windows.
"""

from __future__ import annotations

import os
import re
from typing import Final

from shell.machine.path_text import is_windows

IS_WINDOWS: Final = os.name == "nt"
SEPARATOR: Final = "\\" if IS_WINDOWS else "/"

_PROVIDER = re.compile(r"^(?P<provider>[^:/\\]+(?:\\[^:/\\]+)?)::(?P<rest>.*)$", re.DOTALL)
_DRIVE = re.compile(r"^(?P<drive>[^:/\\]+):(?P<rest>.*)$", re.DOTALL)
_SPECIAL = re.compile(r"(?<!`)[*?\[\]]")


def separator_of(path: str) -> str:
    """Return what parts the names of a path: a backslash behind a drive letter or a share, else this system's."""
    provider = _PROVIDER.match(path)
    return "\\" if is_windows(path if provider is None else provider["rest"]) else SEPARATOR


def native(path: str) -> str:
    """Turn both kinds of slash into the path's own."""
    return path.replace("\\", SEPARATOR) if separator_of(path) != "\\" else path.replace("/", "\\")


def split_provider(path: str) -> tuple[str, str] | None:
    """Split `Provider::rest`; None for a path without a provider."""
    found = _PROVIDER.match(path)
    return None if found is None else (found["provider"], found["rest"])


def split_drive(path: str) -> tuple[str, str] | None:
    """Split `drive:rest`; None for a path without a drive."""
    found = _DRIVE.match(path)
    return None if found is None else (found["drive"], found["rest"])


def is_share(path: str) -> bool:
    """True for a path of the network: `\\\\EX01\\c$`."""
    return path.startswith("\\\\") and is_windows(path)


def is_home(path: str) -> bool:
    """True for `~` and what is below it."""
    return path == "~" or path.startswith(("~/", "~\\"))


def has_wildcards(path: str) -> bool:
    """True if a path has an unescaped wildcard."""
    return _SPECIAL.search(path) is not None


def unescape(path: str) -> str:
    """Take the backticks away that keep wildcard characters literal."""
    return re.sub(r"`(.)", r"\1", path, flags=re.DOTALL) if "`" in path else path


def segments(path: str) -> list[str]:
    """Return the parts between separators, without empty ones."""
    return [part for part in re.split(r"[/\\]", path) if part]


def is_absolute(path: str) -> bool:
    """True if a path is complete without the current location: Split-Path -IsAbsolute."""
    if is_share(path) or split_provider(path) or split_drive(path):
        return True
    return not IS_WINDOWS and path.startswith(("/", "\\"))


def _qualifier_length(path: str) -> int:
    """Return how many characters of a path no parent may lose: `C:`, `Provider::`, a leading slash."""
    provider = _PROVIDER.match(path)
    if provider is not None:
        return provider.start("rest")
    if is_share(path):
        return 2
    drive = _DRIVE.match(path)
    return 0 if drive is None else drive.start("rest")


def parent_of(path: str) -> str:
    """Return all but the last part, as Split-Path -Parent does; nothing above a root or a bare name."""
    normal, separator = native(path), separator_of(path)
    start = _qualifier_length(normal)
    head, rest = normal[:start], normal[start:]
    trimmed = rest.rstrip(separator)
    cut = trimmed.rfind(separator)
    if not trimmed:
        return ""
    if cut < 0:
        return "" if is_share(head) else head
    return head + (trimmed[:cut].rstrip(separator) or separator)


def leaf_of(path: str) -> str:
    """Return the last part, as Split-Path -Leaf does."""
    normal, separator = native(path), separator_of(path)
    start = _qualifier_length(normal)
    rest = normal[start:].rstrip(separator)
    if not rest:
        return normal if not start else normal[:start] + separator * (len(normal) > start)
    return rest[rest.rfind(separator) + 1 :]


def join(parent: str, child: str) -> str:
    """Join two paths with exactly one separator, as Join-Path does."""
    left = native(parent)
    if not left:
        return native(child)
    separator = separator_of(parent)
    right = child.replace("\\", separator).replace("/", separator)
    if not right:
        return left if left.endswith(separator) else left + separator
    return left.rstrip(separator) + separator + right.lstrip(separator)
