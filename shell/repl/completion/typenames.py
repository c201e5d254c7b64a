"""Types inside brackets, and the arguments of attributes."""

from __future__ import annotations

from shell.repl.completion.results import CompletionResult, prefixed
from shell.runtime.catalog import ACCELERATORS
from shell.runtime.types import resolve

_ATTRIBUTES = {
    "parameter": [
        "DontShow",
        "HelpMessage",
        "Mandatory",
        "ParameterSetName",
        "Position",
        "ValueFromPipeline",
        "ValueFromPipelineByPropertyName",
        "ValueFromRemainingArguments",
    ],
    "cmdletbinding": ["ConfirmImpact", "DefaultParameterSetName", "PositionalBinding", "SupportsShouldProcess"],
}


def types(word: str) -> list[CompletionResult]:
    """Return the accelerators, or the one type, that a word can become."""
    found = prefixed(sorted(ACCELERATORS), word, lambda name: CompletionResult(name, name, "Type", name))
    exact = resolve(word)
    if not found and exact is not None:
        found.append(CompletionResult(exact.name, exact.name.rsplit(".", 1)[-1], "Type", f"Class {exact.name}"))
    return found


def attribute_arguments(attribute: str, word: str) -> list[CompletionResult]:
    """Return the named arguments of an attribute."""
    names = _ATTRIBUTES.get(attribute.lower(), [])
    return prefixed(names, word, lambda name: CompletionResult(name, name, "Property", name))
