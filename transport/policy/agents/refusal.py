"""What an agent says against a command, and what it asks of an agent that judges commands."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from organization.objects.accepted_domain import AcceptedDomain

    from ..replies import Reply
    from ..session import SmtpSession


class Refusal(NamedTuple):
    """Why a command is refused."""

    agent: str
    reply: Reply
    reason: str
    """The agent log's word for it (`LocalBlockList`)."""
    data: str
    """What the reason is about: an address, a provider."""
    closes: bool = False
    """Whether the session ends with it."""
    spoils: bool = False
    """Whether it condemns the message for all of its recipients."""


class JudgesSenders(Protocol):
    """An agent that works at OnMailCommand."""

    def judge_sender(self, session: SmtpSession, sender: str) -> Refusal | None:
        """What speaks against a sender."""
        ...


class JudgesRecipients(Protocol):
    """An agent that works at OnRcptCommand."""

    def judge_recipient(self, session: SmtpSession, accepted: AcceptedDomain | None, address: str) -> Refusal | None:
        """What speaks against a recipient; `accepted` is the accepted domain that the address falls under."""
        ...
