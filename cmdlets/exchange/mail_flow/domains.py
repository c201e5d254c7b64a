"""Accepted and remote domains."""

from __future__ import annotations

from typing import Any, ClassVar

from organization.errors import RuleBroken
from organization.objects.accepted_domain import AcceptedDomain
from organization.objects.address_policy import EmailAddressPolicy
from organization.objects.remote_domain import RemoteDomain
from shell.engine.commands.cmdlet import Example, parameter

from ..changing import NewObject, RemoveObject, SetObject
from ..parameters import parameter_for
from ..reading import GetObject


class GetAcceptedDomain(GetObject[AcceptedDomain], verb="Get", noun="AcceptedDomain"):
    """Show the accepted domains: the domains that the organization takes mail for."""

    examples = (Example("Get-AcceptedDomain", "All of them."),)


class NewAcceptedDomain(NewObject[AcceptedDomain], verb="New", noun="AcceptedDomain"):
    """Create an accepted domain, so that the organization takes mail for it."""

    without: ClassVar[tuple[str, ...]] = ("admin_display_name", "address_book_enabled", "match_sub_domains")
    examples = (
        Example('New-AcceptedDomain -Name "Fabrikam" -DomainName fabrikam.com', "Take mail for fabrikam.com."),
        Example(
            'New-AcceptedDomain "Partners" -DomainName *.partners.com -DomainType InternalRelay',
            "Relay for all subdomains of a domain.",
        ),
    )

    domain_name: Any = parameter_for(AcceptedDomain.by_attribute["domain_name"], mandatory=True)


class SetAcceptedDomain(SetObject[AcceptedDomain], verb="Set", noun="AcceptedDomain"):
    """Change an accepted domain, or make it the default domain."""

    without: ClassVar[tuple[str, ...]] = ("domain_name", "admin_display_name")
    examples = (Example("Set-AcceptedDomain contoso.com -MakeDefault $true", "Make it the default domain."),)

    make_default: bool | None = parameter("bool", default=None, help="Make it the default domain for new addresses.")

    def altered(self, item: AcceptedDomain, values: dict[str, Any]) -> AcceptedDomain:
        """Return the changed domain, default or not."""
        changed = super().altered(item, values)
        if self.make_default and not item.default:
            changed = changed.replace(default=True)
            for error in changed.rules(self.organization):
                raise error
            for other in self.organization.all(AcceptedDomain):
                if other.default:
                    self.organization.update(other, default=False)
        elif self.make_default is False and item.default:
            raise RuleBroken(
                "There must be exactly one default accepted domain. Make another accepted domain the default one.", item
            )
        return changed


class RemoveAcceptedDomain(RemoveObject[AcceptedDomain], verb="Remove", noun="AcceptedDomain"):
    """Remove an accepted domain; the organization takes no more mail for it."""

    examples = (Example("Remove-AcceptedDomain contoso.com -WhatIf", "Show what would be removed."),)

    def check(self, item: AcceptedDomain) -> None:
        """Raise an error for the default domain, and for domains that address policies use."""
        if item.default:
            raise RuleBroken(
                f'The accepted domain "{item.name}" can\'t be removed because it is the default domain.', item
            )
        for policy in self.organization.all(EmailAddressPolicy):
            templates = (*policy.enabled_email_address_templates, policy.enabled_primary_smtp_address_template)
            if any(text.lower().endswith(f"@{item.domain_name}".lower()) for text in templates):
                raise RuleBroken(
                    f'The accepted domain "{item.name}" can\'t be removed because the e-mail address policy '
                    f'"{policy.name}" uses it.',
                    item,
                )


class GetRemoteDomain(GetObject[RemoteDomain], verb="Get", noun="RemoteDomain"):
    """Show the remote domains: settings for mail to other organizations."""

    examples = (Example("Get-RemoteDomain", "All of them."),)


class NewRemoteDomain(NewObject[RemoteDomain], verb="New", noun="RemoteDomain"):
    """Create a remote domain: settings for mail to one domain."""

    examples = (Example("New-RemoteDomain Fabrikam -DomainName *.fabrikam.com", "For one partner domain."),)

    domain_name: Any = parameter_for(RemoteDomain.by_attribute["domain_name"], mandatory=True)

    @classmethod
    def declare_parameters(cls) -> None:
        """Declare -Name and -DomainName only; the other settings are made with Set-RemoteDomain."""
        cls.add_parameter("name", parameter_for(RemoteDomain.by_attribute["name"], position=0, mandatory=True))


class SetRemoteDomain(SetObject[RemoteDomain], verb="Set", noun="RemoteDomain"):
    """Change the settings for mail to a remote domain."""

    without: ClassVar[tuple[str, ...]] = ("domain_name", "admin_display_name")
    examples = (
        Example("Set-RemoteDomain Default -AutoReplyEnabled $true", "Allow automatic replies to the Internet."),
    )


class RemoveRemoteDomain(RemoveObject[RemoteDomain], verb="Remove", noun="RemoteDomain"):
    """Remove a remote domain; the settings of the default remote domain apply from then on."""

    examples = (Example("Remove-RemoteDomain Default -WhatIf", "Show what would be removed."),)

    def check(self, item: RemoteDomain) -> None:
        """Raise an error for the default remote domain."""
        if str(item.domain_name) == "*":
            raise RuleBroken("The default remote domain can't be removed.", item)
