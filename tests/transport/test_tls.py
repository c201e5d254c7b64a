"""STARTTLS on real sockets: which certificate is shown, by name; what is forgotten; what is offered when none fits."""

from __future__ import annotations

import contextlib
import smtplib
import socket
import ssl
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import trustme

from organization.certificates import store, x509
from organization.objects.certificate import AllowedServices, ExchangeCertificate
from organization.objects.server import ExchangeServer
from transport.policy.facts import CertificateFacts, TlsFacts
from transport.policy.tls_row import negotiation_text, windows_name

from .lab import HOST, Client, Lab, lab, needs, needs_swaks_with, swaks_supports
from .test_clients import ANNA, PASSWORD, SENDER, run

ALL = "AnonymousUsers, ExchangeUsers"


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def it() -> Iterator[Lab]:
    with lab(version="2016", fqdn="mail.contoso.com", max_logon_failures=0, permission_groups=ALL) as made:
        yield made


def install(it: Lab, issued: trustme.LeafCert, **values: Any) -> ExchangeCertificate:
    bundle = x509.read(issued.private_key_and_cert_chain_pem.bytes())
    values = {"services": AllowedServices.SMTP, "issuers": bundle.issuers} | values
    return it.organization.put(store.new_certificate(it.organization, bundle.der, bundle.key, **values))


def shown(it: Lab) -> str | None:
    """The thumbprint of the certificate that a client is shown; None where STARTTLS is not offered."""
    with smtplib.SMTP(HOST, it.port, timeout=10) as client:
        client.ehlo()
        if not client.has_extn("starttls"):
            assert client.docmd("STARTTLS") == (500, b"5.3.3 Unrecognized command")
            return None
        client.starttls(context=unchecked())
        assert isinstance(client.sock, ssl.SSLSocket)
        der = client.sock.getpeercert(binary_form=True)
        assert der is not None
        return x509.facts(der).thumbprint


def unchecked() -> ssl.SSLContext:
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return context


def test_no_certificate_for_the_name_of_the_connector(it: Lab) -> None:
    assert shown(it) is None
    (event,) = [entry for entry in it.transport.events.entries() if entry.event_id == 12014]
    assert "the domain name mail.contoso.com in the personal store" in event.message
    assert "for the connector Internet with a FQDN parameter of mail.contoso.com." in event.message


def test_the_certificate_follows_the_name_of_the_connector_at_once(it: Lab, authority: trustme.CA) -> None:
    mail = install(it, authority.issue_cert("mail.contoso.com"))
    assert shown(it) == mail.thumbprint
    it.set(fqdn="ex01.CONTOSO.com")
    (own,) = [item for item in store.certificates(it.organization) if item.is_self_signed]
    assert shown(it) == own.thumbprint
    it.set(fqdn=None)
    assert shown(it) == own.thumbprint
    it.set(fqdn="other.contoso.com")
    assert shown(it) is None


def test_a_star_stands_for_one_label(it: Lab, authority: trustme.CA) -> None:
    star = install(it, authority.issue_cert("*.contoso.com"))
    assert shown(it) == star.thumbprint
    it.set(fqdn="a.mail.contoso.com")
    assert shown(it) is None


def test_the_authority_goes_before_the_newest_and_the_newest_before_others(it: Lab, authority: trustme.CA) -> None:
    key = x509.new_key()
    begin = store.certificates(it.organization)[0].facts.not_before
    for seconds in (0, 30):
        start = begin - timedelta(seconds=60 - seconds)
        der = x509.self_signed("CN=mail.contoso.com", ["mail.contoso.com"], key, start, start + timedelta(days=9))
        newest = store.new_certificate(it.organization, der, key, services=AllowedServices.SMTP)
        it.organization.put(newest)
    assert shown(it) == newest.thumbprint
    signed = install(it, authority.issue_cert("mail.contoso.com"))
    assert shown(it) == signed.thumbprint
    it.organization.update(signed, services=AllowedServices.IIS)
    assert shown(it) == newest.thumbprint


def events(it: Lab, number: int) -> list[str]:
    return [entry.message for entry in it.transport.events.entries() if entry.event_id == number]


