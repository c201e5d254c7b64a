"""Calling: methods of any value, static members of types, constructors, operator methods."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final

from shell.lazy import lazy
from shell.types import OBJECT, VOID, ClrType, Method, class_decides_type, type_of
from shell.types.conversion.conversion import convert, to_int
from shell.types.members import type_data
from shell.types.members.bound_methods import static_method_object
from shell.types.members.extended_members import GetValueInvocationException
from shell.types.members.overloads import Candidate, call_constructor, choose, convert_arguments
from shell.types.members.refusals import CALL_ERRORS, refusal
from shell.types.registry.enumeration import enum_value, find_member
from shell.values.errors import (
    ErrorCategory,
    MethodException,
    MethodInvocationException,
    NetException,
    NotEmulatedException,
    OverflowException,
    PSInvalidCastException,
    RuntimeException,
)
from shell.values.extension import extension
from shell.values.flow import ControlFlow
from shell.values.objects import AUTOMATION_NULL, MISSING, Hashtable, MultiArray, PSObject, TypedArray, Value

if TYPE_CHECKING:
    from shell.types.members import access, intrinsics, reading
else:
    access = lazy("shell.types.members.access", globals())
    reading = lazy("shell.types.members.reading", globals())
    intrinsics = lazy("shell.types.members.intrinsics", globals())


def _null_call() -> RuntimeException:
    return RuntimeException(
        "You cannot call a method on a null-valued expression.",
        error_id="InvokeMethodOnNull",
        category=ErrorCategory.InvalidOperation,
    )


def method_not_found(owner: str, name: str, target: str | None = None) -> RuntimeException:
    """Return the error for a method that a type lacks."""
    return RuntimeException(
        f"Method invocation failed because [{owner}] does not contain a method named '{name}'.",
        error_id="MethodNotFound",
        category=ErrorCategory.InvalidOperation,
        target=target,
    )


def method_failure(name: str, count: int, error: NetException) -> NetException:
    """Return the error of a failed method call: a MethodInvocationException around the method's error, or an engine
    error as it is.
    """
    if isinstance(error, RuntimeException) and not error.from_method:
        return error
    return MethodInvocationException(
        f'Exception calling "{name}" with "{count}" argument(s): "{error.message}"',
        inner=error,
        error_id=type(error).clr_name.rpartition(".")[2],
    )


def constructor_failure(count: int, error: NetException) -> MethodInvocationException:
    """Return the error of a script class's constructor as a caller by reflection sees it."""
    return MethodInvocationException(
        f'Exception calling ".ctor" with "{count}" argument(s): "{error.message}"', inner=error
    )


def invoke(
    name: str,
    overloads: Sequence[Method],
    owner: ClrType,
    target: Value,
    arguments: Sequence[Value],
    session: Any,
    *,
    by_index: bool = False,
) -> Value:
    """Choose an overload, convert the arguments, call. `target` is MISSING for a static method."""
    candidate = choose(overloads[0].name if overloads else name, overloads, arguments, owner)
    return _call_chosen(candidate, owner, target, arguments, session, by_index)


def _call_chosen(
    candidate: Candidate, owner: ClrType, target: Value, arguments: Sequence[Value], session: Any, by_index: bool
) -> Value:
    converted = convert_arguments(candidate.method.name, candidate, arguments, owner, by_index=by_index)
    method = candidate.method
    given = [] if target is MISSING else [target]
    if method.wants_session:
        given.append(session)
    try:
        result = method.function(*given, *converted)
    except NotEmulatedException:
        raise
    except CALL_ERRORS as error:
        raise method_failure(method.name, len(arguments), refusal(error, candidate.parameters, converted)) from None
    if result is None and method.signature.returns in ("void", "System.Void"):
        return AUTOMATION_NULL
    return result


