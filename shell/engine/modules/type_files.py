"""Type files (*.types.ps1xml) to members, for Update-TypeData and the manifests of modules."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from shell.dotnet.xml.reading import invalid_at
from shell.types.members.extended_members import (
    AliasProperty,
    ExtendedMember,
    MemberSet,
    PropertySet,
    ScriptMethod,
    ScriptProperty,
    TypeNote,
)
from shell.types.registry.names import resolve
from shell.values.objects import Value

MakeBlock = Callable[[str], Value]
"""Makes a script block from a text."""


class TypeFileError(Exception):
    """The error for a file that is no type file, or has content that is not emulated."""


class TypeEntry(NamedTuple):
    """A file's entry for one type."""

    name: str
    members: list[ExtendedMember]


def read_types(text: str, block: MakeBlock) -> Iterator[TypeEntry]:
    """Yield the types of a file in its order. Raises TypeFileError."""
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError as problem:
        line, offset = problem.position
        raise TypeFileError(invalid_at(line, offset + 1)) from None
    if root.tag != "Types":
        raise TypeFileError(f"The root element is {root.tag}, not Types.")
    for node in root.iterfind("Type"):
        name = _text(node, "Name")
        if not name:
            raise TypeFileError("A type has no name.")
        yield TypeEntry(name, [_member(each, block) for each in node.iterfind("Members/*")])


def _text(node: ElementTree.Element, path: str) -> str:
    return (node.findtext(path) or "").strip()


def _block(node: ElementTree.Element, path: str, block: MakeBlock) -> Value:
    text = node.findtext(path)
    return None if text is None else block(text)


def _member(node: ElementTree.Element, block: MakeBlock) -> ExtendedMember:
    name = _text(node, "Name")
    if node.tag == "NoteProperty":
        return TypeNote(name, _text(node, "Value"))
    if node.tag == "AliasProperty":
        return AliasProperty(name, _text(node, "ReferencedMemberName"), _type(_text(node, "TypeName")))
    if node.tag == "ScriptProperty":
        return ScriptProperty(name, _block(node, "GetScriptBlock", block), _block(node, "SetScriptBlock", block))
    if node.tag == "ScriptMethod":
        return ScriptMethod(name, _block(node, "Script", block))
    if node.tag == "PropertySet":
        return PropertySet(name, [(each.text or "").strip() for each in node.iterfind("ReferencedProperties/Name")])
    if node.tag == "MemberSet":
        inside = [_member(each, block) for each in node.iterfind("Members/*")]
        return MemberSet(name, {each.name: each for each in inside})
    raise TypeFileError(f"{node.tag} {name} is not emulated.")


def _type(name: str) -> Any:
    return resolve(name) if name else None
