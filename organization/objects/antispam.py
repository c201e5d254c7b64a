"""The organization's anti-spam settings: one object for each agent, and the lists of addresses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from ..directory import DirectoryObject
from ..names import Forest
from ..properties import Kind, Many, derived, prop
from ..values.address import SmtpAddress, SmtpDomain, SmtpDomainWithSubdomains
from ..values.enums import Choice
from ..values.network import IPAddress, IPRange, parse_address

IP_ADDRESS = Kind("IPAddress", lambda value: value if not isinstance(value, str) else parse_address(value))

BLOCKED_BY_ENTRY = (
    "External client with IP address {0} does not have permissions to submit to this server. "
    "Visit http://support.microsoft.com/kb/928123 for more information."
)


class BlockedSenderAction(Choice):
    """What happens to the mail of a blocked sender."""

    StampStatus = 0
    Reject = 1


class RecipientBlockedSenderAction(Choice):
    """What happens to the mail of a sender whom the recipient has blocked."""

    Reject = 0
    Delete = 1


class SenderIdAction(Choice):
    """What happens to a message that fails Sender ID."""

    StampStatus = 0
    Reject = 1
    Delete = 2


class ProxyType(Choice):
    """The kind of a proxy server."""

    None_ = 0
    Socks4 = 1
    Socks5 = 2
    HttpConnect = 3
    HttpPost = 4
    Telnet = 5
    Cisco = 6
    Wingate = 7


class MessageHygieneConfig(DirectoryObject):
    """What all anti-spam agents have."""

    schema_name = "ms-Exch-Message-Hygiene-Config"
    object_classes = ("top", "msExchAgent", "msExchMessageHygieneConfig")

    enabled: bool = prop(bool, default=True, help="Whether the feature works, in the whole organization.")
    external_mail_enabled: bool = prop(bool, default=True, help="For messages of unauthenticated senders.")
    internal_mail_enabled: bool = prop(bool, default=False, help="For messages of authenticated senders.")

    @classmethod
    def container(cls, forest: Forest, values: Mapping[str, Any]) -> str:
        """Among the organization's transport settings."""
        return f"CN=Message Hygiene,{forest.transport_settings_dn}"


class RecipientFilterConfig(MessageHygieneConfig):
    """Which recipients are refused."""

    noun = "recipient filter configuration"

    blocked_recipients: tuple[SmtpAddress, ...] = prop(
        Many(SmtpAddress), default=(), most=800, help="Recipients who are refused as if they did not exist."
    )
    recipient_validation_enabled: bool = prop(
        bool, default=False, help="Refuse recipients who are not in the organization, in its authoritative domains."
    )
    block_list_enabled: bool = prop(bool, default=False, help="Whether BlockedRecipients counts.")


class SenderFilterConfig(MessageHygieneConfig):
    """Which senders are refused."""

    noun = "sender filter configuration"

    blocked_senders: tuple[SmtpAddress, ...] = prop(
        Many(SmtpAddress),
        default=(),
        most=800,
        help="Addresses whose mail is refused, by MAIL FROM or From; 800 at most.",
    )
    blocked_domains: tuple[SmtpDomain, ...] = prop(
        Many(SmtpDomain), default=(), most=800, help="Domains whose mail is refused, subdomains aside; 800 at most."
    )
    blocked_domains_and_subdomains: tuple[SmtpDomain, ...] = prop(
        Many(SmtpDomain),
        default=(),
        most=800,
        help="Domains whose mail is refused, with everything below them; 800 at most.",
    )
    action: BlockedSenderAction = prop(BlockedSenderAction, default="Reject", help="What happens to their mail.")
    blank_sender_blocking_enabled: bool = prop(bool, default=False, help="Refuse messages without a sender.")
    recipient_blocked_sender_action: RecipientBlockedSenderAction = prop(
        RecipientBlockedSenderAction,
        default="Reject",
        since="2010",
        help="Reject or Delete the mail of senders whom a user has blocked. Kept without effect.",
    )


