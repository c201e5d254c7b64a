"""The filters of -Filter and -RecipientFilter, with PowerShell's error for one that cannot be read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from organization.opath import BadFilter, Test
from organization.opath import parse as read_filter
from shell.values.errors import ErrorCategory, RuntimeException


class InvalidFilterException(RuntimeException):
    """A filter that cannot be read. Exchange reads it when the parameter is set, so it is an error of binding."""

    clr_name = "System.Management.Automation.ParameterBindingException"
    default_id = "ParameterBindingFailed"
    default_category = ErrorCategory.WriteError


def parse(text: str, variable: Callable[[str], Any], names: Callable[[str], bool], parameter: str = "Filter") -> Test:
    """Read a filter. `variable` gives the values of `$x`, `names` says whether a property exists.

    Raises InvalidFilterException, which names the parameter.
    """
    try:
        return read_filter(text, variable, names)
    except BadFilter as error:
        problem = f'Cannot bind parameter \'{parameter}\' to the target. Exception setting "{parameter}": "{error}"'
        raise InvalidFilterException(problem) from None


def filter_text(given: Any) -> str:
    """The text of a filter that was given as a text or as a script block."""
    text = given if isinstance(given, str) else str(getattr(given, "text", ""))
    text = text.strip()
    return text[1:-1].strip() if text.startswith("{") and text.endswith("}") else text


__all__ = ["InvalidFilterException", "Test", "filter_text", "parse"]
