"""External programs as stages of a pipeline: text lines in, text lines out."""

from __future__ import annotations

import os
import re
import sys
from contextlib import ExitStack
from time import monotonic
from typing import TYPE_CHECKING, Any, Final

from shell.engine.binding.parameters import Argument
from shell.engine.run import calls, nested_shell
from shell.engine.run.frame import CallSite
from shell.engine.run.invocation import InvocationInfo
from shell.lazy import lazy
from shell.machine import disk, environment, own_program, path_text
from shell.machine.program_run import ProgramRun
from shell.types.conversion.conversion import to_bool
from shell.types.conversion.text import to_string
from shell.types.registry.declarations import attach
from shell.types.registry.table import exception_type
from shell.values.errors import ErrorCategory, ErrorRecord, RuntimeException, UnauthorizedAccessException
from shell.values.objects import MISSING, Hashtable, Out, PSObject, Value

if TYPE_CHECKING:
    from shell.engine.commands import command_runtime
    from shell.engine.run.scope import Scope
else:
    command_runtime = lazy("shell.engine.commands.command_runtime", globals())


_CONSEQUENCE: Final = 1.0
"""Seconds after Ctrl+C within which the end of a program is its consequence."""
_INTERRUPTED: Final = 130


class RemoteException(RuntimeException):
    """System.Management.Automation.RemoteException: what went wrong elsewhere, in a program or on another computer."""

    clr_name = "System.Management.Automation.RemoteException"


class NativeCommandExitException(RuntimeException):
    """System.Management.Automation.NativeCommandExitException: a program ended with an exit code other than zero."""

    clr_name = "System.Management.Automation.NativeCommandExitException"

    path = ""
    exit_code = 0
    process_id = 0


attach(exception_type(NativeCommandExitException), NativeCommandExitException, "Path:string ExitCode:int ProcessId:int")


