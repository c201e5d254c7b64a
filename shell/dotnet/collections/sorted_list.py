"""System.Collections.SortedList: a dictionary in key order, with access by index."""

from __future__ import annotations

from typing import Any, Final

from shell.dotnet.collections.dictionaries import DICTIONARY_INTERFACES
from shell.dotnet.collections.generic_dictionaries import GenericDictionary, attach_members
from shell.types import named
from shell.types.registry.declarations import Nobody, clr_class, clr_constructor, clr_method
from shell.values.objects import Value

_NAME: Final = "System.Collections.SortedList"


@clr_class(_NAME, interfaces=" ".join(DICTIONARY_INTERFACES), python_class=Nobody)
class SortedListMembers:
    """Members of the non-generic SortedList."""

    @clr_constructor("")
    @staticmethod
    def make() -> Value:
        """Create an empty list."""
        return GenericDictionary(named(_NAME), sort=True)

    @clr_constructor("System.Collections.IDictionary d")
    @staticmethod
    def from_dictionary(d: Any) -> Value:
        """Copy another dictionary."""
        made = SortedListMembers.make()
        for key, value in d.items():
            made.put(key, value)
        return made

    @clr_method("GetKey", "int index -> object")
    def get_key(self: Any, index: int) -> Value:
        """Return the key at an index."""
        return self.keys()[index]

    @clr_method("GetByIndex", "int index -> object")
    def get_by_index(self: Any, index: int) -> Value:
        """Return the value at an index."""
        return self.values()[index]


def _attach_shared() -> None:
    target = named(_NAME)
    constructors = list(target.constructors)
    attach_members(target)
    target.constructors[:] = constructors


_attach_shared()
