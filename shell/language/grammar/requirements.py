"""`#requires` lines: comments whose text is read as a command."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from shell.language.source import Extent
from shell.language.tokens import Token, TokenKind
from shell.language.tree import (
    ArrayExpressionAst,
    ArrayLiteralAst,
    Ast,
    CommandAst,
    CommandElementAst,
    CommandParameterAst,
    ConstantExpressionAst,
    HashtableAst,
    ScriptRequirements,
    StringConstantExpressionAst,
)
from shell.lazy import lazy

if TYPE_CHECKING:
    from shell.language.checks import constants
else:
    constants = lazy("shell.language.checks.constants", globals())


Report = Callable[..., None]

MENTIONED = re.compile(r"#requires", re.IGNORECASE).search
_LINE = re.compile(r"#requires(?!\w)", re.IGNORECASE).match
_VERSION = re.compile(r"\d+(?:\.\d+){0,3}").fullmatch
_OPTIONS = ("version", "modules", "psedition", "runasadministrator", "assembly", "pssnapin", "shellid")
_EDITIONS = ("core", "desktop")


class _Option(NamedTuple):
    """A parameter of a line and what stands behind it."""

    name: str
    extent: Extent
    argument: CommandElementAst | None


def is_requires_line(token: Token) -> bool:
    """Whether a comment is a `#requires` line."""
    return token.kind is TokenKind.Comment and _LINE(token.text) is not None


def script_requirements(commands: list[CommandAst], report: Report) -> ScriptRequirements:
    """What the lines ask for; `report` takes start, end, error id and facts."""
    version: str | None = None
    modules: list[str] = []
    editions: list[str] = []
    snapins: list[str] = []
    as_administrator = False
    for option in (option for command in commands for option in _options(command)):
        argument = option.argument
        if option.name == "runasadministrator":
            as_administrator = True
            if argument is not None:
                report(*_place(option.extent), "ParameterCannotHaveArgument", option.name)
        elif argument is None:
            report(*_place(option.extent), "ParameterRequiresArgument", option.extent.text)
        elif not _is_constant(argument):
            report(*_place(argument.extent), "RequiresArgumentMustBeConstant")
        elif option.name == "version":
            version = _text(argument)
            if not _VERSION(version):
                report(*_place(argument.extent), "RequiresVersionInvalid")
        elif option.name == "psedition":
            editions += _edition(argument, report)
        elif option.name == "modules":
            modules += map(_text, _elements(argument))
        elif option.name == "pssnapin":
            snapins += map(_text, _elements(argument))
    return ScriptRequirements(version, tuple(modules), tuple(editions), as_administrator, tuple(snapins))


def _options(command: CommandAst) -> list[_Option]:
    found: list[_Option] = []
    elements = list(command.command_elements[1:])
    while elements:
        element = elements.pop(0)
        if not isinstance(element, CommandParameterAst):
            continue
        word = element.parameter_name.lower()
        name = next((option for option in _OPTIONS if option.startswith(word)), word)
        argument: CommandElementAst | None = element.argument
        if argument is None and elements and not isinstance(elements[0], CommandParameterAst):
            argument = elements.pop(0)
        found.append(_Option(name, element.extent, argument))
    if any(option.name == "pssnapin" for option in found):
        return [option for option in found if option.name != "version"]  # it is the snap-in's
    return found


def _edition(argument: CommandElementAst, report: Report) -> list[str]:
    names = [_text(each) for each in _elements(argument)]
    for name in names:
        if name.lower() not in _EDITIONS:
            report(*_place(argument.extent), "RequiresPSEditionInvalid", name)
    return names


def _elements(node: Ast) -> Iterator[Ast]:
    if isinstance(node, ArrayExpressionAst | ArrayLiteralAst):
        literals = [each for each in node.walk() if isinstance(each, ArrayLiteralAst)]
        yield from literals[0].elements if literals else (each for each in node.walk() if _is_value(each))
    else:
        yield node


def _is_value(node: Ast) -> bool:
    return isinstance(node, StringConstantExpressionAst | ConstantExpressionAst | HashtableAst)


def _is_constant(node: Ast) -> bool:
    return constants.is_constant(node)


def _text(node: Ast) -> str:
    return node.value if isinstance(node, StringConstantExpressionAst) else node.extent.text


def _place(extent: Extent) -> tuple[int, int]:
    return extent.start_offset, extent.end_offset
