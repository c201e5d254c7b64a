"""Every *.ps1 in this folder is a golden session about session states (the format is in tests/golden.py).

The sessions run in the folder `modules`, whose modules they import.
"""

from pathlib import Path

import pytest

from shell import Session
from tests.golden import play

FOLDER = Path(__file__).parent
SESSIONS = sorted(path.name for path in FOLDER.glob("*.ps1"))


@pytest.mark.parametrize("name", SESSIONS)
def test_session_shows_what_it_says(name: str, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(FOLDER / "modules")
    with Session(columns=120, error_view="NormalView", listen=False) as session:
        play(FOLDER / name, lambda code: session.run(code).console, accepting=request.config.getoption("--accept"))


_RUNNER = "$m = New-Module { function Run-It { param($b) $own = 'own'; & $b }; function Look { \"[$own]\" } }"


def test_exit_in_a_block_that_a_module_runs_ends_the_script(tmp_path: Path) -> None:
    script = tmp_path / "leave.ps1"
    script.write_text("try { Run-It { exit 3 }; 'never' } finally { 'finally' }\n'never'\n", encoding="utf-8")
    with Session(columns=120, listen=False) as session:
        session.run(_RUNNER)
        result = session.run(f"& '{script}'; $LASTEXITCODE; function Next {{ $x = 1; Run-It {{ $x }} }}; Next")
    assert result.console.split() == ["finally", "3", "1"]


def test_what_a_failed_run_left_is_no_current_scope() -> None:
    with Session(columns=120, listen=False) as session:
        session.run(_RUNNER)
        session.run("function Fails { $inside = 1; Run-It { throw 'out' } }; Fails")
        assert session.run('Run-It { "[$inside]" }; Look').text.split() == ["[]", "[]"]
