"""Start-Job."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from cmdlets.powershell.using_values import require_using_values
from shell.dotnet.io.text_files import read_text
from shell.engine.commands.cmdlet import Example, SetMembership, parameter
from shell.engine.session.background_jobs import start
from shell.lazy import lazy
from shell.values.objects import Value

from .jobs import StartsJob

if TYPE_CHECKING:
    from shell.engine.providers import table
else:
    table = lazy("shell.engine.providers.table", globals())


_ELSEWHERE: Final = "The job runs in this process, as the one who started it."


_RUN: Final = ("ComputerName", "FilePathComputerName", "LiteralFilePathComputerName")
"""The sets that run something; the others name what is not emulated."""


def _refused(type_name: str, help: str, **more: Any) -> Any:
    return parameter(type_name, refused=_ELSEWHERE, help=help, **more)


class StartJob(
    StartsJob,
    verb="Start",
    noun="Job",
    module="Microsoft.PowerShell.Core",
    default_set="ComputerName",
    output=("System.Management.Automation.PSRemotingJob",),
):
    """Run a block as a job. It has ended when the command returns; its objects arrive without their methods."""

    examples = (Example("Start-Job { 1 + 1 } | Receive-Job -Wait -AutoRemoveJob", "Run a job and take its output."),)

    script_block: Any = parameter(
        "scriptblock",
        sets={"ComputerName": SetMembership(mandatory=True, position=0)},
        aliases=("Command",),
        help="The block.",
    )
    file_path: str = parameter(
        "string", sets={"FilePathComputerName": SetMembership(mandatory=True, position=0)}, help="A script instead."
    )
    literal_path: str = parameter(
        "string",
        sets={"LiteralFilePathComputerName": SetMembership(mandatory=True)},
        aliases=("PSPath", "LP"),
        help="A script, its path taken exactly as it is.",
    )
    definition_name: Any = _refused(
        "string",
        "A job of another kind.",
        sets={"DefinitionName": SetMembership(mandatory=True, position=0)},
        not_null_or_empty=True,
    )
    definition_path: Any = _refused(
        "string",
        "Where that one is described.",
        sets={"DefinitionName": SetMembership(position=1)},
        not_null_or_empty=True,
    )
    definition_type: Any = _refused(
        "string",
        "Which kind.",
        name="Type",
        sets={"DefinitionName": SetMembership(position=2)},
        not_null_or_empty=True,
    )
    name: str = parameter("string", sets=_RUN, by_property_name=True, help="The job's name.")
    initialization_script: Any = parameter("scriptblock", sets=_RUN, position=1, help="Runs before the block.")
    argument_list: list[Value] = parameter("object[]", sets=_RUN, aliases=("Args",), help="The block's arguments.")
    input_object: Value = parameter(
        "psobject", sets=_RUN, pipeline=True, help="Objects that the block sees as `$input`."
    )
    working_directory: str = parameter(
        "string", not_null_or_white_space=True, help="The folder where the block begins."
    )
    credential: Any = _refused("pscredential", "Who runs it.", sets=_RUN)
    authentication: Any = _refused(
        "System.Management.Automation.Runspaces.AuthenticationMechanism", "How that one is known.", sets=_RUN
    )
    run_as32: Any = _refused("switch", "In a process of 32 bits.", name="RunAs32", sets=_RUN)
    ps_version: Any = _refused("version", "In another version.", name="PSVersion", sets=_RUN, not_null_or_empty=True)
    connecting_timeout: Any = _refused("int", "Milliseconds.", sets=("SSHHost",))
    options: Any = _refused("hashtable", "SSH options.", sets=("SSHHost",), not_null_or_empty=True)

    def end(self) -> None:
        """Run the job."""
        session = self.session
        block = self.script_block if self.script_block is not None else self._script()
        require_using_values(self, block)
        before = [self.initialization_script] if self.initialization_script is not None else []
        if self.working_directory:
            folder = self._folder().replace("'", "''")
            before.insert(0, f"Set-Location -LiteralPath '{folder}'")
        if before:
            block = session.parse_block("\n".join(str(each) for each in (*before, block)))
        self.write(start(session, block, self.name or "", self.argument_list or (), self.gathered))

    def _folder(self) -> str:
        (place,) = table.drive_table(self.session).expand(self.working_directory, literal=True)
        return place.provider_path

    def _script(self) -> Value:
        path = self.literal_path or self.file_path
        (place,) = table.drive_table(self.session).expand(path, literal=bool(self.literal_path))
        return self.session.parse_block(read_text(place.provider_path), place.provider_path)
