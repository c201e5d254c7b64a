"""A position in a script: the type of an extent's StartScriptPosition and EndScriptPosition."""

from __future__ import annotations

from shell.language.source import EmptyExtent, Extent
from shell.types.registry.declarations import clr_class, clr_method

_LANGUAGE = "System.Management.Automation.Language."


@clr_class(
    _LANGUAGE + "ScriptPosition", properties="File:string LineNumber:int ColumnNumber:int Offset:int Line:string"
)
class ScriptPosition:
    """A position. Lines and columns count from 1, offsets from 0."""

    def __init__(self, extent: Extent, offset: int) -> None:
        self._source = extent.source
        self.file = extent.file
        self.offset = offset
        self._is_empty = isinstance(extent, EmptyExtent)
        self.line_number, self.column_number = (0, 0) if self._is_empty else extent.source.line_and_column(offset)

    def __str__(self) -> str:
        return _LANGUAGE + ("EmptyScriptPosition" if self._is_empty else "InternalScriptPosition")

    @property
    def line(self) -> str:
        """The text of the line."""
        return "" if self._is_empty else self._source.line_text(self.line_number).rstrip("\r\n")

    @clr_method("GetFullScript", "-> string")
    def get_full_script(self) -> str:
        """Return the text of the whole script."""
        return self._source.text


def start_of(extent: Extent) -> ScriptPosition:
    """Return where an extent begins."""
    return ScriptPosition(extent, extent.start_offset)


def end_of(extent: Extent) -> ScriptPosition:
    """Return the position after an extent."""
    return ScriptPosition(extent, extent.end_offset)
