"""The scopes that tests run in, and what they can still see of the bodies in which they were found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from shell.engine.binding.parameters import Argument
from shell.engine.run.failures import locate
from shell.engine.run.frame import NO_SITE, Frame
from shell.engine.run.functions import FunctionStage
from shell.engine.run.pipeline import run_pipeline
from shell.engine.run.scope import Scope, new_scope, variable_key
from shell.engine.session.crossing import Within
from shell.types.members.python_errors import as_error
from shell.values.errors import NetException
from shell.values.flow import RETURN, ControlFlow
from shell.values.objects import MISSING, Hashtable, Out, PSObject, Value

if TYPE_CHECKING:
    from shell.engine.run.script_block import ScriptBlock
    from shell.engine.session.runspace import Runspace

Seen = list[tuple[Scope, dict[str, Value]]]

_MADE_BY_FRAMES = ("args", "myinvocation", "psboundparameters", "pscmdlet", "input")


def nowhere(value: Value) -> None:
    """Drop output."""


def run_in(
    session: Runspace, block: ScriptBlock, scope: Scope, out: Out = nowhere, arguments: Sequence[Argument] = ()
) -> None:
    """Run a script block in a scope, as dot-sourcing does. A stack trace ends at the block."""
    code = block.code.ready()
    frame = scope.frame
    try:
        with Within(scope):
            if code.simple and not code.parameters:
                scope.frame = Frame(block, None, NO_SITE, None)
                flow = None if code.end is None else code.end(scope, out)
                if flow is not None and flow is not RETURN:
                    raise ControlFlow(flow)
            else:
                stage = FunctionStage(scope, block, None, list(arguments), NO_SITE, out, dot=True)
                run_pipeline((stage,), None, scope)
    finally:
        scope.frame = frame
        for name in _MADE_BY_FRAMES:
            dict.pop(scope, name, None)


def attempt(
    session: Runspace, block: ScriptBlock, scope: Scope, out: Out = nowhere, arguments: Sequence[Argument] = ()
) -> NetException | None:
    """Run a script block as inside a `try`; return the error that ended it. `break` and `continue` end it, too."""
    before, caught = session.propagates, session.caught
    session.propagates = True
    try:
        run_in(session, block, scope, out, arguments)
    except ControlFlow:
        return None
    except Exception as error:
        found = as_error(error)
        if found.record is None or found.record.invocation is None:
            found = locate(scope, found, block.code.ast.extent)
        session.record_error(found)
        return found
    finally:
        session.propagates, session.caught = before, caught
    return None


# --- data -------------------------------------------------------------------------------------------------------------


def put_data(scope: Scope, data: Value) -> None:
    """Make a case's data variables of a scope: `$_`, and a dictionary's entries by their names."""
    scope.put("_", data)
    base = data.base if isinstance(data, PSObject) else data
    if isinstance(base, Hashtable):
        for key, value in base.items():
            scope.put(variable_key(str(key)), value)


def data_arguments(block: ScriptBlock, data: Value) -> list[Argument]:
    """Return the arguments that a case's data is for the `param` block of a test."""
    base = data.base if isinstance(data, PSObject) else data
    code = block.code
    if not code.parameters or not isinstance(base, Hashtable):
        return []
    names = {each.name.name.lower() for each in code.parameters}
    return [Argument(str(key), value) for key, value in base.items() if str(key).lower() in names]


# --- what bodies leave behind -----------------------------------------------------------------------------------------


def photograph(scope: Scope, last: Scope) -> Seen:
    """Note the variables of a scope and those around it, up to `last`."""
    found: Seen = []
    for each in scope.chain():
        found.append((each, dict(each)))
        if each is last:
            break
    return found


def changes_since(seen: Seen | None) -> dict[str, Value]:
    """Return the variables that had another value when they were noted than they have now."""
    changed: dict[str, Value] = {}
    nearer: set[str] = set()
    for scope, variables in seen or ():
        for name, value in variables.items():
            if name not in nearer and dict.get(scope, name, MISSING) is not value:
                changed[name] = value
        nearer.update(variables)
    return changed


class Backdrop:
    """Stands the scopes of bodies behind the scope in which a container's tests run."""

    def __init__(self, session: Runspace, stage: Scope, last: Scope) -> None:
        self.session = session
        self.stage = stage
        self.last = last

    def show(self, body: Scope, overlay: dict[str, Value]) -> None:
        """Let what runs now see a body's variables and functions, and the overlay before them."""
        parent = body
        if overlay:
            parent = new_scope(body)
            for name, value in overlay.items():
                parent.put(name, value)
        before, self.stage.parent = self.stage.parent, parent
        if before is not parent and (self._has_commands(body) or (before is not None and self._has_commands(before))):
            self.session.commands.changed()

    def _has_commands(self, scope: Scope) -> bool:
        for each in scope.chain():
            if each.functions or each.aliases:
                return True
            if each is self.last:
                break
        return False


def drop(session: Runspace, scope: Scope) -> None:
    """Say that a scope is gone: functions and aliases in it are, too."""
    if scope.functions is not None or scope.aliases is not None:
        session.commands.changed()


__all__ = [
    "Backdrop",
    "attempt",
    "changes_since",
    "data_arguments",
    "drop",
    "nowhere",
    "photograph",
    "put_data",
    "run_in",
]
