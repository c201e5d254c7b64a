"""Resolution of type names as scripts write them."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, Final

from shell.language import knowledge
from shell.types.registry.catalog import ACCELERATORS, LAZY_TYPES, MAKERS
from shell.types.registry.descriptions import imported
from shell.types.registry.table import (
    TYPES,
    ClrType,
    Resolved,
    array_of,
    close_generic,
    exception_type,
    names_changed,
    open_generic,
)
from shell.values.errors import NetException
from shell.values.registries import CURRENT, Registries


def resolve(name: str, namespaces: Sequence[str] = ()) -> ClrType | None:
    """Return the type that a script means by a name without its outer brackets, or None.

    Takes accelerators, names with or without `System.`, generic arguments in brackets, array ranks and an assembly
    after a comma; case does not matter. `namespaces` are those of `using namespace`. The classes and accelerators of
    the runspace that runs are known.
    """
    return resolve_in(CURRENT.get(), name, namespaces)


def resolve_in(registries: Registries, name: str, namespaces: Sequence[str] = ()) -> ClrType | None:
    """Return the type that a script of one runspace means: see `resolve`."""
    if namespaces:
        return _resolve_uncached(registries, name, namespaces)
    own = registries.types
    known = own.resolved if own.base is Resolved.names else _names_of(registries)
    lowered = name.lower()
    try:
        return known[lowered]
    except KeyError:
        found = known[lowered] = _resolve_uncached(registries, lowered, ())
        return found


def _names_of(registries: Registries) -> dict[str, ClrType | None]:
    """Return a new table of names after a change: the runspace's own if it has types or accelerators."""
    own, process = registries.types, registries.process
    shared = Resolved.names
    own.resolved = {} if own.defined or process.accelerators or process.removed_accelerators else shared
    own.base = shared
    return own.resolved


def _resolve_uncached(registries: Registries, name: str, namespaces: Sequence[str]) -> ClrType | None:
    found, rest = _parse_type(registries, name.strip(), namespaces)
    if found is None or (rest and not rest.startswith(",")):
        return None
    return found


def _parse_type(registries: Registries, text: str, namespaces: Sequence[str]) -> tuple[ClrType | None, str]:
    end = next((place for place, letter in enumerate(text) if letter in "[],"), len(text))
    name, rest = text[:end].strip(), text[end:]
    found: ClrType | None
    if rest.startswith("[") and rest[1:].lstrip()[:1] not in ("]", ",", ""):
        arguments, rest = _parse_arguments(registries, rest[1:], namespaces)
        if arguments is None:
            return None, rest
        found = _find_generic(name, arguments, namespaces)
    else:
        found = _find_plain(registries, name, namespaces)
    while found is not None and rest.startswith("["):
        inside, bracket, rest = rest[1:].partition("]")
        if not bracket or inside.replace(" ", "").strip(","):
            return None, rest
        found = array_of(found, inside.count(",") + 1)
    return found, rest.lstrip()


def _parse_arguments(
    registries: Registries, text: str, namespaces: Sequence[str]
) -> tuple[tuple[ClrType, ...] | None, str]:
    found: list[ClrType] = []
    rest = text
    while True:
        rest = rest.lstrip()
        qualified = rest.startswith("[")
        argument, rest = _parse_type(registries, rest[1:] if qualified else rest, namespaces)
        if argument is None:
            return None, rest
        found.append(argument)
        if qualified:
            rest = rest.partition("]")[2].lstrip()
        if rest.startswith(","):
            rest = rest[1:]
            continue
        return (tuple(found), rest[1:]) if rest.startswith("]") else (None, rest)


def _find_generic(name: str, arguments: tuple[ClrType, ...], namespaces: Sequence[str]) -> ClrType | None:
    for candidate in (name, "System." + name, *(f"{each}.{name}" for each in namespaces)):
        module = _PROMISED.get(f"{candidate.lower()}`{len(arguments)}")
        if module is not None:
            importlib.import_module(module)
        found = close_generic(candidate, arguments)
        if found is not None:
            return found
    return None


