"""Completion at the prompt: what `Session.complete` answers, shown by Tab one by one or by Ctrl+Space as a menu."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, partial
from typing import Final, Protocol

from prompt_toolkit.buffer import Buffer
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document


class Match(Protocol):
    """One completion. `text` replaces, `list_item` is shown in a list."""

    text: str
    list_item: str
    kind: str

    @property
    def tooltip(self) -> str:
        """What is shown beside it."""
        ...


class Completions(Protocol):
    """What to replace (`index`, `length`) and by what."""

    index: int
    length: int

    @property
    def matches(self) -> Iterable[Match]:
        """The completions, the best first."""
        ...


_ROOM: Final = " " * 60
"""Columns for what an entry is; where the window is narrower the menu takes what there is. The hint line has it all."""

Complete = Callable[[str, int], Completions]


_LOOKED_UP: Final = frozenset(("Command", "ParameterName"))
"""Kinds of entries that have more to tell than completion itself knows."""


class _Entry(Completion):
    """An entry of a menu. What it is, is looked up when it is shown; all have the same room for that, or none has."""

    room = ""

    @property
    def display_meta_text(self) -> str:
        """What the menu measures."""
        return self.room


class MenuCompleter(Completer):
    """The menu of completions. `complete` tells them, `describe` what one is behind a text."""

    def __init__(self, complete: Complete, describe: Callable[[str, Match], str]) -> None:
        self._complete = complete
        self._describe = describe

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterable[Completion]:
        """Yield the matches at the cursor."""
        return self.found(document)

    def found(self, document: Document) -> list[Completion]:
        """Return the matches at the cursor."""
        found = self._complete(document.text, document.cursor_position)
        start = found.index - document.cursor_position
        before = document.text[: found.index]
        matches = list(found.matches)
        room = _ROOM if any(map(_has_more_to_tell, matches)) else ""
        entries: list[Completion] = []
        for match in matches:
            described = cache(partial(self._line, before, match))
            entry = _Entry(match.text, start_position=start, display=match.list_item, display_meta=described)
            entry.room = room
            entries.append(entry)
        return entries

    def _line(self, before: str, match: Match) -> str:
        """What an entry is, where that is more than it says itself; made when the menu shows it."""
        line = self._describe(before, match)
        return "" if line == match.list_item else line


def _has_more_to_tell(match: Match) -> bool:
    return match.kind in _LOOKED_UP or match.tooltip.strip() not in ("", match.text, match.list_item)


class HistoryCompleter(Completer):
    """The list of F7: what was typed before, the newest first, that begins with what stands there."""

    def __init__(self, lines: Callable[[], list[str]]) -> None:
        self._lines = lines

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterable[Completion]:
        """Yield the history."""
        for line in dict.fromkeys(reversed(self._lines())):
            if line.lower().startswith(document.text.lower()):
                yield Completion(line, start_position=-document.cursor_position, display=line.replace("\n", " ¶ "))


@dataclass(slots=True)
class _Cycle:
    """The matches that Tab goes through, and the text that shows the current one."""

    before: str
    after: str
    texts: list[str]
    at: int
    shown: str


class TabCycle:
    """Tab and Shift+Tab: each press puts the next match in place of the word, as the Windows console does."""

    def __init__(self, complete: Complete) -> None:
        self._complete = complete
        self._cycle: _Cycle | None = None

    def step(self, buffer: Buffer, by: int) -> bool:
        """Put the next (`by` = 1) or the previous (-1) match in place. Returns False where there is none."""
        cycle = self._cycle
        if cycle is None or buffer.text != cycle.shown:
            cycle = self._begin(buffer, by)
            if cycle is None:
                return False
        else:
            cycle.at = (cycle.at + by) % len(cycle.texts)
        text = cycle.before + cycle.texts[cycle.at]
        cycle.shown = text + cycle.after
        buffer.document = Document(cycle.shown, len(text))
        self._cycle = cycle
        return True

    def _begin(self, buffer: Buffer, by: int) -> _Cycle | None:
        text, cursor = buffer.text, buffer.cursor_position
        found = self._complete(text, cursor)
        texts = [match.text for match in found.matches]
        if not texts:
            return None
        end = max(found.index + found.length, cursor)
        return _Cycle(text[: found.index], text[end:], texts, 0 if by > 0 else len(texts) - 1, "")
