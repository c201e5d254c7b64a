"""One message on its way through a session, and the same message once the server has taken it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from .bodies import Pile
    from .replies import Reply


class Recipient(NamedTuple):
    """An envelope recipient."""

    address: str
    notify: str = ""
    """NOTIFY as it came (RFC 3461), upper case; empty when it was not given."""
    original: str = ""
    """ORCPT as it came."""
    alternate: str = ""
    """Who gets the message if this one cannot have it (XORAR)."""
    report_to: str = ""
    """Who hears of failures and delays: a group's manager; the sender where nobody is named."""


@dataclass(slots=True)
class Transaction:
    """From MAIL to the end of the data."""

    sender: str
    """The reverse path; empty for the null path."""
    parameters: dict[str, str]
    recipients: list[Recipient] = field(default_factory=list)
    spoiled: bool = False
    """Whether a recipient was refused in a way that condemns the message for all."""
    refusal: Reply | None = None
    """What the message is answered with when it is there, whatever it holds."""
    chunks: Pile | None = None
    """What BDAT has brought; None where it has not."""
    size: int = 0
    """Octets of the chunks, kept or not."""

    def drop(self) -> None:
        """Throw away what has come of the message."""
        if self.chunks is not None:
            self.chunks.close()
            self.chunks = None

    @property
    def is_international(self) -> bool:
        """Whether SMTPUTF8 was declared, so that addresses may be of any letters (RFC 6531)."""
        return "SMTPUTF8" in self.parameters

    @property
    def is_binary(self) -> bool:
        """Whether BODY=BINARYMIME was declared, which only chunks can carry."""
        return self.parameters.get("BODY", "").upper() == "BINARYMIME"


class Submission(NamedTuple):
    """A message that the server answers for."""

    sender: str
    recipients: tuple[Recipient, ...]
    content: bytes
    """With the stamped headers."""
    message_id: str
    connector: str
    """The identity of the connector that took it."""
    remote_address: str
    hello: str
    user: str | None
    """Who submitted it, `CONTOSO\\\\anna`; None for anonymous mail."""
    internal: bool
    """Whether it counts as mail of authenticated, trusted origin."""
    size: int = 0
    """Octets as it came, without what the server stamped; limits are about these."""
    envelope_id: str = ""
    """ENVID as it came."""
    return_full: bool = True
    """Whether a report should hold the whole message (RET=FULL, or no RET)."""
    subject: str = ""
    """As it is written, in one line."""
    local_address: str = ""
    """The server's address that the client had reached."""
    scl: int | None = None
    """The spam confidence level that an agent has given, -1 to 9."""
    context: str = ""
    """The session, when it began, and which of its messages this is, as the logs write it."""
    proxied_from: str = ""
    """The address of the front end that has passed the message on to the hub; empty where none has."""
