"""The language API for scripts: [Parser]::ParseInput, tokens, parse errors, syntax trees and FindAll."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Final

from shell.dotnet.io.text_files import read_text
from shell.engine.automation.comment_help import HelpMembers
from shell.engine.automation.script_positions import end_of, start_of
from shell.engine.automation.syntax_nodes import declare_computed, member_name
from shell.engine.compile.blocks import BlockCode
from shell.engine.compile.unit import Unit
from shell.engine.run.safe_values import safe_value
from shell.engine.run.script_block import ScriptBlock
from shell.language import ParseError, Token, TokenKind, parse, tree
from shell.language.source import EmptyExtent, Extent
from shell.lazy import lazy
from shell.machine import path_text
from shell.types import OBJECT, Property, named
from shell.types.conversion.conversion import to_bool
from shell.types.registry.declarations import attach, clr_class, clr_method, clr_property
from shell.types.registry.enumeration import enum_value, register_enum
from shell.types.registry.table import ClrType, register
from shell.values.objects import PSCustomObject, TypedArray, Value

if TYPE_CHECKING:
    from shell.engine.automation import syntax_visitors
    from shell.engine.automation import tokens as automation_tokens
else:
    syntax_visitors = lazy("shell.engine.automation.syntax_visitors", globals())
    automation_tokens = lazy("shell.engine.automation.tokens", globals(), "automation_tokens")


_LANGUAGE = "System.Management.Automation.Language."

TOKEN_KIND = register_enum(_LANGUAGE + "TokenKind", {each.name: int(each) for each in TokenKind})


def shown(value: Any) -> Value:
    """Return the value of a node's field as scripts see it."""
    if isinstance(value, TokenKind):
        return enum_value(TOKEN_KIND, int(value))
    if isinstance(value, tuple):
        return [_pair(each) if isinstance(each, tuple) else shown(each) for each in value]
    if isinstance(value, frozenset):
        return ", ".join(sorted(value)) or "None"
    return value


def _pair(pair: tuple[Any, ...]) -> Value:
    """Return a clause as .NET's Tuple."""
    return PSCustomObject({f"Item{place}": shown(each) for place, each in enumerate(pair, 1)})


# --- extents ----------------------------------------------------------------------------------------------------------


_EXTENT: Final = register(ClrType(_LANGUAGE + "IScriptExtent", OBJECT, is_interface=True)).name


@clr_class(_LANGUAGE + "EmptyScriptExtent", python_class=EmptyExtent, interfaces=_EXTENT)
@clr_class(_LANGUAGE + "InternalScriptExtent", python_class=Extent, interfaces=_EXTENT)
class ExtentMembers:
    """Members of extents."""

    @clr_property("File", "string")
    def file(self: Any) -> Value:
        """Return the script's path."""
        return self.file

    @clr_property("StartScriptPosition", "object")
    def start_script_position(self: Any) -> Value:
        """Return the position where it begins."""
        return start_of(self)

    @clr_property("EndScriptPosition", "object")
    def end_script_position(self: Any) -> Value:
        """Return the position after its end."""
        return end_of(self)

    @clr_property("StartLineNumber", "int")
    def start_line_number(self: Any) -> int:
        """Return the first line, 1-based."""
        return int(self.start_line)

    @clr_property("StartColumnNumber", "int")
    def start_column_number(self: Any) -> int:
        """Return the first column, 1-based."""
        return int(self.start_column)

    @clr_property("EndLineNumber", "int")
    def end_line_number(self: Any) -> int:
        """Return the last line, 1-based."""
        return int(self.end_line)

    @clr_property("EndColumnNumber", "int")
    def end_column_number(self: Any) -> int:
        """Return the column behind the end, 1-based."""
        return int(self.end_column)

    @clr_property("Text", "string")
    def text(self: Any) -> str:
        """Return the source."""
        return str(self.text)

    @clr_property("StartOffset", "int")
    def start_offset(self: Any) -> int:
        """Return the first offset, 0-based."""
        return int(self.start_offset)

    @clr_property("EndOffset", "int")
    def end_offset(self: Any) -> int:
        """Return the offset behind the end."""
        return int(self.end_offset)

    @clr_method("ToString", "-> string")
    def as_text(self: Any) -> str:
        """Return the source."""
        return str(self.text)


