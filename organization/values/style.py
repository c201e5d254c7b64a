"""How a version of Exchange prints values: the same value, other text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol, Self, runtime_checkable


@dataclass(frozen=True, slots=True)
class Style:
    """The printing habits of one version's value library. Styles never take part in equality."""

    short_sizes: bool = False
    """`10MB` (2007) rather than `10 MB (10,485,760 bytes)`."""
    unlimited: str = "Unlimited"
    """`unlimited` up to 2010."""
    bracketed_ipv6: bool = True
    """`[::]:25` rather than `:::25` (2007, 2010)."""


MODERN = Style()


@runtime_checkable
class Styled(Protocol):
    """A value whose text depends on the version that prints it."""

    def with_style(self, style: Style) -> Self:
        """The same value in another style."""
        ...


def restyle(value: Any, style: Style) -> Any:
    """`value`, or the values of a tuple, in `style`; anything without a style comes back as it is."""
    if type(value) is tuple:
        items = tuple(restyle(item, style) for item in value)
        return items if any(new is not old for new, old in zip(items, value, strict=True)) else value
    return value.with_style(style) if isinstance(value, Styled) else value