def call_method(value: Value, name: str, arguments: Sequence[Value], session: Any = None) -> Value:
    """Call a method: of the object itself, of its type, of every object, or of a collection's elements."""
    lowered = name.lower()
    if value is None or value is AUTOMATION_NULL:
        if lowered in _OF_ALL:  # null counts as one object
            return _intrinsic(lowered)(value, arguments, session)
        raise _null_call()
    if lowered in ("psforeach", "pswhere"):  # the names to use on objects with a ForEach or Where of their own
        return _intrinsic(lowered)(value, arguments, session)
    base = value
    value = extension(value) or value
    if isinstance(value, PSObject):
        known = value.find_member(name)
        if known is not None:
            found = _call_member(value, value.members[known], arguments, session)
            if found is not MISSING:
                return found
        base = value.base
    owner = type_of(base)
    base = getattr(base, "target", base) if type(base).__name__ == "BaseView" else base
    extended = type_data.find(owner, lowered, value)
    if extended is not None and hasattr(extended, "call"):
        return extended.call(value, arguments, session)
    overloads = owner.overloads(lowered)
    if overloads:
        return invoke(name, overloads, owner, base, arguments, session)
    return _call_other(value, base, name, lowered, arguments, session)


def _call_member(value: Value, member: Any, arguments: Sequence[Value], session: Any) -> Value:
    call = getattr(member, "call", None)
    if call is not None:
        return call(value, arguments, session)
    return MISSING


_OF_ALL: Final = frozenset(("foreach", "where", "psforeach", "pswhere"))


def _intrinsic(lowered: str) -> Callable[[Value, Sequence[Value], Any], Value]:
    return intrinsics.for_each if lowered.endswith("foreach") else intrinsics.where


def _call_other(value: Value, base: Value, name: str, lowered: str, arguments: Sequence[Value], session: Any) -> Value:
    if lowered in _OF_ALL:
        return _intrinsic(lowered)(value, arguments, session)
    items = access.enumerate_value(base)
    if items is not None:
        return _call_elements(items, base, name, arguments, session)
    held = access.lookup(value, name, session)
    if held is not MISSING and hasattr(held, "invoke_method"):
        return held.invoke_method(arguments, session)
    raise method_not_found(type_of(base).script_name, name)


def _call_elements(items: Iterable[Value], base: Value, name: str, arguments: Sequence[Value], session: Any) -> Value:
    """Member enumeration: the results of all elements; an element without the method is the error."""
    results: list[Value] = []
    found = False
    for each in items:
        if each is None:
            raise _null_call()
        try:
            result = call_method(each, name, arguments, session)
        except RuntimeException as error:
            if error.error_id == "MethodNotFound" and not found:
                raise method_not_found(type_of(each).script_name, name) from None
            raise
        found = True
        if result is AUTOMATION_NULL:
            continue
        if isinstance(result, list):
            results += result
        else:
            results.append(result)
    if not found:
        raise method_not_found(type_of(base).script_name, name)
    if not results:
        return AUTOMATION_NULL
    return results[0] if len(results) == 1 else results


# --- static members ---


def _as_type(target: Value) -> ClrType:
    return target if isinstance(target, ClrType) else type_of(target)


def get_static(target: Value, name: str, session: Any = None) -> Value:
    """Return a static property, a field, or a value of an enumeration; null if there is none."""
    owner = _as_type(target)
    lowered = name.lower()
    if owner.is_enum:
        number = find_member(owner, name)
        if number is not None:
            return enum_value(owner, number)
    prop = owner.property(lowered, static=True)
    if prop is not None:
        try:
            return prop.get(session) if lowered in owner.data.get("of session", ()) else prop.get()
        except NetException as error:
            raise GetValueInvocationException(
                f'Exception getting "{prop.name}": "{error.message}"', inner=error, error_id="ExceptionWhenGetting"
            ) from None
    overloads = owner.overloads(lowered, static=True)
    if overloads or lowered == "new":
        return static_method_object(owner, lowered, overloads)
    if isinstance(target, ClrType) and session is not None:
        return reading.absent(name, session)
    return None


def set_static(target: Value, name: str, new: Value, session: Any = None) -> None:
    """Set a static property."""
    owner = _as_type(target)
    prop = owner.property(name.lower(), static=True)
    if prop is None:
        raise RuntimeException(
            f"The property '{name}' cannot be found on this object. Verify that the property exists and can be set.",
            error_id="PropertyNotFound",
            category=ErrorCategory.InvalidOperation,
        )
    access.assign_property(prop, None, new, owner)


def call_static(target: Value, name: str, arguments: Sequence[Value], session: Any = None) -> Value:
    """Call a static method; `new` is the constructor."""
    owner = _as_type(target)
    lowered = name.lower()
    if lowered == "new":
        return new_object(owner, arguments, session)
    overloads = owner.overloads(lowered, static=True)
    if overloads:
        return invoke(name, overloads, owner, MISSING, arguments, session)
    raise method_not_found(owner.script_name, name, name)


