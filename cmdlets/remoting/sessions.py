"""The cmdlets of PSSessions: New, Get, Remove, Enter, Exit, Disconnect, Connect."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar, Final

from shell.engine.commands.cmdlet import Cmdlet, Example, SetMembership, parameter
from shell.engine.session.remote_sessions import PSSESSION, PSSession, session_table
from shell.engine.session.runspace import Runspace
from shell.types.conversion.text import to_string
from shell.values.errors import ErrorCategory, ErrorRecord, PSArgumentException
from shell.values.objects import Value
from shell.values.wildcard import wildcard_matcher

from . import remote as remote  # registers how sessions show
from .connecting import DEFAULT_CONFIGURATION, PSRemotingTransportException, Refusal, refusal

_CORE: Final = "Microsoft.PowerShell.Core"
_OPTION: Final = "System.Management.Automation.Remoting.PSSessionOption"
_MECHANISM: Final = "System.Management.Automation.Runspaces.AuthenticationMechanism"
_NO_SUCH: Final = "The lab has no SSH, no virtual machines and no containers."
_COMPUTER, _URI = "ComputerName", "Uri"
_SSH: Final = ("SSHHost",)
_MACHINES: Final = ("VMId", "VMName", "ContainerId")
_FIRST: Final = SetMembership(mandatory=True, position=0, by_property_name=True)
_PIPED: Final = SetMembership(mandatory=True, position=0, pipeline=True, by_property_name=True)
_GIVEN: Final = SetMembership(mandatory=True, by_property_name=True)


def _refused(type_name: str, help: str, **more: Any) -> Any:
    return parameter(type_name, refused=_NO_SUCH, help=help, **more)


def _names(session: Runspace, word: str) -> list[str]:
    known = session_table(session).sessions.values()
    return [each.name for each in known if each.name.lower().startswith(word.lower())]


class NewPSSession(Cmdlet, verb="New", noun="PSSession", module=_CORE, default_set=_COMPUTER, output=(PSSESSION,)):
    """Open a session on the lab's own server. Any other computer fails as an unreachable one does.

    With -ConfigurationName Microsoft.Exchange it is the session that scripts import Exchange's commands from.
    """

    examples = (
        Example(
            "$s = New-PSSession -ConfigurationName Microsoft.Exchange -ConnectionUri http://ex01/PowerShell/ "
            "-Authentication Kerberos; Remove-PSSession $s",
            "How scripts connect to Exchange.",
        ),
        Example("New-PSSession EX01 | Remove-PSSession", "A session on the server."),
    )

    computer_name: Any = parameter(
        "string[]",
        sets={_COMPUTER: SetMembership(position=0, pipeline=True, by_property_name=True)},
        aliases=("Cn",),
        help="The computers; the own one unless it is said.",
        not_null_or_empty=True,
    )
    connection_uri: Any = parameter(
        "uri[]", sets={_URI: _FIRST}, aliases=("URI", "CU"), help="Their addresses.", not_null_or_empty=True
    )
    sessions: Any = parameter(
        PSSESSION + "[]",
        name="Session",
        sets={"Session": SetMembership(position=0, pipeline=True, by_property_name=True)},
        help="Sessions to open another one beside.",
        not_null_or_empty=True,
    )
    credential: Any = parameter(
        "pscredential",
        sets={
            _COMPUTER: SetMembership(by_property_name=True),
            _URI: SetMembership(by_property_name=True),
            **dict.fromkeys(("VMId", "VMName"), _GIVEN),
        },
        help="Who logs on: an account of the lab.",
    )
    name: Any = parameter("string[]", help="Names of the sessions.")
    configuration_name: str = parameter(
        "string",
        sets=(_COMPUTER, _URI, *_MACHINES),
        by_property_name=True,
        help="Microsoft.PowerShell, Microsoft.Exchange.",
    )
    authentication: Any = parameter(_MECHANISM, sets=(_COMPUTER, _URI), help="How to log on.")
    session_option: Any = parameter(
        _OPTION, sets=(_COMPUTER, _URI), help="Options; they change nothing here.", not_null=True
    )
    allow_redirection: bool = parameter("switch", sets=(_URI,), help="Follow a redirection; there is none.")
    application_name: str = parameter("string", sets=(_COMPUTER,), by_property_name=True, help="The application.")
    certificate_thumbprint: str = parameter("string", sets=(_COMPUTER, _URI), help="A certificate to log on with.")
    enable_network_access: bool = parameter("switch", sets=(_COMPUTER, _URI, "Session"), help="Without effect.")
    port: int = parameter("int", sets=(_COMPUTER, *_SSH), range=(1, 65535), help="The port; nothing is dialed.")
    use_ssl: bool = parameter("switch", name="UseSSL", sets=(_COMPUTER,), help="Use TLS; nothing is dialed.")
    throttle_limit: int = parameter(
        "int", sets=(_COMPUTER, _URI, "Session", *_MACHINES), help="How many at once; they are opened one by one."
    )
    vm_id: Any = _refused(
        "guid[]", "Machines.", name="VMId", sets={"VMId": _FIRST}, aliases=("VMGuid",), not_null_or_empty=True
    )
    vm_name: Any = _refused(
        "string[]", "Machines by name.", name="VMName", sets={"VMName": _GIVEN}, not_null_or_empty=True
    )
    container_id: Any = _refused("string[]", "Containers.", sets={"ContainerId": _GIVEN}, not_null_or_empty=True)
    run_as_administrator: Any = _refused("switch", "As administrator.", sets=("ContainerId",))
    use_windows_power_shell: Any = _refused(
        "switch", "In Windows PowerShell.", sets={"UseWindowsPowerShellParameterSet": SetMembership(mandatory=True)}
    )
    host_name: Any = _refused(
        "string[]",
        "Computers by SSH.",
        sets={"SSHHost": SetMembership(mandatory=True, position=0)},
        not_null_or_empty=True,
    )
    user_name: Any = _refused("string", "Who logs on by SSH.", sets=_SSH, not_null_or_empty=True)
    key_file_path: Any = _refused("string", "A key.", sets=_SSH, aliases=("IdentityFilePath",), not_null_or_empty=True)
    subsystem: Any = _refused("string", "The SSH subsystem.", sets=_SSH, by_property_name=True)
    connecting_timeout: Any = _refused("int", "Milliseconds.", sets=_SSH)
    ssh_transport: Any = _refused("switch", "Use SSH.", name="SSHTransport", sets=_SSH)
    options: Any = _refused("hashtable", "SSH options.", sets=_SSH, not_null_or_empty=True)
    ssh_connection: Any = _refused(
        "hashtable[]",
        "SSH settings.",
        name="SSHConnection",
        sets={"SSHHostHashParam": SetMembership(mandatory=True)},
        not_null_or_empty=True,
    )

    def begin(self) -> None:
        """Names are given out in order."""
        self._waiting = [to_string(each) for each in self.name or ()]

    def process(self) -> None:
        """Open them."""
        configuration = self.configuration_name or DEFAULT_CONFIGURATION
        for session in self.sessions or ():
            self._open(session.computer_name, session.configuration_name)
        for address in self.connection_uri or ():
            self._open(address.host(), configuration)
        if self.parameter_set == _COMPUTER:
            for computer in self.computer_name or ("localhost",):
                self._open(to_string(computer), configuration)

    def _open(self, computer: str, configuration: str) -> None:
        basic = self.authentication is not None and str(self.authentication) == "Basic"
        refused = refusal(self.session, computer, configuration, self.credential, by_address=basic)
        if refused is not None:
            self.write_error(self._unreachable(refused))
            return
        name = self._waiting.pop(0) if self._waiting else ""
        self.write(session_table(self.session).open(self.session, name, computer, configuration))

    def _unreachable(self, refused: Refusal) -> ErrorRecord:
        record = self.error(
            PSRemotingTransportException(refused.message), refused.error_id, ErrorCategory.OpenError, refused.computer
        )
        record.command_id = "PSSessionOpenFailed"
        record.target_name = "System.Management.Automation.RemoteRunspace"
        record.target_type = "RemoteRunspace"
        return record


_SOUGHT: Final = ("ComputerName", "ConnectionUri", "ContainerId", "VMId", "VMName")
_BY_COMPUTER: Final = ("ComputerName", "ComputerInstanceId")
_BY_URI: Final = ("ConnectionUri", "ConnectionUriInstanceId")
_FILTERED: Final = (
    *_BY_COMPUTER,
    *_BY_URI,
    *(name for each in _SOUGHT[2:] for name in (each, each + "InstanceId")),
)


class GetPSSession(Cmdlet, verb="Get", noun="PSSession", module=_CORE, default_set="Name", output=(PSSESSION,)):
    """Show the sessions that were opened here: none, unless New-PSSession opened some."""

    examples = (Example("Get-PSSession", "All of them."),)

    name: Any = parameter(
        "string[]",
        sets={"Name": SetMembership(by_property_name=True), **dict.fromkeys(_SOUGHT, SetMembership())},
        completer=_names,
        help="Their names, wildcards included.",
        not_null_or_empty=True,
    )
    id_: Any = parameter("int[]", name="Id", sets={"Id": _FIRST}, help="Their numbers.", not_null=True)
    instance_id: Any = parameter(
        "guid[]",
        sets={
            "InstanceId": SetMembership(by_property_name=True),
            **{each + "InstanceId": SetMembership(mandatory=True) for each in ("Computer", *_SOUGHT[1:])},
        },
        help="Their identifiers.",
        not_null=True,
    )
    computer_name: Any = parameter(
        "string[]",
        sets=dict.fromkeys(_BY_COMPUTER, _FIRST),
        aliases=("Cn",),
        help="Their computers.",
        not_null_or_empty=True,
    )
    connection_uri: Any = parameter(
        "uri[]",
        sets=dict.fromkeys(_BY_URI, _FIRST),
        aliases=("URI", "CU"),
        help="The addresses of their computers.",
        not_null_or_empty=True,
    )
    configuration_name: str = parameter(
        "string", sets=_FILTERED, by_property_name=True, help="Only of this configuration."
    )
    state: Any = parameter(
        "Microsoft.PowerShell.Commands.SessionFilterState", sets=_FILTERED, default="All", help="Only in this state."
    )
    application_name: str = parameter("string", sets=_BY_COMPUTER, by_property_name=True, help="Without effect.")
    credential: Any = parameter("pscredential", sets=(*_BY_COMPUTER, *_BY_URI), help="Without effect.")
    authentication: Any = parameter(_MECHANISM, sets=(*_BY_COMPUTER, *_BY_URI), help="Without effect.")
    certificate_thumbprint: str = parameter("string", sets=(*_BY_COMPUTER, *_BY_URI), help="Without effect.")
    port: int = parameter("int", sets=_BY_COMPUTER, help="Without effect.", range=(1, 65535))
    use_ssl: bool = parameter("switch", name="UseSSL", sets=_BY_COMPUTER, help="Without effect.")
    throttle_limit: int = parameter("int", sets=(*_BY_COMPUTER, *_BY_URI), help="Without effect.")
    session_option: Any = parameter(_OPTION, sets=(*_BY_COMPUTER, *_BY_URI), help="Without effect.")
    allow_redirection: bool = parameter("switch", sets=_BY_URI, help="Without effect.")
    container_id: Any = _refused(
        "string[]",
        "Containers.",
        sets=dict.fromkeys(("ContainerId", "ContainerIdInstanceId"), _GIVEN),
        not_null_or_empty=True,
    )
    vm_id: Any = _refused(
        "guid[]",
        "Machines.",
        name="VMId",
        sets=dict.fromkeys(("VMId", "VMIdInstanceId"), _GIVEN),
        aliases=("VMGuid",),
        not_null_or_empty=True,
    )
    vm_name: Any = _refused(
        "string[]",
        "Machines by name.",
        name="VMName",
        sets=dict.fromkeys(("VMName", "VMNameInstanceId"), _GIVEN),
        not_null_or_empty=True,
    )

    def process(self) -> None:
        """Write them."""
        wanted = _Wanted(self, self.name, self.id_, self.instance_id, self.computer_name)
        hosts = [each.host().lower() for each in self.connection_uri or ()]
        for session in wanted.found():
            if hosts and session.computer_name.lower() not in hosts:
                continue
            if self.configuration_name and session.configuration_name.lower() != self.configuration_name.lower():
                continue
            if str(self.state).lower() in ("all", session.word.lower()):
                self.write(session)


class _Wanted:
    """Which sessions a command names; those that are not there are errors."""

    def __init__(self, cmdlet: Cmdlet, names: Any, ids: Any, guids: Any, computers: Any, given: Any = ()) -> None:
        self._cmdlet = cmdlet
        self._given = given or ()
        self._keys: list[tuple[str, Value]] = [
            *(("name", each) for each in names or ()),
            *(("id", each) for each in ids or ()),
            *(("InstanceId", each) for each in guids or ()),
            *(("computer", each) for each in computers or ()),
        ]

    def found(self) -> Iterator[PSSession]:
        """They, in the order in which they are named; all, where none is."""
        known = list(session_table(self._cmdlet.session).sessions.values())
        if self._given:
            yield from self._given
            return
        if not self._keys:
            yield from known
        for kind, key in self._keys:
            fitting = [each for each in known if _fits(each, kind, key)]
            yield from fitting
            if not fitting and not (kind in ("name", "computer") and any(mark in to_string(key) for mark in "*?[")):
                self._missing(kind, key)

    def _missing(self, kind: str, key: Value) -> None:
        if kind == "computer":
            return
        label = {"name": "name", "id": "session ID", "InstanceId": "instance ID"}[kind]
        text = f"The session with the {label} {to_string(key)} is not available."
        if kind == "id":
            text = f"The remote session with the session ID {to_string(key)} is not available."
        if kind == "name":
            text = f"The remote session with the name {to_string(key)} is not available."
        self._cmdlet.write_error(
            self._cmdlet.error(
                text,
                "CannotFindSession",
                ErrorCategory.InvalidArgument,
                key,
                exception=PSArgumentException,
            )
        )


def _fits(session: PSSession, kind: str, key: Value) -> bool:
    if kind == "id":
        return bool(session.id == key)
    if kind == "InstanceId":
        return to_string(session.instance_id).lower() == to_string(key).lower()
    text = session.name if kind == "name" else session.computer_name
    return wildcard_matcher(to_string(key))(text)


class _OnSessions(Cmdlet):
    """A command for sessions that are given or named."""

    module = _CORE
    default_set = "Id"
    supports_should_process: ClassVar[bool] = True

    sessions: Any = parameter(
        PSSESSION + "[]",
        name="Session",
        sets={"Session": SetMembership(mandatory=True, position=0, pipeline=True, by_property_name=True)},
        help="The sessions.",
    )
    id_: Any = parameter("int[]", name="Id", sets={"Id": _FIRST}, help="Their numbers.", not_null=True)
    name: Any = parameter(
        "string[]", sets={"Name": _GIVEN}, completer=_names, help="Their names.", not_null_or_empty=True
    )
    instance_id: Any = parameter("guid[]", sets={"InstanceId": _GIVEN}, help="Their identifiers.", not_null=True)

    def wanted(self) -> list[PSSession]:
        """Those that are meant."""
        computers = getattr(self, "computer_name", None)
        return list(_Wanted(self, self.name, self.id_, self.instance_id, computers, self.sessions).found())


class RemovePSSession(_OnSessions, verb="Remove", noun="PSSession"):
    """End sessions; what was kept in them is gone."""

    examples = (Example("Get-PSSession | Remove-PSSession", "All of them."),)

    computer_name: Any = parameter(
        "string[]", sets={"ComputerName": _FIRST}, aliases=("Cn",), help="Their computers.", not_null_or_empty=True
    )
    container_id: Any = _refused("string[]", "Containers.", sets={"ContainerId": _GIVEN}, not_null_or_empty=True)
    vm_id: Any = _refused(
        "guid[]", "Machines.", name="VMId", sets={"VMId": _GIVEN}, aliases=("VMGuid",), not_null_or_empty=True
    )
    vm_name: Any = _refused(
        "string[]", "Machines by name.", name="VMName", sets={"VMName": _GIVEN}, not_null_or_empty=True
    )

    def process(self) -> None:
        """End each."""
        for session in self.wanted():
            if self.should_process(session.name):
                session_table(self.session).remove(session)


class DisconnectPSSession(_OnSessions, verb="Disconnect", noun="PSSession", output=(PSSESSION,)):
    """Leave sessions without ending them; Connect-PSSession returns to them."""

    examples = (Example("New-PSSession EX01 | Disconnect-PSSession | Remove-PSSession", "Leave a session."),)

    def process(self) -> None:
        """Leave each, and write it."""
        for session in self.wanted():
            if self.should_process(session.name):
                session.word = "Disconnected"
                self.write(session)


class ConnectPSSession(_OnSessions, verb="Connect", noun="PSSession", output=(PSSESSION,)):
    """Return to sessions that were left."""

    def process(self) -> None:
        """Return to each, and write it."""
        for session in self.wanted():
            if self.should_process(session.name):
                session.word = "Opened"
                self.write(session)


class EnterPSSession(Cmdlet, verb="Enter", noun="PSSession", module=_CORE, default_set=_COMPUTER):
    """Let the prompt be that of a session on the lab's server. Exit-PSSession leaves it.

    The commands that follow run here, which is on that server; variables of this session stay in sight.
    """

    computer_name: str = parameter(
        "string",
        sets={_COMPUTER: SetMembership(mandatory=True, position=0, pipeline=True, by_property_name=True)},
        aliases=("Cn",),
        help="The computer.",
        not_null_or_empty=True,
    )
    given: Any = parameter(
        PSSESSION,
        name="Session",
        sets={"Session": SetMembership(position=0, pipeline=True, by_property_name=True)},
        help="A session.",
        not_null_or_empty=True,
    )
    connection_uri: Any = parameter(
        "uri",
        sets={_URI: SetMembership(position=1, by_property_name=True)},
        aliases=("URI", "CU"),
        help="An address.",
        not_null_or_empty=True,
    )
    id_: int = parameter(
        "int",
        name="Id",
        sets={"Id": SetMembership(position=0, by_property_name=True)},
        help="Its number.",
        not_null=True,
    )
    name: str = parameter("string", sets={"Name": SetMembership(by_property_name=True)}, help="Its name.")
    instance_id: Any = parameter(
        "guid",
        sets={"InstanceId": SetMembership(by_property_name=True)},
        help="Its identifier.",
        not_null=True,
    )
    credential: Any = parameter(
        "pscredential",
        sets={
            **dict.fromkeys((_COMPUTER, _URI), SetMembership(by_property_name=True)),
            **dict.fromkeys(("VMId", "VMName"), SetMembership(mandatory=True, position=1, by_property_name=True)),
        },
        help="Who logs on.",
    )
    configuration_name: str = parameter(
        "string", sets=(_COMPUTER, _URI, *_MACHINES), by_property_name=True, help="The configuration."
    )
    authentication: Any = parameter(_MECHANISM, sets=(_COMPUTER, _URI), help="How to log on.")
    session_option: Any = parameter(
        _OPTION, sets=(_COMPUTER, _URI), help="Options; they change nothing here.", not_null=True
    )
    allow_redirection: bool = parameter("switch", sets=(_URI,), help="Follow a redirection; there is none.")
    application_name: str = parameter("string", sets=(_COMPUTER,), by_property_name=True, help="The application.")
    certificate_thumbprint: str = parameter("string", sets=(_COMPUTER, _URI), help="A certificate to log on with.")
    enable_network_access: bool = parameter("switch", sets=(_COMPUTER, _URI), help="Without effect.")
    port: int = parameter("int", sets=(_COMPUTER, *_SSH), help="The port; nothing is dialed.", range=(1, 65535))
    use_ssl: bool = parameter("switch", name="UseSSL", sets=(_COMPUTER,), help="Use TLS; nothing is dialed.")
    vm_id: Any = _refused(
        "guid", "A machine.", name="VMId", sets={"VMId": _PIPED}, aliases=("VMGuid",), not_null_or_empty=True
    )
    vm_name: Any = _refused(
        "string", "A machine by name.", name="VMName", sets={"VMName": _PIPED}, not_null_or_empty=True
    )
    container_id: Any = _refused("string", "A container.", sets={"ContainerId": _PIPED}, not_null_or_empty=True)
    run_as_administrator: Any = _refused("switch", "As administrator.", sets=("ContainerId",))
    host_name: Any = _refused(
        "string", "A computer by SSH.", sets={"SSHHost": SetMembership(True, 0, True)}, not_null_or_empty=True
    )
    user_name: Any = _refused("string", "Who logs on by SSH.", sets=_SSH, not_null_or_empty=True)
    key_file_path: Any = _refused("string", "A key.", sets=_SSH, aliases=("IdentityFilePath",), not_null_or_empty=True)
    subsystem: Any = _refused("string", "The SSH subsystem.", sets=_SSH, by_property_name=True)
    connecting_timeout: Any = _refused("int", "Milliseconds.", sets=_SSH)
    ssh_transport: Any = _refused("switch", "Use SSH.", name="SSHTransport", sets=_SSH)
    options: Any = _refused("hashtable", "SSH options.", sets=_SSH, not_null_or_empty=True)

    def process(self) -> None:
        """Enter it."""
        computer = self._computer()
        if computer is None:
            return
        refused = refusal(self.session, computer, self.configuration_name or "", self.credential)
        if refused is not None:
            record = self.error(
                PSRemotingTransportException(refused.message),
                "CreateRemoteRunspaceFailed",
                ErrorCategory.InvalidArgument,
                refused.computer,
            )
            self.write_error(record)
            return
        self.session.state["entered computer"] = computer

    def _computer(self) -> str | None:
        """The computer that is meant; None where no such session is."""
        if self.given is not None:
            name: str = self.given.computer_name
            return name
        if self.computer_name:
            return self.computer_name
        if self.connection_uri is not None:
            return to_string(self.connection_uri.host())
        ids = [self.id_] if self.is_bound("Id") else None
        guids = [self.instance_id] if self.instance_id is not None else None
        found = list(_Wanted(self, [self.name] if self.name else None, ids, guids, None).found())
        return found[0].computer_name if found else None


class ExitPSSession(Cmdlet, verb="Exit", noun="PSSession", module=_CORE):
    """Leave the session that Enter-PSSession entered."""

    examples = (Example("Exit-PSSession", "Be here again."),)

    def end(self) -> None:
        """Leave it."""
        self.session.state.pop("entered computer", None)
