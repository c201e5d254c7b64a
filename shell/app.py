"""The one door to the shell: `Session`, for the command line, the prompt, remoting, tests and other programs."""

from __future__ import annotations

import copy
import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import TracebackType
from typing import TYPE_CHECKING, Any

from cmdlets.exchange.hooks import attach
from cmdlets.index import installed
from cmdlets.testing import hooks as testing
from cmdlets.windows import hooks as windows
from shell.display.formatter import Formatter
from shell.display.style import PLAIN
from shell.engine.session.runspace import MainScript, Runspace
from shell.engine.session.streams import HostInformationMessage
from shell.hosting.submission import Outcome, Submission, run_on_fresh_stack
from shell.labserver import LabServer
from shell.language import parse
from shell.lazy import lazy
from shell.machine import disk, environment
from shell.machine.host import Host, QuietHost
from shell.values.registries import entered

if TYPE_CHECKING:
    from organization import labs
    from shell import state, types
    from shell.display import errors as display_errors
    from shell.dotnet.io import text_files
    from shell.language import ParseError
    from shell.repl.completion import engine
    from shell.values.errors import ErrorRecord
    from transport import service
    from transport.service import Transport
else:
    labs = lazy("organization.labs", globals())
    display_errors = lazy("shell.display.errors", globals(), "display_errors")
    text_files = lazy("shell.dotnet.io.text_files", globals())
    engine = lazy("shell.repl.completion.engine", globals())
    state = lazy("shell.state", globals())
    types = lazy("shell.types", globals())
    service = lazy("transport.service", globals())


@dataclass(slots=True)
class Result:
    """What one `run` did.

    `console` is everything the console shows, all streams in order; `text` the success output alone, as Out-String
    renders it. `exit_code` is 0, or what `exit` said.
    """

    console: str = ""
    objects: list[Any] = field(default_factory=list)
    errors: list[ErrorRecord] = field(default_factory=list)
    parse_errors: list[ParseError] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    verbose: list[str] = field(default_factory=list)
    debug: list[str] = field(default_factory=list)
    information: list[str] = field(default_factory=list)
    exit_code: int = 0
    exited: bool = False
    failed: bool = False
    """True where an error ended the run."""
    cancelled: bool = False
    """True where Ctrl+C ended the run."""
    _session: Session | None = None

    @property
    def text(self) -> str:
        """The success output as Out-String renders it."""
        if self._session is None:
            return ""
        return self._session.render(self.objects)

    @property
    def type_names(self) -> list[str]:
        """The .NET type of each object of the output."""
        return [next(iter(types.type_names(each)), "") if each is not None else "null" for each in self.objects]


