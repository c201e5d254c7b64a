"""What a session wants its driver to do next."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple


class Next(Enum):
    """What to do when the octets to send are on their way."""

    READ = "read"
    """Hand over what comes, with `receive`."""
    WAIT = "wait"
    """Call `resume` when `Decision.seconds` have passed; what comes meanwhile may be handed over at once or later."""
    TLS = "tls"
    """Do a TLS handshake as the server, then call `secured`. No octet from before may be handed over after it."""
    WORK = "work"
    """Call `do_work`, in another thread if there is one, and hand its result to `worked`."""
    CLOSE = "close"
    """Close the connection when all is sent. A client that is not done may be heard, and ignored, for `seconds`."""


class Decision(NamedTuple):
    """Octets to send, then what to do next."""

    send: bytes = b""
    next: Next = Next.READ
    seconds: float = 0.0


READ_ON = Decision()
"""Nothing to say: read on."""
