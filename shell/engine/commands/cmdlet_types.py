"""Cmdlet classes as .NET types: `[Microsoft.PowerShell.Commands.GetDateCommand]`, an object with its parameters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from shell.lazy import lazy
from shell.types import ClrType, Method, Property, named, register, resolve
from shell.values.objects import Value

if TYPE_CHECKING:
    from shell.engine.classes import members
    from shell.engine.commands.cmdlet import Cmdlet, ParameterDeclaration
else:
    members = lazy("shell.engine.classes.members", globals())

SPACE: Final = "Microsoft.PowerShell.Commands."


class CmdletObject:
    """A cmdlet made with New-Object: it holds parameters, and only an engine could run it."""

    def __init__(self) -> None:
        self.given: dict[str, Value] = {}


def type_of_cmdlet(cls: type[Cmdlet]) -> ClrType:
    """Register the type of a cmdlet: it derives from PSCmdlet and has its parameters as properties."""
    python_class = type(cls.__name__, (CmdletObject,), {})
    made = ClrType(cls.class_name, named("System.Management.Automation.PSCmdlet"), python_class=python_class)
    made._loaded = True
    for declaration in cls.parameters.values():
        made.add_property(_property(declaration))
    made.add_constructor(Method(made.short_name, "", python_class, True))
    return register(made)


def _property(declaration: ParameterDeclaration) -> Property:
    name = declaration.name
    type_name = "System.Management.Automation.SwitchParameter" if declaration.type_name == "switch" else None
    written = type_name or declaration.type_name

    def read(target: Any) -> Value:
        if name in target.given:
            return target.given[name]
        found = resolve(written)
        return None if found is None else members.zero_of(found)

    def write(target: Any, value: Value) -> None:
        target.given[name] = value

    return Property(name, written, read, write)


__all__ = ["SPACE", "CmdletObject", "type_of_cmdlet"]
