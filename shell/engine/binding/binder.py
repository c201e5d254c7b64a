"""Binding one call: from arguments, and then from each pipeline object, to the values of a command's parameters.

The order is PowerShell's: named arguments, positions, $PSDefaultParameterValues, dynamic parameters, what is left over,
then the check of sets and mandatory parameters; per pipeline object see `binding/pipeline.py`.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from shell.engine.binding import failures, sets, shape_cache
from shell.engine.binding.coercion import NotBound, parameter_value, waits_for_input
from shell.engine.binding.common import NO_COMMON, common_parameters
from shell.engine.binding.names import named_arguments, pair_arguments
from shell.engine.binding.parameters import ALL, Argument, CommandSignature, ParameterInfo, ParameterSet, parameter_text
from shell.lazy import lazy
from shell.types.conversion.conversion import to_bool
from shell.types.registry.table import OBJECT, PS_OBJECT
from shell.values.errors import NetException, ParameterBindingException, PSInvalidCastException, record_of
from shell.values.objects import AUTOMATION_NULL, MISSING, GenericList, PSObject, Value

if TYPE_CHECKING:
    from shell.engine.binding import defaults, dynamic, pipeline, prompts
    from shell.engine.binding.pipeline import InputBinder
    from shell.engine.binding.shape_cache import Trail
    from shell.engine.run.invocation import InvocationInfo
    from shell.engine.session.runspace import Runspace
else:
    pipeline = lazy("shell.engine.binding.pipeline", globals())
    prompts = lazy("shell.engine.binding.prompts", globals())
    defaults = lazy("shell.engine.binding.defaults", globals())
    dynamic = lazy("shell.engine.binding.dynamic", globals())

DynamicSource = Callable[[], Sequence[Value]]
"""Returns the output of a `dynamicparam` block: dictionaries of RuntimeDefinedParameter, or ParameterInfo."""


class Binding:
    """The binding of one call of a command.

    `values` has what was bound, by lower-case parameter name in the order of binding; `bound` the same by display name,
    as `$PSBoundParameters` shows it (common parameters included). `rest` is `$args`. After `bind_object`, `changes`
    says which parameters have a new value: (parameter, value), MISSING where the value goes back to its default.
    """

    __slots__ = (
        "arguments",
        "bound",
        "call",
        "changes",
        "common",
        "delayed",
        "dynamic_parameters",
        "dynamic_source",
        "input",
        "known_shape",
        "mask",
        "owners",
        "preferred_mask",
        "rest",
        "session",
        "signature",
        "trail",
        "unbound",
        "used_defaults",
        "values",
    )

    def __init__(
        self,
        signature: CommandSignature,
        session: Runspace,
        call: InvocationInfo,
        dynamic_source: DynamicSource | None = None,
    ) -> None:
        self.signature = signature
        self.session = session
        self.call = call
        self.dynamic_source = dynamic_source
        self.dynamic_parameters: Sequence[ParameterInfo] = ()
        self.values: dict[str, Value] = {}
        self.bound: dict[str, Value] = {}
        self.owners: dict[str, ParameterInfo] = {}
        self.rest: list[Value] = []
        self.mask = ALL
        self.preferred_mask = 0
        self.unbound: list[ParameterInfo] = list(signature.parameters)
        self.delayed: dict[ParameterInfo, Argument] = {}
        self.arguments: list[Argument] = []
        self.changes: list[tuple[ParameterInfo, Value]] = []
        self.input: InputBinder | None = None
        self.used_defaults = False
        self.trail: Trail | None = []
        """The bindings so far, for the shape cache; None once one depended on more than the classes of the values."""
        self.known_shape: shape_cache.CachedBinding | None = None
        """The cached call of the same shape that this one was bound like."""
        self.common = NO_COMMON

    @property
    def parameter_set(self) -> str:
        """The name of the set that was chosen."""
        return self.signature.set_name(self.mask)

    @property
    def expects_input(self) -> bool:
        """True if objects will come down the pipeline."""
        return self.call.expecting_input

    # --- the command line ---

    def bind_arguments(self, arguments: Sequence[Argument]) -> None:
        """Bind the arguments of the call. Prompt for mandatory parameters that have no value and cannot get one from
        the pipeline.
        """
        try:
            self._bind_arguments(arguments)
        except ParameterBindingException as error:
            self._stamp(error)
            raise
        self.call.bound = self.bound
        self.call.unbound = self.rest

    def _stamp(self, error: ParameterBindingException) -> None:
        """Set command and extent in the error's record."""
        record = record_of(error)
        if record.invocation is not None:
            return
        record.command_id = self.signature.error_name
        record.activity = self.signature.name
        placed = copy.copy(self.call)
        placed.display_extent = error.error_extent or self.call.extent
        record.invocation = placed

    def _bind_arguments(self, arguments: Sequence[Argument]) -> None:
        self.arguments = pair_arguments(self.signature, arguments)
        if self.signature.advanced:
            self._bind_by_shape()
            self.common = common_parameters(self.values)
        else:
            self.arguments = named_arguments(self, self.arguments)
            self._bind_positions()
            self._keep_rest()

    def bind_object(self, value: Value) -> bool:
        """Bind a pipeline object; return False if no parameter takes it. Sets `changes`."""
        return self._input_binder().bind(value)

    def _input_binder(self) -> pipeline.InputBinder:
        if self.input is None:
            self.input = pipeline.InputBinder(self)
        return self.input

    @property
    def is_simple_input(self) -> bool:
        """True if each object is bound to the same parameter by value and nothing else is undecided."""
        return self.input is not None and self.input.only is not None

    @property
    def takes_as_is(self) -> ParameterInfo | None:
        """Return the only parameter that takes each object, if it does so without conversion or validation."""
        only = self._input_binder().only
        if only is None:
            return None
        checked = only.type not in (OBJECT, PS_OBJECT) or only.transforms or only.validators or only.is_mandatory
        return None if checked else only

    def missing_for_object(self) -> str:
        """Return the names of mandatory parameters that the last object did not give."""
        count = sets.count_sets(self.mask)
        return sets.names_of(sets.missing_mandatory(self, count, False))

    def _bind_by_shape(self) -> None:
        """Bind like the last call of the same shape, if there was one; else in full."""
        shape = shape_cache.shape_of(self, self.arguments)
        known = self.signature.cached_bindings.get(shape, MISSING) if shape is not None else None
        if known is not None and known is not MISSING and known.bind(self, self.arguments):
            return
        signature, arguments = self.signature, self.arguments
        self._bind_advanced()
        if known is MISSING:
            shape_cache.cache_binding(signature, shape, self, arguments)

    def _bind_advanced(self) -> None:
        self.arguments = named_arguments(self, self.arguments)
        first_error = self._bind_positions()
        self.bind_defaults()
        sets.check_sets(self, before_input=True, choose_default=False)
        if self.dynamic_source is not None:
            error = self._bind_dynamic()
            first_error = first_error or error
        self._bind_remaining()
        if self.arguments:
            raise self._left_over(first_error)
        self._require_mandatory()

    def _require_mandatory(self) -> None:
        expects_input = self.expects_input
        count = sets.check_sets(self, before_input=expects_input, choose_default=not expects_input)
        if count > 1 and expects_input:
            narrowed = sets.drop_sets_without_input(self)
            if narrowed != self.mask:
                self.mask = narrowed
                count = sets.check_sets(self, before_input=True, choose_default=False)
        missing = sets.missing_mandatory(self, count, expects_input)
        if missing:
            self.trail = None
            prompts.ask_for(self, missing)
        if not expects_input:
            sets.require_selected(self)

    def _left_over(self, first_error: ParameterBindingException | None) -> ParameterBindingException:
        argument = self.arguments[0]
        if argument.name is not None:
            return failures.no_such_parameter(argument.name, argument.extent)
        return first_error or failures.no_such_position(argument.value)

    # --- positions ---

    def _bind_positions(self) -> ParameterBindingException | None:
        if not self.arguments:
            return None
        valid = self.mask
        positions = self._positions(valid)
        if not positions:
            return None
        queue = list(self.arguments)
        left: list[Argument] = []
        error: ParameterBindingException | None = None
        while positions:
            argument = _next_positional(queue, left)
            if argument is None:
                break
            candidates = positions.pop(min(positions))
            was_bound, error = self._bind_position(candidates, argument, valid)
            if not was_bound:
                left.append(argument)
            elif valid != self.mask:
                valid = self.mask
                positions = {
                    place: kept
                    for place, each in positions.items()
                    if (kept := [(parameter, mask) for parameter, mask in each if not mask or mask & valid])
                }
        self.arguments = left + queue
        return error

    def _positions(self, valid: int) -> dict[int, list[tuple[ParameterInfo, int]]]:
        """Return the unbound positional parameters by position, each with the sets in which it stands there."""
        found: dict[int, list[tuple[ParameterInfo, int]]] = {}
        values = self.values
        for parameter in self.signature.positional:
            if parameter.key in values:
                continue
            for membership in parameter.matching(valid):
                if membership.remaining or membership.position < 0:
                    continue
                there = found.setdefault(membership.position, [])
                for other, mask in there:
                    if other is not parameter and (not mask or not membership.mask or mask & membership.mask):
                        raise failures.ambiguous_positions()
                there.append((parameter, membership.mask))
        return found

    def _bind_position(
        self, candidates: list[tuple[ParameterInfo, int]], argument: Argument, valid: int
    ) -> tuple[bool, ParameterBindingException | None]:
        default = self.signature.default_mask if self.signature.advanced else 0
        prefer_default = bool(default and valid & default)
        error: ParameterBindingException | None = None
        for coerce in (False, True):
            for mask in (default, valid) if prefer_default else (valid,):
                was_bound, error = self._bind_position_in(candidates, argument, mask, coerce)
                if was_bound:
                    return True, None
        return False, error

    def _bind_position_in(
        self, candidates: list[tuple[ParameterInfo, int]], argument: Argument, valid: int, coerce: bool
    ) -> tuple[bool, ParameterBindingException | None]:
        was_bound = False
        error: ParameterBindingException | None = None
        for parameter, mask in candidates:
            if mask and not mask & valid:
                continue
            if parameter.key in self.values:
                continue
            try:
                was_bound = self.bind(parameter, argument, valid, coerce=coerce, may_delay=True) or was_bound
            except ParameterBindingException as failure:
                if type(failure) is not ParameterBindingException:
                    raise
                error = failure
                self.trail = None
        return was_bound, error

    # --- a single parameter ---

    def bind(
        self, parameter: ParameterInfo, argument: Argument, valid: int, *, coerce: bool = True, may_delay: bool = False
    ) -> bool:
        """Bind one argument; return False if `coerce` is false and it does not have the parameter's type."""
        value = argument.value
        if parameter.refused is not None and not (parameter.is_switch and not to_bool(value)):
            raise failures.refused(parameter, self.signature.name, argument.extent)
        if may_delay and self._is_delayed(parameter, value, valid):
            self._delay(parameter, argument)
            return True
        try:
            value = parameter_value(self, parameter, value, argument.value_extent, coerce, argument.spelling)
        except NotBound:
            return False
        except ParameterBindingException as error:
            if coerce or not _stems_from_cast(error):
                raise
            return False
        self.accept(parameter, value)
        if self.trail is not None:
            self.trail.append((argument, parameter, coerce))
        return True

    def accept(self, parameter: ParameterInfo, value: Value) -> None:
        """Record a bound value and narrow the sets."""
        if value is AUTOMATION_NULL:
            value = None
        mask = parameter.mask
        if mask:
            self.mask &= mask
        if parameter in self.unbound:
            self.unbound.remove(parameter)
        self.values[parameter.key] = value
        self.bound[parameter.name] = value
        self.owners[parameter.key] = parameter

    def _is_delayed(self, parameter: ParameterInfo, value: Value, valid: int) -> bool:
        if not parameter.takes_pipeline:
            return False
        block = value.base if isinstance(value, PSObject) and value.base is not value else value
        if type(block).__name__ != "ScriptBlock":
            return False
        if not any(each.pipeline or each.by_property_name for each in parameter.matching(valid)):
            return False
        return waits_for_input(parameter)

    def _delay(self, parameter: ParameterInfo, argument: Argument) -> None:
        if not self.expects_input:
            raise failures.block_without_input(parameter, argument.value_extent)
        self.delayed.setdefault(parameter, argument)
        self.accept(parameter, argument.value)

    # --- remaining arguments ---

    def _bind_remaining(self) -> None:
        if not self.arguments:
            return
        taker: ParameterInfo | None = None
        for parameter in self.signature.remaining:
            membership = _membership(parameter, self.mask)
            if parameter.key in self.values or membership is None or not membership.remaining:
                continue
            if taker is not None:
                raise failures.ambiguous_set()
            taker = parameter
        if taker is None:
            return
        values: list[Value] = []
        for each in self.arguments:
            if each.name is not None:
                values.append(parameter_text(each.text, each.name))
            if each.value is not MISSING and each.value is not AUTOMATION_NULL:
                values.append(each.value)
        extent = self.arguments[0].value_extent if len(self.arguments) == 1 else None
        value: Value = GenericList(OBJECT, values)
        if len(values) == 1 and isinstance(values[0], list):
            value = values[0]
        self.arguments = []
        self.bind(taker, Argument(None, value, extent), self.mask)

    def _keep_rest(self) -> None:
        """Put the remaining arguments of a simple function into `$args`."""
        for each in self.arguments:
            if each.name is not None:
                self.rest.append(parameter_text(each.text, each.name))
            if each.value is not MISSING:
                self.rest.append(None if each.value is AUTOMATION_NULL else each.value)
        self.arguments = []

    # --- defaults and dynamic parameters ---

    def bind_defaults(self) -> None:
        """Bind values of $PSDefaultParameterValues to parameters that are still unbound."""
        if not self.session.default_parameter_values:
            return
        defaults.bind_defaults(self)

    def _bind_dynamic(self) -> ParameterBindingException | None:
        assert self.dynamic_source is not None
        try:
            self.dynamic_parameters = dynamic.dynamic_parameters(self.signature, self.dynamic_source())
        except NetException as problem:
            raise failures.no_dynamic_parameters(problem) from None
        if not self.dynamic_parameters:
            return None
        self.signature = self.signature.extended(self.dynamic_parameters)
        self.unbound.extend(self.dynamic_parameters)
        self.arguments = named_arguments(self, pair_arguments(self.signature, self.arguments))
        error = self._bind_positions()
        self.bind_defaults()
        return error


def _membership(parameter: ParameterInfo, mask: int) -> ParameterSet | None:
    found: ParameterSet | None = None
    for each in parameter.sets.values():
        if each.mask == 0:
            found = each
        elif each.mask & mask:
            return each
    return found


def _next_positional(queue: list[Argument], left: list[Argument]) -> Argument | None:
    """Take the next positional argument; an unmatched name is taken with its value."""
    while queue:
        argument = queue.pop(0)
        if argument.name is None:
            return argument
        left.append(argument)
        if argument.value is MISSING and queue and queue[0].name is None:
            left.append(queue.pop(0))
    return None


def _stems_from_cast(error: ParameterBindingException) -> bool:
    inner: BaseException | None = error
    while inner is not None:
        if isinstance(inner, PSInvalidCastException):
            return True
        inner = getattr(inner, "inner", None)
    return False


__all__ = ["Binding", "DynamicSource"]
