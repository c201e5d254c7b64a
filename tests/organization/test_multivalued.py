import pytest
from hypothesis import given
from hypothesis import strategies as st

from organization.values.errors import BadValue
from organization.values.multivalued import Edit
from organization.values.unlimited import UNLIMITED, Unlimited

numbers = st.lists(st.integers(0, 20), unique=True)


@given(numbers, numbers, numbers)
def test_edit_is_set_arithmetic_that_keeps_order(current, add, remove):
    result = Edit(tuple(add), tuple(remove)).apply(current, int)
    assert set(result) == (set(current) - set(remove)) | set(add)
    assert len(result) == len(set(result))
    kept = [item for item in current if item not in remove]
    assert list(result[: len(kept)]) == kept


def test_hashtables():
    assert Edit.from_mapping({"ADD": "a", "remove": ["b", "c"]}) == Edit(("a",), ("b", "c"))
    with pytest.raises(BadValue, match="Replace"):
        Edit.from_mapping({"Replace": "a"})


@given(st.integers())
def test_nothing_exceeds_unlimited(number):
    assert not UNLIMITED.exceeded_by(number)
    assert Unlimited(number) < UNLIMITED
    assert Unlimited(number) == number
    assert Unlimited(number).exceeded_by(number + 1)
    assert not Unlimited(number).exceeded_by(number)


def test_unlimited_has_no_value():
    assert str(UNLIMITED) == "Unlimited"
    with pytest.raises(ValueError, match="unlimited"):
        _ = UNLIMITED.value
