"""OPATH filters of -Filter and -RecipientFilter, with PowerShell's error for a filter that cannot be parsed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from organization.opath import BadFilter, Test
from organization.opath import parse as read_filter
from shell.values.errors import ErrorCategory, RuntimeException


class InvalidFilterException(RuntimeException):
    """An OPATH filter that cannot be parsed. Exchange parses at binding time, so it is an error of binding."""

    clr_name = "System.Management.Automation.ParameterBindingException"
    default_id = "ParameterBindingFailed"
    default_category = ErrorCategory.WriteError


def parse(text: str, variable: Callable[[str], Any], names: Callable[[str], bool], parameter: str = "Filter") -> Test:
    """Parse a filter. `variable` returns the value of `$x`, `names` tells whether a property exists.

    Raises InvalidFilterException, which names the parameter.
    """
    try:
        return read_filter(text, variable, names)
    except BadFilter as error:
        problem = f'Cannot bind parameter \'{parameter}\' to the target. Exception setting "{parameter}": "{error}"'
        raise InvalidFilterException(problem) from None


def filter_text(given: Any) -> str:
    """Return the text of a filter given as a string or as a script block."""
    text = given if isinstance(given, str) else str(getattr(given, "text", ""))
    text = text.strip()
    return text[1:-1].strip() if text.startswith("{") and text.endswith("}") else text


__all__ = ["InvalidFilterException", "Test", "filter_text", "parse"]
