"""Marks in what is typed: pairs of brackets, what a search found, the prompt's end where a command cannot run."""

from __future__ import annotations

from prompt_toolkit.application.current import get_app
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.formatted_text.utils import fragment_list_to_text
from prompt_toolkit.layout.processors import Processor, Transformation, TransformationInput
from prompt_toolkit.layout.utils import explode_text_fragments

from shell.repl.parsing import Parsing
from shell.repl.search import HistorySearch

_BRACKET = " class:script.pair"
_FOUND = " class:script.found"
_WRONG = "class:script.error"


class PairMarks(Processor):
    """Marks the bracket at the cursor, or right before it, and the one that belongs to it."""

    def __init__(self, parsing: Parsing) -> None:
        self._parsing = parsing

    def apply_transformation(self, transformation_input: TransformationInput) -> Transformation:
        """Mark what of the pair stands in this line."""
        document = transformation_input.document
        fragments = transformation_input.fragments
        if get_app().is_done or not document.text:
            return Transformation(fragments)
        pairs = self._parsing.now(document.text).pairs
        cursor = document.cursor_position
        at = cursor if cursor in pairs else cursor - 1
        if at not in pairs:
            return Transformation(fragments)
        marked: StyleAndTextTuples | None = None
        for place in (at, pairs[at]):
            row, column = document.translate_index_to_position(place)
            if row == transformation_input.lineno:
                marked = marked if marked is not None else explode_text_fragments(fragments)
                shown = transformation_input.source_to_display(column)
                style, text, *_ = marked[shown] if shown < len(marked) else ("", "")
                if text and _WRONG not in style:
                    marked[shown] = (style + _BRACKET, text)
        return Transformation(fragments if marked is None else marked)


class FoundMarks(Processor):
    """Marks what a search of the history has found in the line."""

    def __init__(self, search: HistorySearch) -> None:
        self._search = search

    def apply_transformation(self, transformation_input: TransformationInput) -> Transformation:
        """Mark what of it stands in this line."""
        document = transformation_input.document
        place = self._search.marked(document)
        if place is None:
            return Transformation(transformation_input.fragments)
        marked = explode_text_fragments(transformation_input.fragments)
        for at in range(*place):
            row, column = document.translate_index_to_position(at)
            shown = transformation_input.source_to_display(column)
            if row == transformation_input.lineno and shown < len(marked):
                style, text, *_ = marked[shown]
                marked[shown] = (style + _FOUND, text)
        return Transformation(marked)


def warned(prompt: StyleAndTextTuples, endings: list[str]) -> StyleAndTextTuples:
    """Return a prompt with its end in the colour of errors: what of `endings` it ends with, else its last mark."""
    text = fragment_list_to_text(prompt)
    found = next((each for each in endings if each and text.endswith(each)), None)
    length = len(found) if found is not None else len(text) - len(text.rstrip().rstrip(">$#"))
    exploded = explode_text_fragments(prompt)
    for place in range(max(len(exploded) - length, 0), len(exploded)):
        style, letter, *_ = exploded[place]
        exploded[place] = (f"{style} {_WRONG}", letter)
    return exploded


__all__ = ["FoundMarks", "PairMarks", "warned"]
