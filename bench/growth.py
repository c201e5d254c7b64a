"""What grows with a lab: user CPU seconds and memory for n things and for 2n, each in a process of its own.

    python bench/growth.py [--rows NAME ...] [--scale F] [--full]

A ratio near 2 is in line, one near 4 is quadratic. Seconds are those of the measured part alone; what a row needs
before it (the mailboxes that become members, the messages that are listed) is set up outside of the clock. `KiB each`
is what the process' resident memory grew by, for each thing, where the system tells it. `--scale` multiplies every n,
`--full` measures the one size that ROWS names instead of n and 2n (100,000 mailboxes and so on).

Rows that end in `leak` make something and throw it away n times: their memory should not grow at all.
"""

from __future__ import annotations

import argparse
import gc
import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Work = Callable[[Any, int], Callable[[], Any]]
"""Sets a session up for so many things; the result is what is measured."""


@dataclass(frozen=True)
class Row:
    """One row: its n, the size that `--full` measures, and what is done."""

    size: int
    full: int
    prepare: Work
    version: str = "2007"


def script(text: str, before: str = "") -> Work:
    """Runs a script in which `$n` is the number of things; `before` runs outside of the clock."""

    def prepare(session: Any, size: int) -> Callable[[], Any]:
        run(session, f"$n = {size}; Get-AcceptedDomain; {before}")
        return lambda: run(session, text)

    return prepare


def run(session: Any, text: str) -> Any:
    """Run a script that must not fail; its output is thrown away unless it is asked for."""
    result = session.run(text)
    problems = [str(error) for error in (*result.errors, *result.parse_errors)][:3]
    assert not problems, problems
    return result


def mailboxes(count: str, password: bool = False) -> str:
    """A script that makes mailboxes user1, user2, ..."""
    words = "-UserPrincipalName u$i@contoso.com -Password $p" if password else "-Shared"
    secret = "$p = ConvertTo-SecureString 'Pass@word1' -AsPlainText -Force; " if password else ""
    return f'{secret}foreach ($i in 1..{count}) {{ $null = New-Mailbox -Name "User $i" -Alias u$i {words} }}'


def messages(session: Any, size: int) -> None:
    """Put messages into anna's mailbox, as transport does."""
    from organization.objects.mailbox import Mailbox
    from transport.queue.mailboxes import pack

    anna = session.organization.get(Mailbox, "anna")
    store = session.runspace.services.mail
    for number in range(size):
        content = (
            f"From: Kim <kim@fabrikam.com>\r\nTo: anna@contoso.com\r\nSubject: message {number}\r\n"
            f"Message-ID: <{number}@fabrikam.com>\r\nDate: Mon, 3 Mar 2008 10:00:00 +0000\r\n\r\nHello {number}\r\n"
        ).encode()
        packed = pack(number, f"<{number}@f>", "kim@fabrikam.com", ("anna@contoso.com",), 1.2e9 + number, content)
        store.deliver((anna.guid,), packed, len(content))


def events(session: Any, size: int) -> None:
    """Write rows into the message tracking log, half of them received and half delivered."""
    from organization.mail_records import TrackedEvent

    log = session.runspace.services.records.tracking
    for number in range(size):
        kind = "DELIVER" if number % 2 else "RECEIVE"
        to = (f"u{number % 100}@contoso.com",)
        log.add(TrackedEvent(1.2e9 + number, kind, "SMTP", number, f"<{number}@f>", "k@f.com", to, (), 900, "hello"))


def queued(session: Any, size: int) -> None:
    """Have messages wait in Unreachable."""
    from transport.policy.transaction import Recipient, Submission
    from transport.queue.hops import Queued, Target

    places = session.runspace.services.queues._queue.places
    recipient = Recipient("kim@nowhere.example")
    for number in range(size):
        content = b"Subject: waits\r\n\r\nHello\r\n"
        submission = Submission(
            sender=f"u{number % 50}@contoso.com",
            recipients=(recipient,),
            content=content,
            message_id=f"<{number}@contoso.com>",
            subject="waits",
            connector="EX01\\Default EX01",
            remote_address="127.0.0.1",
            local_address="127.0.0.1",
            hello="bench",
            user=None,
            internal=False,
        )
        places.keep(places.unreachable, Queued(number, submission, 1.2e9, (Target(recipient, recipient.address),)))


