"""COVERAGE.md: the list of what is emulated of Exchange and what is not. Written by `python -m
cmdlets.exchange.coverage`.
"""

from __future__ import annotations

import importlib
import pkgutil
import sys
from collections.abc import Iterator, Sequence
from inspect import cleandoc
from pathlib import Path

from cmdlets.index import declared_in
from shell.engine.commands.cmdlet import Cmdlet

from .base import HARMLESS
from .unemulated import known_cmdlets
from .unsupported import unsupported

_HEAD = """# Coverage

Generated from the declarations by `python -m cmdlets.exchange.coverage`; do not edit.

Calling a cmdlet that is not emulated ends with an error of its own (`NotEmulatedCmdlet`), and so does using a parameter
that is not: nothing is ignored silently.
"""


def emulated() -> list[type[Cmdlet]]:
    """Return the cmdlet classes below this package by name."""
    folder = str(Path(__file__).parent)
    modules = (found for found in pkgutil.walk_packages([folder], "cmdlets.exchange.") if not found.ispkg)
    found = [cmdlet for module in modules for cmdlet in declared_in(importlib.import_module(module.name))]
    return sorted(found, key=lambda cmdlet: (cmdlet.noun.lower(), cmdlet.verb))


def coverage() -> str:
    """Return the text of COVERAGE.md."""
    cmdlets = emulated()
    known = known_cmdlets()
    exchange = [cmdlet for cmdlet in cmdlets if cmdlet.command_name().lower() in known]
    others = [cmdlet for cmdlet in cmdlets if cmdlet.command_name().lower() not in known]
    names = {cmdlet.command_name().lower() for cmdlet in cmdlets}
    missing = [name for lowered, name in known.items() if lowered not in names]
    return "\n".join(
        [
            _HEAD,
            f"Of the {len(known)} cmdlets of on-premises Exchange {len(exchange)} are emulated.",
            "",
            "## Emulated",
            "",
            *_table(exchange),
            "",
            "## Of our own, and scripts and PowerShell commands for the lab's server",
            "",
            *_table(others),
            "",
            "## Not emulated",
            "",
            *_by_noun(missing),
            "",
        ]
    )


def _table(cmdlets: Sequence[type[Cmdlet]]) -> Iterator[str]:
    yield "| cmdlet | what it does | parameters that are not emulated |"
    yield "|---|---|---|"
    for cmdlet in cmdlets:
        synopsis = " ".join(cleandoc(cmdlet.__doc__ or "").partition("\n\n")[0].split())
        names = unsupported().get(cmdlet.command_name(), {})
        left_out = ", ".join(name for name in names if name not in HARMLESS)
        yield f"| {cmdlet.command_name()} | {synopsis} | {left_out} |"


def _by_noun(names: Sequence[str]) -> Iterator[str]:
    nouns: dict[str, list[str]] = {}
    for name in names:
        verb, _, noun = name.partition("-")
        nouns.setdefault(noun, []).append(verb)
    for noun in sorted(nouns, key=str.lower):
        yield f"- {noun}: {', '.join(sorted(nouns[noun]))}"


def main() -> None:
    """Write COVERAGE.md into the current folder."""
    Path("COVERAGE.md").write_text(coverage(), encoding="utf-8", newline="\n")
    sys.stdout.write("COVERAGE.md\n")


if __name__ == "__main__":
    main()
