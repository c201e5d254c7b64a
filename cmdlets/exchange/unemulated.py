"""The cmdlets that Exchange has and this program lacks. Each takes whatever a script gives it, and says so."""

from __future__ import annotations

import functools
from typing import Any

from shell.runtime.cmdlet import Cmdlet, parameter
from shell.runtime.errors import ErrorCategory, NotEmulatedException

from .hooks import MANAGEMENT


class _Unemulated(Cmdlet):
    """A cmdlet of Exchange that is not emulated."""

    module = MANAGEMENT
    unused_arguments: Any = parameter(
        "object[]", name="UnusedArguments", remaining=True, hidden=True, allow_null=True, help="Whatever was given."
    )
    unused_input: Any = parameter("object", name="UnusedInput", pipeline=True, hidden=True, help="Whatever comes.")

    def begin(self) -> None:
        """Say that it is not there: an error as any other, which -ErrorAction, -ErrorVariable and `catch` may treat."""
        name = self.command_name()
        text = f"The Exchange cmdlet '{name}' is not emulated. COVERAGE.md lists the cmdlets that are."
        category = ErrorCategory.NotImplemented
        self.write_error(self.error(text, "NotEmulatedCmdlet", category, name, exception=NotEmulatedException))


@functools.cache
def cmdlet_named(name: str) -> type[Cmdlet]:
    """The class of such a cmdlet."""
    verb, _, noun = name.partition("-")
    doc = f"{name} of Exchange is not emulated: calling it is an error. COVERAGE.md lists the cmdlets that are."
    members: dict[str, Any] = {"__doc__": doc, "__module__": __name__}
    return type(verb + noun, (_Unemulated,), members, verb=verb, noun=noun, class_name=name)
