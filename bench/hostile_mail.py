"""How long another session waits while messages come in that are hard to read.

    python bench/hostile_mail.py [--messages N] [--largest OCTETS] [--senders N] [--bodies N]

A lab with all anti-spam agents runs in a process of its own; a second process sends messages of all the kinds in
tests/transport/hostile.py, in sizes up to `--largest`; this one says NOOP and times the answers: first while nothing
else happens, then meanwhile. A tick of the same interval without any server shows what the machine itself delays.

`--bodies N` opens N connections that send 9.75 MB each and no final dot, and tells the server's memory.
"""

from __future__ import annotations

import argparse
import os
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.transport.hostile import KINDS  # noqa: E402

HOST = "127.0.0.1"
INTERVAL = 0.005
"""Seconds between an answer and the next NOOP."""
SETUP = (
    "New-ReceiveConnector Bench -Bindings {host}:{port} -RemoteIPRanges 127.0.0.0/8 -PermissionGroups AnonymousUsers "
    "-MaxInboundConnectionPerSource unlimited -MaxInboundConnectionPercentagePerSource 100 -TarpitInterval 0 "
    "-MaxProtocolErrors unlimited -MessageRateLimit unlimited -MaxMessageSize 40MB | Out-Null",
    "Set-TransportConfig -MaxReceiveSize 40MB -MaxSendSize 40MB",
    "Install-AntispamAgents.ps1 | Out-Null",
    "Install-TransportAgent 'Attachment Filtering Agent' -TransportAgentFactory "
    "Microsoft.Exchange.Transport.Agent.AttachFilter.AttachFilterAgentFactory -AssemblyPath x | Enable-TransportAgent",
    "Set-AttachmentFilterListConfig -Action Strip",
    "Add-ContentFilterPhrase 'free money' -Influence BadWord | Out-Null",
    "Set-SenderReputationConfig -SenderBlockingEnabled $false",
    "Restart-Service MSExchangeTransport",
)


def serve(port: int) -> None:
    from shell import Session

    with Session(listen=True, bind_address=HOST, log_folder="") as session:
        for line in SETUP:
            result = session.run(line.replace("{host}", HOST).replace("{port}", str(port)))
            assert not result.errors, result.console
        print("ready", flush=True)
        sys.stdin.read()


class Client:
    def __init__(self, port: int) -> None:
        self.socket = socket.create_connection((HOST, port), 120)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.file = self.socket.makefile("rb")
        self.hear()

    def say(self, line: bytes) -> bytes:
        self.socket.sendall(line + b"\r\n")
        return self.hear()

    def hear(self) -> bytes:
        while True:
            line = self.file.readline()
            if line[3:4] != b"-":
                return line

    def begin(self) -> None:
        self.say(b"HELO bench")
        for line in (b"MAIL FROM:<kim@fabrikam.com>", b"RCPT TO:<anna@contoso.com>", b"DATA"):
            reply = self.say(line)
            assert reply[:1] in b"23", reply


