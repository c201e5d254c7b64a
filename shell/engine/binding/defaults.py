"""$PSDefaultParameterValues: values for parameters that a call leaves out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shell.engine.binding.parameters import Argument, ParameterInfo
from shell.types.conversion.conversion import to_bool
from shell.values.errors import ParameterBindingException
from shell.values.objects import Hashtable, PSCustomObject, PSObject, Value
from shell.values.wildcard import has_wildcard, wildcard_matcher

if TYPE_CHECKING:
    from shell.engine.binding.binder import Binding
    from shell.engine.session.runspace import Runspace


def table_of(session: Runspace) -> Hashtable | None:
    """Return the table if it has entries and is not disabled, else None."""
    table = session.get_variable("PSDefaultParameterValues")
    if isinstance(table, PSObject):
        table = table.base
    if not isinstance(table, Hashtable) or not len(table):
        return None
    return None if "Disabled" in table and to_bool(table["Disabled"]) else table


def bind_defaults(binding: Binding) -> None:
    """Bind the table's values for unbound parameters of this command, unless their parameter sets differ."""
    table = table_of(binding.session)
    if table is None:
        return
    found = _matching(binding, table)
    common_mask = ~0
    wanted: list[tuple[ParameterInfo, Value]] = []
    for parameter, value in found.items():
        mask = parameter.mask
        if parameter.key in binding.values or (mask and not mask & binding.mask and not parameter.in_all):
            continue
        if mask:
            common_mask &= mask
            if not common_mask:
                return
        wanted.append((parameter, value))
    for parameter, value in wanted:
        binding.bind(parameter, Argument(parameter.name, _evaluated(binding, value)), binding.mask, may_delay=True)
        binding.used_defaults = True


def _matching(binding: Binding, table: Hashtable) -> dict[ParameterInfo, Value]:
    names = {binding.signature.name.lower()}
    invoked = binding.call.invocation_name
    if invoked:
        names.add(invoked.lower())
    found: dict[ParameterInfo, Value] = {}
    for key, value in table.items():
        command, colon, wanted = str(key).partition(":")
        if not colon:
            continue
        matches = wildcard_matcher(command.strip().strip("'\""))
        if not any(matches(name) for name in names):
            continue
        for parameter in _parameters(binding, wanted.strip().strip("'\"")):
            found.setdefault(parameter, value)
    return found


def _parameters(binding: Binding, wanted: str) -> list[ParameterInfo]:
    if has_wildcard(wanted):
        matches = wildcard_matcher(wanted)
        found = [each for each in binding.signature.parameters if any(matches(name) for name in each.names())]
        return found if len(found) == 1 else []
    try:
        candidates = binding.signature.candidates(wanted)
    except ParameterBindingException:
        return []
    return candidates if len(candidates) == 1 else []


def _evaluated(binding: Binding, value: Value) -> Value:
    """Run a script block that computes a value from the bound parameters, its argument."""
    if type(value).__name__ != "ScriptBlock":
        return value
    bound = PSCustomObject({"BoundParameters": Hashtable(binding.bound.items())})
    items = binding.session.collect(value, (bound,))
    return items[0] if len(items) == 1 else items if items else None


__all__ = ["bind_defaults", "table_of"]
