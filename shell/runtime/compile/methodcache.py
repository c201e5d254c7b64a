"""Method calls remembered at their site: which function a call of a shape ends at.

The choice of an overload depends on the types of the object and of the arguments alone where no argument has to be
converted; then it need not be made again.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from shell.runtime import etsdata
from shell.runtime.calling import method_failure
from shell.runtime.errors import NetException, NotEmulatedException
from shell.runtime.members import call_method
from shell.runtime.objects import AUTOMATION_NULL, MISSING, Char, GenericList, PSObject, TypedArray, Value
from shell.runtime.overloads import choose, convert_arguments
from shell.runtime.scope import Scope
from shell.runtime.types import Method, type_of

_SIMPLE: Final = frozenset((int, str, float, bool, Char))

Use = Callable[[Scope, Value], Value]


def method_caller(name: str, arguments: Callable[[Scope], list[Value]]) -> Use:
    """Return what calls a method by its literal name."""
    known: dict[Any, Callable[..., Value] | None] = {}

    def call(scope: Scope, value: Value) -> Value:
        given = arguments(scope)
        key = (type(value), *map(type, given))
        function = known.get(key, MISSING)
        if function is MISSING:
            function = known[key] = _direct(name, value, given, scope.runspace)
        if function is None:
            return call_method(value, name, given, scope.runspace)
        try:
            return function(value, *given)
        except NotEmulatedException:
            raise
        except NetException as error:
            raise method_failure(function.__name__, len(given), error) from None

    return call


def _direct(name: str, value: Value, given: list[Value], session: Any) -> Callable[..., Value] | None:
    """Return the function that a call ends at if all calls with these types do, else None."""
    if value is None or isinstance(value, PSObject | TypedArray | GenericList):
        return None
    if getattr(value, "clr_type", None) is not None or any(type(each) not in _SIMPLE for each in given):
        return None
    lowered = name.lower()
    owner = type_of(value)
    overloads = owner.overloads(lowered)
    if not overloads or etsdata.find(owner, lowered, value) is not None:
        return None
    try:
        candidate = choose(overloads[0].name, overloads, given, owner)
        converted = convert_arguments(candidate.method.name, candidate, given, owner)
    except NetException:
        return None
    if len(converted) != len(given) or any(one is not other for one, other in zip(converted, given, strict=True)):
        return None
    return _named(candidate.method, session)


def _named(method: Method, session: Any) -> Callable[..., Value]:
    """Return a method's function under the method's own name, which errors show."""
    function = method.function
    is_void = method.signature.returns in ("void", "System.Void")
    if method.wants_session:

        def call(value: Value, *given: Value) -> Value:
            result = function(value, session, *given)
            return AUTOMATION_NULL if is_void and result is None else result

    else:

        def call(value: Value, *given: Value) -> Value:
            result = function(value, *given)
            return AUTOMATION_NULL if is_void and result is None else result

    call.__name__ = method.name
    return call


__all__ = ["method_caller"]
