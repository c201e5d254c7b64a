"""The cmdlets of Exchange and Active Directory that are not emulated: each takes whatever it is given, and says so."""

from __future__ import annotations

import functools
from typing import Any

from shell.engine.commands.cmdlet import Cmdlet, parameter
from shell.values.errors import ErrorCategory, NotEmulatedException

from .hooks import EXCHANGE


class _Unemulated(Cmdlet):
    """A cmdlet that is not emulated."""

    unused_arguments: Any = parameter(
        "object[]", name="UnusedArguments", remaining=True, hidden=True, allow_null=True, help="Whatever was given."
    )
    unused_input: Any = parameter("object", name="UnusedInput", pipeline=True, hidden=True, help="Whatever comes.")

    def begin(self) -> None:
        """Say that it is not there: an error as any other, which -ErrorAction, -ErrorVariable and `catch` may treat."""
        name = self.command_name()
        text = f"The {_kind(self.module)} '{name}' is not emulated. {_list(self.module)} lists the cmdlets that are."
        category = ErrorCategory.NotImplemented
        self.write_error(self.error(text, "NotEmulatedCmdlet", category, name, exception=NotEmulatedException))


def _kind(module: str) -> str:
    return f"{'Exchange' if module == EXCHANGE else module} cmdlet"


def _list(module: str) -> str:
    return "COVERAGE.md" if module == EXCHANGE else f"Get-Command -Module {module}"


@functools.cache
def cmdlet_named(name: str, module: str = EXCHANGE) -> type[Cmdlet]:
    """The class of such a cmdlet."""
    verb, _, noun = name.partition("-")
    doc = f"The {_kind(module)} {name} is not emulated: calling it is an error. {_list(module)} lists those that are."
    members: dict[str, Any] = {"__doc__": doc, "__module__": __name__}
    bases = (_Unemulated,)
    return type(verb + noun, bases, members, verb=verb, noun=noun, module=module, class_name=name)
