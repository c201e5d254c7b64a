"""Each page of the tutorial, the how-tos and the background shows what happens: see `pages.py`."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import sysconfig
from functools import cached_property
from pathlib import Path

import pytest

from organization.values.network import IPBinding
from shell import Session
from tests.addresses import own_address
from transport.server.endpoints import Network, assign

from .pages import Block, blocks, play, shows, statements, steps

DOCS = Path(__file__).parents[2] / "docs"
PAGES = sorted(
    path.relative_to(DOCS).as_posix()
    for path in DOCS.rglob("*.md")
    if path.parent.name != "decisions" and any(block.is_run for block in blocks(path.read_text(encoding="utf-8")))
)


ADDRESS = "127.0.0.77"
"""The address that pages give to a program that listens; the tests put one of their own in its place."""


class Desk:
    """Somebody who follows a page: a session of the shell, and a folder to work in."""

    def __init__(self, session: Session, folder: Path) -> None:
        self.session = session
        self.folder = folder

    @cached_property
    def address(self) -> str:
        """Where the programs listen that a page starts; not where the page's session does."""
        return own_address()

    def keep(self, block: Block) -> str:
        """Write a block into its file."""
        path = self.folder / block.file
        path.write_text(block.text.replace(ADDRESS, self.address), encoding="utf-8", newline="\n")
        return ""

    def type(self, block: Block) -> str:
        """Type the statements of a block and return what the console shows, with the addresses that a reader has."""
        shown = "".join(self.session.run(code).console for code in statements(block.text))
        for real, usual in self._usual().items():
            shown = shown.replace(f"{real[0]}:{real[1]}", f"{usual[0]}:{usual[1]}")
        return shown

    def _real(self) -> dict[IPBinding, tuple[str, int]]:
        endpoints = self.session.runspace.services.transport.endpoints()
        return {each.lab: each.real for each in endpoints if each.real is not None}

    def _usual(self) -> dict[tuple[str, int], tuple[str, int]]:
        real = self._real()
        usual = assign(real, Network(whole_loopback=True))
        return {real[lab]: usual[lab] for lab in real}

    def talk(self, block: Block) -> str:
        """Say the client's lines to the address in the title and return the whole conversation."""
        listening = {f"telnet {host} {port}": real for real, (host, port) in self._usual().items()}
        said: list[str] = []
        with socket.create_connection(listening[block.title], 20, ("127.0.0.1", 0)) as connection:
            wire = connection.makefile("rwb")
            for line in block.text.splitlines():
                if line.startswith("C: "):
                    said.append(line)
                    wire.write(line[3:].encode() + b"\r\n")
                    wire.flush()
                else:
                    heard = wire.readline().decode().rstrip("\r\n")
                    said.append(f"S: {heard}" if heard else "S: (closes the connection)")
        return "".join(line + "\n" for line in said)

    def command(self, block: Block) -> str:
        """Run the commands of a block in a shell of the system."""
        scripts = os.pathsep.join([sysconfig.get_path("scripts"), os.path.dirname(sys.executable)])
        environment = os.environ | {
            "PATH": scripts + os.pathsep + os.environ["PATH"],
            "COLUMNS": "100",
            "NO_COLOR": "1",
            "PYTHONPATH": str(DOCS.parent),
        }
        done = subprocess.run(
            block.text.replace(ADDRESS, self.address),
            shell=True,
            cwd=self.folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )
        return done.stdout.replace(self.address, ADDRESS)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_shows_what_happens(
    name: str, request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.chdir(folder)
    accepting = bool(request.config.getoption("--accept"))
    with Session(columns=100, listen=True, bind_address=own_address(), log_folder=tmp_path / "server") as session:
        desk = Desk(session, folder)
        ways = {"powershell": desk.type, "smtp": desk.talk, "file": desk.keep}
        if sys.platform not in ("win32", "darwin"):  # needs a shell, and more than one loopback address
            ways["sh"] = desk.command
        play(DOCS / name, ways, accepting=accepting)


def test_output_belongs_to_the_block_before() -> None:
    page = '```powershell\n1\n```\nshows\n\n```text\n1\n```\n\n```powershell title="a.ps1"\n2\n```\n\n```sh\nx\n```\n'
    found = [(block.language, block.title, output and output.text) for block, output in steps(page)]
    assert found == [("powershell", "", "1\n"), ("powershell", "a.ps1", None), ("sh", "", None)]


def test_output_of_nothing_is_an_error() -> None:
    with pytest.raises(AssertionError, match="line 1: output of no block"):
        list(steps("```text\nmade up\n```\n"))


def test_statements_end_where_the_prompt_would_send_them() -> None:
    assert list(statements("1\nif (1) {\n  2\n}\n3\n")) == ["1", "if (1) {\n  2\n}", "3"]


def test_what_differs_from_run_to_run_is_compared_by_its_kind() -> None:
    assert shows("at Wed, 1 Jan 2025 01:02:03 +0000\n", "at Fri, 31 Dec 2027 11:12:13 +0100")
    assert not shows("at Wed, 1 Jan 2025 01:02:03 +0000\n", "at noon")
    assert shows("a\n...\nd\n", "a\nb\nc\nd\n")
    assert not shows("a\n...\nd\n", "a\nb\nc\n")


def test_a_page_that_lies_fails_and_is_put_right(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("```powershell\n1\n```\n\n```text\n2\n```\n\n```powershell\n3\n```\n", encoding="utf-8")
    with pytest.raises(AssertionError, match="line 1"):
        play(page, {"powershell": lambda block: block.text})
    play(page, {"powershell": lambda block: block.text}, accepting=True)
    text = "```powershell\n1\n```\n\n```text\n1\n```\n\n```powershell\n3\n```\n\n```text\n3\n```\n"
    assert page.read_text(encoding="utf-8") == text
