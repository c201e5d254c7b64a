"""Every example of the ActiveDirectory module runs in a fresh lab, without an error; every cmdlet says what it does."""

from __future__ import annotations

import importlib
import pkgutil

import pytest

import cmdlets.active_directory as package
from cmdlets.exchange.unemulated import DIRECTORY, known_cmdlets
from cmdlets.index import declared_in
from shell import Session
from shell.engine.commands.cmdlet import Cmdlet

CMDLETS = [
    cmdlet
    for found in pkgutil.iter_modules(package.__path__, "cmdlets.active_directory.")
    for cmdlet in declared_in(importlib.import_module(found.name))
]
EXAMPLES = [example.code for cmdlet in CMDLETS for example in cmdlet.examples]


@pytest.mark.parametrize("code", EXAMPLES)
def test_example_runs(code: str) -> None:
    with Session(columns=120, listen=False) as session:
        result = session.run(code)
        assert result.parse_errors == []
        assert [record.message for record in result.errors] == []


@pytest.mark.parametrize("cmdlet", CMDLETS, ids=lambda cmdlet: cmdlet.command_name())
def test_cmdlet_is_one_of_the_module_and_says_what_it_does(cmdlet: type[Cmdlet]) -> None:
    assert cmdlet.command_name().lower() in known_cmdlets(DIRECTORY)
    assert cmdlet.examples
    assert all(declared.help for declared in cmdlet.parameters.values())
