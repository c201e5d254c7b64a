"""The table of `cmdlets/written_members.py` says what commands really write in a lab with some mail."""

from collections.abc import Iterator

import pytest

from cmdlets.written_members import written_members
from organization.versions import Version
from shell import Session

_SETUP = (
    "Send-LabMessage -From administrator -To anna -Subject Hi;"
    "Send-LabMessage -From anna -To x@nowhere.example -Subject Away;"
    "Set-ReceiveConnector 'Default EX01' -ProtocolLoggingLevel Verbose; 'QUIT' | telnet EX01 25 | Out-Null"
)
_ARGUMENTS = {
    "Get-ADComputer": "-Filter *",
    "Get-ADGroup": "-Filter *",
    "Get-ADGroupMember": "'Domain Admins'",
    "Get-ADOrganizationalUnit": "-Filter *",
    "Get-ADUser": "-Filter *",
    "Get-EventLog": "Application",
    "Get-LabMessage": "anna",
    "Get-QueueDigest": "-Server EX01",
    "Get-ServerComponentState": "EX01",
    "Get-WinEvent": "Application",
}
COMMANDS = """
Get-ADComputer Get-ADDomain Get-ADDomainController Get-ADForest Get-ADGroup Get-ADGroupMember
Get-ADOrganizationalUnit Get-ADUser Get-DomainController Get-EventLog Get-ExchangeCertificate Get-LabBackPressure
Get-LabDnsRecord Get-LabDomainController Get-LabEndpoint Get-LabLog Get-LabMessage Get-LabProtocolLog Get-LabTime
Get-Message Get-MessageTrackingLog Get-Queue Get-QueueDigest Get-ServerComponentState Get-Service
Get-TransportPipeline Get-WinEvent
"""


def written(version: str) -> Iterator[tuple[str, str]]:
    """Yield each command and the names of the properties of the first object that it writes, where it writes any."""
    with Session(columns=120, listen=False, version=version) as session:
        session.run(_SETUP)
        for command in COMMANDS.split():
            run = f"{command} {_ARGUMENTS.get(command, '')} -ErrorAction SilentlyContinue"
            names = session.run(f"({run} | Select-Object -First 1).PSObject.Properties.Name -join ' '").console.split()
            if names:
                yield command, " ".join(names)


@pytest.mark.parametrize("version", ["2007", "2010", "2013", "2016"])
def test_the_table_says_what_commands_write(version: str) -> None:
    seen = 0
    for command, names in written(version):
        seen += 1
        assert (command, " ".join(written_members(command, Version.parse(version)))) == (command, names)
    assert seen > 20
