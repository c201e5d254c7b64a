"""`$PSStyle`: the escape sequences for text attributes and colours, by name."""

from __future__ import annotations

import re
from typing import Any, Final

from shell.types import named
from shell.types.conversion.conversion import convert
from shell.types.conversion.text import net_string
from shell.types.registry.declarations import clr_class, clr_constructor, clr_method, clr_property, snake
from shell.values.errors import ArgumentException
from shell.values.objects import Value

_AUTOMATION: Final = "System.Management.Automation."

_ATTRIBUTES: Final = (
    "Reset=0 BlinkOff=25 Blink=5 BoldOff=22 Bold=1 DimOff=22 Dim=2 Hidden=8 HiddenOff=28 Reverse=7 ReverseOff=27"
    " ItalicOff=23 Italic=3 UnderlineOff=24 Underline=4 StrikethroughOff=29 Strikethrough=9"
)
_FORMATTING: Final = (
    "FormatAccent=32;1 ErrorAccent=36;1 Error=31;1 Warning=33;1 Verbose=33;1 Debug=33;1 TableHeader=32;1"
    " CustomTableHeaderLabel=32;1;3 FeedbackName=33 FeedbackText=96 FeedbackAction=97"
)
_FOREGROUND: Final = (
    "Black=30 BrightBlack=90 White=37 BrightWhite=97 Red=31 BrightRed=91 Magenta=35 BrightMagenta=95 Blue=34"
    " BrightBlue=94 Cyan=36 BrightCyan=96 Green=32 BrightGreen=92 Yellow=33 BrightYellow=93"
)
_BACKGROUND: Final = " ".join(
    f"{name}={int(code) + 10}" for name, _, code in (word.partition("=") for word in _FOREGROUND.split())
)
_FILE_INFO: Final = "Directory=44;1 SymbolicLink=36;1 Executable=32;1"
_ARCHIVES: Final = ".zip .tgz .gz .tar .nupkg .cab .7z"
_SCRIPTS: Final = ".ps1 .psd1 .psm1 .ps1xml"

_SEQUENCE: Final = re.compile(r"\x1b\[\d+(?:;\d+)*m|\x1b\]8;;.*?\x1b\\\\")


def _properties(codes: str, accessors: str = "") -> str:
    return " ".join(f"{word.partition('=')[0]}:string{accessors}" for word in codes.split())


def _set_codes(target: Any, codes: str) -> None:
    for word in codes.split():
        name, _, code = word.partition("=")
        setattr(target, snake(name), f"\x1b[{code}m")


def _checked(text: str) -> str:
    """Return an escape sequence; raises ArgumentException for a text with printable characters."""
    if _SEQUENCE.sub("", text or ""):
        raise ArgumentException(
            f"The specified string contains printable content when it should only contain ANSI escape sequences: {text}"
        )
    return text


class _Sequences:
    """Base of objects whose text properties accept only escape sequences."""

    def __setattr__(self, name: str, value: Any) -> None:
        super().__setattr__(name, _checked(value) if isinstance(value, str) else value)


def _colour(kind: int, red: int, green: int, blue: int) -> str:
    return f"\x1b[{kind};2;{red};{green};{blue}m"


def _rgb(kind: int, colour: int) -> str:
    return _colour(kind, colour >> 16 & 255, colour >> 8 & 255, colour & 255)


@clr_class(_AUTOMATION + "PSStyle+ForegroundColor", properties=_properties(_FOREGROUND))
class ForegroundColor:
    """Foreground colours."""

    def __init__(self) -> None:
        _set_codes(self, _FOREGROUND)

    @clr_method("FromRgb", "byte red, byte green, byte blue -> string")
    def from_parts(self, red: int, green: int, blue: int) -> str:
        """Return the escape sequence of a colour given as red, green and blue."""
        return _colour(38, red, green, blue)

    @clr_method("FromRgb", "int rgb -> string")
    def from_rgb(self, rgb: int) -> str:
        """Return the escape sequence of a colour such as 0xFF8800."""
        return _rgb(38, rgb)


