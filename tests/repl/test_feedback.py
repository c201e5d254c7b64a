"""What the prompt suggests after a name that was not found."""

import time

import pytest

from shell import Session
from shell.feedback import similar, suggestion


@pytest.fixture(scope="module")
def session() -> Session:
    return Session(listen=False)


def suggested(session: Session, command: str) -> list[str]:
    """Return the names that are suggested."""
    errors = session.run(command).errors
    with session.inside():
        text = suggestion(session, errors)
    return [line.split("\u27a4 ")[1] for line in text.splitlines() if "\u27a4" in line]


@pytest.mark.parametrize(
    ("command", "first"),
    [
        ("Get-Mailbx", "Get-Mailbox"),
        ("get-mailboxs", "Get-Mailbox"),
        ("Get-Dte", "Get-Date"),
        ("Get-Mailbox -Identty x", "-Identity"),
        ("function f { [CmdletBinding()] param($Alpha) }; f -Alpa 3", "-Alpha"),
        ("sl -Pth x", "-Path"),
    ],
)
def test_the_most_similar_name_comes_first(session: Session, command: str, first: str) -> None:
    assert suggested(session, command)[0] == first


@pytest.mark.parametrize("command", ["Nope-Nothing", "try { Get-Mailbx } catch { }", "Get-Mailbox x", "x" * 100_000])
def test_nothing_is_suggested_where_nothing_is_alike(session: Session, command: str) -> None:
    assert suggested(session, command) == []


def test_it_shows_as_feedback(session: Session) -> None:
    errors = session.run("Get-Dte").errors
    with session.inside():
        assert suggestion(session, errors).startswith(
            "\n[General Feedback]\n  The most similar commands are:\n    \u27a4 Get-Date\n"
        )


def test_names_with_control_characters_are_left_out() -> None:
    assert similar("Get-Mail", ["Get-\x1bMail", "Get-Mai\x9bl", "Get-Mall"]) == ["Get-Mall"]


def test_a_thousand_names_are_quick() -> None:
    names = [f"Get-MailboxTransport{number}" for number in range(1000)]
    begun = time.thread_time()
    assert similar("Get-MailboxTransprt7", names)
    similar("Get-Mailbox" * 7, names)
    assert time.thread_time() - begun < 0.1
