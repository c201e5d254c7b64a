"""The Attachment Filtering agent: attachments that are not let in, by their file names and their content types."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from fnmatch import translate
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from organization.mime.structure import read_message
from organization.objects.antispam import (
    AttachmentFilterEntry,
    AttachmentFilterListConfig,
    AttachmentType,
    FilterActions,
)

from ..replies import Reply
from .item import Examination, Fate
from .names import ATTACHMENT_FILTER

if TYPE_CHECKING:
    from organization.mime.structure import Part
    from organization.store import Organization

    from ..headers import Header
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

    def judge_message(self, item: MailItem) -> Examination | None:
        """Reject a message with such an attachment, delete it, or put a text into the attachment's place."""
        if b"\ncontent-type" not in item.header.folded or item.session.settings.key in self.exceptions:
            return None
        return Examination(self.examine, self._act)

    def examine(self, header: Header, content: bytes) -> Finding:
        """The attachments that are on the list, and the message without them where that is wanted."""
        parts = (part for part in read_message(content).walk() if not part.parts or part.kind.startswith("message/"))
        found = [(part, named) for part in parts if (named := self._is_listed(part))]
        stripped = b""
        if found and self.action is FilterActions.Strip:
            stripped = self._stripped(content, header, [part for part, _ in found])
        return Finding(tuple(dict.fromkeys(named for _, named in found)), stripped)

    def _act(self, item: MailItem, finding: Finding) -> None:
        if not finding.names:
            return
        named = ";".join(finding.names)
        if self.action is FilterActions.Reject:
            item.reject(ATTACHMENT_FILTER, self.rejection, REASON, named)
        elif self.action is FilterActions.SilentDelete:
            item.lose(item.remaining, Fate.DELETED, ATTACHMENT_FILTER, None, REASON, named)
        else:
            item.log(ATTACHMENT_FILTER, "ModifyMessage", "", REASON, named)
            item.content = finding.stripped

    def _is_listed(self, part: Part) -> str:
        """What a part is on the list by: its name or its type; an empty text where it is not."""
        name = part.file_name
        if name and self.names is not None and self.names.fullmatch(name.casefold()):
            return name
        return part.kind if part.kind in self.types else ""

    def _stripped(self, content: bytes, header: Header, parts: list[Part]) -> bytes:
        """The message with a text in the place of each of these parts. All else stays as it came, octet by octet."""
        pieces: list[bytes] = []
        at = 0
        for part in parts:
            if part.start < at:  # within one that is gone already
                continue
            pieces.append(content[at : part.start])
            if not part.depth:  # the message itself is the attachment: its header stays but for what is about content
                pieces.append(_ABOUT_CONTENT.sub(b"", content[: header.size]))
            pieces.append(self._substitute(part))
            at = part.end
        return b"".join([*pieces, content[at:]])

    def _substitute(self, part: Part) -> bytes:
        name = "".join(char if char.isprintable() and char not in '"\\' else "_" for char in part.file_name)
        name = f"{name or 'attachment'}.txt"
        fields = (
            'Content-Type: text/plain; charset="utf-8"\r\n'
            f"Content-Disposition: attachment; {_file_name(name)}\r\n"
            "Content-Transfer-Encoding: 8bit\r\n\r\n"
        )
        end = "\r\n" if not part.depth else ""
        return f"{fields}{self.admin_message}{end}".encode()


class Finding(NamedTuple):
    """What was found in a message."""

    names: tuple[str, ...]
    """File names or types that are on the list."""
    stripped: bytes
    """The message without them."""


_ABOUT_CONTENT = re.compile(
    rb"^content-(?:type|transfer-encoding|disposition)[ \t]*:[^\n]*(?:\n|\Z)(?:[ \t][^\n]*(?:\n|\Z))*", re.I | re.M
)


def _file_name(name: str) -> str:
    if name.isascii():
        return f'filename="{name}"'
    return f"filename*=utf-8''{quote(name, safe='')}"


def _any_name(patterns: Iterable[str]) -> re.Pattern[str] | None:
    texts = [translate(pattern.casefold()) for pattern in patterns]
    return re.compile("|".join(texts)) if texts else None
