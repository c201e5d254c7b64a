"""The values that scripts work with, as Python values.

| PowerShell             | here                                                                    |
|------------------------|-------------------------------------------------------------------------|
| $null                  | None; "nothing at all" out of a pipeline is AUTOMATION_NULL             |
| Int32, Double, String  | exact `int`, `float`, `str` (the fast paths test `type(x) is int`)      |
| Boolean                | `bool`                                                                  |
| Int64, Byte, ...       | subclasses of int without instance dictionary; Single of float, Char of str |
| Decimal                | `decimal.Decimal`                                                       |
| Object[]               | exact `list`; `int[]` and its like are TypedArray(list)                 |
| ArrayList, List[T]     | ArrayList(list), GenericList(list)                                      |
| Hashtable, [ordered]   | Hashtable, OrderedDictionary                                            |
| [pscustomobject]       | PSCustomObject                                                          |
| a value with members   | PSObject around it                                                      |
| a [switch] in a script | SwitchParameter: PRESENT or ABSENT                                      |

Whatever is a `list` is an IList to PowerShell: it unrolls in pipelines and is indexed by position.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from shell.language.numbers import BigInteger, Byte, Int16, Int64, SByte, UInt16, UInt32, UInt64

if TYPE_CHECKING:
    from shell.types import ClrType

Value: TypeAlias = Any
"""A value of a script; its type is known at run time only."""

Out: TypeAlias = Callable[[Value], None]
"""A sink of output, called once for each object."""


class AutomationNull:
    """The value of a pipeline without output: acts as $null, but sends nothing when piped."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "AUTOMATION_NULL"

    def __bool__(self) -> bool:
        return False


AUTOMATION_NULL: Final = AutomationNull()


