"""SPF against the test suite of RFC 7208 (openspf.org, release 2014.04; rfc7208.LICENSE), as rows of JSON."""

import json
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import pytest

from organization.dns.spf import SpfResult, check_host
from organization.dns.zone import Zone
from organization.objects.dns_record import DnsRecord

SUITE = json.loads(Path(__file__).with_name("rfc7208.json").read_text(encoding="ascii"))
CASES = [
    pytest.param(part["zone"], case, id=f"{part['description']}: {case['name']}")
    for part in SUITE
    for case in part["tests"]
]


def zone_of(rows: list[list[Any]]) -> Zone:
    return Zone(
        DnsRecord(name="1", host=host, type=kind, value=value, preference=preference[0] if preference else 10)
        for host, kind, value, *preference in rows
    )


@pytest.mark.parametrize(("rows", "case"), CASES)
def test_the_suite_of_rfc_7208(rows: list[list[Any]], case: dict[str, Any]) -> None:
    sender, hello = case["mailfrom"], case["helo"]
    domain = sender.rpartition("@")[2] or hello
    verdict = check_host(
        zone_of(rows), ip_address(case["host"]), domain, sender or f"postmaster@{hello}", hello, "receiver.example.org"
    )
    assert str(verdict.result).lower() in case["result"]
    if "explanation" in case:
        assert verdict.explanation == case["explanation"].replace("DEFAULT", "")


SENDER_ID = Zone(
    [
        DnsRecord(name="1", host="a.example", type="TXT", value="v=spf1 -all"),
        DnsRecord(name="2", host="a.example", type="TXT", value="spf2.0/mfrom,pra ip4:192.0.2.1 -all"),
        DnsRecord(name="3", host="b.example", type="TXT", value="spf2.0/mfrom -all"),
    ]
)


@pytest.mark.parametrize(
    ("domain", "result"),
    [("a.example", SpfResult.Pass), ("b.example", SpfResult.None_), ("c.example", SpfResult.None_)],
)
def test_sender_id_prefers_records_of_its_own_scope(domain: str, result: SpfResult) -> None:
    from organization.dns.spf import PRA

    assert check_host(SENDER_ID, ip_address("192.0.2.1"), domain, f"x@{domain}", versions=PRA).result is result
