"""PSReadLine's options: names, types and defaults."""

from __future__ import annotations

import re
from typing import Any, Final

from shell.types.conversion.conversion import convert
from shell.types.conversion.enumerations import register_table
from shell.types.conversion.text import to_string
from shell.types.registry.declarations import clr_class
from shell.types.registry.names import named
from shell.values.errors import ArgumentException
from shell.values.objects import Value

_NAMESPACE: Final = "Microsoft.PowerShell."

register_table("""
Microsoft.PowerShell.EditMode Windows=0 Emacs Vi
Microsoft.PowerShell.BellStyle None=0 Visual Audible
Microsoft.PowerShell.ViModeStyle None=0 Prompt Cursor Script
Microsoft.PowerShell.ViMode Insert=0 Command
Microsoft.PowerShell.HistorySaveStyle SaveIncrementally=0 SaveAtExit SaveNothing
Microsoft.PowerShell.PredictionSource None=1 History Plugin HistoryAndPlugin
Microsoft.PowerShell.PredictionViewStyle InlineView=0 ListView
Microsoft.PowerShell.AddToHistoryOption SkipAdding=0 MemoryOnly MemoryAndFile
Microsoft.PowerShell.KeyHandlerGroup Basic=0 CursorMovement History Completion Prediction Miscellaneous Selection Search
  Custom
""")

COLOURS: Final = {
    "Command": "\x1b[93m",
    "Comment": "\x1b[32m",
    "ContinuationPrompt": "\x1b[37m",
    "Default": "\x1b[37m",
    "Emphasis": "\x1b[96m",
    "Error": "\x1b[91m",
    "InlinePrediction": "\x1b[97;2;3m",
    "Keyword": "\x1b[92m",
    "ListPrediction": "\x1b[33m",
    "ListPredictionSelected": "\x1b[48;5;238m",
    "ListPredictionTooltip": "\x1b[97;2;3m",
    "Member": "\x1b[37m",
    "Number": "\x1b[97m",
    "Operator": "\x1b[90m",
    "Parameter": "\x1b[90m",
    "Selection": "\x1b[30;47m",
    "String": "\x1b[36m",
    "Type": "\x1b[37m",
    "Variable": "\x1b[92m",
}
"""PSReadLine's colours by the name that -Colors takes, as escape sequences."""

_CONSOLE_COLOURS: Final = {
    name.lower(): code
    for names, first in (
        ("Black DarkRed DarkGreen DarkYellow DarkBlue DarkMagenta DarkCyan Gray", 30),
        ("DarkGray Red Green Yellow Blue Magenta Cyan White", 90),
    )
    for code, name in enumerate(names.split(), first)
}
_SEQUENCE: Final = re.compile(r"(?:\x1b\[[0-9;]*m)+")
_RGB: Final = re.compile(r"(?:#|0x)?([0-9a-fA-F]{6})")


def colour_sequence(value: Value) -> str:
    """Return the escape sequence of a ConsoleColor, an escape sequence or #RRGGBB. Raises ArgumentException for other
    values.
    """
    text = to_string(value)
    if _SEQUENCE.fullmatch(text):
        return text
    code = _CONSOLE_COLOURS.get(text.lower())
    if code is not None:
        return f"\x1b[{code}m"
    found = _RGB.fullmatch(text)
    if found is None:
        shown = "".join(each for each in text if each.isprintable())
        raise ArgumentException(
            f"'{shown}' is not a valid color. A color is a ConsoleColor, an escape sequence, or of the form #RRGGBB."
        )
    number = int(found[1], 16)
    return f"\x1b[38;2;{number >> 16};{number >> 8 & 255};{number & 255}m"


