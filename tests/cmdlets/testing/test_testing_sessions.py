"""Every *.ps1 in this folder is a golden session of the commands that test (the format is in tests/golden.py).

The last line of a step runs on its own, as if it had been typed at the prompt.
"""

from pathlib import Path

import pytest

from shell import Session
from tests.golden import accept, read_steps, shows

FOLDER = Path(__file__).parent
SESSIONS = sorted(path.name for path in FOLDER.glob("*.ps1"))


def run(session: Session, code: str) -> str:
    definitions, _, last = code.rpartition("\n")
    return session.run(definitions).console + session.run(last).console


@pytest.mark.parametrize("name", SESSIONS)
def test_session_shows_what_it_says(
    name: str, request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    path = FOLDER / name
    with Session(columns=120, error_view="ConciseView", listen=False) as session:
        if request.config.getoption("--accept"):
            accept(path, lambda code: run(session, code))
            return
        for step in read_steps(path):
            console = run(session, step.code)
            assert shows(step.expected, console), f"{name}, line {step.line}:\n{step.code}\n--- shows:\n{console}"
