"""What the agents make of whole messages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..permissions import BYPASS_ANTISPAM
from .item import MailItem
from .names import AT_END, AT_HEADERS
from .origin import origin_of

if TYPE_CHECKING:
    from ..headers import Header
    from ..session import SmtpSession
    from ..transaction import Transaction

ALLOWED = "IPOnAllowList"


def judge_message(session: SmtpSession, transaction: Transaction, header: Header, content: bytes) -> MailItem | None:
    """A message with what the agents have decided about it; None where they leave it alone."""
    agents = session.site.agents
    if BYPASS_ANTISPAM in session.rights:
        return None
    item = MailItem(session, transaction, header, content, origin_of(session.remote, header, agents.internal))
    if agents.connection is not None and agents.connection.allows(session, item.origin):
        item.scl = -1
        item.report.append(ALLOWED)
        return item
    _judge(item)
    for observer in agents.observers:
        observer(item)
    return item


def _judge(item: MailItem) -> None:
    agents = item.session.site.agents
    for event, judges in ((AT_HEADERS, agents.at_headers), (AT_END, agents.at_end)):
        item.event = event
        for judge in judges:
            judge(item)
            if item.is_done:
                return
