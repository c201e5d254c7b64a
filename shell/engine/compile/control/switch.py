"""`switch`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from shell.dotnet.io.text_files import read_text, split_lines
from shell.engine.compile.control.loops import _mentions, each_of, with_enumerator
from shell.engine.compile.statements import compile_block, compile_value
from shell.engine.compile.unit import Expr, Run, Unit, compile_expression, constant_of, statement_compiler
from shell.engine.operators import operators
from shell.engine.run import failures
from shell.engine.run.scope import Scope
from shell.engine.run.script_block import ScriptBlock
from shell.language.tokens import TokenKind
from shell.language.tree import (
    Ast,
    ExpressionAst,
    ScriptBlockExpressionAst,
    SwitchStatementAst,
)
from shell.lazy import lazy
from shell.types.conversion.conversion import to_bool
from shell.types.conversion.text import to_string
from shell.values.errors import NetException, RuntimeException
from shell.values.flow import BREAK_KIND, CONTINUE_KIND, ControlFlow, Flow
from shell.values.objects import AUTOMATION_NULL, MISSING, Out, Value

if TYPE_CHECKING:
    from shell.engine.providers import filesystem, table
    from shell.engine.session.runspace import Runspace
    from shell.types.members import python_errors
else:
    filesystem = lazy("shell.engine.providers.filesystem", globals())
    table = lazy("shell.engine.providers.table", globals())
    python_errors = lazy("shell.types.members.python_errors", globals())

_get = dict.get

Test = Callable[[Scope, Value], bool]


@statement_compiler(SwitchStatementAst)
def compile_switch(node: SwitchStatementAst, unit: Unit) -> Run:
    """Compile `switch`."""
    assert node.condition is not None
    source = _source(node, unit)
    clauses = tuple((_test(test, node, unit), compile_block(body, unit)) for test, body in node.clauses)
    default = compile_block(node.default, unit) if node.default is not None else None
    label = node.label.lower() if node.label else None
    if any(_mentions(body, "switch") for body in _bodies(node)):
        source = with_enumerator("switch", source)

    def one(scope: Scope, value: Value, out: Out) -> Flow | None:
        matched = False
        for test, body in clauses:
            if not test(scope, value):
                continue
            matched = True
            flow = body(scope, out)
            if flow is not None:
                return flow
        if matched or default is None:
            return None
        return default(scope, out)

    def run(scope: Scope, out: Out) -> Flow | None:
        items = source(scope)
        before = _get(scope, "_", MISSING)
        try:
            for value in items:
                dict.__setitem__(scope, "_", value)
                try:
                    flow = one(scope, value, out)
                except ControlFlow as control:
                    scope.runspace.scope = scope
                    flow = control.flow
                if flow is None:
                    continue
                if flow.kind == BREAK_KIND and (flow.label is None or flow.label == label):
                    return None
                if flow.kind == CONTINUE_KIND and (flow.label is None or flow.label == label):
                    continue
                return flow
        finally:
            if before is MISSING:
                scope.pop("_", None)
            else:
                dict.__setitem__(scope, "_", before)
        return None

    return run


def _bodies(node: SwitchStatementAst) -> Iterable[Ast]:
    for test, body in node.clauses:
        yield test
        yield body
    if node.default is not None:
        yield node.default


def _source(node: SwitchStatementAst, unit: Unit) -> Callable[[Scope], Iterable[Value]]:
    assert node.condition is not None
    value_of = compile_value(node.condition, unit)
    extent = node.condition.extent
    if "file" in node.flags:
        return _lines(value_of, extent)

    def run(scope: Scope) -> Iterable[Value]:
        try:
            value = value_of(scope)
        except NetException as error:
            raise failures.locate(scope, error, extent) from None
        if value is None or value is AUTOMATION_NULL:
            return (None,) if value is None else ()
        return each_of(value)

    return run


def _lines(value_of: Expr, extent: Any) -> Callable[[Scope], Iterable[Value]]:
    def run(scope: Scope) -> Iterable[Value]:
        try:
            return split_lines(read_text(_file(scope.runspace, value_of(scope))))
        except (NetException, OSError) as error:
            raise failures.locate(scope, python_errors.as_error(error), extent) from None

    return run


def _file(runspace: Runspace, value: Value) -> str:
    """Return the path of the one file that `switch -File` names; wildcards work."""
    path = to_string(value, runspace)
    found = list(table.drive_table(runspace).expand(path, literal=False)) if path else []
    if not found:
        raise RuntimeException(f"The file {path} was not found.", error_id="FileNotFound")
    if len(found) > 1:
        raise RuntimeException(f"The path {path} is ambiguous: more than one file fits.", error_id="AmbiguousPath")
    if not isinstance(found[0].provider, filesystem.FileSystemProvider):
        raise RuntimeException(f"{path} is no file of the file system.", error_id="FileOpenError")
    return found[0].provider_path


def _test(node: ExpressionAst, switch: SwitchStatementAst, unit: Unit) -> Test:
    """Compile the test of a clause."""
    if isinstance(node, ScriptBlockExpressionAst):
        return _block_test(node, unit)
    extent = node.extent
    sensitive = "casesensitive" in switch.flags
    if "regex" in switch.flags:
        return _operator_test(node, TokenKind.Cmatch if sensitive else TokenKind.Imatch, unit)
    if "wildcard" in switch.flags:
        return _operator_test(node, TokenKind.Clike if sensitive else TokenKind.Ilike, unit)
    expected = compile_expression(node, unit)
    constant = constant_of(node)
    if type(constant) is int:
        return _integer_test(constant)
    if type(constant) is str:
        return _string_test(constant, sensitive)

    def run(scope: Scope, value: Value) -> bool:
        try:
            wanted = expected(scope)
            if type(wanted) is ScriptBlock:  # a block in a variable is a condition like a literal one
                return to_bool(scope.runspace.collect_value(wanted, dollar_under=value))
            return _equal(scope, value, wanted, sensitive)
        except NetException as error:
            raise failures.locate(scope, error, extent) from None

    return run


def _integer_test(constant: int) -> Test:
    text = str(constant)

    def run(scope: Scope, value: Value) -> bool:
        if type(value) is int:
            return value == constant
        return bool(operators.equals(text, to_string(value, scope.runspace), True))

    return run


def _string_test(constant: str, sensitive: bool) -> Test:
    def run(scope: Scope, value: Value) -> bool:
        text = value if type(value) is str else to_string(value, scope.runspace)
        return text == constant or bool(operators.equals(text, constant, not sensitive))

    return run


def _equal(scope: Scope, value: Value, expected: Value, sensitive: bool) -> bool:
    if expected is None or value is None:
        return expected is value
    return bool(operators.equals(to_string(value, scope.runspace), to_string(expected, scope.runspace), not sensitive))


def _operator_test(node: ExpressionAst, kind: TokenKind, unit: Unit) -> Test:
    pattern = compile_expression(node, unit)
    with_session = operators.SESSION_BINARY.get(kind)
    extent = node.extent

    def run(scope: Scope, value: Value) -> bool:
        try:
            wanted = pattern(scope)
            text = to_string(value, scope.runspace)
            if with_session is not None:
                return bool(with_session(scope.runspace, text, wanted))
            return bool(operators.BINARY[kind](text, wanted))
        except NetException as error:
            raise failures.locate(scope, error, extent) from None

    return run


def _block_test(node: ScriptBlockExpressionAst, unit: Unit) -> Test:
    block = compile_expression(node, unit)

    def run(scope: Scope, value: Value) -> bool:
        return to_bool(scope.runspace.value_of(block(scope), value))

    return run
