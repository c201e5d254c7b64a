"""Keywords and dash operators: which words of a script are which token kinds, and how operators bind."""

from __future__ import annotations

from shell.language.tokens import TokenKind

KEYWORDS: dict[str, TokenKind] = {
    kind.name.lower(): kind
    for kind in (
        TokenKind.Begin,
        TokenKind.Break,
        TokenKind.Catch,
        TokenKind.Class,
        TokenKind.Clean,
        TokenKind.Configuration,
        TokenKind.Continue,
        TokenKind.Data,
        TokenKind.Define,
        TokenKind.Do,
        TokenKind.Dynamicparam,
        TokenKind.Else,
        TokenKind.ElseIf,
        TokenKind.End,
        TokenKind.Enum,
        TokenKind.Exit,
        TokenKind.Filter,
        TokenKind.Finally,
        TokenKind.For,
        TokenKind.Foreach,
        TokenKind.From,
        TokenKind.Function,
        TokenKind.Hidden,
        TokenKind.If,
        TokenKind.In,
        TokenKind.Interface,
        TokenKind.Param,
        TokenKind.Process,
        TokenKind.Return,
        TokenKind.Static,
        TokenKind.Switch,
        TokenKind.Throw,
        TokenKind.Trap,
        TokenKind.Try,
        TokenKind.Until,
        TokenKind.Using,
        TokenKind.Var,
        TokenKind.While,
        TokenKind.Workflow,
        TokenKind.Assembly,
        TokenKind.Base,
        TokenKind.Command,
        TokenKind.Default,
        TokenKind.Module,
        TokenKind.Namespace,
        TokenKind.Parallel,
        TokenKind.Private,
        TokenKind.Public,
        TokenKind.Sequence,
        TokenKind.Type,
    )
}
"""Lower-case words that are keywords where a statement begins. Case does not matter in scripts."""

_COMPARISONS = (
    *("eq", "ne", "ge", "gt", "lt", "le", "like", "notlike", "match", "notmatch", "replace"),
    *("contains", "notcontains", "in", "notin", "split"),
)

DASH_OPERATORS: dict[str, TokenKind] = {
    "not": TokenKind.Not,
    "bnot": TokenKind.Bnot,
    "and": TokenKind.And,
    "or": TokenKind.Or,
    "xor": TokenKind.Xor,
    "band": TokenKind.Band,
    "bor": TokenKind.Bor,
    "bxor": TokenKind.Bxor,
    "shl": TokenKind.Shl,
    "shr": TokenKind.Shr,
    "join": TokenKind.Join,
    "is": TokenKind.Is,
    "isnot": TokenKind.IsNot,
    "as": TokenKind.As,
    "f": TokenKind.Format,
    **{word: TokenKind["I" + word] for word in _COMPARISONS},
    **{"i" + word: TokenKind["I" + word] for word in _COMPARISONS},
    **{"c" + word: TokenKind["C" + word] for word in _COMPARISONS},
}
"""The words of dash operators, lower case and without the dash."""

_LEVELS: tuple[tuple[TokenKind, ...], ...] = (
    (TokenKind.And, TokenKind.Or, TokenKind.Xor),
    (TokenKind.Band, TokenKind.Bor, TokenKind.Bxor),
    (
        TokenKind.Join,
        TokenKind.Is,
        TokenKind.IsNot,
        TokenKind.As,
        TokenKind.Shl,
        TokenKind.Shr,
        *(TokenKind["I" + word] for word in _COMPARISONS),
        *(TokenKind["C" + word] for word in _COMPARISONS),
    ),
    (TokenKind.QuestionQuestion,),
    (TokenKind.Plus, TokenKind.Minus),
    (TokenKind.Multiply, TokenKind.Divide, TokenKind.Rem),
    (TokenKind.Format,),
    (TokenKind.DotDot,),
)

BINARY_PRECEDENCE: dict[TokenKind, int] = {kind: level for level, kinds in enumerate(_LEVELS, 1) for kind in kinds}
"""How tightly a binary operator binds; a higher number binds tighter, equal numbers go from left to right."""

UNARY_OPERATORS = frozenset(
    (
        TokenKind.Plus,
        TokenKind.Minus,
        TokenKind.PlusPlus,
        TokenKind.MinusMinus,
        TokenKind.Exclaim,
        TokenKind.Not,
        TokenKind.Bnot,
        TokenKind.Comma,
        TokenKind.Join,
        TokenKind.Isplit,
        TokenKind.Csplit,
    )
)

ASSIGNMENT_OPERATORS = frozenset(
    (
        TokenKind.Equals,
        TokenKind.PlusEquals,
        TokenKind.MinusEquals,
        TokenKind.MultiplyEquals,
        TokenKind.DivideEquals,
        TokenKind.RemainderEquals,
        TokenKind.QuestionQuestionEquals,
    )
)
