"""The shell at a terminal: its banner, and what its prompt asks of the session."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from shell.prompt_text import PromptText
from shell.serving import endpoint_lines
from shell.state import state_folder
from shell.terminal import keys_as_signals

if TYPE_CHECKING:
    from shell.app import Session
    from shell.arguments import Options
    from shell.console import ConsoleHost

BANNER = """
         Welcome to the Exchange Management Shell!

 All cmdlets:                      Get-Command
 Help for a cmdlet:                Get-Help <cmdlet>  or  <cmdlet> -?
 Every property of an object:      <cmdlet> | Format-List
 Where the lab's listeners are:    Get-LabEndpoint
 Where the server's logs are:      Get-LabLog
 What has arrived in a mailbox:    Get-LabMessage -Mailbox <name>

 An emulator: nothing here touches a real server. Leave with: exit

"""


def greet(session: Session, host: ConsoleHost, options: Options) -> None:
    """Show the banner, and where the listeners are."""
    if options.no_logo:
        return
    host.write(BANNER)
    if session.listen:
        session.runspace.services.transport.settle()
        host.write("".join(f" {line}\n" for line in endpoint_lines(session)) + "\n")


def terminal_prompt(session: Session, host: ConsoleHost) -> Callable[[], str | None]:
    """Return what reads commands at the terminal."""
    from shell.repl.prompt import Prompt

    return Prompt(_Shell(session, host), history_path()).read


def history_path() -> Path:
    """Return the history file's path, in the platform's folder for state."""
    return state_folder() / "history.txt"


class _Shell:
    """What the prompt asks of the session."""

    def __init__(self, session: Session, host: ConsoleHost) -> None:
        self._session = session
        self._interruption = host.interruption
        self.prompt_text = PromptText(session)

    def needs_more(self, text: str) -> bool:
        """True if the text is unfinished."""
        from shell.language import parse

        return parse(text).incomplete

    def complete(self, text: str, cursor: int) -> Any:
        """Return the completions; none where Ctrl+C ends the search for them."""
        from shell.repl.completion.results import CommandCompletion
        from shell.runtime.flow import Cancelled

        try:
            with self._interruption.watching(), keys_as_signals():
                return self._session.complete(text, cursor)
        except (Cancelled, KeyboardInterrupt):
            return CommandCompletion(cursor, 0)

    def hint(self, text: str, cursor: int) -> str:
        """Return what is known of the parameter at the cursor."""
        from shell.repl.completion.hints import hint

        return hint(self._session.runspace, text, cursor)
