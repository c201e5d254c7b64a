"""System.Environment, OperatingSystem, Stopwatch and GC."""

from __future__ import annotations

import os
import platform
import re
import sys
import time
from collections.abc import Callable
from typing import Any, Final

from shell.dotnet.system.identifiers import Version
from shell.dotnet.time.timespan import TimeSpan
from shell.machine import disk, environment
from shell.machine.own_program import own_path
from shell.types import OBJECT, STRING, ClrType, Property, named, register
from shell.types.registry.checks import not_empty, not_null
from shell.types.registry.declarations import (
    add_methods,
    add_properties,
    add_setting,
    clr_class,
    clr_constructor,
    clr_method,
    clr_property,
)
from shell.types.registry.enumeration import enum_value, register_enum
from shell.values.errors import (
    NotEmulatedException,
)
from shell.values.flow import ExitRequest
from shell.values.objects import AUTOMATION_NULL, Hashtable, Int64, TypedArray, Value

_FOLDERS: Final = {
    "UserProfile": "~", "Personal": "~", "MyDocuments": "~/Documents", "Desktop": "~/Desktop",
    "DesktopDirectory": "~/Desktop", "ApplicationData": "~/.config", "LocalApplicationData": "~/.local/share",
    "CommonApplicationData": "/usr/share", "MyMusic": "~/Music", "MyPictures": "~/Pictures", "MyVideos": "~/Videos",
}  # fmt: skip
_SERVER_FOLDERS: Final = {
    "UserProfile": "USERPROFILE", "Personal": "USERPROFILE\\Documents", "MyDocuments": "USERPROFILE\\Documents",
    "Desktop": "USERPROFILE\\Desktop", "DesktopDirectory": "USERPROFILE\\Desktop", "ApplicationData": "APPDATA",
    "LocalApplicationData": "LOCALAPPDATA", "CommonApplicationData": "ProgramData", "ProgramFiles": "ProgramFiles",
    "ProgramFilesX86": "ProgramFiles(x86)", "CommonProgramFiles": "CommonProgramFiles", "Windows": "windir",
    "System": "windir\\system32", "CommonDocuments": "PUBLIC\\Documents",
    "CommonDesktopDirectory": "PUBLIC\\Desktop",
}  # fmt: skip
"""Special folder -> (environment variable of Windows, path below it)."""


@clr_class(
    "System.OperatingSystem",
    properties="Platform:System.PlatformID ServicePack:string Version:version VersionString:string",
)
class OperatingSystem:
    """The operating system's platform and version."""

    def __init__(self) -> None:
        numbers = [int(each) for each in re.findall(r"[0-9]+", platform.release())[:4]]
        self.version = Version(*[*numbers, 0, 0][: max(2, len(numbers))])
        windows = os.name == "nt"
        self.platform = enum_value(named("System.PlatformID"), 2 if windows else 4)
        self.service_pack = ""
        self.version_string = f"{'Microsoft Windows NT' if windows else 'Unix'} {self.version}"

    def __str__(self) -> str:
        return self.version_string


def _user() -> str:
    return environment.get("USERNAME") or environment.own("USER") or "user"


def _machine() -> str:
    return environment.machine_name().partition(".")[0]


def _folder(folder: Any) -> str:
    name, _, below = _SERVER_FOLDERS.get(str(folder), "").partition("\\")
    known = environment.get(name) if name else None
    if known:
        return f"{known}\\{below}" if below else known
    path = _FOLDERS.get(str(folder), "")
    return os.path.expanduser(path) if path else ""


def _expand(text: str) -> str:
    return environment.expand(text)


def _variable(name: Any, target: Value = None) -> Any:
    not_null(name, "variable")
    return environment.get(str(name))


def _set_variable(name: str, value: Any, target: Value = None) -> Value:
    not_empty(name, "variable")
    environment.set_environment(name, value or None)
    return AUTOMATION_NULL


def _logical_drives() -> TypedArray:
    server = disk.server_disk()
    letters = [f"{each}:\\" for each in sorted(server.drives)] if server is not None else ["C:\\"]
    return TypedArray(STRING, letters if server is not None or os.name == "nt" else ["/"])


def _set_directory(path: str) -> None:
    disk.go_to(path)


def _exit(code: int) -> None:
    raise ExitRequest(code)


