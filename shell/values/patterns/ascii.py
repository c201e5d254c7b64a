"""Regular expressions that Python's `re` reads as .NET does, for texts in ASCII.

`re` matches simple patterns in a third of the time of the `regex` module, which covers the rest of .NET's syntax. Two
things that `re` could do are left out on purpose: letters outside of ASCII (case folding differs), and repeated groups
of more than one character, for which `re` may need exponential time.
"""

from __future__ import annotations

import re
from functools import cache


@cache
def _token() -> re.Pattern[str]:
    """Return the expression that matches the next token that both dialects share."""
    return re.compile(
        r"""
    (?P<group> \( (?: \?: | \?<(?P<name>[A-Za-z]\w*)> | (?!\?) ) )
  | (?P<close> \) (?! [*+{] ) )
  | (?P<set> \[ \^? (?P<body> (?: [^\[\]\\^&|~-] | [^\[\]\\^&|~-]-[^\[\]\\^&|~-] | \\[dwsDWS] | \\[^\w\s] )+ -? ) \] )
  | (?P<class> \\[dwsDWSbtrn] )
  | (?P<literal> \\[^\w\s] | [^\\^$.|?*+()\[\]{}] )
  | (?P<other> [.^$|] | (?: [*+?] | \{[0-9]{1,3}(?:,[0-9]{0,3})?\} ) \?? (?! [*+?{] ) )
    """,
        re.VERBOSE | re.ASCII,
    )


def ascii_twin(text: str, ignore_case: bool) -> re.Pattern[str] | None:
    """Return an `re` pattern with the same matches and groups in ASCII texts; None for a pattern that has no such twin.

    `text` must be a valid .NET pattern. IgnoreCase is the only option allowed.
    """
    if not text.isascii():
        return None
    token_at = _token().match
    out: list[str] = []
    names: set[str] = set()
    place = 0
    while place < len(text):
        token = token_at(text, place)
        if token is None:
            return None
        place = token.end()
        name = token["name"]
        if name in names:  # in .NET, groups of the same name are one group
            return None
        if name:
            names.add(name)
            out.append("(")
        else:
            out.append(token[0])
    try:
        return re.compile("".join(out), re.ASCII | (re.IGNORECASE if ignore_case else 0))
    except (re.error, OverflowError):
        return None


@cache
def _literal() -> re.Pattern[str]:
    return re.compile(r"(?:\\[^\w\s]|[^\\^$.|?*+()\[\]{}])+", re.ASCII)


def literal_text(text: str, ignore_case: bool) -> str | None:
    """Return the only text that a pattern matches; None if it matches more than one."""
    if not _literal().fullmatch(text):
        return None
    found = re.sub(r"\\(.)", r"\1", text)
    if not found.isascii() or (ignore_case and found.lower() != found.upper()):
        return None
    return found


__all__ = ["ascii_twin", "literal_text"]
