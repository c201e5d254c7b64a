"""Invoke-Command: a block here, in sessions, or on computers by their names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from cmdlets.powershell.using_values import require_using_values
from shell.dotnet.io.text_files import read_text
from shell.engine.automation.runspaces import make_engine
from shell.engine.commands.cmdlet import Cmdlet, Example, SetMembership, parameter
from shell.engine.providers.base import path_not_found
from shell.engine.session.background_jobs import BackgroundJob, crossed
from shell.engine.session.jobs import job_table
from shell.engine.session.remote_sessions import PSSession, new_guid
from shell.lazy import lazy
from shell.types.conversion.text import to_string
from shell.values.errors import ErrorCategory, ErrorRecord, InvalidOperationException
from shell.values.objects import Value

from .connecting import PSRemotingTransportException, Refusal, refusal
from .remote import Remote, noted

if TYPE_CHECKING:
    from shell.engine.providers import table as providers_table
else:
    providers_table = lazy("shell.engine.providers.table", globals(), "providers_table")


_CORE: Final = "Microsoft.PowerShell.Core"
_NO_SUCH: Final = "The lab has no SSH, no virtual machines and no containers."


class RemoteJob(BackgroundJob):
    """A job of Invoke-Command -AsJob."""

    ps_job_type_name = "RemoteJob"
    show_name = True

    def take(self, value: Value) -> None:
        """Take an object that the block wrote."""
        self.output.append(noted(value, str(self.location), self.instance_id, self.show_name))


def _remote(type_name: str, *, sets: Any, help: str, **more: Any) -> Any:
    return parameter(type_name, sets=sets, refused=_NO_SUCH, help=help, **more)


_COMPUTER = ("ComputerName", "FilePathComputerName")
_SESSION = ("Session", "FilePathRunspace")
_URI = ("Uri", "FilePathUri")
_SSH = ("SSHHost", "FilePathSSHHost")
_HASH = ("SSHHostHashParam", "FilePathSSHHostHash")
_MACHINE = ("VMId", "FilePathVMId", "VMName", "FilePathVMName")
_CONTAINER = ("ContainerId", "FilePathContainerId")
_REMOTE = (*_COMPUTER, *_SESSION, *_URI, *_MACHINE, *_CONTAINER, *_SSH, *_HASH)
_NAMED_JOBS = (*_COMPUTER, *_SESSION, *_URI, *_CONTAINER, "SSHHost", "SSHHostHashParam")
_REMOTE_BLOCKS = ("Session", "ComputerName", "Uri", "VMId", "VMName", "SSHHost", "ContainerId", "SSHHostHashParam")
_FIRST = SetMembership(mandatory=True, position=0)
_NAMED = SetMembership(by_property_name=True)
_SECOND = SetMembership(mandatory=True, position=1)


class InvokeCommand(Cmdlet, verb="Invoke", noun="Command", module=_CORE, default_set="InProcess"):
    """Run a script block, here or on the lab's own server; no other computer can be reached.

    On a computer the block runs in a session of its own, as by a PSSession. What it writes arrives without its methods,
    with the name of the computer in PSComputerName. `$using:name` is the value of a variable of the caller.
    """

    runs_blocks = True

    examples = (
        Example("Invoke-Command { $args[0] * 2 } -ArgumentList 4", "Run a block with an argument."),
        Example("Invoke-Command -ComputerName EX01 { Get-Service MSExchangeTransport }", "Run it on the server."),
    )

    script_block: Any = parameter(
        "scriptblock",
        sets={"InProcess": _FIRST, **{each: _SECOND for each in _REMOTE_BLOCKS}},
        aliases=("Command",),
        not_null=True,
        help="The block.",
    )
    no_new_scope: bool = parameter("switch", sets=("InProcess",), help="Run in the caller's scope.")
    input_object: Value = parameter("psobject", pipeline=True, help="Objects that the block sees as `$input`.")
    argument_list: list[Value] = parameter("object[]", aliases=("Args",), help="The block's arguments.")
    sessions: Any = parameter(
        "System.Management.Automation.Runspaces.PSSession[]",
        name="Session",
        sets=_SESSION,
        position=0,
        help="Sessions of New-PSSession.",
        not_null_or_empty=True,
    )
    computer_name: Any = parameter(
        "string[]", sets=_COMPUTER, position=0, aliases=("Cn",), help="The computers.", not_null_or_empty=True
    )
    connection_uri: Any = parameter(
        "uri[]",
        sets=_URI,
        position=0,
        aliases=("URI", "CU"),
        help="Addresses of computers.",
        not_null_or_empty=True,
    )
    host_name: Any = _remote("string[]", sets=_SSH, mandatory=True, help="Computers by SSH.", not_null_or_empty=True)
    ssh_connection: Any = _remote(
        "hashtable[]", name="SSHConnection", sets=_HASH, mandatory=True, help="SSH settings.", not_null_or_empty=True
    )
    file_path: Any = parameter(
        "string",
        sets={
            **{each: _SECOND for each in _REMOTE if each.startswith("FilePath") and "SSH" not in each},
            **dict.fromkeys(("FilePathSSHHost", "FilePathSSHHostHash"), SetMembership(mandatory=True)),
        },
        aliases=("PSPath",),
        help="A script to run elsewhere.",
        not_null=True,
    )
    credential: Any = parameter(
        "pscredential",
        sets={
            **dict.fromkeys((*_COMPUTER, *_URI), _NAMED),
            **dict.fromkeys(_MACHINE, SetMembership(mandatory=True, by_property_name=True)),
        },
        help="Who logs on.",
    )
    port: Any = parameter("int", sets=(*_COMPUTER, "SSHHost"), help="The port.", range=(1, 65535))
    use_ssl: Any = parameter("switch", name="UseSSL", sets=_COMPUTER, help="Use TLS.")
    configuration_name: Any = parameter(
        "string", sets=(*_COMPUTER, *_URI, *_MACHINE, *_CONTAINER), by_property_name=True, help="The endpoint."
    )
    application_name: Any = parameter("string", sets=_COMPUTER, by_property_name=True, help="The application.")
    throttle_limit: Any = parameter(
        "int",
        sets=(*_SESSION, *_COMPUTER, *_URI, *_MACHINE, *_CONTAINER),
        help="How many at once; they run one after the other.",
    )
    as_job: Any = parameter("switch", sets=_REMOTE, help="Run as a job, which has ended when the command returns.")
    hide_computer_name: Any = parameter("switch", sets=_REMOTE, aliases=("HCN",), help="Leave out PSComputerName.")
    job_name: Any = parameter("string", sets=_NAMED_JOBS, help="The job's name.")
    remote_debug: Any = _remote("switch", sets=_REMOTE, help="Debug.")
    in_disconnected_session: Any = _remote(
        "switch", sets=(*_COMPUTER, *_URI), aliases=("Disconnected",), help="Disconnect at once."
    )
    session_name: Any = _remote("string[]", sets=_COMPUTER, help="Names of sessions.", not_null_or_empty=True)
    session_option: Any = parameter(
        "System.Management.Automation.Remoting.PSSessionOption", sets=(*_COMPUTER, *_URI), help="Options."
    )
    authentication: Any = parameter(
        "System.Management.Automation.Runspaces.AuthenticationMechanism",
        sets=(*_COMPUTER, *_URI),
        help="How to log on.",
    )
    enable_network_access: Any = parameter("switch", sets=(*_COMPUTER, *_URI), help="Interactive token.")
    certificate_thumbprint: Any = parameter("string", sets=("ComputerName", "Uri"), help="A certificate.")
    allow_redirection: Any = parameter("switch", sets=_URI, help="Follow a redirection.")
    user_name: Any = _remote("string", sets=_SSH, help="Who logs on by SSH.", not_null_or_empty=True)
    key_file_path: Any = _remote(
        "string", sets=_SSH, aliases=("IdentityFilePath",), help="A key.", not_null_or_empty=True
    )
    subsystem: Any = _remote("string", sets=_SSH, help="The SSH subsystem.")
    connecting_timeout: Any = _remote("int", sets=_SSH, help="Milliseconds.")
    ssh_transport: Any = _remote("switch", name="SSHTransport", sets=_SSH, help="Use SSH.")
    vm_id: Any = _remote(
        "guid[]",
        name="VMId",
        sets=_MACHINE[:2],
        mandatory=True,
        position=0,
        by_property_name=True,
        aliases=("VMGuid",),
        help="Machines.",
        not_null_or_empty=True,
    )
    vm_name: Any = _remote(
        "string[]",
        name="VMName",
        sets=_MACHINE[2:],
        mandatory=True,
        by_property_name=True,
        help="Machines by name.",
        not_null_or_empty=True,
    )
    run_as_administrator: Any = _remote("switch", sets=_CONTAINER, help="As administrator.")
    container_id: Any = _remote(
        "string[]", sets=_CONTAINER, mandatory=True, by_property_name=True, help="Containers.", not_null_or_empty=True
    )
    options: Any = _remote("hashtable", sets=_SSH, help="SSH options.", not_null_or_empty=True)

    def begin(self) -> None:
        """Input is gathered first."""
        self._input: list[Value] = []

    def process(self) -> None:
        """Keep an object of the input."""
        if self.is_bound("InputObject"):
            self._input.append(self.input_object)

    def end(self) -> None:
        """Run the block."""
        if self.parameter_set == "InProcess":
            self._run_here()
            return
        block = self.script_block if self.script_block is not None else self._script()
        require_using_values(self, block)
        targets = list(self._targets())
        if self.as_job:
            self._start_job(block, targets)
            return
        for computer, session in targets:
            if isinstance(session, Refusal):
                self.write_error(_unreachable(session))
            elif session is None or session.word == "Opened":
                self._run_on(computer, session, block, alone=len(targets) == 1)
            else:
                self.write_error(self._not_open(session))

    def _run_here(self) -> None:
        session = self.session
        before, session.using_scope = session.using_scope, session.scope
        try:
            session.invoke(
                self.script_block,
                list(self.argument_list or ()),
                input=self._given(),
                out=self.runtime.out,
                local=self.no_new_scope,
            )
        finally:
            session.using_scope = before

    def _given(self) -> list[Value] | None:
        return self._input if self.is_bound("InputObject") else None

    def _script(self) -> Value:
        found = providers_table.drive_table(self.session).expand(self.file_path)
        if len(found) != 1:
            raise path_not_found(self.file_path)
        place = found[0]
        return self.session.parse_block(read_text(place.provider_path), place.provider_path)

    def _targets(self) -> Iterator[tuple[str, PSSession | Refusal | None]]:
        """The computers, each with its session, why it cannot be reached, or None for one session that ends at once."""
        for session in self.sessions or ():
            yield session.computer_name, session
        names = [to_string(each) for each in self.computer_name or ()]
        names += [each.host() for each in self.connection_uri or ()]
        if not names and not self.sessions:
            names = ["localhost"]
        for name in names:
            by_address = self.authentication is not None and str(self.authentication) == "Basic"
            refused = refusal(self.session, name, self.configuration_name or "", self.credential, by_address=by_address)
            yield name, refused

    def _run_on(self, computer: str, session: PSSession | None, block: Any, *, alone: bool) -> None:
        shown = not self.hide_computer_name
        if session is not None:
            remote = Remote(self, session.engine, computer, session.instance_id, shown)
            self._run_remote(remote, block, local=True, alone=alone)
            return
        engine = make_engine(self.session, own_process=True)
        try:
            self._run_remote(Remote(self, engine, computer, new_guid(), shown), block, local=False, alone=alone)
        finally:
            engine.close()

    def _run_remote(self, remote: Remote, block: Any, *, local: bool, alone: bool) -> None:
        """Run it; where it ends with an error, the others are still asked."""
        arguments = list(self.argument_list or ())
        error = remote.run(block, arguments, self._given(), local)
        if error is None:
            return
        if alone:
            raise self.fail(error)
        self.write_error(error)

    def _not_open(self, session: PSSession) -> ErrorRecord:
        text = (
            f"Because the session state for session {session.name}, {session.instance_id}, {session.computer_name} is "
            f"not equal to Open, you cannot run a command in the session.  The session state is {session.word}."
        )
        error = InvalidOperationException(text)
        return self.error(error, "InvokeCommandCommandInvalidSessionState", ErrorCategory.InvalidOperation, session)

    def _start_job(self, block: Any, targets: list[tuple[str, PSSession | Refusal | None]]) -> None:
        table = job_table(self.session)
        job = RemoteJob(table.next_number(), table.next_number(), self.job_name or "", str(block))
        table.add(job)
        job.location = ",".join(computer for computer, _ in targets)
        job.show_name = not self.hide_computer_name
        for child in job.child_jobs:
            child.location = job.location
        items = self._given()
        for computer, session in targets:
            if isinstance(session, Refusal):
                record = _unreachable(session)
                job.error.append(record)
                job.enter("Failed", record.exception)
                continue
            job.location = computer
            arguments = [crossed(each) for each in self.argument_list or ()]
            job.run(self.session, block, arguments, None if items is None else [crossed(each) for each in items])
        job.location = ",".join(computer for computer, _ in targets)
        self.write(job)


def _unreachable(refused: Refusal) -> ErrorRecord:
    """The error of a computer that cannot be connected to; it has no place in the script."""
    exception = PSRemotingTransportException(refused.message)
    exception.origin = ""
    record = ErrorRecord(exception, refused.error_id, ErrorCategory.OpenError, refused.computer)
    record.command_id = "PSSessionStateBroken"
    record.activity = ""
    return record
