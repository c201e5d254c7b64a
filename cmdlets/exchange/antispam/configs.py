"""Settings of the anti-spam agents, one object each for the whole organization."""

from __future__ import annotations

from typing import Any, ClassVar

from organization.objects.antispam import (
    ContentFilterConfig,
    IPAllowListConfig,
    IPAllowListProvidersConfig,
    IPBlockListConfig,
    IPBlockListProvidersConfig,
    RecipientFilterConfig,
    SenderFilterConfig,
    SenderIdConfig,
    SenderReputationConfig,
)
from shell.engine.commands.cmdlet import Example, parameter

from ..base import Model
from ..changing import SetConfig
from ..reading import GetConfig

_NO_PROXIES = "The lab tests no open proxies: nothing leaves this machine."


class _Get(GetConfig[Model]):
    id_noun = "Organization"


class _Set(SetConfig[Model]):
    id_noun = "Organization"
    without: ClassVar[tuple[str, ...]] = ("name", "admin_display_name")


class GetRecipientFilterConfig(_Get[RecipientFilterConfig], verb="Get", noun="RecipientFilterConfig"):
    """Show the settings of recipient filtering."""

    examples = (Example("Get-RecipientFilterConfig", "All settings."),)


class SetRecipientFilterConfig(_Set[RecipientFilterConfig], verb="Set", noun="RecipientFilterConfig"):
    """Change the settings of recipient filtering."""

    examples = (
        Example("Set-RecipientFilterConfig -RecipientValidationEnabled $true", "Refuse unknown recipients."),
        Example(
            "Set-RecipientFilterConfig -BlockListEnabled $true -BlockedRecipients ceo@contoso.com",
            "Refuse mail from outside to one recipient.",
        ),
    )


class GetSenderFilterConfig(_Get[SenderFilterConfig], verb="Get", noun="SenderFilterConfig"):
    """Show the settings of sender filtering."""


class SetSenderFilterConfig(_Set[SenderFilterConfig], verb="Set", noun="SenderFilterConfig"):
    """Change the settings of sender filtering."""

    examples = (Example("Set-SenderFilterConfig -BlockedDomains spam.example", "Refuse mail from a domain."),)


class GetSenderIdConfig(_Get[SenderIdConfig], verb="Get", noun="SenderIdConfig"):
    """Show the settings of Sender ID."""


class SetSenderIdConfig(_Set[SenderIdConfig], verb="Set", noun="SenderIdConfig"):
    """Change the settings of Sender ID. Records are looked up in the lab's DNS only (Add-LabDnsRecord)."""

    examples = (
        Example(
            "Set-SenderIdConfig -SpoofedDomainAction Reject",
            "Reject mail from servers that may not send for the domain.",
        ),
    )


class GetSenderReputationConfig(_Get[SenderReputationConfig], verb="Get", noun="SenderReputationConfig"):
    """Show the settings of sender reputation."""


class SetSenderReputationConfig(_Set[SenderReputationConfig], verb="Set", noun="SenderReputationConfig"):
    """Change the settings of sender reputation.

    The sender reputation level of an address is the mean spam confidence level of its latest messages, plus one for a
    false HELO name, plus one if its reverse name in the lab's DNS does not match. It is computed from 20 messages on.
    Open proxies are not tested: nothing leaves this machine.
    """

    without: ClassVar[tuple[str, ...]] = (*_Set.without, "proxy_server_name", "proxy_server_port", "proxy_server_type")
    proxy_server_name: str = parameter(
        "string", refused=_NO_PROXIES, help="The proxy server for the open proxy test. No effect: the test is not made."
    )
    proxy_server_port: Any = parameter("int", refused=_NO_PROXIES, help="The port of the proxy server.")
    proxy_server_type: Any = parameter("object", refused=_NO_PROXIES, help="The type of the proxy server.")
    examples = (
        Example(
            "Set-SenderReputationConfig -SrlBlockThreshold 5 -SenderBlockingPeriod 36",
            "Block at a lower level, and for longer.",
        ),
    )

    def after(self, before: SenderReputationConfig, now: SenderReputationConfig) -> None:
        """Warn about settings that are kept without effect."""
        if now.open_proxy_detection_enabled and not before.open_proxy_detection_enabled:
            self.write_warning(_NO_PROXIES)


class GetContentFilterConfig(_Get[ContentFilterConfig], verb="Get", noun="ContentFilterConfig"):
    """Show the settings of content filtering."""


class SetContentFilterConfig(_Set[ContentFilterConfig], verb="Set", noun="ContentFilterConfig"):
    """Change the settings of content filtering.

    Exchange rates content by statistics that are not public, and the lab does not imitate them. Phrases decide
    (Add-ContentFilterPhrase): a good phrase sets the spam confidence level to 0, a bad one to 9. The GTUBE test text
    sets it to 9. All other mail gets 0, or 1 if Sender ID returns Fail or SoftFail.
    """

    examples = (
        Example(
            "Set-ContentFilterConfig -SCLDeleteEnabled $true -SCLRejectEnabled $true -SCLRejectThreshold 7",
            "Delete mail with the highest level, reject mail with the next.",
        ),
        Example(
            "Set-ContentFilterConfig -QuarantineMailbox david@contoso.com -SCLQuarantineEnabled $true",
            "Quarantine spam in a mailbox.",
        ),
    )


class GetIPAllowListConfig(_Get[IPAllowListConfig], verb="Get", noun="IPAllowListConfig"):
    """Show the settings of the IP allow list."""


class SetIPAllowListConfig(_Set[IPAllowListConfig], verb="Set", noun="IPAllowListConfig"):
    """Change the settings of the IP allow list."""


class GetIPBlockListConfig(_Get[IPBlockListConfig], verb="Get", noun="IPBlockListConfig"):
    """Show the settings of the IP block list."""


class SetIPBlockListConfig(_Set[IPBlockListConfig], verb="Set", noun="IPBlockListConfig"):
    """Change the settings of the IP block list, among them the rejection responses."""


class GetIPAllowListProvidersConfig(_Get[IPAllowListProvidersConfig], verb="Get", noun="IPAllowListProvidersConfig"):
    """Show the settings of the IP allow list providers."""


class SetIPAllowListProvidersConfig(_Set[IPAllowListProvidersConfig], verb="Set", noun="IPAllowListProvidersConfig"):
    """Change the settings of the IP allow list providers."""


class GetIPBlockListProvidersConfig(_Get[IPBlockListProvidersConfig], verb="Get", noun="IPBlockListProvidersConfig"):
    """Show the settings of the IP block list providers."""


class SetIPBlockListProvidersConfig(_Set[IPBlockListProvidersConfig], verb="Set", noun="IPBlockListProvidersConfig"):
    """Change the settings of the IP block list providers."""

    examples = (
        Example(
            "Set-IPBlockListProvidersConfig -BypassedRecipients postmaster@contoso.com",
            "Accept mail from blocked addresses to the postmaster.",
        ),
    )
