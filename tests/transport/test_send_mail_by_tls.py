"""Send-MailMessage by TLS: what it asks of the server's certificate, and what a script may say to that."""

from collections.abc import Iterator

import pytest

from shell import Session
from tests.addresses import own_address

_MAIL = "-From anna@contoso.com -To ben@contoso.com -Subject s -Body b"
_SEND = f"Send-MailMessage {_MAIL} -Port 587 -UseSsl -Credential $c"


@pytest.fixture
def session() -> Iterator[Session]:
    with Session(listen=True, columns=120, bind_address=own_address(), log_folder="") as made:
        made.run("$c = [pscredential]::new('contoso\\anna', (ConvertTo-SecureString 'Pass@word1' -AsPlainText -Force))")
        yield made
        made.run("[Net.ServicePointManager]::ServerCertificateValidationCallback = $null")


def test_the_servers_own_name_is_taken(session):
    assert session.run(f"{_SEND} -SmtpServer EX01.contoso.com").console == ""
    assert session.run("(Get-LabMessage ben).Subject").text.strip() == "s"


def test_another_name_is_refused_before_the_password_goes_out(session):
    error = session.run(f"{_SEND} -SmtpServer 192.168.1.10").errors[0]
    assert error.message.endswith("validation procedure: RemoteCertificateNameMismatch")
    assert error.fully_qualified_error_id == "AuthenticationException,Microsoft.PowerShell.Commands.SendMailMessage"


def test_a_script_takes_any_certificate(session):
    session.run("[System.Net.ServicePointManager]::ServerCertificateValidationCallback = { $true }")
    assert session.run(f"{_SEND} -SmtpServer 192.168.1.10").console == ""


def test_a_script_refuses_a_good_certificate(session):
    session.run("[Net.ServicePointManager]::ServerCertificateValidationCallback = { $false }")
    error = session.run(f"{_SEND} -SmtpServer EX01").errors[0]
    assert "rejected by the provided RemoteCertificateValidationCallback" in error.message


def test_a_listener_without_tls(session):
    session.run("Set-ReceiveConnector 'Client EX01' -AuthMechanism Integrated")
    error = session.run(f"{_SEND} -SmtpServer EX01").errors[0]
    assert error.message == "Server does not support secure connections."
