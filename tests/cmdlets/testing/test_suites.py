"""Test files in Pester's words: all of their tests pass, or are skipped where they say so themselves."""

from pathlib import Path

import pytest

from shell import Session

SUITES = sorted((Path(__file__).parent / "suite").glob("*.Tests.ps1"))


@pytest.mark.parametrize("path", SUITES, ids=lambda path: path.name.partition(".")[0])
def test_suite(path: Path) -> None:
    with Session() as session:
        result = session.run(f"Invoke-Pester '{path}' -Output Normal -PassThru")
        run = result.objects[-1]
        assert run.failed_count == 0, result.console
        assert run.failed_blocks_count + run.failed_containers_count == 0, result.console
        assert run.passed_count > 0
