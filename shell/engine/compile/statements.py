"""Statement lists, `if`, `return`, `throw`, `exit`, expression statements; the value forms of statements."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from shell.engine.compile.unit import (
    Expr,
    Run,
    Unit,
    compile_expression,
    compile_statement,
    pure_expression,
    statement_compiler,
    value_form_of,
)
from shell.engine.run import failures
from shell.engine.run.pipeline import emit
from shell.engine.run.scope import Scope
from shell.language.source import Extent
from shell.language.tokens import TokenKind
from shell.language.tree import (
    ArrayExpressionAst,
    AssignmentStatementAst,
    Ast,
    AttributedExpressionAst,
    BlockStatementAst,
    CommandExpressionAst,
    ConvertExpressionAst,
    ErrorStatementAst,
    ExpressionAst,
    FunctionDefinitionAst,
    IfStatementAst,
    NamedBlockAst,
    ParenExpressionAst,
    PipelineAst,
    PipelineBaseAst,
    StatementAst,
    StatementBlockAst,
    SubExpressionAst,
    TrapStatementAst,
    TypeConstraintAst,
    UnaryExpressionAst,
)
from shell.lazy import lazy
from shell.types.conversion.conversion import to_bool
from shell.values.errors import NetException
from shell.values.flow import ControlFlow, Flow
from shell.values.objects import AUTOMATION_NULL, Out, Value

if TYPE_CHECKING:
    from shell.engine.compile import blocks, redirections, tracing
    from shell.engine.compile.blocks import BlockCode
    from shell.engine.compile.classes import definitions as classes_definitions
    from shell.engine.compile.control import trying
    from shell.engine.run import functions
    from shell.types.members import python_errors
else:
    blocks = lazy("shell.engine.compile.blocks", globals())
    classes_definitions = lazy("shell.engine.compile.classes.definitions", globals(), "classes_definitions")
    trying = lazy("shell.engine.compile.control.trying", globals())
    redirections = lazy("shell.engine.compile.redirections", globals())
    tracing = lazy("shell.engine.compile.tracing", globals())
    functions = lazy("shell.engine.run.functions", globals())
    python_errors = lazy("shell.types.members.python_errors", globals())

Block = StatementBlockAst | NamedBlockAst


# --- lists of statements ---------------------------------------------------------------------------------------------


def compile_block(block: Block, unit: Unit) -> Run:
    """Compile the statements of a block, each with its own handler for errors."""
    return compile_list(block.statements, block.traps, unit)


def compile_list(statements: Sequence[StatementAst], traps: Sequence[TrapStatementAst], unit: Unit) -> Run:
    """Compile a list of statements."""
    if traps:
        return trying.compile_with_traps(statements, traps, unit)
    compiled = [(compile_statement(each, unit), each.extent) for each in statements if not _is_type(each)]
    definitions = [each for each in statements if _is_type(each)]
    if definitions:
        compiled.insert(0, (classes_definitions.compile_types(definitions, unit), definitions[0].extent))  # type: ignore[arg-type]
    if not compiled:
        return _nothing
    if len(compiled) == 1:
        return _single(*compiled[0])
    if len(compiled) == 2:
        return _two(*compiled[0], *compiled[1])
    return _many(tuple(compiled))


def single_statement(block: Block, unit: Unit) -> tuple[Run, Extent] | None:
    """Return the only statement of a block, for a caller that handles its errors; None for other blocks."""
    if len(block.statements) != 1 or block.traps or _is_type(block.statements[0]):
        return None
    only = block.statements[0]
    return compile_statement(only, unit), only.extent


def _is_type(node: StatementAst) -> bool:
    return type(node).__name__ == "TypeDefinitionAst"


def _nothing(scope: Scope, out: Out) -> Flow | None:
    return None


def _single(statement: Run, extent: Extent) -> Run:
    handle = failures.handle

    def run(scope: Scope, out: Out) -> Flow | None:
        try:
            return statement(scope, out)
        except Exception as error:
            handle(scope, python_errors.as_error(error), extent)
        return None

    return run


def _two(first: Run, first_extent: Extent, second: Run, second_extent: Extent) -> Run:
    handle = failures.handle

    def run(scope: Scope, out: Out) -> Flow | None:
        try:
            flow = first(scope, out)
            if flow is not None:
                return flow
        except Exception as error:
            handle(scope, python_errors.as_error(error), first_extent)
        try:
            return second(scope, out)
        except Exception as error:
            handle(scope, python_errors.as_error(error), second_extent)
        return None

    return run


def _many(statements: tuple[tuple[Run, Extent], ...]) -> Run:
    handle = failures.handle

    def run(scope: Scope, out: Out) -> Flow | None:
        for statement, extent in statements:
            try:
                flow = statement(scope, out)
            except Exception as error:
                handle(scope, python_errors.as_error(error), extent)
                continue
            if flow is not None:
                return flow
        return None

    return run


# --- value forms -----------------------------------------------------------------------------------------------------


def collected(items: list[Value]) -> Value:
    """Return a pipeline's output as one value: nothing, the only object, or an array."""
    count = len(items)
    if count == 1:
        return items[0]
    return items if count else AUTOMATION_NULL


