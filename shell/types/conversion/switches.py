"""System.Management.Automation.SwitchParameter."""

from __future__ import annotations

from shell.types.registry.declarations import clr_class, clr_constructor, clr_method
from shell.values.objects import ABSENT, PRESENT, SwitchParameter


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
        """Return True if the switch was given."""
        return bool(self)


__all__ = ["SwitchMembers"]
