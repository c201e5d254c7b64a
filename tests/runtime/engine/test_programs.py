"""Programs in a pipeline: what goes into them, what comes out, and when."""

import sys
from pathlib import Path

import pytest

from shell import Session

ECHO = "import sys; sys.stdout.write(sys.stdin.read())"
UPPER = "import sys\nfor line in sys.stdin: print(line.strip().upper(), flush=True)"


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Session:
    monkeypatch.chdir(tmp_path)
    for name, text in (("echo", ECHO), ("upper", UPPER)):
        (tmp_path / f"{name}.py").write_text(text, encoding="utf-8")
    made = Session()
    made.runspace.set_variable("py", sys.executable)
    return made


def lines(session: Session, script: str) -> list[str]:
    result = session.run(script)
    assert result.errors == []
    return [str(each) for each in result.objects]


@pytest.mark.parametrize(
    "objects",
    [
        "Get-ReceiveConnector | Format-List Name, Bindings",
        "Get-ReceiveConnector | Format-Table Name, Enabled",
        "Get-Mailbox",
        "'text', 'more'",
        "1, 2.5, $true",
        "[pscustomobject]@{ a = 1; b = 'x' }",
        "'text', [pscustomobject]@{ a = 1 }, 'text'",
    ],
)
def test_a_program_gets_what_the_console_would_show(session: Session, objects: str) -> None:
    shown = lines(session, f"& {{ {objects} }} | Out-String -Stream")
    assert lines(session, f"& {{ {objects} }} | & $py echo.py") == shown


def test_input_goes_in_as_it_comes(session: Session) -> None:
    (Path.cwd() / "first.py").write_text(
        "import sys\nsys.stdin.readline()\nopen('seen', 'w').close()\nprint(sys.stdin.read().strip())", encoding="utf-8"
    )
    waits = (
        "foreach ($n in 1..600) { if (Test-Path seen) { 'seen while more came'; break }; Start-Sleep -Milliseconds 50 }"
    )
    assert lines(session, f"& {{ 'one'; {waits} }} | & $py first.py") == ["seen while more came"]


def test_output_comes_out_while_input_goes_in(session: Session) -> None:
    waits = "foreach ($n in 1..600) { if ($got) { 'two'; break }; 'more'; Start-Sleep -Milliseconds 50 }"
    found = lines(
        session, f"$got = $null; & {{ 'one'; {waits} }} | & $py upper.py | ForEach-Object {{ $got = $_; $_ }}"
    )
    assert (found[0], found[-1]) == ("ONE", "TWO")
    assert len(found) < 600


def test_output_comes_out_before_the_program_ends(session: Session) -> None:
    (Path.cwd() / "wait.py").write_text(
        "import os, time\nprint('one', flush=True)\nend = time.monotonic() + 30\n"
        "while not os.path.exists('go') and time.monotonic() < end: time.sleep(0.02)\nprint(os.path.exists('go'))",
        encoding="utf-8",
    )
    script = "& $py wait.py | ForEach-Object { if ($_ -eq 'one') { Set-Content go 1 }; $_ }"
    assert lines(session, script) == ["one", "True"]


def test_a_program_that_reads_no_more_does_not_hold_up_the_pipeline(session: Session) -> None:
    (Path.cwd() / "one.py").write_text("print(input())", encoding="utf-8")
    assert lines(session, "1..20000 | ForEach-Object { $last = $_; $_ } | & $py one.py; $last") == ["1", "20000"]


def test_much_goes_through_both_ways(session: Session) -> None:
    assert lines(session, "(1..50000 | & $py upper.py | Measure-Object).Count") == ["50000"]


def test_a_pipeline_that_wants_no_more_ends_the_program(session: Session) -> None:
    (Path.cwd() / "endless.py").write_text("while True: print('y')", encoding="utf-8")
    assert lines(session, "& $py endless.py | Select-Object -First 2") == ["y", "y"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
def test_the_exit_code_of_a_program_that_a_signal_ended(session: Session) -> None:
    script = "& $py -c 'import os; os.kill(os.getpid(), 9)'; \"$? $LASTEXITCODE\""
    assert lines(session, script) == ["False 137"]


def test_errors_are_records_where_they_are_redirected(session: Session) -> None:
    script = "& $py -c 'import sys; print(1); sys.stderr.write(\"bad\")' 2>&1 | ForEach-Object { $_.GetType().Name }"
    assert sorted(lines(session, script)) == ["ErrorRecord", "String"]
