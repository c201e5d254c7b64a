import pytest

from cmdlets.exchange.opath import InvalidFilterException, parse

ANNA = {"name": "Anna", "size": 5, "enabled": True, "addresses": ("a@b.c", "x@y.z"), "office": None}


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
