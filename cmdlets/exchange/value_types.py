"""Exchange's value types as scripts see them: their .NET names, members, and conversions from text and numbers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from organization.names import ADObjectId
from organization.objects.send_connector import AddressSpace
from organization.values.address import ProxyAddress, SmtpAddress, SmtpDomain, SmtpDomainWithSubdomains
from organization.values.errors import BadValue
from organization.values.network import IPBinding, IPRange
from organization.values.size import ByteQuantifiedSize
from organization.values.timespan import TICKS_A_SECOND, EnhancedTimeSpan
from organization.values.unlimited import UNLIMITED, Unlimited
from organization.values.version import ServerVersion
from shell.runtime import castfail
from shell.runtime.declare import clr_class, clr_constructor, clr_method, clr_property
from shell.runtime.errors import (
    FormatException,
    InvalidOperationException,
    NetException,
    OverflowException,
    PSInvalidCastException,
)
from shell.runtime.objects import Int64, UInt64, Value
from shell.runtime.text import to_string
from shell.runtime.types import ClrType, Method, Property, close_generic, named, register, register_generic, type_of

DATA: Final = "Microsoft.Exchange.Data."
_COMPARABLE: Final = "System.IComparable"


def net_exception(error: BadValue) -> NetException:
    """The .NET exception of a text that is no value."""
    kind = OverflowException if error.exception == "OverflowException" else FormatException
    return kind(error.text)


def _converter(kind: Any, accepts: tuple[type, ...], by_text: str) -> Callable[[Value], Any]:
    """A type's own step on the conversion ladder: `accepts` are read as they are, types named in `by_text` as text."""

    def convert(value: Value) -> Any:
        if isinstance(value, bool) or not (isinstance(value, accepts) or type_of(value).name in by_text.split()):
            return NotImplemented
        try:
            return kind.convert(value if isinstance(value, accepts) else to_string(value))
        except BadValue as error:
            target = named(_NAMES[kind])
            raise castfail.because(value, target, "InvalidCastParseTargetInvocation", net_exception(error)) from None

    return convert


_NAMES: Final[dict[type, str]] = {}


