"""Get-CimInstance, Get-CimClass and the sessions of CIM."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from itertools import count
from typing import TYPE_CHECKING, Any, Final

from organization.dns import hosts
from shell.display import views
from shell.engine.commands.cmdlet import Cmdlet, Example, SetMembership, parameter
from shell.lazy import lazy
from shell.types.conversion.conversion import convert
from shell.types.conversion.text import to_string
from shell.types.registry.declarations import clr_class
from shell.values.errors import ErrorCategory, RuntimeException, exception_class
from shell.values.objects import PSCustomObject, PSObject, UInt32, Value
from shell.values.wildcard import wildcard_matcher

from .classes import CLASSES, is_not_emulated
from .instances import CIM, Instance, class_object, instances
from .wmi import class_names, is_cimv2, not_emulated_class
from .wql import InvalidQuery, Query, parse_filter, parse_query

if TYPE_CHECKING:
    from shell import types
else:
    types = lazy("shell.types", globals())


CimException: Final = exception_class("Microsoft.Management.Infrastructure.CimException", RuntimeException, __name__)
_MODULE: Final = "CimCmdlets"
_COMMANDS: Final = "Microsoft.Management.Infrastructure.CimCmdlets."
_SESSION: Final = "Microsoft.Management.Infrastructure.CimSession"
_NAMESPACE: Final = "root/cimv2"
_STATE: Final = "cim sessions"


class _CimCommand(Cmdlet):
    """A command that asks computers."""

    module = _MODULE

    def reachable(self, computer: str, target: str) -> bool:
        """Whether a computer is the lab's own server; reports one that is not."""
        if hosts.is_own(self.session.organization, computer):
            return True
        text = (
            "WinRM cannot process the request. The following error occurred while using Kerberos authentication: "
            f"Cannot find the computer {computer}. Verify that the computer exists on the network and that the name "
            "provided is spelled correctly."
        )
        record = self.error(CimException(text), "HRESULT 0x80070035", ErrorCategory.ConnectionError, target)
        record.target_name, record.target_type = f"root\\cimv2:{target}", "String"
        self.write_error(record)
        return False

    def refuse(self, text: str, code: str, category: ErrorCategory, target: str) -> None:
        """Report what the server refused."""
        record = self.error(CimException(text), f"HRESULT {code}", category, target)
        record.target_name, record.target_type = f"root\\cimv2:{target}" if target else "", "String" if target else ""
        self.write_error(record)


