"""Processes, as far as a lab has any: this one. Get-, Start-, Stop-, Wait- and Debug-Process."""

from __future__ import annotations

from typing import Any, Final

from shell.dotnet.system.processes import Process
from shell.engine.commands.cmdlet import Cmdlet, Example, SetMembership, parameter
from shell.values.errors import (
    ErrorCategory,
    InvalidOperationException,
    exception_class,
)
from shell.values.wildcard import has_wildcard, wildcard_matcher

_MODULE: Final = "Microsoft.PowerShell.Management"
_PROCESS: Final = "System.Diagnostics.Process"
ProcessCommandException = exception_class(
    "Microsoft.PowerShell.Commands.ProcessCommandException", InvalidOperationException, __name__
)


def _ids(*sets: str, mandatory: bool = True, position: int | None = None, pipeline: bool = False) -> Any:
    return {
        each: SetMembership(mandatory=mandatory, position=position, by_property_name=not pipeline, pipeline=pipeline)
        for each in sets
    }


class ProcessCommand(Cmdlet):
    """Finds processes by name or number; only this one is there to be found."""

    name: Any = None
    id: Any = None
    input_object: Any = None

    def found(self) -> list[Process]:
        """Return the processes that were named; reports those that are not there."""
        if self.input_object is not None:
            return list(self.input_object)
        own = Process()
        if self.id is not None:
            return [own for number in self.id if self._is_it(number == own.id, number, "process identifier")]
        names = self.name or ["*"]
        return [own for name in names if self._is_it(wildcard_matcher(name)(own.process_name), name, "name")]

    def _is_it(self, matches: bool, wanted: Any, what: str) -> bool:
        if not matches and not (isinstance(wanted, str) and has_wildcard(wanted)):
            by_name = what == "name"
            named = f'"{wanted}". Verify the process name and call the cmdlet again.' if by_name else f"{wanted}."
            self.write_error(
                self.error(
                    f"Cannot find a process with the {what} {named}",
                    "NoProcessFoundForGivenName" if by_name else "NoProcessFoundForGivenId",
                    ErrorCategory.ObjectNotFound,
                    wanted,
                    exception=ProcessCommandException,
                )
            )
        return matches


_PLAIN: Final = ("Name", "Id", "InputObject")


class GetProcess(ProcessCommand, verb="Get", noun="Process", module=_MODULE, default_set="Name", output=(_PROCESS,)):
    """Get the processes of the lab: this one."""

    examples = (Example("Get-Process -Id $PID", "This process."),)

    name: Any = parameter(
        "string[]",
        sets=_ids("Name", "NameWithUserName", mandatory=False, position=0),
        aliases=("ProcessName",),
        not_null_or_empty=True,
        help="Names; wildcards work.",
    )
    id: Any = parameter("int[]", sets=_ids("Id", "IdWithUserName"), aliases=("PID",), help="Numbers.")
    input_object: Any = parameter(
        _PROCESS + "[]", sets=_ids("InputObject", "InputObjectWithUserName", pipeline=True), help="Processes."
    )
    modules: bool = parameter("switch", name="Module", sets=_PLAIN, refused="Processes have no modules.", help="-")
    file_version_info: bool = parameter(
        "switch", sets=_PLAIN, aliases=("FV", "FVI"), refused="Files have no versions.", help="The program's version."
    )
    include_user_name: bool = parameter(
        "switch",
        sets={
            each: SetMembership(mandatory=True)
            for each in ("NameWithUserName", "IdWithUserName", "InputObjectWithUserName")
        },
        refused="Users are not shown.",
        help="The user who runs it.",
    )

    def process(self) -> None:
        """Write the processes."""
        for each in self.found():
            self.write(each)


class StopProcess(
    ProcessCommand,
    verb="Stop",
    noun="Process",
    module=_MODULE,
    default_set="Id",
    should_process=True,
    output=(_PROCESS,),
):
    """End a process. The lab's own process cannot be ended so: use exit."""

    id: Any = parameter("int[]", sets=_ids("Id", position=0), help="Numbers.")
    name: Any = parameter("string[]", sets=_ids("Name"), aliases=("ProcessName",), help="Names; wildcards work.")
    input_object: Any = parameter(
        _PROCESS + "[]", sets=_ids("InputObject", position=0, pipeline=True), help="Processes."
    )
    pass_thru: bool = parameter("switch", help="Write the processes.")
    force: bool = parameter("switch", help="Do not ask.")

    def process(self) -> None:
        """Refuse, after -WhatIf had its say."""
        for each in self.found():
            if self.should_process(f"{each.process_name} ({each.id})", "Stop-Process"):
                raise self.not_emulated("Ending the shell by Stop-Process", "StopProcess")


