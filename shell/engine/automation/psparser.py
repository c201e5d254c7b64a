"""System.Management.Automation.PSParser: the tokens of a text by the classification of PowerShell 2."""

from __future__ import annotations

from typing import Any, Final

from shell.dotnet.collections.listing import items_of
from shell.dotnet.collections.object_model import Collection
from shell.language import Token, TokenKind, parse
from shell.types import named
from shell.types.conversion.conversion import convert
from shell.types.conversion.text import to_string
from shell.types.registry.declarations import clr_class, clr_method
from shell.values.objects import Value

_AUTOMATION: Final = "System.Management.Automation."
_BY_FLAG: Final = (
    ("command_name", "Command"),
    ("member_name", "Member"),
    ("attribute_name", "Attribute"),
    ("type_name", "Type"),
    ("keyword", "Keyword"),
)
_BY_KIND: Final = {
    "Variable": "Variable",
    "SplattedVariable": "Variable",
    "Parameter": "CommandParameter",
    "Number": "Number",
    "Label": "LoopLabel",
    "Identifier": "CommandArgument",
    "Generic": "CommandArgument",
    "NewLine": "NewLine",
    "LineContinuation": "LineContinuation",
    "Comment": "Comment",
    "StringLiteral": "String",
    "StringExpandable": "String",
    "HereStringLiteral": "String",
    "HereStringExpandable": "String",
    "LParen": "GroupStart",
    "RParen": "GroupEnd",
    "LCurly": "GroupStart",
    "RCurly": "GroupEnd",
    "AtParen": "GroupStart",
    "AtCurly": "GroupStart",
    "DollarParen": "GroupStart",
    "Semi": "StatementSeparator",
    "Unknown": "Unknown",
}


def _type_of(token: Token) -> str:
    for flag, name in _BY_FLAG:
        if flag in token.flags:
            return name
    return _BY_KIND.get(token.kind.name, "Operator")


def _content(token: Token) -> str:
    kind, text = token.kind.name, token.text
    if kind in ("Variable", "SplattedVariable"):
        name = text[1:]
        return name[1:-1] if name.startswith("{") else name
    if kind == "Label":
        return text.removeprefix(":")
    if _BY_KIND.get(kind) == "String":
        return _string(kind, text, token.value)
    return text


def _string(kind: str, text: str, value: Any) -> str:
    if isinstance(value, str):
        return str(value)
    if kind.startswith("Here"):
        return text.partition("\n")[2].rpartition("\n")[0]
    return text[1:-1]


@clr_class(
    _AUTOMATION + "PSToken",
    properties="Content:string Type:System.Management.Automation.PSTokenType Start:int Length:int StartLine:int"
    " StartColumn:int EndLine:int EndColumn:int",
)
class PSToken:
    """A token with its content and position. Lines and columns count from 1."""

    def __init__(self, content: str, kind: str, extent: Any) -> None:
        self.content = content
        self.type = convert(kind, named(_AUTOMATION + "PSTokenType"))
        self.start = extent.start_offset
        self.length = extent.end_offset - extent.start_offset
        self.start_line, self.start_column = extent.start_line, extent.start_column
        self.end_line, self.end_column = extent.end_line, extent.end_column


@clr_class(_AUTOMATION + "PSParseError", properties="Token:object Message:string")
class PSParseError:
    """A parse error: message and token."""

    def __init__(self, error: Any) -> None:
        self.token = PSToken(error.extent.text, "Position", error.extent)
        self.message = error.message


@clr_class(_AUTOMATION + "PSParser", is_abstract=True)
class PSParser:
    """System.Management.Automation.PSParser."""

    @clr_method("Tokenize", "string script, ref object errors -> object", static=True)
    @staticmethod
    def tokenize(script: str, errors: Any) -> Value:
        """Return the tokens of a text; `errors` receives the parse errors."""
        result = parse(script or "", None)
        if errors is not None:
            errors.value = Collection(
                named(_AUTOMATION + "PSParseError"), [PSParseError(each) for each in result.errors]
            )
        tokens = [
            PSToken(_content(each), _type_of(each), each.extent)
            for each in result.tokens
            if each.kind is not TokenKind.EndOfInput
        ]
        return Collection(named(_AUTOMATION + "PSToken"), tokens)

    @clr_method("Tokenize", "object[] script, ref object errors -> object", static=True)
    @staticmethod
    def tokenize_lines(script: Any, errors: Any) -> Value:
        """Return the tokens of lines."""
        return PSParser.tokenize("\n".join(to_string(each) for each in items_of(script, "script")), errors)
