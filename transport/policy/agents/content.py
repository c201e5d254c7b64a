"""The Content Filter agent: the spam confidence level of a message, and what follows from it.

Exchange's own rating is a secret that is learnt from mail; none is made up here. The phrases of the organization
decide (a good one makes 0, a bad one 9), the GTUBE test text makes 9, and all other mail gets 0, or 1 where Sender ID
has found that the client should not have sent it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from organization.dns.spf import SpfResult
from organization.objects.antispam import ContentFilterConfig, ContentFilterPhrase, Influence
from organization.objects.mailbox import Mailbox

from ..replies import Reply
from .item import Examination, Fate
from .names import CONTENT_FILTER
from .scope import Scope, enabled, folded
from .text import plain_texts

if TYPE_CHECKING:
    from organization.store import Organization
    from organization.values.address import SmtpDomainWithSubdomains

    from ..headers import Header
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
    """The threshold level of the action; None if it is off."""

    fate: Fate
    reason: str
    organization: int | None
    attribute: str
    """Of a mailbox's own settings: `scl_delete`."""

    def of(self, mailbox: object) -> int | None:
        """Return the threshold for a recipient."""
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
    """The agent: rates messages and acts on the rating."""

    scope: Scope
    limits: tuple[Limit, ...]
    """The severest action first."""
    rejection: Reply
    quarantine: str
    bypassed_recipients: frozenset[str]
    bypassed_senders: frozenset[str]
    bypassed_domains: tuple[SmtpDomainWithSubdomains, ...]
    good: Phrases | None
    bad: Phrases | None
    """Matches any of the phrases; None if there are none."""

    @classmethod
    def of(cls, organization: Organization) -> ContentFilter | None:
        """Return the threshold as set; None if the action is off."""
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

    def judge_message(self, item: MailItem) -> Examination | None:
        """Rate a message, and delete, reject or quarantine it for each recipient whose limit it reaches."""
        if not self.scope.covers(item.session):
            return None
        if self._bypasses(item):
            self._bypass(item, "ContentFilterConfigBypassedSender")
            return None
        scanned = [each for each in item.remaining if not self._leaves_alone(item, each)]
        if not scanned:
            self._bypass(item, "ContentFilterConfigBypassedRecipient")
            return None
        return Examination(self.examine, partial(self._rate, scanned=scanned))

    def _bypass(self, item: MailItem, reason: str) -> None:
        item.scl = BYPASSED
        item.report.append(reason)
        item.log(CONTENT_FILTER, "AcceptMessage", "", "SCL", "not available: content filtering was bypassed.")

    def _rate(self, item: MailItem, finding: Finding, *, scanned: list[Recipient]) -> None:
        item.scl = self._level(item, finding.level)
        if finding.custom:
            item.report.append("CW:CustomList")
        item.report.insert(0, f"DV:{ENGINE}")
        item.report.append(f"OrigIP:{item.origin}")
        item.quarantine = self.quarantine
        self._act(item, item.scl, scanned)

    def _act(self, item: MailItem, level: int, scanned: list[Recipient]) -> None:
        table = item.session.server_context.recipients
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
        """Whether a sender's messages bypass the rating."""
        addresses = [item.transaction.sender, *item.senders]
        return any(
            address.casefold() in self.bypassed_senders
            or any(domain.matches(address.rpartition("@")[2]) for domain in self.bypassed_domains)
            for address in addresses
            if address
        )

    def _leaves_alone(self, item: MailItem, recipient: Recipient) -> bool:
        address = recipient.address
        return address.casefold() in self.bypassed_recipients or item.session.server_context.recipients.bypasses_agents(
            address
        )

    def _level(self, item: MailItem, custom: int | None) -> int:
        """Return the level of a message, given the level of the custom phrase that was found, if any."""
        if custom is not None:
            return custom
        status = item.sender_id.status if item.sender_id is not None else SpfResult.None_
        return DOUBTFUL if status in (SpfResult.Fail, SpfResult.SoftFail) else BEST

    def examine(self, header: Header, content: bytes) -> Finding:
        """Return the finding for a message. One good phrase outweighs all bad ones."""
        sought = [each for each in (self.good, self.bad, _TEST) if each is not None]
        found: set[int] = set()
        overlap = max(each.longest for each in sought) + 2
        for text in plain_texts(header, content):
            for window in windows(text, overlap):
                found.update(number for number, each in enumerate(sought) if number not in found and window.has(each))
                if self.good is not None and 0 in found:
                    return Finding(BEST, custom=True)
        if not found:
            return Finding(None)
        return Finding(WORST, custom=any(sought[number] is self.bad for number in found))


class Finding(NamedTuple):
    """The finding of a search for words and phrases."""

    level: int | None
    """The level; None if no word was found."""
    custom: bool = False
    """Whether a phrase of the organization was found."""


@dataclass(frozen=True, slots=True)
class Phrases:
    """A matcher for any of several phrases."""

    pattern: re.Pattern[str]
    longest: int
    """Length of the longest phrase in characters."""


_SLICE = 8 << 10
"""Characters searched in one call."""


class Window(NamedTuple):
    """A part of a text in which phrases are looked for; the end of the one before stands at its beginning."""

    text: str
    at: int
    """Where a phrase may begin: what stands before is there to be looked back at."""
    last: bool

    def has(self, phrases: Phrases) -> bool:
        """Whether one of the phrases occurs. A phrase at the very end may continue in the next slice and is checked
        there.
        """
        found = phrases.pattern.search(self.text, self.at)
        return found is not None and (self.last or found.end() < len(self.text))


def windows(pieces: Iterable[str], overlap: int) -> Iterator[Window]:
    """Yield a text in lower case with single blanks, in slices that share `overlap` characters."""
    text, at = "", 0
    for piece in _slices(pieces):
        spaced = _spaced(piece)
        if text.endswith(" ") and spaced.startswith(" "):
            spaced = spaced[1:]
        text += spaced
        yield Window(text, at, last=False)
        if len(text) > overlap:
            text, at = text[-overlap:], 1
    yield Window(text, at, last=True)


def _slices(pieces: Iterable[str]) -> Iterator[str]:
    """Texts in slices that a search takes a millisecond or two for: other threads wait until it returns."""
    for piece in pieces:
        for begin in range(0, len(piece), _SLICE):
            yield piece[begin : begin + _SLICE]


def _spaced(text: str) -> str:
    """Return a text in lower case with single blanks."""
    return _SPACE.sub(" ", text).casefold()


def _any_of(phrases: Iterable[str]) -> Phrases | None:
    """Whole words in a row, any of several."""
    texts = [_spaced(phrase).strip() for phrase in phrases]
    if not texts:
        return None
    words = "|".join(re.escape(text) for text in texts)
    return Phrases(re.compile(rf"(?<!\w)(?:{words})(?!\w)"), max(map(len, texts)))


_TEST = Phrases(re.compile(re.escape(GTUBE.casefold())), len(GTUBE))


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
