"""Get- and Set-ServerComponentState: the states of a server's components (Exchange 2013 and later)."""

from __future__ import annotations

from typing import Any, ClassVar

from organization.errors import OrganizationError
from organization.objects.components import (
    COMPONENTS,
    REQUESTERS,
    ComponentState,
    component_state,
    set_component,
    states_of,
)
from organization.objects.server import ExchangeServer
from organization.versions import Version
from shell.engine.commands.cmdlet import Example, Impact, parameter
from shell.values.objects import PSCustomObject

from .. import completers
from ..base import ExchangeCmdlet
from ..conversion import to_shell
from ..identities import IdParameter, id_type
from ..kinds import enum_type
from ..moments import local_moment

_TYPE = "Microsoft.Exchange.Management.SystemConfigurationTasks.ServerComponentStatePresentationObject"
_STATE_TYPE = "Microsoft.Exchange.Data.Directory.SystemConfiguration.ServerComponentState"


class _ComponentCommand(ExchangeCmdlet):
    """A command for the components of a server."""

    def is_too_early(self) -> bool:
        """True if the emulated version has no components; reports the error."""
        return self.is_before(Version.V2013, "component states")

    def component_named(self, name: str) -> str | None:
        """Return the component in its own spelling; None after an error."""
        found = next((each for each in COMPONENTS if each.lower() == name.lower()), None)
        if found is None:
            text = f'The component "{name}" isn\'t valid. The components are {", ".join(COMPONENTS)}.'
            self.refuse(text, "ArgumentException")
        return found

    def server_named(self, identity: IdParameter | None) -> ExchangeServer | None:
        """Return the server, the lab's own where none is named; None after an error."""
        try:
            return self.server_of(identity)
        except OrganizationError as error:
            self.report(error)
            return None


class GetServerComponentState(_ComponentCommand, verb="Get", noun="ServerComponentState"):
    """Show the states of a server's components."""

    identity: IdParameter | None = parameter(
        id_type("Server"), position=0, mandatory=True, pipeline=True, by_property_name=True, help="The server."
    )
    component: str = parameter("string", completer=completers.components, help="One component, such as HubTransport.")
    examples = (Example("Get-Command Get-ServerComponentState", "The usage."),)

    def process(self) -> None:
        """Write one object for each component."""
        server = None if self.is_too_early() else self.server_named(self.identity)
        if server is None:
            return
        named = self.component_named(self.component) if self.component else None
        if self.component and named is None:
            return
        for name in COMPONENTS if named is None else (named,):
            self.write(self._shown(server, name))

    def _shown(self, server: ExchangeServer, name: str) -> PSCustomObject:
        states = [
            PSCustomObject(
                {
                    "Requester": state.requester,
                    "State": to_shell(state.state),
                    "Timestamp": local_moment(state.moment.timestamp()),
                    "Component": name,
                },
                [_STATE_TYPE, "System.Object"],
            )
            for state in states_of(self.organization, name)
        ]
        members: dict[str, Any] = {
            "ServerFqdn": server.fqdn,
            "Component": name,
            "State": to_shell(component_state(self.organization, name)),
            "RemoteStates": states or None,
            "LocalStates": list(states) or None,
            "Identity": server.name,
            "IsValid": True,
            "ObjectState": "Unchanged",
        }
        return PSCustomObject(members, [_TYPE, "System.Object"])


class SetServerComponentState(_ComponentCommand, verb="Set", noun="ServerComponentState"):
    """Set the state of a server's component. It takes effect at once: an inactive component answers 421 and keeps no
    session, a draining one takes no new connections. A component that another requester made inactive stays inactive.
    """

    supports_should_process: ClassVar[bool] = True
    impact: ClassVar[Impact] = Impact.MEDIUM
    identity: IdParameter | None = parameter(
        id_type("Server"), position=0, mandatory=True, pipeline=True, by_property_name=True, help="The server."
    )
    component: str = parameter(
        "string", mandatory=True, completer=completers.components, help="The component, such as HubTransport."
    )
    state: Any = parameter(
        enum_type(ComponentState).name, mandatory=True, help="The state: Active, Draining or Inactive."
    )
    requester: str = parameter(
        "string", mandatory=True, completer=completers.requesters, help="Who asks: " + ", ".join(REQUESTERS) + "."
    )
    local_only: bool = parameter("switch", help="Store the state on the server only. The lab has one place for both.")
    remote_only: bool = parameter(
        "switch", help="Store the state in the directory only. The lab has one place for both."
    )
    timeout_in_seconds: int | None = parameter(
        "int", default=None, hidden=True, help="The time-out. No effect: the lab answers at once."
    )

    def process(self) -> None:
        """Set the state."""
        server = None if self.is_too_early() else self.server_named(self.identity)
        name = self.component_named(self.component) if server is not None else None
        if server is None or name is None:
            return
        requester = next((each for each in REQUESTERS if each.lower() == self.requester.lower()), None)
        if requester is None:
            text = f'The requester "{self.requester}" isn\'t valid. The requesters are {", ".join(REQUESTERS)}.'
            self.refuse(text, "ArgumentException")
            return
        state = ComponentState(int(self.state))
        if self.should_process(server.name, message=f'Setting component "{name}" on "{server.name}" to "{state}".'):
            set_component(self.organization, name, requester, state)
