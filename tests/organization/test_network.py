from ipaddress import ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from organization.values.errors import BadValue
from organization.values.network import ALL_IPV4, ALL_IPV6, IPBinding, IPRange
from organization.values.style import Style

OLD = Style(bracketed_ipv6=False)
addresses = st.ip_addresses()


@pytest.mark.parametrize(
    ("text", "printed", "printed_before_2013"),
    [
        ("0.0.0.0:25", "0.0.0.0:25", "0.0.0.0:25"),
        ("[::]:25", "[::]:25", ":::25"),
        (":::25", "[::]:25", ":::25"),
        ("[fe80::1]:587", "[fe80::1]:587", "fe80::1:587"),
        (" 192.168.1.10:2525 ", "192.168.1.10:2525", "192.168.1.10:2525"),
    ],
)
def test_bindings(text, printed, printed_before_2013):
    binding = IPBinding.parse(text)
    assert str(binding) == printed
    assert str(binding.with_style(OLD)) == printed_before_2013
    assert binding.with_style(OLD) == binding


@pytest.mark.parametrize(
    "text",
    ["0.0.0.0", "0.0.0.0:", "0.0.0.0:65536", "1.2.3:25", "[::]", "host:25", "", ":25", "[fe80::1%eth0]:25"],
)
def test_refuse_bindings(text):
    with pytest.raises(BadValue):
        IPBinding.parse(text)


@pytest.mark.parametrize(
    ("text", "first", "last", "printed"),
    [
        ("10.0.0.5", "10.0.0.5", "10.0.0.5", "10.0.0.5"),
        ("10.0.0.0/24", "10.0.0.0", "10.0.0.255", "10.0.0.0/24"),
        ("10.0.0.7/24", "10.0.0.0", "10.0.0.255", "10.0.0.7/24"),
        ("10.0.0.1 - 10.0.0.9", "10.0.0.1", "10.0.0.9", "10.0.0.1-10.0.0.9"),
        ("192.168.3.0(255.255.255.0)", "192.168.3.0", "192.168.3.255", "192.168.3.0(255.255.255.0)"),
        ("2001:db8::/126", "2001:db8::", "2001:db8::3", "2001:db8::/126"),
        ("::1", "::1", "::1", "::1"),
    ],
)
def test_ranges(text, first, last, printed):
    found = IPRange.parse(text)
    assert (str(found.low), str(found.high), str(found)) == (first, last, printed)
    assert found == IPRange.parse(f"{first}-{last}")


@pytest.mark.parametrize("text", ["", "10.0.0", "10.0.0.9-10.0.0.1", "10.0.0.0/33", "10.0.0.1-::1", "a-b", "1.2.3.4-"])
def test_refuse_ranges(text):
    with pytest.raises(BadValue, match="IP range"):
        IPRange.parse(text)


@given(addresses, addresses)
def test_a_range_contains_its_ends_and_is_no_smaller_than_its_parts(one, other):
    if one.version != other.version:
        return
    low, high = sorted((one, other))
    whole = IPRange(low, high)
    assert whole.contains(low)
    assert whole.contains(high)
    assert whole.encloses(IPRange.single(low))
    assert whole.size >= IPRange.single(low).size
    assert whole.overlaps(IPRange.single(high))
    assert IPRange.parse(str(whole)) == whole


@given(addresses)
def test_the_whole_families(address):
    assert ALL_IPV4.contains(address) == (address.version == 4)
    assert ALL_IPV6.contains(address) == (address.version == 6)


def test_families_do_not_mix():
    assert not IPRange.parse("::/0").contains(ip_address("10.0.0.1"))
