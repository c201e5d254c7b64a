"""Every *.ps1 in this folder is a golden session of PSSessions and Invoke-Command (see tests/golden.py).

`name.2016.ps1` plays on that version. Each runs in an empty folder of its own.
"""

from pathlib import Path

import pytest

from shell import Session
from tests.golden import play

FOLDER = Path(__file__).parent
SESSIONS = sorted(path.name for path in FOLDER.glob("*.ps1"))


@pytest.mark.parametrize("name", SESSIONS)
def test_session_shows_what_it_says(
    name: str, request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    version = Path(name).stem.rpartition(".")[2] if Path(name).stem.count(".") else "2007"
    with Session(columns=120, error_view="NormalView", version=version, listen=False) as session:
        play(FOLDER / name, lambda code: session.run(code).console, accepting=request.config.getoption("--accept"))
