"""Get- and Set-PSReadLineOption."""

from __future__ import annotations

from typing import Any, Final

from cmdlets.psreadline import views  # noqa: F401  its views of what these cmdlets show
from shell.engine.commands.cmdlet import Cmdlet, Example, parameter
from shell.engine.commands.cmdlet import pascal_case as pascal
from shell.hosting.lineediting.editor import line_editing
from shell.types.conversion.text import to_string
from shell.values.errors import ArgumentException
from shell.values.objects import Value

_MODULE: Final = "PSReadLine"
_NUMBERS: Final = (0, 2147483647)


class GetPSReadLineOption(
    Cmdlet,
    verb="Get",
    noun="PSReadLineOption",
    module=_MODULE,
    output=("Microsoft.PowerShell.PSConsoleReadLineOptions",),
    class_name="Microsoft.PowerShell.GetPSReadLineOption",
):
    """Show how the prompt edits lines."""

    examples = (Example("Get-PSReadLineOption | Format-List EditMode, PredictionSource", "Two of the options."),)

    def end(self) -> None:
        """Show."""
        self.write(line_editing(self.session).options)


class SetPSReadLineOption(
    Cmdlet,
    verb="Set",
    noun="PSReadLineOption",
    module=_MODULE,
    class_name="Microsoft.PowerShell.SetPSReadLineOption",
):
    """Change how the prompt edits lines."""

    examples = (
        Example("Set-PSReadLineOption -EditMode Emacs", "Use the keys of Emacs."),
        Example("Set-PSReadLineOption -Colors @{ Command = 'Cyan' }", "Show the names of commands in another colour."),
    )

    edit_mode: Value = parameter("Microsoft.PowerShell.EditMode", help="Whose keys are used.")
    continuation_prompt: str = parameter("string", allow_empty_string=True, help="What stands before further lines.")
    history_no_duplicates: bool = parameter("switch", help="Show a line of the history only once.")
    add_to_history_handler: Any = parameter(
        "System.Func[string,object]", allow_null=True, help="Tells which lines are remembered: a bool or an option."
    )
    command_validation_handler: Any = parameter(
        "System.Action[System.Management.Automation.Language.CommandAst]",
        allow_null=True,
        help="Would be called for each command before it runs.",
    )
    history_search_cursor_moves_to_end: bool = parameter("switch", help="Go to the end of a line that was found.")
    maximum_history_count: int = parameter("int", range=(1, 2147483647), help="Lines of the history that are kept.")
    maximum_kill_ring_count: int = parameter("int", help="Would limit the texts that were cut and can be put in again.")
    show_tool_tips: bool = parameter("switch", help="Show what is known of a completion.")
    extra_prompt_line_count: int = parameter(
        "int", help="Lines of the prompt before its last. They are counted anyway."
    )
    ding_tone: int = parameter("int", help="Would be the hertz of the bell. A terminal has its own.")
    ding_duration: int = parameter("int", help="Would be the milliseconds of the bell. A terminal has its own.")
    bell_style: Value = parameter("Microsoft.PowerShell.BellStyle", help="How the bell sounds.")
    completion_query_items: int = parameter("int", help="Would be the number of completions shown without asking.")
    word_delimiters: str = parameter("string", help="Would be the characters that end a word.")
    history_search_case_sensitive: bool = parameter("switch", help="Tell capital letters from small ones.")
    history_save_style: Value = parameter("Microsoft.PowerShell.HistorySaveStyle", help="When lines are written.")
    history_save_path: str = parameter("string", not_null_or_empty=True, help="The file of the history.")
    ansi_escape_timeout: int = parameter("int", help="Milliseconds until Esc counts as a key of its own.")
    prompt_text: list[str] = parameter("string[]", help="The end of the prompt, which turns red at an error.")
    vi_mode_indicator: Value = parameter("Microsoft.PowerShell.ViModeStyle", help="How vi's mode is shown.")
    vi_mode_change_handler: Any = parameter("scriptblock", help="Runs at each change of vi's mode.")
    prediction_source: Value = parameter("Microsoft.PowerShell.PredictionSource", help="Where predictions come from.")
    prediction_view_style: Value = parameter(
        "Microsoft.PowerShell.PredictionViewStyle", help="How predictions are shown."
    )
    colors: Any = parameter("hashtable", help="Colours by what they are for.")
    terminate_orphaned_console_apps: bool = parameter("switch", help="Concerns consoles of Windows.")

    def end(self) -> None:
        """Change what was given; where something is refused nothing changes."""
        self._refuse()
        editing = line_editing(self.session)
        options = editing.options
        colours = dict(options.colours)
        if self.is_bound("Colors") and self.colors is not None:
            try:
                for name, value in list(self.colors.items()):
                    options.set_colour(to_string(name), value)
            except ArgumentException as error:
                options.colours = colours
                raise self.fail(self.error(error, "System.ArgumentException")) from None
        for attribute in _PLAIN:
            if self.is_bound(pascal(attribute)):
                setattr(options, attribute, getattr(self, attribute))
        if self.is_bound("EditMode"):
            editing.handlers.use(to_string(options.edit_mode))
        editing.changed()

    def _refuse(self) -> None:
        """Fail for what has no effect here."""
        if self.is_bound("PredictionViewStyle") and to_string(self.prediction_view_style) == "ListView":
            raise self.not_emulated("The prediction view ListView", "PredictionListView")
        if self.is_bound("PredictionSource") and to_string(self.prediction_source) == "Plugin":
            raise self.not_emulated("Prediction by plugins alone", "PredictionPlugin")
        if self.is_bound("CommandValidationHandler") and self.command_validation_handler is not None:
            raise self.not_emulated("CommandValidationHandler", "CommandValidationHandler")
        if self.is_bound("BellStyle") and to_string(self.bell_style) == "Visual":
            raise self.not_emulated("A bell that is seen", "BellStyleVisual")
        for name in _WITHOUT_EFFECT:
            if self.is_bound(name):
                raise self.not_emulated(name, name)
        if self.is_bound("TerminateOrphanedConsoleApps") and self.terminate_orphaned_console_apps:
            raise self.not_emulated("TerminateOrphanedConsoleApps", "OrphanedConsoleApps")


_WITHOUT_EFFECT: Final = ("MaximumKillRingCount", "WordDelimiters", "CompletionQueryItems", "DingTone", "DingDuration")
"""Options that the line editor below has no use for. ExtraPromptLineCount is none of them: those lines are counted."""

_PLAIN: Final = tuple(
    name for name in SetPSReadLineOption.parameters if name not in ("colors", "command_validation_handler")
)
