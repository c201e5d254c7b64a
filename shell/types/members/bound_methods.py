"""Methods named without call brackets: `$x.Trim`, `[Math]::Max`, `[List[int]]::new`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from shell.lazy import lazy
from shell.types import ClrType, Method, type_of
from shell.values.objects import MISSING, PSObject, Value

if TYPE_CHECKING:
    from shell.types.members import calling
    from shell.types.registry import reference_members
else:
    calling = lazy("shell.types.members.calling", globals())
    reference_members = lazy("shell.types.registry.reference_members", globals())


class BoundMethod:
    """System.Management.Automation.PSMethod: a method named without brackets; `Invoke` calls it."""

    clr_type_name = "System.Management.Automation.PSMethod"

    def __init__(
        self, owner: Value, overloads: Sequence[Method], owner_type: ClrType, static: bool, makes: bool = False
    ) -> None:
        self.owner = owner
        self.overloads = overloads
        self.owner_type = owner_type
        self.static = static
        self.makes = makes
        """True for constructors, which are named `new`."""

    @property
    def definitions(self) -> list[str]:
        """Return the overloads as Get-Member shows them."""
        if self.makes:
            return reference_members.constructor_texts(self.owner_type)
        prefix = "static " if self.static else ""
        return [prefix + each.signature.definition(each.name, self.owner_type) for each in self.overloads]

    def invoke_method(self, arguments: Sequence[Value], session: Any) -> Value:
        """Call it."""
        target = MISSING if self.static else self.owner
        name = self.overloads[0].name
        return calling.invoke(name, self.overloads, self.owner_type, target, arguments, session)

    def __str__(self) -> str:
        return ", ".join(self.definitions)


def method_object(value: Value, overloads: Sequence[Method]) -> Value:
    """Return a method as an object."""
    base = value.base if isinstance(value, PSObject) else value
    return BoundMethod(base, overloads, type_of(base), False)


def static_method_object(owner: ClrType, lowered: str, overloads: Sequence[Method]) -> Value:
    """Return a static method, or the constructor for `new`, as an object."""
    return BoundMethod(None, overloads or owner.constructor_overloads(), owner, True, makes=not overloads)


__all__ = ["BoundMethod", "method_object", "static_method_object"]
