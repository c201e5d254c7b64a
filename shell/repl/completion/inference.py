"""Types of expressions, found without running anything: from literals, casts, assignments, members and commands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from shell.engine.session.runspace import Runspace
from shell.language import TokenKind
from shell.language.tree import (
    ArrayExpressionAst,
    ArrayLiteralAst,
    AssignmentStatementAst,
    Ast,
    AttributedExpressionAst,
    BinaryExpressionAst,
    CommandAst,
    CommandExpressionAst,
    ConstantExpressionAst,
    ConvertExpressionAst,
    ExpandableStringExpressionAst,
    HashtableAst,
    IndexExpressionAst,
    InvokeMemberExpressionAst,
    MemberExpressionAst,
    ParenExpressionAst,
    PipelineAst,
    ScriptBlockExpressionAst,
    StringConstantExpressionAst,
    SubExpressionAst,
    TernaryExpressionAst,
    TypeDefinitionAst,
    TypeExpressionAst,
    UnaryExpressionAst,
    UsingExpressionAst,
    VariableExpressionAst,
)
from shell.lazy import lazy
from shell.repl.completion.commandlookup import CommandLookup
from shell.repl.completion.script import Script
from shell.types import OBJECT, PS_CUSTOM_OBJECT, PS_OBJECT, TYPE, ClrType, resolve, type_of
from shell.values.objects import AUTOMATION_NULL, Hashtable, PSCustomObject, PSObject

if TYPE_CHECKING:
    from shell.repl.completion import commandtypes, membertypes, variabletypes
else:
    commandtypes = lazy("shell.repl.completion.commandtypes", globals())
    membertypes = lazy("shell.repl.completion.membertypes", globals())
    variabletypes = lazy("shell.repl.completion.variabletypes", globals())


@dataclass(frozen=True, slots=True)
class Note:
    """A property that an object is known to have beside its type's."""

    name: str
    types: tuple[Inferred, ...] = ()


@dataclass(frozen=True, slots=True)
class Inferred:
    """What an expression gives. `type` is None where the runtime does not have the type that `name` names.

    `definition` is the class of the script that it is; `notes` are an object's own properties, or a dictionary's keys;
    `elements` is what enumerating it gives, where the type does not tell.
    """

    name: str
    type: ClrType | None = None
    definition: TypeDefinitionAst | None = None
    notes: tuple[Note, ...] = ()
    elements: tuple[Inferred, ...] = ()
    is_static: bool = False
    """True for `[type]` itself: `definition` is then the class, not one of its objects."""


Types = tuple[Inferred, ...]


def of_type(type: ClrType) -> Inferred:
    """An object of a type. What PowerShell calls a custom object is a PSObject to .NET."""
    if type is PS_CUSTOM_OBJECT:
        type = PS_OBJECT
    return Inferred(type.full_name, type)


def named_type(name: str) -> Inferred:
    """An object of a type that is known by its name, whether the runtime has the type or not."""
    found = resolve(name)
    return of_type(found) if found is not None else Inferred(name)


def of_value(value: Any) -> Types:
    """What a value is."""
    if value is None or value is AUTOMATION_NULL:
        return ()
    base = value.base if isinstance(value, PSObject) else value
    found = of_type(type_of(value))
    if isinstance(value, PSObject):
        notes = tuple(Note(name, of_value(held)) for name, held in value.members.items())
        if isinstance(base, PSCustomObject):
            return (replace(of_type(PS_OBJECT), notes=notes),)
        found = replace(found, notes=notes)
    if isinstance(base, Hashtable):
        return (replace(found, notes=tuple(Note(str(key), of_value(base[key])) for key in base.keys())),)  # noqa: SIM118
    if isinstance(base, list) and found.type is not None and found.type.element_type in (None, OBJECT):
        return (replace(found, elements=unique(each for item in base[:20] for each in of_value(item))),)
    return (found,)


def unique(types: Iterable[Inferred]) -> Types:
    """Return each type once, in order."""
    return tuple(dict.fromkeys(types))


