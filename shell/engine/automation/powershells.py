"""System.Management.Automation.PowerShell: commands that a script builds and runs in this process.

All runs are synchronous, even BeginInvoke: its result is complete when the script gets it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final

from shell.dotnet.collections.listing import items_of
from shell.dotnet.collections.object_model import collection
from shell.dotnet.net.async_results import ASYNC_PROPERTIES, AsyncResult
from shell.engine.automation.invocation_settings import InvocationSettings, left_by
from shell.engine.automation.pscommand import Building, Command, CommandList, PSCommand
from shell.engine.automation.psdata import DataCollection, DataStreams, InvocationStateInfo
from shell.engine.automation.runspaces import Runspace, RunspacePool, inside
from shell.engine.run.calls import stage_for
from shell.engine.run.frame import CallSite
from shell.engine.run.pipeline import run_pipeline
from shell.types import named
from shell.types.conversion.conversion import convert
from shell.types.registry.declarations import attach, clr_class, clr_method, clr_property
from shell.values.errors import (
    ArgumentException,
    ErrorCategory,
    ErrorRecord,
    IncompleteParseException,
    MethodInvocationException,
    NetException,
    ParseException,
    PSInvalidOperationException,
    record_of,
)
from shell.values.exceptions import CLASSES
from shell.values.flow import ControlFlow, DownstreamFailure, ExitRequest, StopUpstream
from shell.values.objects import Value

_AUTOMATION: Final = "System.Management.Automation."
_POWERSHELL: Final = _AUTOMATION + "PowerShell"


@clr_class(_AUTOMATION + "PowerShellAsyncResult", interfaces="System.IAsyncResult")
class ShellResult(AsyncResult):
    """The result of BeginInvoke, which is always completed."""

    def __init__(self, output: Value, error: NetException | None) -> None:
        super().__init__()
        self.output = output
        self.error = error


def _set_commands(shell: Any, value: Any) -> None:
    shell.statements = [CommandList(each) for each in value.statements]


def _set_runspace(shell: Any, value: Value) -> None:
    shell.set_runspace(value)


@clr_class(
    _POWERSHELL,
    properties="HadErrors:bool IsNested:bool InstanceId:guid IsRunspaceOwner:bool HistoryString:string=rw",
    interfaces="System.IDisposable",
)
class PowerShell(Building):
    """Commands, the runspace that runs them, and their streams."""

    is_nested = False
    history_string = ""

    def __init__(self, parent: Any, runspace: Runspace | None = None, *, nested: bool = False) -> None:
        import uuid

        self.parent = parent
        self.statements = [CommandList()]
        self.streams = DataStreams()
        self.place: Any = runspace
        self.is_runspace_owner = runspace is None
        self.is_nested = nested
        self.had_errors = False
        self.instance_id = convert(str(uuid.uuid4()), named("System.Guid"))
        self.state = InvocationStateInfo("NotStarted")
        self.disposed = False

    # --- making ---

    @clr_method("Create", f"-> {_POWERSHELL}", static=True, session=True)
    @staticmethod
    def create(session: Any) -> PowerShell:
        """Create an object with its own runspace."""
        return PowerShell(session)

    @clr_method("Create", f"{_AUTOMATION}RunspaceMode runspace -> {_POWERSHELL}", static=True, session=True)
    @staticmethod
    def create_in(session: Any, mode: Value) -> PowerShell:
        """Create an object that runs in this session or in a new one."""
        if int(mode) == 0:
            return PowerShell(session, Runspace.of(session), nested=True)
        return PowerShell(session)

    @clr_method("Create", f"{_AUTOMATION}Runspaces.Runspace runspace -> {_POWERSHELL}", static=True, session=True)
    @staticmethod
    def create_with(session: Any, runspace: Any) -> PowerShell:
        """Create an object that runs in the given runspace."""
        return PowerShell(session, runspace)

    @clr_method(
        "Create",
        f"{_AUTOMATION}Runspaces.InitialSessionState initialSessionState -> {_POWERSHELL}",
        static=True,
        session=True,
    )
    @staticmethod
    def create_from(session: Any, state: Any) -> PowerShell:
        """Create an object whose runspace starts with an InitialSessionState."""
        made = PowerShell(session, Runspace(session, state))
        made.place.open()
        return made

    # --- properties ---

    @clr_property("Streams", _AUTOMATION + "PSDataStreams")
    def data_streams(self) -> Value:
        """Return the streams of the commands."""
        return self.streams

    @clr_property("Commands", _AUTOMATION + "PSCommand", setter=_set_commands)
    def commands(self) -> Value:
        """The commands."""
        made = PSCommand()
        made.statements = self.statements
        return made

    @clr_property("InvocationStateInfo", _AUTOMATION + "PSInvocationStateInfo")
    def invocation_state_info(self) -> Value:
        """Return the state of the invocation."""
        return self.state

    @clr_property("Runspace", _AUTOMATION + "Runspaces.Runspace", setter=_set_runspace)
    def runspace(self) -> Value:
        """Return the runspace of the commands."""
        return self._place() if not isinstance(self.place, RunspacePool) else None

    @clr_property("RunspacePool", _AUTOMATION + "Runspaces.RunspacePool", setter=_set_runspace)
    def runspace_pool(self) -> Value:
        """Return the pool whose runspaces run the commands."""
        return self.place if isinstance(self.place, RunspacePool) else None

    def set_runspace(self, runspace: Value) -> None:
        """Set the runspace of the commands."""
        self.place = runspace
        self.is_runspace_owner = False

    def _place(self) -> Runspace:
        if self.place is None:
            self.place = Runspace(self.parent)
            self.place.open()
        found: Runspace = self.place.one if isinstance(self.place, RunspacePool) else self.place
        return found

    # --- running ---

    @clr_method("Invoke", "-> System.Collections.ObjectModel.Collection[psobject]")
    def invoke(self) -> Value:
        """Run the commands and return their output."""
        return self._run(None)

    @clr_method("Invoke", "System.Collections.IEnumerable input -> System.Collections.ObjectModel.Collection[psobject]")
    def invoke_with(self, input: Value) -> Value:
        """Run the commands with input objects."""
        return self._run(None if input is None else items_of(input, "input"), count=1)

    @clr_method("Invoke", "System.Collections.IEnumerable input, System.Collections.IList output -> void")
    def invoke_into(self, input: Value, output: Any) -> None:
        """Run the commands and add their output to a list."""
        output.extend(self._run(None if input is None else items_of(input, "input"), count=2))

    @clr_method(
        "Invoke",
        f"System.Collections.IEnumerable input, {_AUTOMATION}PSInvocationSettings settings"
        " -> System.Collections.ObjectModel.Collection[psobject]",
    )
    def invoke_by(self, input: Value, settings: InvocationSettings | None) -> Value:
        """Run the commands with settings."""
        return self._run(None if input is None else items_of(input, "input"), settings, 2)

    @clr_method(
        "Invoke",
        "System.Collections.IEnumerable input, System.Collections.IList output,"
        f" {_AUTOMATION}PSInvocationSettings settings -> void",
    )
    def invoke_into_by(self, input: Value, output: Any, settings: InvocationSettings | None) -> None:
        """Run the commands with settings and add their output to a list."""
        output.extend(self._run(None if input is None else items_of(input, "input"), settings, 3))

    @clr_method("BeginInvoke", "-> object")
    @clr_method("BeginInvoke", "object input -> object")
    @clr_method("BeginInvoke", "object input, object output -> object")
    def begin_invoke(self, input: Value = None, output: Any = None) -> Value:
        """Run the commands; EndInvoke returns the output or throws the error."""
        try:
            found = self._run(items_of(input, "input") if input is not None else None)
        except NetException as error:
            return ShellResult(None, error)
        if output is not None:
            output.extend(found)
        return ShellResult(DataCollection(found.element_type, found), None)

    @clr_method("EndInvoke", "object asyncResult -> object")
    def end_invoke(self, result: Any) -> Value:
        """Return the output of a run, or raise its error."""
        if not isinstance(result, ShellResult):
            raise ArgumentException(
                "asyncResult does not correspond to an operation of this object. (Parameter 'asyncResult')"
                if result is not None
                else "Value cannot be null. (Parameter 'asyncResult')"
            )
        if result.error is not None:
            inner = result.error.inner if isinstance(result.error, MethodInvocationException) else result.error
            raise self._wrapped("EndInvoke", 1, inner or result.error)
        return result.output

    @clr_method("Stop", "-> void")
    def stop(self) -> None:
        """Do nothing: no run is in progress when a script calls this."""

    @clr_method("Dispose", "-> void")
    def dispose(self) -> None:
        """Close the object's own runspace."""
        if self.is_runspace_owner and self.place is not None:
            self.place.close()
        self.disposed = True

    def _run(self, input: Iterable[Value] | None, settings: InvocationSettings | None = None, count: int = 0) -> Any:
        """Run the commands. `count`, the number of the script's arguments, is part of the error text."""
        if settings is not None:
            settings.check()
        if self.disposed:
            raise CLASSES["System.ObjectDisposedException"](
                'Cannot perform operation because object "PowerShell" has already been disposed.'
            )
        if not any(self.statements):
            raise PSInvalidOperationException("No commands are specified.")
        engine = self._place().opened()
        if self.is_nested:
            return self._run_in(engine, input, settings, count)
        with inside(engine):
            return self._run_in(engine, input, settings, count)

    def _run_in(
        self, engine: Any, input: Iterable[Value] | None, settings: InvocationSettings | None, count: int
    ) -> Any:
        output: list[Value] = []
        streams, scope, propagates = engine.streams, engine.scope, engine.propagates
        engine.streams, engine.propagates = self.streams.sinks(), False
        if not self.is_nested:
            engine.scope = engine.global_scope
        before = len(self.streams.error)  # type: ignore[attr-defined]
        preference = engine.get_variable("ErrorActionPreference")
        exposed = settings is not None and settings.expose_flow_control_exceptions
        try:
            if settings is not None and settings.error_action_preference is not None:
                engine.set_variable("ErrorActionPreference", settings.error_action_preference)
            for statement in self.statements:
                if statement:
                    self._run_statement(engine, statement, input, output, exposed)
            self.state = InvocationStateInfo("Completed")
        except NetException as error:
            self.state = InvocationStateInfo("Failed", error)
            self.had_errors = True
            engine.remember_error(_record(error))
            raise self._wrapped("Invoke", count, error) from None
        finally:
            if settings is not None and settings.error_action_preference is not None:
                engine.set_variable("ErrorActionPreference", preference)
            engine.streams, engine.scope, engine.propagates = streams, scope, propagates
            self.had_errors = self.had_errors or len(self.streams.error) > before  # type: ignore[attr-defined]
        return collection(output)

    def _run_statement(
        self,
        engine: Any,
        statement: CommandList,
        input: Iterable[Value] | None,
        output: list[Value],
        exposed: bool,
    ) -> None:
        stages: list[Any] = []
        out: Callable[[Value], None] = output.append
        count = len(statement)
        for place in range(count - 1, -1, -1):
            stage = self._stage(engine, statement[place], place, count, input is not None, out)
            stages.insert(0, stage)
            out = stage.process
        try:
            run_pipeline(stages, input, engine.scope)
        except DownstreamFailure as failure:
            raise failure.error from None
        except (ControlFlow, StopUpstream, ExitRequest) as way:
            shown = left_by(way) if exposed else None
            if shown is not None:
                raise shown from None

    def _stage(self, engine: Any, command: Command, place: int, count: int, fed: bool, out: Any) -> Any:
        last = place == count - 1
        if command.is_script:
            text = str(command.command_text)
            target: Any = _whole(engine, text)
            site = CallSite(None, "", place + 1, count)
            return stage_for(
                engine.scope, target, list(command.arguments), site, out, last=last, dot=not command.use_local_scope
            )
        info: Any = command.info if command.info is not None else engine.commands.resolve(command.command_text)
        while info.kind == "Alias":
            info = info.resolve()
        offset = 2 if fed else 1
        site = CallSite(None, str(command.command_text), place + offset, count + offset - 1)
        return stage_for(engine.scope, info, list(command.arguments), site, out, last=last)

    def _wrapped(self, method: str, count: int, error: NetException) -> NetException:
        """Return the error that the script sees for an error that ended the run."""
        return MethodInvocationException(
            f'Exception calling "{method}" with "{count}" argument(s): "{error.message}"',
            inner=error,
            error_id=type(error).clr_name.rpartition(".")[2],
        )


def _record(error: NetException) -> ErrorRecord:
    return record_of(error)


attach(named(_POWERSHELL), Building)
attach(named(_AUTOMATION + "PowerShellAsyncResult"), AsyncResult, ASYNC_PROPERTIES)

__all__ = ["PowerShell"]


def _whole(engine: Any, text: str) -> Any:
    """Parse the text of a command. An incomplete text raises IncompleteParseException."""
    try:
        return engine.parse_block(text)
    except ParseException as error:
        first = error.parse_errors[0]
        if not first.incomplete:
            raise
        raise IncompleteParseException(
            first.message, error_id=first.error_id, category=ErrorCategory.ParserError
        ) from None
