"""Lab addresses on the loopback network: always the same, never two in one place, and back again."""

from ipaddress import ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from organization.values.network import IPBinding, IPRange
from transport.server.endpoints import Network, assign, host_of, lab_client, serving

LINUX = Network(None, whole_loopback=True)
MAC = Network(None, whole_loopback=False)


def real(text: str, network: Network = LINUX) -> tuple[str, int]:
    binding = IPBinding.parse(text)
    return assign([binding], network)[binding]


@pytest.mark.parametrize(
    ("lab", "expected"),
    [
        ("0.0.0.0:25", ("127.0.0.1", 2525)),
        ("[::]:25", ("::1", 2525)),
        ("0.0.0.0:587", ("127.0.0.1", 2587)),
        ("192.168.1.10:25", ("127.168.1.10", 2525)),
        ("10.0.0.5:25", ("127.10.0.5", 2525)),
        ("127.0.0.1:8025", ("127.0.0.1", 8025)),
        ("127.0.0.1:2525", ("127.0.0.1", 2525)),
        ("0.0.0.0:8025", ("127.0.0.1", 8025)),
        ("0.0.0.0:2525", ("127.0.0.1", 12525)),
    ],
)
def test_a_lab_endpoint_has_its_place(lab: str, expected: tuple[str, int]) -> None:
    assert real(lab) == expected


def test_one_address_is_shared_where_there_is_only_one() -> None:
    host, port = real("192.168.1.10:25", MAC)
    assert host == "127.0.0.1"
    assert port == real("192.168.1.10:25", MAC)[1] != real("192.168.1.11:25", MAC)[1]
    assert real("0.0.0.0:25", MAC) == ("127.0.0.1", 2525)


def test_the_users_own_address_is_the_only_one() -> None:
    network = Network("192.0.2.9")
    assert real("0.0.0.0:25", network) == ("192.0.2.9", 2525)
    for lab in ("10.1.2.3:25", "[::]:25", "[::1]:2525", "[fd00::1]:25"):
        assert real(lab, network)[0] == "192.0.2.9"


def test_loopback_endpoints_keep_their_place_and_others_move() -> None:
    own, wildcard = IPBinding.parse("127.0.0.1:2525"), IPBinding.parse("0.0.0.0:25")
    found = assign([wildcard, own], LINUX)
    assert found[own] == ("127.0.0.1", 2525)
    assert found[wildcard] == ("127.0.0.1", 12525)


bindings = st.builds(
    IPBinding,
    st.one_of(
        st.ip_addresses(v=4),
        st.ip_addresses(v=6),
        st.sampled_from([ip_address(x) for x in ("0.0.0.0", "::", "127.0.0.1")]),
    ),
    st.one_of(st.integers(1, 65535), st.sampled_from([25, 587, 2525, 12525])),
)


@given(st.sets(bindings, max_size=12), st.sampled_from([LINUX, MAC, Network("127.0.0.1"), Network("::1")]))
def test_no_two_lab_endpoints_share_a_place(found: set[IPBinding], network: Network) -> None:
    places = assign(found, network)
    assert set(places) == found
    assert len(set(places.values())) == len(found)
    for host, port in places.values():
        assert ip_address(host).is_loopback
        assert 1024 <= port <= 65535
    assert assign(sorted(found, key=str, reverse=True), network) == places


RANGES = [IPRange.parse(text) for text in ("0.0.0.0-255.255.255.255", "192.168.1.0/24", "10.0.0.5", "10.0.0.0/8")]


@pytest.mark.parametrize(
    ("connects_from", "counts_as"),
    [
        ("127.0.0.1", "127.0.0.1"),
        ("127.0.0.2", "127.0.0.2"),
        ("127.168.1.50", "192.168.1.50"),
        ("127.10.0.5", "10.0.0.5"),
        ("127.10.3.4", "10.10.3.4"),
        ("127.99.1.1", "10.99.1.1"),
        ("::1", "::1"),
        ("::ffff:127.0.0.1", "127.0.0.1"),
        ("192.0.2.1", "192.0.2.1"),
    ],
)
def test_a_client_counts_as_the_lab_host_that_its_address_stands_for(connects_from: str, counts_as: str) -> None:
    assert lab_client(connects_from, RANGES) == ip_address(counts_as)


def test_a_range_of_loopback_addresses_is_meant_as_it_is() -> None:
    ranges = [*RANGES, IPRange.parse("127.168.1.50")]
    assert lab_client("127.168.1.50", ranges) == ip_address("127.168.1.50")


@given(st.ip_addresses(v=4).filter(lambda item: not item.is_loopback and not item.is_unspecified))
def test_a_client_comes_back_from_its_real_address(address: object) -> None:
    lab = ip_address(str(address))
    ranges = [IPRange.single(lab), RANGES[0]]
    connects_from = host_of(lab, LINUX)
    if not connects_from.startswith("127.0."):
        assert lab_client(connects_from, ranges) == lab


def test_the_exact_address_answers_before_the_wildcard() -> None:
    exact, wildcard = IPBinding.parse("192.168.1.10:25"), IPBinding.parse("0.0.0.0:25")
    both = assign([exact, wildcard], LINUX)
    assert serving(exact.address, 25, both) == exact
    assert serving(ip_address("192.168.1.11"), 25, both) == wildcard
    assert serving(exact.address, 26, both) is None