def value_of_run(run: Run) -> Expr:
    """Return a closure that collects the output of a statement."""

    def collect(scope: Scope) -> Value:
        items: list[Value] = []
        flow = run(scope, items.append)
        if flow is not None:
            raise ControlFlow(flow)
        return collected(items)

    return collect


def compile_value(node: StatementAst, unit: Unit) -> Expr:
    """Compile a statement whose output is wanted as one value: `$x = ...`, `(...)`, a hashtable's entry."""
    inner = pure_expression(node)
    if inner is not None:
        return compile_expression(inner, unit)
    own = value_form_of(node, unit)
    if own is not None:
        return own
    return value_of_run(compile_statement(node, unit))


def block_value(block: Block, unit: Unit) -> Expr:
    """Compile `$( )`: the output of its statements as one value."""
    if len(block.statements) == 1 and not block.traps and not unit.traces:
        inner = pure_expression(block.statements[0])
        if inner is not None and not _is_void(inner):
            return _unrolled(compile_expression(inner, unit), block.statements[0].extent)
    return value_of_run(compile_block(block, unit))


def _unrolled(inner: Expr, extent: Extent) -> Expr:
    """Pass a value through a pipeline of its own: arrays are copied, those of one element become it."""
    handle = failures.handle

    def run(scope: Scope) -> Value:
        try:
            value = inner(scope)
        except NetException as error:
            handle(scope, error, extent)
            return AUTOMATION_NULL
        kind = type(value)
        if kind is int or kind is str or kind is float or kind is bool:
            return value
        items: list[Value] = []
        emit(value, items.append)
        return collected(items)

    return run


def block_list(block: Block, unit: Unit) -> Expr:
    """Compile `@( )`: the output of its statements as an array."""
    run = compile_block(block, unit)

    def collect(scope: Scope) -> Value:
        items: list[Value] = []
        flow = run(scope, items.append)
        if flow is not None:
            raise ControlFlow(flow)
        return items

    return collect


# --- expression statements -------------------------------------------------------------------------------------------

_STEP_KINDS = frozenset(
    (TokenKind.PlusPlus, TokenKind.MinusMinus, TokenKind.PostfixPlusPlus, TokenKind.PostfixMinusMinus)
)


def _is_void(node: ExpressionAst) -> bool:
    """True for an expression that writes nothing as a statement: `$i++`, `[void]x`."""
    if isinstance(node, UnaryExpressionAst):
        return node.token_kind in _STEP_KINDS
    if isinstance(node, ConvertExpressionAst) and isinstance(node.attribute, TypeConstraintAst):
        return node.attribute.type_name.full_text.lower() == "void"
    return False


def expression_statement(node: ExpressionAst, unit: Unit) -> Run:
    """Compile an expression that stands as a statement."""
    inner = compile_expression(node, unit)
    run = _discarding(inner) if _is_void(node) else _writing(inner)
    if unit.tracks_status and sets_status(node):
        return _with_status(run)
    return run


def _discarding(inner: Expr) -> Run:
    def run(scope: Scope, out: Out) -> Flow | None:
        inner(scope)
        return None

    return run


