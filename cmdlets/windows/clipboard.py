"""Get-Clipboard and Set-Clipboard. The clipboard is the session's own; the user's is left alone."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass

from shell.engine.commands.cmdlet import Cmdlet, Example, parameter
from shell.engine.session.runspace import Runspace

_MODULE = "Microsoft.PowerShell.Management"
_KEY = "clipboard"


@dataclass(slots=True)
class Clipboard:
    """Text that was put away for pasting."""

    text: str = ""


def clipboard_of(session: Runspace) -> Clipboard:
    """Return a session's clipboard."""
    found: Clipboard = session.state.setdefault(_KEY, Clipboard())
    return found


class GetClipboard(Cmdlet, verb="Get", noun="Clipboard", module=_MODULE, output=("string",)):
    """Write what is on the clipboard: a line at a time, or the whole text with -Raw."""

    examples = (Example("'one', 'two' | Set-Clipboard; Get-Clipboard", "Two lines, there and back."),)

    raw: bool = parameter("switch", help="Write the whole text as one string.")
    delimiter: list[str] = parameter("string[]", help="What ends a line, instead of line breaks.")

    def begin(self) -> None:
        """Write the text."""
        text = clipboard_of(self.session).text
        if not text:
            return
        if self.raw:
            self.write(text)
            return
        ends = [re.escape(each) for each in self.delimiter or () if each] or ["\r\n|\r|\n"]
        for line in re.split("|".join(ends), text):
            self.write(line)


class SetClipboard(Cmdlet, verb="Set", noun="Clipboard", module=_MODULE, should_process=True, output=("string",)):
    """Put text on the clipboard; several values become lines."""

    examples = (Example("(Get-AcceptedDomain).DomainName | Set-Clipboard; Get-Clipboard -Raw", "A list to paste."),)

    value: list[str] = parameter(
        "string[]",
        position=0,
        mandatory=True,
        pipeline=True,
        by_property_name=True,
        allow_null=True,
        allow_empty_string=True,
        allow_empty_collection=True,
        help="The text. Nothing empties the clipboard.",
    )
    append: bool = parameter("switch", help="Add lines to what is there.")
    pass_thru: bool = parameter("switch", help="Write the text to the pipeline, too.")
    as_osc52: bool = parameter("switch", name="AsOSC52", aliases=("ToLocalhost",), help="Not emulated.")

    def begin(self) -> None:
        """Start to collect."""
        if self.as_osc52:
            raise self.not_emulated("The clipboard of the terminal", "ClipboardAsOSC52")
        self._lines: list[str] = []

    def process(self) -> None:
        """Keep lines."""
        self._lines.extend(each or "" for each in self.value or ())
        if self.pass_thru:
            for each in self.value or ():
                self.write(each)

    def end(self) -> None:
        """Put the lines on the clipboard."""
        clipboard = clipboard_of(self.session)
        text = os.linesep.join(self._lines)
        if self.append and clipboard.text:
            text = clipboard.text + os.linesep + text
        shown = text if len(text) <= 20 else text[:20] + " ..."
        if self.should_process(shown, "Append to clipboard" if self.append else "Set Clipboard"):
            clipboard.text = text
