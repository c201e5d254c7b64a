"""The line editor's functions that change the line: moving, predictions, deleting, selecting, copying."""

from __future__ import annotations

from collections.abc import Callable

from prompt_toolkit.buffer import Buffer
from prompt_toolkit.clipboard import ClipboardData
from prompt_toolkit.document import Document
from prompt_toolkit.key_binding import KeyPressEvent
from prompt_toolkit.key_binding.bindings.named_commands import get_by_name
from prompt_toolkit.selection import SelectionState, SelectionType

from shell.hosting.lineediting.options import ReadLineOptions
from shell.repl.giving_up import give_up
from shell.repl.parsing import Parsing

Function = Callable[[KeyPressEvent], None]


class EditingFunctions:
    """The functions that need nothing but the line. Their names are PSReadLine's, in lower case with underscores."""

    def __init__(self, options: ReadLineOptions, parsing: Parsing) -> None:
        self._options = options
        self._parsing = parsing
        self._mark: int | None = None

    def ding(self, event: KeyPressEvent) -> None:
        """Sound the bell."""
        if str(self._options.bell_style) == "Audible":
            event.app.output.bell()

    def vi_edit_visually(self, event: KeyPressEvent) -> None:
        """Edit the input in an editor."""
        event.current_buffer.open_in_editor()

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


__all__ = ["EditingFunctions", "Function"]
