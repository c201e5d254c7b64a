"""The Exchange Management Shell, emulated. `Session` is the one door: see `shell.app`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from shell.app import Session

__all__ = ["Session"]


def __getattr__(name: str) -> Any:
    if name == "Session":
        from shell.app import Session

        return Session
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
