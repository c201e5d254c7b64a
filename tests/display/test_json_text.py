import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmdlets.powershell.json_reader import JsonError, JsonReader, KeyProblem
from cmdlets.powershell.json_writer import JsonWriter
from shell.values.objects import BigInteger, Hashtable, Int64, OrderedHashtable, PSCustomObject

TREES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**70), 2**70)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(codec="utf-8"), max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4),
    max_leaves=12,
)


def plain(value: Any) -> Any:
    if isinstance(value, Hashtable):
        return {key: plain(each) for key, each in value.items()}
    if isinstance(value, list):
        return [plain(each) for each in value]
    return int(value) if isinstance(value, int) and not isinstance(value, bool) else value


@given(TREES)
def test_what_others_write_reads_back(tree: Any) -> None:
    assert plain(JsonReader(json.dumps(tree), as_hashtable=True, date_kind="String").read()) == tree


@given(TREES, st.booleans())
def test_what_is_written_others_read(tree: Any, compress: bool) -> None:
    value = JsonReader(json.dumps(tree), as_hashtable=True, date_kind="String").read()
    writer = JsonWriter(100, compress=compress, enums_as_strings=False, escape="default", session=None)
    assert json.loads(writer.write(value)) == tree


def test_numbers_are_as_wide_as_they_need() -> None:
    small, large, real = JsonReader("[1, 99999999999999999999, 1.0]").read()
    assert (type(small), type(large), type(real)) == (Int64, BigInteger, float)


def test_objects_are_property_bags_or_dictionaries() -> None:
    assert isinstance(JsonReader('{"a": 1}').read(), PSCustomObject)
    assert isinstance(JsonReader('{"a": 1}', as_hashtable=True).read(), OrderedHashtable)


@pytest.mark.parametrize(
    "text", ["{a: 1}", "{'a': 1}", '{"a": 1,}', '// note\n{"a": 1}', '{"a": /* one */ 1}', '{ "a" : 1 }\n']
)
def test_the_reader_is_forgiving(text: str) -> None:
    assert JsonReader(text).read().members == {"a": 1}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("x", "Unexpected character encountered while parsing value: x. Path '', line 0, position 0."),
        ('{"a": x}', "Unexpected character encountered while parsing value: x. Path 'a', line 1, position 6."),
        ('"abc', "Unterminated string. Expected delimiter: \". Path '', line 1, position 4."),
    ],
)
def test_errors_say_where(text: str, message: str) -> None:
    with pytest.raises(JsonError) as caught:
        JsonReader(text).read()
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("text", "error_id"),
    [('{"": 1}', "EmptyKeyInJsonString"), ('{"a": 1, "A": 2}', "KeysWithDifferentCasingInJsonString")],
)
def test_names_that_a_property_bag_cannot_have(text: str, error_id: str) -> None:
    with pytest.raises(KeyProblem) as caught:
        JsonReader(text).read()
    assert caught.value.error_id == error_id
    assert len(JsonReader(text, as_hashtable=True).read()) > 0
