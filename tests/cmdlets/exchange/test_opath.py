from datetime import datetime

import pytest

from cmdlets.exchange.opath import InvalidFilterException, parse
from organization.values.size import ByteQuantifiedSize
from organization.values.unlimited import UNLIMITED, Unlimited

ANNA = {"name": "Anna", "size": 5, "enabled": True, "addresses": ("a@b.c", "x@y.z"), "office": None}
ANNA |= {"created": datetime(2026, 2, 1, 9, 30), "quota": Unlimited(ByteQuantifiedSize(2**30)), "free": UNLIMITED}


def passes(text, **variables):
    test = parse(text, variables.get, lambda name: name.lower() in ANNA)
    return test(lambda name: ANNA[name.lower()])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Name -eq 'anna'", True),
        ('Name -ne "Anna"', False),
        ("Name -like 'a*'", True),
        ("Name -notlike 'b*'", True),
        ("Size -gt 4", True),
        ("Size -le '4'", False),
        ("Size -ge 5 -and Size -lt 6", True),
        ("Enabled -eq $true", True),
        ("Office -eq $null", True),
        ("Office -ne $null", False),
        ("Addresses -eq 'X@Y.Z'", True),
        ("Addresses -like '*@b.c'", True),
        ("(Name -eq 'x') -or (Name -eq 'anna')", True),
        ("-not (Name -eq 'anna')", False),
        ("Name -eq 'x' -or Name -eq 'anna' -and Size -eq 9", False),
        ("Name -eq $who", True),
        ("Created -gt '1/31/2026'", True),
        ("Created -lt '2/1/2026 9:00 AM'", False),
        ("Quota -gt 500MB", True),
        ("Quota -ge 'unlimited'", False),
        ("Free -gt 500MB", True),
    ],
)
def test_filters(text, expected):
    assert passes(text, who="Anna", true=True) is expected


@pytest.mark.parametrize(
    "text", ["", "Name", "Name -eq", "Name -is 'x'", "(Name -eq 'x'", "Name -eq 'x')", "'x' -eq Name", "Nope -eq 1"]
)
def test_refuse(text):
    with pytest.raises(InvalidFilterException):
        passes(text)


@pytest.mark.parametrize(
    ("text", "position"),
    [("Name -is 'x'", 6), ("Name -eq", 9), ("(Name -eq 'x'", 14), ("Size -gt 4 -and Nope -eq 1", 17)],
)
def test_say_where(text, position):
    with pytest.raises(InvalidFilterException, match=f"at position {position}\\."):
        passes(text)
