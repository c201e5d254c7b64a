"""PSReadLine's functions: name, description and group of each."""

from __future__ import annotations

from typing import Final, NamedTuple

GROUPS: Final = {
    "Basic": "Basic editing functions",
    "CursorMovement": "Cursor movement functions",
    "History": "History functions",
    "Completion": "Completion functions",
    "Prediction": "Prediction functions",
    "Miscellaneous": "Miscellaneous functions",
    "Selection": "Selection functions",
    "Search": "Search functions",
    "Custom": "User defined functions",
}
"""Headings of Get-PSReadLineKeyHandler by group, in its order."""


class Function(NamedTuple):
    """A function of the line editor. One that is not `emulated` is listed, but cannot be bound."""

    name: str
    group: str
    description: str
    emulated: bool = True


_TABLE: Final = """
[Basic]
AcceptLine Run the command, or open a further line while it is unfinished.
AcceptAndGetNext Run the command and show the one that follows it in the history.
AddLine Open a further line without running anything.
BackwardDeleteChar Delete the character before the cursor.
BackwardDeleteInput Delete from the start of the input to the cursor.
BackwardDeleteLine Delete from the start of the line to the cursor.
BackwardDeleteWord Delete the word before the cursor.
BackwardKillInput Move what stands before the cursor into the kill ring.
BackwardKillLine Move from the start of the line to the cursor into the kill ring.
BackwardKillWord Move the word before the cursor into the kill ring.
CancelLine Leave the input as it is and begin a new one.
Copy Copy what is selected, or the whole input.
CopyOrCancelLine Copy what is selected; where nothing is, give up the input.
Cut Delete what is selected and keep it for pasting.
DeleteChar Delete the character at the cursor.
DeleteCharOrExit Delete the character at the cursor; from an empty line leave the shell.
DeleteEndOfWord Delete to the end of the word.
DeleteLine Delete the line at the cursor.
DeleteWord Delete the word behind the cursor.
ForwardDeleteInput Delete from the cursor to the end of the input.
ForwardDeleteLine Delete from the cursor to the end of the line.
InsertLineAbove Open an empty line above this one.
InsertLineBelow Open an empty line below this one.
KillLine Move from the cursor to the end of the line into the kill ring.
KillRegion Move what stands between cursor and mark into the kill ring.
KillWord Move the word behind the cursor into the kill ring.
Paste Put in what was copied.
Redo Make again what was undone.
RevertLine Empty the input.
SwapCharacters Swap the two characters at the cursor.
Undo Take back the last change.
UndoAll Take back all changes.
UnixWordRubout Move the word before the cursor, which blanks end, into the kill ring.
ValidateAndAcceptLine Run the command, or open a further line while it is unfinished.
Yank Put in what is in the kill ring.
YankLastArg Put in the last argument of the command before.
YankNthArg Put in the first argument of the command before.
YankPop Put in what was moved into the kill ring before that.
[CursorMovement]
BackwardChar Move a character back.
BackwardWord Move to the start of the word, or of the one before.
BeginningOfLine Move to the start of the line, or of the input.
EndOfLine Move to the end of the line, or of the input.
ForwardChar Move a character ahead; at the end take the prediction.
ForwardWord Move to the end of the word, or of the next one.
GotoBrace Move to the bracket that belongs to the one at the cursor.
NextLine Move a line down.
NextWord Move to the start of the next word; at the end take a word of the prediction.
PreviousLine Move a line up.
ShellBackwardWord Move to the start of the argument, or of the one before.
ShellForwardWord Move to the end of the argument, or of the next one.
[History]
BeginningOfHistory Go to the first command of the history.
ClearHistory Empty the history of this session.
EndOfHistory Go to the input that is not in the history yet.
ForwardSearchHistory Search the history ahead, letter by letter.
HistorySearchBackward Go to the command before that begins with what stands before the cursor.
HistorySearchForward Go to the next command that begins with what stands before the cursor.
NextHistory Go to the next command of the history.
PreviousHistory Go to the command before in the history.
ReverseSearchHistory Search the history back, letter by letter.
[Completion]
Complete Complete as far as all completions agree; a second time show them.
MenuComplete Show a menu of completions.
PossibleCompletions Show the completions.
TabCompleteNext Put the next completion in place.
TabCompletePrevious Put the completion before in place.
[Prediction]
AcceptNextSuggestionWord Take a word of the prediction.
AcceptSuggestion Take the prediction.
-NextSuggestion Go to the next prediction of the list.
-PreviousSuggestion Go to the prediction before in the list.
-ShowFullPredictionTooltip Show all that is known of the prediction.
-SwitchPredictionView Change between prediction inline and in a list.
[Miscellaneous]
Abort Give up a search or a completion.
-CaptureScreen Choose lines of the screen and copy them.
ClearScreen Empty the screen and show the prompt at its top.
-DigitArgument Begin the number of times for the next function.
Ding Sound the bell.
HistoryMenu Show a menu of the history.
InvokePrompt Write the prompt anew.
-ScrollDisplayDown Scroll down a screen.
-ScrollDisplayDownLine Scroll down a line.
-ScrollDisplayUp Scroll up a screen.
-ScrollDisplayUpLine Scroll up a line.
SelfInsert Put the key's character in.
ShowCommandHelp Show the help of the command at the cursor, page by page.
ShowKeyBindings Show what the keys do.
ShowParameterHelp Show what is known of the parameter at the cursor.
ViEditVisually Edit the input in an editor.
-WhatIsKey Tell what the next key does.
[Selection]
ExchangePointAndMark Swap cursor and mark.
SelectAll Select the whole input.
SelectBackwardChar Select the character before the cursor.
SelectBackwardWord Select to the start of the word.
SelectBackwardsLine Select to the start of the line.
-SelectCommandArgument Select the next argument.
SelectForwardChar Select the character at the cursor.
SelectLine Select to the end of the line.
SelectNextWord Select to the start of the next word.
SetMark Set the mark at the cursor.
[Search]
CharacterSearch Move to the next character that is asked for.
CharacterSearchBackward Move back to a character that is asked for.
"""