class Session:
    """A session of the shell. State lives on between runs.

    `columns` is the console's width, `error_view` the first `$ErrorView`, `version` the Exchange version that is
    emulated, `lab` the organization to start with. With `listen` the lab's SMTP listeners open when the organization
    is first used, and the server writes its logs to its own disk; a session that does not listen writes them where a
    `log_folder` is given, and with an empty one none are written. With `sandbox` the session stands in that folder and
    its scripts cannot leave it: see `shell/machine/disk.py`.

    The server's `C:` is a folder below `log_folder`, without one below the platform's folder for state, in a sandbox in
    it, with an empty one in a temporary folder that goes with the session. It is made when it is first used. `drives`
    gives further letters a folder of this machine. See docs/decisions/0010-the-servers-disk.md.

    Creating a session costs milliseconds; what is heavy is imported when first needed.
    """

    def __init__(
        self,
        columns: int = 120,
        error_view: str = "NormalView",
        version: str = "2007",
        listen: bool = False,
        *,
        host: Host | None = None,
        lab: str = "contoso",
        bind_address: str | None = None,
        sandbox: str | os.PathLike[str] | None = None,
        log_folder: str | os.PathLike[str] | None = None,
        drives: Mapping[str, str | os.PathLike[str]] | None = None,
    ) -> None:
        self.host: Host = host if host is not None else QuietHost(columns)
        self.version = version
        self.listen = listen
        self.lab = lab
        self.bind_address = bind_address
        self.log_folder = log_folder
        self.sandbox = None if sandbox is None else disk.Sandbox(os.fspath(sandbox))
        self._closers: list[Any] = []
        self.server = LabServer(version, log_folder, self.sandbox, drives or {}, self._closers)
        self.runspace = Runspace(self.host)
        if self.sandbox is not None:
            self.runspace.location = self.sandbox.folder
            self.runspace.set_variable("HOME", self.sandbox.folder)
        self.runspace.supply = self._start_lab
        self.runspace.completer = self.complete
        self._equip(self.runspace)
        testing.attach()
        self.runspace.set_variable("ErrorView", error_view)
        self._transport: Transport | None = None

    def _equip(self, runspace: Runspace) -> None:
        """Give a runspace its commands: the session's own, and those that scripts make."""
        runspace.commands.add_cmdlets(installed())
        attach(runspace, self.version)
        windows.attach(runspace)
        runspace.equip = self._equip

    def __enter__(self) -> Session:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Release what the session holds: listeners, files."""
        self.runspace.close()
        while self._closers:
            self._closers.pop()()

    @contextmanager
    def inside(self) -> Iterator[None]:
        """Let code of the session's see its sandbox, its server's disk and environment, and its scripts' types."""
        with (
            disk.inside(self.sandbox, self.server.disk),
            environment.inside(self.server.environment),
            entered(self.runspace.registries),
        ):
            yield

    def _start_lab(self) -> tuple[Any, Any]:
        """Make the organization that the session starts with, and the transport that follows it."""
        organization = labs.start(self.lab, self.version)
        files = self.server.log_drives(self.listen)
        programs = None
        if self.listen:
            programs = state.state_folder() / "listening"
        transport = service.Transport(
            organization, listen=self.listen, bind_address=self.bind_address, files=files, programs=programs
        )
        self._transport = transport
        transport.start()
        self._closers.append(transport.stop)
        if transport.notice:
            self._warn(transport.notice)
        return organization, transport.system()

    def _warn(self, text: str) -> None:
        """Warn as the running command would; where none runs, on the console."""
        if self.runspace.running is not None:
            self.runspace.streams.write_warning(text)
        else:
            self.host.write_warning_line(f"WARNING: {text}")

    def left_behind(self) -> list[str]:
        """Return a line for each message that was accepted and is in no mailbox: it ends with the session.

        After `close` nothing more comes.
        """
        return self._transport.left_behind() if self._transport is not None else []

    # --- running ---

    def run(self, text: str, path: str | None = None, lines: Iterable[str] | None = None) -> Result:
        """Run a text to its end; `path` names the script file in positions and `$PSCommandPath`.

        `lines` is what `$input` holds, or what a process block gets one by one; none is taken before it is asked for.
        """
        result = Result(_session=self)
        echo = getattr(self.runspace.host, "echo", None)
        if echo is not None and path is None:
            echo(text)
        recorder = _Recorder(self, result)
        with self.inside():
            outcome: Outcome = run_on_fresh_stack(Submission(self.runspace, text, path, recorder, lines))
            recorder.finish()
        result.console = recorder.console()
        result.errors = outcome.errors
        result.parse_errors = list(outcome.parse_errors)
        result.exit_code = outcome.exit_code
        result.exited = outcome.exited
        result.failed = outcome.failed
        result.cancelled = outcome.cancelled
        return result

    def run_script(self, path: str, arguments: Sequence[str] = (), lines: Iterable[str] | None = None) -> Result:
        """Run a script file as `-File` does, in the global scope; its `exit` ends the session.

        `arguments` are the words of a command line: `-Name value`, `-Switch`, `-Switch:$false`. `lines` is what
        `$input` holds; none is taken before the script asks. Raises OSError where the file cannot be read.
        """
        if self.sandbox is not None:
            self.sandbox.allow_script(path)
        with self.inside():
            parsed = parse(text_files.read_text(path), path)
        if parsed.errors:
            return self.run(parsed.source.text, path)  # shows them at their place in the file; nothing of it runs
        call = " ".join((". " + quoted(path), *(_argument_text(each) for each in arguments)))
        if lines is not None and parsed.tree.process_block is not None:
            texts = [quoted(each) for each in lines]
            lines = None
            if texts:  # with nothing on standard input it runs once, as without a pipe
                call = f"@({', '.join(texts)}) | {call}"
        runspace = self.runspace
        runspace.main_script = MainScript(path, lines, call)
        try:
            result = self.run(call)
        finally:
            runspace.main_script = None
        failed_at = runspace.failed_at
        if failed_at is not None and failed_at.source.text == call:
            result.failed = True  # not a statement of the script failed but the call: it was not bound, or not allowed
        return result

    def render(self, objects: list[Any]) -> str:
        """Return objects as Out-String renders them."""
        with self.inside():
            return "".join(line + "\n" for line in Formatter(self.runspace, self.host.columns).lines(objects))

    @staticmethod
    def format_error(record: ErrorRecord, view: str = "NormalView", columns: int = 120) -> str:
        """Return an error's text in a view."""
        return display_errors.render_error(record, view, columns)

    # --- the rest ---

    def complete(self, text: str, cursor: int) -> Any:
        """Return the completions at a place in a text: index, length, matches."""
        with self.inside():
            return engine.complete(self.runspace, text, cursor)

    @property
    def organization(self) -> Any:
        """The Exchange organization of the session; made when first asked for."""
        return self.runspace.organization


