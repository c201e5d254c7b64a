"""Running text and blocks, and how strictly: Invoke-Expression, Invoke-Command, Set-StrictMode, Set-PSDebug."""

from __future__ import annotations

from typing import Any

from shell.runtime.cmdlet import Cmdlet, Example, SetMembership, parameter
from shell.runtime.conversion import convert
from shell.runtime.errors import ErrorCategory, NotEmulatedException
from shell.runtime.objects import Value
from shell.runtime.typenames import named

_CORE = "Microsoft.PowerShell.Core"
_NO_REMOTING = "There is no remoting to other computers."


class InvokeExpression(Cmdlet, verb="Invoke", noun="Expression"):
    """Run a text as if it stood in the script."""

    examples = (Example("Invoke-Expression '1 + 1'", "Run a text."),)

    command: str = parameter("string", mandatory=True, position=0, pipeline=True, help="The text.")

    def process(self) -> None:
        """Run it in the caller's scope."""
        block = self.session.parse_block(self.command)
        self.session.invoke(block, out=self.runtime.out, local=True)


def _remote(type_name: str, *, sets: Any, help: str, **more: Any) -> Any:
    return parameter(type_name, sets=sets, refused=_NO_REMOTING, help=help, **more)


_COMPUTER = ("ComputerName", "FilePathComputerName")
_SESSION = ("Session", "FilePathRunspace")
_URI = ("Uri", "FilePathUri")
_SSH = ("SSHHost", "FilePathSSHHost")
_HASH = ("SSHHostHashParam", "FilePathSSHHostHash")
_REMOTE = (*_COMPUTER, *_SESSION, *_URI, *_SSH, *_HASH)
_REMOTE_BLOCKS = ("Session", "ComputerName", "Uri", "VMId", "VMName", "SSHHost", "ContainerId", "SSHHostHashParam")
_FIRST = SetMembership(mandatory=True, position=0)
_SECOND = SetMembership(mandatory=True, position=1)


class InvokeCommand(Cmdlet, verb="Invoke", noun="Command", module=_CORE, default_set="InProcess"):
    """Run a script block. Other computers cannot be reached: their parameters are refused."""

    examples = (Example("Invoke-Command { $args[0] * 2 } -ArgumentList 4", "Run a block with an argument."),)

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
    sessions: Any = _remote(
        "System.Management.Automation.Runspaces.PSSession[]",
        name="Session",
        sets=_SESSION,
        position=0,
        help="Sessions on other computers.",
    )
    computer_name: Any = _remote("string[]", sets=_COMPUTER, position=0, aliases=("Cn",), help="Other computers.")
    connection_uri: Any = _remote("uri[]", sets=_URI, position=0, aliases=("URI", "CU"), help="Addresses of computers.")
    host_name: Any = _remote("string[]", sets=_SSH, mandatory=True, help="Computers by SSH.")
    ssh_connection: Any = _remote("hashtable[]", name="SSHConnection", sets=_HASH, mandatory=True, help="SSH settings.")
    file_path: Any = _remote(
        "string",
        sets={each: _SECOND for each in ("FilePathRunspace", "FilePathComputerName", "FilePathUri")},
        aliases=("PSPath",),
        help="A script to run elsewhere.",
    )
    credential: Any = _remote("pscredential", sets=(*_COMPUTER, *_URI), help="Who logs on.")
    port: Any = _remote("int", sets=(*_COMPUTER, "SSHHost"), help="The port.")
    use_ssl: Any = _remote("switch", name="UseSSL", sets=_COMPUTER, help="Use TLS.")
    configuration_name: Any = _remote("string", sets=(*_COMPUTER, *_URI), help="The endpoint.")
    application_name: Any = _remote("string", sets=_COMPUTER, help="The application.")
    throttle_limit: Any = _remote("int", sets=(*_SESSION, *_COMPUTER, *_URI), help="How many at once.")
    as_job: Any = _remote("switch", sets=_REMOTE, help="Run as a job.")
    hide_computer_name: Any = _remote("switch", sets=_REMOTE, aliases=("HCN",), help="Leave out PSComputerName.")
    job_name: Any = _remote("string", sets=_REMOTE, help="The job's name.")
    remote_debug: Any = _remote("switch", sets=_REMOTE, help="Debug.")
    in_disconnected_session: Any = _remote(
        "switch", sets=(*_COMPUTER, *_URI), aliases=("Disconnected",), help="Disconnect at once."
    )
    session_name: Any = _remote("string[]", sets=_COMPUTER, help="Names of sessions.")
    session_option: Any = _remote(
        "System.Management.Automation.Remoting.PSSessionOption", sets=(*_COMPUTER, *_URI), help="Options."
    )
    authentication: Any = _remote(
        "System.Management.Automation.Runspaces.AuthenticationMechanism",
        sets=(*_COMPUTER, *_URI),
        help="How to log on.",
    )
    enable_network_access: Any = _remote("switch", sets=(*_COMPUTER, *_URI), help="Interactive token.")
    certificate_thumbprint: Any = _remote("string", sets=("ComputerName", "Uri"), help="A certificate.")
    allow_redirection: Any = _remote("switch", sets=_URI, help="Follow a redirection.")
    user_name: Any = _remote("string", sets=_SSH, help="Who logs on by SSH.")
    key_file_path: Any = _remote("string", sets=_SSH, aliases=("IdentityFilePath",), help="A key.")
    subsystem: Any = _remote("string", sets=_SSH, help="The SSH subsystem.")
    connecting_timeout: Any = _remote("int", sets=_SSH, help="Milliseconds.")
    ssh_transport: Any = _remote("switch", name="SSHTransport", sets=_SSH, help="Use SSH.")
    vm_id: Any = _remote("guid[]", name="VMId", sets=("VMId",), mandatory=True, aliases=("VMGuid",), help="Machines.")
    vm_name: Any = _remote("string[]", name="VMName", sets=("VMName",), mandatory=True, help="Machines by name.")
    run_as_administrator: Any = _remote("switch", sets=("ContainerId",), help="As administrator.")
    container_id: Any = _remote("string[]", sets=("ContainerId",), mandatory=True, help="Containers.")
    options: Any = _remote("hashtable", sets=_SSH, help="SSH options.")

    def begin(self) -> None:
        """Input is gathered first."""
        self._input: list[Value] = []

    def process(self) -> None:
        """Keep an object of the input."""
        if self.is_bound("InputObject"):
            self._input.append(self.input_object)

    def end(self) -> None:
        """Run the block."""
        session = self.session
        before, session.using_scope = session.using_scope, session.scope
        try:
            session.invoke(
                self.script_block,
                list(self.argument_list or ()),
                input=self._input if self.is_bound("InputObject") else None,
                out=self.runtime.out,
                local=self.no_new_scope,
            )
        finally:
            session.using_scope = before


