"""The binder's data: arguments of a call, parameters with their sets, a command's signature."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

from shell.lazy import lazy
from shell.types.conversion.text import to_string
from shell.types.registry.table import OBJECT, STRING, SWITCH, ClrType
from shell.values.objects import ABSENT, MISSING, Hashtable, PSObject, Value

if TYPE_CHECKING:
    from shell.engine.binding import plan as binding_plan
    from shell.engine.binding.plan import CallPlan
    from shell.engine.session.runspace import Runspace
    from shell.language.source import Extent
else:
    binding_plan = lazy("shell.engine.binding.plan", globals(), "binding_plan")

ALL_SETS: Final = "__AllParameterSets"
ALL: Final = 0xFFFFFFFF
"""The mask of a command whose set is still open: every set."""

NOT_POSITIONAL: Final = -(2**31)


class Argument:
    """One argument of a call.

    `name` is as written, without dash and colon; None for a positional argument. `value` is MISSING for a bare `-Name`.
    `extent` is the whole argument as written (for a bare name the parameter), `value_extent` the value alone.
    `spelling` is a number as it was written, which a [string] parameter gets. `splatted` marks an argument from a
    hashtable: explicit arguments override it.
    """

    __slots__ = ("extent", "name", "spelling", "splatted", "value", "value_extent")

    def __init__(
        self,
        name: str | None = None,
        value: Value = MISSING,
        extent: Extent | None = None,
        value_extent: Extent | None = None,
        *,
        spelling: str | None = None,
        splatted: bool = False,
    ) -> None:
        self.name = name
        self.value = value
        self.extent = extent
        self.value_extent = value_extent if value_extent is not None else extent
        self.spelling = spelling
        self.splatted = splatted

    def __repr__(self) -> str:
        name = "" if self.name is None else f"-{self.name}"
        return f"<{name}{'' if self.value is MISSING else f':{self.value!r}'}>"

    @property
    def text(self) -> str:
        """Return the element of `$args` for an unmatched name: `-zzz`, or `-zzz:` if a value is attached."""
        if self.extent is not None and not self.splatted:
            written = self.extent.text
            return written if self.value is MISSING else written[: len(self.name or "") + 2]
        return f"-{self.name}" if self.value is MISSING else f"-{self.name}:"


PARAMETER_MARK: Final = "<CommandParameterName>"
"""The member that marks a `-name` in `$args` as a parameter, for splatting by `@args`."""


def parameter_text(text: str, name: str) -> PSObject:
    """Return the element of `$args` for an unknown parameter: a string that is marked as a parameter."""
    return PSObject(text, {PARAMETER_MARK: name})


def splat(value: Value, extent: Extent | None) -> list[Argument]:
    """Return the arguments that `@value` stands for: a dictionary's names, a list's elements, else the value itself."""
    if isinstance(value, PSObject) and value.base is not value:
        value = value.base
    if isinstance(value, Hashtable):
        return [Argument(str(key), each, extent, splatted=True) for key, each in value.items()]
    if getattr(value, "is_dictionary", False):
        return [Argument(to_string(key), each, extent, splatted=True) for key, each in value.items()]
    if isinstance(value, list):
        return _splatted_list(value, extent)
    return [] if value is None else [Argument(None, value, extent)]


def _splatted_list(items: list[Value], extent: Extent | None) -> list[Argument]:
    """Return the arguments of a splatted list. A `-name:` from `$args` keeps its attached value."""
    made: list[Argument] = []
    for each in items:
        last = made[-1] if made else None
        if last is not None and last.name is not None and last.value is MISSING and last.name.endswith(":"):
            last.name, last.value = last.name[:-1], each
        else:
            made.append(_splatted_element(each, extent))
    return made


def _splatted_element(value: Value, extent: Extent | None) -> Argument:
    if isinstance(value, PSObject) and PARAMETER_MARK in value.members:
        colon = ":" if value.base.endswith(":") else ""
        made = Argument(value.members[PARAMETER_MARK] + colon, MISSING, extent)
        made.extent = None
        made.value_extent = extent
        return made
    return Argument(None, value, extent)


class ParameterSet:
    """How a parameter takes part in one set. `mask` is the set's bit, 0 for all sets."""

    __slots__ = ("by_property_name", "help", "mandatory", "mask", "name", "pipeline", "position", "remaining")

    def __init__(
        self,
        name: str = ALL_SETS,
        *,
        mandatory: bool = False,
        position: int = NOT_POSITIONAL,
        pipeline: bool = False,
        by_property_name: bool = False,
        remaining: bool = False,
        help: str | None = None,
    ) -> None:
        self.name = name
        self.mandatory = mandatory
        self.position = position
        self.pipeline = pipeline
        self.by_property_name = by_property_name
        self.remaining = remaining
        self.help = help
        self.mask = 0

    @property
    def in_all(self) -> bool:
        """True for the membership in all sets."""
        return self.mask == 0


