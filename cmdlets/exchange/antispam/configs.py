"""The settings of the anti-spam agents, one object each for the whole organization."""

from __future__ import annotations

from typing import ClassVar

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
from shell.runtime.cmdlet import Example

from ..base import Model
from ..changing import SetConfig
from ..reading import GetConfig


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
    """Change what Sender ID does."""


class GetSenderReputationConfig(_Get[SenderReputationConfig], verb="Get", noun="SenderReputationConfig"):
    """Show what sender reputation does."""


class SetSenderReputationConfig(_Set[SenderReputationConfig], verb="Set", noun="SenderReputationConfig"):
    """Change what sender reputation does."""


class GetContentFilterConfig(_Get[ContentFilterConfig], verb="Get", noun="ContentFilterConfig"):
    """Show what the content filter does."""


class SetContentFilterConfig(_Set[ContentFilterConfig], verb="Set", noun="ContentFilterConfig"):
    """Change what the content filter does."""


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
