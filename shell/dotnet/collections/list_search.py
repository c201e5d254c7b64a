"""What List[T] does with delegates: searching, removing, converting, ordering."""

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
    """Return the first of some places whose element a delegate accepts, or -1."""
    return next((place for place in places if to_bool(accepts(items[place]))), -1)


class SearchMembers:
    """Members that take a delegate; `self` is the list."""

    @clr_method("Exists", f"{_MATCH} -> bool", session=True)
    def exists(self: Any, session: Any, match: Value) -> bool:
        """True if an element is accepted."""
        return first_place(self, caller(match, session), range(len(self))) >= 0

    @clr_method("Find", f"{_MATCH} -> T", session=True)
    def find(self: Any, session: Any, match: Value) -> Value:
        """The first element that is accepted."""
        place = first_place(self, caller(match, session), range(len(self)))
        return self[place] if place >= 0 else _nothing(self)

    @clr_method("FindLast", f"{_MATCH} -> T", session=True)
    def find_last(self: Any, session: Any, match: Value) -> Value:
        """The last element that is accepted."""
        place = first_place(self, caller(match, session), range(len(self) - 1, -1, -1))
        return self[place] if place >= 0 else _nothing(self)

    @clr_method("FindAll", f"{_MATCH} -> object", session=True)
    def find_all(self: Any, session: Any, match: Value) -> Value:
        """The elements that are accepted."""
        accepts = caller(match, session)
        return GenericList(self.element_type, [each for each in self if to_bool(accepts(each))])

    @clr_method("FindIndex", f"{_MATCH} -> int", session=True)
    def find_index(self: Any, session: Any, match: Value) -> int:
        """The place of the first element that is accepted."""
        return first_place(self, caller(match, session), range(len(self)))

    @clr_method("FindIndex", f"int startIndex, {_MATCH} -> int", session=True)
    def find_index_from(self: Any, session: Any, start: int, match: Value) -> int:
        """The same from a place on."""
        index_up_to(start, len(self))
        return first_place(self, caller(match, session), range(start, len(self)))

    @clr_method("FindIndex", f"int startIndex, int count, {_MATCH} -> int", session=True)
    def find_index_within(self: Any, session: Any, start: int, count: int, match: Value) -> int:
        """The same for some elements."""
        check_range(start, count, len(self))
        return first_place(self, caller(match, session), range(start, start + count))

    @clr_method("FindLastIndex", f"{_MATCH} -> int", session=True)
    def find_last_index(self: Any, session: Any, match: Value) -> int:
        """The place of the last element that is accepted."""
        return first_place(self, caller(match, session), range(len(self) - 1, -1, -1))

    @clr_method("FindLastIndex", f"int startIndex, {_MATCH} -> int", session=True)
    def find_last_index_from(self: Any, session: Any, start: int, match: Value) -> int:
        """The same from a place back."""
        index_up_to(start, len(self))
        return first_place(self, caller(match, session), range(min(start, len(self) - 1), -1, -1))

    @clr_method("FindLastIndex", f"int startIndex, int count, {_MATCH} -> int", session=True)
    def find_last_index_within(self: Any, session: Any, start: int, count: int, match: Value) -> int:
        """The same for some elements."""
        index_up_to(start, len(self))
        return first_place(self, caller(match, session), range(start, start - count, -1))

    @clr_method("ForEach", "System.Action[T] action -> void", session=True)
    def for_each(self: Any, session: Any, action: Value) -> None:
        """Call for each element. What a block writes goes nowhere: an Action returns nothing."""
        call = caller(action, session)
        for each in list(self):
            call(each)

    @clr_method("RemoveAll", f"{_MATCH} -> int", session=True)
    def remove_all(self: Any, session: Any, match: Value) -> int:
        """Remove the elements that are accepted; return how many."""
        accepts = caller(match, session)
        kept = [each for each in self if not to_bool(accepts(each))]
        removed = len(self) - len(kept)
        self[:] = kept
        return removed

    @clr_method("TrueForAll", f"{_MATCH} -> bool", session=True)
    def true_for_all(self: Any, session: Any, match: Value) -> bool:
        """True if all elements are accepted."""
        accepts = caller(match, session)
        return all(to_bool(accepts(each)) for each in self)

    @clr_method("ConvertAll", "System.Delegate converter -> object", session=True)
    def convert_all(self: Any, session: Any, converter: Value) -> Value:
        """A list of what a Converter makes of each element."""
        if not isinstance(converter, Delegate):  # what a script block returns is not known
            raise MethodException(
                'Cannot find an overload for "ConvertAll" and the argument count: "1".',
                error_id="MethodCountCouldNotFindBest",
                category=ErrorCategory.NotSpecified,
            )
        call = caller(converter, session)
        return GenericList(converter.returns, [call(each) for each in self])

    @clr_method("Sort", "System.Comparison[T] comparison -> void", session=True)
    def sort_by(self: Any, session: Any, comparison: Value) -> None:
        """Sort in place by a function that compares two elements."""
        self[:] = sorted_copy(self, caller(comparison, session))


def _nothing(items: Any) -> Value:
    return calling.default_element(items.element_type)


__all__ = ["SearchMembers", "first_place"]
