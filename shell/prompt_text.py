"""What stands before the cursor: the `prompt` function's text, or the Exchange Management Shell's own."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shell.app import Session

BROKEN = "PS>"
"""PowerShell's prompt where the `prompt` function fails or writes nothing."""


class PromptText:
    """Makes the prompt of a session. `home` is the folder in which the shell was opened."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._home = Path(session.runspace.location)

    def __call__(self) -> str:
        """Return the prompt as it is now."""
        from shell.runtime.errors import NetException
        from shell.runtime.flow import Unwinding
        from shell.runtime.standard_commands import STANDARD_FUNCTIONS
        from shell.runtime.text import net_string

        runspace = self._session.runspace
        function = runspace.commands.find_function("prompt")
        if function is None:
            return BROKEN
        if function.definition.strip() == STANDARD_FUNCTIONS["prompt"][1].strip():
            return f"[PS] {self._location()}>"
        try:
            written = runspace.collect(function.script_block)
        except (NetException, Unwinding):
            return BROKEN
        return "".join(net_string(each) for each in written) or BROKEN

    def _location(self) -> str:
        """Where the session stands; without drive letters, `C:\\` is the folder in which the shell was opened."""
        location = Path(self._session.runspace.location)
        if os.name == "nt" or not location.is_relative_to(self._home):
            return str(location)
        return "C:\\" + "\\".join(location.relative_to(self._home).parts)
