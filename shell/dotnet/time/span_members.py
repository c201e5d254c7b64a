"""Static members of TimeSpan that create one from numbers of a unit or from text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from shell.dotnet.time.exact_formats import parse_span_exact
from shell.types import ClrType, Property, named
from shell.types.registry.declarations import add_methods
from shell.values.date_format import parse_span
from shell.values.errors import FormatException, OverflowException
from shell.values.objects import Int64, Value

_PROVIDER: Final = "System.IFormatProvider formatProvider"
_STYLES: Final = "System.Globalization.TimeSpanStyles styles"
_RESULT: Final = "ref timespan result -> bool"
_TAKES: Final = {
    "Day": ("int days, int hours, long minutes, long seconds, long milliseconds, long microseconds", 6),
    "Hour": ("int hours, long minutes, long seconds, long milliseconds, long microseconds", 5),
    "Minute": ("long minutes, long seconds, long milliseconds, long microseconds", 4),
    "Second": ("long seconds, long milliseconds, long microseconds", 3),
    "Millisecond": ("long milliseconds, long microseconds", 2),
}
"""The integer overloads of a unit; the smaller units are optional."""


def _text_reader(make: Callable[[int], Any]) -> tuple[Callable[..., Any], Callable[..., Any]]:
    def parse(text: str, provider: Value = None) -> Any:
        ticks = parse_span(text or "")
        if ticks is None:
            raise FormatException(f"String '{text}' was not recognized as a valid TimeSpan.")
        return make(ticks)

    def parse_exact(text: str, pattern: Any, provider: Value, styles: int = 0) -> Any:
        for each in pattern if isinstance(pattern, list) else [pattern]:
            ticks = parse_span_exact(text or "", each)
            if ticks is not None:
                return make(-ticks if int(styles) == 1 else ticks)
        raise FormatException(f"String '{text}' was not recognized as a valid TimeSpan.")

    return parse, parse_exact


def _trier(parse: Callable[..., Any], make: Callable[[int], Any]) -> Callable[..., bool]:
    def run(*arguments: Any) -> bool:
        *given, reference = arguments
        try:
            reference.value = parse(*given)
        except (FormatException, OverflowException):
            reference.value = make(0)
            return False
        return True

    return run


def _add_constants(target: ClrType, units: list[tuple[str, int]]) -> None:
    """Add `HoursPerDay` and its like; the first is Int32 in .NET, the others Int64."""
    for place, (name, ticks) in enumerate(units):
        for smaller, smaller_ticks in units[:place]:
            count = ticks // smaller_ticks
            kind, constant = ("int", count) if (smaller, name) == ("Hour", "Day") else ("long", Int64(count))
            target.add_property(Property(f"{smaller}sPer{name}", kind, lambda value=constant: value, static=True))


def _add_units(target: ClrType, units: list[tuple[str, int]], scaled: Callable[[float], Any]) -> None:
    for place, (name, ticks) in enumerate(units):
        sizes = [size for _, size in reversed(units[: place + 1])]

        def of_real(number: float, unit: int = ticks) -> Any:
            return scaled(number * unit)

        def of_whole(*numbers: int, sizes: list[int] = sizes) -> Any:
            return scaled(sum(int(number) * size for number, size in zip(numbers, sizes, strict=False)))

        parameters, count = _TAKES.get(name, ("long microseconds", 1))
        first, *rest = parameters.split(", ")
        optional = ", ".join([first, *(f"{each} = 0" for each in rest)])
        add_methods(target, [(f"From{name}s", "double value -> timespan", of_real)], static=True)
        add_methods(target, [(f"From{name}s", f"{first} -> timespan", of_whole)], static=True)
        if count > 1:
            add_methods(target, [(f"From{name}s", f"{optional} -> timespan", of_whole)], static=True)


def declare(make: Callable[[int], Any], ticks: dict[str, int], scaled: Callable[[float], Any]) -> None:
    """Attach them to TimeSpan. `make` takes ticks; `scaled` too, and raises OverflowException."""
    target = named("System.TimeSpan")
    units = list(ticks.items())
    _add_constants(target, units)
    _add_units(target, units, scaled)
    parse, parse_exact = _text_reader(make)
    shape, shapes = f"string input, string format, {_PROVIDER}", f"string input, string[] formats, {_PROVIDER}"
    exact = (shape, shapes, f"{shape}, {_STYLES}", f"{shapes}, {_STYLES}")
    add_methods(
        target,
        (
            ("Parse", f"string s -> timespan|string input, {_PROVIDER} -> timespan", parse),
            ("TryParse", f"string s, {_RESULT}|string input, {_PROVIDER}, {_RESULT}", _trier(parse, make)),
            ("ParseExact", "|".join(f"{each} -> timespan" for each in exact), parse_exact),
            ("TryParseExact", "|".join(f"{each}, {_RESULT}" for each in exact), _trier(parse_exact, make)),
        ),
        static=True,
    )
