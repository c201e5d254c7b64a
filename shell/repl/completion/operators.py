"""Operators, keywords and switch options, completed from a dash or a word."""

from __future__ import annotations

from shell.repl.completion.results import CompletionResult, prefixed

_CASED = {
    "eq": "Equal; on a collection, the elements that are equal",
    "ne": "Not equal; on a collection, the elements that differ",
    "ge": "Greater than or equal",
    "gt": "Greater than",
    "lt": "Less than",
    "le": "Less than or equal",
    "like": "Matches a wildcard pattern",
    "notlike": "Does not match a wildcard pattern",
    "match": "Matches a regular expression; fills $Matches",
    "notmatch": "Does not match a regular expression",
    "replace": "Replaces what a regular expression finds",
    "contains": "The collection on the left holds the value",
    "notcontains": "The collection on the left does not hold the value",
    "in": "The value is in the collection on the right",
    "notin": "The value is not in the collection on the right",
    "split": "Splits at a regular expression",
}
_PLAIN = {
    "and": "Both are true",
    "or": "At least one is true",
    "xor": "Exactly one is true",
    "not": "The opposite",
    "band": "Bitwise and",
    "bor": "Bitwise or",
    "bxor": "Bitwise exclusive or",
    "bnot": "Bitwise not",
    "shl": "Shifts bits to the left",
    "shr": "Shifts bits to the right",
    "is": "The value is of the type",
    "isnot": "The value is not of the type",
    "as": "Converts to the type, or gives $null",
    "f": "Formats values by a template",
    "join": "Joins elements to one string",
}
_MODES = (("", "whatever the case"), ("c", "with regard to case"), ("i", "whatever the case"))

OPERATORS: dict[str, str] = {
    **{mode + name: f"{text} ({how})" for name, text in _CASED.items() for mode, how in _MODES},
    **_PLAIN,
}

SWITCH_OPTIONS = ("casesensitive", "exact", "file", "parallel", "regex", "wildcard")
USING_KINDS = {
    "assembly": "Loads an assembly before the script runs",
    "module": "Loads a module and its classes before the script runs",
    "namespace": "Lets types of a namespace be named without it",
    "type": "Gives a type another name",
}


def operators(prefix: str) -> list[CompletionResult]:
    """Return the operators that begin with a prefix without its dash, in the order of the alphabet."""
    return prefixed(
        sorted(OPERATORS), prefix, lambda name: CompletionResult(f"-{name}", name, "ParameterName", OPERATORS[name])
    )


def switch_options(prefix: str) -> list[CompletionResult]:
    """Return the options of a `switch` statement that begin with a prefix without its dash."""

    def option(name: str) -> CompletionResult:
        shown = {"casesensitive": "CaseSensitive"}.get(name, name.capitalize())
        return CompletionResult(f"-{shown}", shown, "ParameterName", shown)

    return prefixed(SWITCH_OPTIONS, prefix, option)


def using_kinds(prefix: str) -> list[CompletionResult]:
    """Return the words that may stand behind `using`."""
    return prefixed(USING_KINDS, prefix, lambda name: CompletionResult(name, name, "Keyword", USING_KINDS[name]))
