"""The Content Filter agent: the spam confidence level of a message, and what follows from it.

Exchange's own rating is a secret that is learnt from mail; none is made up here. The phrases of the organization
decide (a good one makes 0, a bad one 9), the GTUBE test text makes 9, and all other mail gets 0, or 1 where Sender ID
has found that the client should not have sent it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from organization.dns.spf import SpfResult
from organization.objects.antispam import ContentFilterConfig, ContentFilterPhrase, Influence
from organization.objects.mailbox import Mailbox

from ..replies import Reply
from .item import Fate
from .names import CONTENT_FILTER
from .scope import Scope, enabled, folded
from .text import plain_texts

if TYPE_CHECKING:
    from organization.store import Organization
    from organization.values.address import SmtpDomainWithSubdomains

    from ..transaction import Recipient
    from .item import MailItem

GTUBE = "XJS*C4JDBQADN1.NSBN3*2IDNEN*GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X"
BEST, DOUBTFUL, WORST = 0, 1, 9
BYPASSED = -1
ENGINE = "3.3.5705.600"
"""The version of the spam signatures that reports name."""
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Limit:
    """The level from which something is done; None for never."""

    fate: Fate
    reason: str
    organization: int | None
    attribute: str
    """Of a mailbox's own settings: `scl_delete`."""

    def of(self, mailbox: object) -> int | None:
        """The level that counts for a recipient."""
        if not isinstance(mailbox, Mailbox):
            return self.organization
        on = getattr(mailbox, f"{self.attribute}_enabled")
        level: int | None = getattr(mailbox, f"{self.attribute}_threshold")
        if on is None:
            return self.organization
        if not on:
            return None
        return level if level is not None else self.organization


@dataclass(frozen=True, slots=True)
class ContentFilter:
    """The rating and what follows from it."""

    scope: Scope
    limits: tuple[Limit, ...]
    """The hardest first."""
    rejection: Reply
    quarantine: str
    bypassed_recipients: frozenset[str]
    bypassed_senders: frozenset[str]
    bypassed_domains: tuple[SmtpDomainWithSubdomains, ...]
    good: re.Pattern[str] | None
    bad: re.Pattern[str] | None
    """Any of the phrases; None where there is none."""

    @classmethod
    def of(cls, organization: Organization) -> ContentFilter | None:
        """As it is set; None where it is off."""
        config = enabled(organization, ContentFilterConfig)
        if config is None:
            return None
        phrases = organization.all(ContentFilterPhrase)
        return cls(
            Scope.of(config),
            _limits(config),
            Reply(f"550 5.7.1 {config.rejection_response}"),
            str(config.quarantine_mailbox or ""),
            folded(config.bypassed_recipients),
            folded(config.bypassed_senders),
            config.bypassed_sender_domains,
            _any_of(each.phrase for each in phrases if each.influence is Influence.GoodWord),
            _any_of(each.phrase for each in phrases if each.influence is Influence.BadWord),
        )

    def judge_message(self, item: MailItem) -> None:
        """Rate a message, and delete, reject or quarantine it for each recipient whose limit it reaches."""
        if not self.scope.covers(item.session):
            return
        if self._bypasses(item):
            item.scl = BYPASSED
            item.report.append("ContentFilterConfigBypassedSender")
            item.log(CONTENT_FILTER, "AcceptMessage", "", "SCL", "not available: content filtering was bypassed.")
            return
        scanned = [each for each in item.remaining if not self._leaves_alone(item, each)]
        if not scanned:
            item.scl = BYPASSED
            item.report.append("ContentFilterConfigBypassedRecipient")
            item.log(CONTENT_FILTER, "AcceptMessage", "", "SCL", "not available: content filtering was bypassed.")
            return
        item.scl = self._level(item)
        item.report.insert(0, f"DV:{ENGINE}")
        item.report.append(f"OrigIP:{item.origin}")
        item.quarantine = self.quarantine
        self._act(item, item.scl, scanned)

    def _act(self, item: MailItem, level: int, scanned: list[Recipient]) -> None:
        table = item.session.site.recipients
        lost: dict[Limit, list[Recipient]] = {}
        for recipient in scanned:
            mailbox = table.find(recipient.address)
            reached = (each for each in self.limits if (at := each.of(mailbox)) is not None and level >= at)
            limit = next(reached, None)
            if limit is not None:
                lost.setdefault(limit, []).append(recipient)
        for limit, recipients in lost.items():
            reply = self.rejection if limit.fate is Fate.REJECTED else None
            item.lose(recipients, limit.fate, CONTENT_FILTER, reply, limit.reason, str(level))
        if item.remaining:
            item.log(CONTENT_FILTER, "AcceptMessage", "", "SCL", str(level))

    def _bypasses(self, item: MailItem) -> bool:
        """Whether nothing of a sender is rated."""
        addresses = [item.transaction.sender, *item.senders]
        return any(
            address.casefold() in self.bypassed_senders
            or any(domain.matches(address.rpartition("@")[2]) for domain in self.bypassed_domains)
            for address in addresses
            if address
        )

    def _leaves_alone(self, item: MailItem, recipient: Recipient) -> bool:
        address = recipient.address
        return address.casefold() in self.bypassed_recipients or item.session.site.recipients.bypasses_agents(address)

    def _level(self, item: MailItem) -> int:
        texts = [_spaced(text) for text in plain_texts(item.header, item.content)]
        for phrases, level in ((self.good, BEST), (self.bad, WORST)):
            if phrases is not None and any(phrases.search(text) for text in texts):
                item.report.append("CW:CustomList")
                return level
        if any(_GTUBE in text for text in texts):
            return WORST
        status = item.sender_id.status if item.sender_id is not None else SpfResult.None_
        return DOUBTFUL if status in (SpfResult.Fail, SpfResult.SoftFail) else BEST


def _spaced(text: str) -> str:
    """A text in lower case with single blanks, however its lines are broken."""
    return _SPACE.sub(" ", text).casefold()


_GTUBE = GTUBE.casefold()


def _any_of(phrases: Iterable[str]) -> re.Pattern[str] | None:
    """Whole words in a row, any of several."""
    words = [re.escape(_spaced(phrase).strip()) for phrase in phrases]
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)") if words else None


def _limits(config: ContentFilterConfig) -> tuple[Limit, ...]:
    rows = (
        (Fate.DELETED, "SclAtOrAboveDeleteThreshold", "scl_delete"),
        (Fate.REJECTED, "SclAtOrAboveRejectThreshold", "scl_reject"),
        (Fate.QUARANTINED, "SclAtOrAboveQuarantineThreshold", "scl_quarantine"),
    )
    return tuple(
        Limit(
            fate,
            reason,
            getattr(config, f"{attribute}_threshold") if getattr(config, f"{attribute}_enabled") else None,
            attribute,
        )
        for fate, reason, attribute in rows
        if fate is not Fate.QUARANTINED or config.quarantine_mailbox is not None
    )
