"""InvocationInfo and CallStackFrame as scripts see them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from shell.engine.run.invocation import InvocationInfo, StackFrame
from shell.engine.run.scope import display_name
from shell.lazy import lazy
from shell.machine import path_text
from shell.types.conversion.conversion import to_bool
from shell.types.conversion.text import to_string
from shell.types.registry.declarations import clr_class, clr_method, clr_property
from shell.values.objects import Hashtable, Value

if TYPE_CHECKING:
    from shell.engine.run import bound
else:
    bound = lazy("shell.engine.run.bound", globals())


_AUTOMATION = "System.Management.Automation."


@clr_class(_AUTOMATION + "InvocationInfo", python_class=InvocationInfo)
class InvocationMembers:
    """Members of InvocationInfo."""

    @clr_property("MyCommand", _AUTOMATION + "CommandInfo")
    def my_command(self: Any) -> Value:
        """Return what was called."""
        return self.command

    @clr_property("BoundParameters", "object")
    def bound_parameters(self: Any) -> Value:
        """Return the parameters that were given."""
        return bound.BoundParameters(self.bound.items())

    @clr_property("UnboundArguments", "object")
    def unbound_arguments(self: Any) -> Value:
        """Return the arguments that no parameter took."""
        return list(self.unbound)

    @clr_property("ScriptLineNumber", "int")
    def script_line_number(self: Any) -> int:
        """Return the line, 1-based."""
        number: int = self.script_line_number
        return number

    @clr_property("OffsetInLine", "int")
    def offset_in_line(self: Any) -> int:
        """Return the column, 1-based."""
        number: int = self.offset_in_line
        return number

    @clr_property("HistoryId", "long")
    def history_id(self: Any) -> int:
        """Return the command's number in the history."""
        number: int = self.history_id
        return number

    @clr_property("ScriptName", "string")
    def script_name(self: Any) -> str:
        """Return the script's path."""
        text: str = self.script_name
        return text

    @clr_property("Line", "string")
    def line(self: Any) -> str:
        """Return the source line."""
        text: str = self.line
        return text

    @clr_property("Statement", "string")
    def statement(self: Any) -> str:
        """Return the text of the call."""
        text: str = self.statement
        return text

    @clr_property("PositionMessage", "string")
    def position_message(self: Any) -> str:
        """Return the place with its source line."""
        text: str = self.position_message
        return text

    @clr_property("PSScriptRoot", "string")
    def ps_script_root(self: Any) -> str:
        """Return the script's folder."""
        folder: str = path_text.dirname(self.script_name)
        return folder

    @clr_property("PSCommandPath", "string")
    def ps_command_path(self: Any) -> str:
        """Return the script's path."""
        text: str = self.script_name
        return text

    @clr_property("InvocationName", "string")
    def invocation_name(self: Any) -> str:
        """Return the name that was used."""
        text: str = self.invocation_name
        return text

    @clr_property("PipelineLength", "int")
    def pipeline_length(self: Any) -> int:
        """Return how many commands the pipeline has."""
        number: int = self.pipeline_length
        return number

    @clr_property("PipelinePosition", "int")
    def pipeline_position(self: Any) -> int:
        """Return the command's place in the pipeline, 1-based."""
        number: int = self.pipeline_position
        return number

    @clr_property("ExpectingInput", "bool")
    def expecting_input(self: Any) -> bool:
        """True if objects come down the pipeline."""
        truth: bool = self.expecting_input
        return truth

    @clr_property("CommandOrigin", "object")
    def command_origin(self: Any) -> Value:
        """`Internal` or `Runspace`."""
        return self.command_origin

    @clr_property("DisplayScriptPosition", "object")
    def display_script_position(self: Any) -> Value:
        """Return the extent that an error underlines."""
        return self.display_extent


@clr_class(_AUTOMATION + "CallStackFrame", python_class=StackFrame)
class StackFrameMembers:
    """Members of CallStackFrame."""

    @clr_property("FunctionName", "string")
    def function_name(self: Any) -> str:
        """Return the function."""
        text: str = self.function_name
        return text

    @clr_property("ScriptName", "string")
    def script_name(self: Any) -> Value:
        """Return the script's path."""
        return self.extent.file if self.extent is not None else None

    @clr_property("ScriptLineNumber", "int")
    def script_line_number(self: Any) -> int:
        """Return the line that runs."""
        return self.extent.start_line if self.extent is not None else 0

    @clr_property("InvocationInfo", _AUTOMATION + "InvocationInfo")
    def invocation_info(self: Any) -> Value:
        """Return the call."""
        return self.frame.invocation() if self.frame is not None else None

    @clr_property("Position", _AUTOMATION + "Language.IScriptExtent")
    def position(self: Any) -> Value:
        """Return the extent of the statement that runs."""
        return self.extent

    @clr_property("Command", "string")
    def command(self: Any) -> str:
        """Return the command, or `<ScriptBlock>`."""
        command = self.frame.command if self.frame is not None else None
        text: str = command.name if command is not None and command.name else self.function_name
        return text

    @clr_property("Location", "string")
    def location(self: Any) -> str:
        """Return the file's name and the line."""
        return _location(self)

    @clr_property("Arguments", "string")
    def arguments(self: Any) -> str:
        """Return what the command was called with, as `{name=value, value}`."""
        if self.frame is None:
            return "{}"
        call = self.frame.invocation()
        given = [f"{name}={to_string(value) if to_bool(value) else ''}" for name, value in call.bound.items()]
        given += [to_string(value) if to_bool(value) else "$null" for value in call.unbound]
        return "{" + ", ".join(given) + "}"

    @clr_method("GetFrameVariables", "-> System.Collections.Generic.Dictionary[string,object]", session=True)
    def get_frame_variables(self: Any, session: Any) -> Value:
        """Return the variables that the command sees, by name."""
        scope = self.frame.caller if self.frame is not None and self.frame.caller is not None else session.scope
        found = {display_name(key): value for each in scope.chain() for key, value in each.items()}
        return Hashtable(found.items())

    @clr_method("GetScriptLocation", "-> string")
    def get_script_location(self: Any) -> str:
        """Return file and line."""
        return _location(self)


def _location(frame: StackFrame) -> str:
    if frame.extent is None or frame.extent.file is None:
        return "<No file>"
    return f"{path_text.basename(frame.extent.file)}: line {frame.extent.start_line}"


__all__ = ["InvocationMembers", "StackFrameMembers"]
