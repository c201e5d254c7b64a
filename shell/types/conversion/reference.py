"""`[ref]`: a reference through which a method or function returns a value."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from shell.types.registry.declarations import clr_class, clr_constructor
from shell.values.objects import Value

if TYPE_CHECKING:
    from shell.engine.run.scope import Scope


@clr_class("System.Management.Automation.PSReference", properties="Value:object=rw")
class PSReference:
    """System.Management.Automation.PSReference: `value` is read and set by scripts."""

    @clr_constructor("object value")
    def __init__(self, value: Value = None) -> None:
        self._value = value

    @property
    def value(self) -> Value:
        """Return the value referred to."""
        return self._value

    @value.setter
    def value(self, new: Value) -> None:
        self._value = new


class VariableReference(PSReference):
    """`[ref]$x`: reads and sets the variable itself, in the scope where it was found."""

    def __init__(
        self, scope: Scope, name: str, read: Callable[[Scope], Value], write: Callable[[Scope, Value], None]
    ) -> None:
        super().__init__()
        self.name = name
        self._scope = scope.find(name.lower()) or scope
        self._read = read
        self._write = write

    @property
    def value(self) -> Value:
        """Return the variable's value."""
        return self._read(self._scope)

    @value.setter
    def value(self, new: Value) -> None:
        self._write(self._scope, new)


__all__ = ["PSReference", "VariableReference"]
