from pathlib import Path

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="write what golden sessions show now into their files")


@pytest.fixture(autouse=True)
def state_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What outlives a session (the server's disk, the history) goes with the test."""
    folder = tmp_path_factory.mktemp("state", numbered=True)
    monkeypatch.setenv("EMSHELL_STATE", str(folder))
    return folder
