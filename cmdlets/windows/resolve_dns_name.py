"""Resolve-DnsName: what the lab's own DNS says. No other name server is ever asked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from organization.dns import hosts, queries
from shell.display import views
from shell.engine.commands.cmdlet import Cmdlet, Example, parameter
from shell.types import STRING
from shell.values.errors import ErrorCategory, SystemException, exception_class
from shell.values.objects import PSCustomObject, TypedArray, UInt32, Value

_COMMANDS: Final = "Microsoft.DnsClient.Commands."
Win32Exception: Final = exception_class("System.ComponentModel.Win32Exception", SystemException, __name__)
_SOA: Final[dict[str, Value]] = {
    "SerialNumber": UInt32(1),
    "TimeToZoneRefresh": UInt32(900),
    "TimeToZoneFailureRetry": UInt32(600),
    "TimeToExpiration": UInt32(86400),
    "DefaultTTL": UInt32(queries.TTL),
}
_VALUES: Final = {
    "A": ("IP4Address",),
    "AAAA": ("IP6Address",),
    "MX": ("NameExchange", "Preference"),
    "TXT": ("Strings",),
    "SOA": ("NameAdministrator", *_SOA),
}
"""The members of the records of a type, in the order of lists; NameHost for all others."""


class ResolveDnsName(
    Cmdlet,
    verb="Resolve",
    noun="DnsName",
    module="DnsClient",
    class_name=_COMMANDS + "ResolveDnsName",
    output=tuple(_COMMANDS + f"DnsRecord_{each}" for each in ("A", "AAAA", "MX", "PTR", "SOA", "TXT")),
):
    """Ask the lab's DNS about a name. Add-LabDnsRecord tells it more; a name that it does not know does not exist.

    A name without dots is one of the domain. An address is looked up by its reverse name.
    """

    examples = (
        Example("Resolve-DnsName EX01", "The address of the server."),
        Example("Resolve-DnsName contoso.com -Type MX", "Who takes mail for a domain."),
        Example("Resolve-DnsName 192.168.1.10", "The name of an address."),
    )

    name: str = parameter(
        "string", mandatory=True, position=0, pipeline=True, by_property_name=True, help="The name, or an address."
    )
    type_: str = parameter(
        "string",
        name="Type",
        position=1,
        by_property_name=True,
        default="A_AAAA",
        aliases=("QueryType",),
        values=(*queries.RECORD_TYPES, "ALL"),
        help="The type of the records.",
    )
    server: Sequence[str] = parameter(
        "string[]", by_property_name=True, help="The name server: only the lab's domain controller answers."
    )
    dns_only: bool = parameter("switch", help="Ask DNS only, as is always done.")
    cache_only: bool = parameter("switch", help="Answer from the cache; all that the lab knows is in it.")
    no_hosts_file: bool = parameter("switch", help="The lab has none.")
    no_recursion: bool = parameter("switch", help="The lab's name server asks nobody else anyway.")
    no_idn: bool = parameter("switch", help="Take the name as it is.")
    tcp_only: bool = parameter("switch", help="Without effect: nothing is sent.")
    quick_timeout: bool = parameter("switch", help="Without effect: the lab answers at once.")
    dnssec_ok: bool = parameter("switch", help="The lab has no signatures.")
    dnssec_cd: bool = parameter("switch", help="The lab has no signatures.")
    llmnr_fallback: bool = parameter("switch", help="The lab has no LLMNR.")
    llmnr_only: bool = parameter("switch", refused="The lab has no LLMNR.", help="Ask by LLMNR.")
    llmnr_netbios_only: bool = parameter("switch", refused="The lab has no LLMNR.", help="Ask by LLMNR and NetBIOS.")
    netbios_fallback: bool = parameter("switch", help="The lab has no NetBIOS.")

    def process(self) -> None:
        """Ask, and write the records."""
        name, organization = self.name.strip(), self.session.organization
        if any(not self._is_name_server(each) for each in self.server or ()):
            self._fail("This operation returned because the timeout period expired", "ERROR_TIMEOUT")
            return
        kind = "ANY" if self.type_.upper() == "ALL" else self.type_.upper()
        try:
            found = queries.ask(organization, name, kind)
        except queries.NoSuchName:
            self._fail("DNS name does not exist", "DNS_ERROR_RCODE_NAME_ERROR")
        except hosts.DnsFailure:
            self._fail("DNS server failure", "DNS_ERROR_RCODE_SERVER_FAILURE")
        else:
            for answer in found:
                self.write(_record(answer))

    def _is_name_server(self, name: str) -> bool:
        forest = self.session.organization.forest
        known = (forest.domain_controller, forest.domain_controller_fqdn, str(hosts.DOMAIN_CONTROLLER_ADDRESS))
        return name.casefold() in (each.casefold() for each in known)

    def _fail(self, text: str, error_id: str) -> None:
        self.write_error(
            self.error(
                f"{self.name} : {text}",
                error_id,
                ErrorCategory.ResourceUnavailable,
                self.name,
                exception=Win32Exception,
            )
        )


def _record(answer: queries.Answer) -> PSCustomObject:
    """A record as the command writes it: the members that lists show first, then the names that scripts also use."""
    members: dict[str, Value] = {
        "Name": answer.name,
        "QueryType": answer.type,
        "TTL": UInt32(queries.TTL),
        "Section": answer.section,
    }
    if answer.type in ("A", "AAAA"):
        members |= {_VALUES[answer.type][0]: answer.value, "IPAddress": answer.value}
    elif answer.type == "MX":
        members |= {"NameExchange": answer.value, "Preference": answer.preference, "Exchange": answer.value}
    elif answer.type == "TXT":
        members |= {"Strings": TypedArray(STRING, [answer.value]), "Text": TypedArray(STRING, [answer.value])}
    elif answer.type == "SOA":
        administrator = f"hostmaster.{answer.name}"
        members |= {"PrimaryServer": answer.value, "NameAdministrator": administrator, **_SOA}
    else:
        members |= {"NameHost": answer.value, "Server": answer.value}
    members |= {"Type": answer.type, "CharacterSet": "Unicode", "DataLength": len(answer.value)}
    name = f"{_COMMANDS}DnsRecord_{answer.type}"
    return PSCustomObject(members, [name, _COMMANDS + "DnsRecord", "System.Object"])


def _table(label: str, width: int = 0, *more: views.Column) -> views.TableView:
    return views.TableView(
        (
            views.Column("Name", width=46),
            views.Column("Type", width=6),
            views.Column("TTL", width=5),
            views.Column("Section", width=10),
            views.Column(label, width=width),
            *more,
        )
    )


def _register() -> None:
    """Tables by type; lists, and records among those of another type, show the members that the type names."""
    preference = views.Column("Preference", width=10, align="left")
    tables = {
        **dict.fromkeys(("A", "AAAA"), _table("IPAddress")),
        **dict.fromkeys(("CNAME", "NS", "PTR", "SRV"), _table("NameHost")),
        "TXT": _table("Strings"),
        "MX": _table("NameExchange", 33, preference),
        "SOA": _table("PrimaryServer"),
    }
    for kind, table in tables.items():
        name = f"{_COMMANDS}DnsRecord_{kind}"
        views.register(name, table)
        views.declare_display_set(name, ("Name", "QueryType", "TTL", "Section", *_VALUES.get(kind, ("NameHost",))))


_register()
