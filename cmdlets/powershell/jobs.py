"""Start-ThreadJob and the commands of jobs. A job runs to its end, in this process, when it is started."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, ClassVar, Final

from cmdlets.powershell.using_values import require_using_values
from shell.dotnet.io.text_files import read_text
from shell.engine.commands.cmdlet import Cmdlet, Example, SetMembership, parameter
from shell.engine.operators.operators import equals
from shell.engine.session.eventing import event_manager
from shell.engine.session.jobs import STREAMS, Job, ThreadJob, job_table
from shell.engine.session.remote_sessions import PSSESSION
from shell.lazy import lazy
from shell.types.conversion.text import to_string
from shell.types.members.access import get_member
from shell.values.errors import ErrorCategory, ErrorRecord, PSArgumentException
from shell.values.objects import AUTOMATION_NULL, Hashtable, PSObject, Value
from shell.values.wildcard import has_wildcard, wildcard_matcher

if TYPE_CHECKING:
    from shell.engine.providers import table as providers_table
else:
    providers_table = lazy("shell.engine.providers.table", globals(), "providers_table")


_CORE: Final = "Microsoft.PowerShell.Core"
_JOB: Final = "System.Management.Automation.Job"
_STATE: Final = "System.Management.Automation.JobState"
_FIRST: Final = SetMembership(mandatory=True, position=0, by_property_name=True)
_OBJECT: Final = SetMembership(mandatory=True, position=0, pipeline=True, by_property_name=True)
_NO_EVENTS: Final = "A job has ended when it can be received."


class StartsJob(Cmdlet):
    """What starts a job that gets its input as a whole."""

    input_object: Value

    def begin(self) -> None:
        """Input is gathered first."""
        self._input: list[Value] = []

    def process(self) -> None:
        """Keep an object of the input."""
        if self.is_bound("InputObject") and self.input_object is not AUTOMATION_NULL:
            self._input.append(self.input_object)

    @property
    def gathered(self) -> list[Value] | None:
        """The input; None where there is none to give."""
        return self._input if self.is_bound("InputObject") else None


class StartThreadJob(
    StartsJob,
    verb="Start",
    noun="ThreadJob",
    module="Microsoft.PowerShell.ThreadJob",
    default_set="ScriptBlock",
    output=("Microsoft.PowerShell.ThreadJob.ThreadJob",),
):
    """Run a block as a job, in a session of its own. It has ended when the command returns."""

    examples = (
        Example("Start-ThreadJob { 1 + 1 } | Receive-Job -Wait -AutoRemoveJob", "Run a job and take its output."),
    )

    script_block: Any = parameter(
        "scriptblock", sets=("ScriptBlock",), mandatory=True, position=0, not_null=True, help="The block."
    )
    file_path: str = parameter("string", sets=("FilePath",), mandatory=True, position=0, help="A script instead.")
    name: str = parameter("string", not_null_or_empty=True, help="The job's name.")
    initialization_script: Any = parameter("scriptblock", not_null=True, help="Runs before the block.")
    input_object: Value = parameter("psobject", pipeline=True, help="Objects that the block sees as `$input`.")
    argument_list: list[Value] = parameter("object[]", help="The block's arguments.")
    throttle_limit: int = parameter("int", range=(1, 1000000), default=5, help="Has no effect: jobs run in order.")
    streaming_host: Any = parameter("object", help="Where the block's Write-Host goes at once.")

    def end(self) -> None:
        """Run the job."""
        session = self.session
        block = self.script_block
        if self.file_path is not None:
            block = self._script()
        require_using_values(self, block)
        table = job_table(session)
        job = ThreadJob(table.next_number(), self.name, str(block))
        table.add(job)
        if self.initialization_script is not None:
            text = f"{self.initialization_script}\n{block}"
            block = session.parse_block(text)
        job.run(session, block, self.argument_list or (), self.gathered)
        if self.streaming_host is not None:
            for record in job.information:
                session.streams.write_information(record)
            job.information.clear()
        self.write(job)

    def _script(self) -> Value:
        (place,) = providers_table.drive_table(self.session).expand(self.file_path)
        path = place.provider_path
        if not path.lower().endswith(".ps1"):
            raise self.fail(
                self.error(
                    f"Invalid file path extension: {self.file_path}. Only PowerShell script files are allowed.",
                    "ThreadJobInvalidFilePath",
                    ErrorCategory.InvalidArgument,
                    self.file_path,
                    exception=PSArgumentException,
                )
            )
        return self.session.parse_block(read_text(path), path)


class _JobCommand(Cmdlet):
    """What finds jobs by number, name, identity, state, command or properties."""

    def found(self) -> Iterator[Job]:
        """Yield the jobs that the parameters name; report those that are not there."""
        jobs = list(job_table(self.session).jobs.values())
        given = {name.lower(): value for name, value in self.bound.items()}
        for each in given.get("job") or ():
            yield each.base if isinstance(each, PSObject) else each
        for number in given.get("id") or ():
            yield from self._one(
                [each for each in jobs if each.id == number],
                number,
                f"The command cannot find a job with the job ID {number}. Verify the value of the Id parameter and then"
                " try the command again.",
                "JobWithSpecifiedSessionIdNotFound",
            )
        for name in given.get("name") or ():
            matches = wildcard_matcher(name)
            yield from self._one(
                [each for each in jobs if matches(each.name)],
                name,
                f"The command cannot find the job because the job name {name} was not found. Verify the value of the"
                " Name parameter, and then try the command again.",
                "JobWithSpecifiedNameNotFound",
                quiet=has_wildcard(name),
            )
        for identity in given.get("instanceid") or ():
            yield from self._one(
                [each for each in jobs if to_string(each.instance_id) == to_string(identity)],
                identity,
                f"The command cannot find a job with the instance identifier {to_string(identity)}. Verify the value of"
                " the InstanceId parameter and then try the command again.",
                "JobWithSpecifiedInstanceIdNotFound",
            )
        if given.get("state") is not None:
            yield from (each for each in jobs if int(each.state) == int(given["state"]))
        if given.get("command"):
            tests = [wildcard_matcher(each) for each in given["command"]]
            yield from (each for each in jobs if any(test(each.command.strip()) for test in tests))
        if given.get("filter") is not None:
            yield from (each for each in jobs if self._fits(each, given["filter"]))

    def _one(self, found: list[Job], target: Value, message: str, error_id: str, *, quiet: bool = False) -> list[Job]:
        if not found and not quiet:
            self.write_error(
                self.error(message, error_id, ErrorCategory.ObjectNotFound, target, exception=PSArgumentException)
            )
        return found

    def _fits(self, job: Job, wanted: Hashtable) -> bool:
        return all(equals(get_member(job, to_string(key), self.session), value, True) for key, value in wanted.items())


def _sets(names: str) -> dict[str, SetMembership]:
    return dict.fromkeys((f"{each}ParameterSet" for each in names.split()), SetMembership())


class GetJob(_JobCommand, verb="Get", noun="Job", module=_CORE, default_set="SessionIdParameterSet", output=(_JOB,)):
    """Show jobs."""

    examples = (Example("Start-ThreadJob { 1 } | Out-Null; Get-Job", "All jobs."),)
    _most: ClassVar[Any] = _sets("SessionId InstanceId Name State Command")

    include_child_job: bool = parameter("switch", sets=_most, help="Has no effect: jobs have no child jobs.")
    child_job_state: Value = parameter(_STATE, sets=_most, refused="Jobs have no child jobs.", help="A child's state.")
    has_more_data: bool = parameter("bool", sets=_most, help="With, or without, what was not received.")
    before: Value = parameter("datetime", sets=_most, help="Ended before.")
    after: Value = parameter("datetime", sets=_most, help="Ended after.")
    newest: int = parameter("int", sets=_most, help="The last ones started.")
    id: list[int] = parameter(
        "int[]",
        sets={"SessionIdParameterSet": SetMembership(position=0, by_property_name=True)},
        not_null_or_empty=True,
        help="Numbers.",
    )
    instance_id: Any = parameter(
        "guid[]", sets={"InstanceIdParameterSet": _FIRST}, help="Identities.", not_null_or_empty=True
    )
    name: list[str] = parameter(
        "string[]", sets={"NameParameterSet": _FIRST}, help="Names or patterns.", not_null_or_empty=True
    )
    state: Value = parameter(_STATE, sets={"StateParameterSet": _FIRST}, help="A state.")
    command: list[str] = parameter(
        "string[]",
        sets={"CommandParameterSet": SetMembership(by_property_name=True)},
        help="Texts or patterns.",
        not_null_or_empty=True,
    )
    filter: Any = parameter(
        "hashtable", sets={"FilterParameterSet": _FIRST}, help="Properties with their values.", not_null_or_empty=True
    )

    def process(self) -> None:
        """Show."""
        selected = {"id", "instanceid", "name", "state", "command", "filter"} & {each.lower() for each in self.bound}
        jobs = list(self.found()) if selected else list(job_table(self.session).jobs.values())
        if self.is_bound("HasMoreData"):
            jobs = [each for each in jobs if each.has_more_data is self.has_more_data]
        if self.before is not None:
            jobs = [each for each in jobs if each.ps_end_time is not None and each.ps_end_time < self.before]
        if self.after is not None:
            jobs = [each for each in jobs if each.ps_end_time is not None and each.ps_end_time > self.after]
        if self.is_bound("Newest"):
            jobs = sorted(jobs, key=lambda each: -each.id)[: max(self.newest, 0)]
        for each in sorted(jobs, key=lambda each: each.id):
            self.write(each)


class ReceiveJob(_JobCommand, verb="Receive", noun="Job", module=_CORE, default_set="Location"):
    """Write what jobs wrote."""

    examples = (Example("Start-ThreadJob { 'hello' } | Receive-Job", "A job's output."),)

    job: Any = parameter(
        _JOB + "[]", sets=dict.fromkeys(("Location", "ComputerName", "Session"), _OBJECT), help="The jobs."
    )
    location: list[str] = parameter(
        "string[]", sets={"Location": SetMembership(position=1)}, help="Where they ran.", not_null_or_empty=True
    )
    keep: bool = parameter("switch", help="It may be received again.")
    no_recurse: bool = parameter("switch", help="Has no effect: jobs have no child jobs.")
    force: bool = parameter("switch", help="Has no effect: jobs have ended.")
    wait: bool = parameter("switch", help="Has no effect: jobs have ended.")
    auto_remove_job: bool = parameter("switch", help="Remove the jobs then.")
    write_events: bool = parameter("switch", refused=_NO_EVENTS, help="Show changes of state.")
    write_job_in_results: bool = parameter("switch", refused=_NO_EVENTS, help="Show the jobs too.")
    computer_name: Any = parameter(
        "string[]",
        sets={"ComputerName": SetMembership(position=1, by_property_name=True)},
        aliases=("Cn",),
        refused="There is no remoting to other computers.",
        help="Other computers.",
        not_null_or_empty=True,
    )
    sessions: Any = parameter(
        PSSESSION + "[]",
        name="Session",
        sets={"Session": SetMembership(position=1, by_property_name=True)},
        refused="There is no remoting to other computers.",
        help="Sessions on other computers.",
        not_null=True,
    )
    name: list[str] = parameter(
        "string[]", sets={"NameParameterSet": _FIRST}, help="Names or patterns.", not_null_or_empty=True
    )
    instance_id: Any = parameter(
        "guid[]", sets={"InstanceIdParameterSet": _FIRST}, help="Identities.", not_null_or_empty=True
    )
    id: list[int] = parameter("int[]", sets={"SessionIdParameterSet": _FIRST}, help="Numbers.", not_null_or_empty=True)

    def begin(self) -> None:
        """Check what belongs together."""
        if self.auto_remove_job and not self.wait:
            raise self.fail(
                self.error(
                    "The AutoRemoveJob parameter cannot be used without the Wait parameter.",
                    "ReceiveJobAutoRemoveJobWithoutWait",
                    ErrorCategory.InvalidOperation,
                    exception=PSArgumentException,
                )
            )

    def process(self) -> None:
        """Write."""
        for job in self.found():
            if self.location and job.location not in self.location:
                continue
            for stream in STREAMS:
                self._write(stream, list(getattr(job, stream)))
                if not self.keep:
                    getattr(job, stream).clear()
            if self.auto_remove_job:
                job_table(self.session).jobs.pop(job.id, None)

    def _write(self, stream: str, records: list[Value]) -> None:
        runtime = self.runtime
        writers: dict[str, Callable[[Any], None]] = {
            "output": self.write,
            "error": self._report,
            "verbose": lambda record: runtime.write_verbose(str(record)),
            "debug": lambda record: runtime.write_debug(str(record)),
            "warning": lambda record: runtime.write_warning(str(record)),
            "progress": runtime.write_progress,
            "information": runtime.write_information,
        }
        for record in records:
            writers[stream](record)

    def _report(self, record: Any) -> None:
        """Report an error as the one of the command that it is from, not of this one."""
        runtime = self.runtime
        if record.invocation is None or runtime.error_action == "Stop":
            self.write_error(record)
            return
        runtime.failed = True
        if runtime.error_action == "Ignore":
            return
        runtime.collect("error", record)
        self.session.remember_error(record)
        if runtime.error_action != "SilentlyContinue":
            runtime.streams.write_error(record)


class WaitJob(_JobCommand, verb="Wait", noun="Job", module=_CORE, default_set="SessionIdParameterSet", output=(_JOB,)):
    """Wait until jobs have ended, and show them. An event's job ends when it is stopped, or after its last event."""

    examples = (Example("Start-ThreadJob { 1 } | Wait-Job", "Wait for a job."),)

    id: list[int] = parameter("int[]", sets={"SessionIdParameterSet": _FIRST}, help="Numbers.", not_null_or_empty=True)
    job: Any = parameter(_JOB + "[]", sets={"JobParameterSet": _OBJECT}, help="The jobs.", not_null_or_empty=True)
    first_alone: bool = parameter("switch", name="Any", help="Go on when one of them has ended.")
    timeout: int = parameter(
        "int", aliases=("TimeoutSec",), range=(-1, 2147483647), default=-1, help="Seconds at most."
    )
    force: bool = parameter("switch", help="Has no effect: jobs do not stand still.")
    name: list[str] = parameter(
        "string[]", sets={"NameParameterSet": _FIRST}, help="Names or patterns.", not_null_or_empty=True
    )
    instance_id: Any = parameter(
        "guid[]", sets={"InstanceIdParameterSet": _FIRST}, help="Identities.", not_null_or_empty=True
    )
    state: Value = parameter(_STATE, sets={"StateParameterSet": _FIRST}, help="A state.")
    filter: Any = parameter(
        "hashtable", sets={"FilterParameterSet": _FIRST}, help="Properties with their values.", not_null_or_empty=True
    )

    def begin(self) -> None:
        """Nothing was shown yet."""
        self._shown = False
        self._began = time.monotonic()

    def process(self) -> None:
        """Show."""
        for each in self.found():
            if self.first_alone and self._shown:
                return
            if self._ends(each):
                self._shown = True
                self.write(each)

    def _ends(self, job: Job) -> bool:
        """Wait for a job; False where the time is over first."""
        if job.has_ended:
            return True
        seconds = None if self.timeout < 0 else max(0.0, self._began + self.timeout - time.monotonic())
        return event_manager(self.session).until(lambda: job.has_ended or None, seconds) is not None


