"""Names of properties as arguments: what the objects in the pipeline have, for Select-Object and its like."""

from __future__ import annotations

from typing import Final

from shell.repl.completion.commandtypes import argument_of, declared_types
from shell.repl.completion.inference import Inference
from shell.repl.completion.membertypes import matching, type_members
from shell.repl.completion.parameters import Asked
from shell.repl.completion.results import CompletionResult, quoted
from shell.repl.completion.variabletypes import piped_into

_OWN: Final = {"sortby", "sortorder", "properties"}
"""The parameters that take names of properties of what the command itself reads."""
_NAMING: Final = {
    "compare-object": "property",
    "convertto-html": "property",
    "foreach-object": "membername",
    "format-custom": "property",
    "format-list": "property",
    "format-table": "property groupby",
    "format-wide": "property",
    "get-member": "name",
    "group-object": "property",
    "join-string": "property",
    "measure-object": "property",
    "select-object": "property excludeproperty expandproperty",
    "sort-object": "property",
    "where-object": "property",
}
"""The parameters that take names of properties."""


def property_names(inference: Inference, command_name: str, asked: Asked) -> list[CompletionResult] | None:
    """Return the properties of what comes through the pipeline; None where the parameter takes something else."""
    if asked.parameter.key in _OWN and "string" in asked.parameter.type.name.lower():
        return _own_properties(inference, command_name, asked)
    if asked.parameter.key not in _NAMING.get(command_name.lower(), "").split():
        return None
    given = argument_of(asked.command, "InputObject")
    types = piped_into(inference, asked.command) if given is None else inference.enumerated(inference.of(given))
    with_methods = asked.parameter.key in ("membername", "name")
    members = (member for each in types or () for member in type_members(inference, each, static=False))
    return [
        CompletionResult(
            quoted(each.name, asked.quote), each.name, "Method" if each.is_method else "Property", each.tooltip
        )
        for each in matching(members, asked.bare)
        if with_methods or not each.is_method
    ]


def _own_properties(inference: Inference, command_name: str, asked: Asked) -> list[CompletionResult] | None:
    info = inference.commands.find(command_name)
    types = () if info is None or info.kind != "Cmdlet" else declared_types(inference, info)
    if not types:
        return None
    members = (member for each in types for member in type_members(inference, each, static=False))
    word = asked.bare.lstrip("+-")
    sign = asked.bare[: len(asked.bare) - len(word)]
    return [
        CompletionResult(quoted(sign + each.name, asked.quote), each.name, "Property", each.tooltip)
        for each in matching(members, word)
        if not each.is_method
    ]
