"""What a terminal pastes, made fit to be edited."""

from __future__ import annotations


def clean(text: str) -> str:
    """Return a paste with line feeds as its line breaks and without control characters, which nobody sees or means."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(each for each in lines if each in "\n\t" or (each >= " " and not "\x7f" <= each <= "\x9f"))


__all__ = ["clean"]
