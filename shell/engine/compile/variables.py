"""Reading variables: `$x`, `$script:x`, `$env:x`, `$args`, `$?`."""

from __future__ import annotations

from typing import Final

from shell.engine.compile.unit import Expr, Unit, compile_expression, constant_of, expression_compiler
from shell.engine.run.scope import Scope, UndefinedVariable, variable_key
from shell.language.tree import UsingExpressionAst, VariableExpressionAst
from shell.values.errors import ErrorCategory, RuntimeException
from shell.values.objects import MISSING, LazyHashtable, Value

_get = dict.get

FRAME_NAMES: Final = frozenset(
    ("args", "input", "myinvocation", "psboundparameters", "pscmdlet", "psscriptroot", "pscommandpath")
)
"""Variables that belong to the running function or script, never to its caller."""

SCOPE_WORDS: Final = frozenset(("global", "script", "local", "private"))


def split_name(written: str) -> tuple[str, str]:
    """Split `script:x` into ("script", "x"), `env:PATH` into ("env", "PATH"), `x` into ("", "x")."""
    qualifier, colon, rest = written.partition(":")
    if not colon or not rest:
        return "", written
    lowered = qualifier.lower()
    if lowered == "variable":
        inner, name = split_name(rest)
        return inner, name
    return lowered, rest


def plain_name(node: object) -> str | None:
    """Return the key of a variable that is read and written in the current scope, or None for any other node."""
    if not isinstance(node, VariableExpressionAst) or node.splatted:
        return None
    qualifier, name = split_name(node.name)
    if qualifier:
        return None
    key = variable_key(name)
    if key == "psitem":
        return "_"
    if key in FRAME_NAMES or key in ("true", "false", "null", "?"):
        return None
    return key


@expression_compiler(VariableExpressionAst)
def compile_variable(node: VariableExpressionAst, unit: Unit) -> Expr:
    """Compile a variable that is read."""
    constant = constant_of(node)
    if constant is not MISSING:
        return lambda scope: constant
    key = plain_name(node)
    if key is not None:
        read = _lenient_reader(key) if unit.in_string else _local_reader(key)
        return _filled(read) if key == "matches" else read
    qualifier, name = split_name(node.name)
    if qualifier == "":
        return _special_reader(variable_key(name))
    if qualifier in SCOPE_WORDS:
        return _scoped_reader(qualifier, variable_key(name))
    if qualifier == "using":
        return _using_reader(variable_key(name))
    return _drive_reader(qualifier, name)


def _local_reader(key: str) -> Expr:
    def read(scope: Scope) -> Value:
        return scope[key]

    return read


def _lenient_reader(key: str) -> Expr:
    def read(scope: Scope) -> Value:
        try:
            return scope[key]
        except UndefinedVariable as error:
            return unset_in_string(scope, error)

    return read


def unset_in_string(scope: Scope, error: UndefinedVariable) -> Value:
    """Return null for an unset variable anywhere in a "text" under strict mode 1; later versions refuse it."""
    version = scope.runspace.strict_version(scope)
    if version is not None and version >= (2,):
        raise error
    return None


def _filled(read: Expr) -> Expr:
    """Read `$Matches` and fill its table, since the script will look into it."""

    def read_filled(scope: Scope) -> Value:
        value = read(scope)
        if isinstance(value, LazyHashtable):
            value.fill()
        return value

    return read_filled


def _special_reader(key: str) -> Expr:
    if key == "?":

        def read_status(scope: Scope) -> Value:
            return scope.runspace.succeeded

        return read_status

    def read_from_frame(scope: Scope) -> Value:
        value = _get(scope, key, MISSING)
        return scope.runspace.frame_variable(scope, key) if value is MISSING else value

    return read_from_frame


def scope_of(scope: Scope, qualifier: str) -> Scope:
    """Return the scope for `global:`, `script:`, `local:` or `private:`."""
    if qualifier == "global":
        return scope.runspace.global_scope
    if qualifier == "script":
        return scope.script
    return scope


def _scoped_reader(qualifier: str, key: str) -> Expr:
    def read(scope: Scope) -> Value:
        value = _get(scope_of(scope, qualifier), key, MISSING)
        if value is MISSING:
            return scope.runspace.absent_scoped(scope_of(scope, qualifier), key, qualifier)
        return value

    return read


def _using_reader(key: str) -> Expr:
    def read(scope: Scope) -> Value:
        source = scope.runspace.using_scope
        if source is None:
            raise RuntimeException(
                "A Using variable cannot be retrieved. A Using variable can be used only with Invoke-Command, "
                "Start-Job, or InlineScript in the script workflow. When it is used with Invoke-Command, the Using "
                "variable is valid only if the script block is invoked on a remote computer.",
                error_id="UsingWithoutInvokeCommand",
                category=ErrorCategory.InvalidOperation,
            )
        return source[key]

    return read


def _drive_reader(drive: str, name: str) -> Expr:
    def read(scope: Scope) -> Value:
        return scope.runspace.read_drive(drive, name, scope)

    return read


@expression_compiler(UsingExpressionAst)
def compile_using(node: UsingExpressionAst, unit: Unit) -> Expr:
    """Compile `$using:x`."""
    child = node.sub_expression
    if isinstance(child, VariableExpressionAst):
        return _using_reader(variable_key(split_name(child.name)[1]))
    inner = compile_expression(child, unit)

    def read(scope: Scope) -> Value:
        source = scope.runspace.using_scope
        return inner(source if source is not None else scope)

    return read
