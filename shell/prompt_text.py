"""What stands before the cursor: the `prompt` function's text, or the Exchange Management Shell's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shell.engine.session.standard_commands import STANDARD_FUNCTIONS
from shell.lazy import lazy
from shell.types.conversion.text import net_string
from shell.values.errors import NetException
from shell.values.flow import Unwinding

if TYPE_CHECKING:
    from shell.app import Session
    from shell.engine.providers import table
else:
    table = lazy("shell.engine.providers.table", globals())

BROKEN = "PS>"
"""PowerShell's prompt where the `prompt` function fails or writes nothing."""


class PromptText:
    """Makes the prompt of a session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def __call__(self) -> str:
        """Return the prompt as it is now."""
        with self._session.inside():
            return self._text()

    def _text(self) -> str:
        runspace = self._session.runspace
        computer = runspace.state.get("entered computer")
        if computer is not None:
            return f"[{computer}]: PS {self._location()}>"
        function = runspace.commands.find_function("prompt")
        if function is None:
            return BROKEN
        if function.definition.strip() == STANDARD_FUNCTIONS["prompt"][1].strip():
            return f"[PS] {self._location()}{'>' * (runspace.global_scope['nestedpromptlevel'] + 1)}"
        succeeded = runspace.succeeded
        try:
            written = runspace.collect(function.script_block)
        except (NetException, Unwinding):
            return BROKEN
        finally:
            runspace.succeeded = succeeded  # `$?` is about what was typed
        return "".join(net_string(each) for each in written) or BROKEN

    def _location(self) -> str:
        """Where the session stands: `C:\\Reports` on the server's disk, this machine's own path elsewhere."""
        return table.drive_table(self._session.runspace).location.path
