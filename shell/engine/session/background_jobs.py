"""Start-Job and `command &`: jobs whose values are serialized, as for another process.

PowerShell runs them in a process of their own. Here they run in this one, to their end, in a session of their own; what
goes in and what comes out is serialized on the way, so objects arrive as the Deserialized ones that scripts get there.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

from shell.dotnet.automation.clixml_writer import serialize
from shell.engine.session.jobs import STREAMS, Job, ThreadJob, job_table
from shell.lazy import lazy
from shell.types.registry.declarations import clr_class
from shell.values.objects import AUTOMATION_NULL, PSObject, Value

if TYPE_CHECKING:
    from shell.dotnet.automation import clixml_reader
    from shell.engine.run.script_block import ScriptBlock
    from shell.engine.session.runspace import Runspace
else:
    clixml_reader = lazy("shell.dotnet.automation.clixml_reader", globals())

_AUTOMATION: Final = "System.Management.Automation."
_PLAIN: Final = (str, int, float, bool, type(None))


def crossed(value: Value) -> Value:
    """Return a value as it is after serialization and deserialization."""
    if type(value) in _PLAIN:
        return value
    found = clixml_reader.deserialize(serialize([value], 1))
    return found[0] if found else AUTOMATION_NULL


@clr_class(_AUTOMATION + "PSRemotingChildJob", _AUTOMATION + "Job")
class ChildJob(Job):
    """The part of a background job that runs: there is one."""

    ps_job_type_name = None
    location = "localhost"
    status_message = ""


@clr_class(_AUTOMATION + "PSRemotingJob", _AUTOMATION + "Job")
class BackgroundJob(ThreadJob):
    """A job of Start-Job. Its streams are those of its child."""

    ps_job_type_name = "BackgroundJob"
    location = "localhost"
    own_process = True

    def __init__(self, number: int, child_number: int, name: str, command: str) -> None:
        super().__init__(number, name, command)
        child = ChildJob(child_number, "", command)
        for stream in STREAMS:
            setattr(child, stream, getattr(self, stream))
        self.child_jobs.append(child)

    def enter(self, state: str, reason: Value = None) -> None:
        """Set the state of the job and its child."""
        super().enter(state, reason)
        for child in self.child_jobs:
            child.enter(state, reason)

    def take(self, value: Value) -> None:
        """Take an object that the block wrote."""
        arrived = crossed(value)
        if isinstance(arrived, PSObject) and type(arrived.base) not in _PLAIN:
            arrived.members["RunspaceId"] = self.instance_id
        self.output.append(arrived)


def start(
    parent: Runspace, block: ScriptBlock, name: str = "", arguments: Iterable[Value] = (), input: Any = None
) -> BackgroundJob:
    """Run a block as a job and return it. `input` are the objects of `$input`, None where there are none."""
    table = job_table(parent)
    job = BackgroundJob(table.next_number(), table.next_number(), name, str(block))
    table.add(job)
    items = None if input is None else [crossed(each) for each in input]
    job.run(parent, block, [crossed(each) for each in arguments], items)
    return job


__all__ = ["BackgroundJob", "ChildJob", "crossed", "start"]
