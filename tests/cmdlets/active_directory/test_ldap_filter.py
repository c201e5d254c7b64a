"""LDAP's search filters, on their own."""

from __future__ import annotations

import pytest

from cmdlets.active_directory.ldap_filter import DEPTH_LIMIT, BadLdapFilter, parse

ENTRY = {"cn": "Anna (Berg)", "mail": "anna@contoso.com", "flags": 514, "memberOf": ("CN=A", "CN=B"), "on": True}


@pytest.mark.parametrize(
    "text",
    [
        "(cn=anna*)",
        "(cn=*\\28berg\\29)",
        "( & (cn=*) (mail=*@contoso.com) )",
        "(|(cn=x)(memberOf=cn=b))",
        "(!(description=*))",
        "(flags>=514)",
        "(!(flags<=99))",
        "(flags:1.2.840.113556.1.4.803:=514)",
        "(flags:1.2.840.113556.1.4.804:=3)",
        "(on=TRUE)",
    ],
)
def test_filter_fits(text: str) -> None:
    assert parse(text)(ENTRY.get)


@pytest.mark.parametrize("text", ["(cn=berg)", "(mail=a*z)", "(&(cn=*)(x=1))", "(flags:1.2.840.113556.1.4.803:=3)"])
def test_filter_does_not_fit(text: str) -> None:
    assert not parse(text)(ENTRY.get)


@pytest.mark.parametrize(
    "text", ["", "cn=a", "(cn=a", "(cn=a))", "(&)", "(!(a=1)(b=2))", "(cn:1.2.3:=1)", "(cn=a(b)", "()"]
)
def test_filter_that_cannot_be_read(text: str) -> None:
    with pytest.raises(BadLdapFilter):
        parse(text)


def test_filters_nest_as_deep_as_is_said() -> None:
    assert not parse("(!" * DEPTH_LIMIT + "(cn=x)" + ")" * DEPTH_LIMIT)(ENTRY.get)
    with pytest.raises(BadLdapFilter):
        parse("(!" * 100_000 + "(cn=x)" + ")" * 100_000)
