"""Language.AstVisitor: the base of script classes that go through a tree, `$ast.Visit($visitor)`."""

from __future__ import annotations

from typing import Any, Final

from shell.language import tree
from shell.types import type_of
from shell.types.members.calling import call_method
from shell.types.registry.declarations import clr_class, clr_constructor
from shell.types.registry.enumeration import register_enum
from shell.values.objects import Value, unwrap

_LANGUAGE: Final = "System.Management.Automation.Language."
_SKIP_CHILDREN: Final = 1
_STOP: Final = 2

register_enum(_LANGUAGE + "AstVisitAction", {"Continue": 0, "SkipChildren": _SKIP_CHILDREN, "StopVisit": _STOP})


@clr_class(_LANGUAGE + "AstVisitor", is_abstract=True)
class AstVisitor:
    """A class of a script overrides the methods for the nodes that it cares for: `VisitCommand`, ..."""

    @clr_constructor()
    def __init__(self) -> None:
        """Nothing is kept."""


@clr_class(_LANGUAGE + "AstVisitor2", _LANGUAGE + "AstVisitor", is_abstract=True)
class AstVisitor2(AstVisitor):
    """The same, with the nodes of classes and configurations."""

    @clr_constructor()
    def __init__(self) -> None:
        """Nothing is kept."""


def visit(node: tree.Ast, visitor: Value, session: Any) -> bool:
    """Show a node and what is below it to a visitor; False once the visitor has had enough."""
    if not node.HIDDEN:
        method = "Visit" + type(node).__name__.removesuffix("Ast")
        if type_of(unwrap(visitor)).overloads(method.lower()):
            action = int(call_method(visitor, method, [node], session) or 0)
            if action:
                return action != _STOP
    return all(visit(each, visitor, session) for each in node.children())
