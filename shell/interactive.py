"""The shell at a terminal: banner, prompt, Ctrl+C, until `exit`."""

from __future__ import annotations

import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from shell.prompt_text import PromptText
from shell.serving import endpoint_lines
from shell.state import state_folder

if TYPE_CHECKING:
    from types import FrameType

    from shell.app import Session
    from shell.arguments import Options

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


def run_prompt(session: Session, options: Options) -> int:
    """Read and run commands until `exit` or the end of input; returns the exit code."""
    from shell.repl.prompt import Prompt
    from shell.runtime.eventing import idle

    host = session.host
    if not options.no_logo:
        host.write(BANNER)
        if session.listen:
            session.runspace.services.transport.settle()
            host.write("".join(f" {line}\n" for line in endpoint_lines(session)) + "\n")
    prompt = Prompt(_Shell(session), history_path())
    while True:
        with session.inside():
            idle(session.runspace)
        text = prompt.read()
        if text is None:
            return 0
        if not text.strip():
            continue
        result = _run_cancellable(session, text)
        sys.stdout.flush()
        if result.exited:
            return int(result.exit_code)


def _run_cancellable(session: Session, text: str) -> Any:
    """Run a command; Ctrl+C ends the command, not the shell."""

    def stop(number: int, frame: FrameType | None) -> None:
        session.runspace.stopping = True

    before = signal.signal(signal.SIGINT, stop)
    try:
        return session.run(text)
    finally:
        if session.runspace.stopping:
            session.host.write("\n")
        session.runspace.stopping = False
        signal.signal(signal.SIGINT, before)


def history_path() -> Path:
    """Return the history file's path, in the platform's folder for state."""
    return state_folder() / "history.txt"


class _Shell:
    """What the prompt asks of the session."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.prompt_text = PromptText(session)

    def needs_more(self, text: str) -> bool:
        """True if the text is unfinished."""
        from shell.language import parse

        return parse(text).incomplete

    def complete(self, text: str, cursor: int) -> Any:
        """Return the completions."""
        return self._session.complete(text, cursor)

    def hint(self, text: str, cursor: int) -> str:
        """Return what is known of the parameter at the cursor."""
        from shell.repl.completion.hints import hint

        return hint(self._session.runspace, text, cursor)
