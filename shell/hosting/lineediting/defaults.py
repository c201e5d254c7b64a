"""Default key bindings of PSReadLine's edit modes, as far as terminals can send the keys."""

from __future__ import annotations

from typing import Final

EVERYWHERE: Final = """
Enter=AcceptLine Tab=TabCompleteNext Shift+Tab=TabCompletePrevious Backspace=BackwardDeleteChar Delete=DeleteChar
LeftArrow=BackwardChar RightArrow=ForwardChar UpArrow=PreviousHistory DownArrow=NextHistory
Home=BeginningOfLine End=EndOfLine Ctrl+LeftArrow=BackwardWord Ctrl+RightArrow=NextWord
Shift+LeftArrow=SelectBackwardChar Shift+RightArrow=SelectForwardChar
Shift+Ctrl+LeftArrow=SelectBackwardWord Shift+Ctrl+RightArrow=SelectNextWord
Shift+Home=SelectBackwardsLine Shift+End=SelectLine
Ctrl+l=ClearScreen Ctrl+Spacebar=MenuComplete F1=ShowCommandHelp Alt+h=ShowParameterHelp
F7=HistoryMenu F8=HistorySearchBackward Shift+F8=HistorySearchForward
Ctrl+r=ReverseSearchHistory Ctrl+s=ForwardSearchHistory Alt+Enter=AddLine
Ctrl+z=Undo Ctrl+y=Redo Alt+.=YankLastArg Ctrl+Alt+y=YankNthArg
"""
"""Bindings of all modes. Alt+Enter stands for Shift+Enter, which terminals do not tell from Enter."""

WINDOWS: Final = """
Escape=RevertLine Ctrl+c=CopyOrCancelLine Ctrl+x=Cut Ctrl+v=Paste Ctrl+a=SelectAll
Ctrl+Delete=KillWord Alt+d=KillWord Ctrl+w=BackwardKillWord Alt+Backspace=BackwardKillWord
Ctrl+Home=BackwardDeleteInput Ctrl+End=ForwardDeleteInput Ctrl+]=GotoBrace
Ctrl+f=AcceptNextSuggestionWord Alt+RightArrow=AcceptNextSuggestionWord Alt+LeftArrow=BackwardWord
Ctrl+d=DeleteCharOrExit F3=CharacterSearch Shift+F3=CharacterSearchBackward
Alt+f=ForwardWord Alt+b=BackwardWord Alt+?=ShowKeyBindings
Ctrl+e=EndOfLine Ctrl+k=KillLine Ctrl+u=BackwardKillLine Ctrl+n=NextHistory Ctrl+p=PreviousHistory Ctrl+t=SwapCharacters
"""
"""The last line has bindings that the Windows console lacks and users of terminals expect."""

EMACS: Final = """
Tab=Complete Ctrl+c=CancelLine Ctrl+a=BeginningOfLine Ctrl+e=EndOfLine Ctrl+b=BackwardChar Ctrl+f=ForwardChar
Alt+f=ForwardWord Alt+b=BackwardWord Alt+RightArrow=AcceptNextSuggestionWord Alt+LeftArrow=BackwardWord
Ctrl+d=DeleteCharOrExit Ctrl+h=BackwardDeleteChar Ctrl+g=Abort Alt+==PossibleCompletions
Ctrl+k=KillLine Ctrl+u=BackwardKillInput Ctrl+x,Backspace=BackwardKillInput Alt+d=KillWord
Alt+Backspace=BackwardKillWord Ctrl+w=UnixWordRubout Ctrl+y=Yank Alt+y=YankPop
Ctrl+n=NextHistory Ctrl+p=PreviousHistory Alt+<=BeginningOfHistory Alt+>=EndOfHistory
Ctrl+_=Undo Ctrl+x,Ctrl+u=Undo Alt+r=RevertLine Alt+p=HistorySearchBackward Alt+n=HistorySearchForward
Ctrl+t=SwapCharacters Ctrl+o=AcceptAndGetNext Alt+?=ShowKeyBindings
Ctrl+x,Ctrl+x=ExchangePointAndMark Ctrl+]=CharacterSearch Ctrl+Alt+]=CharacterSearchBackward
Ctrl+j=ValidateAndAcceptLine Ctrl+m=ValidateAndAcceptLine Ctrl+Home=BackwardDeleteInput Ctrl+End=ForwardDeleteInput
Alt+_=YankLastArg Ctrl+x,Ctrl+e=ViEditVisually
"""

VI: Final = """
Ctrl+c=CancelLine Ctrl+d=DeleteCharOrExit Ctrl+w=BackwardKillWord Ctrl+u=BackwardDeleteInput Ctrl+v=Paste
Ctrl+n=NextHistory Ctrl+p=PreviousHistory Alt+f=AcceptNextSuggestionWord Alt+RightArrow=AcceptNextSuggestionWord
Ctrl+Home=BackwardDeleteInput Ctrl+End=ForwardDeleteInput Alt+?=ShowKeyBindings
"""
"""Vi's insert mode; the keys of its command mode are the line editor's own."""

MODES: Final = {"Windows": WINDOWS, "Emacs": EMACS, "Vi": VI}


def default_keys(mode: str) -> dict[str, str]:
    """Return a mode's functions by chord, both as written in the tables above."""
    found: dict[str, str] = {}
    for word in f"{EVERYWHERE} {MODES[mode]}".split():
        chord, _, function = word.rpartition("=")
        found[chord] = function
    return found


__all__ = ["MODES", "default_keys"]