class NativeStage:
    """A program. It starts with the first object, or at the end where none came; its lines go out as strings.

    Where its output is seen, neither captured nor handed on, and there is a terminal, the program gets that: its keys,
    its screen, Ctrl+C. Objects go in as the text that the console would show of them.
    """

    def __init__(self, scope: Scope, info: Any, arguments: list[Argument], site: Any, out: Out) -> None:
        self.scope = scope
        self.runspace = scope.runspace
        self.info = info
        self.arguments = arguments
        self.site = site
        self.out = out
        self.failed = False
        self.streams = self.runspace.streams
        self._has_input = site.pipeline_position > 1
        self._run: ProgramRun | None = None
        self._reader: nested_shell.ObjectReader | None = None
        self._formatting: Any = None
        self._terminal = ExitStack()
        self._interruption: Any = None
        self._told = False

    def prepare(self) -> None:
        """Nothing is bound: a program takes what it gets."""

    def begin(self) -> None:
        """Nothing happens before the first object."""

    def process(self, value: Value) -> None:
        """Give the program a line, or the lines that show an object."""
        if value is None or self.info.run is not None:
            return
        run = self._started()
        if type(value) is str and self._formatting is None:
            self._feed(value)
        else:
            self._format(value)
        for kind, line in run.waiting_lines():
            self._take(kind, line)
        if run.has_ended:
            self._terminal.close()

    def process_once(self) -> None:
        """The program runs in `end`."""

    def end(self) -> None:
        """Run the program to its end."""
        if self.info.run is not None:
            self._play()
            return
        run = self._started()
        if self._formatting is not None:
            self._formatting.end()
        run.end_input()
        for kind, line in run.all_lines(self._look):
            self._take(kind, line)
        if self._reader is not None:
            self._reader.finish()
        code = run.wait(self._look)
        interrupted = self._was_interrupted(code)
        self._let_go()
        self._leave(code, run.process_id)
        if interrupted:
            self.runspace.stop()

    def stop(self) -> None:
        """End what still runs."""
        if self._formatting is not None:
            self._formatting.stop()
        self._let_go()

    # --- its life ---

    def _started(self) -> ProgramRun:
        if self._run is None:
            self._run = self._start()
        return self._run

    def _start(self) -> ProgramRun:
        if disk.sandbox() is not None:
            raise UnauthorizedAccessException(
                f"Program '{path_text.basename(self.info.path)}' may not run: the session has a sandbox, and programs"
                " cannot be kept in it.",
                error_id="SandboxNativeCommand",
                category=ErrorCategory.PermissionDenied,
                target=self.info.name,
            )
        if nested_shell.takes_block(self.info.path, self.arguments):
            self._reader = nested_shell.ObjectReader(self.out)
            words = nested_shell.block_words(self.arguments, lambda some: native_arguments(some, self.runspace))
        else:
            words = native_arguments(self.arguments, self.runspace)
        shows_output, shows_errors = self._borrow_terminal()
        try:
            return ProgramRun(
                [*own_program.command_line(disk.real_program(self.info.path)), *words],
                folder=disk.real(self.runspace.location),
                environment=_environment(),
                has_input=self._has_input,
                shows_output=shows_output,
                shows_errors=shows_errors,
            )
        except OSError as error:
            self._terminal.close()
            raise RuntimeException(
                f"Program '{path_text.basename(self.info.path)}' failed to run: {error.strerror}",
                error_id="NativeCommandFailed",
                category=ErrorCategory.ResourceUnavailable,
            ) from None

    def _borrow_terminal(self) -> tuple[bool, bool]:
        """Give the program the terminal where there is one; return whether it shows its output, and its errors."""
        running, host = self.runspace.running, self.runspace.host
        if running is None or self._reader is not None or not getattr(host, "has_terminal", False):
            return False, False
        shows_output = self.out is running.show
        shows_errors = self.streams.error is running.streams.error and not self.streams.watchers
        if shows_output:
            running.console.settle()
            self._interruption = self._terminal.enter_context(host.lent())  # type: ignore[attr-defined]
        return shows_output, shows_errors

    def _was_interrupted(self, code: int) -> bool:
        """Whether Ctrl+C has ended the program that had the terminal: then it ends what follows, too.

        A program that takes the key for itself, as pagers and editors do, goes on and ends later, for another reason.
        """
        if self._interruption is None:
            return False
        since = monotonic() - self._interruption.pressed_at
        return since < _CONSEQUENCE or (code == _INTERRUPTED and since < float("inf"))

    def _look(self) -> None:
        if self.runspace.stopping:
            self.runspace.stop()

    def _let_go(self) -> None:
        if self._run is not None:
            self._run.close()
        self._terminal.close()

    def _play(self) -> None:
        """Let a part of this program speak for the one that was called."""
        spoken = self.info.run(self.runspace, native_arguments(self.arguments, self.runspace))
        for line in spoken.out:
            self.out(line)
        for number, line in enumerate(spoken.error):
            self.streams.write_error(_error_line(line, first=number == 0))
        self._leave(spoken.code, 0)

    def _leave(self, code: int, process_id: int) -> None:
        self.runspace.set_exit_code(code)
        self.failed = code != 0
        if self.failed and to_bool(self.scope["psnativecommanduseerroractionpreference"]):
            self._report(code, process_id)

    # --- lines ---

    def _feed(self, line: Value) -> None:
        self._started().feed(line, self._look)

    def _format(self, value: Value) -> None:
        """Give the program what `Out-String -Stream` makes of an object, as PowerShell does."""
        if self._formatting is None:
            info = self.runspace.commands.cmdlet("Out-String")
            site = CallSite(None, "Out-String", 2, 2)
            stage = calls.stage_for(self.scope, info, [Argument("Stream", True)], site, self._feed)
            stage.prepare()
            stage.begin()
            self._formatting = stage
        self._formatting.process(value)

    def _take(self, kind: str, line: str) -> None:
        if kind == "out":
            (self._reader or self.out)(line)
        else:
            self.streams.write_error(_error_line(line, first=not self._told))
            self._told = True

    def _report(self, code: int, process_id: int) -> None:
        """An exit code other than zero is an error, where `$PSNativeCommandUseErrorActionPreference` says so."""
        name, path = self.info.name, self.info.path
        error = NativeCommandExitException(
            f'Program "{name}" ended with non-zero exit code: {code} (0x{code & 0xFFFFFFFF:08X}).',
            error_id="ProgramExitedWithNonZeroCode",
        )
        error.path, error.exit_code, error.process_id = path, code, process_id
        call = InvocationInfo(
            self.info,
            self.site.name,
            self.site.extent,
            pipeline_position=self.site.pipeline_position,
            pipeline_length=self.site.pipeline_length,
        )
        record = ErrorRecord(error, "ProgramExitedWithNonZeroCode", ErrorCategory.NotSpecified, name)
        command_runtime.CommandRuntime(self.runspace, call, self.out).write_error(record)