class SetStrictMode(Cmdlet, verb="Set", noun="StrictMode", module=_CORE, default_set="Version"):
    """Say how strictly variables, properties and calls are checked from here on, in this scope and below."""

    examples = (Example("Set-StrictMode -Version Latest", "Be as strict as possible."),)

    version: Any = parameter(
        "version",
        sets=("Version",),
        mandatory=True,
        aliases=("v",),
        transform=lambda value: _latest(value),
        help="1.0, 2.0, 3.0 or Latest.",
    )
    off: bool = parameter("switch", sets=("Off",), mandatory=True, help="Check nothing.")

    def end(self) -> None:
        """Set the mode of the caller's scope."""
        if self.off:
            self.session.scope.strict = ()
            self.session.strict_changed()
            return
        version = convert(self.version, named("System.Version"))
        numbers = (int(version.major), max(int(version.minor), 0))
        if numbers not in ((0, 0), (1, 0), (2, 0), (3, 0)) and not (3, 0) < numbers <= (7, 6):
            text = (
                f"Cannot validate argument on parameter 'Version'. The \"{version}\" argument does not contain a valid"
                " PowerShell version. Supply a valid version number and then try the command again."
            )
            raise self.fail(
                self.error(text, "ParameterArgumentValidationError", ErrorCategory.InvalidData, self.version)
            )
        self.session.scope.strict = numbers if numbers > (0, 0) else ()
        self.session.strict_changed()


def _latest(value: Value) -> Value:
    if isinstance(value, str) and value.lower() == "latest":
        return "3.0"
    if type(value) is int:
        return f"{value}.0"
    return str(value) if type(value) is float else value


class SetPSDebug(Cmdlet, verb="Set", noun="PSDebug", module=_CORE):
    """Turn strictness on or off for the session; show each statement before it runs. Stepping is not emulated."""

    examples = (
        Example("Set-PSDebug -Trace 1; Set-PSDebug -Off", "Show the statements that run."),
        Example("Set-PSDebug -Off", "No checks."),
    )

    trace: int = parameter("int", sets=("on",), range=(0, 2), help="Show each line before it runs.")
    step: bool = parameter("switch", sets=("on",), help="Ask before each line.")
    strict: bool = parameter("switch", sets=("on",), help="Reading a variable that was never set is an error.")
    off: bool = parameter("switch", sets=("off",), help="Turn everything off.")

    def end(self) -> None:
        """Set the mode of the session."""
        if self.step:
            raise NotEmulatedException("Set-PSDebug: stepping is not emulated.", error_id="NotEmulatedStepping")
        if self.is_bound("Trace"):
            self.session.trace_level = self.trace
            if self.trace:
                from shell.runtime.compile.tracing import begin

                begin(self.session)
        if self.off:
            self.session.trace_level = 0
            self.session.global_scope.strict = None
        elif self.is_bound("Strict"):
            self.session.global_scope.strict = (1, 0) if self.strict else None
