"""Variables of the lab's server stand before the process's own, and no program gets them."""

import os
from collections.abc import Iterator

import pytest

from shell.machine import environment
from shell.machine.environment import ServerEnvironment


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[ServerEnvironment]:
    monkeypatch.setenv("TEMP", "/tmp/own")
    monkeypatch.setenv("EMSHELL_TEST", "own")
    made = ServerEnvironment(lambda: {"COMPUTERNAME": "EX01", "TEMP": "C:\\Temp"})
    with environment.inside(made):
        yield made


def test_names_are_found_in_any_letters(server: ServerEnvironment) -> None:
    assert (environment.get("computername"), environment.get("Temp"), environment.get("emshell_test")) == (
        "EX01",
        "C:\\Temp",
        "own",
    )


def test_what_a_script_sets_does_not_reach_programs(server: ServerEnvironment) -> None:
    environment.set_environment("temp", "C:\\Windows\\Temp")
    assert environment.get("TEMP") == "C:\\Windows\\Temp"
    assert os.environ["TEMP"] == "/tmp/own"


def test_a_removed_variable_does_not_let_the_own_one_through(server: ServerEnvironment) -> None:
    environment.set_environment("TEMP", None)
    assert environment.get("TEMP") is None
    assert "TEMP" not in environment.items()


def test_each_name_is_listed_once(server: ServerEnvironment) -> None:
    assert [name for name in environment.items() if name.lower() == "temp"] == ["TEMP"]
    assert environment.items()["COMPUTERNAME"] == "EX01"


@pytest.mark.parametrize(
    ("text", "expanded"),
    [("%TEMP%\\x", "C:\\Temp\\x"), ("100% of %computername%", "100% of EX01"), ("%nope%%TEMP%", "%nope%C:\\Temp")],
)
def test_expand(server: ServerEnvironment, text: str, expanded: str) -> None:
    assert environment.expand(text) == expanded


def test_without_a_server_there_are_the_process_s_own_only() -> None:
    assert environment.get("COMPUTERNAME") == os.environ.get("COMPUTERNAME")
