"""The command as a process: what it does with bad input, with standard input, with a prompt of one's own."""

import subprocess
import sys
import time
from pathlib import Path

import pytest


def emshell(*arguments: str, stdin: str | None = "", cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "shell", "-NoProfile", "-NoLogo", *arguments],
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        cwd=cwd,
        check=False,
    )


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("-Lab", "nope", "-Command", "1"), "There is no lab 'nope'"),
        (("-Lab", "nope.ps1", "-Command", "1"), "nope.ps1"),
        (("-WorkingDirectory", "no-such-folder", "-Command", "1"), "no-such-folder"),
        (("-BindAddress", "xyz", "-Command", "1"), "'xyz' is not an IP address"),
        (("-File", "no-such-script.ps1"), "no-such-script.ps1"),
        (("-ExchangeVersion", "2003", "-Command", "1"), "2003"),
    ],
)
def test_a_bad_command_line_says_so_and_runs_nothing(arguments: tuple[str, ...], says: str) -> None:
    done = emshell(*arguments)
    assert done.returncode == 64
    assert says in done.stderr
    assert "Traceback" not in done.stderr
    assert "\n1\n" not in done.stdout


def test_a_script_of_ones_own_is_a_lab(tmp_path: Path) -> None:
    (tmp_path / "lab.ps1").write_text("New-AcceptedDomain -Name lab -DomainName lab.test | Out-Null", encoding="utf-8")
    command = '"$((Get-AcceptedDomain lab).DomainName)"'
    done = emshell("-NoListen", "-Lab", "lab.ps1", "-Command", command, cwd=tmp_path)
    assert (done.stdout, done.stderr, done.returncode) == ("lab.test\n", "", 0)


def test_standard_input_is_read_when_the_script_asks_for_it(tmp_path: Path) -> None:
    (tmp_path / "in.ps1").write_text('"first"\n"got $(@($input) -join ",")"', encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "shell", "-NoProfile", "-File", str(tmp_path / "in.ps1")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    time.sleep(1)
    out, _ = process.communicate("a\nb\n", timeout=60)
    assert out == "first\ngot a,b\n"


def test_standard_input_goes_to_a_process_block(tmp_path: Path) -> None:
    (tmp_path / "each.ps1").write_text('process { "<$_>" }', encoding="utf-8")
    assert emshell("-File", str(tmp_path / "each.ps1"), stdin="a\nit's\n").stdout == "<a>\n<it's>\n"


def test_a_function_that_reads_its_own_input_leaves_standard_input_alone(tmp_path: Path) -> None:
    (tmp_path / "own.ps1").write_text(
        'function Sum { ($input | Measure-Object -Sum).Sum }\n1, 2 | Sum\nRead-Host "name"', encoding="utf-8"
    )
    assert emshell("-File", str(tmp_path / "own.ps1"), stdin="ann\n").stdout == "3\nname: ann\nann\n"


def test_output_that_nobody_reads_any_more_ends_the_shell_in_silence() -> None:
    shell = subprocess.Popen(
        [sys.executable, "-m", "shell", "-NoProfile", "-NoLogo", "-Command", "1..200000"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert shell.stdout is not None
    assert shell.stderr is not None
    assert shell.stdout.readline() == "1\n"
    shell.stdout.close()
    assert shell.stderr.read() == ""
    shell.stderr.close()
    assert shell.wait(60) == 1


def test_nothing_of_the_program_shows_among_a_scripts_variables(tmp_path: Path) -> None:
    (tmp_path / "v.ps1").write_text("(Get-Variable _*).Name; $args", encoding="utf-8")
    assert emshell("-File", str(tmp_path / "v.ps1"), "x y").stdout == "x y\n"
    assert emshell("-CommandWithArgs", "(Get-Variable _*).Name; $args", "x y", "it's").stdout == "x y\nit's\n"


def test_a_prompt_function_of_ones_own_is_the_prompt() -> None:
    done = emshell(stdin="'a'\nfunction prompt { 'LAB' + '> ' }\nfunction prompt { throw 'x' }\nexit 3\n")
    assert done.stdout.startswith("[PS] ")
    assert "LAB> function prompt { throw" in done.stdout
    assert "PS>exit 3" in done.stdout
    assert done.returncode == 3


def test_the_console_of_dotnet_is_the_hosts() -> None:
    code = "[Console]::Out.WriteLine('a{0}', 1); [Console]::Error.Write('x'); [Console]::Error.WriteLine('y'); 'b'"
    done = emshell("-Command", code)
    assert (done.stdout, done.stderr) == ("a1\nb\n", "xy\n")


def test_the_console_has_a_size_and_colours() -> None:
    done = emshell("-Command", "$Host.UI.RawUI.WindowSize.Width -gt 0; [int]$Host.UI.RawUI.ForegroundColor")
    assert done.stdout.split() == ["True", "-1"]
