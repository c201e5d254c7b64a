"""The content of mailboxes: the mail store of a lab."""

from __future__ import annotations

import marshal
import threading
from array import array
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, overload
from uuid import UUID

from organization.ports import Message

from .spool import Spool


@dataclass(slots=True)
class _Mailbox:
    pieces: array[int] = field(default_factory=lambda: array("Q"))
    size: int = 0


class Mailboxes:
    """Implements `organization.ports.MailStore`. Every method may be called from any thread.

    The spool holds a message once, however many mailboxes have it. It becomes an object when it is read.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.stored: Callable[[Iterable[UUID], int], None] | None = None
        """Called after each delivery with the mailboxes and the size in octets."""
        self._spool = Spool()
        self._mailboxes: dict[int, _Mailbox] = {}
        """Keyed by the GUID as an integer, which hashes faster."""

    def deliver(self, mailboxes: Iterable[UUID], packed: bytes, size: int) -> None:
        """Put one message, packed by `pack`, into several mailboxes. `size` is that of its content in octets."""
        with self._lock:
            number = self._spool.add(packed)
            for guid in mailboxes:
                mailbox = self._mailboxes.get(guid.int)
                if mailbox is None:
                    mailbox = self._mailboxes[guid.int] = _Mailbox()
                mailbox.pieces.append(number)
                mailbox.size += size
        if self.stored is not None:
            self.stored(mailboxes, size)

    def messages(self, mailbox: UUID) -> Sequence[Message]:
        """Return the messages of a mailbox, oldest first. Each is read from the spool when it is accessed."""
        with self._lock:
            found = self._mailboxes.get(mailbox.int)
            return Messages(self._spool, array("Q", found.pieces)) if found is not None else ()

    def size(self, mailbox: UUID) -> int:
        """Return the size of all messages of a mailbox, in octets."""
        found = self._mailboxes.get(mailbox.int)
        return found.size if found is not None else 0

    def move(self, source: UUID, target: UUID) -> None:
        """Move all messages of one mailbox to the end of another."""
        with self._lock:
            found = self._mailboxes.pop(source.int, None)
            if found is None:
                return
            held = self._mailboxes.setdefault(target.int, _Mailbox())
            held.pieces.extend(found.pieces)
            held.size += found.size

    def clear(self, mailbox: UUID) -> int:
        """Empty a mailbox. Return the number of removed messages. Sequences returned before keep theirs."""
        with self._lock:
            found = self._mailboxes.pop(mailbox.int, None)
            if not self._mailboxes:
                self._spool = Spool()
            return len(found.pieces) if found is not None else 0


class Messages(Sequence[Message]):
    """A snapshot of the messages of a mailbox."""

    def __init__(self, spool: Spool, pieces: array[int]) -> None:
        self._spool = spool
        self._pieces = pieces

    def __len__(self) -> int:
        return len(self._pieces)

    @overload
    def __getitem__(self, index: int) -> Message: ...
    @overload
    def __getitem__(self, index: slice) -> Messages: ...
    def __getitem__(self, index: int | slice) -> Message | Messages:
        if isinstance(index, slice):
            return Messages(self._spool, self._pieces[index])
        return unpack(self._spool.get(self._pieces[index]))


def pack(
    number: int,
    message_id: str,
    sender: str,
    recipients: tuple[str, ...],
    received: float,
    content: bytes,
    *folder: str,
) -> bytes:
    """Return the parts of a message as octets. The subject is not stored, but read from the content later. `folder` is
    given only if it is not the Inbox.
    """
    return marshal.dumps((number, message_id, sender, recipients, received, content, *folder))


def unpack(packed: bytes) -> Message:
    """Return the message in `packed`."""
    parts: tuple[Any, ...] = marshal.loads(packed)
    number, message_id, sender, recipients, received, content, *folder = parts
    moment = datetime.fromtimestamp(received, UTC)
    return Message(number, message_id, sender, recipients, moment, content, *folder)
