"""Single keys: from the terminal without an echo, or characters of what standard input is fed."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Final

from shell.values.keystrokes import Keystroke, no_keys, typed

if TYPE_CHECKING:
    from prompt_toolkit.key_binding.key_processor import KeyPress

_CODES: Final = {
    **{"pageup": 33, "pagedown": 34, "end": 35, "home": 36, "left": 37, "up": 38, "right": 39, "down": 40},
    **{"insert": 45, "delete": 46},
    **{f"f{number}": 111 + number for number in range(1, 25)},
}
_TICK: Final = 0.02
"""Seconds between two looks: a terminal of Windows cannot be waited for together with other things."""
_ESCAPE_ENDS: Final = 0.1
"""Seconds after which an Esc is the key itself, and not the beginning of another key's sequence."""


class KeyReader:
    """Reads keys one by one. Keys that came together wait for the next reading."""

    def __init__(self) -> None:
        self._waiting: list[Keystroke] = []

    def read(self) -> Keystroke:
        """Wait for a key. Raises KeyboardInterrupt at Ctrl+C, InvalidOperationException where no key can come."""
        if not sys.stdin.isatty():
            return _piped()
        while not self._waiting:
            self._listen(None)
        key = self._waiting.pop(0)
        if key.control and key.character == "\x03":
            raise KeyboardInterrupt
        return key

    def available(self) -> bool:
        """Whether a key waits. Raises InvalidOperationException where standard input is no terminal."""
        if not sys.stdin.isatty():
            raise no_keys()
        if not self._waiting:
            self._listen(0)
        return bool(self._waiting)

    def flush(self) -> None:
        """Forget the keys that wait."""
        if sys.stdin.isatty():
            self._listen(0)
        self._waiting.clear()

    def _listen(self, seconds: float | None) -> None:
        """Take the keys that are there, or wait for the first; `seconds` is the longest, None has no end."""
        from prompt_toolkit.input import create_input

        terminal = create_input(sys.stdin)
        end = None if seconds is None else time.monotonic() + seconds
        idle = 0.0
        with terminal.raw_mode():
            while True:
                pressed = terminal.read_keys()
                if not pressed and idle >= _ESCAPE_ENDS:
                    pressed = terminal.flush_keys()
                if pressed or (end is not None and time.monotonic() >= end):
                    self._waiting += keystrokes(pressed)
                    return
                time.sleep(_TICK)
                idle += _TICK


def keystrokes(pressed: list[KeyPress]) -> list[Keystroke]:
    """Return what prompt_toolkit's keys are on a keyboard; an Esc right before a character is Alt."""
    found: list[Keystroke] = []
    alt = False
    for number, press in enumerate(pressed):
        name = str(getattr(press.key, "value", press.key))
        if name == "escape" and number + 1 < len(pressed) and not alt:
            alt = True
            continue
        found += _of(name, press.data, alt)
        alt = False
    return found


def _of(name: str, data: str, alt: bool) -> list[Keystroke]:
    control, shift = False, False
    plain = name
    while (plain[:2] in ("c-", "s-") and plain[2:] in _CODES) or plain.startswith("c-s-"):
        control, shift = control or plain[0] == "c", shift or plain[0] == "s"
        plain = plain[2:]
    if plain in _CODES:
        return [Keystroke(_CODES[plain], "\0", shift, alt, control)]
    if name == "s-tab":
        return [Keystroke(9, "\t", True, alt)]
    if name == "<bracketed-paste>" or len(data) != 1:
        return [typed(each) for each in data] if name == "<bracketed-paste>" else []
    return [typed(data, alt=alt)]


def _piped() -> Keystroke:
    """The next character of standard input; a line break of any kind is Enter."""
    character = sys.stdin.read(1)
    if not character:
        raise no_keys()
    return typed(character)


__all__ = ["KeyReader", "keystrokes"]