class Inference:
    """The types of the expressions of one script in one session."""

    def __init__(self, session: Runspace, script: Script) -> None:
        self.session = session
        self.script = script
        self.commands = CommandLookup(session, script)
        self._busy: set[int] = set()
        """The nodes whose types are being found: a variable that is assigned from itself asks no further."""

    def of(self, node: Ast) -> Types:
        """Return the types that a node can give; nothing where nothing is known."""
        rule = _RULES.get(type(node))
        if rule is None or id(node) in self._busy:
            return ()
        self._busy.add(id(node))
        try:
            return unique(rule(self, node))
        finally:
            self._busy.discard(id(node))

    def outputs(self, statements: Sequence[Ast]) -> Types:
        """Return what statements write."""
        return unique(each for statement in statements for each in self.of(statement))

    def enumerated(self, types: Types) -> Types:
        """Return what a pipeline or a loop takes from values one by one."""
        found: list[Inferred] = []
        for each in types:
            found += self._elements(each)
        return unique(found)

    def _elements(self, each: Inferred) -> Types:
        if each.elements:
            return each.elements
        known = each.type
        if known is None or known.name == "System.String":
            return (each,)
        if known.element_type is not None:
            return (of_type(known.element_type),) if known.element_type is not OBJECT else ()
        if known.name == "System.Collections.IDictionaryEnumerator":
            return (named_type("System.Collections.DictionaryEntry"),)
        if "system.collections.idictionary" in known.ancestry or "dictionary" in known.name.lower():
            return (each,)
        if known.generic_arguments and "system.collections.ienumerable" in known.ancestry:
            return (of_type(known.generic_arguments[0]),)
        return () if known.name == "System.Collections.ArrayList" else (each,)

    def named(self, written: str) -> Types:
        """Return an object of a type as a script names it: a class of the script, or .NET's."""
        definition = self.definition(written)
        if definition is not None:
            return (Inferred(definition.name, resolve(written), definition),)
        found = self.resolve(written)
        return () if found is None else (of_type(found),)

    def owner_named(self, written: str) -> Inferred:
        """Return a type as a script names it, for its static members; it may be one that nobody knows."""
        return Inferred(written, self.resolve(written), self.definition(written))

    def definition(self, name: str) -> TypeDefinitionAst | None:
        """Return the class or enumeration of the script that has a name."""
        lowered = name.lower()
        for node in self.script.nodes:
            if isinstance(node, TypeDefinitionAst) and node.name.lower() == lowered:
                return node
        return None

    def resolve(self, written: str) -> ClrType | None:
        """Return the type of a name; the script's `using namespace` counts."""
        found = resolve(written)
        if found is not None or "." in written:
            return found
        for statement in self.script.tree.using_statements:
            if statement.kind.lower() == "namespace" and statement.name is not None:
                found = resolve(f"{statement.name.value}.{written}")
                if found is not None:
                    return found
        return None


def _type_name(node: ConvertExpressionAst | TypeExpressionAst) -> str:
    name = node.type_name if isinstance(node, TypeExpressionAst) else node.attribute.type_name
    return name.extent.text


# --- one rule for each kind of node ---


def _constant(inference: Inference, node: ConstantExpressionAst) -> Types:
    return of_value(node.value)


def _string(inference: Inference, node: Ast) -> Types:
    return (named_type("string"),)


def _type_expression(inference: Inference, node: TypeExpressionAst) -> Types:
    written = _type_name(node)
    definition = inference.definition(written)
    found = inference.resolve(written)
    if definition is None and found is None:
        return ()
    return (Inferred(TYPE.name, type_of(found) if found is not None else TYPE, definition, is_static=True),)


def _convert(inference: Inference, node: ConvertExpressionAst) -> Types:
    written = _type_name(node).lower()
    if isinstance(node.child, HashtableAst):
        notes = _notes(inference, node.child)
        if written in ("pscustomobject", "psobject", "management.automation.psobject"):
            return (replace(of_type(PS_OBJECT), notes=notes),)
        if written == "ordered":
            return (replace(named_type("System.Collections.Specialized.OrderedDictionary"), notes=notes),)
    if written == "psobject":
        return inference.of(node.child)
    return inference.named(_type_name(node))


def _attributed(inference: Inference, node: AttributedExpressionAst) -> Types:
    return inference.of(node.child)


def _notes(inference: Inference, node: HashtableAst) -> tuple[Note, ...]:
    found = []
    for key, value in node.pairs:
        if isinstance(key, ConstantExpressionAst | StringConstantExpressionAst):
            found.append(Note(str(key.value), inference.of(value)))
    return tuple(found)


def _hashtable(inference: Inference, node: HashtableAst) -> Types:
    return (replace(named_type("hashtable"), notes=_notes(inference, node)),)


def _array(inference: Inference, node: ArrayLiteralAst) -> Types:
    elements = unique(each for item in node.elements for each in inference.of(item))
    return (replace(named_type("object[]"), elements=elements),)


def _array_expression(inference: Inference, node: ArrayExpressionAst) -> Types:
    elements = inference.enumerated(inference.outputs(node.sub_expression.statements))
    return (replace(named_type("object[]"), elements=elements),)


def _script_block(inference: Inference, node: ScriptBlockExpressionAst) -> Types:
    return (named_type("scriptblock"),)


def _paren(inference: Inference, node: ParenExpressionAst) -> Types:
    return inference.of(node.pipeline)


