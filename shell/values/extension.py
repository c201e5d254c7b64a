"""Members that scripts add to an object that is no PSObject: they stay with the object, whoever holds it.

An object with members of its own is moved to a subclass of its class, so that whatever remembers things by class sees
another one. Its `ps_extension` is a PSObject with the object as its base: members are looked up there. Texts, numbers
and plain arrays keep none, in PowerShell too: there only what -PassThru writes has the member.
"""

from __future__ import annotations

from typing import Any

from shell.values.objects import PSObject, Value


class Use:
    """Whether any object of this process was extended: where none was, no look-up pays for it."""

    any = False


def extension(value: Value) -> PSObject | None:
    """Return what holds an object's own members, None where it has none."""
    return getattr(value, "ps_extension", None) if Use.any else None


def extend(value: Value) -> PSObject:
    """Return what members of an object are added to: the object's own, or a wrapper for values that keep none."""
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
    """Return the subclass for objects of a class that have members of their own; made once for a class."""
    made = kind.__dict__.get("_ps_extended_class")
    if made is None:
        slots: dict[str, Any] = {"__module__": kind.__module__, "__doc__": kind.__doc__}
        if hasattr(kind, "ps_extension"):
            slots["__slots__"] = ()
        made = type(kind.__name__, (kind,), slots)
        kind._ps_extended_class = made  # type: ignore[attr-defined]
    return made


__all__ = ["Use", "extend", "extension"]
