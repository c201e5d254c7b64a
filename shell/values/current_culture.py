"""Which culture is current. It is apart from what cultures say, so that a session starts without reading that."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from shell.values.culture import Culture

CURRENT: Final[ContextVar[Culture | None]] = ContextVar("culture", default=None)
"""None stands for en-US."""


@contextmanager
def of_new_thread() -> Iterator[None]:
    """Begin with en-US, and leave the culture of what called as it was."""
    token = CURRENT.set(None)
    try:
        yield
    finally:
        CURRENT.reset(token)


def reset() -> None:
    """Go back to en-US: each submission begins with it, as PowerShell's prompt does with the culture of its start."""
    CURRENT.set(None)
