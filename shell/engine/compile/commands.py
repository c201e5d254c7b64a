"""Commands and pipelines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from shell.engine.binding.parameters import Argument, splat
from shell.engine.compile.expressions import range_of
from shell.engine.compile.statements import collected, expression_statement
from shell.engine.compile.unit import (
    Expr,
    Run,
    Unit,
    compile_expression,
    constant_of,
    pure_expression,
    statement_compiler,
    value_compiler,
)
from shell.engine.run import calls
from shell.engine.run.failures import locate
from shell.engine.run.frame import CallSite
from shell.engine.run.pipeline import elements, run_pipeline
from shell.engine.run.scope import Scope
from shell.language.tokens import TokenKind
from shell.language.tree import (
    Ast,
    CommandAst,
    CommandElementAst,
    CommandExpressionAst,
    CommandParameterAst,
    ConstantExpressionAst,
    ParenExpressionAst,
    PipelineAst,
    ScriptBlockExpressionAst,
    StringConstantExpressionAst,
    VariableExpressionAst,
)
from shell.lazy import lazy
from shell.values.errors import NetException
from shell.values.flow import Flow
from shell.values.objects import AUTOMATION_NULL, MISSING, Out, Value

if TYPE_CHECKING:
    from shell.engine.compile import background, redirections
else:
    background = lazy("shell.engine.compile.background", globals())
    redirections = lazy("shell.engine.compile.redirections", globals())


Arguments = Callable[[Scope], list[Argument]]


class Command:
    """A command of a pipeline, compiled.

    `name` is a literal name, else `name_of` returns the name or object to run. `shape` is the shape of the arguments,
    if there is no splatting: see `CommandSignature.plan`. `values` are their closures in the same order, `spelled` are
    the indexes of bare numbers, which a [string] parameter gets as they were written. `looks_like_method` is true for
    `name(...)` without a blank, which strict mode refuses.
    """

    __slots__ = (
        "arguments",
        "dot",
        "extent",
        "looks_like_method",
        "name",
        "name_extent",
        "name_of",
        "parts",
        "redirections",
        "shape",
        "site",
        "spelled",
        "values",
    )

    def __init__(self, node: CommandAst, unit: Unit, position: int, length: int) -> None:
        first, *rest = node.command_elements
        self.extent = node.extent
        self.name_extent = first.extent
        self.dot = node.invocation_operator is TokenKind.Dot
        self.name: str | None = None
        self.name_of: Expr | None = None
        constant = constant_of(first)
        if type(constant) is str:
            self.name = constant
        else:
            self.name_of = compile_expression(first, unit)
        self.site = CallSite(node.extent, self._invocation_name(node, first), position, length, first.extent)
        parts = self.parts = tuple(_element(each, unit) for each in rest)
        self.arguments = _arguments(parts)
        self.shape, self.values, self.spelled = _shape(parts)
        self.looks_like_method = (
            len(rest) == 1
            and isinstance(rest[0], ParenExpressionAst)
            and rest[0].extent.start_offset == first.extent.end_offset
        )
        self.redirections: Any = None
        if node.redirections:
            self.redirections = redirections.compile_redirections(node.redirections, unit)

    def _invocation_name(self, node: CommandAst, first: CommandElementAst) -> str:
        if node.invocation_operator is TokenKind.Dot:
            return "."
        if node.invocation_operator is TokenKind.Ampersand:
            return "&"
        return self.name if self.name is not None else first.extent.text


class _Part:
    """One compiled argument: the parts of its `Argument`."""

    __slots__ = ("constant", "extent", "name", "read", "spelling", "splatted", "value_extent")

    def __init__(self, extent: Any) -> None:
        self.extent = extent
        self.value_extent = extent
        self.name: str | None = None
        self.read: Expr | None = None
        self.constant: Value = MISSING
        self.spelling: str | None = None
        self.splatted = False

    def make(self, scope: Scope) -> Argument:
        """Evaluate the argument."""
        return self.argument(MISSING if self.read is None else self.read(scope))

    def argument(self, value: Value) -> Argument:
        """Return the argument with a value that was evaluated already."""
        if self.read is None:
            value = MISSING
        elif value is AUTOMATION_NULL:
            value = None
        return Argument(self.name, value, self.extent, self.value_extent, spelling=self.spelling)


def _element(node: CommandElementAst, unit: Unit) -> _Part:
    part = _Part(node.extent)
    value: Ast | None = node
    if isinstance(node, CommandParameterAst):
        part.name = node.parameter_name
        value = node.argument
        if value is None:
            return part
        part.value_extent = value.extent
    elif isinstance(node, VariableExpressionAst) and node.splatted:
        part.splatted = True
        part.read = compile_expression(VariableExpressionAst(node.extent, node.name, False), unit)
        return part
    assert value is not None
    part.read = compile_expression(value, unit)
    part.constant = constant_of(value)
    if isinstance(value, ConstantExpressionAst) and not isinstance(value, StringConstantExpressionAst):
        part.spelling = _spelling(value)
    return part


def _spelling(node: ConstantExpressionAst) -> str | None:
    """Return the spelling of a number if it differs from its text."""
    text = node.extent.text
    return None if type(node.value) is int and text == str(node.value) else text


def _arguments(parts: Sequence[_Part]) -> Arguments:
    if not parts:
        return lambda scope: []
    if any(part.splatted for part in parts):
        return lambda scope: _with_splatting(parts, scope)
    makers = [part.make for part in parts]
    return lambda scope: [make(scope) for make in makers]


def _with_splatting(parts: Sequence[_Part], scope: Scope) -> list[Argument]:
    made: list[Argument] = []
    for part in parts:
        if part.splatted:
            assert part.read is not None
            made.extend(splat(part.read(scope), part.extent))
        else:
            made.append(part.make(scope))
    return made


def _shape(parts: Sequence[_Part]) -> tuple[Any, Any, frozenset[int]]:
    if any(part.splatted for part in parts):
        return None, None, frozenset()
    shape = tuple((None if part.name is None else part.name.lower(), part.read is not None) for part in parts)
    spelled = frozenset(index for index, part in enumerate(parts) if part.spelling is not None)
    return shape, tuple(part.read for part in parts), spelled


# --- pipelines -------------------------------------------------------------------------------------------------------


@statement_compiler(PipelineAst)
def compile_pipeline(node: PipelineAst, unit: Unit) -> Run:
    """Compile a pipeline to its pushing form."""
    inner = pure_expression(node)
    if inner is not None:
        return expression_statement(inner, unit)
    if node.background:
        return _background(node, unit)
    single = node.pipeline_elements[0]
    if len(node.pipeline_elements) == 1:
        if isinstance(single, CommandExpressionAst):
            return _redirected_expression(single, unit)
        assert isinstance(single, CommandAst)
        if not single.command_elements:
            return _only_redirections(single, unit)
        command = Command(single, unit, 1, 1)
        if command.redirections is None:
            return calls.statement(command)
        return redirections.redirected_pipeline((command,), None, None)
    return _pipeline(node, unit)


@value_compiler(PipelineAst)
def compile_pipeline_value(node: PipelineAst, unit: Unit) -> Expr:
    """Compile a pipeline whose output is wanted as one value."""
    single = node.pipeline_elements[0]
    is_command = isinstance(single, CommandAst) and bool(single.command_elements)
    if len(node.pipeline_elements) == 1 and is_command and not node.background:
        assert isinstance(single, CommandAst)
        command = Command(single, unit, 1, 1)
        if command.redirections is None:
            return calls.value(command)
    run = compile_pipeline(node, unit)

    def collect(scope: Scope) -> Value:
        items: list[Value] = []
        run(scope, items.append)
        return collected(items)

    return collect


def _only_redirections(node: CommandAst, unit: Unit) -> Run:
    """Compile `> file` without a command: it empties the file."""
    return redirections.redirected_run(
        lambda scope, out: None, redirections.compile_redirections(node.redirections, unit)
    )


def _pipeline(node: PipelineAst, unit: Unit) -> Run:
    head, *rest = node.pipeline_elements
    length = len(node.pipeline_elements)
    source: Callable[[Scope], Any] | None = None
    head_redirections: Any = None
    nodes = list(node.pipeline_elements)
    if isinstance(head, CommandExpressionAst):
        source = _source(head, unit)
        if head.redirections:
            head_redirections = redirections.compile_redirections(head.redirections, unit)
        nodes = rest
    offset = length - len(nodes)
    commands = tuple(
        Command(each, unit, place + offset + 1, length)
        for place, each in enumerate(nodes)
        if isinstance(each, CommandAst)
    )
    if head_redirections is not None or any(command.redirections is not None for command in commands):
        return redirections.redirected_pipeline(commands, source, head_redirections)

    def run(scope: Scope, out: Out) -> Flow | None:
        items = source(scope) if source is not None else None
        arguments = [(command, command.arguments(scope)) for command in commands]
        stages: list[Any] = []
        target = out
        last = True
        for command, given in reversed(arguments):
            stage = calls.make_stage(scope, command, given, target, last=last)
            stages.append(stage)
            target = stage.process
            last = False
        stages.reverse()
        run_pipeline(stages, items, scope)
        return None

    return run


def _source(node: CommandExpressionAst, unit: Unit) -> Callable[[Scope], Any]:
    """Compile the expression at the head of a pipeline to a closure that sends its elements."""
    expression: Ast = node.expression
    bare = expression
    while isinstance(bare, ParenExpressionAst):
        inner = pure_expression(bare.pipeline)
        if inner is None:
            break
        bare = inner
    as_range = range_of(bare, unit)  # type: ignore[arg-type]
    value = as_range if as_range is not None else compile_expression(expression, unit)
    return lambda scope: elements(value(scope))


def _redirected_expression(node: CommandExpressionAst, unit: Unit) -> Run:
    return redirections.redirected_run(
        expression_statement(node.expression, unit), redirections.compile_redirections(node.redirections, unit)
    )


def _background(node: PipelineAst, unit: Unit) -> Run:
    return background.compile_background(node, unit)


__all__ = ["Command", "NetException", "ScriptBlockExpressionAst", "compile_pipeline", "locate"]
