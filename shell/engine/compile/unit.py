"""Shared parts of the compilers: the compilation unit, the tables of compilers, constants."""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Final, TypeAlias, TypeVar

from shell.engine.run.scope import Scope
from shell.language.source import Source
from shell.language.tree import (
    Ast,
    CommandExpressionAst,
    ConstantExpressionAst,
    ExpressionAst,
    ParenExpressionAst,
    PipelineAst,
    StatementAst,
    StringConstantExpressionAst,
    VariableExpressionAst,
)
from shell.lazy import lazy
from shell.values.flow import Flow
from shell.values.objects import MISSING, Out, Value

if TYPE_CHECKING:
    from shell.engine.compile import tracing
else:
    tracing = lazy("shell.engine.compile.tracing", globals())


Expr: TypeAlias = Callable[[Scope], Value]
"""A compiled expression."""

Run: TypeAlias = Callable[[Scope, Out], Flow | None]
"""A compiled statement: pushes its output and returns its `Flow` (None if it ran to its end)."""


class _Tracing:
    """Whether a script of this process has used Set-PSDebug -Trace."""

    __slots__ = ("wanted",)

    def __init__(self) -> None:
        self.wanted = False


TRACING: Final = _Tracing()

_ASKS: Final = re.compile("psdebug|psbreakpoint|\\bsbp\\b", re.I)
"""Words in a text that may turn on tracing or set breakpoints."""


class Unit:
    """One source text while it is compiled.

    `tracks_status` is true where the text reads `$?` (or `&&`, `||` do): elsewhere expression statements need not
    set it. `traces` is true where Set-PSDebug can show statements and breakpoints are hit.
    `has_conditions` is true where it may hold `?.` or `?[`. `namespaces` are those of `using namespace`.
    """

    __slots__ = ("block", "has_conditions", "in_class", "in_string", "namespaces", "source", "traces", "tracks_status")

    def __init__(self, source: Source, namespaces: Sequence[str] = ()) -> None:
        text = source.text
        self.source = source
        self.tracks_status = "$?" in text or "&&" in text or "||" in text or "${?}" in text
        self.traces = TRACING.wanted or _ASKS.search(text) is not None
        self.has_conditions = "?." in text or "?[" in text
        self.namespaces = tuple(namespaces)
        self.in_class = False
        self.in_string = False
        """True inside an expandable string, where strict mode 1 allows unset variables."""
        self.block: Any = None
        """The BlockCode that is being compiled."""

    def outside_class(self) -> Unit:
        """Return a unit for script blocks inside a method: their `return` is their own."""
        if not self.in_class:
            return self
        made = Unit(self.source, self.namespaces)
        made.tracks_status = self.tracks_status
        made.traces = self.traces
        return made


ExpressionCompiler: TypeAlias = Callable[[Any, Unit], Expr]
StatementCompiler: TypeAlias = Callable[[Any, Unit], Run]

EXPRESSIONS: Final[dict[type[Ast], ExpressionCompiler]] = {}
STATEMENTS: Final[dict[type[Ast], StatementCompiler]] = {}
VALUES: Final[dict[type[Ast], ExpressionCompiler]] = {}
"""Compilers of value forms: a statement's output as one value, without a list in between."""

