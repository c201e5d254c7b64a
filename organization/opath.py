"""OPATH, the language of filters: `(Name -like "a*") -and (Enabled -eq $true)`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from .identity import matcher

Test = Callable[[Callable[[str], Any]], bool]
"""Whether an object passes, given the function that reads its properties."""

_TOKEN: Final = re.compile(
    r"""\s*(?:
        (?P<open>\() | (?P<close>\)) | (?P<operator>-[A-Za-z]+)
      | '(?P<single>(?:[^']|'')*)' | "(?P<double>(?:[^"`]|`.|"")*)"
      | \$(?P<variable>[A-Za-z_][\w:]*) | (?P<word>[^\s()'"$]+)
    )""",
    re.X | re.S,
)


class BadFilter(Exception):
    """A filter that cannot be read."""


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str


def parse(text: str, variable: Callable[[str], Any], names: Callable[[str], bool]) -> Test:
    """Read a filter. `variable` gives the values of `$x`, `names` says whether a property exists.

    Raises BadFilter.
    """
    reader = _Reader(list(_tokens(text)), text, variable, names)
    test = reader.any()
    if reader.peek() is not None:
        raise reader.wrong()
    return test


def _tokens(text: str) -> Iterator[_Token]:
    place = 0
    while text[place:].strip():
        match = _TOKEN.match(text, place)
        if match is None or match.end() == place:
            raise _invalid(text, place)
        kind = match.lastgroup or ""
        found = match[kind]
        if kind == "single":
            found = found.replace("''", "'")
        elif kind == "double":
            found = re.sub(r"`(.)", r"\1", found.replace('""', '"'))
        yield _Token(kind, found)
        place = match.end()


def _invalid(text: str, place: int) -> BadFilter:
    return BadFilter(f'Invalid filter syntax: "{text}" at position {place + 1}.')


class _Reader:
    """Recursive descent: or, and, not, comparison."""

    def __init__(
        self, tokens: list[_Token], text: str, variable: Callable[[str], Any], names: Callable[[str], bool]
    ) -> None:
        self.tokens = tokens
        self.text = text
        self.variable = variable
        self.names = names
        self.place = 0

    def peek(self) -> _Token | None:
        return self.tokens[self.place] if self.place < len(self.tokens) else None

    def next(self) -> _Token:
        token = self.peek()
        if token is None:
            raise self.wrong()
        self.place += 1
        return token

    def wrong(self) -> BadFilter:
        return _invalid(self.text, len(self.text) if self.peek() is None else self.place)

    def takes(self, operator: str) -> bool:
        token = self.peek()
        if token is not None and token.kind == "operator" and token.text.lower() == operator:
            self.place += 1
            return True
        return False

    def any(self) -> Test:
        left = self.every()
        while self.takes("-or"):
            left = _either(left, self.every())
        return left

    def every(self) -> Test:
        left = self.one()
        while self.takes("-and"):
            left = _both(left, self.one())
        return left

    def one(self) -> Test:
        if self.takes("-not"):
            negated = self.one()
            return lambda read: not negated(read)
        token = self.next()
        if token.kind == "open":
            inner = self.any()
            if self.next().kind != "close":
                raise self.wrong()
            return inner
        if token.kind != "word":
            raise self.wrong()
        return self.comparison(token.text)

    def comparison(self, name: str) -> Test:
        if not self.names(name):
            raise BadFilter(f'"{name}" is not a recognized filterable property. Filter: "{self.text}".')
        operator = self.next()
        compare = _COMPARE.get(operator.text.lower()) if operator.kind == "operator" else None
        if compare is None:
            raise self.wrong()
        wanted = self.value()
        return lambda read: compare(read(name), wanted)

    def value(self) -> Any:
        token = self.next()
        if token.kind == "variable":
            return self.variable(token.text)
        if token.kind in ("single", "double", "word"):
            return token.text
        raise self.wrong()


def _either(left: Test, right: Test) -> Test:
    return lambda read: left(read) or right(read)


def _both(left: Test, right: Test) -> Test:
    return lambda read: left(read) and right(read)


def _texts(value: Any) -> list[str]:
    values = value if isinstance(value, tuple) else (value,)
    return [str(each).casefold() for each in values]


def _equal(value: Any, wanted: Any) -> bool:
    if wanted is None:
        return value is None or value in ((), "")
    return str(wanted).casefold() in _texts(value)


def _like(value: Any, wanted: Any) -> bool:
    matches = matcher(str(wanted))
    return value is not None and any(matches(text) for text in _texts(value))


def _ordered(decide: Callable[[Any, Any], bool]) -> Callable[[Any, Any], bool]:
    def compare(value: Any, wanted: Any) -> bool:
        if value is None or wanted is None:
            return False
        kind = type(value)
        try:
            other = kind.convert(wanted) if hasattr(kind, "convert") else kind(wanted)
        except (TypeError, ValueError):
            value, other = str(value).casefold(), str(wanted).casefold()
        return bool(decide(value, other))

    return compare


_COMPARE: Final[dict[str, Callable[[Any, Any], bool]]] = {
    "-eq": _equal,
    "-ne": lambda value, wanted: not _equal(value, wanted),
    "-like": _like,
    "-notlike": lambda value, wanted: not _like(value, wanted),
    "-gt": _ordered(lambda value, other: value > other),
    "-ge": _ordered(lambda value, other: value >= other),
    "-lt": _ordered(lambda value, other: value < other),
    "-le": _ordered(lambda value, other: value <= other),
}