def test_an_expired_certificate_is_shown_where_there_is_no_other_and_the_event_log_says_so(
    it: Lab, authority: trustme.CA
) -> None:
    issued = authority.issue_cert("mail.contoso.com", not_after=datetime.now(UTC) - timedelta(days=1))
    expired = install(it, issued)
    assert str(expired.status) == "DateInvalid"
    assert shown(it) == expired.thumbprint
    (event,) = events(it, 12016)
    assert event.startswith("There is no valid SMTP Transport Layer Security (TLS) certificate for the FQDN of mail.co")
    key, begin = x509.new_key(), datetime.now(UTC) - timedelta(hours=1)
    der = x509.self_signed("CN=mail.contoso.com", ["mail.contoso.com"], key, begin, begin + timedelta(days=30))
    valid = store.new_certificate(it.organization, der, key, services=AllowedServices.SMTP)
    it.organization.put(valid)
    assert shown(it) == valid.thumbprint
    (event,) = events(it, 12018)
    assert "will expire soon: subject: mail.contoso.com, hours remaining: 718. Run" in event


def test_the_internal_transport_certificate_at_its_end(it: Lab) -> None:
    server = it.organization.one(ExchangeServer)
    for days, number, text in (
        (0, 12015, "An internal transport certificate expired. Thumbprint:"),
        (9, 12017, "An internal transport certificate will expire soon. Thumbprint:"),
        (99, 12017, ""),
    ):
        key, begin = x509.new_key(), datetime.now(UTC) - timedelta(days=1)
        der = x509.self_signed("CN=EX01", ["EX01"], key, begin, begin + timedelta(days=days, hours=1))
        made = it.organization.put(store.new_certificate(it.organization, der, key))
        it.organization.update(server, internal_transport_certificate=made.thumbprint)
        found = [event for event in events(it, number) if made.thumbprint in event]
        assert [event.startswith(text) for event in found] == ([True] if text else [])


def test_what_cannot_be_used_is_not_chosen(it: Lab, authority: trustme.CA) -> None:
    bundle = x509.read(authority.issue_cert("mail.contoso.com").cert_chain_pems[0].bytes())
    keyless = store.new_certificate(it.organization, bundle.der, bundle.key, services=AllowedServices.SMTP)
    assert not it.organization.put(keyless).has_private_key
    assert shown(it) is None


def test_a_connector_can_name_its_certificate(it: Lab, authority: trustme.CA) -> None:
    install(it, authority.issue_cert("mail.contoso.com"))
    other = install(it, authority.issue_cert("other.fabrikam.com", common_name="other.fabrikam.com"))
    it.set(tls_certificate_name=f"<i>{other.issuer}<s>{other.subject.upper()}")
    assert shown(it) == other.thumbprint
    it.set(tls_certificate_name="<I>CN=Nobody<S>CN=nothing")
    assert shown(it) is None


def test_a_removed_certificate_is_shown_no_more(it: Lab, authority: trustme.CA) -> None:
    mail = install(it, authority.issue_cert("mail.contoso.com"))
    with Client(it.port) as before:
        before.hear()
        before.say("EHLO x")
        it.organization.remove(mail)
        assert shown(it) is None
        assert before.say("STARTTLS") == "220 2.0.0 SMTP server ready"
        assert before.closed()


def test_a_client_that_checks_names_and_authority(it: Lab, authority: trustme.CA) -> None:
    intermediate = authority.create_child_ca()
    install(it, intermediate.issue_cert("localhost", "mail.contoso.com"))
    context = ssl.create_default_context()
    authority.configure_trust(context)
    with smtplib.SMTP("localhost", it.port, timeout=10) as client:
        client.starttls(context=context)
        client.sendmail(SENDER, [ANNA], "Subject: checked\r\n\r\n")
    assert [message.subject for message in it.messages("anna")] == ["checked"]


def test_setups_certificate_is_made_by_the_first_handshake() -> None:
    with lab() as it:
        assert it.organization.one(ExchangeServer).pending_certificate is not None
        thumbprint = shown(it)
        (made,) = store.certificates(it.organization)
        assert (made.thumbprint, made.subject, str(made.services)) == (thumbprint, "CN=EX01", "IMAP, POP, IIS, SMTP")
        assert store.internal_thumbprint(it.organization) == thumbprint
        assert shown(it) == thumbprint


