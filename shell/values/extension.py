"""Members that scripts add to an object that is no PSObject. They stay with the object.

An object with members of its own is moved to a subclass of its class, so that caches by class see another class. Its
`ps_extension` is a PSObject with the object as its base, where members are looked up. Strings, numbers and plain arrays
keep no members, as in PowerShell: only the output of -PassThru has the member.
"""

from __future__ import annotations

from typing import Any

from shell.values.objects import PSObject, Value


class Use:
    """Whether any object of this process was extended. As long as none was, member look-ups skip the question."""

    any = False


def extension(value: Value) -> PSObject | None:
    """Return the PSObject with an object's own members, or None if it has none."""
    return getattr(value, "ps_extension", None) if Use.any else None


def extend(value: Value) -> PSObject:
    """Return the PSObject to add members to: the object's own, or a wrapper for values that keep none."""
    if isinstance(value, PSObject):
        return value
    known = getattr(value, "ps_extension", None)
    if known is not None:
        return known  # type: ignore[no-any-return]
    made = PSObject(value)
    if _can_hold(value):
        try:
            value.__class__ = _extended_class(type(value))
        except TypeError:
            return made
        value.ps_extension = made
        Use.any = True
    return made


def _can_hold(value: Value) -> bool:
    kind = type(value)
    if issubclass(kind, type) or kind.__module__ == "builtins":
        return False
    return hasattr(value, "__dict__") or hasattr(kind, "ps_extension")


def _extended_class(kind: type) -> Any:
    """Return the subclass for objects with members of their own. It is made once for each class."""
    made = kind.__dict__.get("_ps_extended_class")
    if made is None:
        slots: dict[str, Any] = {"__module__": kind.__module__, "__doc__": kind.__doc__}
        if hasattr(kind, "ps_extension"):
            slots["__slots__"] = ()
        made = type(kind.__name__, (kind,), slots)
        kind._ps_extended_class = made  # type: ignore[attr-defined]
    return made


__all__ = ["Use", "extend", "extension"]