_MODULES: Final = {
    "values.arithmetic": "BinaryExpression",
    "values.assignments": "AssignmentStatement",
    "chains": "PipelineChain",
    "classes.definitions": "TypeDefinition BaseCtorInvokeMemberExpression",
    "commands": "Pipeline",
    "configurations": "ConfigurationDefinition",
    "data": "DataStatement UsingStatement",
    "expressions": (
        "ConstantExpression StringConstantExpression ErrorExpression ParenExpression SubExpression ArrayExpression"
        " ArrayLiteral ScriptBlockExpression TernaryExpression UnaryExpression AttributedExpression"
    ),
    "control.leaving": "ReturnStatement BreakStatement ContinueStatement ExitStatement ThrowStatement",
    "control.loops": "WhileStatement ForStatement DoWhileStatement DoUntilStatement ForEachStatement",
    "values.members": "MemberExpression InvokeMemberExpression IndexExpression",
    "statements": "IfStatement FunctionDefinition CommandExpression ErrorStatement BlockStatement",
    "strings": "ExpandableStringExpression",
    "control.switch": "SwitchStatement",
    "control.trying": "TryStatement TrapStatement",
    "values.type_expressions": "TypeExpression ConvertExpression Hashtable",
    "variables": "VariableExpression UsingExpression",
}
_LAZY: Final = {f"{node}Ast": module for module, nodes in _MODULES.items() for node in nodes.split()}
"""Modules that are imported at the first node that they compile."""

_Compiler = TypeVar("_Compiler", bound=Callable[..., Any])


def expression_compiler(*kinds: type[Ast]) -> Callable[[_Compiler], _Compiler]:
    """Register the compiler of some expression nodes."""

    def register(function: _Compiler) -> _Compiler:
        for kind in kinds:
            EXPRESSIONS[kind] = function
        return function

    return register


def statement_compiler(*kinds: type[Ast]) -> Callable[[_Compiler], _Compiler]:
    """Register the compiler of some statement nodes."""

    def register(function: _Compiler) -> _Compiler:
        for kind in kinds:
            STATEMENTS[kind] = function
        return function

    return register


def value_compiler(*kinds: type[Ast]) -> Callable[[_Compiler], _Compiler]:
    """Register the compiler of the value form of some statement nodes."""

    def register(function: _Compiler) -> _Compiler:
        for kind in kinds:
            VALUES[kind] = function
        return function

    return register


def _load(kind: type[Ast]) -> None:
    module = _LAZY.get(kind.__name__)
    if module is None:
        raise TypeError(f"no compiler for {kind.__name__}")
    importlib.import_module(f"shell.engine.compile.{module}")


def compile_expression(node: ExpressionAst | Ast, unit: Unit) -> Expr:
    """Compile an expression."""
    kind = type(node)
    if kind not in EXPRESSIONS:
        _load(kind)
    return EXPRESSIONS[kind](node, unit)


def value_form_of(node: StatementAst | Ast, unit: Unit) -> Expr | None:
    """Compile a statement to its value form, or return None if it has none."""
    kind = type(node)
    if kind not in STATEMENTS and kind.__name__ in _LAZY:
        _load(kind)
    own = VALUES.get(kind)
    return None if own is None else own(node, unit)


def compile_statement(node: StatementAst | Ast, unit: Unit) -> Run:
    """Compile a statement to its pushing form."""
    kind = type(node)
    if kind not in STATEMENTS:
        _load(kind)
    run = STATEMENTS[kind](node, unit)
    if unit.traces:
        return tracing.traced(run, node)
    return run


_CONSTANT_VARIABLES: Final = {"true": True, "false": False, "null": None}


def constant_of(node: Ast) -> Value:
    """Return the value of a literal, or MISSING."""
    if isinstance(node, ConstantExpressionAst | StringConstantExpressionAst):
        return node.value
    if isinstance(node, VariableExpressionAst) and not node.splatted:
        return _CONSTANT_VARIABLES.get(node.name.lower(), MISSING)
    return MISSING


def pure_expression(node: Ast) -> ExpressionAst | None:
    """Return the expression of a pipeline that consists of it alone, without redirections."""
    if not isinstance(node, PipelineAst) or len(node.pipeline_elements) != 1 or node.background:
        return None
    element = node.pipeline_elements[0]
    if isinstance(element, CommandExpressionAst) and not element.redirections:
        return element.expression
    return None


def strip_parentheses(node: Ast) -> Ast:
    """Return the expression inside parentheses that contain nothing else."""
    while isinstance(node, ParenExpressionAst):
        inner = pure_expression(node.pipeline)
        if inner is None:
            return node
        node = inner
    return node
