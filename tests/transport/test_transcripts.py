"""Every case of transcripts/*.txt, played against the pure session: no sockets, no waiting, no threads."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from .stage import Case, Stage
from .transcript import read_cases

FILES = sorted((Path(__file__).parent / "transcripts").glob("*.txt"))
CASES = [case for file in FILES for case in read_cases(file)]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_server_answers_as_the_transcript_says(case: Case) -> None:
    Stage(case).play()


LONG = 5000
"""Octets: what is longer comes whole, to save time."""


class SlowStage(Stage):
    """A stage on which octets arrive one by one."""

    def cut(self, data: bytes) -> Iterable[bytes]:
        return [data[at : at + 1] for at in range(len(data))] if len(data) < LONG else (data,)


@pytest.mark.parametrize("case", [case for case in CASES if "batch" not in case.title], ids=str)
def test_the_server_answers_the_same_to_octets_that_come_one_by_one(case: Case) -> None:
    """All but the cases about a batch, which is what comes together."""
    SlowStage(case).play()


def played(tmp_path: Path, text: str) -> None:
    file = tmp_path / "case.txt"
    file.write_text(text, encoding="utf-8")
    for case in read_cases(file):
        Stage(case).play()


@pytest.mark.parametrize(
    ("dialogue", "problem"),
    [
        ("S: 220 ...\nC: noop\nS: 250 2.0.0 NO", "line 4: S: 250 2.0.0 NO\nthe server said: 250 2.0.0 OK"),
        ("S: 220 ...\nC: noop", "went on with"),
        ("S: 220 ...\nS: 250 2.0.0 OK", "said nothing"),
        ("S: 220 ...\nclosed", "the connection is open"),
        ("TarpitInterval: 00:00:05\nS: 220 ...\nC: foo\nafter 4 s\nS: 500 ...", "said nothing"),
        ("S: 220 ...\nC: foo\nafter 1 s\nS: 500 ...", "did not wait"),
        ("S: 220 ...\nanna has 1 message", "there are 0"),
    ],
)
def test_a_transcript_that_does_not_fit_fails(tmp_path: Path, dialogue: str, problem: str) -> None:
    with pytest.raises(AssertionError) as failure:
        played(tmp_path, f"== wrong\n{dialogue}\n")
    assert problem in str(failure.value)
