"""What a variable holds at a place of a script: its last assignment before it, a parameter, a loop, the pipeline."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from shell.language.tree import (
    AssignmentStatementAst,
    Ast,
    AttributeAst,
    CatchClauseAst,
    CommandAst,
    ConvertExpressionAst,
    ErrorStatementAst,
    ForEachStatementAst,
    FunctionDefinitionAst,
    InvokeMemberExpressionAst,
    ParameterAst,
    PipelineAst,
    ScriptBlockAst,
    ScriptBlockExpressionAst,
    SwitchStatementAst,
    TrapStatementAst,
    TypeConstraintAst,
    TypeDefinitionAst,
    VariableExpressionAst,
)
from shell.repl.completion.inference import Inference, Inferred, Note, Types, named_type, of_value
from shell.types import resolve

_AUTOMATION: Final = "System.Management.Automation."

_AUTOMATIC: Final[dict[str, str]] = {
    "args": "object[]",
    "error": "System.Collections.ArrayList",
    "input": "System.Collections.IEnumerator",
    "matches": "hashtable",
    "myinvocation": _AUTOMATION + "InvocationInfo",
    "psboundparameters": "System.Collections.Generic.Dictionary[string,object]",
    "pscmdlet": _AUTOMATION + "PSScriptCmdlet",
    "pscommandpath": "string",
    "psscriptroot": "string",
    "pwd": _AUTOMATION + "PathInfo",
    "stacktrace": "string",
    "true": "bool",
    "false": "bool",
}
"""Types of variables that only a running script has."""


def variable_types(inference: Inference, node: VariableExpressionAst) -> Types:
    """Return what a variable can hold."""
    name = node.name.lower().rpartition(":")[2]
    if name in ("_", "psitem"):
        return _current_object(inference, node)
    if name == "this":
        return _this(inference, node)
    found = _assigned(inference, node, name)
    if found is not None:
        return found
    if node.name.lower().startswith("env:"):
        return (named_type("System.String"),)
    held = of_value(inference.session.get_variable(node.name))
    if held:
        return held
    automatic = _AUTOMATIC.get(name)
    return () if automatic is None else (named_type(automatic),)


def _this(inference: Inference, node: Ast) -> Types:
    definition = inference.script.owner(node, TypeDefinitionAst)
    if definition is None:
        return ()
    return (Inferred(definition.name, resolve(definition.name), definition),)


# --- assignments ---


def is_assigned(inference: Inference, node: VariableExpressionAst) -> bool:
    """True if the script gives a variable a value before a place."""
    return _giver(inference, node, node.name.lower().rpartition(":")[2]) is not None


def _assigned(inference: Inference, node: VariableExpressionAst, name: str) -> Types | None:
    given = _giver(inference, node, name)
    return None if given is None else _given_types(inference, given, name)


def _giver(inference: Inference, node: VariableExpressionAst, name: str) -> Ast | None:
    """The last thing before a variable that gives it a value."""
    at = node.extent.start_offset
    best: Ast | None = None
    for each in inference.script.nodes:
        if each.extent.start_offset >= at:
            break
        if _gives(each, name, at) and _is_visible(inference, each, node):
            best = each
    return best


def _gives(each: Ast, name: str, at: int) -> bool:
    if isinstance(each, AssignmentStatementAst):
        return each.extent.end_offset <= at and _target_name(each.left) == name
    if isinstance(each, ForEachStatementAst):
        return each.variable.name.lower() == name and each.variable.extent.end_offset <= at
    if isinstance(each, ErrorStatementAst):
        return _unfinished_loop(each, name) is not None
    if isinstance(each, ParameterAst):
        return each.name.name.lower() == name and each.name.extent.end_offset <= at
    return False


def _unfinished_loop(each: ErrorStatementAst, name: str) -> Ast | None:
    """The collection of a `foreach ($i in ...` whose body is missing yet."""
    nested = each.nested
    if len(nested) >= 2 and isinstance(nested[0], VariableExpressionAst) and nested[0].name.lower() == name:
        return nested[1]
    return None


def _target_name(left: Ast) -> str | None:
    while isinstance(left, ConvertExpressionAst):
        left = left.child
    return left.name.lower().rpartition(":")[2] if isinstance(left, VariableExpressionAst) else None


def _is_visible(inference: Inference, given: Ast, node: Ast) -> bool:
    """True if what happens at one place of the script counts at another: not inside a function that is not around."""
    home = _home(inference, given)
    return home is None or any(each is home for each in inference.script.owners(node))


def _home(inference: Inference, node: Ast) -> Ast | None:
    if isinstance(node, ParameterAst):
        function = inference.script.owner(node, FunctionDefinitionAst)
        return function or inference.script.owner(node, ScriptBlockAst)
    return inference.script.owner(node, FunctionDefinitionAst)


def _given_types(inference: Inference, given: Ast, name: str) -> Types:
    if isinstance(given, AssignmentStatementAst):
        if isinstance(given.left, ConvertExpressionAst):
            return inference.of(given.left)
        return inference.of(given.right)
    if isinstance(given, ForEachStatementAst):
        return inference.enumerated(inference.of(given.condition)) if given.condition is not None else ()
    if isinstance(given, ErrorStatementAst):
        collection = _unfinished_loop(given, name)
        return () if collection is None else inference.enumerated(inference.of(collection))
    assert isinstance(given, ParameterAst)
    constraint = next((each for each in given.attributes if isinstance(each, TypeConstraintAst)), None)
    if constraint is not None:
        return inference.named(constraint.type_name.extent.text)
    return () if given.default_value is None else inference.of(given.default_value)


# --- $_ ---


def _current_object(inference: Inference, node: Ast) -> Types:
    """What `$_` is: the object in the pipeline, of a switch, the error of a catch or trap, the value to validate."""
    inside: Ast = node
    for owner in inference.script.owners(node):
        if isinstance(owner, CatchClauseAst | TrapStatementAst):
            return (_error(inference, owner),)
        if isinstance(owner, SwitchStatementAst) and owner.condition is not None and inside is not owner.condition:
            return inference.enumerated(inference.of(owner.condition))
        if isinstance(owner, ErrorStatementAst) and owner.kind is not None and owner.kind.text.lower() == "switch":
            return inference.enumerated(inference.of(owner.nested[0])) if owner.nested else ()
        if isinstance(owner, InvokeMemberExpressionAst) and isinstance(inside, ScriptBlockExpressionAst):
            return inference.enumerated(inference.of(owner.expression))
        if isinstance(owner, AttributeAst):
            return _validated(inference, owner)
        if isinstance(owner, CommandAst):
            found = piped_into(inference, owner)
            if found is not None:
                return found
        inside = owner
    return ()


def piped_into(inference: Inference, command: CommandAst) -> Types | None:
    """Return the types of the objects that a command gets from the pipeline; None where it is the first."""
    pipeline = inference.script.owner(command, PipelineAst)
    if pipeline is None:
        return None
    elements = pipeline.pipeline_elements
    place = next((index for index, each in enumerate(elements) if each is command), 0)
    return inference.enumerated(inference.of(elements[place - 1])) if place else None


def _error(inference: Inference, owner: CatchClauseAst | TrapStatementAst) -> Inferred:
    record = named_type(_AUTOMATION + "ErrorRecord")
    caught = tuple(_caught(inference, owner))
    return replace(record, notes=(Note("Exception", caught),)) if caught else record


def _caught(inference: Inference, owner: CatchClauseAst | TrapStatementAst) -> Iterator[Inferred]:
    if isinstance(owner, CatchClauseAst):
        constraints = owner.catch_types
    else:
        constraints = () if owner.trap_type is None else (owner.trap_type,)
    for each in constraints:
        yield from inference.named(each.type_name.extent.text)


def _validated(inference: Inference, attribute: AttributeAst) -> Types:
    parameter = inference.script.owner(attribute, ParameterAst)
    if parameter is None:
        return ()
    for each in parameter.attributes:
        if isinstance(each, TypeConstraintAst):
            return inference.enumerated(inference.named(each.type_name.extent.text))
    return ()
