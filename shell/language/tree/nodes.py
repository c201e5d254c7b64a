"""What a node is: its fields, its constructor, its children.

A node's fields are the annotations of its class; a value given in the class is a default. Nodes are immutable by
contract (the type checker enforces it). They are plain slotted classes at run time because a frozen dataclass costs
three times as much to make, and a constructor is compiled when the first node of its class is made, because most
scripts need a third of the seventy.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, ClassVar, dataclass_transform

if TYPE_CHECKING:
    from shell.language.source import Extent


@dataclass_transform(frozen_default=True)
class NodeType(type):
    """The class of node classes: turns annotations into slots and a constructor."""

    FIELDS: tuple[str, ...]
    """All fields in the order of the constructor, those of the bases first."""

    _defaults: dict[str, Any]

    def __new__(mcs, name: str, bases: tuple[type, ...], namespace: dict[str, Any]) -> NodeType:
        """Make a node class."""
        annotations: dict[str, str] = namespace.get("__annotations__", {})
        own = tuple(field for field, kind in annotations.items() if not kind.startswith("ClassVar"))
        base: Any = bases[0] if bases else None
        defaults = {field: namespace.pop(field) for field in own if field in namespace}
        namespace["__slots__"] = own
        namespace["FIELDS"] = (base.FIELDS if base else ()) + own
        namespace["_defaults"] = {**base._defaults, **defaults} if base else defaults
        namespace["__init__"] = _first_init
        return super().__new__(mcs, name, bases, namespace)


def _first_init(self: Any, *values: Any, **named: Any) -> None:
    """Compile the constructor of this node's class, and call it."""
    kind = type(self)
    defaults = kind._defaults
    parameters = ", ".join(f"{field}=_{field}" if field in defaults else field for field in kind.FIELDS)
    body = "\n".join(f"    self.{field} = {field}" for field in kind.FIELDS)
    scope: dict[str, Any] = {"_" + field: value for field, value in defaults.items()}
    exec(f"def __init__(self, {parameters}):\n{body}\n", scope)
    kind.__init__ = scope["__init__"]
    kind.__init__(self, *values, **named)


class Ast(metaclass=NodeType):
    """A node. `extent` says where it stands in the source."""

    extent: Extent

    CHILDREN: ClassVar[tuple[str, ...]] = ()
    """The fields that hold child nodes (a node, None, a tuple of nodes, or nested tuples), in FindAll's order."""

    HIDDEN: ClassVar[bool] = False
    """True for what FindAll goes through without showing it."""

    def __str__(self) -> str:
        return self.extent.text

    def children(self) -> Iterator[Ast]:
        """Yield the direct child nodes in FindAll's order."""
        for name in self.CHILDREN:
            value = getattr(self, name)
            if type(value) is tuple:
                yield from _nodes(value)
            elif value is not None:
                yield value

    def walk(self) -> Iterator[Ast]:
        """Yield this node and all below it, in the order of PowerShell's `Ast.FindAll({ $true }, $true)`: pre-order."""
        stack: list[Ast] = [self]
        while stack:
            current = stack.pop()
            if not current.HIDDEN:
                yield current
            if current.CHILDREN:
                below = list(current.children())
                below.reverse()
                stack += below


def _nodes(values: tuple[Any, ...]) -> Iterator[Ast]:
    for value in values:
        if type(value) is tuple:
            yield from _nodes(value)
        else:
            yield value


class StatementAst(Ast):
    """A statement."""


class CommandElementAst(Ast):
    """A part of a command: its name, a parameter, an argument."""


class ExpressionAst(CommandElementAst):
    """An expression; it can stand as an argument of a command."""