def _declare(
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
    """Make `kind` a .NET type with the members that the decorated class holds, and with `Parse`."""
    full = namespace + name
    _NAMES[kind] = full

    def declare(holder: type) -> type:
        clr_class(full, base, properties, python_class=kind, interfaces=interfaces)(holder)
        target = named(full)
        target.data["convert"] = _converter(kind, accepts, by_text)
        _add_parse(target, kind)
        return holder

    return declare


def _add_parse(target: ClrType, kind: Any) -> None:
    def parse(text: str) -> Any:
        try:
            return kind.parse(text)
        except BadValue as error:
            raise net_exception(error) from None

    target.add_method(Method("Parse", f"string expression -> {target.name}", parse, static=True))


@_declare(ByteQuantifiedSize, "ByteQuantifiedSize", accepts=(str, int, float))
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

    @clr_method("RoundUpToUnit", "string quantifier -> Microsoft.Exchange.Data.ByteQuantifiedSize")
    def round_up(self: Any, quantifier: str) -> ByteQuantifiedSize:
        unit = ByteQuantifiedSize.parse(f"1{quantifier}").bytes
        return ByteQuantifiedSize(-(-self.bytes // unit) * unit)


@_declare(EnhancedTimeSpan, "EnhancedTimeSpan", by_text="System.TimeSpan System.Int32")
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


def _component(span: EnhancedTimeSpan, unit: int, limit: int) -> int:
    amount = abs(span.ticks) // (unit * TICKS_A_SECOND) % limit
    return -amount if span.ticks < 0 else amount


@_declare(IPBinding, "IPBinding", base="System.Object", interfaces="", properties="Port:int")
class _Binding:
    @clr_property("Address", "string")
    def address(self: Any) -> str:
        return str(self.address)

    @clr_property("AddressFamily", "string")
    def family(self: Any) -> str:
        return "InterNetwork" if self.address.version == 4 else "InterNetworkV6"


@_declare(IPRange, "IPRange", base="System.Object", interfaces="", by_text="System.Net.IPAddress")
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


@_declare(SmtpAddress, "SmtpAddress", properties="Local:string Domain:string")
class _Address:
    @clr_property("Length", "int")
    def length(self: Any) -> int:
        return len(self.text)

    @clr_property("IsValidAddress", "bool")
    def is_valid(self: Any) -> bool:
        return bool(self.is_valid)

    @clr_constructor("string address")
    @staticmethod
    def make(address: str) -> SmtpAddress:
        return SmtpAddress(address)


@_declare(SmtpDomain, "SmtpDomain", base="System.Object", properties="Domain:string")
class _Domain:
    pass


@_declare(SmtpDomainWithSubdomains, "SmtpDomainWithSubdomains", base="System.Object", properties="Domain:string")
class _DomainWithSubdomains:
    @clr_property("Address", "string")
    def address(self: Any) -> str:
        return str(self)

    @clr_property("IncludeSubDomains", "bool")
    def include_subdomains(self: Any) -> bool:
        return bool(self.include_subdomains)

    @clr_property("IsStar", "bool")
    def is_star(self: Any) -> bool:
        return bool(self.domain == "*")


@_declare(ProxyAddress, "ProxyAddress", base="System.Object")
class _Proxy:
    @clr_property("AddressString", "string")
    def address(self: Any) -> str:
        return str(self.address)

    @clr_property("ProxyAddressString", "string")
    def text(self: Any) -> str:
        return str(self)

    @clr_property("PrefixString", "string")
    def prefix(self: Any) -> str:
        return str(self.prefix)

    @clr_property("Prefix", "string")
    def prefix_object(self: Any) -> str:
        return str(self.prefix.upper())

    @clr_property("SmtpAddress", "string")
    def smtp_address(self: Any) -> str | None:
        return self.address if self.is_smtp else None

    @clr_property("IsPrimaryAddress", "bool")
    def is_primary(self: Any) -> bool:
        return bool(self.prefix.isupper())


@_declare(AddressSpace, "AddressSpace", base="System.Object", properties="Address:string Cost:int")
class _AddressSpace:
    @clr_property("Type", "string")
    def kind(self: Any) -> str:
        return str(self.kind)


@_declare(ServerVersion, "ServerVersion", base="System.Object", properties="Major:int Minor:int Build:int Revision:int")
class _Version:
    pass


@clr_class("Microsoft.Exchange.Data.Directory.ADObjectId", python_class=ADObjectId, interfaces="System.IComparable")
class _ObjectId:
    @clr_property("Rdn", "string")
    def rdn(self: Any) -> str:
        return str(self.rdn)

    @clr_property("Parent", "string")
    def parent(self: Any) -> str:
        return str(self.parent)

    @clr_property("Depth", "int")
    def depth(self: Any) -> int:
        return int(self.depth)

    @clr_property("DistinguishedName", "string")
    def distinguished_name(self: Any) -> str:
        return str(self.distinguished_name)

    @clr_property("IsRelativeDn", "bool")
    def is_relative(self: Any) -> bool:
        return False

    @clr_property("DomainId", "string")
    def domain(self: Any) -> str:
        return str(self.domain_name)

    @clr_property("ObjectGuid", "guid")
    def guid(self: Any) -> Value:
        from .conversion import to_shell

        return to_shell(self.guid)

    @clr_property("Name", "string")
    def name(self: Any) -> str:
        return str(self.name)


class UnlimitedInt32(Unlimited[int]):
    """Unlimited`1[System.Int32]."""

    __slots__ = ()


class UnlimitedSize(Unlimited[ByteQuantifiedSize]):
    """Unlimited`1[ByteQuantifiedSize]."""

    __slots__ = ()


_UNLIMITED: Final = DATA + "Unlimited`1"
_FORMAT: Final = "Input string was not in a correct format."
_CLOSED: Final[dict[str, ClrType]] = {}


def _unlimited_type(arguments: tuple[ClrType, ...]) -> ClrType:
    """Unlimited of Int32 or of a size. The runtime closes it once for each."""
    argument = arguments[0]
    kind: type = UnlimitedSize if argument.name == _NAMES[ByteQuantifiedSize] else UnlimitedInt32
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
    from shell.runtime.conversion import convert

    def convert_limit(value: Value) -> Any:
        if isinstance(value, Unlimited):
            return kind(None if value.is_unlimited else value.value)
        if isinstance(value, str) and value.strip().lower() == "unlimited":
            return kind()
        if value is None or isinstance(value, bool):
            return NotImplemented
        try:
            return kind(convert(value, argument))
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
    target.add_property(Property("UnlimitedString", "string", lambda: str(UNLIMITED), static=True))


register_generic(_UNLIMITED, _unlimited_type)
# A limit that a command writes has its members although no script has named its type before.
for _argument in ("System.Int32", _NAMES[ByteQuantifiedSize]):
    close_generic(_UNLIMITED, (named(_argument),))
