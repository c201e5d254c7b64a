"""Requirements of `#requires` lines, checked before a script or a module's file runs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from shell.engine.commands.metadata import version_of
from shell.engine.modules.module_search import loaded_module, specification
from shell.engine.modules.specification import ModuleSpecification
from shell.engine.run.safe_values import safe_value
from shell.engine.run.scripts import parse_exception
from shell.engine.session.snapins import is_loaded
from shell.language.errors import ParseError
from shell.lazy import lazy
from shell.machine import path_text
from shell.machine.environment import is_administrator
from shell.types.conversion.text import to_string
from shell.types.operators.comparison import compare
from shell.values.errors import ErrorCategory, NetException, RuntimeException, exception_class
from shell.values.objects import Hashtable, Value

if TYPE_CHECKING:
    from shell.engine.modules import module_search
    from shell.engine.session.runspace import Runspace
    from shell.language.tree import ScriptBlockAst, ScriptRequirements, UsingStatementAst
else:
    module_search = lazy("shell.engine.modules.module_search", globals())

ScriptRequiresException = exception_class(
    "System.Management.Automation.ScriptRequiresException", RuntimeException, __name__
)
_PAIR: Final = re.compile(r"""['"]?(\w+)['"]?\s*=\s*['"]?([^;'"}]*)['"]?""")


def enforce(session: Runspace, path: str, wanted: ScriptRequirements | None) -> None:
    """Raise ScriptRequiresException for an unmet requirement; load the required modules."""
    if wanted is None:
        return
    name = path_text.basename(path)
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
    _check_snapins(session, name, wanted.snapins)
    _load_modules(session, name, wanted.modules)


def used_module(session: Runspace, node: UsingStatementAst) -> dict[str, Value]:
    """Return what Import-Module is given for a `using module`; raises ParseException where there is no such module.

    A path is relative to the folder of the script.
    """
    if node.module_specification is not None:
        wanted = specification(safe_value(session, node.module_specification))
        name = wanted.name
        given: dict[str, Value] = {"FullyQualifiedName": wanted}
    else:
        name, wanted = "" if node.name is None else node.name.value, None
        if module_search.is_path(name) and not path_text.isabs(name) and node.extent.file:
            name = path_text.join(path_text.dirname(node.extent.file), path_text.native(name))
        given = {"Name": name}
    if (
        module_search.built_in_module(session, name) is None
        and module_search.find_module(session, name, wanted) is None
    ):
        place = node.extent if node.name is None else node.name.extent
        raise parse_exception([ParseError(place, "ModuleNotFoundDuringParse", f"Could not find the module '{name}'.")])
    return given


def check_used_modules(session: Runspace, block: ScriptBlockAst) -> None:
    """Raise ParseException for a script whose `using module` names what is not there: nothing of it runs."""
    for each in block.using_statements:
        if each.kind == "module":
            used_module(session, each)


def _refusal(
    name: str, message: str, error_id: str, category: ErrorCategory = ErrorCategory.ResourceUnavailable
) -> NetException:
    return ScriptRequiresException(message, error_id=error_id, category=category, target=name)


def is_older(session: Runspace, wanted: str) -> bool:
    """True if PowerShell's version is below the one that is wanted: `7` is 7.0."""
    return compare(version_of(own_version(session)), version_of(_with_minor(wanted)), True) < 0


def own_version(session: Runspace) -> str:
    """Return PowerShell's version as `$PSVersionTable` has it."""
    return to_string(session.get_variable("PSVersionTable")["PSVersion"])


def _with_minor(version: str) -> str:
    return version if "." in version else version + ".0"


def _check_version(session: Runspace, name: str, version: str | None) -> None:
    if not version or not is_older(session, version):
        return
    raise _refusal(
        name,
        f"The script '{name}' cannot be run because it contained a \"#requires\" statement for PowerShell"
        f" {_with_minor(version)}. The"
        " version of PowerShell that is required by the script does not match the currently running version of"
        f" PowerShell {own_version(session)}.",
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


def _check_snapins(session: Runspace, name: str, snapins: tuple[str, ...]) -> None:
    missing = [each for each in snapins if not is_loaded(session, each)]
    if missing:
        raise _refusal(
            name,
            f"The script '{name}' cannot be run because the following snap-ins that are specified by the \"#requires\""
            f" statements of the script are missing: {', '.join(missing)}.",
            "ScriptRequiresMissingPSSnapIns",
        )


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
    try:
        return loaded_module(session, wanted, ErrorAction="Stop") is not None
    except NetException:
        return False


__all__ = ["ScriptRequiresException", "enforce", "is_older", "own_version"]
