"""`$ExecutionContext`, `$Host`, and the engine's own objects as scripts see them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from shell.runtime.declare import clr_class, clr_method, clr_property
from shell.runtime.objects import PSCustomObject, Value

if TYPE_CHECKING:
    from shell.runtime.session import Runspace

_AUTOMATION = "System.Management.Automation."


@clr_class(_AUTOMATION + "EngineIntrinsics")
class EngineIntrinsics:
    """`$ExecutionContext`."""

    def __init__(self, runspace: Runspace) -> None:
        self.runspace = runspace

    @clr_property("InvokeCommand")
    def invoke_command(self) -> Value:
        """Commands by name, texts as script."""
        return CommandIntrinsics(self.runspace)

    @clr_property("SessionState")
    def session_state(self) -> Value:
        """Variables and paths."""
        return SessionStateView(self.runspace)

    @clr_property("Host")
    def host(self) -> Value:
        """`$Host`."""
        return host_object(self.runspace)


@clr_class(_AUTOMATION + "CommandInvocationIntrinsics")
class CommandIntrinsics:
    """`$ExecutionContext.InvokeCommand`."""

    def __init__(self, runspace: Runspace) -> None:
        self.runspace = runspace

    @clr_method("ExpandString", "string source -> string")
    def expand_string(self, source: str) -> str:
        """Expand a text as if it stood in double quotes."""
        from shell.runtime.scripts import expand_text

        return expand_text(self.runspace, source)

    @clr_method(
        "InvokeScript", "string script, params object[] args -> System.Collections.ObjectModel.Collection[psobject]"
    )
    def invoke_script(self, script: str, args: list[Value]) -> Value:
        """Run a text as script."""
        return self.runspace.collect(self.runspace.parse_block(script), args, local=True)

    @clr_method("NewScriptBlock", "string scriptText -> scriptblock")
    def new_script_block(self, script_text: str) -> Value:
        """Make a script block of a text."""
        return self.runspace.parse_block(script_text)

    @clr_method("GetCommand", "string commandName, object type -> System.Management.Automation.CommandInfo")
    def get_command(self, command_name: str, type: Value) -> Value:
        """Find a command."""
        return self.runspace.commands.find(command_name)


@clr_class(_AUTOMATION + "SessionState")
class SessionStateView:
    """`$ExecutionContext.SessionState`."""

    def __init__(self, runspace: Runspace) -> None:
        self.runspace = runspace

    @clr_property("PSVariable")
    def ps_variable(self) -> Value:
        """Variables by name."""
        return VariableIntrinsics(self.runspace)

    @clr_property("Path")
    def path(self) -> Value:
        """The current location."""
        return PSCustomObject({"CurrentLocation": self.runspace.get_variable("PWD")})

    @clr_property("LanguageMode")
    def language_mode(self) -> Value:
        """Always the whole language."""
        return "FullLanguage"


@clr_class(_AUTOMATION + "PSVariableIntrinsics")
class VariableIntrinsics:
    """`$ExecutionContext.SessionState.PSVariable`."""

    def __init__(self, runspace: Runspace) -> None:
        self.runspace = runspace

    @clr_method("GetValue", "string name, object defaultValue = null -> object")
    def get_value(self, name: str, default_value: Value = None) -> Value:
        """Return a variable's value."""
        return self.runspace.get_variable(name, default_value)

    @clr_method("Set", "string name, object value -> void")
    def set(self, name: str, value: Value) -> None:
        """Set a variable."""
        self.runspace.set_variable(name, value)

    @clr_method("Get", "string name -> System.Management.Automation.PSVariable")
    def get(self, name: str) -> Value:
        """Return a variable with its options."""
        items: list[Value] = []
        self.runspace.run_command("Get-Variable", name, out=items.append, ErrorAction="Ignore")
        return items[0] if items else None

    @clr_method("Remove", "string name -> void")
    def remove(self, name: str) -> None:
        """Remove a variable."""
        self.runspace.run_command("Remove-Variable", name)


