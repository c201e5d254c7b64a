"""The automatic variables: what scripts read without having set it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from shell import types
from shell.engine.run.scope import NAMES
from shell.engine.session.preferences import action, impact, native_passing
from shell.lazy import lazy
from shell.machine import own_program
from shell.types.conversion.conversion import convert
from shell.values.objects import ArrayList, Hashtable, OrderedDictionary, Value

if TYPE_CHECKING:
    from shell.dotnet.automation import psstyle
    from shell.engine.session import engine_objects, host_view
    from shell.engine.session.runspace import Runspace
    from shell.types.members import access
else:
    psstyle = lazy("shell.dotnet.automation.psstyle", globals())
    engine_objects = lazy("shell.engine.session.engine_objects", globals())
    host_view = lazy("shell.engine.session.host_view", globals())
    access = lazy("shell.types.members.access", globals())

_READ_ONLY = """
true false ? HOME PID PSHOME PSVersionTable Host ExecutionContext ShellId Error PSEdition PSCulture PSUICulture
IsLinux IsMacOS IsWindows IsCoreCLR EnabledExperimentalFeatures
"""
READ_ONLY_NAMES: Final[dict[str, str]] = {name.lower(): name for name in _READ_ONLY.split()}
"""Automatic variables that no scope can hide or change, by key, with the spelling that errors show."""

NAMES.update(READ_ONLY_NAMES)

PREFERENCES: Final[dict[str, tuple[str, Value]]] = {
    name.lower(): (name, value)
    for name, value in {
        "ErrorActionPreference": action("Continue"),
        "WarningPreference": action("Continue"),
        "VerbosePreference": action("SilentlyContinue"),
        "DebugPreference": action("SilentlyContinue"),
        "InformationPreference": action("SilentlyContinue"),
        "ProgressPreference": action("Continue"),
        "ConfirmPreference": impact(3),
        "WhatIfPreference": False,
        "FormatEnumerationLimit": 4,
        "MaximumHistoryCount": 4096,
        "NestedPromptLevel": 0,
        "PSNativeCommandUseErrorActionPreference": False,
        "PSNativeCommandArgumentPassing": native_passing("Windows" if os.name == "nt" else "Standard"),
    }.items()
}
"""Preference variables and their first values."""


def _version_table(runspace: Runspace) -> Hashtable:
    """Return `$PSVersionTable`."""
    import platform

    return Hashtable(
        [
            ("PSVersion", _new("System.Management.Automation.SemanticVersion", "7.6.5", runspace)),
            ("PSEdition", "Core"),
            ("GitCommitId", "7.6.5"),
            ("OS", f"{platform.system()} {platform.release()}"),
            ("Platform", "Win32NT" if os.name == "nt" else "Unix"),
            ("PSCompatibleVersions", []),
            ("PSRemotingProtocolVersion", _new("System.Version", "2.3", runspace)),
            ("SerializationVersion", _new("System.Version", "1.1.0.1", runspace)),
            ("WSManStackVersion", _new("System.Version", "3.0", runspace)),
        ]
    )


def _new(name: str, text: str, runspace: Runspace) -> Value:
    found = types.resolve(name)
    return convert(text, found) if found is not None else text


def _execution_context(runspace: Runspace) -> Value:
    return engine_objects.EngineIntrinsics(runspace)


def _host(runspace: Runspace) -> Value:
    return host_view.host_object(runspace)


AUTOMATIC: Final[dict[str, tuple[str, Callable[[Runspace], Any]]]] = {
    name.lower(): (name, make)
    for name, make in {
        "PID": lambda runspace: os.getpid(),
        "HOME": lambda runspace: os.path.expanduser("~"),
        "PSHOME": lambda runspace: own_program.home(),
        "PSVersionTable": _version_table,
        "PSEdition": lambda runspace: "Core",
        "PSCulture": lambda runspace: "en-US",
        "PSUICulture": lambda runspace: "en-US",
        "ShellId": lambda runspace: "Microsoft.PowerShell",
        "Host": _host,
        "ExecutionContext": _execution_context,
        "IsLinux": lambda runspace: sys.platform.startswith("linux"),
        "IsMacOS": lambda runspace: sys.platform == "darwin",
        "IsWindows": lambda runspace: sys.platform == "win32",
        "IsCoreCLR": lambda runspace: True,
        "EnabledExperimentalFeatures": lambda runspace: [],
        "PSDefaultParameterValues": lambda runspace: Hashtable(),
        "OutputEncoding": lambda runspace: _encoding(),
        "PROFILE": lambda runspace: runspace.profile_path,
        "StackTrace": lambda runspace: "",
        "PSStyle": lambda runspace: _style(),
    }.items()
}
"""Variables of the global scope that are made when they are first read."""


def _encoding() -> Value:
    return access.get_static(types.named("System.Text.Encoding"), "UTF8", None)


def _style() -> Value:
    return psstyle.PSStyle()


for _key, (_name, _) in {**PREFERENCES, **AUTOMATIC}.items():
    if _key != "psdefaultparametervalues":  # its spelling says that some script names it
        NAMES.setdefault(_key, _name)
_SPELLINGS = """Matches LASTEXITCODE OFS ErrorView args input MyInvocation PSBoundParameters PSCmdlet PWD PSCommandPath
PSScriptRoot"""
for _name in _SPELLINGS.split():
    NAMES.setdefault(_name.lower(), _name)

__all__ = ["AUTOMATIC", "PREFERENCES", "READ_ONLY_NAMES", "ArrayList", "OrderedDictionary"]
