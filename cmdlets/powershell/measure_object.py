"""Measure-Object: counts, sums and extremes of numbers; lines, words and characters of text."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from cmdlets.powershell.property_expression import PropertyExpression, parse_properties, read_property
from shell.engine.commands.cmdlet import Cmdlet, Example, parameter
from shell.engine.operators import operators
from shell.types.conversion.conversion import try_convert
from shell.types.conversion.text import net_string
from shell.types.members import access as members
from shell.types.registry.declarations import clr_class
from shell.types.registry.names import named
from shell.values.errors import ErrorCategory, NetException, PSArgumentException, PSInvalidOperationException
from shell.values.objects import AUTOMATION_NULL, MISSING, PSCustomObject, Value, unwrap


@clr_class("Microsoft.PowerShell.Commands.MeasureInfo", properties="Property:string=rw")
class MeasureInfo:
    """The base of what Measure-Object writes."""

    property: str | None = None


@clr_class(
    "Microsoft.PowerShell.Commands.GenericMeasureInfo",
    base="Microsoft.PowerShell.Commands.MeasureInfo",
    properties="Count:int Average:System.Nullable[System.Double] Sum:System.Nullable[System.Double]"
    " Maximum:System.Nullable[System.Double] Minimum:System.Nullable[System.Double]"
    " StandardDeviation:System.Nullable[System.Double]",
)
class GenericMeasureInfo(MeasureInfo):
    """Statistics of numbers."""

    def __init__(self) -> None:
        self.count = 0
        self.average: float | None = None
        self.sum: float | None = None
        self.maximum: Value = None
        self.minimum: Value = None
        self.standard_deviation: float | None = None


@clr_class(
    "Microsoft.PowerShell.Commands.GenericObjectMeasureInfo",
    base="Microsoft.PowerShell.Commands.MeasureInfo",
    properties="Count:int Average:System.Nullable[System.Double] Sum:System.Nullable[System.Double]"
    " Maximum:object Minimum:object StandardDeviation:System.Nullable[System.Double]",
)
class GenericObjectMeasureInfo(GenericMeasureInfo):
    """Statistics of things that are no numbers: text, dates."""


@clr_class(
    "Microsoft.PowerShell.Commands.TextMeasureInfo",
    base="Microsoft.PowerShell.Commands.MeasureInfo",
    properties="Lines:System.Nullable[System.Int32] Words:System.Nullable[System.Int32]"
    " Characters:System.Nullable[System.Int32]",
)
class TextMeasureInfo(MeasureInfo):
    """Counts of text."""

    def __init__(self) -> None:
        self.lines: int | None = None
        self.words: int | None = None
        self.characters: int | None = None


class Statistics:
    """What was measured of one property so far."""

    __slots__ = ("characters", "count", "lines", "maximum", "minimum", "sum", "variance", "words")

    def __init__(self) -> None:
        self.count = 0
        self.sum = 0.0
        self.variance = 0.0
        self.maximum: Value = None
        self.minimum: Value = None
        self.lines = self.words = self.characters = 0

    def add_number(self, number: float) -> None:
        """Add to sum and variance; Welford's method, one value at a time."""
        if self.count > 1:
            before = self.sum / (self.count - 1)
            self.variance *= (self.count - 2.0) / (self.count - 1)
            self.variance += (number - before) * (number - before) / self.count
        self.sum += number

    def add_text(self, text: str, ignore_white_space: bool) -> None:
        """Count lines, words and characters."""
        if not text:
            return
        self.lines += text.count("\n") + (not text.endswith("\n"))
        self.words += len(text.split())
        self.characters += len("".join(text.split())) if ignore_white_space else len(text)


_GENERIC = ("GenericMeasure",)
_TEXT = ("TextMeasure",)


