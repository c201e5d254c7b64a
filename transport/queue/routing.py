"""Routing to external domains by Send connector. A lab sends nothing: external mail stays queued."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from uuid import UUID

from organization.objects.send_connector import AddressSpace, SendConnector
from organization.store import Organization
from organization.values.address import SmtpDomainWithSubdomains

DNS_FAILED = "451 4.4.0 DNS query failed"
UNANSWERED = (
    '451 4.4.0 Primary target IP address responded with: "421 4.2.1 Unable to connect." Attempted failover to '
    "alternate host, but that did not succeed. Either there are no alternate hosts, or delivery failed to all "
    "alternate hosts."
)


class Route(NamedTuple):
    """The route to a domain."""

    delivery_type: str
    next_hop: str
    connector: UUID
    error: str
    """Why nothing can be sent by this route."""


def route_to(domain: str, organization: Organization) -> Route | None:
    """Return the route by the connector with the closest address space, then the lowest cost; None if no connector
    matches.
    """
    fitting = sorted(_fitting(domain, organization), key=lambda found: (-found[0], found[1]))
    if not fitting:
        return None
    connector = fitting[0][2]
    if connector.dns_routing_enabled or not connector.smart_hosts:
        return Route("DnsConnectorDelivery", domain.lower(), connector.guid, DNS_FAILED)
    return Route("SmartHostConnectorDelivery", connector.smart_hosts_string, connector.guid, UNANSWERED)


def _fitting(domain: str, organization: Organization) -> Iterator[tuple[int, int, SendConnector]]:
    for connector in organization.all(SendConnector):
        if not connector.enabled:
            continue
        for space in connector.address_spaces:
            closeness = _closeness(space, domain)
            if closeness is not None:
                yield closeness, space.cost, connector


def _closeness(space: AddressSpace, domain: str) -> int | None:
    """Return how closely an address space matches a domain, higher is closer; None if it does not match."""
    if space.kind != "SMTP" or space.address == "--":
        return None
    parsed = SmtpDomainWithSubdomains.parse(space.address)
    if not parsed.matches(domain):
        return None
    if parsed.domain == "*":
        return 0
    exact = parsed.domain.casefold() == domain.casefold()
    return 2 * len(parsed.domain) + (1 if exact and not parsed.include_subdomains else 0)
