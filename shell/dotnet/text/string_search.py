"""Members of String that search and compare by a StringComparison."""

from __future__ import annotations

from typing import Any, Final

from shell.language.units import in_units
from shell.types.registry.checks import ABOVE_SIZE, in_range, index_up_to, not_null, out_of_range
from shell.values.collation import collate, same_text
from shell.values.errors import ArgumentException
from shell.values.objects import Char, Value, unwrap

COMPARISON: Final = "System.StringComparison comparisonType"
IGNORING: Final = frozenset((1, 3, 5))
CULTURAL: Final = frozenset((0, 1, 2, 3))


def is_enum_value(value: Value) -> bool:
    """Return True for an enumeration value, to tell it from other optional arguments."""
    return hasattr(type(value), "clr_type")


def folded(text: str, comparison: int) -> str:
    """Return the text as an ordinal comparison sees it: in upper case where case is ignored."""
    return text.upper() if comparison in IGNORING else text


def _find(text: str, wanted: str, start: int = 0, count: int | None = None, comparison: int = 4) -> int:
    index_up_to(start, len(text), "startIndex")
    end = len(text) if count is None else start + count
    if count is not None and (count < 0 or end > len(text)):
        raise out_of_range(
            "count", "Count must be positive and count must refer to a location within the string/array/collection."
        )
    return folded(text, comparison).find(folded(wanted, comparison), start, end)


def _comparison_last(arguments: tuple[Any, ...]) -> tuple[int, tuple[Any, ...]]:
    """Take a StringComparison from the end of the arguments; ordinal if there is none."""
    if arguments and is_enum_value(arguments[-1]):
        return int(arguments[-1]), arguments[:-1]
    return 4, arguments


def index_of(text: str, wanted: str, *rest: Any) -> int:
    """Implement String.IndexOf; optional start index, count and comparison."""
    not_null(wanted, "value")
    if not text.isascii() and (units := in_units(text)) is not text:
        return index_of(units, in_units(wanted), *rest)
    comparison, rest = _comparison_last(rest)
    start = rest[0] if rest else 0
    return _find(text, wanted, start, rest[1] if len(rest) > 1 else None, comparison)


def last_index_of(text: str, wanted: str, *rest: Any) -> int:
    """Implement String.LastIndexOf; optional start index, count and comparison."""
    not_null(wanted, "value")
    if not text.isascii() and (units := in_units(text)) is not text:
        return last_index_of(units, in_units(wanted), *rest)
    comparison, rest = _comparison_last(rest)
    start = rest[0] if rest else len(text) - 1
    if text and not -1 <= start <= len(text):
        raise out_of_range("startIndex", ABOVE_SIZE)
    low = max(start - rest[1] + 1, 0) if len(rest) > 1 else 0
    return folded(text, comparison).rfind(folded(wanted, comparison), low, start + 1)


def index_of_any(text: str, letters: Any, start: int = 0, count: int | None = None) -> int:
    """Implement String.IndexOfAny."""
    text = in_units(text)
    wanted = set(not_null(letters, "anyOf"))
    in_range(start, 0, len(text), "startIndex")
    end = len(text) if count is None else start + count
    if not start <= end <= len(text):
        raise out_of_range("count")
    return next((place for place in range(start, end) if text[place] in wanted), -1)


def last_index_of_any(text: str, letters: Any, start: int | None = None, count: int | None = None) -> int:
    """Implement String.LastIndexOfAny."""
    text = in_units(text)
    wanted = set(not_null(letters, "anyOf"))
    if not text:
        return -1
    first = len(text) - 1 if start is None else start
    in_range(first, 0, len(text) - 1, "startIndex")
    last = -1 if count is None else first - count
    if not -1 <= last <= first:
        raise out_of_range("count")
    return next((place for place in range(first, last, -1) if text[place] in wanted), -1)


def contains(text: str, wanted: str, comparison: int = 4) -> bool:
    """Implement String.Contains; the default is ordinal."""
    return folded(not_null(wanted, "value"), comparison) in folded(text, comparison)


def starts(text: str, wanted: str, *rest: Any) -> bool:
    """Implement String.StartsWith; the default is the culture's comparison, ordinal for a Char."""
    not_null(wanted, "value")
    comparison = comparison_of(rest, type(wanted) is Char)
    if comparison in CULTURAL and not (text.isascii() and wanted.isascii()):
        return any(same_text(text[:end], wanted, comparison in IGNORING) for end in range(len(text) + 1))
    return folded(text, comparison).startswith(folded(wanted, comparison))


def ends(text: str, wanted: str, *rest: Any) -> bool:
    """Implement String.EndsWith; the default is the culture's comparison, ordinal for a Char."""
    not_null(wanted, "value")
    comparison = comparison_of(rest, type(wanted) is Char)
    if comparison in CULTURAL and not (text.isascii() and wanted.isascii()):
        return any(same_text(text[start:], wanted, comparison in IGNORING) for start in range(len(text) + 1))
    return folded(text, comparison).endswith(folded(wanted, comparison))


def comparison_of(rest: tuple[Any, ...], ordinal: bool) -> int:
    """Return the StringComparison number that optional arguments (comparisonType or ignoreCase) select."""
    if not rest:
        return 4 if ordinal else 0
    if isinstance(rest[0], bool):
        return 1 if rest[0] else 0
    return int(rest[0])


def compare_to(text: str, other: Value) -> int:
    """Implement String.CompareTo: the culture's order, nulls first."""
    other = unwrap(other)
    if other is None:
        return 1
    if not isinstance(other, str):
        raise ArgumentException("Object must be of type String.")
    return collate(text, other, False)


def equals(text: Any, other: Value, comparison: int | None = None) -> bool:
    """Implement String.Equals; the default is ordinal."""
    other = unwrap(other)
    if type(other) is not str:
        return False
    if comparison is None or comparison == 4:
        return bool(text == other)
    if int(comparison) in CULTURAL:
        return same_text(text, other, int(comparison) in IGNORING)
    return bool(text.upper() == other.upper())
