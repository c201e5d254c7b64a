"""Cmdlets for the mailbox server role and the client access server role."""

from __future__ import annotations

from typing import Any, ClassVar

from organization.objects.role_servers import ClientAccessServer, MailboxServer
from shell.engine.commands.cmdlet import Example, parameter

from ..changing import SetObject
from ..reading import GetObject


class GetMailboxServer(GetObject[MailboxServer], verb="Get", noun="MailboxServer"):
    """Show the mailbox servers."""

    status: bool = parameter("switch", help="Include properties that are read from the server itself.")
    examples = (Example("Get-MailboxServer | Get-MailboxStatistics", "All mailboxes of all servers."),)


class GetClientAccessServer(GetObject[ClientAccessServer], verb="Get", noun="ClientAccessServer"):
    """Show the client access servers."""

    include_alternate: bool = parameter(
        "switch",
        name="IncludeAlternateServiceAccountCredentialStatus",
        help="Include the alternate service account credential; the lab has none.",
    )
    examples = (
        Example(
            "Get-ClientAccessServer | Format-List Name, AutoDiscoverServiceInternalUri",
            "The Autodiscover service of each.",
        ),
    )


class GetClientAccessService(GetObject[ClientAccessServer], verb="Get", noun="ClientAccessService"):
    """Show the client access services: Get-ClientAccessServer by its name since 2016."""

    include_alternate: bool = parameter(
        "switch",
        name="IncludeAlternateServiceAccountCredentialStatus",
        help="Include the alternate service account credential; the lab has none.",
    )
    examples = (Example("Get-ClientAccessService", "All of them."),)


class SetClientAccessServer(SetObject[ClientAccessServer], verb="Set", noun="ClientAccessServer"):
    """Change the Autodiscover settings of a client access server. They are kept and shown only."""

    without: ClassVar[tuple[str, ...]] = ("name", "admin_display_name")
    array: Any = parameter(
        "object", name="Array", hidden=True, refused="The lab has none.", help="The client access array."
    )
    examples = (
        Example(
            "Set-ClientAccessServer EX01 -AutoDiscoverServiceInternalUri "
            "https://mail.contoso.com/Autodiscover/Autodiscover.xml",
            "Change the Autodiscover address.",
        ),
    )


class SetClientAccessService(SetObject[ClientAccessServer], verb="Set", noun="ClientAccessService"):
    """Change the Autodiscover settings of a server: Set-ClientAccessServer by its name since 2016."""

    without: ClassVar[tuple[str, ...]] = ("name", "admin_display_name")
    examples = (
        Example("Set-ClientAccessService EX01 -AutoDiscoverSiteScope Stockholm", "Set the Autodiscover site scope."),
    )
