"""Every *.ps1 in this folder is a golden session of Get-Help (the format is in tests/golden.py), 80 columns wide."""

from pathlib import Path

import pytest

from shell import Session
from tests.golden import as_typed, play

FOLDER = Path(__file__).parent
SESSIONS = sorted(path.name for path in FOLDER.glob("*.ps1"))


@pytest.mark.parametrize("name", SESSIONS)
def test_session_shows_what_it_says(
    name: str, request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with Session(columns=80, error_view="ConciseView", listen=False) as session:
        play(FOLDER / name, lambda code: as_typed(session, code), accepting=request.config.getoption("--accept"))
