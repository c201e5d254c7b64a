"""Generic interfaces, for `-is` and for script classes; they declare no members."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from shell.types import OBJECT, ClrType, register_generic

_OF_ONE: Final = (
    "IEnumerable ICollection IList IReadOnlyList IReadOnlyCollection ISet IComparer IEqualityComparer IEnumerator"
)
_OF_TWO: Final = "IDictionary IReadOnlyDictionary"
_OF_SYSTEM: Final = "IEquatable IComparable IObserver IObservable IProgress"


def _interface_type(name: str) -> Callable[[tuple[ClrType, ...]], ClrType]:
    return lambda arguments: ClrType(name, OBJECT, generic_arguments=arguments, is_interface=True)


def _register() -> None:
    for names, arity in ((_OF_ONE, 1), (_OF_TWO, 2)):
        for name in names.split():
            full = f"System.Collections.Generic.{name}`{arity}"
            register_generic(full, _interface_type(full))
    for name in _OF_SYSTEM.split():
        register_generic(f"System.{name}`1", _interface_type(f"System.{name}`1"))


_register()
