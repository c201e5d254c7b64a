import pytest
from hypothesis import given
from hypothesis import strategies as st

from organization.values.errors import BadValue
from organization.values.size import ByteQuantifiedSize
from organization.values.style import Style

sizes = st.integers(0, 2**64 - 1).map(ByteQuantifiedSize)


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("5242880", 5242880),
        ("5MB", 5242880),
        ("5 mb", 5242880),
        ("64KB", 65536),
        ("0", 0),
        ("12b", 12),
        ("1.5GB", 1610612736),
        ("2TB", 2 * 1024**4),
        ("10 MB (10,485,760 bytes)", 10485760),
        ("9.766 MB (10,240,000 bytes)", 10240000),
    ],
)
def test_read(text, size):
    assert ByteQuantifiedSize.parse(text) == size


@pytest.mark.parametrize("text", ["", "MB", "5 XB", "-1", "5MB5", "ten", "5,000"])
def test_refuse(text):
    with pytest.raises(BadValue):
        ByteQuantifiedSize.parse(text)


@pytest.mark.parametrize(
    ("size", "long", "short"),
    [
        (10485760, "10 MB (10,485,760 bytes)", "10MB"),
        (65536, "64 KB (65,536 bytes)", "64KB"),
        (37748736, "36 MB (37,748,736 bytes)", "36MB"),
        (2097152000, "1.953 GB (2,097,152,000 bytes)", "2000MB"),
        (2400, "2.344 KB (2,400 bytes)", "2400B"),
        (0, "0 B (0 bytes)", "0B"),
    ],
)
def test_print(size, long, short):
    value = ByteQuantifiedSize(size)
    assert str(value) == long
    assert str(value.with_style(Style(short_sizes=True))) == short


@given(sizes)
def test_both_texts_read_back(size):
    assert ByteQuantifiedSize.parse(size.long()) == size
    assert ByteQuantifiedSize.parse(size.short()) == size


@given(sizes, sizes)
def test_order_is_that_of_the_bytes(one, other):
    assert (one < other) == (one.bytes < other.bytes)
    assert (one == other) == (one.bytes == other.bytes)


def test_arithmetic_and_units():
    size = ByteQuantifiedSize.parse("3MB")
    assert size + 1024 == ByteQuantifiedSize.parse("3073KB")
    assert (size * 2).to_mb() == 6
    assert (size.to_kb(), size.to_gb()) == (3072, 0)
    with pytest.raises(BadValue):
        _ = size - 2**23