def filled(fill: Callable[[Any, int], None], text: str) -> Work:
    """Runs a script over what `fill` has put there."""

    def prepare(session: Any, size: int) -> Callable[[], Any]:
        run(session, "Get-AcceptedDomain")
        fill(session, size)
        return lambda: run(session, text)

    return prepare


def sessions(session: Any, size: int) -> Callable[[], Any]:
    """Open and close sessions."""

    def measured() -> None:
        from shell import Session

        for _ in range(size):
            with Session(listen=False, log_folder="") as other:
                run(other, "$null = Get-ReceiveConnector")

    return measured


_CONNECTOR = 'New-ReceiveConnector -Name "C$i" -Bindings "0.0.0.0:$(3000 + $i)" -RemoteIPRanges "10.$($i % 250).0.0/16"'
_CONNECTORS = f"foreach ($i in 1..$n) {{ $null = {_CONNECTOR} }}"
_GROUP = "; $null = New-DistributionGroup -Name Many"
_ADD = "foreach ($i in 1..$n) { Add-DistributionGroupMember Many -Member u$i }"
_EACH = "$null = 1..$n | ForEach-Object { "

ROWS = {
    "mailboxes": Row(2000, 100_000, script(mailboxes("$n", password=True))),
    "get by identity": Row(2000, 20_000, script("foreach ($i in 1..$n) { $null = Get-Mailbox u$i }", mailboxes("$n"))),
    "filter": Row(
        4000, 20_000, script("$null = Get-Mailbox -ResultSize Unlimited -Filter {Alias -like 'u1*'}", mailboxes("$n"))
    ),
    "set mailbox": Row(1000, 10_000, script("foreach ($i in 1..$n) { Set-Mailbox u$i -Office $i }", mailboxes("$n"))),
    "contacts": Row(
        2000,
        50_000,
        script(
            'foreach ($i in 1..$n) { $null = New-MailContact -Name "c$i" -ExternalEmailAddress "c$i@fabrikam.com" }'
        ),
    ),
    "members, add": Row(1000, 10_000, script(_ADD, mailboxes("$n") + _GROUP)),
    "members, remove": Row(
        1000,
        10_000,
        script(
            "foreach ($i in 1..$n) { Remove-DistributionGroupMember Many -Member u$i -Confirm:$false }",
            mailboxes("$n") + _GROUP + "; " + _ADD,
        ),
    ),
    "members, new group": Row(
        1000, 10_000, script('$null = New-DistributionGroup -Name All -Members (1..$n | % { "u$_" })', mailboxes("$n"))
    ),
    "members, update": Row(
        1000,
        10_000,
        script(
            'Update-DistributionGroupMember Many -Members (1..$n | % { "u$_" }) -Confirm:$false',
            mailboxes("$n") + _GROUP,
        ),
    ),
    "receive connectors, new": Row(125, 500, script(_CONNECTORS)),
    "receive connectors, set": Row(
        125, 500, script('foreach ($i in 1..$n) { Set-ReceiveConnector "EX01\\C$i" -Banner "220 $i" }', _CONNECTORS)
    ),
    "send connectors": Row(
        250,
        1000,
        script('foreach ($i in 1..$n) { $null = New-SendConnector -Name "S$i" -AddressSpaces "d$i.example" }'),
    ),
    "accepted domains": Row(
        500, 5000, script('foreach ($i in 1..$n) { $null = New-AcceptedDomain -Name "D$i" -DomainName "d$i.example" }')
    ),
    "block list": Row(
        1000,
        10_000,
        script('foreach ($i in 1..$n) { $null = Add-IPBlockListEntry -IPAddress "10.1.$($i -shr 8).$($i -band 255)" }'),
    ),
    "blocked recipients": Row(
        100,
        800,
        script(
            'foreach ($i in 1..$n) { Set-RecipientFilterConfig -BlockedRecipients @{Add="b$i@contoso.com"} }',
        ),
        "2010",
    ),
    "tracking, all": Row(10_000, 200_000, filled(events, "$null = Get-MessageTrackingLog -ResultSize Unlimited")),
    "tracking, some": Row(
        10_000,
        200_000,
        filled(
            events,
            "$null = Get-MessageTrackingLog -ResultSize Unlimited -EventId DELIVER -Recipients u1@contoso.com",
        ),
    ),
    "tracking, ten": Row(
        10_000, 200_000, filled(events, "$null = Get-MessageTrackingLog -ResultSize 10 -WarningAction SilentlyContinue")
    ),
    "messages of a mailbox": Row(5000, 100_000, filled(messages, "$null = Get-LabMessage anna")),
    "messages, newest": Row(5000, 100_000, filled(messages, "$null = Get-LabMessage anna -Newest 1")),
    "mailbox statistics": Row(5000, 100_000, filled(messages, "$null = Get-MailboxStatistics anna")),
    "queued, all": Row(5000, 50_000, filled(queued, "$null = Get-Message -ResultSize Unlimited")),
    "queued, ten": Row(
        5000,
        50_000,
        filled(
            queued,
            "$null = Get-Message -ResultSize 10 -Filter {FromAddress -eq 'u7@contoso.com'} "
            "-WarningAction SilentlyContinue",
        ),
    ),
    "unique": Row(4000, 100_000, script('$null = 1..$n | ForEach-Object { "s-$_" } | Select-Object -Unique')),
    "compare": Row(
        4000,
        100_000,
        script('$null = Compare-Object (1..$n | ForEach-Object { "s$_" }) ($n..1 | ForEach-Object { "s$_" })'),
    ),
    "jobs, leak": Row(
        100, 300, script(_EACH + "$j = Start-Job { 1 }; $null = Wait-Job $j; $null = Receive-Job $j; Remove-Job $j }")
    ),
    "runspaces, leak": Row(
        100,
        300,
        script(_EACH + "$r = [runspacefactory]::CreateRunspace(); $r.Open(); $r.Close(); $r.Dispose() }"),
    ),
    "powershell, leak": Row(
        100, 300, script(_EACH + "$p = [powershell]::Create(); $null = $p.AddScript('1').Invoke(); $p.Dispose() }")
    ),
    "modules, leak": Row(
        100,
        300,
        script(_EACH + "$m = New-Module -Name M$_ { function f { 1 } } | Import-Module -PassThru; Remove-Module $m }"),
    ),
    "types, leak": Row(
        100, 300, script(_EACH + 'Invoke-Expression "class C$($_ % 5) { [int] `$A; [int] M() { return 1 } }" }')
    ),
    "events, leak": Row(
        100,
        300,
        script(
            _EACH + "$t = New-Object Timers.Timer; $null = Register-ObjectEvent $t Elapsed -SourceIdentifier E { 1 }; "
            "Unregister-Event E; Get-Job | Remove-Job -Force; $t.Dispose() }"
        ),
    ),
    "sessions, leak": Row(50, 100, sessions),
}


