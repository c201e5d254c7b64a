"""The command `emshell`."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from shell.arguments import USAGE, Options, UsageError, parse_arguments
from shell.console import ConsoleHost

if TYPE_CHECKING:
    from shell.app import Result, Session


def main() -> None:
    """Run the command line of this process and leave with its exit code."""
    _speak_utf8()
    code = run(sys.argv[1:])
    sys.stdout.flush()
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
    if options.working_directory is not None:
        os.chdir(options.working_directory)
    return _Program(options).run()


def _speak_utf8() -> None:
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


class _Program:
    """One run of the command."""

    def __init__(self, options: Options) -> None:
        self.options = options
        batch = options.command is not None or options.file is not None
        self.prompts = options.no_exit or options.interactive or not batch
        self.host = ConsoleHost(interactive=not options.non_interactive)

    def run(self) -> int:
        from shell.app import Session

        options = self.options
        with Session(
            columns=self.host.columns,
            error_view=os.environ.get("EMSHELL_ERROR_VIEW", "NormalView"),
            version=options.exchange_version,
            listen=not options.no_listen,
            host=self.host,
            lab=options.lab if options.lab is None or not options.lab.lower().endswith(".ps1") else "empty",
            bind_address=options.bind_address,
        ) as session:
            return self._run_in(session)

    def _run_in(self, session: Session) -> int:
        options = self.options
        if options.lab is not None and options.lab.lower().endswith(".ps1"):
            self._invoke_file(session, options.lab, [])
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
            from shell.serving import serve

            return serve(session)
        return self._prompt(session)

    # --- batch ---

    def _run_command(self, session: Session, text: str) -> tuple[int, bool]:
        """Return the exit code, and whether the text asked to leave."""
        if text == "-":
            return self._run_lines(session), True
        if self.options.command_arguments is not None:
            session.runspace.set_variable("__arguments", list(self.options.command_arguments))
            text = "& {" + text + "\n} @__arguments"
        result = session.run(text)
        return _code_of(session, result), result.exited

    def _run_lines(self, session: Session) -> int:
        """Run the commands that come on standard input, each as soon as it is whole."""
        from shell.language import parse

        text = ""
        for line in sys.stdin:
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
            result = session.run(sys.stdin.read())
            return _code_of(session, result), result.exited
        path = Path(file)
        if not path.is_file() and not file.lower().endswith(".ps1"):
            path = Path(file + ".ps1")
        if not path.is_file():
            sys.stdout.write(USAGE)
            sys.stderr.write(
                f"The argument '{file}' is not recognized as the name of a script file. Check the spelling of the "
                "name, or if a path was included, verify that the path is correct and try again.\n"
            )
            return 64, True
        result = self._invoke_file(session, str(path.resolve()), arguments)
        if result.exited:
            return result.exit_code, True
        unreadable = any(each.category == "ParserError" for each in result.errors)
        return (1 if result.failed or unreadable else 0), False

    def _invoke_file(self, session: Session, path: str, arguments: list[str]) -> Result:
        # Standard input belongs to a script that reads `$input`; else to the questions that the script asks.
        reads_input = self.options.file is not None and "$input" in Path(path).read_text("utf-8", "replace").lower()
        return session.run_script(path, arguments, _piped_lines() if reads_input else None)

    def _run_profile(self, session: Session) -> None:
        path = profile_path()
        session.runspace.profile_path = str(path)
        if path.is_file():
            session.run(f". '{str(path).replace(chr(39), chr(39) * 2)}'")

    # --- the prompt ---

    def _prompt(self, session: Session) -> int:
        if sys.stdin.isatty() and sys.stdout.isatty():
            from shell.interactive import run_prompt

            return run_prompt(session, self.options)
        return self._prompt_without_terminal(session)

    def _prompt_without_terminal(self, session: Session) -> int:
        from shell.language import parse

        text = ""
        while True:
            self.host.write(">> " if text else "[PS] C:\\>")
            line = sys.stdin.readline()
            if not line:
                return 0
            self.host.write(line if line.endswith("\n") else line + "\n")
            text += line
            if line.strip() and parse(text).incomplete:
                continue
            result = session.run(text)
            if result.exited:
                return result.exit_code
            text = ""


def _code_of(session: Session, result: Result) -> int:
    if result.exited:
        return result.exit_code
    return 0 if session.runspace.succeeded and not result.parse_errors else 1


def _piped_lines() -> list[str] | None:
    """Return what waits on standard input where that is a pipe or a file with something in it, else None."""
    if sys.stdin.isatty() or os.name != "posix":
        return None
    import select
    import stat

    mode = os.fstat(sys.stdin.fileno()).st_mode
    if not (stat.S_ISFIFO(mode) or stat.S_ISREG(mode)) or not select.select([sys.stdin], [], [], 0)[0]:
        return None
    return sys.stdin.read().splitlines() or None


def profile_path() -> Path:
    """Return the profile script's path, in the platform's folder for configuration."""
    folder = os.environ.get("EMSHELL_CONFIG")
    if folder is None:
        import platformdirs

        folder = platformdirs.user_config_dir("emshell", appauthor=False)
    return Path(folder) / "profile.ps1"
