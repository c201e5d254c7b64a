"""Comment-based help: finding the comment of a function or script, and parsing its sections.

about_Comment_Based_Help names the places: right before a function (at most one blank line between), at the beginning or
the end of its body, at the beginning or the end of a script. Comments on lines that follow each other are one block. A
block is help only if each of its lines belongs to a section of a known name; otherwise the whole block is ignored.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final

from shell.language import Source, Token, TokenKind, parse
from shell.language.source import Extent
from shell.language.tree import FunctionDefinitionAst, ParameterAst, ScriptBlockAst

_DIRECTIVE: Final = re.compile(r"\s*\.(\w+)(?:\s+(\S.*))?\s*$")
_LISTS: Final = ("inputs", "outputs", "link", "example")
_TEXTS: Final = ("synopsis", "description", "notes", "component", "role", "functionality")
_POINTERS: Final = ("forwardhelptargetname", "forwardhelpcategory", "remotehelprunspace", "externalhelp")
_BLANKS: Final = " \t\xa0"
_PROXIMITY: Final = 2
"""Maximum number of lines from the end of a comment to its function."""

DEFAULT_PROMPT: Final = "PS > "


@dataclass(slots=True)
class CommentHelp:
    """The sections of a help comment, by their names in lower case, their line breaks at the end included."""

    texts: dict[str, str] = field(default_factory=dict)
    parameters: dict[str, str] = field(default_factory=dict)
    lists: dict[str, list[str]] = field(default_factory=dict)


# --- sections --------------------------------------------------------------------------------------------------------


def parse_comment(lines: Sequence[str]) -> CommentHelp | None:
    """Parse a comment's lines; return None for a line outside of sections or an unknown section.

    `.PARAMETER` and the forwarding directives need an argument, the others must have none.
    """
    found: CommentHelp | None = None
    place = 0
    while place < len(lines):
        match = _DIRECTIVE.match(lines[place])
        if match is None:
            if lines[place].strip():
                return None
            place += 1
            continue
        name, argument = match.group(1).lower(), (match.group(2) or "").strip()
        if name not in (("parameter", *_POINTERS) if argument else (*_LISTS, *_TEXTS)):
            return None
        end = place + 1
        while end < len(lines) and not _DIRECTIVE.match(lines[end]):
            end += 1
        found = found or CommentHelp()
        if name not in _POINTERS:
            _store(found, name, argument, raw_section(lines[place + 1 : end]))
            place = end
        else:
            found.texts[name] = argument
            place += 1
    return found


def _store(found: CommentHelp, name: str, argument: str, text: str) -> None:
    if name == "parameter":
        found.parameters.setdefault(argument.lower(), text)
    elif name in _LISTS:
        found.lists.setdefault(name, []).append(text)
    else:
        found.texts[name] = text


def raw_section(body: Sequence[str]) -> str:
    """Return the lines of a section, with their breaks, without blank lines before and the first indentation."""
    first = next((place for place, line in enumerate(body) if line.strip()), len(body))
    indent = _leading_blanks(body[first]) if first < len(body) else 0
    return "".join(line[min(indent, _leading_blanks(line)) :] + "\n" for line in body[first:])


def trimmed(text: str) -> str:
    """Return a section's text without blanks at the ends of lines and without blank lines at its end."""
    return "\n".join(line.rstrip() for line in text.split("\n")).strip("\n")


def section_text(body: Sequence[str]) -> str:
    """Return the text of a section, trimmed."""
    return trimmed(raw_section(body))


def _leading_blanks(line: str) -> int:
    return len(line) - len(line.lstrip(_BLANKS))


def split_example(text: str) -> tuple[str, str, str]:
    """Split an example into prompt (up to the first `>` of its first line), code and remarks.

    The code ends at the first blank line; without one all is code.
    """
    first, _, _ = text.partition("\n")
    prompt = first[: first.find(">") + 1]
    code, _, remarks = text[len(prompt) :].partition("\n\n")
    return prompt or DEFAULT_PROMPT, code.strip(), remarks


def comment_lines(text: str) -> list[str]:
    """Return the lines of a comment token without its marks."""
    if text.startswith("<#"):
        return text[2:].removesuffix("#>").replace("\r\n", "\n").split("\n")
    return [text.lstrip("#")]


# --- places ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Place:
    """Kind, offsets and lines (1-based) of a token."""

    token: Token
    start: int
    end: int
    first_line: int
    last_line: int

    @property
    def is_comment(self) -> bool:
        return self.token.kind is TokenKind.Comment

    @property
    def is_line_break(self) -> bool:
        return self.token.kind is TokenKind.NewLine


@lru_cache(maxsize=4)
def _places(text: str) -> tuple[_Place, ...]:
    """Return the tokens of a source; cached for a few sources, since help is read for one function after another."""
    found = []
    for token in parse(text).tokens:
        extent = token.extent
        found.append(_Place(token, extent.start_offset, extent.end_offset, extent.start_line, extent.end_line))
    return tuple(found)


def _following(places: Sequence[_Place], start: int) -> tuple[list[_Place], int]:
    """Return the next block of comments before any code, and the index at which the search continues."""
    found: list[_Place] = []
    for place in range(start, len(places)):
        each = places[place]
        if found and each.first_line > found[-1].last_line + 1:
            return found, place
        if each.is_comment:
            found.append(each)
        elif not each.is_line_break:
            return found, place
    return found, len(places)


