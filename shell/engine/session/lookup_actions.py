"""Handlers of `$ExecutionContext.InvokeCommand` for look-ups of commands: before, after, and not found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from shell.engine.commands.command_info import CommandInfo, FunctionInfo
from shell.types.registry.declarations import clr_class, clr_property
from shell.values.objects import Value

if TYPE_CHECKING:
    from shell.engine.commands.commands import CommandTable

_AUTOMATION: Final = "System.Management.Automation."


@clr_class(_AUTOMATION + "CommandLookupEventArgs", properties="CommandName:string")
class CommandLookup:
    """The event of one lookup: a handler may name another command, or give a block to run in its place."""

    def __init__(self, name: str, found: CommandInfo | None) -> None:
        self.command_name = name
        self.found = found
        self.block: Value = None
        self.stops = False

    @clr_property("CommandOrigin", _AUTOMATION + "CommandOrigin")
    def command_origin(self) -> Value:
        """Who looks."""
        return "Internal"

    @clr_property("Command", _AUTOMATION + "CommandInfo", setter=lambda self, value: setattr(self, "found", value))
    def command(self) -> Value:
        """The command that is used."""
        return self.found

    @clr_property("StopSearch", "bool", setter=lambda self, value: setattr(self, "stops", value))
    def stop_search(self) -> bool:
        """True: the lookup ends with what the handler named."""
        return self.stops

    @clr_property("CommandScriptBlock", "scriptblock", setter=lambda self, value: self.run_instead(value))
    def command_script_block(self) -> Value:
        """The block that runs in place of the command."""
        return self.block

    def run_instead(self, block: Value) -> None:
        """Use a block as the command."""
        self.block = block
        self.found = None if block is None else FunctionInfo(self.command_name, block)
        self.stops = block is not None


class LookupActions:
    """The handlers of a session. A handler does not see the lookups of its own commands."""

    def __init__(self, commands: CommandTable) -> None:
        self.commands = commands
        self.before: Value = None
        self.after: Value = None
        self.missing: Value = None
        self._active: set[str] = set()

    def resolve(self, name: str) -> CommandInfo | None:
        """Look a command up, asking the handlers."""
        if self.before is not None or self.after is not None:
            self.commands.changed()  # call sites ask again each time
        event = self._ask("before", name, None)
        if event is not None and event.stops and event.found is not None:
            return event.found
        found = self.commands.find(name)
        if found is None:
            event = self._ask("missing", name, None)
            return None if event is None else event.found
        event = self._ask("after", name, found)
        return found if event is None or event.found is None else event.found

    def _ask(self, which: str, name: str, found: CommandInfo | None) -> CommandLookup | None:
        handler: Any = getattr(self, which)
        if handler is None or which in self._active:
            return None
        event = CommandLookup(name, found)
        self._active.add(which)
        try:
            self.commands.session.collect(handler, [name, event])
        finally:
            self._active.discard(which)
        return event


__all__ = ["CommandLookup", "LookupActions"]
