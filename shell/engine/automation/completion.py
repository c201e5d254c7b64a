"""[CommandCompletion]::CompleteInput and its result types: the completion behind TabExpansion2."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from shell.language.units import in_units, whole
from shell.types import named
from shell.types.registry.declarations import clr_class, clr_constructor, clr_method
from shell.types.registry.enumeration import enum_from_text
from shell.values.errors import NotEmulatedException, PSArgumentException
from shell.values.objects import Value

_AUTOMATION = "System.Management.Automation."


@clr_class(
    _AUTOMATION + "CompletionResult",
    properties=f"CompletionText:string ListItemText:string ResultType:{_AUTOMATION}CompletionResultType ToolTip:string",
)
class CompletionResult:
    """One completion. The tooltip may be a function that is called when it is read: a command's tooltip needs its
    parameters.
    """

    def __init__(self, text: str, list_item: str, kind: Value, tooltip: str | Callable[[], str]) -> None:
        self.completion_text = text
        self.list_item_text = list_item
        self.result_type = kind
        self._tooltip = tooltip

    @clr_constructor("string completionText")
    @staticmethod
    def of_text(text: str) -> CompletionResult:
        """Make a completion that is listed by its own text."""
        return CompletionResult.of_parts(text, text, _kind("Text"), text)

    @clr_constructor(
        f"string completionText, string listItemText, {_AUTOMATION}CompletionResultType resultType, string toolTip"
    )
    @staticmethod
    def of_parts(text: str, list_item: str, kind: Value, tooltip: str) -> CompletionResult:
        """Make a completion from its parts, none of which may be empty."""
        for name, each in (("completionText", text), ("listItemText", list_item), ("toolTip", tooltip)):
            if not each:
                raise PSArgumentException(
                    f'Cannot process argument because the value of argument "{name}" is null. Change the value of'
                    f" argument \"{name}\" to a non-null value. (Parameter '{name}')"
                )
        return CompletionResult(text, list_item, kind, tooltip)

    @staticmethod
    def of_found(found: Any) -> CompletionResult:
        """Make a completion from the completer's."""
        return CompletionResult(found.text, found.list_item, _kind(found.kind), lambda: str(found.tooltip))

    @property
    def tool_tip(self) -> str:
        """Return the tooltip."""
        return self._tooltip if isinstance(self._tooltip, str) else self._tooltip()


def _kind(name: str) -> Value:
    return enum_from_text(name, named(_AUTOMATION + "CompletionResultType"))


@clr_class(
    _AUTOMATION + "CommandCompletion",
    properties="CurrentMatchIndex:int=rw ReplacementIndex:int=rw ReplacementLength:int=rw CompletionMatches:object",
)
class CommandCompletion:
    """The completions at a position."""

    def __init__(self, found: Any) -> None:
        self.current_match_index = -1
        self.replacement_index: int = found.index
        self.replacement_length: int = found.length
        self.completion_matches: Value = [CompletionResult.of_found(each) for each in found.matches]

    @clr_method(
        "CompleteInput", "string input, int cursorIndex, hashtable options = null -> object", static=True, session=True
    )
    @staticmethod
    def complete_input(session: Any, input: str, cursor_index: int, options: Value = None) -> Value:
        """Complete a text at an offset in UTF-16 units; the completer counts characters."""
        completer = session.completer
        if completer is None:
            raise NotEmulatedException("This session has nothing that completes.", error_id="NotEmulatedCompletion")
        units = in_units(input)
        if units is input:
            return CommandCompletion(completer(input, cursor_index))
        answer = CommandCompletion(completer(input, len(whole(units[:cursor_index]))))
        index = answer.replacement_index
        replaced = input[index : index + answer.replacement_length]
        answer.replacement_index = len(in_units(input[:index]))
        answer.replacement_length = len(in_units(replaced))
        return answer


__all__ = ["CommandCompletion", "CompletionResult"]
