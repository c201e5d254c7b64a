"""Runspaces that scripts create: further sessions in this process, with the commands of the creating one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, Final
from weakref import WeakSet, ref

from shell.engine.session.runspace import Runspace as Engine
from shell.lazy import lazy
from shell.machine.host import QuietHost
from shell.types import named
from shell.types.conversion.conversion import convert
from shell.types.registry.declarations import clr_class, clr_constructor, clr_method, clr_property
from shell.values import current_culture
from shell.values.errors import NotEmulatedException
from shell.values.exceptions import CLASSES
from shell.values.objects import Value
from shell.values.registries import entered

if TYPE_CHECKING:
    from shell.engine.automation import powershells
    from shell.engine.session import session_state
else:
    powershells = lazy("shell.engine.automation.powershells", globals())
    session_state = lazy("shell.engine.session.session_state", globals())


_RUNSPACES: Final = "System.Management.Automation.Runspaces."
_STATE: Final = _RUNSPACES + "RunspaceState"


def _enum(name: str, text: str) -> Value:
    return convert(text, named(_RUNSPACES + name))


def _next_number(parent: Engine) -> int:
    """Return the number of a new runspace of this process; the session's own is the first."""
    settings = parent.registries.process.settings
    settings["last runspace"] = settings.get("last runspace", 1) + 1
    number: int = settings["last runspace"]
    return number


def make_engine(parent: Engine, host: Any = None, *, own_process: bool = False) -> Engine:
    """Return a fresh session with the commands, the organization and the location of another one.

    With `own_process` it has its own copy of the state that .NET keeps for a process (environment, accelerators).
    """
    process = parent.registries.process
    made = Engine(
        host if host is not None else QuietHost(parent.host.columns), process.copy() if own_process else process
    )
    made.location = parent.location
    made.family = parent.family
    made.family.add(made)
    made.supply = lambda: (parent.organization, parent.services)
    if parent.equip is not None:
        parent.equip(made)
    _close_with(parent, made)
    return made


def _close_with(parent: Engine, made: Engine) -> None:
    """Close a runspace together with its creator. A runspace that is closed or freed earlier leaves nothing behind in
    it.
    """

    def close() -> None:
        engine = made_by_then()
        if engine is not None:
            engine.close()

    def forget(_: object = None) -> None:
        with suppress(ValueError):
            parent.on_close.remove(close)

    made_by_then = ref(made, forget)
    parent.on_close.append(close)
    made.on_close.append(forget)


@contextmanager
def inside(engine: Engine) -> Iterator[None]:
    """Put a runspace's tables in force within the block, with the culture of a new thread, as in .NET."""
    with entered(engine.registries), current_culture.of_new_thread():
        yield


@clr_class(_RUNSPACES + "SessionStateVariableEntry", properties="Name:string Value:object Description:string")
class VariableEntry:
    """A variable of an InitialSessionState."""

    @clr_constructor("string name, object value, string description")
    @clr_constructor("string name, object value, string description, object options")
    def __init__(self, name: str, value: Value, description: str, options: Value = None) -> None:
        self.name = name
        self.value = value
        self.description = description


@clr_class(_RUNSPACES + "SessionStateFunctionEntry", properties="Name:string Definition:string")
class FunctionEntry:
    """A function of an InitialSessionState."""

    @clr_constructor("string name, string definition")
    def __init__(self, name: str, definition: str) -> None:
        self.name = name
        self.definition = definition


class Entries(list[Any]):
    """The entries of one kind in an InitialSessionState."""

    __slots__ = ()


@clr_class(_RUNSPACES + "InitialSessionStateEntryCollection", python_class=Entries)
class _EntryMembers:
    @clr_method("Add", "object item -> void")
    def add(self: Any, item: Value) -> None:
        self.extend(item if isinstance(item, list) else [item])

    @clr_method("Clear", "-> void")
    def clear(self: Any) -> None:
        self.clear()

    @clr_property("Count", "int")
    def count(self: Any) -> int:
        return len(self)


