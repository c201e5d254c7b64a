"""A whole message as the agents see it, and what they have decided about it so far."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from ..agent_rows import log_action
from .discarded import Discarded

if TYPE_CHECKING:
    from organization.dns.sender_id import SenderIdResult
    from organization.values.network import IPAddress

    from ..headers import Header
    from ..replies import Reply
    from ..session import SmtpSession
    from ..transaction import Recipient, Submission, Transaction


LOGGED_SENDERS = 50
"""Addresses of the From field that a row of the agent log names: there is a row for each recipient."""


class Fate(Enum):
    """What becomes of a message for a recipient who does not get it, with the agent log's words for it: for all
    recipients, for some of them.
    """

    DELETED = ("DeleteMessage", "DeleteRecipients")
    REJECTED = ("RejectMessage", "RejectRecipients")
    QUARANTINED = ("QuarantineMessage", "QuarantineRecipients")


class Loss(NamedTuple):
    """Why a recipient does not get the message."""

    fate: Fate
    agent: str
    text: str
    """The reply that tells of it; empty where nobody is told."""


@dataclass(slots=True)
class MailItem:
    """A message between its last octet and its acceptance."""

    session: SmtpSession
    transaction: Transaction
    header: Header
    content: bytes
    """As it came, or as an agent has changed it."""
    origin: IPAddress
    """Of the client, or where the organization's own servers have it from."""
    left_alone: bool = False
    """Whether no agent looks at it."""
    event: str = ""
    """At which the agents work now."""
    fields: list[str] = field(default_factory=list)
    """Header fields that agents stamp."""
    report: list[str] = field(default_factory=list)
    """The parts of X-MS-Exchange-Organization-Antispam-Report."""
    scl: int | None = None
    """The spam confidence level, -1 to 9; None where nobody has rated the message."""
    sender_id: SenderIdResult | None = None
    reply: Reply | None = None
    """What the client hears instead of the acceptance."""
    closes: bool = False
    quarantine: str = ""
    """The address of the quarantine mailbox, where an agent has one."""
    losses: dict[Recipient, Loss] = field(default_factory=dict)
    """Of the recipients who do not get the message."""

    @property
    def senders(self) -> list[str]:
        """The addresses in the From field."""
        return self.header.senders

    @property
    def remaining(self) -> list[Recipient]:
        """The recipients who get the message, as far as it is known."""
        return [each for each in self.transaction.recipients if each not in self.losses]

    @property
    def is_done(self) -> bool:
        """Whether nothing is left to decide."""
        return self.reply is not None or not self.remaining

    def log(self, agent: str, action: str, response: str, reason: str, data: str) -> None:
        """Write a row of the agent log for each recipient that the message still has."""
        for recipient in self.remaining:
            self._log(agent, action, response, reason, data, recipient)

    def log_once(self, agent: str, action: str, reason: str, data: str) -> None:
        """Write a row that is about no recipient in particular."""
        self._log(agent, action, "", reason, data, None)

    def _log(self, agent: str, action: str, response: str, reason: str, data: str, recipient: Recipient | None) -> None:
        log_action(
            self.session,
            agent,
            self.event,
            action,
            response,
            reason,
            data,
            sender=self.transaction.sender,
            recipient=recipient.address if recipient is not None else "",
            recipient_count=len(self.transaction.recipients),
            message_id=self.header.message_id,
            header_senders=self.senders[:LOGGED_SENDERS],
        )

    def reject(self, agent: str, reply: Reply, reason: str, data: str, *, closes: bool = False) -> None:
        """Refuse the message for everybody."""
        self.log(agent, "RejectMessage", reply.text, reason, data)
        for recipient in self.remaining:
            self.losses[recipient] = Loss(Fate.REJECTED, agent, reply.text)
        self.reply, self.closes = reply, closes

    def lose(
        self, recipients: list[Recipient], fate: Fate, agent: str, reply: Reply | None, reason: str, data: str
    ) -> None:
        """Keep the message from some recipients. Where all of them are to hear a rejection, the client hears it."""
        if fate is Fate.REJECTED and reply is not None and len(recipients) == len(self.transaction.recipients):
            return self.reject(agent, reply, reason, data)
        whole = len(recipients) == len(self.remaining)
        text = reply.text if reply is not None else ""
        for recipient in recipients:
            self._log(agent, fate.value[0 if whole else 1], text, reason, data, recipient)
        for recipient in recipients:
            self.losses[recipient] = Loss(fate, agent, text)
        return None

    @property
    def stamps(self) -> list[str]:
        """The fields that the agents put into the header."""
        fields = [f"X-MS-Exchange-Organization-SCL: {self.scl}"] if self.scl is not None else []
        fields += self.fields
        if self.report:
            report = ";".join(self.report)
            fields.append(f"X-MS-Exchange-Organization-Antispam-Report: {report}")
        return fields

    def hand_over(self, submission: Submission) -> int:
        """Send the message to those who get it, and do with the others as the agents say; its number."""
        server_context = self.session.server_context
        numbers = []
        remaining = tuple(self.remaining)
        if remaining:
            numbers.append(server_context.submit(submission._replace(recipients=remaining)))
        for loss, recipients in self._by_loss().items():
            told = loss.fate is Fate.REJECTED and self.reply is None
            quarantine = self.quarantine if loss.fate is Fate.QUARANTINED else ""
            lost = submission._replace(recipients=tuple(recipients))
            numbers.append(server_context.discard(Discarded(lost, loss.agent, loss.text, told, quarantine)))
        return numbers[0]

    def _by_loss(self) -> dict[Loss, list[Recipient]]:
        found: dict[Loss, list[Recipient]] = {}
        for recipient, loss in self.losses.items():
            found.setdefault(loss, []).append(recipient)
        return found


class Examination(NamedTuple):
    """How an agent looks into a message, and what it does about it."""

    examine: Callable[[Header, bytes], Any]
    """Reads the content. It knows nothing of the item, so that it can be tried by itself."""
    act: Callable[[MailItem, Any], None]
    """Changes the item by what was found."""


class JudgesMessages(Protocol):
    """What an agent does at OnEndOfHeaders: it changes the item."""

    def __call__(self, item: MailItem) -> None:
        """Look at the header of a message, and decide what there is to decide."""
        ...


class JudgesContent(Protocol):
    """What an agent does at OnEndOfData: it changes the item, or says what it wants to look for first."""

    def __call__(self, item: MailItem) -> Examination | None:
        """Decide what there is to decide."""
        ...
