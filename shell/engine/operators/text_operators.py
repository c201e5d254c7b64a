"""The operators on texts: -like, -match, -replace, -split, -join, -f."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from shell.language.units import whole
from shell.lazy import lazy
from shell.types import is_script_block, type_of
from shell.types.conversion.conversion import elements_of
from shell.types.conversion.text import element_text, to_string
from shell.types.operators.comparison import equals
from shell.values.collation import same_text
from shell.values.errors import ArgumentException, ErrorCategory, NetException, RuntimeException
from shell.values.objects import AUTOMATION_NULL, LazyHashtable, PSObject, Value
from shell.values.patterns.regular_expressions import Options, Pattern, compile_pattern
from shell.values.patterns.replacements import Expansion, expand_replacement
from shell.values.wildcard import wildcard_matcher

if TYPE_CHECKING:
    from shell.dotnet.text import regexes
    from shell.types.operators import formatting
else:
    regexes = lazy("shell.dotnet.text.regexes", globals())
    formatting = lazy("shell.types.operators.formatting", globals())


def listed(value: Value) -> list[Value] | None:
    """Return the elements if an operator applies to each of them."""
    if isinstance(value, list):
        return value
    if isinstance(value, (str, int, float)) or value is None:
        return None
    if isinstance(value, PSObject) and value.base is not value:
        return listed(value.base)
    return elements_of(value)


def text_of(value: Value, session: Any = None) -> str:
    """Return the text that an operator sees."""
    return value if type(value) is str else to_string(value, session)


# --- -like ---


def like(a: Value, b: Value, *, ignore_case: bool, negate: bool) -> Value:
    """Return a Boolean for a value, the texts of the matching elements for a collection."""
    matches = wildcard_matcher(text_of(b), ignore_case)
    items = listed(a)
    if items is None:
        return matches(text_of(a)) is not negate
    return [text for text in map(text_of, items) if matches(text) is not negate]


# --- -match ---

_REGEX_CLASS: list[type] = []


def as_pattern(value: Value, ignore_case: bool) -> Pattern:
    """Return the compiled pattern of an operand: a [regex] keeps its own options."""
    found = getattr(value, "pattern", None)
    if isinstance(found, Pattern):
        return found
    text = text_of(value)
    try:
        return compile_pattern(text, Options.IGNORE_CASE if ignore_case else 0)
    except ArgumentException as error:
        raise RuntimeException(
            f"The regular expression pattern {text} is not valid.",
            error_id="InvalidRegularExpression",
            category=ErrorCategory.InvalidOperation,
            target=text,
            inner=error,
        ) from None


class MatchTable(LazyHashtable):
    """`$Matches` for a match: groups that took part, by number or name. Most scripts read few of them, or none."""

    __slots__ = ()

    def entries(self, pending: tuple[Pattern, Any]) -> dict[Any, tuple[Value, Value]]:
        """Return the names and texts of the groups; `pending` is the pattern and what it found."""
        pattern, found = pending
        return {folded: (key, text) for folded, key, index in pattern.keys if (text := found[index]) is not None}


def match(session: Any, a: Value, b: Value, *, ignore_case: bool, negate: bool) -> Value:
    """Return a Boolean and set $Matches for a value; return the matching elements of a collection."""
    pattern = as_pattern(b, ignore_case)
    items = listed(a)
    if items is not None:
        search = pattern.search
        return [each for each in items if (search(text_of(each, session)) is None) is negate]
    found = pattern.search(text_of(a, session))
    if found is None:
        return negate
    if session is not None:
        session.set_variable("Matches", MatchTable((pattern, found)))
    return not negate


# --- -replace ---


def replace(session: Any, a: Value, b: Value, *, ignore_case: bool) -> Value:
    """Replace all matches. The right side is a pattern, or a pattern and a replacement (text or script block)."""
    operands = listed(b)
    if operands is None:
        operands = [b]
    if len(operands) > 2:
        raise RuntimeException(
            f"The -ireplace operator allows only two elements to follow it, not {len(operands)}.".replace(
                "-ireplace", "-ireplace" if ignore_case else "-creplace"
            ),
            error_id="BadReplaceArgument",
            category=ErrorCategory.InvalidOperation,
        )
    pattern = as_pattern(operands[0] if operands else None, ignore_case)
    substitute = _substitute(session, operands[1] if len(operands) > 1 else "", pattern)
    items = listed(a)
    if items is None:
        return substitute(text_of(a, session))
    return [substitute(text_of(each, session)) for each in items]


def text_replacer(operands: Sequence[str], ignore_case: bool) -> Callable[[str], str]:
    """Return a function that applies `-replace` with these operands to a string."""
    return _replacer(as_pattern(operands[0], ignore_case), operands[1] if len(operands) > 1 else "")


def _replacer(pattern: Pattern, replacement: str) -> Callable[[str], str]:
    made = expand_replacement(replacement, pattern)
    sub = pattern.code.sub
    if isinstance(made, Expansion):
        expand = made.template or made
        return lambda text: str(sub(expand, text))
    fixed = made
    if pattern.literal is not None:
        literal = pattern.literal
        return lambda text: text.replace(literal, fixed)
    template = fixed.replace("\\", r"\\")
    return lambda text: str(sub(template, text))


def _substitute(session: Any, replacement: Value, pattern: Pattern) -> Callable[[str], str]:
    if type(replacement) is str:
        return _replacer(pattern, replacement)
    sub = pattern.code.sub
    base = replacement.base if isinstance(replacement, PSObject) else replacement
    if session is not None and is_script_block(base):

        def call(found: Any) -> str:
            return to_string(session.collect_value(base, dollar_under=regexes.Match(pattern, found)), session)

        return lambda text: str(sub(call, text))
    evaluate = _evaluator(session, base, pattern)
    if evaluate is not None:
        return lambda text: str(sub(evaluate, text))
    return _replacer(pattern, text_of(replacement, session))


def _evaluator(session: Any, replacement: Value, pattern: Pattern) -> Callable[[Any], str] | None:
    """Return a function that calls a [MatchEvaluator]; None for any other replacement."""
    if type(replacement) is str:
        return None
    if type_of(replacement).name != "System.Text.RegularExpressions.MatchEvaluator":
        return None
    return lambda found: text_of(replacement.call(session, regexes.Match(pattern, found)), session)


# --- -join, -f ---


def join(session: Any, a: Value, b: Value) -> str:
    """Join the elements' texts."""
    items = listed(a)
    if items is None:
        return text_of(a, session)
    between = text_of(b, session)
    if all(type(each) is str for each in items):
        return between.join(items)
    return whole(between.join([element_text(None if each is AUTOMATION_NULL else each) for each in items]))


def unary_join(session: Any, value: Value) -> str:
    """Join without separator."""
    return join(session, value, "")


@cache
def _formatting() -> Callable[[str, list[Value]], str]:
    """Return the function for composite formats, which is loaded at the first use."""
    return formatting.composite_format


def format_operator(a: Value, b: Value) -> str:
    """Return the composite format of -f; a collection on the right gives the arguments."""
    fill = _formatting()
    try:
        return fill(a if type(a) is str else text_of(a), b if isinstance(b, list) else [b])
    except NetException as error:
        raise RuntimeException(
            f"Error formatting a string: {error.message}.",
            error_id="FormatError",
            category=ErrorCategory.InvalidOperation,
            target=a,
            inner=error,
        ) from None


def contains(items: Value, wanted: Value, *, ignore_case: bool) -> bool:
    """Return the result of -contains."""
    found = listed(items)
    if found is None:
        return equals(items, wanted, ignore_case)
    if type(wanted) is str:
        return wanted in found or any(
            same_text(each, wanted, ignore_case) if type(each) is str else equals(each, wanted, ignore_case)
            for each in found
        )
    return any(equals(each, wanted, ignore_case) for each in found)
