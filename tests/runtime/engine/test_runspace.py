import os
import threading
import time
from typing import Any

import pytest

from shell import Session


@pytest.mark.parametrize(
    "code",
    [
        "while ($true) { }",
        "for (;;) { $i++ }",
        "do { } until ($false)",
        "1..100000000 | ForEach-Object { $_ } | Out-Null",
        "foreach ($i in 1..100000000) { }",
    ],
)
def test_ctrl_c_leaves_what_never_ends(code: str) -> None:
    with Session() as session:
        threading.Timer(0.05, lambda: setattr(session.runspace, "stopping", True)).start()
        begun = time.monotonic()
        session.run(code)
        assert time.monotonic() - begun < 5
        assert session.run("'alive'").console == "alive\n"


def test_finally_runs_when_a_script_is_stopped() -> None:
    with Session() as session:
        threading.Timer(0.05, lambda: setattr(session.runspace, "stopping", True)).start()
        assert session.run("try { while ($true) { } } finally { 'cleaned' }").console == "cleaned\n"


def test_state_lives_on_between_runs() -> None:
    with Session() as session:
        session.run("$x = 5; function f { $x * 2 }")
        assert session.run("f").objects == [10]


def test_the_status_of_a_run_is_seen_by_the_next() -> None:
    with Session() as session:
        session.run("1/0")
        assert session.run("$?").objects == [False]
        session.run("1/0; 2")
        assert session.run("$?").objects == [True]


def test_environment_variables_of_the_program_stay_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EMSHELL_TEST_KEPT", "before")
    monkeypatch.setenv("EMSHELL_TEST_GONE", "there")
    with Session() as session:
        session.run("$env:EMSHELL_TEST_KEPT = 'changed'; $env:EMSHELL_TEST_NEW = 'new'; $env:EMSHELL_TEST_GONE = $null")
        read = "$env:EMSHELL_TEST_KEPT; $env:EMSHELL_TEST_NEW; $null -eq $env:EMSHELL_TEST_GONE"
        assert session.run(read).objects == ["changed", "new", True]
        assert os.environ["EMSHELL_TEST_KEPT"] == "before"
        assert os.environ["EMSHELL_TEST_GONE"] == "there"
        assert "EMSHELL_TEST_NEW" not in os.environ


def test_exit_codes() -> None:
    with Session() as session:
        assert session.run("exit 7").exit_code == 7
        assert session.run("throw 'x'").exit_code == 1
        assert session.run("if (").exit_code == 1
        assert session.run("1/0").exit_code == 0


def test_a_parse_error_runs_nothing() -> None:
    with Session() as session:
        result = session.run("'first'\nif (")
        assert result.objects == []
        assert result.parse_errors[0].incomplete


@pytest.mark.parametrize(
    "code",
    [
        "function f($n) { f ($n + 1) }; f 1",
        "function f { f | ForEach-Object { $_ } }; f",
        "$b = { & $b }; & $b",
        "class C { [int] F() { return $this.F() } }; [C]::new().F()",
    ],
)
def test_endless_recursion_is_an_error(code: str) -> None:
    with Session() as session:
        result = session.run(code)
        assert result.errors[0].fully_qualified_error_id == "CallDepthOverflow"
        assert session.run("'alive'").console == "alive\n"


def test_scripts_know_their_path() -> None:
    with Session() as session:
        path = os.path.join(os.sep, "lab", "script.ps1")
        assert session.run("$PSCommandPath; $PSScriptRoot", path=path).objects == [path, os.path.dirname(path)]


def test_error_keeps_the_newest_256() -> None:
    with Session() as session:
        session.run("foreach ($i in 1..300) { try { throw $i } catch { } }")
        assert session.run("$Error.Count; $Error[0].TargetObject").objects == [256, 300]


def test_progress_says_where_it_comes_from(monkeypatch: pytest.MonkeyPatch) -> None:
    with Session(listen=False) as session:
        records: list[Any] = []
        monkeypatch.setattr(session.runspace.host, "progress", records.append)
        session.run("Write-Progress Copy -Id 1 -SourceId 7; Write-Progress Copy -Id 1")
    assert [(each.activity_id, each.source_id) for each in records] == [(1, 7), (1, 0)]
