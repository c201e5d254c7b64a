"""A limit that may be absent: `5000` or `unlimited`."""

from __future__ import annotations

from functools import total_ordering
from typing import Any, Generic, Self, TypeVar

from .style import MODERN, Style, restyle

T = TypeVar("T")


@total_ordering
class Unlimited(Generic[T]):
    """A value of T, or no limit at all. Greater than every T when unlimited; equal to the plain value otherwise."""

    __slots__ = ("_style", "_value")

    def __init__(self, value: T | None = None, style: Style = MODERN) -> None:
        self._value = value
        self._style = style

    @property
    def is_unlimited(self) -> bool:
        """Whether there is no limit."""
        return self._value is None

    @property
    def value(self) -> T:
        """The limit; ValueError when there is none."""
        if self._value is None:
            raise ValueError("The value is unlimited.")
        return self._value

    def exceeded_by(self, amount: Any) -> bool:
        """Whether `amount` is more than this limit allows."""
        return self._value is not None and bool(amount > self._value)

    def with_style(self, style: Style) -> Self:
        """The same limit, printed as another version prints it."""
        return self if style is self._style else type(self)(restyle(self._value, style), style)

    def __str__(self) -> str:
        return self._style.unlimited if self._value is None else str(self._value)

    def __repr__(self) -> str:
        return "UNLIMITED" if self._value is None else f"Unlimited({self._value!r})"

    def __hash__(self) -> int:
        return hash(self._value)

    def __eq__(self, other: object) -> bool:
        return bool(self._value == (other._value if isinstance(other, Unlimited) else other))

    def __lt__(self, other: Any) -> bool:
        value = other._value if isinstance(other, Unlimited) else other
        if self._value is None:
            return False
        return value is None or bool(self._value < value)


UNLIMITED: Unlimited[Any] = Unlimited()
