"""Conversion to strings: by PowerShell for `"$x"` and `[string]$x`, and by .NET's ToString().

PowerShell uses the invariant culture and 15 digits for Double; ToString() uses the current culture and as many digits
as are needed. A class implements `__str__` for ToString() and, if PowerShell's text differs, `invariant_text()`.
Without `__str__` an object's text is the name of its type.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any, Final

from shell.types import type_of
from shell.values.errors import NetException
from shell.values.extension import extension
from shell.values.objects import (
    AUTOMATION_NULL,
    BigInteger,
    Byte,
    Char,
    Hashtable,
    Int16,
    Int64,
    PSCustomObject,
    PSObject,
    SByte,
    Single,
    UInt16,
    UInt32,
    UInt64,
    Value,
)

DOUBLE_DIGITS: Final = 15
SINGLE_DIGITS: Final = 7


def general(number: float, digits: int) -> str:
    """Format a float as .NET's `G` with a number of digits, in the invariant culture."""
    if number - number != 0:
        return not_finite(number)
    if number == 0:
        return "-0" if str(number)[0] == "-" else "0"
    mantissa, _, exponent = f"{number:.{digits - 1}e}".partition("e")
    return scientific_or_plain(mantissa.lstrip("-").replace(".", "").rstrip("0"), int(exponent), digits, number < 0)


def not_finite(number: float) -> str:
    """Return the invariant text of an infinity or of NaN."""
    if number != number:
        return "NaN"
    return "Infinity" if number > 0 else "-Infinity"


def scientific_or_plain(digits: str, exponent: int, limit: int, negative: bool) -> str:
    """Lay out significant digits as `G` does: with an exponent from 10 to the power of `limit` up and below 0.0001."""
    sign = "-" if negative else ""
    if exponent >= limit or exponent < -4:
        fraction = "." + digits[1:] if len(digits) > 1 else ""
        return f"{sign}{digits[0]}{fraction}E{'-' if exponent < 0 else '+'}{abs(exponent):02d}"
    if exponent < 0:
        return f"{sign}0.{'0' * (-exponent - 1)}{digits}"
    if len(digits) <= exponent + 1:
        return sign + digits.ljust(exponent + 1, "0")
    return f"{sign}{digits[: exponent + 1]}.{digits[exponent + 1 :]}"


def double_text(number: float) -> str:
    """Return PowerShell's text of a Double: 15 digits."""
    text = repr(number)
    if len(text) < 15 and "e" not in text and "n" not in text and "0000" not in text:
        return text[:-2] if text.endswith(".0") else text
    return general(number, DOUBLE_DIGITS)


def shortest(number: float) -> str:
    """Return .NET's own text of a Double: the fewest digits that read back."""
    if number - number != 0:
        return not_finite(number)
    if number == 0:
        return "-0" if str(number)[0] == "-" else "0"
    sign, digits, exponent = Decimal(repr(number)).as_tuple()
    text = "".join(map(str, digits))
    assert isinstance(exponent, int)
    return scientific_or_plain(text.rstrip("0"), exponent + len(text) - 1, 15, bool(sign))


def shortest_single(number: float) -> str:
    """Return the fewest digits that read back to the same Single."""
    if number - number != 0:
        return not_finite(number)
    if number == 0:
        return "-0" if str(number)[0] == "-" else "0"
    import struct

    for digits in range(1, 10):
        mantissa, _, exponent = f"{number:.{digits - 1}e}".partition("e")
        if struct.unpack("f", struct.pack("f", float(f"{mantissa}e{exponent}")))[0] == number:
            break
    return scientific_or_plain(mantissa.lstrip("-").replace(".", "").rstrip("0"), int(exponent), 7, number < 0)


def decimal_text(number: Decimal) -> str:
    """Return the text of a Decimal with its own scale; there is no minus zero."""
    text = format(number, "f")
    return text[1:] if text.startswith("-") and not number else text


def _bool_text(value: bool) -> str:
    return "True" if value else "False"


def _char_text(value: Char) -> str:
    return str.__str__(value)


_SCALARS: Final[dict[type, Callable[[Any], str]]] = {
    str: lambda value: value,
    int: str,
    bool: _bool_text,
    float: double_text,
    Single: lambda value: general(value, SINGLE_DIGITS),
    Decimal: decimal_text,
    Char: _char_text,
    type(None): lambda value: "",
    **dict.fromkeys((Int64, UInt32, UInt64, Int16, UInt16, Byte, SByte, BigInteger), int.__repr__),
}


