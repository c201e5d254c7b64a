"""Inside comments: what `#requires` takes, and the keywords of comment-based help."""

from __future__ import annotations

import re
from typing import Final

from shell.engine.session.history import history_of
from shell.engine.session.runspace import Runspace
from shell.language import Token, TokenKind
from shell.repl.completion.results import CommandCompletion, CompletionResult, prefixed, value

_REQUIRES: Final = {
    "Modules": "The modules that the script needs",
    "PSEdition": "The edition of PowerShell: Core or Desktop",
    "RunAsAdministrator": "The script must be run as an administrator",
    "Version": "The lowest version of PowerShell",
}

_HELP: Final = {
    "COMPONENT": "What the command is part of",
    "DESCRIPTION": "What the command does, at length",
    "EXAMPLE": "An example of its use",
    "EXTERNALHELP": "The file that holds the help",
    "FORWARDHELPCATEGORY": "The kind of the command whose help is shown",
    "FORWARDHELPTARGETNAME": "The command whose help is shown",
    "FUNCTIONALITY": "The purpose of the command",
    "INPUTS": "The types that can be piped to it",
    "LINK": "A related topic",
    "NOTES": "More about it",
    "OUTPUTS": "The types that it writes",
    "PARAMETER": "What a parameter is for",
    "REMOTEHELPRUNSPACE": "The session that has the help",
    "ROLE": "Who uses the command",
    "SYNOPSIS": "What the command does, in a line",
}

_REQUIRES_OPTION: Final = re.compile(r"^#requires\s+(?:.*\s)?-(\w*)$", re.IGNORECASE)
_EDITION: Final = re.compile(r"^#requires\s+(?:.*\s)?-PSEdition\s+(\w*)$", re.IGNORECASE)
_MODULE: Final = re.compile(r"^#requires\s+(?:.*\s)?-Modules\s+(?:.*,\s*)?([\w.]*)$", re.IGNORECASE)
_HISTORY: Final = re.compile(r"#([\w-]*)")
_KEYWORD: Final = re.compile(r"(?:^|\n)[ \t]*#?[ \t]*(?:<#)?[ \t]*\.(\w*)$")


def in_comment(session: Runspace, text: str, tokens: list[Token]) -> CommandCompletion | None:
    """Return the completions inside the comment in which a text ends; None where it ends in none."""
    last = next((each for each in reversed(tokens) if each.kind is not TokenKind.EndOfInput), None)
    if last is None or last.kind is not TokenKind.Comment or last.extent.end_offset != len(text):
        return None
    written = last.text
    option = _REQUIRES_OPTION.match(written)
    if option is not None:
        return _at(text, option.group(1), _options(written, option.group(1)))
    edition = _EDITION.match(written)
    if edition is not None:
        matches = prefixed(("Core", "Desktop"), edition.group(1), value)
        return _at(text, edition.group(1), matches)
    module = _MODULE.match(written)
    if module is not None:
        names = sorted({info.module_name for info in session.commands.search("*") if info.module_name}, key=str.lower)
        return _at(text, module.group(1), prefixed(names, module.group(1), value))
    keyword = _KEYWORD.search(written)
    if keyword is not None:
        word = keyword.group(1)
        matches = prefixed(_HELP, word, lambda name: CompletionResult(name, name, "Keyword", _HELP[name]))
        return _at(text, word, matches)
    earlier = _HISTORY.fullmatch(written)
    if earlier is not None:
        return CommandCompletion(len(text) - len(written), len(written), _from_history(session, earlier.group(1)))
    return CommandCompletion(len(text), 0)


def _from_history(session: Runspace, word: str) -> list[CompletionResult]:
    """`#5` is the command with that number, `#connector` are the commands that hold the word, the last first."""
    entries = history_of(session).entries
    if word.isdecimal():
        found = [each for each in entries if each.id == int(word)]
    else:
        found = [each for each in reversed(entries) if word.lower() in each.command_line.lower()]
    lines = dict.fromkeys(each.command_line for each in found)
    return [CompletionResult(each, each, "History", each) for each in lines]


def _options(written: str, word: str) -> list[CompletionResult]:
    given = {each.lower() for each in re.findall(r"-(\w+)\s", written)}
    free = [name for name in _REQUIRES if name.lower() not in given]
    return prefixed(free, word, lambda name: CompletionResult(name, name, "ParameterName", _REQUIRES[name]))


def _at(text: str, word: str, matches: list[CompletionResult]) -> CommandCompletion:
    return CommandCompletion(len(text) - len(word), len(word), matches)