@pytest.mark.parametrize("injected", ["NOOP\r\n", "EHLO evil\r\nMAIL FROM:<kim@fabrikam.com>\r\n"])
def test_commands_behind_starttls_in_the_same_segment_are_thrown_away(injected: str) -> None:
    with lab() as it, Client(it.port) as client:
        client.hear()
        client.say("EHLO x")
        assert client.say("STARTTLS\r\n" + injected.rstrip("\r\n")) == "220 2.0.0 SMTP server ready"
        with unchecked().wrap_socket(client.socket) as secured:
            secured.sendall(b"RCPT TO:<anna@contoso.com>\r\n")
            assert secured.recv(100) == b"503 5.5.2 Send hello first\r\n"


def test_a_handshake_that_fails_ends_the_connection() -> None:
    with lab() as it, Client(it.port) as client:
        client.hear()
        client.say("EHLO x")
        client.say("STARTTLS")
        client.socket.sendall(b"EHLO once more, in plain text\r\n")
        client.socket.settimeout(10)
        rest = b""
        while data := client.socket.recv(1000):
            rest += data
        assert b"250" not in rest
        with Client(it.port) as other:
            assert other.hear().startswith("220 ")


def test_the_log_says_why_a_handshake_has_failed(authority: trustme.CA) -> None:
    def garbage(client: Client) -> None:
        client.socket.sendall(b"EHLO once more, in plain text\r\n")
        client.closed()

    def mistrust(client: Client) -> None:
        with contextlib.suppress(ssl.SSLError):
            context = ssl.create_default_context()
            context.maximum_version = ssl.TLSVersion.TLSv1_2
            context.wrap_socket(client.socket, server_hostname="EX01")

    def newest(client: Client) -> None:
        context = unchecked()
        context.minimum_version = ssl.TLSVersion.TLSv1_3
        with contextlib.suppress(ssl.SSLError, ConnectionError):
            context.wrap_socket(client.socket)

    def nothing(client: Client) -> None:
        client.socket.shutdown(socket.SHUT_RDWR)

    for act, name in (
        (garbage, "IllegalMessage"),
        (mistrust, "UntrustedRoot"),
        (newest, "AlgorithmMismatch"),
        (nothing, "SocketError"),
    ):
        with lab(protocol_logging_level="Verbose") as it:
            with Client(it.port) as client:
                client.hear()
                client.say("EHLO x")
                client.say("STARTTLS")
                act(client)
            until(lambda it=it: it.transport.protocol_log.rows()[-1].event == "-")
            assert [row.context for row in it.transport.protocol_log.rows()[-2:]] == [
                f"TLS negotiation failed with error {name}",
                "Remote" if name == "SocketError" else "Local",
            ]


def until(happened: Callable[[], bool]) -> None:
    for _ in range(100):
        if happened():
            return
        time.sleep(0.05)


@pytest.mark.filterwarnings("ignore:ssl.TLSVersion:DeprecationWarning")
@pytest.mark.parametrize(
    ("exchange", "spoken"),
    [("2007", "TLSv1 TLSv1.1 TLSv1.2"), ("2016", "TLSv1 TLSv1.1 TLSv1.2"), ("2019", "TLSv1.2 TLSv1.3")],
)
def test_versions_of_tls(exchange: str, spoken: str) -> None:
    with lab(exchange) as it:
        found = []
        for version in ("TLSv1", "TLSv1_1", "TLSv1_2", "TLSv1_3"):
            context = unchecked()
            context.set_ciphers("ALL:@SECLEVEL=0")
            context.minimum_version = context.maximum_version = ssl.TLSVersion[version]
            client = smtplib.SMTP(HOST, it.port, timeout=10)
            with contextlib.suppress(ssl.SSLError, ConnectionError):
                client.starttls(context=context)
                assert isinstance(client.sock, ssl.SSLSocket)
                found.append(client.sock.version())
                assert client.docmd("NOOP")[0] == 250
            client.close()
        assert found == [each for each in spoken.split() if getattr(ssl, f"HAS_{each.replace('.', '_')}")]


