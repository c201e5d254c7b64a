"""The cmdlets that show objects: all, those that an identity names, those that pass a filter."""

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
        """-Identity."""
        cls.add_parameter("identity", cls.identity_parameter())

    def process(self) -> None:
        """Write what was asked for."""
        try:
            found = self.found()
        except OrganizationError as error:
            self.report(error)
            return
        for item in found:
            self.emit(item, self.view)

    def found(self) -> Sequence[Model]:
        """The objects to write."""
        model = cast(type[Model], self.model)
        return self.organization.all(model) if self.identity is None else self.search(model, self.identity)


class Limited(ExchangeCmdlet):
    """A cmdlet with -ResultSize."""

    result_size: Any = parameter(
        "Microsoft.Exchange.Data.Unlimited`1[int]", help="The most objects that are shown; 1000 unless it is said."
    )

    def limited(self, found: Iterable[Any]) -> Iterable[Any]:
        """The first of them, with a warning where there are more. No more are made than it takes to know that."""
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
        """Write what was asked for, filtered, sorted, and no more than is wanted."""
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
        """The -Filter as a function."""
        return None if self.filter_by is None else self.compiled(self.filter_by)

    def compiled(self, given: Any, name: str = "Filter") -> Test:
        """A filter, given as a text or a script block to a parameter, as a function."""
        text = filter_text(given)
        known = {name for cls in self.classes() for name in cls.by_name}
        return parse(text, self._variable, lambda word: word.lower() in known, name)

    def _variable(self, name: str) -> Any:
        constants = {"true": True, "false": False, "null": None}
        if name.lower() in constants:
            return constants[name.lower()]
        return given_value(self.session.get_variable(name))

    def classes(self) -> Iterator[type[DirectoryObject]]:
        """The classes whose properties a filter may name."""
        waiting: list[type[DirectoryObject]] = [self.model]
        while waiting:
            each = waiting.pop()
            yield each
            waiting.extend(each.__subclasses__())

    @staticmethod
    def reader(item: DirectoryObject) -> Any:
        """The function that reads properties of an object by their names; None for one that it has not."""

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
        """The only object."""
        return [self.organization.one(cast(type[Model], self.model))]
