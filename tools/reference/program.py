"""How the program is called: its command line, and the class that other programs use."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from dataclasses import fields
from typing import Final

from shell.app import Result, Session
from shell.arguments import USAGE

from .markdown import code, escaped, fence, page, table

_COLUMNS: Final = 100
_DOORS: Final = ("run", "run_script", "render", "complete", "format_error", "left_behind", "close")
"""The methods for other programs, in the order in which they are met."""


def pages() -> Iterator[tuple[str, str]]:
    """Yield the path and the text of each page."""
    yield "reference/command-line.md", page(["# Command line", "", "`emshell -Help` shows this.", "", *fence(USAGE)])
    yield "reference/session.md", page(_session())


def _session() -> Iterator[str]:
    yield from ("# The class Session", "")
    yield from ("`from shell import Session`: a session of the shell in a Python program.", "")
    yield from fence(_signature("Session", inspect.signature(Session)), "python")
    yield from _described(Session)
    for name in _DOORS:
        method = getattr(Session, name)
        yield from (f"## {escaped(name)}", "", *fence(_signature(name, inspect.signature(method)), "python"))
        yield from _described(method)
    yield from ("## Result", "", "What `run` and `run_script` return.", "")
    yield from _described(Result)
    rows = [(code(each.name), code(str(each.type))) for each in fields(Result) if not each.name.startswith("_")]
    derived = {name: value for name, value in vars(Result).items() if isinstance(value, property)}
    rows += [(code(name), escaped(inspect.getdoc(value) or "")) for name, value in derived.items()]
    yield from table(("Name", "Type, or what it is"), rows)


def _signature(name: str, signature: inspect.Signature) -> str:
    """The signature as it is written, with a parameter a line where it is long."""
    parameters: list[str] = []
    for each in signature.parameters.values():
        if each.kind is each.KEYWORD_ONLY and "*" not in parameters:
            parameters.append("*")
        if each.name != "self":
            default = "" if each.default is each.empty else f" = {each.default!r}"
            parameters.append(f"{each.name}: {each.annotation}{default}")
    returned = "" if signature.return_annotation in (None, "None") else f" -> {signature.return_annotation}"
    line = f"{name}({', '.join(parameters)}){returned}"
    if len(line) <= _COLUMNS:
        return line
    return f"{name}(\n" + "".join(f"    {each},\n" for each in parameters) + f"){returned}"


def _described(documented: object) -> Iterator[str]:
    """The paragraphs of a docstring, which are Markdown already."""
    for paragraph in (inspect.getdoc(documented) or "").split("\n\n"):
        yield from (paragraph, "")
