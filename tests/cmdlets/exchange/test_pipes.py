"""What a Get- cmdlet writes can be piped into its companions, with storage groups and without."""

import pytest

from cmdlets.exchange.coverage import emulated
from shell import Session

VERSIONS = ["2007", "2010", "2016"]
_COMMANDS = {cmdlet.command_name(): cmdlet for cmdlet in emulated()}
_ALONE = {
    "ADPermission",
    "ADServerSettings",
    "DistributionGroupMember",
    "DomainController",
    "EventLog",
    "ExBlog",
    "ExCommand",
    "LabMessage",
    "LabMailbox",
    "MailboxFolderStatistics",
    "MailboxPermission",
    "MailboxStatistics",
    "PSCommand",
    "QueueDigest",
    "QuickRef",
    "ServerComponentState",
    "Tip",
    "TransportPipeline",
    "UserPrincipalNamesSuffix",
    "WinEvent",
}
"""Nouns whose Get- cmdlet needs to be told of what, or whose objects no cmdlet takes."""
_OWN = [
    f"Get-{cmdlet.noun} | {verb}-{cmdlet.noun}{'' if verb == 'Get' else ' -WhatIf'}"
    for name, cmdlet in _COMMANDS.items()
    if cmdlet.verb == "Get" and cmdlet.noun not in _ALONE and not cmdlet.noun.startswith("Lab")
    for verb in ("Get", "Set", "Remove", "Disable")
    if f"{verb}-{cmdlet.noun}" in _COMMANDS
]
_COMPANIONS = [
    ("Get-MailboxDatabase | Get-MailboxStatistics", 6),
    ("Get-MailboxDatabase | Get-Mailbox", 6),
    ("Get-MailboxDatabase | Get-Mailbox | Get-MailboxStatistics", 6),
    ("Get-ExchangeServer | Get-MailboxStatistics", 6),
    ("Get-ExchangeServer | Get-MailboxDatabase | Get-Mailbox", 6),
    ("Get-ExchangeServer | Get-Mailbox", 6),
    ("Get-TransportServer | Get-MailboxDatabase", 1),
    ("Get-ExchangeServer | Get-TransportServer | Get-ExchangeServer", 1),
    ("Get-Mailbox | Get-MailboxStatistics | Get-MailboxStatistics", 6),
    ("Get-Mailbox | Get-MailboxStatistics | Get-Mailbox", 6),
    ("Get-Mailbox anna | Get-User | Get-Recipient | Get-Mailbox", 1),
    ("(Get-Mailbox anna).Database | Get-MailboxDatabase", 1),
    ("Get-MailboxDatabase (Get-Mailbox anna).Database", 1),
    ("Get-MailboxDatabase (Get-Mailbox anna).Database.Name", 1),
    ("Get-Mailbox -Database (Get-MailboxDatabase).Identity.ToString()", 6),
    ("Get-DistributionGroup | Get-DistributionGroupMember | Get-Mailbox", 4),
    ("Get-DistributionGroup | Get-Group | Get-DistributionGroup", 2),
    ("Get-Mailbox elena | Add-DistributionGroupMember Sales; Get-DistributionGroupMember Sales", 3),
    ("Get-Mailbox ben | Remove-DistributionGroupMember Sales -Confirm:$false; Get-DistributionGroupMember Sales", 1),
    ("Get-MailContact | Get-Contact | Get-Recipient", 1),
    ("Get-ExchangeServer | Get-Queue", None),
    ("Get-ExchangeServer | Get-MailboxServer | Get-MailboxStatistics", 6),
    ("Get-MailboxServer | Get-MailboxDatabase | Get-Mailbox | Get-CASMailbox", 6),
    ("Get-ExchangeServer | Get-ClientAccessServer | Get-ExchangeServer", 1),
    ("Get-CASMailbox anna | Set-CASMailbox -PopEnabled $false -WhatIf; Get-CASMailbox anna | Get-Mailbox", 1),
    ("Get-Mailbox | Get-MailboxFolderStatistics -FolderScope Inbox", 6),
    ("Get-MailboxStatistics anna | Get-MailboxFolderStatistics -FolderScope Inbox", 1),
    ("Get-Queue | Get-Message", 0),
    ("Get-ReceiveConnector | Get-ADPermission -User 'MS Exchange\\Hub Transport Servers'", None),
    ("Get-Mailbox anna | Get-MailboxPermission | Remove-MailboxPermission -WhatIf", 0),
    ("Get-ReceiveConnector | Get-ADPermission | Remove-ADPermission -WhatIf", 0),
    ("Get-ExchangeServer | Get-ReceiveConnector | Set-ReceiveConnector -Enabled $true -WhatIf", 0),
]


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("code", _OWN)
def test_objects_are_taken_by_the_cmdlets_of_their_noun(code, version):
    with Session(columns=120, version=version, listen=False) as session:
        assert [record.message for record in session.run(code).errors] == []


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize(("code", "count"), _COMPANIONS)
def test_objects_are_taken_by_companions(code, count, version):
    with Session(columns=120, version=version, listen=False) as session:
        result = session.run(code)
        assert [record.message for record in result.errors] == []
        assert count is None or len(result.objects) == count


@pytest.mark.parametrize("version", VERSIONS)
def test_an_object_is_no_identity_of_another_kind(version):
    with Session(columns=120, version=version, listen=False) as session:
        result = session.run("Get-MailboxDatabase | Set-Mailbox -MaxSendSize 5MB")
        assert len(result.errors) == 1
        assert "be found" in result.errors[0].message


def test_databases_are_named_as_the_version_names_them():
    names = {}
    for version in ("2007", "2010", "2016", "SE"):
        with Session(columns=120, version=version, listen=False) as session:
            code = "(Get-Mailbox anna).Database.ToString(); (Get-MailboxDatabase).Identity.ToString()"
            names[version] = session.run(code).objects
    assert names["2007"] == ["EX01\\First Storage Group\\Mailbox Database"] * 2
    later = names["2010"][0]
    assert later.startswith("Mailbox Database ")
    assert len(later.removeprefix("Mailbox Database ")) == 10
    assert later.removeprefix("Mailbox Database ").isdigit()
    assert names["2010"] == names["2016"] == names["SE"] == [later] * 2
