"""Jobs, kept until they are removed: what Start-ThreadJob ran, and the actions of events (`eventing`).

A job of Start-ThreadJob runs to its end when it is started.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import nullcontext
from itertools import count
from typing import TYPE_CHECKING, Any, Final

from shell.engine.session.streams import Streams
from shell.lazy import lazy
from shell.machine import environment
from shell.types import named
from shell.types.conversion.conversion import convert
from shell.types.registry.declarations import clr_class
from shell.values.errors import NetException, record_of
from shell.values.flow import ControlFlow, DownstreamFailure, ExitRequest, StopUpstream
from shell.values.objects import MISSING, ArrayList, Value

if TYPE_CHECKING:
    from shell.dotnet.time import datetime
    from shell.engine.automation import runspaces
    from shell.engine.run.script_block import ScriptBlock
    from shell.engine.session.runspace import Runspace
else:
    datetime = lazy("shell.dotnet.time.datetime", globals())
    runspaces = lazy("shell.engine.automation.runspaces", globals())

_AUTOMATION: Final = "System.Management.Automation."
_ENDED: Final = frozenset(("Completed", "Failed", "Stopped"))
STREAMS: Final = ("output", "error", "verbose", "debug", "warning", "progress", "information")


@clr_class(_AUTOMATION + "JobStateInfo", properties=f"State:{_AUTOMATION}JobState Reason:object")
class JobStateInfo:
    """How far a job is, and the error that ended it."""

    def __init__(self, state: Value, reason: Value = None) -> None:
        self.state = state
        self.reason = reason

    def __str__(self) -> str:
        return str(self.state)


@clr_class(
    _AUTOMATION + "Job",
    properties=(
        f"Command:string JobStateInfo:{_AUTOMATION}JobStateInfo InstanceId:guid Id:int Name:string=rw ChildJobs:object"
        " PSBeginTime:datetime PSEndTime:datetime PSJobTypeName:string Output:object Error:object Progress:object"
        " Verbose:object Debug:object Warning:object Information:object HasMoreData:bool StatusMessage:string"
        f" Location:string State:{_AUTOMATION}JobState"
    ),
)
class Job:
    """A job with its output that was not received yet."""

    ps_job_type_name: str | None = None
    location: str | None = None
    status_message: str | None = None

    def __init__(self, number: int, name: str, command: str) -> None:
        import uuid  # Start-Sleep looks at events, whose actions are jobs: it needs none of this

        self.id = number
        self.name = name or f"Job{number}"
        self.command = command
        self.instance_id: Value = convert(str(uuid.uuid4()), named("guid"))
        self.child_jobs = ArrayList()
        self.ps_begin_time: Value = None
        self.ps_end_time: Value = None
        self.output, self.error, self.progress = ArrayList(), ArrayList(), ArrayList()
        self.verbose, self.debug, self.warning, self.information = ArrayList(), ArrayList(), ArrayList(), ArrayList()
        self.enter("NotStarted")

    def enter(self, state: str, reason: Value = None) -> None:
        """Set the JobState; `reason` is the error that caused it."""
        self.job_state_info = JobStateInfo(convert(state, named(_AUTOMATION + "JobState")), reason)

    def stop(self) -> None:
        """Stop what still runs; a job that has ended stays as it is."""

    def __str__(self) -> str:
        return _AUTOMATION + "Job"

    @property
    def state(self) -> Value:
        """A JobState."""
        return self.job_state_info.state

    @property
    def has_ended(self) -> bool:
        """True for a job that will write no more."""
        return str(self.state) in _ENDED

    @property
    def has_more_data(self) -> bool:
        """True where something was not received yet."""
        return any(getattr(self, each) for each in STREAMS)


@clr_class("Microsoft.PowerShell.ThreadJob.ThreadJob", _AUTOMATION + "Job")
class ThreadJob(Job):
    """A job of Start-ThreadJob."""

    ps_job_type_name = "ThreadJob"
    location = "PowerShell"
    status_message = ""
    own_process = False
    """True for a job that PowerShell runs in another process."""

    def take(self, value: Value) -> None:
        """Take an object that the block wrote."""
        self.output.append(value)

    def run(
        self,
        parent: Runspace,
        block: ScriptBlock,
        arguments: Iterable[Value],
        input: list[Value] | None,
        *,
        dollar_under: Value = MISSING,
    ) -> None:
        """Run a block in a session of its own; `$using:` reaches the variables of the one that starts the job."""
        engine = runspaces.make_engine(parent, own_process=self.own_process)
        engine.streams = Streams(
            self.error.append,
            self.warning.append,
            self.verbose.append,
            self.debug.append,
            self.information.append,
            self.progress.append,
        )
        engine.using_scope = parent.scope
        self.ps_begin_time = _now()
        try:
            with runspaces.inside(engine), environment.of_new_process() if self.own_process else nullcontext():
                copy = engine.parse_block(str(block), block.file)
                engine.invoke(copy, list(arguments), input=input, out=self.take, dollar_under=dollar_under)
            self.enter("Completed")
        except (ControlFlow, StopUpstream, ExitRequest):
            self.enter("Completed")
        except (DownstreamFailure, NetException) as problem:
            error = problem.error if isinstance(problem, DownstreamFailure) else problem
            self.error.append(record_of(error))  # type: ignore[arg-type]
            self.enter("Failed", error)
        finally:
            self.ps_end_time = _now()


@clr_class(_AUTOMATION + "PSTasks.PSTaskChildJob", _AUTOMATION + "Job")
class TaskChildJob(ThreadJob):
    """What ForEach-Object -Parallel -AsJob runs for one object."""

    ps_job_type_name = "PSTaskChildJob"


@clr_class(_AUTOMATION + "PSTasks.PSTaskJob", _AUTOMATION + "Job")
class TaskJob(ThreadJob):
    """A job of ForEach-Object -Parallel -AsJob: it has a child for each object, and their streams are its own."""

    ps_job_type_name = "PSTaskJob"

    def run_each(self, parent: Runspace, block: ScriptBlock, values: Iterable[Value]) -> None:
        """Run the block for each object, one after the other, each in a session of its own."""
        table = job_table(parent)
        for value in values:
            child = TaskChildJob(table.next_number(), "", str(block))
            for stream in STREAMS:
                setattr(child, stream, getattr(self, stream))
            self.child_jobs.append(child)
            child.run(parent, block, (), None, dollar_under=value)
        failed = [each for each in self.child_jobs if str(each.job_state_info.state) == "Failed"]
        self.enter("Failed" if failed else "Completed")


def _now() -> Any:
    return datetime.DateTime.now()


class JobTable:
    """The jobs of a session, by number."""

    def __init__(self) -> None:
        self.jobs: dict[int, Job] = {}
        self._numbers = count(1)

    def next_number(self) -> int:
        """Return the number of a new job."""
        return next(self._numbers)

    def add(self, job: Job) -> None:
        """Add a job to the table."""
        self.jobs[job.id] = job


def job_table(session: Runspace) -> JobTable:
    """Return a session's jobs."""
    found: JobTable = session.state.setdefault("jobs", JobTable())
    return found


__all__ = ["STREAMS", "Job", "JobStateInfo", "JobTable", "TaskJob", "ThreadJob", "job_table"]