def _preceding(places: Sequence[_Place], index: int, proximity: int) -> list[_Place]:
    """Return the block of comments before a token that ends at most `proximity` lines above it."""
    found: list[_Place] = []
    least = places[index].first_line - proximity
    for each in reversed(places[:index]):
        if each.last_line < least:
            break
        if each.is_comment:
            found.insert(0, each)
            least = each.first_line - 1
        elif not each.is_line_break:
            break
    return found


def _text_of(block: Sequence[_Place]) -> list[str]:
    return [line for each in block for line in comment_lines(each.token.extent.text)]


def _help_in(block: Sequence[_Place]) -> CommentHelp | None:
    return parse_comment(_text_of(block)) if block else None


def _first_inside(places: Sequence[_Place], extent: Extent) -> int:
    start = extent.start_offset
    return next((place for place, each in enumerate(places) if each.start >= start), len(places) - 1)


def _last_inside(places: Sequence[_Place], extent: Extent) -> int:
    end = extent.end_offset
    return next((place for place in reversed(range(len(places))) if places[place].end <= end), 0)


def comment_of_node(node: FunctionDefinitionAst | ScriptBlockAst) -> CommentHelp | None:
    """Return the help comment that belongs to a node of a tree: a function, a script's root, a bare block."""
    if isinstance(node, FunctionDefinitionAst):
        return _comment_of_function(node)
    return _comment_of_block(node, is_script=not node.extent.text.startswith("{"))


def comment_of(code: Any, *, is_script: bool = False) -> CommentHelp | None:
    """Return the help comment that belongs to a compiled block: a function's, a script's, or a bare block's."""
    definition: FunctionDefinitionAst | None = code.definition
    if definition is not None:
        return _comment_of_function(definition)
    return _comment_of_block(code.ast, is_script=is_script or not code.ast.extent.text.startswith("{"))


def _comment_of_block(node: ScriptBlockAst, *, is_script: bool) -> CommentHelp | None:
    extent: Extent = node.extent
    if is_script:
        return comment_of_script(extent.source, _first_function(node))
    places = _places(extent.source.text)
    return _inside(places, _first_inside(places, extent) + 1, _last_inside(places, extent))


def _comment_of_function(definition: FunctionDefinitionAst) -> CommentHelp | None:
    outer, body = definition.extent, definition.body.extent
    places = _places(outer.source.text)
    before = _help_in(_preceding(places, _first_inside(places, outer), _PROXIMITY))
    return before or _inside(places, _first_inside(places, body) + 1, _last_inside(places, outer))


def _inside(places: Sequence[_Place], start: int, last: int) -> CommentHelp | None:
    """Search the beginning of a body, then its end."""
    while start < last:
        block, start = _following(places[: last + 1], start)
        if not block:
            break
        found = _help_in(block)
        if found is not None:
            return found
    return _help_in(_preceding(places, last, places[last].first_line))


def _first_function(block: Any) -> FunctionDefinitionAst | None:
    """Return the function that a script begins with, if any."""
    end = block.end_block
    if end is None or not end.unnamed or block.param_block is not None:
        return None
    first = next(iter(end.statements), None)
    return first if isinstance(first, FunctionDefinitionAst) else None


def comment_of_script(source: Source, function: FunctionDefinitionAst | None = None) -> CommentHelp | None:
    """Return the help comment at the start or end of a script.

    `function` is the definition that the script begins with: a comment right before it is that function's.
    """
    places = _places(source.text)
    start = 0
    while True:
        block, start = _following(places, start)
        if not block:
            break
        found = _help_in(block)
        if found is None:
            continue
        if function is not None and function.extent.start_line - block[-1].last_line <= _PROXIMITY:
            break
        return found
    last = len(places) - 1
    return _help_in(_preceding(places, last, places[last].first_line)) if places else None


def parameter_comments(parameters: Sequence[ParameterAst]) -> dict[str, str]:
    """Return the comments of parameters by lower-case name.

    A parameter's comments are right before it, inside it, or between it and its comma.
    """
    found: dict[str, str] = {}
    if not parameters or "#" not in parameters[0].extent.source.text:
        return found
    places = _places(parameters[0].extent.source.text)
    for parameter in parameters:
        first, last = _first_inside(places, parameter.extent), _last_inside(places, parameter.extent)
        block = _preceding(places, first, _PROXIMITY)
        block += [each for each in places[first:last] if each.is_comment]
        block += _following(places, last + 1)[0]
        text = section_text(_until_directive(_text_of(block)))
        if text:
            found[parameter.name.name.lower()] = text
    return found


def _until_directive(lines: Sequence[str]) -> list[str]:
    end = next((place for place, line in enumerate(lines) if _DIRECTIVE.match(line)), len(lines))
    return list(lines[:end])


__all__ = [
    "DEFAULT_PROMPT",
    "CommentHelp",
    "comment_of",
    "comment_of_node",
    "comment_of_script",
    "parameter_comments",
    "parse_comment",
    "section_text",
    "split_example",
    "trimmed",
]
