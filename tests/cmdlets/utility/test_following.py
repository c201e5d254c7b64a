"""Get-Content -Wait: a file that grows while it is read."""

import threading
import time
from pathlib import Path

import pytest

from shell import Session


@pytest.fixture
def log(tmp_path: Path) -> Path:
    path = tmp_path / "a.log"
    path.write_text("one\ntwo\n", encoding="utf-8")
    return path


def _later(path: Path, *pieces: str) -> threading.Thread:
    def write() -> None:
        for each in pieces:
            time.sleep(0.15)
            with path.open("a", encoding="utf-8") as file:
                file.write(each)

    thread = threading.Thread(target=write)
    thread.start()
    return thread


def test_lines_that_come_later_are_written(log: Path) -> None:
    with Session(listen=False) as session:
        thread = _later(log, "three\n", "four\nfive\n")
        result = session.run(f"Get-Content '{log}' -Tail 1 -Wait | Select-Object -First 3")
        thread.join()
    assert result.text.split() == ["two", "three", "four"]


def test_a_shorter_file_is_read_from_its_start(log: Path) -> None:
    def shorten() -> None:
        time.sleep(0.3)
        log.write_text("new\n", encoding="utf-8")

    with Session(listen=False) as session:
        thread = threading.Thread(target=shorten)
        thread.start()
        result = session.run(f"Get-Content '{log}' -Wait | Select-Object -First 3")
        thread.join()
    assert result.text.split() == ["one", "two", "new"]


def test_stopping_ends_it(log: Path) -> None:
    with Session(listen=False) as session:
        timer = threading.Timer(0.3, lambda: setattr(session.runspace, "stopping", True))
        timer.start()
        result = session.run(f"Get-Content '{log}' -Wait")
    assert result.text.split() == ["one", "two"]


def test_the_whole_text_does_not_wait(log: Path) -> None:
    with Session(listen=False) as session:
        result = session.run(f"Get-Content '{log}' -Raw -Wait")
    assert result.errors[0].fully_qualified_error_id.startswith("RawAndWaitCannotCoexist,")
