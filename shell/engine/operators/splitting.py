"""The operator -split: by a pattern, by a text as it is, by a script block."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

from shell.engine.operators.text_operators import listed, text_of
from shell.types import is_script_block, named
from shell.types.conversion.conversion import convert, to_bool, to_int
from shell.values.errors import ParseException, PSInvalidCastException, RuntimeException
from shell.values.objects import PSObject, Value
from shell.values.patterns.regular_expressions import Options, Pattern, compile_pattern, split_by_pattern

_SIMPLE_MATCH: Final = 1
_REGEX_MATCH: Final = 2
_MULTILINE: Final = 0x10
_SINGLELINE: Final = 0x20
_IGNORE_CASE: Final = 0x40

_OPTIONS: Final = {
    4: Options.CULTURE_INVARIANT,
    8: Options.IGNORE_PATTERN_WHITESPACE,
    _MULTILINE: Options.MULTILINE,
    _SINGLELINE: Options.SINGLELINE,
    _IGNORE_CASE: Options.IGNORE_CASE,
    0x80: Options.EXPLICIT_CAPTURE,
}
"""Values of SplitOptions and what they mean to a regular expression."""


def unary_split(session: Any, value: Value) -> list[Value]:
    """Split each text at runs of white space; none at the ends."""
    items = listed(value)
    return [part for each in ([value] if items is None else items) for part in text_of(each, session).split()]


def split(session: Any, a: Value, b: Value, *, ignore_case: bool) -> Value:
    """Split texts. The right side is a separator, or separator, count and options."""
    operands = listed(b)
    if operands is None:
        operands = [b]
    separator = operands[0] if operands else None
    limit = _converted(to_int, operands[1]) if len(operands) > 1 and operands[1] is not None else 0
    options = _split_options(operands[2]) if len(operands) > 2 else 0
    items = listed(a)
    texts = [text_of(a, session)] if items is None else [text_of(each, session) for each in items]
    base = separator.base if isinstance(separator, PSObject) else separator
    if is_script_block(base):
        return [part for text in texts for part in _split_by_block(session, text, base, limit)]
    pattern = _separator_pattern(separator, options | (_IGNORE_CASE if ignore_case else 0))
    return [part for text in texts for part in split_by_pattern(pattern, text, limit)]


def text_splitter(operands: Sequence[Value], ignore_case: bool) -> Callable[[str], list[Value]]:
    """Return a function that applies `-split` with these operands to a string."""
    limit = _converted(to_int, operands[1]) if len(operands) > 1 and operands[1] is not None else 0
    options = _split_options(operands[2]) if len(operands) > 2 else 0
    pattern = _separator_pattern(operands[0], options | (_IGNORE_CASE if ignore_case else 0))
    literal = pattern.literal
    if literal is not None and limit >= 0:
        most = limit - 1  # -1 is no limit to Python
        return lambda text: text.split(literal, most)
    return lambda text: split_by_pattern(pattern, text, limit)


def _converted(conversion: Callable[[Value], Any], value: Value) -> Any:
    try:
        return conversion(value)
    except PSInvalidCastException as error:
        raise RuntimeException(error.message, inner=error) from None


def _split_options(value: Value) -> int:
    """Return the number of the SplitOptions that a value stands for.

    SimpleMatch goes with IgnoreCase alone. Multiline and Singleline say what `^` and `.` match: they go together.
    """
    if value is None or value == "":
        return 0
    wanted = named("System.Management.Automation.SplitOptions")
    options = int(_converted(lambda given: convert(given, wanted), value))
    if options & _SIMPLE_MATCH and options & ~(_SIMPLE_MATCH | _IGNORE_CASE):
        raise ParseException(
            "The combination of options with the -split operator is not valid.",
            error_id="InvalidSplitOptionCombination",
        )
    return options


def _separator_pattern(separator: Value, options: int) -> Pattern:
    text = text_of(separator)
    if options & _SIMPLE_MATCH:
        return compile_pattern(_escaped(text), options & _IGNORE_CASE and Options.IGNORE_CASE)
    found = getattr(separator, "pattern", None)
    if isinstance(found, Pattern):
        return found
    chosen = Options.NONE
    for flag, meaning in _OPTIONS.items():
        if options & flag:
            chosen |= meaning
    return compile_pattern(text, int(chosen))  # unlike -match and -replace, -split lets .NET's own exception out


def _escaped(text: str) -> str:
    return "".join("\\" + each if each in "\\*+?|{[()^$.#" else each for each in text)


def _split_by_block(session: Any, text: str, block: Value, limit: int) -> Iterator[str]:
    """Split at characters for which a block returns true; from the right if the limit is negative."""
    if not text:
        return
    most = abs(limit) - 1 if limit else len(text)
    places: list[int] = []
    for place in range(len(text)) if limit >= 0 else reversed(range(len(text))):
        if len(places) >= most:
            break
        if to_bool(session.collect_value(block, (text, place), dollar_under=text[place])):
            places.append(place)
    start = 0
    for place in sorted(places):
        yield text[start:place]
        start = place + 1
    yield text[start:]


__all__ = ["split", "split_by_pattern", "text_splitter", "unary_split"]
