"""A session with a sandbox: what is in the folder works, nothing leads out of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from shell import Session
from shell.cli import run

DENIED = "SandboxAccessDenied"


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    inside, outside = tmp_path / "in", tmp_path / "out"
    inside.mkdir()
    outside.mkdir()
    (inside / "mine.txt").write_text("mine\n")
    (outside / "secret.txt").write_text("secret\n")
    (outside / "tool.ps1").write_text("'ran'\n")
    (outside / "tool.psm1").write_text("function Get-Tool { 'tool' }\n")
    monkeypatch.chdir(inside)
    return tmp_path


@pytest.fixture
def session(folders: Path) -> Iterator[Session]:
    with Session(columns=120, error_view="ConciseView", sandbox=folders / "in") as made:
        made.runspace.set_variable("out", str(folders / "out"))
        yield made


def test_what_is_inside_works(session: Session) -> None:
    session.run("'x' > a.txt; New-Item d -ItemType Directory; Copy-Item a.txt d")
    assert session.run("(Get-ChildItem -Recurse).Name; gc mine.txt").text.split() == [
        "d",
        "a.txt",
        "mine.txt",
        "a.txt",
        "mine",
    ]


@pytest.mark.parametrize(
    "code",
    [
        'Get-Content "$out/secret.txt"',
        "Get-Content ../out/secret.txt",
        'Get-Content "FileSystem::$out/secret.txt"',
        'Get-ChildItem "$out"',
        "Get-ChildItem /",
        "Set-Location ..",
        'New-PSDrive X FileSystem "$out"',
        '"x" > "$out/new.txt"',
        '"x" | Set-Content "$out/new.txt"',
        'New-Item "$out/new.txt"',
        'Copy-Item mine.txt "$out"',
        'Copy-Item "$out/secret.txt" .',
        'Move-Item mine.txt "$out"',
        'Remove-Item "$out/secret.txt"',
        'New-Item -ItemType SymbolicLink -Path link -Target "$out"',
        'Start-Transcript "$out/t.txt"',
        '. "$out/tool.ps1"',
        '& "$out/tool.ps1"',
        'Import-Module "$out/tool.psm1"',
        'Test-Path "$out/secret.txt"',
        'Get-FileHash "$out/secret.txt"',
        'Export-Clixml -InputObject 1 -Path "$out/x.xml"',
    ],
)
def test_what_is_outside_is_refused(session: Session, folders: Path, code: str) -> None:
    before = sorted(path.name for path in (folders / "out").iterdir())
    result = session.run(code)
    assert [each.fully_qualified_error_id.partition(",")[0] for each in result.errors] == [DENIED]
    assert "secret" not in result.text
    assert sorted(path.name for path in (folders / "out").iterdir()) == before


@pytest.mark.parametrize(
    "code",
    [
        '[IO.File]::ReadAllText("$out/secret.txt")',
        '[IO.File]::WriteAllText("$out/new.txt", "x")',
        '[IO.File]::Delete("$out/secret.txt")',
        '[IO.File]::Copy("$out/secret.txt", "copy.txt")',
        '[IO.Directory]::GetFiles("$out")',
        '[IO.Directory]::CreateDirectory("$out/d")',
        '[IO.StreamReader]::new("$out/secret.txt")',
        '[IO.StreamWriter]::new("$out/new.txt")',
        '[IO.DirectoryInfo]::new("$out").GetFiles()',
        '[xml]::new().Load("$out/secret.txt")',
    ],
)
def test_dotnet_throws_unauthorized_access(session: Session, folders: Path, code: str) -> None:
    result = session.run(f"try {{ {code} }} catch {{ $_.Exception.InnerException.GetType().FullName }}")
    assert result.text.strip() == "System.UnauthorizedAccessException"
    assert not (folders / "out" / "new.txt").exists()
    assert not (folders / "out" / "d").exists()


def test_a_link_that_leads_out_is_not_followed(session: Session, folders: Path) -> None:
    (folders / "in" / "link").symlink_to(folders / "out")
    (folders / "in" / "file").symlink_to(folders / "out" / "secret.txt")
    for code in ("Get-Content link/secret.txt", "Get-Content file", "Add-Content file x", "Copy-Item mine.txt link"):
        assert [each.fully_qualified_error_id.partition(",")[0] for each in session.run(code).errors] == [DENIED], code
    assert not session.run("Remove-Item file, link").errors
    assert (folders / "out" / "secret.txt").read_text() == "secret\n"


def test_a_moved_link_does_not_let_a_copied_folder_out(session: Session, folders: Path) -> None:
    session.run("New-Item a/b/out, a/out -ItemType Directory; New-Item -ItemType SymbolicLink a/b/l -Target ../out")
    session.run("Move-Item a/b/l ./out; New-Item src/out -ItemType Directory; Set-Content src/out/evil.txt x")
    session.run("Copy-Item src/out . -Recurse -Force")
    assert not (folders / "out" / "evil.txt").exists()


def test_programs_do_not_run(session: Session) -> None:
    result = session.run("git --version")
    assert result.errors[0].fully_qualified_error_id in ("SandboxNativeCommand", "CommandNotFoundException")


def test_home_and_temporary_files_are_inside(session: Session, folders: Path) -> None:
    home = session.run("$HOME; (Resolve-Path ~).Path").text
    assert all(line.startswith(str(folders / "in")) for line in home.split())
    made = session.run("[IO.Path]::GetTempFileName(); (New-TemporaryFile).FullName").text.split()
    found = {each.name for each in (folders / "in" / ".server").rglob("*.tmp")}
    assert {each.rpartition("\\")[2] for each in made} == found


@pytest.mark.parametrize("code", ["Get-Content C:\\link\\secret.txt", "[IO.File]::ReadAllText('c:\\LINK\\secret.txt')"])
def test_the_servers_disk_is_inside_and_no_link_leads_out_of_it(session: Session, folders: Path, code: str) -> None:
    session.run("'x' > C:\\Windows\\Temp\\x.txt")
    disk = folders / "in" / ".server" / "C"
    assert (disk / "Windows" / "Temp" / "x.txt").read_text() == "x\n"
    (disk / "link").symlink_to(folders / "out")
    assert "may not leave its sandbox" in session.run(code).errors[0].exception.message
    assert (
        session.run("Get-Content C:\\..\\..\\..\\mine.txt")
        .errors[0]
        .fully_qualified_error_id.startswith("PathNotFound")
    )


def test_other_sessions_are_not_in_it(session: Session, folders: Path) -> None:
    with Session() as other:
        assert other.run(f"Get-Content '{folders / 'out' / 'secret.txt'}'").text == "secret\n"


def test_completion_shows_nothing_outside(session: Session, folders: Path) -> None:
    text = f"Get-Content {folders / 'out'}/"
    assert not session.complete(text, len(text)).matches


@pytest.mark.parametrize("folder", [["-Sandbox"], ["-Sandbox", "."]])
def test_command_line(folders: Path, folder: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    code = run([*folder, "-NoProfile", "-NoListen", "-Command", "gc mine.txt; gc ../out/secret.txt"])
    shown = capsys.readouterr()
    assert code == 1
    assert "mine" in shown.out
    assert "secret\n" not in shown.out


def test_the_script_of_the_command_line_may_lie_outside(folders: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["-Sandbox", ".", "-NoProfile", "-NoListen", "-File", str(folders / "out" / "tool.ps1")]) == 0
    assert capsys.readouterr().out == "ran\n"


def test_a_sandbox_must_be_a_folder(folders: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["-Sandbox", "nothing", "-Command", "1"]) == 64
    assert "is not a folder" in capsys.readouterr().err
