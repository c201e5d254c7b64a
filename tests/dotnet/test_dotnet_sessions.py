"""Every *.ps1 in this folder is a golden session of .NET's types (the format is in tests/golden.py)."""

from pathlib import Path

import pytest

from shell import Session
from tests.golden import play

FOLDER = Path(__file__).parent


@pytest.mark.parametrize("name", sorted(path.name for path in FOLDER.glob("*.ps1")))
def test_session_shows_what_it_says(
    name: str, request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with Session(columns=120, error_view="NormalView", listen=False) as session:
        play(FOLDER / name, lambda code: session.run(code).console, accepting=request.config.getoption("--accept"))
