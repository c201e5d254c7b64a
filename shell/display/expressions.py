"""What -Property and -GroupBy mean: names, wildcards, script blocks, and the settings that stand beside them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from shell.display.access import find_name, getter, names_of
from shell.lazy import lazy
from shell.values.objects import MISSING, Value
from shell.values.wildcard import has_wildcard, wildcard_matcher

if TYPE_CHECKING:
    from shell.engine.run.script_block import ScriptBlock
    from shell.engine.session.runspace import Runspace
    from shell.types.members import access
else:
    access = lazy("shell.types.members.access", globals())


class Resolved(NamedTuple):
    """One property that an expression stands for: how it is called and how it is read.

    `get` returns MISSING where an object has no such property, and raises what reading it raises.
    """

    name: str
    get: Callable[[Value], Value]


class Expression:
    """A -Property argument. `align` is "" where it was not given; `depth` is None likewise."""

    __slots__ = ("_local", "align", "block", "depth", "format", "label", "text", "width")

    def __init__(
        self,
        source: str | ScriptBlock,
        label: str = "",
        *,
        width: int = 0,
        align: str = "",
        format: str = "",
        depth: int | None = None,
    ) -> None:
        self.block: ScriptBlock | None = None if isinstance(source, str) else source
        self.text = str(source)
        self.label = label
        self.width = width
        self.align = align
        self.format = format
        self.depth = depth
        self._local: Any = None

    @property
    def has_wildcards(self) -> bool:
        """True if it may stand for several properties."""
        return self.block is None and has_wildcard(self.text)

    def names(self, value: Value) -> list[str]:
        """Return the properties of an object that a name or wildcard stands for."""
        if not self.has_wildcards:
            found = find_name(value, self.text)
            return [found] if found is not None else property_set(value, self.text)
        matches = wildcard_matcher(self.text)
        return [name for name in names_of(value) if matches(name)]

    def resolve(self, value: Value, session: Runspace | None) -> list[Resolved]:
        """Return what the expression stands for on an object."""
        if self.block is not None:
            return [Resolved(self.text, self._runner(session))]
        return [Resolved(name, getter(name, session)) for name in self.names(value)]

    def resolve_fixed(self, value: Value, session: Runspace | None) -> list[Resolved]:
        """Return the same, and for a name that this object lacks a property of that name."""
        found = self.resolve(value, session)
        if found or self.has_wildcards:
            return found
        return [Resolved(self.text, getter(self.text, session))]

    def _runner(self, session: Runspace | None) -> Callable[[Value], Value]:
        if session is None:
            return lambda value: MISSING
        if self._local is None:
            self._local = session.local_block(self.block)  # type: ignore[arg-type]
        run: Callable[[Value], Value] = self._local.value

        def read(value: Value) -> Value:
            before, session.propagates = session.propagates, True
            try:
                return run(value)
            finally:
                session.propagates = before

        return read


def property_set(value: Value, name: str) -> list[str]:
    """Return the names in an object's property set, nothing if it has none of that name."""
    lowered = name.lower()
    for each in access.members(value):
        if each.kind == "PropertySet" and each.name.lower() == lowered:
            return list(each.referenced)
    return []


__all__ = ["Expression", "Resolved", "property_set"]