@clr_class(
    _RUNSPACES + "InitialSessionState",
    properties="Variables:object Commands:object ImportedModules:object LanguageMode:object=rw"
    " ExecutionPolicy:object=rw ThreadOptions:object=rw ApartmentState:object=rw",
)
class InitialSessionState:
    """Variables, functions and modules that a new runspace starts with, besides the commands of every session."""

    def __init__(self) -> None:
        self.variables = Entries()
        self.commands = Entries()
        self.imported_modules: list[str] = []
        self.language_mode = convert("FullLanguage", named("System.Management.Automation.PSLanguageMode"))
        self.execution_policy = convert("Unrestricted", named("Microsoft.PowerShell.ExecutionPolicy"))
        self.thread_options = _enum("PSThreadOptions", "Default")
        self.apartment_state = convert("Unknown", named("System.Threading.ApartmentState"))

    @clr_method("CreateDefault", f"-> {_RUNSPACES}InitialSessionState", static=True)
    @clr_method("CreateDefault2", f"-> {_RUNSPACES}InitialSessionState", static=True)
    @staticmethod
    def create_default() -> InitialSessionState:
        """All commands."""
        return InitialSessionState()

    @clr_method("Create", f"-> {_RUNSPACES}InitialSessionState", static=True)
    @clr_method("CreateRestricted", f"object sessionCapabilities -> {_RUNSPACES}InitialSessionState", static=True)
    @staticmethod
    def create(capabilities: Value = None) -> InitialSessionState:
        """Refused: a session without commands is not emulated."""
        raise NotEmulatedException("Runspaces without the standard commands are not emulated: use CreateDefault.")

    @clr_method("ImportPSModule", "string[] name -> void")
    def import_module(self, name: Any) -> None:
        """Import modules when the runspace opens."""
        self.imported_modules += name

    def apply(self, engine: Engine) -> None:
        """Set a session up."""
        with inside(engine):
            self._apply(engine)

    def _apply(self, engine: Engine) -> None:
        for each in self.variables:
            engine.set_variable(each.name, each.value)
        for each in self.commands:
            engine.invoke(engine.parse_block(f"function global:{each.name} {{ {each.definition} }}"))
        for each in self.imported_modules:
            engine.run_command("Import-Module", each)


@clr_class(_RUNSPACES + "RunspaceStateInfo", properties="State:object Reason:object")
class RunspaceStateInfo:
    """The state, and the error that broke the runspace."""

    def __init__(self, state: Value, reason: Value = None) -> None:
        self.state = state
        self.reason = reason

    def __str__(self) -> str:
        return str(self.state)


@clr_class(_RUNSPACES + "SessionStateProxy")
class SessionStateProxy:
    """Access to variables and paths of a runspace from outside."""

    def __init__(self, runspace: Runspace) -> None:
        self.runspace = runspace

    @clr_method("SetVariable", "string name, object value -> void")
    def set_variable(self, name: str, value: Value) -> None:
        """Set a global variable."""
        self.runspace.opened().set_variable(name, value)

    @clr_method("GetVariable", "string name -> object")
    def get_variable(self, name: str) -> Value:
        """Return a global variable's value."""
        return self.runspace.opened().get_variable(name)

    def _state(self) -> Any:
        opened = self.runspace.opened()
        return session_state.SessionStateView(opened, opened.global_state)

    @clr_property("PSVariable", "object")
    def ps_variable(self) -> Value:
        """Variables by name."""
        return self._state().ps_variable()

    @clr_property("Path", "object")
    def path(self) -> Value:
        """Return the path intrinsics."""
        return self._state().path()

    @clr_property("InvokeCommand", "object")
    def invoke_command(self) -> Value:
        """Commands by name."""
        return self._state().invoke_command()


