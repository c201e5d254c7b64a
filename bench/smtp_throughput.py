"""Messages a second that the listeners take, as ratios to bare aiosmtpd in the same run on the same machine.

    python bench/smtp_throughput.py [--runs N] [--scale F] [--cpu] [--idle N] [--flood N]

The load is Postfix's smtp-source where it is installed, else a small client of our own. Every server runs in a process
of its own, each case goes through all servers in turn, and the best of the runs counts. smtp-sink, where it is
installed, shows what the machine can do at most. Messages are delivered into a mailbox; bare aiosmtpd throws them away.

`--cpu` counts messages in a second of the server's own CPU time, on Linux: other programs on the machine matter less to
that than to the clock on the wall. It tells the microseconds of each message, too.

`--idle N` opens N connections that say EHLO and stay, and tells the memory of each, and how long NOOP and a change of
the connector take meanwhile. `--flood N` sends N messages of 1 KB and tells the memory after each tenth of them.
"""

from __future__ import annotations

import argparse
import os
import shutil
import socket
import statistics
import subprocess
import sys
import threading
import time
from dataclasses import dataclass

HOST = "127.0.0.1"
SENDER, RECIPIENT = "kim@fabrikam.com", "anna@contoso.com"
SESSIONS = 10


@dataclass(frozen=True)
class Case:
    name: str
    size: int
    messages: int
    keep_connection: bool


CASES = (
    Case("1 KB, one a connection", 1024, 4000, False),
    Case("1 KB, many a connection", 1024, 12000, True),
    Case("100 KB, one a connection", 102_400, 1000, False),
    Case("100 KB, many a connection", 102_400, 2000, True),
)
SERVERS = ("aiosmtpd", "emshell", "smtp-sink")


def free_port() -> int:
    with socket.socket() as sock:
        sock.bind((HOST, 0))
        return int(sock.getsockname()[1])


# ---- servers, each in a process of its own


def serve_emshell(port: int) -> None:
    from organization.labs import start
    from organization.objects.receive_connector import ReceiveConnector
    from transport.service import Transport

    organization = start()
    for connector in organization.all(ReceiveConnector):
        organization.remove(connector)
    organization.create(
        ReceiveConnector,
        name="Bench",
        bindings=f"{HOST}:{port}",
        permission_groups="AnonymousUsers",
        auth_mechanism="Tls",
        max_inbound_connection="unlimited",
        max_inbound_connection_per_source="unlimited",
    )
    transport = Transport(organization)
    transport.start()
    print("ready", flush=True)
    for line in sys.stdin:  # each asks for a change of the connector
        begin = time.perf_counter()
        organization.update(organization.get(ReceiveConnector, "Bench"), banner=f"220 {line.strip()}")
        print(time.perf_counter() - begin, flush=True)


def serve_aiosmtpd(port: int) -> None:
    import asyncio

    from aiosmtpd.smtp import SMTP

    class Discard:
        async def handle_DATA(self, server: object, session: object, envelope: object) -> str:
            return "250 Message accepted for delivery"

    async def main() -> None:
        loop = asyncio.get_running_loop()
        await loop.create_server(lambda: SMTP(Discard(), hostname="bench", loop=loop), HOST, port)
        print("ready", flush=True)
        await loop.run_in_executor(None, sys.stdin.read)

    asyncio.run(main())


