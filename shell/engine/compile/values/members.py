"""Members, indexes and method calls."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from shell.engine.compile.unit import (
    Expr,
    Unit,
    compile_expression,
    constant_of,
    expression_compiler,
    strip_parentheses,
)
from shell.engine.compile.values.member_sites import literal_reader
from shell.engine.compile.values.method_cache import method_caller, static_caller
from shell.engine.compile.values.type_expressions import type_reader
from shell.engine.compile.variables import plain_name
from shell.engine.operators.text_operators import MatchTable
from shell.engine.run.frame import MethodSite
from shell.engine.run.scope import Scope
from shell.language.tree import (
    Ast,
    CommandElementAst,
    ConvertExpressionAst,
    IndexExpressionAst,
    InvokeMemberExpressionAst,
    MemberExpressionAst,
    StringConstantExpressionAst,
    TypeConstraintAst,
    TypeExpressionAst,
)
from shell.lazy import lazy
from shell.types.conversion.text import to_string
from shell.types.members import access as members
from shell.types.registry.checks import out_of_range
from shell.values.errors import ErrorCategory, IndexOutOfRangeException, RuntimeException
from shell.values.objects import AUTOMATION_NULL, ArrayList, Char, GenericList, Hashtable, Value, fold_key

if TYPE_CHECKING:
    from shell import types as shell_types
    from shell.dotnet.reflection import generic_calls
    from shell.types.members import calling
else:
    generic_calls = lazy("shell.dotnet.reflection.generic_calls", globals())
    shell_types = lazy("shell.types", globals(), "shell_types")
    calling = lazy("shell.types.members.calling", globals())


class _ShortCircuit:
    """The result of `$null?.a` inside a longer chain of members: the rest of the chain is skipped."""

    __slots__ = ()


_SKIPPED = _ShortCircuit()


def _is_null(value: Value) -> bool:
    return value is None or value is AUTOMATION_NULL


def _has_condition(node: Ast, unit: Unit) -> bool:
    """True if a chain of members holds `?.` or `?[]` left of its last part."""
    while unit.has_conditions and isinstance(node, MemberExpressionAst | IndexExpressionAst):
        if node.null_conditional:
            return True
        node = node.expression if isinstance(node, MemberExpressionAst) else node.target
    return False


def _chain(node: MemberExpressionAst | IndexExpressionAst, unit: Unit, target: Ast, use: Callable[..., Value]) -> Expr:
    """Wrap the use of a target so that a null before `?.` ends the whole chain with null."""
    inner = compile_link(target, unit)
    conditional = node.null_conditional

    def run(scope: Scope) -> Value:
        value = inner(scope)
        if value is _SKIPPED or (conditional and _is_null(value)):
            return _SKIPPED
        return use(scope, value)

    return run


def compile_link(node: Ast, unit: Unit) -> Expr:
    """Compile a part of a chain that may be skipped."""
    if isinstance(node, MemberExpressionAst | IndexExpressionAst) and _has_condition(node, unit):
        if isinstance(node, InvokeMemberExpressionAst):
            return _chain(node, unit, node.expression, _caller(node, unit))
        if isinstance(node, MemberExpressionAst):
            return _chain(node, unit, node.expression, _getter(node, unit))
        return _chain(node, unit, node.target, _indexer(node, unit))
    return compile_expression(node, unit)


def _end_of_chain(inner: Expr) -> Expr:
    def run(scope: Scope) -> Value:
        value = inner(scope)
        return None if value is _SKIPPED else value

    return run


def member_name(node: CommandElementAst, unit: Unit) -> str | Expr:
    """Return a literal member name, or the closure that gives the name."""
    if isinstance(node, StringConstantExpressionAst):
        return node.value
    return compile_expression(node, unit)


def _name_reader(node: CommandElementAst, unit: Unit) -> Callable[[Scope], str]:
    name = member_name(node, unit)
    if isinstance(name, str):
        literal = name
        return lambda scope: literal
    inner = name

    def read(scope: Scope) -> str:
        value = inner(scope)
        return value if type(value) is str else to_string(value, scope.runspace)

    return read


# --- members ---------------------------------------------------------------------------------------------------------


@expression_compiler(MemberExpressionAst)
def compile_member(node: MemberExpressionAst, unit: Unit) -> Expr:
    """Compile `x.member` and `[x]::member`."""
    if node.is_static:
        return _static_member(node, unit)
    if _has_condition(node, unit):
        return _end_of_chain(compile_link(node, unit))
    inner = compile_expression(node.expression, unit)
    name = member_name(node.member, unit)
    if isinstance(name, str):
        return literal_reader(inner, name)
    use = _getter(node, unit)
    return lambda scope: use(scope, inner(scope))


def _getter(node: MemberExpressionAst, unit: Unit) -> Callable[[Scope, Value], Value]:
    name = _name_reader(node.member, unit)
    constant = constant_of(node.member)
    if type(constant) is int:
        return lambda scope, value: (
            value[constant]
            if isinstance(value, Hashtable) and constant in value
            else members.get_member(value, name(scope), scope.runspace)
        )
    return lambda scope, value: members.get_member(value, name(scope), scope.runspace)


def _static_member(node: MemberExpressionAst, unit: Unit) -> Expr:
    target = _static_target(node.expression, unit)
    name = _name_reader(node.member, unit)
    return lambda scope: members.get_static(target(scope), name(scope), scope.runspace)


def _static_target(node: Ast, unit: Unit) -> Expr:
    """Return the type of `[x]::` or `$type::`."""
    inner = compile_expression(node, unit)
    if isinstance(node, TypeExpressionAst):
        return inner

    def run(scope: Scope) -> Value:
        value = inner(scope)
        if isinstance(value, shell_types.ClrType):
            return value
        if type(value) is str:
            found = scope.runspace.find_type(value, unit.namespaces)
            if found is not None:
                return found
        if _is_null(value):
            raise RuntimeException(
                "You cannot call a method on a null-valued expression.",
                error_id="InvokeMethodOnNull",
                category=ErrorCategory.InvalidOperation,
            )
        return shell_types.type_of(value)

    return run


# --- indexes ---------------------------------------------------------------------------------------------------------


@expression_compiler(IndexExpressionAst)
def compile_index(node: IndexExpressionAst, unit: Unit) -> Expr:
    """Compile `x[y]`."""
    if _has_condition(node, unit):
        return _end_of_chain(compile_link(node, unit))
    target = compile_expression(node.target, unit)
    constant = constant_of(node.index)
    if type(constant) is int and constant >= 0:
        by_place = _constant_index(target, constant)
        return _match_index(by_place, constant) if plain_name(node.target) == "matches" else by_place
    index = compile_expression(node.index, unit)
    return lambda scope: _checked_index(scope, target(scope), index(scope))


def read_index(value: Value, key: Value) -> Value:
    """Return an element; common cases need no further call."""
    kind = type(key)
    if kind is int and type(value) is list and 0 <= key < len(value):
        return value[key]
    if (kind is str or kind is int) and type(value) is Hashtable:
        entry = value._items.get(value._fold(key))
        return None if entry is None else entry[1]
    if kind is int and type(value) is str and 0 <= key < len(value) and value.isascii():
        return Char(value[key])
    return members.get_index(value, key)


def write_index(value: Value, key: Value, new: Value) -> None:
    """Set an element; common cases need no further call."""
    kind = type(key)
    if (kind is int and type(value) is list and 0 <= key < len(value)) or (
        (kind is str or kind is int) and type(value) is Hashtable
    ):
        value[key] = None if new is AUTOMATION_NULL else new
    else:
        members.set_index(value, key, new)


def _checked_index(scope: Scope, value: Value, key: Value) -> Value:
    """Return an element. In strict mode 3 an index outside of an array, list or string is an error."""
    if (
        scope.runspace.uses_strict
        and isinstance(value, list | str)
        and type(key) is int
        and not -len(value) <= key < len(value)
    ):
        version = scope.runspace.strict_version(scope)
        if version is not None and version >= (3,):
            if isinstance(value, ArrayList | GenericList):
                raise out_of_range("index", _OUTSIDE_LIST)
            raise IndexOutOfRangeException("Index was outside the bounds of the array.")
    return read_index(value, key)


_OUTSIDE_LIST = "Index was out of range. Must be non-negative and less than the size of the collection."


def _constant_index(target: Expr, index: int) -> Expr:
    def run(scope: Scope) -> Value:
        value = target(scope)
        if type(value) is list and index < len(value):
            return value[index]
        if type(value) is Hashtable and value._fold is fold_key:
            entry = value._items.get(index)
            return None if entry is None else entry[1]
        return _checked_index(scope, value, index)

    return run


def _match_index(general: Expr, number: int) -> Expr:
    """Compile `$Matches[1]`: the text of a group, without making a table of all of them."""
    name = str(number)

    def run(scope: Scope) -> Value:
        value = _get(scope, "matches")
        if type(value) is not MatchTable:
            return general(scope)
        pattern, found = value._pending
        index = pattern.by_name.get(name)
        return None if index is None else found[index]

    return run


_get = dict.get


def _indexer(node: IndexExpressionAst, unit: Unit) -> Callable[[Scope, Value], Value]:
    index = compile_expression(node.index, unit)
    return lambda scope, value: members.get_index(value, index(scope))


# --- calls -----------------------------------------------------------------------------------------------------------


@expression_compiler(InvokeMemberExpressionAst)
def compile_call(node: InvokeMemberExpressionAst, unit: Unit) -> Expr:
    """Compile `x.method(...)` and `[x]::method(...)`."""
    if node.is_static:
        return _static_call(node, unit)
    if _has_condition(node, unit):
        return _end_of_chain(compile_link(node, unit))
    base = _base_class_call(node, unit)
    if base is not None:
        return base
    use = _caller(node, unit)
    inner = compile_expression(node.expression, unit)
    return lambda scope: use(scope, inner(scope))


def _base_class_call(node: InvokeMemberExpressionAst, unit: Unit) -> Expr | None:
    """Compile `([Base]$x).Method()`: the method as the base class has it, whatever overrides it in a script's class."""
    cast = strip_parentheses(node.expression)
    if not isinstance(cast, ConvertExpressionAst) or not isinstance(cast.attribute, TypeConstraintAst):
        return None
    if node.generic_arguments:
        return None
    owner_of = type_reader(cast.attribute.type_name, unit)
    name = _name_reader(node.member, unit)
    arguments = compile_arguments(node, unit)
    general = _caller(node, unit)
    converted = compile_expression(cast, unit)

    def run(scope: Scope) -> Value:
        value = converted(scope)
        own = getattr(type(value), "script_type", None)
        if own is None:
            return general(scope, value)
        owner = owner_of(scope)
        if owner is own or owner not in own.lineage():
            return general(scope, value)
        written = name(scope)
        if owner is shell_types.OBJECT and written.lower() == "tostring":
            return own.display_name
        overloads = owner.overloads(written.lower())
        if not overloads:
            return general(scope, value)
        given = arguments(scope)
        if "script" in owner.data:
            scope.runspace.method_site = MethodSite(overloads[0].name, node.extent)
        return calling.invoke(written, overloads, owner, value, given, scope.runspace)

    return run