def _writing(inner: Expr) -> Run:
    def run(scope: Scope, out: Out) -> Flow | None:
        value = inner(scope)
        kind = type(value)
        if kind is int or kind is str or kind is bool:
            out(value)
        else:
            emit(value, out)
        return None

    return run


def _with_status(run: Run) -> Run:
    def run_and_set(scope: Scope, out: Out) -> Flow | None:
        flow = run(scope, out)
        scope.runspace.succeeded = True
        return flow

    return run_and_set


def sets_status(node: Ast) -> bool:
    """True if a successful statement sets `$?`; statements with commands leave that to them."""
    if isinstance(node, AssignmentStatementAst):
        return sets_status(node.right)
    if isinstance(node, PipelineAst):
        inner = pure_expression(node)
        return inner is not None and sets_status(inner)
    if isinstance(node, CommandExpressionAst):
        return sets_status(node.expression)
    if isinstance(node, AttributedExpressionAst):
        return sets_status(node.child)
    if isinstance(node, ParenExpressionAst):
        return sets_status(node.pipeline)
    if isinstance(node, ArrayExpressionAst | SubExpressionAst):
        block = node.sub_expression
        if block.traps or len(block.statements) > 1:
            return False
        return not block.statements or sets_status(block.statements[0])
    return isinstance(node, ExpressionAst)


@statement_compiler(CommandExpressionAst)
def compile_command_expression(node: CommandExpressionAst, unit: Unit) -> Run:
    """Compile the bare form that stands as the right side of an assignment."""
    run = expression_statement(node.expression, unit)
    if not node.redirections:
        return run
    return redirections.redirected_run(run, redirections.compile_redirections(node.redirections, unit))


@statement_compiler(ErrorStatementAst, BlockStatementAst)
def compile_broken(node: StatementAst, unit: Unit) -> Run:
    """Refuse a node with a syntax error; a text with parse errors never runs."""
    raise TypeError(f"this statement cannot be compiled: {node.extent.text}")


# --- if --------------------------------------------------------------------------------------------------------------


def compile_condition(node: PipelineBaseAst, unit: Unit) -> Callable[[Scope], bool]:
    """Compile a condition; its errors underline the condition."""
    value_of = compile_value(node, unit)
    extent = node.extent
    if unit.traces:
        value_of = tracing.traced_value(value_of, node)
    locate = failures.locate
    tracks = unit.tracks_status and sets_status(node)

    def run(scope: Scope) -> bool:
        try:
            value = value_of(scope)
        except NetException as error:
            raise locate(scope, error, extent) from None
        if value is True:
            return True
        return value is not False and to_bool(value)

    def run_and_set(scope: Scope) -> bool:
        result = run(scope)
        scope.runspace.succeeded = True
        return result

    return run_and_set if tracks else run


@statement_compiler(IfStatementAst)
def compile_if(node: IfStatementAst, unit: Unit) -> Run:
    """Compile `if`."""
    clauses = tuple((compile_condition(test, unit), compile_block(body, unit)) for test, body in node.clauses)
    other = compile_block(node.else_clause, unit) if node.else_clause is not None else None
    if len(clauses) == 1:
        return _if_else(*clauses[0], other)

    def run(scope: Scope, out: Out) -> Flow | None:
        for test, body in clauses:
            if test(scope):
                return body(scope, out)
        return None if other is None else other(scope, out)

    return run


def _if_else(test: Callable[[Scope], bool], body: Run, other: Run | None) -> Run:
    if other is None:
        return lambda scope, out: body(scope, out) if test(scope) else None
    otherwise = other
    return lambda scope, out: body(scope, out) if test(scope) else otherwise(scope, out)


# --- functions -------------------------------------------------------------------------------------------------------


@statement_compiler(FunctionDefinitionAst)
def compile_function(node: FunctionDefinitionAst, unit: Unit) -> Run:
    """Compile a function definition: running it defines the function."""
    code = blocks.BlockCode(node.body, unit, node)
    name = node.name

    def run(scope: Scope, out: Out) -> Flow | None:
        _define(scope, name, code)
        return None

    return run


def _define(scope: Scope, written: str, code: BlockCode) -> None:
    functions.define_function(scope, written, code)
