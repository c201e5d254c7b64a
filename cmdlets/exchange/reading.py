"""Base classes of the Get- cmdlets: all objects, those of an identity, those that match a filter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, cast

from organization.directory import DirectoryObject
from organization.errors import OrganizationError
from shell.engine.commands.cmdlet import parameter

from .base import ExchangeCmdlet, Model, ObjectCmdlet
from .opath import Test, filter_text, parse
from .parameters import given_value


class GetObject(ObjectCmdlet[Model]):
    """Show objects: all, or those that an identity names."""

    @classmethod
    def declare_parameters(cls) -> None:
        """Declare -Identity."""
        cls.add_parameter("identity", cls.identity_parameter())

    def process(self) -> None:
        """Write the objects."""
        try:
            found = self.found()
        except OrganizationError as error:
            self.report(error)
            return
        for item in found:
            self.emit(item, self.view)

    def found(self) -> Sequence[Model]:
        """Return the objects to write."""
        model = cast(type[Model], self.model)
        return self.organization.all(model) if self.identity is None else self.search(model, self.identity)


class Limited(ExchangeCmdlet):
    """A cmdlet with -ResultSize."""

    result_size: Any = parameter(
        "Microsoft.Exchange.Data.Unlimited`1[int]", help="The maximum number of objects; 1000 by default."
    )

    def limited(self, found: Iterable[Any]) -> Iterable[Any]:
        """Return the first objects, with a warning where there are more. One more than the limit is read at most."""
        given = self.result_size
        limit = 1000 if given is None else None if given.is_unlimited else given.value
        if limit is None:
            return found
        first = list(islice(found, limit + 1))
        if len(first) <= limit:
            return first
        self.write_warning(_DEFAULT_SIZE if given is None else _GIVEN_SIZE)
        return first[:limit]


class Filtered(GetObject[Model], Limited):
    """A Get- cmdlet with -Filter, -SortBy and -ResultSize."""

    filter_by: Any = parameter("object", name="Filter", help="An OPATH filter, for example {Name -like 'a*'}.")
    sort_by: str = parameter("string", help="The property to sort by.")

    def process(self) -> None:
        """Write the objects, filtered, sorted and limited."""
        try:
            found = list(self.found())
        except OrganizationError as error:
            self.report(error)
            return
        test = self.test()
        if test is not None:
            found = [item for item in found if test(self.reader(item))]
        if self.sort_by:
            found.sort(key=lambda item: str(self.reader(item)(self.sort_by)).casefold())
        for item in self.limited(found):
            self.emit(item, self.view)

    def test(self) -> Test | None:
        """Return the -Filter as a function."""
        return None if self.filter_by is None else self.compiled(self.filter_by)

    def compiled(self, given: Any, name: str = "Filter") -> Test:
        """Return a filter, given as text or script block to a parameter, as a function."""
        text = filter_text(given)
        known = {name for cls in self.classes() for name in cls.by_name}
        return parse(text, self._variable, lambda word: word.lower() in known, name)

    def _variable(self, name: str) -> Any:
        constants = {"true": True, "false": False, "null": None}
        if name.lower() in constants:
            return constants[name.lower()]
        return given_value(self.session.get_variable(name))

    def classes(self) -> Iterator[type[DirectoryObject]]:
        """Return the classes whose properties a filter may name."""
        waiting: list[type[DirectoryObject]] = [self.model]
        while waiting:
            each = waiting.pop()
            yield each
            waiting.extend(each.__subclasses__())

    @staticmethod
    def reader(item: DirectoryObject) -> Any:
        """Return the function that reads an object's properties by name; it returns None for an unknown name."""

        def read(name: str) -> Any:
            declared = type(item).by_name.get(name.lower())
            return getattr(item, declared.attribute) if declared is not None else None

        return read


_DEFAULT_SIZE = (
    "By default, only the first 1000 items are returned. Use the ResultSize parameter to specify the number of items "
    'returned. To return all items, specify "-ResultSize Unlimited". Be aware that, depending on the actual number of '
    "items, returning all items can take a long time and consume a large amount of memory. Also, we don't recommend "
    "storing the results in a variable. Instead, pipe the results to another task or script to perform batch changes."
)
_GIVEN_SIZE = (
    "There are more results available than are currently displayed. To view them, increase the value for the "
    "ResultSize parameter."
)


class GetConfig(GetObject[Model]):
    """Show the object that an organization has once."""

    def found(self) -> Sequence[Model]:
        """Return the only object."""
        return [self.organization.one(cast(type[Model], self.model))]
