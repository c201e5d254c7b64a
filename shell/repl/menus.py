"""Menus of completions: opening, closing, going through their entries."""

from __future__ import annotations

from prompt_toolkit.buffer import Buffer, CompletionState
from prompt_toolkit.completion import CompleteEvent, Completer


def open_menu(buffer: Buffer, completer: Completer, *, choose: bool = True) -> bool:
    """Open a menu before the next key is looked at, at its first entry where one is to be chosen.

    A single entry is taken at once. Returns False where there is none.
    """
    found = list(completer.get_completions(buffer.document, CompleteEvent(completion_requested=True)))
    if len(found) == 1:
        buffer.apply_completion(found[0])
    elif found:
        buffer.complete_state = CompletionState(buffer.document, found)
        if choose:
            buffer.go_to_completion(0)
        buffer.suggestion = None
    return bool(found)


def close_menu(buffer: Buffer) -> bool:
    """Close the menu and leave the line as it was. Returns False where there is none."""
    if buffer.complete_state is None:
        return False
    buffer.cancel_completion()
    return True


def go_to_entry(buffer: Buffer, by: int) -> None:
    """Go to the next (`by` = 1) or the previous (-1) entry; behind the last comes the first."""
    state = buffer.complete_state
    if state is None:
        return
    count, at = len(state.completions), state.complete_index
    buffer.go_to_completion((at + by) % count if at is not None else 0 if by > 0 else count - 1)
    buffer.suggestion = None


def go_a_page(buffer: Buffer, by: int) -> None:
    """Go ahead (`by` > 0) or back by that many entries, at most to the last or the first."""
    if by > 0:
        buffer.complete_next(count=by, disable_wrap_around=True)
    else:
        buffer.complete_previous(count=-by, disable_wrap_around=True)
    buffer.suggestion = None


__all__ = ["close_menu", "go_a_page", "go_to_entry", "open_menu"]
