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


def judge_header(session: SmtpSession, transaction: Transaction, header: Header) -> MailItem | None:
    """A message with what the agents have decided by its header; None where they leave it alone."""
    agents = session.site.agents
    if BYPASS_ANTISPAM in session.rights:
        return None
    item = MailItem(session, transaction, header, origin_of(session.remote, header, agents.internal))
    if agents.connection is not None and agents.connection.allows(session, item.origin):
        item.scl = -1
        item.report.append(ALLOWED)
        item.left_alone = True
        return item
    item.event = AT_HEADERS
    for judge in agents.at_headers:
        judge(item)
        if item.is_done:
            break
    return item


def is_to_be_read(item: MailItem) -> bool:
    """Whether an agent wants to look into the content of a message."""
    return not (item.left_alone or item.is_done) and bool(item.session.site.agents.at_end)


def judge_content(item: MailItem, content: bytes) -> None:
    """Have the agents decide by what is in a message. Another thread may do that while the session waits for it."""
    item.content = content
    if not is_to_be_read(item):
        return
    item.event = AT_END
    for judge in item.session.site.agents.at_end:
        examination = judge(item)
        if examination is not None:
            examination.act(item, examination.examine(item.header, item.content))
        if item.is_done:
            return


def tell_observers(item: MailItem) -> None:
    """Have those agents hear of a message that watch what becomes of it."""
    if not item.left_alone:
        for observer in item.session.site.agents.observers:
            observer(item)
