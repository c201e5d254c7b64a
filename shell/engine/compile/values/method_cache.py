"""The method cache: the chosen overload for each shape of call at a call site.

PowerShell chooses an overload by the types of the object and of the arguments. Where Python's classes tell them, the
choice is made once for each shape that comes by, and with it what each argument needs (`callplan`).

A site caches its shapes twice. `_Site` has a bounded table of them. In front of it, each caller holds the last shape
whose call is one function, as a tuple that is replaced as a whole, so that threads which share the code see either the
old or the new one: most sites never see a second shape.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final, TypeAlias

from shell.engine.compile.values.call_plans import CallPlan
from shell.engine.run.frame import MethodSite
from shell.engine.run.scope import Scope
from shell.language.source import Extent
from shell.types import ClrType, class_decides_type, type_of
from shell.types.members import type_data
from shell.types.members.access import call_method
from shell.types.members.calling import call_static
from shell.types.members.overloads import Candidate, Rank, candidates, choose
from shell.types.members.refusals import CALL_ERRORS
from shell.values.errors import NetException
from shell.values.extension import extension
from shell.values.objects import AUTOMATION_NULL, MISSING, GenericList, PSObject, TypedArray, Value

Expr: TypeAlias = Callable[[Scope], Value]
Use = Callable[[Scope, Value], Value]

_LIMIT: Final = 64
"""Maximum number of shapes cached at a site."""


def _shape(value: Value) -> Any:
    """Return the shape of a value: its class, for collections also the element type."""
    kind = type(value)
    if kind is TypedArray or kind is GenericList:
        return kind, value.element_type
    return kind


class _Site:
    """A call site of a method: its name and the cached shapes."""

    __slots__ = ("_epoch", "_extent", "_known", "_lowered", "name")

    def __init__(self, name: str, extent: Extent) -> None:
        self.name = name
        self._lowered = name.lower()
        self._extent = extent
        self._known: dict[Any, CallPlan | None] = {}
        self._epoch = type_data.epoch

    def plan(self, value: Value, given: Sequence[Value]) -> CallPlan | None:
        """Return the plan of a method call; None if the choice depends on more than shapes."""
        if self._epoch != type_data.epoch:  # type data may now hide the method
            self._known = {}
            self._epoch = type_data.epoch
        key = (type(value), type_of(value), *map(_shape, given))
        found = self._known.get(key, MISSING)
        if found is MISSING:
            found = self._of_object(value, given)
            self._keep(key, found)
        return found  # type: ignore[no-any-return]

    def static_plan(self, owner: Value, given: Sequence[Value]) -> CallPlan | None:
        """Return the plan of a static call; None if the choice depends on more than shapes."""
        key = (owner if type(owner) is ClrType else None, *map(_shape, given))
        found = self._known.get(key, MISSING)
        if found is MISSING:
            found = self._of_type(owner, given)
            self._keep(key, found)
        return found  # type: ignore[no-any-return]

    def call(self, scope: Scope, plan: CallPlan | None, value: Value, given: list[Value]) -> Value:
        """Call a method of an object by its plan."""
        if plan is None:
            return call_method(value, self.name, given, scope.runspace)
        return plan.call((value,), given, scope.runspace)

    def call_static(self, scope: Scope, plan: CallPlan | None, owner: Value, given: list[Value]) -> Value:
        """Call a static method by its plan; `new` is the constructor."""
        if plan is not None:
            return plan.call((), given, scope.runspace)
        if type(owner) is ClrType and "script" in owner.data:
            name = owner.short_name if self._lowered == "new" else self.name
            scope.runspace.method_site = MethodSite(name, self._extent)
        return call_static(owner, self.name, given, scope.runspace)

    def _keep(self, key: Any, plan: CallPlan | None) -> None:
        if len(self._known) < _LIMIT:
            self._known[key] = plan

    def _of_object(self, value: Value, given: Sequence[Value]) -> CallPlan | None:
        if value is None or value is AUTOMATION_NULL or isinstance(value, PSObject):
            return None
        if type(value).__name__ == "BaseView":  # `$this.psbase`: the methods of what is behind it
            return None
        owner = type_of(value)
        if extension(value) is not None or type_data.may_hide(owner, self._lowered):
            return None
        return self._choose(owner.overloads(self._lowered), owner, given, static=False)

    def _of_type(self, owner: Value, given: Sequence[Value]) -> CallPlan | None:
        if type(owner) is not ClrType:
            return None
        if self._lowered == "new":
            return self._of_constructor(owner, given)
        return self._choose(owner.overloads(self._lowered, static=True), owner, given, static=True)

    def _of_constructor(self, owner: ClrType, given: Sequence[Value]) -> CallPlan | None:
        """Return the plan of a constructor; None for arrays, zeros of value types and abstract classes."""
        overloads = owner.constructor_overloads()
        if owner.element_type is not None or owner.is_abstract or (owner.is_value_type and not given):
            return None
        candidate = self._candidate(overloads, owner, given)
        if candidate is None:
            return None
        site = MethodSite(owner.short_name, self._extent) if "script" in owner.data else None
        return CallPlan(candidate, owner, given, static=True, site=site, makes=True)

    def _choose(self, overloads: list[Any], owner: ClrType, given: Sequence[Value], *, static: bool) -> CallPlan | None:
        candidate = self._candidate(overloads, owner, given)
        if candidate is None:
            return None
        made_by = candidate.method.owner
        site = MethodSite(candidate.method.name, self._extent) if made_by and "script" in made_by.data else None
        return CallPlan(candidate, owner, given, static=static, site=site)

    def _candidate(self, overloads: list[Any], owner: ClrType, given: Sequence[Value]) -> Candidate | None:
        """Return the overload for all arguments of these shapes; None if the choice depends on more than shapes."""
        if not overloads or not all(each is None or _is_telling(each) for each in given):
            return None
        try:
            candidate = choose(overloads[0].name, overloads, [_without_elements(each) for each in given], owner)
        except NetException:
            return None
        return candidate if _ignores_elements(overloads, owner, candidate, given) else None


def _is_telling(value: Value) -> bool:
    """True if the shape of an argument determines its type."""
    kind = type(value)
    return kind is list or kind is TypedArray or class_decides_type(kind)


def _without_elements(value: Value) -> Value:
    """Return an argument of the same type without content: for a collection, an empty one."""
    kind = type(value)
    if kind is list:
        return []
    return TypedArray(value.element_type) if kind is TypedArray else value


def _ignores_elements(overloads: list[Any], owner: ClrType, chosen: Candidate, given: Sequence[Value]) -> bool:
    """True if the elements of the arrays among the arguments cannot change the choice.

    An empty array can become an array of anything, so that each overload which other elements allow was rated with it.
    The chosen one stays the best of fewer as long as it takes the array without looking into it.
    """
    places = [place for place, each in enumerate(given) if isinstance(each, list)]
    if not places or not chosen.ranks:  # without ranks there was one overload to choose from
        return True
    return all(chosen.ranks[place] > Rank.UNRELATED_ARRAYS for place in places) and not any(
        "rank" in each.types[place].data for each in candidates(overloads, len(given), owner) for place in places
    )


def _held(plan: CallPlan | None, value: Value, *given: Value) -> tuple[Any, ...] | None:
    """Return the shape for a caller to hold; None if more than the shape decides or the call is not one function."""
    if plan is None or plan.direct is None or any(type(each) is TypedArray for each in given):
        return None
    kind = type(value)
    element = value.element_type if kind is TypedArray or kind is GenericList else None
    if not (element is not None or issubclass(kind, list) or class_decides_type(kind)):
        return None
    return (kind, element, type_data.epoch, *map(type, given), plan)


def _held_static(plan: CallPlan | None, owner: Value, *given: Value) -> tuple[Any, ...] | None:
    """Return the shape for the caller of a static method to hold."""
    if plan is None or plan.direct is None or any(type(each) is TypedArray for each in given):
        return None
    return (owner, *map(type, given), plan)


def method_caller(name: str, arguments: tuple[Expr, ...], extent: Extent) -> Use:
    """Return the closure that calls a method by its literal name. `extent` is the call's, for the call stack."""
    site = _Site(name, extent)
    if not arguments:
        return _without_arguments(site)
    if len(arguments) == 1:
        return _with_one(site, arguments[0])
    if len(arguments) == 2:
        return _with_two(site, *arguments)

    def call(scope: Scope, value: Value) -> Value:
        given = [argument(scope) for argument in arguments]
        return site.call(scope, site.plan(value, given), value, given)

    return call


