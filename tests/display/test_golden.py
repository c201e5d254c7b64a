"""Every *.ps1 in `golden` is a session of formatting commands (see tests/golden.py)."""

from pathlib import Path

import pytest

from shell import Session
from tests.golden import play

FOLDER = Path(__file__).parent / "golden"


@pytest.mark.parametrize("name", sorted(path.name for path in FOLDER.glob("*.ps1")))
def test_shows_what_it_says(
    name: str, request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with Session(columns=60, error_view="NormalView", listen=False) as session:
        play(FOLDER / name, lambda code: session.run(code).console, accepting=request.config.getoption("--accept"))