class GetCimInstance(
    _CimCommand,
    verb="Get",
    noun="CimInstance",
    default_set="ClassNameComputerSet",
    class_name=_COMMANDS + "GetCimInstanceCommand",
    output=(CIM,),
):
    """Ask the lab's server about itself: its system, disks, services, processes, network.

    -Filter and -Query take WQL. Any other computer fails as an unreachable one; none is ever asked.
    """

    examples = (
        Example("Get-CimInstance Win32_OperatingSystem | Select-Object Caption, LastBootUpTime", "Since when it runs."),
        Example("Get-CimInstance Win32_Service -Filter \"Name LIKE 'MSExchange%'\"", "Exchange's services."),
    )

    class_name_: str = parameter(
        "string",
        name="ClassName",
        sets={
            each: SetMembership(mandatory=True, position=0, by_property_name=True)
            for each in ("ClassNameComputerSet", "ClassNameSessionSet")
        },
        completer=class_names,
        help="The class.",
    )
    query: str = parameter(
        "string",
        sets={
            each: SetMembership(mandatory=True, by_property_name=True)
            for each in ("QueryComputerSet", "QuerySessionSet")
        },
        help="A whole query in WQL.",
    )
    input_object: Any = parameter(
        CIM,
        sets={
            each: SetMembership(mandatory=True, position=0, pipeline=True)
            for each in ("CimInstanceComputerSet", "CimInstanceSessionSet")
        },
        aliases=("CimInstance",),
        help="An instance to be read anew.",
    )
    computer_name: Any = parameter(
        "string[]",
        sets=("ClassNameComputerSet", "QueryComputerSet", "CimInstanceComputerSet"),
        by_property_name=True,
        aliases=("CN", "ServerName"),
        help="The computers; the own one unless it is said.",
    )
    cim_session: Any = parameter(
        _SESSION + "[]",
        sets={
            each: SetMembership(mandatory=True, pipeline=each == "ClassNameSessionSet")
            for each in ("ClassNameSessionSet", "QuerySessionSet", "CimInstanceSessionSet")
        },
        help="Sessions of New-CimSession.",
    )
    namespace_: str = parameter(
        "string", name="Namespace", by_property_name=True, default=_NAMESPACE, help="Only root/cimv2."
    )
    filter_: str = parameter(
        "string",
        name="Filter",
        sets=("ClassNameComputerSet", "ClassNameSessionSet"),
        by_property_name=True,
        help="What stands behind WHERE in WQL.",
    )
    property_: Any = parameter(
        "string[]",
        name="Property",
        sets=("ClassNameComputerSet", "ClassNameSessionSet"),
        by_property_name=True,
        aliases=("SelectProperties",),
        help="Only these properties have a value.",
    )
    key_only: bool = parameter(
        "switch", sets=("ClassNameComputerSet", "ClassNameSessionSet"), help="Only the keys have a value."
    )
    query_dialect: str = parameter("string", by_property_name=True, default="WQL", help="Only WQL.")
    shallow: bool = parameter("switch", help="Without the classes below; there are none.")
    operation_timeout_sec: Value = parameter("uint32", aliases=("OT",), help="The lab answers at once.")
    resource_uri: Any = parameter("uri", refused="There are no other resources.", help="The resource.")

    def process(self) -> None:
        """Write what was asked for, computer by computer."""
        sessions = [each.computer_name for each in self.cim_session or ()]
        named = [to_string(each) for each in self.computer_name or ()]
        for computer in sessions or named or [""]:
            if self.reachable(computer or "localhost", self.class_name_ or ""):
                for each in self._found():
                    each.ps_computer_name = computer or None
                    self.write(each)

    def _found(self) -> Iterator[Instance]:
        if self.input_object is not None:
            yield from self._anew()
            return
        try:
            query = self._query()
        except InvalidQuery:
            self.refuse("Invalid query ", "0x80041017", ErrorCategory.InvalidArgument, "")
            return
        found = CLASSES.get(query.class_name.lower())
        if not is_cimv2(self.namespace_):
            self.refuse("Invalid namespace ", "0x8004100e", ErrorCategory.MetadataError, query.class_name)
        elif found is not None:
            names = query.properties
            if self.key_only:
                names = tuple(each.name for each in found.properties if each.is_key)
            try:
                yield from instances(self.session, found, query.test, CIM, names)
            except InvalidQuery:
                self.refuse("Invalid query ", "0x80041017", ErrorCategory.InvalidArgument, "")
        elif is_not_emulated(query.class_name):
            raise self.fail(not_emulated_class(self, query.class_name))
        else:
            self.refuse("Invalid class ", "0x80041010", ErrorCategory.MetadataError, query.class_name)

    def _anew(self) -> Iterator[Instance]:
        given = self.input_object.base if isinstance(self.input_object, PSObject) else self.input_object
        keys = [each.name for each in given.declared.properties if each.is_key]
        for each in instances(self.session, given.declared, None, CIM):
            if all(each.row.get(key) == given.row.get(key) for key in keys):
                yield each

    def _query(self) -> Query:
        if self.query:
            return parse_query(self.query)
        test = parse_filter(self.filter_) if self.filter_ else None
        names = tuple(to_string(each) for each in self.property_ or () if to_string(each) != "*")
        return Query(names, self.class_name_, test or (lambda row: True))


class GetCimClass(_CimCommand, verb="Get", noun="CimClass", class_name=_COMMANDS + "GetCimClassCommand"):
    """Show the classes that the lab's server has."""

    examples = (Example("Get-CimClass Win32_*Disk*", "Those of disks."),)

    class_name_: str = parameter(
        "string", name="ClassName", position=0, by_property_name=True, completer=class_names, help="A name or wildcard."
    )
    namespace_: str = parameter("string", name="Namespace", position=1, default=_NAMESPACE, help="Only root/cimv2.")
    property_name: str = parameter("string", by_property_name=True, help="Only classes with such a property.")
    computer_name: Any = parameter("string[]", aliases=("CN", "ServerName"), help="The computers.")

    def process(self) -> None:
        """Write them."""
        wanted = self.class_name_ or "*"
        for computer in map(to_string, self.computer_name or ("localhost",)):
            if not self.reachable(computer, wanted):
                continue
            fits = wildcard_matcher(wanted)
            found = [each for each in sorted(CLASSES.values(), key=lambda each: each.name) if fits(each.name)]
            if self.property_name:
                has = wildcard_matcher(self.property_name)
                found = [each for each in found if any(has(one.name) for one in each.properties)]
            if not found and "*" not in wanted:
                self.refuse("Not found ", "0x80041002", ErrorCategory.ObjectNotFound, wanted)
            for each in found:
                self.write(class_object(each, CIM))


@clr_class(
    _SESSION,
    properties="Id:uint32 Name:string InstanceId:guid ComputerName:string Protocol:string",
    interfaces="System.IDisposable",
)
class CimSession:
    """A session of CIM."""

    def __init__(self, number: int, name: str, computer: str) -> None:
        self.id = UInt32(number)
        self.name = name or f"CimSession{number}"
        self.instance_id: Value = convert(str(uuid.uuid4()), types.named("guid"))
        self.computer_name = computer
        self.protocol = "WSMAN"

    def __str__(self) -> str:
        return f"CimSession: {self.computer_name}"


