"""Key handlers: the bindings of an edit mode, and how scripts change them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from shell.hosting.lineediting.chords import Chord, chord_text, parse_chord
from shell.hosting.lineediting.defaults import default_keys
from shell.hosting.lineediting.functions import FUNCTIONS, GROUPS
from shell.types.conversion.conversion import convert
from shell.types.registry.declarations import clr_class
from shell.types.registry.names import named
from shell.values.objects import Value

UNBOUND: Final = "Unbound"


@clr_class(
    "Microsoft.PowerShell.KeyHandler",
    properties="Key:string Function:string Description:string Group:Microsoft.PowerShell.KeyHandlerGroup",
)
@dataclass(frozen=True, slots=True)
class KeyHandler:
    """The handler of a chord. `key` is `Unbound` for a function without a chord; `block` is a script's own handler."""

    key: str
    function: str
    description: str
    group_name: str
    block: Any = None

    @property
    def group(self) -> Value:
        """Return the group as a value of the enumeration."""
        return convert(self.group_name, named("Microsoft.PowerShell.KeyHandlerGroup"))


def handler_of(function: str, key: str = UNBOUND) -> KeyHandler:
    """Return the handler of a function of the line editor."""
    found = FUNCTIONS[function.lower()]
    return KeyHandler(key, found.name, found.description, found.group)


def custom_handler(block: Any, brief: str, description: str, key: str) -> KeyHandler:
    """Return the handler of a script block."""
    return KeyHandler(key, brief, description, "Custom", block)


Place = tuple[Chord, bool]
"""A chord, and whether it is one of vi's command mode."""


class KeyHandlers:
    """The handlers of the current edit mode. `version` grows with each change."""

    def __init__(self, mode: str = "Windows") -> None:
        self.version = 0
        self.bound: dict[Place, KeyHandler] = {}
        self.removed: set[Place] = set()
        """Chords that were unbound, though the terminal's line editor binds them."""
        self.use(mode)

    def use(self, mode: str) -> None:
        """Switch to an edit mode with its default keys. Bindings of scripts are dropped, as in PSReadLine."""
        self.bound = {}
        for text, function in default_keys(mode).items():
            chord = parse_chord(text)
            self.bound[(chord, False)] = handler_of(function, chord_text(chord))
        self.removed = set()
        self.version += 1

    def set(self, chord: Chord, handler: KeyHandler, *, command_mode: bool = False) -> None:
        """Bind a chord."""
        self.bound[(chord, command_mode)] = handler
        self.removed.discard((chord, command_mode))
        self.version += 1

    def remove(self, chord: Chord, *, command_mode: bool = False) -> None:
        """Unbind a chord."""
        self.bound.pop((chord, command_mode), None)
        self.removed.add((chord, command_mode))
        self.version += 1

    def listed(self) -> list[KeyHandler]:
        """Return the bound handlers by group, in the order of the keys."""
        order = list(GROUPS)
        return sorted(self.bound.values(), key=lambda each: (order.index(each.group_name), each.key.lower()))

    def unbound(self) -> list[KeyHandler]:
        """Return the unbound functions by group."""
        used = {each.function.lower() for each in self.bound.values()}
        order = list(GROUPS)
        free = [handler_of(name) for name, each in FUNCTIONS.items() if name not in used and each.emulated]
        return sorted(free, key=lambda each: (order.index(each.group_name), each.function.lower()))


__all__ = ["UNBOUND", "KeyHandler", "KeyHandlers", "custom_handler", "handler_of"]
