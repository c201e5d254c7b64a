"""Finding an equal among many: at once where the values allow keys, one by one where they do not."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import Generic, TypeVar

from cmdlets.powershell.comparing import plain_value
from shell.values.objects import Value
from shell.values.tailoring import ROOT, Order

Item = TypeVar("Item")
Kind = tuple[type, ...]
Key = tuple[Hashable, ...]


class Twins(Generic[Item]):
    """Items in the order in which they came, and the first of them that equals another one.

    Equality in PowerShell depends on both sides: 1 equals '01', and '01' does not equal '1'. Within texts, or within
    whole numbers, it is that of a key. So there is a table of keys as long as all items have values of the same kinds
    in the same places; the first that has others makes the search go through all items from then on.
    """

    def __init__(
        self,
        values_of: Callable[[Item], Sequence[Value]],
        equals: Callable[[Item, Item], bool],
        case_sensitive: bool,
        order: Order = ROOT,
    ) -> None:
        """`equals` gets the item that is looked for, then one that is here; `order` is that of its texts."""
        self._values_of = values_of
        self._equals = equals
        self._case_sensitive = case_sensitive
        self._order = order
        self._items: dict[int, Item] = {}
        self._added = 0
        self._kind: Kind | None = None
        self._places: dict[Key, dict[int, None]] | None = {}

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[Item]:
        return iter(self._items.values())

    def add(self, item: Item) -> None:
        """Put an item behind the others."""
        self._items[self._added] = item
        if self._places is not None:
            found = self._key(item)
            if found is None or (self._kind is not None and found[0] != self._kind):
                self._places = None
            else:
                self._kind = found[0]
                self._places.setdefault(found[1], {})[self._added] = None
        self._added += 1

    def holds(self, item: Item) -> bool:
        """Whether an equal one is here."""
        return self._find(item) is not None

    def take(self, item: Item) -> Item | None:
        """The first that equals an item, which is here no more; None where there is none."""
        place = self._find(item)
        return None if place is None else self._remove(place)

    def take_oldest(self) -> Item:
        """The one that came first, which is here no more."""
        return self._remove(next(iter(self._items)))

    def _find(self, item: Item) -> int | None:
        if self._places is not None and self._items:
            found = self._key(item)
            if found is not None and found[0] == self._kind:
                return next(iter(self._places.get(found[1], ())), None)
        return next((place for place, other in self._items.items() if self._equals(item, other)), None)

    def _remove(self, place: int) -> Item:
        item = self._items.pop(place)
        found = self._key(item) if self._places is not None else None
        if self._places is not None and found is not None:
            places = self._places[found[1]]
            del places[place]
            if not places:
                del self._places[found[1]]
        return item

    def _key(self, item: Item) -> tuple[Kind, Key] | None:
        """The kinds of an item's values, and what equals the same of another one exactly where the items are equal."""
        kinds: list[type] = []
        keys: list[Hashable] = []
        for each in self._values_of(item):
            value = plain_value(each)
            if type(value) is str:
                keys.append(self._order.key(value, not self._case_sensitive))
            elif type(value) is int:
                keys.append(value)
            else:
                return None
            kinds.append(type(value))
        return tuple(kinds), tuple(keys)
