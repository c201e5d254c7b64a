"""Values of parameters: sets, enumerations, truth values, a cmdlet's own completer, else paths."""

from __future__ import annotations

from typing import Any

from shell.repl.completion.parameters import Asked
from shell.repl.completion.paths import paths
from shell.repl.completion.results import CompletionResult, value
from shell.runtime.enumeration import enum_members
from shell.runtime.session import Runspace


def values(session: Runspace, asked: Asked, place: Any) -> list[CompletionResult]:
    """Return the values that a parameter takes and that begin with the word at the cursor."""
    quote = asked.word[0] if asked.word[:1] in ("'", '"') else ""
    prefix = asked.word.strip("'\"").lower()
    known = _known(session, asked)
    if known is None:
        return paths(session, asked.word)
    return [value(each, quote) for each in known if each.lower().startswith(prefix)]


def _known(session: Runspace, asked: Asked) -> list[str] | None:
    parameter = asked.parameter
    for validator in parameter.validators:
        if hasattr(validator, "valid_values"):
            return [str(each) for each in validator.valid_values]
    if callable(parameter.completer):
        return [str(each) for each in parameter.completer(session, asked.word)]
    element = parameter.type.element_type or parameter.type
    if element.is_enum:
        return sorted(enum_members(element))
    if element.name == "System.Boolean":
        return ["$true", "$false"]
    if parameter.name == "Name" and asked.command.lower().endswith("-variable"):
        return sorted({str(key) for key in session.global_scope}, key=str.lower)
    return None
