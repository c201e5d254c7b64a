"""Shared parts of System.IO's file methods: path checks, exceptions, decoding."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from shell.machine import disk
from shell.machine.os_errors import net_error
from shell.types.registry.checks import not_empty
from shell.values.errors import DirectoryNotFoundException
from shell.values.objects import Value

_MARKS: Final = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def on_path(function: Callable[..., Any], name: str = "path") -> Callable[..., Any]:
    """Wrap a function of an absolute path so that OSError becomes .NET's exception."""

    def run(path: str, *rest: Any) -> Any:
        full = full_path(path, name)
        try:
            return function(full, *rest)
        except NotADirectoryError:
            raise DirectoryNotFoundException(f"Could not find a part of the path '{full}'.") from None
        except OSError as problem:
            raise net_error(problem, full) from None

    return run


def full_path(path: Value, name: str = "path") -> str:
    """Return the absolute path of an argument."""
    not_empty(path, name)
    return disk.full(str(path))


def read_text(path: str, encoding: Any = None) -> str:
    """Return a file's text. Raises OSError."""
    return decoded(disk.read_bytes(path), encoding)


def decoded(data: bytes, encoding: Any = None) -> str:
    """Decode a file: by its byte order mark, else by the encoding, else as UTF-8."""
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return data.decode(codec, "replace")
    if encoding is not None:
        text: str = encoding.decode(data)
        return text
    return data.decode("utf-8", "replace")


def encoded(text: str, encoding: Any = None) -> bytes:
    """Return a text as bytes, without a byte order mark."""
    codec = "utf-8" if encoding is None else encoding.codec
    return text.encode(codec, "replace")
