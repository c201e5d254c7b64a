"""The settings of the anti-spam agents, one object each for the whole organization."""

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
    """Show which recipients are refused."""

    examples = (Example("Get-RecipientFilterConfig", "All settings."),)


class SetRecipientFilterConfig(_Set[RecipientFilterConfig], verb="Set", noun="RecipientFilterConfig"):
    """Say which recipients are refused."""

    examples = (
        Example("Set-RecipientFilterConfig -RecipientValidationEnabled $true", "Refuse unknown recipients."),
        Example(
            "Set-RecipientFilterConfig -BlockListEnabled $true -BlockedRecipients ceo@contoso.com",
            "Refuse mail from outside for one recipient.",
        ),
    )


class GetSenderFilterConfig(_Get[SenderFilterConfig], verb="Get", noun="SenderFilterConfig"):
    """Show which senders are refused."""


class SetSenderFilterConfig(_Set[SenderFilterConfig], verb="Set", noun="SenderFilterConfig"):
    """Say which senders are refused."""

    examples = (Example("Set-SenderFilterConfig -BlockedDomains spam.example", "Refuse mail of a domain."),)


class GetSenderIdConfig(_Get[SenderIdConfig], verb="Get", noun="SenderIdConfig"):
    """Show what Sender ID does."""


class SetSenderIdConfig(_Set[SenderIdConfig], verb="Set", noun="SenderIdConfig"):
    """Change what Sender ID does. It asks the lab's DNS alone (Add-LabDnsRecord)."""

    examples = (Example("Set-SenderIdConfig -SpoofedDomainAction Reject", "Refuse mail of the wrong servers."),)


class GetSenderReputationConfig(_Get[SenderReputationConfig], verb="Get", noun="SenderReputationConfig"):
    """Show what sender reputation does."""


class SetSenderReputationConfig(_Set[SenderReputationConfig], verb="Set", noun="SenderReputationConfig"):
    """Change what sender reputation does.

    The level of an address is the mean spam level of its latest messages, plus one for a false greeting, plus one where
    its reverse name in the lab's DNS does not fit; from 20 messages on. Open proxies are not tested: nothing leaves
    this machine.
    """

    without: ClassVar[tuple[str, ...]] = (*_Set.without, "proxy_server_name", "proxy_server_port", "proxy_server_type")
    proxy_server_name: str = parameter("string", refused=_NO_PROXIES, help="A proxy for the test of open proxies.")
    proxy_server_port: Any = parameter("int", refused=_NO_PROXIES, help="Its port.")
    proxy_server_type: Any = parameter("object", refused=_NO_PROXIES, help="Its kind.")
    examples = (
        Example("Set-SenderReputationConfig -SrlBlockThreshold 5 -SenderBlockingPeriod 36", "Be stricter, for longer."),
    )

    def after(self, before: SenderReputationConfig, now: SenderReputationConfig) -> None:
        """Say what is not done, to whoever has asked for it."""
        if now.open_proxy_detection_enabled and not before.open_proxy_detection_enabled:
            self.write_warning(_NO_PROXIES)


class GetContentFilterConfig(_Get[ContentFilterConfig], verb="Get", noun="ContentFilterConfig"):
    """Show what the content filter does."""


class SetContentFilterConfig(_Set[ContentFilterConfig], verb="Set", noun="ContentFilterConfig"):
    """Change what the content filter does.

    Exchange's own rating is learnt from mail and secret; the lab makes none up. Phrases decide
    (Add-ContentFilterPhrase): a good one makes the level 0, a bad one 9. The GTUBE test text makes 9. All other mail
    gets 0, or 1 where Sender ID says Fail or SoftFail.
    """

    examples = (
        Example(
            "Set-ContentFilterConfig -SCLDeleteEnabled $true -SCLRejectEnabled $true -SCLRejectThreshold 7",
            "Delete the worst, reject what is nearly as bad.",
        ),
        Example(
            "Set-ContentFilterConfig -QuarantineMailbox david@contoso.com -SCLQuarantineEnabled $true",
            "Let somebody look at it.",
        ),
    )


class GetIPAllowListConfig(_Get[IPAllowListConfig], verb="Get", noun="IPAllowListConfig"):
    """Show whether the list of allowed addresses counts."""


class SetIPAllowListConfig(_Set[IPAllowListConfig], verb="Set", noun="IPAllowListConfig"):
    """Say whether the list of allowed addresses counts."""


class GetIPBlockListConfig(_Get[IPBlockListConfig], verb="Get", noun="IPBlockListConfig"):
    """Show whether the list of blocked addresses counts."""


class SetIPBlockListConfig(_Set[IPBlockListConfig], verb="Set", noun="IPBlockListConfig"):
    """Say whether the list of blocked addresses counts, and what they are told."""


class GetIPAllowListProvidersConfig(_Get[IPAllowListProvidersConfig], verb="Get", noun="IPAllowListProvidersConfig"):
    """Show whether providers of allowed addresses are asked."""


class SetIPAllowListProvidersConfig(_Set[IPAllowListProvidersConfig], verb="Set", noun="IPAllowListProvidersConfig"):
    """Say whether providers of allowed addresses are asked."""


class GetIPBlockListProvidersConfig(_Get[IPBlockListProvidersConfig], verb="Get", noun="IPBlockListProvidersConfig"):
    """Show whether providers of blocked addresses are asked."""


class SetIPBlockListProvidersConfig(_Set[IPBlockListProvidersConfig], verb="Set", noun="IPBlockListProvidersConfig"):
    """Say whether providers of blocked addresses are asked."""

    examples = (
        Example(
            "Set-IPBlockListProvidersConfig -BypassedRecipients postmaster@contoso.com",
            "Let blocked senders ask the postmaster why.",
        ),
    )
