"""Dates in full, the year first, are read without looking at words; as the way that reads anything reads them."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shell.dotnet.time import date_parse
from shell.dotnet.time.date_parse import _read_any, _read_plain
from shell.values.culture import EN_US, INVARIANT
from shell.values.culture_data import NAMES, formats_of
from shell.values.date_format import format_date
from shell.values.errors import NetException

CULTURES = [INVARIANT, EN_US, *(found for name in NAMES if (found := formats_of(name)) is not None)]
PARTS = st.tuples(*(st.integers(0, most) for most in (2100, 13, 32, 25, 61, 61)))


@given(
    PARTS,
    st.sampled_from(["{:04}-{:02}-{:02}", "{:04}-{:02}-{:02} {:02}:{:02}", "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}"]),
)
@settings(max_examples=200)
def test_plain_dates_are_read_alike(parts: tuple[int, ...], form: str) -> None:
    text = form.format(*parts)
    found = _read_plain(text)
    if found is not None:
        for culture in CULTURES:
            assert _read_any(text, culture, 0) == (found, None)


@pytest.mark.parametrize("text", ["2024-05-06", "2024-05-06 07:08", "2024-05-06T07:08:09"])
def test_plain_dates_are_read_plainly(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(date_parse, "_read_any", None)
    assert format_date(date_parse.parse_date(text), "s", INVARIANT).startswith(re.split("[ T]", text)[0])


@pytest.mark.parametrize("text", ["0000-01-01", "2024-13-01", "2024-02-30", "2024-05-06 25:00", "2024-05-06 07:60"])
def test_dates_that_do_not_exist_are_errors(text: str) -> None:
    with pytest.raises(NetException):
        date_parse.parse_date(text)