class _Sessions:
    def __init__(self) -> None:
        self.known: list[CimSession] = []
        self.numbers = count(1)


def _sessions(session: Any) -> _Sessions:
    found: _Sessions = session.state.setdefault(_STATE, _Sessions())
    return found


class NewCimSession(
    _CimCommand,
    verb="New",
    noun="CimSession",
    class_name=_COMMANDS + "NewCimSessionCommand",
    output=(_SESSION,),
):
    """Open a session on the lab's own server. Any other computer fails as an unreachable one."""

    examples = (Example("New-CimSession EX01 | Get-CimInstance Win32_ComputerSystem", "Ask by a session."),)

    computer_name: Any = parameter(
        "string[]",
        position=0,
        pipeline=True,
        by_property_name=True,
        aliases=("CN", "ServerName"),
        help="The computers; the own one unless it is said.",
    )
    credential: Any = parameter("pscredential", position=1, help="Who asks.")
    name: str = parameter("string", by_property_name=True, help="The session's name.")
    authentication: Any = parameter("object", help="Without effect.")
    certificate_thumbprint: str = parameter("string", help="Without effect.")
    operation_timeout_sec: Value = parameter("uint32", aliases=("OT",), help="Without effect.")
    port: Value = parameter("uint32", help="Nothing is dialed.")
    session_option: Any = parameter("object", help="Without effect.")
    skip_test_connection: bool = parameter("switch", help="Without effect.")

    def process(self) -> None:
        """Open them."""
        table = _sessions(self.session)
        for computer in map(to_string, self.computer_name or ("localhost",)):
            if self.reachable(computer, computer):
                made = CimSession(next(table.numbers), self.name, computer)
                table.known.append(made)
                self.write(made)


class _OnCimSessions(_CimCommand):
    """A command for sessions that are given or named."""

    name: Any = parameter("string[]", sets=("Name",), by_property_name=True, help="Their names.")
    id_: Any = parameter("uint32[]", name="Id", sets=("Id",), by_property_name=True, help="Their numbers.")
    computer_name: Any = parameter(
        "string[]",
        sets={"ComputerName": SetMembership(position=0, by_property_name=True)},
        aliases=("CN", "ServerName"),
        help="Their computers.",
    )

    def wanted(self) -> list[CimSession]:
        """Those that are named; all, where none is."""
        found = list(_sessions(self.session).known)
        for given, read in ((self.name, "name"), (self.id_, "id"), (self.computer_name, "computer_name")):
            if given:
                fits = [wildcard_matcher(to_string(each)) for each in given]
                found = [each for each in found if any(fit(to_string(getattr(each, read))) for fit in fits)]
        return found


class GetCimSession(
    _OnCimSessions,
    verb="Get",
    noun="CimSession",
    default_set="ComputerName",
    class_name=_COMMANDS + "GetCimSessionCommand",
    output=(_SESSION,),
):
    """Show the sessions that were opened here."""

    def process(self) -> None:
        """Write them."""
        for each in self.wanted():
            self.write(each)


class RemoveCimSession(
    _OnCimSessions,
    verb="Remove",
    noun="CimSession",
    should_process=True,
    default_set="CimSession",
    class_name=_COMMANDS + "RemoveCimSessionCommand",
):
    """End sessions."""

    cim_session: Any = parameter(
        _SESSION + "[]",
        sets={"CimSession": SetMembership(mandatory=True, position=0, pipeline=True, by_property_name=True)},
        help="The sessions.",
    )

    def process(self) -> None:
        """End each."""
        table = _sessions(self.session)
        for each in list(self.cim_session or self.wanted()):
            if each in table.known and self.should_process(str(each), "Remove-CimSession"):
                table.known.remove(each)


class NewCimSessionOption(_CimCommand, verb="New", noun="CimSessionOption"):
    """Make options for sessions of CIM. They are kept; the lab's own server needs none of them."""

    protocol: str = parameter("string", values=("Dcom", "Wsman", "Default"), default="Default", help="The protocol.")
    skip_ca_check: bool = parameter("switch", name="SkipCACheck", help="Trust any issuer.")
    skip_cn_check: bool = parameter("switch", name="SkipCNCheck", help="Trust any name.")
    skip_revocation_check: bool = parameter("switch", help="Do not ask whether the certificate was revoked.")
    use_ssl: bool = parameter("switch", name="UseSsl", help="Use TLS; nothing is dialed.")

    def end(self) -> None:
        """Write them."""
        members: dict[str, Value] = {"Protocol": self.protocol, "UseSsl": self.use_ssl}
        name = "Microsoft.Management.Infrastructure.Options.CimSessionOptions"
        self.write(PSCustomObject(members, [name, "System.Object"]))


views.register(
    _SESSION,
    views.ListView(tuple(views.Item(each) for each in ("Id", "Name", "InstanceId", "ComputerName", "Protocol"))),
)
