"""Token kinds, by PowerShell's own names, and the token."""

from __future__ import annotations

from enum import IntEnum, auto
from typing import Any

from shell.language.source import Extent, Source

NO_FLAGS: frozenset[str] = frozenset()


class TokenKind(IntEnum):
    """PowerShell's token kinds, names and numbers as `Token.Kind` shows them."""

    Unknown = 0
    Variable = auto()
    SplattedVariable = auto()
    Parameter = auto()
    Number = auto()
    Label = auto()
    Identifier = auto()
    Generic = auto()
    NewLine = auto()
    LineContinuation = auto()
    Comment = auto()
    EndOfInput = auto()
    StringLiteral = auto()
    StringExpandable = auto()
    HereStringLiteral = auto()
    HereStringExpandable = auto()
    LParen = auto()
    RParen = auto()
    LCurly = auto()
    RCurly = auto()
    LBracket = auto()
    RBracket = auto()
    AtParen = auto()
    AtCurly = auto()
    DollarParen = auto()
    Semi = auto()
    AndAnd = auto()
    OrOr = auto()
    Ampersand = auto()
    Pipe = auto()
    Comma = auto()
    MinusMinus = auto()
    PlusPlus = auto()
    DotDot = auto()
    ColonColon = auto()
    Dot = auto()
    Exclaim = auto()
    Multiply = auto()
    Divide = auto()
    Rem = auto()
    Plus = auto()
    Minus = auto()
    Equals = auto()
    PlusEquals = auto()
    MinusEquals = auto()
    MultiplyEquals = auto()
    DivideEquals = auto()
    RemainderEquals = auto()
    Redirection = auto()
    RedirectInStd = auto()
    Format = auto()
    Not = auto()
    Bnot = auto()
    And = auto()
    Or = auto()
    Xor = auto()
    Band = auto()
    Bor = auto()
    Bxor = auto()
    Join = auto()
    Ieq = auto()
    Ine = auto()
    Ige = auto()
    Igt = auto()
    Ilt = auto()
    Ile = auto()
    Ilike = auto()
    Inotlike = auto()
    Imatch = auto()
    Inotmatch = auto()
    Ireplace = auto()
    Icontains = auto()
    Inotcontains = auto()
    Iin = auto()
    Inotin = auto()
    Isplit = auto()
    Ceq = auto()
    Cne = auto()
    Cge = auto()
    Cgt = auto()
    Clt = auto()
    Cle = auto()
    Clike = auto()
    Cnotlike = auto()
    Cmatch = auto()
    Cnotmatch = auto()
    Creplace = auto()
    Ccontains = auto()
    Cnotcontains = auto()
    Cin = auto()
    Cnotin = auto()
    Csplit = auto()
    Is = auto()
    IsNot = auto()
    As = auto()
    PostfixPlusPlus = auto()
    PostfixMinusMinus = auto()
    Shl = auto()
    Shr = auto()
    Colon = auto()
    QuestionMark = auto()
    QuestionQuestionEquals = auto()
    QuestionQuestion = auto()
    QuestionDot = auto()
    QuestionLBracket = auto()
    Begin = 119
    Break = auto()
    Catch = auto()
    Class = auto()
    Continue = auto()
    Data = auto()
    Define = auto()
    Do = auto()
    Dynamicparam = auto()
    Else = auto()
    ElseIf = auto()
    End = auto()
    Exit = auto()
    Filter = auto()
    Finally = auto()
    For = auto()
    Foreach = auto()
    From = auto()
    Function = auto()
    If = auto()
    In = auto()
    Param = auto()
    Process = auto()
    Return = auto()
    Switch = auto()
    Throw = auto()
    Trap = auto()
    Try = auto()
    Until = auto()
    Using = auto()
    Var = auto()
    While = auto()
    Workflow = auto()
    Parallel = auto()
    Sequence = auto()
    InlineScript = auto()
    Configuration = auto()
    DynamicKeyword = auto()
    Public = auto()
    Private = auto()
    Static = auto()
    Interface = auto()
    Enum = auto()
    Namespace = auto()
    Module = auto()
    Type = auto()
    Assembly = auto()
    Command = auto()
    Hidden = auto()
    Base = auto()
    Default = auto()
    Clean = auto()


class Token:
    """A token. `text` is as written; `value` is what it means (a number, a string's content, a variable's name).

    `flags` holds what the scanner or the parser knows beyond the kind (a set of lower-case words such as
    `command_name`, `member_name`, `keyword`). `nested` are the tokens inside an expandable string. `start` and `end`
    are offsets; `extent` is made when asked for, because most tokens are never asked.
    """

    __slots__ = ("end", "flags", "kind", "nested", "source", "start", "value")

    def __init__(
        self,
        kind: TokenKind,
        source: Source,
        start: int,
        end: int,
        value: Any = None,
        flags: frozenset[str] = NO_FLAGS,
        nested: tuple[Token, ...] = (),
    ) -> None:
        self.kind = kind
        self.source = source
        self.start = start
        self.end = end
        self.value = value
        self.flags = flags
        self.nested = nested

    @property
    def extent(self) -> Extent:
        """Where the token stands."""
        return Extent(self.source, self.start, self.end)

    @property
    def text(self) -> str:
        """The token as written."""
        return self.source.between(self.start, self.end)

    def __repr__(self) -> str:
        return f"Token({self.kind.name}, {self.text!r})"

    def __str__(self) -> str:
        return self.text
