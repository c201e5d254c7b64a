from datetime import datetime, timedelta
from ipaddress import ip_address

from hypothesis import given
from hypothesis import strategies as st

from organization.labs import start
from organization.objects.antispam import IPBlockListEntry
from organization.values.network import IPRange
from transport.policy.agents.connection import AddressList

from .counting import counted

ADDRESSES = st.sampled_from([f"10.0.0.{number}" for number in range(6)] + ["::1", "::a00:1"])
RANGES = st.one_of(ADDRESSES, st.sampled_from(["10.0.0.0/30", "10.0.0.2-10.0.0.4", "::/96"]))


class Everybody:
    def covers(self, session):
        return True


def entries(ranges, expired=()):
    lab, past = start(), datetime.now() - timedelta(hours=1)
    return tuple(
        lab.new(
            IPBlockListEntry,
            name=str(number),
            ip_range=IPRange.parse(text),
            **({"expiration_time": past} if number in expired else {}),
        )
        for number, text in enumerate(ranges)
    )


@given(st.lists(RANGES, max_size=8), st.sets(st.integers(0, 7)), ADDRESSES)
def test_the_oldest_entry_that_holds_an_address_is_found(ranges, expired, text):
    address = ip_address(text)
    there = entries(ranges, expired)
    expected = next((entry for entry in there if entry.contains(address)), None)
    assert AddressList(Everybody(), there).find(None, address) is expected


def test_a_client_is_not_compared_with_every_address_of_the_list():
    listed = AddressList(Everybody(), entries([f"10.1.{number // 250}.{number % 250}" for number in range(1000)]))
    listed.find(None, ip_address("10.9.9.9"))
    with counted(IPRange, "contains") as compared:
        assert listed.find(None, ip_address("10.9.9.9")) is None
        assert listed.find(None, ip_address("10.1.3.7")).name == "757"
    assert compared.count <= 2
