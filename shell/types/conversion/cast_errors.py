"""The errors of conversions: their ids and texts."""

from __future__ import annotations

from typing import Final

from shell.types import ClrType, type_of
from shell.types.conversion.text import net_string
from shell.values.errors import NetException, PSInvalidCastException
from shell.values.objects import Char, Value

_TYPE_CODES: Final = frozenset(
    f"System.{name}"
    for name in (
        *("Boolean", "Char", "SByte", "Byte", "Int16", "UInt16", "Int32", "UInt32", "Int64", "UInt64"),
        *("Single", "Double", "Decimal", "DateTime", "String"),
    )
)


def final(value: Value, target: ClrType) -> PSInvalidCastException:
    """Return the error for a value that no rule converts. For Boolean, Char and DateTime it is the one of IConvertible,
    tried last.
    """
    if isinstance(value, (bool, Char)) or type_of(value).name == "System.DateTime":
        return invalid_cast(value, target, short=target.name in _TYPE_CODES)
    return PSInvalidCastException(
        f'Cannot convert the "{net_string(value)}" value of type "{type_of(value).script_name}"'
        f' to type "{target.script_name}".',
        error_id="ConvertToFinalInvalidCastException",
    )


def because(value: Value, target: ClrType, error_id: str, reason: NetException | str) -> PSInvalidCastException:
    """Return the error for a conversion rule that applied and failed."""
    message = reason if isinstance(reason, str) else reason.message
    return PSInvalidCastException(
        f'Cannot convert value "{net_string(value)}" to type "{target.script_name}". Error: "{message}"',
        error_id=error_id,
        inner=None if isinstance(reason, str) else reason,
    )


def invalid_cast(value: Value, target: ClrType, *, short: bool) -> PSInvalidCastException:
    """Return IConvertible's error; types that it has methods for appear by their short names."""
    source = type_of(value)
    names = (source.short_name, target.short_name) if short else (source.full_name, target.full_name)
    return because(value, target, "InvalidCastIConvertible", f"Invalid cast from '{names[0]}' to '{names[1]}'.")


def null_to_value_type(target: ClrType) -> PSInvalidCastException:
    """Return the error for converting $null to a value type."""
    return PSInvalidCastException(
        f'Cannot convert null to type "{target.script_name}".', error_id="nullToObjectInvalidCast"
    )
