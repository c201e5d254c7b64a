"""Test-ServiceHealth: the required services of each server role, and whether they run."""

from __future__ import annotations

from typing import Any, Final

from organization.errors import OrganizationError
from organization.objects.server import ExchangeServer, Service, ServiceStatus
from shell.display import views
from shell.engine.commands.cmdlet import Example, parameter
from shell.values.objects import PSCustomObject

from ..base import ExchangeCmdlet
from ..identities import IdParameter, id_type

_TYPE: Final = "Microsoft.Exchange.Management.SystemConfigurationTasks.ServiceStatus"
_PROPERTIES: Final = ("Role", "RequiredServicesRunning", "ServicesRunning", "ServicesNotRunning")
_NEEDED: Final = {
    "Mailbox": (
        "MSExchangeADTopology",
        "MSExchangeDelivery",
        "MSExchangeIS",
        "MSExchangeMailboxAssistants",
        "MSExchangeMailSubmission",
        "MSExchangeRepl",
        "MSExchangeServiceHost",
        "MSExchangeSubmission",
        "MSExchangeTransportLogSearch",
    ),
    "Client Access": ("MSExchangeADTopology", "MSExchangeFrontEndTransport", "MSExchangeServiceHost"),
    "Hub Transport": (
        "MSExchangeADTopology",
        "MSExchangeServiceHost",
        "MSExchangeTransport",
        "MSExchangeTransportLogSearch",
    ),
}
"""Role -> services. Of those, a lab has the ones that its version has and that it plays."""

views.register(_TYPE, views.ListView(tuple(views.Item(name) for name in _PROPERTIES)))


class TestServiceHealth(ExchangeCmdlet, verb="Test", noun="ServiceHealth"):
    """Show the required services of each server role, and which of them run."""

    __test__ = False  # keeps pytest from collecting the class as a test
    server: IdParameter | None = parameter(
        id_type("Server"), position=0, pipeline=True, by_property_name=True, help="The server."
    )
    active_directory_timeout: int = parameter(
        "int", default=15, hidden=True, help="The time-out. No effect: the lab answers at once."
    )
    monitoring_context: bool = parameter(
        "bool", default=False, hidden=True, help="Writes monitoring events. No effect: nothing monitors the lab."
    )
    examples = (Example("Test-ServiceHealth", "All roles."),)

    def process(self) -> None:
        """Write an object for each role."""
        if self.server is not None:
            try:
                self.lookup(ExchangeServer, self.server)
            except OrganizationError as error:
                self.report(error)
                return
        running = {each.name: each.status is ServiceStatus.Running for each in self.organization.all(Service)}
        for role, needed in _NEEDED.items():
            known = sorted(name for name in needed if name in running)
            members: dict[str, Any] = {
                "Role": f"{role} Server Role",
                "RequiredServicesRunning": all(running[name] for name in known),
                "ServicesRunning": [name for name in known if running[name]],
                "ServicesNotRunning": [name for name in known if not running[name]],
            }
            self.write(PSCustomObject(members, [_TYPE, "System.Object"]))
