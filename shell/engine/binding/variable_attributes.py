"""The attributes of a variable as a collection: adding and removing changes the values that the variable accepts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, SupportsIndex

from shell.dotnet.collections.object_model import Collection
from shell.engine.binding.attributes import AUTOMATION, ScriptAttribute
from shell.engine.compile.guards import guard_for
from shell.lazy import lazy
from shell.types import ClrType, named
from shell.types.conversion.text import to_string
from shell.values.errors import NetException
from shell.values.objects import Value

if TYPE_CHECKING:
    from shell.engine.binding import validation
    from shell.engine.session.variable_objects import PSVariable
else:
    validation = lazy("shell.engine.binding.validation", globals())


class ArgumentTypeConverterAttribute(
    ScriptAttribute,
    clr_name=AUTOMATION + "ArgumentTypeConverterAttribute",
    base=AUTOMATION + "ArgumentTransformationAttribute",
):
    """The type of a typed variable among its attributes."""

    def __init__(self, target: ClrType) -> None:
        self.target = target

    def __str__(self) -> str:
        return self.target.name


class VariableAttributes(Collection):
    """System.Management.Automation.PSVariableAttributeCollection."""

    __slots__ = ("variable",)

    def __init__(self, variable: PSVariable, found: list[Any]) -> None:
        shown = [ArgumentTypeConverterAttribute(each) if isinstance(each, ClrType) else each for each in found]
        super().__init__(named("System.Attribute"), shown)
        self.variable = variable

    def append(self, item: Value) -> None:
        """Add an attribute; the current value must be valid."""
        self._check(item)
        super().append(item)
        self._apply()

    def insert(self, index: SupportsIndex, item: Value) -> None:
        """Insert an attribute; the current value must be valid."""
        self._check(item)
        super().insert(index, item)
        self._apply()

    def pop(self, index: SupportsIndex = -1) -> Value:
        """Remove an attribute."""
        taken = super().pop(index)
        self._apply()
        return taken

    def __delitem__(self, index: SupportsIndex | slice) -> None:
        super().__delitem__(index)
        self._apply()

    def remove(self, item: Value) -> None:
        """Remove an attribute."""
        super().remove(item)
        self._apply()

    def clear(self) -> None:
        """Remove all attributes."""
        super().clear()
        self._apply()

    def _check(self, item: Value) -> None:
        if not hasattr(item, "validate") or self.variable.scope is None:
            return
        value = self.variable.value
        try:
            item.validate(value, self.variable.scope.runspace)
        except NetException as error:
            refused = validation.ValidationMetadataException(
                f"The attribute cannot be added because variable {self.variable.name} with value {to_string(value)}"
                " would no longer be valid.",
                inner=error,
                error_id="ValidateSetFailure",
            )
            refused.from_method = True  # type: ignore[misc]
            raise refused from None

    def _apply(self) -> None:
        """Set the variable's guard to apply the attributes."""
        scope = self.variable.scope
        if scope is None:
            return
        facts = [each.target if isinstance(each, ArgumentTypeConverterAttribute) else each for each in self]
        converters = [each for each in facts if isinstance(each, ClrType) or hasattr(each, "transform")]
        checks = [each for each in facts if each not in converters]
        made = guard_for(converters, checks, scope, self.variable.name)
        known = scope.guard_of(self.variable.key)
        if known is None:
            scope.guard(self.variable.key, made)
        else:
            known.accept, known.attributes = (made.accept if facts else None), made.attributes


__all__ = ["ArgumentTypeConverterAttribute", "VariableAttributes"]
