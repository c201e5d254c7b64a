"""The Attachment Filtering agent: attachments that are not let in, by their file names and their content types."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from fnmatch import translate
from typing import TYPE_CHECKING

from organization.objects.antispam import (
    AttachmentFilterEntry,
    AttachmentFilterListConfig,
    AttachmentType,
    FilterActions,
)

from ..replies import Reply
from .item import Fate
from .names import ATTACHMENT_FILTER

if TYPE_CHECKING:
    from email.message import Message

    from organization.store import Organization

    from .item import MailItem

REASON = "AttachmentFilterEntry"


@dataclass(frozen=True, slots=True)
class AttachmentFilter:
    """The list and what follows from it."""

    action: FilterActions
    rejection: Reply
    admin_message: str
    exceptions: frozenset[Hashable]
    """The keys of connectors whose messages are not looked at."""
    types: frozenset[str]
    names: re.Pattern[str] | None

    @classmethod
    def of(cls, organization: Organization) -> AttachmentFilter | None:
        """As it is set; None where the list is empty."""
        config = organization.one(AttachmentFilterListConfig)
        entries = organization.all(AttachmentFilterEntry)
        if not entries:
            return None
        names = [each.pattern for each in entries if each.type is AttachmentType.FileName]
        return cls(
            config.action,
            Reply(f"550 5.7.1 {config.reject_response}"),
            config.admin_message,
            frozenset(each.guid for each in config.exception_connectors),
            frozenset(each.pattern.casefold() for each in entries if each.type is AttachmentType.ContentType),
            _any_name(names),
        )

    def judge_message(self, item: MailItem) -> None:
        """Reject a message with such an attachment, delete it, or put a text into the attachment's place."""
        if b"\ncontent-type" not in item.header.folded or item.session.settings.key in self.exceptions:
            return
        from email import message_from_bytes

        mail = message_from_bytes(item.content)
        found = [(part, named) for part in _leaves(mail) if (named := self._is_listed(part))]
        if not found:
            return
        named = ";".join(dict.fromkeys(name for _, name in found))
        if self.action is FilterActions.Reject:
            item.reject(ATTACHMENT_FILTER, self.rejection, REASON, named)
        elif self.action is FilterActions.SilentDelete:
            item.lose(item.remaining, Fate.DELETED, ATTACHMENT_FILTER, None, REASON, named)
        else:
            item.log(ATTACHMENT_FILTER, "ModifyMessage", "", REASON, named)
            for part, _ in found:
                self._strip(part)
            item.content = _written(mail, item)

    def _is_listed(self, part: Message) -> str:
        """What a part is on the list by: its name or its type; an empty text where it is not."""
        name = part.get_filename() or ""
        if name and self.names is not None and self.names.fullmatch(name.casefold()):
            return name
        kind = part.get_content_type()
        return kind if kind in self.types else ""

    def _strip(self, part: Message) -> None:
        name = part.get_filename() or "attachment"
        for field in ("Content-Type", "Content-Transfer-Encoding", "Content-Disposition"):
            del part[field]
        part.add_header("Content-Type", "text/plain", charset="utf-8")
        part.add_header("Content-Disposition", "attachment", filename=f"{name}.txt")
        part.add_header("Content-Transfer-Encoding", "8bit")
        part.set_payload(self.admin_message.encode("utf-8").decode("ascii", "surrogateescape"))


def _any_name(patterns: Iterable[str]) -> re.Pattern[str] | None:
    texts = [translate(pattern.casefold()) for pattern in patterns]
    return re.compile("|".join(texts)) if texts else None


def _leaves(mail: Message) -> Iterator[Message]:
    return (part for part in mail.walk() if not part.is_multipart() or part.get_content_type() == "message/partial")


def _written(mail: Message, item: MailItem) -> bytes:
    """The message with its parts as they are now. Its own header stays as it came, octet by octet."""
    from email.generator import BytesGenerator
    from email.policy import compat32
    from io import BytesIO

    out = BytesIO()
    BytesGenerator(out, mangle_from_=False, policy=compat32.clone(linesep="\r\n", max_line_length=None)).flatten(mail)
    made = out.getvalue()
    if not mail.is_multipart():
        return made  # the message itself is the attachment: its header has changed
    body = made[made.index(b"\r\n\r\n") :]
    return item.content[: item.header.size] + body.removeprefix(b"\r\n")
