"""Named arguments: matching names to parameters, and values to names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from shell.engine.binding import failures
from shell.engine.binding.parameters import Argument, CommandSignature, ParameterInfo
from shell.values.objects import MISSING, PRESENT

if TYPE_CHECKING:
    from shell.engine.binding.binder import Binding

END_OF_PARAMETERS = "-"
"""The name of the argument for `--`, which only native programs receive."""


def find_parameter(signature: CommandSignature, argument: Argument) -> ParameterInfo | None:
    """Return the parameter that an argument names, None if there is none; an ambiguous prefix is an error."""
    name = argument.name or ""
    candidates = signature.candidates(name)
    if len(candidates) > 1:
        raise failures.ambiguous_name(name, candidates, argument.extent)
    return candidates[0] if candidates else None


def pair_arguments(signature: CommandSignature, arguments: Sequence[Argument]) -> list[Argument]:
    """Pair each bare `-Name` of a parameter with its value: $true for a switch, else the next argument."""
    paired: list[Argument] = []
    index, count = 0, len(arguments)
    while index < count:
        argument = arguments[index]
        index += 1
        if argument.name is None or argument.value is not MISSING:
            paired.append(argument)
            continue
        if argument.name == END_OF_PARAMETERS:
            continue
        parameter = find_parameter(signature, argument)
        if parameter is None:
            paired.append(argument)
        elif parameter.is_switch:
            paired.append(Argument(argument.name, PRESENT, argument.extent))
        else:
            following = arguments[index] if index < count else None
            _require_value(signature, parameter, argument, following)
            assert following is not None
            index += 1
            paired.append(_with_value(parameter, argument, following))
    return paired


def _require_value(
    signature: CommandSignature, parameter: ParameterInfo, argument: Argument, following: Argument | None
) -> None:
    if following is None:
        raise failures.missing_argument(parameter, argument.extent)
    if following.name is None or following.name == END_OF_PARAMETERS:
        return
    if find_parameter(signature, following) is not None or following.value is not MISSING:
        raise failures.missing_argument(parameter, argument.extent)


def _with_value(parameter: ParameterInfo, argument: Argument, following: Argument) -> Argument:
    value = following.text if following.name is not None else following.value
    made = Argument(parameter.name, value, argument.extent, following.value_extent, spelling=following.spelling)
    made.splatted = argument.splatted
    return made


def named_arguments(binding: Binding, arguments: Sequence[Argument]) -> list[Argument]:
    """Bind the named arguments and return the others. Explicit arguments override splatted ones."""
    left: list[Argument] = []
    splatted = [each for each in arguments if each.splatted]
    if splatted:
        arguments = [each for each in arguments if not each.splatted] + splatted
    explicit: frozenset[str] | None = None
    for argument in arguments:
        if argument.name is None:
            left.append(argument)
            continue
        parameter = find_parameter(binding.signature, argument)
        if parameter is None:
            left.append(argument)
            continue
        if argument.splatted:
            if explicit is None:
                explicit = frozenset(binding.values)
            if parameter.key in explicit:
                continue
        if parameter.key in binding.values:
            raise failures.already_bound(argument.name, argument.extent)
        binding.bind(parameter, argument, binding.mask, may_delay=True)
    return left


__all__ = ["END_OF_PARAMETERS", "find_parameter", "named_arguments", "pair_arguments"]
