"""Where something was called and where it went wrong: invocation infos, positions, the call stack."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from shell.language.units import whole

if TYPE_CHECKING:
    from shell.engine.commands.commands import CommandInfo
    from shell.language.source import Extent
    from shell.values.objects import Value


class InvocationInfo:
    """System.Management.Automation.InvocationInfo.

    `extent` is where the command stands; `display_extent` what an error underlines (an argument, a statement).
    `bound` and `unbound` are what `BoundParameters` and `UnboundArguments` show.
    """

    clr_type_name = "System.Management.Automation.InvocationInfo"

    __slots__ = (
        "bound",
        "command",
        "command_origin",
        "display_extent",
        "expecting_input",
        "extent",
        "history_id",
        "invocation_name",
        "pipeline_length",
        "pipeline_position",
        "script_path",
        "unbound",
    )

    def __init__(
        self,
        command: CommandInfo | None = None,
        invocation_name: str = "",
        extent: Extent | None = None,
        *,
        pipeline_position: int = 0,
        pipeline_length: int = 0,
        expecting_input: bool = False,
    ) -> None:
        self.command = command
        self.invocation_name = invocation_name
        self.extent = extent
        self.display_extent: Extent | None = None
        self.pipeline_position = pipeline_position
        self.pipeline_length = pipeline_length
        self.expecting_input = expecting_input
        self.command_origin = "Internal"
        self.history_id = 1
        self.script_path: str | None = None
        self.bound: dict[str, Value] = {}
        self.unbound: list[Value] = []

    @property
    def position(self) -> Extent | None:
        """What an error underlines."""
        return self.display_extent if self.display_extent is not None else self.extent

    @property
    def script_name(self) -> str:
        """The path of the script that holds the call, or nothing at the prompt."""
        position = self.position
        return (position.file or "") if position is not None else ""

    @property
    def script_line_number(self) -> int:
        """1-based; 0 where there is no script."""
        position = self.position
        return position.start_line if position is not None else 0

    @property
    def offset_in_line(self) -> int:
        """1-based; 0 where there is no script."""
        position = self.position
        return position.start_column if position is not None else 0

    @property
    def line(self) -> str:
        """The whole source line with its line break, as PowerShell has it."""
        position = self.position
        if position is None:
            return ""
        line = position.start_line
        text = position.source.line_text(line)
        return text

    @property
    def statement(self) -> str:
        """The text of the call."""
        position = self.extent
        return position.text if position is not None else ""

    @property
    def position_message(self) -> str:
        """`At line:1 char:1` and the source line with the place underlined."""
        position = self.position
        return position_message(position) if position is not None else ""


_LINE_LIMIT = 69
_PREFIX_LIMIT = 12
_SUFFIX_LIMIT = 8


def position_message(extent: Extent) -> str:
    """Return the lines that NormalView shows for a position."""
    line, column = extent.source.line_and_column(extent.start_offset)
    place = f"At {extent.file}:{line}" if extent.file else f"At line:{line}"
    shown = _excerpt(extent, line, column)
    return f"{place} char:{column}\n" + shown


def _excerpt(extent: Extent, line: int, column: int) -> str:
    text = extent.source.line_units(line).rstrip()
    before = column - 1
    end_line, end_column = extent.source.line_and_column(extent.end_offset)
    length = end_column - column if end_line == line and end_column <= len(text) + 1 else len(text) - before
    if "\t" in text:
        expanded = [("    " if character == "\t" else character) for character in text]
        shift = sum(3 for character in text[:before] if character == "\t")
        length += sum(3 for character in text[before : before + length] if character == "\t")
        before += shift
        text = "".join(expanded)
    dots_before = dots_after = False
    if len(text) > _LINE_LIMIT:
        text, before, length, dots_before, dots_after = _shorten(text, before, length)
    head = "… " if dots_before else ""
    tail = " …" if dots_after else ""
    return f"+ {head}{whole(text)}{tail}\n+ {' ' * len(head)}{' ' * before}{'~' * max(length, 1)}"


def _shorten(text: str, before: int, length: int) -> tuple[str, int, int, bool, bool]:
    """Cut a long source line around the underlined part."""
    total = len(text)
    prefix = min(before, _PREFIX_LIMIT)
    suffix = min(total - length - before, _SUFFIX_LIMIT)
    candidate = prefix + length + suffix
    if candidate >= _LINE_LIMIT:
        if prefix + length >= _LINE_LIMIT:
            length = _LINE_LIMIT - prefix
        dots_after = True
    else:
        available = before - prefix
        if available > 0:
            prefix += min(available, _LINE_LIMIT - candidate)
            candidate = prefix + length + suffix
        rest = total - length - before - suffix
        if candidate < _LINE_LIMIT and rest > 0:
            suffix += min(rest, _LINE_LIMIT - candidate)
        dots_after = suffix + length + before < total
    dots_before = prefix < before
    start = max(before - prefix, 0)
    return (
        text[start : start + _LINE_LIMIT],
        min(before, prefix),
        min(length, _LINE_LIMIT - prefix),
        dots_before,
        dots_after,
    )


class StackFrame:
    """One line of the call stack: System.Management.Automation.CallStackFrame."""

    clr_type_name = "System.Management.Automation.CallStackFrame"

    __slots__ = ("extent", "frame", "function_name")

    def __init__(self, function_name: str, extent: Extent | None, frame: Any) -> None:
        self.function_name = function_name
        self.extent = extent
        self.frame = frame

    def __str__(self) -> str:
        place = (self.extent.file if self.extent is not None else None) or "<No file>"
        line = self.extent.start_line if self.extent is not None else 0
        return f"at {self.function_name}, {place}: line {line}"


__all__ = ["InvocationInfo", "StackFrame", "position_message"]
