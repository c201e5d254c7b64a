"""`$foreach`, `$switch` and `$input`: enumerators that scripts can move."""

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
    """The error of a collection that changed while something went through it."""
    return InvalidOperationException("Collection was modified; enumeration operation may not execute.")


def watched(items: list[Value]) -> Iterator[Value]:
    """Go through a list; raise InvalidOperationException once its length has changed."""
    size = len(items)
    for each in items:
        yield each
        if len(items) != size:
            raise modified()


def piped(items: Iterable[Value]) -> Iterator[Value]:
    """Go through a collection for a pipeline, which wraps what its enumerator throws."""
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
        """Go to the next element; False at the end. A list that grew or shrank meanwhile is .NET's error."""
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
        """Start again."""
        self._items = iter(self._source)
        self.current = None

    @clr_property("Count")
    def count(self) -> Value:
        """An enumerator has no Count: each element that is left is asked for its own."""
        counts = [access.get_member(each, "Count") for each in self]
        return counts[0] if len(counts) == 1 else counts

    def clr_enumerate(self) -> Iterator[Value]:
        """What a pipeline unrolls: the elements that are left."""
        return iter(self)

    def __iter__(self) -> Iterator[Value]:
        while self.move_next():
            yield self.current


__all__ = ["LoopEnumerator", "modified", "piped", "watched"]
