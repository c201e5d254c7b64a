"""A subset of XPath 1.0: steps, `//`, `*`, `@`, `..`, positions, comparisons and common functions."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

from shell.dotnet.xml.namespaces import Names, namespace_of
from shell.dotnet.xml.nodes import ATTRIBUTE, CDATA, COMMENT, DOCUMENT, ELEMENT, TEXT, XmlNode
from shell.values.errors import NotEmulatedException

_TOKEN: Final = re.compile(
    r"\s*(?:(?P<string>'[^']*'|\"[^\"]*\")|(?P<number>\d+(?:\.\d+)?)|(?P<name>[A-Za-z_][\w.\-]*(?::(?!:)[A-Za-z_*][\w.\-]*)?)"
    r"|(?P<mark>//|::|\.\.|!=|<=|>=|[/.@*()\[\],|=<>+\-]))"
)


def _unsupported(path: str) -> NotEmulatedException:
    return NotEmulatedException(f"The XPath expression '{path}' is not emulated.", error_id="NotEmulatedXPath")


def _tokens(path: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    place = 0
    while place < len(path.rstrip()):
        match = _TOKEN.match(path, place)
        if match is None:
            raise _unsupported(path)
        kind = match.lastgroup or ""
        found.append((kind, match[kind]))
        place = match.end()
    return found


def select(node: XmlNode, path: str, names: Names | None = None) -> list[XmlNode]:
    """Return the nodes that a path selects, in document order; `names` resolves its prefixes."""
    reader = _Reader(path, names or Names(None))
    result = reader.union()(node, 1, 1)
    if not reader.done or not isinstance(result, list):
        raise _unsupported(path)
    return result


Test = Callable[[XmlNode], bool]
Evaluate = Callable[[XmlNode, int, int], Any]
"""A compiled expression, called with the context node, its position and the context size."""


def _root(node: XmlNode) -> XmlNode:
    while node.parent is not None:
        node = node.parent
    return node


def _unique(nodes: list[XmlNode]) -> list[XmlNode]:
    seen: set[int] = set()
    return [each for each in nodes if not (id(each) in seen or seen.add(id(each)))]  # type: ignore[func-returns-value]


def _text(value: Any) -> str:
    if isinstance(value, list):
        return value[0].inner_text if value else ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value == int(value) else repr(value)
    return str(value)


def _number(value: Any) -> float:
    if isinstance(value, (bool, float, int)):
        return float(value)
    try:
        return float(_text(value))
    except ValueError:
        return float("nan")


def _truth(value: Any) -> bool:
    return bool(value)


def _compare(sign: str, one: Any, other: Any) -> bool:
    if isinstance(one, list):
        return any(_compare(sign, each.inner_text, other) for each in one)
    if isinstance(other, list):
        return any(_compare(sign, one, each.inner_text) for each in other)
    if sign in ("=", "!="):
        same = (
            _number(one) == _number(other)
            if isinstance(one, float) or isinstance(other, float)
            else _text(one) == _text(other)
        )
        return same is (sign == "=")
    a, b = _number(one), _number(other)
    return {"<": a < b, ">": a > b, "<=": a <= b, ">=": a >= b}[sign]


_FUNCTIONS: Final[dict[str, Callable[..., Any]]] = {
    "count": lambda nodes: float(len(nodes)),
    "not": lambda value: not _truth(value),
    "contains": lambda one, other: _text(other) in _text(one),
    "starts-with": lambda one, other: _text(one).startswith(_text(other)),
    "string-length": lambda value: float(len(_text(value))),
    "normalize-space": lambda value: " ".join(_text(value).split()),
    "string": _text,
    "number": _number,
    "true": lambda: True,
    "false": lambda: False,
    "concat": lambda *values: "".join(_text(each) for each in values),
    "sum": lambda nodes: sum(_number(each.inner_text) for each in nodes),
}


class _Reader:
    """A recursive-descent parser that compiles an expression to closures."""

    def __init__(self, path: str, names: Names) -> None:
        self.path = path
        self.names = names
        self.tokens = _tokens(path)
        self.place = 0

    @property
    def done(self) -> bool:
        return self.place >= len(self.tokens)

    def peek(self, ahead: int = 0) -> str:
        place = self.place + ahead
        return self.tokens[place][1] if place < len(self.tokens) else ""

    def take(self, *texts: str) -> str:
        if self.peek() in texts and not self.done:
            self.place += 1
            return self.tokens[self.place - 1][1]
        return ""

    def need(self, text: str) -> None:
        if not self.take(text):
            raise _unsupported(self.path)

    def expression(self) -> Evaluate:
        left = self.conjunction()
        while self.peek() == "or":
            self.place += 1
            left = _either(left, self.conjunction())
        return left

    def conjunction(self) -> Evaluate:
        left = self.comparison()
        while self.peek() == "and":
            self.place += 1
            left = _both(left, self.comparison())
        return left

    def comparison(self) -> Evaluate:
        left = self.union()
        sign = self.take("=", "!=", "<", ">", "<=", ">=")
        if not sign:
            return left
        right = self.union()
        return lambda node, place, size: _compare(sign, left(node, place, size), right(node, place, size))

    def union(self) -> Evaluate:
        parts = [self.operand()]
        while self.take("|"):
            parts.append(self.operand())
        if len(parts) == 1:
            return parts[0]
        return lambda node, place, size: _unique([each for part in parts for each in part(node, place, size)])

    def operand(self) -> Evaluate:
        if self.done:
            raise _unsupported(self.path)
        kind, text = self.tokens[self.place]
        if kind == "string":
            self.place += 1
            return lambda node, place, size: text[1:-1]
        if kind == "number":
            self.place += 1
            return lambda node, place, size: float(text)
        if text == "(":
            self.place += 1
            inner = self.expression()
            self.need(")")
            return inner
        if kind == "name" and self.peek(1) == "(" and text not in ("text", "node", "comment"):
            return self.function(text)
        return self.location()

    def function(self, name: str) -> Evaluate:
        self.place += 2
        arguments: list[Evaluate] = []
        while not self.take(")"):
            arguments.append(self.expression())
            self.take(",")
        if name == "position":
            return lambda node, place, size: float(place)
        if name == "last":
            return lambda node, place, size: float(size)
        if name in ("name", "local-name"):
            return lambda node, place, size: _name_of(arguments[0](node, place, size) if arguments else [node])
        call = _FUNCTIONS.get(name)
        if call is None:
            raise _unsupported(self.path)
        return lambda node, place, size: call(*(each(node, place, size) for each in arguments))

    def location(self) -> Evaluate:
        steps: list[Callable[[XmlNode], list[XmlNode]]] = []
        absolute = self.peek() in ("/", "//")
        if absolute and self.take("/") and (self.done or self.peek() in ("]", ")", "|")):
            return lambda node, place, size: [_root(node)]
        if not absolute or self.peek() != "//":
            steps.append(self.step())
        while True:
            if self.take("//"):
                steps.append(_self_and_below)
            elif not self.take("/"):
                break
            steps.append(self.step())

        def run(node: XmlNode, place: int, size: int) -> list[XmlNode]:
            nodes = [_root(node)] if absolute else [node]
            for step in steps:
                nodes = _unique([found for each in nodes for found in step(each)])
            return nodes

        return run

    def step(self) -> Callable[[XmlNode], list[XmlNode]]:
        if self.take("."):
            return lambda node: [node]
        if self.take(".."):
            return lambda node: [node.parent] if node.parent is not None else []
        axis = "attribute" if self.take("@") else "child"
        if self.peek(1) == "::":
            axis = self.peek()
            self.place += 2
        if self.done:
            raise _unsupported(self.path)
        kind, name = self.tokens[self.place]
        if kind != "name" and name != "*":
            raise _unsupported(self.path)
        self.place += 1
        if name in ("text", "node", "comment") and self.take("("):
            self.need(")")
            name += "()"
        select_axis = _axis(axis, self._test(name, axis), self.path)
        predicates: list[Evaluate] = []
        while self.take("["):
            predicates.append(self.expression())
            self.need("]")
        return lambda node: _filtered(select_axis(node), predicates)

    def _test(self, name: str, axis: str) -> Test:
        """Return a node test for a name: of elements, or of attributes on that axis."""
        if name == "node()":
            return lambda node: True
        if name == "text()":
            return lambda node: node.kind in (TEXT, CDATA)
        if name == "comment()":
            return lambda node: node.kind == COMMENT
        kind = ATTRIBUTE if axis == "attribute" else ELEMENT
        if name == "*":
            return lambda node: node.kind == kind
        local, uri = self.names.test(name)
        return lambda node: (
            node.kind == kind and (local == "*" or node.name.rpartition(":")[2] == local) and namespace_of(node) == uri
        )


def _either(left: Evaluate, right: Evaluate) -> Evaluate:
    return lambda node, place, size: _truth(left(node, place, size)) or _truth(right(node, place, size))


def _both(left: Evaluate, right: Evaluate) -> Evaluate:
    return lambda node, place, size: _truth(left(node, place, size)) and _truth(right(node, place, size))


def _name_of(nodes: list[XmlNode]) -> str:
    return nodes[0].name if nodes else ""


def _self_and_below(node: XmlNode) -> list[XmlNode]:
    return [node, *node.descendants()]


def _filtered(nodes: list[XmlNode], predicates: list[Evaluate]) -> list[XmlNode]:
    for predicate in predicates:
        size = len(nodes)
        kept = []
        for place, each in enumerate(nodes, 1):
            result = predicate(each, place, size)
            if result == place if type(result) is float else _truth(result):
                kept.append(each)
        nodes = kept
    return nodes


def _axis(axis: str, test: Test, path: str) -> Callable[[XmlNode], list[XmlNode]]:
    if axis == "attribute":
        return lambda node: [each for each in node.attributes if test(each)]
    if axis == "child":
        return lambda node: [each for each in node.children if test(each)]
    if axis == "descendant":
        return lambda node: [each for each in node.descendants() if test(each)]
    if axis in ("self", "descendant-or-self"):
        below = axis != "self"
        return lambda node: [each for each in (_self_and_below(node) if below else [node]) if test(each)]
    if axis == "parent":
        return lambda node: [node.parent] if node.parent is not None and test(node.parent) else []
    if axis == "ancestor":
        return lambda node: [each for each in _ancestors(node) if test(each)]
    if axis in ("following-sibling", "preceding-sibling"):
        return lambda node: [each for each in _siblings(node, axis[0] == "f") if test(each)]
    raise _unsupported(path)


def _ancestors(node: XmlNode) -> list[XmlNode]:
    found: list[XmlNode] = []
    while node.parent is not None and node.parent.kind != DOCUMENT:
        node = node.parent
        found.append(node)
    return found


def _siblings(node: XmlNode, following: bool) -> list[XmlNode]:
    if node.parent is None:
        return []
    place = node.parent.children.index(node)
    return node.parent.children[place + 1 :] if following else node.parent.children[:place][::-1]
