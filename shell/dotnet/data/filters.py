"""Expressions of System.Data, as in DataTable.Select, DataView.RowFilter and DataColumn.Expression.

Precedence, lowest first: OR; AND; NOT; comparison, LIKE, IN, IS NULL; + -; * / %; sign. Texts compare without case.
An operation with null gives null, which counts as false.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final, TypeAlias

from shell.dotnet.system.nulls import DB_NULL
from shell.types import named, type_of
from shell.types.conversion.conversion import convert, to_bool
from shell.types.conversion.text import to_string
from shell.types.operators import calculation, comparison
from shell.values.errors import NetException
from shell.values.exceptions import CLASSES
from shell.values.objects import Value
from shell.values.wildcard import wildcard_matcher

Read: TypeAlias = Callable[[str], Value]
"""Returns the value of a column in the current row."""
Eval: TypeAlias = Callable[[Read], Value]

_EvaluateException: Final = CLASSES["System.Data.EvaluateException"]
_SyntaxErrorException: Final = CLASSES["System.Data.SyntaxErrorException"]

_TOKEN: Final = re.compile(
    r"\s*(?:(?P<number>\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+)|'(?P<text>(?:[^']|'')*)'|\#(?P<date>[^#]*)\#"
    r"|\[(?P<quoted>(?:\\.|[^\]])*)\]|`(?P<ticked>[^`]*)`|(?P<word>\w+)|(?P<sign><>|<=|>=|[-+*/%=<>(),]))"
)
_COMPARISONS: Final[dict[str, Callable[[int], bool]]] = {
    "=": lambda order: order == 0,
    "<>": lambda order: order != 0,
    "<": lambda order: order < 0,
    ">": lambda order: order > 0,
    "<=": lambda order: order <= 0,
    ">=": lambda order: order >= 0,
}
_CONSTANTS: Final[dict[str, Value]] = {"true": True, "false": False, "null": DB_NULL}
_FUNCTIONS: Final = frozenset(("len", "isnull", "iif", "trim", "substring", "convert"))


def column_missing(name: str) -> NetException:
    """Return the error of an expression with an unknown column."""
    return _EvaluateException(f"Cannot find column [{name}].")


class _Parser:
    def __init__(self, text: str) -> None:
        self._tokens: list[tuple[str, str]] = []
        place = 0
        while text[place:].strip():
            found = _TOKEN.match(text, place)
            if found is None:
                raise _SyntaxErrorException(
                    f"The expression contains unsupported character '{text[place:].strip()[0]}'."
                )
            kind = found.lastgroup or ""
            self._tokens.append((kind, found[kind]))
            place = found.end()
        self._place = 0

    def parse(self) -> Eval:
        made = self._either()
        if self._place < len(self._tokens):
            raise _SyntaxErrorException(
                f"Syntax error: Missing operand after '{self._tokens[self._place][1]}' operator."
            )
        return made

    # --- tokens ---

    def _next(self, *words: str) -> str:
        """Return and consume the next token if it is one of some operators or keywords."""
        if self._place >= len(self._tokens):
            return ""
        kind, text = self._tokens[self._place]
        if kind not in ("sign", "word") or text.lower() not in words:
            return ""
        self._place += 1
        return text.lower()

    def _expect(self, sign: str) -> None:
        if not self._next(sign):
            raise _SyntaxErrorException("The expression is missing the closing parenthesis.")

    # --- levels ---

    def _either(self) -> Eval:
        left = self._both()
        while self._next("or"):
            left = _logical(left, self._both(), True)
        return left

    def _both(self) -> Eval:
        left = self._negated()
        while self._next("and"):
            left = _logical(left, self._negated(), False)
        return left

    def _negated(self) -> Eval:
        if self._next("not"):
            inner = self._negated()
            return lambda read: not _true(inner(read))
        return self._compared()

    def _compared(self) -> Eval:
        left = self._sum()
        sign = self._next(*_COMPARISONS)
        if sign:
            return _comparison(left, self._sum(), sign)
        if self._next("is"):
            wanted = not self._next("not")
            if not self._next("null"):
                raise _SyntaxErrorException("Syntax error: Missing operand after 'Is' operator.")
            return lambda read: (left(read) is DB_NULL) is wanted
        negate = bool(self._next("not"))
        test: Eval | None = None
        if self._next("like"):
            test = _like(left, self._sum())
        elif self._next("in"):
            test = self._among(left)
        if test is None:
            return left
        found = test
        return (lambda read: not _true(found(read))) if negate else found

    def _among(self, left: Eval) -> Eval:
        self._expect("(")
        tests = [_comparison(left, self._sum(), "=")]
        while self._next(","):
            tests.append(_comparison(left, self._sum(), "="))
        self._expect(")")
        return lambda read: any(_true(test(read)) for test in tests)

    def _sum(self) -> Eval:
        left = self._product()
        while sign := self._next("+", "-"):
            left = _calculation(left, self._product(), calculation.add if sign == "+" else calculation.subtract)
        return left

    def _product(self) -> Eval:
        left = self._signed()
        while sign := self._next("*", "/", "%"):
            left = _calculation(left, self._signed(), _PRODUCTS[sign])
        return left

    def _signed(self) -> Eval:
        if self._next("-"):
            return _calculation(lambda read: 0, self._signed(), calculation.subtract)
        self._next("+")
        return self._operand()

    def _operand(self) -> Eval:
        if self._next("("):
            inner = self._either()
            self._expect(")")
            return inner
        if self._place >= len(self._tokens):
            last = self._tokens[-1][1] if self._tokens else ""
            raise _SyntaxErrorException(f"Syntax error: Missing operand after '{last}' operator.")
        kind, text = self._tokens[self._place]
        self._place += 1
        if kind in ("number", "text", "date"):
            value = _literal(kind, text)
            return lambda read: value
        if kind in ("quoted", "ticked"):
            name = re.sub(r"\\(.)", r"\1", text)
            return lambda read: read(name)
        if kind != "word":
            raise _SyntaxErrorException(f"Syntax error: Missing operand before '{text}' operator.")
        if text.lower() in _CONSTANTS:
            constant = _CONSTANTS[text.lower()]
            return lambda read: constant
        if self._next("("):
            return self._call(text)
        return lambda read: read(text)

    def _call(self, name: str) -> Eval:
        arguments = []
        if not self._next(")"):
            arguments.append(self._either())
            while self._next(","):
                arguments.append(self._either())
            self._expect(")")
        if name.lower() not in _FUNCTIONS:
            raise _EvaluateException(f"The expression contains undefined function call {name}().")
        return lambda read: _function(name.lower(), arguments, read)


def _literal(kind: str, text: str) -> Value:
    if kind == "number":
        return int(text) if text.isdigit() and int(text) < 2**31 else convert(text, named("System.Double"))
    return convert(text, named("System.DateTime")) if kind == "date" else text.replace("''", "'")


def _true(value: Value) -> bool:
    return value is not DB_NULL and to_bool(value)


def _logical(left: Eval, right: Eval, either: bool) -> Eval:
    if either:
        return lambda read: _true(left(read)) or _true(right(read))
    return lambda read: _true(left(read)) and _true(right(read))


def _comparison(left: Eval, right: Eval, sign: str) -> Eval:
    decide = _COMPARISONS[sign]

    def run(read: Read) -> Value:
        one, other = left(read), right(read)
        if one is DB_NULL or other is DB_NULL:
            return DB_NULL
        try:
            if isinstance(one, str) and not isinstance(other, str):
                one = convert(one, type_of(other))
            return decide(comparison.compare(one, other))
        except NetException:
            raise _EvaluateException(
                f"Cannot perform '{sign}' operation on {type_of(one).name} and {type_of(other).name}."
            ) from None

    return run


def _calculation(left: Eval, right: Eval, operate: Callable[[Value, Value], Value]) -> Eval:
    def run(read: Read) -> Value:
        one, other = left(read), right(read)
        return DB_NULL if one is DB_NULL or other is DB_NULL else operate(one, other)

    return run


_PRODUCTS: Final[dict[str, Callable[[Value, Value], Value]]] = {
    "*": calculation.multiply,
    "/": calculation.divide,
    "%": calculation.remainder,
}


def _like(left: Eval, right: Eval) -> Eval:
    """Match LIKE: `*` and `%` at the ends are wildcards, in brackets they are literal."""

    def run(read: Read) -> Value:
        one, other = left(read), right(read)
        if one is DB_NULL or other is DB_NULL:
            return DB_NULL
        pattern = re.sub(r"\[([*%\[\]])\]|%|\?", _wild, to_string(other))
        return wildcard_matcher(pattern, True)(to_string(one))

    return run


def _wild(found: re.Match[str]) -> str:
    if found[1]:
        return "`" + found[1]
    return "*" if found[0] == "%" else "`?"


def _function(name: str, arguments: list[Eval], read: Read) -> Value:
    if name == "iif":
        return arguments[1 if _true(arguments[0](read)) else 2](read)
    values: list[Any] = [each(read) for each in arguments]
    first = values[0]
    if name == "isnull":
        return values[1] if first is DB_NULL else first
    if first is DB_NULL:
        return DB_NULL
    if name == "len":
        return len(to_string(first))
    if name == "trim":
        return to_string(first).strip()
    if name == "substring":
        start = int(values[1]) - 1
        return to_string(first)[start : start + int(values[2])]
    wanted = named(to_string(values[1]))
    return convert(first, wanted)


def parse_filter(text: str) -> Eval:
    """Compile an expression; raises SyntaxErrorException and EvaluateException."""
    return _Parser(text).parse()


def row_test(text: str) -> Callable[[Read], bool]:
    """Compile a row filter; an empty filter accepts every row."""
    if not text.strip():
        return lambda read: True
    evaluate = parse_filter(text)
    return lambda read: _true(evaluate(read))


__all__ = ["Eval", "Read", "column_missing", "parse_filter", "row_test"]
