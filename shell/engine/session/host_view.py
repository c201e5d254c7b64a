"""`$Host`: the console as scripts see it, with its prompts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from shell import types
from shell.lazy import lazy
from shell.machine.host import TITLE, Choice, not_interactive
from shell.types import named
from shell.types.conversion.conversion import convert
from shell.types.registry.declarations import clr_class, clr_constructor, clr_method, clr_property
from shell.types.registry.enumeration import enum_value
from shell.values.errors import ArgumentException, ArgumentOutOfRangeException
from shell.values.flow import ExitRequest
from shell.values.objects import Hashtable, PSCustomObject, Value

if TYPE_CHECKING:
    from shell.dotnet.security import credentials
    from shell.dotnet.system import keys
    from shell.engine.session.runspace import Runspace
    from shell.types.members import access
else:
    credentials = lazy("shell.dotnet.security.credentials", globals())
    keys = lazy("shell.dotnet.system.keys", globals())
    access = lazy("shell.types.members.access", globals())

_HOST: Final = "System.Management.Automation.Host."
_CHOICES: Final = f"System.Collections.ObjectModel.Collection[{_HOST}ChoiceDescription] choices"
_COLOR: Final = "System.ConsoleColor"
_NO_ECHO, _KEY_DOWN, _KEY_UP = 2, 4, 8
"""Of System.Management.Automation.Host.ReadKeyOptions."""


@clr_class(_HOST + "ChoiceDescription", properties="Label:string HelpMessage:string=rw")
class ChoiceDescription:
    """One answer of a question, as scripts make it."""

    @clr_constructor("string label")
    @clr_constructor("string label, string helpMessage")
    def __init__(self, label: str, help_message: str = "") -> None:
        if not label:
            raise ArgumentException("The value of argument \"label\" is null or empty. (Parameter 'label')")
        self.label = label
        self.help_message = help_message

    def __str__(self) -> str:
        return _HOST + "ChoiceDescription"


@clr_class(
    _HOST + "FieldDescription",
    properties="Name:string Label:string=rw HelpMessage:string=rw IsMandatory:bool=rw DefaultValue:psobject=rw"
    " ParameterTypeName:string",
)
class FieldDescription:
    """One value that a script asks for."""

    @clr_constructor("string name")
    def __init__(self, name: str) -> None:
        self.name = name
        self.label = ""
        self.help_message = ""
        self.is_mandatory = True
        self.default_value: Value = None
        self.parameter_type_name = "String"

    def __str__(self) -> str:
        return _HOST + "FieldDescription"

    @clr_method("SetParameterType", "type parameterType -> void")
    def set_parameter_type(self, parameter_type: Any) -> None:
        """Say what kind of value is wanted."""
        self.parameter_type_name = parameter_type.name


@clr_class(_HOST + "Size", "System.ValueType", "Width:int=rw Height:int=rw", is_value_type=True)
class Size:
    """Columns and rows."""

    @clr_constructor("int width, int height")
    def __init__(self, width: int, height: int) -> None:
        self.width = width
        self.height = height

    def __str__(self) -> str:
        return f"{self.width},{self.height}"


@clr_class(_HOST + "Coordinates", "System.ValueType", "X:int=rw Y:int=rw", is_value_type=True)
class Coordinates:
    """A place on the console."""

    @clr_constructor("int x, int y")
    def __init__(self, x: int, y: int) -> None:
        self.x = x
        self.y = y

    def __str__(self) -> str:
        return f"{self.x},{self.y}"


@clr_class(
    "System.Management.Automation.Internal.Host.InternalHost",
    properties="Name:string Version:version InstanceId:guid CurrentCulture:object CurrentUICulture:object",
)
class HostView:
    """`$Host`."""

    def __init__(self, runspace: Runspace) -> None:
        self.runspace = runspace
        self.name = runspace.host.name
        self.version: Value = convert("7.6.5", types.named("System.Version"))
        self.instance_id: Value = access.call_static(types.named("System.Guid"), "NewGuid", [], runspace)
        culture = types.resolve("System.Globalization.CultureInfo")
        self.current_culture: Value = (
            access.call_static(culture, "GetCultureInfo", ["en-US"], runspace) if culture is not None else "en-US"
        )
        self.current_ui_culture: Value = self.current_culture

    @clr_property("UI")
    def ui(self) -> Value:
        """What writes to the console."""
        return HostUserInterface(self.runspace)

    @clr_property("PrivateData")
    def private_data(self) -> Value:
        """Return the console's colours, which cannot be changed."""
        return PSCustomObject({})

    @clr_property("DebuggerEnabled", "bool")
    def debugger_enabled(self) -> bool:
        """There is no debugger."""
        return False

    @clr_property("IsRunspacePushed", "bool")
    def is_runspace_pushed(self) -> bool:
        """Whether Enter-PSSession entered a session."""
        return "entered computer" in self.runspace.state

    @clr_method("SetShouldExit", "int exitCode -> void")
    def set_should_exit(self, exit_code: int) -> None:
        """End the session."""
        raise ExitRequest(exit_code)

    @clr_method("EnterNestedPrompt", "-> void")
    def enter_nested_prompt(self) -> None:
        """Open a prompt inside the running command."""
        enter: Any = getattr(self.runspace.host, "enter_nested_prompt", None)
        if enter is None:
            raise not_interactive()
        enter()


