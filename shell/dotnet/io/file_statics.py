"""The static members of System.IO.File and System.IO.Directory. All access is through `disk`."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final

from shell.dotnet.io.file_access import encoded, full_path, on_path, read_text
from shell.dotnet.io.file_info import DirectoryInfo, FileInfo
from shell.dotnet.numbers.convert import byte_array
from shell.dotnet.time.datetime import LOCAL, DateTime
from shell.lazy import lazy
from shell.machine import disk, path_text
from shell.types import OBJECT, STRING, ClrType, register
from shell.types.conversion.text import to_string
from shell.types.registry.checks import not_null
from shell.types.registry.declarations import add_methods
from shell.values.errors import (
    DirectoryNotFoundException,
    FileNotFoundException,
    IOException,
    NotEmulatedException,
    UnauthorizedAccessException,
)
from shell.values.objects import TypedArray, Value
from shell.values.wildcard import wildcard_matcher

if TYPE_CHECKING:
    from shell.dotnet.io import byte_streams, text_streams
else:
    byte_streams = lazy("shell.dotnet.io.byte_streams", globals())
    text_streams = lazy("shell.dotnet.io.text_streams", globals())


_EPOCH: Final = 621_355_968_000_000_000


# --- File ------------------------------------------------------------------------------------------------------------


def _read_lines(path: str, encoding: Any = None) -> Value:
    lines = re.split("\r\n|\r|\n", read_text(path, encoding))
    return TypedArray(STRING, lines[:-1] if lines[-1] == "" else lines)


def _write(path: str, data: bytes, encoding: Any = None, *, append: bool = False) -> None:
    mark = getattr(encoding, "mark", b"")
    with disk.open_file(path, "ab" if append else "wb") as file:
        if mark and not file.tell():
            file.write(mark)
        file.write(data)


def _write_text(path: str, text: str | None, encoding: Any = None) -> None:
    _write(path, encoded(text or "", encoding), encoding)


def _append_text(path: str, text: str | None, encoding: Any = None) -> None:
    _write(path, encoded(text or "", encoding), encoding, append=True)


def _lines(given: Iterable[Value]) -> str:
    return "".join(to_string(each) + os.linesep for each in given)


def _write_lines(path: str, lines: Any, encoding: Any = None) -> None:
    _write(path, encoded(_lines(lines), encoding), encoding)


def _append_lines(path: str, lines: Any, encoding: Any = None) -> None:
    _write(path, encoded(_lines(lines), encoding), encoding, append=True)


def _write_bytes(path: str, data: Any) -> None:
    not_null(data, "bytes")
    _write(path, bytes(int(each) for each in data))


def _delete(path: str) -> None:
    if not disk.is_folder(path_text.dirname(path)):
        disk.admit(path)
        raise DirectoryNotFoundException(f"Could not find a part of the path '{path}'.")
    if disk.is_folder(path) and not disk.is_link(path):
        raise UnauthorizedAccessException(f"Access to the path '{path}' is denied.")
    disk.admit(path, entry=True)
    if disk.names_something(path):
        disk.remove_file(path)


def _copy(path: str, destination: str, overwrite: bool = False) -> None:
    target = full_path(destination, "destFileName")
    _check_source(path, target)
    if disk.exists(target) and not overwrite:
        raise IOException(f"The file '{target}' already exists.")
    disk.copy_file(path, target)


def _move(path: str, destination: str, overwrite: bool = False) -> None:
    target = full_path(destination, "destFileName")
    _check_source(path, target)
    if disk.exists(target) and not overwrite and not disk.same(path, target):
        raise IOException(f"The file '{target}' already exists.")
    disk.move(path, target)


def _check_source(path: str, target: str) -> None:
    disk.admit(path)
    disk.admit(target)
    if not disk.is_file(path):
        raise FileNotFoundException(f"Could not find file '{path}'.")
    if not disk.is_folder(path_text.dirname(target)):
        raise DirectoryNotFoundException(f"Could not find a part of the path '{target}'.")


def _time(attribute: str, *, utc: bool = False) -> Callable[[str], DateTime]:
    def read(path: str) -> DateTime:
        found: DateTime = getattr(DirectoryInfo(path) if disk.is_folder(path) else FileInfo(path), attribute)
        if utc:
            return found.to_universal_time()
        return found if found.kind_number == LOCAL else found.to_local_time()

    return read


def _set_time(which: str) -> Callable[[str, DateTime], None]:
    def write(path: str, moment: DateTime) -> None:
        disk.status(path)  # raises for a missing file
        item = DirectoryInfo(path) if disk.is_folder(path) else FileInfo(path)
        item.set_times(moment if which == "access" else None, moment if which == "write" else None)

    return write


def _attributes(path: str) -> Value:
    disk.status(path)
    return FileInfo(path).attributes


def _set_attributes(path: str, value: Any) -> None:
    disk.status(path)
    FileInfo(path).set_read_only(bool(int(value) & 1))


def _refuse(name: str) -> Callable[..., Value]:
    def run(*arguments: Value) -> Value:
        raise NotEmulatedException(
            f"[System.IO.{name} is not emulated: files are read and written whole, or with StreamReader and"
            " StreamWriter.",
            error_id="NotEmulatedMember",
        )

    return run


def _opened(kind: str, mode: str) -> Callable[[str], Value]:
    def run(path: str) -> Value:
        made: Value = getattr(text_streams, kind)(path, *((mode == "append",) if kind == "StreamWriter" else ()))
        return made

    return run


def _streamed(name: str) -> Callable[..., Value]:
    """Return a function that opens a file as a stream of bytes."""

    def run(*arguments: Value) -> Value:
        made: Value = getattr(byte_streams, name)(*arguments)
        return made

    return run


def _times() -> Iterator[tuple[str, str, Any]]:
    for name, attribute in (
        ("LastWriteTime", "last_write_time"),
        ("CreationTime", "creation_time"),
        ("LastAccessTime", "last_access_time"),
    ):
        yield f"Get{name}", "string path -> datetime", on_path(_time(attribute))
        yield f"Get{name}Utc", "string path -> datetime", on_path(_time(attribute, utc=True))
        which = "access" if name == "LastAccessTime" else "write"
        shape = f"string path, datetime {name[0].lower()}{name[1:]} -> void"
        yield f"Set{name}", shape, on_path(_set_time(which))
        yield f"Set{name}Utc", shape, on_path(_set_time(which))


def _declare_file() -> None:
    target = register(ClrType("System.IO.File", OBJECT, is_abstract=True))
    encoding = "System.Text.Encoding encoding"

    def shapes(arguments: str, result: str = "void") -> str:
        return f"{arguments} -> {result}|{arguments}, {encoding} -> {result}"

    text = "string path, string contents"
    array, lines = (
        "string path, string[] contents",
        "string path, System.Collections.Generic.IEnumerable[string] contents",
    )
    copying = "string sourceFileName, string destFileName"
    add_methods(
        target,
        (
            ("Exists", "string path -> bool", lambda path: bool(path) and disk.is_file(disk.full(path))),
            ("ReadAllText", shapes("string path", "string"), on_path(read_text)),
            ("ReadAllLines", shapes("string path", "string[]"), on_path(_read_lines)),
            ("ReadLines", shapes("string path", "string[]"), on_path(_read_lines)),
            ("ReadAllBytes", "string path -> byte[]", on_path(lambda path: byte_array(disk.read_bytes(path)))),
            ("WriteAllText", shapes(text), on_path(_write_text)),
            ("WriteAllLines", f"{shapes(array)}|{shapes(lines)}", on_path(_write_lines)),
            ("WriteAllBytes", "string path, byte[] bytes -> void", on_path(_write_bytes)),
            ("AppendAllText", shapes(text), on_path(_append_text)),
            ("AppendAllLines", shapes(lines), on_path(_append_lines)),
            ("Copy", f"{copying} -> void|{copying}, bool overwrite -> void", on_path(_copy, "sourceFileName")),
            ("Move", f"{copying} -> void|{copying}, bool overwrite -> void", on_path(_move, "sourceFileName")),
            ("Delete", "string path -> void", on_path(_delete)),
            ("GetAttributes", "string path -> System.IO.FileAttributes", on_path(_attributes)),
            (
                "SetAttributes",
                "string path, System.IO.FileAttributes fileAttributes -> void",
                on_path(_set_attributes),
            ),
            ("OpenText", "string path -> System.IO.StreamReader", on_path(_opened("StreamReader", ""))),
            ("CreateText", "string path -> System.IO.StreamWriter", on_path(_opened("StreamWriter", "create"))),
            ("AppendText", "string path -> System.IO.StreamWriter", on_path(_opened("StreamWriter", "append"))),
            *_times(),
        ),
        static=True,
    )
    opening = "string path, System.IO.FileMode mode"
    add_methods(
        target,
        (
            ("Create", "string path -> object|string path, int bufferSize -> object", _streamed("create")),
            ("OpenRead", "string path -> object", _streamed("open_read")),
            ("OpenWrite", "string path -> object", _streamed("open_write")),
            (
                "Open",
                f"{opening} -> object|{opening}, System.IO.FileAccess access -> object"
                f"|{opening}, System.IO.FileAccess access, System.IO.FileShare share -> object",
                _streamed("open_any"),
            ),
        ),
        static=True,
    )
    for name in ("Replace", "Encrypt", "Decrypt", "CreateSymbolicLink"):
        add_methods(target, ((name, "params object[] arguments -> void", _refuse(f"File]::{name}")),), static=True)


# --- Directory -------------------------------------------------------------------------------------------------------


def _listing(wants: Callable[[str], bool]) -> Callable[..., Value]:
    def list_all(path: str, pattern: str = "*", option: Any = 0) -> Value:
        return TypedArray(STRING, list(_found(path, wildcard_matcher("*" if pattern == "*.*" else pattern), option)))

    def _found(path: str, matches: Callable[[str], bool], option: Any) -> Iterator[str]:
        inside = [path_text.join(path, name) for name in sorted(disk.names(path))]
        yield from (each for each in inside if wants(each) and matches(path_text.basename(each)))
        if int(option):
            for each in inside:
                if disk.is_folder(each):
                    yield from _found(each, matches, option)

    return list_all


def _create_folder(path: str) -> DirectoryInfo:
    if disk.is_file(path):
        raise IOException(f"The file '{path}' already exists.")
    disk.make_folder(path)
    return DirectoryInfo(path)


def _delete_folder(path: str, recursive: bool = False) -> None:
    if not disk.is_folder(path):
        disk.admit(path)
        raise DirectoryNotFoundException(f"Could not find a part of the path '{path}'.")
    if recursive:
        disk.remove_tree(path)
        return
    if disk.names(path):
        raise IOException(f"Directory not empty : '{path}'")
    disk.remove_folder(path)


def _move_folder(path: str, destination: str) -> None:
    target = full_path(destination, "destDirName")
    if not disk.exists(path):
        disk.admit(path)
        raise DirectoryNotFoundException(f"Could not find a part of the path '{path}'.")
    if disk.exists(target):
        raise IOException(f"Cannot create '{target}' because a file or directory with the same name already exists.")
    disk.move(path, target)


def _parent(path: str) -> DirectoryInfo | None:
    above = path_text.dirname(path)
    return None if above == path else DirectoryInfo(above)


def _declare_directory() -> None:
    target = register(ClrType("System.IO.Directory", OBJECT, is_abstract=True))
    shapes = (
        "string path -> string[]|string path, string searchPattern -> string[]"
        "|string path, string searchPattern, System.IO.SearchOption searchOption -> string[]"
    )
    listings = [
        (verb + noun, shapes, on_path(_listing(wants)))
        for verb in ("Get", "Enumerate")
        for noun, wants in (
            ("Files", disk.is_file),
            ("Directories", disk.is_folder),
            ("FileSystemEntries", disk.names_something),
        )
    ]
    add_methods(
        target,
        (
            ("Exists", "string path -> bool", lambda path: bool(path) and disk.is_folder(disk.full(path))),
            ("GetCurrentDirectory", "-> string", disk.current_folder),
            ("SetCurrentDirectory", "string path -> void", on_path(disk.go_to)),
            *listings,
            ("CreateDirectory", "string path -> System.IO.DirectoryInfo", on_path(_create_folder)),
            ("Delete", "string path -> void|string path, bool recursive -> void", on_path(_delete_folder)),
            ("Move", "string sourceDirName, string destDirName -> void", on_path(_move_folder, "sourceDirName")),
            ("GetParent", "string path -> System.IO.DirectoryInfo", on_path(_parent)),
            ("GetDirectoryRoot", "string path -> string", on_path(path_text.root)),
            *_times(),
        ),
        static=True,
    )


_declare_file()
_declare_directory()