def _declare_environment() -> None:
    target = register(ClrType("System.Environment", OBJECT, is_abstract=True))
    add_properties(
        target,
        (
            ("CommandLine", "string", lambda: " ".join(sys.argv)),
            ("ExitCode", "int", lambda: 0),
            ("HasShutdownStarted", "bool", lambda: False),
            ("Is64BitOperatingSystem", "bool", lambda: sys.maxsize > 2**32),
            ("Is64BitProcess", "bool", lambda: sys.maxsize > 2**32),
            ("MachineName", "string", _machine),
            ("NewLine", "string", lambda: os.linesep),
            ("OSVersion", "System.OperatingSystem", OperatingSystem),
            ("ProcessId", "int", os.getpid),
            ("ProcessorCount", "int", lambda: os.cpu_count() or 1),
            ("ProcessPath", "string", own_path),
            ("StackTrace", "string", lambda: ""),
            ("SystemDirectory", "string", lambda: _folder("System")),
            ("SystemPageSize", "int", lambda: 4096),
            ("TickCount", "int", lambda: int(time.monotonic() * 1000) & 0x7FFFFFFF),
            ("TickCount64", "long", lambda: Int64(int(time.monotonic() * 1000))),
            ("UserDomainName", "string", lambda: environment.get("USERDOMAIN") or _machine()),
            ("UserInteractive", "bool", lambda: True),
            ("UserName", "string", _user),
            ("Version", "version", lambda: Version(10, 0, 0)),
            ("WorkingSet", "long", lambda: Int64(0)),
        ),
        static=True,
    )
    target.add_property(Property("CurrentDirectory", "string", disk.current_folder, _set_directory, True))
    add_methods(
        target,
        (
            ("Exit", "int exitCode -> void", _exit),
            ("ExpandEnvironmentVariables", "string name -> string", _expand),
            ("GetCommandLineArgs", "-> string[]", lambda: TypedArray(STRING, sys.argv)),
            (
                "GetEnvironmentVariable",
                "string variable -> string|string variable, System.EnvironmentVariableTarget target -> string",
                _variable,
            ),
            (
                "GetEnvironmentVariables",
                "-> System.Collections.IDictionary"
                "|System.EnvironmentVariableTarget target -> System.Collections.IDictionary",
                lambda *target: Hashtable(environment.items().items()),
            ),
            ("GetFolderPath", "System.Environment+SpecialFolder folder -> string", _folder),
            ("GetLogicalDrives", "-> string[]", _logical_drives),
            (
                "SetEnvironmentVariable",
                "string variable, string value -> void"
                "|string variable, string value, System.EnvironmentVariableTarget target -> void",
                _set_variable,
            ),
        ),
        static=True,
    )


@clr_class("System.Diagnostics.Stopwatch", constants={"IsHighResolution": True, "Frequency": Int64(1_000_000_000)})
class Stopwatch:
    """Measures time."""

    def __init__(self) -> None:
        self.nanoseconds = 0
        self.started: int | None = None

    @property
    def total(self) -> int:
        """Return the elapsed nanoseconds."""
        return self.nanoseconds + (0 if self.started is None else time.perf_counter_ns() - self.started)

    @clr_constructor("")
    @staticmethod
    def make() -> Stopwatch:
        """Create a stopped stopwatch."""
        return Stopwatch()

    @clr_property("IsRunning", "bool")
    def is_running(self) -> bool:
        """Return True between Start and Stop."""
        return self.started is not None

    @clr_property("Elapsed", "timespan")
    def elapsed(self) -> TimeSpan:
        """Return the elapsed time."""
        return TimeSpan(self.total // 100)

    @clr_property("ElapsedMilliseconds", "long")
    def elapsed_milliseconds(self) -> Value:
        """Return the elapsed time."""
        return Int64(self.total // 1_000_000)

    @clr_property("ElapsedTicks", "long")
    def elapsed_ticks(self) -> Value:
        """Return the elapsed time in ticks of Stopwatch.Frequency."""
        return Int64(self.total)

    @clr_method("Start", "-> void")
    def start(self) -> None:
        """Start or resume."""
        if self.started is None:
            self.started = time.perf_counter_ns()

    @clr_method("Stop", "-> void")
    def stop(self) -> None:
        """Stop."""
        self.nanoseconds = self.total
        self.started = None

    @clr_method("Reset", "-> void")
    def reset(self) -> None:
        """Stop and set to zero."""
        self.nanoseconds, self.started = 0, None

    @clr_method("Restart", "-> void")
    def restart(self) -> None:
        """Set to zero and start."""
        self.nanoseconds, self.started = 0, time.perf_counter_ns()

    @clr_method("StartNew", "-> System.Diagnostics.Stopwatch", static=True)
    @staticmethod
    def start_new() -> Stopwatch:
        """Create a running stopwatch."""
        made = Stopwatch()
        made.start()
        return made

    @clr_method("GetTimestamp", "-> long", static=True)
    @staticmethod
    def get_timestamp() -> Value:
        """Return the clock's current ticks."""
        return Int64(time.perf_counter_ns())


def _not_emulated(what: str) -> Callable[..., Value]:
    def run(*arguments: Value) -> Value:
        raise NotEmulatedException(f"{what} is not emulated.", error_id="NotEmulatedMember")

    return run


def _allocated() -> int:
    """Return the approximate number of bytes of Python's objects."""
    return sys.getallocatedblocks() * 64


def _declare_others() -> None:
    collector = register(ClrType("System.GC", OBJECT, is_abstract=True))
    add_methods(
        collector,
        (
            ("Collect", "-> void|int generation -> void", lambda *rest: AUTOMATION_NULL),
            ("GetTotalMemory", "bool forceFullCollection -> long", lambda force: Int64(_allocated())),
            ("WaitForPendingFinalizers", "-> void", lambda: AUTOMATION_NULL),
        ),
        static=True,
    )
    points = register(ClrType("System.Net.ServicePointManager", OBJECT, is_abstract=True))
    add_setting(
        points,
        "SecurityProtocol",
        "System.Net.SecurityProtocolType",
        lambda: enum_value(named("System.Net.SecurityProtocolType"), 0),
    )
    add_setting(
        points,
        "ServerCertificateValidationCallback",
        "System.Net.Security.RemoteCertificateValidationCallback",
        lambda: None,
    )
    information = register(ClrType("System.Runtime.InteropServices.RuntimeInformation", OBJECT, is_abstract=True))
    add_properties(
        information,
        (
            ("FrameworkDescription", "string", lambda: ".NET 10.0.0"),
            ("OSDescription", "string", platform.platform),
        ),
        static=True,
    )


_declare_environment()
_declare_others()

__all__ = ["Stopwatch", "register_enum"]