@pytest.mark.parametrize(
    ("cipher", "name"),
    [
        ("ECDHE-RSA-AES256-GCM-SHA384", "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384"),
        ("DHE-RSA-AES128-SHA256", "TLS_DHE_RSA_WITH_AES_128_CBC_SHA256"),
        ("AES128-SHA", "TLS_RSA_WITH_AES_128_CBC_SHA"),
        ("DES-CBC3-SHA", "TLS_RSA_WITH_3DES_EDE_CBC_SHA"),
        ("ECDHE-ECDSA-CHACHA20-POLY1305", "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256"),
        ("TLS_AES_256_GCM_SHA384", "TLS_AES_256_GCM_SHA384"),
    ],
)
def test_ciphers_are_called_as_in_windows(cipher: str, name: str) -> None:
    facts = CertificateFacts("", "", "", "", ())
    assert windows_name(TlsFacts("TLSv1.2", cipher, facts)) == name


@pytest.mark.parametrize(
    ("version", "cipher", "said"),
    [
        ("TLSv1", "AES128-SHA", ("TLS1_0", "AES_128", 128, "SHA1", 160, "RSA_KEYX", 2048)),
        ("TLSv1.1", "DES-CBC3-SHA", ("TLS1_1", "3DES", 168, "SHA1", 160, "RSA_KEYX", 2048)),
        ("TLSv1.2", "ECDHE-RSA-AES256-GCM-SHA384", ("TLS1_2", "AES_256", 256, "SHA_384", 384, "ECDHE", 256)),
        ("TLSv1.3", "TLS_AES_128_GCM_SHA256", ("TLS1_3", "AES_128", 128, "SHA_256", 256, "ECDHE", 256)),
    ],
)
def test_the_log_takes_a_negotiation_apart(version: str, cipher: str, said: tuple[object, ...]) -> None:
    facts = CertificateFacts("", "", "", "", ())
    assert negotiation_text(TlsFacts(version, cipher, facts)) == (
        "TLS protocol SP_PROT_{}_SERVER negotiation succeeded using bulk encryption algorithm CALG_{} with strength "
        "{} bits, MAC hash algorithm CALG_{} with strength {} bits and key exchange algorithm CALG_{} with strength "
        "{} bits"
    ).format(*said)


def test_x_anonymoustls_is_a_handshake_too() -> None:
    with lab(auth_mechanism="Tls, ExchangeServer") as it, Client(it.port) as client:
        client.hear()
        assert "250-X-ANONYMOUSTLS" in client.say("EHLO x")
        assert client.say("X-ANONYMOUSTLS") == "220 2.0.0 SMTP server ready"
        with unchecked().wrap_socket(client.socket) as secured:
            secured.sendall(b"EHLO x\r\n")
            said = secured.recv(4000)
        assert said.startswith(b"250-EX01.contoso.com Hello [127.0.0.1]\r\n")
        assert b"TLS" not in said


def test_basic_authentication_that_requires_tls() -> None:
    mechanisms = "Tls, BasicAuth, BasicAuthRequireTLS"
    with lab(auth_mechanism=mechanisms, permission_groups=ALL) as it, smtplib.SMTP(HOST, it.port, timeout=10) as client:
        client.ehlo()
        assert client.esmtp_features.get("auth", "").strip() == ""
        assert client.docmd("AUTH", "LOGIN") == (504, b"5.7.4 Unrecognized authentication type")
        client.starttls(context=unchecked())
        client.ehlo()
        assert client.esmtp_features["auth"].strip() == "LOGIN"
        assert client.docmd("AUTH", "PLAIN AGFubmEAUGFzc0B3b3JkMQ==")[0] == 504
        assert client.login("anna", PASSWORD) == (235, b"2.7.0 Authentication successful")
        assert client.docmd("AUTH", "LOGIN")[0] == 503


