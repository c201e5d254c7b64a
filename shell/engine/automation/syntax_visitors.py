"""Language.AstVisitor: the base of script classes that walk a tree, `$ast.Visit($visitor)`."""

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
    """Base for script classes, which override the methods for certain nodes: `VisitCommand`, ..."""

    @clr_constructor()
    def __init__(self) -> None:
        """Do nothing."""


@clr_class(_LANGUAGE + "AstVisitor2", _LANGUAGE + "AstVisitor", is_abstract=True)
class AstVisitor2(AstVisitor):
    """AstVisitor with the nodes of classes and configurations."""

    @clr_constructor()
    def __init__(self) -> None:
        """Do nothing."""


def visit(node: tree.Ast, visitor: Value, session: Any) -> bool:
    """Visit a node and its descendants; return False once the visitor stops."""
    if not node.HIDDEN:
        method = "Visit" + type(node).__name__.removesuffix("Ast")
        if type_of(unwrap(visitor)).overloads(method.lower()):
            action = int(call_method(visitor, method, [node], session) or 0)
            if action:
                return action != _STOP
    return all(visit(each, visitor, session) for each in node.children())