_SCALARS: Final = (
    "EditMode:Microsoft.PowerShell.EditMode AddToHistoryHandler:object HistoryNoDuplicates:bool HistorySavePath:string"
    " HistorySaveStyle:Microsoft.PowerShell.HistorySaveStyle HistorySearchCaseSensitive:bool"
    " HistorySearchCursorMovesToEnd:bool MaximumHistoryCount:int ContinuationPrompt:string ExtraPromptLineCount:int"
    " PromptText:string[] BellStyle:Microsoft.PowerShell.BellStyle DingDuration:int DingTone:int"
    " CommandsToValidateScriptBlockArguments:object CommandValidationHandler:object CompletionQueryItems:int"
    " MaximumKillRingCount:int ShowToolTips:bool ViModeIndicator:Microsoft.PowerShell.ViModeStyle"
    " ViModeChangeHandler:scriptblock WordDelimiters:string AnsiEscapeTimeout:int"
    " PredictionSource:Microsoft.PowerShell.PredictionSource"
    " PredictionViewStyle:Microsoft.PowerShell.PredictionViewStyle TerminateOrphanedConsoleApps:bool"
)
NAMES: Final = tuple(word.partition(":")[0] for word in _SCALARS.split())
SHOWN: Final = (*(name for name in NAMES if name != "ViModeChangeHandler"),)
"""The properties that the real module's view shows before the colours."""
COLOUR_NAMES: Final = tuple(
    name if name.endswith("Color") else f"{name}Color"
    for name in ("DefaultToken" if each == "Default" else each for each in COLOURS)
)
_COLOUR_PROPERTIES: Final = " ".join(f"{name}:string" for name in COLOUR_NAMES)


def _enum(type_name: str, member: str) -> Any:
    return convert(member, named(_NAMESPACE + type_name))


@clr_class("Microsoft.PowerShell.PSConsoleReadLineOptions", properties=f"{_SCALARS} {_COLOUR_PROPERTIES}")
class ReadLineOptions:
    """The options of a session's prompt."""

    def __init__(self, history_path: str = "") -> None:
        self.edit_mode = _enum("EditMode", "Windows")
        self.add_to_history_handler: Any = None
        self.history_no_duplicates = True
        self.history_save_path = history_path
        self.history_save_style = _enum("HistorySaveStyle", "SaveIncrementally")
        self.history_search_case_sensitive = False
        self.history_search_cursor_moves_to_end = False
        self.maximum_history_count = 4096
        self.continuation_prompt = ">> "
        self.extra_prompt_line_count = 0
        self.prompt_text: Any = ["> "]
        self.bell_style = _enum("BellStyle", "Audible")
        self.ding_duration = 50
        self.ding_tone = 1221
        self.commands_to_validate_script_block_arguments: Any = None
        self.command_validation_handler: Any = None
        self.completion_query_items = 100
        self.maximum_kill_ring_count = 10
        self.show_tool_tips = True
        self.vi_mode_indicator = _enum("ViModeStyle", "None")
        self.vi_mode_change_handler: Any = None
        self.word_delimiters = ";:,.[]{}()/\\|!?^&*-=+'\"–—―"
        self.ansi_escape_timeout = 100
        self.prediction_source = _enum("PredictionSource", "History")
        self.prediction_view_style = _enum("PredictionViewStyle", "InlineView")
        self.terminate_orphaned_console_apps = False
        self.colours = dict(COLOURS)

    def __getattr__(self, name: str) -> str:
        """Return a colour: `command_color`, `default_token_color`."""
        if name.endswith("_color"):
            words = name.removesuffix("_color").removesuffix("_token").split("_")
            found = self.__dict__["colours"].get("".join(word.capitalize() for word in words))
            if found is not None:
                return str(found)
        raise AttributeError(name)

    def set_colour(self, name: str, value: Value) -> None:
        """Set a colour by the name that -Colors takes. Raises ArgumentException for an unknown name or colour."""
        known = next((each for each in COLOURS if each.lower() == name.lower()), None)
        if known is None:
            raise ArgumentException(f"'{name}' is not a valid color property.")
        self.colours[known] = colour_sequence(value)


__all__ = ["COLOURS", "COLOUR_NAMES", "NAMES", "SHOWN", "ReadLineOptions", "colour_sequence"]
