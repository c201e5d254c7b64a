"""Cmdlets of Exchange and Active Directory that are not emulated: each accepts any arguments and reports an error."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any, Final

from shell.engine.commands.cmdlet import Cmdlet, parameter
from shell.engine.commands.command_info import CmdletInfo, CommandInfo
from shell.values.errors import ErrorCategory, NotEmulatedException

if TYPE_CHECKING:
    from shell.engine.session.runspace import Runspace

EXCHANGE: Final = "Microsoft.Exchange.Management.PowerShell.Admin"
DIRECTORY: Final = "ActiveDirectory"


@functools.cache
def known_cmdlets(module: str = EXCHANGE) -> dict[str, str]:
    """Return the names of all cmdlets of on-premises Exchange, or of the other module, in their own spelling by
    lower-case name.
    """
    from importlib import resources

    package = "cmdlets.active_directory" if module == DIRECTORY else "cmdlets.exchange"
    rows = (line.split() for line in resources.files(package).joinpath("known.txt").read_text("utf-8").splitlines())
    names = [f"{verb}-{noun}" for noun, *verbs in rows for verb in verbs]
    return {name.lower(): name for name in names}


class _Unemulated(Cmdlet):
    """A cmdlet that is not emulated."""

    unused_arguments: Any = parameter(
        "object[]", name="UnusedArguments", remaining=True, hidden=True, allow_null=True, help="Any arguments."
    )
    unused_input: Any = parameter("object", name="UnusedInput", pipeline=True, hidden=True, help="Any pipeline input.")

    def begin(self) -> None:
        """Report that the cmdlet is not emulated: an ordinary error, subject to -ErrorAction, -ErrorVariable and
        `catch`.
        """
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
    """Return the class of a cmdlet that is not emulated."""
    verb, _, noun = name.partition("-")
    doc = f"The {_kind(module)} {name} is not emulated: calling it is an error. {_list(module)} lists those that are."
    members: dict[str, Any] = {"__doc__": doc, "__module__": __name__}
    bases = (_Unemulated,)
    return type(verb + noun, bases, members, verb=verb, noun=noun, module=module, class_name=name)


class UnemulatedInfo(CmdletInfo):
    """The command information of a cmdlet that is not emulated. Calling the cmdlet reports an error."""

    def __init__(self, name: str, session: Runspace, module: str = EXCHANGE) -> None:
        super().__init__(name, self._make, module, session)

    def _make(self) -> type[Cmdlet]:
        return cmdlet_named(self.name, self.module_name)


def unemulated_command(session: Runspace, lowered: str) -> CommandInfo | None:
    """Return the command for the lower-case name of a cmdlet that is not emulated."""
    if lowered in known_cmdlets():
        return UnemulatedInfo(known_cmdlets()[lowered], session)
    if "-ad" in lowered and lowered in (known := known_cmdlets(DIRECTORY)):
        return UnemulatedInfo(known[lowered], session, DIRECTORY)
    return None
