"""Types in expressions: `[int]`, casts, `[ordered]@{}` and `[pscustomobject]@{}`, hashtable literals."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from shell import types
from shell.engine.compile.statements import compile_value
from shell.engine.compile.unit import Expr, Unit, compile_expression, constant_of, expression_compiler
from shell.engine.run import failures
from shell.engine.run.scope import Scope
from shell.language.source import Extent
from shell.language.tree import (
    ConvertExpressionAst,
    ExpressionAst,
    HashtableAst,
    TypeConstraintAst,
    TypeExpressionAst,
    TypeName,
    VariableExpressionAst,
)
from shell.lazy import lazy
from shell.types.conversion.conversion import convert, custom_object
from shell.types.conversion.reference import PSReference, VariableReference
from shell.values.errors import ErrorCategory, RuntimeException, record_of
from shell.values.objects import AUTOMATION_NULL, MISSING, Hashtable, OrderedDictionary, PSCustomObject, Value

if TYPE_CHECKING:
    from shell.engine.compile.values import targets
else:
    targets = lazy("shell.engine.compile.values.targets", globals())


def resolve_type(name: TypeName, unit: Unit, scope: Scope) -> types.ClrType:
    """Return the type, or raise TypeNotFound."""
    text = name.full_text
    found = scope.runspace.find_type(text, unit.namespaces)
    if found is None:
        raise failures.locate(scope, type_not_found(text), _with_brackets(name.extent))
    return found


def _with_brackets(extent: Extent) -> Extent:
    return Extent(extent.source, extent.start_offset - 1, extent.end_offset + 1)


def type_not_found(text: str) -> RuntimeException:
    """Return the error for an unknown type."""
    error = RuntimeException(
        f"Unable to find type [{text}].",
        error_id="TypeNotFound",
        category=ErrorCategory.InvalidOperation,
        target=text,
    )
    record_of(error).target_type = "TypeName"
    return error


def type_reader(name: TypeName, unit: Unit) -> Callable[[Scope], types.ClrType]:
    """Compile a type name. The type is cached, unless a script may redefine it."""
    known: list[types.ClrType] = []

    def read(scope: Scope) -> types.ClrType:
        if known:
            return known[0]
        found = resolve_type(name, unit, scope)
        if not scope.runspace.is_script_type(found):
            known.append(found)
        return found

    return read


@expression_compiler(TypeExpressionAst)
def compile_type(node: TypeExpressionAst, unit: Unit) -> Expr:
    """Compile `[int]` as a value."""
    return type_reader(node.type_name, unit)


def type_or_value(node: TypeExpressionAst, unit: Unit) -> Expr:
    """Compile the right side of `-is` and `-as`."""
    return type_reader(node.type_name, unit)


@expression_compiler(ConvertExpressionAst)
def compile_cast(node: ConvertExpressionAst, unit: Unit) -> Expr:
    """Compile `[int] x`."""
    attribute = node.attribute
    assert isinstance(attribute, TypeConstraintAst)
    name = attribute.type_name.full_text.lower()
    child = node.child
    if isinstance(child, HashtableAst):
        literal = _literal_cast(name, child, unit)
        if literal is not None:
            return literal
    if name in ("ref", "system.management.automation.psreference"):
        return _reference(child, unit)
    inner = compile_expression(child, unit)
    if name == "void":
        return _void(inner)
    read = type_reader(attribute.type_name, unit)
    if name == "int":

        def run_int(scope: Scope) -> Value:
            value = inner(scope)
            kind = type(value)
            if kind is int:
                return value
            if kind is str and len(value) < 10 and value.isdecimal() and value.isascii():
                return int(value)
            return convert(value, read(scope))

        return run_int
    if name == "string":

        def run_string(scope: Scope) -> Value:
            value = inner(scope)
            kind = type(value)
            if kind is str:
                return value
            return str(value) if kind is int else convert(value, read(scope))

        return run_string

    def run(scope: Scope) -> Value:
        target = read(scope)
        return convert(inner(scope), target)

    return run


def _void(inner: Expr) -> Expr:
    def run(scope: Scope) -> Value:
        inner(scope)
        return AUTOMATION_NULL

    return run


def _reference(child: ExpressionAst, unit: Unit) -> Expr:
    if isinstance(child, VariableExpressionAst):
        key = child.name
        read = compile_expression(child, unit)
        write = targets.assignment_target(child, unit)

        def bind(scope: Scope) -> Value:
            if not scope.runspace.has_variable(scope, key):
                raise RuntimeException(
                    "[ref] cannot be applied to a variable that does not exist.",
                    error_id="NonExistingVariableReference",
                    category=ErrorCategory.InvalidOperation,
                    target=key,
                )
            return VariableReference(scope, key, read, write)

        return bind
    inner = compile_expression(child, unit)
    return lambda scope: PSReference(inner(scope))


# --- hashtables -----------------------------------------------------------------------------------------------------


def _literal_cast(name: str, node: HashtableAst, unit: Unit) -> Expr | None:
    if name == "ordered":
        return _hashtable(node, unit, OrderedDictionary)
    if name in ("pscustomobject", "system.management.automation.pscustomobject"):
        return _custom_object(node, unit)
    return None


@expression_compiler(HashtableAst)
def compile_hashtable(node: HashtableAst, unit: Unit) -> Expr:
    """Compile `@{ key = value }`."""
    return _hashtable(node, unit, Hashtable)


def _pairs(node: HashtableAst, unit: Unit) -> list[tuple[Expr, Expr]]:
    return [(compile_expression(key, unit), compile_value(value, unit)) for key, value in node.pairs]


def _hashtable(node: HashtableAst, unit: Unit, kind: type[Hashtable]) -> Expr:
    pairs = _pairs(node, unit)
    if not pairs:
        return lambda scope: kind()

    def run(scope: Scope) -> Value:
        table = kind()
        for key_of, value_of in pairs:
            key = key_of(scope)
            if key is None or key is AUTOMATION_NULL:
                raise RuntimeException(
                    "A null key is not allowed in a hash literal.",
                    error_id="InvalidNullKey",
                    category=ErrorCategory.InvalidOperation,
                )
            if key in table:
                raise RuntimeException(
                    f"Duplicate keys '{key}' are not allowed in hash literals.",
                    error_id="DuplicateKeyInHashLiteral",
                    category=ErrorCategory.InvalidOperation,
                    target=key,
                )
            value = value_of(scope)
            table[key] = None if value is AUTOMATION_NULL else value
        return table

    return run


def _custom_object(node: HashtableAst, unit: Unit) -> Expr:
    names = [constant_of(key) for key, _ in node.pairs]
    if any(name is MISSING or not isinstance(name, str) or name.lower() == "pstypename" for name in names):
        table = _hashtable(node, unit, OrderedDictionary)
        return lambda scope: custom_object_of(table(scope), scope)
    values = tuple(value for _, value in _pairs(node, unit))

    def run(scope: Scope) -> Value:
        found = [value(scope) for value in values]
        if AUTOMATION_NULL in found:
            found = [None if value is AUTOMATION_NULL else value for value in found]
        return PSCustomObject(dict(zip(names, found, strict=True)))

    return run


def custom_object_of(table: Hashtable, scope: Scope) -> PSCustomObject:
    """Make an object with a note property for each entry."""
    return custom_object(table)
