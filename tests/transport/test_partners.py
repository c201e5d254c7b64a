"""Mutual TLS on real sockets: what the server makes of the certificates that clients show (or do not)."""

from __future__ import annotations

import contextlib
import smtplib
import ssl
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import trustme

from organization.certificates import store, x509
from organization.objects.transport_config import TransportConfigContainer

from .lab import HOST, Lab, lab, needs
from .test_clients import ANNA, run
from .test_tls import unchecked

PARTNER = "kim@partner.com"


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture(params=["2016", "2019"])
def it(authority: trustme.CA, request: pytest.FixtureRequest) -> Iterator[Lab]:
    """Mail of partner.com has to be proved; the authority is trusted. The two versions speak TLS 1.2 and 1.3."""
    with lab(request.param, domain_secure_enabled=True, permission_groups="AnonymousUsers, Partners") as made:
        config = made.organization.one(TransportConfigContainer)
        made.organization.update(config, tls_receive_domain_secure_list=["partner.com"])
        root = x509.read(authority.cert_pem.bytes())
        made.organization.put(store.new_certificate(made.organization, root.der, None))
        yield made


def show(context: ssl.SSLContext, certificate: trustme.LeafCert | None) -> ssl.SSLContext:
    if certificate is not None:
        certificate.configure_cert(context)
    return context


def sender_of(it: Lab, certificate: trustme.LeafCert | None) -> tuple[int, bytes]:
    """What MAIL FROM a secure domain is answered, after a handshake with a certificate."""
    with smtplib.SMTP(HOST, it.port, timeout=10) as client:
        client.starttls(context=show(unchecked(), certificate))
        client.ehlo()
        assert client.docmd("MAIL", "FROM:<lee@fabrikam.com>")[0] == 250
        client.docmd("RSET")
        return client.docmd("MAIL", f"FROM:<{PARTNER}>")


def test_a_partner_is_known_by_its_certificate(it: Lab, authority: trustme.CA) -> None:
    intermediate = authority.create_child_ca()
    for issued in (authority.issue_cert("mail.partner.com"), intermediate.issue_cert("partner.com")):
        assert sender_of(it, issued) == (250, b"2.1.0 Sender OK")


def test_no_certificate_and_others(it: Lab, authority: trustme.CA) -> None:
    yesterday = datetime.now(UTC) - timedelta(days=1)
    code, text = sender_of(it, None)
    assert (code, text[:5]) == (530, b"5.7.5")
    for issued in (
        trustme.CA().issue_cert("mail.partner.com"),
        authority.issue_cert("mail.fabrikam.com"),
        authority.issue_cert("mail.partner.com", not_after=yesterday),
    ):
        assert sender_of(it, issued) == (454, b"4.7.5 Certificate validation failure")
    found = [entry.event_id for entry in it.transport.events.entries() if "domain-secured" in entry.message]
    assert found == [1010, 1011, 1011, 1011]


def test_a_partners_own_certificate_that_was_imported(it: Lab) -> None:
    stranger = trustme.CA().issue_cert("mail.partner.com")
    der = x509.read(stranger.cert_chain_pems[0].bytes()).der
    it.organization.put(store.new_certificate(it.organization, der, None))
    assert sender_of(it, stranger)[0] == 250


def test_an_exchange_servers_own_certificate_which_is_for_servers_only(it: Lab, tmp_path: Path) -> None:
    key, begin = x509.new_key(), datetime.now(UTC) - timedelta(hours=1)
    der = x509.self_signed("CN=partner.com", ["partner.com"], key, begin, begin + timedelta(days=30))
    file = tmp_path / "own.pem"
    file.write_text(x509.pem(key, "PRIVATE KEY") + x509.pem(der, "CERTIFICATE"), encoding="ascii")
    context = unchecked()
    context.load_cert_chain(file)
    for imported in (False, True):
        if imported:
            it.organization.put(store.new_certificate(it.organization, der, None))
        with smtplib.SMTP(HOST, it.port, timeout=10) as client:
            client.starttls(context=context)
            client.ehlo()
            assert client.docmd("MAIL", f"FROM:<{PARTNER}>")[0] == (250 if imported else 454)


def test_a_certificate_that_cannot_be_read_ends_the_handshake(
    it: Lab, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "bad.pem"
    made = run(
        needs("openssl"), "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", str(file), "-out",
        str(tmp_path / "bad.crt"), "-subj", "/CN=mail.partner.com", "-addext", "subjectAltName=DER:30:03:82:01:ff",
    )  # fmt: skip
    assert made.returncode == 0
    context = unchecked()
    context.load_cert_chain(tmp_path / "bad.crt", file)
    with smtplib.SMTP(HOST, it.port, timeout=10) as client, contextlib.suppress(OSError, smtplib.SMTPException):
        client.starttls(context=context)
        assert client.ehlo()[0] == -1
    assert sender_of(it, None)[0] == 530
    assert "Traceback" not in capfd.readouterr().err


def test_openssl_shows_a_certificate(it: Lab, authority: trustme.CA, tmp_path: Path) -> None:
    own = tmp_path / "own.pem"
    authority.issue_cert("mail.partner.com").private_key_and_cert_chain_pem.write_to_path(str(own))
    done = run(
        needs("openssl"), "s_client", "-connect", f"{HOST}:{it.port}", "-starttls", "smtp", "-crlf", "-ign_eof",
        "-cert", str(own), "-key", str(own), "-quiet",
        data=f"EHLO x\nMAIL FROM:<{PARTNER}>\nRCPT TO:<{ANNA}>\nDATA\n\n.\nQUIT\n",
    )  # fmt: skip
    assert "250 2.1.0 Sender OK" in done.stdout
    assert len(it.messages("anna")) == 1


def test_a_connector_that_is_not_secure_asks_for_nothing(it: Lab) -> None:
    it.set(domain_secure_enabled=False)
    assert sender_of(it, trustme.CA().issue_cert("mail.partner.com"))[0] == 250
