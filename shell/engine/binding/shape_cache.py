"""A cache of bindings by the shape of calls: parameters and remaining sets for arguments of given names and classes.

The binder's decisions depend on names and classes only, as long as every argument is a plain scalar, a short list of
them, or a script block that is not delay-bound. The values are converted and validated at each call; if one fails, the
call is bound in full.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from shell.engine.binding.coercion import NotBound, TypeConstraint, parameter_value
from shell.engine.binding.parameters import Argument, CommandSignature, ParameterInfo
from shell.values.errors import ParameterBindingException
from shell.values.objects import AUTOMATION_NULL, Int64, SwitchParameter

if TYPE_CHECKING:
    from shell.engine.binding.binder import Binding

Trail = list[tuple[Argument, ParameterInfo, bool]]
"""A step of a binding: argument, parameter, whether the value was converted."""

_SCALARS: Final = frozenset((int, str, float, bool, Int64, Decimal, SwitchParameter, type(None)))
_LIMIT: Final = 32
"""Maximum number of shapes cached for a signature."""

_LONGEST: Final = 8
"""Maximum length of a list whose elements' classes are part of a shape."""


class CachedBinding:
    """The binding of a call of one shape."""

    __slots__ = ("mask", "preferred_mask", "steps", "taker", "unbound")

    def __init__(self, binding: Binding, steps: Sequence[tuple[int, ParameterInfo, bool]]) -> None:
        self.steps = tuple(steps)
        self.mask = binding.mask
        self.preferred_mask = binding.preferred_mask
        self.unbound = tuple(binding.unbound)
        self.taker: tuple[ParameterInfo | None, int] | None = None
        """The parameter that takes pipeline objects, and the sets that remain; computed once by `InputBinder`."""

    def bind(self, binding: Binding, arguments: Sequence[Argument]) -> bool:
        """Bind arguments of the shape; false, with nothing bound, if a value does not fit or is not valid."""
        values, bound, owners = binding.values, binding.bound, binding.owners
        try:
            for index, parameter, coerce in self.steps:
                argument = arguments[index]
                value = parameter_value(
                    binding, parameter, argument.value, argument.value_extent, coerce, argument.spelling
                )
                values[parameter.key] = bound[parameter.name] = None if value is AUTOMATION_NULL else value
                owners[parameter.key] = parameter
        except (NotBound, ParameterBindingException):
            values.clear()
            bound.clear()
            owners.clear()
            return False
        binding.mask = self.mask
        binding.preferred_mask = self.preferred_mask
        binding.unbound = list(self.unbound)
        binding.known_shape = self
        return True


def shape_of(binding: Binding, arguments: Sequence[Argument]) -> Any:
    """Return the key of a call; None if its binding may depend on more than names and classes."""
    if binding.dynamic_source is not None or binding.session.default_parameter_values:
        return None
    shape: list[Any] = [binding.expects_input]
    for each in arguments:
        kind: Any = type(each.value)
        if each.splatted:
            return None
        if kind not in _SCALARS and kind.__name__ != "ScriptBlock":
            kinds = tuple(map(type, each.value)) if kind is list and len(each.value) <= _LONGEST else ()
            if not kinds or not _SCALARS.issuperset(kinds):
                return None
            kind = kinds
        shape.append(each.name)
        shape.append(kind)
    return tuple(shape)


def cache_binding(signature: CommandSignature, shape: Any, binding: Binding, arguments: Sequence[Argument]) -> None:
    """Cache the binding of a call, if all calls of its shape are bound alike."""
    if len(signature.cached_bindings) >= _LIMIT:
        return
    places = {id(each): place for place, each in enumerate(arguments)}
    steps = [(places.get(id(argument), -1), parameter, coerce) for argument, parameter, coerce in binding.trail or ()]
    is_plain = binding.trail is not None and not binding.delayed and len(steps) == len(arguments)
    usable = is_plain and all(place >= 0 and _is_quiet(parameter) for place, parameter, _ in steps)
    signature.cached_bindings[shape] = CachedBinding(binding, steps) if usable else None


def _is_quiet(parameter: ParameterInfo) -> bool:
    """True for a parameter whose validation runs no script code: a second, full binding has no visible effect."""
    return all(type(each) is TypeConstraint for each in parameter.transforms) and all(
        type(each).__name__ != "ValidateScriptAttribute" for each in parameter.validators
    )


__all__ = ["CachedBinding", "cache_binding", "shape_of"]
