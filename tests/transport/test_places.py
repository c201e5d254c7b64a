"""Two programs on one machine: the second finds a place of its own, and says who has the first."""

from __future__ import annotations

import contextlib
import json
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from ipaddress import IPv4Address, ip_network
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from organization.values.network import IPBinding
from tests.addresses import own_address
from transport.server.endpoints import Network, Real, assign, elsewhere, host_of
from transport.server.places import Places
from transport.server.registry import Registry

BINDING = IPBinding(IPv4Address("0.0.0.0"), 25)
STANDARD = Network(None, whole_loopback=True)
MAC = Network(None, whole_loopback=False)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def port() -> int:
    return free_port()


def on_port(port: int) -> object:
    """A lab with one endpoint: the address is the mapping's, the port one that the test has for itself."""

    def assign(network: Network) -> Mapping[IPBinding, Real]:
        return {BINDING: (network.bind_address or "127.0.0.1", port + network.further)}

    return assign


@contextlib.contextmanager
def listening(real: Real) -> Iterator[None]:
    with socket.create_server(real):
        yield


# --- mappings ---


@given(st.integers(1, 4_194_304))
def test_no_lab_address_means_the_address_of_a_second_program(process: int) -> None:
    first = next(elsewhere(STANDARD, process))
    assert first.bind_address is not None
    assert IPv4Address(first.bind_address) in ip_network("127.0.0.0/16")
    assert first.bind_address != "127.0.0.1"
    assert not first.is_standard


@given(st.ip_addresses(v=4))
def test_lab_addresses_are_never_where_second_programs_are(address: IPv4Address) -> None:
    host = IPv4Address(host_of(address, STANDARD))
    assert address.is_loopback or address.packed[0] == 0 or host not in ip_network("127.0.0.0/16")


def test_where_there_is_one_address_only_other_ports_are_taken() -> None:
    found = [assign([BINDING], each)[BINDING] for each in elsewhere(MAC, 77)]
    assert found[:2] == [("127.0.0.1", 3549), ("127.0.0.1", 4573)]
    assert len(set(found)) == len(found)


# --- programs that know each other ---


def test_the_second_program_moves_and_names_the_first(tmp_path: Path, port: int) -> None:
    first, second, third = Places(tmp_path, STANDARD), Places(tmp_path, STANDARD), Places(tmp_path, STANDARD)
    assert first.settle(on_port(port)) == STANDARD  # type: ignore[arg-type]
    assert first.notice == ""
    moved = second.settle(on_port(port))  # type: ignore[arg-type]
    assert moved == next(elsewhere(STANDARD, os.getpid()))
    name = re.escape(f"127.0.0.1:{port} is taken by ") + r"\S+ " + re.escape(f"(process {os.getpid()}). This lab ")
    assert re.match(name, second.notice)
    assert f"listens on {moved.bind_address} instead" in second.notice
    assert third.settle(on_port(port)) not in (STANDARD, moved)  # type: ignore[arg-type]


def test_the_standard_addresses_are_one_programs_even_where_it_uses_others_of_them(tmp_path: Path) -> None:
    first, second = Places(tmp_path, STANDARD), Places(tmp_path, STANDARD)
    first.settle(on_port(free_port()))  # type: ignore[arg-type]
    assert second.settle(on_port(free_port())) != STANDARD  # type: ignore[arg-type]


def test_who_comes_when_the_first_has_left_is_the_first(tmp_path: Path, port: int) -> None:
    first, second = Places(tmp_path, STANDARD), Places(tmp_path, STANDARD)
    first.settle(on_port(port))  # type: ignore[arg-type]
    first.leave()
    assert second.settle(on_port(port)) == STANDARD  # type: ignore[arg-type]
    assert second.notice == ""


RESERVE = """
import sys, time
from pathlib import Path
from transport.server.endpoints import Network
from transport.server.registry import Registry
registry = Registry(Path(sys.argv[1]))
while time.time() < float(sys.argv[2]):
    pass
print("taken" if registry.reserve(Network(None, True), [("127.0.0.1", 2525)]) else "mine", flush=True)
sys.stdin.read()
"""


def start_reserving(folder: Path, at: float = 0.0) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", RESERVE, str(folder), str(at)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )


def end(process: subprocess.Popen[str]) -> None:
    process.kill()
    process.communicate()


def test_of_programs_that_start_in_one_moment_one_is_first(tmp_path: Path) -> None:
    import time

    programs = [start_reserving(tmp_path, time.time() + 1.5) for _ in range(8)]
    try:
        said = [each.stdout.readline().strip() for each in programs if each.stdout is not None]
    finally:
        for each in programs:
            end(each)
    assert sorted(said) == ["mine", *["taken"] * 7]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
