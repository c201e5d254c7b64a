"""Binding of pipeline objects.

For each object: delay-bind script blocks first, then four passes over the parameters that are still unbound (by value
as it is, by property name as it is, by value converted, by property name converted), the sets narrowed after each.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from shell.engine.binding import failures, sets
from shell.engine.binding.coercion import NotBound, parameter_value
from shell.engine.binding.parameters import ALL, Argument, ParameterInfo, ParameterSet
from shell.lazy import lazy
from shell.types.members import type_data
from shell.types.registry.table import OBJECT, PS_OBJECT
from shell.values.errors import (
    NetException,
    ParameterBindingArgumentTransformationException,
    ParameterBindingException,
    ParameterBindingValidationException,
    PSInvalidCastException,
)
from shell.values.objects import AUTOMATION_NULL, MISSING, PSCustomObject, Value

if TYPE_CHECKING:
    from shell.engine.binding.binder import Binding
    from shell.types.members import access
else:
    access = lazy("shell.types.members.access", globals())

BY_VALUE, BY_NAME, BY_VALUE_CONVERTED, BY_NAME_CONVERTED = range(4)

_SCALARS: Final = frozenset((int, str, float, bool))
_ANY: Final = (OBJECT, PS_OBJECT)
_KINDS: Final = 32
"""Maximum number of kinds of objects cached for a call."""


def _kind(value: Value) -> Any:
    """Return the key of objects that bind alike: a scalar's class, the names of a property bag; else None."""
    kind = type(value)
    if kind in _SCALARS:
        return kind
    return tuple(value.members) if kind is PSCustomObject and value.type_names is None else None