def _find_plain(registries: Registries, name: str, namespaces: Sequence[str]) -> ClrType | None:
    """Find a type by its plain name: a script's own classes come first, then accelerators, then .NET's types."""
    lowered = name.lower()
    if not lowered:
        return None
    own = registries.types.defined.get(lowered)
    if own is not None:
        return own
    process = registries.process
    if lowered in process.accelerators:
        return process.accelerators[lowered][1]
    accelerated = _LOWER_ACCELERATORS.get(lowered)
    if accelerated is not None and lowered not in process.removed_accelerators:
        return _find_full(accelerated.lower())
    for candidate in (lowered, *(f"{each.lower()}.{lowered}" for each in namespaces), "system." + lowered):
        found = _find_full(candidate)
        if found is not None:
            return found
    return None


def _find_full(lowered: str) -> ClrType | None:
    module = LAZY_TYPES.get(lowered)
    if module is not None:  # even for a registered type: another thread may still be adding its members
        imported("shell." + module)
    elif lowered in _PROMISED:
        imported(_PROMISED[lowered])
    found = TYPES.get(lowered)
    if found is not None:
        return found
    if "`" in lowered:
        return open_generic(lowered)
    for find in FINDERS:
        found = find(lowered)
        if found is not None:
            return found
    return _find_exception(lowered) if lowered.endswith("exception") else None


def _find_exception(lowered: str) -> ClrType | None:
    """Return the type of an exception class that is not registered yet."""
    importlib.import_module("shell.dotnet.automation.errors")
    waiting: list[type[NetException]] = [NetException]
    while waiting:
        each = waiting.pop()
        if "script_type" in vars(each):  # a script's class: only its own session finds it and its derived classes
            continue
        if each.clr_name.lower() == lowered:
            return exception_type(each)
        waiting += each.__subclasses__()
    return None


FINDERS: Final[list[Callable[[str], ClrType | None]]] = []
"""Finders of the types of higher floors by lower-case full name: classes of cmdlets and their output."""

_LOWER_ACCELERATORS: Final = {short.lower(): name for short, name in ACCELERATORS.items()}


_PROMISED: Final[dict[str, str]] = {}


def promise(name: str, module: str) -> None:
    """Note that importing a module (by full name) registers a type; it is imported when the type is first named."""
    _PROMISED[name.lower()] = module


def give_accelerator(short: str, target: ClrType) -> None:
    """Add a type accelerator for the scripts of this process."""
    process = CURRENT.get().process
    process.accelerators[short.lower()] = (short, target)
    names_changed()


def take_accelerator(short: str) -> bool:
    """Remove a type accelerator in this process; return True if it existed."""
    process = CURRENT.get().process
    lowered = short.lower()
    known = process.accelerators.pop(lowered, None) is not None
    if not known and lowered in _LOWER_ACCELERATORS and lowered not in process.removed_accelerators:
        process.removed_accelerators.add(lowered)
        known = True
    names_changed()
    return known


def accelerators() -> dict[str, ClrType]:
    """Return the type accelerators of this process."""
    process = CURRENT.get().process
    found = {
        short: target
        for short, name in ACCELERATORS.items()
        if short.lower() not in process.removed_accelerators and (target := _find_full(name.lower())) is not None
    }
    found.update(process.accelerators.values())
    return found


def named(name: str) -> ClrType:
    """Return the type of a name that the program itself uses; an unknown name is a bug."""
    found = resolve(name)
    if found is None:
        raise LookupError(f"no type {name}")
    return found


@cache
def maker(name: str) -> Callable[..., Any]:
    """Return the function that makes a value of a type of a higher floor; see `catalog.makers`."""
    module, _, function = MAKERS[name].partition(":")
    made: Callable[..., Any] = getattr(importlib.import_module("shell." + module), function)
    return made


def _is_there(name: str) -> bool:
    return resolve(name) is not None


knowledge.knows_type = _is_there
