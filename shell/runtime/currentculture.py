"""Which culture is current. It is apart from what cultures say, so that a session starts without reading that."""

from __future__ import annotations

from contextvars import ContextVar
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from shell.runtime.dotnet.cultures import Culture

CURRENT: Final[ContextVar[Culture | None]] = ContextVar("culture", default=None)
"""None stands for en-US."""


def reset() -> None:
    """Go back to en-US: each submission begins with it, as PowerShell's prompt does with the culture of its start."""
    CURRENT.set(None)