@clr_class(_AUTOMATION + "PSStyle+BackgroundColor", properties=_properties(_BACKGROUND))
class BackgroundColor:
    """Background colours."""

    def __init__(self) -> None:
        _set_codes(self, _BACKGROUND)

    @clr_method("FromRgb", "byte red, byte green, byte blue -> string")
    def from_parts(self, red: int, green: int, blue: int) -> str:
        """Return the escape sequence of a colour given as red, green and blue."""
        return _colour(48, red, green, blue)

    @clr_method("FromRgb", "int rgb -> string")
    def from_rgb(self, rgb: int) -> str:
        """Return the escape sequence of a colour such as 0xFF8800."""
        return _rgb(48, rgb)


@clr_class(_AUTOMATION + "PSStyle+FormattingData", properties=_properties(_FORMATTING, "=rw"))
class FormattingData(_Sequences):
    """Colours of the shell's own output: errors, warnings, table headers."""

    def __init__(self) -> None:
        _set_codes(self, _FORMATTING)


@clr_class(_AUTOMATION + "PSStyle+FileInfoFormatting+FileExtensionDictionary")
class FileExtensionDictionary:
    """Colours of file names by extension (with its period), without case."""

    def __init__(self) -> None:
        self.table: dict[str, str] = {}

    def clr_index(self, extension: Value) -> Value:
        """Return the colour of an extension, null if none."""
        return self.table.get(_extension(extension))

    def clr_set_index(self, extension: Value, value: Value) -> None:
        """Set the colour of an extension."""
        self.table[_extension(extension)] = _checked(net_string(value))

    def items(self) -> list[tuple[str, str]]:
        """Return the extensions and their colours."""
        return list(self.table.items())

    @clr_property("Keys", "string[]")
    def keys(self) -> Value:
        """Return the extensions."""
        return list(self.table)

    @clr_method("Add", "string extension, string decoration -> void")
    def add(self, extension: str, decoration: str) -> None:
        """Add the colour of an extension."""
        if _extension(extension) in self.table:
            raise ArgumentException(f"An item with the same key has already been added. Key: {extension}")
        self.clr_set_index(extension, decoration)

    @clr_method("Remove", "string extension -> void")
    def remove(self, extension: str) -> None:
        """Remove the colour of an extension."""
        self.table.pop(_extension(extension), None)

    @clr_method("ContainsKey", "string extension -> bool")
    def contains_key(self, extension: str) -> bool:
        """Return True if an extension has a colour."""
        return _extension(extension) in self.table

    @clr_method("Clear", "-> void")
    def clear(self) -> None:
        """Remove the colours of all extensions."""
        self.table.clear()


def _extension(value: Value) -> str:
    text = net_string(value).lower()
    if not text.startswith("."):
        raise ArgumentException("When adding or removing extensions, the extension must start with a period.")
    return text


@clr_class(
    _AUTOMATION + "PSStyle+FileInfoFormatting",
    properties=_properties(_FILE_INFO, "=rw")
    + f" Extension:{_AUTOMATION}PSStyle+FileInfoFormatting+FileExtensionDictionary",
)
class FileInfoFormatting(_Sequences):
    """Colours of file names."""

    def __init__(self) -> None:
        _set_codes(self, _FILE_INFO)
        self.extension = FileExtensionDictionary()
        for names, code in ((_ARCHIVES, "31;1"), (_SCRIPTS, "33;1")):
            self.extension.table.update(dict.fromkeys(names.split(), f"\x1b[{code}m"))


@clr_class(
    _AUTOMATION + "PSStyle+ProgressConfiguration",
    properties="Style:string=rw MaxWidth:int=rw View:System.Management.Automation.ProgressView=rw"
    " UseOSCIndicator:bool=rw",
)
class ProgressConfiguration(_Sequences):
    """The display of progress bars."""

    def __init__(self) -> None:
        self.style = "\x1b[33;1m"
        self.max_width = 120
        self.view = convert("Minimal", named("System.Management.Automation.ProgressView"))
        self.use_osc_indicator = False


