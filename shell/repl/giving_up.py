"""Leaving a line before it is finished: Ctrl+C as a key or as a signal, however often it comes."""

from __future__ import annotations

from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent


def give_up(event: KeyPressEvent, reason: type[BaseException]) -> None:
    """Have the line end with an exception, unless it has ended already: signals come at any time."""
    app = event.app
    if app.future is not None and not app.future.done():
        app.exit(exception=reason(), style="class:aborting")


def add_interrupt_keys(keys: KeyBindings) -> None:
    """Add Ctrl+C to key bindings: it raises KeyboardInterrupt."""

    @keys.add("c-c")
    @keys.add("<sigint>")
    def interrupt(event: KeyPressEvent) -> None:
        """Give up the line."""
        give_up(event, KeyboardInterrupt)


__all__ = ["add_interrupt_keys", "give_up"]
