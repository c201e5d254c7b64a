"""Scripts with one token dropped, doubled or swapped with another: errors or results, never a bug of this program."""

import random
import threading
from _thread import interrupt_main
from collections.abc import Iterator

import pytest

from shell import Session
from shell.language import parse
from tests.language.fixtures import FOLDER, SCRIPTS, mutated, read

SECONDS = 5.0
"""What a mutated line may take; a loop that no longer ends is stopped as Ctrl+C would."""


def test_a_thousand_mutations_of_scripts_are_parsed() -> None:
    generator = random.Random(1000)
    scripts = [read(path) for path in SCRIPTS]
    for number in range(1_000):
        text = mutated(scripts[number % len(scripts)], generator)
        result = parse(text)
        assert result.tree.extent.end_offset == len(result.source.units)
        assert sum(1 for _ in result.tree.walk()) >= 1


@pytest.fixture
def session(tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    monkeypatch.chdir(tmp_path)  # type: ignore[arg-type]
    with Session(columns=120, listen=False) as session:
        yield session


def test_mutations_of_lines_are_run(session: Session) -> None:
    lines = [line for line in read(FOLDER / "scripts" / "quirks.ps1").splitlines() if parse(line).tokens[1:]]
    generator = random.Random(2007)
    for number in range(400):
        text = mutated(lines[number % len(lines)], generator)
        timer = threading.Timer(SECONDS, interrupt_main)
        timer.start()
        try:
            console = session.run(text).console
        finally:
            timer.cancel()
        assert "internal error" not in console.lower(), text
        assert "Traceback" not in console, text
