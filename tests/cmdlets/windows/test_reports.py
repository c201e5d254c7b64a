"""Scripts in the style of public health reports, which ask the server's machine: each runs without an error.

What `name.ps1` shows is in `name.txt`; `pytest --accept` writes it.
"""

from pathlib import Path

import pytest

from shell import Session

FOLDER = Path(__file__).parent / "reports"


@pytest.mark.parametrize("name", sorted(path.stem for path in FOLDER.glob("*.ps1")))
def test_report_runs_and_shows_what_it_says(
    name: str, request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    expected = FOLDER / f"{name}.txt"
    with Session(columns=120, listen=False, log_folder=tmp_path / "server") as session:
        result = session.run_script(str(FOLDER / f"{name}.ps1"))
        assert [str(error) for error in result.errors] == []
        shown = "\n".join(line.rstrip() for line in result.console.splitlines()) + "\n"
        if request.config.getoption("--accept"):
            expected.write_text(shown, encoding="utf-8", newline="\n")
        assert shown == expected.read_text(encoding="utf-8")
