"""`Get-Command -ShowCommandInfo`: a command as plain objects, for a form that helps to call it."""

from __future__ import annotations

from typing import Any

from shell.engine.binding.parameters import ParameterInfo
from shell.engine.commands.command_info import CommandInfo
from shell.types import ClrType
from shell.types.registry.enumeration import enum_value
from shell.values.objects import ArrayList, PSCustomObject, Value


def command_form(info: CommandInfo) -> PSCustomObject:
    """Return a command's name, module and parameter sets as objects of notes."""
    return PSCustomObject(
        {
            "Name": info.name,
            "ModuleName": info.module_name,
            "Module": PSCustomObject({"Name": info.module_name or ""}),
            "CommandType": info.command_type,
            "Definition": info.definition,
            "ParameterSets": [_set_form(each) for each in info.parameter_sets],
        }
    )


def _set_form(parameter_set: Any) -> PSCustomObject:
    return PSCustomObject(
        {
            "Name": parameter_set.name,
            "IsDefault": parameter_set.is_default,
            "Parameters": [_parameter_form(each) for each in parameter_set.parameters],
        }
    )


def _parameter_form(parameter: Any) -> PSCustomObject:
    info: ParameterInfo = parameter.info
    values = next((each.valid_values for each in info.validators if hasattr(each, "valid_values")), None)
    return PSCustomObject(
        {
            "Name": parameter.name,
            "IsMandatory": parameter.is_mandatory,
            "ValueFromPipeline": parameter.value_from_pipeline,
            "Position": parameter.position,
            "ParameterType": _type_form(info.static_type),
            "HasParameterSet": values is not None,
            "ValidParamSetValues": values,
        }
    )


def _type_form(type: ClrType) -> PSCustomObject:
    element = type.element_type
    members = type.data["members"] if type.is_enum else {}
    return PSCustomObject(
        {
            "FullName": type.name,
            "IsEnum": type.is_enum,
            "IsArray": element is not None,
            "EnumValues": ArrayList(enum_value(type, number) for number in _distinct(members)),
            "HasFlagAttribute": False,  # the engine asks the array type, which never has it
            "ElementType": None if element is None else _type_form(element),
            "ImplementsDictionary": False,  # as above
        }
    )


def _distinct(members: dict[str, int]) -> list[Value]:
    return sorted(set(members.values()))


__all__ = ["command_form"]
