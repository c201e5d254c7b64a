"""System.Diagnostics.Process, as far as a lab has processes: this one."""

from __future__ import annotations

import os
import sys
import time
from typing import Final

from shell.runtime.declare import clr_class, clr_method, clr_property
from shell.runtime.dotnet.datetime import DateTime
from shell.runtime.dotnet.timespan import TICKS, TimeSpan
from shell.runtime.errors import ArgumentException, NotEmulatedException
from shell.runtime.objects import Int64, PSCustomObject, TypedArray, Value
from shell.runtime.ownprogram import own_path
from shell.runtime.types import named

_PROCESS: Final = "System.Diagnostics.Process"
_START: Final = time.time()


@clr_class(
    _PROCESS,
    properties="Name:string Id:int ProcessName:string PriorityClass:string SI:int Handles:int VM:long WS:long PM:long"
    " NPM:long Path:string CPU:double StartTime:datetime TotalProcessorTime:timespan HasExited:bool"
    " MachineName:string Responding:bool",
)
class Process:
    """This process."""

    machine_name = "."
    has_exited = False
    responding = True
    priority_class = "Normal"
    handles = 0

    def __init__(self) -> None:
        self.id = os.getpid()
        self.name = self.process_name = "emshell"
        self.path = own_path()
        self.si = 0
        used = _memory()
        self.ws = self.pm = self.vm = Int64(used)
        self.npm = Int64(0)

    @property
    def cpu(self) -> float:
        """Seconds of processor time."""
        return time.process_time()

    @property
    def total_processor_time(self) -> TimeSpan:
        """Processor time."""
        return TimeSpan(int(time.process_time() * TICKS["Second"]))

    @property
    def start_time(self) -> DateTime:
        """When the process was started, near enough."""
        return DateTime.now().moved(-int((time.time() - _START) * TICKS["Second"]))

    def __str__(self) -> str:
        return f"{_PROCESS} ({self.name})"

    @clr_property("MainModule", "object")
    def main_module(self) -> Value:
        """The program."""
        return PSCustomObject({"ModuleName": os.path.basename(self.path), "FileName": self.path})

    @clr_property("WorkingSet64", "long")
    def working_set(self) -> Int64:
        """Bytes in memory."""
        return self.ws

    @clr_property("PrivateMemorySize64", "long")
    def private_memory_size(self) -> Int64:
        """Bytes of its own."""
        return self.pm

    @clr_property("SessionId", "int")
    def session_id(self) -> int:
        """The session."""
        return self.si

    @clr_method("Refresh", "-> void")
    @clr_method("Dispose", "-> void")
    @clr_method("Close", "-> void")
    def refresh(self) -> None:
        """Nothing is kept that could be old."""

    @clr_method("Kill", "-> void")
    @clr_method("WaitForExit", "-> void")
    def refuse(self) -> None:
        """Refused: it is the shell."""
        raise NotEmulatedException("The shell neither ends itself nor waits for itself.", error_id="NotEmulatedMember")

    @clr_method("GetCurrentProcess", f"-> {_PROCESS}", static=True)
    @staticmethod
    def get_current_process() -> Process:
        """The shell."""
        return Process()

    @clr_method("GetProcesses", f"-> {_PROCESS}[]", static=True)
    @staticmethod
    def get_processes() -> Value:
        """All that a lab has."""
        return TypedArray(named(_PROCESS), [Process()])

    @clr_method("GetProcessesByName", f"string processName -> {_PROCESS}[]", static=True)
    @staticmethod
    def get_processes_by_name(name: str) -> Value:
        """Those of a name."""
        return TypedArray(named(_PROCESS), [each for each in (Process(),) if each.name.lower() == (name or "").lower()])

    @clr_method("GetProcessById", f"int processId -> {_PROCESS}", static=True)
    @staticmethod
    def get_process_by_id(number: int) -> Process:
        """The one of a number."""
        if number != os.getpid():
            raise ArgumentException(f"Process with an Id of {number} is not running.")
        return Process()

    @clr_method("Start", "string fileName -> object", static=True)
    @clr_method("Start", "string fileName, object arguments -> object", static=True)
    @staticmethod
    def start(name: str, arguments: Value = None) -> Value:
        """Refused."""
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
