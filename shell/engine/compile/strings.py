"""Expandable strings."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from shell.engine.compile.unit import Expr, Unit, compile_expression, expression_compiler
from shell.engine.compile.variables import plain_name, unset_in_string
from shell.engine.run.scope import Scope, UndefinedVariable
from shell.language.tree import ExpandableStringExpressionAst
from shell.language.units import whole
from shell.types.conversion.text import to_string
from shell.values.objects import Value

Text = Callable[[Scope], str]


@expression_compiler(ExpandableStringExpressionAst)
def compile_expandable(node: ExpandableStringExpressionAst, unit: Unit) -> Expr:
    """Compile `"text $x"`."""
    parts = [part for part in node.parts if part != ""]
    if all(isinstance(part, str) for part in parts):
        constant = "".join(part for part in parts if isinstance(part, str))
        return lambda scope: constant
    texts = [_text(part, unit) for part in parts]
    if len(texts) == 1:
        return texts[0]
    if len(texts) == 2:
        return _pair(parts, texts)
    pieces = tuple(texts)

    def run(scope: Scope) -> Value:
        return whole("".join([piece(scope) for piece in pieces]))

    return run


def _pair(parts: Sequence[object], texts: list[Text]) -> Expr:
    first, second = texts
    head, tail = parts
    if isinstance(head, str):
        return lambda scope: head + second(scope)
    if isinstance(tail, str):
        return lambda scope: first(scope) + tail
    return lambda scope: whole(first(scope) + second(scope))


def _text(part: object, unit: Unit) -> Text:
    """Compile one part to a closure that returns its text."""
    if isinstance(part, str):
        literal = part
        return lambda scope: literal
    name = plain_name(part)
    if name is not None:
        return _variable_text(name)
    outside, unit.in_string = unit.in_string, True
    inner = compile_expression(part, unit)  # type: ignore[arg-type]
    unit.in_string = outside

    def run(scope: Scope) -> str:
        value = inner(scope)
        kind = type(value)
        if kind is str:
            return value  # type: ignore[no-any-return]
        return str(value) if kind is int else to_string(value, scope.runspace)

    return run


def _variable_text(name: str) -> Text:
    def run(scope: Scope) -> str:
        try:
            value = scope[name]
        except UndefinedVariable as error:
            value = unset_in_string(scope, error)
        kind = type(value)
        if kind is str:
            return value  # type: ignore[no-any-return]
        return str(value) if kind is int else to_string(value, scope.runspace)

    return run
