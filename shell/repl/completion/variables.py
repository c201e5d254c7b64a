"""Variables, those of scopes and drives."""

from __future__ import annotations

from typing import Final

from shell.engine.run.scope import display_name
from shell.engine.session.runspace import Runspace
from shell.language.tree import VariableExpressionAst
from shell.machine import environment
from shell.repl.completion.results import CompletionResult
from shell.repl.completion.script import Script
from shell.types import type_of

_SCOPES: Final = ("Global", "Local", "Script", "Private", "Using")
_DRIVES: Final = ("Alias", "Env", "Function", "Temp", "Variable")
_SPECIAL: Final = """
$ ? ^ _ args ConfirmPreference DebugPreference EnabledExperimentalFeatures Error ErrorActionPreference ErrorView Event
EventArgs EventSubscriber ExecutionContext false foreach FormatEnumerationLimit HOME Host InformationPreference input
IsCoreCLR IsLinux IsMacOS IsWindows LASTEXITCODE Matches MaximumHistoryCount MyInvocation NestedPromptLevel null OFS
OutputEncoding PID PROFILE ProgressPreference PSBoundParameters PSCmdlet PSCommandPath PSCulture PSDebugContext
PSDefaultParameterValues PSEdition PSEmailServer PSHOME PSItem PSModuleAutoLoadingPreference
PSNativeCommandArgumentPassing PSNativeCommandUseErrorActionPreference PSScriptRoot PSSenderInfo
PSSessionApplicationName PSSessionConfigurationName PSSessionOption PSStyle PSUICulture PSVersionTable PWD Sender
ShellId
StackTrace switch this true VerbosePreference WarningPreference WhatIfPreference
"""
"""The variables that PowerShell gives a meaning, set or not."""


def variables(session: Runspace, word: str, script: Script) -> list[CompletionResult]:
    """Return the variables that a word (`$na`, `@na`, `${na`, `$script:na`, `$env:NA`) can become."""
    sigil, name = word[0], word[1:].lstrip("{")
    braced = word[1:2] == "{"
    scope, colon, rest = name.partition(":")
    if colon and scope.title() in _DRIVES and scope.lower() != "variable":
        return [
            CompletionResult(_written(sigil, f"{scope}:", each, braced=braced), each, "Variable", each)
            for each in sorted(_names_in_drive(session, scope.lower()), key=str.lower)
            if each.lower().startswith(rest.lower())
        ]
    prefix = f"{scope}:" if colon else ""
    wanted = (rest if colon else name).lower()
    known = _known(session, script)
    found = [each for lowered, each in sorted(known.items()) if lowered.startswith(wanted)]
    results = [_result(session, sigil, prefix, each, braced=braced) for each in found]
    if not colon and sigil == "$":
        results += [
            CompletionResult(f"{sigil}{'{' if braced else ''}{each}:", f"{each}:", "Variable", f"{each}:")
            for each in (*_SCOPES, *_DRIVES)
            if each.lower().startswith(wanted)
        ]
    return results


def variable_names(session: Runspace) -> list[str]:
    """Return the names of the session's variables as they were first written, the scopes within counted."""
    found: dict[str, str] = {}
    for scope in session.scope.chain():
        for name in scope:
            found.setdefault(name, display_name(name))
    for name in _SPECIAL.split():
        found.setdefault(name.lower(), name)
    return list(found.values())


def _known(session: Runspace, script: Script) -> dict[str, str]:
    known = {name.lower(): name for name in variable_names(session)}
    end = len(script.text)
    for node in script.nodes:
        if isinstance(node, VariableExpressionAst) and node.extent.end_offset != end and ":" not in node.name:
            known.setdefault(node.name.lower(), node.name)
    return known


def _names_in_drive(session: Runspace, drive: str) -> list[str]:
    kinds = {"function": ("Function", "Filter"), "alias": ("Alias",)}.get(drive)
    if kinds is not None:
        return [info.name for info in session.commands.search("*", kinds)]
    return list(environment.items()) if drive == "env" else []


def _written(sigil: str, prefix: str, name: str, *, braced: bool = False) -> str:
    """Return a variable as code; `braced` keeps the brace that the user began with."""
    plain = not braced and (all(c.isalnum() or c in "_?" for c in name) or name in ("$", "^"))
    return f"{sigil}{prefix}{name}" if plain else f"{sigil}{{{prefix}{name}}}"


def _result(session: Runspace, sigil: str, prefix: str, name: str, *, braced: bool) -> CompletionResult:
    current = session.get_variable(name)
    tooltip = f"${name}" if current is None else f"[{type_of(current).accelerator}]${name}"
    return CompletionResult(_written(sigil, prefix, name, braced=braced), name, "Variable", tooltip)


def start_in_string(text: str, start: int) -> int | None:
    """Return where the variable begins in which an unfinished expandable string ends; None where it ends in none."""
    at = len(text)
    while at > start and (text[at - 1].isalnum() or text[at - 1] in "_:{"):
        at -= 1
    if at <= start or text[at - 1] != "$" or text[at - 2] == "`":
        return None
    return at - 1
