"""The command `emshell`."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from shell import terminal
from shell.app import Session, quoted
from shell.arguments import USAGE, Options, UsageError, parse_arguments
from shell.console import ConsoleHost, LineEditor, put
from shell.language import parse
from shell.language.units import JOINING
from shell.lazy import lazy
from shell.machine.host import SHOWS_TITLE
from shell.machine.path_text import is_windows
from shell.progress import progress_style
from shell.serving import leave, leave_when_told, serve

if TYPE_CHECKING:
    from cmdlets.testing import interactive
    from organization import labs
    from shell import commandloop
    from shell import interactive as shell_interactive
    from shell.app import Result, Session
    from shell.commandloop import CommandLoop
    from shell.engine.run import nested_shell
    from shell.repl import questions
else:
    interactive = lazy("cmdlets.testing.interactive", globals())
    labs = lazy("organization.labs", globals())
    commandloop = lazy("shell.commandloop", globals())
    nested_shell = lazy("shell.engine.run.nested_shell", globals())
    shell_interactive = lazy("shell.interactive", globals(), "shell_interactive")
    questions = lazy("shell.repl.questions", globals())


def main() -> None:
    """Run the command line of this process and leave with its exit code."""
    _speak_utf8()
    try:
        code = run(sys.argv[1:])
    except KeyboardInterrupt:  # while the program waited for input: nothing of a script's was cut off
        code = 130
    put("", flush=True)
    raise SystemExit(code)


def run(arguments: list[str]) -> int:
    """Run a command line; returns the exit code."""
    try:
        options = parse_arguments(arguments)
    except UsageError as error:
        sys.stdout.write(USAGE)
        sys.stderr.write(f"{error}\n")
        return error.exit_code
    if options.show_help:
        sys.stdout.write(USAGE)
        return 0
    if options.show_version:
        from importlib.metadata import version

        sys.stdout.write(f"emshell {version('emshell')}\n")
        return 0
    try:
        _check(options)
    except UsageError as error:
        sys.stderr.write(f"{error}\n")
        return error.exit_code
    return _Program(options).run()


def _check(options: Options) -> None:
    """Go to the working directory; raise UsageError for what names nothing: a folder, an address, a lab."""
    if options.working_directory is not None and not _is_on_server(options.working_directory):
        try:
            os.chdir(options.working_directory)
        except OSError as error:
            raise UsageError(f"Cannot go to '{options.working_directory}': {error.strerror}.") from None
    if options.sandbox is not None and not os.path.isdir(options.sandbox):
        raise UsageError(f"The sandbox '{options.sandbox}' is not a folder.")
    for letter, folder in options.drives.items():
        if not os.path.isdir(folder):
            raise UsageError(f"The folder '{folder}' for drive {letter}: does not exist.")
    if options.bind_address is not None:
        from ipaddress import ip_address

        try:
            ip_address(options.bind_address)
        except ValueError:
            raise UsageError(f"'{options.bind_address}' is not an IP address to listen on.") from None
    if options.lab is None:
        return
    if _is_script(options.lab):
        if not Path(options.lab).is_file():
            raise UsageError(f"The lab's script '{options.lab}' does not exist.")
        return
    if options.lab.lower() not in (*labs.LABS, "default"):
        raise UsageError(
            f"There is no lab '{options.lab}'. The labs are {', '.join(sorted(labs.LABS))}, or a .ps1 file."
        )


def _is_on_server(path: str) -> bool:
    """True for a path that can only be on a drive of the lab's server."""
    return os.name != "nt" and is_windows(path)


def _is_script(name: str) -> bool:
    return name.lower().endswith(".ps1")


def _speak_utf8() -> None:
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors=JOINING)


