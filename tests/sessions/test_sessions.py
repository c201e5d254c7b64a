"""Every *.ps1 in this folder is a golden session (see tests/golden.py); `name.2016.ps1` plays on that version.

Those in `admin` run scripts that stand beside them: see `admin/test_admin_scripts.py`.
"""

from pathlib import Path

import pytest

from shell import Session
from tests.golden import play

FOLDER = Path(__file__).parent
SESSIONS = sorted(path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.ps1") if "admin" not in path.parts)


@pytest.mark.parametrize("name", SESSIONS)
def test_session_shows_what_it_says(
    name: str, request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    version = Path(name).stem.rpartition(".")[2] if Path(name).stem.count(".") else "2007"
    with Session(columns=120, error_view="NormalView", version=version, listen=False) as session:
        play(FOLDER / name, lambda code: session.run(code).console, accepting=request.config.getoption("--accept"))