@clr_class(
    _AUTOMATION + "PSStyle",
    properties=(
        f"{_properties(_ATTRIBUTES)} OutputRendering:System.Management.Automation.OutputRendering=rw"
        f" Formatting:{_AUTOMATION}PSStyle+FormattingData Progress:{_AUTOMATION}PSStyle+ProgressConfiguration"
        f" FileInfo:{_AUTOMATION}PSStyle+FileInfoFormatting Foreground:{_AUTOMATION}PSStyle+ForegroundColor"
        f" Background:{_AUTOMATION}PSStyle+BackgroundColor"
    ),
)
class PSStyle:
    """The value of `$PSStyle`."""

    def __init__(self) -> None:
        _set_codes(self, _ATTRIBUTES)
        self.output_rendering: Value = convert("Host", named("System.Management.Automation.OutputRendering"))
        self.formatting = FormattingData()
        self.progress = ProgressConfiguration()
        self.file_info = FileInfoFormatting()
        self.foreground = ForegroundColor()
        self.background = BackgroundColor()

    @clr_method("FormatHyperlink", "string text, uri link -> string")
    def format_hyperlink(self, text: str, link: Value) -> str:
        """Return a text as a terminal hyperlink (OSC 8)."""
        return f"\x1b]8;;{link}\x1b\\{text}\x1b]8;;\x1b\\"

    @clr_method("MapForegroundColorToEscapeSequence", "System.ConsoleColor foregroundColor -> string", static=True)
    @staticmethod
    def foreground_of(colour: Value) -> str:
        """Return the escape sequence of a foreground console colour."""
        return f"\x1b[{_CONSOLE_CODES[int(colour)]}m"

    @clr_method("MapBackgroundColorToEscapeSequence", "System.ConsoleColor backgroundColor -> string", static=True)
    @staticmethod
    def background_of(colour: Value) -> str:
        """Return the escape sequence of a background console colour."""
        return f"\x1b[{_CONSOLE_CODES[int(colour)] + 10}m"

    @clr_method(
        "MapColorPairToEscapeSequence",
        "System.ConsoleColor foregroundColor, System.ConsoleColor backgroundColor -> string",
        static=True,
    )
    @staticmethod
    def pair_of(letters: Value, behind: Value) -> str:
        """Return the escape sequence of a foreground and a background colour."""
        return f"\x1b[{_CONSOLE_CODES[int(letters)]};{_CONSOLE_CODES[int(behind)] + 10}m"


_CONSOLE_CODES: Final = (30, 34, 32, 36, 31, 35, 33, 37, 90, 94, 92, 96, 91, 95, 93, 97)
"""SGR foreground codes by ConsoleColor number."""


@clr_class(_AUTOMATION + "Internal.StringDecorated", properties="IsDecorated:bool ContentLength:int")
class StringDecorated:
    """A text with escape sequences, and its plain text."""

    @clr_constructor("string text")
    def __init__(self, text: str) -> None:
        self.text = text
        self.plain = _SEQUENCE.sub("", text)
        self.is_decorated = "\x1b" in text
        self.content_length = len(self.plain)

    @clr_method("ToString", "-> string")
    def to_text(self) -> str:
        """Return the text without escape sequences."""
        return self.plain if self.is_decorated else self.text

    @clr_method("ToString", "System.Management.Automation.OutputRendering outputRendering -> string")
    def rendered(self, rendering: Value) -> str:
        """Return the text with or without escape sequences, as an OutputRendering says."""
        return self.plain if str(rendering) == "PlainText" else self.text

    def __str__(self) -> str:
        return self.to_text()


__all__ = ["PSStyle", "StringDecorated"]