_OTHERS: Final = (
    "BackwardReplaceChar DeletePreviousLines DeleteRelativeLines InvertCase InvertLine PasteAfter PasteBefore"
    " PreviousSuggestion PrependAndAccept RepeatLastCharSearch RepeatLastCharSearchBackwards RepeatLastCommand"
    " RepeatSearch RepeatSearchBackward ScrollDisplayToCursor ScrollDisplayTop SearchChar SearchCharBackward"
    " SearchCharBackwardWithBackoff SearchCharWithBackoff SearchForward ShellKillWord ShellBackwardKillWord"
    " ShellNextWord SelectShellBackwardWord SelectShellForwardWord SelectShellNextWord SelectForwardWord"
    " UpcaseWord DowncaseWord CapitalizeWord MoveToEndOfLine MoveToFirstLine MoveToLastLine NextWordEnd"
    " ViAcceptLine ViAcceptLineOrExit ViAppendAtEnd ViAppendLine ViAppendLineAbove ViBackwardChar"
    " ViBackwardDeleteGlob ViBackwardGlob ViBackwardReplaceGlob ViBackwardReplaceLine ViBackwardReplaceWord"
    " ViBackwardWord ViCommandMode ViDGChord ViDeleteBrace ViDeleteEndOfGlob ViDeleteGlob ViDeleteLine"
    " ViDeleteToBeforeChar ViDeleteToChar ViDeleteToFirstLine ViDeleteToLastLine ViEndOfGlob ViEndOfPreviousGlob"
    " ViExit ViForwardChar ViGotoBrace ViInsertAtBegining ViInsertAtEnd ViInsertLine ViInsertMode"
    " ViInsertWithAppend ViInsertWithDelete ViJoinLines ViNextGlob ViNextWord ViReplaceBrace ViReplaceEndOfGlob"
    " ViReplaceEndOfWord ViReplaceGlob ViReplaceLine ViReplaceToBeforeChar ViReplaceToChar ViReplaceToEnd"
    " ViReplaceWord ViSearchHistoryBackward ViTransposeChars ViYankBeginningOfLine ViYankEndOfGlob"
    " ViYankEndOfWord ViYankLeft ViYankLine ViYankNextGlob ViYankNextWord ViYankPercent ViYankPreviousGlob"
    " ViYankPreviousWord ViYankRight ViYankToEndOfLine ViYankToFirstChar"
)
"""Further functions that profiles may bind: known, and refused."""


def _functions() -> dict[str, Function]:
    found: dict[str, Function] = {}
    group = ""
    for line in _TABLE.strip().splitlines():
        if line.startswith("["):
            group = line.strip("[]")
            continue
        name, _, description = line.partition(" ")
        emulated = not name.startswith("-")
        name = name.lstrip("-")
        found[name.lower()] = Function(name, group, description, emulated)
    for name in _OTHERS.split():
        found.setdefault(name.lower(), Function(name, "Basic", "", emulated=False))
    return found


FUNCTIONS: Final = _functions()
"""Functions by lower-case name."""

__all__ = ["FUNCTIONS", "GROUPS", "Function"]
