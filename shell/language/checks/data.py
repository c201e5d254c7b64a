"""What may stand in a data section, about_Data_Sections, and in the manifest of a module.

Values, `if`, pipelines of some commands, some variables; nothing that runs other code.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from shell.language.checks.report import Report
from shell.language.tokens import TokenKind
from shell.language.tree import (
    AssignmentStatementAst,
    Ast,
    BinaryExpressionAst,
    BreakStatementAst,
    CommandAst,
    ContinueStatementAst,
    DataStatementAst,
    DoUntilStatementAst,
    DoWhileStatementAst,
    ExitStatementAst,
    ExpandableStringExpressionAst,
    FileRedirectionAst,
    ForEachStatementAst,
    ForStatementAst,
    FunctionDefinitionAst,
    IndexExpressionAst,
    InvokeMemberExpressionAst,
    MemberExpressionAst,
    MergingRedirectionAst,
    ParamBlockAst,
    ReturnStatementAst,
    ScriptBlockExpressionAst,
    StringConstantExpressionAst,
    SwitchStatementAst,
    ThrowStatementAst,
    TrapStatementAst,
    TryStatementAst,
    TypeConstraintAst,
    TypeDefinitionAst,
    TypeExpressionAst,
    UnaryExpressionAst,
    VariableExpressionAst,
    WhileStatementAst,
)


class Allowed(NamedTuple):
    """What may stand somewhere, in lower case. `env:` is all variables of that drive, `*` all there are."""

    commands: frozenset[str]
    variables: frozenset[str]


DATA_SECTION = Allowed(
    frozenset(("convertfrom-stringdata",)), frozenset(("psculture", "psuiculture", "true", "false", "null"))
)
MANIFEST = Allowed(
    frozenset(("import-localizeddata", "convertfrom-stringdata", "write-host", "out-host", "join-path")),
    DATA_SECTION.variables | {"psscriptroot", "psedition", "enabledexperimentalfeatures", "env:"},
)
_VARIABLES_SHOWN = "$PSCulture, $PSUICulture, $true, $false, and  $null"
_TYPES = frozenset(
    (
        *(
            "array",
            "bigint",
            "bool",
            "boolean",
            "byte",
            "char",
            "cultureinfo",
            "datetime",
            "decimal",
            "double",
            "float",
        ),
        *(
            "guid",
            "hashtable",
            "int",
            "int16",
            "int32",
            "int64",
            "ipaddress",
            "long",
            "mailaddress",
            "object",
            "ordered",
        ),
        *("pscustomobject", "psobject", "pstypename", "regex", "sbyte", "securestring", "short", "single", "string"),
        *(
            "switch",
            "timespan",
            "uint",
            "uint16",
            "uint32",
            "uint64",
            "ulong",
            "uri",
            "ushort",
            "version",
            "void",
            "xml",
        ),
    )
)
"""The types of values that can be written down."""

_FORBIDDEN: dict[type[Ast], str] = {
    AssignmentStatementAst: "AssignmentStatementNotSupportedInDataSection",
    BreakStatementAst: "FlowControlStatementNotSupportedInDataSection",
    ContinueStatementAst: "FlowControlStatementNotSupportedInDataSection",
    DataStatementAst: "DataSectionStatementNotSupportedInDataSection",
    DoUntilStatementAst: "DoWhileStatementNotSupportedInDataSection",
    DoWhileStatementAst: "DoWhileStatementNotSupportedInDataSection",
    ExitStatementAst: "FlowControlStatementNotSupportedInDataSection",
    ExpandableStringExpressionAst: "ExpandableStringNotSupportedInDataSection",
    FileRedirectionAst: "RedirectionNotSupportedInDataSection",
    ForEachStatementAst: "ForeachStatementNotSupportedInDataSection",
    ForStatementAst: "ForWhileStatementNotSupportedInDataSection",
    FunctionDefinitionAst: "FunctionDeclarationNotSupportedInDataSection",
    IndexExpressionAst: "ArrayReferenceNotSupportedInDataSection",
    InvokeMemberExpressionAst: "MethodCallNotSupportedInDataSection",
    MemberExpressionAst: "PropertyReferenceNotSupportedInDataSection",
    MergingRedirectionAst: "RedirectionNotSupportedInDataSection",
    ParamBlockAst: "ParameterDeclarationNotSupportedInDataSection",
    ReturnStatementAst: "FlowControlStatementNotSupportedInDataSection",
    ScriptBlockExpressionAst: "ScriptBlockNotSupportedInDataSection",
    SwitchStatementAst: "SwitchStatementNotSupportedInDataSection",
    ThrowStatementAst: "FlowControlStatementNotSupportedInDataSection",
    TrapStatementAst: "TrapStatementNotSupportedInDataSection",
    TryStatementAst: "TryStatementNotSupportedInDataSection",
    TypeDefinitionAst: "TypeDefinitionNotSupportedInDataSection",
    WhileStatementAst: "ForWhileStatementNotSupportedInDataSection",
}
"""A node's class and the error that it is."""

