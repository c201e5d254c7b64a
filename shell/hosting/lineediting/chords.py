"""Chords: key sequences as PSReadLine names them, such as `Ctrl+x,Ctrl+e` or `Alt+.`, in a normalized spelling."""

from __future__ import annotations

from typing import Final

from shell.values.errors import ArgumentException

_NAMES: Final = {
    **{name.lower(): name for name in ("Enter", "Tab", "Escape", "Backspace", "Delete", "Insert", "Home", "End")},
    **{name.lower(): name for name in ("PageUp", "PageDown", "UpArrow", "DownArrow", "LeftArrow", "RightArrow")},
    **{f"f{number}": f"F{number}" for number in range(1, 25)},
    **{"spacebar": "Spacebar", "space": "Spacebar", " ": "Spacebar", "@": "@", "esc": "Escape", "return": "Enter"},
    **{"up": "UpArrow", "down": "DownArrow", "left": "LeftArrow", "right": "RightArrow"},
    **{"comma": ",", "oemcomma": ",", "plus": "+", "oemplus": "+", "minus": "-", "oemminus": "-"},
    **{"period": ".", "oemperiod": "."},
    **{f"d{digit}": str(digit) for digit in range(10)},
}
_MODIFIERS: Final = {"ctrl": "Ctrl", "control": "Ctrl", "alt": "Alt", "shift": "Shift"}
_ORDER: Final = ("Ctrl", "Alt", "Shift")
_LONGEST: Final = 2
"""Maximum of keys in a chord, as in PSReadLine."""

Chord = tuple[str, ...]
"""The keys of a chord in their normalized spelling: `("Ctrl+x", "Ctrl+e")`."""


def parse_chord(text: str) -> Chord:
    """Return the keys of a chord. Raises ArgumentException for an unknown key or modifier."""
    keys = [_key(each, text) for each in _split(text)]
    if not 1 <= len(keys) <= _LONGEST:
        raise ArgumentException(f"'{text}' is not a chord: it has one key, or two with a comma between them.")
    return tuple(keys)


def _split(text: str) -> list[str]:
    """Split at commas. A comma at the start, after `+` or after another comma is itself a key."""
    parts: list[str] = []
    part = ""
    for letter in text:
        if letter == "," and part and not part.endswith("+"):
            parts.append(part)
            part = ""
        else:
            part += letter
    return [*parts, part]


def _key(text: str, chord: str) -> str:
    *modifiers, name = (
        (text[:-1].rstrip("+").split("+") if len(text) > 1 else []) + ["+"] if text.endswith("+") else (text.split("+"))
    )
    held: set[str] = set()
    for each in modifiers:
        known = _MODIFIERS.get(each.strip().lower())
        if known is None or known in held:
            raise ArgumentException(f"'{each}' in the chord '{chord}' is no modifier, or stands there twice.")
        held.add(known)
    known_key = _NAMES.get(name.strip().lower() or name.lower())
    if known_key is None and len(name) == 1 and name.isprintable():
        known_key = name
    if known_key is None:
        raise ArgumentException(
            f"Unrecognized key '{name}'. A key is a character or a name of System.ConsoleKey, such as UpArrow."
        )
    if len(known_key) == 1 and known_key.isalpha():
        if known_key.isupper() and held:  # Ctrl+A is the unshifted key; Shift has to be written out
            known_key = known_key.lower()
        if held == {"Shift"}:
            held, known_key = set(), known_key.upper()
    return "+".join([*(each for each in _ORDER if each in held), known_key])


def chord_text(chord: Chord) -> str:
    """Return a chord as it is shown."""
    return ",".join(chord)


__all__ = ["Chord", "chord_text", "parse_chord"]
