"""The states of an SMTP session."""

from enum import IntEnum


class State(IntEnum):
    """What the client has said so far; `session.py` has the table of what it may say next."""

    START = 0
    READY = 1
    MAIL = 2
    RECIPIENTS = 3
    CHUNKS = 4
