"""Everything the catalog and the signatures name must exist."""

import importlib
from collections.abc import Iterator

import pytest

from cmdlets.index import installed
from shell import Session
from shell.types import ClrType, resolve
from shell.types.registry import names as typenames
from shell.types.registry import table as clrtype
from shell.types.registry.catalog import ACCELERATORS, LAZY_TYPES, MEMBER_MODULES
from shell.types.registry.catalog.accelerators import NOT_EMULATED
from shell.types.registry.signatures import bind_type

GENERIC = (
    "System.Collections.Generic.List[int]",
    "System.Collections.Generic.Dictionary[string,int]",
    "System.Collections.Generic.HashSet[int]",
    "System.Collections.Generic.Queue[int]",
    "System.Collections.Generic.Stack[int]",
    "System.Collections.Generic.SortedDictionary[string,int]",
)


@pytest.mark.parametrize("name", sorted(LAZY_TYPES))
def test_a_module_declares_the_types_it_is_listed_for(name: str) -> None:
    if "`" in name:
        importlib.import_module(f"shell.{LAZY_TYPES[name]}")
        assert name in clrtype._GENERICS
    else:
        assert typenames._find_full(name) is not None


@pytest.mark.parametrize("name", sorted(ACCELERATORS))
def test_accelerators_resolve_or_are_said_not_to_be_emulated(name: str) -> None:
    installed().load("Select-Object")  # it brings a type of its own
    with Session(listen=False):  # and the commands of Windows theirs
        pass
    assert (resolve(name) is None) == (name in NOT_EMULATED)


@pytest.mark.parametrize("name", sorted(MEMBER_MODULES))
def test_members_of_a_type_load(name: str) -> None:
    found = resolve(name)
    assert found is not None
    found.load()
    assert found.all_methods()


def _named(owner: ClrType) -> Iterator[tuple[str, str]]:
    for methods in (*owner.methods.values(), owner.constructors):
        for method in methods:
            for parameter in method.signature.parameters:
                yield method.name, parameter.type_name
            yield method.name, method.signature.returns
    for found in owner.properties.values():
        yield found.name, found.type_name


def test_signatures_name_types_that_exist() -> None:
    for name in LAZY_TYPES:
        if "`" not in name:
            typenames._find_full(name)
    for name in GENERIC:
        assert resolve(name) is not None
    missing = set()
    for owner in (*clrtype.TYPES.values(), *clrtype._CLOSED.values()):
        owner.load()
        missing |= {f"{owner.name}.{name}: {each}" for name, each in _named(owner) if bind_type(each, owner) is None}
    assert not missing
