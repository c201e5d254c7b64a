"""The Windows services of a lab's server that matter to the transport: which run, and which connectors each owns."""

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
    """The states of the services when they were last read."""

    def __init__(self, organization: Organization) -> None:
        self._organization = organization
        self._started = self._read()

    def look(self) -> Mapping[str, bool]:
        """Read the states again. Return the services that have started or stopped since, each with whether it ran
        before.
        """
        before, self._started = self._started, self._read()
        return {name: start is not None for name, start in before.items() if start != self._started.get(name)}

    def runs(self, name: str) -> bool:
        """Return whether a service runs; True for a service that this version does not have."""
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
        """Return a predicate: whether a session's connector belongs to one of these services, or has been removed."""
        others = {
            connector.guid
            for connector in self._organization.all(ReceiveConnector)
            if self.owner(connector) not in names
        }
        return lambda session: session.settings.key not in others

    def _read(self) -> dict[str, object]:
        """Return the start time of each service; None for one that does not run."""
        return {
            item.name: (item.started or "") if item.status is ServiceStatus.Running else None
            for item in self._organization.all(Service)
        }
