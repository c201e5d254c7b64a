"""What sites in a script remember (docs/decisions/0017) may not show: golden sessions, and two implementations."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shell import Session
from shell.values.errors import NetException
from shell.values.patterns.ascii import ascii_twin, literal_text
from shell.values.patterns.regular_expressions import Options, compile_pattern
from tests.golden import play

FOLDER = Path(__file__).parent


@pytest.mark.parametrize("name", sorted(path.name for path in FOLDER.glob("*.ps1")))
def test_session_shows_what_it_says(name: str, request: pytest.FixtureRequest) -> None:
    with Session(columns=120, error_view="NormalView", listen=False) as session:
        play(FOLDER / name, lambda code: session.run(code).console, accepting=request.config.getoption("--accept"))


PIECES = ["a", "K", "1", " ", ".", "-", "\\d", "\\w", "\\s", "\\.", "\\S", "[ab]", "[^a-c]", "[\\d.]", "+", "*", "?"]
PIECES += ["{1,2}", "+?", "(", ")", "(?:", "(?<n>", "|", "^", "$", "\\b", "#", "&", "[a&&b]", "]", "\\-", "/"]
TEXTS = st.text(st.sampled_from("aAbkK1. -\n\t\x1c&#/]"), max_size=12)


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=7).map("".join), TEXTS, st.booleans())
def test_the_twin_of_a_pattern_finds_the_same(pattern: str, text: str, ignore_case: bool) -> None:
    try:
        known = compile_pattern(pattern, Options.IGNORE_CASE if ignore_case else 0)
    except NetException:
        return
    twin = ascii_twin(pattern, ignore_case)
    if twin is not None:
        one, other = known.code.search(text), twin.search(text)
        assert (one is None) == (other is None)
        if one is not None and other is not None:
            assert [one.span(index) for _, index in known.groups] == [other.span(index) for _, index in known.groups]
    literal = literal_text(pattern, ignore_case)
    if literal is not None:
        assert known.code.sub("<>", text) == text.replace(literal, "<>")


def test_most_patterns_of_scripts_have_a_twin() -> None:
    for pattern in (r"^(\d+)\.(\d+)$", r"user(?<n>\d+)@([a-z.-]+)", r"\[(\w+)\] (.*)", r"^\s*#", "error|warning"):
        assert ascii_twin(pattern, True) is not None


def test_a_repeated_group_has_no_twin() -> None:
    assert ascii_twin(r"(a+)+b", True) is None


@pytest.mark.parametrize(
    "statement",
    ["[void]$builder.Append('0123456789'); $n = $builder.Length", "$text += '0123456789'"],
)
def test_building_a_text_costs_what_is_added(statement: str) -> None:
    def seconds(times: int) -> float:
        with Session(listen=False) as session:
            begin = time.process_time()
            session.run(
                f"$builder = [Text.StringBuilder]::new(); $text = ''; foreach ($i in 1..{times}) {{ {statement} }}"
            )
            return time.process_time() - begin

    seconds(1000)
    assert seconds(60_000) < 12 * seconds(10_000)  # six times as many; where each copies the whole, thirty and more
