"""Format objects: what Format-* commands write and Out-* commands lay out."""

from __future__ import annotations

from typing import Any, Final

from shell.display.table import TableHeader, TableRow
from shell.types import clr_class

_FORMAT: Final = "Microsoft.PowerShell.Commands.Internal.Format."


class ListHeader:
    """A list has no heading."""

    __slots__ = ()


class WideHeader:
    """`columns` 0: two, or with `autosize` as many as fit."""

    __slots__ = ("autosize", "columns")

    def __init__(self, columns: int = 0, autosize: bool = False) -> None:
        self.columns = columns
        self.autosize = autosize


class CustomHeader:
    """Free text has no heading."""

    __slots__ = ()


Header = TableHeader | ListHeader | WideHeader | CustomHeader


class ListEntry:
    """An object of a list."""

    __slots__ = ("labels", "values")

    def __init__(self, labels: list[str], values: list[str]) -> None:
        self.labels = labels
        self.values = values


class WideEntry:
    """An object of wide output."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text


class CustomEntry:
    """Free text: lines with the number of blanks before each."""

    __slots__ = ("lines",)

    def __init__(self, lines: list[tuple[int, str]]) -> None:
        self.lines = lines


class RawText:
    """Text that shows as it is."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text


class FormatInfoData:
    """The base of all format objects."""

    __slots__ = ()


@clr_class(_FORMAT + "FormatStartData")
class FormatStartData(FormatInfoData):
    """A table, a list ... begins."""

    __slots__ = ("header",)

    def __init__(self, header: Header) -> None:
        self.header = header


@clr_class(_FORMAT + "GroupStartData")
class GroupStartData(FormatInfoData):
    """A group begins; `heading` is None where objects are not grouped."""

    __slots__ = ("heading",)

    def __init__(self, heading: list[str] | None = None) -> None:
        self.heading = heading


@clr_class(_FORMAT + "FormatEntryData")
class FormatEntryData(FormatInfoData):
    """An object as text. An out-of-band entry may stand anywhere; `is_error` sends it to the error stream."""

    __slots__ = ("info", "is_error", "out_of_band")

    def __init__(self, info: Any, out_of_band: bool = False, is_error: bool = False) -> None:
        self.info: TableRow | ListEntry | WideEntry | CustomEntry | RawText = info
        self.out_of_band = out_of_band
        self.is_error = is_error


@clr_class(_FORMAT + "GroupEndData")
class GroupEndData(FormatInfoData):
    """A group ends."""

    __slots__ = ()


@clr_class(_FORMAT + "FormatEndData")
class FormatEndData(FormatInfoData):
    """A table, a list ... ends."""

    __slots__ = ()


__all__ = [
    "CustomEntry",
    "CustomHeader",
    "FormatEndData",
    "FormatEntryData",
    "FormatInfoData",
    "FormatStartData",
    "GroupEndData",
    "GroupStartData",
    "Header",
    "ListEntry",
    "ListHeader",
    "RawText",
    "WideEntry",
    "WideHeader",
]
