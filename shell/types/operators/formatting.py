""".NET's formatting: one value by a format, and composite formats such as `{0,-8:N2}`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Any

from shell.types.conversion.text import net_string, to_string
from shell.types.operators.number_format import format_number
from shell.types.registry.enumeration import format_enum
from shell.values.culture import Culture, current
from shell.values.errors import FormatException
from shell.values.objects import PSCustomObject, PSObject, Value

_LIMIT = 1_000_000


def format_value(value: Value, pattern: str | None = None, culture: Culture | None = None) -> str:
    """Format a value; for a type without formats return its text. Raises FormatException."""
    if value is None:
        return ""
    if isinstance(value, PSObject):
        return to_string(value) if isinstance(value, PSCustomObject) else format_value(value.base, pattern, culture)
    kind = type(value)
    if kind is int or kind is float:
        return format_number(value, pattern or "", culture or current())
    if kind is str or kind is bool:
        return value if kind is str else net_string(value)
    own = getattr(value, "to_format", None)
    if own is not None:
        text: str = own(pattern or "", culture or current())
        return text
    if isinstance(value, (int, float, Decimal)):
        return _number(value, pattern or "", culture or current())
    return net_string(value)


def _number(value: Any, pattern: str, culture: Culture) -> str:
    if hasattr(type(value), "clr_type"):
        return format_enum(value, pattern)
    return format_number(value, pattern, culture)


class _Reader:
    """Parses a composite format; errors name the position where parsing stopped."""

    def __init__(self, template: str) -> None:
        self.template = template
        self.place = 0

    def fail(self, reason: str) -> FormatException:
        return FormatException(
            f"Input string was not in a correct format. Failure to parse near offset {self.place}. {reason}"
        )

    def advance(self) -> str:
        """Go to the next character and return it."""
        self.place += 1
        if self.place >= len(self.template):
            raise self.fail("Format item ends prematurely.")
        return self.template[self.place]

    def skip_blanks(self, letter: str) -> str:
        """Skip blanks from the character given."""
        while letter == " ":
            letter = self.advance()
        return letter

    def number(self, letter: str) -> tuple[int, str]:
        """Read a number that begins with the character given; return it and the character behind."""
        if letter not in "0123456789":
            raise self.fail("Expected an ASCII digit.")
        value = int(letter)
        letter = self.advance()
        while letter in "0123456789" and value < _LIMIT:
            value = value * 10 + int(letter)
            letter = self.advance()
        return value, letter

    def pattern(self) -> str:
        """Read the format behind the colon up to the closing brace."""
        start = self.place + 1
        while True:
            letter = self.advance()
            if letter == "}":
                return self.template[start : self.place]
            if letter == "{":
                raise self.fail("Format item ends prematurely.")

    def item(self, letter: str) -> tuple[int, int, str]:
        """Read index, width (negative: to the left) and format of an item; `letter` is the first of it."""
        index, letter = self.number(letter)
        letter = self.skip_blanks(letter)
        width, pattern = 0, ""
        if letter == ",":
            letter = self.skip_blanks(self.advance())
            left = letter == "-"
            if left:
                letter = self.advance()
            width, letter = self.number(letter)
            width = -width if left else width
            letter = self.skip_blanks(letter)
        if letter == ":":
            pattern = self.pattern()
        elif letter != "}":
            raise self.fail("Format item ends prematurely.")
        self.place += 1
        return index, width, pattern

    def parts(self) -> Iterator[str | tuple[int, int, str]]:
        """Yield the literal texts and the items of the template. Raises FormatException if it is malformed."""
        template = self.template
        while True:
            start = self.place
            while self.place < len(template) and template[self.place] not in "{}":
                self.place += 1
            yield template[start : self.place]
            if self.place >= len(template):
                return
            brace = template[self.place]
            letter = self.advance()
            if letter == brace:
                yield brace
                self.place += 1
                continue
            if brace == "}":
                raise self.fail("Unexpected closing brace without a corresponding opening brace.")
            yield self.item(letter)


@lru_cache(maxsize=256)
def _parse(template: str) -> tuple[list[str | tuple[int, int, str]], FormatException | None]:
    """Return the parts up to a syntax error, and that error or None: items before it are formatted first."""
    parts: list[str | tuple[int, int, str]] = []
    try:
        for part in _Reader(template).parts():
            parts.append(part)
    except FormatException as error:
        return parts, error
    return parts, None


def composite_format(template: str, arguments: Sequence[Value], culture: Culture | None = None) -> str:
    """Fill a composite format as String.Format does; raises FormatException."""
    parts, error = _parse(template)
    out: list[str] = []
    for part in parts:
        if isinstance(part, str):
            out.append(part)
            continue
        index, width, pattern = part
        if index >= len(arguments):
            raise FormatException(
                "Index (zero based) must be greater than or equal to zero and less than the size of the argument list."
            )
        value = arguments[index]
        kind = type(value)
        if kind is str:
            text = value
        elif kind is int and value >= 0 and not pattern:
            text = str(value)
        else:
            text = format_value(value, pattern, culture)
        out.append(text if not width else text.ljust(-width) if width < 0 else text.rjust(width))
    if error is not None:
        raise FormatException(error.message)
    return "".join(out)
