"""Test files in Pester 4's style: bodies that use what only a BeforeAll makes.

Pester 4 ran a block as it met it: BeforeAll first, then the body, each `It` where it stands. Pester 5 runs all bodies
before any BeforeAll, so that `It -Skip:$x` with `$x` from BeforeAll would find nothing there.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from shell.language.tree import (
    AssignmentStatementAst,
    Ast,
    CommandAst,
    ForEachStatementAst,
    FunctionDefinitionAst,
    HashtableAst,
    ParameterAst,
    PipelineAst,
    ScriptBlockAst,
    ScriptBlockExpressionAst,
    StatementAst,
    StringConstantExpressionAst,
    VariableExpressionAst,
)

GROUPS: Final = frozenset(("describe", "context"))
SETUPS: Final = frozenset(("beforeall", "beforeeach", "aftereach", "afterall"))
_ASIDE: Final = GROUPS | SETUPS | {"it"}


def is_older(tree: ScriptBlockAst) -> bool:
    """True if a body reads a variable, or calls a function, that only a BeforeAll around it makes."""
    return _needs(tree, frozenset(), frozenset())


def _needs(body: Ast, made_before: frozenset[str], made_in_bodies: frozenset[str]) -> bool:
    commands = list(_commands(body))
    before = made_before.union(*(_made(block) for word, block in commands if word == "beforeall" and block is not None))
    own = made_in_bodies | _made_in_body(body)
    if (_read(body) & before) - own:
        return True
    return any(_needs(block, before, own) for word, block in commands if word in GROUPS and block is not None)


def count_tests(tree: ScriptBlockAst) -> int:
    """Return how many `It` there are in the text."""
    return sum(1 for each in tree.walk() if isinstance(each, CommandAst) and word_of(each) == "it")


def setup_statements(body: ScriptBlockAst) -> Iterator[StatementAst]:
    """Yield the statements of a body that are a BeforeAll, BeforeEach, AfterEach or AfterAll."""
    for statement in body.end_block.statements if body.end_block is not None else ():
        if isinstance(statement, PipelineAst) and len(statement.pipeline_elements) == 1:
            command = statement.pipeline_elements[0]
            if isinstance(command, CommandAst) and word_of(command) in SETUPS:
                yield statement


def word_of(command: CommandAst) -> str:
    """Return a command's name in lower case, or nothing where it is an expression."""
    first = command.command_elements[0]
    return first.value.lower() if isinstance(first, StringConstantExpressionAst) else ""


def block_of(command: CommandAst) -> ScriptBlockAst | None:
    """Return the script block that a command is given, the last one."""
    blocks = [each for each in command.command_elements if isinstance(each, ScriptBlockExpressionAst)]
    return blocks[-1].script_block if blocks else None


# --- looking into bodies ----------------------------------------------------------------------------------------------


def _body_nodes(body: Ast) -> Iterator[Ast]:
    """Yield the nodes of a body without those in the blocks of groups, tests and setups in it."""
    waiting = list(body.children())
    while waiting:
        node = waiting.pop()
        yield node
        if isinstance(node, FunctionDefinitionAst):
            continue
        if isinstance(node, HashtableAst):
            yield from _without_blocks(node)
            continue
        if isinstance(node, CommandAst) and word_of(node) in _ASIDE:
            waiting += [each for each in node.command_elements if not isinstance(each, ScriptBlockExpressionAst)]
        else:
            waiting += list(node.children())


def _without_blocks(table: HashtableAst) -> Iterator[Ast]:
    """Yield the nodes of a table without those in script blocks: these are data, they run in tests if at all."""
    waiting: list[Ast] = list(table.children())
    while waiting:
        node = waiting.pop()
        yield node
        if not isinstance(node, ScriptBlockExpressionAst):
            waiting += list(node.children())


def _commands(body: Ast) -> Iterator[tuple[str, ScriptBlockAst | None]]:
    for node in _body_nodes(body):
        if isinstance(node, CommandAst):
            word = word_of(node)
            if word in _ASIDE:
                yield word, block_of(node)


def _name(variable: VariableExpressionAst) -> str:
    return variable.name.rpartition(":")[2].lower()


def _targets(node: Ast) -> Iterator[str]:
    if isinstance(node, AssignmentStatementAst):
        for each in node.left.walk():
            if isinstance(each, VariableExpressionAst):
                yield _name(each)
    elif isinstance(node, ForEachStatementAst):
        yield _name(node.variable)
    elif isinstance(node, ParameterAst):
        yield _name(node.name)
    elif isinstance(node, FunctionDefinitionAst):
        yield node.name.lower()


def _made(block: ScriptBlockAst) -> frozenset[str]:
    return frozenset(name for node in block.walk() for name in _targets(node))


def _made_in_body(body: Ast) -> frozenset[str]:
    return frozenset(name for node in _body_nodes(body) for name in _targets(node))


def _read(body: Ast) -> frozenset[str]:
    found: set[str] = set()
    for node in _body_nodes(body):
        if isinstance(node, VariableExpressionAst):
            found.add(_name(node))
        elif isinstance(node, CommandAst):
            found.add(word_of(node))
    return frozenset(found)


__all__ = ["SETUPS", "block_of", "count_tests", "is_older", "setup_statements", "word_of"]
