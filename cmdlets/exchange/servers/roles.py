"""The server as a mailbox server, and as a client access server."""

from __future__ import annotations

from typing import Any, ClassVar

from organization.objects.role_servers import ClientAccessServer, MailboxServer
from shell.engine.commands.cmdlet import Example, parameter

from ..changing import SetObject
from ..reading import GetObject


class GetMailboxServer(GetObject[MailboxServer], verb="Get", noun="MailboxServer"):
    """Show the servers that hold mailboxes."""

    status: bool = parameter("switch", help="Ask the server itself for more.")
    examples = (Example("Get-MailboxServer | Get-MailboxStatistics", "All mailboxes of all servers."),)


class GetClientAccessServer(GetObject[ClientAccessServer], verb="Get", noun="ClientAccessServer"):
    """Show the servers that mail clients speak to."""

    include_alternate: bool = parameter(
        "switch", name="IncludeAlternateServiceAccountCredentialStatus", help="Show such accounts; the lab has none."
    )
    examples = (
        Example(
            "Get-ClientAccessServer | Format-List Name, AutoDiscoverServiceInternalUri", "Where clients ask first."
        ),
    )


class GetClientAccessService(GetObject[ClientAccessServer], verb="Get", noun="ClientAccessService"):
    """Show the client access services: what Get-ClientAccessServer shows, by the name that it has since 2016."""

    include_alternate: bool = parameter(
        "switch", name="IncludeAlternateServiceAccountCredentialStatus", help="Show such accounts; the lab has none."
    )
    examples = (Example("Get-ClientAccessService", "All of them."),)


class SetClientAccessServer(SetObject[ClientAccessServer], verb="Set", noun="ClientAccessServer"):
    """Change how mail clients find a server. The lab keeps that and shows it."""

    without: ClassVar[tuple[str, ...]] = ("name", "admin_display_name")
    array: Any = parameter("object", name="Array", hidden=True, refused="The lab has none.", help="An array.")
    examples = (
        Example(
            "Set-ClientAccessServer EX01 -AutoDiscoverServiceInternalUri "
            "https://mail.contoso.com/Autodiscover/Autodiscover.xml",
            "Another address.",
        ),
    )


class SetClientAccessService(SetObject[ClientAccessServer], verb="Set", noun="ClientAccessService"):
    """Change how mail clients find a server: Set-ClientAccessServer by the name that it has since 2016."""

    without: ClassVar[tuple[str, ...]] = ("name", "admin_display_name")
    examples = (Example("Set-ClientAccessService EX01 -AutoDiscoverSiteScope Stockholm", "The clients of a site."),)
