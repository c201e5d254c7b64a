"""Start- and Stop-Transcript: keep what the console shows in a file."""

from __future__ import annotations

import os
import platform
import secrets
import time
from typing import Any, Final

from cmdlets.powershell.path_command import PathCommand
from shell.engine.commands.cmdlet import Example, SetMembership, parameter
from shell.engine.providers.filesystem import io_error
from shell.hosting.transcript import TranscribingHost
from shell.machine import disk, environment, path_text
from shell.values.errors import ErrorCategory, PSInvalidOperationException

_MODULE: Final = "Microsoft.PowerShell.Host"
_LINE: Final = "*" * 22


class StartTranscript(
    PathCommand, verb="Start", noun="Transcript", module=_MODULE, default_set="ByPath", should_process=True
):
    """Write everything that the console shows to a file, until Stop-Transcript or the end of the session."""

    examples = (Example("Start-Transcript -WhatIf", "Where the file would be."),)

    path: str = parameter("string", sets={"ByPath": SetMembership(position=0)}, help="The file.")
    literal_path: str = parameter(
        "string", sets={"ByLiteralPath": SetMembership(position=0)}, aliases=("PSPath", "LP"), help="The file."
    )
    output_directory: str = parameter(
        "string", sets={"ByOutputDirectory": SetMembership(position=0)}, help="The folder for a file of its own name."
    )
    append: bool = parameter("switch", help="Add to the file.")
    force: bool = parameter("switch", help="Write to a read-only file.")
    no_clobber: bool = parameter("switch", aliases=("NoOverwrite",), help="Do not replace a file.")
    include_invocation_header: bool = parameter("switch", help="Write the time of each command.")
    use_minimal_header: bool = parameter("switch", help="Write a short header.")

    def begin(self) -> None:
        """Open the file and start."""
        path = self._path()
        if not self.should_process(path, "Start-Transcript"):
            return
        if self.no_clobber and disk.exists(path) and not self.append:
            raise self.fail(
                self.error(
                    f"File {path} already exists and NoClobber was specified.",
                    "NoClobber",
                    ErrorCategory.ResourceExists,
                    exception=PSInvalidOperationException,
                )
            )
        host = self.session.host
        if not isinstance(host, TranscribingHost):
            host = TranscribingHost(host)
            self.session.host = host
        try:
            host.start(path, append=self.append, commands=self.include_invocation_header)
        except OSError as problem:
            raise self.fail(
                self.record(io_error(problem, path, "CannotStartTranscription", ErrorCategory.InvalidOperation))
            ) from None
        host.record(_header(short=self.use_minimal_header))
        self.write(f"Transcript started, output file is {path}")

    def _path(self) -> str:
        if self.literal_path or self.path:
            return str(self.drives.resolve(self.literal_path or self.path).provider_path)
        chance = secrets.token_urlsafe(6)
        name = f"PowerShell_transcript.{environment.machine_name()}.{chance}.{time.strftime('%Y%m%d%H%M%S')}.txt"
        folder = self.drives.resolve(self.output_directory or "~").provider_path
        return path_text.join(folder, name)


def _header(*, short: bool) -> str:
    rows: dict[str, Any] = {"Start time": time.strftime("%Y%m%d%H%M%S")}
    if not short:
        rows |= {
            "Username": environment.account_name(),
            "Machine": f"{environment.machine_name()} ({platform.system()} {platform.release()})",
            "Host Application": "emshell",
            "Process ID": os.getpid(),
            "PSVersion": "7.6.5",
        }
    lines = [_LINE, "PowerShell transcript start", *(f"{key}: {value}" for key, value in rows.items()), _LINE]
    return "\n".join(lines) + "\n"


class StopTranscript(PathCommand, verb="Stop", noun="Transcript", module=_MODULE):
    """Stop writing what the console shows to a file."""

    def begin(self) -> None:
        """Close the file that was opened last."""
        host = self.session.host
        if not isinstance(host, TranscribingHost) or not host.is_open:
            raise self.fail(
                self.error(
                    "An error occurred stopping transcription: The host is not currently transcribing.",
                    "InvalidOperation",
                    ErrorCategory.InvalidOperation,
                    exception=PSInvalidOperationException,
                )
            )
        end = f"{_LINE}\nPowerShell transcript end\nEnd time: {time.strftime('%Y%m%d%H%M%S')}\n{_LINE}\n"
        path = host.stop(end)
        self.write(f"Transcript stopped, output file is {path}")
