"""Argument checks that .NET's methods share: each returns what is allowed and names the parameter in its error."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from shell.types.registry import checks
from shell.values.errors import ArgumentException, ArgumentNullException, ArgumentOutOfRangeException

_BEYOND = "Index was out of range. Must be non-negative and less than the size of the collection. (Parameter 'index')"
_ABOVE = (
    "Index was out of range. Must be non-negative and less than or equal to the size of the collection."
    " (Parameter 'startIndex')"
)


@pytest.mark.parametrize(
    ("check", "kind", "message"),
    [
        (lambda: checks.not_null(None, "key"), ArgumentNullException, "Value cannot be null. (Parameter 'key')"),
        (lambda: checks.not_empty(None, "path"), ArgumentNullException, "Value cannot be null. (Parameter 'path')"),
        (
            lambda: checks.not_empty("", "path"),
            ArgumentException,
            "The value cannot be an empty string. (Parameter 'path')",
        ),
        (
            lambda: checks.not_negative(-3, "count"),
            ArgumentOutOfRangeException,
            "count ('-3') must be a non-negative value. (Parameter 'count')\nActual value was -3.",
        ),
        (
            lambda: checks.in_range(65536, 0, 65535, "port"),
            ArgumentOutOfRangeException,
            "Specified argument was out of the range of valid values. (Parameter 'port')",
        ),
        (lambda: checks.index_below(3, 3), ArgumentOutOfRangeException, _BEYOND),
        (lambda: checks.index_up_to(4, 3), ArgumentOutOfRangeException, _ABOVE),
    ],
)
def test_a_refused_argument(check: Callable[[], object], kind: type[Exception], message: str) -> None:
    with pytest.raises(kind) as caught:
        check()
    assert type(caught.value) is kind
    assert str(caught.value) == message


def test_an_allowed_argument_is_returned() -> None:
    assert checks.not_null(0, "key") == 0
    assert checks.not_empty("a", "path") == "a"
    assert checks.not_negative(0, "count") == 0
    assert checks.in_range(65535, 0, 65535, "port") == 65535
    assert checks.index_below(2, 3) == 2
    assert checks.index_up_to(3, 3) == 3
