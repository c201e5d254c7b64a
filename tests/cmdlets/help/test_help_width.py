"""Help of every cmdlet fits into a terminal of 80 columns: no line is broken a second time in the first column."""

import pytest

from cmdlets.powershell.help import layout
from cmdlets.powershell.help.objects import help_object
from shell import Session
from shell.display.cells import cells
from shell.engine.commands.help import help_of

COLUMNS = 80


@pytest.mark.parametrize("view", ["DetailedView", "FullView"])
def test_no_line_is_wider_than_the_terminal(view: str) -> None:
    too_wide = []
    with Session(columns=COLUMNS, listen=False) as session:
        for info in session.runspace.commands.search("*", ("Cmdlet",)):
            shown = help_object(help_of(info, session.runspace), view)
            text = layout.VIEWS[shown.type_names[0]](shown, session.runspace, COLUMNS)
            too_wide += [(info.name, line) for line in text.split("\n") if cells(line) > COLUMNS]
    assert too_wide == []


def test_a_blank_at_the_edge_breaks_no_line_twice() -> None:
    words = "Change a Receive connector. Its listener follows at once; open sessions keep the settings."
    assert list(layout.wrap(words, COLUMNS, 4)) == [
        "    Change a Receive connector. Its listener follows at once; open sessions ",
        "    keep the settings.",
    ]


def test_a_word_longer_than_the_line_goes_on_in_the_next() -> None:
    assert list(layout.wrap("see " + "x" * 40, 34, 4)) == ["    see " + "x" * 26, "    " + "x" * 14]


def test_a_synopsis_is_a_whole_paragraph_and_no_line_is_broken_by_the_source() -> None:
    with Session(columns=COLUMNS, listen=False) as session:
        for info in session.runspace.commands.search("*", ("Cmdlet",)):
            help = help_of(info, session.runspace)
            assert help.synopsis.rstrip().endswith((".", "!", "?", ":")), info.name
            lines = [line for line in help.description.split("\n") if not line.startswith((" ", "- ", "* "))]
            assert all(not line or line[-1] in ".!?:)`" for line in lines), (info.name, help.description)
