"""Call plans, the binder's fast path: the binding for calls of one shape, decided once.

A plan exists if names and positions alone decide: no choice between sets, no delay-bind script block, no remaining
argument that must be refused.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from shell.engine.binding import failures
from shell.engine.binding.coercion import NotBound, TypeConstraint, parameter_value, waits_for_input
from shell.engine.binding.parameters import Accept, CommandSignature, ParameterInfo
from shell.types.registry.table import OBJECT
from shell.values.objects import Value

if TYPE_CHECKING:
    from shell.engine.session.runspace import Runspace

Shape = tuple[tuple[str | None, bool], ...]
"""For each argument of a call: (lower-case name or None, has a value)."""

SWITCH_SET = -1


class CallPlan:
    """The binding of calls of one shape. `assign`: (argument index, parameter), index -1 for a switch with no value."""

    __slots__ = ("assign", "rest")

    def __init__(self, assign: Sequence[tuple[int, ParameterInfo]], rest: Sequence[int]) -> None:
        self.assign = tuple(assign)
        self.rest = tuple(rest)


def make_plan(signature: CommandSignature, shape: Shape) -> CallPlan | None:
    """Make the plan for a shape, or return None where a full binding is needed."""
    if len(signature.set_names) > 1 or signature.has_dynamic:
        return None
    paired = _pair(signature, shape)
    if paired is None:
        return None
    assign, positional = paired
    taken = {parameter.key for _, parameter in assign}
    free = _positional_parameters(signature, taken)
    if free is None:
        return None
    for index, parameter in zip(positional, free, strict=False):
        assign.append((index, parameter))
        taken.add(parameter.key)
    rest = positional[len(free) :]
    if signature.advanced and rest:
        return None
    if any(each.is_mandatory and each.key not in taken for each in signature.parameters):
        return None
    for _, parameter in assign:
        _prepare(parameter, signature)
    return CallPlan(assign, rest)


def _pair(signature: CommandSignature, shape: Shape) -> tuple[list[tuple[int, ParameterInfo]], list[int]] | None:
    """Return the named arguments with their parameters, and the indexes of the others; None if a full binding is
    needed.
    """
    assign: list[tuple[int, ParameterInfo]] = []
    positional: list[int] = []
    taken: set[str] = set()
    index = 0
    while index < len(shape):
        name, has_value = shape[index]
        if name is None:
            positional.append(index)
            index += 1
            continue
        candidates = signature.candidates(name)
        if len(candidates) != 1 or candidates[0].key in taken or candidates[0].common:
            return None
        parameter = candidates[0]
        taken.add(parameter.key)
        if has_value:
            assign.append((index, parameter))
        elif parameter.is_switch:
            assign.append((SWITCH_SET, parameter))
        elif index + 1 < len(shape) and shape[index + 1][0] is None:
            index += 1
            assign.append((index, parameter))
        else:
            return None
        index += 1
    return assign, positional


def _positional_parameters(signature: CommandSignature, taken: set[str]) -> list[ParameterInfo] | None:
    found: dict[int, ParameterInfo] = {}
    for parameter in signature.own:
        for membership in parameter.sets.values():
            if membership.remaining:
                return None
            if parameter.key in taken or membership.position < 0:
                continue
            if membership.position in found:
                return None
            found[membership.position] = parameter
    return [found[place] for place in sorted(found)]


def _prepare(parameter: ParameterInfo, signature: CommandSignature) -> None:
    """Set the parameter's `accept`."""
    if parameter.accept is not None or _takes_anything(parameter):
        return
    parameter.accept = _acceptor(parameter, signature)


def _takes_anything(parameter: ParameterInfo) -> bool:
    return (
        parameter.type is OBJECT
        and not parameter.transforms
        and not parameter.validators
        and not parameter.is_mandatory
        and parameter.ps_type_name is None
        and parameter.refused is None
    )


class _Context:
    """The part of a binding that `parameter_value` needs."""

    __slots__ = ("session", "signature")

    def __init__(self, signature: CommandSignature, session: Runspace) -> None:
        self.signature = signature
        self.session = session


def _acceptor(parameter: ParameterInfo, signature: CommandSignature) -> Accept:
    exact = _exact_class(parameter)
    may_delay = parameter.takes_pipeline

    def accept(session: Runspace, value: Value) -> Value:
        if exact is not None and type(value) is exact:
            return value
        if may_delay and type(value).__name__ == "ScriptBlock" and waits_for_input(parameter):
            raise failures.block_without_input(parameter, None)
        context = _Context(signature, session)
        try:
            return parameter_value(context, parameter, value, None, False)  # type: ignore[arg-type]
        except NotBound:
            return parameter_value(context, parameter, value, None, True)  # type: ignore[arg-type]

    return accept


def _exact_class(parameter: ParameterInfo) -> type | None:
    """Return the Python class whose values need neither conversion nor validation, or None."""
    if parameter.validators or parameter.is_mandatory or parameter.ps_type_name is not None:
        return None
    if any(type(each) is not TypeConstraint or each.type is not parameter.type for each in parameter.transforms):
        return None
    kind = parameter.type.python_class
    return kind if kind in (int, float, bool, str) else None


__all__ = ["SWITCH_SET", "CallPlan", "Shape", "make_plan"]
