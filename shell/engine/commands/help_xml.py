"""Help in MAML files, which a function's comment names by `.EXTERNALHELP name.xml`.

Only the texts are taken from the file; parameters and syntax are the command's own.
"""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from typing import TYPE_CHECKING

from shell.dotnet.io.text_files import read_text
from shell.engine.commands.help_comments import DEFAULT_PROMPT
from shell.engine.commands.help_content import CommandHelp, ExampleHelp
from shell.machine import disk, path_text

if TYPE_CHECKING:
    from shell.engine.session.runspace import Runspace

_CULTURES = ("en-US", "en", "")
"""Folders of help files beside the script, in the order of the search."""


def read_external_help(made: CommandHelp, script: str | None, session: Runspace) -> None:
    """Fill a command's help from its MAML file, if there is one."""
    made.written = False
    path = _find(made.external_file, script, session)
    command = _command(path, made.name) if path is not None else None
    if command is None:
        return
    made.written = True
    made.synopsis = _paragraphs(_child(_child(command, "details"), "description"))
    made.description = _paragraphs(_child(command, "description"))
    made.notes = "\n\n".join(_paragraphs(each) for each in _children(_child(command, "alertSet"), "alert"))
    made.inputs = list(_type_names(_child(command, "inputTypes"), "inputType"))
    made.outputs = list(_type_names(_child(command, "returnValues"), "returnValue"))
    made.links = list(_links(_child(command, "relatedLinks")))
    _fill_examples(made, _child(command, "examples"))
    told = {
        _text(_child(each, "name")).lower(): _paragraphs(_child(each, "description"))
        for each in _children(_child(command, "parameters"), "parameter")
    }
    for parameter in made.parameters:
        parameter.description = told.get(parameter.info.key, parameter.description)


def _find(name: str, script: str | None, session: Runspace) -> str | None:
    """Look for the file beside the script, in the folder of the culture first."""
    folder = path_text.dirname(script) if script else str(session.location)
    for culture in _CULTURES:
        path = path_text.join(folder, culture, name)
        if disk.is_file(path):
            return path
    return None


def _command(path: str, name: str) -> ElementTree.Element | None:
    """Return the file's entry for a command; None if it has none or is no MAML."""
    try:
        root = ElementTree.fromstring(read_text(path))
    except (ElementTree.ParseError, OSError, ValueError):
        return None
    for command in _children(root, "command"):
        if _text(_child(_child(command, "details"), "name")).lower() == name.lower():
            return command
    return None


def _local(element: ElementTree.Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _children(element: ElementTree.Element | None, name: str) -> Iterator[ElementTree.Element]:
    for each in element if element is not None else ():
        if _local(each) == name:
            yield each


def _child(element: ElementTree.Element | None, name: str) -> ElementTree.Element | None:
    return next(_children(element, name), None)


def _text(element: ElementTree.Element | None) -> str:
    return "".join(element.itertext()).strip() if element is not None else ""


def _paragraphs(element: ElementTree.Element | None) -> str:
    texts = [_text(each) for each in _children(element, "para")]
    return "\n\n".join(each for each in texts if each)


def _type_names(element: ElementTree.Element | None, name: str) -> Iterator[str]:
    for each in _children(element, name):
        yield _text(_child(_child(each, "type"), "name"))


def _links(element: ElementTree.Element | None) -> Iterator[str]:
    for each in _children(element, "navigationLink"):
        yield _text(_child(each, "uri")) or _text(_child(each, "linkText"))


def _fill_examples(made: CommandHelp, element: ElementTree.Element | None) -> None:
    made.examples = [
        ExampleHelp(
            _paragraphs(_child(each, "introduction")) or DEFAULT_PROMPT,
            _text(_child(each, "code")),
            _paragraphs(_child(each, "remarks")),
        )
        for each in _children(element, "example")
    ]


__all__ = ["read_external_help"]
