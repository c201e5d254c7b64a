"""Test-SenderId: the Sender ID result for an address and a domain."""

from __future__ import annotations

from typing import Any, ClassVar

from organization.dns.sender_id import check_domain
from organization.dns.zone import Zone
from organization.errors import OrganizationError
from organization.values.enums import member_text
from shell.engine.commands.cmdlet import Example, parameter
from shell.types.conversion.text import to_string
from shell.values.objects import PSCustomObject

from ..base import ExchangeCmdlet
from .addresses import address_of

_RESULT = "Microsoft.Exchange.Management.SystemConfigurationTasks.SenderIdTestResult"


class TestSenderId(ExchangeCmdlet, verb="Test", noun="SenderId"):
    """Test whether an IP address may send for a domain, by the SPF record in the lab's DNS (Add-LabDnsRecord)."""

    __test__ = False  # keeps pytest from collecting the class as a test
    supports_should_process: ClassVar[bool] = True
    ip_address: Any = parameter(
        "object", name="IPAddress", mandatory=True, help="The IP address of the sending server."
    )
    purported_responsible_domain: str = parameter("string", mandatory=True, help="The domain of the sender's address.")
    hello_domain: str = parameter("string", help="The name that the client gives in HELO or EHLO.")
    server: Any = parameter("object", help="The server that makes the test; the lab has one.")
    examples = (
        Example(
            "Add-LabDnsRecord fabrikam.com TXT 'v=spf1 ip4:192.0.2.7 -all'; "
            "Test-SenderId -IPAddress 192.0.2.8 -PurportedResponsibleDomain fabrikam.com",
            "Test whether 192.0.2.8 may send for fabrikam.com.",
        ),
    )

    def process(self) -> None:
        """Write the Sender ID result."""
        try:
            address = address_of(to_string(self.ip_address), "IPAddress")
        except OrganizationError as error:
            self.report(error)
            return
        domain = self.purported_responsible_domain
        if not self.should_process(domain, message=f'Testing Sender ID for "{domain}".'):
            return
        organization = self.organization
        result = check_domain(
            Zone.of(organization),
            address,
            f"postmaster@{domain}",
            self.hello_domain or "",
            organization.forest.server_fqdn,
            int(organization.clock().timestamp()),
        )
        members: dict[str, Any] = {
            "Status": member_text(result.status),
            "FailReason": result.reason or "None",
            "Explanation": result.explanation,
        }
        self.write(PSCustomObject(members, [_RESULT, "System.Object"]))
