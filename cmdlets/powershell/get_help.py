"""Get-Help: how a command is used."""

from __future__ import annotations

from collections.abc import Iterator

from cmdlets.powershell.help.objects import help_object, is_address, parameter_object, short_object, synopsis_of
from cmdlets.powershell.help.topics import CATEGORY, Topic, own_topic, topic_object, topics
from cmdlets.powershell.pager import Pager
from shell.display.formatter import Formatter
from shell.engine.commands.alias_info import AliasInfo
from shell.engine.commands.cmdlet import Cmdlet, Example, SetMembership
from shell.engine.commands.cmdlet import parameter as declare
from shell.engine.commands.command_info import CommandInfo
from shell.engine.commands.help import help_of
from shell.engine.commands.help_content import CommandHelp
from shell.values.errors import (
    ArgumentException,
    ErrorCategory,
    NotEmulatedException,
    PSInvalidOperationException,
    RuntimeException,
)
from shell.values.objects import Value
from shell.values.wildcard import has_wildcard, wildcard_matcher

_KINDS = ("Alias", "Cmdlet", "Function", "Filter", "Configuration", "ExternalScript")
"""The commands that have help; a program has none."""
_CATEGORIES = (
    *("Alias", "Cmdlet", "Provider", "General", "FAQ", "Glossary", "HelpFile", "ScriptCommand", "Function"),
    *("Filter", "ExternalScript", "All", "DefaultHelp", "DscResource", "Class", "Configuration"),
)


class HelpNotFoundException(RuntimeException):
    """Microsoft.PowerShell.Commands.HelpNotFoundException."""

    clr_name = "Microsoft.PowerShell.Commands.HelpNotFoundException"


class GetHelp(Cmdlet, verb="Get", noun="Help", module="Microsoft.PowerShell.Core", default_set="AllUsersView"):
    """Show how a command is used.

    Help of cmdlets comes from their declarations, that of functions and scripts from their comments; the about_ topics
    tell of the language.
    """

    examples = (
        Example("Get-Help Set-Alias", "The help of a cmdlet."),
        Example("Get-Help Set-Alias -Parameter Value", "The help of one parameter."),
        Example("Get-Help about_Splatting", "A topic that is no command."),
    )

    name: str = declare("string", position=0, by_property_name=True, not_null_or_empty=True, help="The command.")
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
    show_window: bool = declare(
        "switch",
        sets={"ShowWindow": SetMembership(mandatory=True)},
        refused="There are no windows.",
        help="Show the help in a window.",
    )

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
        name = self.name
        if not name and not (self.category or self.component or self.functionality or self.role):
            self._put(topic_object(own_topic("default")))
            return
        found = list(self._find(name or "*"))
        if not found and not has_wildcard(name or "*"):
            self._report_missing(name)
        elif len(found) == 1:
            self._show(found[0])
        elif self.parameter:
            for each in found:
                self._show(each)
        else:
            for each in found:
                self._put(self._row(each))

    def _find(self, name: str) -> Iterator[CommandInfo | Topic]:
        """Yield what has the name; failing that, what has the word in its name."""
        if has_wildcard(name):
            yield from self._search(name)
            return
        exact = self.session.commands.find(name)
        topic = next((each for each in topics(self.session) if each.name.lower() == name.lower()), None)
        if exact is not None and exact.kind in _KINDS:
            if self._is_asked_for(exact):
                yield exact
        elif topic is not None:
            if self._in_category(CATEGORY) and not self._filters():
                yield topic
        elif name:
            yield from self._search(f"*{name}*")

    def _search(self, pattern: str) -> Iterator[CommandInfo | Topic]:
        for each in self.session.commands.search(pattern):
            if not (isinstance(each, AliasInfo) and each.resolved_command is None) and self._is_asked_for(each):
                yield each
        if self._in_category(CATEGORY) and not self._filters():
            matches = wildcard_matcher(pattern)
            yield from (each for each in topics(self.session) if matches(each.name))

    def _in_category(self, kind: str) -> bool:
        wanted = [each.lower() for each in self.category or ()]
        return not wanted or "all" in wanted or kind.lower() in wanted

    def _filters(self) -> list[tuple[str, list[str]]]:
        """Return what help must say of itself, as pairs of a section and patterns of which one must fit."""
        asked = (("component", self.component), ("role", self.role), ("functionality", self.functionality))
        return [(section, patterns) for section, patterns in asked if patterns]

    def _is_asked_for(self, info: CommandInfo) -> bool:
        if not self._in_category(info.kind):
            return False
        filters = self._filters()
        if not filters:
            return True
        help = help_of(info, self.session)
        return all(
            any(wildcard_matcher(each)(getattr(help, section)) for each in patterns) for section, patterns in filters
        )

    def _row(self, found: CommandInfo | Topic) -> Value:
        if isinstance(found, Topic):
            return short_object(found.name, CATEGORY, "", found.synopsis)
        if isinstance(found, AliasInfo):
            return short_object(found.name, "Alias", found.module_name, str(found.resolved_command_name))
        help = help_of(found, self.session)
        return short_object(help.name, help.category, help.module, synopsis_of(help))

    def _show(self, found: CommandInfo | Topic) -> None:
        if isinstance(found, Topic):
            self._put(topic_object(found))
            return
        help = help_of(found, self.session)
        if self.online:
            raise self._no_browser(help)
        if self.parameter:
            self._show_parameters(help)
            return
        view = "FullView" if self.full else "DetailedView" if self.detailed else ""
        self._put(help_object(help, "ExamplesView" if self.show_examples else view))

    def _no_browser(self, help: CommandHelp) -> Exception:
        """Say where the help is that -Online asks for; this program opens no browser."""
        address = next((each for each in help.links if is_address(each)), "")
        if address:
            return NotEmulatedException(
                f"Get-Help -Online is not emulated. The help of {help.name} is at {address}.",
                error_id="NotEmulatedOnlineHelp",
            )
        text = (
            "The online version of this Help topic cannot be displayed because the Internet address (URI) of the Help"
            " topic is not specified in the command code or in the help file for the command."
        )
        return self.fail(
            self.error(text, "InvalidOperation", ErrorCategory.InvalidOperation, exception=PSInvalidOperationException)
        )

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
                    exception=ArgumentException,
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
