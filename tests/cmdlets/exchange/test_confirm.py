"""What commands ask before they remove something, and what follows from the answer."""

import pytest

from organization.objects.receive_connector import ReceiveConnector
from shell import Session
from shell.machine.host import QuietHost


class Person(QuietHost):
    """Somebody at the console who gives the same answer to every question."""

    interactive = True

    def __init__(self, answer):
        super().__init__(120)
        self.answer = answer
        self.asked = []

    def choose(self, caption, message, choices, default):
        self.asked.append((caption, message))
        return [choice.label.replace("&", "") for choice in choices].index(self.answer)


@pytest.mark.parametrize(
    ("answer", "asked", "left"),
    [
        ("Yes", 2, []),
        ("No", 2, ["Default EX01", "Client EX01"]),
        ("Yes to All", 1, []),
        ("No to All", 1, ["Default EX01", "Client EX01"]),
    ],
)
def test_removing_connectors(answer, asked, left):
    person = Person(answer)
    with Session(host=person) as session:
        session.run("Get-ReceiveConnector | Remove-ReceiveConnector")
        assert [item.name for item in session.organization.all(ReceiveConnector)] == left
    assert len(person.asked) == asked
    assert person.asked[0] == (
        "Confirm",
        'Are you sure you want to perform this action?\nRemoving Receive connector "EX01\\Default EX01".',
    )


def test_setting_asks_only_when_told_to():
    person = Person("No")
    with Session(host=person) as session:
        session.run("Set-ReceiveConnector 'Client EX01' -MaxHopCount 9")
        assert person.asked == []
        session.run("Set-ReceiveConnector 'Client EX01' -MaxHopCount 10 -Confirm")
        assert session.organization.get(ReceiveConnector, "Client EX01").max_hop_count == 9
    assert person.asked[0][1].endswith('Setting Receive connector "EX01\\Client EX01".')