class InputBinder:
    """Binds pipeline objects for one call whose arguments are bound."""

    def __init__(self, binding: Binding) -> None:
        self.binding = binding
        self.mask = binding.mask
        self.from_input: list[ParameterInfo] = []
        self._chosen = self.mask
        self._last_step = BY_VALUE
        # How the last object of a kind was bound: parameter, whether it was converted, remaining sets.
        self._by_kind: dict[Any, tuple[ParameterInfo, bool, int]] = {}
        self._epoch = type_data.epoch
        self._again: tuple[Any, ParameterInfo, bool, int] | None = None
        shape = binding.known_shape
        if shape is not None and shape.taker is not None:
            self.only, self._chosen = shape.taker
        else:
            self.only = self._only_taker()
            if shape is not None:
                shape.taker = (self.only, self._chosen)

    def _only_taker(self) -> ParameterInfo | None:
        """Return the only parameter that takes each object by value, if nothing else is undecided."""
        binding = self.binding
        if binding.delayed:
            return None
        chosen = self.mask
        if binding.signature.set_names and (self.mask == ALL or self.mask.bit_count() != 1):
            chosen = self._chosen = binding.preferred_mask or binding.signature.default_mask & self.mask
            if not chosen:
                return None
        takers = [
            (each, membership)
            for each in binding.unbound
            for membership in each.matching(self.mask)
            if membership.pipeline or membership.by_property_name
        ]
        if len(takers) != 1 or not takers[0][1].pipeline or takers[0][1].by_property_name:
            return None
        taker = takers[0][0]
        if not taker.in_all and not taker.mask & chosen:
            return None
        others = (each for each in binding.unbound if each is not taker and each.is_mandatory)
        if any(membership.mandatory for each in others for membership in each.matching(chosen)):
            return None
        return taker

    def bind(self, value: Value) -> bool:
        """Bind an object; return False if no parameter takes it."""
        if self.only is not None:
            return self._bind_only(self.only, value)
        if self._epoch != type_data.epoch:  # type data may have added properties to property bags
            self._epoch = type_data.epoch
            self._by_kind.clear()
        kind = _kind(value)
        if kind is not None and kind in self._by_kind and self._bind_again(kind, value):
            return True
        self._again = None
        self._restore()
        binding = self.binding
        try:
            evaluated = bool(binding.delayed) and self._bind_delayed(value)
            found = self._bind_passes(value)
            sets.require_selected(binding)
        except ParameterBindingException:
            self._restore()
            raise
        if not found and not evaluated:
            self._restore()
            return False
        if kind is not None and not evaluated:
            self._cache(kind, value)
        return True

    def _cache(self, kind: Any, value: Value) -> None:
        """Cache a binding if the next object of the kind must bind the same way: by value, and nothing by name."""
        if len(self.from_input) != 1 or self._last_step not in (BY_VALUE, BY_VALUE_CONVERTED):
            return
        if type(value) is PSCustomObject and (type_data.touches_custom_objects() or self._names_in(value)):
            return
        coerce = self._last_step == BY_VALUE_CONVERTED
        if len(self._by_kind) < _KINDS:
            self._by_kind[kind] = (self.from_input[0], coerce, self.binding.mask)

    def _names_in(self, value: PSCustomObject) -> bool:
        """True if a property has the name of a parameter that binds by property name: its value would decide."""
        names = {name.lower() for name in value.members}
        return any(
            name.lower() in names
            for parameter in self.binding.signature.parameters
            if any(each.by_property_name for each in parameter.sets.values())
            for name in parameter.names()
        )

    def _bind_again(self, kind: Any, value: Value) -> bool:
        """Bind an object like the last one of its kind; return False if it does not fit."""
        parameter, coerce, mask = self._by_kind[kind]
        if self.from_input != [parameter]:
            return False
        binding = self.binding
        try:
            value = parameter_value(binding, parameter, value, None, coerce)
        except (NotBound, ParameterBindingException):
            return False
        binding.values[parameter.key] = value
        binding.bound[parameter.name] = value
        binding.mask = mask
        binding.changes = [(parameter, value)]
        return True

    def settle(self, value: Value) -> None:
        """Note that the last object was bound completely, so that `bind_settled` may take the next ones of its kind."""
        kind = _kind(value)
        known = self._by_kind.get(kind) if kind is not None else None
        self._again = None if known is None else (kind, *known)

    def bind_settled(self, value: Value) -> ParameterInfo | None:
        """Bind an object of the same kind as the one before, if nothing has to be decided again.

        Returns the bound parameter; None if it needs the full way.
        """
        if self._again is None or self._epoch != type_data.epoch:
            return None
        kind, parameter, coerce, mask = self._again
        binding = self.binding
        if _kind(value) != kind or binding.mask != mask or self.from_input != [parameter]:
            return None
        if parameter.type not in _ANY or parameter.transforms or parameter.validators or parameter.is_mandatory:
            try:
                value = parameter_value(binding, parameter, value, None, coerce)
            except (NotBound, ParameterBindingException):
                return None
        binding.values[parameter.key] = value
        binding.bound[parameter.name] = value
        return parameter

    def _bind_only(self, parameter: ParameterInfo, value: Value) -> bool:
        binding = self.binding
        if parameter.type is not OBJECT or parameter.transforms or parameter.validators or parameter.is_mandatory:
            try:
                value = self._value_for(parameter, value)
            except NotBound:
                return False
        if parameter.key not in binding.values:
            binding.mask = self._chosen
            binding.accept(parameter, value)
        else:
            binding.values[parameter.key] = value
            binding.bound[parameter.name] = value
        binding.changes = [(parameter, value)]
        return True

    def _value_for(self, parameter: ParameterInfo, value: Value) -> Value:
        binding = self.binding
        for coerce in (False, True):
            try:
                return parameter_value(binding, parameter, value, None, coerce)
            except NotBound:
                continue
            except ParameterBindingException as error:
                if _is_fatal(error):
                    raise
        raise NotBound

    def _restore(self) -> None:
        """Undo the binding of the previous object."""
        binding = self.binding
        binding.changes = []
        binding.mask = self.mask
        for parameter in self.from_input:
            binding.values.pop(parameter.key, None)
            binding.bound.pop(parameter.name, None)
            binding.unbound.append(parameter)
            binding.changes.append((parameter, MISSING))
        self.from_input = []

    # --- delay-bind script blocks ---

    def _bind_delayed(self, value: Value) -> bool:
        binding = self.binding
        for parameter, argument in binding.delayed.items():
            result = self._evaluate(parameter, argument, value)
            if parameter.key in binding.values:
                del binding.values[parameter.key]
            binding.bind(
                parameter, Argument(parameter.name, result, argument.extent, argument.value_extent), binding.mask
            )
            binding.changes.append((parameter, binding.values[parameter.key]))
        return True

    def _evaluate(self, parameter: ParameterInfo, argument: Argument, value: Value) -> Value:
        try:
            items = self.binding.session.collect(
                argument.value, (value,), dollar_under=value, input=(value,), local=True
            )
        except NetException as error:
            raise failures.block_failed(parameter, error, argument.value_extent) from error
        if not items:
            raise failures.block_without_output(parameter, argument.value_extent)
        return items[0] if len(items) == 1 else items

    # --- the four passes ---

    def _bind_passes(self, value: Value) -> bool:
        binding = self.binding
        preferred = binding.preferred_mask
        rounds = [preferred, None] if preferred else [None]
        found = False
        for valid in rounds:
            wanted = binding.mask if valid is None else valid
            if valid is None and preferred:
                wanted = binding.mask & ~preferred
            for step in (BY_VALUE, BY_NAME, BY_VALUE_CONVERTED, BY_NAME_CONVERTED):
                if not self._bind_step(value, step, wanted):
                    continue
                found = True
                if valid is None:
                    sets.check_sets(binding, before_input=True, choose_default=True)
                    wanted = binding.mask
            if valid is not None and binding.mask == preferred:
                break
        sets.check_sets(binding, before_input=False, choose_default=True)
        if not binding.used_defaults:
            binding.bind_defaults()
        return found

    def _bind_step(self, value: Value, step: int, valid: int) -> bool:
        default = self.binding.signature.default_mask
        if default and valid & default:
            if self._bind_step_in(value, step, default):
                return True
            valid &= ~default
        return self._bind_step_in(value, step, valid)

    def _bind_step_in(self, value: Value, step: int, valid: int) -> bool:
        bound = False
        for parameter in reversed(self.binding.unbound[:]):
            if not parameter.takes_pipeline:
                continue
            if not parameter.mask & valid and not parameter.in_all:
                continue
            for membership in parameter.matching(valid):
                if self._takes(membership, step, value) and self._bind_parameter(parameter, value, step):
                    bound = True
                    break
        return bound

    def _takes(self, membership: ParameterSet, step: int, value: Value) -> bool:
        if step in (BY_VALUE, BY_VALUE_CONVERTED):
            return membership.pipeline
        return membership.by_property_name and value is not None

    def _bind_parameter(self, parameter: ParameterInfo, value: Value, step: int) -> bool:
        if step in (BY_NAME, BY_NAME_CONVERTED):
            value = self._property(parameter, value)
            if value is MISSING:
                return False
        if value is AUTOMATION_NULL:
            return False
        coerce = step in (BY_VALUE_CONVERTED, BY_NAME_CONVERTED)
        binding = self.binding
        try:
            if not binding.bind(parameter, Argument(parameter.name, value), binding.mask, coerce=coerce):
                return False
        except ParameterBindingException as error:
            if _is_fatal(error):
                raise
            return False
        self.from_input.append(parameter)
        self._last_step = step
        binding.changes = [each for each in binding.changes if each[0] is not parameter]
        binding.changes.append((parameter, binding.values[parameter.key]))
        return True

    def _property(self, parameter: ParameterInfo, value: Value) -> Value:
        for name in parameter.names():
            found = access.find_property(value, name)
            if found is not None:
                return found.get(value, self.binding.session)
        return MISSING


def _is_fatal(error: ParameterBindingException) -> bool:
    """True for an error that ends the binding of the object. A failed conversion only means that the parameter does not
    fit.
    """
    if isinstance(error, ParameterBindingValidationException):
        return True
    if isinstance(error, ParameterBindingArgumentTransformationException):
        inner: BaseException | None = error.inner
        while inner is not None:
            if isinstance(inner, PSInvalidCastException):
                return False
            inner = getattr(inner, "inner", None)
        return True
    return False


__all__ = ["InputBinder"]
