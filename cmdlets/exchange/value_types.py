"""Exchange's value types as scripts see them: their .NET names, members, and conversions from text and numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final

from organization.objects.send_connector import AddressSpace
from organization.values.errors import BadValue
from organization.values.network import IPBinding, IPRange
from organization.values.size import ByteQuantifiedSize
from organization.values.timespan import TICKS_A_SECOND, EnhancedTimeSpan
from organization.values.unlimited import UNLIMITED, Unlimited
from organization.values.version import ServerVersion
from shell.lazy import lazy
from shell.types import ClrType, Method, Property, close_generic, named, register, register_generic, type_of
from shell.types.conversion import cast_errors
from shell.types.conversion.text import to_string
from shell.types.registry.declarations import clr_class, clr_constructor, clr_method, clr_property
from shell.values.errors import (
    ArgumentException,
    DivideByZeroException,
    FormatException,
    InvalidOperationException,
    NetException,
    OverflowException,
    PSInvalidCastException,
)
from shell.values.objects import Int64, UInt64, Value, unwrap

if TYPE_CHECKING:
    from shell.dotnet.time import timespan
    from shell.types.conversion import conversion
else:
    timespan = lazy("shell.dotnet.time.timespan", globals())
    conversion = lazy("shell.types.conversion.conversion", globals())


DATA: Final = "Microsoft.Exchange.Data."
_COMPARABLE: Final = "System.IComparable"


def net_exception(error: BadValue) -> NetException:
    """Return the .NET exception for a text that is no value."""
    kind = OverflowException if error.exception == "OverflowException" else FormatException
    return kind(error.text)


def _converter(kind: Any, accepts: tuple[type, ...], by_text: str) -> Callable[[Value], Any]:
    """Return a type's own conversion step: `accepts` are converted directly, types in `by_text` through text."""

    def convert(value: Value) -> Any:
        if isinstance(value, bool) or not (isinstance(value, accepts) or type_of(value).name in by_text.split()):
            return NotImplemented
        try:
            return kind.convert(value if isinstance(value, accepts) else to_string(value))
        except BadValue as error:
            target = named(NAMES[kind])
            raise cast_errors.because(value, target, "InvalidCastParseTargetInvocation", net_exception(error)) from None

    return convert


NAMES: Final[dict[type, str]] = {}
"""The full names of the value types, by their Python classes."""


def declare_value(
    kind: type,
    name: str,
    *,
    base: str = "System.ValueType",
    properties: str = "",
    accepts: tuple[type, ...] = (str,),
    by_text: str = "",
    interfaces: str = _COMPARABLE,
    namespace: str = DATA,
) -> Callable[[type], type]:
    """Register `kind` as a .NET type with the members of the decorated class, and with `Parse`."""
    full = namespace + name
    NAMES[kind] = full

    def declare(holder: type) -> type:
        clr_class(full, base, properties, python_class=kind, interfaces=interfaces)(holder)
        target = named(full)
        target.data["convert"] = _converter(kind, accepts, by_text)
        _add_parse(target, kind)
        if interfaces:
            add_comparison(target)
        return holder

    return declare


def _add_parse(target: ClrType, kind: Any) -> None:
    def parse(text: str) -> Any:
        try:
            return kind.parse(text)
        except BadValue as error:
            raise net_exception(error) from None

    target.add_method(Method("Parse", f"string expression -> {target.name}", parse, static=True))


def add_comparison(target: ClrType) -> None:
    """Add CompareTo and Equals to a type, by the order and the equality of its Python class."""

    def compare(one: Any, other: Value) -> int:
        other = unwrap(other)
        if other is None:
            return 1
        if not isinstance(other, type(one)):
            raise ArgumentException(f"Object must be of type {target.name}.")
        return int(one > other) - int(one < other)

    target.add_method(Method("CompareTo", "object value -> int", compare))
    target.add_method(Method("Equals", "object obj -> bool", lambda one, other: bool(one == unwrap(other))))


