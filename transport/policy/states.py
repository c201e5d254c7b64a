"""The states of an SMTP session."""

from enum import Enum


class State(Enum):
    """What the client has said so far; `session.py` has the table of what it may say next."""

    START = "nothing"
    READY = "hello"
    MAIL = "a sender"
    RECIPIENTS = "a sender and recipients"
    CHUNKS = "the first chunks of a message"
