from dataclasses import dataclass, field

import pytest
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.document import Document

from shell.repl.completer import MenuCompleter, TabCycle


@dataclass
class Match:
    text: str
    list_item: str = ""
    tooltip: str = ""
    kind: str = "ParameterValue"


@dataclass
class Found:
    index: int
    length: int
    matches: list[Match] = field(default_factory=list)


WORDS = ("Get-Mailbox", "Get-MailboxStatistics", "Get-MailContact")


def complete(text: str, cursor: int) -> Found:
    start = text.rfind(" ", 0, cursor) + 1
    word = text[start:cursor]
    return Found(start, len(word), [Match(w) for w in WORDS if w.lower().startswith(word.lower())])


def buffer_at(text: str) -> Buffer:
    """Make a buffer; `|` marks the cursor."""
    return Buffer(document=Document(text.replace("|", ""), text.index("|")))


@pytest.mark.parametrize(
    ("presses", "shown"),
    [
        ([1], "x Get-Mailbox| | fl"),
        ([1, 1], "x Get-MailboxStatistics| | fl"),
        ([1, 1, 1, 1], "x Get-Mailbox| | fl"),
        ([1, 1, -1], "x Get-Mailbox| | fl"),
        ([-1], "x Get-MailContact| | fl"),
    ],
)
def test_tab_goes_round_in_place(presses: list[int], shown: str) -> None:
    buffer, tab = buffer_at("x get-mail| _ fl"), TabCycle(complete)
    for press in presses:
        tab.step(buffer, press)
    text, cursor = buffer.text, buffer.cursor_position
    assert text[:cursor] + "|" + text[cursor:] == shown.replace("| |", "| _")


def test_tab_begins_again_after_typing() -> None:
    buffer, tab = buffer_at("get-mailc|"), TabCycle(complete)
    tab.step(buffer, 1)
    buffer.insert_text(" get-mailboxs")
    tab.step(buffer, 1)
    assert buffer.text == "Get-MailContact Get-MailboxStatistics"


def test_tab_without_a_match_changes_nothing() -> None:
    buffer, tab = buffer_at("nothing|"), TabCycle(complete)
    tab.step(buffer, 1)
    assert buffer.text == "nothing"


@pytest.mark.parametrize(
    ("match", "has_room"),
    [
        (Match("'Anna Berg'", "Anna Berg", "Anna Berg"), False),
        (Match("anna", "anna", ""), False),
        (Match("Length", "Length", "int Length { get; }", "Property"), True),
        (Match("Get-Mailbox", "Get-Mailbox", "Get-Mailbox", "Command"), True),
    ],
)
def test_a_menu_has_room_for_what_its_entries_are_where_one_tells_it(match: Match, has_room: bool) -> None:
    menu = MenuCompleter(lambda text, cursor: Found(0, 0, [match]), lambda before, match: "")
    assert [bool(each.display_meta_text) for each in menu.found(Document("x"))] == [has_room]
