"""Certificates: the question before the default one is replaced, files, the way through an authority, versions."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509 as library
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from organization.certificates import store
from organization.objects.certificate import AllowedServices
from shell import Session

from .test_confirm import Person

SECRET = "(ConvertTo-SecureString 'Pass@word1' -AsPlainText -Force)"


@pytest.mark.parametrize(("answer", "replaced"), [("Yes", True), ("No", False)])
@pytest.mark.parametrize(
    ("version", "question"),
    [
        (
            "2007",
            "Overwrite existing default SMTP certificate,\n'{}' (expires {}), with certificate '{}' (expires {})?",
        ),
        (
            "2013",
            "Overwrite the existing default SMTP certificate?\n\nCurrent certificate: '{}' (expires {})\n"
            "Replace it with certificate: '{}' (expires {})",
        ),
    ],
)
def test_the_default_smtp_certificate_is_replaced_after_a_question(
    version: str, question: str, answer: str, replaced: bool
) -> None:
    person = Person(answer)
    with Session(host=person, version=version, listen=False) as session:
        before = session.run("(Get-ExchangeCertificate).Thumbprint").text.strip()
        session.run("$new = New-ExchangeCertificate -DomainName mail.contoso.com")
        after = session.run("$new.Thumbprint").text.strip()
        dates = session.run("foreach ($x in (Get-ExchangeCertificate)) { $x.NotAfter.ToString('M/d/yyyy h:mm:ss tt') }")
        old, new = dates.text.strip().splitlines()
        assert person.asked == [("Confirm", question.format(before, old, after, new))]
        assert store.internal_thumbprint(session.organization) == (after if replaced else before)
        for services in ("SMTP -Force", "IIS"):
            session.run(f"Enable-ExchangeCertificate {after} -Services {services}")
        assert len(person.asked) == 1
        assert store.internal_thumbprint(session.organization) == after


def test_removing_asks_first() -> None:
    person = Person("No")
    with Session(host=person, listen=False) as session:
        session.run("$new = New-ExchangeCertificate -DomainName a.contoso.com -Services IIS")
        session.run("Remove-ExchangeCertificate $new.Thumbprint")
        thumbprint = session.run("$new.Thumbprint").text.strip()
        assert len(store.certificates(session.organization)) == 2
    (asked,) = person.asked
    assert asked[1].split("\n") == [
        "Are you sure you want to perform this action?",
        f"Remove certificate with thumbprint {thumbprint}?",
    ]


def issue(request: bytes) -> bytes:
    """What an authority makes of a request, in PEM."""
    asked = library.load_pem_x509_csr(request.replace(b" NEW ", b" "))
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC)
    names = asked.extensions.get_extension_for_class(library.SubjectAlternativeName).value
    made = (
        library.CertificateBuilder()
        .subject_name(asked.subject)
        .issuer_name(library.Name([library.NameAttribute(NameOID.COMMON_NAME, "Some CA")]))
        .public_key(asked.public_key())
        .serial_number(7)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=30))
        .add_extension(names, critical=False)
        .sign(key, hashes.SHA256())
    )
    return made.public_bytes(serialization.Encoding.PEM)


def test_a_request_its_answer_and_the_key_that_waited(tmp_path: Path) -> None:
    request, answer, pfx = (tmp_path / name for name in ("mail.req", "mail.cer", "mail.pfx"))
    with Session(version="2016", listen=False) as session:
        session.run(
            "New-ExchangeCertificate -GenerateRequest -DomainName mail.contoso.com -FriendlyName Mail "
            f"-PrivateKeyExportable $true -RequestFile '{request}'"
        )
        answer.write_bytes(issue(request.read_bytes()))
        shown = session.run(
            f"Import-ExchangeCertificate -FileName '{answer}' | Enable-ExchangeCertificate -Services SMTP -Force"
        )
        assert shown.errors == []
        item = store.certificates(session.organization)[-1]
        assert len(store.certificates(session.organization)) == 2
        assert (item.issuer, item.subject, item.serial_number) == ("CN=Some CA", "CN=mail.contoso.com", "07")
        assert (item.friendly_name, item.has_private_key, item.is_self_signed) == ("Mail", True, False)
        assert item.services == AllowedServices.SMTP
        session.run(f"Export-ExchangeCertificate {item.thumbprint} -BinaryEncoded -Path '{pfx}' -Password {SECRET}")
    with Session(listen=False) as other:
        taken = other.run(f"Import-ExchangeCertificate -Path '{pfx}' -Password {SECRET} | ForEach-Object Thumbprint")
        assert taken.text.strip() == item.thumbprint
        assert store.certificates(other.organization)[-1].has_private_key


def test_a_certificate_without_its_key_serves_nothing(tmp_path: Path) -> None:
    with Session(version="2010", listen=False) as session:
        session.run("$asked = New-ExchangeCertificate -GenerateRequest -DomainName mail.contoso.com")
        answer = tmp_path / "mail.cer"
        answer.write_bytes(issue(session.run("$asked").text.encode()))
        session.run(
            "Get-ExchangeCertificate | Where-Object Status -like Pend* | Remove-ExchangeCertificate -Confirm:$false"
        )
        session.run(f"$it = Import-ExchangeCertificate -FileData ([IO.File]::ReadAllBytes('{answer}'))")
        (error,) = session.run("Enable-ExchangeCertificate $it.Thumbprint -Services SMTP").errors
        thumbprint = session.run("$it.Thumbprint").text.strip()
    assert error.message == (
        f"A special Rpc error occurs on server EX01: The certificate with thumbprint {thumbprint} was found but is not "
        "valid for use with Exchange Server (reason: PrivateKeyMissing)."
    )


@pytest.mark.parametrize(
    ("version", "letters", "days"), [("2007", "IP.WS", 365), ("2010", "IP.WS.", 1825), ("2016", "IP.WS..", 1825)]
)
def test_what_setup_leaves_in_each_version(version: str, letters: str, days: int) -> None:
    with Session(version=version, listen=False) as session:
        table = session.run("Get-ExchangeCertificate").text.splitlines()
        assert table[1].split() == ["Thumbprint", "Services", "Subject"]
        assert table[3].split()[1:] == [letters, "CN=EX01"]
        (item,) = store.certificates(session.organization)
        assert (item.not_after - item.not_before).days == days


def test_a_new_password_counts_for_the_next_logon() -> None:
    with Session(listen=False) as session:
        session.run("Set-Mailbox anna -Password (ConvertTo-SecureString 'Other@word2' -AsPlainText -Force)")
        session.run("Set-ReceiveConnector 'Client EX01' -AuthMechanism Tls, BasicAuth -TarpitInterval 0")
        lines = ["EHLO x", "AUTH LOGIN YW5uYQ==", "UGFzc0B3b3JkMQ==", "AUTH LOGIN YW5uYQ==", "T3RoZXJAd29yZDI=", "QUIT"]
        said = session.run(f"{', '.join(map(repr, lines))} | telnet 192.168.1.10 587").text
    assert "535 5.7.3 Authentication unsuccessful" in said
    assert "235 2.7.0 Authentication successful" in said