_OPERATORS = frozenset(
    (
        *(TokenKind.DotDot, TokenKind.Format, TokenKind.Join, TokenKind.As, TokenKind.Isplit, TokenKind.Csplit),
        *(TokenKind.Imatch, TokenKind.Inotmatch, TokenKind.Cmatch, TokenKind.Cnotmatch),
        *(TokenKind.Ireplace, TokenKind.Creplace, TokenKind.PlusPlus, TokenKind.MinusMinus),
        *(TokenKind.PostfixPlusPlus, TokenKind.PostfixMinusMinus),
    )
)
"""Operators that can run for long or change something."""


def check_data_section(node: DataStatementAst, report: Report) -> None:
    """Check the body of a data section."""
    commands = set(DATA_SECTION.commands)
    for command in node.commands_allowed:
        if isinstance(command, StringConstantExpressionAst):
            commands.add(command.value.lower())
        else:
            report(command.extent, "DataSectionAllowedCommandDisallowed")
    check_restricted(node.body, Allowed(frozenset(commands), DATA_SECTION.variables), report)


def check_restricted(code: Ast, allowed: Allowed, report: Report) -> None:
    """Check code that may hold nothing but what is allowed."""
    for inner in code.walk():
        forbidden = _FORBIDDEN.get(type(inner))
        if forbidden is not None:
            report(inner.extent, forbidden)
            continue
        rule = _RULES.get(type(inner))
        if rule is not None:
            rule(inner, allowed, report)


def _check_command(node: CommandAst, allowed: Allowed, report: Report) -> None:
    if node.invocation_operator is TokenKind.Dot:
        report(node.extent, "DotSourcingNotSupportedInDataSection")
        return
    name = node.command_elements[0] if node.command_elements else None
    if not isinstance(name, StringConstantExpressionAst):
        report(node.extent, "OperatorNotSupportedInDataSection", "&")
    elif name.value.lower() not in allowed.commands:
        report(node.extent, "CmdletNotInAllowedListForDataSection", name.value)


def _check_variable(node: VariableExpressionAst, allowed: Allowed, report: Report) -> None:
    name = node.name.lower()
    if "*" in allowed.variables:
        return
    if name not in allowed.variables and name[: name.find(":") + 1] not in allowed.variables:
        report(node.extent, "VariableReferenceNotSupportedInDataSection", _VARIABLES_SHOWN)


def _check_binary(node: BinaryExpressionAst, allowed: Allowed, report: Report) -> None:
    if node.operator in _OPERATORS:
        report(node.error_position, "OperatorNotSupportedInDataSection", node.error_position.text)


def _check_unary(node: UnaryExpressionAst, allowed: Allowed, report: Report) -> None:
    if node.token_kind in _OPERATORS:
        sign = node.extent.text[: node.child.extent.start_offset - node.extent.start_offset].strip()
        sign = sign or node.extent.text[node.child.extent.end_offset - node.extent.start_offset :].strip()
        report(node.extent, "OperatorNotSupportedInDataSection", sign)


def _check_type(node: TypeConstraintAst | TypeExpressionAst, allowed: Allowed, report: Report) -> None:
    name = node.type_name.name.lower().removeprefix("system.")
    if name not in _TYPES:
        report(node.extent, "TypeNotAllowedInDataSection", node.type_name.full_text)


_RULES: dict[type[Ast], Callable[..., None]] = {
    BinaryExpressionAst: _check_binary,
    CommandAst: _check_command,
    TypeConstraintAst: _check_type,
    TypeExpressionAst: _check_type,
    UnaryExpressionAst: _check_unary,
    VariableExpressionAst: _check_variable,
}
