"""How options and key handlers show."""

from __future__ import annotations

from shell.display import views
from shell.display.access import read
from shell.display.views import Column, GroupBy, Item, ListView, TableView
from shell.hosting.lineediting.functions import GROUPS
from shell.hosting.lineediting.options import COLOUR_NAMES, SHOWN
from shell.types.conversion.text import to_string
from shell.values.objects import Value


def _heading(handler: Value) -> list[str]:
    text = GROUPS[to_string(read(handler, "Group", None))]
    return [text, "=" * len(text)]


def _colour(name: str) -> Item:
    def text(options: Value) -> str:
        return '"' + to_string(read(options, name, None)).replace("\x1b", "`e") + '"'

    return Item(name, text)


views.register(
    "Microsoft.PowerShell.KeyHandler",
    TableView(
        (Column("Key"), Column("Function"), Column("Description")), GroupBy("Group", "Group", _heading), "KeyHandler"
    ),
)
views.register(
    "Microsoft.PowerShell.PSConsoleReadLineOptions",
    ListView((*(Item(name, name) for name in SHOWN), *map(_colour, COLOUR_NAMES))),
)
