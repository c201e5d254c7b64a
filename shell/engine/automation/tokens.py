"""Tokens as scripts see them: .NET's classes for some kinds, and the flags of each kind.

`Parser.ParseInput` gives tokens these classes; otherwise they stay as the scanner made them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from shell.engine.automation.syntax_nodes import VariablePath
from shell.language import Token, TokenKind
from shell.language.strings import ExpandableToken
from shell.types import named
from shell.types.conversion.enumerations import register_table
from shell.types.registry.declarations import clr_class, clr_property
from shell.types.registry.enumeration import enum_value
from shell.types.registry.table import bind_class
from shell.values.objects import TypedArray, Value

_LANGUAGE: Final = "System.Management.Automation.Language."

register_table("""
System.Management.Automation.Language.TokenFlags! None=0 BinaryPrecedenceLogical=1 BinaryPrecedenceBitwise=2
  BinaryPrecedenceComparison=5 BinaryPrecedenceCoalesce=7 BinaryPrecedenceAdd=9 BinaryPrecedenceMultiply=10
  BinaryPrecedenceFormat=12 BinaryPrecedenceRange=13 BinaryPrecedenceMask=15 Keyword=16 ScriptBlockBlockName=32
  BinaryOperator=256 UnaryOperator=512 CaseSensitiveOperator=1024 TernaryOperator=2048 SpecialOperator=4096
  AssignmentOperator=8192 ParseModeInvariant=32768 TokenInError=65536 DisallowedInRestrictedMode=131072
  PrefixOrPostfixOperator=262144 CommandName=524288 MemberName=1048576 TypeName=2097152 AttributeName=4194304
  CanConstantFold=8388608 StatementDoesntSupportAttributes=16777216
