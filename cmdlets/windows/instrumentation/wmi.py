"""Get-WmiObject: instances of the classes that the lab's server has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from organization.dns import hosts
from shell.engine.commands.cmdlet import Cmdlet, Example, SetMembership, parameter
from shell.types.conversion.text import to_string
from shell.values.errors import ErrorCategory, NotEmulatedException, SystemException, exception_class
from shell.values.wildcard import wildcard_matcher

from .classes import CIMV2, CLASSES, WmiClass, is_not_emulated
from .instances import MANAGEMENT, class_object, instances
from .pings import is_ping_status, ping_status
from .wql import InvalidQuery, Query, parse_filter, parse_query

ManagementException: Final = exception_class("System.Management.ManagementException", SystemException, __name__)
COMException: Final = exception_class("System.Runtime.InteropServices.COMException", SystemException, __name__)
_QUERY: Final = ("query", "WQLQuery", "class", "path", "list")


def class_names(session: Any, word: str) -> list[str]:
    """The names of classes that begin so, for completion."""
    return [each.name for each in CLASSES.values() if each.name.lower().startswith(word.lower())]


def is_cimv2(namespace: str) -> bool:
    """Whether a namespace is the one whose classes the lab's server has."""
    return namespace.replace("/", "\\").strip("\\").lower() in (CIMV2, "root\\cimv2")


class GetWmiObject(Cmdlet, verb="Get", noun="WmiObject", module="Microsoft.PowerShell.Management", default_set="query"):
    """Ask the lab's server about itself: its system, disks, services, processes, network.

    -Filter and -Query take WQL. Any other computer is one whose RPC server does not answer; none is ever asked.
    Figures that a lab cannot have, such as sizes of processes, are the same each time.
    """

    examples = (
        Example("Get-WmiObject Win32_OperatingSystem", "The system."),
        Example("Get-WmiObject Win32_LogicalDisk -Filter 'DriveType = 3'", "The fixed disks."),
        Example("Get-WmiObject -Query \"SELECT Name FROM Win32_Service WHERE State = 'Running'\"", "By a query."),
    )

    class_name_: str = parameter(
        "string",
        name="Class",
        sets={"query": SetMembership(mandatory=True, position=0), "list": SetMembership(position=0)},
        aliases=("ClassName",),
        completer=class_names,
        help="The class.",
    )
    property_: Any = parameter("string[]", name="Property", sets=("query",), position=1, help="Only these properties.")
    filter_: str = parameter("string", name="Filter", sets=("query",), help="What stands behind WHERE in WQL.")
    query: str = parameter("string", sets=("WQLQuery",), mandatory=True, help="A whole query in WQL.")
    list_: bool = parameter("switch", name="List", sets=("list",), help="Show classes instead of instances.")
    recurse: bool = parameter("switch", sets=("list",), help="Namespaces below too; there are none.")
    namespace_: str = parameter("string", name="Namespace", aliases=("NS",), default=CIMV2, help="Only root\\cimv2.")
    computer_name: Any = parameter("string[]", aliases=("Cn",), help="The computers; the own one unless it is said.")
    credential: Any = parameter("pscredential", help="Who asks; on the own server it may not be given.")
    amended: bool = parameter("switch", help="With texts of the language; there are no others.")
    direct_read: bool = parameter("switch", sets=("query", "WQLQuery"), help="Without effect.")
    authentication: Any = parameter("object", help="Without effect.")
    impersonation: Any = parameter("object", help="Without effect.")
    authority: str = parameter("string", help="Without effect.")
    locale: str = parameter("string", help="Without effect.")
    enable_all_privileges: bool = parameter("switch", help="Without effect.")
    throttle_limit: int = parameter("int", help="Without effect.")
    as_job: bool = parameter("switch", refused="Use Start-Job.", help="As a job.")

    def begin(self) -> None:
        """Write what was asked for, computer by computer."""
        for computer in map(to_string, self.computer_name or ("localhost",)):
            if hosts.is_own(self.session.organization, computer):
                self._ask()
            else:
                self._unreachable()

    def _ask(self) -> None:
        if not is_cimv2(self.namespace_):
            self._refuse(f'Invalid namespace "{self.namespace_}"', ErrorCategory.InvalidArgument)
            return
        if self.parameter_set == "list" or self.list_:
            for declared in self._listed():
                self.write(class_object(declared, MANAGEMENT))
            return
        try:
            query = self._query()
        except InvalidQuery:
            self._refuse(f'Invalid query "{self._text()}"', ErrorCategory.InvalidArgument)
            return
        if is_ping_status(query.class_name):
            for row in ping_status(self.session, self.filter_ or self.query):
                self.write(row)
            return
        found = CLASSES.get(query.class_name.lower())
        if found is None:
            self._no_class(query.class_name)
            return
        try:
            for each in instances(self.session, found, query.test, MANAGEMENT, query.properties):
                self.write(each)
        except InvalidQuery:
            self._refuse(f'Invalid query "{self._text()}"', ErrorCategory.InvalidArgument)

    def _query(self) -> Query:
        if self.query:
            return parse_query(self.query)
        test = parse_filter(self.filter_) if self.filter_ else None
        names = tuple(name for each in self.property_ or () for name in to_string(each).split(",") if name != "*")
        return Query(tuple(each.strip() for each in names), self.class_name_, test or (lambda row: True))

    def _text(self) -> str:
        if self.query:
            return self.query
        condition = f" where {self.filter_}" if self.filter_ else ""
        return f"select {','.join(map(to_string, self.property_ or ('*',)))} from {self.class_name_}{condition}"

    def _listed(self) -> Iterator[WmiClass]:
        fits = wildcard_matcher(self.class_name_ or "*")
        for declared in sorted(CLASSES.values(), key=lambda each: each.name):
            if fits(declared.name):
                yield declared

    def _no_class(self, name: str) -> None:
        if is_not_emulated(name):
            raise self.fail(not_emulated_class(self, name))
        self._refuse(f'Invalid class "{name}"', ErrorCategory.InvalidType)

    def _refuse(self, text: str, category: ErrorCategory) -> None:
        self.write_error(self.error(text, "GetWMIManagementException", category, exception=ManagementException))

    def _unreachable(self) -> None:
        text = "The RPC server is unavailable. (Exception from HRESULT: 0x800706BA)"
        self.write_error(self.error(text, "GetWMICOMException", ErrorCategory.InvalidOperation, exception=COMException))


def not_emulated_class(cmdlet: Cmdlet, name: str) -> Any:
    """The error of a class that Windows has and the lab's server lacks."""
    return cmdlet.error(
        f"The class '{name}' is not emulated. Get-WmiObject -List shows those that are.",
        "NotEmulatedWmiClass",
        ErrorCategory.NotImplemented,
        name,
        exception=NotEmulatedException,
    )
