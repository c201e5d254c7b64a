"""A law: no operator and no command that compares meets an internal error, whatever two values it is given."""

import pytest

from shell import Session

_VALUES = """
$objects = @(Get-Mailbox anna; (Get-ReceiveConnector)[0]; (Get-AcceptedDomain)[0]; (Get-MailboxDatabase)[0])
$values = @(foreach ($each in $objects) {
    foreach ($property in $each.PSObject.Properties) {
        foreach ($value in $property.Value) { if ($null -ne $value) { , $value } }
    }
})
$values = @($values | Group-Object { $_.GetType().FullName } | ForEach-Object { , $_.Group[0] })
$values += $null, $true, 1, 1.5, [double]::NaN, [char]'a', 'x', '', @(), @(1, 'a'), @{ a = 1 }, [int]
$values += [datetime]'2024-01-01', [timespan]'1:00', [guid]::Empty, [version]'1.2', [ipaddress]'1.2.3.4', { 1 }
$values += [DayOfWeek]::Friday, [dbnull]::Value, [pscustomobject]@{ a = 1 }, [xml]'<a/>', [Exception]::new('x')
$values += [uint64]::MaxValue, [switch]$true, [mailaddress]'a@b.c'
$failed = foreach ($left in $values) { foreach ($right in $values) { try { $null = & $test $left $right } catch {
    if ($_.FullyQualifiedErrorId -like 'InternalError*') { "$left ($($left.GetType())), $right ($($right.GetType()))" }
} } }
"$($values.Count -gt 40)"
$failed
"""


@pytest.mark.parametrize(
    "test",
    [
        "$a -eq $b; $a -lt $b; $a -contains $b; $a -in $b",
        "$a + $b",
        "$a - $b",
        "$a -band $b",
        "$a, $b | Sort-Object",
        "Compare-Object @($a) @($b)",
        "$a, $b | Sort-Object -Unique",
        "$a, $b | Measure-Object -Minimum",
        "$a.CompareTo($b)",
    ],
)
def test_any_two_values_can_be_compared(test: str) -> None:
    with Session(listen=False) as session:
        result = session.run(f"$test = {{ param($a, $b) {test} }}\n{_VALUES}")
    assert result.console == "True\n"


def test_addresses_and_domains_compare_by_their_text() -> None:
    with Session(listen=False) as session:
        result = session.run("Compare-Object (Get-AcceptedDomain).DomainName 'x.com' | ForEach-Object SideIndicator")
    assert result.objects == ["=>", "<="]
