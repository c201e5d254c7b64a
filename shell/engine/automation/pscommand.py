"""PSCommand: commands built call by call, and the methods that PowerShell objects share with it."""

from __future__ import annotations

from typing import Any, Final

from shell.dotnet.collections.listing import items_of
from shell.engine.binding.parameters import Argument
from shell.types import named
from shell.types.conversion.text import to_string
from shell.types.registry.declarations import attach, clr_class, clr_constructor, clr_method, clr_property
from shell.values.errors import ArgumentNullException, PSInvalidOperationException
from shell.values.objects import MISSING, PSCustomObject, Value

_AUTOMATION: Final = "System.Management.Automation."


@clr_class(
    _AUTOMATION + "Runspaces.Command",
    properties="CommandText:string IsScript:bool UseLocalScope:bool Parameters:object",
)
class Command:
    """One command of a pipeline: a name or a text, and its arguments."""

    @clr_constructor("string command")
    @clr_constructor("string command, bool isScript")
    @clr_constructor("string command, bool isScript, bool useLocalScope")
    def __init__(self, command: Value, is_script: bool = False, use_local_scope: bool = False) -> None:
        self.info = command if hasattr(command, "kind") else None
        self.command_text = command.name if self.info is not None else command
        self.is_script = is_script
        self.use_local_scope = use_local_scope
        self.arguments: list[Argument] = []

    @property
    def parameters(self) -> Value:
        """Return the names and values."""
        return [
            PSCustomObject({"Name": each.name, "Value": None if each.value is MISSING else each.value})
            for each in self.arguments
        ]

    def __str__(self) -> str:
        return str(self.command_text)


class CommandList(list[Any]):
    """The commands of a PSCommand."""

    __slots__ = ()


@clr_class(_AUTOMATION + "Runspaces.CommandCollection", python_class=CommandList)
class _CommandListMembers:
    @clr_property("Count", "int")
    def count(self: Any) -> int:
        return len(self)

    @clr_method("Add", "object command -> void")
    def add(self: Any, command: Value) -> None:
        self.append(command if isinstance(command, Command) else Command(to_string(command)))

    @clr_method("AddScript", "string scriptContents -> void")
    @clr_method("AddScript", "string scriptContents, bool useLocalScope -> void")
    def add_script(self: Any, text: str, local: bool = False) -> None:
        self.append(Command(text, True, local))

    @clr_method("Clear", "-> void")
    def clear(self: Any) -> None:
        self.clear()


class Building:
    """The builder methods of PowerShell and PSCommand; each returns the same object."""

    statements: list[CommandList]

    def _add(self, command: Command) -> Any:
        self.statements[-1].append(command)
        return self

    def _last(self, what: str) -> Command:
        if not self.statements[-1]:
            raise PSInvalidOperationException(
                f"A command is required to add {what}. A command must be added to the PowerShell instance before adding"
                f" {what}."
            )
        found: Command = self.statements[-1][-1]
        return found

    @clr_method("AddCommand", "string cmdlet -> object")
    @clr_method("AddCommand", "string cmdlet, bool useLocalScope -> object")
    def add_command(self, cmdlet: str, local: bool = False) -> Any:
        """Add a command to the pipeline."""
        if cmdlet is None:
            raise ArgumentNullException("Value cannot be null. (Parameter 'cmdlet')")
        return self._add(Command(cmdlet, False, local))

    @clr_method("AddCommand", "System.Management.Automation.CommandInfo commandInfo -> object")
    def add_command_info(self, info: Value) -> Any:
        """Add a resolved command."""
        return self._add(Command(info))

    @clr_method("AddScript", "string script -> object")
    @clr_method("AddScript", "string script, bool useLocalScope -> object")
    def add_script(self, script: str, local: bool = False) -> Any:
        """Add a script to the pipeline."""
        if script is None:
            raise ArgumentNullException("Value cannot be null. (Parameter 'script')")
        return self._add(Command(script, True, local))

    @clr_method("AddParameter", "string parameterName -> object")
    def add_switch(self, name: str) -> Any:
        """Add a switch to the last command."""
        self._last("a parameter").arguments.append(Argument(name.lstrip("-"), MISSING))
        return self

    @clr_method("AddParameter", "string parameterName, object value -> object")
    def add_parameter(self, name: str, value: Value) -> Any:
        """Add a parameter to the last command."""
        self._last("a parameter").arguments.append(Argument(name.lstrip("-"), value))
        return self

    @clr_method("AddParameters", "System.Collections.IDictionary parameters -> object")
    def add_parameters(self, parameters: Any) -> Any:
        """Add named parameters to the last command."""
        for name, value in parameters.items():
            self.add_parameter(to_string(name), value)
        return self

    @clr_method("AddParameters", "System.Collections.IList parameters -> object")
    def add_arguments(self, parameters: Any) -> Any:
        """Add positional arguments to the last command."""
        for each in items_of(parameters):
            self.add_argument(each)
        return self

    @clr_method("AddArgument", "object value -> object")
    def add_argument(self, value: Value) -> Any:
        """Add a positional argument to the last command."""
        self._last("a parameter").arguments.append(Argument(None, value))
        return self

    @clr_method("AddStatement", "-> object")
    def add_statement(self) -> Any:
        """Begin another statement."""
        if self.statements[-1]:
            self.statements.append(CommandList())
        return self


@clr_class(_AUTOMATION + "PSCommand")
class PSCommand(Building):
    """Commands that are not run by themselves."""

    @clr_constructor("")
    def __init__(self) -> None:
        self.statements = [CommandList()]

    @clr_property("Commands", _AUTOMATION + "Runspaces.CommandCollection")
    def commands(self) -> Value:
        """The commands of the first statement."""
        return self.statements[0]

    @clr_method("Clear", "-> void")
    def clear(self) -> None:
        """Remove all commands."""
        self.statements[:] = [CommandList()]


attach(named(_AUTOMATION + "PSCommand"), Building)

__all__ = ["Building", "Command", "CommandList", "PSCommand"]
