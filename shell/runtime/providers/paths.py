"""The text of paths: qualifiers, separators, wildcards. Nothing here looks at a drive or a disk."""

from __future__ import annotations

import os
import re
from typing import Final

IS_WINDOWS: Final = os.name == "nt"
SEPARATOR: Final = "\\" if IS_WINDOWS else "/"
OTHER_SEPARATOR: Final = "/" if IS_WINDOWS else "\\"

_PROVIDER = re.compile(r"^(?P<provider>[^:/\\]+(?:\\[^:/\\]+)?)::(?P<rest>.*)$", re.DOTALL)
_DRIVE = re.compile(r"^(?P<drive>[^:/\\]+):(?P<rest>.*)$", re.DOTALL)
_SPECIAL = re.compile(r"(?<!`)[*?\[\]]")


def native(path: str) -> str:
    """Turn both kinds of slash into this system's."""
    return path.replace(OTHER_SEPARATOR, SEPARATOR)


def split_provider(path: str) -> tuple[str, str] | None:
    """Split `Provider::rest`; None for a path without a provider."""
    found = _PROVIDER.match(path)
    return None if found is None else (found["provider"], found["rest"])


def split_drive(path: str) -> tuple[str, str] | None:
    """Split `drive:rest`; None for a path without a drive."""
    found = _DRIVE.match(path)
    return None if found is None else (found["drive"], found["rest"])


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
    if split_provider(path) or split_drive(path):
        return True
    return not IS_WINDOWS and path.startswith(("/", "\\"))


def _qualifier_length(path: str) -> int:
    """Return how many characters of a path no parent may lose: `C:`, `Provider::`, a leading slash."""
    provider = _PROVIDER.match(path)
    if provider is not None:
        return provider.start("rest")
    drive = _DRIVE.match(path)
    return 0 if drive is None else drive.start("rest")


def parent_of(path: str) -> str:
    """Return all but the last part, as Split-Path -Parent does; nothing above a root or a bare name."""
    normal = native(path)
    start = _qualifier_length(normal)
    head, rest = normal[:start], normal[start:]
    trimmed = rest.rstrip(SEPARATOR)
    cut = trimmed.rfind(SEPARATOR)
    if not trimmed:
        return ""
    if cut < 0:
        return head
    return head + (trimmed[:cut].rstrip(SEPARATOR) or SEPARATOR)


def leaf_of(path: str) -> str:
    """Return the last part, as Split-Path -Leaf does."""
    normal = native(path)
    start = _qualifier_length(normal)
    rest = normal[start:].rstrip(SEPARATOR)
    if not rest:
        return normal if not start else normal[:start] + SEPARATOR * (len(normal) > start)
    return rest[rest.rfind(SEPARATOR) + 1 :]


def join(parent: str, child: str) -> str:
    """Join two paths with exactly one separator, as Join-Path does."""
    left, right = native(parent), native(child)
    if not left:
        return right
    if not right:
        return left if left.endswith(SEPARATOR) else left + SEPARATOR
    return left.rstrip(SEPARATOR) + SEPARATOR + right.lstrip(SEPARATOR)
