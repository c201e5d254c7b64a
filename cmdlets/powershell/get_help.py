"""Get-Help: how a command is used."""

from __future__ import annotations

from typing import Any

from cmdlets.powershell.help_text import help_object, parameter_object
from cmdlets.powershell.pager import Pager
from shell.display.formatter import Formatter
from shell.runtime.aliasinfo import AliasInfo
from shell.runtime.cmdlet import Cmdlet, Example
from shell.runtime.cmdlet import parameter as declare
from shell.runtime.commandinfo import CommandInfo
from shell.runtime.errors import ErrorCategory, NotEmulatedException, RuntimeException
from shell.runtime.help import CommandHelp, help_of
from shell.runtime.objects import PSCustomObject, Value
from shell.runtime.wildcard import has_wildcard, wildcard_matcher

_AUTOMATION = "System.Management.Automation."
_CATEGORIES = (
    *("Alias", "Cmdlet", "Provider", "General", "FAQ", "Glossary", "HelpFile", "ScriptCommand", "Function"),
    *("Filter", "ExternalScript", "All", "DefaultHelp", "DscResource", "Class", "Configuration"),
)


class HelpNotFoundException(RuntimeException):
    """Microsoft.PowerShell.Commands.HelpNotFoundException."""

    clr_name = "Microsoft.PowerShell.Commands.HelpNotFoundException"


class GetHelp(Cmdlet, verb="Get", noun="Help", module="Microsoft.PowerShell.Core", default_set="AllUsersView"):
    """Show how a command is used.

    Help of cmdlets comes from their declarations, that of functions and scripts from their comments.
    """

    examples = (
        Example("Get-Help Set-Alias", "The help of a cmdlet."),
        Example("Get-Help Set-Alias -Parameter Value", "The help of one parameter."),
    )

    name: str = declare("string", position=0, by_property_name=True, not_null_or_empty=False, help="The command.")
    path: str = declare("string", help="A path of a provider; it makes no difference here.")
    category: list[str] = declare("string[]", values=_CATEGORIES, help="Kinds of help.")
    full: bool = declare("switch", sets=("AllUsersView",), help="Everything.")
    component: list[str] = declare("string[]", help="Only help of these components.")
    functionality: list[str] = declare("string[]", help="Only help of these functionalities.")
    role: list[str] = declare("string[]", help="Only help for these roles.")
    detailed: bool = declare("switch", sets=("DetailedView",), mandatory=True, help="Parameters and examples too.")
    show_examples: bool = declare("switch", name="Examples", sets=("Examples",), mandatory=True, help="Examples alone.")
    parameter: list[str] = declare("string[]", sets=("Parameters",), mandatory=True, help="Help of these parameters.")
    online: bool = declare("switch", sets=("Online",), mandatory=True, help="Open a page in the browser.")
    show_window: bool = declare("switch", refused="There are no windows.", help="Show the help in a window.")

    _paging: Formatter | None = None

    def begin(self) -> None:
        """Look whether `help` was called to show a page on a terminal after the other."""
        session, running = self.session, self.session.running
        frame = session.scope.frame
        called = frame.command.name if frame is not None and frame.command is not None else ""
        if running is None or self.runtime.out is not running.show or called.lower() != "help":
            return
        if getattr(session.host, "rows", 0):
            running.console.settle()
            pager = Pager(session.host, self.runtime.stop_upstream)
            self._paging = Formatter(session, session.host.columns, pager.write, session.host.write_error_line)

    def _put(self, value: Value) -> None:
        if self._paging is None:
            self.write(value)
        else:
            self._paging.write(value)

    def end(self) -> None:
        """Show the rest."""
        if self._paging is not None:
            self._paging.end()

    def process(self) -> None:
        """Find and show."""
        if self.online:
            raise NotEmulatedException("Get-Help -Online is not emulated.", error_id="NotEmulatedOnlineHelp")
        name = self.name or "Get-Help"
        found = self._find(name)
        if not found:
            self._report_missing(name)
        elif len(found) == 1:
            self._show(help_of(found[0], self.session))
        else:
            for each in found:
                self._put(_summary(help_of(each, self.session)))

    def _find(self, name: str) -> list[CommandInfo]:
        commands = self.session.commands
        if not has_wildcard(name):
            exact = commands.find(name)
            if exact is not None and exact.kind != "Application":
                return [exact]
            return self._containing(name)
        listed = list(commands.search(name))
        return [each for each in listed if self._in_category(each)]

    def _containing(self, name: str) -> list[CommandInfo]:
        """A word that is no command: the commands whose name contains it."""
        matches = wildcard_matcher(f"*{name}*")
        return [each for each in self.session.commands.search("*") if matches(each.name) and self._in_category(each)]

    def _in_category(self, info: CommandInfo) -> bool:
        if isinstance(info, AliasInfo) and info.resolved_command is None:
            return False
        return not self.category or "All" in self.category or info.kind in self.category

    def _show(self, help: CommandHelp) -> None:
        if self.parameter:
            self._show_parameters(help)
            return
        view = "FullView" if self.full else "DetailedView" if self.detailed else ""
        self._put(help_object(help, "ExamplesView" if self.show_examples else view))

    def _show_parameters(self, help: CommandHelp) -> None:
        for pattern in self.parameter:
            matches = wildcard_matcher(pattern)
            found = [each for each in help.parameters if matches(each.info.name)]
            if not found:
                record = self.error(
                    f"No parameter matches criteria {pattern}.",
                    "NoParmsFound",
                    ErrorCategory.InvalidArgument,
                    pattern,
                )
                self.write_error(record)
            for each in found:
                self._put(parameter_object(help, each))

    def _report_missing(self, name: str) -> None:
        text = (
            f"Get-Help could not find {name} in a help file in this session. To download updated help topics type:"
            ' "Update-Help". To get help online, search for the help topic in the TechNet library at'
            " https://go.microsoft.com/fwlink/?LinkID=107116."
        )
        record = self.error(
            text, "HelpNotFound", ErrorCategory.ResourceUnavailable, None, exception=HelpNotFoundException
        )
        self.write_error(record)


def _summary(help: CommandHelp) -> Value:
    """Return the row of a list of topics."""
    members: dict[str, Any] = {
        "Name": help.name,
        "Category": help.category,
        "ModuleName": help.module,
        "Synopsis": help.synopsis,
    }
    return PSCustomObject(members, ["HelpInfoShort", _AUTOMATION + "PSCustomObject", "System.Object"])
