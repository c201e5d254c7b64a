"""The tree of everything before the cursor, with the way from each node up to its owners."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TypeVar

from shell.language import Token, parse
from shell.language.tree import Ast, ErrorExpressionAst, MemberExpressionAst, ScriptBlockAst

_Node = TypeVar("_Node", bound=Ast)
_PROBE = "x"


class Script:
    """A text up to the cursor. What the parser recovered from an unfinished text is what completion works with."""

    def __init__(self, text: str) -> None:
        parsed = parse(text, by_characters=True)
        self.text = text
        self.tokens: list[Token] = parsed.tokens
        self.tree: ScriptBlockAst = parsed.tree

    @cached_property
    def nodes(self) -> list[Ast]:
        """All nodes in the order of the text, each owner before what it owns."""
        return list(self.tree.walk())

    @cached_property
    def _owners(self) -> dict[int, Ast]:
        owners: dict[int, Ast] = {}
        stack: list[Ast] = [self.tree]
        while stack:
            owner = stack.pop()
            for child in owner.children():
                owners[id(child)] = owner
                stack.append(child)
        return owners

    def owners(self, node: Ast) -> Iterator[Ast]:
        """Yield the nodes around a node, the nearest first."""
        owner = self._owners.get(id(node))
        while owner is not None:
            yield owner
            owner = self._owners.get(id(owner))

    def owner(self, node: Ast, kind: type[_Node]) -> _Node | None:
        """Return the nearest node of a kind around a node."""
        return next((each for each in self.owners(node) if isinstance(each, kind)), None)

    def at_end(self, kind: type[_Node]) -> _Node | None:
        """Return the innermost node of a kind that the text's end belongs to."""
        end = len(self.text)
        found = None
        for node in self.nodes:
            if isinstance(node, kind) and node.extent.end_offset == end:
                found = node
        return found

    def around_end(self, kind: type[_Node]) -> _Node | None:
        """Return the innermost node of a kind that is still open, or just ended, where the text ends but for blanks."""
        end = len(self.text.rstrip())
        found = None
        for node in self.nodes:
            if isinstance(node, kind) and node.extent.end_offset >= end:
                found = node
        return found


def member_at_end(script: Script) -> tuple[Script, MemberExpressionAst] | None:
    """Return the member access that a script ends in, with its script; the name may be missing yet."""
    if script.text.endswith((".", ":")):
        nameless = script.at_end(MemberExpressionAst)
        if nameless is not None and isinstance(nameless.member, ErrorExpressionAst):
            return script, nameless
        script = Script(script.text + _PROBE)
    found = script.at_end(MemberExpressionAst)
    if found is None or found.member.extent.end_offset != len(script.text):
        return None
    if script.text[found.member.extent.start_offset - 1] not in ".:":
        return None
    return script, found
