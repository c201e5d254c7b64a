"""Key presses as a host reports them to scripts: a character and a virtual key of the US keyboard."""

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
    """A key press. `code` is Windows' virtual key code, 0 if no key has the character."""

    code: int
    character: str = "\0"
    """`\\0` for keys without a character."""
    shift: bool = False
    alt: bool = False
    control: bool = False


def typed(character: str, *, alt: bool = False) -> Keystroke:
    """Return the key press that types a character, with Shift or Ctrl if needed."""
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
    """Return the error for reading a key with neither a console nor redirected standard input."""
    return InvalidOperationException(
        "Cannot read keys when either application does not have a console or when console input has been redirected. "
        "Try Console.Read."
    )


__all__ = ["Keystroke", "no_keys", "typed"]
