"""System.IO.Path."""

from __future__ import annotations

import os
import random
from typing import Any, Final

from shell.runtime import disk
from shell.runtime.declare import add_methods, add_properties
from shell.runtime.errors import (
    ArgumentException,
    ArgumentNullException,
)
from shell.runtime.objects import Char, TypedArray
from shell.runtime.types import CHAR, OBJECT, ClrType, register

_WINDOWS: Final = os.name == "nt"
_SEPARATORS: Final = "/\\" if _WINDOWS else "/"


def _last_separator(path: str) -> int:
    return max(path.rfind(each) for each in _SEPARATORS)


def _file_name(path: Any) -> Any:
    return None if path is None else path[_last_separator(path) + 1 :]


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
        return ""
    head = path[:place].rstrip(_SEPARATORS)
    return root if len(head) < len(root) else head


def _root(path: Any) -> Any:
    if not path:
        return path
    drive, tail = os.path.splitdrive(path) if _WINDOWS else ("", path)
    return drive + (tail[:1] if tail[:1] in tuple(_SEPARATORS) else "")


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
        if part is None:
            raise ArgumentNullException("Value cannot be null. (Parameter 'paths')")
        if _is_rooted(part) or not result:
            result = part if part or not result else result
        elif part:
            result += part if result[-1] in _SEPARATORS else os.sep + part
    return result


def _join(*parts: Any) -> str:
    if len(parts) == 1 and isinstance(parts[0], list):
        parts = tuple(parts[0])
    result = ""
    for part in parts:
        if not part:
            continue
        if result and result[-1] not in _SEPARATORS and part[0] not in _SEPARATORS:
            result += os.sep
        result += part
    return result


def _is_rooted(path: Any) -> bool:
    return bool(path) and (path[0] in _SEPARATORS or (_WINDOWS and path[1:2] == ":"))


def _full_path(path: str, base: str | None = None) -> str:
    if not path:
        raise ArgumentException("The path is empty. (Parameter 'path')")
    whole = os.path.join(base or os.getcwd(), path)
    full = os.path.normpath(whole)
    return full + os.sep if path[-1] in _SEPARATORS and full[-1] not in _SEPARATORS else full


def _relative(base: str, path: str) -> str:
    return os.path.relpath(path, base)


def _random_name() -> str:
    letters = "".join(random.choice("abcdefghijklmnopqrstuvwxyz012345") for _ in range(11))
    return f"{letters[:8]}.{letters[8:]}"


def _temp_folder() -> str:
    return disk.temp_folder() + os.sep


def _temp_file() -> str:
    return disk.temp_file()


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
    invalid = '"<>|:*?\\/' if _WINDOWS else "/"
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
            ("EndsInDirectorySeparator", "string path -> bool", lambda path: bool(path) and path[-1] in _SEPARATORS),
            ("Exists", "string path -> bool", lambda path: bool(path) and disk.exists(path)),
            ("GetDirectoryName", "string path -> string", _directory_name),
            ("GetExtension", "string path -> string", _extension),
            ("GetFileName", "string path -> string", _file_name),
            ("GetFileNameWithoutExtension", "string path -> string", _without_extension),
            ("GetFullPath", "string path -> string|string path, string basePath -> string", _full_path),
            ("GetInvalidFileNameChars", "-> char[]", lambda: TypedArray(CHAR, [Char("\0"), *map(Char, invalid)])),
            ("GetInvalidPathChars", "-> char[]", lambda: TypedArray(CHAR, [Char("\0")])),
            ("GetPathRoot", "string path -> string", _root),
            ("GetRandomFileName", "-> string", _random_name),
            ("GetRelativePath", "string relativeTo, string path -> string", _relative),
            ("GetTempFileName", "-> string", _temp_file),
            ("GetTempPath", "-> string", _temp_folder),
            ("HasExtension", "string path -> bool", lambda path: bool(_extension(path))),
            ("IsPathFullyQualified", "string path -> bool", _is_rooted),
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
                lambda path: path.rstrip(_SEPARATORS) or path[:1],
            ),
        ),
        static=True,
    )


_declare_path()
