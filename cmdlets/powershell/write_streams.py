"""Write-Warning, Write-Verbose, Write-Debug, Write-Information, Write-Host, Write-Progress."""

from __future__ import annotations

from shell.engine.commands.cmdlet import Cmdlet, Example, parameter
from shell.engine.session.streams import HostInformationMessage, InformationRecord, ProgressRecord
from shell.types.conversion.text import net_string
from shell.types.members import access as members
from shell.values.errors import ErrorCategory
from shell.values.objects import Hashtable, PSObject, Value

_UTILITY = "Microsoft.PowerShell.Utility"


def _message(text: str) -> str:
    made: str = parameter(
        "string", mandatory=True, position=0, pipeline=True, aliases=("Msg",), allow_empty_string=True, help=text
    )
    return made


class WriteWarning(Cmdlet, verb="Write", noun="Warning", module=_UTILITY):
    """Write a warning."""

    examples = (Example("Write-Warning 'Little space is left.'", "Warn."),)
    message: str = _message("The text.")

    def process(self) -> None:
        """Write."""
        self.write_warning(self.message)


class WriteVerbose(Cmdlet, verb="Write", noun="Verbose", module=_UTILITY):
    """Write a message that is shown with -Verbose."""

    examples = (Example("Write-Verbose 'Looking for servers.' -Verbose", "Show the message."),)
    message: str = _message("The text.")

    def process(self) -> None:
        """Write."""
        self.write_verbose(self.message)


class WriteDebug(Cmdlet, verb="Write", noun="Debug", module=_UTILITY):
    """Write a message that is shown with -Debug."""

    examples = (Example("Write-Debug 'x is 5' -Debug", "Show the message."),)
    message: str = _message("The text.")

    def process(self) -> None:
        """Write."""
        self.write_debug(self.message)


class WriteInformation(Cmdlet, verb="Write", noun="Information", module=_UTILITY):
    """Write to the information stream."""

    examples = (Example("Write-Information 'ready' -InformationAction Continue", "Write and show."),)
    message_data: Value = parameter(
        "object",
        mandatory=True,
        position=0,
        pipeline=True,
        aliases=("Msg", "Message"),
        allow_null=True,
        help="Any object.",
    )
    tags: list[Value] = parameter("string[]", position=1, help="Words by which the record can be found.")

    def begin(self) -> None:
        """Check the tags."""
        for tag in self.tags or []:
            if tag and tag.upper().startswith("PS"):
                record = self.error(
                    f"The tag '{tag}' is reserved.",
                    "PSPrefixReservedInInformationTag",
                    ErrorCategory.InvalidArgument,
                    tag,
                )
                raise self.fail(record)

    def process(self) -> None:
        """Write."""
        self.write_information(InformationRecord(self.message_data, self._source(), list(self.tags or [])))

    def _source(self) -> str:
        frame = self.session.scope.current_frame()
        path = frame.block.code.unit.source.path if frame is not None else None
        return path or "Write-Information"


class WriteHost(Cmdlet, verb="Write", noun="Host", module=_UTILITY):
    """Write to the console."""

    examples = (
        Example("Write-Host 'Done.' -ForegroundColor Green", "Write in colour."),
        Example("Write-Host 1 2 3 -Separator ', '", "Write several objects."),
    )
    object: Value = parameter(
        "object", position=0, pipeline=True, remaining=True, aliases=("Msg", "Message"), help="What to write."
    )
    no_newline: bool = parameter("switch", help="Do not begin a new line afterwards.")
    separator: Value = parameter("object", default=" ", help="What stands between the elements of a collection.")
    foreground_color: Value = parameter("System.ConsoleColor", help="The colour of the text.")
    background_color: Value = parameter("System.ConsoleColor", help="The colour behind the text.")

    def process(self) -> None:
        """Write."""
        text = self._text(self.object) if self.object is not None else ""
        message = HostInformationMessage(text, self.no_newline, self.foreground_color, self.background_color)
        self.write_information(InformationRecord(message, "Write-Host", ["PSHOST"]))

    def _text(self, value: Value) -> str:
        if isinstance(value, str):
            return value
        base = value.base if isinstance(value, PSObject) else value
        is_dictionary = isinstance(base, Hashtable) or getattr(base, "is_dictionary", False)
        items = members.enumerate_entries(base) if is_dictionary else members.enumerate_value(value)
        if items is not None:
            separator = "" if self.separator is None else net_string(self.separator)
            return separator.join(self._text(each) for each in items)
        return net_string(value)


class WriteProgress(Cmdlet, verb="Write", noun="Progress", module=_UTILITY):
    """Show how far something has come."""

    examples = (Example("Write-Progress -Activity 'Moving' -PercentComplete 40", "Show 40 percent."),)
    activity: str = parameter("string", position=0, help="What is going on.")
    status: str = parameter("string", position=1, not_null_or_empty=True, default="Processing", help="Its state.")
    id: int = parameter("int", position=2, range=(0, 2147483647), default=0, help="Which of several bars.")
    percent_complete: int = parameter("int", range=(-1, 100), default=-1, help="0 to 100.")
    seconds_remaining: int = parameter("int", default=-1, help="Seconds still to go.")
    current_operation: str = parameter("string", help="The step that is done.")
    parent_id: int = parameter("int", range=(-1, 2147483647), default=-1, help="The bar that this one is part of.")
    completed: bool = parameter("switch", help="Take the bar away.")
    source_id: int = parameter("int", help="Where the record comes from.")

    def process(self) -> None:
        """Show."""
        self.write_progress(
            ProgressRecord(
                self.id,
                self.activity or "",
                self.status,
                self.parent_id,
                self.current_operation or "",
                self.percent_complete,
                self.seconds_remaining,
                "Completed" if self.completed else "Processing",
                self.source_id or 0,
            )
        )