def _without_arguments(site: _Site) -> Use:
    last: Any = (MISSING, None, -1, None)

    def call(scope: Scope, value: Value) -> Value:
        nonlocal last
        kind, element, epoch, plan = last
        if type(value) is kind and (element is None or value.element_type is element) and epoch == type_data.epoch:
            try:
                result = plan.direct(value)
            except CALL_ERRORS as error:
                raise plan.failure(error, ()) from None
            return plan.nothing if result is None else result
        plan = site.plan(value, ())
        last = _held(plan, value) or last
        return site.call(scope, plan, value, [])

    return call


def _with_one(site: _Site, argument: Expr) -> Use:
    last: Any = (MISSING, None, -1, None, None)

    def call(scope: Scope, value: Value) -> Value:
        nonlocal last
        given = argument(scope)
        kind, element, epoch, shape, plan = last
        if (
            type(value) is kind
            and type(given) is shape
            and (element is None or value.element_type is element)
            and epoch == type_data.epoch
        ):
            try:
                result = plan.direct(value, given)
            except CALL_ERRORS as error:
                raise plan.failure(error, (given,)) from None
            return plan.nothing if result is None else result
        plan = site.plan(value, (given,))
        last = _held(plan, value, given) or last
        return site.call(scope, plan, value, [given])

    return call


