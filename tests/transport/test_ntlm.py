"""NTLM by real clients on real sockets, alone and inside SPNEGO. Skipped where the extra `ntlm` is not installed."""

from __future__ import annotations

import hashlib
import smtplib
import ssl
from base64 import b64decode, b64encode
from collections.abc import Iterator
from typing import Any

import pytest

from organization.objects.mailbox import Mailbox
from organization.passwords import Password, nt_hash
from transport.policy.ntlm import Acceptor, BadToken, Target

from .lab import HOST, Lab, lab, needs
from .test_clients import ANNA, PASSWORD, run
from .test_tls import unchecked

spnego: Any = pytest.importorskip("spnego", reason="the extra ntlm is not installed")


@pytest.fixture(scope="module")
def it() -> Iterator[Lab]:
    with lab(
        auth_mechanism="Tls, Integrated, ExchangeServer",
        permission_groups="ExchangeUsers",
        enable_auth_gssapi=True,
        max_logon_failures=0,
    ) as made:
        yield made


def log_on(it: Lab, user: str, password: str, mechanism: str = "NTLM", verb: str = "AUTH") -> tuple[int, smtplib.SMTP]:
    """The last code, and the client."""
    protocol = "ntlm" if mechanism == "NTLM" else "negotiate"
    options = getattr(spnego.NegotiateOptions, f"use_{protocol}")
    context = spnego.client(user, password, "EX01", "smtp", protocol=protocol, options=options)
    client = smtplib.SMTP(HOST, it.port, timeout=10)
    client.ehlo()
    code, said = client.docmd(verb, mechanism)
    assert (code, said) == (334, f"{mechanism} supported".encode())
    token = context.step()
    for _ in range(4):
        code, said = client.docmd(b64encode(token or b"").decode())
        if code != 334:
            break
        token = context.step(b64decode(said))
    return code, client


@pytest.mark.parametrize("mechanism", ["NTLM", "GSSAPI"])
@pytest.mark.parametrize("user", ["CONTOSO\\anna", "anna@contoso.com", "anna", "NOTEBOOK7\\Anna", "contoso.com\\anna"])
def test_a_user_who_knows_the_password_is_let_in(it: Lab, user: str, mechanism: str) -> None:
    code, client = log_on(it, user, PASSWORD, mechanism)
    assert code == 235
    assert client.docmd("MAIL", f"FROM:<{ANNA}>")[0] == 250
    client.close()


@pytest.mark.parametrize("mechanism", ["NTLM", "GSSAPI"])
@pytest.mark.parametrize(("user", "password"), [("anna", "wrong"), ("nobody", PASSWORD), ("anna", "")])
def test_everybody_else_is_not(it: Lab, user: str, password: str, mechanism: str) -> None:
    code, client = log_on(it, user, password, mechanism)
    assert code == 535
    assert client.docmd("MAIL", f"FROM:<{ANNA}>")[0] == 530
    client.close()


