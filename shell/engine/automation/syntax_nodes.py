""".NET's names for the fields of syntax nodes, and computed properties."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from shell.engine.compile.variables import SCOPE_WORDS, split_name
from shell.language import TokenKind, tree
from shell.types import OBJECT, Property, named, resolve, type_of
from shell.types.conversion.enumerations import register_table
from shell.types.registry.declarations import clr_class
from shell.types.registry.enumeration import enum_from_text, enum_value
from shell.types.registry.table import ClrType
from shell.values.objects import Value

_LANGUAGE: Final = "System.Management.Automation.Language."

register_table("""
System.Management.Automation.Language.StringConstantType SingleQuoted=0 SingleQuotedHereString DoubleQuoted
  DoubleQuotedHereString BareWord
System.Management.Automation.Language.UsingStatementKind Assembly=0 Command Module Namespace Type
System.Management.Automation.Language.RedirectionStream All=0 Output Error Warning Verbose Debug Information
System.Management.Automation.Language.TypeAttributes! None=0 Class=1 Interface=2 Enum=4
System.Management.Automation.Language.SwitchFlags! None=0 File=1 Regex=2 Wildcard=4 Exact=8 CaseSensitive=16 Parallel=32
System.Management.Automation.Language.ForEachFlags! None=0 Parallel=1
""")

_FIELDS: Final[dict[str, dict[str, str | None]]] = {
    "UsingStatementAst": {"kind": None},
    "TypeDefinitionAst": {"kind": None},
    "ErrorStatementAst": {"nested": "NestedAst"},
    "ErrorExpressionAst": {"nested": "NestedAst"},
    "PipelineChainAst": {"lhs": "LhsPipelineChain", "rhs": "RhsPipeline"},
    "SwitchStatementAst": {"flags": None},
    "ForEachStatementAst": {"is_parallel": None},
    "TryStatementAst": {"finally_block": "Finally"},
    "MemberExpressionAst": {"is_static": "Static"},
    "InvokeMemberExpressionAst": {"generic_arguments": "GenericTypeArguments"},
    "VariableExpressionAst": {"name": None},
    "StringConstantExpressionAst": {"kind": None},
    "ExpandableStringExpressionAst": {"kind": None, "nested": "NestedExpressions", "parts": None},
    "HashtableAst": {"pairs": "KeyValuePairs"},
    "ScriptBlockAst": {"requirements": "ScriptRequirements"},
    "FunctionMemberAst": {"function_definition": None},
    "RedirectionAst": {"from_stream": None},
    "MergingRedirectionAst": {"to_stream": None},
}
"""Fields with another name in .NET; None where a computed property stands for the field."""


def member_name(kind: str, field: str) -> str | None:
    """Return .NET's name of a node's field, None for one that scripts do not see."""
    names = _FIELDS.get(kind, {})
    return names[field] if field in names else "".join(part.capitalize() for part in field.split("_"))


@clr_class(
    "System.Management.Automation.VariablePath",
    properties="UserPath:string IsGlobal:bool IsLocal:bool IsPrivate:bool IsScript:bool IsUnqualified:bool"
    " IsUnscopedVariable:bool IsVariable:bool IsDriveQualified:bool DriveName:string",
)
class VariablePath:
    """A variable's name with its scope or drive."""

    def __init__(self, written: str) -> None:
        qualifier, _ = split_name(written)
        self.user_path = written.removeprefix("variable:")
        self.is_global, self.is_local = qualifier == "global", qualifier == "local"
        self.is_private, self.is_script = qualifier == "private", qualifier == "script"
        self.is_unqualified = qualifier == ""
        self.is_drive_qualified = qualifier not in ("", *SCOPE_WORDS, "using")
        self.is_variable = not self.is_drive_qualified
        self.is_unscoped_variable = self.is_unqualified
        self.drive_name: Value = written.partition(":")[0] if self.is_drive_qualified else None

    def __str__(self) -> str:
        return self.user_path


def _enum(name: str, text: str) -> Value:
    return enum_from_text(text, named(_LANGUAGE + name))


def _flags(name: str, found: Any) -> Value:
    return _enum(name, ",".join(each.replace("_", "") for each in found) or "None")


def _stream(number: int) -> Value:
    return enum_value(named(_LANGUAGE + "RedirectionStream"), number)


# --- static types ----------------------------------------------------------------------------------------------------

