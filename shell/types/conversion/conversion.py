"""PowerShell's conversions, in the order that casts, parameters, assignments and comparisons try them.

A type may have a rule of its own: `type.data["convert"]` takes a value and returns the converted one or NotImplemented.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from shell.language.units import in_units
from shell.lazy import lazy
from shell.types import (
    ARRAY,
    CHAR,
    INT32,
    OBJECT,
    PS_CUSTOM_OBJECT,
    PS_OBJECT,
    STRING,
    ClrType,
    resolve,
    type_of,
)
from shell.types.conversion import cast_errors
from shell.types.conversion.numeric import to_char, to_number
from shell.types.conversion.text import to_string
from shell.types.registry.enumeration import to_enum
from shell.values.errors import NetException, PSInvalidCastException
from shell.values.objects import (
    ABSENT,
    AUTOMATION_NULL,
    PRESENT,
    ArrayList,
    Char,
    GenericList,
    Hashtable,
    OrderedDictionary,
    PSCustomObject,
    PSObject,
    TypedArray,
    Value,
)

if TYPE_CHECKING:
    from shell.types.conversion import fallback_conversions
    from shell.types.members import access
else:
    fallback_conversions = lazy("shell.types.conversion.fallback_conversions", globals())
    access = lazy("shell.types.members.access", globals())


def to_bool(value: Value) -> bool:
    """Return the truth of a value."""
    kind = type(value)
    if kind is bool:
        truth: bool = value
        return truth
    if kind is str or kind is int or value is None or kind is float:
        return bool(value)
    if kind is Char:
        return bool(value != "\0")
    if isinstance(value, (int, float, Decimal)):
        return bool(value != 0)
    if isinstance(value, list):
        return _list_truth(value)
    if isinstance(value, PSObject) and value.base is not value:
        return to_bool(value.base)
    if value is AUTOMATION_NULL:
        return False
    own = getattr(value, "clr_truth", None)
    return True if own is None else bool(own())


def _list_truth(value: list[Any]) -> bool:
    if len(value) != 1:
        return bool(value)
    only = value[0]
    base = only.base if isinstance(only, PSObject) else only
    return bool(base) if isinstance(base, list) else to_bool(only)


def to_int(value: Value) -> int:
    """Convert to Int32."""
    if type(value) is int:
        return value
    found: int = convert(value, INT32)
    return found


def try_convert(value: Value, target: ClrType) -> tuple[bool, Value]:
    """Return (True, converted value), or (False, None) if no conversion exists."""
    try:
        return True, convert(value, target)
    except PSInvalidCastException:
        return False, None


def convert(value: Value, target: ClrType, *, for_binding: bool = False) -> Value:
    """Convert a value to a type; raises PSInvalidCastException.

    `for_binding` applies the stricter rule of parameters: a string is no Boolean.
    """
    kind = type(value)
    if kind is target.python_class and kind is not PSObject:
        return value
    if target is OBJECT:
        return value
    if value is AUTOMATION_NULL:
        value = None
    elif isinstance(value, PSObject) and value.base is not value:
        if target is PS_OBJECT or target.is_assignable_from(type_of(value.base)):
            return value
        value = value.base
    elif value is not None and target.is_assignable_from(type_of(value)):
        return value
    own = target.data.get("convert")
    if own is not None:
        made = own(value)
        if made is not NotImplemented:
            return made
    direct = _LADDER.get(target.name)
    if direct is not None:
        if direct is to_number and hasattr(type(value), "script_type"):
            made = fallback_conversions.by_cast_operator(value, target)
            if made is not NotImplemented:
                return made
        return (
            _boolean_argument(value, target)
            if for_binding and target.name == "System.Boolean"
            else direct(value, target)
        )
    if target.is_enum:
        return to_enum(value, target)
    if target.element_type is not None:
        return _to_array(value, target)
    if target.is_nullable:
        return None if value is None or value == "" else convert(value, target.generic_arguments[0])
    if value is None:
        return _from_null(target)
    return fallback_conversions.convert_other(value, target)


def _from_null(target: ClrType) -> Value:
    if target.is_value_type:
        raise cast_errors.null_to_value_type(target)
    return None


def _boolean_argument(value: Value, target: ClrType) -> bool:
    """Convert the argument of a [bool] parameter, which takes booleans and numbers only."""
    if isinstance(value, (bool, int, float, Decimal)):
        return bool(value)
    if type_of(value).name == "System.Management.Automation.SwitchParameter":
        return to_bool(value)
    shown = "" if value is None else to_string(value)
    source = type_of(value).name
    raise PSInvalidCastException(
        f'Cannot convert value "{shown}" to type "{target.name}". Boolean parameters accept only Boolean values and'
        " numbers, such as $True, $False, 1 or 0.",
        error_id="ParameterArgumentTransformationError" if source else None,
    )


def _to_bool(value: Value, target: ClrType) -> Value:
    return to_bool(value)


def _to_text(value: Value, target: ClrType) -> Value:
    return to_string(value)


def _to_ps_object(value: Value, target: ClrType) -> Value:
    """Cast to `[psobject]` or `[pscustomobject]`: a dictionary becomes an object with its entries."""
    if isinstance(value, Hashtable):
        return custom_object(value)
    return value


def custom_object(entries: Hashtable) -> PSCustomObject:
    """Return a PSCustomObject with a dictionary's entries; the entry `PSTypeName` names its type."""
    made = PSCustomObject()
    for key, value in entries.items():
        name = to_string(key)
        if name.lower() == "pstypename" and value is not None:
            made.type_names = [to_string(value), *PS_CUSTOM_OBJECT.type_names]
        else:
            made.members[name] = value
    return made


