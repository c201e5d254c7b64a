"""Cmdlets for transport agents, and the scripts that install and remove the anti-spam agents."""

from __future__ import annotations

from typing import Any, ClassVar

from organization.agent_catalog import ANTISPAM, BY_FACTORY, BY_NAME, install, pipeline
from organization.errors import OrganizationError, RuleBroken
from organization.objects.antispam import AttachmentFilterEntry, setup_entries
from organization.objects.server import TransportAgent
from organization.objects.transport_server import TransportServer
from shell.engine.commands.cmdlet import Example, Impact, parameter
from shell.values.errors import ErrorCategory, NotEmulatedException
from shell.values.objects import PSCustomObject

from ..base import ExchangeCmdlet, ObjectCmdlet
from ..changing import RemoveObject, SetObject
from ..reading import GetObject
from .order import renumber

RESTART = "The following service restart is required for the change(s) to take effect : MSExchangeTransport"
EXIT = "Please exit Windows PowerShell to complete the installation."


class GetTransportAgent(GetObject[TransportAgent], verb="Get", noun="TransportAgent"):
    """Show the transport agents in order of priority."""

    tasks = "AgentTasks"
    transport_service: str = parameter(
        "string", help="The transport service whose agents are meant; the lab has one list."
    )
    examples = (Example("Get-TransportAgent", "All agents."),)

    def found(self) -> list[TransportAgent]:
        """Return the agents by priority."""
        return sorted(super().found(), key=lambda agent: agent.priority)


class _Switch(ObjectCmdlet[TransportAgent]):
    """Enable or disable an agent; the change takes effect when the transport service restarts."""

    tasks = "AgentTasks"
    supports_should_process: ClassVar[bool] = True
    enabled: ClassVar[bool] = True
    phrase: ClassVar[str] = ""

    @classmethod
    def declare_parameters(cls) -> None:
        """Declare -Identity."""
        cls.add_parameter("identity", cls.identity_parameter(mandatory=True))
        cls.add_parameter("transport_service", parameter("string", help="The service whose agents are meant."))

    def process(self) -> None:
        """Enable or disable the agent, and warn that the service has to restart."""
        assert self.identity is not None
        try:
            agent = self.lookup(TransportAgent, self.identity)
            if self.should_process(agent.name, message=f'{self.phrase} transport agent "{agent.name}".'):
                self.organization.update(agent, enabled=self.enabled)
                self.write_warning(RESTART)
        except OrganizationError as error:
            self.report(error)


class EnableTransportAgent(_Switch, verb="Enable", noun="TransportAgent"):
    """Enable a transport agent. The change takes effect when the transport service restarts."""

    phrase = "Enabling"
    examples = (Example('Enable-TransportAgent "Transport Rule Agent"', "Enable one agent."),)


class DisableTransportAgent(_Switch, verb="Disable", noun="TransportAgent"):
    """Disable a transport agent; asks first. The change takes effect when the transport service restarts."""

    enabled = False
    phrase = "Disabling"
    impact: ClassVar[Impact] = Impact.HIGH
    examples = (Example('Disable-TransportAgent "Transport Rule Agent" -Confirm:$false', "Disable one agent."),)


class SetTransportAgent(SetObject[TransportAgent], verb="Set", noun="TransportAgent"):
    """Change the priority of a transport agent."""

    tasks = "AgentTasks"
    without: ClassVar[tuple[str, ...]] = ("name", "admin_display_name", "enabled")
    examples = (Example('Set-TransportAgent "Transport Rule Agent" -Priority 2', "Give it the second place."),)

    def altered(self, item: TransportAgent, values: dict[str, Any]) -> TransportAgent:
        """Return the agent with its new priority; the agents between its old and its new place move by one."""
        changed = super().altered(item, values)
        wanted = min(changed.priority, len(self.organization.all(TransportAgent)))
        return changed.replace(priority=wanted)

    def after(self, before: TransportAgent, now: TransportAgent) -> None:
        """Renumber the other agents."""
        renumber(self.organization, TransportAgent, now)
        self.write_warning(RESTART)


