"""Conversions that are tried last: Parse methods, constructors, properties, cast operators."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from shell.lazy import lazy
from shell.types import STRING, ClrType, Method, type_of
from shell.types.conversion import cast_errors
from shell.types.conversion.conversion import convert, elements_of
from shell.types.conversion.text import to_string
from shell.types.members.overloads import Rank, call_constructor, choose, convert_arguments, rank
from shell.types.members.refusals import CALL_ERRORS, refusal
from shell.types.registry.catalog import NUMBER_TYPES
from shell.types.registry.signatures import bind_type
from shell.values import culture as culture_data
from shell.values.errors import MethodException, NetException, PSInvalidCastException
from shell.values.objects import Char, Hashtable, PSCustomObject, Value

if TYPE_CHECKING:
    from shell.types.members import access
else:
    access = lazy("shell.types.members.access", globals())


def convert_other(value: Value, target: ClrType) -> Value:
    """Convert to a type that has no rule of its own; raises PSInvalidCastException."""
    if len(target.generic_arguments) == 1 and _is_single(value):
        made = _as_only_element(value, target)
        if made is not NotImplemented:
            return made
    if isinstance(value, str) and type(value) is not Char:
        return _from_text(value, value, target)
    if isinstance(value, (int, float, Decimal, Char)):
        return _from_scalar(value, target)
    made = by_cast_operator(value, target)
    if made is not NotImplemented:
        return made
    constructor = _constructor_for(value, target)
    if constructor is not None:
        return _construct(constructor, value, target)
    if isinstance(value, list) or elements_of(value) is not None:
        return _from_collection(value, target)
    if isinstance(value, (Hashtable, PSCustomObject)):
        return _from_properties(value, target)
    raise cast_errors.final(value, target)


def _is_single(value: Value) -> bool:
    return not isinstance(value, (list, Hashtable)) and elements_of(value) is None


def _as_only_element(value: Value, target: ClrType) -> Any:
    """Return a generic collection with one converted element: `[List[int]]'4'`. A string gives the elements of a
    List[char].
    """
    element = target.generic_arguments[0]
    if element.name == "System.Char" and isinstance(value, str):
        return NotImplemented
    constructor = _collecting_constructor(target)
    if constructor is None:
        return NotImplemented
    return call_constructor(constructor, [[convert(value, element)]], target)


def _from_text(text: str, original: Value, target: ClrType) -> Value:
    own = target.data.get("convert")
    if own is not None and original is not text:
        made = own(text)
        if made is not NotImplemented:
            return made
    parsers = {method.signature.parameter_names: method for method in target.overloads("parse", static=True)}
    parser = parsers.get(("string", "system.iformatprovider")) or parsers.get(("string",))
    if parser is not None:
        return _parse(parser, text, original, target)
    constructor = _constructor_for(text, target)
    if constructor is not None:
        return _construct(constructor, text, target, original)
    made = by_cast_operator(text, target)
    if made is not NotImplemented:
        return made
    raise cast_errors.final(original, target)


class _InvariantFormats:
    """The format provider of casts."""

    culture = culture_data.INVARIANT


_INVARIANT_FORMATS: Final = _InvariantFormats()
_READS_BY_CULTURE: Final = ContextVar("reads_by_culture", default=False)


@contextmanager
def in_current_culture() -> Iterator[None]:
    """Parse strings by the current culture within the block, as for a cmdlet's arguments; casts are invariant."""
    token = _READS_BY_CULTURE.set(True)
    try:
        yield
    finally:
        _READS_BY_CULTURE.reset(token)


def _parse(method: Method, text: str, original: Value, target: ClrType) -> Value:
    with_provider = len(method.signature.parameters) == 2
    try:
        if not with_provider:
            return method.function(text)
        by_culture = culture_data.current() is culture_data.EN_US or _READS_BY_CULTURE.get()
        return method.function(text, None if by_culture else _INVARIANT_FORMATS)
    except PSInvalidCastException:
        raise
    except NetException as error:
        suffix = "WithFormatProvider" if with_provider else ""
        raise cast_errors.because(text, target, "InvalidCastParseTargetInvocation" + suffix, error) from None


def _from_scalar(value: Value, target: ClrType) -> Value:
    """Convert a number by a constructor that takes one, else by its text. Boolean and Char have neither conversion."""
    constructor = None if _is_count(value) and _is_collection(target) else _constructor_for(value, target)
    if constructor is not None:
        return _construct(constructor, value, target)
    made = by_cast_operator(value, target)
    if made is not NotImplemented:
        return made
    if isinstance(value, (bool, Char)) or (_is_count(value) and _is_collection(target)):
        raise cast_errors.final(value, target)
    return _from_text(to_string(value), value, target)


def _is_count(value: Value) -> bool:
    return isinstance(value, int) and not isinstance(value, (bool, Char))


def _is_collection(target: ClrType) -> bool:
    """True for collections: their constructor with a number takes a capacity and is no conversion."""
    return not target.ancestry.isdisjoint(("system.collections.icollection", "system.collections.ilist"))


