"""Names of certificates as Windows writes them, which names cover which hosts, files of all kinds."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509 as library
from cryptography.hazmat.primitives.serialization import Encoding, pkcs7

from organization.certificates import x509
from organization.certificates.choice import certificate_for, covers
from organization.certificates.names import name_text, parse_name
from organization.certificates.store import certificates
from organization.labs import start
from organization.objects.receive_connector import ReceiveConnector
from organization.objects.server import ExchangeServer
from organization.values.errors import BadValue

KEY = x509.new_key()
BEGIN = datetime(2024, 1, 1, tzinfo=UTC)


def made(subject: str = "CN=mail.contoso.com", *domains: str) -> bytes:
    return x509.self_signed(subject, domains, KEY, BEGIN, BEGIN + timedelta(days=30))


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("CN=mail.contoso.com", "CN=mail.contoso.com"),
        ("c=US, s=WA, o=Contoso, cn=mail", "C=US, S=WA, O=Contoso, CN=mail"),
        ('O="Contoso, Inc.", CN=mail', 'O="Contoso, Inc.", CN=mail'),
        ('O="say ""hi""";CN=mail', 'O="say ""hi""", CN=mail'),
        ("E=a@b.c,OU=IT , OU=Mail", "E=a@b.c, OU=IT, OU=Mail"),
    ],
)
def test_names(given: str, shown: str) -> None:
    assert name_text(parse_name(given)) == shown
    assert x509.facts(made(given)).subject == shown


@pytest.mark.parametrize("text", ["mail", "CN", "XX=mail", "CN=a, mail", "C=too long"])
def test_what_is_no_name(text: str) -> None:
    with pytest.raises(BadValue):
        parse_name(text)


def test_the_part_that_stands_first_is_encoded_last() -> None:
    encoded = [attribute.oid.dotted_string for attribute in parse_name("C=US, O=Contoso, CN=mail")]
    assert encoded == ["2.5.4.3", "2.5.4.10", "2.5.4.6"]


@pytest.mark.parametrize(
    ("domain", "host", "fits"),
    [
        ("mail.contoso.com", "MAIL.contoso.com", True),
        ("*.contoso.com", "mail.contoso.com", True),
        ("*.contoso.com", "contoso.com", False),
        ("*.contoso.com", "a.mail.contoso.com", False),
        ("contoso.com", "mail.contoso.com", False),
        ("EX01", "ex01.contoso.com", False),
    ],
)
def test_which_name_covers_which_host(domain: str, host: str, fits: bool) -> None:
    assert covers(domain, host) is fits


def test_domains_are_the_alternative_names_and_a_full_common_name() -> None:
    assert x509.facts(made("CN=mail.contoso.com", "a.contoso.com")).domains == ("mail.contoso.com", "a.contoso.com")
    assert x509.facts(made("CN=EX01", "a.contoso.com")).domains == ("a.contoso.com",)
    assert x509.facts(made("CN=EX01")).domains == ("EX01",)


def test_files_of_all_kinds() -> None:
    der = made()
    parsed = library.load_der_x509_certificate(der)
    pem = x509.pem(der, "CERTIFICATE").encode()
    assert x509.read(der) == x509.read(pem) == x509.Bundle(der)
    assert x509.read(pem + x509.pem(KEY, "PRIVATE KEY").encode()).key is not None
    for encoding in (Encoding.DER, Encoding.PEM):
        assert x509.read(pkcs7.serialize_certificates([parsed], encoding)).der == der
    pfx = x509.export_pfx(x509.Bundle(der, KEY, (), "Mail"), "secret")
    assert x509.read(pfx, "secret") == x509.Bundle(der, KEY, (), "Mail")
    for octets, password in (
        (pfx, "wrong"),
        (pfx, ""),
        (b"", ""),
        (b"-----BEGIN CERTIFICATE-----", ""),
        (b"x" * 99, ""),
    ):
        with pytest.raises(x509.Unreadable):
            x509.read(octets, password)


def test_a_lab_makes_its_certificate_when_somebody_looks() -> None:
    organization = start()
    connector = organization.all(ReceiveConnector)[0]
    chosen = certificate_for(connector, organization)
    assert chosen == organization.one(ExchangeServer).pending_certificate is not None
    (item,) = certificates(organization)
    assert item.guid == chosen == certificate_for(connector, organization)
    assert organization.one(ExchangeServer).pending_certificate is None
    assert certificates(organization) == [item]
