"""External programs as stages of a pipeline: text lines in, text lines out."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from typing import TYPE_CHECKING, Any

from shell.runtime import disk
from shell.runtime.errors import ErrorCategory, ErrorRecord, RuntimeException, UnauthorizedAccessException
from shell.runtime.objects import MISSING, Hashtable, Out, PSObject, Value
from shell.runtime.text import to_string

if TYPE_CHECKING:
    from shell.runtime.parameters import Argument
    from shell.runtime.scope import Scope


class RemoteException(RuntimeException):
    """System.Management.Automation.RemoteException: a line that a program wrote to its standard error."""

    clr_name = "System.Management.Automation.RemoteException"


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
        if disk.sandbox() is not None:
            raise UnauthorizedAccessException(
                f"Program '{os.path.basename(self.info.path)}' may not run: the session has a sandbox, and programs"
                " cannot be kept in it.",
                error_id="SandboxNativeCommand",
                category=ErrorCategory.PermissionDenied,
                target=self.info.name,
            )
        command = [self.info.path, *native_arguments(self.arguments, self.runspace)]
        try:
            process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE if self._has_input else None,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                cwd=self.runspace.location,
                text=True,
                encoding="utf-8",
                errors="replace",
            )
        except OSError as error:
            raise RuntimeException(
                f"Program '{os.path.basename(self.info.path)}' failed to run: {error.strerror}",
                error_id="NativeCommandFailed",
                category=ErrorCategory.ResourceUnavailable,
            ) from None
        self._talk(process)

    def _talk(self, process: subprocess.Popen[str]) -> None:
        errors: list[str] = []
        threads = [threading.Thread(target=_drain, args=(process.stderr, errors), daemon=True)]
        if self._has_input:
            threads.append(threading.Thread(target=_feed, args=(process.stdin, self._lines), daemon=True))
        for thread in threads:
            thread.start()
        try:
            assert process.stdout is not None
            for line in process.stdout:
                self.out(line.rstrip("\r\n"))
                if self.runspace.stopping:
                    self.runspace.stop()
            for thread in threads:
                thread.join()
            for line in errors:
                self.streams.write_error(_error_line(line))
            code = process.wait()
        finally:
            if process.poll() is None:
                process.kill()
            for pipe in (process.stdin, process.stdout, process.stderr):
                if pipe is not None:
                    pipe.close()
        self.runspace.set_exit_code(code)
        self.failed = code != 0

    def stop(self) -> None:
        """Nothing is held."""


def _drain(pipe: Any, lines: list[str]) -> None:
    lines.extend(line.rstrip("\r\n") for line in pipe)


def _feed(pipe: Any, lines: list[str]) -> None:
    try:
        for line in lines:
            pipe.write(line + "\n")
        pipe.close()
    except OSError:
        return


def _error_line(line: str) -> ErrorRecord:
    return ErrorRecord(RemoteException(line), "NativeCommandError", ErrorCategory.NotSpecified, line)


def native_arguments(arguments: list[Argument], runspace: Any) -> list[str]:
    """Return the words that a program gets: names with their dash, arrays as several words, the rest as text."""
    words: list[str] = []
    for each in arguments:
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


def _expanded(argument: Argument, runspace: Any) -> list[str]:
    """Return the files that an unquoted pattern means, as a Unix shell gives them to a program."""
    value = argument.value
    if os.name == "nt" or type(value) is not str or not any(each in value for each in "*?["):
        return []
    extent = argument.value_extent
    if extent is None or extent.text != value:
        return []
    import glob

    found = [] if disk.sandbox() is not None else sorted(glob.glob(value, root_dir=runspace.location))
    return [each for each in found if not os.path.basename(each).startswith(".")]


def _texts(value: Value, spelling: str | None, runspace: Any) -> list[str]:
    if spelling is not None:
        return [spelling]
    base = value.base if isinstance(value, PSObject) else value
    if base is None:
        return []
    if isinstance(base, Hashtable):
        return [to_string(base, runspace)]
    if isinstance(base, list):
        return [to_string(each, runspace) for each in base]
    text = to_string(base, runspace)
    if text.startswith("~/") and sys.platform != "win32":
        return [os.path.expanduser(text)]
    return [text]


__all__ = ["NativeStage", "RemoteException", "native_arguments"]
