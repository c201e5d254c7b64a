"""Get-, Add-, Clear- and Invoke-History."""

from __future__ import annotations

from shell.engine.commands.cmdlet import Cmdlet, Example, parameter
from shell.engine.session.history import CALLED_AGAIN, HistoryInfo, history_of
from shell.types.conversion.text import to_string
from shell.types.members.access import lookup
from shell.values.errors import ArgumentException, ErrorCategory
from shell.values.objects import MISSING, Value
from shell.values.wildcard import wildcard_matcher

_CORE = "Microsoft.PowerShell.Core"


class GetHistory(
    Cmdlet, verb="Get", noun="History", module=_CORE, output=("Microsoft.PowerShell.Commands.HistoryInfo",)
):
    """Show the command lines that were typed."""

    examples = (Example("Get-History -Count 5", "The last five."),)

    id: list[int] = parameter(
        "long[]",
        position=0,
        pipeline=True,
        range=(1, 9223372036854775807),
        allow_empty_collection=True,
        help="The numbers.",
    )
    count: int = parameter("int", position=1, range=(0, 32767), help="How many of the newest.")

    def process(self) -> None:
        """Show."""
        entries = history_of(self.session).entries
        if not self.is_bound("Id"):
            shown = entries[-self.count :] if self.is_bound("Count") and self.count else entries
            for each in [] if self.is_bound("Count") and not self.count else shown:
                self.write(each)
            return
        for number in self.id:
            self._show(int(number))

    def _show(self, number: int) -> None:
        history = history_of(self.session)
        found = history.find(number)
        if found is None:
            self.write_error(
                self.error(
                    f"Cannot locate the history for Id {number}.",
                    "GetHistoryNoHistoryForId",
                    ErrorCategory.ObjectNotFound,
                    number,
                    exception=ArgumentException,
                )
            )
            return
        last = history.entries.index(found) + 1
        for each in history.entries[max(last - self.count, 0) : last] if self.count else [found]:
            self.write(each)


class AddHistory(Cmdlet, verb="Add", noun="History", module=_CORE):
    """Add entries to the history."""

    examples = (Example("Get-History | Add-History", "Add what is there once more."),)

    input_object: list[Value] = parameter("psobject[]", position=0, pipeline=True, help="Objects with a CommandLine.")
    passthru: bool = parameter("switch", help="Show the new entries.")

    def process(self) -> None:
        """Add."""
        for each in self.input_object or ():
            text = lookup(each, "CommandLine", self.session)
            if text is MISSING or text is None:
                record = self.error(
                    "Cannot add history because the input object has a format that is not valid.",
                    "AddHistoryInvalidInput",
                    ErrorCategory.InvalidData,
                    each,
                    exception=ArgumentException,
                )
                self.write_error(record)
                continue
            made = history_of(self.session).add(to_string(text))
            if self.passthru:
                self.write(made)


class ClearHistory(Cmdlet, verb="Clear", noun="History", module=_CORE, default_set="IDParameter", should_process=True):
    """Remove entries from the history."""

    examples = (Example("Clear-History -Count 2 -Newest", "Forget the last two."),)

    id: list[int] = parameter("int[]", sets=("IDParameter",), position=0, range=(1, 2147483647), help="The numbers.")
    count: int = parameter("int", position=1, range=(1, 2147483647), help="How many.")
    newest: bool = parameter("switch", help="Begin with the newest.")
    command_line: list[str] = parameter(
        "string[]", sets=("CommandLineParameter",), not_null_or_empty=True, help="Command lines or patterns."
    )

    def process(self) -> None:
        """Remove."""
        history = history_of(self.session)
        removed = self._chosen(history.entries)
        if removed and self.should_process("Warning: This command will clear the session history", "Clear-History"):
            history.entries = [each for each in history.entries if each not in removed]

    def _chosen(self, entries: list[HistoryInfo]) -> list[HistoryInfo]:
        if self.is_bound("Id"):
            chosen = [each for each in entries if each.id in self.id]
        elif self.command_line:
            patterns = [wildcard_matcher(each) for each in self.command_line]
            chosen = [each for each in entries if any(matches(each.command_line) for matches in patterns)]
        else:
            chosen = list(entries)
        if not self.is_bound("Count"):
            return chosen
        return chosen[-self.count :] if self.newest else chosen[: self.count]


class InvokeHistory(Cmdlet, verb="Invoke", noun="History", module=_CORE, should_process=True):
    """Run a command line of the history again."""

    examples = (Example("Invoke-History 1", "Run the first command line again."),)

    id: str = parameter(
        "string", position=0, by_property_name=True, help="A number, or the beginning of the command line."
    )

    def process(self) -> None:
        """Run it."""
        found = self._find()
        if found is None or not self.should_process(found.command_line, "Invoke-History"):
            return
        self.session.host.write(found.command_line + "\n")
        self.session.state[CALLED_AGAIN] = found.command_line
        self.session.invoke(self.session.parse_block(found.command_line), out=self.runtime.out, local=True)

    def _find(self) -> HistoryInfo | None:
        entries = history_of(self.session).entries
        wanted = self.id
        if not wanted:
            found = entries[-1] if entries else None
        elif str(wanted).isdigit():
            found = history_of(self.session).find(int(wanted))
        else:
            found = next((each for each in reversed(entries) if each.command_line.startswith(str(wanted))), None)
        if found is None:
            record = self.error(
                f"Cannot locate the history for Id {wanted}." if wanted else "Cannot locate the most recent history.",
                "InvokeHistoryNoHistoryForId" if wanted else "InvokeHistoryNoLastHistoryEntryFound",
                ErrorCategory.ObjectNotFound,
                wanted or None,
                exception=ArgumentException,
            )
            raise self.fail(record)
        return found