def test_the_old_form_of_the_response_is_understood(it: Lab, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LM_COMPAT_LEVEL", "1")
    for password, expected in ((PASSWORD, 235), ("wrong", 535)):
        code, client = log_on(it, "anna", password)
        assert code == expected
        client.close()


def test_x_exps_lets_a_user_in_as_a_user(it: Lab) -> None:
    code, client = log_on(it, "anna", PASSWORD, verb="X-EXPS")
    assert code == 235
    assert client.docmd("MAIL", "FROM:<ben@contoso.com>") == (
        550,
        b"5.7.1 Client does not have permissions to send as this sender",
    )
    client.close()


def test_a_new_password_and_a_disabled_account_count_at_once(it: Lab) -> None:
    ben = it.organization.get(Mailbox, "ben")
    it.organization.update(ben, password=Password("Other@word2"))
    assert log_on(it, "ben", PASSWORD)[0] == 535
    assert log_on(it, "ben", "Other@word2")[0] == 235
    it.organization.update(ben, account_disabled=True)
    assert log_on(it, "ben", "Other@word2")[0] == 535
    it.organization.update(ben, account_disabled=False, reset_password_on_next_logon=True)
    assert log_on(it, "ben", "Other@word2")[0] == 535


def test_a_failure_is_in_the_event_log(it: Lab) -> None:
    log_on(it, "anna", "wrong", "GSSAPI")
    event = it.transport.events.entries()[-1]
    assert event.event_id == 1035
    assert "error LogonDenied for Receive connector Internet. The authentication mechanism is Gssapi." in event.message


def kerberos_ticket() -> bytes:
    """A token of the mechanism itself, with nothing in it that could be read."""
    return bytes.fromhex("6011" + "06092a864886f712010202" + "0100") + b"ticket"


def spnego_with_kerberos_alone() -> bytes:
    from spnego._spnego import NegTokenInit

    token: bytes = NegTokenInit(["1.2.840.113554.1.2.2"], mech_token=kerberos_ticket()).pack()
    return token


@pytest.mark.parametrize("make", [kerberos_ticket, spnego_with_kerberos_alone])
def test_kerberos_is_refused_aloud(it: Lab, make: Any) -> None:
    with smtplib.SMTP(HOST, it.port, timeout=10) as client:
        client.ehlo()
        assert client.docmd("AUTH", "GSSAPI")[0] == 334
        assert client.docmd(b64encode(make()).decode()) == (535, b"5.7.3 Authentication unsuccessful")
    told, failed = it.transport.events.entries()[-2:]
    assert (told.event_id, failed.event_id) == (1012, 1035)
    assert "Kerberos is not emulated" in told.message


BOUND = {
    "version": "2016",
    "auth_mechanism": "Tls, Integrated",
    "permission_groups": "ExchangeUsers",
    "max_logon_failures": 0,
    "auth_tarpit_interval": "00:00:00",
}


@pytest.mark.parametrize(
    ("policy", "channel", "code"),
    [
        ("None", "other", 235),
        ("Allow", "none", 235),
        ("Allow", "this", 235),
        ("Allow", "other", 535),
        ("Require", "none", 535),
        ("Require", "this", 235),
        ("Require", "other", 535),
        ("Require", "plain", 535),
    ],
)
def test_logons_that_are_bound_to_their_channel(policy: str, channel: str, code: int) -> None:
    from spnego.channel_bindings import GssChannelBindings

    with lab(**BOUND, extended_protection_policy=policy) as it, smtplib.SMTP(HOST, it.port, timeout=10) as client:
        bindings = None
        client.ehlo()
        if channel != "plain":
            client.starttls(context=unchecked())
            client.ehlo()
            assert isinstance(client.sock, ssl.SSLSocket)
            shown = client.sock.getpeercert(binary_form=True) if channel == "this" else b"another channel"
            if channel != "none":
                data = b"tls-server-end-point:" + hashlib.sha256(shown or b"").digest()
                bindings = GssChannelBindings(application_data=data)
        context = spnego.client(
            "anna", PASSWORD, "EX01", "smtp", protocol="ntlm", channel_bindings=bindings,
            options=spnego.NegotiateOptions.use_ntlm,
        )  # fmt: skip
        client.docmd("AUTH", "NTLM")
        challenge = client.docmd(b64encode(context.step()).decode())[1]
        assert client.docmd(b64encode(context.step(b64decode(challenge))).decode())[0] == code


def test_who_may_not_submit_is_named_in_the_event_log() -> None:
    with lab(auth_mechanism="Tls, Integrated", permission_groups="AnonymousUsers") as it:
        assert log_on(it, "anna", PASSWORD)[0] == 535
        told = it.transport.events.entries()[-2]
        assert told.event_id == 1032
        assert told.message == (
            "The account 'CONTOSO\\anna' provided valid credentials, but it does not have submit permissions on SMTP "
            "Receive connector 'Internet'; failing authentication."
        )


def test_a_message_that_was_changed_on_its_way_is_refused() -> None:
    target = Target("CONTOSO", "contoso.com", "EX01", "EX01.contoso.com")
    hashed = bytes.fromhex(nt_hash(PASSWORD) or "")
    for at, fits in ((None, True), (73, False), (-1, False)):
        client = spnego.client("anna", PASSWORD, protocol="ntlm", options=spnego.NegotiateOptions.use_ntlm)
        server = Acceptor(target)
        challenge = server.step(client.step())
        assert isinstance(challenge, bytes)
        token = bytearray(client.step(challenge))
        if at is not None:
            token[at] ^= 1
        proof = server.step(bytes(token))
        assert not isinstance(proof, bytes)
        assert proof.fits(hashed) is fits


@pytest.mark.parametrize(
    "token", [b"", b"x", b"NTLMSSP\0", b"NTLMSSP\0\3\0\0\0" + bytes(80), b"\x60\x82\xff\xff", b"\xa1\0"]
)
def test_what_is_no_token_is_refused(token: bytes) -> None:
    with pytest.raises(BadToken):
        Acceptor(Target("CONTOSO", "contoso.com", "EX01", "EX01.contoso.com")).step(token)


def test_curl(it: Lab) -> None:
    done = run(
        needs("curl"), "-sS", f"smtp://{HOST}:{it.port}", "--login-options", "AUTH=NTLM", "-u", f"anna:{PASSWORD}",
        "--mail-from", ANNA, "--mail-rcpt", "chloe@contoso.com", "-T", "-", data="Subject: curl\n\nbody\n",
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert [message.subject for message in it.messages("chloe")] == ["curl"]


def test_msmtp(it: Lab) -> None:
    done = run(
        needs("msmtp"), "--host", HOST, "--port", str(it.port), "--auth=ntlm", "--user=anna", "--tls=off",
        f"--passwordeval=echo {PASSWORD}", "--from", ANNA, "david@contoso.com", data="Subject: msmtp\n\nbody\n",
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert [message.subject for message in it.messages("david")] == ["msmtp"]


def test_swaks(it: Lab) -> None:
    done = run(
        needs("swaks"), "--server", HOST, "--port", str(it.port), "--auth", "NTLM", "--auth-user", "anna",
        "--auth-password", PASSWORD, "--from", ANNA, "--to", "elena@contoso.com",
    )  # fmt: skip
    if "requires Authen::NTLM" in done.stdout + done.stderr:
        pytest.skip("swaks lacks the Perl module Authen::NTLM")
    assert done.returncode == 0, done.stdout
    assert len(it.messages("elena")) == 1