""")

_LOGICAL, _BITWISE, _COMPARISON, _COALESCE, _ADD, _MULTIPLY, _FORMAT, _RANGE = 1, 2, 5, 7, 9, 10, 12, 13
_KEYWORD, _BLOCK_NAME, _BINARY, _UNARY, _CASE, _TERNARY, _SPECIAL, _ASSIGNS = 16, 32, 256, 512, 1024, 2048, 4096, 8192
_ANY_MODE, _NO_DATA, _PREFIX_OR_POSTFIX, _FOLDS, _NO_ATTRIBUTES = 32768, 131072, 262144, 8388608, 16777216

_TRAITS: Final[dict[int, str]] = {
    _ANY_MODE: "NewLine LineContinuation Comment EndOfInput StringLiteral StringExpandable HereStringLiteral"
    " HereStringExpandable LParen RParen LCurly RCurly RBracket AtParen AtCurly DollarParen Semi AndAnd OrOr",
    _SPECIAL | _ANY_MODE: "Ampersand Pipe",
    _UNARY | _ANY_MODE: "Comma",
    _UNARY | _PREFIX_OR_POSTFIX | _NO_DATA: "MinusMinus PlusPlus PostfixPlusPlus PostfixMinusMinus",
    _BINARY | _RANGE | _NO_DATA: "DotDot",
    _SPECIAL | _NO_DATA: "ColonColon Dot Colon QuestionDot",
    _UNARY | _FOLDS: "Exclaim Not Bnot",
    _BINARY | _MULTIPLY | _FOLDS: "Multiply Divide Rem",
    _BINARY | _ADD | _UNARY | _FOLDS: "Plus Minus",
    _ASSIGNS: "Equals PlusEquals MinusEquals MultiplyEquals DivideEquals RemainderEquals QuestionQuestionEquals",
    _NO_DATA: "Redirection",
    _ANY_MODE | _NO_DATA: "RedirectInStd",
    _BINARY | _FORMAT | _NO_DATA: "Format",
    _BINARY | _LOGICAL | _FOLDS: "And Or Xor",
    _BINARY | _BITWISE | _FOLDS: "Band Bor Bxor",
    _BINARY | _UNARY | _COMPARISON | _NO_DATA: "Join Isplit",
    _BINARY | _UNARY | _COMPARISON | _NO_DATA | _CASE: "Csplit",
    _BINARY | _COMPARISON | _FOLDS: "Ieq Ine Ige Igt Ilt Ile Shl Shr",
    _BINARY | _COMPARISON | _FOLDS | _CASE: "Ceq Cne Cge Cgt Clt Cle",
    _BINARY | _COMPARISON: "Ilike Inotlike Icontains Inotcontains Iin Inotin Is IsNot",
    _BINARY | _COMPARISON | _CASE: "Clike Cnotlike Ccontains Cnotcontains Cin Cnotin",
    _BINARY | _COMPARISON | _NO_DATA: "Imatch Inotmatch Ireplace As",
    _BINARY | _COMPARISON | _NO_DATA | _CASE: "Cmatch Cnotmatch Creplace",
    _TERNARY | _NO_DATA: "QuestionMark",
    _BINARY | _COALESCE: "QuestionQuestion",
    _KEYWORD | _BLOCK_NAME: "Begin Process End Dynamicparam Clean",
    _KEYWORD | _NO_ATTRIBUTES: "Break Continue Data Do Exit For Foreach If Return Switch Throw Trap Try While"
    " Parallel Sequence",
    _KEYWORD: "Catch Class Define Else ElseIf Filter Finally From Function In Param Until Using Var Workflow"
    " InlineScript Configuration DynamicKeyword Public Private Static Interface Enum Namespace Module Type Assembly"
    " Command Hidden Base Default",
}
"""Flags by kind; the parser adds flags for the use of a token."""

_OF_KINDS: Final[dict[TokenKind, int]] = {
    TokenKind[name]: flags for flags, names in _TRAITS.items() for name in names.split()
}
_USES: Final[dict[str, int]] = {
    "command_name": 524288,
    "member_name": 1048576,
    "type_name": 2097152,
    "attribute_name": 4194304,
}


def token_flags(token: Token) -> Value:
    """Return Token.TokenFlags: the flags of its kind, and those that the parser added."""
    flags = _OF_KINDS.get(token.kind, 0)
    for use in token.flags:
        flags |= _USES.get(use, 0)
    return enum_value(named(_LANGUAGE + "TokenFlags"), flags)


# --- the classes of tokens -------------------------------------------------------------------------------------------


@clr_class(_LANGUAGE + "VariableToken", _LANGUAGE + "Token")
class VariableToken(Token):
    """`$name`, `@name`."""

    __slots__ = ()

    @clr_property("Name", "string")
    def name(self) -> str:
        """Return the name without the sign."""
        return str(self.value)

    @clr_property("VariablePath", "System.Management.Automation.VariablePath")
    def variable_path(self) -> Value:
        """The name with its scope or drive."""
        return VariablePath(str(self.value))


@clr_class(_LANGUAGE + "NumberToken", _LANGUAGE + "Token")
class NumberToken(Token):
    """A number."""

    __slots__ = ()

    @clr_property("Value", "object")
    def number(self) -> Value:
        """Return its value."""
        return self.value


@clr_class(_LANGUAGE + "ParameterToken", _LANGUAGE + "Token")
class ParameterToken(Token):
    """`-Name`, `-Name:`."""

    __slots__ = ()

    @clr_property("ParameterName", "string")
    def parameter_name(self) -> str:
        """The name without dash and colon."""
        return str(self.value)

    @clr_property("UsedColon", "bool")
    def used_colon(self) -> bool:
        """True for `-Name:`."""
        return self.text.endswith(":")


@clr_class(_LANGUAGE + "LabelToken", _LANGUAGE + "Token")
class LabelToken(Token):
    """`:name` in front of a loop."""

    __slots__ = ()

    @clr_property("LabelText", "string")
    def label_text(self) -> str:
        """The name without the colon."""
        return str(self.value)


@clr_class(_LANGUAGE + "StringToken", _LANGUAGE + "Token", is_abstract=True)
class _StringToken(Token):
    __slots__ = ()

    @clr_property("Value", "string")
    def content(self: Any) -> str:
        """Return the text without quotes, with escapes resolved."""
        return str(self.value)


@clr_class(_LANGUAGE + "StringLiteralToken", _LANGUAGE + "StringToken")
class StringLiteralToken(_StringToken):
    """A string without expansion, or a bare word of a command."""

    __slots__ = ()


def _nested(token: Token) -> Value:
    known = named(_LANGUAGE + "Token")
    return TypedArray(known, list(classed(token.nested))) if token.nested else None


@clr_class(_LANGUAGE + "StringExpandableToken", _LANGUAGE + "StringToken")
class StringExpandableToken(_StringToken):
    """A double-quoted string."""

    __slots__ = ()

    @clr_property("NestedTokens", _LANGUAGE + "Token[]")
    def nested_tokens(self: Any) -> Value:
        """The tokens inside; null where there are none."""
        return _nested(self)


bind_class(named(_LANGUAGE + "StringExpandableToken"), ExpandableToken)


@clr_class(_LANGUAGE + "RedirectionToken", _LANGUAGE + "Token", is_abstract=True)
class _RedirectionToken(Token):
    __slots__ = ()


@clr_class(_LANGUAGE + "InputRedirectionToken", _LANGUAGE + "RedirectionToken")
class InputRedirectionToken(_RedirectionToken):
    """`<`."""

    __slots__ = ()


def _stream(number: int) -> Value:
    return enum_value(named(_LANGUAGE + "RedirectionStream"), number)


@clr_class(_LANGUAGE + "FileRedirectionToken", _LANGUAGE + "RedirectionToken")
class FileRedirectionToken(_RedirectionToken):
    """`>`, `2>>`."""

    __slots__ = ()

    @clr_property("FromStream", _LANGUAGE + "RedirectionStream")
    def from_stream(self) -> Value:
        """The stream that goes to the file."""
        return _stream(self.value[0])

    @clr_property("Append", "bool")
    def append(self) -> bool:
        """True for `>>`."""
        return bool(self.value[2])


@clr_class(_LANGUAGE + "MergingRedirectionToken", _LANGUAGE + "RedirectionToken")
class MergingRedirectionToken(_RedirectionToken):
    """`2>&1`."""

    __slots__ = ()

    @clr_property("FromStream", _LANGUAGE + "RedirectionStream")
    def from_stream(self) -> Value:
        """The stream that joins another."""
        return _stream(self.value[0])

    @clr_property("ToStream", _LANGUAGE + "RedirectionStream")
    def to_stream(self) -> Value:
        """The stream that it joins."""
        return _stream(self.value[1])


_CLASSES: Final[dict[TokenKind, type[Token]]] = {
    TokenKind.Variable: VariableToken,
    TokenKind.SplattedVariable: VariableToken,
    TokenKind.Number: NumberToken,
    TokenKind.Parameter: ParameterToken,
    TokenKind.Label: LabelToken,
    TokenKind.Generic: StringLiteralToken,
    TokenKind.StringLiteral: StringLiteralToken,
    TokenKind.HereStringLiteral: StringLiteralToken,
    TokenKind.StringExpandable: StringExpandableToken,
    TokenKind.HereStringExpandable: StringExpandableToken,
    TokenKind.RedirectInStd: InputRedirectionToken,
}


def classed(tokens: Iterable[Token]) -> Iterable[Token]:
    """Give tokens the classes that .NET has for their kinds."""
    for token in tokens:
        kind: Any = _CLASSES.get(token.kind)
        if token.kind is TokenKind.Redirection:
            kind = FileRedirectionToken if token.value[1] is None else MergingRedirectionToken
        if kind is not None and type(token) is Token:
            token.__class__ = kind
        yield token


__all__ = ["classed", "token_flags"]
