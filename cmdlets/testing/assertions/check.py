"""What an operator of Should is given, and what it answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cmdlets.testing.assertions import nicely
from shell.values.objects import AUTOMATION_NULL, Value

if TYPE_CHECKING:
    from shell.engine.session.runspace import Runspace


@dataclass(slots=True)
class Check:
    """One assertion. `given` are the operator's own parameters by lower-case name."""

    session: Runspace
    actual: Value
    given: dict[str, Value]
    negate: bool = False
    reason: str = ""
    output: list[Value] = field(default_factory=list)
    """What Should writes: -PassThru."""
    as_older: bool = False
    """True for the form without dashes."""

    @property
    def expected(self) -> Value:
        """-ExpectedValue."""
        value = self.given.get("expectedvalue")
        return None if value is AUTOMATION_NULL else value

    @property
    def because(self) -> str:
        """What -Because adds to a message."""
        return nicely.because(self.reason)

    def show(self, value: Value) -> str:
        """Return a value as messages show it."""
        return nicely.nicely(value, self.session)


Test = Callable[[Check], str | None]
"""Returns the message of a failure, or None."""


@dataclass(frozen=True, slots=True)
class Operator:
    """An operator: its name and alias, whether it takes all of the input at once, and the names of its parameters.

    Positions of parameters are their order.
    """

    name: str
    test: Test
    alias: str = ""
    takes_all: bool = False
    parameters: tuple[str, ...] = ("ExpectedValue",)


__all__ = ["Check", "Operator", "Test"]
