"""Key values of `$Host.UI.RawUI.ReadKey()` and `[Console]::ReadKey()`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from shell.types import named
from shell.types.registry.declarations import clr_class, clr_constructor
from shell.types.registry.enumeration import enum_value
from shell.values.objects import Char, Value

if TYPE_CHECKING:
    from shell.values.keystrokes import Keystroke

_STATES: Final = "System.Management.Automation.Host.ControlKeyStates"
_LEFT_ALT, _LEFT_CONTROL, _SHIFT, _ENHANCED = 2, 8, 16, 256
_ENHANCED_KEYS: Final = range(33, 47)
"""Key codes of the navigation block, from Page Up to Delete."""


@clr_class(
    "System.Management.Automation.Host.KeyInfo",
    "System.ValueType",
    f"VirtualKeyCode:int=rw Character:char=rw ControlKeyState:{_STATES}=rw KeyDown:bool=rw",
    is_value_type=True,
)
class KeyInfo:
    """A key that was pressed or released."""

    @clr_constructor(f"int virtualKeyCode, char ch, {_STATES} controlKeyState, bool keyDown")
    def __init__(self, virtual_key_code: int, character: Value, control_key_state: Value, key_down: bool) -> None:
        self.virtual_key_code = virtual_key_code
        self.character = character
        self.control_key_state = control_key_state
        self.key_down = key_down

    def __str__(self) -> str:
        return f"{self.virtual_key_code},{self.character},{self.control_key_state},{self.key_down}"


@clr_class(
    "System.ConsoleKeyInfo",
    "System.ValueType",
    "KeyChar:char Key:System.ConsoleKey Modifiers:System.ConsoleModifiers",
    is_value_type=True,
)
class ConsoleKeyInfo:
    """A key that was pressed."""

    @clr_constructor("char keyChar, System.ConsoleKey key, bool shift, bool alt, bool control")
    def __init__(self, key_char: Value, key: Value, shift: bool, alt: bool, control: bool) -> None:
        self.key_char = key_char
        self.key = key
        self.modifiers = enum_value(named("System.ConsoleModifiers"), alt | shift << 1 | control << 2)

    def __str__(self) -> str:
        return "System.ConsoleKeyInfo"


def key_info(key: Keystroke, *, down: bool) -> KeyInfo:
    """Return a key as `$Host.UI.RawUI` reports it."""
    state = (
        (_LEFT_ALT if key.alt else 0)
        | (_LEFT_CONTROL if key.control else 0)
        | (_SHIFT if key.shift else 0)
        | (_ENHANCED if key.code in _ENHANCED_KEYS else 0)
    )
    return KeyInfo(key.code, Char(key.character), enum_value(named(_STATES), state), down)


def console_key_info(key: Keystroke) -> ConsoleKeyInfo:
    """Return a key as `[Console]` reports it."""
    name = enum_value(named("System.ConsoleKey"), key.code)
    return ConsoleKeyInfo(Char(key.character), name, key.shift, key.alt, key.control)


__all__ = ["ConsoleKeyInfo", "KeyInfo", "console_key_info", "key_info"]
