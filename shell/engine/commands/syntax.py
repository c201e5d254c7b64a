"""`Get-Command -Syntax`: one line for each parameter set."""

from __future__ import annotations

from collections.abc import Iterator

from shell.engine.binding.common import COMMON_NAMES, OPTIONAL_COMMON_NAMES
from shell.engine.binding.parameters import CommandSignature, ParameterInfo, ParameterSet
from shell.engine.commands.metadata import set_members, set_names
from shell.types.registry.table import OBJECT, SWITCH, ClrType


def syntax_lines(name: str, signature: CommandSignature) -> Iterator[str]:
    """Yield the syntax of each set."""
    for each in set_names(signature):
        text = set_syntax(signature, each)
        yield f"{name} {text}" if text else name


def set_syntax(signature: CommandSignature, name: str) -> str:
    """Return the parameters of a set: positional ones, then mandatory ones, then the others as declared."""
    members = set_members(signature, name)
    words = [_word(info, membership) for info, membership in display_order(members)]
    if signature.advanced and signature.common:
        words.append("[<CommonParameters>]")
    return " ".join(words)


def display_order(members: list[tuple[ParameterInfo, ParameterSet]]) -> list[tuple[ParameterInfo, ParameterSet]]:
    """Return parameters in the order in which syntax shows them, without the common ones but WhatIf and Confirm."""
    shown = [
        each for each in members if not each[0].dont_show and not (each[0].common and each[0].name in COMMON_NAMES)
    ]
    own = [each for each in shown if each[0].name not in OPTIONAL_COMMON_NAMES or not each[0].common]
    positional = sorted((each for each in own if each[1].position >= 0), key=lambda each: each[1].position)
    named = [each for each in own if each[1].position < 0]
    mandatory = [each for each in named if each[1].mandatory]
    optional = [each for each in named if not each[1].mandatory]
    return positional + mandatory + optional + [each for each in shown if each not in own]


def _word(info: ParameterInfo, membership: ParameterSet) -> str:
    name = f"-{info.name}"
    if info.type is SWITCH:
        return name if membership.mandatory else f"[{name}]"
    shown = f"<{type_text(info.type)}>"
    if membership.position >= 0:
        name = f"[{name}]"
    text = f"{name} {shown}"
    return text if membership.mandatory else f"[{text}]"


def type_text(type: ClrType) -> str:
    """Return a type as syntax shows it: the accelerator, else the name without namespace."""
    if type.element_type is not None:
        return type_text(type.element_type) + type.array_suffix
    if type.is_nullable:
        return f"{type_text(type.generic_arguments[0])}"
    if type is OBJECT:
        return "Object"
    if type.generic_arguments:
        inner = ",".join(type_text(each) for each in type.generic_arguments)
        return f"{type.name.partition('`')[0].rpartition('.')[2]}[{inner}]"
    short = type.accelerator
    return short if "." not in short else short.rpartition(".")[2]


__all__ = ["display_order", "set_syntax", "syntax_lines", "type_text"]
