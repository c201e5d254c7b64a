"""How a version of Exchange prints values: the same value, other text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


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


def restyle(value: Any, style: Style) -> Any:
    """`value`, or the values of a tuple, in `style`; anything without `with_style` comes back as it is."""
    if isinstance(value, tuple):
        items = tuple(restyle(item, style) for item in value)
        return items if any(new is not old for new, old in zip(items, value, strict=True)) else value
    with_style = getattr(type(value), "with_style", None)
    return value if with_style is None else with_style(value, style)
