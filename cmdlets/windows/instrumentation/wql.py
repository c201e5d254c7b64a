"""WQL: `SELECT Name, State FROM Win32_Service WHERE Name LIKE 'MSExchange%' AND NOT Started = TRUE`.

Names and strings are compared without regard to case. LIKE knows `%`, `_` and `[a-f]`, `[^a-f]`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from shell.dotnet.time.management_dates import dmtf

Test = Callable[[Mapping[str, Any]], bool]
"""Whether an instance passes; its properties are by lower-case name."""
_TOKEN: Final = re.compile(
    r"""\s*(?:(?P<text>'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")|(?P<number>-?\d+(?:\.\d+)?)|(?P<word>[A-Za-z_]\w*)"""
    r"""|(?P<mark><=|>=|<>|!=|[=<>(),*]))"""
)
_COMPARED: Final[dict[str, Callable[[Any, Any], bool]]] = {
    "=": lambda a, b: a == b,
    "<>": lambda a, b: a != b,
    "!=": lambda a, b: a != b,
    "<": lambda a, b: a < b,
    ">": lambda a, b: a > b,
    "<=": lambda a, b: a <= b,
    ">=": lambda a, b: a >= b,
}
_MIRRORED: Final = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}


class InvalidQuery(Exception):
    """A text that is no WQL."""


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked for: properties (none are all), of which class, which instances."""

    properties: tuple[str, ...]
    class_name: str
    test: Test


def parse_query(text: str) -> Query:
    """Read a query. Raises InvalidQuery."""
    reader = _Reader(text)
    reader.take_word("select")
    names: list[str] = []
    if not reader.take("*"):
        names.append(reader.name())
        while reader.take(","):
            names.append(reader.name())
    reader.take_word("from")
    class_name = reader.name()
    test: Test = _everything
    if reader.is_word("where"):
        test = reader.condition()
    reader.end()
    return Query(tuple(names), class_name, test)


def parse_filter(text: str) -> Test:
    """Read what stands behind WHERE. Raises InvalidQuery."""
    reader = _Reader(text)
    test = reader.condition()
    reader.end()
    return test


def _everything(row: Mapping[str, Any]) -> bool:
    return True


class _Reader:
    """Reads a text token by token; `OR` binds loosest, then `AND`, then `NOT`."""

    def __init__(self, text: str) -> None:
        self._tokens: list[tuple[str, str]] = []
        at, text = 0, text.rstrip()
        while at < len(text):
            found = _TOKEN.match(text, at)
            if found is None:
                raise InvalidQuery(text)
            kind = found.lastgroup or ""
            self._tokens.append((kind, found.group(kind)))
            at = found.end()
        self._at = 0

    def _peek(self) -> tuple[str, str]:
        return self._tokens[self._at] if self._at < len(self._tokens) else ("", "")

    def take(self, mark: str) -> bool:
        """Take a mark if it stands there."""
        if self._peek() == ("mark", mark):
            self._at += 1
            return True
        return False

    def is_word(self, word: str) -> bool:
        """Take a word if it stands there."""
        kind, text = self._peek()
        if kind == "word" and text.lower() == word:
            self._at += 1
            return True
        return False

    def take_word(self, word: str) -> None:
        """Take a word that must stand there."""
        if not self.is_word(word):
            raise InvalidQuery(word)

    def name(self) -> str:
        """Take a name."""
        kind, text = self._peek()
        if kind != "word":
            raise InvalidQuery(text)
        self._at += 1
        return text

    def end(self) -> None:
        """Nothing may be left."""
        if self._at < len(self._tokens):
            raise InvalidQuery(self._peek()[1])

    def condition(self) -> Test:
        """`a OR b`."""
        tests = [self._all()]
        while self.is_word("or"):
            tests.append(self._all())
        return tests[0] if len(tests) == 1 else lambda row: any(test(row) for test in tests)

    def _all(self) -> Test:
        tests = [self._one()]
        while self.is_word("and"):
            tests.append(self._one())
        return tests[0] if len(tests) == 1 else lambda row: all(test(row) for test in tests)

    def _one(self) -> Test:
        if self.is_word("not"):
            test = self._one()
            return lambda row: not test(row)
        if self.take("("):
            inner = self.condition()
            if not self.take(")"):
                raise InvalidQuery(")")
            return inner
        return self._comparison()

    def _comparison(self) -> Test:
        kind, _ = self._peek()
        if kind in ("text", "number"):  # `5 < Size`
            value = self._constant()
            operator = self._operator()
            name = self.name()
            return _compare(name, _MIRRORED.get(operator, operator), value)
        name = self.name()
        if self.is_word("is"):
            negated = self.is_word("not")
            self.take_word("null")
            return lambda row: (_read(row, name) is None) is not negated
        if self.is_word("like"):
            return _like(name, self._constant())
        negated = self.is_word("not")
        if negated:
            self.take_word("like")
            like = _like(name, self._constant())
            return lambda row: not like(row)
        return _compare(name, self._operator(), self._constant())

    def _operator(self) -> str:
        kind, text = self._peek()
        if kind != "mark" or text not in _COMPARED:
            raise InvalidQuery(text)
        self._at += 1
        return text

    def _constant(self) -> Any:
        kind, text = self._peek()
        self._at += 1
        if kind == "text":
            return re.sub(r"\\(.)", r"\1", text[1:-1])
        if kind == "number":
            return float(text) if "." in text else int(text)
        word = text.lower()
        if kind == "word" and word in ("true", "false", "null"):
            return {"true": True, "false": False, "null": None}[word]
        raise InvalidQuery(text)


class UnknownProperty(InvalidQuery):
    """A name that the class has not."""


def _read(row: Mapping[str, Any], name: str) -> Any:
    try:
        return row[name.lower()]
    except KeyError:
        raise UnknownProperty(name) from None


def _compare(name: str, operator: str, wanted: Any) -> Test:
    compared = _COMPARED[operator]

    def test(row: Mapping[str, Any]) -> bool:
        value, other = _alike(_read(row, name), wanted)
        if value is None or other is None:
            return compared(value, other) if operator in ("=", "<>", "!=") else False
        try:
            return compared(value, other)
        except TypeError:
            return False

    return test


def _alike(value: Any, wanted: Any) -> tuple[Any, Any]:
    """Both as values of one kind: a number may be written as a text, a time is a text of digits."""
    if isinstance(value, datetime):
        return dmtf(value), str(wanted)
    if isinstance(value, bool):
        truth = {"true": True, "false": False}.get(str(wanted).lower(), wanted)
        return value, bool(truth) if isinstance(truth, int) else truth
    if isinstance(value, int) and isinstance(wanted, str):
        try:
            return value, int(wanted)
        except ValueError:
            return value, None
    if isinstance(value, str):
        return value.casefold(), None if wanted is None else str(wanted).casefold()
    return value, wanted


def _like(name: str, pattern: Any) -> Test:
    fits = re.compile(_expression(str(pattern)), re.IGNORECASE | re.DOTALL).fullmatch

    def test(row: Mapping[str, Any]) -> bool:
        value = _read(row, name)
        return value is not None and fits(str(value)) is not None

    return test


def _expression(pattern: str) -> str:
    made: list[str] = []
    at = 0
    while at < len(pattern):
        letter = pattern[at]
        end = pattern.find("]", at + 2) if letter == "[" else -1
        if end > 0:
            body = pattern[at + 1 : end]
            negated, body = ("^", body[1:]) if body[:1] == "^" else ("", body)
            inner = re.sub(r"([\\\]\[^])", r"\\\1", body)
            made.append(f"[{negated}{inner}]")
            at = end + 1
            continue
        made.append({"%": ".*", "_": "."}.get(letter, re.escape(letter)))
        at += 1
    return "".join(made)


__all__ = ["InvalidQuery", "Query", "Test", "UnknownProperty", "parse_filter", "parse_query"]
