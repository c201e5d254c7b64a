"""The parts of a message (RFC 2046), by where they lie in its octets.

Each line is looked at once: it is a delimiter if it stands in the table of the boundaries that are open, however many
they are. There are limits; what lies beyond them belongs to the last part within them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from .charsets import decoded_pieces
from .fields import Value, fields_of, header_end, value_with_parameters
from .transfer import decoded_slices
from .words import decoded


class Limits(NamedTuple):
    """How much of a message is read. Of many small objects Python's garbage collector makes a pause for all threads."""

    parts: int = 2_000
    depth: int = 100
    """Parts within parts."""
    header: int = 256 << 10
    """Octets of a part's header."""


LIMITS = Limits()
_LONGEST_DELIMITER = 400
"""Octets of the line; a boundary has at most 70, but not in all mail."""
_EMBEDDED = frozenset({"message/rfc822", "message/global", "message/news"})
_ENCODED = frozenset({"base64", "quoted-printable"})
_NO_FIELDS: Mapping[str, str] = {}
_WANTED = frozenset(
    {"content-type", "content-transfer-encoding", "content-disposition", "content-id", "content-description"}
)


class Part:
    """A part of a message, or the message itself."""

    __slots__ = (
        "_disposition",
        "_parts",
        "_type",
        "body",
        "content",
        "default_type",
        "depth",
        "end",
        "fields",
        "head",
        "start",
    )

    def __init__(
        self, content: bytes, start: int, head: int, body: int, depth: int, default_type: str, fields: Mapping[str, str]
    ) -> None:
        self.content = content
        """The octets of the whole message."""
        self.start = start
        self.head = head
        """Where the header ends, before the empty line."""
        self.body = body
        """Where the body begins, behind the empty line."""
        self.end = body
        self.depth = depth
        """How many parts it lies in."""
        self.default_type = default_type
        self.fields = fields
        """Those about the content, as they are written; of several the first."""
        self._parts: list[Part] | None = None
        self._type: Value | None = None
        self._disposition: Value | None = None

    @property
    def parts(self) -> Sequence[Part]:
        """The parts within it."""
        return self._parts or ()

    def add(self, part: Part) -> None:
        """Put a part behind those within it."""
        if self._parts is None:
            self._parts = []
        self._parts.append(part)

    @property
    def content_type(self) -> Value:
        """The type, always of two words, and its parameters."""
        if self._type is None:
            found = value_with_parameters(self.fields.get("content-type", ""))
            kind = found.text or self.default_type
            self._type = found._replace(text=kind if kind.count("/") == 1 else "text/plain")
        return self._type

    @property
    def disposition(self) -> Value:
        """`attachment` or `inline`, and its parameters."""
        if self._disposition is None:
            self._disposition = value_with_parameters(self.fields.get("content-disposition", ""))
        return self._disposition

    @property
    def kind(self) -> str:
        """The content type alone, such as `text/plain`."""
        return self.content_type.text

    @property
    def is_multipart(self) -> bool:
        """Whether it is there for the parts in it, if it has any."""
        return self.kind.startswith("multipart/")

    @property
    def is_attachment(self) -> bool:
        """Whether its sender has called it one."""
        return self.disposition.text == "attachment"

    @property
    def file_name(self) -> str:
        """The name that the sender has given it; an empty text where there is none."""
        name = self.disposition.parameters.get("filename") or self.content_type.parameters.get("name", "")
        return decoded(name.strip())  # RFC 2231 says otherwise, but programs that show mail do so

    @property
    def encoding(self) -> str:
        """Content-Transfer-Encoding in lower case."""
        return self.fields.get("content-transfer-encoding", "").partition(";")[0].strip().lower()

    def octets(self) -> Iterator[bytes]:
        """The body, decoded, in pieces."""
        return decoded_slices(self.content, self.body, self.end, self.encoding)

    def text(self) -> Iterator[str]:
        """The body as text, in pieces."""
        return decoded_pieces(self.octets(), self.content_type.parameters.get("charset") or "utf-8")

    def walk(self) -> Iterator[Part]:
        """The part and all in it, in their order."""
        waiting = [self]
        while waiting:
            part = waiting.pop()
            yield part
            waiting.extend(reversed(part.parts))

    def leaves(self) -> Iterator[Part]:
        """The parts that hold no others."""
        return (part for part in self.walk() if not part.parts)


def read_message(content: bytes, limits: Limits = LIMITS) -> Part:
    """The parts of a message."""
    return _Scan(content, limits).run()


