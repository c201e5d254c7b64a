"""A complete message with the agents' decisions about it."""

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
    """The reason why a recipient does not receive the message."""

    fate: Fate
    agent: str
    text: str
    """The reply to the client; empty if it is not told."""


@dataclass(slots=True)
class MailItem:
    """A message between its last octet and its acceptance."""

    session: SmtpSession
    transaction: Transaction
    header: Header
    content: bytes
    """The content as received, or as changed by an agent."""
    origin: IPAddress
    """The client's address, or the address from which the organization's own servers received the message."""
    left_alone: bool = False
    """Whether agents skip the message."""
    event: str = ""
    """The event at which the agents run now."""
    fields: list[str] = field(default_factory=list)
    """Header fields that agents stamp."""
    report: list[str] = field(default_factory=list)
    """The parts of X-MS-Exchange-Organization-Antispam-Report."""
    scl: int | None = None
    """The spam confidence level, -1 to 9; None if the message has not been rated."""
    sender_id: SenderIdResult | None = None
    reply: Reply | None = None
    """The reply that replaces the acceptance."""
    closes: bool = False
    quarantine: str = ""
    """The address of the quarantine mailbox, if an agent has one."""
    losses: dict[Recipient, Loss] = field(default_factory=dict)
    """The reasons for recipients who do not receive the message."""

    @property
    def senders(self) -> list[str]:
        """Return the addresses in the From field."""
        return self.header.senders

    @property
    def remaining(self) -> list[Recipient]:
        """Return the recipients who still receive the message."""
        return [each for each in self.transaction.recipients if each not in self.losses]

    @property
    def is_done(self) -> bool:
        """Whether all decisions are made."""
        return self.reply is not None or not self.remaining

    def log(self, agent: str, action: str, response: str, reason: str, data: str) -> None:
        """Write a row of the agent log for each recipient that the message still has."""
        for recipient in self.remaining:
            self._log(agent, action, response, reason, data, recipient)

    def log_once(self, agent: str, action: str, reason: str, data: str) -> None:
        """Write a row without a recipient."""
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
        """Refuse the message for all recipients."""
        self.log(agent, "RejectMessage", reply.text, reason, data)
        for recipient in self.remaining:
            self.losses[recipient] = Loss(Fate.REJECTED, agent, reply.text)
        self.reply, self.closes = reply, closes

    def lose(
        self, recipients: list[Recipient], fate: Fate, agent: str, reply: Reply | None, reason: str, data: str
    ) -> None:
        """Withhold the message from some recipients. If it is rejected for all of them, the client receives the
        rejection.
        """
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
        """Return the header fields that the agents stamp."""
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
    """An agent's examination of a message, in two steps."""

    examine: Callable[[Header, bytes], Any]
    """Examines the content, without access to the item."""
    act: Callable[[MailItem, Any], None]
    """Changes the item according to the finding."""


class JudgesMessages(Protocol):
    """What an agent does at OnEndOfHeaders: it changes the item."""

    def __call__(self, item: MailItem) -> None:
        """Decide by the header of a message."""
        ...


class JudgesContent(Protocol):
    """What an agent does at OnEndOfData: it changes the item, or says what it wants to look for first."""

    def __call__(self, item: MailItem) -> Examination | None:
        """Decide by the complete message."""
        ...
