"""Cmdlets for domain controllers and user principal name suffixes."""

from __future__ import annotations

from typing import Any

from organization.objects.accepted_domain import AcceptedDomain
from shell.engine.commands.cmdlet import Example, parameter
from shell.values.objects import PSCustomObject

from ..base import ExchangeCmdlet

_TYPE = "Microsoft.Exchange.Data.Directory.Management.ADServer"


class GetDomainController(ExchangeCmdlet, verb="Get", noun="DomainController"):
    """Show the domain controllers that Exchange uses."""

    domain_name: str = parameter("string", help="Only those of this domain.")
    forest: str = parameter("string", help="Only those of this forest.")
    global_catalog: bool = parameter("switch", help="Only global catalog servers: the lab's is one.")
    credential: Any = parameter("object", hidden=True, refused="See COVERAGE.md.", help="The credential to read with.")
    examples = (Example("Get-DomainController", "All of them."),)

    def process(self) -> None:
        """Write the lab's domain controller."""
        forest = self.organization.forest
        names = (forest.domain.lower(), forest.netbios.lower())
        if any(each and each.lower() not in names for each in (self.domain_name, self.forest)):
            self.refuse(f'Domain "{self.domain_name or self.forest}" couldn\'t be found.', "ADTransientException")
            return
        site = f"{forest.domain}/Configuration/Sites/{forest.site}"
        members: dict[str, Any] = {
            "DnsHostName": forest.domain_controller_fqdn,
            "ADSite": site,
            "Name": forest.domain_controller,
            "DistinguishedName": f"CN={forest.domain_controller},OU=Domain Controllers,{forest.dn}",
            "Identity": f"{forest.domain}/Domain Controllers/{forest.domain_controller}",
            "IsValid": True,
            "OriginatingServer": forest.domain_controller_fqdn,
        }
        self.write(PSCustomObject(members, [_TYPE, "System.Object"]))


class GetUserPrincipalNamesSuffix(ExchangeCmdlet, verb="Get", noun="UserPrincipalNamesSuffix"):
    """Show the UPN suffixes: the forest's own, and the accepted domains."""

    tasks = "RecipientTasks"
    organizational_unit: str = parameter(
        "string", help="The organizational unit. No effect: all units have the same suffixes."
    )
    examples = (Example("Get-UserPrincipalNamesSuffix", "All of them."),)

    def process(self) -> None:
        """Write the suffixes, the forest's first."""
        found = [self.organization.forest.domain]
        found += [str(item.domain_name.domain) for item in self.organization.all(AcceptedDomain)]
        for name in dict.fromkeys(found):
            if name != "*":
                self.write(name)
