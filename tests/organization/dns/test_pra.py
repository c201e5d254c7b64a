"""The purported responsible address (RFC 4407)."""

import pytest

from organization.dns.sender_id import responsible_address


def pra(text: str) -> str | None:
    fields = (line.partition(": ") for line in text.splitlines())
    return responsible_address((name.lower(), value) for name, _, value in fields)


@pytest.mark.parametrize(
    ("header", "address"),
    [
        ("From: kim@a.example", "kim@a.example"),
        ('From: "Kim, of <b>" <kim@a.example> (at work)', "kim@a.example"),
        ("From: kim@a.example\nSender: list@b.example", "list@b.example"),
        ("Resent-From: joe@c.example\nFrom: kim@a.example\nSender: list@b.example", "joe@c.example"),
        ("Resent-Sender: sam@d.example\nResent-From: joe@c.example\nFrom: kim@a.example", "sam@d.example"),
        ("Resent-From: joe@c.example\nResent-Sender: sam@d.example\nFrom: kim@a.example", "sam@d.example"),
        # The Resent-Sender below the trace is of an earlier resending than the Resent-From above it.
        ("Resent-From: joe@c.example\nReceived: by x\nResent-Sender: sam@d.example", "joe@c.example"),
        ("Sender: \nFrom: kim@a.example", "kim@a.example"),
        ("Subject: no sender", None),
        ("From: kim@a.example\nFrom: joe@c.example", None),
        ("From: kim@a.example, joe@c.example", None),
        ("Sender: a@b.example\nSender: c@d.example\nFrom: kim@a.example", None),
        ("From: kim", None),
    ],
)
def test_the_responsible_address(header: str, address: str | None) -> None:
    assert pra(header) == address