def _sub_expression(inference: Inference, node: SubExpressionAst) -> Types:
    return inference.outputs(node.sub_expression.statements)


def _using(inference: Inference, node: UsingExpressionAst) -> Types:
    return inference.of(node.sub_expression)


def _ternary(inference: Inference, node: TernaryExpressionAst) -> Types:
    return inference.of(node.if_true) + inference.of(node.if_false)


_COMPARING = ("eq", "ne", "ge", "gt", "le", "lt", "like", "match", "contains", "in", "is")


def _binary(inference: Inference, node: BinaryExpressionAst) -> Types:
    operator = node.operator
    name = operator.name.lower()
    if operator in (TokenKind.And, TokenKind.Or, TokenKind.Xor) or any(name.endswith(each) for each in _COMPARING):
        return (named_type("bool"),)
    if operator is TokenKind.As:
        return inference.named(_type_name(node.right)) if isinstance(node.right, TypeExpressionAst) else ()
    if operator in (TokenKind.Format, TokenKind.Join) or name.endswith("replace"):
        return (named_type("string"),)
    if name.endswith("split"):
        return (named_type("string[]"),)
    if operator is TokenKind.DotDot:
        return (named_type("int[]"),)
    if operator is TokenKind.QuestionQuestion:
        return inference.of(node.left) + inference.of(node.right)
    return inference.of(node.left)


def _unary(inference: Inference, node: UnaryExpressionAst) -> Types:
    if node.token_kind in (TokenKind.Not, TokenKind.Exclaim):
        return (named_type("bool"),)
    if node.token_kind is TokenKind.Join:
        return (named_type("string"),)
    return inference.of(node.child)


def _index(inference: Inference, node: IndexExpressionAst) -> Types:
    found: list[Inferred] = []
    for each in inference.of(node.target):
        if each.name == "System.String":
            found.append(named_type("char"))
            continue
        if each.notes and isinstance(node.index, StringConstantExpressionAst):
            found += (t for note in each.notes if note.name.lower() == node.index.value.lower() for t in note.types)
            continue
        if _is_indexed(each):
            elements = inference.enumerated((each,))
            found += [element for element in elements if element != each] or [of_type(OBJECT)]
        else:
            found.append(each)
    return tuple(found)


def _is_indexed(inferred: Inferred) -> bool:
    """True for a collection: what else is indexed is an array of such things, or one alone."""
    if inferred.type is None:
        return False
    ancestry = inferred.type.ancestry
    return "system.collections.ilist" in ancestry or "system.collections.idictionary" in ancestry


def _member(inference: Inference, node: MemberExpressionAst) -> Types:
    name = _member_name(node)
    return () if name is None else membertypes.member_types(inference, node.expression, name, static=node.is_static)


def _invoke(inference: Inference, node: InvokeMemberExpressionAst) -> Types:
    name = _member_name(node)
    return () if name is None else membertypes.returned_types(inference, node.expression, name, static=node.is_static)


def _member_name(node: MemberExpressionAst) -> str | None:
    return node.member.value if isinstance(node.member, StringConstantExpressionAst) else None


def _variable(inference: Inference, node: VariableExpressionAst) -> Types:
    return variabletypes.variable_types(inference, node)


def _command(inference: Inference, node: CommandAst) -> Types:
    return commandtypes.command_types(inference, node)


def _command_expression(inference: Inference, node: CommandExpressionAst) -> Types:
    return inference.of(node.expression)


def _pipeline(inference: Inference, node: PipelineAst) -> Types:
    return inference.of(node.pipeline_elements[-1])


def _assignment(inference: Inference, node: AssignmentStatementAst) -> Types:
    return inference.of(node.right)


_RULES: dict[type[Ast], Callable[[Inference, Any], Iterable[Inferred]]] = {
    ArrayExpressionAst: _array_expression,
    ArrayLiteralAst: _array,
    AssignmentStatementAst: _assignment,
    AttributedExpressionAst: _attributed,
    BinaryExpressionAst: _binary,
    CommandAst: _command,
    CommandExpressionAst: _command_expression,
    ConstantExpressionAst: _constant,
    ConvertExpressionAst: _convert,
    ExpandableStringExpressionAst: _string,
    HashtableAst: _hashtable,
    IndexExpressionAst: _index,
    InvokeMemberExpressionAst: _invoke,
    MemberExpressionAst: _member,
    ParenExpressionAst: _paren,
    PipelineAst: _pipeline,
    ScriptBlockExpressionAst: _script_block,
    StringConstantExpressionAst: _string,
    SubExpressionAst: _sub_expression,
    TernaryExpressionAst: _ternary,
    TypeExpressionAst: _type_expression,
    UnaryExpressionAst: _unary,
    UsingExpressionAst: _using,
    VariableExpressionAst: _variable,
}
