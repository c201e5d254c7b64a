"""Custom number patterns: `0 # . , % ‰ E+0 'text' \\x` in up to three sections for positive, negative, zero."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from shell.types.operators.number_digits import Digits
from shell.values.culture import Culture


@dataclass(slots=True)
class _Section:
    """The settings of a section: its placeholders, scale and literals."""

    text: str
    digit_count: int = 0
    point: int = -1
    first_zero: int = 1 << 30
    last_zero: int = 0
    scientific: bool = False
    groups: bool = False
    adjust: int = 0


def _split(pattern: str) -> list[str]:
    sections: list[str] = [""]
    place = 0
    while place < len(pattern):
        letter = pattern[place]
        if letter in "'\"":
            end = pattern.find(letter, place + 1)
            end = len(pattern) - 1 if end < 0 else end
            sections[-1] += pattern[place : end + 1]
            place = end + 1
        elif letter == "\\" and place + 1 < len(pattern):
            sections[-1] += pattern[place : place + 2]
            place += 2
        elif letter == ";":
            sections.append("")
            place += 1
        else:
            sections[-1] += letter
            place += 1
    return sections


def _skip_literal(text: str, place: int) -> int:
    """Return the position after a quoted text or escaped character that begins at `place`, else `place`."""
    letter = text[place]
    if letter in "'\"":
        end = text.find(letter, place + 1)
        return len(text) if end < 0 else end + 1
    return min(place + 2, len(text)) if letter == "\\" else place


def _exponent_at(text: str, place: int) -> bool:
    rest = text[place + 1 :]
    return rest[:1] == "0" or (rest[:1] in ("+", "-") and rest[1:2] == "0")


def _scan(text: str) -> _Section:
    section = _Section(text)
    comma_at, commas = -1, 0
    place = 0
    while place < len(text):
        behind = _skip_literal(text, place)
        if behind != place:
            place = behind
            continue
        letter = text[place]
        place += 1
        if letter == "#":
            section.digit_count += 1
        elif letter == "0":
            section.first_zero = min(section.first_zero, section.digit_count)
            section.digit_count += 1
            section.last_zero = section.digit_count
        elif letter == "." and section.point < 0:
            section.point = section.digit_count
        elif letter == "," and section.digit_count > 0 and section.point < 0:
            if comma_at == section.digit_count:
                commas += 1
                continue
            if comma_at >= 0:
                section.groups = True
            comma_at, commas = section.digit_count, 1
        elif letter in "%‰":
            section.adjust += 2 if letter == "%" else 3
        elif letter in "eE" and _exponent_at(text, place - 1):
            place += 1
            while place < len(text) and text[place] == "0":
                place += 1
            section.scientific = True
    if section.point < 0:
        section.point = section.digit_count
    if comma_at >= 0:
        if comma_at == section.point:
            section.adjust -= commas * 3
        else:
            section.groups = True
    return section


def format_custom(value: Any, pattern: str, culture: Culture) -> str:
    """Format a number by a custom pattern."""
    sections = _split(pattern)
    number = Digits.of(value)
    which = _choose(sections, number)
    section = _scan(sections[which])
    if number.digits:
        number.scale += section.adjust
        count = section.digit_count if section.scientific else number.scale + section.digit_count - section.point
        number.round_to(count, keep_sign=isinstance(value, float))
        if not number.digits:
            zero = _choose(sections, number)
            if zero != which:
                which = zero
                section = _scan(sections[which])
    elif not isinstance(value, float):
        number.negative = False
    shown = _write(section, number, culture)
    return culture.negative_sign + shown if number.negative and which == 0 and shown else shown


def _choose(sections: list[str], number: Digits) -> int:
    wanted = 2 if not number.digits else 1 if number.negative else 0
    if wanted >= len(sections) or not sections[wanted]:
        return 0
    return wanted


def _write(section: _Section, number: Digits, culture: Culture) -> str:
    first = section.point - section.first_zero if section.first_zero < section.point else 0
    last = section.point - section.last_zero if section.last_zero > section.point else 0
    if section.scientific:
        width, adjust = section.point, 0
    else:
        width = max(number.scale, section.point)
        adjust = number.scale - section.point
    return "".join(_Writer(section, number, culture, first, last, width, adjust).run())


class _Writer:
    """Writes a section, with digits for its placeholders."""

    def __init__(
        self, section: _Section, number: Digits, culture: Culture, first: int, last: int, width: int, adjust: int
    ) -> None:
        self.section = section
        self.number = number
        self.culture = culture
        self.first = first
        self.last = last
        self.position = width
        self.adjust = adjust
        self.next_digit = 0
        self.out: list[str] = []
        self.point_written = False

    def _digit(self) -> str:
        if self.next_digit < len(self.number.digits):
            self.next_digit += 1
            return self.number.digits[self.next_digit - 1]
        return ""

    def _put(self, digit: str) -> None:
        self.out.append(digit)
        if self.section.groups and self.position > 1 and (self.position - 1) % 3 == 0:
            self.out.append(self.culture.group_separator)

    def _surplus(self) -> None:
        """Return the digits before the first placeholder."""
        while self.adjust > 0:
            self._put(self._digit() or "0")
            self.position -= 1
            self.adjust -= 1

    def run(self) -> list[str]:
        """Write the section."""
        text, place = self.section.text, 0
        while place < len(text):
            letter = text[place]
            if letter in "#0.‰%,'\"\\" or (letter in "eE" and self.section.scientific):
                place = self._special(text, place, letter)
            else:
                self.out.append(letter)
                place += 1
        return self.out

    def _special(self, text: str, place: int, letter: str) -> int:
        if letter in "#0.":
            self._surplus()
        if letter in "#0":
            self._placeholder()
        elif letter == ".":
            self._point()
        elif letter in "%‰":
            self.out.append(self.culture.percent_symbol if letter == "%" else self.culture.per_mille_symbol)
        elif letter in "'\"\\":
            behind = _skip_literal(text, place)
            literal = text[place + 1 : behind]
            closed = letter != "\\" and text[behind - 1] == letter and behind - 1 > place
            self.out.append(literal[:-1] if closed else literal)
            return behind
        elif letter in "eE":
            return self._exponent(text, place, letter)
        return place + 1

    def _placeholder(self) -> None:
        if self.adjust < 0:
            self.adjust += 1
            digit = "0" if self.position <= self.first else ""
        else:
            digit = self._digit() or ("0" if self.position > self.last else "")
        if digit:
            self._put(digit)
        self.position -= 1

    def _write_point(self) -> None:
        self.out.append(self.culture.decimal_separator)
        self.point_written = True

    def _point(self) -> None:
        if self.position != 0 or self.point_written:
            return
        if self.last < 0 or (
            self.section.point < self.section.digit_count and self.next_digit < len(self.number.digits)
        ):
            self._write_point()

    def _exponent(self, text: str, place: int, letter: str) -> int:
        if not self.section.scientific or not _exponent_at(text, place):
            self.out.append(letter)
            return place + 1
        place += 1
        plus = text[place] == "+"
        if text[place] in "+-":
            place += 1
        zeros = 0
        while place < len(text) and text[place] == "0":
            zeros += 1
            place += 1
        exponent = self.number.scale - self.section.point if self.number.digits else 0
        sign = "-" if exponent < 0 else "+" if plus else ""
        self.out.append(f"{letter}{sign}{str(abs(exponent)).rjust(min(zeros, 10), '0')}")
        self.section.scientific = False
        return place