Accept = Callable[["Runspace", Value], Value]


class ParameterInfo:
    """One parameter of a command.

    `type` is the type of the value. `transforms` run first, in order: each is called with the session and the value (a
    type constraint of a script is a `TypeConstraint` among them). `validators` check the result. `default` is a
    function's compiled expression, a cmdlet's value, or MISSING.
    """

    __slots__ = (
        "accept",
        "aliases",
        "allow_empty_collection",
        "allow_empty_string",
        "allow_null",
        "attribute",
        "attributes",
        "common",
        "completer",
        "default",
        "dont_show",
        "dynamic",
        "extent",
        "help",
        "in_all",
        "initial",
        "is_mandatory",
        "is_positional",
        "is_switch",
        "key",
        "mask",
        "name",
        "position_help",
        "ps_type_name",
        "refused",
        "script",
        "sets",
        "static_type",
        "takes_pipeline",
        "takes_remaining",
        "transforms",
        "type",
        "validators",
        "whole_name_only",
    )

    def __init__(self, name: str, type: ClrType = OBJECT, sets: Sequence[ParameterSet] = ()) -> None:
        self.name = name
        self.key = name.lower()
        self.type = type
        self.static_type = type
        self.is_switch = type is SWITCH
        self.sets: dict[str, ParameterSet] = {each.name: each for each in (sets or (ParameterSet(),))}
        self.aliases: tuple[str, ...] = ()
        self.transforms: tuple[Any, ...] = ()
        self.validators: tuple[Any, ...] = ()
        self.attributes: tuple[Any, ...] = ()
        """The attributes that `(Get-Command x).Parameters.y.Attributes` shows, in order."""
        self.allow_null = False
        self.allow_empty_string = False
        self.allow_empty_collection = False
        self.default: Any = MISSING
        self.initial: Value = initial_value(type)
        """The value if nothing was given and there is no default."""
        self.help = ""
        self.common = False
        self.dynamic = False
        self.script = False
        """True for a function's parameter: conversion is a transformation there."""
        self.attribute = self.key
        self.completer: Any = None
        self.dont_show = False
        self.whole_name_only = False
        self.ps_type_name: str | None = None
        self.refused: str | None = None
        """Why a cmdlet's parameter is not emulated: using it is an error."""
        self.position_help: int | None = None
        self.extent: Extent | None = None
        self.accept: Accept | None = None
        self.mask = 0
        """The bits of the named sets that the parameter is in; 0 if it is in all only."""
        self.in_all = True
        """True if one of the memberships is for all sets."""
        self.is_mandatory = False
        """True if mandatory in some set."""
        self.takes_pipeline = False
        """True if some set takes it from the pipeline."""
        self.is_positional = False
        """True if it has a position in some set."""
        self.takes_remaining = False
        """True if some set binds the remaining arguments to it."""
        self.refresh()

    def __repr__(self) -> str:
        return f"<parameter {self.name}: {self.type.name}>"

    def refresh(self) -> None:
        """Compute the fields that depend on the bits of the sets."""
        memberships = self.sets.values()
        self.mask = 0
        for each in memberships:
            self.mask |= each.mask
        self.in_all = any(each.mask == 0 for each in memberships)
        self.is_mandatory = any(each.mandatory for each in memberships)
        self.takes_pipeline = any(each.pipeline or each.by_property_name for each in memberships)
        self.is_positional = any(each.position >= 0 for each in memberships)
        self.takes_remaining = any(each.remaining for each in memberships)

    def matching(self, mask: int) -> Iterator[ParameterSet]:
        """Yield the memberships that hold in any of the sets of a mask."""
        for each in self.sets.values():
            if each.mask == 0 or each.mask & mask:
                yield each

    def names(self) -> Iterator[str]:
        """The name and the aliases."""
        yield self.name
        yield from self.aliases


def initial_value(type: ClrType) -> Value:
    """Return what a parameter of a type holds before anything is bound: '' for strings, 0, false, else $null."""
    if type is STRING:
        return ""
    if type is SWITCH:
        return ABSENT
    python_class = type.python_class
    if type.is_value_type and not type.is_enum and python_class is not None and type.name in _ZERO_TYPES:
        return python_class(0)
    return None


_ZERO_TYPES: Final = frozenset(
    "System." + name
    for name in (
        *("Boolean", "Byte", "SByte", "Int16", "UInt16", "Int32", "UInt32", "Int64", "UInt64"),
        *("Single", "Double", "Decimal", "Numerics.BigInteger"),
    )
)


