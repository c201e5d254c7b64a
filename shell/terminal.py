"""The terminal of this process: its size, its modes, what was typed ahead. Without one each of these is harmless."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_Modes = Any
"""What `termios.tcgetattr` returns."""


def is_terminal() -> bool:
    """True where a person types on standard input and sees standard output."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def size() -> tuple[int, int] | None:
    """Return columns and rows as they are now, whatever COLUMNS says; None where output is no terminal."""
    try:
        found = os.get_terminal_size(sys.stdout.fileno())
    except (AttributeError, OSError, ValueError):
        return None
    return (found.columns, found.lines) if found.columns > 0 and found.lines > 0 else None


def drop_typed() -> None:
    """Throw away what was typed and not read yet."""
    try:
        import termios
    except ImportError:
        _drop_typed_on_windows()
        return
    try:
        termios.tcflush(sys.stdin.fileno(), termios.TCIFLUSH)
    except (termios.error, OSError, ValueError):
        return


def _drop_typed_on_windows() -> None:
    try:
        import msvcrt
    except ImportError:
        return
    while msvcrt.kbhit():  # type: ignore[attr-defined, unused-ignore]
        msvcrt.getwch()  # type: ignore[attr-defined, unused-ignore]


@contextmanager
def modes_kept() -> Iterator[None]:
    """Put the terminal's modes back at the end, however a program left them."""
    before = _modes()
    try:
        yield
    finally:
        if before is not None and _modes() != before:
            _set(before)


@contextmanager
def keys_as_signals() -> Iterator[None]:
    """Have the terminal send SIGINT for Ctrl+C while the line editor keeps it raw."""
    before = _modes()
    if before is None:
        yield
        return
    import termios

    changed = [*before]
    changed[3] |= termios.ISIG
    _set(changed)
    try:
        yield
    finally:
        _set(before)


def _modes() -> _Modes | None:
    try:
        import termios
    except ImportError:  # Windows: the console's modes belong to each program
        return None
    try:
        return termios.tcgetattr(sys.stdin.fileno())
    except (termios.error, OSError, ValueError):
        return None


def _set(modes: _Modes) -> None:
    import termios

    try:
        termios.tcsetattr(sys.stdin.fileno(), termios.TCSADRAIN, modes)
    except (termios.error, OSError, ValueError):
        return


__all__ = ["drop_typed", "is_terminal", "keys_as_signals", "modes_kept", "size"]