class _Program:
    """One run of the command."""

    def __init__(self, options: Options) -> None:
        self.options = options
        batch = options.command is not None or options.file is not None
        self.prompts = options.no_exit or options.interactive or not batch
        self.host = ConsoleHost(interactive=not options.non_interactive, new_editor=_new_editor)
        self._commands: CommandLoop | None = None

    def run(self) -> int:
        options = self.options
        session = Session(
            columns=self.host.columns,
            error_view=os.environ.get("EMSHELL_ERROR_VIEW", "NormalView"),
            version=options.exchange_version,
            listen=not options.no_listen,
            host=self.host,
            lab=self._lab_name(),
            bind_address=options.bind_address,
            sandbox=options.sandbox,
            log_folder=options.log_folder,
            drives={letter: os.path.abspath(folder) for letter, folder in options.drives.items()},
        )
        try:
            leave_when_told()
            self.host.interruption.install(session.runspace)
            self.host.progress_style = partial(progress_style, session)
            session.runspace.registries.process.settings[SHOWS_TITLE] = self.host.set_title
            self.host.nested_prompt = lambda: self._loop(session).nest()
            if options.working_directory is not None and _is_on_server(options.working_directory):
                session.run(f"Set-Location -LiteralPath {quoted(options.working_directory)} -ErrorAction Stop")
                if not session.runspace.succeeded:
                    return UsageError.exit_code
            return self._run_in(session)
        finally:
            self.host.end_progress()
            leave(session)

    def _lab_name(self) -> str:
        """Return the lab to start with: a lab that a script builds begins empty."""
        name = self.options.lab or "default"
        if _is_script(name):
            return "empty"
        return "contoso" if name.lower() == "default" else name

    def _run_in(self, session: Session) -> int:
        options = self.options
        if options.lab is not None and _is_script(options.lab):
            session.run_script(str(Path(options.lab).resolve()))
        if not options.no_profile:
            self._run_profile(session)
        code = 0
        if options.command is not None:
            code, left = self._run_command(session, options.command)
            if left or not (self.prompts or options.serve):
                return code
        elif options.file is not None:
            code, left = self._run_file(session, options.file, options.file_arguments)
            if left or not (self.prompts or options.serve):
                return code
        if options.serve:
            return serve(session)
        return self._prompt(session)

    # --- batch ---

    def _run_command(self, session: Session, text: str) -> tuple[int, bool]:
        """Return the exit code, and whether the text asked to leave."""
        if text == "-":
            return self._run_lines(session), True
        lines = _piped_lines(self.host)
        if self.options.command_arguments is not None:
            words = " ".join(quoted(each) for each in self.options.command_arguments)
            text = f"& ([scriptblock]::Create({quoted(text)})) {words}"
            if lines is not None:
                text = f"$input | {text}"
        if self.options.xml_output:
            text = nested_shell.as_clixml(text)
        result = session.run(text, lines=lines)
        return _code_of(session, result), self._leaves(result)

    def _leaves(self, result: Result) -> bool:
        """Whether nothing is to follow: the text asked to leave, or Ctrl+C ended it and no prompt waits."""
        return result.exited or (result.cancelled and not self.prompts)

    def _run_lines(self, session: Session) -> int:
        """Run the commands that come on standard input, each as soon as it is whole."""
        text = ""
        for line in _lines(self.host):
            text += line
            if parse(text).incomplete and line.strip():
                continue
            result = session.run(text)
            if result.exited:
                return result.exit_code
            text = ""
        if text.strip():
            session.run(text)
        return 0

    def _run_file(self, session: Session, file: str, arguments: list[str]) -> tuple[int, bool]:
        if file == "-":
            result = session.run("".join(_lines(self.host)))
            return _code_of(session, result), self._leaves(result)
        path = _script_path(session, file)
        if path is None:
            sys.stdout.write(USAGE)
            sys.stderr.write(
                f"The argument '{file}' is not recognized as the name of a script file. Check the spelling of the "
                "name, or if a path was included, verify that the path is correct and try again.\n"
            )
            return 64, True
        try:
            result = session.run_script(path, arguments, _piped_lines(self.host))
        except OSError as error:
            sys.stderr.write(f"The script '{file}' cannot be read: {error.strerror}.\n")
            return 64, True
        if self._leaves(result):
            return result.exit_code if result.exited else 1, True
        unreadable = any(each.category == "ParserError" for each in result.errors)
        return (1 if result.failed or unreadable else _failed_tests(session, path)), False

    def _run_profile(self, session: Session) -> None:
        path = profile_path()
        session.runspace.profile_path = str(path)
        if path.is_file():
            if session.sandbox is not None:
                session.sandbox.allow_script(str(path))
            session.run(f". '{str(path).replace(chr(39), chr(39) * 2)}'")

    # --- the prompt ---

    def _prompt(self, session: Session) -> int:
        if not terminal.is_terminal():
            return self._loop(session).run()
        shell_interactive.greet(session, self.host, self.options)
        return self._loop(session).run()

    def _loop(self, session: Session) -> commandloop.CommandLoop:
        """Return what reads and runs commands; the same for the prompt and for those inside of commands."""
        if self._commands is None:
            if terminal.is_terminal():
                read = shell_interactive.terminal_prompt(session, self.host)
            else:
                read = commandloop.lines_without_terminal(session, self.host)
            self._commands = commandloop.CommandLoop(session, self.host, read)
        return self._commands


def _new_editor() -> LineEditor:
    return questions.Questions()


def _script_path(session: Session, file: str) -> str | None:
    """Return the whole path of a script, named with or without its extension: of this machine, else of the server."""
    names = (file,) if file.lower().endswith(".ps1") else (file, file + ".ps1")
    for name in names:
        if Path(name).is_file():
            whole = str(Path(name).resolve())
            session.server.adopt_script(whole)
            return whole
    return next(filter(None, map(session.server.file_at, names)), None)


def _failed_tests(session: Session, path: str) -> int:
    """Return how many tests failed in a file of tests; 0 for any other script."""
    if not path.lower().endswith(".tests.ps1"):
        return 0
    return interactive.failures_of(session.runspace, path)


def _code_of(session: Session, result: Result) -> int:
    if result.exited:
        return result.exit_code
    return 0 if session.runspace.succeeded and not result.parse_errors and not result.cancelled else 1


def _lines(host: ConsoleHost) -> Iterator[str]:
    """Yield the lines of standard input, each when it is asked for."""
    while True:
        with host.interruption.waiting():
            line = sys.stdin.readline()
        if not line:
            return
        yield line


def _piped_lines(host: ConsoleHost) -> Iterator[str] | None:
    """Return the lines of standard input where it is no terminal."""
    if sys.stdin is None or sys.stdin.isatty():
        return None
    return (line.rstrip("\r\n") for line in _lines(host))


def profile_path() -> Path:
    """Return the profile script's path, in the platform's folder for configuration."""
    folder = os.environ.get("EMSHELL_CONFIG")
    if folder is None:
        import platformdirs

        folder = platformdirs.user_config_dir("emshell", appauthor=False)
    return Path(folder) / "profile.ps1"
