"""Members of the numeric types: limits, Parse, ToString, and the static arithmetic of .NET."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any, Final

from shell.language.numbers import RANGES
from shell.runtime.declare import add_methods, add_properties
from shell.runtime.dotnet.basics import add_convertible, type_code
from shell.runtime.dotnet.cultures import culture_of, current
from shell.runtime.dotnet.mathematics import ROUNDING, round_decimal, round_double
from shell.runtime.dotnet.numberformat import format_number
from shell.runtime.errors import (
    ArgumentException,
    ArgumentNullException,
    DivideByZeroException,
    FormatException,
    NetException,
    NotEmulatedException,
    OverflowException,
)
from shell.runtime.numeric import (
    DECIMAL_MAX,
    ROUND,
    bad_format,
    fit_decimal,
    integer_in_range,
    number_to,
    overflow,
    parse_decimal,
    parse_double,
    to_single,
)
from shell.runtime.objects import BigInteger, Int64, Single, TypedArray, Value, unwrap
from shell.runtime.types import BIG_INTEGER, DECIMAL, DOUBLE, INT32, SINGLE, ClrType, Method, named, type_of

_INTEGERS: Final = ("SByte", "Byte", "Int16", "UInt16", "Int32", "UInt32", "Int64", "UInt64")

# Bits of NumberStyles.
_WHITE, _SIGN, _PARENTHESES, _POINT, _THOUSANDS, _EXPONENT, _CURRENCY, _HEX, _BINARY = (
    3,
    12,
    16,
    32,
    64,
    128,
    256,
    512,
    1024,
)


def _parse_styled(text: str, styles: int) -> Decimal:
    """Read digits as NumberStyles allow; raises FormatException."""
    body = text.strip() if styles & _WHITE else text
    negative = False
    if styles & _PARENTHESES and body.startswith("(") and body.endswith(")"):
        body, negative = body[1:-1], True
    if styles & _CURRENCY:
        body = body.replace("$", "").replace("¤", "")
    if styles & _THOUSANDS:
        body = re.sub(r"(?<=[0-9]),(?=[0-9])", "", body)
    sign = r"[+-]?" if styles & _SIGN else ""
    point = r"(?:\.[0-9]*)?" if styles & _POINT else ""
    only_point = r"|\.[0-9]+" if styles & _POINT else ""
    exponent = r"(?:[eE][+-]?[0-9]+)?" if styles & _EXPONENT else ""
    if not re.fullmatch(rf"{sign}(?:[0-9]+{point}{only_point}){exponent}", body):
        raise bad_format(text)
    number = Decimal(body)
    return -number if negative else number


def _parse_digits(text: str, styles: int, target: ClrType) -> Value:
    """Read hexadecimal or binary digits as a bit pattern."""
    body = text.strip() if styles & _WHITE else text
    base, letters = (16, "0123456789abcdefABCDEF") if styles & _HEX else (2, "01")
    if not body or any(letter not in letters for letter in body):
        raise bad_format(text)
    number = int(body, base)
    python_class = target.python_class
    assert python_class is not None
    if python_class is BigInteger:
        return BigInteger(number)
    low, high = RANGES[python_class]
    if number > high - low:
        raise overflow(target.name)
    return integer_in_range(number - (high - low + 1) if number > high else number, python_class, target.name)


def _parser(target: ClrType) -> Callable[..., Value]:
    def parse(text: str, styles: Any = None, provider: Value = None) -> Value:
        if text is None:
            raise ArgumentNullException("Value cannot be null. (Parameter 's')")
        if styles is None or not isinstance(styles, int):
            return _parse_default(text, target)
        chosen = int(styles)
        if chosen & (_HEX | _BINARY):
            return _parse_digits(text, chosen, target)
        number = _parse_styled(text, chosen)
        if target.python_class in (float, Single, Decimal):
            return number_to(fit_decimal(number) if target is DECIMAL else float(number), target)
        if number != int(number):
            raise overflow(target.name)
        assert target.python_class is not None
        return integer_in_range(int(number), target.python_class, target.name)

    return parse


def _parse_default(text: str, target: ClrType) -> Value:
    if target is DOUBLE:
        return parse_double(text)
    if target is SINGLE:
        return to_single(parse_double(text))
    if target is DECIMAL:
        return parse_decimal(text)
    assert target.python_class is not None
    if not re.fullmatch(r"[\t-\r ]*[+-]?[0-9]+[\t-\r ]*\0*", text):
        if target is BIG_INTEGER:
            raise FormatException("The value could not be parsed.")
        raise bad_format(text)
    return integer_in_range(int(text.strip().rstrip("\0")), target.python_class, target.name)


def _trier(parse: Callable[..., Value], target: ClrType) -> Callable[..., bool]:
    def try_parse(text: str, *rest: Any) -> bool:
        reference = rest[-1]
        try:
            reference.value = parse(text, *(rest[:1] if len(rest) == 3 else ()))
        except NetException:
            reference.value = number_to(0, target)
            return False
        return True

    return try_parse


def _to_string(value: Any, pattern: Any = "", provider: Value = None) -> str:
    if not isinstance(pattern, str):
        provider, pattern = pattern, ""
    return format_number(value, pattern or "", current() if provider is None else culture_of(provider))


def _compare(a: Any, b: Value) -> int:
    b = unwrap(b)
    if b is None:
        return 1
    if type(a) is not type(b):
        raise ArgumentException(f"Object must be of type {type_of(a).short_name}.")
    if a != a or b != b:
        return int(b != b) - int(a != a)
    return int(a > b) - int(a < b)


def _common(target: ClrType) -> None:
    name = target.short_name
    parse = _parser(target)
    text = target.accelerator
    add_methods(
        target,
        (
            ("CompareTo", f"object value -> int|{text} value -> int", _compare),
            ("Equals", f"object obj -> bool|{text} obj -> bool", lambda a, b: type(a) is type(b) and a == b),
            (
                "ToString",
                "-> string|string format -> string|System.IFormatProvider provider -> string"
                "|string format, System.IFormatProvider provider -> string",
                _to_string,
            ),
        ),
    )
    if target is not BIG_INTEGER:
        add_methods(target, (("GetTypeCode", "-> System.TypeCode", lambda value: type_code(target)),))
    styles = "System.Globalization.NumberStyles style"
    provider = "System.IFormatProvider provider"
    add_methods(
        target,
        (
            (
                "Parse",
                f"string s -> {text}|string s, {styles} -> {text}|string s, {provider} -> {text}"
                f"|string s, {styles}, {provider} -> {text}",
                parse,
            ),
            (
                "TryParse",
                f"string s, ref {text} result -> bool|string s, {provider}, ref {text} result -> bool"
                f"|string s, {styles}, {provider}, ref {text} result -> bool",
                _trier(parse, target),
            ),
            ("Max", f"{text} x, {text} y -> {text}", lambda a, b: max(a, b)),
            ("Min", f"{text} x, {text} y -> {text}", lambda a, b: min(a, b)),
            ("Abs", f"{text} value -> {text}", lambda a: number_to(abs(a), target)),
            ("Clamp", f"{text} value, {text} min, {text} max -> {text}", _clamp),
            ("Sign", f"{text} value -> int", lambda a: (a > 0) - (a < 0)),
            ("IsNegative", f"{text} value -> bool", lambda a: math.copysign(1, a) < 0),
            ("IsPositive", f"{text} value -> bool", lambda a: math.copysign(1, a) > 0),
            ("IsEvenInteger", f"{text} value -> bool", lambda a: a % 2 == 0),
            ("IsOddInteger", f"{text} value -> bool", lambda a: abs(a) % 2 == 1),
        ),
        static=True,
    )
    assert name


def _clamp(value: Any, low: Any, high: Any) -> Any:
    if low > high:
        raise ArgumentException(f"'{low}' cannot be greater than {high}.")
    return min(max(value, low), high)


def _bits_of(target: ClrType) -> int:
    assert target.python_class is not None
    low, high = RANGES[target.python_class]
    return (high - low).bit_length()


def _wrapping(target: ClrType, number: int) -> Value:
    assert target.python_class is not None
    low, high = RANGES[target.python_class]
    wrapped = (number - low) % (high - low + 1) + low
    return wrapped if target is INT32 else target.python_class(wrapped)


def _integer(target: ClrType) -> None:
    python_class = target.python_class
    assert python_class is not None
    low, high = RANGES[python_class]
    width, mask = _bits_of(target), high - low
    limits = (number_to(high, target), number_to(low, target))
    text = target.accelerator
    add_properties(target, (("MaxValue", text, lambda: limits[0]), ("MinValue", text, lambda: limits[1])), static=True)

    def rotate(value: int, count: int) -> Value:
        bits, count = value & mask, count % width
        return _wrapping(target, (bits << count | bits >> (width - count)) & mask)

    def typed(number: int) -> Value:
        return number_to(number, target)

    add_methods(
        target,
        (
            ("IsPow2", f"{text} value -> bool", lambda a: a > 0 and a & (a - 1) == 0),
            ("Log2", f"{text} value -> {text}", lambda a: typed(max(int(a).bit_length() - 1, 0))),
            ("PopCount", f"{text} value -> {text}", lambda a: typed((a & mask).bit_count())),
            ("LeadingZeroCount", f"{text} value -> {text}", lambda a: typed(width - (a & mask).bit_length())),
            (
                "TrailingZeroCount",
                f"{text} value -> {text}",
                lambda a: typed(((a & mask) & -(a & mask)).bit_length() - 1 if a & mask else width),
            ),
            ("RotateLeft", f"{text} value, int rotateAmount -> {text}", rotate),
            ("RotateRight", f"{text} value, int rotateAmount -> {text}", lambda a, n: rotate(a, -n)),
            ("CopySign", f"{text} value, {text} sign -> {text}", lambda a, b: typed(abs(a) if b >= 0 else -abs(a))),
        ),
        static=True,
    )


# --- Double, Single ---


def _floating(target: ClrType, limits: dict[str, float]) -> None:
    text = target.accelerator
    add_properties(
        target,
        [(name, text, lambda number=number: number_to(number, target)) for name, number in limits.items()],
        static=True,
    )
    add_methods(
        target,
        (
            ("IsNaN", f"{text} d -> bool", lambda a: a != a),
            ("IsInfinity", f"{text} d -> bool", math.isinf),
            ("IsPositiveInfinity", f"{text} d -> bool", lambda a: a == math.inf),
            ("IsNegativeInfinity", f"{text} d -> bool", lambda a: a == -math.inf),
            ("IsFinite", f"{text} d -> bool", math.isfinite),
            ("IsInteger", f"{text} value -> bool", lambda a: math.isfinite(a) and a == math.floor(a)),
            ("IsRealNumber", f"{text} value -> bool", lambda a: a == a),
            ("Floor", f"{text} x -> {text}", lambda a: number_to(_keep(math.floor, a), target)),
            ("Ceiling", f"{text} x -> {text}", lambda a: number_to(_keep(math.ceil, a), target)),
            ("Truncate", f"{text} x -> {text}", lambda a: number_to(_keep(math.trunc, a), target)),
            (
                "Round",
                f"{text} x -> {text}|{text} x, int digits -> {text}|{text} x, System.MidpointRounding mode -> {text}"
                f"|{text} x, int digits, System.MidpointRounding mode -> {text}",
                lambda a, *rest: number_to(round_double(a, *rest), target),
            ),
            ("Sqrt", f"{text} x -> {text}", lambda a: number_to(math.sqrt(a) if a >= 0 else math.nan, target)),
            ("Pow", f"{text} x, {text} y -> {text}", lambda a, b: number_to(_power(a, b), target)),
        ),
        static=True,
    )


def _keep(operation: Callable[[float], float], value: float) -> float:
    return float(operation(value)) if math.isfinite(value) else value


def _power(a: float, b: float) -> float:
    from shell.runtime.dotnet.mathematics import power

    return power(a, b)


_DOUBLE_LIMITS: Final = {
    "MinValue": -1.7976931348623157e308,
    "MaxValue": 1.7976931348623157e308,
    "Epsilon": 5e-324,
    "NegativeInfinity": -math.inf,
    "PositiveInfinity": math.inf,
    "NaN": math.nan,
    "NegativeZero": -0.0,
    "E": math.e,
    "Pi": math.pi,
    "Tau": math.tau,
}
_SINGLE_LIMITS: Final = {
    **_DOUBLE_LIMITS,
    "MinValue": -3.4028234663852886e38,
    "MaxValue": 3.4028234663852886e38,
    "Epsilon": 1.401298464324817e-45,
}


# --- Decimal ---


def _decimal_divide(a: Decimal, b: Decimal) -> Decimal:
    if b == 0:
        raise DivideByZeroException("Attempted to divide by zero.")
    return _fitted(ROUND.divide(a, b))


def _fitted(number: Decimal) -> Decimal:
    return fit_decimal(number)


def _decimal_remainder(a: Decimal, b: Decimal) -> Decimal:
    if b == 0:
        raise DivideByZeroException("Attempted to divide by zero.")
    return _fitted(ROUND.remainder(a, b))


def _decimal_bits(value: Decimal) -> Value:
    sign, digits, exponent = value.as_tuple()
    assert isinstance(exponent, int)
    scale = max(-exponent, 0)
    whole = int("".join(map(str, digits))) * 10 ** max(exponent, 0)
    flags = scale << 16 | (0x80000000 if sign else 0)
    parts = [whole & 0xFFFFFFFF, whole >> 32 & 0xFFFFFFFF, whole >> 64 & 0xFFFFFFFF, flags]
    return TypedArray(INT32, [part - (1 << 32) if part >> 31 else part for part in parts])


def _decimal() -> None:
    limits = {
        "MaxValue": DECIMAL_MAX,
        "MinValue": -DECIMAL_MAX,
        "Zero": Decimal(0),
        "One": Decimal(1),
        "MinusOne": Decimal(-1),
    }
    add_properties(DECIMAL, [(name, "decimal", lambda n=number: n) for name, number in limits.items()], static=True)
    add_properties(
        DECIMAL, (("Scale", "byte", lambda d: number_to(max(-int(d.as_tuple().exponent), 0), named("byte"))),)
    )
    rows: list[tuple[str, str, Callable[..., Any]]] = [
        ("Add", "decimal d1, decimal d2 -> decimal", lambda a, b: _fitted(ROUND.add(a, b))),
        ("Subtract", "decimal d1, decimal d2 -> decimal", lambda a, b: _fitted(ROUND.subtract(a, b))),
        ("Multiply", "decimal d1, decimal d2 -> decimal", lambda a, b: _fitted(ROUND.multiply(a, b))),
        ("Divide", "decimal d1, decimal d2 -> decimal", _decimal_divide),
        ("Remainder", "decimal d1, decimal d2 -> decimal", _decimal_remainder),
    ]
    add_methods(DECIMAL, rows, static=True)
    operators = {
        "Add": "op_Addition",
        "Subtract": "op_Subtraction",
        "Multiply": "op_Multiply",
        "Divide": "op_Division",
        "Remainder": "op_Modulus",
    }
    add_methods(DECIMAL, [(operators[name], signature, function) for name, signature, function in rows], static=True)
    add_methods(
        DECIMAL,
        (
            ("Negate", "decimal d -> decimal", lambda a: -a),
            ("Floor", "decimal d -> decimal", lambda a: a.to_integral_value(rounding="ROUND_FLOOR")),
            ("Ceiling", "decimal d -> decimal", lambda a: a.to_integral_value(rounding="ROUND_CEILING")),
            ("Truncate", "decimal d -> decimal", lambda a: a.to_integral_value(rounding="ROUND_DOWN")),
            (
                "Round",
                "decimal d -> decimal|decimal d, int decimals -> decimal"
                "|decimal d, System.MidpointRounding mode -> decimal"
                "|decimal d, int decimals, System.MidpointRounding mode -> decimal",
                round_decimal,
            ),
            ("Compare", "decimal d1, decimal d2 -> int", lambda a, b: (a > b) - (a < b)),
            ("Equals", "decimal d1, decimal d2 -> bool", lambda a, b: a == b),
            ("GetBits", "decimal d -> int[]", _decimal_bits),
            ("IsInteger", "decimal value -> bool", lambda a: a == a.to_integral_value()),
            ("IsCanonical", "decimal value -> bool", lambda a: a == 0 or a.as_tuple().digits[-1] != 0),
            *(
                (
                    f"To{name}",
                    f"decimal value -> {named('System.' + name).accelerator}",
                    _decimal_to(named("System." + name)),
                )
                for name in (*_INTEGERS, "Double", "Single")
            ),
        ),
        static=True,
    )
    for signature in ("int value", "uint value", "long value", "ulong value", "float value", "double value"):
        DECIMAL.add_constructor(Method("Decimal", signature, lambda value: number_to(value, DECIMAL), True))
    DECIMAL.data["default"] = Decimal(0)


def _decimal_to(target: ClrType) -> Callable[[Decimal], Value]:
    def convert(value: Decimal) -> Value:
        whole = value.to_integral_value(rounding="ROUND_DOWN") if target.python_class not in (float, Single) else value
        return number_to(whole, target)

    return convert


# --- BigInteger ---


def _big(number: Any) -> BigInteger:
    return BigInteger(int(number))


def _big_divide(a: int, b: int) -> BigInteger:
    if b == 0:
        raise DivideByZeroException("Attempted to divide by zero.")
    quotient = abs(a) // abs(b)
    return _big(-quotient if (a < 0) != (b < 0) else quotient)


def _big_remainder(a: int, b: int) -> BigInteger:
    if b == 0:
        raise DivideByZeroException("Attempted to divide by zero.")
    rest = abs(a) % abs(b)
    return _big(-rest if a < 0 else rest)


def _big_power(a: int, exponent: int) -> BigInteger:
    if exponent < 0:
        from shell.runtime.errors import ArgumentOutOfRangeException

        raise ArgumentOutOfRangeException("The number must be greater than or equal to zero. (Parameter 'exponent')")
    return _big(a**exponent)


def _big_integer() -> None:
    text = "bigint"
    pair = f"{text} left, {text} right -> {text}"
    add_properties(
        BIG_INTEGER,
        [(name, text, lambda n=number: BigInteger(n)) for name, number in (("Zero", 0), ("One", 1), ("MinusOne", -1))],
        static=True,
    )
    add_properties(
        BIG_INTEGER,
        (
            ("IsPowerOfTwo", "bool", lambda a: a > 0 and a & (a - 1) == 0),
            ("IsZero", "bool", lambda a: a == 0),
            ("IsOne", "bool", lambda a: a == 1),
            ("IsEven", "bool", lambda a: a % 2 == 0),
            ("Sign", "int", lambda a: (a > 0) - (a < 0)),
        ),
    )
    rows: list[tuple[str, str, Callable[..., Any]]] = [
        ("Add", pair, lambda a, b: _big(a + b)),
        ("Subtract", pair, lambda a, b: _big(a - b)),
        ("Multiply", pair, lambda a, b: _big(a * b)),
        ("Divide", pair, _big_divide),
        ("Remainder", pair, _big_remainder),
    ]
    operators = {
        "Add": "op_Addition",
        "Subtract": "op_Subtraction",
        "Multiply": "op_Multiply",
        "Divide": "op_Division",
        "Remainder": "op_Modulus",
    }
    add_methods(BIG_INTEGER, rows, static=True)
    add_methods(
        BIG_INTEGER,
        (
            *((operators[name], signature, function) for name, signature, function in rows),
            ("op_BitwiseAnd", pair, lambda a, b: _big(a & b)),
            ("op_BitwiseOr", pair, lambda a, b: _big(a | b)),
            ("op_ExclusiveOr", pair, lambda a, b: _big(a ^ b)),
            ("op_LeftShift", f"{text} value, int shift -> {text}", lambda a, n: _big(a << n if n >= 0 else a >> -n)),
            ("op_RightShift", f"{text} value, int shift -> {text}", lambda a, n: _big(a >> n if n >= 0 else a << -n)),
            ("Pow", f"{text} value, int exponent -> {text}", _big_power),
            ("ModPow", f"{text} value, {text} exponent, {text} modulus -> {text}", lambda a, e, m: _big(pow(a, e, m))),
            ("GreatestCommonDivisor", pair, lambda a, b: _big(math.gcd(a, b))),
            ("Negate", f"{text} value -> {text}", lambda a: _big(-a)),
            ("Compare", f"{text} left, {text} right -> int", lambda a, b: (a > b) - (a < b)),
            ("Log10", f"{text} value -> double", lambda a: math.log10(a) if a > 0 else math.nan),
            ("Log", f"{text} value -> double", lambda a: math.log(a) if a > 0 else math.nan),
        ),
        static=True,
    )
    add_methods(BIG_INTEGER, (("ToByteArray", "-> byte[]", _big_bytes),))
    for signature in ("int value", "uint value", "long value", "ulong value", "double value", "decimal value"):
        BIG_INTEGER.add_constructor(Method("BigInteger", signature, lambda value: number_to(value, BIG_INTEGER), True))
    BIG_INTEGER.data["default"] = BigInteger(0)


def _big_bytes(value: int) -> Value:
    from shell.runtime.objects import Byte
    from shell.runtime.types import BYTE

    size = value.bit_length() // 8 + 1
    return TypedArray(BYTE, [Byte(each) for each in int(value).to_bytes(size, "little", signed=True)])


def _byte_count(value: Any) -> int:
    low, high = RANGES[type(value)]
    return (high - low).bit_length() // 8


def _shortest_bits(value: Any) -> int:
    return int(value).bit_length() if value >= 0 else (~int(value)).bit_length() + 1


def _needs_span(*arguments: Value) -> Value:
    raise NotEmulatedException("Methods that write into memory are not emulated.", error_id="NotEmulatedMember")


def _declare_bytes(target: ClrType) -> None:
    """What integers have as IBinaryInteger."""
    span = "object destination"
    add_methods(
        target,
        (
            ("GetByteCount", "-> int", _byte_count),
            ("GetShortestBitLength", "-> int", _shortest_bits),
            *((name, f"{span}, ref int charsWritten -> bool", _needs_span) for name in ("TryFormat",)),
            *((name, f"{span}, ref int bytesWritten -> bool", _needs_span) for name in _TRYING),
            *((name, "byte[] destination -> int", _needs_span) for name in _WRITING),
        ),
    )


_TRYING: Final = ("TryWriteBigEndian", "TryWriteLittleEndian")
_WRITING: Final = ("WriteBigEndian", "WriteLittleEndian")


def _declare() -> None:
    for name in _INTEGERS:
        target = named("System." + name)
        _common(target)
        _integer(target)
        _declare_bytes(target)
        add_convertible(target)
    for target in (DOUBLE, SINGLE, DECIMAL, BIG_INTEGER):
        _common(target)
        if target is not BIG_INTEGER:
            add_convertible(target)
    _floating(DOUBLE, _DOUBLE_LIMITS)
    _floating(SINGLE, _SINGLE_LIMITS)
    _decimal()
    _big_integer()
    add_methods(INT32, (("BigMul", "int left, int right -> long", lambda a, b: Int64(a * b)),), static=True)


_declare()

__all__ = ["ROUNDING", "OverflowException"]
