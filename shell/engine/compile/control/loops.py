"""Loops.

A body returns a `Flow` that says how it was left; a `break` in a called function arrives as a ControlFlow. A loop whose
label matches treats both alike.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from types import GeneratorType
from typing import TYPE_CHECKING, Any, Final

from shell.engine.compile.expressions import range_of
from shell.engine.compile.statements import (
    compile_block,
    compile_condition,
    compile_value,
    sets_status,
    single_statement,
)
from shell.engine.compile.unit import (
    Expr,
    Run,
    Unit,
    compile_statement,
    pure_expression,
    statement_compiler,
)
from shell.engine.compile.values.targets import assignment_target
from shell.engine.compile.variables import plain_name
from shell.engine.run import failures
from shell.engine.run.scope import Scope
from shell.language.source import Extent
from shell.language.tree import (
    AssignmentStatementAst,
    Ast,
    DoUntilStatementAst,
    DoWhileStatementAst,
    ForEachStatementAst,
    ForStatementAst,
    PipelineBaseAst,
    StatementBlockAst,
    VariableExpressionAst,
    WhileStatementAst,
)
from shell.lazy import lazy
from shell.types.conversion.conversion import to_bool
from shell.values.errors import NetException
from shell.values.flow import BREAK_KIND, CONTINUE_KIND, ControlFlow, Flow
from shell.values.objects import AUTOMATION_NULL, MISSING, Hashtable, Out, TypedArray, Value

if TYPE_CHECKING:
    from shell.dotnet.collections import enumerators
    from shell.engine.compile import tracing
    from shell.types.members import access, python_errors
else:
    access = lazy("shell.types.members.access", globals())
    python_errors = lazy("shell.types.members.python_errors", globals())
    enumerators = lazy("shell.dotnet.collections.enumerators", globals())
    tracing = lazy("shell.engine.compile.tracing", globals())


_get = dict.get

GO_ON: Final = 0
LEAVE: Final = 1
PASS_ON: Final = 2


def verdict(flow: Flow, label: str | None) -> int:
    """Return what a loop with this label does for a flow: continue, end, or pass it on."""
    if flow.kind == BREAK_KIND:
        return LEAVE if flow.label is None or flow.label == label else PASS_ON
    if flow.kind == CONTINUE_KIND:
        return GO_ON if flow.label is None or flow.label == label else PASS_ON
    return PASS_ON


def _label(node: Any) -> str | None:
    return node.label.lower() if node.label else None


def _body_runner(body: Run) -> Run:
    """Wrap a body so that a ControlFlow becomes a Flow."""

    def run(scope: Scope, out: Out) -> Flow | None:
        try:
            return body(scope, out)
        except ControlFlow as control:
            scope.runspace.scope = scope
            return control.flow

    return run


@statement_compiler(WhileStatementAst)
def compile_while(node: WhileStatementAst, unit: Unit) -> Run:
    """Compile `while`."""
    assert node.condition is not None
    return _loop(_part(node.condition, unit), node.body, _Part(None, None), unit, _label(node))


@statement_compiler(ForStatementAst)
def compile_for(node: ForStatementAst, unit: Unit) -> Run:
    """Compile `for`."""
    initial = _part(node.initializer, unit)
    loop = _loop(_part(node.condition, unit), node.body, _part(node.iterator, unit), unit, _label(node))
    perform, extent = initial.perform, initial.extent
    if perform is None:
        return loop

    def run(scope: Scope, out: Out) -> Flow | None:
        try:
            perform(scope)
        except NetException as error:
            raise failures.locate(scope, error, extent) from None
        return loop(scope, out)

    return run


class _Part:
    """A condition, initializer or iterator: its closure, and the extent that its errors underline."""

    __slots__ = ("extent", "perform")

    def __init__(self, perform: Expr | None, extent: Any) -> None:
        self.perform = perform
        self.extent = extent


def _part(node: PipelineBaseAst | None, unit: Unit) -> _Part:
    if node is None:
        return _Part(None, None)
    if isinstance(node, AssignmentStatementAst):
        return _Part(_silent(compile_statement(node, unit)), node.extent)
    perform = compile_value(node, unit)
    if unit.traces:
        perform = tracing.traced_value(perform, node)
    if unit.tracks_status and sets_status(node):
        perform = _with_status(perform)
    return _Part(perform, node.extent)


def _silent(run: Run) -> Expr:
    return lambda scope: run(scope, _drop)


def _drop(value: Value) -> None:
    return None


def _with_status(perform: Expr) -> Expr:
    def run(scope: Scope) -> Value:
        value = perform(scope)
        scope.runspace.succeeded = True
        return value

    return run


def _loop(condition: _Part, block: StatementBlockAst, step: _Part, unit: Unit, label: str | None) -> Run:
    """Compile the iteration of `while` and `for`. This is the hot loop of scripts: it calls all parts directly."""
    single = single_statement(block, unit)
    body, body_extent = single if single is not None else (compile_block(block, unit), block.extent)
    test, test_extent = condition.perform, condition.extent
    advance, step_extent = step.perform, step.extent
    handle, locate = failures.handle, failures.locate

    def run(scope: Scope, out: Out) -> Flow | None:
        runspace = scope.runspace
        while True:
            if test is not None:
                try:
                    value = test(scope)
                except NetException as error:
                    raise locate(scope, error, test_extent) from None
                if value is not True and (value is False or not to_bool(value)):
                    return None
            try:
                flow = body(scope, out)
            except ControlFlow as control:
                runspace.scope = scope
                flow = control.flow
            except Exception as error:
                handle(scope, python_errors.as_error(error), body_extent)
                flow = None
            if flow is not None:
                what = verdict(flow, label)
                if what == LEAVE:
                    return None
                if what == PASS_ON:
                    return flow
            if runspace.stopping:
                runspace.stop()
            if advance is not None:
                try:
                    advance(scope)
                except NetException as error:
                    raise locate(scope, error, step_extent) from None

    return run


@statement_compiler(DoWhileStatementAst, DoUntilStatementAst)
def compile_do(node: DoWhileStatementAst | DoUntilStatementAst, unit: Unit) -> Run:
    """Compile `do ... while` and `do ... until`."""
    assert node.condition is not None
    condition = compile_condition(node.condition, unit)
    body = _body_runner(compile_block(node.body, unit))
    until = isinstance(node, DoUntilStatementAst)
    label = _label(node)

    def run(scope: Scope, out: Out) -> Flow | None:
        runspace = scope.runspace
        while True:
            flow = body(scope, out)
            if flow is not None:
                what = verdict(flow, label)
                if what == LEAVE:
                    return None
                if what == PASS_ON:
                    return flow
            if runspace.stopping:
                runspace.stop()
            if condition(scope) is until:
                return None

    return run


# --- foreach ---------------------------------------------------------------------------------------------------------


@statement_compiler(ForEachStatementAst)
def compile_foreach(node: ForEachStatementAst, unit: Unit) -> Run:
    """Compile `foreach`."""
    assert node.condition is not None
    source = _collection(node.condition, unit, node.variable.extent)
    body = compile_block(node.body, unit)
    if unit.traces:
        body = tracing.traced_round(body, node.variable)
    label = _label(node)
    name = plain_name(node.variable)
    if _mentions(node.body, "foreach"):
        source = with_enumerator("foreach", source)
    if name is not None:
        return _foreach(source, name, body, label)
    assign = assignment_target(node.variable, unit)

    def run(scope: Scope, out: Out) -> Flow | None:
        for each in source(scope):
            assign(scope, each)
            try:
                flow = body(scope, out)
            except ControlFlow as control:
                scope.runspace.scope = scope
                flow = control.flow
            if flow is not None:
                what = verdict(flow, label)
                if what == LEAVE:
                    return None
                if what == PASS_ON:
                    return flow
        return None

    return run


def _foreach(source: Callable[[Scope], Iterable[Value]], name: str, body: Run, label: str | None) -> Run:
    def run(scope: Scope, out: Out) -> Flow | None:
        runspace = scope.runspace
        for each in source(scope):
            scope[name] = each
            try:
                flow = body(scope, out)
            except ControlFlow as control:
                runspace.scope = scope
                flow = control.flow
            if flow is not None:
                what = verdict(flow, label)
                if what == LEAVE:
                    return None
                if what == PASS_ON:
                    return flow
            if runspace.stopping:
                runspace.stop()
        return None

    return run


def _collection(node: PipelineBaseAst, unit: Unit, variable: Extent) -> Callable[[Scope], Iterable[Value]]:
    """Compile the collection of a foreach; its errors underline it."""
    inner = pure_expression(node)
    as_range = range_of(inner, unit) if inner is not None else None
    value_of = as_range if as_range is not None else compile_value(node, unit)
    extent = node.extent
    if unit.traces:
        value_of = tracing.traced_value(value_of, node)

    def run(scope: Scope) -> Iterable[Value]:
        try:
            items = each_of(value_of(scope))
        except NetException as error:
            raise failures.locate(scope, error, extent) from None
        return _located(scope, items, variable) if type(items) is GeneratorType else items

    return run


def _located(scope: Scope, items: Iterable[Value], variable: Extent) -> Iterable[Value]:
    """Iterate over a collection; the error for one that was modified underlines the variable."""
    try:
        yield from items
    except NetException as error:
        raise failures.locate(scope, error, variable) from None


def each_of(value: Value) -> Iterable[Value]:
    """Return the elements for foreach and switch: none for null, the value itself for a scalar."""
    kind = type(value)
    if kind is range or kind is list:
        return value  # type: ignore[no-any-return]
    if value is None or value is AUTOMATION_NULL:
        return ()
    if kind is str or kind is Hashtable:
        return (value,)
    items = access.enumerate_value(value)
    if items is None:
        return (value,)
    if kind is not TypedArray and isinstance(items, list):
        return enumerators.watched(items)
    return items


def _mentions(node: Ast, name: str) -> bool:
    return any(isinstance(each, VariableExpressionAst) and each.name.lower() == name for each in node.walk())


def with_enumerator(name: str, source: Callable[[Scope], Iterable[Value]]) -> Callable[[Scope], Iterable[Value]]:
    """Set the variable `name`, `$foreach` or `$switch`, to the enumerator while the statement runs."""

    def run(scope: Scope) -> Iterable[Value]:
        before = _get(scope, name, MISSING)
        enumerator = enumerators.LoopEnumerator(source(scope))
        dict.__setitem__(scope, name, enumerator)
        try:
            while enumerator.move_next():
                yield enumerator.current
        finally:
            if before is MISSING:
                scope.pop(name, None)
            else:
                dict.__setitem__(scope, name, before)

    return run
