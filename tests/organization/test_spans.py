from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from organization.values.errors import BadValue
from organization.values.timespan import TICKS_A_SECOND, EnhancedTimeSpan

spans = st.integers(-(2**62), 2**62).map(EnhancedTimeSpan)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("00:00:05", "00:00:05"),
        ("0:10", "00:10:00"),
        ("6", "6.00:00:00"),
        ("1.02:03:04", "1.02:03:04"),
        ("1:2:3:4", "1.02:03:04"),
        ("-00:00:01.5", "-00:00:01.5000000"),
        (" 23:59:59 ", "23:59:59"),
        ("24:00:00", "24.00:00:00"),
        ("48:00:00", "48.00:00:00"),
    ],
)
def test_read_as_dotnet_does(text, printed):
    assert str(EnhancedTimeSpan.parse(text)) == printed


@pytest.mark.parametrize("text", ["", "5s", "1:", "a:b", "1.2.3", "--1"])
def test_refuse_the_format(text):
    with pytest.raises(BadValue, match="was not recognized as a valid TimeSpan"):
        EnhancedTimeSpan.parse(text)


@pytest.mark.parametrize("text", ["23:60:00", "00:60:00", "00:00:60", "00:00:00.12345678", "99999999"])
def test_refuse_components_out_of_range(text):
    with pytest.raises(BadValue, match="out of range") as caught:
        EnhancedTimeSpan.parse(text)
    assert caught.value.exception == "OverflowException"


@given(spans)
def test_text_reads_back(span):
    assert EnhancedTimeSpan.parse(str(span)) == span


@given(st.timedeltas(min_value=timedelta(days=-9999), max_value=timedelta(days=9999)))
def test_same_as_pythons(delta):
    span = EnhancedTimeSpan.from_timedelta(delta)
    assert span == delta
    assert span.to_timedelta() == delta


def test_parts_and_order():
    assert EnhancedTimeSpan.of(minutes=10).total_seconds == 600
    assert EnhancedTimeSpan.of(seconds=1).ticks == TICKS_A_SECOND
    assert EnhancedTimeSpan.of(seconds=59) < timedelta(minutes=1) < EnhancedTimeSpan.of(seconds=61)