class RemoveJob(
    _JobCommand,
    verb="Remove",
    noun="Job",
    module=_CORE,
    default_set="SessionIdParameterSet",
    should_process=True,
    output=(_JOB,),
):
    """Forget jobs."""

    examples = (Example("Start-ThreadJob { 1 } | Remove-Job", "Forget a job."),)

    id: list[int] = parameter("int[]", sets={"SessionIdParameterSet": _FIRST}, help="Numbers.", not_null_or_empty=True)
    job: Any = parameter(_JOB + "[]", sets={"JobParameterSet": _OBJECT}, help="The jobs.", not_null_or_empty=True)
    force: bool = parameter(
        "switch", sets=_sets("SessionId Job InstanceId Name Filter"), aliases=("F",), help="Stop a job that still runs."
    )
    name: list[str] = parameter(
        "string[]", sets={"NameParameterSet": _FIRST}, help="Names or patterns.", not_null_or_empty=True
    )
    instance_id: Any = parameter(
        "guid[]", sets={"InstanceIdParameterSet": _FIRST}, help="Identities.", not_null_or_empty=True
    )
    filter: Any = parameter(
        "hashtable", sets={"FilterParameterSet": _FIRST}, help="Properties with their values.", not_null_or_empty=True
    )
    state: Value = parameter(_STATE, sets={"StateParameterSet": _FIRST}, help="A state.")
    command: list[str] = parameter(
        "string[]",
        sets={"CommandParameterSet": SetMembership(by_property_name=True)},
        help="Texts or patterns.",
        not_null_or_empty=True,
    )

    def process(self) -> None:
        """Forget."""
        for each in self.found():
            if not self.should_process(f"Command: {each.command}, State: {to_string(each.state)}", "Remove-Job"):
                continue
            if not each.has_ended and not self.force:
                self.write_error(self._unfinished(each))
                continue
            each.stop()
            job_table(self.session).jobs.pop(each.id, None)

    def _unfinished(self, job: Job) -> ErrorRecord:
        return self.error(
            f"The command cannot remove the job with the job ID {job.id} because the job is not finished. To remove the"
            " job, first stop the job, or use the Force parameter.",
            "JobObjectNotFinishedCannotBeRemoved",
            ErrorCategory.InvalidOperation,
            job,
            exception=PSArgumentException,
        )


