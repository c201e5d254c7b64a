"""The compiler's services for a function's signature: attributes, defaults, types."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from shell.engine.compile.guards import make_attribute
from shell.engine.compile.unit import Expr, compile_expression
from shell.engine.compile.values.type_expressions import resolve_type
from shell.language.tree import Ast, AttributeAst, TypeName
from shell.types import ClrType

if TYPE_CHECKING:
    from shell.engine.compile.blocks import BlockCode
    from shell.engine.session.runspace import Runspace


class SignatureContext:
    """Compiles the parts of a `param` block for its signature."""

    def __init__(self, runspace: Runspace, code: BlockCode) -> None:
        self.runspace = runspace
        self.unit = code.unit

    def attribute(self, node: AttributeAst) -> Any:
        """Make an attribute's object."""
        return make_attribute(node, self.unit, self.runspace.scope)

    def default(self, node: Ast) -> Expr:
        """Compile a default; it is evaluated in the function's scope at each call."""
        return compile_expression(node, self.unit)

    def resolve_type(self, name: TypeName) -> ClrType:
        """Return the type of a name; an unknown one is an error."""
        return resolve_type(name, self.unit, self.runspace.scope)