def add_operators(target: ClrType, operators: Mapping[str, tuple[str, Callable[[Any, Any], Any]]]) -> None:
    """Add .NET's operator methods to a type: name -> (the type of the right side and of the result, function)."""
    for name, (signature, function) in operators.items():
        right, _, result = signature.partition(" -> ")
        target.add_method(Method(name, f"{target.name} left, {right} right -> {result}", function, static=True))


@declare_value(ByteQuantifiedSize, "ByteQuantifiedSize", accepts=(str, int, float))
class _Size:
    @clr_method("ToBytes", " -> ulong")
    def to_bytes(self: Any) -> int:
        return UInt64(self.to_bytes())

    @clr_method("ToKB", " -> ulong")
    def to_kb(self: Any) -> int:
        return UInt64(self.to_kb())

    @clr_method("ToMB", " -> ulong")
    def to_mb(self: Any) -> int:
        return UInt64(self.to_mb())

    @clr_method("ToGB", " -> ulong")
    def to_gb(self: Any) -> int:
        return UInt64(self.to_gb())

    @clr_method("ToTB", " -> ulong")
    def to_tb(self: Any) -> int:
        return UInt64(self.to_tb())

    @clr_constructor("ulong bytes")
    @staticmethod
    def make(count: int) -> ByteQuantifiedSize:
        return ByteQuantifiedSize(int(count))

    @clr_method("RoundUpToUnit", "string quantifier -> Microsoft.Exchange.Data.ByteQuantifiedSize")
    def round_up(self: Any, quantifier: str) -> ByteQuantifiedSize:
        unit = ByteQuantifiedSize.parse(f"1{quantifier}").bytes
        return ByteQuantifiedSize(-(-self.bytes // unit) * unit)


_SIZE: Final = named(NAMES[ByteQuantifiedSize])
for _power, _unit in enumerate(("Bytes", "KB", "MB", "GB", "TB")):
    _SIZE.add_method(
        Method(
            f"From{_unit}",
            f"ulong value -> {_SIZE.name}",
            lambda value, scale=1024**_power: sized(int(value) * scale),
            static=True,
        )
    )
for _name, _size in (("Zero", 0), ("MinValue", 0), ("MaxValue", 2**64 - 1)):
    _SIZE.add_property(Property(_name, _SIZE.name, lambda size=_size: ByteQuantifiedSize(size), static=True))


def sized(count: int) -> ByteQuantifiedSize:
    """Return a size; OverflowException for a value outside its range."""
    try:
        return ByteQuantifiedSize(count)
    except BadValue as error:
        raise net_exception(error) from None


def _quotient(size: ByteQuantifiedSize, divisor: int) -> ByteQuantifiedSize:
    if divisor == 0:
        raise DivideByZeroException("Attempted to divide by zero.")
    return sized(size.bytes // divisor)


add_operators(
    _SIZE,
    {
        "op_Addition": (f"{_SIZE.name} -> {_SIZE.name}", lambda one, other: _restyled(one, one.bytes + other.bytes)),
        "op_Subtraction": (f"{_SIZE.name} -> {_SIZE.name}", lambda one, other: _restyled(one, one.bytes - other.bytes)),
        "op_Multiply": (f"int -> {_SIZE.name}", lambda one, factor: _restyled(one, one.bytes * factor)),
        "op_Division": (f"int -> {_SIZE.name}", lambda one, factor: _quotient(one, factor)),
    },
)


def _restyled(size: ByteQuantifiedSize, count: int) -> ByteQuantifiedSize:
    """Return a computed size in the print style of the operand."""
    return sized(count).with_style(size._style)


@declare_value(EnhancedTimeSpan, "EnhancedTimeSpan", by_text="System.TimeSpan System.Int32")
class _Span:
    @clr_property("Days", "int")
    def days(self: Any) -> int:
        return _component(self, 86400, 10**9)

    @clr_property("Hours", "int")
    def hours(self: Any) -> int:
        return _component(self, 3600, 24)

    @clr_property("Minutes", "int")
    def minutes(self: Any) -> int:
        return _component(self, 60, 60)

    @clr_property("Seconds", "int")
    def seconds(self: Any) -> int:
        return _component(self, 1, 60)

    @clr_property("Ticks", "long")
    def ticks(self: Any) -> int:
        return Int64(self.ticks)

    @clr_property("TotalDays", "double")
    def total_days(self: Any) -> float:
        return float(self.total_seconds / 86400)

    @clr_property("TotalHours", "double")
    def total_hours(self: Any) -> float:
        return float(self.total_seconds / 3600)

    @clr_property("TotalMinutes", "double")
    def total_minutes(self: Any) -> float:
        return float(self.total_seconds / 60)

    @clr_property("TotalSeconds", "double")
    def total_seconds(self: Any) -> float:
        return float(self.total_seconds)

    @clr_property("Milliseconds", "int")
    def milliseconds(self: Any) -> int:
        thousandths = int(abs(self.ticks)) // (TICKS_A_SECOND // 1000) % 1000
        return -thousandths if self.ticks < 0 else thousandths

    @clr_property("TotalMilliseconds", "double")
    def total_milliseconds(self: Any) -> float:
        return float(self.total_seconds * 1000)

    @clr_method("op_Implicit", f"{DATA}EnhancedTimeSpan ts -> timespan", static=True)
    @staticmethod
    def to_span(span: EnhancedTimeSpan) -> Value:
        return timespan.TimeSpan(span.ticks)

    @clr_method("Negate", f" -> {DATA}EnhancedTimeSpan")
    def negate(self: Any) -> EnhancedTimeSpan:
        return spanned(-self.ticks)

    @clr_method("Duration", f" -> {DATA}EnhancedTimeSpan")
    def duration(self: Any) -> EnhancedTimeSpan:
        return spanned(abs(self.ticks))

    @clr_method("Add", f"{DATA}EnhancedTimeSpan ts -> {DATA}EnhancedTimeSpan")
    def add(self: Any, other: EnhancedTimeSpan) -> EnhancedTimeSpan:
        return spanned(self.ticks + other.ticks)

    @clr_method("Subtract", f"{DATA}EnhancedTimeSpan ts -> {DATA}EnhancedTimeSpan")
    def subtract(self: Any, other: EnhancedTimeSpan) -> EnhancedTimeSpan:
        return spanned(self.ticks - other.ticks)


def spanned(ticks: int) -> EnhancedTimeSpan:
    """Return a span; OverflowException for a value outside its range."""
    try:
        return EnhancedTimeSpan(ticks)
    except BadValue as error:
        raise net_exception(error) from None


_SPAN: Final = named(NAMES[EnhancedTimeSpan])
add_operators(
    _SPAN,
    {
        "op_Addition": (f"{_SPAN.name} -> {_SPAN.name}", lambda one, other: spanned(one.ticks + other.ticks)),
        "op_Subtraction": (f"{_SPAN.name} -> {_SPAN.name}", lambda one, other: spanned(one.ticks - other.ticks)),
    },
)
for _unit, _seconds in (("Days", 86400), ("Hours", 3600), ("Minutes", 60), ("Seconds", 1)):
    _SPAN.add_method(
        Method(
            f"From{_unit}",
            f"double value -> {_SPAN.name}",
            lambda value, scale=_seconds: spanned(round(value * scale * 1000) * (TICKS_A_SECOND // 1000)),
            static=True,
        )
    )
for _name, _ticks in (("Zero", 0), ("OneDay", 86400), ("OneHour", 3600), ("OneMinute", 60), ("OneSecond", 1)):
    _SPAN.add_property(
        Property(_name, _SPAN.name, lambda ticks=_ticks * TICKS_A_SECOND: EnhancedTimeSpan(ticks), static=True)
    )


def _component(span: EnhancedTimeSpan, unit: int, limit: int) -> int:
    amount = abs(span.ticks) // (unit * TICKS_A_SECOND) % limit
    return -amount if span.ticks < 0 else amount


@declare_value(IPBinding, "IPBinding", base="System.Object", interfaces="", properties="Port:int")
class _Binding:
    @clr_property("Address", "string")
    def address(self: Any) -> str:
        return str(self.address)

    @clr_property("AddressFamily", "string")
    def family(self: Any) -> str:
        return "InterNetwork" if self.address.version == 4 else "InterNetworkV6"


@declare_value(IPRange, "IPRange", base="System.Object", interfaces="", by_text="System.Net.IPAddress")
class _Range:
    @clr_property("LowerBound", "string")
    def lower(self: Any) -> str:
        return str(self.low)

    @clr_property("UpperBound", "string")
    def upper(self: Any) -> str:
        return str(self.high)

    @clr_property("RangeFormat", "string")
    def form(self: Any) -> str:
        return {"SINGLE": "SingleAddress", "LOW_HIGH": "LoHi", "CIDR": "CIDR", "MASK": "CIDRMask"}[self.form.name]

    @clr_property("Expression", "string")
    def expression(self: Any) -> str:
        return str(self)


@declare_value(AddressSpace, "AddressSpace", base="System.Object", interfaces="", properties="Address:string Cost:int")
class _AddressSpace:
    @clr_property("Type", "string")
    def kind(self: Any) -> str:
        return str(self.kind)


@declare_value(
    ServerVersion, "ServerVersion", base="System.Object", properties="Major:int Minor:int Build:int Revision:int"
)
class _Version:
    pass


class UnlimitedInt32(Unlimited[int]):
    """Unlimited`1[System.Int32]."""

    __slots__ = ()


class UnlimitedSize(Unlimited[ByteQuantifiedSize]):
    """Unlimited`1[ByteQuantifiedSize]."""

    __slots__ = ()


_UNLIMITED: Final = DATA + "Unlimited`1"
_FORMAT: Final = "Input string was not in a correct format."


def _unlimited_type(arguments: tuple[ClrType, ...]) -> ClrType:
    """Return the type Unlimited of Int32 or of a size. It is created once for each."""
    argument = arguments[0]
    kind: type = UnlimitedSize if argument.name == NAMES[ByteQuantifiedSize] else UnlimitedInt32
    made = register(
        ClrType(
            _UNLIMITED,
            named("System.ValueType"),
            python_class=kind,
            interface_names=(_COMPARABLE,),
            generic_arguments=arguments,
        )
    )
    made.data["convert"] = _unlimited_converter(made, kind, argument)
    _add_unlimited_members(made, argument)
    return made


def _unlimited_converter(target: ClrType, kind: type, argument: ClrType) -> Callable[[Value], Any]:
    def convert_limit(value: Value) -> Any:
        if isinstance(value, Unlimited):
            return kind(None if value.is_unlimited else value.value)
        if isinstance(value, str) and value.strip().lower() == "unlimited":
            return kind()
        if value is None or isinstance(value, bool):
            return NotImplemented
        try:
            return kind(conversion.convert(value, argument))
        except PSInvalidCastException as error:
            reason = error.inner.message if error.inner is not None else error.message
            if argument.name == "System.Int32" and isinstance(error.inner, FormatException):
                reason = _FORMAT
            text = (
                f'Cannot convert value "{to_string(value)}" to type "{target.name}[{argument.name}]". Error: "{reason}"'
            )
            raise PSInvalidCastException(text, error_id=error.error_id or "", inner=error.inner) from None

    return convert_limit


def _add_unlimited_members(target: ClrType, argument: ClrType) -> None:
    def value_of(limit: Any) -> Value:
        if limit.is_unlimited:
            raise InvalidOperationException("The Value property can't be read because the value is unlimited.")
        return limit.value

    target._loaded = True
    target.add_property(Property("IsUnlimited", "bool", lambda limit: limit.is_unlimited))
    target.add_property(Property("Value", argument.display_name, value_of))
    target.add_property(
        Property("UnlimitedValue", target.display_name, lambda: target.data["convert"]("unlimited"), static=True)
    )
    target.add_property(Property("UnlimitedString", "string", lambda: str(UNLIMITED), static=True))


register_generic(_UNLIMITED, _unlimited_type)
# A limit that a command writes has its members even if no script has named its type.
for _argument in ("System.Int32", NAMES[ByteQuantifiedSize]):
    close_generic(_UNLIMITED, (named(_argument),))
