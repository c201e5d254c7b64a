"""The line editor's functions by PSReadLine's names: what keys run, and what key handlers call."""

from __future__ import annotations

from collections.abc import Callable
from itertools import takewhile
from typing import Final

from prompt_toolkit.document import Document
from prompt_toolkit.key_binding import KeyPressEvent
from prompt_toolkit.key_binding.bindings.named_commands import get_by_name

from shell.hosting.lineediting.options import ReadLineOptions
from shell.repl.completer import Complete, HistoryCompleter, Match, MenuCompleter, TabCycle
from shell.repl.editing import EditingFunctions, Function
from shell.repl.giving_up import give_up
from shell.repl.lookback import Lookback
from shell.repl.menus import close_menu, open_menu
from shell.repl.parsing import Parsing
from shell.repl.search import HistorySearch

_NAMED: Final = {
    "BackwardDeleteChar": "backward-delete-char",
    "DeleteChar": "delete-char",
    "BackwardChar": "backward-char",
    "BackwardWord": "backward-word",
    "ShellBackwardWord": "backward-word",
    "KillLine": "kill-line",
    "ForwardDeleteLine": "kill-line",
    "BackwardKillWord": "backward-kill-word",
    "BackwardDeleteWord": "backward-kill-word",
    "KillWord": "kill-word",
    "DeleteWord": "kill-word",
    "DeleteEndOfWord": "kill-word",
    "UnixWordRubout": "unix-word-rubout",
    "BackwardKillLine": "unix-line-discard",
    "BackwardDeleteLine": "unix-line-discard",
    "Yank": "yank",
    "YankPop": "yank-pop",
    "YankLastArg": "yank-last-arg",
    "YankNthArg": "yank-nth-arg",
    "SwapCharacters": "transpose-chars",
    "ClearScreen": "clear-screen",
    "SelfInsert": "self-insert",
}
"""Functions that the line editor has under readline's names."""
_SELECTING: Final = frozenset(
    (
        *("SelectAll", "SelectBackwardChar", "SelectBackwardWord", "SelectBackwardsLine", "SelectForwardChar"),
        *("SelectLine", "SelectNextWord", "Copy", "CopyOrCancelLine", "Cut"),
        *("ExchangePointAndMark", "KillRegion", "SetMark"),
    )
)
"""Functions that leave a selection, or take it."""
_REPLACING: Final = frozenset(("BackwardDeleteChar", "DeleteChar", "DeleteCharOrExit", "Paste", "Yank"))
"""Functions that put something in place of what is selected, or nothing."""


