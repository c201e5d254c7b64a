"""What is wrong with a text that should have become a value."""

from __future__ import annotations


class BadValue(ValueError):
    """A text that is no value of its type. `exception` is the .NET exception that Exchange's parser raises."""

    def __init__(self, text: str, exception: str = "FormatException") -> None:
        super().__init__(text)
        self.text = text
        self.exception = exception
