"""The enumerations of preferences: ActionPreference, ConfirmImpact."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from shell.lazy import lazy
from shell.types.registry.enumeration import enum_value, register_enum
from shell.types.registry.names import named
from shell.types.registry.table import ClrType
from shell.values.errors import NotSupportedException, PSInvalidCastException
from shell.values.objects import PSObject

if TYPE_CHECKING:
    from shell.engine.compile import guards
    from shell.engine.run.scope import Scope
else:
    guards = lazy("shell.engine.compile.guards", globals())

_AUTOMATION = "System.Management.Automation."

ACTION_PREFERENCE: Final[ClrType] = register_enum(
    _AUTOMATION + "ActionPreference",
    {"SilentlyContinue": 0, "Stop": 1, "Continue": 2, "Inquire": 3, "Ignore": 4, "Suspend": 5, "Break": 6},
)
CONFIRM_IMPACT: Final[ClrType] = register_enum(
    _AUTOMATION + "ConfirmImpact", {"None": 0, "Low": 1, "Medium": 2, "High": 3}
)
NATIVE_PASSING: Final[ClrType] = register_enum(
    _AUTOMATION + "NativeArgumentPassingStyle", {"Legacy": 0, "Standard": 1, "Windows": 2}
)


def _typed() -> dict[str, str]:
    names = ("ErrorAction", "Warning", "Verbose", "Debug", "Information", "Progress")
    typed = {f"{name}Preference".lower(): "ActionPreference" for name in names}
    return typed | {"confirmpreference": "ConfirmImpact", "errorview": "ErrorView"}


TYPED: Final = _typed()
"""The preference variables that convert what is assigned to them in the session's own scope, and to which type."""

UNSUPPORTED: Final = (
    "The value {0} is not supported for an ActionPreference variable. The provided value should be used only as a value"
    " for a preference parameter, and has been replaced by the default value. For more information, see the Help topic,"
    ' "about_Preference_Variables."'
)


def preference_value(scope: Scope, key: str, value: Any) -> Any:
    """Return what a preference variable of a scope holds after an assignment: only the session's own are typed."""
    if scope is not scope.runspace.global_scope or key not in scope:  # once it was removed it is like any other
        return value
    converted = guards.convert_variable(value, named(_AUTOMATION + TYPED[key]))
    if TYPED[key] == "ActionPreference" and converted == ACTION_PREFERENCE.data["members"]["Suspend"]:
        raise guards.metadata_error(PSInvalidCastException(UNSUPPORTED.format("Suspend")))
    return converted


def action(name: str) -> Any:
    """Return an ActionPreference by its name."""
    return enum_value(ACTION_PREFERENCE, ACTION_PREFERENCE.data["members"][name])


def native_passing(name: str) -> Any:
    """Return a NativeArgumentPassingStyle by its name."""
    return enum_value(NATIVE_PASSING, NATIVE_PASSING.data["members"][name])


def impact(level: int) -> Any:
    """Return a ConfirmImpact by its level."""
    return enum_value(CONFIRM_IMPACT, level)


_ACTIONS: Final[tuple[str, ...]] = ("SilentlyContinue", "Stop", "Continue", "Inquire", "Ignore", "Suspend", "Break")
_BY_NAME: Final[dict[str, str]] = {name.lower(): name for name in _ACTIONS}


_SILENT: Final = frozenset(("verbosepreference", "debugpreference", "informationpreference"))
"""The preferences that are SilentlyContinue where the variable is gone or holds nonsense; the others are Continue."""


def action_preference(value: Any, variable: str = "") -> str:
    """Return the ActionPreference that a variable holds, in its canonical spelling; else the variable's default.

    Raises NotSupportedException for Suspend.
    """
    found = _action_named(value)
    if found == "Suspend":
        raise reserved_preference(found)
    return found or ("SilentlyContinue" if variable in _SILENT else "Continue")


def _action_named(value: Any) -> str | None:
    if isinstance(value, PSObject):
        value = value.base
    if isinstance(value, int) and not isinstance(value, bool):
        number = int(value)
        return _ACTIONS[number] if 0 <= number < len(_ACTIONS) else None
    return _BY_NAME.get(str(value).lower())


def reserved_preference(name: str) -> NotSupportedException:
    """Return the error of a value that no preference takes."""
    return NotSupportedException(
        f"The {name} value is reserved for future use.", error_id="System.NotSupportedException"
    )


__all__ = [
    "ACTION_PREFERENCE",
    "CONFIRM_IMPACT",
    "TYPED",
    "UNSUPPORTED",
    "action",
    "action_preference",
    "impact",
    "native_passing",
    "preference_value",
    "reserved_preference",
]