class SenderIdConfig(MessageHygieneConfig):
    """Sender ID: whether a server may send for a domain."""

    noun = "Sender ID configuration"

    spoofed_domain_action: SenderIdAction = prop(
        SenderIdAction,
        default="StampStatus",
        help="Mail from a wrong server for the domain: StampStatus, Reject, Delete. Kept: the lab checks no Sender ID.",
    )
    temp_error_action: SenderIdAction = prop(
        SenderIdAction,
        default="StampStatus",
        help="Mail when DNS gives no answer: StampStatus, Reject, Delete. Kept: the lab checks no Sender ID.",
    )
    bypassed_recipients: tuple[SmtpAddress, ...] = prop(
        Many(SmtpAddress),
        default=(),
        most=100,
        help="Recipients for whom Sender ID is not checked, 100 at most. Kept: the lab checks no Sender ID.",
    )
    bypassed_sender_domains: tuple[SmtpDomainWithSubdomains, ...] = prop(
        Many(SmtpDomainWithSubdomains),
        default=(),
        most=100,
        help="Sender domains that are not checked, 100 at most. Kept: the lab checks no Sender ID.",
    )


class SenderReputationConfig(MessageHygieneConfig):
    """Sender reputation: what an address has done before."""

    noun = "sender reputation configuration"

    sender_blocking_enabled: bool = prop(
        bool, default=True, help="Block senders whose reputation level gets too high. Kept: the lab rates no senders."
    )
    open_proxy_detection_enabled: bool = prop(
        bool, default=True, help="Test whether the sending address is an open proxy. Kept: the lab rates no senders."
    )
    sender_blocking_period: int = prop(int, default=24, between=(0, 48), help="Hours for which a sender is blocked.")
    srl_block_threshold: int = prop(int, default=7, between=(0, 9), help="The level from which a sender is blocked.")
    proxy_server_name: str | None = prop(
        str, default=None, help="A proxy server over which open proxies are tested. Kept: the lab rates no senders."
    )
    proxy_server_port: int = prop(
        int,
        default=0,
        between=(0, 65535),
        help="The TCP port of the proxy server, 0 to 65535. Kept: the lab rates no senders.",
    )
    proxy_server_type: ProxyType = prop(
        ProxyType,
        default="None",
        help="The kind of the proxy, such as Socks5 or HttpConnect; None for none. Kept: the lab rates no senders.",
    )


class ContentFilterConfig(MessageHygieneConfig):
    """What happens to messages that look like spam."""

    noun = "content filter configuration"

    outlook_email_postmark_validation_enabled: bool = prop(
        bool, default=True, help="Outlook's computed postmark speaks against spam. Kept: the lab scans no content."
    )
    bypassed_recipients: tuple[SmtpAddress, ...] = prop(
        Many(SmtpAddress),
        default=(),
        most=100,
        help="Recipients whose mail is not scanned, 100 at most. Kept: the lab scans no content.",
    )
    bypassed_senders: tuple[SmtpAddress, ...] = prop(
        Many(SmtpAddress),
        default=(),
        most=100,
        help="Senders whose mail is not scanned, 100 at most. Kept: the lab scans no content.",
    )
    bypassed_sender_domains: tuple[SmtpDomainWithSubdomains, ...] = prop(
        Many(SmtpDomainWithSubdomains),
        default=(),
        most=100,
        help="Sender domains whose mail is not scanned, 100 at most. Kept: the lab scans no content.",
    )
    quarantine_mailbox: SmtpAddress | None = prop(
        SmtpAddress, default=None, help="The address that quarantined messages go to. Kept: the lab scans no content."
    )
    rejection_response: str = prop(
        str,
        default="Message rejected as spam by Content Filtering.",
        longest=240,
        help="What senders of rejected spam are told, 240 characters at most. Kept: the lab scans no content.",
    )
    scl_reject_threshold: int = prop(
        int,
        default=7,
        between=(0, 9),
        help="The spam level, 0 to 9, from which messages are rejected. Kept: the lab scans no content.",
    )
    scl_reject_enabled: bool = prop(
        bool, default=False, help="Reject messages from SCLRejectThreshold on. Kept: the lab scans no content."
    )
    scl_delete_threshold: int = prop(
        int,
        default=9,
        between=(0, 9),
        help="The spam level, 0 to 9, from which messages are deleted without a word. Kept: the lab scans no content.",
    )
    scl_delete_enabled: bool = prop(
        bool, default=False, help="Delete messages from SCLDeleteThreshold on. Kept: the lab scans no content."
    )
    scl_quarantine_threshold: int = prop(
        int,
        default=9,
        between=(0, 9),
        help="The spam level, 0 to 9, from which messages go to quarantine. Kept: the lab scans no content.",
    )
    scl_quarantine_enabled: bool = prop(
        bool, default=False, help="Quarantine messages from SCLQuarantineThreshold on. Kept: the lab scans no content."
    )


class IPAllowListConfig(MessageHygieneConfig):
    """Whether the list of allowed addresses counts."""

    noun = "IP Allow list configuration"


