"""The line editor's functions by PSReadLine's names: what keys run, and what key handlers call."""

from __future__ import annotations

from collections.abc import Callable
from itertools import takewhile
from typing import Final

from prompt_toolkit.buffer import Buffer
from prompt_toolkit.clipboard import ClipboardData
from prompt_toolkit.document import Document
from prompt_toolkit.key_binding import KeyPressEvent
from prompt_toolkit.key_binding.bindings.named_commands import get_by_name
from prompt_toolkit.search import SearchDirection, start_search
from prompt_toolkit.selection import SelectionState, SelectionType

from shell.repl.completer import Complete, HistoryCompleter, Match, MenuCompleter, TabCycle
from shell.repl.giving_up import give_up
from shell.repl.lookback import Lookback
from shell.repl.menus import close_menu, open_menu
from shell.repl.parsing import Parsing
from shell.runtime.lineediting.options import ReadLineOptions

Function = Callable[[KeyPressEvent], None]

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


class Functions:
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
        self._options = options
        self._parsing = parsing
        self._lookback = lookback
        self._tab = TabCycle(complete)
        self.menu = MenuCompleter(complete, describe)
        self._history_menu = HistoryCompleter(history)
        self._detour = detour
        self._history = history
        self.following: str | None = None
        """The line to begin the next prompt with."""
        self._mark: int | None = None
        self._table: dict[str, Function] = {name.lower(): get_by_name(named).call for name, named in _NAMED.items()}
        for name in vars(type(self)):
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

    # --- moving ---

    def forward_char(self, event: KeyPressEvent) -> None:
        """Move, or take the prediction."""
        if not self._accept_prediction(event):
            get_by_name("forward-char").call(event)

    def forward_word(self, event: KeyPressEvent) -> None:
        """Move to the end of a word; at the end take a word of the prediction."""
        if not self._accept_word(event):
            get_by_name("forward-word").call(event)

    def next_word(self, event: KeyPressEvent) -> None:
        """Move to the next word; at the end take a word of the prediction."""
        if self._accept_word(event):
            return
        buffer = event.current_buffer
        step = buffer.document.find_next_word_beginning()
        buffer.cursor_position += step if step is not None else len(buffer.document.text_after_cursor)

    def beginning_of_line(self, event: KeyPressEvent) -> None:
        """Go to the start of the line; from there to that of the input."""
        document = event.current_buffer.document
        at_start = document.cursor_position_col == 0
        event.current_buffer.cursor_position += (
            -document.cursor_position if at_start else document.get_start_of_line_position()
        )

    def end_of_line(self, event: KeyPressEvent) -> None:
        """Go to the end of the line; from there to that of the input, and there take the prediction."""
        if self._accept_prediction(event):
            return
        buffer = event.current_buffer
        step = buffer.document.get_end_of_line_position()
        buffer.cursor_position += step if step else len(buffer.document.text_after_cursor)

    def previous_line(self, event: KeyPressEvent) -> None:
        """Move up."""
        event.current_buffer.cursor_up()

    def next_line(self, event: KeyPressEvent) -> None:
        """Move down."""
        event.current_buffer.cursor_down()

    def goto_brace(self, event: KeyPressEvent) -> None:
        """Go to the bracket of the one at the cursor."""
        buffer = event.current_buffer
        other = self._parsing.now(buffer.text).pairs.get(buffer.cursor_position)
        if other is None:
            self.ding(event)
        else:
            buffer.cursor_position = other

    def character_search(self, event: KeyPressEvent) -> None:
        """Go to the next of the character that was pressed last."""
        found = event.current_buffer.document.find(event.data, in_current_line=False)
        if found is not None:
            event.current_buffer.cursor_position += found

    def character_search_backward(self, event: KeyPressEvent) -> None:
        """Go back to the character that was pressed last."""
        found = event.current_buffer.document.find_backwards(event.data)
        if found is not None:
            event.current_buffer.cursor_position += found

    # --- predictions ---

    def accept_suggestion(self, event: KeyPressEvent) -> None:
        """Take all of it."""
        self._accept_prediction(event)

    def accept_next_suggestion_word(self, event: KeyPressEvent) -> None:
        """Take a word of it."""
        self._accept_word(event)

    def _prediction(self, buffer: Buffer) -> str:
        return buffer.suggestion.text if buffer.suggestion is not None and buffer.document.is_cursor_at_the_end else ""

    def _accept_prediction(self, event: KeyPressEvent) -> bool:
        text = self._prediction(event.current_buffer)
        event.current_buffer.insert_text(text)
        return bool(text)

    def _accept_word(self, event: KeyPressEvent) -> bool:
        text = self._prediction(event.current_buffer)
        word = len(text) - len(text.lstrip())
        while word < len(text) and not text[word].isspace():
            word += 1
        event.current_buffer.insert_text(text[:word])
        return bool(text)

    # --- deleting ---

    def backward_delete_input(self, event: KeyPressEvent) -> None:
        """Delete what stands before the cursor."""
        deleted = event.current_buffer.delete_before_cursor(event.current_buffer.cursor_position)
        event.app.clipboard.set_text(deleted)

    def forward_delete_input(self, event: KeyPressEvent) -> None:
        """Delete what stands behind the cursor."""
        buffer = event.current_buffer
        event.app.clipboard.set_text(buffer.delete(len(buffer.document.text_after_cursor)))

    def delete_line(self, event: KeyPressEvent) -> None:
        """Delete the line at the cursor."""
        document = event.current_buffer.document
        lines = document.lines
        row = document.cursor_position_row
        left = [*lines[:row], *lines[row + 1 :]]
        at = sum(len(each) + 1 for each in left[:row])
        text = "\n".join(left)
        event.current_buffer.document = Document(text, min(at, len(text)))

    def undo(self, event: KeyPressEvent) -> None:
        """Take back a change; from an empty line leave the shell, as the Windows console does."""
        buffer = event.current_buffer
        if not buffer.text and event.key_sequence[-1].key == "c-z":
            give_up(event, EOFError)
        else:
            buffer.undo()

    def undo_all(self, event: KeyPressEvent) -> None:
        """Take back all changes."""
        event.current_buffer.document = Document()

    def redo(self, event: KeyPressEvent) -> None:
        """Make a change again."""
        event.current_buffer.redo()

    # --- selecting ---

    def _select(self, event: KeyPressEvent, move: Function) -> None:
        buffer = event.current_buffer
        if buffer.selection_state is None:
            buffer.selection_state = SelectionState(buffer.cursor_position, SelectionType.CHARACTERS)
            buffer.selection_state.enter_shift_mode()
        move(event)

    def select_all(self, event: KeyPressEvent) -> None:
        """Select everything."""
        buffer = event.current_buffer
        if buffer.text:
            buffer.exit_selection()
            buffer.cursor_position = 0
            self._select(event, lambda event: setattr(buffer, "cursor_position", len(buffer.text)))

    def select_backward_char(self, event: KeyPressEvent) -> None:
        """Select a character more."""
        self._select(event, get_by_name("backward-char").call)

    def select_forward_char(self, event: KeyPressEvent) -> None:
        """Select a character more."""
        self._select(event, get_by_name("forward-char").call)

    def select_backward_word(self, event: KeyPressEvent) -> None:
        """Select a word more."""
        self._select(event, get_by_name("backward-word").call)

    def select_next_word(self, event: KeyPressEvent) -> None:
        """Select a word more."""
        self._select(event, get_by_name("forward-word").call)

    def select_backwards_line(self, event: KeyPressEvent) -> None:
        """Select to the start of the line."""
        self._select(event, self.beginning_of_line)

    def select_line(self, event: KeyPressEvent) -> None:
        """Select to the end of the line."""
        self._select(event, get_by_name("end-of-line").call)

    def copy(self, event: KeyPressEvent) -> None:
        """Copy what is selected, or the whole input."""
        buffer = event.current_buffer
        if buffer.selection_state is not None:
            event.app.clipboard.set_data(buffer.copy_selection())
        else:
            event.app.clipboard.set_data(ClipboardData(buffer.text))

    def cut(self, event: KeyPressEvent) -> None:
        """Take out what is selected."""
        if event.current_buffer.selection_state is not None:
            event.app.clipboard.set_data(event.current_buffer.cut_selection())

    def paste(self, event: KeyPressEvent) -> None:
        """Put in what was copied."""
        event.current_buffer.paste_clipboard_data(event.app.clipboard.get_data())

    def set_mark(self, event: KeyPressEvent) -> None:
        """Remember where the cursor is."""
        self._mark = event.current_buffer.cursor_position

    def exchange_point_and_mark(self, event: KeyPressEvent) -> None:
        """Go to the mark; the mark comes here."""
        buffer = event.current_buffer
        mark = min(self._mark or 0, len(buffer.text))
        self._mark, buffer.cursor_position = buffer.cursor_position, mark

    def kill_region(self, event: KeyPressEvent) -> None:
        """Take out what stands between cursor and mark."""
        buffer = event.current_buffer
        start, end = sorted((min(self._mark or 0, len(buffer.text)), buffer.cursor_position))
        event.app.clipboard.set_text(buffer.text[start:end])
        buffer.document = Document(buffer.text[:start] + buffer.text[end:], start)

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
        """Search back."""
        start_search(direction=SearchDirection.BACKWARD)

    def forward_search_history(self, event: KeyPressEvent) -> None:
        """Search ahead."""
        start_search(direction=SearchDirection.FORWARD)

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

    # --- the rest ---

    def ding(self, event: KeyPressEvent) -> None:
        """Sound the bell."""
        if str(self._options.bell_style) == "Audible":
            event.app.output.bell()

    def vi_edit_visually(self, event: KeyPressEvent) -> None:
        """Edit the input in an editor."""
        event.current_buffer.open_in_editor()


def _common_prefix(texts: list[str]) -> str:
    """Return the beginning that texts have in common, whatever the case, as the first one has it."""
    first, last = min(texts, key=str.lower).lower(), max(texts, key=str.lower).lower()
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(first, last, strict=False)))
    return texts[0][:same]


__all__ = ["Function", "Functions"]