@clr_class(_LANGUAGE + "Token", python_class=Token)
class TokenMembers:
    """Members of Token."""

    @clr_property("Text", "string")
    def text(self: Any) -> str:
        """Return the token as written."""
        return str(self.text)

    @clr_property("TokenFlags", _LANGUAGE + "TokenFlags")
    def token_flags(self: Any) -> Value:
        """Return the flags of the kind, and those that the parser added."""
        return automation_tokens.token_flags(self)

    @clr_property("Kind", _LANGUAGE + "TokenKind")
    def kind(self: Any) -> Value:
        """Return the kind."""
        return shown(self.kind)

    @clr_property("HasError", "bool")
    def has_error(self: Any) -> bool:
        """Return False: malformed tokens are not kept."""
        return False

    @clr_property("Extent", _LANGUAGE + "IScriptExtent")
    def extent(self: Any) -> Value:
        """Return where the token stands."""
        return self.extent

    @clr_method("ToString", "-> string")
    def as_text(self: Any) -> str:
        """Return the token as written."""
        return str(self.text)


@clr_class(_LANGUAGE + "ParseError", python_class=ParseError)
class ParseErrorMembers:
    """Members of ParseError."""

    @clr_property("Extent", _LANGUAGE + "IScriptExtent")
    def extent(self: Any) -> Value:
        """Return the place."""
        return self.extent

    @clr_property("ErrorId", "string")
    def error_id(self: Any) -> str:
        """Return the id."""
        return str(self.error_id)

    @clr_property("Message", "string")
    def message(self: Any) -> str:
        """Return the text."""
        return str(self.message)

    @clr_property("IncompleteInput", "bool")
    def incomplete_input(self: Any) -> bool:
        """True if more input could complete the text."""
        return bool(self.incomplete)


@clr_class(_LANGUAGE + "TypeName", python_class=tree.TypeName)
class TypeNameMembers:
    """Members of ITypeName."""

    @clr_property("FullName", "string")
    def full_name(self: Any) -> str:
        """Return the name as written."""
        return str(self.full_text)

    @clr_property("Name", "string")
    def name(self: Any) -> str:
        """Return the name as written."""
        return str(self.full_text)

    @clr_method("ToString", "-> string")
    def as_text(self: Any) -> str:
        """Return the name as written."""
        return str(self.full_text)


# --- the tree --------------------------------------------------------------------------------------------------------


def _nested_too(node: tree.Ast, nested: bool) -> Iterator[tree.Ast]:
    """Walk a tree; without `nested` do not enter script blocks below the root."""
    if nested:
        yield from node.walk()
        return
    stack = [node]
    while stack:
        current = stack.pop()
        yield current
        if current is node or not isinstance(current, tree.ScriptBlockAst):
            stack.extend(reversed(list(current.children())))


def _matches(session: Any, predicate: Value, node: tree.Ast) -> bool:
    return to_bool(session.collect_value(predicate, (node,), dollar_under=node))


