"""Filters in text (OPATH, Active Directory): properties, operators and values inside `-Filter { ... }` or its string.

A filter is no PowerShell, though it may stand in braces: its words are the properties of what the command writes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from shell.engine.binding.parameters import ParameterInfo
from shell.engine.commands.command_info import CommandInfo
from shell.language import Token, TokenKind
from shell.repl.completion.commandtypes import declared_types
from shell.repl.completion.cursor import Cursor
from shell.repl.completion.inference import Inference
from shell.repl.completion.membertypes import Member, type_members
from shell.repl.completion.results import CompletionResult, prefixed
from shell.types import OBJECT
from shell.types.registry.enumeration import enum_members

_PARAMETERS: Final = frozenset({"-filter", "-recipientfilter"})
_STRINGS: Final = frozenset({TokenKind.StringLiteral, TokenKind.StringExpandable})
_COMPARING: Final = {
    "eq": "Equal",
    "ge": "Greater than or equal",
    "gt": "Greater than",
    "le": "Less than or equal",
    "like": "Matches a wildcard pattern",
    "lt": "Less than",
    "ne": "Not equal",
    "notlike": "Does not match a wildcard pattern",
}
_JOINING: Final = {"and": "Both are true", "or": "At least one is true"}
_NEGATION: Final = {"not": "The opposite"}
_WORD: Final = re.compile(r"'[^']*'?|\"[^\"]*\"?|[()]|-?[^\s()'\"]+")


@dataclass(frozen=True, slots=True)
class _Filter:
    """A filter under the cursor: its command and parameter, its text so far with the place of that in the input."""

    info: CommandInfo
    parameter: ParameterInfo
    start: int
    text: str


def filter_words(inference: Inference, place: Cursor) -> tuple[int, list[CompletionResult]] | None:
    """Return what may follow in the filter at the cursor, and where its last word begins; None outside of filters."""
    found = _filter_at(inference, place)
    if found is None:
        return None
    words = list(_WORD.finditer(found.text))
    current = words[-1] if words and words[-1].end() == len(found.text) and words[-1].group() not in "()" else None
    before = [each.group() for each in (words[:-1] if current is not None else words)]
    word = current.group() if current is not None else ""
    start = found.start + (current.start() if current is not None else len(found.text))
    return start, _fitting(inference, found, before, word)


def _filter_at(inference: Inference, place: Cursor) -> _Filter | None:
    for group in reversed(place.groups):
        if group.opener.kind is TokenKind.LCurly:
            start = group.opener.extent.end_offset
            return _made(inference, group.before, start, place.text[start:])
    last = place.last
    if last is not None and last.kind in _STRINGS and len(place.statement) > 1:
        start = last.extent.start_offset + 1
        return _made(inference, place.statement[:-1], start, place.text[start:])
    return None


def _made(inference: Inference, before: Sequence[Token], start: int, text: str) -> _Filter | None:
    """Return the filter, if the tokens before it are a command with the parameter of one as the last.

    -RecipientFilter is about the members of what the command makes: its words are those of recipients.
    """
    if len(before) < 2 or before[-1].kind is not TokenKind.Parameter or before[-1].text.lower() not in _PARAMETERS:
        return None
    name = before[0]
    for one, next_one in pairwise(before):
        if one.kind in (TokenKind.Pipe, TokenKind.Equals):
            name = next_one
    about_members = before[-1].text.lower() == "-recipientfilter"
    info = inference.commands.find("Get-Mailbox" if about_members else name.text)
    if info is None or info.kind != "Cmdlet":
        return None
    parameter = "Filter" if about_members else before[-1].text[1:]
    candidates = info.signature(inference.session).candidates(parameter)
    return _Filter(info, candidates[0], start, text) if len(candidates) == 1 and candidates[0].type is OBJECT else None


def _fitting(inference: Inference, found: _Filter, before: list[str], word: str) -> list[CompletionResult]:
    last = before[-1].lower() if before else ""
    if last in ("", "(", "-and", "-or", "-not", "!"):
        if word.startswith("-"):
            return _operators(_NEGATION, word)
        return [
            CompletionResult(each.name, each.name, "Property", each.tooltip)
            for each in _properties(inference, found)
            if each.name.lower().startswith(word.lower())
        ]
    if last.startswith("-") and last[1:] in _COMPARING:
        return _values(inference, found, before[-2] if len(before) > 1 else "", word)
    is_value = len(before) > 1 and before[-2].lower().removeprefix("-") in _COMPARING
    return _operators(_JOINING if is_value or last == ")" else _COMPARING, word)


def _operators(offered: dict[str, str], word: str) -> list[CompletionResult]:
    return prefixed(
        offered,
        word.removeprefix("-"),
        lambda name: CompletionResult(f"-{name}", name, "ParameterName", offered[name]),
    )


def _properties(inference: Inference, found: _Filter) -> Iterator[Member]:
    """The properties that the filter's parameter names, else those of what the command writes."""
    completer = found.parameter.completer
    if callable(completer):
        yield from (Member(str(each), False, str(each)) for each in completer(inference.session, ""))
        return
    seen: set[str] = set()
    for each in declared_types(inference, found.info):
        for member in sorted(type_members(inference, each, static=False), key=lambda member: member.name.lower()):
            if not member.is_method and member.name not in seen:
                seen.add(member.name)
                yield member


def _values(inference: Inference, found: _Filter, name: str, word: str) -> list[CompletionResult]:
    """The words that a property can equal."""
    if any(name.lower() == each.name.lower() and _is_truth(each) for each in _properties(inference, found)):
        return prefixed(("$true", "$false"), word, lambda each: CompletionResult(each, each, "ParameterValue", each))
    quote = word[0] if word[:1] in ("'", '"') else "'"
    return prefixed(
        _words_of(inference, found, name),
        word.strip("'\""),
        lambda each: CompletionResult(f"{quote}{each}{quote}", each, "ParameterValue", each),
    )


def _is_truth(member: Member) -> bool:
    return any(each.type is not None and each.type.name == "System.Boolean" for each in member.types)


def _words_of(inference: Inference, found: _Filter, name: str) -> list[str]:
    """What is known of a property's values: by the filter's own completer, its type, or the parameter of its name."""
    told: dict[str, list[str]] = getattr(found.parameter.completer, "values", {})
    if name.lower() in told:
        return told[name.lower()]
    for member in _properties(inference, found):
        if member.name.lower() == name.lower():
            for each in member.types:
                if each.type is not None and each.type.is_enum:
                    return sorted(enum_members(each.type))
    for parameter in found.info.signature(inference.session).candidates(name):
        if parameter.key == name.lower() and callable(parameter.completer):
            return [str(each) for each in parameter.completer(inference.session, "")]
    return []
