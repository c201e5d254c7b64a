import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmdlets.powershell import comparing
from cmdlets.powershell.comparing import compare_values
from cmdlets.powershell.twins import Twins
from shell import Session
from shell.values.objects import PSObject

from .counting import counted, run

TEXTS = ["a", "A", "b", "a-b", "ab", "01", "1", "", " ", "\u00e4", "a\u0308", "straße", "strasse", "\u00ad", "Ab"]
VALUES = st.one_of(
    st.sampled_from(TEXTS), st.integers(-1, 3), st.sampled_from([None, True, 1.0, 2.5, PSObject("a"), PSObject(1)])
)


@pytest.mark.parametrize("case_sensitive", [True, False])
@given(st.one_of(st.lists(VALUES), st.lists(st.sampled_from(TEXTS)), st.lists(st.integers(-1, 3))), VALUES)
def test_the_first_that_equals_is_taken(case_sensitive, values, wanted):
    def equal(one, other):
        return compare_values(one[0], other[0], case_sensitive) == 0

    twins = Twins(lambda item: [item[0]], equal, case_sensitive)
    items = [(value, place) for place, value in enumerate(values)]
    for each in items:
        twins.add(each)
    while items:
        expected = next((each for each in items if equal((wanted, 0), each)), None)
        assert twins.holds((wanted, 0)) is (expected is not None)
        assert twins.take((wanted, 0)) is expected
        if expected is None:
            assert twins.take_oldest() is items.pop(0)
        else:
            items.remove(expected)
        assert list(twins) == items
        assert len(twins) == len(items)


SCRIPTS = {
    "unique texts": '1..{0} | ForEach-Object {{ "s-$_" }} | Select-Object -Unique',
    "unique numbers": "1..{0} | Select-Object -Unique",
    "unique properties": "1..{0} | ForEach-Object {{ [pscustomobject]@{{ a = $_; b = 'x' }} }} | "
    "Select-Object a, b -Unique",
    "compare": 'Compare-Object (1..{0} | ForEach-Object {{ "s$_" }}) ({0}..1 | ForEach-Object {{ "s$_" }})',
}


@pytest.mark.parametrize("name", SCRIPTS)
def test_texts_and_numbers_are_not_compared_with_all_others(name):
    size = 160
    with Session(log_folder="") as session, counted(comparing.operators, "compare") as calls:
        run(session, SCRIPTS[name].format(size))
    assert calls.count <= 2 * size


def test_kinds_that_meet_are_compared_as_before():
    with Session(log_folder="") as session:
        assert run(session, "@(1, '01', 1.0, '1', 'a', 'A', 'a') | Select-Object -Unique").objects == [
            1,
            "01",
            "a",
            "A",
        ]
