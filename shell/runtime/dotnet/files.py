"""System.IO.Path, and what may be read through System.IO.File and System.IO.Directory."""

from __future__ import annotations

import os
import random
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from shell.runtime.declare import add_methods, add_properties
from shell.runtime.dotnet.converting import byte_array
from shell.runtime.dotnet.datetime import LOCAL, DateTime
from shell.runtime.errors import (
    ArgumentException,
    ArgumentNullException,
    DirectoryNotFoundException,
    FileNotFoundException,
    NotEmulatedException,
    UnauthorizedAccessException,
)
from shell.runtime.objects import Char, TypedArray, Value
from shell.runtime.types import CHAR, OBJECT, STRING, ClrType, register
from shell.runtime.wildcard import wildcard_matcher

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
    return tempfile.gettempdir() + os.sep


def _temp_file() -> str:
    handle, path = tempfile.mkstemp(prefix="tmp", suffix=".tmp")
    os.close(handle)
    return path


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
            ("Exists", "string path -> bool", lambda path: bool(path) and os.path.exists(path)),
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


def _reading(function: Callable[[Path], Any]) -> Callable[[str], Any]:
    """Wrap a function of a path so that what goes wrong is .NET's exception."""

    def run(path: str, *rest: Any) -> Any:
        if path is None:
            raise ArgumentNullException("Value cannot be null. (Parameter 'path')")
        if path == "":
            raise ArgumentException("The value cannot be an empty string. (Parameter 'path')")
        full = os.path.abspath(path)
        try:
            return function(Path(full), *rest)
        except FileNotFoundError:
            if not os.path.isdir(os.path.dirname(full)):
                raise DirectoryNotFoundException(f"Could not find a part of the path '{full}'.") from None
            raise FileNotFoundException(f"Could not find file '{full}'.") from None
        except (PermissionError, IsADirectoryError):
            raise UnauthorizedAccessException(f"Access to the path '{full}' is denied.") from None
        except NotADirectoryError:
            raise DirectoryNotFoundException(f"Could not find a part of the path '{full}'.") from None

    return run


def _read_text(path: Path, encoding: Any = None) -> str:
    data = path.read_bytes()
    if encoding is not None:
        text: str = encoding.decode(data.removeprefix(encoding.mark) if encoding.mark else data)
        return text
    for mark, codec in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(codec, "replace")
    return data.decode("utf-8", "replace")


def _read_lines(path: Path, encoding: Any = None) -> Value:
    import re

    lines = re.split("\r\n|\r|\n", _read_text(path, encoding))
    return TypedArray(STRING, lines[:-1] if lines[-1] == "" else lines)


def _time(attribute: str) -> Callable[[Path], DateTime]:
    def read(path: Path) -> DateTime:
        nanoseconds: int = getattr(path.stat(), attribute)
        utc = DateTime(621_355_968_000_000_000 + nanoseconds // 100, 1)
        return utc.to_local_time() if utc.kind_number != LOCAL else utc

    return read


def _attributes(path: Path) -> Value:
    from shell.runtime.dotnet.fileinfo import FileInfo
    from shell.runtime.members import get_member

    return get_member(FileInfo(str(path)), "Attributes")


def _refuse(name: str) -> Callable[..., Value]:
    def run(*arguments: Value) -> Value:
        raise NotEmulatedException(
            f"[System.IO.{name} is not emulated: files are written with cmdlets.", error_id="NotEmulatedMember"
        )

    return run


def _declare_file() -> None:
    target = register(ClrType("System.IO.File", OBJECT, is_abstract=True))
    encoding = "System.Text.Encoding encoding"
    add_methods(
        target,
        (
            ("Exists", "string path -> bool", lambda path: bool(path) and os.path.isfile(path)),
            ("ReadAllText", f"string path -> string|string path, {encoding} -> string", _reading(_read_text)),
            ("ReadAllLines", f"string path -> string[]|string path, {encoding} -> string[]", _reading(_read_lines)),
            ("ReadLines", f"string path -> string[]|string path, {encoding} -> string[]", _reading(_read_lines)),
            ("ReadAllBytes", "string path -> byte[]", _reading(lambda path: byte_array(path.read_bytes()))),
            ("GetLastWriteTime", "string path -> datetime", _reading(_time("st_mtime_ns"))),
            ("GetCreationTime", "string path -> datetime", _reading(_time("st_ctime_ns"))),
            ("GetLastAccessTime", "string path -> datetime", _reading(_time("st_atime_ns"))),
            ("GetAttributes", "string path -> System.IO.FileAttributes", _reading(_attributes)),
        ),
        static=True,
    )
    for name in (
        "WriteAllText",
        "WriteAllLines",
        "WriteAllBytes",
        "AppendAllText",
        "AppendAllLines",
        "Copy",
        "Move",
        "Delete",
        "Create",
        "Open",
        "OpenRead",
        "OpenWrite",
        "CreateText",
    ):
        add_methods(target, ((name, "params object[] arguments -> void", _refuse(f"File]::{name}")),), static=True)


def _listing(kind: str) -> Callable[..., Value]:
    def list_all(path: Path, pattern: str = "*", option: Any = 0) -> Value:
        matches = wildcard_matcher(pattern if pattern != "*.*" else "*")
        tests: dict[str, Callable[[Path], bool]] = {
            "files": os.path.isfile,
            "folders": os.path.isdir,
            "both": os.path.exists,
        }
        found: list[str] = []
        for each in sorted(path.iterdir()):
            if tests[kind](each) and matches(each.name):
                found.append(str(each))
        if int(option):
            for each in sorted(path.iterdir()):
                if each.is_dir():
                    found += list_all(each, pattern, option)
        return TypedArray(STRING, found)

    return list_all


def _declare_directory() -> None:
    target = register(ClrType("System.IO.Directory", OBJECT, is_abstract=True))
    shapes = (
        "string path -> string[]|string path, string searchPattern -> string[]"
        "|string path, string searchPattern, System.IO.SearchOption searchOption -> string[]"
    )
    add_methods(
        target,
        (
            ("Exists", "string path -> bool", lambda path: bool(path) and os.path.isdir(path)),
            ("GetCurrentDirectory", "-> string", os.getcwd),
            ("GetFiles", shapes, _reading(_listing("files"))),
            ("GetDirectories", shapes, _reading(_listing("folders"))),
            ("GetFileSystemEntries", shapes, _reading(_listing("both"))),
            ("EnumerateFiles", shapes, _reading(_listing("files"))),
            ("EnumerateDirectories", shapes, _reading(_listing("folders"))),
            ("GetLastWriteTime", "string path -> datetime", _reading(_time("st_mtime_ns"))),
            ("GetCreationTime", "string path -> datetime", _reading(_time("st_ctime_ns"))),
        ),
        static=True,
    )
    for name in ("CreateDirectory", "Delete", "Move"):
        add_methods(target, ((name, "params object[] arguments -> void", _refuse(f"Directory]::{name}")),), static=True)


_declare_path()
_declare_file()
_declare_directory()