class WaitProcess(ProcessCommand, verb="Wait", noun="Process", module=_MODULE, default_set="Name", output=(_PROCESS,)):
    """Wait for the end of a process. The lab's own process would wait for itself: it is refused."""

    name: Any = parameter("string[]", sets=_ids("Name", position=0), aliases=("ProcessName",), help="Names.")
    id: Any = parameter(
        "int[]", sets=_ids("Id", position=0), aliases=("PID", "ProcessId"), help="Numbers.", not_null_or_empty=True
    )
    input_object: Any = parameter(_PROCESS + "[]", sets=_ids("InputObject", pipeline=True), help="Processes.")
    timeout: int = parameter(
        "int", position=1, aliases=("TimeoutSec",), range=(0, 32767), help="Seconds to wait.", not_null_or_empty=True
    )
    any: bool = parameter("switch", help="Wait for the first one only.")
    pass_thru: bool = parameter("switch", help="Write the processes.")

    def process(self) -> None:
        """Refuse what was found."""
        if self.found():
            raise self.not_emulated("Waiting for the shell itself", "WaitProcess")


class StartProcess(
    ProcessCommand,
    verb="Start",
    noun="Process",
    module=_MODULE,
    default_set="Default",
    should_process=True,
    output=(_PROCESS,),
):
    """Start a program in a process of its own. Not emulated; programs can be called by name."""

    file_path: str = parameter(
        "string", position=0, mandatory=True, aliases=("PSPath", "Path"), not_null_or_empty=True, help="The program."
    )
    argument_list: Any = parameter("string[]", position=1, aliases=("Args",), help="Its arguments.")
    credential: Any = parameter(
        "System.Management.Automation.PSCredential",
        sets=("Default",),
        aliases=("RunAs",),
        help="Who runs it.",
        not_null_or_empty=True,
    )
    working_directory: str = parameter("string", not_null_or_empty=True, help="Where it runs.")
    load_user_profile: bool = parameter("switch", sets=("Default",), aliases=("Lup",), help="With the user's settings.")
    no_new_window: bool = parameter("switch", sets=("Default",), aliases=("nnw",), help="In this window.")
    pass_thru: bool = parameter("switch", help="Write the process.")
    redirect_standard_error: str = parameter(
        "string", sets=("Default",), aliases=("RSE",), help="A file for errors.", not_null_or_empty=True
    )
    redirect_standard_input: str = parameter(
        "string", sets=("Default",), aliases=("RSI",), help="A file for input.", not_null_or_empty=True
    )
    redirect_standard_output: str = parameter(
        "string", sets=("Default",), aliases=("RSO",), help="A file for output.", not_null_or_empty=True
    )
    wait: bool = parameter("switch", help="Wait for its end.")
    window_style: Any = parameter(
        "System.Diagnostics.ProcessWindowStyle",
        refused="There are no windows.",
        help="How its window looks.",
        not_null_or_empty=True,
    )
    use_new_environment: bool = parameter("switch", sets=("Default",), help="With the machine's variables only.")
    environment: Any = parameter("hashtable", help="Environment variables.")
    shell_verb: str = parameter(
        "string", name="Verb", sets=("UseShellExecute",), help="What to do with a document.", not_null_or_empty=True
    )

    def process(self) -> None:
        """Refuse, after -WhatIf had its say."""
        if self.should_process(self.file_path, "Start-Process"):
            raise self.not_emulated("Starting programs in windows of their own", "StartProcess")


class DebugProcess(
    ProcessCommand, verb="Debug", noun="Process", module=_MODULE, default_set="Name", should_process=True
):
    """Open a debugger on a process. Not emulated."""

    name: Any = parameter("string[]", sets=_ids("Name", position=0), aliases=("ProcessName",), help="Names.")
    id: Any = parameter(
        "int[]", sets=_ids("Id", position=0), aliases=("PID", "ProcessId"), help="Numbers.", not_null_or_empty=True
    )
    input_object: Any = parameter(_PROCESS + "[]", sets=_ids("InputObject", pipeline=True), help="Processes.")

    def process(self) -> None:
        """Refuse what was found."""
        if self.found():
            raise self.not_emulated("Debugging processes", "DebugProcess")
