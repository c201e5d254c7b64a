"""Members of a script's class: properties, methods, constructors."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from shell.engine.run.frame import MethodSite
from shell.engine.run.scope import Scope
from shell.lazy import lazy
from shell.types import ClrType
from shell.types.conversion.conversion import convert
from shell.types.members.extended_members import setting_failed
from shell.values.errors import NetException
from shell.values.objects import Value

if TYPE_CHECKING:
    from shell.engine.compile.blocks import BlockCode
    from shell.engine.compile.unit import Expr
    from shell.types.members import calling
else:
    calling = lazy("shell.types.members.calling", globals())


class ScriptProperty:
    """A property of a class. `accept` converts and checks."""

    def __init__(
        self,
        name: str,
        type_name: str,
        initial: Expr | None,
        accept: Callable[[Value], Value],
        is_static: bool,
        is_hidden: bool,
    ) -> None:
        self.name = name
        self.key = name.lower()
        self.type_name = type_name
        self.initial = initial
        self.accept = accept
        self.is_static = is_static
        self.is_hidden = is_hidden

    def accepted(self, value: Value) -> Value:
        """Convert and check a new value; an error names the property."""
        try:
            return self.accept(value)
        except NetException as error:
            raise setting_failed(self.name, error) from error

    def first_value(self, scope: Scope) -> Value:
        """Return the initial value: the expression's, converted, or the type's zero."""
        if self.initial is not None:
            return self.accept(self.initial(scope))
        found = scope.runspace.find_type(self.type_name)
        return zero_of(found) if found is not None else None


def zero_of(target: ClrType) -> Value:
    """Return the initial value of a field of a type."""
    if not target.is_value_type or target.is_nullable:
        return None
    try:
        return convert(0, target)
    except NetException:
        pass
    try:
        return calling.zero_value(target)
    except NetException:
        return None


class _Callable:
    """Base of methods and constructors. `parameters` are pairs of name and type."""

    def __init__(self, name: str, parameters: Sequence[tuple[str, str]], code: BlockCode, is_static: bool) -> None:
        self.name = name
        self.site = MethodSite(name)
        self.parameters = parameters
        self.code = code
        self.is_static = is_static


class ScriptMethod(_Callable):
    """A method of a class."""

    def __init__(
        self,
        name: str,
        parameters: Sequence[tuple[str, str]],
        returns: str,
        code: BlockCode,
        is_static: bool,
        is_hidden: bool,
    ) -> None:
        super().__init__(name, parameters, code, is_static)
        self.returns = returns
        self.is_hidden = is_hidden

    @property
    def signature(self) -> str:
        """Return the signature as `parse_signature` reads it."""
        return f"{parameters_text(self.parameters)} -> {self.returns}"


class Constructor(_Callable):
    """A constructor of a class; `base_call` gives the arguments for the base class."""

    def __init__(
        self,
        name: str,
        parameters: Sequence[tuple[str, str]],
        code: BlockCode,
        base_call: Callable[[Scope], list[Value]] | None,
        is_static: bool,
    ) -> None:
        super().__init__(name, parameters, code, is_static)
        self.base_call = base_call


def parameters_text(parameters: Sequence[tuple[str, str]]) -> str:
    """Return parameters as `parse_signature` reads them."""
    return ", ".join(f"{type_name} {name}" for name, type_name in parameters)


__all__ = ["Constructor", "ScriptMethod", "ScriptProperty", "parameters_text", "zero_of"]