class Missing:
    """The mark for "no value was given", where None is a value."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "MISSING"


MISSING: Final[Any] = Missing()


class Char(str):
    """System.Char: a string of one UTF-16 unit."""

    __slots__ = ()


class Single(float):
    """System.Single: a value that `conversion.to_single` has rounded to a 24-bit mantissa."""

    __slots__ = ()


class SwitchParameter:
    """System.Management.Automation.SwitchParameter: the value of a switch, PRESENT or ABSENT."""

    __slots__ = ("is_present",)

    def __init__(self, is_present: bool) -> None:
        self.is_present = is_present

    def __bool__(self) -> bool:
        return self.is_present

    def __eq__(self, other: object) -> bool:
        return isinstance(other, (SwitchParameter, bool)) and bool(other) is self.is_present

    def __hash__(self) -> int:
        return hash(self.is_present)

    def __str__(self) -> str:
        return str(self.is_present)

    def clr_truth(self) -> bool:
        """Return its value as a condition."""
        return self.is_present


PRESENT: Final = SwitchParameter(True)
ABSENT: Final = SwitchParameter(False)


class TypedArray(list[Any]):
    """An array other than Object[]: fixed size, elements of `element_type`."""

    __slots__ = ("element_type",)

    def __init__(self, element_type: ClrType, items: Iterable[Value] = ()) -> None:
        list.__init__(self, items)
        self.element_type = element_type


class MultiArray(list[Any]):
    """A rectangular array of more than one dimension, its elements row by row."""

    __slots__ = ("element_type", "lengths")

    def __init__(self, element_type: ClrType, lengths: Iterable[int], items: Iterable[Value] = ()) -> None:
        super().__init__(items)
        self.element_type = element_type
        self.lengths = tuple(lengths)


class ArrayList(list[Any]):
    """System.Collections.ArrayList."""

    __slots__ = ("ps_extension",)


class GenericList(list[Any]):
    """System.Collections.Generic.List[element_type]."""

    __slots__ = ("element_type", "ps_extension")

    def __init__(self, element_type: ClrType, items: Iterable[Value] = ()) -> None:
        super().__init__(items)
        self.element_type = element_type


_NUMBER_TAGS: Final[dict[type, str]] = {
    bool: "b",
    float: "d",
    Int64: "l",
    UInt32: "u",
    UInt64: "ul",
    Int16: "s",
    UInt16: "us",
    Byte: "y",
    SByte: "sb",
    BigInteger: "n",
    Decimal: "m",
    Single: "f",
    Char: "c",
}


def fold_key(key: Value) -> Any:
    """Return the form in which a hashtable compares a key: strings without case, numbers with their type (1 is not
    [long]1).
    """
    kind = type(key)
    if kind is str:
        return key.lower()
    if kind is int:
        return key
    tag = _NUMBER_TAGS.get(kind)
    if tag is not None:
        return (tag, key)
    if isinstance(key, PSObject) and key.base is not key:
        return fold_key(key.base)
    try:
        hash(key)
    except TypeError:
        return ("id", id(key))
    return key


class Hashtable:
    """System.Collections.Hashtable as PowerShell makes it: keys without case, kept in the order of insertion."""

    __slots__ = ("_fold", "_items", "_pending", "ps_extension")

    def __init__(self, pairs: Iterable[tuple[Value, Value]] = (), fold: Callable[[Value], Any] = fold_key) -> None:
        self._fold = fold
        self._items: dict[Any, tuple[Value, Value]] = {fold(key): (key, value) for key, value in pairs}

    def __len__(self) -> int:
        return len(self._items)

    def __contains__(self, key: Value) -> bool:
        return self._fold(key) in self._items

    def __getitem__(self, key: Value) -> Value:
        return self._items[self._fold(key)][1]

    def __setitem__(self, key: Value, value: Value) -> None:
        folded = self._fold(key)
        known = self._items.get(folded)
        self._items[folded] = (key if known is None else known[0], value)

    def get(self, key: Value, default: Value = None) -> Value:
        """Return the value of a key, or `default`."""
        entry = self._items.get(self._fold(key))
        return default if entry is None else entry[1]

    def key_of(self, key: Value) -> Value:
        """Return the spelling of an existing key."""
        return self._items[self._fold(key)][0]

    def remove(self, key: Value) -> None:
        """Remove a key, if there is one."""
        self._items.pop(self._fold(key), None)

    def clear(self) -> None:
        """Remove all entries."""
        self._items.clear()

    def keys(self) -> list[Value]:
        """Return the keys in their own spelling."""
        return [key for key, _ in self._items.values()]

    def values(self) -> list[Value]:
        """Return the values."""
        return [value for _, value in self._items.values()]

    def items(self) -> Iterator[tuple[Value, Value]]:
        """Iterate over (key, value)."""
        return iter(list(self._items.values()))

    def copy(self) -> Hashtable:
        """Return a shallow copy of the same kind."""
        return type(self)(self._items.values(), self._fold)


class LazyHashtable(Hashtable):
    """A Hashtable that is filled at its first use and is an ordinary one from then on.

    Until then `_items` and `_fold` are unset, so that reading them calls `__getattr__`. `_pending` is what the entries
    are made of.
    """

    __slots__ = ()

    def __init__(self, pending: Any) -> None:
        self._pending = pending

    def __getattr__(self, name: str) -> Any:
        if name not in ("_items", "_fold"):
            raise AttributeError(name)
        self.fill()
        return getattr(self, name)

    def entries(self, pending: Any) -> dict[Any, tuple[Value, Value]]:
        """Return (key, value) pairs by the form in which keys are compared."""
        raise NotImplementedError

    def fill(self) -> None:
        """Become an ordinary table."""
        self._items = self.entries(self._pending)
        self._fold = fold_key
        self.__class__ = Hashtable  # type: ignore[assignment]
        self._pending = None


class OrderedDictionary(Hashtable):
    """System.Collections.Specialized.OrderedDictionary: what `[ordered]@{}` makes."""

    __slots__ = ()

    def set_at(self, place: int, value: Value) -> None:
        """Set the value of the entry at an index."""
        folded = list(self._items)[place]
        self._items[folded] = (self._items[folded][0], value)

    def insert(self, place: int, key: Value, value: Value) -> None:
        """Insert a new entry at an index."""
        entries = list(self._items.items())
        entries.insert(place, (self._fold(key), (key, value)))
        self._items = dict(entries)


class OrderedHashtable(Hashtable):
    """System.Management.Automation.OrderedHashtable: the result of ConvertFrom-Json -AsHashtable. Keys are
    case-sensitive.
    """

    __slots__ = ()


class PSObject:
    """A value with members of its own (Add-Member) or type names of its own.

    `members` maps the display name to the value of a note property, or to an `ExtendedMember`
    (`shell.types.members.access`) for every other kind. Names are looked up without case: see `find_member`.
    """

    __slots__ = ("base", "members", "type_names")

    def __init__(self, base: Value, members: dict[str, Any] | None = None, type_names: list[str] | None = None) -> None:
        self.base = base
        self.members: dict[str, Any] = {} if members is None else members
        self.type_names = type_names

    def find_member(self, name: str) -> str | None:
        """Return the display name of a member, looked up without case."""
        if name in self.members:
            return name
        lowered = name.lower()
        for known in self.members:
            if known.lower() == lowered:
                return known
        return None


class PSCustomObject(PSObject):
    """System.Management.Automation.PSCustomObject: nothing but members. Its `base` is itself."""

    __slots__ = ()

    def __init__(self, members: dict[str, Any] | None = None, type_names: list[str] | None = None) -> None:
        self.base = self
        self.members = {} if members is None else members
        self.type_names = type_names


def unwrap(value: Value) -> Value:
    """Return the value inside a PSObject, None for AUTOMATION_NULL, and any other value (a PSCustomObject too) as it
    is.
    """
    if isinstance(value, PSObject):
        return value.base
    return None if value is AUTOMATION_NULL else value


__all__ = [
    "ABSENT",
    "AUTOMATION_NULL",
    "MISSING",
    "PRESENT",
    "ArrayList",
    "AutomationNull",
    "BigInteger",
    "Byte",
    "Char",
    "Decimal",
    "GenericList",
    "Hashtable",
    "Int16",
    "Int64",
    "LazyHashtable",
    "MultiArray",
    "OrderedDictionary",
    "OrderedHashtable",
    "Out",
    "PSCustomObject",
    "PSObject",
    "SByte",
    "Single",
    "SwitchParameter",
    "TypedArray",
    "UInt16",
    "UInt32",
    "UInt64",
    "Value",
    "fold_key",
    "unwrap",
]
