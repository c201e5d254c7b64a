"""`$PSBoundParameters`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from shell.dotnet.collections.generic_dictionaries import GenericDictionary, KeyValuePair
from shell.types.registry.table import OBJECT, STRING, ClrType, close_generic, register
from shell.values.objects import MISSING, Value, fold_key


def _closed(name: str) -> ClrType:
    made = close_generic(f"System.Collections.Generic.{name}", (STRING, OBJECT))
    assert made is not None
    return made


_PAIR: Final = _closed("KeyValuePair")


class BoundParameters(GenericDictionary):
    """The bound parameters of a call: a Dictionary[string, object] with case-insensitive keys."""

    def __init__(self, pairs: Iterable[tuple[str, Value]] = ()) -> None:
        super().__init__(_TYPE, fold=fold_key)
        self.key_type = STRING
        for name, value in pairs:
            self._table[name] = value

    def follow(self, changes: Iterable[tuple[str, Value]]) -> None:
        """Take over what a pipeline object changed; MISSING stands for what it does not give."""
        for name, value in changes:
            if value is MISSING:
                self._table.remove(name)
            else:
                self._table[name] = value

    def clr_enumerate(self) -> Iterator[Value]:
        """Return the pairs."""
        return (KeyValuePair(_PAIR, name, value) for name, value in self.items())


_TYPE: Final = register(
    ClrType(
        "System.Management.Automation.PSBoundParametersDictionary", _closed("Dictionary"), python_class=BoundParameters
    )
)

__all__ = ["BoundParameters"]
