"""Lists: one property a line, labels padded to the longest."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from shell.display.cells import cells, head, split_lines, wrap
from shell.display.style import PLAIN, Style

SEPARATOR: Final = " : "
MINIMUM_VALUE: Final = 1
MINIMUM_LABEL: Final = 1


def list_lines(labels: Sequence[str], values: Sequence[str], columns: int, style: Style = PLAIN) -> list[str]:
    """Return the lines of one object in `columns` cells; none where there is no room for label and value."""
    label_limit = columns - len(SEPARATOR) - MINIMUM_VALUE
    if not labels or label_limit < MINIMUM_LABEL:
        return []
    sizes = [cells(label) for label in labels]
    label_width = min(max(sizes), label_limit)
    value_width = columns - label_width - len(SEPARATOR)
    indent = " " * (label_width + len(SEPARATOR))
    out: list[str] = []
    for label, size, value in zip(labels, sizes, values, strict=False):
        shown = label + " " * (label_width - size) if size <= label_width else head(label, label_width)
        prefix = style.paint(shown + SEPARATOR, style.format_accent)
        for line in split_lines(value):
            for part in wrap(line, value_width) if line else [""]:
                out.append(prefix + part)
                prefix = indent
    return out


__all__ = ["list_lines"]
