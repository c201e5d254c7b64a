"""Tips are true: the command that each names runs without an error."""

import pytest

from cmdlets.exchange.welcome.tips import TIPS
from shell import Session


@pytest.fixture(scope="module")
def session():
    with Session(listen=False) as made:
        yield made


@pytest.mark.parametrize("command", [command for _, command in TIPS])
def test_the_command_of_a_tip_runs(session: Session, command: str) -> None:
    assert session.run(command).errors == []
