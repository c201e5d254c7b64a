"""The parameter sets of PowerShell's own cmdlets against facts of the real engine, recorded on Linux in 7.4.

`parameter_sets.jsonl` has a cmdlet a line: its sets, the default one, and its parameters as type, aliases, sets and
limits. The sets map to flags, or are flags alone where they are all the same: `!` mandatory, a position, `v` from the
pipeline, `n` by property name, `r` what is left over. What is empty at the end is left out.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from shell import Session

FACTS = {facts["name"]: facts for facts in map(json.loads, Path(__file__).with_name("parameter_sets.jsonl").open("rb"))}

WINDOWS = "Windows has it; the facts come from Linux"
CULTURES = "the facts list the cultures of a machine, here any known one is taken"
TWICE = "the facts have both checks, of which the stricter one is enough"

ALLOWED = {
    "Add-Member -NotePropertyName limits": "the name is checked by the cmdlet, with the same error",
    "ConvertFrom-Csv -Delimiter limits": TWICE,
    "ConvertFrom-Csv -Header limits": TWICE,
    "ConvertFrom-Csv -InputObject limits": TWICE,
    "ConvertTo-Html -Charset limits": "the pattern takes every text",
    "Enter-PSSession -SSHTransport limits": "the switch is refused",
    "Get-Culture -Name limits": CULTURES,
    "Get-Help set ShowWindow": WINDOWS,
    "Invoke-Command -SSHTransport limits": "the switch is refused",
    "New-PSSession -SSHTransport limits": "the switch is refused",
    "Select-String -Culture limits": CULTURES,
    "Set-StrictMode -Version limits": "the version is checked by the cmdlet, with the same error",
    **dict.fromkeys(
        (
            f"{command} -{name}"
            for command, names in {
                "New-PSSessionOption": "MaximumRedirection NoCompression NoMachineProfile Culture UICulture"
                " MaximumReceivedDataSizePerCommand MaximumReceivedObjectSize OutputBufferingMode"
                " MaxConnectionRetryCount ApplicationArguments OpenTimeout CancelTimeout IdleTimeout OperationTimeout"
                " ProxyAccessType ProxyAuthentication ProxyCredential SkipRevocationCheck NoEncryption UseUTF16"
                " IncludePortInSPN",
                "Restart-Computer": "ComputerName Credential Force Wait Timeout For Delay WsmanAuthentication",
                "Stop-Computer": "ComputerName Credential Force WsmanAuthentication",
            }.items()
            for name in names.split()
        ),
        WINDOWS,
    ),
}
"""What may differ, and why. Start- and Stop-Transcript are not among the facts."""

DECLARATIONS = """
$between = { if ($args[1]) { "($($args[0]),$($args[1]))" } }
$rows = foreach ($name in $names) {
    foreach ($set in (Get-Command $name).ParameterSets) {
        [pscustomobject]@{ Command = $name; Set = $set.Name; Default = $set.IsDefault; Name = '' }
        foreach ($each in $set.Parameters) {
            $limits = foreach ($limit in $each.Attributes) {
                switch -Regex ($limit.GetType().Name) {
                    '^ValidateRange' { 'ValidateRange' + (& $between $limit.MinRange $limit.MaxRange) }
                    '^ValidateSet' { "ValidateSet($($limit.ValidValues -join ','))" }
                    '^ValidateCount' { 'ValidateCount' + (& $between $limit.MinLength $limit.MaxLength) }
                    '^Validate(?!Range|Set|Count)' { $_ -replace 'Attribute$' }
                }
            }
            [pscustomobject]@{
                Command = $name; Set = $set.Name; Name = $each.Name; Type = $each.ParameterType.ToString()
                Aliases = @($each.Aliases); Limits = @($limits)
                Flags = -join @(
                    if ($each.IsMandatory) { '!' }
                    if ($each.Position -ge 0) { $each.Position }
                    if ($each.ValueFromPipeline) { 'v' }
                    if ($each.ValueFromPipelineByPropertyName) { 'n' }
                    if ($each.ValueFromRemainingArguments) { 'r' }
                )
            }
        }
    }
}
$rows | ConvertTo-Json -Depth 3 -Compress
"""

COMMON = {
    *("Verbose", "Debug", "ErrorAction", "WarningAction", "InformationAction", "ProgressAction", "ErrorVariable"),
    *("WarningVariable", "InformationVariable", "OutVariable", "OutBuffer", "PipelineVariable"),
}

Declared = dict[str, dict[str, dict[str, Any]]]


@pytest.fixture(scope="module")
def declared() -> Declared:
    """Command to set to parameter to its row; the row of '' is that of the set itself."""
    found: Declared = {}
    with Session(listen=False) as session:
        session.runspace.set_variable("names", list(FACTS))
        result = session.run(DECLARATIONS)
        assert not result.errors
        for row in json.loads(str(result.objects[0])):
            found.setdefault(row["Command"], {}).setdefault(row["Set"], {})[row["Name"]] = row
    return found


def expected(facts: dict[str, Any]) -> Iterator[tuple[str, str, str, list[str], str, list[str]]]:
    """Yield set, parameter, type, aliases, flags and limits as the facts have them."""
    for name, short in facts["parameters"].items():
        kind, aliases, sets, limits = (*short, *("", [], "", [])[len(short) :])
        for each, flags in sets.items() if isinstance(sets, dict) else ((each, sets) for each in facts["sets"]):
            yield each, name, kind, aliases, flags, limits


def differences(facts: dict[str, Any], sets: dict[str, dict[str, Any]]) -> Iterator[str]:
    """Yield what differs, named as `ALLOWED` names it, with what is declared and what the facts say."""
    command = facts["name"]
    for each in set(facts["sets"]) ^ set(sets):
        yield f"{command} set {each}"
    rows = {(each, name): row for each, members in sets.items() for name, row in members.items()}
    for each, name, kind, aliases, flags, limits in expected(facts):
        row = rows.pop((each, name), None)
        if row is None:
            yield f"{command} -{name}: not in {each}"
            continue
        checked = [] if kind.endswith("SwitchParameter") and limits != ["ValidateSet(true)"] else limits
        for what, here, there in (
            ("type", row["Type"], kind),
            ("aliases", sorted(row["Aliases"]), aliases),
            ("flags", row["Flags"], flags),
            ("limits", sorted(row["Limits"]), checked),
        ):
            if here != there:
                yield f"{command} -{name} {what}: {here} in {each}, not {there}"
    for (each, name), row in rows.items():
        if not name and row["Default"] != (each == facts["default"]):
            yield f"{command} set {each}: default {row['Default']}"
        if name and name not in COMMON and each in facts["sets"]:
            yield f"{command} -{name}: in {each}"


@pytest.mark.parametrize("command", FACTS)
def test_cmdlet_is_declared_as_in_the_real_engine(command: str, declared: Declared) -> None:
    found = [each for each in differences(FACTS[command], declared[command]) if each.partition(":")[0] not in ALLOWED]
    assert found == []


def test_what_may_differ_does_differ(declared: Declared) -> None:
    found = {each.partition(":")[0] for name in FACTS for each in differences(FACTS[name], declared[name])}
    assert set(ALLOWED) <= found
