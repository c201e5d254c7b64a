"""System.Management.Automation.LanguagePrimitives: PowerShell's conversions and comparisons as methods."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from shell.dotnet.collections.enumerators import LoopEnumerator
from shell.lazy import lazy
from shell.types import OBJECT, ClrType, register, resolve
from shell.types.conversion.conversion import convert, to_bool, try_convert
from shell.types.operators import comparison
from shell.types.registry.checks import not_null
from shell.types.registry.declarations import Row, add_methods
from shell.values.errors import ArgumentException, NetException
from shell.values.objects import Value

if TYPE_CHECKING:
    from shell.types.members import access
else:
    access = lazy("shell.types.members.access", globals())


def _compare(first: Value, second: Value, ignore_case: bool = False, provider: Value = None) -> int:
    """Compare two values; raises ArgumentException where the operators raise a runtime error."""
    try:
        found = comparison.compare(first, second, ignore_case)
    except NetException as error:
        raise ArgumentException(error.message, inner=error) from None
    return 0 if found == 0 else 1 if found > 0 else -1


def _try_compare(first: Value, second: Value, *rest: Any) -> bool:
    *options, result = rest
    try:
        result.value = _compare(first, second, bool(options and options[0]))
    except NetException:
        result.value = 0
        return False
    return True


def _equals(first: Value, second: Value, ignore_case: bool = False, provider: Value = None) -> bool:
    return bool(comparison.equals(first, second, ignore_case))


def _convert(value: Value, target: ClrType, provider: Value = None) -> Value:
    not_null(target, "resultType")
    return convert(value, target)


def _try_convert(value: Value, target: ClrType, *rest: Any) -> bool:
    known, converted = try_convert(value, target)
    rest[-1].value = converted if known else None
    return known


def _enumerable(value: Value) -> Value:
    items = access.enumerate_value(value)
    return None if items is None else value


def _enumerator(value: Value) -> Value:
    items = access.enumerate_value(value)
    return None if items is None else LoopEnumerator(items)


def _type_name(name: str) -> Value:
    """Return PowerShell's name of a CIM type."""
    if not name:
        raise ArgumentException("Value does not fall within the expected range. (Parameter 'typeName')")
    found = resolve(_CIM_NAMES.get(name.lower(), name))
    return f"[{name}]" if found is None else f"[{found.accelerator}]"


_CIM_NAMES: Final = {
    "sint8": "sbyte", "uint8": "byte", "sint16": "int16", "sint32": "int", "sint64": "long",
    "real32": "float", "real64": "double", "boolean": "bool", "char16": "char", "reference": "object",
}  # fmt: skip
_PAIR: Final = "object first, object second"
_CASE: Final = f"{_PAIR}, bool ignoreCase"
_WITH_FORMAT: Final = f"{_CASE}, System.IFormatProvider formatProvider"
_ROWS: Final[tuple[Row, ...]] = (
    ("Compare", f"{_PAIR} -> int|{_CASE} -> int|{_WITH_FORMAT} -> int", _compare),
    (
        "TryCompare",
        f"{_PAIR}, ref int result -> bool|{_CASE}, ref int result -> bool|{_WITH_FORMAT}, ref int result -> bool",
        _try_compare,
    ),
    ("Equals", f"{_PAIR} -> bool|{_CASE} -> bool|{_WITH_FORMAT} -> bool", _equals),
    (
        "ConvertTo",
        "object valueToConvert, type resultType -> object"
        "|object valueToConvert, type resultType, System.IFormatProvider formatProvider -> object",
        _convert,
    ),
    (
        "TryConvertTo",
        "object valueToConvert, type resultType, ref object result -> bool"
        "|object valueToConvert, type resultType, System.IFormatProvider formatProvider, ref object result -> bool",
        _try_convert,
    ),
    ("ConvertTypeNameToPSTypeName", "string typeName -> string", _type_name),
    ("IsTrue", "object obj -> bool", to_bool),
    ("IsObjectEnumerable", "object obj -> bool", lambda value: _enumerable(value) is not None),
    ("GetEnumerable", "object obj -> object", _enumerable),
    ("GetEnumerator", "object obj -> object", _enumerator),
)
add_methods(
    register(ClrType("System.Management.Automation.LanguagePrimitives", OBJECT, is_abstract=True)), _ROWS, static=True
)
