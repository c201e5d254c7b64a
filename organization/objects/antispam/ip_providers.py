"""The providers of lists of addresses, which are asked by DNS."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...directory import DirectoryObject
from ...names import Forest
from ...properties import Kind, Many, prop
from ...values.address import SmtpAddress, SmtpDomain
from ...values.network import IPAddress, parse_address
from .hygiene import MessageHygieneConfig, one_ascii_line

DEFAULT_RESPONSE = "Recipient not authorized, your IP has been found on a block list"
"""What a listed address is told where the provider has no words of its own."""
IP_ADDRESS = Kind("IPAddress", lambda value: value if not isinstance(value, str) else parse_address(value))


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
        help="Recipients for whom no provider is asked, 800 at most.",
    )


class IPListProvider(DirectoryObject):
    """A DNS list that is asked about addresses."""

    schema_name = "ms-Exch-Message-Hygiene-IP-Block-List-Provider"
    object_classes = ("top", "msExchMessageHygieneIPBlockListProvider")

    lookup_domain: SmtpDomain = prop(SmtpDomain, help="The domain that addresses are looked up in.")
    enabled: bool = prop(bool, default=True, help="Whether the provider is asked.")
    any_match: bool = prop(bool, default=False, help="Any answer counts.")
    bitmask_match: IPAddress | None = prop(
        IP_ADDRESS,
        default=None,
        help="An answer counts that has all bits of this address.",
    )
    ip_addresses_match: tuple[IPAddress, ...] = prop(
        Many(IP_ADDRESS),
        name="IPAddressesMatch",
        default=(),
        help="Answers that count, as addresses such as 127.0.0.2.",
    )
    priority: int = prop(
        int,
        default=1,
        between=(1, 2**31 - 1),
        help="The place in the order in which providers are asked, from 1.",
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
        default=DEFAULT_RESPONSE,
        longest=240,
        check=one_ascii_line,
        help="What a listed address is told, 240 characters at most.",
    )