@clr_class(
    _RUNSPACES + "Runspace",
    properties="Id:int Name:string=rw InstanceId:guid InitialSessionState:object ThreadOptions:object=rw"
    " ApartmentState:object=rw ConnectionInfo:object",
    interfaces="System.IDisposable",
)
class Runspace:
    """System.Management.Automation.Runspaces.Runspace."""

    connection_info = None

    def __init__(
        self, parent: Engine, state: InitialSessionState | None = None, host: Any = None, *, number: int = 0
    ) -> None:
        import uuid

        self.parent = parent
        self.engine: Engine | None = None
        self.initial_session_state = state
        self.host = host
        self.id = number or _next_number(parent)
        self.name = f"Runspace{self.id}"
        self.instance_id = convert(str(uuid.uuid4()), named("System.Guid"))
        self.thread_options = _enum("PSThreadOptions", "Default")
        self.apartment_state = convert("Unknown", named("System.Threading.ApartmentState"))
        self.state = "BeforeOpen"
        parent.state.setdefault("runspaces", WeakSet()).add(self)

    @staticmethod
    def all_of(engine: Engine) -> list[Runspace]:
        """Return the session's own runspace and those that its scripts made, while they are held."""
        made: WeakSet[Runspace] = engine.state.get("runspaces", WeakSet())
        return sorted({Runspace.of(engine), *made}, key=lambda each: each.id)

    @staticmethod
    def of(engine: Engine) -> Runspace:
        """Return the object for a session."""
        known: Runspace | None = engine.state.get("runspace object")
        if known is None:
            known = Runspace(engine, number=1)
            known.engine, known.state = engine, "Opened"
            engine.state["runspace object"] = known
        return known

    def opened(self) -> Engine:
        """Return the session. Raises InvalidRunspaceStateException unless it is open."""
        if self.engine is None or self.state != "Opened":
            raise CLASSES[_RUNSPACES + "InvalidRunspaceStateException"](
                "Cannot perform operation because the runspace is not in the 'Opened' state. Current state of runspace"
                f" is '{self.state}'."
            )
        return self.engine

    @clr_property("RunspaceStateInfo", _RUNSPACES + "RunspaceStateInfo")
    def runspace_state_info(self) -> Value:
        """The state."""
        return RunspaceStateInfo(_enum("RunspaceState", self.state))

    @clr_property("RunspaceAvailability", _RUNSPACES + "RunspaceAvailability")
    def runspace_availability(self) -> Value:
        """Return whether the runspace is free to run a command."""
        current = self.engine is not None and self.engine is self.parent
        word = "Busy" if current else "Available" if self.state == "Opened" else "None"
        return _enum("RunspaceAvailability", word)

    @clr_property("SessionStateProxy", _RUNSPACES + "SessionStateProxy")
    def session_state_proxy(self) -> Value:
        """Its variables."""
        return SessionStateProxy(self)

    @clr_property("Version", "version")
    def version(self) -> Value:
        """The engine's version."""
        return convert("7.6.5.500", named("System.Version"))

    @clr_property("DefaultRunspace", _RUNSPACES + "Runspace", static=True)
    @staticmethod
    def default_runspace(session: Any) -> Value:
        """The runspace that runs the script."""
        return Runspace.of(session)

    @clr_method("Open", "-> void")
    @clr_method("OpenAsync", "-> void")
    def open(self) -> None:
        """Start the session."""
        if self.state != "BeforeOpen":
            raise CLASSES[_RUNSPACES + "InvalidRunspaceStateException"](
                f"Cannot open the runspace because the runspace is not in the BeforeOpen state. Current state of the"
                f" runspace is '{self.state}'."
            )
        self.engine = make_engine(self.parent, self.host)
        self.engine.state["runspace object"] = self
        self.state = "Opened"
        if self.initial_session_state is not None:
            self.initial_session_state.apply(self.engine)

    @clr_method("Close", "-> void")
    @clr_method("CloseAsync", "-> void")
    @clr_method("Dispose", "-> void")
    def close(self) -> None:
        """End the session."""
        if self.engine is not None and self.engine is not self.parent:
            self.engine.close()
            self.state = "Closed"

    @clr_method("CreatePipeline", "-> object")
    @clr_method("CreatePipeline", "string command -> object")
    @clr_method("CreatePipeline", "string command, bool addToHistory -> object")
    def create_pipeline(self, command: str = "", history: bool = False) -> Value:
        """Create a pipeline for a text."""
        made = powershells.PowerShell(self.parent)
        made.set_runspace(self)
        return made.add_script(command) if command else made


