"""Overload resolution for .NET methods and conversion of the arguments, by PowerShell's rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum
from typing import Any, Final

from shell.types import CHAR, OBJECT, STRING, ClrType, Method, type_of
from shell.types.conversion.conversion import convert
from shell.types.conversion.reference import PSReference
from shell.types.conversion.text import net_string
from shell.types.registry.signatures import Signature, SignatureParameter, bind_type
from shell.values.errors import MethodException, PSInvalidCastException
from shell.values.objects import AUTOMATION_NULL, MISSING, PSCustomObject, PSObject, Value


class Rank(IntEnum):
    """The rank of a conversion; the highest is best."""

    NONE = 0
    UNRELATED_ARRAYS = 1
    TO_STRING = 2
    CUSTOM = 3
    CONVERTIBLE = 4
    IMPLICIT_CAST = 5
    EXPLICIT_CAST = 6
    CONSTRUCTOR = 7
    CREATE = 8
    PARSE = 9
    PS_OBJECT = 10
    LANGUAGE = 11
    NULL_TO_VALUE = 12
    NULL_TO_REFERENCE = 13
    NUMERIC_EXPLICIT = 14
    NUMERIC_STRING = 15
    NUMERIC_IMPLICIT = 16
    ASSIGNABLE = 17
    STRING_TO_CHARS = 18
    IDENTITY = 19


_WIDENING: Final[dict[str, str]] = {
    "SByte": "Int16 Int32 Int64 Single Double Decimal",
    "Byte": "Int16 UInt16 Int32 UInt32 Int64 UInt64 Single Double Decimal",
    "Int16": "Int32 Int64 Single Double Decimal",
    "UInt16": "Int32 UInt32 Int64 UInt64 Single Double Decimal",
    "Int32": "Int64 Single Double Decimal",
    "UInt32": "Int64 UInt64 Single Double Decimal",
    "Int64": "Single Double Decimal",
    "UInt64": "Single Double Decimal",
    "Single": "Double",
    "Double": "",
    "Decimal": "",
}
_IMPLICIT: Final = {
    (f"System.{source}", f"System.{target}") for source, targets in _WIDENING.items() for target in targets.split()
}
_NUMERIC: Final = frozenset(f"System.{name}" for name in _WIDENING)
_CONVERTIBLE: Final = _NUMERIC | {"System.Boolean", "System.Char", "System.DateTime", "System.String"}


def rank(value: Value, target: ClrType) -> Rank:
    """Return the rank of the conversion of a value to a type."""
    if value is None or value is AUTOMATION_NULL:
        if target is STRING or not target.is_value_type or target.is_nullable:
            return Rank.NULL_TO_REFERENCE
        return Rank.NULL_TO_VALUE
    if isinstance(value, PSObject) and value.base is not value:
        value = value.base
    source = type_of(value)
    if source is target:
        return Rank.IDENTITY
    if target.is_assignable_from(source):
        return Rank.ASSIGNABLE
    if target.is_nullable:
        return rank(value, target.generic_arguments[0])
    return _rank_types(source, target, value)


def _rank_types(source: ClrType, target: ClrType, value: Value) -> Rank:
    if target is STRING:
        return Rank.TO_STRING
    if target.name in _NUMERIC:
        return _rank_to_number(source, target)
    if target.name == "System.Boolean":
        return Rank.LANGUAGE
    if target.element_type is not None:
        return _rank_to_array(source, target, value)
    if target.is_enum:
        if source is STRING:
            return Rank.NUMERIC_STRING
        if source.name in _NUMERIC and source.name not in ("System.Double", "System.Single", "System.Decimal"):
            return Rank.LANGUAGE
        return Rank.LANGUAGE if isinstance(value, list) else Rank.NONE
    if target is CHAR:
        return Rank.PARSE if source is STRING else Rank.NUMERIC_EXPLICIT if source.name in _NUMERIC else Rank.NONE
    return _rank_to_object(source, target, value)


def _rank_to_number(source: ClrType, target: ClrType) -> Rank:
    if (source.name, target.name) in _IMPLICIT:
        return Rank.NUMERIC_IMPLICIT
    if source.name in _NUMERIC:
        return Rank.NUMERIC_EXPLICIT
    if source is STRING:
        return Rank.NUMERIC_STRING
    if source is CHAR:
        return Rank.LANGUAGE
    if source.name in _CONVERTIBLE or source.is_enum:
        return Rank.CONVERTIBLE
    return Rank.NONE


def _rank_to_array(source: ClrType, target: ClrType, value: Value) -> Rank:
    element = target.element_type
    assert element is not None
    if source is STRING and element is CHAR:
        return Rank.STRING_TO_CHARS
    if isinstance(value, list):
        if element is OBJECT:
            return Rank.UNRELATED_ARRAYS
        return Rank.UNRELATED_ARRAYS if all(rank(each, element) for each in value) else Rank.NONE
    inner = rank(value, element)
    return (
        Rank.NONE
        if inner in (Rank.NONE, Rank.CONVERTIBLE)
        else Rank(max(Rank.UNRELATED_ARRAYS, min(inner, Rank.LANGUAGE)))
    )


def _rank_to_object(source: ClrType, target: ClrType, value: Value) -> Rank:
    own = target.data.get("rank")
    if own is not None:
        return Rank(own(value))
    if source is STRING and target.overloads("parse", static=True):
        return Rank.PARSE
    if isinstance(value, (list, tuple)):
        return (
            Rank.CONSTRUCTOR
            if "system.collections.ienumerable" in target.ancestry and target.constructor_overloads()
            else Rank.NONE
        )
    for constructor in target.constructor_overloads():
        parameters = constructor.signature.parameters
        if len(parameters) == 1:
            wanted = bind_type(parameters[0].type_name, target)
            if wanted is not None and (
                wanted is source or (source.name, wanted.name) in _IMPLICIT or wanted.is_assignable_from(source)
            ):
                return Rank.CONSTRUCTOR
    if _casts(source, target):
        return Rank.IMPLICIT_CAST
    if type(value).__name__ in ("Hashtable", "OrderedDictionary", "PSCustomObject"):
        return Rank.CREATE if not target.is_interface else Rank.NONE
    if source.name in _CONVERTIBLE and source is not STRING:
        return Rank.CONVERTIBLE
    if target.name == "System.Type" and source is STRING:
        return Rank.LANGUAGE
    if target.name == "System.Management.Automation.PSObject":
        return Rank.PS_OBJECT
    return Rank.NONE


def _casts(source: ClrType, target: ClrType) -> bool:
    """True if source or target has an implicit conversion operator from one to the other."""
    for owner in (source, target):
        for method in owner.overloads("op_implicit", static=True):
            parameters = method.signature.parameters
            if (
                len(parameters) == 1
                and bind_type(parameters[0].type_name, owner) is source
                and bind_type(method.signature.returns, owner) is target
            ):
                return True
    return False


@dataclass(slots=True)
class Candidate:
    """An overload with the parameter type for each argument."""

    method: Method
    types: list[ClrType]
    parameters: list[SignatureParameter]
    expanded: bool
    ranks: list[Rank]


def _candidate(method: Method, count: int, owner: ClrType, expand: bool) -> Candidate | None:
    signature = method.signature
    parameters = list(signature.parameters)
    if expand:
        last = parameters.pop()
        extra = count - len(parameters)
        if extra < 0:
            return None
        parameters += [last] * extra
    elif not signature.required <= count <= len(parameters) or (signature.takes_params and count != len(parameters)):
        return None
    types: list[ClrType] = []
    for place, parameter in enumerate(parameters[:count]):
        name = parameter.type_name
        if expand and place >= len(signature.parameters) - 1:
            name = name.removesuffix("[]")
        types.append(bind_type(name, owner) or OBJECT)
    return Candidate(method, types, parameters, expand, [])


def candidates(overloads: Sequence[Method], count: int, owner: ClrType) -> list[Candidate]:
    """Return the overloads that accept `count` arguments."""
    found: list[Candidate] = []
    for method in overloads:
        for expand in (False, True) if method.signature.takes_params else (False,):
            candidate = _candidate(method, count, owner, expand)
            if candidate is not None:
                found.append(candidate)
    return found


def choose(name: str, overloads: Sequence[Method], arguments: Sequence[Value], owner: ClrType) -> Candidate:
    """Return the best overload. Raises MethodException if there is none or more than one."""
    found = candidates(overloads, len(arguments), owner)
    if len(found) == 1:
        return found[0]
    rated = []
    for candidate in found:
        candidate.ranks = [
            Rank.IDENTITY if parameter.by_ref else rank(argument, wanted)
            for argument, wanted, parameter in zip(arguments, candidate.types, candidate.parameters, strict=False)
        ]
        if Rank.NONE not in candidate.ranks:
            rated.append(candidate)
    if not rated:
        raise MethodException(
            f'Cannot find an overload for "{name}" and the argument count: "{len(arguments)}".',
            error_id="MethodCountCouldNotFindBest",
        )
    plain = [candidate for candidate in rated if not _wraps_scalar(candidate, arguments)]
    rated = plain or rated
    best = rated[0]
    for candidate in rated[1:]:
        if _compare(candidate, best) > 0:
            best = candidate
    if any(candidate is not best and _compare(best, candidate) == 0 for candidate in rated):
        raise MethodException(
            f'Multiple ambiguous overloads found for "{name}" and the argument count: "{len(arguments)}".',
            error_id="MethodCountCouldNotFindBest",
        )
    return best


def _wraps_scalar(candidate: Candidate, arguments: Sequence[Value]) -> bool:
    """True if a scalar argument would become an array of one element: such an overload is the last choice."""
    return any(
        wanted.element_type is not None
        and place in (Rank.UNRELATED_ARRAYS, *_SCALAR_RANKS)
        and not isinstance(argument.base if isinstance(argument, PSObject) else argument, (list, type(None)))
        for argument, wanted, place in zip(arguments, candidate.types, candidate.ranks, strict=True)
    )


_SCALAR_RANKS: Final = tuple(each for each in Rank if Rank.UNRELATED_ARRAYS < each <= Rank.LANGUAGE)


def _compare(one: Candidate, other: Candidate) -> int:
    """Return a positive number if the first candidate is better. Earlier parameters weigh more."""
    result = 0
    count = len(one.ranks)
    for place in range(count):
        result += (count - place) * _sign(one.ranks[place], other.ranks[place])
    if result == 0:
        for place in range(count):
            result += (count - place) * _narrower(one, other, place)
    if result == 0 and one.expanded != other.expanded:
        return -1 if one.expanded else 1
    if result == 0:
        result = _sign(len(other.method.signature.parameters), len(one.method.signature.parameters))
    return result


def _sign(one: int, other: int) -> int:
    return (one > other) - (one < other)


_ORDER: Final = {
    name: place
    for place, name in enumerate(
        f"System.{each}"
        for each in (
            "SByte",
            "Byte",
            "Int16",
            "UInt16",
            "Int32",
            "UInt32",
            "Int64",
            "UInt64",
            "Double",
            "Single",
            "Decimal",
        )
    )
}


def _narrower(one: Candidate, other: Candidate, place: int) -> int:
    """Compare two parameters with equal ranks: the more specific type wins."""
    mine, theirs = one.types[place], other.types[place]
    if mine is theirs or one.ranks[place] < Rank.NULL_TO_VALUE:
        return 0
    if mine.is_enum != theirs.is_enum and one.ranks[place] == Rank.NUMERIC_STRING:
        return 1 if mine.is_enum else -1  # a string is rather the name of a value than a number
    if mine.name in _ORDER and theirs.name in _ORDER:
        if one.ranks[place] == Rank.NUMERIC_IMPLICIT:
            return _sign(_ORDER[theirs.name], _ORDER[mine.name])
        return _sign(_width(mine), _width(theirs))
    if theirs.is_assignable_from(mine):
        return 1
    if mine.is_assignable_from(theirs):
        return -1
    return 0


def _width(number: ClrType) -> int:
    return _ORDER[number.name] if number.python_class not in (float, Decimal) else _ORDER[number.name] + 20


def convert_arguments(
    name: str, candidate: Candidate, arguments: Sequence[Value], owner: ClrType, *, by_index: bool = False
) -> list[Any]:
    """Convert the arguments of a call, collect those of `params` and add default values."""
    converted: list[Any] = []
    for place, argument in enumerate(arguments):
        parameter = candidate.parameters[place]
        if parameter.by_ref:
            if not isinstance(argument, PSReference):
                raise _reference_error(place, "should be", "Use", "NonRefArgumentToRefParameterMsg")
            converted.append(argument)
            continue
        if isinstance(argument, PSReference) and not _takes_reference(candidate.types[place]):
            raise _reference_error(place, "cannot be", "Do not use", "RefArgumentToNonRefParameterMsg")
        converted.append(
            convert_argument(name, argument, candidate.types[place], str(place) if by_index else parameter.name)
        )
    signature = candidate.method.signature
    if candidate.expanded:
        fixed = len(signature.parameters) - 1
        array = bind_type(signature.parameters[-1].type_name, owner)
        gathered = converted[fixed:]
        return [*converted[:fixed], convert(gathered, array) if array is not None else gathered]
    return converted + defaults(signature, owner, len(converted))


def defaults(signature: Signature, owner: ClrType, count: int) -> list[Value]:
    """Return the default values of the parameters after the first `count`."""
    found: list[Value] = []
    for parameter in signature.parameters[count:]:
        if parameter.default is not MISSING:
            wanted = bind_type(parameter.type_name, owner)
            is_number = wanted is not None and wanted.is_value_type
            found.append(convert(parameter.default, wanted) if is_number and wanted else parameter.default)
    return found


def _takes_reference(wanted: ClrType) -> bool:
    return wanted is OBJECT or wanted.name == "System.Management.Automation.PSReference"


def _reference_error(place: int, verb: str, advice: str, error_id: str) -> MethodException:
    return MethodException(
        f"Argument: '{place + 1}' {verb} a System.Management.Automation.PSReference. {advice} [ref].",
        error_id=error_id,
    )


def convert_argument(name: str, argument: Value, wanted: ClrType, label: str) -> Value:
    """Convert one argument of a method; `label` names its parameter in the error."""
    kind = type(argument)
    if kind is wanted.python_class and not issubclass(kind, PSObject):
        return argument
    if getattr(kind, "null_like", False) and wanted is STRING:
        return None
    if wanted is OBJECT:
        return None if argument is AUTOMATION_NULL else argument
    if isinstance(argument, PSObject) and not isinstance(argument, PSCustomObject):
        argument = argument.base
    try:
        return convert(argument, wanted)
    except PSInvalidCastException as error:
        raise MethodException(
            f'Cannot convert argument "{label}", with value: "{net_string(argument)}", for "{name}" to type'
            f' "{wanted.script_name}": "{error.message}"',
            error_id="MethodArgumentConversionInvalidCastArgument",
            inner=error,
        ) from None


def call_constructor(constructor: Method, arguments: list[Any], target: ClrType) -> Value:
    """Call a constructor; those of generic types get the closed type first."""
    if target.generic_arguments:
        return constructor.function(target, *arguments)
    return constructor.function(*arguments)
