"""A page for each namespace of the .NET types that scripts may name, and the list of all."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial
from typing import Final

from cmdlets.typetable import MODULES
from shell import Session
from shell.types.registry.catalog import ACCELERATORS, LAZY_TYPES
from shell.types.registry.enumeration import enum_members
from shell.types.registry.names import resolve
from shell.types.registry.table import TYPES, ClrType

from .markdown import code, fence, page, table

FOLDER: Final = "reference/types"
Members = Callable[[ClrType], list[str]]
"""What tells the members of a type."""
_MEMBERS: Final = """
function MembersOf($type) {
    foreach ($each in $type.GetMembers()) {
        [pscustomobject]@{ Kind = "$($each.MemberType)"; Name = $each.Name; Text = "$each" }
    }
}
"""


def types() -> list[ClrType]:
    """All types by name; generic ones once, open."""
    for name in sorted({*LAZY_TYPES, *MODULES}):
        resolve(name)
    found = [each for name, each in TYPES.items() if "[" not in name]
    return sorted(found, key=lambda each: each.name.lower())


def pages(session: Session) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of each page."""
    session.run(_MEMBERS)
    members = cache(partial(_members, session))
    spaces: dict[str, list[ClrType]] = {}
    for each in types():
        spaces.setdefault(_space(each), []).append(each)
    short = _short_names()
    yield f"{FOLDER}/index.md", page(_index(spaces, short))
    for space, found in spaces.items():
        yield f"{FOLDER}/{_file(space)}", page(_namespace(members, space, found, short), searched=False)


def _space(type: ClrType) -> str:
    return type.name.rpartition(".")[0]


def _file(space: str) -> str:
    return f"{space or 'global'}.md"


def _short_names() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for short, full in ACCELERATORS.items():
        found.setdefault(full.lower(), []).append(short)
    return found


def _index(spaces: Mapping[str, Sequence[ClrType]], short: Mapping[str, Sequence[str]]) -> Iterator[str]:
    yield from ("# .NET types", "")
    number = sum(len(each) for each in spaces.values())
    yield from (f"Scripts may name {number} types. The page of a namespace has the members of each.", "")
    for space, members in spaces.items():
        names = (f"[{_name(each)}]({_file(space)}#{_anchor(each)})" for each in members)
        yield from (f"## {space or 'Without a namespace'}", "", ", ".join(names), "")
    yield from ("## Short names", "", "PowerShell's accelerators:", "")
    rows = (
        (code(f"[{each}]"), code(full)) for each, full in sorted(ACCELERATORS.items(), key=lambda row: row[0].lower())
    )
    yield from table(("Short", "Full name"), rows)


def _name(type: ClrType) -> str:
    return type.name.rpartition(".")[2].replace("`", "&#96;").replace("_", "&#95;")


def _anchor(type: ClrType) -> str:
    return type.name.rpartition(".")[2].lower().replace("`", "-").replace("+", "-")


def _namespace(
    members: Members, space: str, found: Sequence[ClrType], short: Mapping[str, Sequence[str]]
) -> Iterator[str]:
    yield from (f"# {space or 'Types without a namespace'}", "")
    yield from ("A page lists the members that a type adds to those of the type that it derives from.", "")
    for each in found:
        yield from (f"## {_name(each)} {{: #{_anchor(each)} }}", "")
        facts = [code(f"[{name}]") for name in (*short.get(each.name.lower(), ()), each.name)]
        if each.base is not None:
            facts.append(f"derives from {code(each.base.name)}")
        yield from (", ".join(facts), "")
        listed = list(enum_members(each)) if each.is_enum else _added(members, each)
        if listed:
            yield from fence("\n".join(listed))


def _added(members: Members, type: ClrType) -> list[str]:
    """The members that a type has and its base has not."""
    known = set(members(type.base)) if type.base is not None else set()
    return [each for each in members(type) if each not in known or each.startswith("new(")]


def _members(session: Session, type: ClrType) -> list[str]:
    """A line for each member: what is made with `new`, then the rest by name."""
    result = session.run(f"MembersOf ([{type.name}])")
    if result.errors:
        raise RuntimeError(f"{type.name}: {result.errors[0]}")
    rows = [[str(row.members[name]) for name in ("Kind", "Name", "Text")] for row in result.objects]
    rows.sort(key=lambda row: (row[0] != "Constructor", row[1].lower()))
    lines = (text.replace("void .ctor(", "new(") if kind == "Constructor" else text for kind, _, text in rows)
    return list(dict.fromkeys(lines))
