"""What `Get-ChildItem -Attributes` takes: `Directory+!Hidden, ReadOnly`."""

from __future__ import annotations

from typing import Any, Final

from shell.types import named
from shell.types.conversion.conversion import convert
from shell.types.conversion.text import to_string
from shell.types.registry.declarations import clr_class, clr_constructor
from shell.types.registry.table import TYPES
from shell.values.objects import Value, unwrap

ATTRIBUTES: Final = "System.IO.FileAttributes"
_GENERIC: Final = "System.Management.Automation.FlagsExpression`1"
EXPRESSION: Final = f"{_GENERIC}[{ATTRIBUTES}]"


@clr_class(EXPRESSION)
class FlagsExpression:
    """Attributes joined by `,` (any of them), `+` (all of them) and `!` (not this one)."""

    @clr_constructor("string expression")
    @clr_constructor("object[] expression")
    def __init__(self, given: Value) -> None:
        base = unwrap(given)
        text = ",".join(to_string(each) for each in base) if isinstance(base, list) else to_string(base)
        self._choices = [[_flag(part.strip()) for part in each.split("+")] for each in text.split(",")]

    def fits(self, bits: int) -> bool:
        """True for an item with these attributes."""
        return any(all(bool(bits & flag) is wanted for flag, wanted in choice) for choice in self._choices)

    def names(self, flag: int) -> bool:
        """True if the expression speaks of an attribute."""
        return any(flag & known for choice in self._choices for known, _ in choice)


def _flag(text: str) -> tuple[int, bool]:
    """Return an attribute's bit and whether it is wanted. Raises where there is no such attribute."""
    wanted = not text.startswith("!")
    return int(convert(text.lstrip("!").strip(), named(ATTRIBUTES))), wanted


def flags_expression(value: Any) -> FlagsExpression:
    """Return the expression of an argument."""
    base = unwrap(value)
    return base if isinstance(base, FlagsExpression) else FlagsExpression(value)


_TYPE: Final = TYPES[EXPRESSION.lower()]
_TYPE.name = _GENERIC
_TYPE.generic_arguments = (named(ATTRIBUTES),)

__all__ = ["EXPRESSION", "FlagsExpression", "flags_expression"]
