"""Paths of the server on the command line and what programs of this machine get of them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from shell import Session
from shell.arguments import UsageError, parse_arguments

on_unix = pytest.mark.skipif(os.name == "nt", reason="folders of this machine have letters themselves")


def emshell(*words: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "shell", "-NoProfile", "-NoListen", *words]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


@pytest.fixture
def drive(state_folder: Path) -> Path:
    """The folder that stands for the server's C:."""
    return state_folder / "server" / "2007" / "C"


def test_what_one_shell_wrote_another_finds(drive: Path) -> None:
    assert emshell("-Command", "md C:\\Reports | Out-Null; 'one' > C:\\Reports\\a.txt").returncode == 0
    assert (drive / "Reports" / "a.txt").read_text() == "one\n"
    assert emshell("-Command", "'two' >> c:\\reports\\A.TXT; gc C:\\Reports\\a.txt").stdout.split() == ["one", "two"]


@on_unix
@pytest.mark.parametrize("name", ["C:\\Scripts\\run.ps1", "c:\\scripts\\RUN", "C:/Scripts/run.ps1"])
def test_a_script_on_the_servers_disk(drive: Path, name: str) -> None:
    with Session() as session:
        session.run("md C:\\Scripts | Out-Null; Set-Content C:\\Scripts\\run.ps1 '\"$($args[0]) in $PSScriptRoot\"'")
    assert emshell("-File", name, "ran").stdout.lower() == "ran in c:\\scripts\n"


@on_unix
def test_a_working_directory_on_the_servers_disk() -> None:
    assert emshell("-WorkingDirectory", "C:\\Windows\\Temp", "-Command", '"$PWD"').stdout == "C:\\Windows\\Temp\n"
    missing = emshell("-WorkingDirectory", "C:\\nope", "-Command", "'ran'")
    assert (missing.returncode, missing.stdout) == (64, "")
    assert "Cannot find path 'C:\\nope'" in missing.stderr


@on_unix
def test_a_further_drive(tmp_path: Path) -> None:
    done = emshell("-Drive", f"D={tmp_path}", "-Command", "'x' > D:\\x.txt; [IO.File]::ReadAllText('d:\\X.TXT')")
    assert (done.stdout.strip(), (tmp_path / "x.txt").read_text()) == ("x", "x\n")


@pytest.mark.parametrize("value", ["D", "D=", "DD=/tmp", "=x", "C=/tmp", "1=/tmp"])
def test_drives_that_cannot_be(value: str) -> None:
    with pytest.raises(UsageError):
        parse_arguments(["-Drive", value])


def test_a_drive_needs_a_folder(tmp_path: Path) -> None:
    done = emshell("-Drive", f"D={tmp_path / 'nope'}", "-Command", "1")
    assert done.returncode == 64
    assert "for drive D: does not exist" in done.stderr


SAY = "import os, sys; print(sys.argv[1:], os.getcwd(), os.environ.get('TEMP'), os.environ.get('REPORT'), sep='|')"


@on_unix
def test_programs_get_real_paths_and_their_own_variables(drive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEMP", "/tmp/own")
    with Session() as session:
        session.run("Set-Location C:\\Windows\\Temp; $env:REPORT = 'C:\\Reports\\a.txt'; $env:TEMP = 'C:\\Temp'")
        said = session.run(f"& '{sys.executable}' -c \"{SAY}\" c:\\WINDOWS\\new.txt 'text: C:\\x' @('C:\\Users')").text
    words, folder, temp, report = said.strip().split("|")
    assert words == str([str(drive / "Windows" / "new.txt"), "text: C:\\x", str(drive / "Users")])
    assert (folder, temp) == (str(drive / "Windows" / "Temp"), "/tmp/own")
    assert report == str(drive / "Reports" / "a.txt")


@on_unix
def test_own_paths_from_a_drive_of_the_server(tmp_path: Path) -> None:
    (tmp_path / "own.txt").write_text("own\n")
    with Session() as session:
        session.run(f"Set-Location C:\\; 'made' > '{tmp_path}/made.txt'; md /Made | Out-Null")
        assert session.run(f"Get-Content '{tmp_path}/own.txt'; Test-Path C:\\Made").text.split() == ["own", "True"]
    assert (tmp_path / "made.txt").read_text() == "made\n"


@on_unix
def test_logs_are_where_scripts_look_for_them(tmp_path: Path) -> None:
    with Session(log_folder=tmp_path) as session:
        session.run(
            "Set-ReceiveConnector 'Default EX01' -ProtocolLoggingLevel Verbose;"
            "Set-TransportServer EX01 -ReceiveProtocolLogPath E:\\Logs\\Receive; 'QUIT' | telnet EX01 25"
        )
        session.run("Get-LabLog")
        found = session.run("(Get-ChildItem E:\\ -Recurse -File).FullName").text.strip()
    assert found.startswith("E:\\Logs\\Receive\\RECV")


def test_exchanges_own_scripts_are_those_of_this_version(drive: Path) -> None:
    script = drive / "Program Files/Microsoft/Exchange Server/bin/RemoteExchange.ps1"
    with Session() as session:
        session.run("Set-Content $exbin\\RemoteExchange.ps1 'throw 1'; 'mine' > $exbin\\mine.ps1")
    assert "throw" in script.read_text()
    with Session() as session:
        assert not session.run(". $exbin\\RemoteExchange.ps1; Connect-ExchangeServer -Auto").errors
    assert (script.parent / "mine.ps1").is_file()


def test_a_drive_that_passes_is_gone_with_the_session() -> None:
    with Session(log_folder="") as session:
        session.run("'x' > C:\\x.txt")
        folder = Path(session.server.root)
        assert (folder / "C" / "x.txt").is_file()
    assert not folder.exists()


def test_the_prompt_tells_where_one_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from shell.prompt_text import PromptText

    monkeypatch.chdir(tmp_path)
    with Session() as session:
        prompt = PromptText(session)
        assert prompt() == f"[PS] {os.path.realpath(tmp_path)}>"
        session.run("Set-Location c:\\windows\\temp")
        assert prompt() == "[PS] C:\\windows\\temp>"


@on_unix
def test_paths_of_the_server_are_completed() -> None:
    with Session() as session:
        session.run("md C:\\Reports, C:\\Reports\\Daily | Out-Null")
        assert [each.text for each in session.complete("dir C:\\Rep", 10).matches] == ["C:\\Reports"]
        session.run("Set-Location C:\\Reports")
        assert [each.text for each in session.complete("dir da", 6).matches] == [".\\Daily"]
