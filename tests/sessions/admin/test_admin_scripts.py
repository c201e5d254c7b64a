"""Scripts as administrators write and publish them: each session here runs some of `scripts/`, none with a red line.

A session is golden (see tests/golden.py), stands in a folder that holds `scripts`, and has the lab's server drive in a
folder of its own. `name.2016.ps1` plays on that version.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from shell import Session
from tests.golden import play

FOLDER = Path(__file__).parent
SCRIPTS = FOLDER / "scripts"
SESSIONS = sorted(path.name for path in FOLDER.glob("*.ps1"))


@pytest.mark.parametrize("name", SESSIONS)
def test_scripts_run_without_a_red_line(
    name: str, request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "desk"
    shutil.copytree(SCRIPTS, folder)
    monkeypatch.chdir(folder)
    version = Path(name).stem.rpartition(".")[2] if Path(name).stem.count(".") else "2007"
    with Session(columns=120, version=version, log_folder=tmp_path / "server") as session:

        def shown(code: str) -> str:
            result = session.run(code)
            red = [str(error) for error in result.errors]
            assert not red, f"{code}\n{result.console}\n{red}"
            return result.console

        play(FOLDER / name, shown, accepting=request.config.getoption("--accept"))


def test_every_script_is_run_by_a_session() -> None:
    told = "".join((FOLDER / name).read_text(encoding="utf-8") for name in SESSIONS)
    assert [path.name for path in SCRIPTS.glob("*.ps*1") if path.stem not in told] == []
