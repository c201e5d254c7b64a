"""What `#requires` lines ask for, checked before a script or a module's file runs."""

from __future__ import annotations

import os
import re
import sys
from typing import TYPE_CHECKING, Any, Final

from shell.runtime.errors import ErrorCategory, NetException, RuntimeException, exception_class
from shell.runtime.metadata import version_of
from shell.runtime.module_search import built_in_module, find_module, specification
from shell.runtime.modulespec import ModuleSpecification
from shell.runtime.objects import Hashtable
from shell.runtime.text import to_string

if TYPE_CHECKING:
    from shell.language.tree import ScriptRequirements
    from shell.runtime.session import Runspace

ScriptRequiresException = exception_class(
    "System.Management.Automation.ScriptRequiresException", RuntimeException, __name__
)
_PAIR: Final = re.compile(r"""['"]?(\w+)['"]?\s*=\s*['"]?([^;'"}]*)['"]?""")


def enforce(session: Runspace, path: str, wanted: ScriptRequirements | None) -> None:
    """Raise ScriptRequiresException where a script asks for what is not there; load the modules that it asks for."""
    if wanted is None:
        return
    name = os.path.basename(path)
    _check_version(session, name, wanted.version)
    _check_edition(name, wanted.editions)
    if wanted.run_as_administrator and not is_administrator():
        raise _refusal(
            name,
            f"The script '{name}' cannot be run because it contains a \"#requires\" statement for running as"
            " Administrator. The current PowerShell session is not running as Administrator. Start PowerShell by using"
            " the Run as Administrator option, and then try running the script again.",
            "ScriptRequiresElevation",
            ErrorCategory.PermissionDenied,
        )
    _load_modules(session, name, wanted.modules)


def _refusal(
    name: str, message: str, error_id: str, category: ErrorCategory = ErrorCategory.ResourceUnavailable
) -> NetException:
    return ScriptRequiresException(message, error_id=error_id, category=category, target=name)


def _check_version(session: Runspace, name: str, version: str | None) -> None:
    if not version:
        return
    from shell.runtime.comparison import compare

    own = to_string(session.get_variable("PSVersionTable")["PSVersion"])
    asked = version if "." in version else version + ".0"
    if compare(version_of(own), version_of(asked), True) >= 0:
        return
    raise _refusal(
        name,
        f"The script '{name}' cannot be run because it contained a \"#requires\" statement for PowerShell {asked}. The"
        " version of PowerShell that is required by the script does not match the currently running version of"
        f" PowerShell {own}.",
        "ScriptRequiresUnmatchedPSVersion",
    )


def _check_edition(name: str, editions: tuple[str, ...]) -> None:
    asked = [part.strip() for each in editions for part in each.split(",")]
    if not asked or "core" in (each.lower() for each in asked):
        return
    raise _refusal(
        name,
        f"The script '{name}' cannot be run because it contained a \"#requires\" statement for PowerShell editions"
        f" '{', '.join(asked)}'. The edition of PowerShell that is required by the script does not match the currently"
        " running PowerShell Core edition.",
        "ScriptRequiresUnmatchedPSEdition",
    )


def is_administrator() -> bool:
    """True for root, and on Windows for an elevated process."""
    if sys.platform == "win32":
        import ctypes

        return bool(ctypes.windll.shell32.IsUserAnAdmin())
    return os.geteuid() == 0


def _load_modules(session: Runspace, name: str, modules: tuple[str, ...]) -> None:
    missing = [str(each) for each in map(_module, modules) if not _is_loaded(session, each)]
    if missing:
        raise _refusal(
            name,
            f"The script '{name}' cannot be run because the following modules that are specified by the \"#requires\""
            f" statements of the script are missing: {', '.join(missing)}.",
            "ScriptRequiresMissingModules",
        )


def _module(written: str) -> ModuleSpecification:
    if not written.startswith("@{"):
        return specification(written)
    table = Hashtable((key, value.strip()) for key, value in _PAIR.findall(written))
    return specification(table)


def _is_loaded(session: Runspace, wanted: ModuleSpecification) -> bool:
    """True for a module that is there, or that can be loaded now."""
    known = built_in_module(session, wanted.name)
    if known is not None and wanted.fits(known.version, known.guid):
        return True
    if find_module(session, wanted.name, wanted) is None:
        return False
    given: dict[str, Any] = {"FullyQualifiedName": wanted} if not wanted.is_plain else {"Name": wanted.name}
    try:
        session.run_command("Import-Module", **given, Global=True, ErrorAction="Stop")
    except NetException:
        return False
    return True


__all__ = ["ScriptRequiresException", "enforce", "is_administrator"]