def compile_arguments(node: InvokeMemberExpressionAst, unit: Unit) -> Callable[[Scope], list[Value]]:
    """Compile the arguments of a method."""
    arguments = tuple(compile_expression(argument, unit) for argument in node.arguments)
    if not arguments:
        return lambda scope: []
    if len(arguments) == 1:
        only = arguments[0]
        return lambda scope: [only(scope)]

    def run(scope: Scope) -> list[Value]:
        return [argument(scope) for argument in arguments]

    return run


def _caller(node: InvokeMemberExpressionAst, unit: Unit) -> Callable[[Scope, Value], Value]:
    if node.generic_arguments:
        return _generic_caller(node, unit)
    if isinstance(node.member, StringConstantExpressionAst):
        given = tuple(compile_expression(argument, unit) for argument in node.arguments)
        return method_caller(node.member.value, given, node.extent)
    arguments = compile_arguments(node, unit)
    name = _name_reader(node.member, unit)
    call_method = members.call_method

    def call(scope: Scope, value: Value) -> Value:
        return call_method(value, name(scope), arguments(scope), scope.runspace)

    return call


def _generic_caller(node: InvokeMemberExpressionAst, unit: Unit) -> Callable[[Scope, Value], Value]:
    """Compile a call that names the types of a generic method."""
    readers = [type_reader(each, unit) for each in node.generic_arguments]
    name = _name_reader(node.member, unit)
    arguments = compile_arguments(node, unit)
    perform: Callable[..., Value] = generic_calls.call_generic_static if node.is_static else generic_calls.call_generic

    def call(scope: Scope, value: Value) -> Value:
        types = tuple(read(scope) for read in readers)
        return perform(value, name(scope), types, arguments(scope), scope.runspace)

    return call


def _static_call(node: InvokeMemberExpressionAst, unit: Unit) -> Expr:
    target = _static_target(node.expression, unit)
    if node.generic_arguments:
        call = _generic_caller(node, unit)
        return lambda scope: call(scope, target(scope))
    if isinstance(node.member, StringConstantExpressionAst):
        given = tuple(compile_expression(argument, unit) for argument in node.arguments)
        return static_caller(node.member.value, target, given, node.extent)
    arguments = compile_arguments(node, unit)
    name = _name_reader(node.member, unit)

    def run(scope: Scope) -> Value:
        owner = target(scope)
        return members.call_static(owner, name(scope), arguments(scope), scope.runspace)

    return run