@clr_class("System.Management.Automation.Internal.Host.InternalHostUserInterface")
class HostUserInterface:
    """`$Host.UI`."""

    def __init__(self, runspace: Runspace) -> None:
        self.runspace = runspace

    @clr_property("SupportsVirtualTerminal", "bool")
    def supports_virtual_terminal(self) -> bool:
        """True where there is a terminal."""
        return self.runspace.host.interactive

    @clr_property("RawUI")
    def raw_ui(self) -> Value:
        """The console's size and title."""
        return RawInterface(self.runspace)

    # --- showing ---

    @clr_method("Write", "string value -> void")
    def write(self, value: str) -> None:
        """Show text."""
        self.runspace.host.write(value)

    @clr_method("Write", f"{_COLOR} foregroundColor, {_COLOR} backgroundColor, string value -> void")
    def write_coloured(self, foreground_color: Value, background_color: Value, value: str) -> None:
        """Show text in colours."""
        self.runspace.host.write(value, str(foreground_color), str(background_color))

    @clr_method("WriteLine", "-> void")
    @clr_method("WriteLine", "string value -> void")
    def write_line(self, value: str = "") -> None:
        """Show a line."""
        self.runspace.host.write((value or "") + "\n")

    @clr_method("WriteLine", f"{_COLOR} foregroundColor, {_COLOR} backgroundColor, string value -> void")
    def write_line_coloured(self, foreground_color: Value, background_color: Value, value: str) -> None:
        """Show a line in colours."""
        self.runspace.host.write((value or "") + "\n", str(foreground_color), str(background_color))

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

    @clr_method("WriteInformation", "System.Management.Automation.InformationRecord record -> void")
    def write_information(self, record: Value) -> None:
        """The record went to its stream already: the console shows nothing more."""

    @clr_method("WriteProgress", "long sourceId, System.Management.Automation.ProgressRecord record -> void")
    def write_progress(self, source_id: int, record: Value) -> None:
        """Show how far something has come."""
        self.runspace.host.progress(record)

    # --- asking ---

    @clr_method("ReadLine", "-> string")
    def read_line(self) -> str:
        """Ask for a line."""
        return self.runspace.host.read_line()

    @clr_method("ReadLineAsSecureString", "-> securestring")
    def read_line_as_secure_string(self) -> Value:
        """Read a line without showing it."""
        return credentials.SecureString(self.runspace.host.read_line(secret=True))

    @clr_method("PromptForChoice", f"string caption, string message, {_CHOICES}, int defaultChoice -> int")
    def prompt_for_choice(self, caption: str, message: str, choices: Value, default_choice: int) -> int:
        """Ask for one of several answers."""
        listed = self._choices(choices)
        if not -1 <= default_choice < len(listed):
            raise ArgumentOutOfRangeException(
                f'Cannot process argument because the value of argument "defaultChoice" is not valid. '
                f"(Parameter 'defaultChoice')\nActual value was {default_choice}."
            )
        self._need_answers(message)
        return self.runspace.host.choose(caption or "", message or "", listed, default_choice)

    def _choices(self, choices: Value) -> list[Choice]:
        listed = [Choice(each.label, each.help_message or "") for each in choices or ()]
        if not listed:
            raise ArgumentException(
                "Cannot process argument because the value of argument \"choices\" is empty. (Parameter 'choices')"
            )
        return listed

    @clr_method(
        "Prompt",
        f"string caption, string message, System.Collections.ObjectModel.Collection[{_HOST}FieldDescription]"
        " descriptions -> object",
    )
    def prompt(self, caption: str, message: str, descriptions: Value) -> Value:
        """Ask for several values by name."""
        host = self.runspace.host
        self._need_answers(message)
        host.write("".join(f"{line}\n" for line in ("", caption, message) if line is not None))
        answers = [(each.name, self._field(each)) for each in descriptions]
        return Hashtable(answers)

    def _field(self, field: FieldDescription) -> Value:
        secret = field.parameter_type_name == "SecureString"
        answer = self.runspace.host.read_line(f"{field.label.replace('&', '') or field.name}: ", secret=secret)
        if secret:
            return credentials.SecureString(answer)
        if not answer and field.default_value is not None:
            return field.default_value
        wanted = types.resolve(field.parameter_type_name)
        return answer if wanted is None else convert(answer, wanted)

    @clr_method(
        "PromptForCredential",
        "string caption, string message, string userName, string targetName -> pscredential",
    )
    def prompt_for_credential(self, caption: str, message: str, user_name: str, target_name: str) -> Value:
        """Ask for a name and a password."""
        host = self.runspace.host
        self._need_answers(message)
        host.write("".join(f"{line}\n" for line in ("", caption, message) if line is not None))
        name = user_name or host.read_line("User: ")
        password = host.read_line(f"Password for user {name}: ", secret=True)
        host.write("\n")
        return credentials.PSCredential(name, credentials.SecureString(password))

    def _need_answers(self, message: str) -> None:
        if not self.runspace.host.interactive:
            raise not_interactive(message)


