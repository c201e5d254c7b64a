"""SwitchParameter as scripts see it, and what converts to it."""

from __future__ import annotations

from decimal import Decimal

from shell.runtime.clrtype import SWITCH
from shell.runtime.declare import clr_class, clr_constructor, clr_method
from shell.runtime.objects import ABSENT, PRESENT, PSObject, SwitchParameter, Value


@clr_class(
    "System.Management.Automation.SwitchParameter",
    properties="IsPresent:bool",
    python_class=SwitchParameter,
    constants={"Present": PRESENT},
)
class SwitchMembers:
    """The members of a switch."""

    @staticmethod
    @clr_constructor("bool isPresent")
    def make(is_present: bool) -> SwitchParameter:
        """Return a switch."""
        return PRESENT if is_present else ABSENT

    @clr_method("ToBool", "-> bool")
    def to_bool(self) -> bool:
        """True if it was given."""
        return bool(self)


def to_switch(value: Value) -> Value:
    """Convert a Boolean, a number or $null; everything else is left to the other rules."""
    if isinstance(value, PSObject) and value.base is not value:
        value = value.base
    if isinstance(value, SwitchParameter):
        return value
    if value is None:
        return ABSENT
    if isinstance(value, (bool, int, float, Decimal)):
        return PRESENT if value else ABSENT
    return NotImplemented


SWITCH.data["convert"] = to_switch

__all__ = ["to_switch"]
