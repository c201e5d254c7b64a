"""The lists of allowed and of blocked addresses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from ...directory import DirectoryObject
from ...names import Forest
from ...properties import derived, prop
from ...values.network import IPAddress, IPRange
from .hygiene import MessageHygieneConfig, one_ascii_line

BLOCKED_BY_ENTRY = (
    "External client with IP address {0} does not have permissions to submit to this server. "
    "Visit http://support.microsoft.com/kb/928123 for more information."
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
        check=one_ascii_line,
        help="What an address blocked by the server itself is told; {0} is the address.",
    )
    static_entry_rejection_response: str = prop(
        str,
        default=BLOCKED_BY_ENTRY,
        longest=240,
        check=one_ascii_line,
        help="What an address blocked by an administrator is told; {0} is the address.",
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