def _with_two(site: _Site, first: Expr, second: Expr) -> Use:
    last: Any = (MISSING, None, -1, None, None, None)

    def call(scope: Scope, value: Value) -> Value:
        nonlocal last
        one = first(scope)
        two = second(scope)
        kind, element, epoch, shape, other, plan = last
        if (
            type(value) is kind
            and type(one) is shape
            and type(two) is other
            and (element is None or value.element_type is element)
            and epoch == type_data.epoch
        ):
            try:
                result = plan.direct(value, one, two)
            except CALL_ERRORS as error:
                raise plan.failure(error, (one, two)) from None
            return plan.nothing if result is None else result
        plan = site.plan(value, (one, two))
        last = _held(plan, value, one, two) or last
        return site.call(scope, plan, value, [one, two])

    return call


def static_caller(
    name: str, target: Callable[[Scope], Value], arguments: tuple[Expr, ...], extent: Extent
) -> Callable[[Scope], Value]:
    """Return the closure that calls a static method by its literal name."""
    site = _Site(name, extent)
    if len(arguments) == 1:
        return _static_with_one(site, target, arguments[0])
    if len(arguments) == 2:
        return _static_with_two(site, target, *arguments)

    def call(scope: Scope) -> Value:
        owner = target(scope)
        given = [argument(scope) for argument in arguments]
        return site.call_static(scope, site.static_plan(owner, given), owner, given)

    return call


def _static_with_one(site: _Site, target: Expr, argument: Expr) -> Expr:
    last: Any = (MISSING, None, None)

    def call(scope: Scope) -> Value:
        nonlocal last
        owner = target(scope)
        given = argument(scope)
        known, shape, plan = last
        if owner is known and type(given) is shape:
            try:
                result = plan.direct(given)
            except CALL_ERRORS as error:
                raise plan.failure(error, (given,)) from None
            return plan.nothing if result is None else result
        plan = site.static_plan(owner, (given,))
        last = _held_static(plan, owner, given) or last
        return site.call_static(scope, plan, owner, [given])

    return call


def _static_with_two(site: _Site, target: Expr, first: Expr, second: Expr) -> Expr:
    last: Any = (MISSING, None, None, None)

    def call(scope: Scope) -> Value:
        nonlocal last
        owner = target(scope)
        one = first(scope)
        two = second(scope)
        known, shape, other, plan = last
        if owner is known and type(one) is shape and type(two) is other:
            try:
                result = plan.direct(one, two)
            except CALL_ERRORS as error:
                raise plan.failure(error, (one, two)) from None
            return plan.nothing if result is None else result
        plan = site.static_plan(owner, (one, two))
        last = _held_static(plan, owner, one, two) or last
        return site.call_static(scope, plan, owner, [one, two])

    return call


__all__ = ["method_caller", "static_caller"]
