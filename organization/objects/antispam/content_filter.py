"""What happens to messages that look like spam, and the phrases by which that is judged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from ...directory import DirectoryObject
from ...errors import InvalidProperty, OrganizationError, RuleBroken
from ...names import Forest
from ...properties import Many, prop
from ...values.address import SmtpAddress, SmtpDomainWithSubdomains
from ...values.enums import Choice
from .hygiene import MessageHygieneConfig, one_ascii_line

if TYPE_CHECKING:
    from ...store import Organization

MOST_PHRASES = 800
LONGEST_PHRASE = 257


class ContentFilterConfig(MessageHygieneConfig):
    """What happens to messages that look like spam."""

    noun = "content filter configuration"

    outlook_email_postmark_validation_enabled: bool = prop(
        bool, default=True, help="Outlook's computed postmark speaks against spam. Kept without effect."
    )
    bypassed_recipients: tuple[SmtpAddress, ...] = prop(
        Many(SmtpAddress),
        default=(),
        most=100,
        help="Recipients whose mail is not scanned, 100 at most.",
    )
    bypassed_senders: tuple[SmtpAddress, ...] = prop(
        Many(SmtpAddress),
        default=(),
        most=100,
        help="Senders whose mail is not scanned, 100 at most.",
    )
    bypassed_sender_domains: tuple[SmtpDomainWithSubdomains, ...] = prop(
        Many(SmtpDomainWithSubdomains),
        default=(),
        most=100,
        help="Sender domains whose mail is not scanned, 100 at most.",
    )
    quarantine_mailbox: SmtpAddress | None = prop(
        SmtpAddress, default=None, help="The address that quarantined messages go to."
    )
    rejection_response: str = prop(
        str,
        default="Message rejected as spam by Content Filtering.",
        longest=240,
        check=one_ascii_line,
        help="What senders of rejected spam are told, 240 characters at most.",
    )
    scl_reject_threshold: int = prop(
        int,
        default=7,
        between=(1, 9),
        help="The spam level, 1 to 9, from which messages are rejected.",
    )
    scl_reject_enabled: bool = prop(bool, default=False, help="Reject messages from SCLRejectThreshold on.")
    scl_delete_threshold: int = prop(
        int,
        default=9,
        between=(1, 9),
        help="The spam level, 1 to 9, from which messages are deleted without a word.",
    )
    scl_delete_enabled: bool = prop(bool, default=False, help="Delete messages from SCLDeleteThreshold on.")
    scl_quarantine_threshold: int = prop(
        int,
        default=9,
        between=(1, 9),
        help="The spam level, 1 to 9, from which messages go to quarantine.",
    )
    scl_quarantine_enabled: bool = prop(bool, default=False, help="Quarantine messages from SCLQuarantineThreshold on.")

    def rules(self, organization: Organization) -> Iterator[OrganizationError]:
        """Of those limits that count, the harder fate has the higher level; a quarantine needs a place."""
        levels = [
            (name, getattr(self, f"scl_{name}_threshold"))
            for name in ("delete", "reject", "quarantine")
            if getattr(self, f"scl_{name}_enabled")
        ]
        for place, (name, level) in enumerate(levels):
            for other, lower in levels[place + 1 :]:
                if level <= lower:
                    yield RuleBroken(f"The SCL {name} threshold must be greater than the SCL {other} threshold.", self)
        if self.scl_quarantine_enabled and self.quarantine_mailbox is None:
            yield RuleBroken("The quarantine can't be enabled as long as QuarantineMailbox is empty.", self)


class Influence(Choice):
    """What a phrase says of a message that holds it."""

    GoodWord = 0
    BadWord = 1


class ContentFilterPhrase(DirectoryObject):
    """A word or phrase that decides about messages that hold it. Its name is its number."""

    noun = "content filter phrase"
    order = ("influence", "phrase", "identity", "is_valid")
    only_ordered = True

    influence: Influence = prop(Influence, help="GoodWord: never spam (SCL 0). BadWord: spam (SCL 9).")
    phrase: str = prop(str, longest=LONGEST_PHRASE, help="The words, in any case, 257 characters at most.")

    @classmethod
    def container(cls, forest: Forest, values: Mapping[str, Any]) -> str:
        """Under the agent's configuration."""
        return f"CN=Phrases,CN=ContentFilterConfig,CN=Message Hygiene,{forest.transport_settings_dn}"

    def identity_text(self) -> str:
        """The phrase itself."""
        return self.phrase

    def identity_keys(self) -> Iterator[str]:
        """By the phrase."""
        yield self.phrase

    def rules(self, organization: Organization) -> Iterator[OrganizationError]:
        """No phrase is there twice, and there are not too many."""
        if not self.phrase.strip():
            yield InvalidProperty("Phrase", self.phrase, "A phrase can't be empty.")
        others = [each for each in organization.all(ContentFilterPhrase) if each.guid != self.guid]
        if any(each.phrase.casefold() == self.phrase.casefold() for each in others):
            yield RuleBroken(f"The phrase '{self.phrase}' already exists.", self)
        if len(others) >= MOST_PHRASES:
            yield RuleBroken(f"No more than {MOST_PHRASES} phrases can be added.", self)
