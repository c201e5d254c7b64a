"""PSDataCollection[T], and the streams of a PowerShell object."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from shell.dotnet.collections.lists import ListMembers
from shell.dotnet.collections.object_model import CollectionMembers, collection, list_constructors, list_type
from shell.engine.session.streams import Streams
from shell.types import OBJECT, ClrType, close_generic, named, register_generic
from shell.types.conversion.conversion import convert
from shell.types.registry.declarations import clr_class, clr_method, clr_property
from shell.values.objects import GenericList, Value

_AUTOMATION: Final = "System.Management.Automation."


class DataCollection(GenericList):
    """System.Management.Automation.PSDataCollection[T]."""

    __slots__ = ("is_open",)

    @property
    def clr_type(self) -> ClrType:
        """The closed type."""
        return close_generic(_AUTOMATION + "PSDataCollection", (self.element_type,)) or OBJECT


class _DataCollectionMembers:
    @clr_property("IsOpen", "bool")
    def is_open(self: Any) -> bool:
        return bool(getattr(self, "is_open", True))

    @clr_method("Complete", "-> void")
    @clr_method("Dispose", "-> void")
    def complete(self: Any) -> None:
        self.is_open = False

    @clr_method("ReadAll", "-> object")
    def read_all(self: Any) -> Value:
        found = collection(list(self))
        self.clear()
        return found


_MAKERS: Final = list_constructors(DataCollection)


def _data_collection_type(arguments: tuple[ClrType, ...]) -> ClrType:
    name = _AUTOMATION + "PSDataCollection`1"
    return list_type(name, arguments, _MAKERS, _DataCollectionMembers, CollectionMembers, ListMembers)


register_generic(_AUTOMATION + "PSDataCollection`1", _data_collection_type)

_STREAMS: Final = {
    "error": "ErrorRecord",
    "progress": "ProgressRecord",
    "verbose": "VerboseRecord",
    "debug": "DebugRecord",
    "warning": "WarningRecord",
    "information": "InformationRecord",
}


@clr_class(
    _AUTOMATION + "PSDataStreams",
    properties="Error:object=rw Progress:object=rw Verbose:object=rw Debug:object=rw Warning:object=rw"
    " Information:object=rw",
)
class DataStreams:
    """The streams of commands besides their output."""

    def __init__(self) -> None:
        for name, record in _STREAMS.items():
            setattr(self, name, DataCollection(named(_AUTOMATION + record)))

    def sinks(self) -> Streams:
        """Return streams that write into these collections."""

        def sink(name: str) -> Callable[[Any], None]:
            return lambda record: getattr(self, name).append(record)

        return Streams(*map(sink, ("error", "warning", "verbose", "debug", "information", "progress")))

    @clr_method("ClearStreams", "-> void")
    def clear_streams(self) -> None:
        """Clear all streams."""
        for name in _STREAMS:
            getattr(self, name).clear()


@clr_class(_AUTOMATION + "PSInvocationStateInfo", properties="State:object Reason:object")
class InvocationStateInfo:
    """The state of a run, and the error that ended it."""

    def __init__(self, state: str, reason: Value = None) -> None:
        self.state = convert(state, named(_AUTOMATION + "PSInvocationState"))
        self.reason = reason


__all__ = ["DataCollection", "DataStreams", "InvocationStateInfo"]
