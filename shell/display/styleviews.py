"""The views of `$PSStyle` and its parts: each escape sequence takes effect, is spelled out, and is reset."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from shell.display import views
from shell.display.access import read
from shell.display.views import Item, ListView
from shell.types.conversion.text import to_string
from shell.values.objects import MISSING, Value

_TYPE: Final = "System.Management.Automation.PSStyle"
_RESET: Final = "\x1b[0m"

_ATTRIBUTES: Final = (
    "Reset BlinkOff Blink BoldOff Bold DimOff Dim Hidden HiddenOff Reverse ReverseOff ItalicOff Italic UnderlineOff"
    " Underline StrikethroughOff Strikethrough"
)
_COLOURS: Final = (
    "Black BrightBlack White BrightWhite Red BrightRed Magenta BrightMagenta Blue BrightBlue Cyan BrightCyan Green"
    " BrightGreen Yellow BrightYellow"
)
_PARTS: Final = {
    "Formatting": (
        "FormattingData",
        "FormatAccent ErrorAccent Error Warning Verbose Debug TableHeader CustomTableHeaderLabel FeedbackName"
        " FeedbackText FeedbackAction",
    ),
    "Progress": ("ProgressConfiguration", "Style MaxWidth View UseOSCIndicator"),
    "FileInfo": ("FileInfoFormatting", "Directory SymbolicLink Executable Extension"),
    "Foreground": ("ForegroundColor", _COLOURS),
    "Background": ("BackgroundColor", _COLOURS),
}
"""The properties of PSStyle that have properties: their class and what it shows."""

_PLAIN: Final = frozenset(("MaxWidth", "View", "UseOSCIndicator"))
"""Properties that are no escape sequences."""


def _spelled(text: str) -> str:
    return text.replace("\x1b", "`e")


def _read(value: Value, path: str) -> Value:
    for name in path.split("."):
        value = read(value, name, None)
    return None if value is MISSING else value


def _sequence(path: str) -> Callable[[Value], Value]:
    def shown(value: Value) -> Value:
        text = to_string(_read(value, path))
        return f"{text}{_spelled(text)}{'' if path == 'Reset' else _RESET}"

    return shown


def _extensions(path: str) -> Callable[[Value], Value]:
    """One line for each file name extension that has a colour."""

    def shown(value: Value) -> Value:
        table = {str(key): to_string(colour) for key, colour in _read(value, path).items()}
        width = max(map(len, table), default=0)
        return "".join(f'{key:{width}} = "{colour}{_spelled(colour)}{_RESET}"\n' for key, colour in table.items())

    return shown


def _item(path: str) -> Item:
    name = path.rpartition(".")[2]
    if name == "Extension":
        return Item(path, _extensions(path))
    return Item(path, (lambda value: _read(value, path)) if name in _PLAIN else _sequence(path))


def register_style_views() -> None:
    """Register the lists of PSStyle and of each of its parts."""
    whole = [_item(name) for name in _ATTRIBUTES.split()]
    whole.append(Item("OutputRendering", "OutputRendering"))
    for part, (class_name, names) in _PARTS.items():
        type_name = f"{_TYPE}+{class_name}"
        views.register(type_name, ListView(tuple(_item(name) for name in names.split()), name=type_name))
        whole += [_item(f"{part}.{name}") for name in names.split()]
    views.register(_TYPE, ListView(tuple(whole), name=_TYPE))


__all__ = ["register_style_views"]
