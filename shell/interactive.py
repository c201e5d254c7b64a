"""The shell at a terminal: its banner, and what its prompt asks of the session."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from shell.lazy import lazy
from shell.serving import endpoint_lines
from shell.state import state_folder

if TYPE_CHECKING:
    from shell import promptshell
    from shell.app import Session
    from shell.arguments import Options
    from shell.console import ConsoleHost
    from shell.repl import prompt
else:
    promptshell = lazy("shell.promptshell", globals())
    prompt = lazy("shell.repl.prompt", globals())

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
    path = history_path()
    return prompt.Prompt(promptshell.PromptShell(session, host, path), path).read


def history_path() -> Path:
    """Return the history file's path, in the platform's folder for state."""
    return state_folder() / "history.txt"
