"""The exit code of a run, and what it leaves behind."""

from pathlib import Path

import pytest

from shell import Session

FAILING = 'Describe "x" { It "a" { 1 | Should -Be 2 }; It "b" { throw "no" }; It "c" { 1 } }'
PASSING = 'Describe "x" { It "a" { Set-Content TestDrive:/a.txt $TestDrive; Set-Location TestDrive:/ } }'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_ci_leaves_with_the_number_of_failures_and_writes_a_report(folder: Path) -> None:
    (folder / "lab.Tests.ps1").write_text(FAILING, encoding="utf-8")
    with Session() as session:
        result = session.run("Invoke-Pester -CI; 'not reached'")
    assert (result.exited, result.exit_code, result.objects) == (True, 2, [])
    assert 'failures="2"' in (folder / "testResults.xml").read_text(encoding="utf-8")


def test_without_failures_the_script_goes_on(folder: Path) -> None:
    (folder / "lab.Tests.ps1").write_text(PASSING, encoding="utf-8")
    with Session() as session:
        result = session.run("Invoke-Pester -EnableExit -Show None; 'reached'")
    assert (result.exited, result.objects) == (False, ["reached"])


def test_a_run_leaves_no_drive_no_folder_no_variable_and_no_location(folder: Path) -> None:
    (folder / "lab.Tests.ps1").write_text(PASSING, encoding="utf-8")
    with Session() as session:
        session.run("$run = Invoke-Pester -Output None -PassThru; $run.Result")
        result = session.run("(Get-Location).Path; Test-Path TestDrive:; Test-Path variable:TestDrive")
    assert [str(each) for each in result.objects] == [str(folder), "False", "False"]


def test_a_test_file_run_as_a_script_tests_itself_once(folder: Path) -> None:
    path = folder / "lab.Tests.ps1"
    path.write_text(PASSING + "\n" + PASSING.replace('"x"', '"y"'), encoding="utf-8")
    with Session() as session:
        console = session.run_script(str(path)).console
    assert console.count("Starting discovery") == 1
    assert "Tests Passed: 2, Failed: 0" in console


def test_mocks_are_gone_after_a_run_that_failed(folder: Path) -> None:
    text = 'Describe "x" { BeforeAll { Mock Get-Date { "mock" } }; It "a" { Get-Date | Should -Be "mock"; throw } }'
    (folder / "lab.Tests.ps1").write_text(text, encoding="utf-8")
    with Session() as session:
        result = session.run("Invoke-Pester -Output None; Get-Date -Format yyyy")
    assert result.objects[0].isdigit()
