"""Values at hand: what an expression is worth where finding out runs no command and no method."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from shell.engine.session.runspace import Runspace
from shell.language.tree import (
    ArrayLiteralAst,
    Ast,
    CommandExpressionAst,
    ConstantExpressionAst,
    IndexExpressionAst,
    MemberExpressionAst,
    ParenExpressionAst,
    PipelineAst,
    StringConstantExpressionAst,
    TypeExpressionAst,
    VariableExpressionAst,
)
from shell.types import ClrType, resolve
from shell.types.members.access import get_index, get_member, get_static
from shell.values.errors import NetException


class _UnknownError(Exception):
    """The expression would have to run something."""


def known_value(session: Runspace, node: Ast) -> Any:
    """Return the value of an expression, or None where it is not at hand."""
    try:
        return _value(session, node)
    except (_UnknownError, NetException):
        return None


def _value(session: Runspace, node: Ast) -> Any:
    rule = _RULES.get(type(node))
    if rule is None:
        raise _UnknownError
    return rule(session, node)


def _member(session: Runspace, node: MemberExpressionAst) -> Any:
    if not isinstance(node.member, StringConstantExpressionAst):
        raise _UnknownError
    owner = _value(session, node.expression)
    if node.is_static:
        if not isinstance(owner, ClrType):
            raise _UnknownError
        return get_static(owner, node.member.value)
    return get_member(owner, node.member.value, session)


def _index(session: Runspace, node: IndexExpressionAst) -> Any:
    return get_index(_value(session, node.target), _value(session, node.index))


def _paren(session: Runspace, node: ParenExpressionAst) -> Any:
    return _value(session, node.pipeline)


def _pipeline(session: Runspace, node: PipelineAst) -> Any:
    only = node.pipeline_elements[0]
    if len(node.pipeline_elements) > 1 or not isinstance(only, CommandExpressionAst) or only.redirections:
        raise _UnknownError
    return _value(session, only.expression)


_RULES: dict[type[Ast], Callable[[Runspace, Any], Any]] = {
    ArrayLiteralAst: lambda session, node: [_value(session, each) for each in node.elements],
    ConstantExpressionAst: lambda session, node: node.value,
    IndexExpressionAst: _index,
    MemberExpressionAst: _member,
    ParenExpressionAst: _paren,
    PipelineAst: _pipeline,
    StringConstantExpressionAst: lambda session, node: node.value,
    TypeExpressionAst: lambda session, node: resolve(node.type_name.extent.text),
    VariableExpressionAst: lambda session, node: session.get_variable(node.name),
}