class AstMembers:
    """Members of Ast."""

    @clr_property("Extent", _LANGUAGE + "IScriptExtent")
    def extent(self: Any) -> Value:
        """Return where the node stands."""
        return self.extent

    @clr_property("Parent", _LANGUAGE + "Ast")
    def parent(self: Any) -> Value:
        """Return the node above."""
        parents: dict[int, Any] | None = getattr(self.extent.source, "parents", None)
        return None if parents is None else parents.get(id(self))

    @clr_method("FindAll", "object predicate, bool searchNestedScriptBlocks -> object", session=True)
    def find_all(self: Any, session: Any, predicate: Value, nested: bool) -> Value:
        """Return the matching nodes in source order."""
        return [each for each in _nested_too(self, nested) if _matches(session, predicate, each)]

    @clr_method("Find", "object predicate, bool searchNestedScriptBlocks -> object", session=True)
    def find(self: Any, session: Any, predicate: Value, nested: bool) -> Value:
        """Return the first matching node."""
        return next((each for each in _nested_too(self, nested) if _matches(session, predicate, each)), None)

    @clr_method("Visit", f"{_LANGUAGE}AstVisitor astVisitor -> void", session=True)
    def visit(self: Any, session: Any, visitor: Value) -> None:
        """Walk the tree with a visitor."""
        syntax_visitors.visit(self, visitor, session)

    @clr_method("SafeGetValue", "-> object", session=True)
    def safe_get_value(self: Any, session: Any) -> Value:
        """Return the value of a literal."""
        return safe_value(session, self)

    @clr_method("GetScriptBlock", "-> scriptblock", session=True)
    def get_script_block(self: Any, session: Any) -> Value:
        """Return the node as a script block."""
        return ScriptBlock(BlockCode(self, Unit(self.extent.source)), None, session.global_scope)

    @clr_method("GetCommandName", "-> string")
    def get_command_name(self: Any) -> Value:
        """Return the literal name of a command."""
        first = self.command_elements[0] if hasattr(self, "command_elements") else None
        return first.value if isinstance(first, tree.StringConstantExpressionAst) else None

    @clr_method("ToString", "-> string")
    def as_text(self: Any) -> str:
        """Return the source."""
        return str(self.extent.text)


def _register_nodes() -> None:
    for kind in [tree.Ast, *_below(tree.Ast)]:
        base = named("System.Object") if kind is tree.Ast else named(_LANGUAGE + kind.__mro__[1].__name__)
        target = register(ClrType(_LANGUAGE + kind.__name__, base, python_class=kind))
        target.load()
        if kind is tree.Ast:
            attach(target, AstMembers)
        elif kind in (tree.FunctionDefinitionAst, tree.ScriptBlockAst):
            attach(target, HelpMembers)
        inherited = tree.Ast.FIELDS if kind is tree.Ast else kind.__mro__[1].FIELDS
        for field in kind.FIELDS[len(inherited) :]:
            name = member_name(kind.__name__, field)
            if name is not None:
                target.add_property(Property(name, "object", _reader(field)))
    declare_computed()


def _below(kind: type) -> Iterator[Any]:
    each: type
    for each in kind.__subclasses__():
        if each.__name__ in tree.__all__:
            yield each
            yield from _below(each)


def _reader(name: str) -> Callable[[Any], Value]:
    return lambda node: shown(getattr(node, name))


_register_nodes()


# --- the parser ------------------------------------------------------------------------------------------------------


def note_parents(root: tree.Ast) -> None:
    """Set the parent of each node of a tree."""
    source: Any = root.extent.source
    if getattr(source, "parents", None) is None:
        source.parents = {id(child): node for node in root.walk() for child in node.children()}


def _parse(text: str, path: str | None, tokens: Any, errors: Any) -> Value:
    result = parse(text, path)
    note_parents(result.tree)
    tokens.value = TypedArray(named(_LANGUAGE + "Token"), list(automation_tokens.classed(result.tokens)))
    errors.value = TypedArray(named(_LANGUAGE + "ParseError"), result.errors)
    return result.tree


@clr_class(_LANGUAGE + "Parser")
class Parser:
    """System.Management.Automation.Language.Parser."""

    @clr_method("ParseInput", "string input, ref object tokens, ref object errors -> object", static=True)
    @staticmethod
    def parse_input(input: str, tokens: Value, errors: Value) -> Value:
        """Parse a text; tokens and errors go into the references."""
        return _parse(input, None, tokens, errors)

    @clr_method(
        "ParseInput", "string input, string fileName, ref object tokens, ref object errors -> object", static=True
    )
    @staticmethod
    def parse_named_input(input: str, file_name: str, tokens: Value, errors: Value) -> Value:
        """Parse a text; its positions show `file_name`."""
        return _parse(input, file_name, tokens, errors)

    @clr_method(
        "ParseFile", "string fileName, ref object tokens, ref object errors -> object", static=True, session=True
    )
    @staticmethod
    def parse_file(session: Any, file_name: str, tokens: Value, errors: Value) -> Value:
        """Parse a file."""

        path = path_text.join(session.location, file_name)
        return _parse(read_text(path), path, tokens, errors)


__all__ = ["TOKEN_KIND", "Parser", "note_parents"]
