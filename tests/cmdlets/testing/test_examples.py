"""The examples in the help of the commands that test run without an error."""

from pathlib import Path

import pytest

from cmdlets.index import installed
from shell import Session

INDEX = installed()
NAMES = sorted(name for name in INDEX.names() if INDEX.module_of(name) == "Pester" and INDEX.load(name).examples)


@pytest.mark.parametrize("name", NAMES)
def test_examples_run(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for example in INDEX.load(name).examples:
        with Session(listen=False) as session:
            result = session.run(example.code)
            assert not result.parse_errors, f"{example.code}\n{result.console}"
            assert not result.errors, f"{example.code}\n{result.console}"
            assert "Failed: 0" in result.console or "Tests Passed" not in result.console, result.console
