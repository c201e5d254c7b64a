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
    """A message with what the agents have decided about it; None where they leave it alone. Another thread may judge
    while the session waits for it.
    """
    agents = session.server_context.agents
    if BYPASS_ANTISPAM in session.rights:
        return None
    item = MailItem(session, transaction, header, content, origin_of(session.remote, header, agents.internal))
    if agents.connection is not None and agents.connection.allows(session, item.origin):
        item.scl = -1
        item.report.append(ALLOWED)
        item.left_alone = True
    else:
        _judge(item)
    return item


def _judge(item: MailItem) -> None:
    agents = item.session.server_context.agents
    item.event = AT_HEADERS
    for judge in agents.at_headers:
        judge(item)
        if item.is_done:
            return
    item.event = AT_END
    for look in agents.at_end:
        examination = look(item)
        if examination is not None:
            examination.act(item, examination.examine(item.header, item.content))
        if item.is_done:
            return


def tell_observers(item: MailItem) -> None:
    """Have those agents hear of a message that watch what becomes of it. They remember: one thread tells them all."""
    if not item.left_alone:
        for observer in item.session.server_context.agents.observers:
            observer(item)