class InstallTransportAgent(ExchangeCmdlet, verb="Install", noun="TransportAgent"):
    """Install one of Exchange's own anti-spam agents on the server; it is disabled until Enable-TransportAgent.

    The lab runs Exchange's own agents only: any other factory is an error. The Attachment Filtering Agent brings the
    list of attachments that an Edge server starts with.
    """

    tasks = "AgentTasks"
    supports_should_process: ClassVar[bool] = True
    name: str = parameter("string", name="Name", position=0, mandatory=True, help="The name of the agent.")
    transport_agent_factory: str = parameter("string", mandatory=True, help="The .NET class that creates the agent.")
    assembly_path: str = parameter(
        "string", mandatory=True, help="The assembly that holds the class. The lab does not open the file."
    )
    transport_service: str = parameter(
        "string", help="The transport service whose agents are meant; the lab has one list."
    )
    examples = (
        Example(
            'Install-TransportAgent "Attachment Filtering Agent" -TransportAgentFactory '
            "Microsoft.Exchange.Transport.Agent.AttachFilter.AttachFilterAgentFactory -AssemblyPath "
            '"$exinstall\\TransportRoles\\agents\\AttachFilter\\Microsoft.Exchange.Transport.Agent.AttachFilter.dll"',
            "Filter attachments, as an Edge server does.",
        ),
    )

    def process(self) -> None:
        """Add the agent behind the others, with the warnings of Exchange's command."""
        kind = BY_FACTORY.get(self.transport_agent_factory.casefold())
        organization = self.organization
        if kind is None or kind.name.casefold() != self.name.casefold():
            text = _UNKNOWN.format(self.name, ", ".join(each.factory for each in ANTISPAM))
            self.write_error(
                self.error(
                    text, "NotEmulatedTransportAgent", ErrorCategory.NotImplemented, exception=NotEmulatedException
                )
            )
            return
        try:
            if any(agent.name == kind.name for agent in organization.all(TransportAgent)):
                raise RuleBroken(f'The transport agent "{kind.name}" is already installed.')
            if not self.should_process(kind.name, message=f'Installing transport agent "{kind.name}".'):
                return
            made = organization.update(install(organization, kind), enabled=False)
            if kind.name == _ATTACHMENTS and not organization.all(AttachmentFilterEntry):
                for number, (entry_type, pattern) in enumerate(setup_entries(), 1):
                    organization.create(AttachmentFilterEntry, name=str(number), type=entry_type, pattern=pattern)
        except OrganizationError as error:
            self.report(error)
            return
        self.write_warning(EXIT)
        self.write_warning(RESTART)
        self.emit(made)


_ATTACHMENTS = "Attachment Filtering Agent"
_UNKNOWN = (
    "The agent '{0}' can't be installed: the lab runs Exchange's own anti-spam agents alone. Their factories are {1}."
)


class UninstallTransportAgent(RemoveObject[TransportAgent], verb="Uninstall", noun="TransportAgent"):
    """Remove a transport agent; asks first. The agent stops working when the transport service restarts."""

    tasks = "AgentTasks"
    transport_service: str = parameter(
        "string", help="The transport service whose agents are meant; the lab has one list."
    )
    examples = (Example('Uninstall-TransportAgent "Journaling Agent" -Confirm:$false', "Remove one agent."),)

    def question(self, item: TransportAgent) -> str:
        """Return the text that -WhatIf and -Confirm show."""
        return f'Uninstalling transport agent "{item.name}".'

    def after(self, item: TransportAgent) -> None:
        """Renumber the other agents."""
        renumber(self.organization, TransportAgent)
        self.write_warning(RESTART)


class GetTransportPipeline(ExchangeCmdlet, verb="Get", noun="TransportPipeline"):
    """Show the SMTP and routing events of the transport pipeline, each with the agents registered for it, in their
    order.
    """

    tasks = "AgentTasks"
    examples = (Example("Get-TransportPipeline", "All events."),)

    def process(self) -> None:
        """Write one object for each event."""
        organization = self.organization
        for event, names in pipeline(organization.all(TransportAgent), organization.profile):
            members: dict[str, Any] = {"Event": event, "TransportAgents": names}
            self.write(PSCustomObject(members, [_PIPELINE, "System.Object"]))


_PIPELINE = "Microsoft.Exchange.Management.Edge.TransportPipeline"


class InstallAntispamAgents(ExchangeCmdlet, verb="Install", noun="AntispamAgents"):
    """Install the anti-spam agents on the server, as Exchange's script Install-AntispamAgents.ps1 does."""

    tasks = "AgentTasks"
    examples = (Example("Install-AntispamAgents", "Install them, then restart MSExchangeTransport."),)

    def process(self) -> None:
        """Add the missing agents behind the others, and write each with the script's warnings."""
        organization = self.organization
        known = {agent.name for agent in organization.all(TransportAgent)}
        self.write_warning(EXIT)
        self.write_warning(RESTART)
        for name in organization.profile.antispam_agents:
            if name in known:
                continue
            self.emit(install(organization, BY_NAME[name]))
        for server in organization.all(TransportServer):
            if not server.antispam_agents_enabled:
                organization.update(server, antispam_agents_enabled=True)


class UninstallAntispamAgents(ExchangeCmdlet, verb="Uninstall", noun="AntispamAgents"):
    """Remove the anti-spam agents, as Exchange's script Uninstall-AntispamAgents.ps1 does."""

    tasks = "AgentTasks"

    def process(self) -> None:
        """Remove the agents, with the script's warning."""
        organization = self.organization
        for agent in organization.all(TransportAgent):
            if agent.name in organization.profile.antispam_agents:
                organization.remove(agent)
        renumber(organization, TransportAgent)
        for server in organization.all(TransportServer):
            organization.update(server, antispam_agents_enabled=False)
        self.write_warning(RESTART)
