import pytest

from organization.objects.antispam import IPBlockListEntry
from organization.objects.receive_connector import ReceiveConnector
from organization.store import Organization
from organization.values.address import SmtpDomain, SmtpDomainWithSubdomains
from organization.values.network import IPBinding, IPRange
from shell import Session
from transport.policy import model
from transport.policy.recipients import RecipientTable
from transport.server import endpoints
from transport.service import Transport

from ..transport.lab import lab
from .counting import counted, run, work

NEW = (
    'New-ReceiveConnector -Name "C$i" -Bindings "0.0.0.0:$(3000 + $i)" -RemoteIPRanges "10.$i.0.0/16"'
    " -AuthMechanism Tls"
)


def _connectors(size: int, version: str) -> tuple[int, int]:
    with Session(log_folder="", version=version) as session:
        run(session, "Get-AcceptedDomain")
        with (
            counted(model, "settings_of") as read,
            counted(endpoints, "_precedence") as placed,
            counted(IPBinding, "__hash__") as bindings,
            counted(IPRange, "__hash__") as ranges,
        ):
            run(session, f"foreach ($i in 1..{size}) {{ {NEW} }}")
            run(session, f'foreach ($i in 1..{size}) {{ Set-ReceiveConnector "EX01\\C$i" -Banner "220 $i" }}')
        return read.count, placed.count + bindings.count + ranges.count


@pytest.mark.parametrize("version", ["2007", "2019"])
def test_a_connector_more_is_not_compared_with_the_others(version):
    assert work(lambda size: _connectors(size, version)[1]) < 6


def test_connectors_are_read_when_somebody_connects():
    assert _connectors(30, "2007")[0] == 0


def test_what_was_set_is_what_the_next_connection_sees():
    with Session(log_folder="") as session:
        run(session, 'Set-ReceiveConnector "EX01\\Default EX01" -Banner "220 first"')
        dialer = session.runspace.services.dialer
        assert dialer.dial("EX01", 25).receive(0).startswith(b"220 first")
        run(session, 'Set-ReceiveConnector "EX01\\Default EX01" -Banner "220 second"')
        assert dialer.dial("EX01", 25).receive(0).startswith(b"220 second")


def test_two_that_cannot_be_told_apart_are_found_among_many():
    with Session(log_folder="") as session:
        run(session, f"foreach ($i in 1..30) {{ {NEW} }}")
        clash = session.run('New-ReceiveConnector -Name Twin -Bindings "0.0.0.0:3007" -RemoteIPRanges "10.7.0.0/16"')
        assert 'conflict with the settings on Receive connector "EX01\\C7"' in str(clash.errors[0])
        run(session, 'New-ReceiveConnector -Name Beside -Bindings "0.0.0.0:3007" -RemoteIPRanges "10.8.0.0/16"')
        run(session, 'Set-ReceiveConnector "EX01\\C7" -Bindings "0.0.0.0:4007"')
        run(session, 'New-ReceiveConnector -Name Twin -Bindings "0.0.0.0:3007" -RemoteIPRanges "10.7.0.0/16"')


def test_with_listeners_a_banner_moves_no_socket():
    with lab() as it, counted(Transport, "_listen_as_wanted") as listened:
        it.set("Internet", banner="220 other")
        assert listened.count == 0
        it.set("Internet", enabled=False)
        assert listened.count == 1


def _domains(size: int) -> int:
    with (
        Session(log_folder="") as session,
        counted(SmtpDomain, "__eq__") as equal,
        counted(SmtpDomainWithSubdomains, "__str__") as shown,
    ):
        run(session, f'foreach ($i in 1..{size}) {{ New-AcceptedDomain "D$i" -DomainName "d$i.example" }}')
        return equal.count + shown.count


def test_a_domain_more_is_compared_with_no_other():
    assert work(_domains) < 6


def test_a_domain_that_is_there_is_refused_and_a_new_one_is_taken_at_once():
    with Session(log_folder="") as session:
        table = session.run("Get-AcceptedDomain").errors
        assert table == []
        run(session, "New-AcceptedDomain Own -DomainName own.example")
        twice = session.run("New-AcceptedDomain Other -DomainName OWN.example")
        assert "already exists as an accepted domain" in str(twice.errors[0])
        assert RecipientTable(session.organization).accepted("own.example") is not None


def _numbered(size: int) -> int:
    with Session(log_folder="") as session:
        run(session, "Get-AcceptedDomain")
        with counted(Organization, "all") as all_of_a_kind:
            run(session, f'foreach ($i in 1..{size}) {{ Add-IPBlockListEntry -IPAddress "10.1.0.$i" }}')
        return all_of_a_kind.count


def test_entries_are_numbered_without_a_look_at_the_others():
    assert _numbered(40) <= 5


def test_the_number_of_the_last_is_given_again_and_others_are_not():
    with Session(log_folder="") as session:
        run(session, 'foreach ($i in 1..4) { Add-IPBlockListEntry -IPAddress "10.1.0.$i" }')
        run(session, "Remove-IPBlockListEntry 2 -Confirm:$false; Add-IPBlockListEntry -IPAddress 10.2.0.1")
        assert [item.name for item in session.organization.all(IPBlockListEntry)] == ["1", "3", "4", "5"]
        run(session, "Remove-IPBlockListEntry 5 -Confirm:$false; Remove-IPBlockListEntry 4 -Confirm:$false")
        run(session, "Add-IPBlockListEntry -IPAddress 10.2.0.2")
        assert [item.name for item in session.organization.all(IPBlockListEntry)] == ["1", "3", "4"]


def test_the_settings_of_others_are_not_read_again():
    with Session(log_folder="") as session:
        run(session, f"foreach ($i in 1..8) {{ {NEW} }}")
        dialer = session.runspace.services.dialer
        dialer.dial("EX01", 3001)
        with counted(model, "settings_of") as read:
            run(session, 'Set-ReceiveConnector "EX01\\C5" -Banner "220 five"')
            dialer.dial("EX01", 3001)
        assert read.count == 1
        assert len(session.organization.all(ReceiveConnector)) == 10