@clr_class(
    _AUTOMATION + "Internal.Host.InternalHost",
    properties="Name:string Version:version InstanceId:guid CurrentCulture:object CurrentUICulture:object",
)
class HostView:
    """`$Host`."""

    def __init__(self, runspace: Runspace) -> None:
        from shell.runtime import members, types
        from shell.runtime.conversion import convert

        self.runspace = runspace
        self.name = runspace.host.name
        self.version: Value = convert("7.6.5", types.named("System.Version"))
        self.instance_id: Value = members.call_static(types.named("System.Guid"), "NewGuid", [], runspace)
        culture = types.resolve("System.Globalization.CultureInfo")
        self.current_culture: Value = (
            members.call_static(culture, "GetCultureInfo", ["en-US"], runspace) if culture is not None else "en-US"
        )
        self.current_ui_culture: Value = self.current_culture

    @clr_property("UI")
    def ui(self) -> Value:
        """What writes to the console."""
        return HostUserInterface(self.runspace)

    @clr_method("SetShouldExit", "int exitCode -> void")
    def set_should_exit(self, exit_code: int) -> None:
        """End the session."""
        from shell.runtime.flow import ExitRequest

        raise ExitRequest(exit_code)

    @clr_method("EnterNestedPrompt", "-> void")
    def enter_nested_prompt(self) -> None:
        """Open a prompt inside the running command."""
        enter: Any = getattr(self.runspace.host, "enter_nested_prompt", None)
        if enter is None:
            from shell.runtime.host import not_interactive

            raise not_interactive()
        enter()


@clr_class(_AUTOMATION + "Internal.Host.InternalHostUserInterface")
class HostUserInterface:
    """`$Host.UI`."""

    def __init__(self, runspace: Runspace) -> None:
        self.runspace = runspace

    @clr_method("Write", "string value -> void")
    def write(self, value: str) -> None:
        """Show text."""
        self.runspace.host.write(value)

    @clr_method("WriteLine", "string value = null -> void")
    def write_line(self, value: str | None = None) -> None:
        """Show a line."""
        self.runspace.host.write((value or "") + "\n")

    @clr_method("WriteErrorLine", "string value -> void")
    def write_error_line(self, value: str) -> None:
        """Show a line of an error."""
        self.runspace.host.write_error_line(value)

    @clr_method("WriteWarningLine", "string message -> void")
    def write_warning_line(self, message: str) -> None:
        """Show a warning."""
        self.runspace.host.write_warning_line("WARNING: " + message)

    @clr_method("WriteVerboseLine", "string message -> void")
    def write_verbose_line(self, message: str) -> None:
        """Show a verbose line."""
        self.runspace.host.write_warning_line("VERBOSE: " + message)

    @clr_method("WriteDebugLine", "string message -> void")
    def write_debug_line(self, message: str) -> None:
        """Show a debug line."""
        self.runspace.host.write_warning_line("DEBUG: " + message)

    @clr_method("ReadLine", "-> string")
    def read_line(self) -> str:
        """Ask for a line."""
        return self.runspace.host.read_line()

    @clr_property("RawUI")
    def raw_ui(self) -> Value:
        """The console's size and title."""
        return RawInterface(self.runspace)


@clr_class(_AUTOMATION + "Host.PSHostRawUserInterface", properties="WindowTitle:string=rw")
class RawInterface:
    """`$Host.UI.RawUI`."""

    def __init__(self, runspace: Runspace) -> None:
        self.runspace = runspace
        self.window_title = runspace.host.name

    @clr_property("BufferSize")
    def buffer_size(self) -> Value:
        """Width and height in characters."""
        return PSCustomObject({"Width": self.runspace.host.columns, "Height": 50})

    @clr_property("WindowSize")
    def window_size(self) -> Value:
        """Width and height in characters."""
        return self.buffer_size()

    @clr_method("Clear", "-> void")
    def clear(self) -> None:
        """Clear the console."""
        self.runspace.host.clear_screen()


def host_object(runspace: Runspace) -> HostView:
    """Return `$Host`."""
    known = runspace.state.get("host_view")
    if known is None:
        known = runspace.state["host_view"] = HostView(runspace)
    view: HostView = known
    return view


__all__ = ["EngineIntrinsics", "host_object"]
