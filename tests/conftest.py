from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# How long an example takes says more of the machine than of the program: growth is counted elsewhere.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="write what golden sessions show now into their files")


@pytest.fixture(autouse=True)
def state_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What outlives a session (the server's disk, the history) goes with the test."""
    folder = tmp_path_factory.mktemp("state", numbered=True)
    monkeypatch.setenv("EMSHELL_STATE", str(folder))
    return folder
