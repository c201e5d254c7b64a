"""Every *.ps1 in `golden` is a session of formatting commands (see tests/golden.py)."""

from pathlib import Path

import pytest

from shell import Session
from tests.golden import accept, read_steps, shows

FOLDER = Path(__file__).parent / "golden"


@pytest.mark.parametrize("name", sorted(path.name for path in FOLDER.glob("*.ps1")))
def test_shows_what_it_says(
    name: str, request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    path = FOLDER / name
    with Session(columns=60, error_view="NormalView", listen=False) as session:
        if request.config.getoption("--accept"):
            accept(path, lambda code: session.run(code).console)
            return
        for step in read_steps(path):
            console = session.run(step.code).console
            assert shows(step.expected, console), f"{name}, line {step.line}:\n{step.code}\n--- shows:\n{console}"
