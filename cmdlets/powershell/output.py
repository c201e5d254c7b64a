"""Out-String, Out-Host, Out-Default, Out-Null: where pipelines end."""

from __future__ import annotations

from collections.abc import Callable

from cmdlets.powershell.pager import Pager
from cmdlets.powershell.parameter_order import OwnParametersFirst
from shell.display.formatter import Formatter
from shell.engine.commands.cmdlet import Cmdlet, Example, parameter
from shell.values.errors import ErrorRecord
from shell.values.objects import MISSING, Value

_CORE = "Microsoft.PowerShell.Core"


class OutString(Cmdlet, verb="Out", noun="String", default_set="NoNewLineFormatting", output=("System.String",)):
    """Turn objects into the text that the console would show."""

    examples = (Example("Get-Date -Year 2024 | Out-String -Width 60", "The text of a date."),)

    stream: bool = parameter("switch", sets=("StreamFormatting",), help="Write each line as a string of its own.")
    width: int = parameter("int", range=(2, 2147483647), help="Characters in a line.")
    no_newline: bool = parameter("switch", sets=("NoNewLineFormatting",), help="Leave out the line breaks.")
    input_object: Value = parameter("psobject", pipeline=True, default=MISSING, help="The objects.")

    def begin(self) -> None:
        """Start to collect."""
        self._lines: list[str] = []
        line = self.write if self.stream else self._lines.append
        self._formatter = Formatter(self.session, self.width or self.session.host.columns, line)

    def process(self) -> None:
        """Take an object."""
        if self.input_object is not MISSING:
            self._formatter.write(self.input_object)

    def end(self) -> None:
        """Write the text."""
        self._formatter.end()
        if self.stream:
            return
        if self.no_newline:
            self.write("".join(self._lines))
        else:
            self._lines.append("")
            self.write("\n".join(self._lines))


class ConsoleCommand(OwnParametersFirst):
    """A command that shows objects at once."""

    input_object: Value = parameter("psobject", pipeline=True, default=MISSING, help="The objects.")

    def begin(self) -> None:
        """Start to show."""
        host = self.session.host
        self._formatter = Formatter(self.session, host.columns, self._line(), host.write_error_line)

    def _line(self) -> Callable[[str], None]:
        """Return what shows a line."""
        host = self.session.host
        return lambda text: host.write(text + "\n")

    def process(self) -> None:
        """Show an object."""
        if self.input_object is MISSING:
            return
        if isinstance(self.input_object, ErrorRecord):
            self.session.streams.write_error(self.input_object)
        else:
            self._formatter.write(self.input_object)

    def end(self) -> None:
        """Show what waits."""
        self._formatter.end()


class OutHost(ConsoleCommand, verb="Out", noun="Host", module=_CORE):
    """Show objects on the console, whatever captures the output."""

    examples = (Example("$x = 1..3 | Out-Host", "The numbers show; the variable stays empty."),)

    paging: bool = parameter("switch", help="Stop after each screen. Where nobody can answer, nothing stops.")

    def _line(self) -> Callable[[str], None]:
        return Pager(self.session.host, self.runtime.stop_upstream).write if self.paging else super()._line()


class OutDefault(ConsoleCommand, verb="Out", noun="Default", module=_CORE):
    """Show objects as the end of every pipeline does."""

    transcript: bool = parameter("switch", help="Send the output to the transcript only.")


class OutNull(Cmdlet, verb="Out", noun="Null", module=_CORE):
    """Drop what comes."""

    examples = (Example("1..3 | Out-Null", "Nothing shows."),)

    input_object: Value = parameter("psobject", pipeline=True, help="The objects.")
