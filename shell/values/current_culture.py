"""The current culture. It stands apart from the data of cultures, so that a session starts without loading them."""

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
    """Set en-US for a new thread; the culture of the caller stays as it was."""
    token = CURRENT.set(None)
    try:
        yield
    finally:
        CURRENT.reset(token)


def reset() -> None:
    """Go back to en-US. Each submission begins with it, as PowerShell's prompt does with the culture of its start."""
    CURRENT.set(None)
