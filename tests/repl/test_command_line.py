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


@pytest.mark.parametrize(("failing", "code"), [(0, 0), (2, 2), (300, 255)])
def test_a_file_of_tests_leaves_with_the_number_that_failed(tmp_path: Path, failing: int, code: int) -> None:
    tests = f"1..{failing} | ForEach-Object {{ It 'fails' {{ 1 | Should -Be 2 }} }}" if failing else ""
    text = f"Describe 'x' {{ It 'passes' {{ 1 | Should -Be 1 }}\n{tests} }}"
    (tmp_path / "relay.Tests.ps1").write_text(text, encoding="utf-8")
    assert emshell("-NoProfile", "-NoListen", "-File", "relay.Tests.ps1", cwd=tmp_path).returncode == code


def test_help_names_the_labs_that_there_are() -> None:
    from organization.labs import LABS

    wrong = emshell("-Lab", "nope", "-Command", "1").stderr
    shown = emshell("-Help").stdout
    for name in LABS:
        assert name in wrong
        assert name in shown.partition("[-Lab {")[2].partition("}")[0]


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
    assert emshell("-File", str(tmp_path / "each.ps1"), stdin="").stdout == "<>\n"  # nothing came: it runs once


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


@pytest.mark.parametrize(
    ("script", "arguments", "says"),
    [
        ("param([int]$n) 'ran'", ("-n", "x"), "ParameterArgumentTransformationError,s.ps1"),
        ("param([ValidateSet('a')]$n) 'ran'", ("-n", "x"), "ParameterArgumentValidationError,s.ps1"),
        ("[CmdletBinding()] param() 'ran'", ("-n", "x"), "NamedParameterNotFound,s.ps1"),
        ("param([Parameter(Mandatory)]$n) 'ran'", ("-n",), "MissingArgument,s.ps1"),
        ("#requires -Version 99.0\n'ran'", (), "ScriptRequiresUnmatchedPSVersion"),
    ],
)
def test_a_script_that_cannot_be_called_ends_with_1(
    script: str, arguments: tuple[str, ...], says: str, tmp_path: Path
) -> None:
    (tmp_path / "s.ps1").write_text(script, encoding="utf-8")
    done = emshell("-NoListen", "-File", "s.ps1", *arguments, cwd=tmp_path)
    assert (done.stdout, done.returncode) == ("", 1)
    assert says in done.stderr
    assert "At line" not in done.stderr  # the call stands in no text that somebody wrote


def test_an_error_inside_a_script_leaves_0(tmp_path: Path) -> None:
    (tmp_path / "s.ps1").write_text("function f { param([int]$n) }\nf x\n'after'", encoding="utf-8")
    done = emshell("-NoListen", "-File", "s.ps1", cwd=tmp_path)
    assert (done.stdout, done.returncode) == ("after\n", 0)


@pytest.mark.parametrize(
    ("arguments", "shows"),
    [
        (("-Command", '$input | Sort-Object | ForEach-Object { "<$_>" }'), "<a>\n<b>\n"),
        (("-Command", 'foreach ($line in $input) { "[$line]" }; "$(@($input).Count) left"'), "[b]\n[a]\n0 left\n"),
        (("-Command", 'begin { "begin" } process { "p$_" } end { "end" }'), "begin\npb\npa\nend\n"),
        (("-CommandWithArgs", '"$args"; @($input) -join "+"', "x", "y z"), "x y z\nb+a\n"),
        (("-EncodedCommand", "JABpAG4AcAB1AHQAIAB8ACAAUwBvAHIAdAAtAE8AYgBqAGUAYwB0AA=="), "a\nb\n"),
    ],
)
def test_a_command_gets_the_lines_of_standard_input(arguments: tuple[str, ...], shows: str) -> None:
    assert emshell("-NoListen", *arguments, stdin="b\na\n").stdout == shows


def test_files_that_are_not_utf_8_are_windows_1252(tmp_path: Path) -> None:
    text = 'function F { param($Name) "got $Name é" }\r\nF –Name “x’y”\r\n'
    (tmp_path / "s.ps1").write_bytes(text.encode("cp1252"))
    (tmp_path / "call.ps1").write_text("./s.ps1; . ./s.ps1", encoding="utf-8")
    expected = "got x’y é\n"
    assert emshell("-NoListen", "-File", "s.ps1", cwd=tmp_path).stdout == expected
    assert emshell("-NoListen", "-File", "call.ps1", cwd=tmp_path).stdout == expected * 2