class _Recorder:
    """Takes everything a run says: keeps the records, shows all on the host in the order of a console."""

    def __init__(self, session: Session, result: Result) -> None:
        self.result = result
        self._session = session
        self._patience = 0.3 if session.host.interactive else None
        self._formatter = Formatter(
            session.runspace,
            self.host.columns,
            self._line,
            self._error_line,
            style=getattr(self.host, "style", PLAIN),
            patience=self._patience,
        )
        if isinstance(session.host, QuietHost):
            session.host.clear()

    @property
    def host(self) -> Host:
        """Where everything is shown: Start-Transcript puts another host before the session's own."""
        return self._session.runspace.host

    def _error_line(self, text: str) -> None:
        self.host.write_error_line(text)

    def _line(self, text: str) -> None:
        self.host.write(text + "\n")

    def write(self, value: Any) -> None:
        """Take an object of the output."""
        self.result.objects.append(value)
        self._formatter.write(value)

    def settle(self) -> None:
        """Show what waits to be laid out."""
        self._formatter.settle()

    def write_error(self, record: ErrorRecord) -> None:
        """Show an error."""
        main = self._session.runspace.main_script
        if main is not None:
            _forget_call(record, main.call)
        self._formatter.write_error(record)

    def write_record(self, kind: str, record: Any) -> None:
        """Show a warning, verbose, debug or information record."""
        text = str(record)
        if kind == "information":
            self._write_information(record, text)
            return
        {"warning": self.result.warnings, "verbose": self.result.verbose, "debug": self.result.debug}[kind].append(text)
        self.host.write_warning_line(f"{kind.upper()}: {text}")

    def _write_information(self, record: Any, text: str) -> None:
        self.result.information.append(text)
        if getattr(record, "quiet", False):
            return
        message = getattr(record, "message_data", record)
        if isinstance(message, HostInformationMessage):
            end = "" if message.no_new_line else "\n"
            self.host.write(text + end, _colour(message.foreground_color), _colour(message.background_color))
        else:
            self.host.write(text + "\n")

    def finish(self) -> None:
        """Show what waits to be formatted."""
        self._formatter.end()

    def console(self) -> str:
        """Return all that was shown, where the host keeps it."""
        host = self._session.host
        return host.text if isinstance(host, QuietHost) else ""


def _forget_call(record: ErrorRecord, call: str) -> None:
    """Take the position from an error of a call that stands in no script."""
    invocation = record.invocation
    position = None if invocation is None else invocation.position
    if position is None or position.source.text != call:
        return
    record.invocation = bare = copy.copy(invocation)
    bare.extent = bare.display_extent = None
    if bare.command is None:
        bare.invocation_name = ""


_PARAMETER = re.compile(r"[-–—―]\w+(:\$(?:true|false)|:)?", re.IGNORECASE)


def _argument_text(word: str) -> str:
    """Return a word of a command line as a script would write it: a parameter as it is, anything else quoted."""
    if _PARAMETER.fullmatch(word):
        return word
    name, colon, value = word.partition(":")
    if colon and _PARAMETER.fullmatch(name):
        return f"{name}:{quoted(value)}"
    return quoted(word)


def quoted(text: str) -> str:
    """Return a text as a script writes it: between single quotes."""
    return "'" + text.replace("'", "''") + "'"


def _colour(value: Any) -> str | None:
    return None if value is None else str(value)


__all__ = ["Result", "Session"]
