"""Names that cmdlets take: commands, aliases, variables, modules, drives, types, verbs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from cmdlets.powershell.help.topics import topics
from cmdlets.powershell.verbs import VERBS
from shell.dotnet.system.processes import Process
from shell.engine.providers.table import drive_table
from shell.engine.session.jobs import job_table
from shell.lazy import lazy
from shell.repl.completion import commands
from shell.repl.completion.inference import Inference
from shell.repl.completion.parameters import Asked
from shell.repl.completion.results import CompletionResult, prefixed, value
from shell.repl.completion.typenames import type_names
from shell.repl.completion.variables import variable_names

if TYPE_CHECKING:
    from cmdlets.exchange import completers
else:
    completers = lazy("cmdlets.exchange.completers", globals())


Completer = Callable[[Inference, str, str], list[CompletionResult]]


def _from(names: Callable[[Inference], Sequence[str]]) -> Completer:
    def complete(inference: Inference, word: str, quote: str) -> list[CompletionResult]:
        results = prefixed(dict.fromkeys(names(inference)), word, lambda name: value(name, quote))
        return sorted(results, key=lambda each: each.text.lower())

    return complete


def _commands(inference: Inference, word: str, quote: str) -> list[CompletionResult]:
    return commands.commands(inference.session, word, quote)


def _types(inference: Inference, word: str, quote: str) -> list[CompletionResult]:
    return type_names(word, inference.script)


def _names_of(*kinds: str) -> Callable[[Inference], list[str]]:
    return lambda inference: [info.name for info in inference.session.commands.search("*", kinds)]


def _help(inference: Inference, word: str, quote: str) -> list[CompletionResult]:
    """Commands, and the topics that are none."""
    listed = (each.name for each in topics(inference.session))
    return _commands(inference, word, quote) + prefixed(listed, word, lambda name: value(name, quote))


def module_names(inference: Inference, word: str) -> list[CompletionResult]:
    """Return the modules that begin with a word."""
    return _modules(inference, word, "")


def _drive_names(inference: Inference) -> list[str]:
    return [each.name for each in drive_table(inference.session).drives.values()]


def _zones(inference: Inference) -> list[str]:
    from zoneinfo import available_timezones

    return list(available_timezones())


def _job_names(inference: Inference) -> list[str]:
    return [job.name for job in job_table(inference.session).jobs.values()]


def _approved(inference: Inference) -> list[str]:
    return [verb for group in VERBS.values() for verb, *_ in group]


def _lab_hosts(inference: Inference) -> list[str]:
    return completers.hosts(inference.session, "")


_variables: Final = _from(lambda inference: variable_names(inference.session))
_aliases: Final = _from(_names_of("Alias"))
_modules: Final = _from(
    lambda inference: [info.module_name for info in inference.session.commands.search("*") if info.module_name]
)
_drives: Final = _from(_drive_names)
_jobs: Final = _from(_job_names)
_time_zones: Final = _from(_zones)
_providers: Final = _from(lambda inference: ["Alias", "Environment", "FileSystem", "Function", "Variable"])
_scopes: Final = _from(lambda inference: ["Global", "Local", "Script"])
_items: Final = _from(lambda inference: ["Directory", "File", "HardLink", "Junction", "SymbolicLink"])
_strictness: Final = _from(lambda inference: ["1.0", "2.0", "3.0", "Latest"])
_nouns: Final = _from(lambda inference: [name.partition("-")[2] for name in _names_of("Cmdlet", "Function")(inference)])
_verbs: Final = _from(
    lambda inference: [name.partition("-")[0] for name in _names_of("Cmdlet")(inference) if "-" in name]
)
_approved_verbs: Final = _from(_approved)
_processes: Final = _from(lambda inference: [Process().process_name])
_hosts: Final = _from(_lab_hosts)

_TAKERS: Final[dict[tuple[str, str], Completer]] = {
    **{(f"{verb}-variable", "name"): _variables for verb in ("get", "set", "new", "remove", "clear")},
    **{(f"{verb}-alias", "name"): _aliases for verb in ("get", "set", "new", "remove", "export")},
    **{(f"{verb}-alias", "value"): _commands for verb in ("set", "new")},
    ("get-alias", "definition"): _commands,
    **{(name, "name"): _commands for name in ("get-command", "trace-command")},
    **{(name, "name"): _help for name in ("get-help", "help", "man")},
    **{(f"{verb}-job", "name"): _jobs for verb in ("get", "receive", "remove", "stop", "wait")},
    **{(f"{verb}-timezone", "id"): _time_zones for verb in ("get", "set")},
    ("get-location", "psdrive"): _drives,
    ("get-location", "psprovider"): _providers,
    ("get-psdrive", "psprovider"): _providers,
    **{(f"{verb}-variable", "scope"): _scopes for verb in ("get", "set", "new", "remove", "clear")},
    **{(f"{verb}-alias", "scope"): _scopes for verb in ("get", "set", "new", "remove", "import", "export")},
    ("new-item", "itemtype"): _items,
    ("set-strictmode", "version"): _strictness,
    ("get-command", "noun"): _nouns,
    ("get-command", "verb"): _verbs,
    ("get-command", "module"): _modules,
    ("get-verb", "verb"): _approved_verbs,
    **{(f"{verb}-process", "name"): _processes for verb in ("get", "stop", "wait", "debug")},
    ("set-psbreakpoint", "command"): _commands,
    ("set-psbreakpoint", "variable"): _variables,
    ("register-argumentcompleter", "commandname"): _commands,
    **{(f"{verb}-module", "name"): _modules for verb in ("get", "import", "remove")},
    **{(f"{verb}-psdrive", "name"): _drives for verb in ("get", "remove")},
    ("new-psdrive", "psprovider"): _providers,
    ("get-psprovider", "psprovider"): _providers,
    ("new-object", "typename"): _types,
    ("update-typedata", "typename"): _types,
    ("get-typedata", "typename"): _types,
}
"""Who completes a parameter, by command and parameter."""
_HOST_PARAMETERS: Final = frozenset({"computername", "smtpserver"})
"""The parameters of any command that name a computer."""


def named_things(inference: Inference, command: str, asked: Asked) -> list[CompletionResult] | None:
    """Return the names that a parameter of a built-in command takes; None where it takes none."""
    key = asked.parameter.key
    completer = _TAKERS.get((command.lower(), key)) or (_hosts if key in _HOST_PARAMETERS else None)
    if completer is None:
        return None
    return completer(inference, asked.bare, asked.quote)
