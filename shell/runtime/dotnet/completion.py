"""[CommandCompletion]::CompleteInput and what it answers: TabExpansion2 to scripts."""

from __future__ import annotations

from typing import Any

from shell.runtime.declare import clr_class, clr_method
from shell.runtime.errors import NotEmulatedException
from shell.runtime.objects import Value

_AUTOMATION = "System.Management.Automation."


@clr_class(
    _AUTOMATION + "CompletionResult",
    properties="CompletionText:string ListItemText:string ResultType:object ToolTip:string",
)
class CompletionResult:
    """One completion."""

    def __init__(self, found: Any) -> None:
        self.completion_text: str = found.text
        self.list_item_text: str = found.list_item
        self.result_type: str = found.kind
        self._found = found

    @property
    def tool_tip(self) -> str:
        """The tooltip, made when it is read: a command's needs its parameters."""
        return str(self._found.tooltip)


@clr_class(
    _AUTOMATION + "CommandCompletion",
    properties="CurrentMatchIndex:int=rw ReplacementIndex:int=rw ReplacementLength:int=rw CompletionMatches:object",
)
class CommandCompletion:
    """All completions of a place."""

    def __init__(self, found: Any) -> None:
        self.current_match_index = -1
        self.replacement_index: int = found.index
        self.replacement_length: int = found.length
        self.completion_matches: Value = [CompletionResult(each) for each in found.matches]

    @clr_method(
        "CompleteInput", "string input, int cursorIndex, hashtable options = null -> object", static=True, session=True
    )
    @staticmethod
    def complete_input(session: Any, input: str, cursor_index: int, options: Value = None) -> Value:
        """Complete a text at an offset."""
        completer = session.completer
        if completer is None:
            raise NotEmulatedException("This session has nothing that completes.", error_id="NotEmulatedCompletion")
        return CommandCompletion(completer(input, cursor_index))


__all__ = ["CommandCompletion", "CompletionResult"]
