"""The disk of the lab's server: where its paths lead on this machine, and what never leads anywhere."""

import os
from pathlib import Path

import pytest

from shell.machine.server_disk import NetworkPathMissing, ServerDisk

on_unix = pytest.mark.skipif(os.name == "nt", reason="folders of this machine have letters themselves")


@pytest.fixture
def disk(tmp_path: Path) -> ServerDisk:
    return ServerDisk(lambda letter: str(tmp_path / letter), hosts=lambda: ("ex01", "ex01.contoso.com"))


@on_unix
@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("C:\\", "C"),
        ("c:", "C"),
        ("C:\\Reports\\x.csv", "C/Reports/x.csv"),
        ("c:/reports/x.csv", "C/reports/x.csv"),
        ("C:\\..\\..\\..\\etc\\passwd", "C/etc/passwd"),
        ("\\\\EX01\\c$\\x", "C/x"),
        ("\\\\ex01.contoso.com\\C$", "C"),
        ("\\\\?\\C:\\x", "C/x"),
    ],
)
def test_where_a_path_leads(disk: ServerDisk, tmp_path: Path, path: str, place: str) -> None:
    assert disk.locate(path) == str((tmp_path / place).resolve())


@on_unix
def test_names_are_found_in_any_letters_and_kept_as_they_are_made(disk: ServerDisk, tmp_path: Path) -> None:
    (tmp_path / "C" / "Temp").mkdir(parents=True)
    (tmp_path / "C" / "Temp" / "Straße.TXT").write_text("x")
    assert disk.locate("c:\\TEMP\\STRASSE.txt") == str(tmp_path / "C" / "Temp" / "Straße.TXT")
    assert disk.locate("C:\\TEMP\\New File.txt") == str(tmp_path / "C" / "Temp" / "New File.txt")


@on_unix
def test_a_name_in_the_letters_asked_for_goes_before_another(disk: ServerDisk, tmp_path: Path) -> None:
    (tmp_path / "C").mkdir()
    (tmp_path / "C" / "a.txt").write_text("small")
    (tmp_path / "C" / "A.txt").write_text("large")
    assert Path(disk.locate("C:\\A.txt")).read_text() == "large"
    assert Path(disk.locate("C:\\a.txt")).read_text() == "small"


@on_unix
def test_a_drive_that_is_not_there(disk: ServerDisk) -> None:
    with pytest.raises(FileNotFoundError):
        disk.locate("X:\\a")


@pytest.mark.parametrize("path", ["\\\\FS01\\reports\\x", "\\\\EX01\\nothing\\x", "\\\\EX01\\d$\\x"])
@on_unix
def test_shares_that_are_not_there(disk: ServerDisk, path: str) -> None:
    with pytest.raises(NetworkPathMissing):
        disk.locate(path)


@on_unix
@pytest.mark.parametrize("name", ["a:b", "a|b", 'a"b', "a<b", "what?", "a*", "a\nb"])
def test_names_that_windows_has_not(disk: ServerDisk, name: str) -> None:
    with pytest.raises(OSError, match="volume label syntax is incorrect"):
        disk.locate(f"C:\\{name}.txt")


def test_own_paths_stay(disk: ServerDisk) -> None:
    assert disk.locate("/etc/hosts") == "/etc/hosts"


@on_unix
def test_nothing_is_made_before_the_drive_is_used(tmp_path: Path) -> None:
    furnished: list[str] = []
    disk = ServerDisk(lambda letter: str(tmp_path / letter), furnished.append)
    disk.locate("/etc/hosts")
    assert not list(tmp_path.iterdir())
    disk.locate("C:\\x")
    disk.locate("C:\\y")
    assert furnished == [str(tmp_path / "C")]


@on_unix
def test_how_scripts_see_a_real_path(disk: ServerDisk, tmp_path: Path) -> None:
    disk.locate("C:\\")
    assert disk.shown(str(tmp_path / "C" / "Temp" / "x")) == "C:\\Temp\\x"
    assert disk.shown(str(tmp_path / "C")) == "C:\\"
    assert disk.shown("/etc/hosts") == "/etc/hosts"


@on_unix
def test_a_letter_can_be_given_a_folder(disk: ServerDisk, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    disk.drives["D"] = str(tmp_path / "data")
    assert disk.locate("d:\\x.txt") == str(tmp_path / "data" / "x.txt")


# --- where this machine has a C: itself ---


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("C:\\Reports\\x.csv", ("C", "Reports\\x.csv")),
        ("C:\\Windows\\Temp\\x", ("C", "Windows\\Temp\\x")),
        ("C:\\Users\\Administrator\\x", ("C", "Users\\Administrator\\x")),
        ("c:\\users\\anna\\lab\\x.ps1", None),
        ("C:\\Users\\Annabel\\x", ("C", "Users\\Annabel\\x")),
        ("\\\\EX01\\c$\\x", ("C", "x")),
        ("\\\\fs01\\home\\x", None),
        ("\\\\?\\C:\\Reports\\x", None),
        ("E:\\data\\x", None),
    ],
)
def test_on_windows_home_keeps_its_name_and_the_rest_of_c_is_the_servers(
    path: str, place: tuple[str, str] | None
) -> None:
    disk = ServerDisk(str, hosts=lambda: ("ex01",), own=("C:\\Users\\Anna", "D:\\work"), on_windows=True)
    assert disk.split(path) == place


def test_on_windows_a_folder_can_be_adopted() -> None:
    disk = ServerDisk(str, on_windows=True)
    disk.adopt("C:\\Scripts\\")
    assert disk.split("C:\\scripts\\x.ps1") is None


@on_unix
def test_on_windows_programs_are_the_machines_own(tmp_path: Path) -> None:
    disk = ServerDisk(lambda letter: str(tmp_path / letter), on_windows=True)
    (tmp_path / "C" / "Scripts").mkdir(parents=True)
    assert disk.program("C:\\Windows\\System32\\ping.exe") == "C:\\Windows\\System32\\ping.exe"
    assert disk.program("C:\\Scripts") == str(tmp_path / "C" / "Scripts")
