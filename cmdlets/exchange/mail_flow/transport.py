"""Cmdlets for transport settings: of the organization, of a server, of its services."""

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
    examples = (Example("Get-TransportConfig | Format-List Max*", "The message size limits."),)


class SetTransportConfig(SetConfig[TransportConfigContainer], verb="Set", noun="TransportConfig"):
    """Change the transport settings of the organization."""

    id_noun = "Organization"
    without: ClassVar[tuple[str, ...]] = ("name", "admin_display_name")
    examples = (Example("Set-TransportConfig -MaxReceiveSize 20MB", "Accept larger messages."),)


class GetTransportServer(GetObject[TransportServer], verb="Get", noun="TransportServer"):
    """Show the transport settings of servers."""

    examples = (Example("Get-TransportServer EX01 | Format-List *ProtocolLog*", "The paths of the protocol logs."),)


class SetTransportServer(SetObject[TransportServer], verb="Set", noun="TransportServer"):
    """Change the transport settings of a server."""

    without: ClassVar[tuple[str, ...]] = ("name", "admin_display_name")
    examples = (Example("Set-TransportServer EX01 -AntispamAgentsEnabled $true", "Turn the anti-spam agents on."),)


class GetTransportService(GetObject[TransportServer], verb="Get", noun="TransportService"):
    """Show the transport settings of servers: Get-TransportServer by its name since 2013."""

    examples = (Example("Get-TransportService", "All servers."),)


class SetTransportService(SetObject[TransportServer], verb="Set", noun="TransportService"):
    """Change the transport settings of a server: Set-TransportServer by its name since 2013."""

    without: ClassVar[tuple[str, ...]] = ("name", "admin_display_name")


class GetFrontendTransportService(GetObject[FrontendTransportServer], verb="Get", noun="FrontendTransportService"):
    """Show the settings of the Front End Transport service, which accepts client connections (2013 and later)."""


class SetFrontendTransportService(SetObject[FrontendTransportServer], verb="Set", noun="FrontendTransportService"):
    """Change the settings of the Front End Transport service, which accepts client connections (2013 and later)."""

    without: ClassVar[tuple[str, ...]] = ("name", "admin_display_name")


class GetMailboxTransportService(GetObject[MailboxTransportServer], verb="Get", noun="MailboxTransportService"):
    """Show the settings of the Mailbox Transport services, between the Transport service and the mailboxes (2013 and
    later).
    """


class SetMailboxTransportService(SetObject[MailboxTransportServer], verb="Set", noun="MailboxTransportService"):
    """Change the settings of the Mailbox Transport services, between the Transport service and the mailboxes (2013 and
    later).
    """

    without: ClassVar[tuple[str, ...]] = ("name", "admin_display_name")


class GetOrganizationConfig(GetConfig[OrganizationConfig], verb="Get", noun="OrganizationConfig"):
    """Show the settings of the organization."""

    id_noun = "Organization"
    examples = (Example("Get-OrganizationConfig | Format-List Name, SCLJunkThreshold", "Two of its settings."),)


class SetOrganizationConfig(SetConfig[OrganizationConfig], verb="Set", noun="OrganizationConfig"):
    """Change the settings of the organization."""

    id_noun = "Organization"
    without: ClassVar[tuple[str, ...]] = ("name", "admin_display_name")


class GetEmailAddressPolicy(GetObject[EmailAddressPolicy], verb="Get", noun="EmailAddressPolicy"):
    """Show the email address policies, which make the addresses of new recipients."""

    examples = (Example("Get-EmailAddressPolicy", "All policies."),)
