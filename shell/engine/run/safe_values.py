"""Values of data files: a node of the tree is evaluated only where nothing in it can run code.

What counts as safe is what PowerShell's SafeGetValue takes: constants, $true, $false, $null and the culture and script
variables, arrays, hashtables, casts to simple types, and the operators that restricted languages have.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from shell.engine.compile.unit import Unit, compile_expression
from shell.language import TokenKind, tree
from shell.types import resolve
from shell.values.errors import InvalidOperationException

if TYPE_CHECKING:
    from shell.engine.session.runspace import Runspace
    from shell.values.objects import Value

MAXIMUM_KEYS: Final = 500
"""How many keys a hashtable of a data file may have."""
MAXIMUM_NODES: Final = 5000
"""How many nodes may be visited, whatever they are."""

_VARIABLES: Final = frozenset(
    ("true", "false", "null", "psculture", "psuiculture", "psscriptroot", "pscommandpath", "psedition")
)
_SIMPLE: Final = frozenset(
    "System." + name
    for name in (
        *("Boolean", "Byte", "SByte", "Int16", "UInt16", "Int32", "UInt32", "Int64", "UInt64"),
        *("Single", "Double", "Decimal", "Char", "String"),
    )
)
_OPERATORS: Final = frozenset(
    kind
    for kind in TokenKind
    if kind.name
    in (
        *("Plus", "Minus", "Multiply", "Divide", "Rem", "And", "Or", "Xor", "Band", "Bor", "Bxor", "Bnot", "Not"),
        *("Exclaim", "Ieq", "Ine", "Igt", "Ige", "Ilt", "Ile", "Ceq", "Cne", "Cgt", "Cge", "Clt", "Cle"),
        *("Icontains", "Inotcontains", "Ccontains", "Cnotcontains", "Iin", "Inotin", "Cin", "Cnotin"),
        *("Ilike", "Inotlike", "Clike", "Cnotlike"),
    )
)
_WALKED: Final = (
    *(tree.ConstantExpressionAst, tree.StringConstantExpressionAst, tree.ExpandableStringExpressionAst),
    *(tree.ArrayExpressionAst, tree.ArrayLiteralAst, tree.ParenExpressionAst, tree.SubExpressionAst),
    *(tree.IndexExpressionAst, tree.TernaryExpressionAst, tree.CommandExpressionAst),
)
"""Nodes that are as safe as what is in them."""


def safe_value(session: Runspace, node: Any, *, limited: bool = True) -> Value:
    """Return what a node stands for; raises InvalidOperationException where it is not a plain value."""
    visitor = _Visitor(limited)
    if not visitor.is_safe(node):
        raise InvalidOperationException(
            "Cannot generate a PowerShell object for a ScriptBlock evaluating dynamic expressions. Dynamic expression: "
            f"{node.extent.text}."
        )
    return compile_expression(node, Unit(node.extent.source))(session.global_scope)


class _Visitor:
    """Counts what it sees, so that a hostile file ends."""

    def __init__(self, limited: bool) -> None:
        self._limited = limited
        self._seen = 0

    def is_safe(self, node: Any) -> bool:
        """True if a node can be evaluated without running anything."""
        self._seen += 1
        if self._limited and self._seen > MAXIMUM_NODES:
            return False
        if isinstance(node, tree.HashtableAst):
            return self._is_safe_table(node)
        if isinstance(node, tree.StatementBlockAst):
            return not node.traps and all(map(self.is_safe, node.statements))
        if isinstance(node, tree.PipelineAst):
            elements = node.pipeline_elements
            return len(elements) == 1 and not node.background and self.is_safe(elements[0])
        if isinstance(node, tree.VariableExpressionAst):
            return not node.splatted and node.name.lower() in _VARIABLES
        if isinstance(node, tree.BinaryExpressionAst):
            return node.operator in _OPERATORS and self.is_safe(node.left) and self.is_safe(node.right)
        if isinstance(node, tree.UnaryExpressionAst):
            return node.token_kind in _OPERATORS and self.is_safe(node.child)
        if isinstance(node, tree.ConvertExpressionAst):
            target = resolve(node.attribute.type_name.full_text)
            return target is not None and target.name in _SIMPLE and self.is_safe(node.child)
        if isinstance(node, tree.CommandExpressionAst) and node.redirections:
            return False
        return isinstance(node, _WALKED) and all(map(self.is_safe, node.children()))

    def _is_safe_table(self, node: tree.HashtableAst) -> bool:
        if self._limited and len(node.pairs) > MAXIMUM_KEYS:
            return False
        return all(self.is_safe(key) and self.is_safe(value) for key, value in node.pairs)