def show_title(runspace: Runspace, title: Value) -> None:
    """Name the terminal's window, where the host has one."""
    show = getattr(runspace.host, "set_title", None)
    if show is not None:
        show(title)


@clr_class(
    "System.Management.Automation.Internal.Host.InternalHostRawUserInterface",
    properties=f"ForegroundColor:{_COLOR}=rw BackgroundColor:{_COLOR}=rw"
    f" CursorPosition:{_HOST}Coordinates=rw WindowPosition:{_HOST}Coordinates=rw CursorSize:int=rw",
)
class RawInterface:
    """`$Host.UI.RawUI`."""

    def __init__(self, runspace: Runspace) -> None:
        color = named(_COLOR)
        self.runspace = runspace
        self.foreground_color = enum_value(color, -1 if runspace.host.interactive else 7)
        self.background_color = enum_value(color, -1 if runspace.host.interactive else 0)
        self.cursor_position = Coordinates(0, 0)
        self.window_position = Coordinates(0, 0)
        self.cursor_size = 25

    def _set_window_title(self, title: Value) -> None:
        self.runspace.registries.process.settings[TITLE] = title
        show_title(self.runspace, title)

    @clr_property("WindowTitle", "string", setter=_set_window_title)
    def window_title(self) -> Value:
        """The name of the terminal's window, which `[Console]::Title` is too."""
        return self.runspace.registries.process.settings.get(TITLE, self.runspace.host.name)

    @clr_property("BufferSize", _HOST + "Size")
    def buffer_size(self) -> Value:
        """Width and height in characters."""
        host = self.runspace.host
        return Size(host.columns, getattr(host, "rows", 0) or 50)

    @clr_property("WindowSize", _HOST + "Size")
    def window_size(self) -> Value:
        """Width and height in characters."""
        return self.buffer_size()

    @clr_property("MaxWindowSize", _HOST + "Size")
    def max_window_size(self) -> Value:
        """Width and height in characters."""
        return self.buffer_size()

    @clr_property("MaxPhysicalWindowSize", _HOST + "Size")
    def max_physical_window_size(self) -> Value:
        """Width and height in characters."""
        return self.buffer_size()

    @clr_property("KeyAvailable", "bool")
    def key_available(self) -> bool:
        """Whether a key waits."""
        return self.runspace.host.key_available()

    @clr_method("ReadKey", f"-> {_HOST}KeyInfo")
    @clr_method("ReadKey", f"{_HOST}ReadKeyOptions options -> {_HOST}KeyInfo")
    def read_key(self, options: Any = _KEY_DOWN) -> Value:
        """Wait for a key. One that is to be seen when it goes up has gone up at once: terminals do not tell."""
        wanted = int(options)
        if not wanted & (_KEY_DOWN | _KEY_UP):
            raise ArgumentException(
                "Cannot read keyboard options. To read options, set one or both of the following: IncludeKeyDown, "
                "IncludeKeyUp. (Parameter 'options')"
            )
        key = self.runspace.host.read_key(echo=not wanted & _NO_ECHO)
        return keys.key_info(key, down=bool(wanted & _KEY_DOWN))

    @clr_method("Clear", "-> void")
    def clear(self) -> None:
        """Clear the console."""
        self.runspace.host.clear_screen()

    @clr_method("FlushInputBuffer", "-> void")
    def flush_input_buffer(self) -> None:
        """Discard waiting key presses."""
        self.runspace.host.flush_keys()


def host_object(runspace: Runspace) -> HostView:
    """Return `$Host`."""
    known = runspace.state.get("host_view")
    if known is None:
        known = runspace.state["host_view"] = HostView(runspace)
    view: HostView = known
    return view


__all__ = ["ChoiceDescription", "FieldDescription", "HostView", "host_object"]
