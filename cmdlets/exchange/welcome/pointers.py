"""Get-ExBanner, Get-ExBlog, QuickRef: pointers to commands, help and the web."""

from __future__ import annotations

from typing import Final

from shell.engine.commands.cmdlet import Example

from ..base import ExchangeCmdlet

_BANNER: Final = """
         Welcome to the Exchange Management Shell!

Full list of cmdlets:          Get-Command
Only Exchange cmdlets:         Get-ExCommand
Only PowerShell cmdlets:       Get-PSCommand
General help:                  Get-Help
Help for a cmdlet:             Get-Help <cmdlet name> or <cmdlet name> -?
Quick reference:               QuickRef
Exchange team blog:            Get-ExBlog
Show full output for a cmd:    <cmd> | Format-List
A tip:                         Get-Tip
"""
_QUICK_REFERENCE: Final = (
    ("Find a command", "Get-Command *Connector*"),
    ("Read its help", "Get-Help Set-ReceiveConnector -Full"),
    ("See all properties", "Get-ReceiveConnector | Format-List"),
    ("Choose properties", "Get-Mailbox | Format-Table Name, Alias, Database"),
    ("Choose objects", "Get-Mailbox | Where-Object { $_.Alias -like 'a*' }"),
    ("Let the server choose", "Get-Mailbox -Filter {Department -eq 'Sales'}"),
    ("Change many at once", "Get-Mailbox | Set-Mailbox -IssueWarningQuota 1GB"),
    ("Try without doing", "Get-Mailbox | Set-Mailbox -IssueWarningQuota 1GB -WhatIf"),
    ("Add to a list", "Set-Mailbox anna -EmailAddresses @{Add='smtp:berg@contoso.com'}"),
    ("Make many of a file", "Import-Csv users.csv | ForEach-Object { New-MailContact -Name $_.Name ... }"),
    ("Write a file", "Get-Mailbox | Export-Csv C:\\Reports\\mailboxes.csv -NoTypeInformation"),
    ("Variables", "$mailbox = Get-Mailbox anna; $mailbox.PrimarySmtpAddress"),
    ("Follow a message", "Get-MessageTrackingLog -Sender anna@contoso.com"),
    ("Look at queues", "Get-Queue"),
    ("Stop and start", "Restart-Service MSExchangeTransport"),
)


class GetExBanner(ExchangeCmdlet, verb="Get", noun="ExBanner"):
    """Show the shell's banner again."""

    def process(self) -> None:
        """Show it on the console."""
        self.session.host.write(_BANNER + "\n")


class GetExBlog(ExchangeCmdlet, verb="Get", noun="ExBlog"):
    """Show the address of the Exchange team blog. No browser opens: the lab reaches no web servers."""

    def process(self) -> None:
        """Write the address."""
        self.write(
            "The blog of the Exchange team: https://techcommunity.microsoft.com/t5/exchange-team-blog/bg-p/Exchange"
        )


class GetQuickRef(ExchangeCmdlet, verb="Get", noun="QuickRef"):
    """Show a quick reference of frequent commands. The Exchange Management Shell calls it QuickRef."""

    examples = (Example("QuickRef", "Show the quick reference."),)

    def process(self) -> None:
        """Write the lines."""
        width = max(len(label) for label, _ in _QUICK_REFERENCE) + 2
        for label, command in _QUICK_REFERENCE:
            self.write(f"{label:{width}}{command}")
