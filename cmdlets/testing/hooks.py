"""What a session needs to know of this room before any of its commands runs."""

from __future__ import annotations

from shell.types.registry.names import promise


def attach() -> None:
    """Let `[PesterConfiguration]` be found when a script first names it."""
    promise("PesterConfiguration", "cmdlets.testing.configuration")