class StopJob(
    _JobCommand,
    verb="Stop",
    noun="Job",
    module=_CORE,
    default_set="SessionIdParameterSet",
    should_process=True,
    output=(_JOB,),
):
    """Stop jobs. One that has ended stays as it is."""

    examples = (Example("Start-ThreadJob { 1 } | Stop-Job", "Stop a job."),)

    pass_thru: bool = parameter("switch", help="Show the jobs.")
    id: list[int] = parameter("int[]", sets={"SessionIdParameterSet": _FIRST}, help="Numbers.", not_null_or_empty=True)
    job: Any = parameter(_JOB + "[]", sets={"JobParameterSet": _OBJECT}, help="The jobs.", not_null_or_empty=True)
    name: list[str] = parameter(
        "string[]", sets={"NameParameterSet": _FIRST}, help="Names or patterns.", not_null_or_empty=True
    )
    instance_id: Any = parameter(
        "guid[]", sets={"InstanceIdParameterSet": _FIRST}, help="Identities.", not_null_or_empty=True
    )
    state: Value = parameter(_STATE, sets={"StateParameterSet": _FIRST}, help="A state.")
    filter: Any = parameter(
        "hashtable", sets={"FilterParameterSet": _FIRST}, help="Properties with their values.", not_null_or_empty=True
    )

    def process(self) -> None:
        """Show, if asked to."""
        for each in self.found():
            asked = f"Command: {each.command}, State: {to_string(each.state)}"
            if not self.should_process(asked, "Stop-Job"):
                continue
            each.stop()
            if self.pass_thru:
                self.write(each)
