"""Calls of the operating system that fail: scripts see .NET's exceptions, whoever made the call."""

import os
from pathlib import Path

import pytest

from shell import Session


@pytest.mark.parametrize(
    ("code", "error_id"),
    [
        ("Import-Csv $path", "FileOpenFailure,Microsoft.PowerShell.Commands.ImportCsvCommand"),
        ("Import-Clixml $path", "System.UnauthorizedAccessException,Microsoft.PowerShell.Commands.ImportClixmlCommand"),
        ("'a' | Out-File $path", "FileOpenFailure,Microsoft.PowerShell.Commands.OutFileCommand"),
        ("switch -File $path { default { } }", "System.UnauthorizedAccessException"),
        (
            "[Management.Automation.Language.Parser]::ParseFile($path, [ref]$null, [ref]$null)",
            "UnauthorizedAccessException",
        ),
    ],
)
def test_a_folder_is_no_file(tmp_path: Path, code: str, error_id: str) -> None:
    with Session() as session:
        result = session.run(f"$path = '{tmp_path}'; {code}")
        assert f"Access to the path '{tmp_path}' is denied." in result.errors[0].message
        assert result.errors[0].fully_qualified_error_id == error_id


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="this system has no device that is always full")
@pytest.mark.parametrize("code", ["'a' | Out-File /dev/full", "[IO.File]::WriteAllText('/dev/full', 'a')"])
def test_a_full_disk_is_an_io_exception(code: str) -> None:
    with Session() as session:
        result = session.run(f"try {{ {code} }} catch [IO.IOException] {{ 'full: ' + $_.Exception.GetType().Name }}")
        assert result.console.startswith("full: ")