class Server:
    def __init__(self, name: str) -> None:
        self.port = free_port()
        if name == "smtp-sink":
            command = ["smtp-sink", *(("-u", "nobody") if os.getuid() == 0 else ()), f"{HOST}:{self.port}", "2000"]
            self.process = subprocess.Popen(command)
            self._wait()
        else:
            command = [sys.executable, __file__, "--serve", name, "--port", str(self.port)]
            self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
            assert self.process.stdout is not None
            self.process.stdout.readline()

    def _wait(self) -> None:
        for _ in range(100):
            try:
                socket.create_connection((HOST, self.port), 1).close()
                return
            except OSError:
                time.sleep(0.05)

    def change(self, banner: str) -> float:
        """Change the connector's banner; the seconds that it took. The server is emshell."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(f"{banner}\n".encode())
        self.process.stdin.flush()
        return float(self.process.stdout.readline())

    def memory(self) -> int:
        """Resident octets; 0 where the system does not tell."""
        try:
            with open(f"/proc/{self.process.pid}/statm", encoding="ascii") as file:
                return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
        except OSError:
            return 0

    def cpu(self) -> float:
        """Seconds of CPU time that all threads have had."""
        with open(f"/proc/{self.process.pid}/stat", encoding="ascii") as file:
            fields = file.read().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def stop(self) -> None:
        self.process.kill()
        self.process.wait()


# ---- load


def load(port: int, case: Case) -> float:
    """Send the case's messages; messages a second."""
    begin = time.perf_counter()
    if shutil.which("smtp-source"):
        keep = ["-d"] if case.keep_connection else []
        command = ["smtp-source", "-s", str(SESSIONS), "-m", str(case.messages), "-l", str(case.size), *keep]
        subprocess.run([*command, "-f", SENDER, "-t", RECIPIENT, f"{HOST}:{port}"], check=True)
    else:
        threads = [threading.Thread(target=_send, args=(port, case)) for _ in range(SESSIONS)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    return case.messages / (time.perf_counter() - begin)


def _send(port: int, case: Case) -> None:
    body = b"Subject: bench\r\n\r\n" + b"x" * 76 + b"\r\n"
    body += (b"y" * 78 + b"\r\n") * ((case.size - len(body)) // 80) + b".\r\n"
    left = case.messages // SESSIONS
    while left:
        with socket.create_connection((HOST, port)) as sock:
            _say(sock, b"")
            _say(sock, b"HELO bench\r\n")
            for _ in range(left if case.keep_connection else 1):
                _say(sock, b"MAIL FROM:<%b>\r\n" % SENDER.encode())
                _say(sock, b"RCPT TO:<%b>\r\n" % RECIPIENT.encode())
                _say(sock, b"DATA\r\n")
                _say(sock, body)
                left -= 1
            _say(sock, b"QUIT\r\n")


def _say(sock: socket.socket, line: bytes) -> None:
    if line:
        sock.sendall(line)
    reply = sock.recv(4096)
    assert reply[:1] in b"23", reply


# ---- reports


def throughput(runs: int, scale: float, by_cpu: bool) -> None:
    names = [name for name in SERVERS if name != "smtp-sink" or shutil.which(name)]
    unit = "messages a second of CPU time" if by_cpu else "messages/s"
    print(f"{'':28}" + "".join(f"{name:>22}" for name in names) + f"   ({unit}, ratio to aiosmtpd)")
    for case in CASES:
        case = Case(case.name, case.size, max(SESSIONS, int(case.messages * scale)), case.keep_connection)
        rates: dict[str, list[float]] = {name: [] for name in names}
        for _ in range(runs):
            for name in names:
                server = Server(name)
                load(server.port, Case("warm-up", case.size, SESSIONS * 5, case.keep_connection))
                before = server.cpu() if by_cpu else 0.0
                rate = load(server.port, case)
                rates[name].append(case.messages / (server.cpu() - before) if by_cpu else rate)
                server.stop()
        base = max(rates["aiosmtpd"])
        print(
            f"{case.name:28}" + "".join(f"{max(r):>14,.0f} ({max(r) / base:4.1f})" for r in rates.values()), flush=True
        )
        if by_cpu:
            print(
                f"{'   microseconds a message':28}" + "".join(f"{1e6 / max(r):>14,.1f}{'':7}" for r in rates.values())
            )


def idle(count: int) -> None:
    import resource

    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    server = Server("emshell")
    clients = []
    before = 0
    for number in range(count + 100):
        if number == 100:
            before = server.memory()  # the first hundred have warmed everything up
        client = socket.create_connection((HOST, server.port))
        _say(client, b"")
        _say(client, b"EHLO idle\r\n")
        clients.append(client)
    each = (server.memory() - before) / count
    times = []
    for client in clients[:: max(1, count // 500)]:
        begin = time.perf_counter()
        _say(client, b"NOOP\r\n")
        times.append(time.perf_counter() - begin)
    changes = []
    for number in range(20):
        changes.append(server.change(f"number {number}"))
        with socket.create_connection((HOST, server.port)) as client:
            assert client.recv(100) == b"220 number %d\r\n" % number
    print(
        f"{count} idle connections: {each / 1024:.1f} KiB each; NOOP {statistics.median(times) * 1e3:.2f} ms, at most "
        f"{max(times) * 1e3:.2f} ms; a change of the connector {statistics.median(changes) * 1e3:.2f} ms, "
        f"at most {max(changes) * 1e3:.2f} ms"
    )
    for client in clients:
        client.close()
    server.stop()


def flood(count: int) -> None:
    server = Server("emshell")
    for tenth in range(1, 11):
        load(server.port, Case("flood", 1024, count // 10, True))
        print(f"{count * tenth // 10:>10,} messages: {server.memory() / (1 << 20):.0f} MiB", flush=True)
    server.stop()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--scale", type=float, default=1.0, help="more or fewer messages")
    parser.add_argument("--cpu", action="store_true", help="by the server's CPU time")
    parser.add_argument("--idle", type=int, default=0, help="only this: so many idle connections")
    parser.add_argument("--flood", type=int, default=0, help="only this: so many messages, and the memory meanwhile")
    parser.add_argument("--serve", choices=["emshell", "aiosmtpd"], help=argparse.SUPPRESS)
    parser.add_argument("--port", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.serve:
        {"emshell": serve_emshell, "aiosmtpd": serve_aiosmtpd}[options.serve](options.port)
    elif options.idle:
        idle(options.idle)
    elif options.flood:
        flood(options.flood)
    else:
        throughput(options.runs, options.scale, options.cpu)


if __name__ == "__main__":
    main()
