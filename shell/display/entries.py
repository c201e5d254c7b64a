"""Format objects: what Format-* commands write and Out-* commands lay out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from shell.display.table import TableHeader, TableRow
from shell.runtime.types import clr_class

_FORMAT: Final = "Microsoft.PowerShell.Commands.Internal.Format."


@dataclass(slots=True)
class ListHeader:
    """A list has no heading."""


@dataclass(slots=True)
class WideHeader:
    """`columns` 0: two, or with `autosize` as many as fit."""

    columns: int = 0
    autosize: bool = False


@dataclass(slots=True)
class CustomHeader:
    """Free text has no heading."""


Header = TableHeader | ListHeader | WideHeader | CustomHeader


@dataclass(slots=True)
class ListEntry:
    """An object of a list."""

    labels: list[str]
    values: list[str]


@dataclass(slots=True)
class WideEntry:
    """An object of wide output."""

    text: str


@dataclass(slots=True)
class CustomEntry:
    """Free text: lines with the number of blanks before each."""

    lines: list[tuple[int, str]]


@dataclass(slots=True)
class RawText:
    """Text that shows as it is."""

    text: str


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
