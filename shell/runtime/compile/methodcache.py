"""Method calls remembered at their site: which overload a call of a shape ends at.

PowerShell chooses an overload by the types of the object and of the arguments. Where Python's classes tell them, the
choice is made once for each shape that comes by; arguments that need a conversion are converted at every call.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from shell.language.source import Extent
from shell.runtime import etsdata
from shell.runtime.calling import call_static, method_failure
from shell.runtime.errors import NetException, NotEmulatedException
from shell.runtime.extension import extension
from shell.runtime.failures import as_error
from shell.runtime.frame import MethodSite
from shell.runtime.members import call_method
from shell.runtime.objects import AUTOMATION_NULL, MISSING, PSObject, Value
from shell.runtime.overloads import Candidate, choose, convert_arguments
from shell.runtime.scope import Scope
from shell.runtime.types import ClrType, class_decides_type, type_of

Use = Callable[[Scope, Value], Value]
Arguments = Callable[[Scope], list[Value]]

# Calls the chosen overload; the first argument is the object, or nothing for a static method.
_Call = Callable[[tuple[Value, ...], list[Value], Any], Value]

_LIMIT: Final = 64
"""Shapes that one site remembers; a site that sees more is not worth its memory."""


def method_caller(name: str, arguments: Arguments, extent: Extent) -> Use:
    """Return what calls a method by its literal name. `extent` is the call's, for the call stack."""
    lowered = name.lower()
    known: dict[Any, _Call | None] = {}
    epoch = etsdata.epoch

    def call(scope: Scope, value: Value) -> Value:
        nonlocal epoch
        given = arguments(scope)
        if epoch != etsdata.epoch:  # type data may have put a member in front of the method
            known.clear()
            epoch = etsdata.epoch
        key = (type(value), type_of(value), *map(type, given))
        chosen = known.get(key, MISSING)
        if chosen is MISSING:
            chosen = _of_object(lowered, value, given, extent)
            if len(known) < _LIMIT:
                known[key] = chosen
        if chosen is None:
            return call_method(value, name, given, scope.runspace)
        return chosen((value,), given, scope.runspace)

    return call


def static_caller(
    name: str, target: Callable[[Scope], Value], arguments: Arguments, extent: Extent
) -> Callable[[Scope], Value]:
    """Return what calls a static method by its literal name."""
    lowered = name.lower()
    known: dict[Any, _Call | None] = {}

    def call(scope: Scope) -> Value:
        owner = target(scope)
        given = arguments(scope)
        key = (owner if type(owner) is ClrType else None, *map(type, given))
        chosen = known.get(key, MISSING)
        if chosen is MISSING:
            chosen = _of_type(lowered, owner, given, extent)
            if len(known) < _LIMIT:
                known[key] = chosen
        if chosen is None:
            if type(owner) is ClrType and "script" in owner.data:
                scope.runspace.method_site = MethodSite(owner.short_name if lowered == "new" else name, extent)
            return call_static(owner, name, given, scope.runspace)
        return chosen((), given, scope.runspace)

    return call


def _of_object(lowered: str, value: Value, given: list[Value], extent: Extent) -> _Call | None:
    if value is None or value is AUTOMATION_NULL or isinstance(value, PSObject):
        return None
    if type(value).__name__ == "BaseView":  # `$this.psbase`: the methods of what is behind it
        return None
    owner = type_of(value)
    if extension(value) is not None or etsdata.may_hide(owner, lowered):
        return None
    return _choose(owner.overloads(lowered), owner, given, extent)


def _of_type(lowered: str, owner: Value, given: list[Value], extent: Extent) -> _Call | None:
    if type(owner) is not ClrType or lowered == "new":
        return None
    return _choose(owner.overloads(lowered, static=True), owner, given, extent)


def _choose(overloads: list[Any], owner: ClrType, given: list[Value], extent: Extent) -> _Call | None:
    """Return the call that all arguments of these classes end at, None where the values matter too."""
    if not overloads or not all(each is None or class_decides_type(type(each)) for each in given):
        return None
    try:
        candidate = choose(overloads[0].name, overloads, given, owner)
        converted = convert_arguments(candidate.method.name, candidate, given, owner)
    except NetException:
        return None
    as_given = len(converted) == len(given) and all(
        one is other and type(one) is wanted.python_class
        for one, other, wanted in zip(converted, given, candidate.types, strict=True)
    )
    call = _call_of(candidate, owner, as_given)
    made_by = candidate.method.owner
    return _sited(call, MethodSite(candidate.method.name, extent)) if made_by and "script" in made_by.data else call


def _sited(call: _Call, site: MethodSite) -> _Call:
    """A method of a script's class knows where it is called."""

    def run(target: tuple[Value, ...], given: list[Value], session: Any) -> Value:
        session.method_site = site
        return call(target, given, session)

    return run


def _call_of(candidate: Candidate, owner: ClrType, as_given: bool) -> _Call:
    method = candidate.method
    function, name = method.function, method.name
    wants_session = method.wants_session
    nothing = AUTOMATION_NULL if method.signature.returns in ("void", "System.Void") else None

    def call(target: tuple[Value, ...], given: list[Value], session: Any) -> Value:
        converted = given if as_given else convert_arguments(name, candidate, given, owner)
        try:
            result = function(*target, session, *converted) if wants_session else function(*target, *converted)
        except NotEmulatedException:
            raise
        except (NetException, OSError) as error:
            raise method_failure(name, len(given), as_error(error)) from None
        return nothing if result is None else result

    return call


__all__ = ["method_caller", "static_caller"]
