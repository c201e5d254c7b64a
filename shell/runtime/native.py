"""External programs as stages of a pipeline: text lines in, text lines out."""

from __future__ import annotations

import os
import queue
import re
import subprocess
import sys
import threading
from typing import TYPE_CHECKING, Any, Final

from shell.runtime import disk, environ, ownprogram, pathtext
from shell.runtime.clrtype import exception_type
from shell.runtime.conversion import to_bool
from shell.runtime.declare import attach
from shell.runtime.errors import ErrorCategory, ErrorRecord, RuntimeException, UnauthorizedAccessException
from shell.runtime.invocation import InvocationInfo
from shell.runtime.objects import MISSING, Hashtable, Out, PSObject, Value
from shell.runtime.text import to_string

if TYPE_CHECKING:
    from shell.runtime.parameters import Argument
    from shell.runtime.scope import Scope


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
    """A program. It starts with the first object, or at the end where none came; its lines go out as strings."""

    def __init__(self, scope: Scope, info: Any, arguments: list[Argument], site: Any, out: Out) -> None:
        self.scope = scope
        self.runspace = scope.runspace
        self.info = info
        self.arguments = arguments
        self.site = site
        self.out = out
        self.failed = False
        self.streams = self.runspace.streams
        self._lines: list[str] = []
        self._has_input = site.pipeline_position > 1

    def prepare(self) -> None:
        """Nothing is bound: a program takes what it gets."""

    def begin(self) -> None:
        """Nothing happens before the first object."""

    def process(self, value: Value) -> None:
        """Keep a line for the program's input."""
        if value is not None:
            self._lines.append(to_string(value, self.runspace))

    def process_once(self) -> None:
        """The program runs in `end`."""

    def end(self) -> None:
        """Run the program."""
        if self.info.run is not None:
            self._play()
            return
        if disk.sandbox() is not None:
            raise UnauthorizedAccessException(
                f"Program '{pathtext.basename(self.info.path)}' may not run: the session has a sandbox, and programs"
                " cannot be kept in it.",
                error_id="SandboxNativeCommand",
                category=ErrorCategory.PermissionDenied,
                target=self.info.name,
            )
        reader = ownprogram.ObjectReader(self.out) if ownprogram.takes_block(self.info.path, self.arguments) else None
        if reader is None:
            words = native_arguments(self.arguments, self.runspace)
        else:
            words = ownprogram.block_words(self.arguments, lambda some: native_arguments(some, self.runspace))
        command = [*ownprogram.command_line(disk.real(self.info.path)), *words]
        try:
            process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE if self._has_input else None,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                cwd=disk.real(self.runspace.location),
                env=_environment(),
                text=True,
                encoding="utf-8",
                errors="replace",
            )
        except OSError as error:
            raise RuntimeException(
                f"Program '{pathtext.basename(self.info.path)}' failed to run: {error.strerror}",
                error_id="NativeCommandFailed",
                category=ErrorCategory.ResourceUnavailable,
            ) from None
        self._talk(process, reader)

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

    def _talk(self, process: subprocess.Popen[str], reader: ownprogram.ObjectReader | None) -> None:
        lines: queue.SimpleQueue[tuple[str, str | None]] = queue.SimpleQueue()
        threads = [
            threading.Thread(target=_drain, args=(pipe, kind, lines), daemon=True)
            for pipe, kind in ((process.stdout, "out"), (process.stderr, "error"))
        ]
        if self._has_input:
            threads.append(threading.Thread(target=_feed, args=(process.stdin, self._lines), daemon=True))
        for thread in threads:
            thread.start()
        try:
            self._pass_on(lines, reader or self.out)
            if reader is not None:
                reader.finish()
            for thread in threads:
                thread.join()
            code = process.wait()
        finally:
            if process.poll() is None:
                process.kill()
            for pipe in (process.stdin, process.stdout, process.stderr):
                if pipe is not None:
                    pipe.close()
        self._leave(code, process.pid)

    def _pass_on(self, lines: queue.SimpleQueue[tuple[str, str | None]], out: Out) -> None:
        """Write the lines of both streams as they come, until both are at their end."""
        ended = 0
        first = True
        while ended < 2:
            try:
                kind, line = lines.get(timeout=0.2)
            except queue.Empty:
                kind, line = "", ""
            if self.runspace.stopping:
                self.runspace.stop()
            if line is None:
                ended += 1
            elif kind == "out":
                out(line)
            elif kind == "error":
                self.streams.write_error(_error_line(line, first=first))
                first = False

    def _report(self, code: int, process_id: int) -> None:
        """An exit code other than zero is an error, where `$PSNativeCommandUseErrorActionPreference` says so."""
        from shell.runtime.command_runtime import CommandRuntime

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
        CommandRuntime(self.runspace, call, self.out).write_error(record)

    def stop(self) -> None:
        """Nothing is held."""


def _drain(pipe: Any, kind: str, lines: queue.SimpleQueue[tuple[str, str | None]]) -> None:
    """Queue a stream's lines; None is its end."""
    try:
        for line in pipe:
            lines.put((kind, line.rstrip("\r\n")))
    except ValueError:  # closed: the program was stopped
        pass
    finally:
        lines.put((kind, None))


def _feed(pipe: Any, lines: list[str]) -> None:
    try:
        for line in lines:
            pipe.write(line + "\n")
        pipe.close()
    except OSError:
        return


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
    expanded = re.sub(r"%(\w+)%", lambda found: environ.get(found[1]) or found[0], text)
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
    return [each for each in found if not pathtext.basename(each).startswith(".")]


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
        return text
    try:
        return disk.real(text)
    except OSError:
        return text


_LISTS: Final = frozenset(("PATH", "PSMODULEPATH"))
_SERVER_PATH: Final = re.compile(r"[A-Za-z]:[\\/]|\\\\[^\\/]+\\[A-Za-z]\$", re.ASCII)


def _environment() -> dict[str, str]:
    """Return the variables for a program: this machine's own, paths of the server in what sessions set as real ones."""
    variables = environ.own_items()
    for name in environ.changed():
        if name in variables:
            value = variables[name]
            variables[name] = disk.real_list(value) if name.upper() in _LISTS else _real(value)
    return variables


__all__ = ["NativeStage", "RemoteException", "native_arguments"]