def test_too_many_failed_logons_end_the_connection() -> None:
    settings = {"auth_mechanism": "BasicAuth", "permission_groups": ALL, "max_logon_failures": 2}
    with lab(**settings) as it, Client(it.port) as client:
        client.hear()
        client.say("EHLO x")
        for _ in range(2):
            assert client.say("AUTH LOGIN YW5uYQ==") == "334 UGFzc3dvcmQ6"
            assert client.say("d3Jvbmc=") == "535 5.7.3 Authentication unsuccessful"
        assert client.hear() == "421 4.7.0 Too many errors on this connection, closing transmission channel"
        assert client.closed()


def test_openssl_verifies_the_chain(it: Lab, authority: trustme.CA, tmp_path: Path) -> None:
    install(it, authority.issue_cert("mail.contoso.com"))
    trusted = tmp_path / "ca.pem"
    authority.cert_pem.write_to_path(str(trusted))
    done = run(
        needs("openssl"), "s_client", "-connect", f"{HOST}:{it.port}", "-starttls", "smtp", "-crlf", "-ign_eof",
        "-CAfile", str(trusted), "-verify_hostname", "mail.contoso.com", "-verify_return_error",
        data="EHLO x\nQUIT\n",
    )  # fmt: skip
    assert "Verification: OK" in done.stdout
    assert "221 2.0.0 Service closing transmission channel" in done.stdout


def test_curl_verifies_the_name(it: Lab, authority: trustme.CA, tmp_path: Path) -> None:
    install(it, authority.issue_cert("localhost", "mail.contoso.com"))
    trusted = tmp_path / "ca.pem"
    authority.cert_pem.write_to_path(str(trusted))
    command = (
        needs("curl"), "-sS", "--ssl-reqd", "-4", "--cacert", str(trusted), "--mail-from", SENDER, "--mail-rcpt", ANNA,
        "-T", "-",
    )  # fmt: skip
    assert run(*command, f"smtp://localhost:{it.port}", data="Subject: x\n\n").returncode == 0
    assert run(*command, f"smtp://{HOST}:{it.port}", data="Subject: x\n\n").returncode == 60


def test_msmtp_checks_the_fingerprint_and_logs_on() -> None:
    settings = {"auth_mechanism": "Tls, BasicAuth, BasicAuthRequireTLS", "permission_groups": "ExchangeUsers"}
    with lab(**settings) as it:
        sha1 = shown(it) or ""
        print_ = ":".join(sha1[at : at + 2] for at in range(0, len(sha1), 2))
        done = run(
            needs("msmtp"), "--host", HOST, "--port", str(it.port), "--tls=on", f"--tls-fingerprint={print_}",
            "--auth=login", "--user=anna", f"--passwordeval=echo {PASSWORD}", "--from", ANNA, "ben@contoso.com",
            data="Subject: msmtp\n\nbody\n",
        )  # fmt: skip
        assert (done.returncode, done.stderr) == (0, "")
        assert len(it.messages("ben")) == 1


def test_swaks_is_refused_plain_which_exchange_never_offers() -> None:
    settings = {"auth_mechanism": "Tls, BasicAuth", "permission_groups": ALL}
    with lab(**settings) as it:
        done = run(
            needs_swaks_with("TLS"), "--server", HOST, "--port", str(it.port), "--tls", "--auth", "PLAIN",
            "--auth-user", "anna", "--auth-password", PASSWORD, "--from", ANNA, "--to", "ben@contoso.com",
        )  # fmt: skip
    assert done.returncode == 28
    assert "requested type not available" in done.stdout + done.stderr


def test_a_client_that_vanishes_in_the_handshake_leaves_nothing_behind() -> None:
    with lab() as it:
        for _ in range(5):
            with socket.create_connection((HOST, it.port), 10) as client:
                client.recv(1000)
                client.sendall(b"EHLO x\r\nSTARTTLS\r\n")
        assert shown(it)
        for _ in range(100):
            if it.transport.server_context.open_connections() == 0:
                break
            time.sleep(0.05)
        assert it.transport.server_context.open_connections() == 0


def test_swaks_tells_itself_whether_it_can_do_tls() -> None:
    lacking = "*** TLS not available: requires Net::SSLeay"
    assert not swaks_supports(f"=== Basic AUTH supported\n{lacking}\n", "TLS")
    assert swaks_supports("=== Basic AUTH supported\n=== TLS supported\n", "TLS")