_STATIC: Final[dict[type, str]] = {
    tree.StringConstantExpressionAst: "System.String",
    tree.ExpandableStringExpressionAst: "System.String",
    tree.HashtableAst: "System.Collections.Hashtable",
    tree.ArrayLiteralAst: "System.Object[]",
    tree.ArrayExpressionAst: "System.Object[]",
    tree.ScriptBlockExpressionAst: "System.Management.Automation.ScriptBlock",
    tree.TypeExpressionAst: "System.Type",
}
_TRUTHS: Final = frozenset("And Or Xor Is IsNot As Not Exclaim".split()) - {"As"}  # noqa: SIM905
_TEXTS: Final = frozenset(("Format", "Join"))


def _of_operator(kind: TokenKind) -> ClrType:
    if kind.name in _TRUTHS or kind.name[1:] in ("contains", "notcontains", "in", "notin"):
        return named("System.Boolean")
    return named("System.String") if kind.name in _TEXTS else OBJECT


def _of_constraint(node: Any) -> ClrType:
    found = resolve(node.type_name.full_text)
    return OBJECT if found is None else found


def static_type(node: Any) -> ClrType:
    """Return the static type of an expression: System.Object if it depends on values at run time."""
    known = _STATIC.get(type(node))
    if known is not None:
        return named(known)
    if isinstance(node, tree.ConstantExpressionAst):
        return type_of(node.value)
    if isinstance(node, tree.ConvertExpressionAst):
        return _of_constraint(node.attribute)
    if isinstance(node, tree.BinaryExpressionAst):
        return _of_operator(node.operator)
    if isinstance(node, tree.UnaryExpressionAst):
        return _of_operator(node.token_kind)
    return OBJECT


def _parameter_type(node: Any) -> ClrType:
    for each in node.attributes:
        if isinstance(each, tree.TypeConstraintAst):
            return _of_constraint(each)
    return OBJECT


# --- the table -------------------------------------------------------------------------------------------------------

_TYPE: Final = "type"
_COMPUTED: Final[tuple[tuple[str, str, str, Callable[[Any], Value]], ...]] = (
    ("UsingStatementAst", "UsingStatementKind", "UsingStatementKind", lambda n: _enum("UsingStatementKind", n.kind)),
    ("TypeDefinitionAst", "TypeAttributes", "TypeAttributes", lambda n: _enum("TypeAttributes", n.kind)),
    ("TypeDefinitionAst", "IsClass", "bool", lambda n: n.kind.lower() == "class"),
    ("TypeDefinitionAst", "IsEnum", "bool", lambda n: n.kind.lower() == "enum"),
    ("TypeDefinitionAst", "IsInterface", "bool", lambda n: n.kind.lower() == "interface"),
    ("SwitchStatementAst", "Flags", "SwitchFlags", lambda n: _flags("SwitchFlags", n.flags)),
    ("ForEachStatementAst", "Flags", "ForEachFlags", lambda n: _flags("ForEachFlags", ["parallel"] * n.is_parallel)),
    ("VariableExpressionAst", "VariablePath", "object", lambda n: VariablePath(n.name)),
    (
        "StringConstantExpressionAst",
        "StringConstantType",
        "StringConstantType",
        lambda n: _enum("StringConstantType", n.kind),
    ),
    (
        "ExpandableStringExpressionAst",
        "StringConstantType",
        "StringConstantType",
        lambda n: _enum("StringConstantType", n.kind),
    ),
    ("FunctionMemberAst", "Parameters", "object", lambda n: list(n.function_definition.parameters or ())),
    ("FunctionMemberAst", "Body", "object", lambda n: n.function_definition.body),
    ("FunctionMemberAst", "IsPublic", "bool", lambda n: not n.is_hidden),
    ("FunctionMemberAst", "IsPrivate", "bool", lambda n: False),
    ("PropertyMemberAst", "IsPublic", "bool", lambda n: not n.is_hidden),
    ("PropertyMemberAst", "IsPrivate", "bool", lambda n: False),
    ("RedirectionAst", "FromStream", "RedirectionStream", lambda n: _stream(n.from_stream)),
    ("MergingRedirectionAst", "ToStream", "RedirectionStream", lambda n: _stream(n.to_stream)),
    ("CatchClauseAst", "IsCatchAll", "bool", lambda n: not n.catch_types),
    ("ConvertExpressionAst", "Type", "object", lambda n: n.attribute),
    ("CommandAst", "DefiningKeyword", "object", lambda n: None),
    ("ExpressionAst", "StaticType", _TYPE, static_type),
    ("ParameterAst", "StaticType", _TYPE, _parameter_type),
)


def declare_computed() -> None:
    """Add the computed properties to the node types."""
    for kind, name, type_name, read in _COMPUTED:
        full = _LANGUAGE + type_name if type_name[0].isupper() else type_name
        named(_LANGUAGE + kind).add_property(Property(name, full, read))


__all__ = ["VariablePath", "declare_computed", "member_name", "static_type"]
