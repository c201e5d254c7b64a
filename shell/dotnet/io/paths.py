"""System.IO.Path."""

from __future__ import annotations

import ntpath
import os
import random
from typing import Any, Final

from shell.machine import disk, environment, path_text
from shell.types import CHAR, OBJECT, ClrType, register
from shell.types.registry.checks import not_null
from shell.types.registry.declarations import add_methods, add_properties
from shell.values.errors import (
    ArgumentException,
)
from shell.values.objects import Char, TypedArray

_WINDOWS: Final = os.name == "nt"
_INVALID_ON_WINDOWS: Final = '"<>|\0' + "".join(map(chr, range(1, 32))) + ":*?\\/"


def _separators(path: str) -> str:
    """Return the separators of a path; paths of the lab's server follow Windows' rules on any machine."""
    return "/\\" if _WINDOWS or path_text.is_windows(path) else "/"


def _ends_in_separator(path: Any) -> bool:
    return bool(path) and path[-1] in _separators(path)


def _last_separator(path: str) -> int:
    return max(path.rfind(each) for each in _separators(path))


def _file_name(path: Any) -> Any:
    if path is None:
        return None
    start = 2 if path_text.is_windows(path) and path[1] == ":" else 0
    return path[max(start, _last_separator(path) + 1) :]


def _extension(path: Any) -> Any:
    if path is None:
        return None
    name = _file_name(path)
    place = name.rfind(".")
    return "" if place < 0 or place == len(name) - 1 else name[place:]


def _without_extension(path: Any) -> Any:
    if path is None:
        return None
    name = _file_name(path)
    place = name.rfind(".")
    return name if place < 0 else name[:place]


def _directory_name(path: Any) -> Any:
    if not path:
        return None
    root = _root(path)
    if path == root:
        return None
    place = _last_separator(path)
    if place < 0:
        return root
    head = path[:place].rstrip(_separators(path))
    return root if len(head) < len(root) else head


def _root(path: Any) -> Any:
    if not path:
        return path
    drive, tail = ntpath.splitdrive(path) if _WINDOWS or path_text.is_windows(path) else ("", path)
    if drive.startswith("\\\\"):
        return drive
    return drive + (tail[:1] if tail[:1] in tuple(_separators(path)) else "")


def _change_extension(path: Any, extension: Any) -> Any:
    if not path:
        return path
    found = _extension(path)
    stem = path[: -len(found)] if found else path.removesuffix(".")
    if extension is None:
        return stem
    return stem + ("" if extension.startswith(".") else ".") + extension


def _combine(*parts: Any) -> str:
    if len(parts) == 1 and isinstance(parts[0], list):
        parts = tuple(parts[0])
    result = ""
    for part in parts:
        not_null(part, "paths")
        if _is_rooted(part, result) or not result:
            result = part if part or not result else result
        elif part:
            result += part if result[-1] in _separators(result) else path_text.separator(result) + part
    return result


def _join(*parts: Any) -> str:
    if len(parts) == 1 and isinstance(parts[0], list):
        parts = tuple(parts[0])
    result = ""
    for part in parts:
        if not part:
            continue
        if result and result[-1] not in _separators(result) and part[0] not in _separators(result):
            result += path_text.separator(result)
        result += part
    return result


def _is_rooted(path: Any, beside: str = "") -> bool:
    """Return True for a path that begins with a drive or separator of its own or the other path's system."""
    return bool(path) and (path[0] in _separators(path) + _separators(beside) or path_text.is_windows(path))


def _is_qualified(path: Any) -> bool:
    if _WINDOWS or path_text.is_windows(path or ""):
        return path[1:2] == "\\" or path[1:3] in (":\\", ":/")
    return _is_rooted(path)


def _full_path(path: str, base: str | None = None) -> str:
    if not path:
        raise ArgumentException("The path is empty. (Parameter 'path')")
    full = path_text.normpath(path_text.join(base or disk.current_folder(), path))
    return full + path_text.separator(full) if _ends_in_separator(path) and not _ends_in_separator(full) else full


def _relative(base: str, path: str) -> str:
    return path_text.relpath(_full_path(path), _full_path(base))


def _random_name() -> str:
    letters = "".join(random.choice("abcdefghijklmnopqrstuvwxyz012345") for _ in range(11))
    return f"{letters[:8]}.{letters[8:]}"


def _temp_folder() -> str:
    return path_text.join(disk.temp_folder(), "")


def _temp_file() -> str:
    return disk.temp_file()


def _invalid_in_names() -> TypedArray:
    """Return the characters not valid in file names: Windows' set where paths are of the lab's server."""
    return TypedArray(CHAR, map(Char, _INVALID_ON_WINDOWS if _WINDOWS or environment.is_server() else "\0/"))


def _declare_path() -> None:
    target = register(ClrType("System.IO.Path", OBJECT, is_abstract=True))
    add_properties(
        target,
        (
            ("DirectorySeparatorChar", "char", lambda: Char(os.sep)),
            ("AltDirectorySeparatorChar", "char", lambda: Char("/")),
            ("VolumeSeparatorChar", "char", lambda: Char(":" if _WINDOWS else "/")),
            ("PathSeparator", "char", lambda: Char(os.pathsep)),
        ),
        static=True,
    )
    add_methods(
        target,
        (
            ("ChangeExtension", "string path, string extension -> string", _change_extension),
            (
                "Combine",
                "string path1, string path2 -> string|string path1, string path2, string path3 -> string"
                "|string path1, string path2, string path3, string path4 -> string|params string[] paths -> string",
                _combine,
            ),
            ("EndsInDirectorySeparator", "string path -> bool", _ends_in_separator),
            ("Exists", "string path -> bool", lambda path: bool(path) and disk.exists(disk.full(path))),
            ("GetDirectoryName", "string path -> string", _directory_name),
            ("GetExtension", "string path -> string", _extension),
            ("GetFileName", "string path -> string", _file_name),
            ("GetFileNameWithoutExtension", "string path -> string", _without_extension),
            ("GetFullPath", "string path -> string|string path, string basePath -> string", _full_path),
            ("GetInvalidFileNameChars", "-> char[]", _invalid_in_names),
            ("GetInvalidPathChars", "-> char[]", lambda: TypedArray(CHAR, [Char("\0")])),
            ("GetPathRoot", "string path -> string", _root),
            ("GetRandomFileName", "-> string", _random_name),
            ("GetRelativePath", "string relativeTo, string path -> string", _relative),
            ("GetTempFileName", "-> string", _temp_file),
            ("GetTempPath", "-> string", _temp_folder),
            ("HasExtension", "string path -> bool", lambda path: bool(_extension(path))),
            ("IsPathFullyQualified", "string path -> bool", _is_qualified),
            ("IsPathRooted", "string path -> bool", _is_rooted),
            (
                "Join",
                "string path1, string path2 -> string|string path1, string path2, string path3 -> string"
                "|params string[] paths -> string",
                _join,
            ),
            (
                "TrimEndingDirectorySeparator",
                "string path -> string",
                lambda path: path if path == _root(path) else path.rstrip(_separators(path)) or path[:1],
            ),
        ),
        static=True,
    )


_declare_path()
