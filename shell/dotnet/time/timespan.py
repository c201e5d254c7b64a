"""System.TimeSpan: a span of time in ticks of 100 nanoseconds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from shell.dotnet.time import span_members
from shell.lazy import lazy
from shell.types import named
from shell.types.registry.declarations import clr_class, clr_constructor, clr_method, clr_property
from shell.values.culture import INVARIANT, Culture, current
from shell.values.date_format import constant_span, format_span
from shell.values.errors import ArgumentException, DivideByZeroException, OverflowException
from shell.values.objects import Int64, Value

if TYPE_CHECKING:
    from shell.types.operators import arithmetic
else:
    arithmetic = lazy("shell.types.operators.arithmetic", globals())


TICKS: Final = {
    "Microsecond": 10,
    "Millisecond": 10_000,
    "Second": 10_000_000,
    "Minute": 600_000_000,
    "Hour": 36_000_000_000,
    "Day": 864_000_000_000,
}
MAXIMUM: Final = 2**63 - 1


def _too_long() -> OverflowException:
    return OverflowException("TimeSpan overflowed because the duration is too long.")


def _whole(number: int, unit: int, size: int) -> int:
    quotient = abs(number) // unit
    rest = quotient % size if size else quotient
    return -rest if number < 0 else rest


@clr_class(
    "System.TimeSpan",
    "System.ValueType",
    interfaces="System.IComparable System.IFormattable",
    constants={
        "NanosecondsPerTick": Int64(100),
        **{f"TicksPer{name}": Int64(ticks) for name, ticks in TICKS.items()},
    },
)
class TimeSpan:
    """A time span."""

    __slots__ = ("ticks",)

    def __init__(self, ticks: int) -> None:
        if not -MAXIMUM - 1 <= ticks <= MAXIMUM:
            raise _too_long()
        self.ticks = int(ticks)

    # --- Python's view ---

    def __eq__(self, other: object) -> bool:
        return isinstance(other, TimeSpan) and self.ticks == other.ticks

    def __lt__(self, other: TimeSpan) -> bool:
        return self.ticks < other.ticks

    def __gt__(self, other: TimeSpan) -> bool:
        return self.ticks > other.ticks

    def __hash__(self) -> int:
        return hash(("TimeSpan", self.ticks))

    def __str__(self) -> str:
        return constant_span(self.ticks)

    def __repr__(self) -> str:
        return f"TimeSpan({self})"

    def to_format(self, pattern: str, culture: Culture) -> str:
        """Format by .NET's format strings."""
        return format_span(self, pattern, culture)

    @property
    def total_seconds(self) -> float:
        """Return the span in seconds."""
        return self.ticks / TICKS["Second"]

    # --- constructors ---

    @clr_constructor("long ticks")
    @staticmethod
    def of_ticks(ticks: int) -> TimeSpan:
        """Create a span from ticks."""
        return TimeSpan(ticks)

    @clr_constructor("int hours, int minutes, int seconds")
    @staticmethod
    def of_time(hours: int, minutes: int, seconds: int) -> TimeSpan:
        """Create a span from hours, minutes and seconds."""
        return TimeSpan.of_parts(0, hours, minutes, seconds)

    @clr_constructor("int days, int hours, int minutes, int seconds")
    @clr_constructor("int days, int hours, int minutes, int seconds, int milliseconds")
    @clr_constructor("int days, int hours, int minutes, int seconds, int milliseconds, int microseconds")
    @staticmethod
    def of_parts(
        days: int, hours: int, minutes: int, seconds: int, milliseconds: int = 0, microseconds: int = 0
    ) -> TimeSpan:
        """Create a span from all parts."""
        total = ((days * 24 + hours) * 60 + minutes) * 60 + seconds
        return TimeSpan(total * TICKS["Second"] + milliseconds * 10_000 + microseconds * 10)

    # --- properties ---

    @clr_property("Ticks", "long")
    def get_ticks(self) -> Value:
        """Return the ticks."""
        return Int64(self.ticks)

    @clr_property("Days", "int")
    def days(self) -> int:
        """Return the whole days."""
        return _whole(self.ticks, TICKS["Day"], 0)

    @clr_property("Hours", "int")
    def hours(self) -> int:
        """Return the hours within the day."""
        return _whole(self.ticks, TICKS["Hour"], 24)

    @clr_property("Milliseconds", "int")
    def milliseconds(self) -> int:
        """Return the milliseconds within the second."""
        return _whole(self.ticks, TICKS["Millisecond"], 1000)

    @clr_property("Microseconds", "int")
    def microseconds(self) -> int:
        """Return the microseconds within the millisecond."""
        return _whole(self.ticks, TICKS["Microsecond"], 1000)

    @clr_property("Nanoseconds", "int")
    def nanoseconds(self) -> int:
        """Return the nanoseconds within the microsecond."""
        return _whole(self.ticks, 1, 10) * 100

    @clr_property("Minutes", "int")
    def minutes(self) -> int:
        """Return the minutes within the hour."""
        return _whole(self.ticks, TICKS["Minute"], 60)

    @clr_property("Seconds", "int")
    def seconds(self) -> int:
        """Return the seconds within the minute."""
        return _whole(self.ticks, TICKS["Second"], 60)

    @clr_property("TotalDays", "double")
    def total_days(self) -> float:
        """Return the span in days."""
        return self.ticks / TICKS["Day"]

    @clr_property("TotalHours", "double")
    def total_hours(self) -> float:
        """Return the span in hours."""
        return self.ticks / TICKS["Hour"]

    @clr_property("TotalMilliseconds", "double")
    def total_milliseconds(self) -> float:
        """Return the span in milliseconds."""
        return self.ticks / TICKS["Millisecond"]

    @clr_property("TotalMicroseconds", "double")
    def total_microseconds(self) -> float:
        """Return the span in microseconds."""
        return self.ticks / TICKS["Microsecond"]

    @clr_property("TotalNanoseconds", "double")
    def total_nanoseconds(self) -> float:
        """Return the span in nanoseconds."""
        return self.ticks * 100.0

    @clr_property("TotalMinutes", "double")
    def total_minutes(self) -> float:
        """Return the span in minutes."""
        return self.ticks / TICKS["Minute"]

    @clr_property("TotalSeconds", "double")
    def get_total_seconds(self) -> float:
        """Return the span in seconds."""
        return self.total_seconds

    # --- methods ---

    @clr_method("Add", "timespan ts -> timespan")
    def add(self, other: TimeSpan) -> TimeSpan:
        """Return the sum."""
        return TimeSpan(self.ticks + other.ticks)

    @clr_method("Subtract", "timespan ts -> timespan")
    def subtract(self, other: TimeSpan) -> TimeSpan:
        """Return the difference."""
        return TimeSpan(self.ticks - other.ticks)

    @clr_method("Multiply", "double factor -> timespan")
    def multiply(self, factor: float) -> TimeSpan:
        """Return the product."""
        return _scaled(self.ticks * factor)

    @clr_method("Divide", "double divisor -> timespan")
    def divide(self, divisor: float) -> TimeSpan:
        """Return the quotient."""
        return _divided(self, divisor)

    @clr_method("Divide", "timespan ts -> double")
    def ratio(self, other: TimeSpan) -> float:
        """Return the ratio of two spans."""
        return _ratio(self, other)

    @clr_method("Duration", "-> timespan")
    def duration(self) -> TimeSpan:
        """Return the absolute value."""
        return TimeSpan(abs(self.ticks))

    @clr_method("Negate", "-> timespan")
    def negate(self) -> TimeSpan:
        """Return the negated span."""
        return TimeSpan(-self.ticks)

    @clr_method("CompareTo", "object value -> int")
    @clr_method("CompareTo", "timespan value -> int")
    def compare_to(self, other: Value) -> int:
        """Compare: return -1, 0 or 1."""
        if other is None:
            return 1
        if not isinstance(other, TimeSpan):
            raise ArgumentException("Object must be of type TimeSpan.")
        return (self.ticks > other.ticks) - (self.ticks < other.ticks)

    @clr_method("Equals", "object value -> bool")
    @clr_method("Equals", "timespan obj -> bool")
    def equals(self, other: Value) -> bool:
        """Return True if both are equal."""
        return bool(self == other)

    @clr_method("ToString", "-> string")
    @clr_method("ToString", "string format -> string")
    @clr_method("ToString", "string format, System.IFormatProvider formatProvider -> string")
    def to_string(self, pattern: str = "", provider: Value = None) -> str:
        """Format by a pattern and a culture."""
        return format_span(self, pattern or "", current())

    # --- static ---

    @clr_property("Zero", "timespan", static=True)
    @staticmethod
    def zero() -> TimeSpan:
        """Return the span of zero."""
        return TimeSpan(0)

    @clr_property("MaxValue", "timespan", static=True)
    @staticmethod
    def max_value() -> TimeSpan:
        """Return the longest span."""
        return TimeSpan(MAXIMUM)

    @clr_property("MinValue", "timespan", static=True)
    @staticmethod
    def min_value() -> TimeSpan:
        """Return the longest negative span."""
        return TimeSpan(-MAXIMUM - 1)

    @clr_method("FromTicks", "long value -> timespan", static=True)
    @staticmethod
    def from_ticks(value: int) -> TimeSpan:
        """Create a span from ticks."""
        return TimeSpan(value)

    @clr_method("Compare", "timespan t1, timespan t2 -> int", static=True)
    @staticmethod
    def compare(one: TimeSpan, other: TimeSpan) -> int:
        """Compare: return -1, 0 or 1."""
        return (one.ticks > other.ticks) - (one.ticks < other.ticks)

    # --- operators ---

    @clr_method("op_Addition", "timespan t1, timespan t2 -> timespan", static=True)
    @staticmethod
    def op_addition(one: TimeSpan, other: TimeSpan) -> TimeSpan:
        """`+`."""
        return one.add(other)

    @clr_method("op_Subtraction", "timespan t1, timespan t2 -> timespan", static=True)
    @staticmethod
    def op_subtraction(one: TimeSpan, other: TimeSpan) -> TimeSpan:
        """`-`."""
        return one.subtract(other)

    @clr_method("op_Multiply", "timespan timeSpan, double factor -> timespan", static=True)
    @staticmethod
    def op_multiply(span: TimeSpan, factor: float) -> TimeSpan:
        """`*`."""
        return _scaled(span.ticks * factor)

    @clr_method("op_Multiply", "double factor, timespan timeSpan -> timespan", static=True)
    @staticmethod
    def op_multiply_left(factor: float, span: TimeSpan) -> TimeSpan:
        """`*`."""
        return _scaled(span.ticks * factor)

    @clr_method("op_Division", "timespan timeSpan, double divisor -> timespan", static=True)
    @staticmethod
    def op_division(span: TimeSpan, divisor: float) -> TimeSpan:
        """`/`."""
        return _divided(span, divisor)

    @clr_method("op_Division", "timespan t1, timespan t2 -> double", static=True)
    @staticmethod
    def op_ratio(one: TimeSpan, other: TimeSpan) -> float:
        """`/`."""
        return _ratio(one, other)

    @clr_method("op_UnaryNegation", "timespan t -> timespan", static=True)
    @staticmethod
    def op_negation(span: TimeSpan) -> TimeSpan:
        """`-`."""
        return span.negate()


def _scaled(ticks: float) -> TimeSpan:
    if ticks != ticks:
        raise ArgumentException("TimeSpan does not accept floating point Not-a-Number values.")
    if abs(ticks) > MAXIMUM:
        raise _too_long()
    return TimeSpan(round(ticks))


def _divided(span: TimeSpan, divisor: float) -> TimeSpan:
    if divisor == 0:
        raise (
            _too_long()
            if span.ticks
            else ArgumentException("TimeSpan does not accept floating point Not-a-Number values.")
        )
    return _scaled(span.ticks / divisor)


def _ratio(one: TimeSpan, other: TimeSpan) -> float:
    if other.ticks == 0:
        return float(arithmetic.divide(float(one.ticks), 0.0))
    return one.ticks / other.ticks


named("System.TimeSpan").data["default"] = TimeSpan(0)
span_members.declare(TimeSpan, TICKS, _scaled)

__all__ = ["INVARIANT", "DivideByZeroException", "TimeSpan"]
