"""Values on the other side of an operator: what an enumeration, or a variable with a set of values, can equal."""

from __future__ import annotations

from shell.engine.session.runspace import Runspace
from shell.language.tree import (
    AssignmentStatementAst,
    Ast,
    AttributeAst,
    AttributedExpressionAst,
    BinaryExpressionAst,
    ConvertExpressionAst,
    StringConstantExpressionAst,
    VariableExpressionAst,
)
from shell.repl.completion.inference import Inference, Inferred
from shell.repl.completion.results import CompletionResult
from shell.types.registry.enumeration import enum_members

_OPERATORS = ("eq", "ne", "like", "notlike", "match", "notmatch", "contains", "notcontains", "in", "notin")


def compared_values(inference: Inference, word: str) -> list[CompletionResult] | None:
    """Return the values that fit the left side of the comparison or assignment at the script's end.

    None where the script ends in neither, or nothing is known of the left side.
    """
    left = _left_side(inference, word)
    if left is None:
        return None
    names = _set_of(inference, left)
    if not names:
        names = [name for each in inference.of(left) for name in _enumerated(each)]
    if not names:
        return None
    quote = word[0] if word[:1] in ("'", '"') else "'"
    prefix = word.strip("'\"").lower()
    return [
        CompletionResult(f"{quote}{name}{quote}", name, "ParameterValue", name)
        for name in sorted(dict.fromkeys(names), key=str.lower)
        if name.lower().startswith(prefix)
    ]


def _left_side(inference: Inference, word: str) -> Ast | None:
    end = len(inference.script.text.removesuffix(word).rstrip())
    found: Ast | None = None
    for node in inference.script.nodes:
        if node.extent.end_offset >= end:
            found = _compared_with(node) or found
    return found


def _compared_with(node: Ast) -> Ast | None:
    if isinstance(node, BinaryExpressionAst):
        return node.left if node.operator.name.lower()[1:] in _OPERATORS else None
    if isinstance(node, AssignmentStatementAst) and node.operator.name == "Equals" and _is_one_word(node.right):
        return node.left
    return None


def _is_one_word(node: Ast) -> bool:
    """True for a value that is missing yet, or is one word so far."""
    text = node.extent.text.strip()
    return not text or text[0] in "'\"" or text.isalnum()


def _enumerated(inferred: Inferred) -> list[str]:
    if inferred.definition is not None and inferred.definition.kind.lower() == "enum":
        return [each.name for each in inferred.definition.members]
    if inferred.type is not None and inferred.type.is_enum:
        return list(enum_members(inferred.type))
    return []


def _set_of(inference: Inference, left: Ast) -> list[str]:
    """The values of `[ValidateSet(...)]` on the variable, here or where it was given its value."""
    if isinstance(left, AttributedExpressionAst) and not isinstance(left, ConvertExpressionAst):
        return _values(left.attribute) or _set_of(inference, left.child)
    if not isinstance(left, VariableExpressionAst):
        return []
    return _session_set(inference.session, left.name)


def _values(attribute: Ast) -> list[str]:
    if not isinstance(attribute, AttributeAst) or attribute.type_name.name.lower() != "validateset":
        return []
    found = attribute.positional_arguments
    return [each.value for each in found if isinstance(each, StringConstantExpressionAst)]


def _session_set(session: Runspace, name: str) -> list[str]:
    scope = session.scope.find(name.lower())
    guard = None if scope is None else scope.guard_of(name.lower())
    for attribute in guard.attributes if guard is not None else ():
        if hasattr(attribute, "valid_values"):
            return [str(each) for each in attribute.valid_values]
    return []
