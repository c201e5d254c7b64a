"""Characters in .NET's regular expressions: escapes and character classes."""

from __future__ import annotations

from typing import Final

from shell.values.errors import ArgumentException, RegexParseException

_KNOWN_ESCAPES: Final = frozenset("wWsSdDbBAGnrtfv")
_CONTROLS: Final = {"n": 10, "r": 13, "t": 9, "f": 12, "v": 11}
_CATEGORIES: Final = frozenset(
    major + minor
    for major, minors in {
        "L": "ultmo",
        "M": "nce",
        "N": "dlo",
        "P": "cdseifo",
        "S": "mcko",
        "Z": "slp",
        "C": "cfson",
    }.items()
    for minor in ("", *minors)
)
"""Unicode's general categories."""


def invalid(pattern: str, offset: int, reason: str) -> ArgumentException:
    """Return the error for a malformed pattern; `offset` is where parsing stopped."""
    return RegexParseException(f"Invalid pattern '{pattern}' at offset {offset}. {reason}")


class CharacterReader:
    """Reads escapes and character classes of a .NET pattern from `place` on, and translates them for the `regex`
    module.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.place = 0

    def character_escape(self, *, in_set: bool) -> str:
        """Translate an escape that means the same inside and outside of character classes."""
        text = self.text
        letter = text[self.place + 1 : self.place + 2]
        self.place += 2
        if letter in _KNOWN_ESCAPES:
            if in_set and letter == "b":
                return "\\x08"
            return "\\" + letter
        if letter in ("p", "P"):
            return self._category(letter)
        fixed = {"a": "\\x07", "e": "\\x1b"}.get(letter)
        if fixed is not None:
            return fixed
        if letter in "xu":
            width = 2 if letter == "x" else 4
            digits = text[self.place : self.place + width]
            if len(digits) < width or not all(each in "0123456789abcdefABCDEF" for each in digits):
                raise invalid(text, self.place, "Insufficient or invalid hexadecimal digits.")
            self.place += width
            return f"\\u{int(digits, 16):04x}"
        if letter == "c":
            return self._control()
        if letter.isdecimal():
            digits = letter
            while len(digits) < 3 and text[self.place : self.place + 1] in tuple("01234567"):
                digits += text[self.place]
                self.place += 1
            return f"\\x{int(digits, 8) & 0xFF:02x}"
        if letter.isalnum() or letter == "_":
            raise invalid(text, self.place, f"Unrecognized escape sequence \\{letter}.")
        return "\\" + letter

    def _control(self) -> str:
        control = self.text[self.place : self.place + 1].upper()
        if not control:
            raise invalid(self.text, self.place, "Missing control character.")
        self.place += 1
        if not "@" <= control <= "_":
            raise invalid(self.text, self.place, "Unrecognized control character.")
        return f"\\x{ord(control) ^ 0x40:02x}"

    def _category(self, letter: str) -> str:
        end = self.text.find("}", self.place)
        if self.text[self.place : self.place + 1] != "{" or end < 0:
            raise invalid(self.text, self.place, "Incomplete \\p{X} character escape.")
        name = self.text[self.place + 1 : end]
        self.place = end + 1
        if name in _CATEGORIES:
            return f"\\{letter}{{{name}}}"
        if not name.startswith("Is"):
            raise invalid(self.text, self.place, f"Unknown property '{name}'.")
        return f"\\{letter}{{In{name[2:]}}}"

    # --- character classes ---

    def character_set(self) -> str:
        """Translate a character class, `[...]`."""
        text = self.text
        self.place += 1
        negated = text[self.place : self.place + 1] == "^"
        if negated:
            self.place += 1
        body, first = "", True
        while True:
            letter = text[self.place : self.place + 1]
            if not letter:
                raise invalid(text, len(text), "Unterminated [] set.")
            if letter == "]" and not first:
                self.place += 1
                break
            if letter == "-" and text[self.place + 1 : self.place + 2] == "[" and not first:
                self.place += 1
                return self._subtracted(body, negated)
            first = False
            member = self._set_member(letter)
            body += member + self._range_end(member)
        return f"[{'^' if negated else ''}{body}]"

    def _subtracted(self, body: str, negated: bool) -> str:
        inner = self.character_set()
        following = self.text[self.place : self.place + 1]
        if not following:
            raise invalid(self.text, self.place, "Unterminated [] set.")
        if following != "]":
            raise invalid(self.text, self.place, "A subtraction must be the last element in a character class.")
        self.place += 1
        return f"(?:(?!{inner})[{'^' if negated else ''}{body}])"

    def _range_end(self, low: str) -> str:
        """Translate `-z` after a character that begins a range."""
        text = self.text
        first = _code_of(low)
        if first is None or text[self.place : self.place + 1] != "-" or text[self.place + 1 : self.place + 2] in "][":
            return ""
        self.place += 1
        start = self.place
        high = self._set_member(text[start])
        last = _code_of(high)
        if last is None:
            raise invalid(text, self.place, f"Cannot include class {text[start : start + 2]} in character range.")
        if last < first:
            raise invalid(text, self.place, "[x-y] range in reverse order.")
        return "-" + high

    def _set_member(self, letter: str) -> str:
        if letter == "\\":
            if self.place + 1 >= len(self.text):
                raise invalid(self.text, len(self.text), "Illegal \\ at end of pattern.")
            return self.character_escape(in_set=True)
        self.place += 1
        return "\\" + letter if letter in "[]&|~^-" else letter


def _code_of(member: str) -> int | None:
    """Return the character of a translated member of a character class; None for a class such as `\\d`."""
    if len(member) == 1:
        return ord(member)
    letter = member[1]
    if letter in "xu":
        return int(member[2:], 16)
    return _CONTROLS.get(letter) if letter.isalpha() else ord(letter)


__all__ = ["CharacterReader"]