class _Scan:
    """One reading of one message."""

    def __init__(self, content: bytes, limits: Limits) -> None:
        self.content, self.limits = content, limits
        self.left = limits.parts
        self.open: dict[bytes, Part] = {}
        """Boundary -> the part that it divides; of several with the same, the outermost."""
        self.line: list[Part] = []
        """The parts that have begun and are not over, from the outermost to the innermost."""

    def run(self) -> Part:
        content = self.content
        at = self._begin(0, "text/plain")
        root = self.line[0]
        looked = max(0, at - 1)  # a delimiter may stand right behind the header
        while self.open and self.left > 0:
            found = content.find(b"\n--", looked)
            if found < 0:
                break
            behind = self._delimiter(found + 1)
            looked = behind if behind is not None else found + 3
        for part in self.line:
            part.end = len(content)
        return root

    def _delimiter(self, at: int) -> int | None:
        """End what a delimiter at `at` ends, and begin what it begins; from where to look on, or None where there is
        none.
        """
        content, size = self.content, len(self.content)
        line = content[at + 2 : at + 2 + _LONGEST_DELIMITER]
        end = line.find(b"\n")
        if end < 0:
            if at + 2 + len(line) < size:
                return None
            end = len(line)
        token = line[:end].rstrip(b" \t\r")
        divided, closes = self.open.get(token), False
        if divided is None and token.endswith(b"--"):
            divided, closes = self.open.get(token[:-2]), True
        if divided is None:
            return None
        self._end_within(divided, at)
        if closes:
            del self.open[token[:-2]]
            return at + 2 + end
        behind = min(size, at + 2 + end + 1)
        default = "message/rfc822" if divided.kind == "multipart/digest" else "text/plain"
        return self._begin(behind, default) - 1

    def _end_within(self, divided: Part, at: int) -> None:
        """All parts within `divided` end before the line at `at`; its line end is the delimiter's."""
        content = self.content
        end = at - 1 if at and content[at - 1] == 10 else at
        end = end - 1 if end and content[end - 1] == 13 else end
        while self.line[-1] is not divided:
            part = self.line.pop()
            end = max(
                end, part.body
            )  # a header that the delimiter cut short ends behind that line end, with all around it
            part.end = end
            boundary = _boundary(part)
            if boundary and self.open.get(boundary) is part:
                del self.open[boundary]

    def _begin(self, start: int, default: str) -> int:
        """A part begins, and those that begin with it; where its body does."""
        content, limits = self.content, self.limits
        while True:
            head = header_end(content, start, limits.header)
            cut = self._cut_short(start, head) if self.open else None
            if cut is not None:
                head = cut
            body = head
            if content.startswith(b"\r\n", body):
                body += 2
            elif content.startswith(b"\n", body):
                body += 1
            parent = self.line[-1] if self.line else None
            fields = _fields_about_content(content[start:head])
            part = Part(content, start, head, body, len(self.line), default, fields)
            if parent is not None:
                parent.add(part)
            self.line.append(part)
            self.left -= 1
            if part.depth >= limits.depth or self.left <= 0:
                return body
            boundary = _boundary(part)
            if boundary:
                self.open.setdefault(boundary, part)
            if part.kind not in _EMBEDDED or part.encoding in _ENCODED or cut is not None:
                return body
            start, default = body, "text/plain"

    def _cut_short(self, start: int, end: int) -> int | None:
        """Where a delimiter stands in what looks like a header, as a boundary may hold a colon; None for nowhere."""
        at = start if self.content.startswith(b"--", start) else self._next(start, end)
        while at is not None:
            line = self.content[at + 2 : at + 2 + _LONGEST_DELIMITER].partition(b"\n")[0].rstrip(b" \t\r")
            if line in self.open or (line.endswith(b"--") and line[:-2] in self.open):
                return at
            at = self._next(at, end)
        return None

    def _next(self, at: int, end: int) -> int | None:
        found = self.content.find(b"\n--", at, end)
        return found + 1 if found >= 0 else None


def _fields_about_content(header: bytes) -> Mapping[str, str]:
    if b"content-" not in header.lower():
        return _NO_FIELDS
    fields: dict[str, str] = {}
    for name, value in fields_of(header):
        if name in _WANTED:
            fields.setdefault(name, value)
    return fields


def _boundary(part: Part) -> bytes:
    """What divides a part; nothing where it is not divided."""
    if not part.is_multipart:
        return b""
    return part.content_type.parameters.get("boundary", "").rstrip().encode("utf-8", "replace")
