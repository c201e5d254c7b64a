"""Get-Tip: the tip of the day. Each tip is true of this program; the tests run the commands that tips name."""

from __future__ import annotations

import random
from typing import Final

from shell.engine.commands.cmdlet import Example, parameter
from shell.values.errors import ErrorCategory

from ..base import ExchangeCmdlet

TIPS: Final = (
    ("Every property of an object shows with Format-List.", "Get-Mailbox anna | Format-List"),
    ("-WhatIf tells what a command would do, and does nothing.", "Remove-Mailbox anna -WhatIf"),
    ("Help has examples that work as they stand.", "Get-Help New-ReceiveConnector -Examples"),
    ("A filter leaves what is wanted before it is shown.", "Get-Mailbox -Filter {Alias -like 'a*'}"),
    (
        "Values of a list are added and removed one by one.",
        "Set-Mailbox anna -EmailAddresses @{Add='smtp:berg@contoso.com'}",
    ),
    ("Where the lab's listeners are, and whether they run:", "Get-LabEndpoint"),
    ("What a client and the server said to each other:", "Get-LabLog"),
    ("What has arrived in a mailbox:", "Get-LabMessage -Mailbox anna"),
    ("The way of each message through the server:", "Get-MessageTrackingLog"),
    ("Messages that wait show with their reason.", "Get-Queue | Format-List Identity, MessageCount, LastError"),
    (
        "Quotas of all mailboxes, as a table for a spreadsheet:",
        "Get-Mailbox | Select-Object Name, *Quota | ConvertTo-Csv",
    ),
    ("How many mailboxes each database has:", "Get-Mailbox | Group-Object Database | Format-Table Name, Count"),
    ("The lab's DNS knows only what it is told.", "Add-LabDnsRecord example.org MX mail.example.org"),
    (
        "Which connector takes a connection is decided by its RemoteIPRanges.",
        "Get-ReceiveConnector | Format-Table Name, Bindings, RemoteIPRanges",
    ),
    ("A service that is stopped takes no connections.", "Get-Service MSExchange*"),
    ("Which certificate is used for SMTP, and until when:", "Get-ExchangeCertificate | Format-List Services, NotAfter"),
    ("Errors of the session, the newest first:", "$Error.Count"),
    ("What an object can do:", "Get-Mailbox anna | Get-Member"),
    ("Each command of a noun:", "Get-Command -Noun Mailbox"),
    ("What was typed before:", "Get-History"),
)
"""What is worth knowing, and a command that shows it."""


class GetTip(ExchangeCmdlet, verb="Get", noun="Tip"):
    """Show a tip about the shell: a random one, or the one with a number."""

    examples = (Example("Get-Tip 1", "The first tip."),)

    number: int = parameter("int", position=0, help=f"Which tip, from 1 to {len(TIPS)}.")

    def process(self) -> None:
        """Write the tip."""
        number = self.number if self.is_bound("Number") else random.randint(1, len(TIPS))
        if not 1 <= number <= len(TIPS):
            self.refuse(
                f"There is no tip {number}. The tips are numbered from 1 to {len(TIPS)}.",
                "TipNotFoundException",
                ErrorCategory.ObjectNotFound,
            )
            return
        text, command = TIPS[number - 1]
        for line in (f"Tip of the day #{number}:", "", text, "", f"  {command}", ""):
            self.write(line)
