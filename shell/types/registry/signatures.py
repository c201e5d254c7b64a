"""Signatures of .NET methods as the decorators of `types` write them: `"int start, params string[] names -> bool"`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from shell.types import OBJECT, array_of, close_generic, resolve_in
from shell.values.objects import MISSING, Value
from shell.values.registries import CURRENT

if TYPE_CHECKING:
    from shell.types import ClrType


@dataclass(frozen=True, slots=True)
class SignatureParameter:
    """One parameter. `default` is MISSING where an argument must be given; `by_ref` takes `[ref]`."""

    type_name: str
    name: str
    is_params: bool = False
    by_ref: bool = False
    default: Value = MISSING


@dataclass(frozen=True, slots=True)
class Signature:
    """Parameters and the name of the returned type."""

    parameters: tuple[SignatureParameter, ...]
    returns: str
    parameter_names: tuple[str, ...]

    @property
    def required(self) -> int:
        """Return the number of mandatory arguments."""
        return sum(1 for each in self.parameters if each.default is MISSING and not each.is_params)

    @property
    def takes_params(self) -> bool:
        """True if the last parameter takes any number of arguments."""
        return bool(self.parameters) and self.parameters[-1].is_params

    def definition(self, name: str, owner: ClrType) -> str:
        """Return the text that Get-Member shows: `string Substring(int startIndex, int length)`."""
        shown = ", ".join(_shown(each, owner) for each in self.parameters)
        return f"{_type_text(self.returns, owner)} {name}({shown})"


_DEFAULTS = {"null": None, "true": True, "false": False}


def _shown(parameter: SignatureParameter, owner: ClrType) -> str:
    prefix = "Params " if parameter.is_params else "[ref] " if parameter.by_ref else ""
    return f"{prefix}{_type_text(parameter.type_name, owner)} {parameter.name}".rstrip()


def _type_text(name: str, owner: ClrType) -> str:
    found = bind_type(name, owner)
    return name if found is None else found.accelerator


def bind_type(name: str, owner: ClrType) -> ClrType | None:
    """Return the type of a name in a signature; T, TKey, TValue stand for the owner's generic arguments."""
    place = _PLACES.get(name.removesuffix("[]"))
    if place is None:
        if "[T" in name and _generic_arguments(owner):
            return _bind_generic(name, owner)
        # Names in a script's class belong to the session that defined it, not to the caller's.
        return resolve_in(owner.home or CURRENT.get(), name)
    if owner.element_type is not None:
        argument = owner.element_type
    else:
        arguments = _generic_arguments(owner)
        argument = arguments[place] if place < len(arguments) else OBJECT
    return array_of(argument) if name.endswith("[]") else argument


def _generic_arguments(owner: ClrType | None) -> tuple[ClrType, ...]:
    """Return the generic arguments of a type or of its nearest generic base: a script's class may derive from
    `List[int]`.
    """
    while owner is not None and not owner.generic_arguments:
        owner = owner.base
    return () if owner is None else owner.generic_arguments


_PLACES = {"T": 0, "TKey": 0, "TValue": 1}


def _bind_generic(name: str, owner: ClrType) -> ClrType | None:
    """Close `System.Predicate[T]` with the owner's generic arguments, which may be types that a script defined."""
    outer, _, inner = name.rstrip("]").partition("[")
    arguments = tuple(bind_type(each.strip(), owner) for each in inner.split(","))
    if any(each is None for each in arguments):
        return None
    return close_generic(outer.partition("`")[0], arguments)  # type: ignore[arg-type]


def parse_signature(text: str) -> Signature:
    """Parse a signature. A text without an arrow returns nothing."""
    left, _, returns = text.partition("->")
    parameters = tuple(_parameter(part, place) for place, part in enumerate(_split(left)))
    names = tuple(f"{'ref ' if each.by_ref else ''}{each.type_name.lower()}" for each in parameters)
    return Signature(parameters, returns.strip() or "void", names)


def _split(text: str) -> list[str]:
    parts: list[str] = []
    depth = start = 0
    for place, letter in enumerate(text):
        if letter in "[":
            depth += 1
        elif letter == "]":
            depth -= 1
        elif letter == "," and depth == 0:
            parts.append(text[start:place].strip())
            start = place + 1
    last = text[start:].strip()
    return [*parts, last] if last else parts


_NAMES_BY_PLACE = ("value", "other", "third", "fourth")


def _parameter(text: str, place: int) -> SignatureParameter:
    declared, has_default, default = text.partition("=")
    words = declared.split()
    is_params = words[0] == "params"
    by_ref = words[0] in ("ref", "out")
    if is_params or by_ref:
        words = words[1:]
    name = words[1] if len(words) > 1 else _NAMES_BY_PLACE[min(place, 3)]
    value: Value = MISSING
    if has_default:
        word = default.strip()
        value = _DEFAULTS[word] if word in _DEFAULTS else int(word)
    return SignatureParameter(words[0], name, is_params, by_ref, value)
