"""The state of a server's components, which Set-ServerComponentState sets (2013 and later)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from ..directory import DirectoryObject
from ..names import Forest
from ..properties import Many, prop
from ..values.enums import Choice

if TYPE_CHECKING:
    from ..store import Organization

OFFLINE, HUB, FRONT_END = "ServerWideOffline", "HubTransport", "FrontendTransport"
_NEVER_OFFLINE = ("Monitoring", "RecoveryActionsEnabled")
"""Components that go on working while the server as a whole is offline."""
_INACTIVE_AT_FIRST = ("ForwardSyncDaemon", "ProvisioningRps")

COMPONENTS = (
    OFFLINE,
    HUB,
    FRONT_END,
    "Monitoring",
    "RecoveryActionsEnabled",
    "AutoDiscoverProxy",
    "ActiveSyncProxy",
    "EcpProxy",
    "EwsProxy",
    "ImapProxy",
    "OabProxy",
    "OwaProxy",
    "PopProxy",
    "PushNotificationsProxy",
    "RpsProxy",
    "RwsProxy",
    "RpcProxy",
    "UMCallRouter",
    "XropProxy",
    "HttpProxyAvailabilityGroup",
    "ForwardSyncDaemon",
    "ProvisioningRps",
    "MapiProxy",
    "EdgeTransport",
    "HighAvailability",
    "SharedCache",
)
"""In the order in which Exchange lists them."""


class ComponentState(Choice):
    """Whether a component works. The worst of what has been asked for counts."""

    Inactive = 0
    Active = 1
    Draining = 2


class ServiceState(NamedTuple):
    """What one requester has asked for."""

    requester: str
    state: ComponentState
    moment: datetime


REQUESTERS = ("HealthAPI", "Maintenance", "Sidelined", "Functional", "Deployment")


class ServerComponent(DirectoryObject):
    """A component whose state has been set. Those that nobody has touched have no object."""

    noun = "server component"
    order = ("name",)
    only_ordered = True

    requests: tuple[str, ...] = prop(Many(str), default=(), hidden=True)
    """`Requester;State;moment in ISO form`, one for each requester."""

    @classmethod
    def container(cls, forest: Forest, values: Mapping[str, Any]) -> str:
        """In the server."""
        return f"CN=Components,{forest.server_dn(forest.server)}"

    @property
    def states(self) -> list[ServiceState]:
        """What each requester has asked for."""
        parts = (text.split(";", 2) for text in self.requests)
        return [
            ServiceState(requester, ComponentState[state], datetime.fromisoformat(moment))
            for requester, state, moment in parts
        ]


def states_of(organization: Organization, component: str) -> list[ServiceState]:
    """What has been asked for about a component."""
    found = (item for item in organization.all(ServerComponent) if item.name == component)
    return next((item.states for item in found), [])


def component_state(organization: Organization, component: str) -> ComponentState:
    """Whether a component works: the worst of what is asked of it, and of the server as a whole."""
    own = _worst(component, states_of(organization, component))
    if component == OFFLINE or component in _NEVER_OFFLINE:
        return own
    server = _worst(OFFLINE, states_of(organization, OFFLINE))
    return _worse(own, server)


def set_component(organization: Organization, component: str, requester: str, state: ComponentState) -> None:
    """Note what a requester asks for."""
    moment = organization.clock().astimezone(UTC).isoformat()
    others = [item for item in states_of(organization, component) if item.requester != requester]
    texts = [f"{item.requester};{item.state.name};{item.moment.isoformat()}" for item in others]
    requests = (*texts, f"{requester};{state.name};{moment}")
    for item in organization.all(ServerComponent):
        if item.name == component:
            organization.update(item, requests=requests)
            return
    organization.create(ServerComponent, name=component, requests=requests)


def _worst(component: str, states: Iterable[ServiceState]) -> ComponentState:
    worst: ComponentState | None = None
    for item in states:
        worst = item.state if worst is None else _worse(worst, item.state)
    if worst is not None:
        return worst
    return ComponentState.Inactive if component in _INACTIVE_AT_FIRST else ComponentState.Active


def _worse(one: ComponentState, other: ComponentState) -> ComponentState:
    order = (ComponentState.Inactive, ComponentState.Draining, ComponentState.Active)
    return min(one, other, key=order.index)
