"""System.Diagnostics.Process; the lab has one process, the shell."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from typing import Any, Final

from shell.dotnet.time.datetime import DateTime
from shell.dotnet.time.timespan import TICKS, TimeSpan
from shell.machine.own_program import own_path
from shell.types import named
from shell.types.members import type_data
from shell.types.members.extended_members import AliasProperty, BuiltInScriptProperty, PropertySet, TypeNote
from shell.types.registry.declarations import clr_class, clr_method, clr_property
from shell.values.errors import ArgumentException, NotEmulatedException
from shell.values.objects import Int64, PSCustomObject, TypedArray, Value

_PROCESS: Final = "System.Diagnostics.Process"
_START: Final = time.time()


@clr_class(
    _PROCESS,
    properties="Id:int ProcessName:string PriorityClass:string SessionId:int HandleCount:int VirtualMemorySize64:long"
    " WorkingSet64:long PagedMemorySize64:long PrivateMemorySize64:long NonpagedSystemMemorySize64:long"
    " StartTime:datetime TotalProcessorTime:timespan HasExited:bool MachineName:string Responding:bool"
    " MainWindowTitle:string",
)
class Process:
    """The shell's process."""

    machine_name = "."
    has_exited = False
    responding = True
    priority_class = "Normal"
    handle_count = session_id = 0
    main_window_title = ""

    def __init__(self) -> None:
        self.id = os.getpid()
        self.process_name = "emshell"
        self.path = own_path()
        used = Int64(_memory())
        self.working_set64 = self.paged_memory_size64 = self.private_memory_size64 = used
        self.virtual_memory_size64 = used
        self.nonpaged_system_memory_size64 = Int64(0)

    @property
    def total_processor_time(self) -> TimeSpan:
        """Return the total processor time."""
        return TimeSpan(int(time.process_time() * TICKS["Second"]))

    @property
    def start_time(self) -> DateTime:
        """Return the approximate start time."""
        return DateTime.now().moved(-int((time.time() - _START) * TICKS["Second"]))

    def __str__(self) -> str:
        return f"{_PROCESS} ({self.process_name})"

    @clr_property("MainModule", "object")
    def main_module(self) -> Value:
        """Return the main module."""
        return PSCustomObject({"ModuleName": os.path.basename(self.path), "FileName": self.path})

    @clr_method("Refresh", "-> void")
    @clr_method("Dispose", "-> void")
    @clr_method("Close", "-> void")
    def refresh(self) -> None:
        """Do nothing: no value is cached."""

    @clr_method("Kill", "-> void")
    @clr_method("WaitForExit", "-> void")
    def refuse(self) -> None:
        """Raise NotEmulatedException: the process is the shell itself."""
        raise NotEmulatedException("The shell neither ends itself nor waits for itself.", error_id="NotEmulatedMember")

    @clr_method("GetCurrentProcess", f"-> {_PROCESS}", static=True)
    @staticmethod
    def get_current_process() -> Process:
        """Return the shell's process."""
        return Process()

    @clr_method("GetProcesses", f"-> {_PROCESS}[]", static=True)
    @staticmethod
    def get_processes() -> Value:
        """Return the lab's processes: the shell's."""
        return TypedArray(named(_PROCESS), [Process()])

    @clr_method("GetProcessesByName", f"string processName -> {_PROCESS}[]", static=True)
    @staticmethod
    def get_processes_by_name(name: str) -> Value:
        """Return the processes of a name."""
        return TypedArray(
            named(_PROCESS), [each for each in (Process(),) if each.process_name.lower() == (name or "").lower()]
        )

    @clr_method("GetProcessById", f"int processId -> {_PROCESS}", static=True)
    @staticmethod
    def get_process_by_id(number: int) -> Process:
        """Return the process of an id."""
        if number != os.getpid():
            raise ArgumentException(f"Process with an Id of {number} is not running.")
        return Process()

    @clr_method("Start", "string fileName -> object", static=True)
    @clr_method("Start", "string fileName, object arguments -> object", static=True)
    @staticmethod
    def start(name: str, arguments: Value = None) -> Value:
        """Raise NotEmulatedException: scripts call programs by name."""
        raise NotEmulatedException(
            "Starting programs by [System.Diagnostics.Process] is not emulated: call them by their names.",
            error_id="NotEmulatedMember",
        )


def _memory() -> int:
    try:
        import resource
    except ImportError:
        return 0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


__all__ = ["Process"]


def _script(name: str, read: Callable[[Any], Value], code: str) -> BuiltInScriptProperty:
    return BuiltInScriptProperty(name, read, "System.Object", code)


type_data.declare(
    _PROCESS,
    *(
        AliasProperty(name, target)
        for name, target in (
            ("Name", "ProcessName"),
            ("SI", "SessionId"),
            ("Handles", "Handlecount"),
            ("VM", "VirtualMemorySize64"),
            ("WS", "WorkingSet64"),
            ("PM", "PagedMemorySize64"),
            ("NPM", "NonpagedSystemMemorySize64"),
        )
    ),
    TypeNote("__NounName", "Process"),
    PropertySet("PSConfiguration", ("Name", "Id", "PriorityClass", "FileVersion")),
    PropertySet("PSResources", ("Name", "Id", "Handlecount", "WorkingSet", "NonPagedMemorySize", "PagedMemorySize")),
    _script("Path", lambda value: value.path, "$this.Mainmodule.FileName"),
    _script("CPU", lambda value: time.process_time(), "$this.TotalProcessorTime.TotalSeconds"),
    _script("Company", lambda value: None, "$this.Mainmodule.FileVersionInfo.CompanyName"),
    _script("FileVersion", lambda value: None, "$this.Mainmodule.FileVersionInfo.FileVersion"),
    _script("ProductVersion", lambda value: None, "$this.Mainmodule.FileVersionInfo.ProductVersion"),
    _script("Description", lambda value: None, "$this.Mainmodule.FileVersionInfo.FileDescription"),
    _script("Product", lambda value: None, "$this.Mainmodule.FileVersionInfo.ProductName"),
)
