"""The keys that a terminal sends for a chord, as prompt_toolkit names them (`c-x`; `escape` before a key is Alt)."""

from __future__ import annotations

from typing import Final

from shell.hosting.lineediting.chords import Chord

_NAMED: Final = {
    **{"Enter": "enter", "Tab": "tab", "Escape": "escape", "Backspace": "backspace", "Delete": "delete"},
    **{"Insert": "insert", "Home": "home", "End": "end", "PageUp": "pageup", "PageDown": "pagedown"},
    **{"UpArrow": "up", "DownArrow": "down", "LeftArrow": "left", "RightArrow": "right", "Spacebar": " "},
    **{f"F{number}": f"f{number}" for number in range(1, 25)},
}
_MOVING: Final = frozenset(("up", "down", "left", "right", "home", "end", "insert", "delete", "pageup", "pagedown"))
_CONTROL: Final = {
    **{letter: f"c-{letter}" for letter in "abcdefghijklmnopqrstuvwxyz"},
    **{" ": "c-@", "@": "c-@", "]": "c-]", "\\": "c-\\", "_": "c-_", "^": "c-^", "[": "escape"},
}
_SHIFTED_FUNCTION: Final = 12
"""Terminals send Shift+F1 as F13 and so on."""


def terminal_keys(chord: Chord) -> tuple[str, ...] | None:
    """Return the keys that a terminal sends for a chord; None if it sends no distinct ones."""
    found: list[str] = []
    for key in chord:
        sent = _sent(key)
        if sent is None:
            return None
        found += sent
    return tuple(found)


def is_sent(chord: Chord) -> bool:
    """True if a terminal sends distinct keys for a chord."""
    return terminal_keys(chord) is not None


def _sent(key: str) -> list[str] | None:
    *modifiers, name = key.split("+") if not key.endswith("+") else [*key[:-1].rstrip("+").split("+"), "+"]
    held = {each for each in modifiers if each}
    plain = _NAMED.get(name, name)
    alt = ["escape"] if "Alt" in held else []
    held.discard("Alt")
    if not held:
        return [*alt, plain]
    if plain in _MOVING:
        return [*alt, ("c-" if "Ctrl" in held else "") + ("s-" if "Shift" in held else "") + plain]
    if held == {"Shift"}:
        if plain == "tab":
            return [*alt, "s-tab"]
        if plain[:1] == "f" and plain[1:].isdecimal() and int(plain[1:]) <= _SHIFTED_FUNCTION:
            return [*alt, f"f{int(plain[1:]) + _SHIFTED_FUNCTION}"]
        return None
    if held == {"Ctrl"}:
        if plain[:1] == "f" and plain[1:].isdecimal():
            return [*alt, f"c-{plain}"]
        sent = _CONTROL.get(plain)
        return None if sent is None else [*alt, sent]
    return None


__all__ = ["is_sent", "terminal_keys"]
