"""The Windows services of a lab's server, as far as they matter to the transport: which run, and what each owns."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from organization.objects.receive_connector import ReceiveConnector
from organization.objects.server import FRONT_END_SERVICE, TRANSPORT_SERVICE, Service, ServiceStatus

from .policy.model import is_front_end

if TYPE_CHECKING:
    from organization.store import Organization

    from .policy.session import SmtpSession


class Services:
    """The services as they were when they were last looked at."""

    def __init__(self, organization: Organization) -> None:
        self._organization = organization
        self._started = self._read()

    def look(self) -> Mapping[str, bool]:
        """See how the services are now: those that have started, stopped or both since, and whether each ran before."""
        before, self._started = self._started, self._read()
        return {name: start is not None for name, start in before.items() if start != self._started.get(name)}

    def runs(self, name: str) -> bool:
        """Whether a service runs. One that this version has not is not missed."""
        return self._started.get(name, "") is not None

    def exists(self, name: str) -> bool:
        """Whether this version has a service."""
        return name in self._started

    def owner(self, connector: ReceiveConnector) -> str:
        """The service that a connector belongs to."""
        return FRONT_END_SERVICE if is_front_end(connector, self._organization) else TRANSPORT_SERVICE

    def serve(self, connector: ReceiveConnector) -> bool:
        """Whether the service of a connector runs."""
        return self.runs(self.owner(connector))

    def sessions_of(self, names: set[str]) -> Callable[[SmtpSession], bool]:
        """Whether a session's connector belongs to one of these services. Sessions of removed connectors do, too."""
        others = {
            connector.guid
            for connector in self._organization.all(ReceiveConnector)
            if self.owner(connector) not in names
        }
        return lambda session: session.settings.key not in others

    def _read(self) -> dict[str, object]:
        """When each service was started that runs; None for one that does not."""
        return {
            item.name: (item.started or "") if item.status is ServiceStatus.Running else None
            for item in self._organization.all(Service)
        }
