"""System.Management.Automation.Runspaces.PSSession: sessions on a computer, and the runspaces behind them."""

from __future__ import annotations

import uuid
from itertools import count
from typing import TYPE_CHECKING, Final

from shell.engine.automation.runspaces import make_engine
from shell.lazy import lazy
from shell.types import named
from shell.types.conversion.conversion import convert
from shell.types.registry.declarations import clr_class, clr_property
from shell.types.registry.enumeration import enum_value
from shell.values.objects import Hashtable, Value

if TYPE_CHECKING:
    from shell.engine.automation import runspaces
    from shell.engine.session.runspace import Runspace
else:
    runspaces = lazy("shell.engine.automation.runspaces", globals())

_RUNSPACES: Final = "System.Management.Automation.Runspaces."
PSSESSION: Final = _RUNSPACES + "PSSession"


def new_guid() -> Value:
    """Return a new GUID."""
    return convert(str(uuid.uuid4()), named("guid"))


def _enum(name: str, word: str) -> Value:
    return convert(word, named(_RUNSPACES + name))


@clr_class(
    PSSESSION,
    properties=f"ComputerType:{_RUNSPACES}TargetMachineType ComputerName:string ContainerId:string VMName:string"
    f" VMId:object ConfigurationName:string InstanceId:guid Id:int Name:string=rw"
    f" Availability:{_RUNSPACES}RunspaceAvailability ApplicationPrivateData:object Transport:string"
    f" State:{_RUNSPACES}RunspaceState DisconnectedOn:object ExpiresOn:object",
)
class PSSession:
    """A session on a computer. What is run in it stays in its runspace until it is removed."""

    container_id = vm_name = vm_id = disconnected_on = expires_on = None
    transport = "WSMan"

    def __init__(self, parent: Runspace, number: int, name: str, computer: str, configuration: str) -> None:
        self.parent = parent
        self.id = number
        self.name = name
        self.computer_name = computer
        self.configuration_name = configuration
        self.computer_type = _enum("TargetMachineType", "RemoteMachine")
        self.instance_id = new_guid()
        self.application_private_data: Value = Hashtable()
        self.word = "Opened"
        self._engine: Runspace | None = None

    def __str__(self) -> str:
        return f"[PSSession]{self.name}"

    @property
    def state(self) -> Value:
        """A RunspaceState."""
        return _enum("RunspaceState", self.word)

    @property
    def availability(self) -> Value:
        """Whether something can be run."""
        return _enum("RunspaceAvailability", "Available" if self.word == "Opened" else "None")

    @clr_property("IdleTimeout", "object")
    def idle_timeout(self) -> Value:
        """Milliseconds until an idle session ends."""
        return 7200000

    @clr_property("OutputBufferingMode", _RUNSPACES + "OutputBufferingMode")
    def output_buffering_mode(self) -> Value:
        """What happens with output while nobody is connected."""
        return enum_value(named(_RUNSPACES + "OutputBufferingMode"), 2)

    @clr_property("Runspace", "object")
    def runspace(self) -> Value:
        """The runspace behind it."""
        return runspaces.Runspace.of(self.engine)

    @property
    def engine(self) -> Runspace:
        """The runspace; made when first used."""
        if self._engine is None:
            self._engine = make_engine(self.parent, own_process=True)
        return self._engine

    def close(self) -> None:
        """End the session."""
        self.word = "Closed"
        if self._engine is not None:
            self._engine.close()
            self._engine = None


class SessionTable:
    """The open sessions of a shell, by number."""

    def __init__(self) -> None:
        self.sessions: dict[int, PSSession] = {}
        self._numbers = count(1)

    def open(self, parent: Runspace, name: str, computer: str, configuration: str) -> PSSession:
        """Make a session; without a name it gets one of its number."""
        number = next(self._numbers)
        made = PSSession(parent, number, name or f"WinRM{number}", computer, configuration)
        self.sessions[number] = made
        return made

    def remove(self, session: PSSession) -> None:
        """End a session."""
        self.sessions.pop(session.id, None)
        session.close()


def session_table(session: Runspace) -> SessionTable:
    """Return a shell's sessions."""
    found: SessionTable = session.state.setdefault("pssessions", SessionTable())
    return found


__all__ = ["PSSESSION", "PSSession", "SessionTable", "new_guid", "session_table"]
