"""The reference pages of the site say what the declarations say, and their links lead somewhere."""

import posixpath
import re
from pathlib import Path

import pytest

from shell import Session
from tools.reference import commands
from tools.reference.markdown import code, escaped, fence
from tools.reference.replies import heard
from tools.reference.site import pages

DOCS = Path(__file__).parents[2] / "docs"


@pytest.fixture(scope="module")
def reference() -> dict[str, str]:
    return dict(pages())


def section(page: str, heading: str) -> str:
    return page.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


def test_a_cmdlet_has_its_parameters_and_examples(reference: dict[str, str]) -> None:
    page = reference["reference/cmdlets/Set-ReceiveConnector.md"]
    assert "It has to start with 220." in section(page, "Parameters")
    assert 'Set-ReceiveConnector "Client EX01" -MaxProtocolErrors 2' in section(page, "Examples")
    assert "-ServiceDiscoveryFqdn" in section(page, "Settings that are kept")
    assert "Since 2010." in page


def test_what_is_refused_stands_apart(reference: dict[str, str]) -> None:
    page = reference["reference/cmdlets/Get-Mailbox.md"]
    assert "-PublicFolder" in section(page, "Parameters that are refused")
    assert "-PublicFolder" not in section(page, "Parameters")


def test_each_cmdlet_is_on_one_side(reference: dict[str, str]) -> None:
    with Session(listen=False, log_folder="") as session:
        known = {each.name: each.is_emulated for each in commands.entries(session)}
    shown = {Path(path).stem for path in reference if path.startswith("reference/cmdlets/")} - {"index"}
    assert shown == {name for name, is_emulated in known.items() if is_emulated}
    refused = reference["reference/not-emulated.md"]
    assert all(code(name) in refused for name, is_emulated in known.items() if not is_emulated)
    assert "- UMMailbox: Disable, Enable, Get, Set" in refused


def test_a_type_lists_what_it_adds(reference: dict[str, str]) -> None:
    page = reference["reference/types/System.Net.md"]
    address = section(page, "IPAddress {: #ipaddress }")
    assert "new(byte[] address)" in address
    assert "bool IsLoopback(ipaddress address)" in address
    assert "GetHashCode" not in address
    assert "\nOK\n" in section(page, "HttpStatusCode {: #httpstatuscode }")


def test_a_reply_says_in_which_versions_it_is_heard(reference: dict[str, str]) -> None:
    rows = reference["reference/smtp-replies.md"].splitlines()
    assert any(row.startswith("| <code>550 5.1.1 User unknown</code> | all |") for row in rows)
    assert any("Queued mail for delivery</code> | 2007 |" in row for row in rows)


def test_cases_are_found_by_what_the_server_says(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("== One\nS: 250 OK\nC: x\nS: 250 OK\n== Two\nS: 250 OK\n", encoding="utf-8")
    assert heard(tmp_path.glob("*.txt")) == {"250 OK": ["One", "Two"]}


def test_links_lead_to_pages_and_headings(reference: dict[str, str]) -> None:
    written = {path.relative_to(DOCS).as_posix(): path.read_text(encoding="utf-8") for path in DOCS.rglob("*.md")}
    all_pages = written | reference
    for path, text in all_pages.items():
        for target, anchor in re.findall(r"\]\(([^)#:]*)(#[^)]*)?\)", re.sub("(?ms)^```.*?^```", "", text)):
            found = posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
            assert found in all_pages, f"{path}: {target}"
            assert not anchor or found in written or f"{{: {anchor} }}" in all_pages[found], f"{path}: {target}{anchor}"


def test_signs_of_markdown_are_shown_as_they_are() -> None:
    assert escaped("a_b <c> | *d* $e \\x") == r"a\_b &lt;c&gt; &#124; \*d\* $e \\x"
    assert escaped("the object as `$_`, or `") == r"the object as <code>$&#95;</code>, or \`"
    assert code("a|b<c>_\\") == "<code>a&#124;b&#60;c&#62;&#95;&#92;</code>"
    assert fence("```\nx", "powershell") == ["````powershell", "```", "x", "````", ""]


def test_the_decisions_are_listed_by_number(reference: dict[str, str]) -> None:
    rows = reference["decisions/index.md"].splitlines()
    assert "| 4 | [A sandbox is one door, not many locks](0004-sandbox.md) |" in rows
    assert sum(row.startswith("| ") for row in rows) == 1 + len(list((DOCS / "decisions").glob("0*.md")))


def test_the_ways_to_call_the_program(reference: dict[str, str]) -> None:
    assert "-ExchangeVersion {2007 | 2010" in reference["reference/command-line.md"]
    page = reference["reference/session.md"]
    assert "    columns: int = 120,\n" in page
    assert "complete(text: str, cursor: int) -> Any" in section(page, "complete")
    assert "<code>exit&#95;code</code>" in section(page, "Result")
