"""Single keys, as a host hands them to scripts: a character and a key of the keyboard of the United States."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from shell.values.errors import InvalidOperationException

_NAMED: Final = {"\b": 8, "\x7f": 8, "\t": 9, "\r": 13, "\n": 13, "\x1b": 27, " ": 32, "\0": 0}
_PLAIN: Final = dict(zip(";=,-./`[\\]'", (186, 187, 188, 189, 190, 191, 192, 219, 220, 221, 222), strict=True))
_SHIFTED: Final = {
    **{mark: 48 + digit for digit, mark in enumerate(")!@#$%^&*(")},
    **dict(zip(':+<_>?~{|}"', _PLAIN.values(), strict=True)),
}


@dataclass(frozen=True, slots=True)
class Keystroke:
    """One key that was pressed. `code` is Windows' virtual key code, 0 where the character is on no key."""

    code: int
    character: str = "\0"
    """`\\0` for keys that write nothing."""
    shift: bool = False
    alt: bool = False
    control: bool = False


def typed(character: str, *, alt: bool = False) -> Keystroke:
    """Return the key that writes a character, with Shift or Ctrl where it needs them."""
    if character in _NAMED:
        written = {"\x7f": "\b", "\n": "\r"}.get(character, character)
        return Keystroke(_NAMED[character], written, alt=alt)
    if character < "\x1b":  # Ctrl and a letter
        return Keystroke(64 + ord(character), character, alt=alt, control=True)
    if character.isascii() and character.isalnum():
        return Keystroke(ord(character.upper()), character, character.isupper(), alt)
    if character in _SHIFTED:
        return Keystroke(_SHIFTED[character], character, True, alt)
    return Keystroke(_PLAIN.get(character, 0), character, alt=alt)


def no_keys() -> InvalidOperationException:
    """Return the error of a key that is asked for where there is neither a console nor anything on standard input."""
    return InvalidOperationException(
        "Cannot read keys when either application does not have a console or when console input has been redirected. "
        "Try Console.Read."
    )


__all__ = ["Keystroke", "no_keys", "typed"]
