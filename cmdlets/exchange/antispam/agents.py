"""Transport agents, and the script that installs the anti-spam ones."""

from __future__ import annotations

from typing import Any, ClassVar

from organization.errors import OrganizationError
from organization.objects.server import TransportAgent
from organization.objects.transport_server import TransportServer
from shell.runtime.cmdlet import Example, Impact, parameter

from ..base import ExchangeCmdlet, ObjectCmdlet
from ..changing import SetObject
from ..reading import GetObject

RESTART = "The following service restart is required for the change(s) to take effect : MSExchangeTransport"
EXIT = "Please exit Windows PowerShell to complete the installation."


class GetTransportAgent(GetObject[TransportAgent], verb="Get", noun="TransportAgent"):
    """Show the transport agents in the order in which they work."""

    tasks = "AgentTasks"
    transport_service: str = parameter("string", help="The service whose agents are meant; the lab has one list.")
    examples = (Example("Get-TransportAgent", "All agents."),)

    def found(self) -> list[TransportAgent]:
        """By priority."""
        return sorted(super().found(), key=lambda agent: agent.priority)


class _Switch(ObjectCmdlet[TransportAgent]):
    """Turn an agent on or off; it counts when the service starts again."""

    tasks = "AgentTasks"
    supports_should_process: ClassVar[bool] = True
    enabled: ClassVar[bool] = True
    phrase: ClassVar[str] = ""

    @classmethod
    def declare_parameters(cls) -> None:
        """-Identity."""
        cls.add_parameter("identity", cls.identity_parameter(mandatory=True))
        cls.add_parameter("transport_service", parameter("string", help="The service whose agents are meant."))

    def process(self) -> None:
        """Turn it, and say that the service has to start again."""
        assert self.identity is not None
        try:
            agent = self.lookup(TransportAgent, self.identity)
            if self.should_process(agent.name, message=f'{self.phrase} transport agent "{agent.name}".'):
                self.organization.update(agent, enabled=self.enabled)
                self.write_warning(RESTART)
        except OrganizationError as error:
            self.report(error)


class EnableTransportAgent(_Switch, verb="Enable", noun="TransportAgent"):
    """Turn a transport agent on. It works from the next start of the transport service on."""

    phrase = "Enabling"
    examples = (Example('Enable-TransportAgent "Transport Rule Agent"', "Turn one on."),)


class DisableTransportAgent(_Switch, verb="Disable", noun="TransportAgent"):
    """Turn a transport agent off; asks first. It rests from the next start of the transport service on."""

    enabled = False
    phrase = "Disabling"
    impact: ClassVar[Impact] = Impact.HIGH
    examples = (Example('Disable-TransportAgent "Transport Rule Agent" -Confirm:$false', "Turn one off."),)


class SetTransportAgent(SetObject[TransportAgent], verb="Set", noun="TransportAgent"):
    """Move a transport agent to another place in the order."""

    tasks = "AgentTasks"
    without: ClassVar[tuple[str, ...]] = ("name", "admin_display_name", "enabled")
    examples = (Example('Set-TransportAgent "Transport Rule Agent" -Priority 2', "Let it work second."),)

    def altered(self, item: TransportAgent, values: dict[str, Any]) -> TransportAgent:
        """The agent in its place; those between its old and its new place move by one."""
        changed = super().altered(item, values)
        wanted = min(changed.priority, len(self.organization.all(TransportAgent)))
        return changed.replace(priority=wanted)

    def after(self, before: TransportAgent, now: TransportAgent) -> None:
        """Number the others again."""
        others = sorted(
            (agent for agent in self.organization.all(TransportAgent) if agent.guid != now.guid),
            key=lambda agent: agent.priority,
        )
        others.insert(now.priority - 1, now)
        for place, agent in enumerate(others, 1):
            if agent.priority != place:
                self.organization.update(agent, priority=place)
        self.write_warning(RESTART)


class InstallAntispamAgents(ExchangeCmdlet, verb="Install", noun="AntispamAgents"):
    """Install the anti-spam agents on the server: what Exchange's script Install-AntispamAgents.ps1 does."""

    tasks = "AgentTasks"
    examples = (Example("Install-AntispamAgents", "Install them; then restart MSExchangeTransport."),)

    def process(self) -> None:
        """Add those that are missing behind the others, and show each with the script's warnings."""
        organization = self.organization
        known = {agent.name for agent in organization.all(TransportAgent)}
        self.write_warning(EXIT)
        self.write_warning(RESTART)
        for name in organization.profile.antispam_agents:
            if name in known:
                continue
            priority = len(organization.all(TransportAgent)) + 1
            self.emit(organization.create(TransportAgent, name=name, priority=priority))
        for server in organization.all(TransportServer):
            if not server.antispam_agents_enabled:
                organization.update(server, antispam_agents_enabled=True)


class UninstallAntispamAgents(ExchangeCmdlet, verb="Uninstall", noun="AntispamAgents"):
    """Remove the anti-spam agents: what Exchange's script Uninstall-AntispamAgents.ps1 does."""

    tasks = "AgentTasks"

    def process(self) -> None:
        """Remove them, with the script's warning."""
        organization = self.organization
        for agent in organization.all(TransportAgent):
            if agent.name in organization.profile.antispam_agents:
                organization.remove(agent)
        for server in organization.all(TransportServer):
            organization.update(server, antispam_agents_enabled=False)
        self.write_warning(RESTART)
