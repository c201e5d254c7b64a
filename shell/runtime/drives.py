"""Drives in variable names (`$function:x`, `$alias:x`, `${C:\\file}`) and the current location."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shell.runtime.errors import ErrorCategory, RuntimeException
from shell.runtime.objects import Value

if TYPE_CHECKING:
    from shell.runtime.scope import Scope
    from shell.runtime.session import Runspace


def read(runspace: Runspace, drive: str, name: str, scope: Scope) -> Value:
    """Return what `$drive:name` holds; null where there is no such item."""
    if drive == "function":
        found = runspace.commands.find_function(name, scope)
        return None if found is None else found.script_block
    if drive == "alias":
        alias = runspace.commands.find_alias(name, scope)
        return None if alias is None else alias.definition
    return _provider_item(runspace, drive, name)


def _provider_item(runspace: Runspace, drive: str, name: str) -> Value:
    if runspace.state.get("drives") is None and len(drive) != 1:
        raise _no_drive(drive)
    items: list[Value] = []
    runspace.run_command("Get-Content", f"{drive}:{name}", out=items.append)
    return items[0] if len(items) == 1 else items or None


def write(runspace: Runspace, drive: str, name: str, value: Value, scope: Scope) -> None:
    """Assign to `$drive:name`."""
    if drive == "env":
        _set_environment(runspace, name, value)
    elif drive == "function":
        _set_function(runspace, name, value, scope)
    elif drive == "alias":
        runspace.run_command("Set-Alias", name, value)
    else:
        runspace.run_command("Set-Content", f"{drive}:{name}", value)


def _set_environment(runspace: Runspace, name: str, value: Value) -> None:
    from shell.runtime.environ import set_environment
    from shell.runtime.text import to_string

    set_environment(name, to_string(value, runspace))


def _set_function(runspace: Runspace, name: str, value: Value, scope: Scope) -> None:
    from shell.runtime.commands import FunctionInfo
    from shell.runtime.scriptblock import ScriptBlock
    from shell.runtime.text import to_string

    if value is None:
        runspace.commands.remove_function(name, scope)
        return
    block = value if isinstance(value, ScriptBlock) else runspace.parse_block(to_string(value, runspace))
    runspace.commands.define_function(FunctionInfo(name, block), scope)


def _no_drive(drive: str) -> RuntimeException:
    return RuntimeException(
        f"Cannot find drive. A drive with the name '{drive}' does not exist.",
        error_id="DriveNotFound",
        category=ErrorCategory.ObjectNotFound,
        target=drive,
    )


def path_info(runspace: Runspace) -> Value:
    """Return `$PWD`."""
    items: list[Value] = []
    runspace.run_command("Get-Location", out=items.append)
    return items[0] if items else None


__all__ = ["path_info", "read", "write"]
