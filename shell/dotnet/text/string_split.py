"""String.Split: separators, maximum count and StringSplitOptions."""

from __future__ import annotations

from typing import Any, Final

from shell.dotnet.text.string_search import is_enum_value
from shell.types import STRING
from shell.types.registry.checks import out_of_range
from shell.values.objects import TypedArray, Value

# Bits of StringSplitOptions.
_REMOVE_EMPTY, _TRIM = 1, 2
_NO_LIMIT: Final = 0x7FFFFFFF
"""The default of the maximum count."""
_WHITE: Final = [chr(code) for code in range(0x3001) if chr(code).isspace() and not 0x1C <= code <= 0x1F]


def _split_at(text: str, separators: list[str], count: int, options: int) -> Value:
    if count < 0:
        raise out_of_range("count", "Count must be positive.")
    if count == 0:
        return TypedArray(STRING)
    if len(separators) == 1 and not options and separators[0]:
        return TypedArray(STRING, text.split(separators[0], count - 1))
    parts: list[str] = []
    if count == _NO_LIMIT and all(len(each) == 1 for each in separators):
        first = separators[0]
        for other in separators[1:]:
            text = text.replace(other, first)
        for part in text.split(first):
            _take(parts, part, options)
        return TypedArray(STRING, parts)
    start = place = 0
    while place <= len(text) - 1:
        if len(parts) >= count - 1:
            break
        found = next((each for each in separators if each and text.startswith(each, place)), None)
        if found is None:
            place += 1
            continue
        _take(parts, text[start:place], options)
        place += len(found)
        start = place
    if options & _REMOVE_EMPTY:
        start = _skip_separators(text, start, separators)
    _take(parts, text[start:], options)
    return TypedArray(STRING, parts)


def _skip_separators(text: str, start: int, separators: list[str]) -> int:
    while True:
        found = next((each for each in separators if each and text.startswith(each, start)), None)
        if found is None:
            return start
        start += len(found)


def _take(parts: list[str], part: str, options: int) -> None:
    if options & _TRIM:
        part = part.strip()
    if part or not options & _REMOVE_EMPTY:
        parts.append(part)


def split_letters(text: str, letters: Any, *rest: Any) -> Value:
    """Split at any of the letters, at white space if there are none (String.Split)."""
    count, options = _NO_LIMIT, 0
    for each in rest:
        if is_enum_value(each):
            options = int(each)
        else:
            count = each
    separators = list(letters) if letters else _WHITE
    return _split_at(text, separators, count, options)


def split_texts(text: str, separators: Any, *rest: Any) -> Value:
    """Split at any of the texts (String.Split); an empty separator is ignored."""
    if type(separators) is str and separators and len(rest) == 1 and not rest[0]:  # one text, no options
        return TypedArray(STRING, text.split(separators))
    if isinstance(separators, str):
        separators = [separators] if separators else [""]
    elif not separators:
        separators = _WHITE
    return (
        split_letters(text, [each for each in separators if each is not None], *rest)
        if separators != [""]
        else _whole(text, rest)
    )


def _whole(text: str, rest: tuple[Any, ...]) -> Value:
    parts: list[str] = []
    options = int(rest[-1]) if rest and is_enum_value(rest[-1]) else 0
    _take(parts, text, options)
    return TypedArray(STRING, parts)