class Functions(EditingFunctions):
    """The functions for one prompt.

    `detour` leaves the prompt to show something, by the name of what is shown, and comes back to the line;
    `help_below` shows below it what is known of the parameter at the cursor.
    """

    def __init__(
        self,
        options: ReadLineOptions,
        parsing: Parsing,
        lookback: Lookback,
        complete: Complete,
        describe: Callable[[str, Match], str],
        history: Callable[[], list[str]],
        forget_history: Callable[[], None],
        detour: Callable[[KeyPressEvent, str], None],
        help_below: Function,
    ) -> None:
        super().__init__(options, parsing)
        self._lookback = lookback
        self._tab = TabCycle(complete)
        self.menu = MenuCompleter(complete, describe)
        self.search = HistorySearch(history, options)
        self._history_menu = HistoryCompleter(history)
        self._detour = detour
        self._history = history
        self.following: str | None = None
        """The line to begin the next prompt with."""
        self._table: dict[str, Function] = {name.lower(): get_by_name(named).call for name, named in _NAMED.items()}
        for name in dir(type(self)):
            if not name.startswith("_") and callable(getattr(self, name)) and name != "run":
                self._table[name.replace("_", "")] = getattr(self, name)
        self._table["showparameterhelp"] = help_below
        self._table["validateandacceptline"] = self.accept_line
        self._table["backwardkillinput"] = self.backward_delete_input
        self._table["shellforwardword"] = self.forward_word
        self._table["clearhistory"] = lambda event: forget_history()
        for name, shown in (("ShowCommandHelp", "help"), ("ShowKeyBindings", "keys"), ("InvokePrompt", "")):
            self._table[name.lower()] = lambda event, shown=shown: self._detour(event, shown)  # type: ignore[misc]

    def run(self, name: str, event: KeyPressEvent) -> None:
        """Run a function. What is selected is replaced by what is put in, and is no longer selected after a move."""
        buffer = event.current_buffer
        if buffer.selection_state is not None and name not in _SELECTING:
            if name in _REPLACING:
                buffer.cut_selection()
                if name.endswith(("Char", "Exit")):
                    return
            else:
                buffer.exit_selection()
        self._table[name.lower()](event)

    # --- ending ---

    def accept_line(self, event: KeyPressEvent) -> None:
        """Run what stands there, or go on with `>>` while it is unfinished."""
        buffer = event.current_buffer
        text = buffer.text
        if self._parsing.is_incomplete(text):
            buffer.cursor_position = len(text)
            buffer.insert_text("\n")
        else:
            buffer.suggestion = None
            buffer.validate_and_handle()

    def accept_and_get_next(self, event: KeyPressEvent) -> None:
        """Run it, and begin the next prompt with the line behind it in the history."""
        lines, text = self._history(), event.current_buffer.text
        self.following = lines[lines.index(text) + 1] if text in lines[:-1] else None
        event.current_buffer.validate_and_handle()

    def add_line(self, event: KeyPressEvent) -> None:
        """Open a line."""
        event.current_buffer.insert_text("\n")

    def insert_line_above(self, event: KeyPressEvent) -> None:
        """Open a line above."""
        event.current_buffer.insert_line_above(copy_margin=False)

    def insert_line_below(self, event: KeyPressEvent) -> None:
        """Open a line below."""
        event.current_buffer.insert_line_below(copy_margin=False)

    def cancel_line(self, event: KeyPressEvent) -> None:
        """Give up."""
        give_up(event, KeyboardInterrupt)

    def copy_or_cancel_line(self, event: KeyPressEvent) -> None:
        """Copy what is selected; else give up."""
        if event.current_buffer.selection_state is not None:
            self.copy(event)
        else:
            give_up(event, KeyboardInterrupt)

    def delete_char_or_exit(self, event: KeyPressEvent) -> None:
        """Delete, or leave from an empty line."""
        if not event.current_buffer.text:
            give_up(event, EOFError)
        else:
            event.current_buffer.delete()

    def abort(self, event: KeyPressEvent) -> None:
        """Close what is open."""
        close_menu(event.current_buffer)

    def revert_line(self, event: KeyPressEvent) -> None:
        """Close a menu; where there is none empty the line."""
        buffer = event.current_buffer
        if not close_menu(buffer):
            buffer.document = Document()

    # --- history ---

    def previous_history(self, event: KeyPressEvent) -> None:
        """Go up a line; from the first one back in the history."""
        self._through_history(event, 1)

    def next_history(self, event: KeyPressEvent) -> None:
        """Go down a line; from the last one ahead in the history."""
        self._through_history(event, -1)

    def _through_history(self, event: KeyPressEvent, by: int) -> None:
        buffer = event.current_buffer
        document = buffer.document
        inside = document.cursor_position_row > 0 if by > 0 else not document.on_last_line
        if inside:
            (buffer.cursor_up if by > 0 else buffer.cursor_down)()
        else:
            self._lookback.step(buffer, by, prefixed=False)

    def history_search_backward(self, event: KeyPressEvent) -> None:
        """Go back to a line that begins like this one."""
        if not self._lookback.step(event.current_buffer, 1, prefixed=True):
            self.ding(event)

    def history_search_forward(self, event: KeyPressEvent) -> None:
        """Go ahead to a line that begins like this one."""
        if not self._lookback.step(event.current_buffer, -1, prefixed=True):
            self.ding(event)

    def beginning_of_history(self, event: KeyPressEvent) -> None:
        """Go to the oldest line."""
        self._lookback.end(event.current_buffer, oldest=True)

    def end_of_history(self, event: KeyPressEvent) -> None:
        """Go to what was typed."""
        self._lookback.end(event.current_buffer, oldest=False)

    def reverse_search_history(self, event: KeyPressEvent) -> None:
        """Search back, letter by letter; in a search go on to an older line."""
        self.search.begin(event.current_buffer, back=True)

    def forward_search_history(self, event: KeyPressEvent) -> None:
        """Search ahead, letter by letter; in a search go on to a newer line."""
        self.search.begin(event.current_buffer, back=False)

    def history_menu(self, event: KeyPressEvent) -> None:
        """Show the history in a menu."""
        if not open_menu(event.current_buffer, self._history_menu):
            self.ding(event)

    # --- completing ---

    def tab_complete_next(self, event: KeyPressEvent) -> None:
        """Put the next completion in place."""
        if not self._tab.step(event.current_buffer, 1):
            self.ding(event)

    def tab_complete_previous(self, event: KeyPressEvent) -> None:
        """Put the completion before in place."""
        if not self._tab.step(event.current_buffer, -1):
            self.ding(event)

    def menu_complete(self, event: KeyPressEvent) -> None:
        """Show a menu with the first entry in place."""
        if not open_menu(event.current_buffer, self.menu):
            self.ding(event)

    def possible_completions(self, event: KeyPressEvent) -> None:
        """Show the completions; none is in place."""
        if not open_menu(event.current_buffer, self.menu, choose=False):
            self.ding(event)

    def complete(self, event: KeyPressEvent) -> None:
        """Put in what all completions have in common; where that is nothing more show them."""
        buffer = event.current_buffer
        found = self.menu.found(buffer.document)
        if not found:
            self.ding(event)
            return
        common = _common_prefix([each.text for each in found])
        typed = buffer.document.text_before_cursor[found[0].start_position :] if found[0].start_position else ""
        if len(found) == 1 or (len(common) > len(typed) and common.lower().startswith(typed.lower())):
            buffer.delete_before_cursor(-found[0].start_position)
            buffer.insert_text(found[0].text if len(found) == 1 else common)
        else:
            open_menu(buffer, self.menu, choose=False)


def _common_prefix(texts: list[str]) -> str:
    """Return the beginning that texts have in common, whatever the case, as the first one has it."""
    first, last = min(texts, key=str.lower).lower(), max(texts, key=str.lower).lower()
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(first, last, strict=False)))
    return texts[0][:same]


__all__ = ["Function", "Functions"]