class MeasureObject(
    Cmdlet,
    verb="Measure",
    noun="Object",
    module="Microsoft.PowerShell.Utility",
    default_set="GenericMeasure",
    output=("Microsoft.PowerShell.Commands.GenericMeasureInfo", "Microsoft.PowerShell.Commands.TextMeasureInfo"),
):
    """Count objects, and compute sums, averages and extremes of their properties.

    -Line, -Word and -Character measure text instead.
    """

    examples = (
        Example("1..4 | Measure-Object -Sum -Average", "The sum and the mean of numbers."),
        Example("'a b', 'c' | Measure-Object -Word", "How many words there are."),
    )

    input_object: Value = parameter("psobject", pipeline=True, default=MISSING, help="The objects to measure.")
    property: list[Value] = parameter(
        "Microsoft.PowerShell.Commands.PSPropertyExpression[]",
        position=0,
        not_null_or_empty=True,
        help="The properties to measure; the objects themselves without it.",
    )
    standard_deviation: bool = parameter("switch", sets=_GENERIC, help="Compute the standard deviation.")
    sum: bool = parameter("switch", sets=_GENERIC, help="Compute the sum.")
    all_stats: bool = parameter("switch", sets=_GENERIC, help="Compute everything.")
    average: bool = parameter("switch", sets=_GENERIC, help="Compute the mean.")
    maximum: bool = parameter("switch", sets=_GENERIC, help="Find the largest value.")
    minimum: bool = parameter("switch", sets=_GENERIC, help="Find the smallest value.")
    line: bool = parameter("switch", sets=_TEXT, help="Count lines.")
    word: bool = parameter("switch", sets=_TEXT, help="Count words.")
    character: bool = parameter("switch", sets=_TEXT, help="Count characters.")
    ignore_white_space: bool = parameter("switch", sets=_TEXT, help="Do not count white space as characters.")

    def begin(self) -> None:
        """Read the properties; nothing is measured yet."""
        self._statistics: dict[str, Statistics] = {}
        self._names: dict[str, str] = {}
        self._properties = parse_properties(self, self.property) if self.property else []
        self._non_numeric = False
        self._is_text = bool(self.line or self.word or self.character)
        everything = bool(self.all_stats)
        self._wants_deviation = everything or self.standard_deviation
        self._wants_sum = everything or self.sum
        self._wants_average = everything or self.average
        self._wants_maximum = everything or self.maximum
        self._wants_minimum = everything or self.minimum
        self._wants_number = self._wants_deviation or self._wants_sum or self._wants_average
        self._own = Statistics()
        self.fast_process = self._fast()

    def _fast(self) -> Callable[[Value], None]:
        """Return the function that measures one object of the pipeline."""
        own, measure = self._own, self._measure_one
        if self._properties or self._is_text or self._wants_maximum or self._wants_minimum or self._wants_deviation:
            return measure

        def add(value: Value) -> None:
            if type(value) is int or type(value) is float:
                own.count += 1
                own.sum += value
            else:
                measure(value)

        return add

    def process(self) -> None:
        """Measure one object."""
        if self.input_object is not MISSING:
            self._measure_one(self.input_object)

    def _measure_one(self, value: Value) -> None:
        if value is None or value is AUTOMATION_NULL:
            return
        if self._properties:
            self._measure_properties(value)
        else:
            self._measure(self._own, unwrap(value))

    def end(self) -> None:
        """Write one result a property."""
        if not self.property:
            self.write(self._result(self._own))
            return
        for key, statistics in self._statistics.items():
            if statistics.count == 0:
                self._not_found(self._names[key])
                continue
            result = self._result(statistics)
            result.property = self._names[key]
            self.write(result)

    # --- measuring ---

    def _measure_properties(self, value: Value) -> None:
        done: set[str] = set()
        for expression in self._properties:
            if type(value) is PSCustomObject and expression.block is None:
                name = expression.text
                found = value.members.get(name, MISSING)
                if found is not MISSING and not isinstance(found, members.ExtendedMember):
                    if name.lower() not in done:
                        done.add(name.lower())
                        self._measure(self._entry(name), unwrap(found))
                    continue
            self._measure_resolved(expression, value, done)

    def _measure_resolved(self, expression: PropertyExpression, value: Value, done: set[str]) -> None:
        if expression.block is not None:
            self._measure(self._entry(expression.text), unwrap(expression.value(value, self.session)))
            return
        names = expression.names(value)
        if not names and not expression.has_wildcards:
            self._entry(expression.text)
        for name in names:
            if name.lower() in done:
                continue
            done.add(name.lower())
            try:
                found = read_property(value, name, self.session)
            except NetException:
                found = None
            self._measure(self._entry(name), unwrap(found))

    def _entry(self, name: str) -> Statistics:
        key = name.lower()
        found = self._statistics.get(key)
        if found is None:
            found = self._statistics[key] = Statistics()
            self._names[key] = name
        return found

    def _measure(self, statistics: Statistics, value: Value) -> None:
        statistics.count += 1
        if self._is_text:
            statistics.add_text("" if value is None else net_string(value), self.ignore_white_space)
            return
        if self._wants_number:
            number = _to_double(value)
            if number is None:
                self._non_numeric = True
                self.write_error(
                    self.error(
                        f'Input object "{net_string(value)}" is not numeric.',
                        "NonNumericInputObject",
                        ErrorCategory.InvalidType,
                        value,
                        exception=PSInvalidOperationException,
                    )
                )
                return
            statistics.add_number(number)
        if self._wants_minimum and _replaces(value, statistics.minimum, 1):
            statistics.minimum = value
        if self._wants_maximum and _replaces(value, statistics.maximum, -1):
            statistics.maximum = value

    # --- results ---

    def _result(self, statistics: Statistics) -> MeasureInfo:
        if self._is_text:
            return self._text_result(statistics)
        maximum, minimum = statistics.maximum, statistics.minimum
        numbers = [None if each is None else _to_double(each) for each in (maximum, minimum)]
        is_numeric = all(
            number is not None or each is None for number, each in zip(numbers, (maximum, minimum), strict=True)
        )
        result = GenericMeasureInfo() if is_numeric else GenericObjectMeasureInfo()
        result.count = statistics.count
        result.maximum, result.minimum = numbers if is_numeric else (maximum, minimum)
        if self._non_numeric:
            return result
        if self._wants_sum:
            result.sum = float(statistics.sum)
        if self._wants_average and statistics.count:
            result.average = statistics.sum / statistics.count
        if self._wants_deviation:
            result.standard_deviation = math.sqrt(statistics.variance)
        return result

    def _text_result(self, statistics: Statistics) -> MeasureInfo:
        result = TextMeasureInfo()
        if self.line:
            result.lines = statistics.lines
        if self.word:
            result.words = statistics.words
        if self.character:
            result.characters = statistics.characters
        return result

    def _not_found(self, name: str) -> None:
        """A property that no object has is an error in strict mode only."""
        if not is_strict(self):
            return
        self.write_error(
            self.error(
                f'The property "{name}" cannot be found in the input for any objects.',
                "TextMeasurePropertyNotFound" if self._is_text else "GenericMeasurePropertyNotFound",
                ErrorCategory.InvalidArgument,
                exception=PSArgumentException,
            )
        )


def is_strict(command: Cmdlet) -> bool:
    """True where Set-StrictMode asks for version 2 or later."""
    for scope in command.session.scope.chain():
        if scope.strict is not None:
            return scope.strict >= (2,)
        if scope.is_outermost:
            break
    return False


def _to_double(value: Value) -> float | None:
    if type(value) is float:
        return value
    if type(value) is int:
        return float(value)
    done, number = try_convert(value, named("System.Double"))
    return number if done else None


def _replaces(value: Value, known: Value, sign: int) -> bool:
    """True if a value is smaller (sign 1) or larger (-1) than the one known; numbers in text count as numbers."""
    if known is None:
        return True
    current: Any = value
    best: Any = known
    if type(value) is not int or type(known) is not int:
        current, best = _as_number(value), _as_number(known)
        if current is not None and type(current) is not type(best):
            current, best = net_string(current), net_string(best)
    try:
        return operators.compare(best, current, False) * sign > 0
    except NetException:
        return False


def _as_number(value: Value) -> Value:
    if value is None:
        return None
    number = _to_double(value)
    return value if number is None else number
