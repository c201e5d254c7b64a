"""The organization's anti-spam settings: one object for each feature, and the lists that they go by."""

from __future__ import annotations

from collections.abc import Mapping

from .attachments import (
    AttachmentFilterEntry,
    AttachmentFilterListConfig,
    AttachmentType,
    FilterActions,
    setup_entries,
)
from .content_filter import ContentFilterConfig, ContentFilterPhrase, Influence
from .hygiene import MessageHygieneConfig
from .ip_lists import (
    IPAllowListConfig,
    IPAllowListEntry,
    IPBlockListConfig,
    IPBlockListEntry,
    IPListEntry,
)
from .ip_providers import (
    IPAllowListProvider,
    IPAllowListProvidersConfig,
    IPBlockListProvider,
    IPBlockListProvidersConfig,
    IPListProvider,
)
from .recipient_filter import RecipientFilterConfig
from .sender_filter import BlockedSenderAction, RecipientBlockedSenderAction, SenderFilterConfig
from .sender_id import SenderIdAction, SenderIdConfig
from .sender_reputation import ProxyType, SenderReputationConfig

CONFIGS: Mapping[type[MessageHygieneConfig], str] = {
    ContentFilterConfig: "ContentFilterConfig",
    IPAllowListConfig: "IPAllowListConfig",
    IPAllowListProvidersConfig: "IPAllowListProviderConfig",
    IPBlockListConfig: "IPBlockListConfig",
    IPBlockListProvidersConfig: "IPBlockListProviderConfig",
    RecipientFilterConfig: "RecipientFilterConfig",
    SenderFilterConfig: "SenderFilterConfig",
    SenderIdConfig: "SenderIdConfig",
    SenderReputationConfig: "SenderReputation",
}
"""Each configuration, which exists once, with the name of its object."""

__all__ = [
    "CONFIGS",
    "AttachmentFilterEntry",
    "AttachmentFilterListConfig",
    "AttachmentType",
    "BlockedSenderAction",
    "ContentFilterConfig",
    "ContentFilterPhrase",
    "FilterActions",
    "IPAllowListConfig",
    "IPAllowListEntry",
    "IPAllowListProvider",
    "IPAllowListProvidersConfig",
    "IPBlockListConfig",
    "IPBlockListEntry",
    "IPBlockListProvider",
    "IPBlockListProvidersConfig",
    "IPListEntry",
    "IPListProvider",
    "Influence",
    "MessageHygieneConfig",
    "ProxyType",
    "RecipientBlockedSenderAction",
    "RecipientFilterConfig",
    "SenderFilterConfig",
    "SenderIdAction",
    "SenderIdConfig",
    "SenderReputationConfig",
    "setup_entries",
]
