"""Reading a secret at the terminal: each character shows as a star."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Iterator

_ERASE = ("\x7f", "\b")
_END = ("\r", "\n", "\x04")


def read_secret(prompt: str) -> str:
    """Ask for a line that nobody else sees. Ctrl+C and the end of the input raise as for any other line."""
    sys.stdout.write(prompt)
    sys.stdout.flush()
    typed: list[str] = []
    for key in _keys():
        if key in _END:
            if key == "\x04" and not typed:
                raise EOFError
            break
        if key == "\x03":
            sys.stdout.write("\n")
            raise KeyboardInterrupt
        if key in _ERASE:
            if typed:
                typed.pop()
                sys.stdout.write("\b \b")
        elif key.isprintable():
            typed.append(key)
            sys.stdout.write("*")
        sys.stdout.flush()
    sys.stdout.write("\n")
    sys.stdout.flush()
    return "".join(typed)


def _keys() -> Iterator[str]:
    """Yield what is typed, character by character, without an echo."""
    try:
        import termios
        import tty
    except ImportError:
        yield from _windows_keys()
        return
    descriptor = sys.stdin.fileno()
    before = termios.tcgetattr(descriptor)
    try:
        tty.setcbreak(descriptor, termios.TCSADRAIN)
        while True:
            key = sys.stdin.read(1)
            if not key:
                return
            yield key
    finally:
        termios.tcsetattr(descriptor, termios.TCSADRAIN, before)


def _windows_keys() -> Iterator[str]:
    try:
        import msvcrt
    except ImportError:
        yield from getpass.getpass("") + "\r"
        return
    while True:
        yield msvcrt.getwch()  # type: ignore[attr-defined, unused-ignore]


__all__ = ["read_secret"]