def _to_hashtable(value: Value, target: ClrType) -> Value:
    if value is None:
        return None
    if isinstance(value, OrderedDictionary):
        return Hashtable(value.items())
    if isinstance(value, Hashtable):
        return value
    if getattr(value, "is_dictionary", False):
        return Hashtable(value.items())
    raise cast_errors.final(value, target)


def _to_any_array(value: Value, target: ClrType) -> Value:
    if value is None:
        return None
    if isinstance(value, list):
        return list(value)
    elements = elements_of(value)
    return [value] if elements is None else elements


def elements_of(value: Value) -> list[Value] | None:
    """Return the elements of a collection that is no list; None for other values, dictionaries and strings."""
    enumerate_own = getattr(value, "clr_enumerate", None)
    if enumerate_own is None or getattr(value, "is_dictionary", False):
        return None
    return list(enumerate_own())


def _to_array(value: Value, target: ClrType) -> Value:
    element = target.element_type
    assert element is not None
    if value is None:
        return None
    if target.rank > 1:
        raise cast_errors.final(value, target)
    if element is CHAR and isinstance(value, str):
        return TypedArray(CHAR, [Char(unit) for unit in in_units(value)])
    items = value if isinstance(value, list) else elements_of(value)
    if items is None:
        items = [_as_element(value, target)]
    if element is OBJECT:
        return list(items)
    return TypedArray(element, [convert(each, element) for each in items])


def _as_element(value: Value, target: ClrType) -> Value:
    """Return a scalar as the only element of an array. Fails if only IConvertible converts it (a date to int[])."""
    assert target.element_type is not None
    try:
        convert(value, target.element_type)
    except PSInvalidCastException as error:
        if (
            error.error_id == "InvalidCastIConvertible"
            and error.message.endswith("'.\"")
            and "Invalid cast" in error.message
        ):
            raise cast_errors.invalid_cast(value, target, short=False) from None
        if error.error_id == "ConvertToFinalInvalidCastException":
            raise cast_errors.final(value, target) from None
        raise cast_errors.because(value, target, "InvalidCastExceptionScalarToArray", error) from None
    return value


def _to_array_list(value: Value, target: ClrType) -> Value:
    if value is None:
        return None
    if isinstance(value, list):
        return ArrayList(value)
    if type(value) is Char:
        return ArrayList()  # whole numbers are no capacity here, though a constructor takes one
    elements = elements_of(value)
    if elements is not None:
        return ArrayList(elements)
    if isinstance(value, Hashtable):
        return ArrayList(access.enumerate_entries(value))
    raise cast_errors.final(value, target)


def _to_type(value: Value, target: ClrType) -> Value:
    if value is None or isinstance(value, ClrType):
        return value
    if isinstance(value, (int, float, Decimal)) and type(value) is not bool:
        value = to_string(value)
    if not isinstance(value, str) or type(value) is Char:
        raise cast_errors.final(value, target)
    text = value.strip()
    found = resolve(text[1:-1] if text.startswith("[") and text.endswith("]") else text)
    if found is None:
        raise PSInvalidCastException(
            f'Cannot convert the "{value}" value of type "System.String" to type "System.Type".',
            error_id="InvalidCastFromStringToType",
        )
    return found


def _to_switch(value: Value, target: ClrType) -> Value:
    if value is None or isinstance(value, bool):
        return PRESENT if value else ABSENT
    return fallback_conversions.convert_other(value, target)


def _to_void(value: Value, target: ClrType) -> Value:
    return AUTOMATION_NULL


_NUMBER_NAMES: Final = (
    "SByte Byte Int16 UInt16 Int32 UInt32 Int64 UInt64 Single Double Decimal Numerics.BigInteger".split()  # noqa: SIM905
)

_LADDER: Final[dict[str, Callable[[Value, ClrType], Value]]] = {
    **{"System." + name: to_number for name in _NUMBER_NAMES},
    "System.String": _to_text,
    "System.Boolean": _to_bool,
    "System.Char": to_char,
    "System.Array": _to_any_array,
    "System.Management.Automation.PSObject": _to_ps_object,
    "System.Management.Automation.PSCustomObject": _to_ps_object,
    "System.Collections.Hashtable": _to_hashtable,
    "System.Collections.ArrayList": _to_array_list,
    "System.Type": _to_type,
    "System.RuntimeType": _to_type,
    "System.Void": _to_void,
    "System.Management.Automation.SwitchParameter": _to_switch,
}

__all__ = [
    "ARRAY",
    "STRING",
    "GenericList",
    "NetException",
    "convert",
    "custom_object",
    "elements_of",
    "to_bool",
    "to_int",
    "try_convert",
]
