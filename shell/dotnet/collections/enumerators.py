"""Enumerators of `$foreach`, `$switch` and `$input`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from shell.lazy import lazy
from shell.types.registry.declarations import clr_class, clr_method, clr_property
from shell.values.errors import ErrorCategory, InvalidOperationException, RuntimeException
from shell.values.objects import Value

if TYPE_CHECKING:
    from shell.types.members import access
else:
    access = lazy("shell.types.members.access", globals())


def modified() -> InvalidOperationException:
    """Return the error of a collection that was modified during enumeration."""
    return InvalidOperationException("Collection was modified; enumeration operation may not execute.")


def watched(items: list[Value]) -> Iterator[Value]:
    """Iterate over a list; raises InvalidOperationException once its length has changed."""
    size = len(items)
    for each in items:
        yield each
        if len(items) != size:
            raise modified()


def piped(items: Iterable[Value]) -> Iterator[Value]:
    """Iterate over a collection for a pipeline, which wraps the enumerator's exceptions."""
    try:
        yield from items
    except InvalidOperationException as error:
        raise RuntimeException(
            f"An error occurred while enumerating through a collection: {error.message}.",
            error_id="BadEnumeration",
            category=ErrorCategory.InvalidOperation,
            inner=error,
        ) from None


@clr_class(
    "System.Collections.ArrayList+ArrayListEnumeratorSimple",
    properties="Current:object",
    interfaces="System.Collections.IEnumerator",
)
class LoopEnumerator:
    """System.Collections.IEnumerator over the elements of a loop or of the pipeline's input."""

    def __init__(self, items: Iterable[Value]) -> None:
        self._source = items
        self._size = len(items) if isinstance(items, list) else -1
        self._items: Iterator[Value] = iter(items)
        self.current: Value = None

    @clr_method("MoveNext", "-> bool")
    def move_next(self) -> bool:
        """Move to the next element; return False at the end. Raises if the list's length changed."""
        if self._size >= 0 and len(self._source) != self._size:  # type: ignore[arg-type]
            raise modified()
        try:
            self.current = next(self._items)
        except StopIteration:
            self.current = None
            return False
        return True

    @clr_method("Reset", "-> void")
    def reset(self) -> None:
        """Move before the first element."""
        self._items = iter(self._source)
        self.current = None

    @clr_property("Count")
    def count(self) -> Value:
        """Return the Count of each remaining element: an enumerator has none of its own."""
        counts = [access.get_member(each, "Count") for each in self]
        return counts[0] if len(counts) == 1 else counts

    def clr_enumerate(self) -> Iterator[Value]:
        """Return the remaining elements, which a pipeline unrolls."""
        return iter(self)

    def __iter__(self) -> Iterator[Value]:
        while self.move_next():
            yield self.current


__all__ = ["LoopEnumerator", "modified", "piped", "watched"]