@clr_class(
    _RUNSPACES + "RunspacePool",
    properties="InitialSessionState:object InstanceId:guid ThreadOptions:object=rw ApartmentState:object=rw"
    " CleanupInterval:object=rw",
    interfaces="System.IDisposable",
)
class RunspacePool:
    """System.Management.Automation.Runspaces.RunspacePool: its runs are synchronous, one after the other."""

    def __init__(self, parent: Engine, least: int, most: int, state: InitialSessionState | None = None) -> None:
        self.one = Runspace(parent, state)
        self.least, self.most = least, most
        self.initial_session_state = state
        self.instance_id = self.one.instance_id
        self.thread_options = _enum("PSThreadOptions", "Default")
        self.apartment_state = convert("Unknown", named("System.Threading.ApartmentState"))
        self.cleanup_interval = convert("00:15:00", named("System.TimeSpan"))

    @clr_property("RunspacePoolStateInfo", _RUNSPACES + "RunspaceStateInfo")
    def runspace_pool_state_info(self) -> Value:
        """The state."""
        return RunspaceStateInfo(_enum("RunspacePoolState", self.one.state))

    @clr_method("Open", "-> void")
    def open(self) -> None:
        """Start."""
        self.one.open()

    @clr_method("Close", "-> void")
    @clr_method("Dispose", "-> void")
    def close(self) -> None:
        """End."""
        self.one.close()

    @clr_method("GetMaxRunspaces", "-> int")
    def get_max_runspaces(self) -> int:
        """Return the maximum number of runspaces."""
        return self.most

    @clr_method("SetMaxRunspaces", "int maxRunspaces -> bool")
    def set_max_runspaces(self, most: int) -> bool:
        """Set the maximum number of runspaces."""
        self.most = most
        return True

    @clr_method("GetMinRunspaces", "-> int")
    def get_min_runspaces(self) -> int:
        """Return the minimum number of runspaces."""
        return self.least

    @clr_method("GetAvailableRunspaces", "-> int")
    def get_available_runspaces(self) -> int:
        """Return the number of free runspaces."""
        return self.most


named(_RUNSPACES + "Runspace").data["of session"] = ("defaultrunspace",)
"""Static properties whose getters take the session."""


def _engine_host(host: Value, session: Any) -> Any:
    return None if host is None else session.host


@clr_class(_RUNSPACES + "RunspaceFactory", is_abstract=True)
class RunspaceFactory:
    """System.Management.Automation.Runspaces.RunspaceFactory."""

    @clr_method("CreateRunspace", f"-> {_RUNSPACES}Runspace", static=True, session=True)
    @staticmethod
    def create(session: Any) -> Runspace:
        """Make a runspace."""
        return Runspace(session)

    @clr_method("CreateRunspace", f"object host -> {_RUNSPACES}Runspace", static=True, session=True)
    @staticmethod
    def create_with(session: Any, host: Value) -> Runspace:
        """Make a runspace with an InitialSessionState, or with this session's host."""
        if isinstance(host, InitialSessionState):
            return Runspace(session, host)
        return Runspace(session, None, _engine_host(host, session))

    @clr_method(
        "CreateRunspace",
        f"object host, {_RUNSPACES}InitialSessionState initialSessionState -> {_RUNSPACES}Runspace",
        static=True,
        session=True,
    )
    @staticmethod
    def create_with_both(session: Any, host: Value, state: Any) -> Runspace:
        """Make a runspace with this session's host and an InitialSessionState."""
        return Runspace(session, state, _engine_host(host, session))

    @clr_method("CreateRunspacePool", f"-> {_RUNSPACES}RunspacePool", static=True, session=True)
    @clr_method(
        "CreateRunspacePool",
        f"int minRunspaces, int maxRunspaces -> {_RUNSPACES}RunspacePool",
        static=True,
        session=True,
    )
    @staticmethod
    def create_pool(session: Any, least: int = 1, most: int = 1) -> RunspacePool:
        """Make a pool."""
        return RunspacePool(session, least, most)

    @clr_method(
        "CreateRunspacePool",
        f"{_RUNSPACES}InitialSessionState initialSessionState -> {_RUNSPACES}RunspacePool",
        static=True,
        session=True,
    )
    @staticmethod
    def create_pool_with(session: Any, state: Any) -> RunspacePool:
        """Make a pool with an InitialSessionState."""
        return RunspacePool(session, 1, 1, state)

    @clr_method(
        "CreateRunspacePool",
        f"int minRunspaces, int maxRunspaces, object host -> {_RUNSPACES}RunspacePool",
        static=True,
        session=True,
    )
    @clr_method(
        "CreateRunspacePool",
        f"int minRunspaces, int maxRunspaces, {_RUNSPACES}InitialSessionState initialSessionState, object host"
        f" -> {_RUNSPACES}RunspacePool",
        static=True,
        session=True,
    )
    @staticmethod
    def create_pool_fully(session: Any, least: int, most: int, state: Any, host: Value = None) -> RunspacePool:
        """Make a pool from all settings."""
        return RunspacePool(session, least, most, state if isinstance(state, InitialSessionState) else None)


__all__ = ["InitialSessionState", "Runspace", "RunspacePool", "make_engine"]