def send(port: int, messages: int, largest: int, senders: int) -> None:
    """Send the messages over several connections at once; tells how many were answered how, and how fast."""
    sizes = [largest >> shift for shift in (12, 9, 7, 5, 3, 0)]
    kinds = list(KINDS.items())
    work = [(kinds[number % len(kinds)], sizes[number // len(kinds) % len(sizes)]) for number in range(messages)]
    answers: dict[str, int] = {}
    lock = threading.Lock()

    def run() -> None:
        while True:
            with lock:
                if not work:
                    return
                (_, make), size = work.pop(0)
            body = make(size).replace(b"\r\n.", b"\r\n..")
            client = Client(port)
            client.begin()
            client.socket.sendall(body + b".\r\n")
            code = client.hear()[:10].decode()
            with lock:
                answers[code] = answers.get(code, 0) + 1
            client.socket.close()

    threads = [threading.Thread(target=run) for _ in range(senders)]
    begin = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(f"{sum(answers.values())} messages in {time.perf_counter() - begin:.1f} s: {answers}", flush=True)


class Waits:
    """How long somebody has waited, in seconds."""

    def __init__(self) -> None:
        self.all: list[float] = []

    def __str__(self) -> str:
        found = sorted(self.all)
        at = [found[min(len(found) - 1, int(len(found) * share))] * 1e3 for share in (0.5, 0.99, 1.0)]
        return f"median {at[0]:5.1f} ms, 99 % {at[1]:5.1f} ms, worst {at[2]:5.1f} ms ({len(found)} times)"


def watch(client: Client, ends: threading.Event | float) -> tuple[Waits, Waits]:
    """The answers to NOOP, and the ticks of a thread that does nothing but sleep."""
    noops, ticks = Waits(), Waits()
    end = ends if isinstance(ends, float) else float("inf")
    while time.perf_counter() < end and not (isinstance(ends, threading.Event) and ends.is_set()):
        begin = time.perf_counter()
        time.sleep(INTERVAL)
        slept = time.perf_counter()
        assert client.say(b"NOOP").startswith(b"250"), "NOOP was not answered"
        ticks.all.append(slept - begin - INTERVAL)
        noops.all.append(time.perf_counter() - slept)
    return noops, ticks


def memory(process: subprocess.Popen[bytes]) -> float:
    """Resident memory in MiB."""
    with open(f"/proc/{process.pid}/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / (1 << 20)


def bodies(server: subprocess.Popen[bytes], port: int, count: int) -> None:
    """Bodies without an end."""
    before = memory(server)
    prober = Client(port)
    done = threading.Event()
    clients: list[Client] = []

    def fill() -> None:
        piece = (b"x" * 76 + b"\r\n") * 800
        for _ in range(count):
            client = Client(port)
            client.begin()
            clients.append(client)
        for _ in range(9_750_000 // len(piece) + 1):
            for client in clients:
                client.socket.sendall(piece)
        done.set()

    begin = time.perf_counter()
    threading.Thread(target=fill).start()
    noops, _ = watch(prober, done)
    seconds = time.perf_counter() - begin
    print(
        f"{count} bodies of 9.75 MB without an end in {seconds:.1f} s; memory {before:.0f} -> {memory(server):.0f} MiB"
    )
    print(f"NOOP meanwhile: {noops}")
    for client in clients:
        client.socket.close()
    time.sleep(1)
    print(f"after they have gone: {memory(server):.0f} MiB")


def free_port() -> int:
    with socket.socket() as sock:
        sock.bind((HOST, 0))
        return int(sock.getsockname()[1])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--messages", type=int, default=1000)
    parser.add_argument("--largest", type=int, default=4_000_000, help="octets of the largest messages")
    parser.add_argument("--senders", type=int, default=4, help="connections that send at once")
    parser.add_argument("--bodies", type=int, default=0, help="only this: so many bodies without an end")
    parser.add_argument("--serve", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--send", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.serve:
        return serve(options.serve)
    if options.send:
        return send(options.send, options.messages, options.largest, options.senders)
    port = free_port()
    server = subprocess.Popen(
        [sys.executable, __file__, "--serve", str(port)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert server.stdout is not None
    server.stdout.readline()
    if hasattr(os, "getloadavg"):
        print("load average before:", *(f"{load:.1f}" for load in os.getloadavg()))
    if options.bodies:
        bodies(server, port, options.bodies)
    else:
        client = Client(port)
        noops, ticks = watch(client, time.perf_counter() + 3)
        print(f"idle    NOOP: {noops}\n        tick: {ticks}", flush=True)
        arguments = ["--messages", options.messages, "--largest", options.largest, "--senders", options.senders]
        sender = subprocess.Popen([sys.executable, __file__, "--send", str(port), *map(str, arguments)])
        over = threading.Event()
        threading.Thread(target=lambda: (sender.wait(), over.set())).start()
        noops, ticks = watch(client, over)
        print(f"hostile NOOP: {noops}\n        tick: {ticks}")
    if hasattr(os, "getloadavg"):
        print("load average after:", *(f"{load:.1f}" for load in os.getloadavg()))
    server.kill()
    server.wait()


if __name__ == "__main__":
    main()
