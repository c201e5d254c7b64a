"""Transport settings: of the organization, of a server, of its services."""

from __future__ import annotations

from typing import ClassVar

from organization.objects.address_policy import EmailAddressPolicy
from organization.objects.mailbox_transport import MailboxTransportServer
from organization.objects.organization_config import OrganizationConfig
from organization.objects.transport_config import TransportConfigContainer
from organization.objects.transport_server import FrontendTransportServer, TransportServer
from shell.engine.commands.cmdlet import Example

from ..changing import SetConfig, SetObject
from ..reading import GetConfig, GetObject


class GetTransportConfig(GetConfig[TransportConfigContainer], verb="Get", noun="TransportConfig"):
    """Show the transport settings of the organization."""

    id_noun = "Organization"
    examples = (Example("Get-TransportConfig | Format-List Max*", "The limits."),)


class SetTransportConfig(SetConfig[TransportConfigContainer], verb="Set", noun="TransportConfig"):
    """Change the transport settings of the organization."""

    id_noun = "Organization"
    without: ClassVar[tuple[str, ...]] = ("name", "admin_display_name")
    examples = (Example("Set-TransportConfig -MaxReceiveSize 20MB", "Take larger messages."),)


class GetTransportServer(GetObject[TransportServer], verb="Get", noun="TransportServer"):
    """Show the transport settings of servers."""

    examples = (Example("Get-TransportServer EX01 | Format-List *ProtocolLog*", "Where protocol logs are."),)


class SetTransportServer(SetObject[TransportServer], verb="Set", noun="TransportServer"):
    """Change the transport settings of a server."""

    without: ClassVar[tuple[str, ...]] = ("name", "admin_display_name")
    examples = (Example("Set-TransportServer EX01 -AntispamAgentsEnabled $true", "Let the agents work."),)


class GetTransportService(GetObject[TransportServer], verb="Get", noun="TransportService"):
    """Show the transport settings of servers, by the name that the command has since 2013."""

    examples = (Example("Get-TransportService", "All servers."),)


class SetTransportService(SetObject[TransportServer], verb="Set", noun="TransportService"):
    """Change the transport settings of a server, by the name that the command has since 2013."""

    without: ClassVar[tuple[str, ...]] = ("name", "admin_display_name")


class GetFrontendTransportService(GetObject[FrontendTransportServer], verb="Get", noun="FrontendTransportService"):
    """Show the settings of the front end that takes connections since 2013."""


class SetFrontendTransportService(SetObject[FrontendTransportServer], verb="Set", noun="FrontendTransportService"):
    """Change the settings of the front end that takes connections since 2013."""

    without: ClassVar[tuple[str, ...]] = ("name", "admin_display_name")


class GetMailboxTransportService(GetObject[MailboxTransportServer], verb="Get", noun="MailboxTransportService"):
    """Show the settings of the services between the hub and the mailboxes (2013 and later)."""


class SetMailboxTransportService(SetObject[MailboxTransportServer], verb="Set", noun="MailboxTransportService"):
    """Change the settings of the services between the hub and the mailboxes (2013 and later)."""

    without: ClassVar[tuple[str, ...]] = ("name", "admin_display_name")


class GetOrganizationConfig(GetConfig[OrganizationConfig], verb="Get", noun="OrganizationConfig"):
    """Show the organization itself."""

    id_noun = "Organization"
    examples = (Example("Get-OrganizationConfig | Format-List Name, SCLJunkThreshold", "Two of its settings."),)


class SetOrganizationConfig(SetConfig[OrganizationConfig], verb="Set", noun="OrganizationConfig"):
    """Change the organization itself."""

    id_noun = "Organization"
    without: ClassVar[tuple[str, ...]] = ("name", "admin_display_name")


class GetEmailAddressPolicy(GetObject[EmailAddressPolicy], verb="Get", noun="EmailAddressPolicy"):
    """Show which addresses new recipients get."""

    examples = (Example("Get-EmailAddressPolicy", "All policies."),)
