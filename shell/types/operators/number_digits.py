"""Rounding and grouping of digits as in .NET, for standard and custom formats."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal
from typing import Any, Final

from shell.values.objects import Single

WIDE: Final = Context(prec=2000, Emax=999_999, Emin=-999_999, traps=[])
"""A context for exact results of any length."""


def exact(value: Any) -> Decimal:
    """Return the number's exact value."""
    return value if isinstance(value, Decimal) else Decimal(int(value) if isinstance(value, int) else value)


def rounded(value: Any, places: int) -> Decimal:
    """Round to decimal places: floats exactly as stored and to even, other numbers away from zero."""
    number = exact(value)
    if isinstance(value, int):
        return number
    mode = ROUND_HALF_EVEN if isinstance(value, float) else ROUND_HALF_UP
    return number.quantize(Decimal((0, (1,), -places)), rounding=mode, context=WIDE)


def significant(value: Any, digits: int) -> tuple[str, int, bool]:
    """Return significant digits (no trailing zeros), the exponent of the first, and whether the number is negative."""
    number = exact(value)
    negative = number < 0 or (number == 0 and number.is_signed() and isinstance(value, float))
    if number == 0:
        return "0", 0, negative
    mode = ROUND_HALF_EVEN if isinstance(value, float) else ROUND_HALF_UP
    short = Context(prec=digits, rounding=mode, Emax=999_999, Emin=-999_999, traps=[]).plus(abs(number))
    text = "".join(map(str, short.as_tuple().digits))
    return text.rstrip("0") or "0", short.adjusted(), negative


def grouped(digits: str, separator: str, sizes: tuple[int, ...] = (3,)) -> str:
    """Put a separator between groups of digits; the last size repeats, 0 ends the grouping."""
    if sizes != (3,):
        return _unevenly_grouped(digits, separator, sizes)
    head = len(digits) % 3
    parts = [digits[:head]] if head else []
    parts += [digits[place : place + 3] for place in range(head, len(digits), 3)]
    return separator.join(parts)


def _unevenly_grouped(digits: str, separator: str, sizes: tuple[int, ...]) -> str:
    parts: list[str] = []
    rest = list(sizes)
    while rest and rest[0] and len(digits) > rest[0]:
        parts.append(digits[-rest[0] :])
        digits = digits[: -rest[0]]
        if len(rest) > 1:
            rest.pop(0)
    return separator.join([digits, *reversed(parts)])


@dataclass(slots=True)
class Digits:
    """A number for custom patterns: digits of the mantissa and the position of the decimal point in them."""

    digits: str
    scale: int
    negative: bool

    @classmethod
    def of(cls, value: Any) -> Digits:
        """Return the digits of a number, rounded to 15 for a Double and to 7 for a Single."""
        if isinstance(value, float):
            text, exponent, negative = significant(value, 7 if type(value) is Single else 15)
        else:
            number = exact(value)
            text = "".join(map(str, number.as_tuple().digits))
            exponent = number.adjusted()
            negative = number < 0
        stripped = text.rstrip("0")
        return cls(stripped, exponent + 1 if stripped else 0, negative)

    def round_to(self, count: int, *, keep_sign: bool) -> None:
        """Keep `count` digits, rounding half away from zero. A result of zero loses its sign, unless it is kept."""
        if len(self.digits) >= count >= 0 and self.digits[count : count + 1] >= "5":
            text = str(int("0" + self.digits[:count]) + 1)
            if len(text) > count:
                self.scale += 1
            self.digits = text.rjust(count, "0").rstrip("0")
        else:
            self.digits = self.digits[: max(count, 0)].rstrip("0")
        if not self.digits:
            self.scale = 0
            self.negative = self.negative and keep_sign
