"""A computer on which a command runs blocks, and how what is said there arrives."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from shell.display import views
from shell.display.cells import RIGHT
from shell.dotnet.automation.error_text import type_word
from shell.engine.run.native import RemoteException
from shell.engine.session.background_jobs import crossed
from shell.engine.session.remote_sessions import PSSESSION
from shell.engine.session.streams import Streams
from shell.types import type_of
from shell.types.conversion.text import to_string
from shell.values.errors import ErrorRecord, NetException, record_of
from shell.values.flow import ControlFlow, ExitRequest, StopUpstream
from shell.values.objects import AUTOMATION_NULL, PSObject, Value
from shell.values.registries import entered

if TYPE_CHECKING:
    from shell.engine.commands.cmdlet import Cmdlet
    from shell.engine.run.script_block import ScriptBlock
    from shell.engine.session.runspace import Runspace


def noted(value: Value, computer: str, instance_id: Value, show_name: bool) -> Value:
    """Return an object as it arrives from a computer: without its methods, and with notes of where it comes from."""
    arrived = crossed(value)
    if arrived is None or arrived is AUTOMATION_NULL:
        return arrived
    made = arrived if isinstance(arrived, PSObject) else PSObject(arrived)
    made.members["PSComputerName"] = computer
    made.members["RunspaceId"] = instance_id
    made.members["PSShowComputerName"] = show_name
    return made


class Remote:
    """A computer on which a command runs blocks, and whose records and objects come back to it."""

    def __init__(self, cmdlet: Cmdlet, engine: Runspace, computer: str, instance_id: Value, show_name: bool) -> None:
        self.cmdlet = cmdlet
        self.engine = engine
        self.computer = computer
        self.instance_id = instance_id
        self.show_name = show_name
        self._said: list[tuple[Callable[[Any], None], Any]] = []

    def run(
        self, block: ScriptBlock, arguments: Iterable[Value], input: list[Value] | None, local: bool
    ) -> ErrorRecord | None:
        """Run a block there; `local` in the session's own scope, where its variables stay.

        Returns the error that ended it, as it arrives; None where it ran to its end.
        """
        engine, said = self.engine, self._said
        before = engine.streams, engine.using_scope
        engine.streams = Streams(
            lambda record: said.append((self._error, record)),
            lambda record: said.append((self._warning, record)),
            lambda record: said.append((self._verbose, record)),
            lambda record: said.append((self._debug, record)),
            lambda record: said.append((self.cmdlet.write_information, record)),
            lambda record: said.append((self.cmdlet.write_progress, record)),
        )
        engine.using_scope = self.cmdlet.session.scope
        items = None if input is None else [crossed(each) for each in input]
        given = [crossed(each) for each in arguments]
        error: ErrorRecord | None = None
        try:
            with entered(engine.registries):
                copy = engine.parse_block(str(block), block.file)
                engine.invoke(copy, given, input=items, out=lambda value: said.append((self.take, value)), local=local)
        except (ControlFlow, StopUpstream, ExitRequest):
            pass
        except NetException as problem:
            error = self.arrived_error(record_of(problem))
        finally:
            engine.streams, engine.using_scope = before
        self._tell()
        return error

    def _tell(self) -> None:
        """Pass on what was said there. It waits until the block has ended: what the caller's pipeline makes of it (an
        error that stops, a command that has seen enough) happens here and not there.
        """
        said, self._said = self._said, []
        for take, value in said:
            take(value)

    def _error(self, record: ErrorRecord) -> None:
        self.cmdlet.write_error(self.arrived_error(record))

    def _warning(self, record: Any) -> None:
        self.cmdlet.write_warning(str(record))

    def _verbose(self, record: Any) -> None:
        self.cmdlet.write_verbose(str(record))

    def _debug(self, record: Any) -> None:
        self.cmdlet.write_debug(str(record))

    def take(self, value: Value) -> None:
        """Pass on an object, with the notes of where it comes from."""
        self.cmdlet.write(noted(value, self.computer, self.instance_id, self.show_name))

    def arrived_error(self, record: ErrorRecord) -> ErrorRecord:
        """An error as it arrives: its text, category and id, without its place, and with the name of the computer."""
        exception = RemoteException(record.message)
        exception.origin = self.computer
        made = ErrorRecord(exception, record.error_id, record.category_value, record.target)
        made.command_id = record.command_id or ""
        made.activity = record.activity or ""
        made.reason = record.reason or type_of(record.exception).short_name
        target = record.target
        made.target_name = record.target_name or ("" if target is None else to_string(target))
        made.target_type = record.target_type or ("" if target is None else type_word(target))
        return made


views.register(
    PSSESSION,
    views.TableView(
        (
            views.Column("Id", width=3, align=RIGHT),
            views.Column("Name", width=15),
            views.Column("Transport", width=9),
            views.Column("ComputerName", width=15),
            views.Column("ComputerType", width=15),
            views.Column("State", width=13),
            views.Column("ConfigurationName", width=20),
            views.Column("Availability", width=13, align=RIGHT),
        )
    ),
)
