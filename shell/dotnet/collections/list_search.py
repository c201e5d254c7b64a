"""Members of List[T] with delegates: search, remove, convert, sort."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

from shell.dotnet.collections.listing import check_range, sorted_copy
from shell.dotnet.system.delegates import Delegate, caller
from shell.lazy import lazy
from shell.types.conversion.conversion import to_bool
from shell.types.registry.checks import index_up_to
from shell.types.registry.declarations import clr_method
from shell.values.errors import ErrorCategory, MethodException
from shell.values.objects import GenericList, Value

if TYPE_CHECKING:
    from shell.types.members import calling
else:
    calling = lazy("shell.types.members.calling", globals())


_MATCH: Final = "System.Predicate[T] match"


def first_place(items: Any, accepts: Any, places: Iterable[int]) -> int:
    """Return the first of some indexes whose element a predicate accepts, or -1."""
    return next((place for place in places if to_bool(accepts(items[place]))), -1)


class SearchMembers:
    """Members with a delegate; `self` is the list."""

    @clr_method("Exists", f"{_MATCH} -> bool", session=True)
    def exists(self: Any, session: Any, match: Value) -> bool:
        """Return True if the predicate accepts an element."""
        return first_place(self, caller(match, session), range(len(self))) >= 0

    @clr_method("Find", f"{_MATCH} -> T", session=True)
    def find(self: Any, session: Any, match: Value) -> Value:
        """Return the first accepted element."""
        place = first_place(self, caller(match, session), range(len(self)))
        return self[place] if place >= 0 else _nothing(self)

    @clr_method("FindLast", f"{_MATCH} -> T", session=True)
    def find_last(self: Any, session: Any, match: Value) -> Value:
        """Return the last accepted element."""
        place = first_place(self, caller(match, session), range(len(self) - 1, -1, -1))
        return self[place] if place >= 0 else _nothing(self)

    @clr_method("FindAll", f"{_MATCH} -> object", session=True)
    def find_all(self: Any, session: Any, match: Value) -> Value:
        """Return the accepted elements."""
        accepts = caller(match, session)
        return GenericList(self.element_type, [each for each in self if to_bool(accepts(each))])

    @clr_method("FindIndex", f"{_MATCH} -> int", session=True)
    def find_index(self: Any, session: Any, match: Value) -> int:
        """Return the index of the first accepted element, or -1."""
        return first_place(self, caller(match, session), range(len(self)))

    @clr_method("FindIndex", f"int startIndex, {_MATCH} -> int", session=True)
    def find_index_from(self: Any, session: Any, start: int, match: Value) -> int:
        """Return the index of the first accepted element from an index on, or -1."""
        index_up_to(start, len(self))
        return first_place(self, caller(match, session), range(start, len(self)))

    @clr_method("FindIndex", f"int startIndex, int count, {_MATCH} -> int", session=True)
    def find_index_within(self: Any, session: Any, start: int, count: int, match: Value) -> int:
        """Return the index of an accepted element in a range, or -1."""
        check_range(start, count, len(self))
        return first_place(self, caller(match, session), range(start, start + count))

    @clr_method("FindLastIndex", f"{_MATCH} -> int", session=True)
    def find_last_index(self: Any, session: Any, match: Value) -> int:
        """Return the index of the last accepted element, or -1."""
        return first_place(self, caller(match, session), range(len(self) - 1, -1, -1))

    @clr_method("FindLastIndex", f"int startIndex, {_MATCH} -> int", session=True)
    def find_last_index_from(self: Any, session: Any, start: int, match: Value) -> int:
        """Return the index of the last accepted element from an index backward, or -1."""
        index_up_to(start, len(self))
        return first_place(self, caller(match, session), range(min(start, len(self) - 1), -1, -1))

    @clr_method("FindLastIndex", f"int startIndex, int count, {_MATCH} -> int", session=True)
    def find_last_index_within(self: Any, session: Any, start: int, count: int, match: Value) -> int:
        """Return the index of an accepted element in a range, or -1."""
        index_up_to(start, len(self))
        return first_place(self, caller(match, session), range(start, start - count, -1))

    @clr_method("ForEach", "System.Action[T] action -> void", session=True)
    def for_each(self: Any, session: Any, action: Value) -> None:
        """Call an Action for each element; the output of a script block is discarded."""
        call = caller(action, session)
        for each in list(self):
            call(each)

    @clr_method("RemoveAll", f"{_MATCH} -> int", session=True)
    def remove_all(self: Any, session: Any, match: Value) -> int:
        """Remove the accepted elements; return their number."""
        accepts = caller(match, session)
        kept = [each for each in self if not to_bool(accepts(each))]
        removed = len(self) - len(kept)
        self[:] = kept
        return removed

    @clr_method("TrueForAll", f"{_MATCH} -> bool", session=True)
    def true_for_all(self: Any, session: Any, match: Value) -> bool:
        """Return True if all elements are accepted."""
        accepts = caller(match, session)
        return all(to_bool(accepts(each)) for each in self)

    @clr_method("ConvertAll", "System.Delegate converter -> object", session=True)
    def convert_all(self: Any, session: Any, converter: Value) -> Value:
        """Return a list of the elements as converted by a Converter."""
        if not isinstance(converter, Delegate):  # the result type of a script block is unknown
            raise MethodException(
                'Cannot find an overload for "ConvertAll" and the argument count: "1".',
                error_id="MethodCountCouldNotFindBest",
                category=ErrorCategory.NotSpecified,
            )
        call = caller(converter, session)
        return GenericList(converter.returns, [call(each) for each in self])

    @clr_method("Sort", "System.Comparison[T] comparison -> void", session=True)
    def sort_by(self: Any, session: Any, comparison: Value) -> None:
        """Sort in place by a Comparison."""
        self[:] = sorted_copy(self, caller(comparison, session))


def _nothing(items: Any) -> Value:
    return calling.default_element(items.element_type)


__all__ = ["SearchMembers", "first_place"]
