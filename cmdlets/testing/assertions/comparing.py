"""-BeGreaterThan and its like, -BeLike, -Match."""

from __future__ import annotations

from collections.abc import Callable

from cmdlets.testing.assertions.check import Check, Operator, Test
from shell.engine.operators.operators import compare
from shell.types.conversion.text import to_string
from shell.values.patterns.regular_expressions import compile_pattern
from shell.values.wildcard import wildcard_matcher

NEITHER = 2
"""The order of what has none: NaN."""

_WORDS = {">": "greater than", "<": "less than", ">=": "greater than or equal to", "<=": "less than or equal to"}
_OPPOSITES = {">": "<=", "<": ">=", ">=": "<", "<=": ">"}
_HOLDS: dict[str, Callable[[int], bool]] = {
    ">": lambda order: order > 0,
    "<": lambda order: order < 0,
    ">=": lambda order: order >= 0,
    "<=": lambda order: order <= 0,
}


def _ordered(sign: str) -> Test:
    def test(check: Check) -> str | None:
        wanted = _OPPOSITES[sign] if check.negate else sign
        order = compare(check.actual, check.expected, True)
        if order != NEITHER and _HOLDS[wanted](order):
            return None
        return (
            f"Expected the actual value to be {_WORDS[wanted]} {check.show(check.expected)},{check.because}"
            f" but got {check.show(check.actual)}."
        )

    return test


def _like(ignore_case: bool) -> Test:
    case = "" if ignore_case else " case sensitively"

    def test(check: Check) -> str | None:
        pattern = to_string(check.expected, check.session)
        found = wildcard_matcher(pattern, ignore_case)(to_string(check.actual, check.session))
        if found != check.negate:
            return None
        return (
            f"Expected{case} like wildcard {check.show(check.expected)} to {'not ' * check.negate}match"
            f" {check.show(check.actual)},{check.because} but it did {'' if check.negate else 'not '}match."
        )

    return test


def _matching(ignore_case: bool) -> Test:
    case = "" if ignore_case else "case sensitively "

    def test(check: Check) -> str | None:
        pattern = compile_pattern(to_string(check.given.get("regularexpression"), check.session), int(ignore_case))
        found = pattern.code.search(to_string(check.actual, check.session)) is not None
        if found != check.negate:
            return None
        return (
            f"Expected regular expression {check.show(check.given.get('regularexpression'))} to"
            f" {'not ' * check.negate}{case}match {check.show(check.actual)},{check.because}"
            f" but it did {'' if check.negate else 'not '}match."
        )

    return test


OPERATORS = (
    Operator("BeGreaterThan", _ordered(">"), "GT"),
    Operator("BeLessThan", _ordered("<"), "LT"),
    Operator("BeGreaterOrEqual", _ordered(">="), "GE"),
    Operator("BeLessOrEqual", _ordered("<="), "LE"),
    Operator("BeLike", _like(True)),
    Operator("BeLikeExactly", _like(False)),
    Operator("Match", _matching(True), parameters=("RegularExpression",)),
    Operator("MatchExactly", _matching(False), "CMATCH", parameters=("RegularExpression",)),
)

__all__ = ["OPERATORS"]
