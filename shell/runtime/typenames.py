"""Names of types as scripts write them, to types."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from typing import Final

from shell.language import knowledge
from shell.runtime.catalog import ACCELERATORS, LAZY_TYPES
from shell.runtime.clrtype import RESOLVED, TYPES, ClrType, array_of, close_generic, exception_type, open_generic


def resolve(name: str, namespaces: Sequence[str] = ()) -> ClrType | None:
    """Return the type that a script means by a name without its outer brackets, or None.

    Takes accelerators, names with or without `System.`, generic arguments in brackets, array ranks and an assembly
    after a comma; case does not matter. `namespaces` are those of `using namespace`.
    """
    if namespaces:
        return _resolve_uncached(name, namespaces)
    lowered = name.lower()
    try:
        return RESOLVED[lowered]
    except KeyError:
        found = _resolve_uncached(lowered, ())
        RESOLVED[lowered] = found
        return found


def _resolve_uncached(name: str, namespaces: Sequence[str]) -> ClrType | None:
    found, rest = _parse_type(name.strip(), namespaces)
    if found is None or (rest and not rest.startswith(",")):
        return None
    return found


def _parse_type(text: str, namespaces: Sequence[str]) -> tuple[ClrType | None, str]:
    end = next((place for place, letter in enumerate(text) if letter in "[],"), len(text))
    name, rest = text[:end].strip(), text[end:]
    found: ClrType | None
    if rest.startswith("[") and rest[1:].lstrip()[:1] not in ("]", ",", ""):
        arguments, rest = _parse_arguments(rest[1:], namespaces)
        if arguments is None:
            return None, rest
        found = _find_generic(name, arguments, namespaces)
    else:
        found = _find_plain(name, namespaces)
    while found is not None and rest.startswith("["):
        inside, bracket, rest = rest[1:].partition("]")
        if not bracket or inside.replace(" ", "").strip(","):
            return None, rest
        found = array_of(found, inside.count(",") + 1)
    return found, rest.lstrip()


def _parse_arguments(text: str, namespaces: Sequence[str]) -> tuple[tuple[ClrType, ...] | None, str]:
    found: list[ClrType] = []
    rest = text
    while True:
        rest = rest.lstrip()
        qualified = rest.startswith("[")
        argument, rest = _parse_type(rest[1:] if qualified else rest, namespaces)
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


def _find_plain(name: str, namespaces: Sequence[str]) -> ClrType | None:
    lowered = name.lower()
    if not lowered:
        return None
    accelerated = _LOWER_ACCELERATORS.get(lowered)
    if accelerated is not None:
        return _find_full(accelerated.lower())
    if lowered in _added:
        return _added[lowered][1]
    for candidate in (lowered, *(f"{each.lower()}.{lowered}" for each in namespaces), "system." + lowered):
        found = _find_full(candidate)
        if found is not None:
            return found
    return None


def _find_full(lowered: str) -> ClrType | None:
    found = TYPES.get(lowered)
    if found is not None:
        return found
    module = LAZY_TYPES.get(lowered)
    if module is not None:
        importlib.import_module("shell.runtime." + module)
    elif lowered in _PROMISED:
        importlib.import_module(_PROMISED[lowered])
    if "`" in lowered:
        return open_generic(lowered)
    return TYPES.get(lowered) or (_find_exception(lowered) if lowered.endswith("exception") else None)


def _find_exception(lowered: str) -> ClrType | None:
    """Return the type of an exception class that was not looked at so far."""
    from shell.runtime.errors import NetException

    importlib.import_module("shell.runtime.dotnet.errors")
    waiting: list[type[NetException]] = [NetException]
    while waiting:
        each = waiting.pop()
        if each.clr_name.lower() == lowered:
            return exception_type(each)
        waiting += each.__subclasses__()
    return None


_LOWER_ACCELERATORS: Final = {short.lower(): name for short, name in ACCELERATORS.items()}


_PROMISED: Final[dict[str, str]] = {}


def promise(name: str, module: str) -> None:
    """Say that importing a module (its full name) registers a type, so that it is imported when the type is named."""
    _PROMISED[name.lower()] = module


_added: Final[dict[str, tuple[str, ClrType]]] = {}
"""Lower-case short names that scripts gave to types."""


def add_accelerator(short: str, name: str) -> None:
    """Let scripts call a type by a short name."""
    _LOWER_ACCELERATORS[short.lower()] = name
    RESOLVED.clear()


def give_accelerator(short: str, target: ClrType) -> None:
    """Let scripts call a type by a short name that a script chose."""
    _added[short.lower()] = (short, target)
    RESOLVED.clear()


def take_accelerator(short: str) -> bool:
    """Forget a short name; true if there was such a name."""
    RESOLVED.clear()
    lowered = short.lower()
    return _added.pop(lowered, None) is not None or _LOWER_ACCELERATORS.pop(lowered, None) is not None


def accelerators() -> dict[str, ClrType]:
    """Return the types by their short names."""
    found = {
        short: target
        for short, name in ACCELERATORS.items()
        if short.lower() in _LOWER_ACCELERATORS and (target := resolve(name)) is not None
    }
    found.update(_added.values())
    return found


def named(name: str) -> ClrType:
    """Return the type of a name that the program itself uses; a name that is unknown is a bug."""
    found = resolve(name)
    if found is None:
        raise LookupError(f"no type {name}")
    return found


def _is_there(name: str) -> bool:
    return resolve(name) is not None


knowledge.knows_type = _is_there