def to_string(value: Value, session: Any = None) -> str:
    """Return the text of `"$value"` and `[string]$value`. The session is needed for `$OFS` only."""
    scalar = _SCALARS.get(type(value))
    if scalar is not None:
        return scalar(value)
    if isinstance(value, list):
        return separator(session).join([element_text(each) for each in value])
    return _object_text(value, session)


def separator(session: Any) -> str:
    """Return `$OFS` as text, or a space if it is not set."""
    if session is None:
        return " "
    found = session.get_variable("OFS")
    return " " if found is None else element_text(found)


def element_text(value: Value) -> str:
    """Return the text of an element of a collection; for a nested collection, its type."""
    scalar = _SCALARS.get(type(value))
    if scalar is not None:
        return scalar(value)
    if isinstance(value, list):
        return _type_text(value)
    return _object_text(value, None)


def _object_text(value: Value, session: Any) -> str:
    kind = type(value)
    if kind is PSCustomObject:
        return custom_object_text(value, session)
    if isinstance(value, PSObject):
        return _wrapped_text(value, session)
    own = extension(value)
    if own is not None and own.find_member("ToString") is not None:
        return _wrapped_text(own, session)
    if value is AUTOMATION_NULL:
        return ""
    invariant = getattr(value, "invariant_text", None)
    if invariant is not None:
        text: str = invariant()
        return text
    if isinstance(value, Hashtable):
        return _type_text(value)
    enumerable = getattr(value, "clr_enumerate", None)
    if enumerable is not None and not getattr(value, "is_dictionary", False):
        return separator(session).join([element_text(each) for each in enumerable()])
    return net_string(value)


def _wrapped_text(value: PSObject, session: Any) -> str:
    own = value.find_member("ToString")
    if own is not None:
        call = getattr(value.members[own], "call", None)
        if call is not None:
            return to_string(call(value, [], session), session)
    return to_string(value.base, session)


def custom_object_text(value: PSCustomObject, session: Any = None) -> str:
    """Return `@{a=1; b=x}`, or an empty string for an object without properties. Nested custom objects give empty
    values.
    """
    own = value.find_member("ToString")
    if own is not None and hasattr(value.members[own], "call"):
        return to_string(value.members[own].call(value, [], session))
    parts = []
    for name, member in value.members.items():
        if hasattr(member, "is_property"):
            if not member.is_property:
                continue
            shown = member.get(value, session)
        else:
            shown = member
        parts.append(f"{name}={_inner_text(shown)}")
    return "@{" + "; ".join(parts) + "}" if parts else ""


def _inner_text(value: Value) -> str:
    """Return the text of a custom object's property: for a list its type, for a custom object an empty string."""
    if isinstance(value, list):
        return _type_text(value)
    if isinstance(value, PSCustomObject) and value.find_member("ToString") is None:
        return ""
    return to_string(value)


def _type_text(value: Value) -> str:
    return type_of(value).display_name


def net_string(value: Value) -> str:
    """Return .NET's ToString(), in the current culture."""
    kind = type(value)
    if kind is float:
        return _local(shortest(value))
    if kind is Single:
        return _local(shortest_single(value))
    scalar = _SCALARS.get(kind)
    if scalar is not None:
        return scalar(value)
    if isinstance(value, PSCustomObject):
        return custom_object_text(value)
    if isinstance(value, PSObject):
        return net_string(value.base)
    if isinstance(value, (list, Hashtable)) or value is AUTOMATION_NULL or _unnamed(kind):
        return _type_text(value)
    if hasattr(kind, "clr_name"):
        return exception_text(value)
    return str(value)


def exception_text(error: NetException) -> str:
    """Return Exception.ToString(): type, message, inner exceptions."""
    text = f"{type_of(error).name}: {error.message}" if error.message else type_of(error).name
    if error.inner is not None:
        text += f"\n ---> {exception_text(error.inner)}\n   --- End of inner exception stack trace ---"
    return text


def _unnamed(kind: type) -> bool:
    """True for a class without `__str__`."""
    own: Any = kind.__str__
    return own is object.__str__


def _local(text: str) -> str:
    """Return the text with the current culture's infinity sign, U+221E."""
    return text.replace("Infinity", "∞") if "I" in text else text