def memory() -> int:
    """Resident octets; 0 where the system does not tell."""
    gc.collect()
    try:
        with open("/proc/self/statm", encoding="ascii") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0


def measure(name: str, size: int) -> tuple[float, float]:
    """User CPU seconds for a row with `size` things, and KiB that each took."""
    from shell import Session

    row = ROWS[name]
    with Session(listen=False, version=row.version, log_folder="") as session:
        if name.endswith("leak"):
            row.prepare(session, 120)()  # what the first ones leave is what every later one uses
        work = row.prepare(session, size)
        before, begin = memory(), os.times().user
        kept = work()
        seconds = os.times().user - begin
        grown = memory() - before
        del kept
    return seconds, grown / 1024 / size


def apart(name: str, size: int) -> tuple[float, float]:
    """The same in a process of its own; `-P` keeps `shell.py` beside this file from being taken for the shell."""
    command = [sys.executable, "-P", __file__, "--one", name, "--size", str(size)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{name}: {done.stderr}")
    seconds, each = done.stdout.split()[-2:]
    return float(seconds), float(each)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", nargs="*", metavar="NAME", help="only rows whose name begins so")
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--one", help=argparse.SUPPRESS)
    parser.add_argument("--size", type=int, default=0, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(*measure(options.one, options.size))
        return
    print(f"{'':26}{'n':>9}{'s':>9}{'2n: s':>9}{'ratio':>7}{'KiB each':>10}")
    for name, row in ROWS.items():
        if options.rows and not any(name.startswith(each) for each in options.rows):
            continue
        begin = time.perf_counter()
        size = max(1, int((row.full if options.full else row.size) * options.scale))
        seconds, each = apart(name, size)
        line = f"{name:26}{size:>9}{seconds:>9.2f}"
        if not options.full:
            twice, each = apart(name, 2 * size)
            ratio = twice / seconds if seconds else 0.0
            line += f"{twice:>9.2f}{ratio:>7.1f}"
        else:
            line += f"{'':>16}"
        print(f"{line}{each:>10.2f}   ({time.perf_counter() - begin:.0f} s in all)", flush=True)


if __name__ == "__main__":
    main()
