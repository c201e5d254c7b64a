"""OPATH, the language of filters: `(Name -like "a*") -and (Enabled -eq $true)`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from .identity import matcher
from .names import ADObjectId
from .values.errors import BadValue
from .values.unlimited import UNLIMITED, Unlimited

Test = Callable[[Callable[[str], Any]], bool]
"""Whether an object passes, given the function that reads its properties."""

Compare = Callable[[Any, Any], bool]
"""Whether a property's value and a wanted one stand in a relation."""

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
    place: int
    """Where it begins, the first character being 0."""


def parse(
    text: str,
    variable: Callable[[str], Any],
    names: Callable[[str], bool],
    operators: Mapping[str, Compare] | None = None,
) -> Test:
    """Read a filter. `variable` gives the values of `$x`, `names` says whether a property exists.

    `operators` are those that mean something else than in Exchange, or that it does not know. Raises BadFilter.
    """
    reader = _Reader(list(_tokens(text)), text, variable, names)
    reader.operators = {**_COMPARE, **(operators or {})}
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
        yield _Token(kind, found, match.start(kind))
        place = match.end()


def _bad(problem: str, text: str, place: int) -> BadFilter:
    return BadFilter(f'{problem} see the command help.\n"{text}" at position {place + 1}.')


def _invalid(text: str, place: int) -> BadFilter:
    return _bad("Invalid filter syntax. For a description of the filter parameter syntax", text, place)


class _Reader:
    """Recursive descent: or, and, not, comparison."""

    def __init__(
        self, tokens: list[_Token], text: str, variable: Callable[[str], Any], names: Callable[[str], bool]
    ) -> None:
        self.tokens = tokens
        self.text = text
        self.variable = variable
        self.names = names
        self.operators: Mapping[str, Compare] = _COMPARE
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
        token = self.peek()
        return _invalid(self.text, len(self.text) if token is None else token.place)

    def back(self) -> BadFilter:
        """What is wrong with the token that was taken last."""
        self.place -= 1
        return self.wrong()

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
                raise self.back()
            return inner
        if token.kind != "word":
            raise self.back()
        return self.comparison(token)

    def comparison(self, token: _Token) -> Test:
        name = token.text
        if not self.names(name):
            problem = f'"{name}" is not a recognized filterable property. For a complete list of filterable properties'
            raise _bad(problem, self.text, token.place)
        operator = self.next()
        compare = self.operators.get(operator.text.lower()) if operator.kind == "operator" else None
        if compare is None:
            raise self.back()
        wanted = self.value()
        return lambda read: compare(read(name), wanted)

    def value(self) -> Any:
        token = self.next()
        if token.kind == "variable":
            return self.variable(token.text)
        if token.kind in ("single", "double", "word"):
            return token.text
        raise self.back()


def _either(left: Test, right: Test) -> Test:
    return lambda read: left(read) or right(read)


def _both(left: Test, right: Test) -> Test:
    return lambda read: left(read) and right(read)


def _texts(value: Any) -> list[str]:
    values = value if isinstance(value, tuple) else (value,)
    return [text.casefold() for each in values for text in _ways_to_write(each)]


def _ways_to_write(value: Any) -> tuple[str, ...]:
    """Another object is named as it prints, or by its distinguished name."""
    if isinstance(value, ADObjectId):
        return (value.text, value.distinguished_name, value.name)
    return (str(value),)


def _equal(value: Any, wanted: Any) -> bool:
    if wanted is None:
        return value is None or value in ((), "")
    return str(wanted).casefold() in _texts(value)


def _like(value: Any, wanted: Any) -> bool:
    matches = matcher(str(wanted))
    return value is not None and any(matches(text) for text in _texts(value))


def _as_kind_of(value: Any, wanted: Any) -> Any:
    """What a property is compared with, read as the property's own kind."""
    if isinstance(value, datetime):
        return wanted if isinstance(wanted, datetime) else moment(str(wanted))
    if isinstance(value, Unlimited):
        if str(wanted).strip().casefold() == "unlimited":
            return UNLIMITED
        return Unlimited(0 if value.is_unlimited else _as_kind_of(value.value, wanted))
    kind: Any = type(value)
    return kind.convert(wanted) if hasattr(kind, "convert") else kind(wanted)


def moment(text: str) -> datetime:
    """A date, or a date and a time, as the United States write them or as ISO 8601 does. ValueError for others."""
    for form in ("%m/%d/%Y %I:%M:%S %p", "%m/%d/%Y %H:%M:%S", "%m/%d/%Y %I:%M %p", "%m/%d/%Y %H:%M", "%m/%d/%Y"):
        try:
            return datetime.strptime(text.strip(), form)
        except ValueError:
            continue
    return datetime.fromisoformat(text.strip()).replace(tzinfo=None)


def _ordered(decide: Callable[[Any, Any], bool]) -> Callable[[Any, Any], bool]:
    def compare(value: Any, wanted: Any) -> bool:
        if value is None or wanted is None:
            return False
        try:
            return bool(decide(value, _as_kind_of(value, wanted)))
        except (TypeError, ValueError, BadValue):
            return bool(decide(str(value).casefold(), str(wanted).casefold()))

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
