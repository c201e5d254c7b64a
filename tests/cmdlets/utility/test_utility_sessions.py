"""Every *.ps1 in this folder is a golden session of PowerShell's utility and management cmdlets (see tests/golden.py).

Each runs in an empty folder of its own.
"""

import os
from pathlib import Path

import pytest

from shell import Session
from tests.golden import play

FOLDER = Path(__file__).parent
SESSIONS = sorted(path.name for path in FOLDER.glob("*.ps1"))
WITH_SLASHES = {"content.ps1", "items.ps1", "locations.ps1", "paths.ps1", "strings.ps1"}
"""Sessions whose paths, line ends or messages are those of Linux and macOS."""


@pytest.mark.parametrize("name", SESSIONS)
def test_session_shows_what_it_says(
    name: str, request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if os.name == "nt" and name in WITH_SLASHES:
        pytest.skip("paths with slashes")
    monkeypatch.chdir(tmp_path)
    with Session(columns=120, error_view="ConciseView", listen=False) as session:
        play(FOLDER / name, lambda code: session.run(code).console, accepting=request.config.getoption("--accept"))
