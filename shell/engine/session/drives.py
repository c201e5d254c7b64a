"""Drives in variable names (`$function:x`, `$alias:x`, `${C:\\file}`) and the current location."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from shell.engine.commands.commands import FunctionInfo
from shell.engine.compile.variables import SCOPE_WORDS, scope_of, split_name
from shell.engine.run.script_block import ScriptBlock
from shell.lazy import lazy
from shell.machine.environment import set_environment
from shell.types.conversion.text import to_string
from shell.values.errors import ErrorCategory, NetException, RuntimeException, record_of
from shell.values.objects import Value

if TYPE_CHECKING:
    from shell.engine.providers import table
    from shell.engine.run.scope import Scope
    from shell.engine.session.runspace import Runspace
else:
    table = lazy("shell.engine.providers.table", globals())


def read(runspace: Runspace, drive: str, name: str, scope: Scope) -> Value:
    """Return what `$drive:name` holds; null where there is no such item."""
    if drive == "function":
        found = find_function(runspace, name, scope)
        return None if found is None else found.script_block
    if drive == "alias":
        alias = runspace.commands.find_alias(name, scope)
        return None if alias is None else alias.definition
    return _provider_item(runspace, drive, name)


def _provider_item(runspace: Runspace, drive: str, name: str) -> Value:
    _require_drive(runspace, drive)
    items: list[Value] = []
    runspace.run_command("Get-Content", f"{drive}:{name}", out=items.append, ErrorAction="Ignore")
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
        _require_drive(runspace, drive)
        try:
            runspace.run_command("Set-Content", f"{drive}:{name}", value, ErrorAction="Stop")
        except NetException as error:
            cause = record_of(error).exception  # of the assignment, not of a command that nobody wrote
            raise type(cause)(
                cause.message, error_id=cause.error_id, category=cause.category, target=cause.target
            ) from None


def _set_environment(runspace: Runspace, name: str, value: Value) -> None:
    set_environment(name, to_string(value, runspace))


def _set_function(runspace: Runspace, name: str, value: Value, scope: Scope) -> None:
    if value is None:
        remove_function(runspace, name, scope)
        return
    block = value if isinstance(value, ScriptBlock) else runspace.parse_block(to_string(value, runspace))
    target, plain = function_place(runspace, name, scope)
    runspace.commands.define_function(FunctionInfo(plain, block), target)


def function_place(runspace: Runspace, name: str, scope: Scope) -> tuple[Scope, str]:
    """Return the scope that an item of the drive `function:` is in or would be made in, and its bare name.

    A name may begin with `script:` and the like. Without that it is the function that the scope sees, wherever it was
    defined; a new one belongs to the scope itself.
    """
    qualifier, plain = split_name(name)
    if qualifier in SCOPE_WORDS:
        return scope_of(scope, qualifier), plain
    lowered = name.lower()
    runspace.commands.find_function(name, scope)  # a standard function is made when first asked for
    found = next((each for each in scope.chain() if each.functions is not None and lowered in each.functions), scope)
    return found, name


def find_function(runspace: Runspace, name: str, scope: Scope) -> Any:
    """Return the function that an item of the drive `function:` is, or None."""
    place, plain = function_place(runspace, name, scope)
    return None if place.functions is None else place.functions.get(plain.lower())


def remove_function(runspace: Runspace, name: str, scope: Scope) -> None:
    """Forget the function that an item of the drive `function:` is."""
    place, plain = function_place(runspace, name, scope)
    if place.functions is not None and plain.lower() in place.functions:
        runspace.commands.remove_function(plain, place)


def _require_drive(runspace: Runspace, drive: str) -> None:
    try:
        table.drive_table(runspace).drive(drive)
    except NetException:
        raise _no_drive(drive) from None


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


__all__ = ["find_function", "path_info", "read", "remove_function", "write"]