class IPBlockListConfig(MessageHygieneConfig):
    """Whether the list of blocked addresses counts, and what they are told."""

    noun = "IP Block list configuration"

    machine_entry_rejection_response: str = prop(
        str,
        default=BLOCKED_BY_ENTRY,
        longest=240,
        help="What an address blocked by the server itself is told; {0} is the address.",
    )
    static_entry_rejection_response: str = prop(
        str,
        default=BLOCKED_BY_ENTRY,
        longest=240,
        help="What an address blocked by an administrator is told; {0} is the address.",
    )


class IPAllowListProvidersConfig(MessageHygieneConfig):
    """Whether the providers of allowed addresses are asked."""

    noun = "IP Allow list providers configuration"


class IPBlockListProvidersConfig(MessageHygieneConfig):
    """Whether the providers of blocked addresses are asked."""

    noun = "IP Block list providers configuration"

    bypassed_recipients: tuple[SmtpAddress, ...] = prop(
        Many(SmtpAddress),
        default=(),
        most=800,
        help="Recipients for whom no provider is asked, 800 at most. Kept: the lab asks no list in DNS.",
    )


class IPListEntry(DirectoryObject):
    """A range of addresses on a server's list. Its name is its number."""

    order = ("identity", "ip_range", "expiration_time", "comment", "is_machine_generated", "has_expired")
    only_ordered = True

    ip_range: IPRange = prop(IPRange, read_only=True)
    expiration_time: datetime = prop(datetime, default=datetime(9999, 12, 31, 23, 59, 59), read_only=True)
    comment: str | None = prop(
        str, default="", longest=1024, help="A note for administrators, 1024 characters at most."
    )
    is_machine_generated: bool = prop(bool, default=False, read_only=True)
    has_expired: bool = derived(bool, lambda self: self.expiration_time < datetime.now())

    @classmethod
    def container(cls, forest: Forest, values: Mapping[str, Any]) -> str:
        """In the server."""
        return f"CN={cls.__name__},{forest.server_dn(forest.server)}"

    def identity_keys(self) -> Iterator[str]:
        """By its number, and by the range."""
        yield from super().identity_keys()
        yield str(self.ip_range)

    def contains(self, address: IPAddress) -> bool:
        """Whether an address is on the list by this entry, at this time."""
        return not self.has_expired and self.ip_range.contains(address)


class IPAllowListEntry(IPListEntry):
    """Addresses whose mail skips the anti-spam agents."""

    noun = "IP Allow list entry"


class IPBlockListEntry(IPListEntry):
    """Addresses whose mail is refused."""

    noun = "IP Block list entry"


class IPListProvider(DirectoryObject):
    """A DNS list that is asked about addresses."""

    schema_name = "ms-Exch-Message-Hygiene-IP-Block-List-Provider"
    object_classes = ("top", "msExchMessageHygieneIPBlockListProvider")

    lookup_domain: SmtpDomain = prop(SmtpDomain, help="The domain that addresses are looked up in.")
    enabled: bool = prop(bool, default=True, help="Whether the provider is asked. Kept: the lab asks no list in DNS.")
    any_match: bool = prop(bool, default=False, help="Any answer counts.")
    bitmask_match: IPAddress | None = prop(
        IP_ADDRESS,
        default=None,
        help="An answer counts if it shares a bit with this address. Kept: the lab asks no list in DNS.",
    )
    ip_addresses_match: tuple[IPAddress, ...] = prop(
        Many(IP_ADDRESS),
        name="IPAddressesMatch",
        default=(),
        help="Answers that count, as addresses such as 127.0.0.2. Kept: the lab asks no list in DNS.",
    )
    priority: int = prop(
        int,
        default=1,
        between=(1, 2**31 - 1),
        help="The place in the order in which providers are asked, from 1. Kept: the lab asks no list in DNS.",
    )

    @classmethod
    def container(cls, forest: Forest, values: Mapping[str, Any]) -> str:
        """Under the agent's configuration."""
        return f"CN={cls.__name__}Config,CN=Message Hygiene,{forest.transport_settings_dn}"


class IPAllowListProvider(IPListProvider):
    """A DNS list of good addresses."""

    noun = "IP Allow list provider"


class IPBlockListProvider(IPListProvider):
    """A DNS list of bad addresses."""

    noun = "IP Block list provider"

    rejection_response: str | None = prop(
        str,
        default="Recipient not authorized, your IP has been found on a block list",
        longest=240,
        help="What a listed address is told, 240 characters at most. Kept: the lab asks no list in DNS.",
    )


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
