"""Get-, Set- and Remove-PSReadLineKeyHandler."""

from __future__ import annotations

from typing import Any, Final

from cmdlets.psreadline import views  # noqa: F401  its views of what these cmdlets show
from shell.engine.commands.cmdlet import Cmdlet, Example, parameter
from shell.hosting.lineediting.chords import Chord, chord_text, parse_chord
from shell.hosting.lineediting.editor import line_editing
from shell.hosting.lineediting.functions import FUNCTIONS
from shell.hosting.lineediting.handlers import custom_handler, handler_of
from shell.hosting.lineediting.terminalkeys import is_sent
from shell.types.conversion.text import to_string
from shell.values.errors import ArgumentException
from shell.values.objects import Value

_MODULE: Final = "PSReadLine"
_BLOCK: Final = "ScriptBlock"
_FUNCTION: Final = "Function"


class _OfChords(Cmdlet):
    """What the cmdlets that take chords have in common."""

    def chords(self, texts: list[str]) -> list[Chord]:
        """Return the chords; one that cannot be read ends the command before anything has changed."""
        try:
            return [parse_chord(text) for text in texts]
        except ArgumentException as error:
            raise self.fail(self.error(error, "System.ArgumentException")) from None


class GetPSReadLineKeyHandler(
    _OfChords,
    verb="Get",
    noun="PSReadLineKeyHandler",
    module=_MODULE,
    default_set="FullListing",
    output=("Microsoft.PowerShell.KeyHandler",),
    class_name="Microsoft.PowerShell.GetKeyHandlerCommand",
):
    """Show what keys do at the prompt."""

    examples = (
        Example("Get-PSReadLineKeyHandler -Unbound", "The functions that no key runs."),
        Example("Get-PSReadLineKeyHandler -Chord Tab, 'Ctrl+r'", "What two keys do."),
    )

    only_bound: bool = parameter("switch", name="Bound", sets=("FullListing",), help="The keys that do something.")
    unbound: bool = parameter("switch", sets=("FullListing",), help="The functions that no key runs.")
    chord: list[str] = parameter(
        "string[]",
        sets=("SpecificBindings",),
        position=0,
        mandatory=True,
        aliases=("Key",),
        not_null_or_empty=True,
        help="Only these keys.",
    )

    def end(self) -> None:
        """Show."""
        handlers = line_editing(self.session).handlers
        if self.is_bound("Chord"):
            wanted = self.chords(self.chord)
            for (chord, _), each in handlers.bound.items():
                if chord in wanted or (len(chord) > 1 and chord[:1] in wanted):
                    self.write(each)
            return
        if self.only_bound or not self.is_bound("Unbound"):
            for each in handlers.listed():
                self.write(each)
        if self.unbound:
            for each in handlers.unbound():
                self.write(each)


class SetPSReadLineKeyHandler(
    _OfChords,
    verb="Set",
    noun="PSReadLineKeyHandler",
    module=_MODULE,
    default_set=_BLOCK,
    class_name="Microsoft.PowerShell.SetPSReadLineKeyHandlerCommand",
):
    """Have keys do something else at the prompt."""

    examples = (
        Example("Set-PSReadLineKeyHandler -Key Tab -Function MenuComplete", "Show completions in a menu."),
        Example(
            "Set-PSReadLineKeyHandler -Chord F5 { [Microsoft.PowerShell.PSConsoleReadLine]::Insert('get') }",
            "Have a key write a text.",
        ),
    )

    chord: list[str] = parameter(
        "string[]", position=0, mandatory=True, aliases=("Key",), not_null_or_empty=True, help="The keys."
    )
    vi_mode: Value = parameter("Microsoft.PowerShell.ViMode", help="The mode of vi in which they are pressed.")
    script_block: Any = parameter(
        "scriptblock",
        sets=(_BLOCK,),
        position=1,
        mandatory=True,
        not_null=True,
        help="What is run, with key and count.",
    )
    brief_description: str = parameter("string", sets=(_BLOCK,), help="The handler's name.")
    description: str = parameter("string", sets=(_BLOCK,), help="What the handler does.")
    function: str = parameter(
        "string",
        sets=(_FUNCTION,),
        position=1,
        mandatory=True,
        values=tuple(each.name for each in FUNCTIONS.values()),
        help="The line editor's function to run.",
    )

    def end(self) -> None:
        """Bind."""
        chords = self.chords(self.chord)
        if self.is_bound("Function") and not FUNCTIONS[self.function.lower()].emulated:
            raise self.not_emulated(f"The function {self.function}", "ReadLineFunction")
        handlers = line_editing(self.session).handlers
        for chord in chords:
            text = chord_text(chord)
            if not is_sent(chord):
                self.write_warning(f"A terminal does not send {text} as a key of its own: nothing will happen.")
            if self.is_bound("Function"):
                handler = handler_of(self.function, text)
            else:
                handler = custom_handler(
                    self.script_block,
                    self.brief_description or "CustomAction",
                    self.description or "User defined action",
                    text,
                )
            handlers.set(chord, handler, command_mode=_in_command_mode(self))


class RemovePSReadLineKeyHandler(
    _OfChords,
    verb="Remove",
    noun="PSReadLineKeyHandler",
    module=_MODULE,
    class_name="Microsoft.PowerShell.RemoveKeyHandlerCommand",
):
    """Have keys do nothing at the prompt."""

    examples = (Example("Remove-PSReadLineKeyHandler -Chord 'Ctrl+d'", "Do not leave by a slip of the hand."),)

    chord: list[str] = parameter(
        "string[]", position=0, mandatory=True, aliases=("Key",), not_null_or_empty=True, help="The keys."
    )
    vi_mode: Value = parameter("Microsoft.PowerShell.ViMode", help="The mode of vi in which they are pressed.")

    def end(self) -> None:
        """Unbind."""
        handlers = line_editing(self.session).handlers
        for chord in self.chords(self.chord):
            handlers.remove(chord, command_mode=_in_command_mode(self))


def _in_command_mode(cmdlet: Any) -> bool:
    return cmdlet.is_bound("ViMode") and to_string(cmdlet.vi_mode) == "Command"