def _constructor_for(value: Value, target: ClrType) -> Method | None:
    best: Method | None = None
    best_rank = Rank.NONE
    for constructor in target.constructor_overloads():
        parameters = constructor.signature.parameters
        if len(parameters) != 1 or parameters[0].is_params or parameters[0].by_ref or constructor.wants_session:
            continue
        wanted = bind_type(parameters[0].type_name, target)
        if wanted is None:
            continue
        found = rank(value, wanted)
        accepted = found >= Rank.NUMERIC_IMPLICIT and found is not Rank.STRING_TO_CHARS
        if type(value) is Char and wanted.name in ("System.Int32", "System.Int64", "System.UInt16", "System.UInt32"):
            accepted = True
        if accepted and found > best_rank:
            best, best_rank = constructor, found
    return best


def _construct(constructor: Method, value: Value, target: ClrType, original: Value = None) -> Value:
    candidate_type = bind_type(constructor.signature.parameters[0].type_name, target)
    argument = value if candidate_type is None else convert(value, candidate_type)
    try:
        return call_constructor(constructor, [argument], target)
    except (AttributeError, TypeError):  # a constructor that takes any object cannot use this one
        raise cast_errors.final(value, target) from None
    except CALL_ERRORS as problem:
        error = refusal(problem, constructor.signature.parameters, [argument])
        raise cast_errors.because(
            value if original is None else original, target, "InvalidCastConstructorException", error
        ) from None


def _from_collection(value: Value, target: ClrType) -> Value:
    items: Iterable[Value] = value if isinstance(value, list) else elements_of(value) or []
    constructor = _collecting_constructor(target)
    if constructor is None:
        raise cast_errors.final(value, target)
    element = target.generic_arguments[0] if len(target.generic_arguments) == 1 else None
    return call_constructor(constructor, [[convert(each, element) if element else each for each in items]], target)


def _collecting_constructor(target: ClrType) -> Method | None:
    """Return the constructor that takes the elements of a new collection."""
    for constructor in target.constructor_overloads():
        parameters = constructor.signature.parameters
        if len(parameters) == 1 and parameters[0].type_name.split("[")[0].rpartition(".")[2] in (
            "ICollection",
            "IEnumerable",
        ):
            return constructor
    return None


def by_cast_operator(value: Value, target: ClrType) -> Any:
    """Convert by op_Implicit or op_Explicit of either type; return NotImplemented if neither has one that fits."""
    source = type_of(value)
    for owner in (source, target):
        for name in ("op_implicit", "op_explicit"):
            for method in owner.overloads(name, static=True):
                parameter = bind_type(method.signature.parameters[0].type_name, owner)
                returned = bind_type(method.signature.returns, owner)
                if (
                    returned is target
                    and parameter is not None
                    and (parameter is source or parameter.is_assignable_from(source))
                ):
                    try:
                        return method.function(value)
                    except CALL_ERRORS as problem:
                        error = refusal(problem, method.signature.parameters, [value])
                        error_id = f"InvalidCastTargetInvocationException{method.name}"
                        raise cast_errors.because(value, target, error_id, error) from None
    return NotImplemented


def _from_properties(value: Hashtable | PSCustomObject, target: ClrType) -> Value:
    """Return an object made by its default constructor, with its properties set from the entries."""
    if target.name in _PRIMITIVE:
        raise cast_errors.final(value, target)
    make = _empty_constructor(target)
    if make is None:
        raise cast_errors.final(value, target)
    entries = value.items() if isinstance(value, Hashtable) else iter(value.members.items())
    made: Value = None
    pairs = list(entries)
    settable = [each for each in target.all_properties() if each.set is not None]
    for key, _ in pairs:
        name = to_string(key)
        member = target.property(name.lower())
        if member is None or member.set is None:
            raise _no_property(name, target, settable)
    made = make()
    for key, entry in pairs:
        try:
            access.set_member(made, to_string(key), entry, None)
        except NetException as error:
            raise PSInvalidCastException(
                f'Cannot create object of type "{target.script_name}". {error.message}',
                error_id="ObjectCreationError",
                inner=error,
            ) from None
    return made


_PRIMITIVE = frozenset(f"System.{name}" for name in ("Boolean", "Char", *NUMBER_TYPES) if name != "Decimal")


def _empty_constructor(target: ClrType) -> Callable[[], Value] | None:
    for constructor in target.constructor_overloads():
        if not constructor.signature.parameters:
            return lambda: call_constructor(constructor, [], target)
    if target.is_value_type:
        return lambda: target.data.get("default")
    return None


def _no_property(name: str, target: ClrType, settable: list[Any]) -> PSInvalidCastException:
    if settable:
        shown = ", ".join(f"[{each.name} <{_type_name(each.type_name, target)}>]" for each in settable)
        hint = f"The settable properties are: {shown}."
    else:
        hint = "There is no settable property available."
    return PSInvalidCastException(
        f"Cannot create object of type \"{target.script_name}\". The property '{name}' was not found for the"
        f" '{target.script_name}' object. {hint}",
        error_id="ObjectCreationError",
    )


def _type_name(name: str, owner: ClrType) -> str:
    found = bind_type(name, owner)
    return name if found is None else found.full_name


__all__ = [
    "STRING",
    "MethodException",
    "by_cast_operator",
    "choose",
    "convert_arguments",
    "convert_other",
]