def call_operator(owner: ClrType, name: str, arguments: Sequence[Value]) -> Value:
    """Call an operator method of a type, converting the operands to its parameter types.

    The type caches the chosen overload by the operands' classes, if these decide the choice.
    """
    lowered = name.lower()
    key = (lowered, *map(type, arguments))
    chosen = owner.operators.get(key)
    if chosen is None:
        overloads = owner.overloads(lowered, static=True)
        if not overloads:
            raise method_not_found(owner.script_name, name, name)
        chosen = choose(overloads[0].name, overloads, arguments, owner)
        types = [type_of(each) for each in arguments]
        if all(class_decides_type(type(each)) for each in arguments) and not any(each.home for each in (owner, *types)):
            owner.operators[key] = chosen
    return _call_chosen(chosen, owner, MISSING, arguments, None, True)


def new_object(target: ClrType, arguments: Sequence[Value], session: Any = None) -> Value:
    """Make an object with a constructor."""
    if target.element_type is not None:
        return _new_array(target, arguments)
    overloads = target.constructor_overloads()
    if not overloads:
        if not arguments and target.is_value_type:
            return zero_value(target)
        raise _no_constructor(arguments)
    if target.is_value_type and not arguments and not any(not each.signature.parameters for each in overloads):
        return zero_value(target)
    if target.is_abstract:
        raise _no_constructor(arguments)
    return _construct(target, overloads, arguments, session)


def base_object(target: ClrType, arguments: Sequence[Value], session: Any = None) -> Value:
    """Construct the base class's part of an object; the base class may be abstract."""
    if target.is_abstract and target.constructor_overloads():
        return _construct(target, target.constructor_overloads(), arguments, session)
    return new_object(target, arguments, session)


def _no_constructor(arguments: Sequence[Value]) -> MethodException:
    return MethodException(
        f'Cannot find an overload for "new" and the argument count: "{len(arguments)}".',
        error_id="MethodCountCouldNotFindBest",
    )


def _construct(target: ClrType, overloads: Sequence[Method], arguments: Sequence[Value], session: Any) -> Value:
    candidate = choose("new", overloads, arguments, target)
    converted = convert_arguments(".ctor", candidate, arguments, target)
    method = candidate.method
    try:
        if method.wants_session:
            return method.function(session, *converted)
        return call_constructor(method, converted, target)
    except (NotEmulatedException, ControlFlow):
        raise
    except CALL_ERRORS as error:
        raise method_failure(".ctor", len(arguments), refusal(error, candidate.parameters, converted)) from None


def zero_value(target: ClrType) -> Value:
    """Return the value of a value type whose bits are all zero."""
    if "default" in target.data:
        return target.data["default"]
    if target.is_enum:
        return enum_value(target, 0)
    try:
        return convert(None, target)
    except PSInvalidCastException:
        return None


def default_element(element: ClrType) -> Value:
    """Return the initial value of the elements of a new array."""
    return zero_value(element) if element.is_value_type and not element.is_nullable else None


def _new_array(target: ClrType, arguments: Sequence[Value]) -> Value:
    element = target.element_type
    assert element is not None
    lengths = [to_int(each) for each in arguments]
    if len(lengths) != target.rank:
        raise _no_constructor(arguments)
    return make_array(element, lengths)


def make_array(element: ClrType, lengths: Sequence[int]) -> Value:
    """Make an array of zeros; more than one length gives a rectangular one."""
    if any(length < 0 for length in lengths):
        raise method_failure(".ctor", len(lengths), OverflowException("Arithmetic operation resulted in an overflow."))
    total = 1
    for length in lengths:
        total *= length
    fill = default_element(element)
    if len(lengths) > 1:
        return MultiArray(element, lengths, [fill] * total)
    return [fill] * total if element is OBJECT else TypedArray(element, [fill] * total)


__all__ = [
    "VOID",
    "Hashtable",
    "call_method",
    "call_operator",
    "call_static",
    "get_static",
    "invoke",
    "make_array",
    "method_not_found",
    "new_object",
    "set_static",
    "zero_value",
]