class CommandSignature:
    """All parameters of a command, their names and their sets.

    `name` and `error_name` are what errors say: the command's name, and the id behind the comma (a cmdlet's class,
    a function's name). `advanced` is false for a function without CmdletBinding and [Parameter()]: it has `$args`, no
    common parameters, and takes no pipeline input by parameter.
    """

    def __init__(
        self,
        name: str,
        parameters: Sequence[ParameterInfo],
        *,
        error_name: str = "",
        advanced: bool = True,
        script: bool = False,
        default_set: str | None = None,
        should_process: bool = False,
        impact: int = 2,
        common: Sequence[ParameterInfo] = (),
    ) -> None:
        self.name = name
        self.error_name = error_name or name
        self.advanced = advanced
        self.script = script
        self.default_set = default_set
        self.should_process = should_process
        self.impact = impact
        self.own: tuple[ParameterInfo, ...] = tuple(parameters)
        self.common: tuple[ParameterInfo, ...] = tuple(common)
        self.parameters: tuple[ParameterInfo, ...] = self.own + self.common
        self.by_key: dict[str, ParameterInfo] = {}
        self.by_alias: dict[str, ParameterInfo] = {}
        self.has_dynamic = False
        self.attributes: list[Any] = []
        self.takes_pipeline = False
        self.set_names: list[str] = []
        self.default_mask = 0
        self._plans: dict[Any, CallPlan | None] = {}
        self.cached_bindings: dict[Any, Any] = {}
        """Cache of bindings by the shape of the call: see `binding.shape_cache`."""
        self._index()

    def _index(self) -> None:
        for each in self.parameters:
            self.by_key[each.key] = each
            for alias in each.aliases:
                self.by_alias.setdefault(alias.lower(), each)
        self.number_sets()
        self.takes_pipeline = any(each.takes_pipeline for each in self.parameters)
        self.positional = tuple(each for each in self.parameters if each.is_positional)
        self.remaining = tuple(each for each in self.parameters if each.takes_remaining)

    def number_sets(self) -> None:
        """Give each parameter set its bit: the default set the first, the others as they come."""
        bits: dict[str, int] = {}

        def bit_of(name: str) -> int:
            lowered = name.lower()
            if lowered not in bits:
                bits[lowered] = 1 << len(bits)
                self.set_names.append(name)
            return bits[lowered]

        self.set_names = []
        self.default_mask = bit_of(self.default_set) if self.default_set and self.default_set != ALL_SETS else 0
        for each in self.parameters:
            for membership in each.sets.values():
                membership.mask = 0 if membership.name.lower() == ALL_SETS.lower() else bit_of(membership.name)
            each.refresh()

    @property
    def all_sets_mask(self) -> int:
        """The bits of all named sets."""
        return (1 << len(self.set_names)) - 1

    def set_name(self, mask: int) -> str:
        """Return the name of the set that a mask means."""
        if mask == ALL or mask == 0:
            return ALL_SETS
        lowest = (mask & -mask).bit_length() - 1
        return self.set_names[lowest] if lowest < len(self.set_names) else ALL_SETS

    def candidates(self, name: str) -> list[ParameterInfo]:
        """Return the parameters that match a name: one for an exact name or alias, else all with that prefix."""
        lowered = name.lower()
        exact = self.by_key.get(lowered) or self.by_alias.get(lowered)
        if exact is not None:
            return [exact]
        found = [each for each in self.parameters if each.key.startswith(lowered) and not each.whole_name_only]
        for each in self.parameters:
            if each not in found and any(alias.lower().startswith(lowered) for alias in each.aliases):
                found.append(each)
        if len(found) > 1:
            own = [each for each in found if not each.common]
            if len(own) == 1:
                return own
        return found

    def plan(self, shape: tuple[tuple[str | None, bool], ...]) -> CallPlan | None:
        """Return the plan for calls of a shape, or None if they need a full binding."""
        try:
            return self._plans[shape]
        except KeyError:
            made = self._plans[shape] = binding_plan.make_plan(self, shape)
            return made

    def extended(self, more: Sequence[ParameterInfo]) -> CommandSignature:
        """Return this signature with dynamic parameters added."""
        for each in more:
            each.dynamic = True
        return CommandSignature(
            self.name,
            (*self.own, *more),
            error_name=self.error_name,
            advanced=self.advanced,
            script=self.script,
            default_set=self.default_set,
            should_process=self.should_process,
            impact=self.impact,
            common=self.common,
        )


__all__ = [
    "ALL",
    "ALL_SETS",
    "NOT_POSITIONAL",
    "PARAMETER_MARK",
    "Accept",
    "Argument",
    "CommandSignature",
    "ParameterInfo",
    "ParameterSet",
    "initial_value",
    "parameter_text",
    "splat",
]
