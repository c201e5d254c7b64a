"""What goes in comes out: a corpus of messages through real clients, compared octet by octet below the stamp."""

from __future__ import annotations

import asyncio
import smtplib
import socket
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from .corpus import HEADER, MESSAGES, ODD, below_the_stamp
from .lab import HOST, Lab, lab, needs

SENDER, ANNA = "kim@fabrikam.com", "anna@contoso.com"
GREETING = b"EHLO corpus\r\n"
ENVELOPE = b"MAIL FROM:<kim@fabrikam.com>\r\nRCPT TO:<anna@contoso.com>\r\n"

Send = Callable[[int, bytes, Path], None]


@pytest.fixture(scope="module")
def it() -> Iterator[Lab]:
    with lab(max_hop_count=60) as made:
        yield made


def run(*command: str, data: bytes = b"") -> None:
    done = subprocess.run(command, input=data, capture_output=True, timeout=30, check=False)
    assert done.returncode == 0, (done.stdout + done.stderr).decode("latin-1")


def dot_stuffed(message: bytes) -> bytes:
    doubled = (b"\r\n" + message).replace(b"\r\n.", b"\r\n..")[2:]
    return doubled + (b".\r\n" if doubled.endswith(b"\r\n") else b"\r\n.\r\n")


def by_smtplib(port: int, message: bytes, file: Path) -> None:
    with smtplib.SMTP(HOST, port, timeout=10) as client:
        client.sendmail(SENDER, [ANNA], message)


def by_aiosmtplib(port: int, message: bytes, file: Path) -> None:
    aiosmtplib = pytest.importorskip("aiosmtplib", reason="aiosmtplib is not installed")

    async def send() -> None:
        async with aiosmtplib.SMTP(hostname=HOST, port=port, start_tls=False) as client:
            await client.sendmail(SENDER, [ANNA], message)

    asyncio.run(send())


def by_curl(port: int, message: bytes, file: Path) -> None:
    run(needs("curl"), "-sS", f"smtp://{HOST}:{port}", "--mail-from", SENDER, "--mail-rcpt", ANNA, "-T", str(file))


def lines_of(message: bytes) -> bytes:
    """For clients that put their own line ends between lines, and one behind the last."""
    return message.removesuffix(b"\r\n").replace(b"\r\n", b"\n")


def by_swaks(port: int, message: bytes, file: Path) -> None:
    file.write_bytes(lines_of(message) + b"\n.")  # it takes a dot at the end for its own
    server = ("--server", HOST, "--port", str(port))
    run(needs("swaks"), *server, "--from", SENDER, "--to", ANNA, "--data", f"@{file}", "--no-strip-from")


def by_msmtp(port: int, message: bytes, file: Path) -> None:
    run(
        needs("msmtp"), "--host", HOST, "--port", str(port), "--from", SENDER, "--auth=off", "--tls=off", ANNA,
        data=message.replace(b"\r\n", b"\n"),
    )  # fmt: skip


def by_smtp_source(port: int, message: bytes, file: Path) -> None:
    file.write_bytes(lines_of(message))
    run(needs("smtp-source"), "-f", SENDER, "-t", ANNA, "-F", str(file), f"{HOST}:{port}")


def by_openssl(port: int, message: bytes, file: Path) -> None:
    dialogue = GREETING + ENVELOPE + b"DATA\r\n" + dot_stuffed(message) + b"QUIT\r\n"
    program = needs("openssl")
    run(program, "s_client", "-connect", f"{HOST}:{port}", "-starttls", "smtp", "-quiet", "-ign_eof", data=dialogue)


def talk(port: int, dialogue: bytes, at_once: int) -> bytes:
    with socket.create_connection((HOST, port), 10) as client:
        for at in range(0, len(dialogue), at_once):
            client.sendall(dialogue[at : at + at_once])
        heard = b""
        while piece := client.recv(65536):
            heard += piece
    return heard


def by_bdat(port: int, message: bytes, file: Path) -> None:
    half = len(message) // 2
    chunks = b"BDAT %d\r\n%bBDAT %d LAST\r\n%b" % (half, message[:half], len(message) - half, message[half:])
    assert b" Queued mail" in talk(port, GREETING + ENVELOPE + chunks + b"QUIT\r\n", 1 << 20)


def by_data(port: int, message: bytes, file: Path) -> None:
    dialogue = GREETING + ENVELOPE + b"DATA\r\n" + dot_stuffed(message) + b"QUIT\r\n"
    assert b" Queued mail" in talk(port, dialogue, 1 << 20)


CLIENTS: dict[str, Send] = {
    "smtplib": by_smtplib,
    "aiosmtplib": by_aiosmtplib,
    "curl": by_curl,
    "swaks": by_swaks,
    "msmtp": by_msmtp,
    "smtp-source": by_smtp_source,
    "openssl": by_openssl,
    "BDAT": by_bdat,
    "DATA": by_data,
}


ADDED = {"smtp-source": b"\r\n"}
"""What a client may put behind a message, whatever its file ends with."""


def arrived(it: Lab, send: Callable[[], None]) -> bytes:
    before = len(it.messages("anna"))
    send()
    found = it.messages("anna")[before:]
    assert len(found) == 1
    return found[0].content


@pytest.mark.parametrize("client", CLIENTS)
def test_a_message_comes_out_as_it_went_in(it: Lab, client: str, tmp_path: Path) -> None:
    for name, message in MESSAGES.items():
        file = tmp_path / "message.eml"
        file.write_bytes(message)
        content = arrived(it, lambda message=message, file=file: CLIENTS[client](it.port, message, file))  # type: ignore[misc]
        sent = {message, message + ADDED.get(client, b"")}
        assert any(below_the_stamp(content, each) for each in sent), f"{name}: {content[-200:]!r}"


@pytest.mark.parametrize("name", ODD)
def test_an_odd_message_comes_out_of_chunks_as_it_went_in(it: Lab, name: str, tmp_path: Path) -> None:
    content = arrived(it, lambda: by_bdat(it.port, ODD[name], tmp_path))
    assert below_the_stamp(content, ODD[name])


@pytest.mark.parametrize("name", ODD)
def test_an_odd_message_comes_out_of_data_as_it_went_in(it: Lab, name: str, tmp_path: Path) -> None:
    message = ODD[name]
    content = arrived(it, lambda: by_data(it.port, message, tmp_path))
    assert below_the_stamp(content, message if message.endswith(b"\r\n") else message + b"\r\n")


def test_what_is_no_field_ends_the_header_and_becomes_body(it: Lab, tmp_path: Path) -> None:
    rest = b"no colon here\r\n\r\nbody\r\n"
    content = arrived(it, lambda: by_data(it.port, HEADER + rest, tmp_path))
    assert below_the_stamp(content, HEADER + b"\r\n" + rest)


@pytest.mark.parametrize("at_once", [1, 2, 3, 7, 1460])
def test_it_does_not_matter_how_the_octets_are_cut(it: Lab, at_once: int) -> None:
    message = HEADER + b"\r\n.\r\n..\r\nbody\r\n\r\n.x\r\n"
    dialogue = GREETING + ENVELOPE + b"DATA\r\n" + dot_stuffed(message) + b"QUIT\r\n"
    content = arrived(it, lambda: talk(it.port, dialogue, at_once) and None)  # type: ignore[arg-type]
    assert below_the_stamp(content, message)
