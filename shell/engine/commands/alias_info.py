"""AliasInfo: another name for a command."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shell.engine.commands.command_info import OPTIONS, CommandInfo
from shell.lazy import lazy
from shell.types.registry.declarations import clr_class
from shell.types.registry.enumeration import enum_value
from shell.values.errors import CommandNotFoundException, ErrorCategory
from shell.values.objects import Value

if TYPE_CHECKING:
    from shell.engine.binding.parameters import CommandSignature
    from shell.engine.commands import commands
    from shell.engine.session.runspace import Runspace
else:
    commands = lazy("shell.engine.commands.commands", globals())

_AUTOMATION = "System.Management.Automation."


@clr_class(
    _AUTOMATION + "AliasInfo",
    _AUTOMATION + "CommandInfo",
    "ReferencedCommand:object ResolvedCommand:object ResolvedCommandName:string Description:string=rw Options:object=rw"
    " DisplayName:string",
)
class AliasInfo(CommandInfo):
    """Another name for a command."""

    kind = "Alias"

    def __init__(self, name: str, target: str, session: Runspace, options: int = 0, description: str = "") -> None:
        super().__init__(name)
        self.target = target
        self.session = session
        self.options = enum_value(OPTIONS, options)
        self.description = description

    @property
    def definition(self) -> str:
        """Return the name of the aliased command."""
        return self.target

    @property
    def display_name(self) -> str:
        """`% -> ForEach-Object`."""
        return f"{self.name} -> {self.target}"

    @property
    def referenced_command(self) -> Value:
        """Return the command that the name resolves to now."""
        return self.session.commands.find(self.target)

    @property
    def resolved_command(self) -> Value:
        """Return the command at the end of a chain of aliases."""
        found = self.session.commands.find(self.target)
        seen = {self.name.lower()}
        while isinstance(found, AliasInfo):
            if found.name.lower() in seen:
                return None
            seen.add(found.name.lower())
            found = self.session.commands.find(found.target)
        return found

    @property
    def resolved_command_name(self) -> Value:
        """Return the name of the command at the end of the chain."""
        found = self.resolved_command
        return None if found is None else found.name

    @property
    def module_name(self) -> str:
        """The module that defined the alias."""
        return self.module.name if self.module is not None else ""

    def resolve(self) -> CommandInfo:
        """Return the aliased command. An alias without one is an error."""
        found: CommandInfo | None = self.resolved_command
        if found is None and self.session.commands.find(self.target) is not None:
            raise commands.not_found(self.name)  # a cycle of aliases
        if found is None:
            raise CommandNotFoundException(
                f"The alias '{self.name}' cannot be resolved because it refers to the term '{self.target}', which is"
                " not recognized as a cmdlet, function, operable program, or script file. Verify the term and try"
                " again.",
                error_id="AliasNotResolvedException",
                category=ErrorCategory.ObjectNotFound,
                target=self.name,
            )
        return found

    def signature(self, session: Runspace) -> CommandSignature:
        """Return the parameters of the aliased command."""
        return self.resolve().signature(session)

    @property
    def parameters(self) -> Value:
        """Return the parameters of the aliased command."""
        found = self.resolved_command
        return None if found is None else found.parameters

    @property
    def parameter_sets(self) -> Value:
        """Return the parameter sets of the aliased command."""
        found = self.resolved_command
        return [] if found is None else found.parameter_sets


__all__ = ["AliasInfo"]
