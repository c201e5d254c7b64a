"""Values of parameters: sets, enumerations, truth values, a completer's, names that a cmdlet knows, else paths."""

from __future__ import annotations

from shell.engine.session.runspace import Runspace
from shell.repl.completion import commandnames
from shell.repl.completion.argumentcompleters import scripted
from shell.repl.completion.inference import Inference
from shell.repl.completion.parameters import Asked
from shell.repl.completion.paths import paths
from shell.repl.completion.propertynames import property_names
from shell.repl.completion.results import CompletionResult, prefixed, value
from shell.types import ClrType
from shell.types.registry.enumeration import enum_members

_INTO_FOLDERS = ("set-location", "push-location")
_FLAGS = "System.Management.Automation.FlagsExpression`1"
_TRUTH = ("System.Boolean", "System.Management.Automation.SwitchParameter")


def values(inference: Inference, asked: Asked) -> list[CompletionResult]:
    """Return the values that a parameter takes and that begin with the word at the cursor."""
    session = inference.session
    offered = scripted(inference, asked)
    if offered is not None:
        return offered
    if asked.parameter.type.name in _TRUTH:
        return prefixed(
            ("$true", "$false"), asked.word, lambda word: CompletionResult(word, word, "ParameterValue", word)
        )
    known = _known(session, asked)
    if known is not None:
        return prefixed(known, asked.bare, lambda word: value(word, asked.quote))
    info = inference.commands.find(asked.name)
    command = asked.name if info is None else info.name
    found = property_names(inference, command, asked)
    if found is None:
        found = commandnames.named_things(inference, command, asked)
    if found is not None:
        return found
    literal = asked.parameter.key == "literalpath"
    return paths(session, asked.word, literal=literal, folders_only=command.lower() in _INTO_FOLDERS)


def _known(session: Runspace, asked: Asked) -> list[str] | None:
    """The values that the parameter's declaration tells."""
    parameter = asked.parameter
    for validator in parameter.validators:
        if hasattr(validator, "valid_values"):
            return sorted((str(each) for each in validator.valid_values), key=str.lower)
    if callable(parameter.completer):
        return [str(each) for each in parameter.completer(session, asked.bare)]
    element = _plain(parameter.type.element_type or parameter.type)
    if element.name.startswith("Microsoft.Exchange.Data.Unlimited`1"):
        return ["Unlimited"]
    names = element.data.get("completed")
    if names is not None:
        return [str(each) for each in names(session, asked.bare)]
    if element.is_enum:
        return sorted(enum_members(element))
    return None


def _plain(type: ClrType) -> ClrType:
    takes_one = type.is_nullable or type.name.startswith(_FLAGS)
    return type.generic_arguments[0] if takes_one and type.generic_arguments else type