def test_a_program_that_was_killed_has_nothing(tmp_path: Path) -> None:
    program = start_reserving(tmp_path)
    assert program.stdout is not None
    assert program.stdout.readline() == "mine\n"
    registry = Registry(tmp_path)
    other = registry.reserve(STANDARD, [("127.0.0.1", 2525)])
    assert other is not None
    assert other.process == program.pid
    program.send_signal(signal.SIGKILL)
    program.communicate()
    assert registry.reserve(STANDARD, [("127.0.0.1", 2525)]) is None
    assert [each.name for each in tmp_path.glob(f"{program.pid}-*")] == []


def test_an_entry_that_was_left_behind_is_nobodys_though_its_process_id_is_in_use(tmp_path: Path) -> None:
    entry = {"name": "emshell", "process": os.getpid(), "standard": True, "endpoints": [["127.0.0.1", 2525]]}
    (tmp_path / "1-old.json").write_text(json.dumps(entry), encoding="utf-8")
    assert Registry(tmp_path).reserve(STANDARD, [("127.0.0.1", 2525)]) is None
    assert not (tmp_path / "1-old.json").exists()


def test_files_that_are_no_entries_do_no_harm(tmp_path: Path) -> None:
    (tmp_path / "1.json").write_bytes(b"\xff{")
    (tmp_path / "2.json").mkdir()
    assert Registry(tmp_path).reserve(STANDARD, [("127.0.0.1", 2525)]) is None


def test_without_a_folder_to_write_in_the_system_is_asked(tmp_path: Path, port: int) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    places = Places(tmp_path / "file" / "folder", STANDARD)
    with listening(("127.0.0.1", port)):
        moved = places.settle(on_port(port))  # type: ignore[arg-type]
    assert moved != STANDARD
    assert f"127.0.0.1:{port} is taken by " in places.notice


# --- programs that are not known ---


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere the system does not tell")
def test_another_program_is_named_as_far_as_the_system_tells(tmp_path: Path, port: int) -> None:
    places = Places(tmp_path, STANDARD)
    with listening(("127.0.0.1", port)):
        places.settle(on_port(port))  # type: ignore[arg-type]
    assert f"(process {os.getpid()})" in places.notice


def test_where_something_listens_on_every_address_other_ports_are_taken(tmp_path: Path, port: int) -> None:
    places = Places(tmp_path, STANDARD)
    with listening(("127.0.0.1", port)), contextlib.ExitStack() as all_of_them:
        for each in elsewhere(STANDARD, os.getpid()):
            if each.bind_address is not None:
                all_of_them.enter_context(listening((each.bind_address, port)))
        network = places.settle(on_port(port))  # type: ignore[arg-type]
    assert network.bind_address is None
    assert network.further >= 1  # more where another program has the next ports, too
    assert "This lab listens on other ports instead" in places.notice


def test_an_address_that_was_asked_for_is_kept(tmp_path: Path, port: int) -> None:
    asked = Network(own_address())
    with listening((str(asked.bind_address), port)):
        places = Places(tmp_path, asked)
        assert places.settle(on_port(port)) == asked  # type: ignore[arg-type]
    assert "is taken by" in places.notice
    assert "instead" not in places.notice


# --- the program ---


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[str, int]]:
    """A program that serves on an address of its own: the address and its process id."""
    address = own_address()
    program = shell(tmp_path, "-Serve", "-BindAddress", address)
    assert program.stdout is not None
    for _ in range(4):
        assert program.stdout.readline().startswith("Listening: ")
    yield address, program.pid
    end(program)


def shell(folder: Path, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "shell", "-NoProfile", *arguments],
        env=os.environ | {"EMSHELL_STATE": str(folder), "COLUMNS": "400"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_a_command_warns_of_addresses_that_another_program_has(tmp_path: Path, served: tuple[str, int]) -> None:
    address, process = served
    command = "Get-LabEndpoint | ForEach-Object { $_.State; $_.Reason }"
    out, _ = shell(tmp_path, "-BindAddress", address, "-Command", command).communicate(timeout=60)
    first, state, reason = out.splitlines()[:3]
    assert first.startswith(f"WARNING: {address}:2525, {address}:2587, ")
    assert f"are taken by emshell (process {process})." in first
    assert state == "Failed"
    assert reason == f"{address} port 2525: Address already in use by emshell (process {process})"


def test_serving_without_a_listener_is_an_error(tmp_path: Path, served: tuple[str, int]) -> None:
    program = shell(tmp_path, "-BindAddress", served[0], "-Serve")
    _, errors = program.communicate(timeout=60)
    assert program.returncode == 1
    assert errors == "ERROR: No listener is open: there is nothing to serve.\n"
