"""The agent log: actions of the anti-spam agents."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence

from organization.mail_records import AgentEntry
from organization.versions import Profile

from ..policy.timestamps import log_date
from .files import LogFiles
from .writer import LogBook, LogWriter, field, head_of

KEPT = 20_000
"""Entries in memory; the oldest go when more come."""

AGENT_FIELDS = (
    "Timestamp,SessionId,LocalEndpoint,RemoteEndpoint,EnteredOrgFromIP,MessageId,P1FromAddress,P2FromAddresses,"
    "Recipient,NumRecipients,Agent,Event,Action,SmtpResponse,Reason,ReasonData"
)


class AgentLog:
    """The agent log. Every method may be called from any thread."""

    def __init__(self, profile: Profile, writer: LogWriter, failed: Callable[[str], None]) -> None:
        self.enabled = True
        """AgentLogEnabled."""
        self._entries: deque[AgentEntry] = deque(maxlen=KEPT)
        self.book: LogBook[AgentEntry] = LogBook(
            writer,
            LogFiles("AGENTLOG", hourly=profile.two_services),
            lambda moment: head_of(profile.log_version, "Agent Log", AGENT_FIELDS, moment),
            lambda entry: (entry.moment, agent_line(entry)),
            failed,
        )

    def add(self, entry: AgentEntry) -> None:
        """Add an entry, if the log is on."""
        if self.enabled:
            self._entries.append(entry)
            self.book.add(entry)

    def entries(self) -> Sequence[AgentEntry]:
        """All entries, oldest first."""
        return tuple(self._entries)


def agent_line(entry: AgentEntry) -> str:
    """Return an entry as a line of the log file."""
    return ",".join([log_date(entry.moment), *(field(str(value)) for value in entry[1:])]) + "\r\n"
