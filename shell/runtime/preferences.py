"""The enumerations of preferences: ActionPreference, ConfirmImpact."""

from __future__ import annotations

from typing import Any, Final

from shell.runtime.clrtype import ClrType
from shell.runtime.enumeration import enum_value, register_enum

_AUTOMATION = "System.Management.Automation."

ACTION_PREFERENCE: Final[ClrType] = register_enum(
    _AUTOMATION + "ActionPreference",
    {"SilentlyContinue": 0, "Stop": 1, "Continue": 2, "Inquire": 3, "Ignore": 4, "Suspend": 5, "Break": 6},
)
CONFIRM_IMPACT: Final[ClrType] = register_enum(
    _AUTOMATION + "ConfirmImpact", {"None": 0, "Low": 1, "Medium": 2, "High": 3}
)


def action(name: str) -> Any:
    """Return an ActionPreference by its name."""
    return enum_value(ACTION_PREFERENCE, ACTION_PREFERENCE.data["members"][name])


def impact(level: int) -> Any:
    """Return a ConfirmImpact by its level."""
    return enum_value(CONFIRM_IMPACT, level)


__all__ = ["ACTION_PREFERENCE", "CONFIRM_IMPACT", "action", "impact"]