def _error_line(line: str, *, first: bool) -> ErrorRecord:
    error_id = "NativeCommandError" if first else "NativeCommandErrorMessage"
    return ErrorRecord(RemoteException(line), error_id, ErrorCategory.NotSpecified, line)


def native_arguments(arguments: list[Argument], runspace: Any) -> list[str]:
    """Return the words that a program gets: names with their dash, arrays as several words, the rest as text."""
    words: list[str] = []
    for place, each in enumerate(arguments):
        if _is_verbatim_mark(each):
            rest = arguments[place + 1 :]
            return words + [word for one in rest for word in _verbatim_words(to_string(one.value, runspace))]
        name = each.text if each.name is not None else None
        if each.value is MISSING:
            words.append(name or "")
            continue
        values = _expanded(each, runspace) or _texts(each.value, each.spelling, runspace)
        if name is None:
            words.extend(values)
        elif name.endswith(":"):
            words.append(name + " ".join(values))
        else:
            words.extend([name, *values])
    return words


def _is_verbatim_mark(argument: Argument) -> bool:
    return argument.value == "--%" and argument.extent is not None and argument.extent.text == "--%"


_QUOTED_OR_BARE = re.compile(r'(?:[^\s"]|"[^"]*")+')


def _verbatim_words(text: str) -> list[str]:
    """Part what stands behind `--%` as .NET parts a command line: at blanks outside of double quotes.

    `%NAME%` is the environment variable, where there is one.
    """
    expanded = re.sub(r"%(\w+)%", lambda found: environment.get(found[1]) or found[0], text)
    return [word.replace('"', "") for word in _QUOTED_OR_BARE.findall(expanded)]


def _expanded(argument: Argument, runspace: Any) -> list[str]:
    """Return the files that an unquoted pattern means, as a Unix shell gives them to a program."""
    value = argument.value
    if os.name == "nt" or type(value) is not str or not any(each in value for each in "*?["):
        return []
    extent = argument.value_extent
    if extent is None or extent.text != value:
        return []
    import glob

    value = _real(value)
    if disk.sandbox() is not None:
        return []
    found = sorted(glob.glob(value, root_dir=disk.real(runspace.location)))
    return [each for each in found if not path_text.basename(each).startswith(".")]


def _texts(value: Value, spelling: str | None, runspace: Any) -> list[str]:
    if spelling is not None:
        return [spelling]
    base = value.base if isinstance(value, PSObject) else value
    if base is None:
        return []
    if isinstance(base, Hashtable):
        return [to_string(base, runspace)]
    if isinstance(base, list):
        return [_real(to_string(each, runspace)) for each in base]
    text = to_string(base, runspace)
    if text.startswith("~/") and sys.platform != "win32":
        return [os.path.expanduser(text)]
    return [_real(text)]


def _real(text: str) -> str:
    """Return a word as a program of this machine understands it: a path on a drive of the server as the real one."""
    if not _SERVER_PATH.match(text):
        own = path_text.native(text) if text.startswith("/") and "\\" in text else text
        return own if own != text and disk.exists(own) else text
    try:
        return disk.real(text)
    except OSError:
        return text


_LISTS: Final = frozenset(("PATH", "PSMODULEPATH"))
_SERVER_PATH: Final = re.compile(r"[A-Za-z]:[\\/]|\\\\[^\\/]+\\[A-Za-z]\$", re.ASCII)


def _environment() -> dict[str, str]:
    """Return the variables for a program: this machine's own, paths of the server in what sessions set as real ones."""
    variables = environment.own_items()
    for name in environment.changed():
        if name in variables:
            value = variables[name]
            variables[name] = disk.real_list(value) if name.upper() in _LISTS else _real(value)
    return variables


__all__ = ["NativeStage", "RemoteException", "native_arguments"]
