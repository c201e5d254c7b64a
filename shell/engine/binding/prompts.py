"""Prompts for mandatory parameters without a value."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from shell.engine.binding import failures, sets
from shell.engine.binding.coercion import element_type_of, is_collection
from shell.engine.binding.parameters import Argument, ParameterInfo
from shell.types.conversion.conversion import try_convert
from shell.types.registry.table import BOOLEAN, OBJECT, STRING, SWITCH, ClrType
from shell.values.objects import MISSING, Value

if TYPE_CHECKING:
    from shell.engine.binding.binder import Binding
    from shell.engine.session.runspace import Runspace

_SECRET_TYPES = ("System.Security.SecureString",)
_HELP_KEY = "!?"


def ask_for(binding: Binding, parameters: Sequence[ParameterInfo]) -> None:
    """Prompt for each parameter and bind the answers. Raises an error if the host is not interactive."""
    host = binding.session.host
    if not host.interactive:
        raise failures.missing_mandatory(sets.names_of(parameters))
    has_help = any(_help_of(each) for each in parameters)
    host.write(
        f"\ncmdlet {binding.signature.name} at command pipeline position {binding.call.pipeline_position or 1}\n"
        "Supply values for the following parameters:\n"
    )
    if has_help:
        host.write("(Type !? for Help.)\n")
    answers = [(each, _ask(binding.session, each)) for each in parameters]
    for parameter, answer in answers:
        binding.bind(parameter, Argument(parameter.name, answer), binding.mask)


def _help_of(parameter: ParameterInfo) -> str | None:
    return next((each.help for each in parameter.sets.values() if each.mandatory and each.help), None)


def _ask(session: Runspace, parameter: ParameterInfo) -> Value:
    if is_collection(parameter.type):
        return _ask_list(session, parameter)
    return _ask_one(session, parameter, parameter.name, parameter.type)


def _ask_list(session: Runspace, parameter: ParameterInfo) -> list[Value]:
    """Prompt for `Name[0]:`, `Name[1]:`, ... until an empty line."""
    element_type = element_type_of(parameter.type) or OBJECT
    found: list[Value] = []
    while True:
        answer = _ask_one(session, parameter, f"{parameter.name}[{len(found)}]", element_type, ends_list=True)
        if answer is MISSING:
            return found
        found.append(answer)


def _ask_one(
    session: Runspace, parameter: ParameterInfo, label: str, target: ClrType, *, ends_list: bool = False
) -> Value:
    host = session.host
    secret = target.name in _SECRET_TYPES
    while True:
        text = host.read_line(f"{label}: ", secret=secret)
        if text == _HELP_KEY and _help_of(parameter):
            host.write(f"{_help_of(parameter)}\n")
            continue
        if ends_list and text == "":
            return MISSING
        if target is STRING or target is OBJECT or secret:
            return text
        converts, value = _convert_answer(text, target)
        if converts:
            return value
        host.write(f'Cannot recognize "{text}" as a {target.script_name} due to a format error.\n')


def _convert_answer(text: str, target: ClrType) -> tuple[bool, Value]:
    if target is BOOLEAN or target is SWITCH:
        lowered = text.strip().lower()
        if lowered in ("true", "false"):
            return True, lowered == "true"
        return try_convert(text, OBJECT) if not text else (False, None)
    return try_convert(text, target)


__all__ = ["ask_for"]
