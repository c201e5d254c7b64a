"""The completions of tests/repl/completions/*.txt; its README says how they are written."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from shell import Session

FOLDER = Path(__file__).parent / "completions"


@dataclass
class Case:
    """An input and what it is completed to."""

    text: str
    expected: list[str]
    replaced: str | None
    has_more: bool


@dataclass
class Fixture:
    """One file: what to run first, and its cases."""

    setup: list[str] = field(default_factory=list)
    cases: list[Case] = field(default_factory=list)


def read(path: Path) -> Fixture:
    fixture = Fixture()
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("= "):
            fixture.setup.append(line[2:])
        elif line.strip() and not line.startswith("## "):
            fixture.cases.append(read_case(line))
    return fixture


def read_case(line: str) -> Case:
    written, arrow, answer = line.rpartition(" ->")
    assert arrow, f"no arrow in {line!r}"
    answer = answer.strip()
    replaced = None
    if answer.startswith("["):
        replaced, _, answer = answer[1:].partition("]")
    expected = [each for each in answer.strip().split(", ") if each]
    has_more = expected[-1:] == ["..."]
    text = (written[:-1] + " " if written.endswith("_") else written).replace("\\n", "\n")
    return Case(text, expected[:-1] if has_more else expected, replaced, has_more)


def complaints(session: Session, fixture: Fixture) -> Iterator[str]:
    """Say of each case what is offered instead."""
    for case in fixture.cases:
        found = session.complete(case.text, len(case.text))
        texts = [match.text for match in found.matches]
        replaced = case.text[found.index : found.index + found.length]
        wanted = texts[: len(case.expected)] if case.has_more else texts
        if wanted != case.expected or case.replaced not in (None, replaced):
            yield f"{case.text!r} -> [{replaced}] {', '.join(texts[:20])}"


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_tab_offers_what_the_file_says(path: Path) -> None:
    fixture = read(path)
    with Session(columns=120, listen=False) as session:
        for code in fixture.setup:
            assert session.run(code).console == ""
        assert list(complaints(session, fixture)) == []


@pytest.mark.parametrize(
    ("text", "tooltip"),
    [
        ("[string]::IsNullOrE", "static bool IsNullOrEmpty(string value)"),
        ("[int]::MaxV", "static int MaxValue {get;}"),
        ("[datetime]::Now", "datetime Now {get;}"),
        ("(1).ToInt16", "short IConvertible.ToInt16(System.IFormatProvider provider)"),
        ("$PID.GetTypeC", "System.TypeCode GetTypeCode()\r\nSystem.TypeCode IConvertible.GetTypeCode()"),
        ("$x = 'a'; $x.Len", "int Length { get; }"),
        ("Get-Date -Yea", "[int] Year"),
        ("[System.Net.IPA", "Class System.Net.IPAddress"),
        ("param([Parameter(Posi", "System.Int32 Position"),
    ],
)
def test_tooltips_say_what_it_is(text: str, tooltip: str) -> None:
    with Session(columns=120, listen=False) as session:
        assert session.complete(text, len(text)).matches[0].tooltip == tooltip


def test_a_long_list_of_recipients_is_completed_at_once() -> None:
    from time import perf_counter

    with Session(columns=120, listen=False) as session:
        session.run(
            '1..200 | ForEach-Object { New-MailContact -Name "Contact $_" -ExternalEmailAddress "c$_@fabrikam.com" }'
        )
        text = "Get-MailContact -Identity Contact"
        session.complete(text, len(text))
        begin = perf_counter()
        found = session.complete(text, len(text))
        assert len(found.matches) == 200
        assert perf_counter() - begin < 0.05


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Get-Content ", ["'./a folder'", "./logs", "./one.txt", "'./two words.txt'", "'./x`[1`].txt'"]),
        ("Get-Content ./t", ["'./two words.txt'"]),
        ('Get-Content "t', ['"./two words.txt"']),
        ("Get-Content -LiteralPath x", ["./x[1].txt"]),
        ("Get-ChildItem *.t", ["./one.txt", "'./two words.txt'", "'./x`[1`].txt'"]),
        ("Set-Location ", ["'./a folder'", "./logs"]),
        ("Get-Date > o", ["./one.txt"]),
        ("[IO.File]::ReadAllText('o", ["'./one.txt'"]),
        ("Get-ChildItem logs/", ["logs/today.log"]),
        ("./o", ["./one.txt"]),
    ],
)
def test_paths_come_in_quotes_where_they_need_them(
    text: str, expected: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in ("logs", "a folder"):
        (tmp_path / folder).mkdir()
    for file in ("one.txt", "two words.txt", "x[1].txt", "logs/today.log"):
        (tmp_path / file).touch()
    monkeypatch.chdir(tmp_path)
    with Session(columns=120, listen=False) as session:
        found = session.complete(text, len(text))
        assert [match.text.replace("\\", "/") for match in found.matches] == expected


SCRIPT = """
using namespace System.Text
#requires -Version 7
<#
.SYNOPSIS
    Sends a report.
#>
[CmdletBinding()] param([Parameter(Mandatory = $true)][ValidateSet('a', 'b')][string[]]$Kind, $Free = @{ A = 1 })
class Report : System.Exception { [int]$Size; static [Report] Make() { return [Report]::new() } }
enum Level { Low; High = 5 }
function Send-Report {
    param($To, [switch]$Now)
    process { $_ | Where-Object { $_.Length -gt 3 } | ForEach-Object Length }
}
$all = Get-ChildItem -Path . -Filter *.txt 2> $null | Sort-Object @{ Expression = { $_.Name }; Descending = $true }
foreach ($each in $all) {
    switch -Regex ($each.Name) { '^a' { "found $($each.FullName.Length)" } default { continue } }
}
try { Send-Report -To $all[0].Name -Now:$false @Free && $x?.Length }
catch [System.IO.IOException] { throw $_.Exception }
$table = [ordered]@{ 'B c' = [System.Collections.Generic.List[int]]::new(); d = 1..3 }; $table.'B c'.Add(5) > out.txt
"""


def test_no_place_of_a_script_is_too_unfinished() -> None:
    with Session(columns=120, listen=False) as session:
        for end in range(len(SCRIPT) + 1):
            found = session.complete(SCRIPT[:end], end)
            assert 0 <= found.index <= found.index + found.length <= end
            assert all(match.text for match in found.matches)
