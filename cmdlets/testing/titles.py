"""Titles with data in them: `It "adds <a> and <b.Name>"`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from shell.engine.run.scope import Scope
from shell.types.conversion.text import to_string
from shell.values.errors import NetException
from shell.values.objects import Value

if TYPE_CHECKING:
    from shell.engine.session.runspace import Runspace

_TEMPLATE: Final = re.compile(r"(?<!`)<([^>`]+)>")
_NAME: Final = re.compile(r"\w+")


def expand(session: Runspace, title: str, scope: Scope) -> str:
    """Replace each `<x>` by the text of `$x` in a scope; `` `<x`> `` stays `<x>`, and so does what is no expression."""
    if "<" not in title:
        return title
    shown = _TEMPLATE.sub(lambda found: _text(session, found, scope), title)
    return shown.replace("`<", "<").replace("`>", ">")


def _text(session: Runspace, found: re.Match[str], scope: Scope) -> str:
    before, session.scope = session.scope, scope
    propagates, session.propagates = session.propagates, True
    try:
        return to_string(_value(session, found[1]), session)
    except NetException:
        return found[0]
    finally:
        session.scope, session.propagates = before, propagates


def _value(session: Runspace, expression: str) -> Value:
    if _NAME.fullmatch(expression):
        return session.get_variable(expression)
    return session.collect_value(session.parse_block(f"${expression}"), local=True)


__all__ = ["expand"]
