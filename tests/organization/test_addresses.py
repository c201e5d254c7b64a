import pytest

from organization.values.address import ProxyAddress, SmtpAddress, SmtpDomain, SmtpDomainWithSubdomains
from organization.values.errors import BadValue


@pytest.mark.parametrize(
    "text", ["a@b.c", "anna.berg@contoso.com", "o'neil+x@b", '"a b"@c.d', "ü@ö.de", "a@[10.0.0.1]", "<>", "_a@b-c.d"]
)
def test_addresses(text):
    assert str(SmtpAddress.parse(text)) == text


@pytest.mark.parametrize(
    "text",
    ["", "a", "a@", "@b", "a b@c", ".a@b", "a..b@c", "a@b..c", "a@-b", "a@b@c d", "a@" + "b" * 64, "a" * 570 + "@b.c"],
)
def test_refuse_addresses(text):
    with pytest.raises(BadValue):
        SmtpAddress.parse(text)


def test_addresses_have_no_case():
    assert SmtpAddress("Anna@Contoso.com") == SmtpAddress("anna@contoso.COM")
    assert len({SmtpAddress("A@b.c"), SmtpAddress("a@B.C")}) == 1
    assert (SmtpAddress("a@b.c").local, SmtpAddress("a@b.c").domain) == ("a", "b.c")


def test_plain_domains():
    assert SmtpDomain.parse("Contoso.com") == SmtpDomain("contoso.COM")
    with pytest.raises(BadValue):
        SmtpDomain.parse("*.contoso.com")


@pytest.mark.parametrize(
    ("pattern", "domain", "matches"),
    [
        ("contoso.com", "CONTOSO.COM", True),
        ("contoso.com", "mail.contoso.com", False),
        ("*.contoso.com", "mail.contoso.com", True),
        ("*.contoso.com", "contoso.com", True),
        ("*.contoso.com", "notcontoso.com", False),
        ("*", "anything.at.all", True),
    ],
)
def test_domains_with_subdomains(pattern, domain, matches):
    parsed = SmtpDomainWithSubdomains.parse(pattern)
    assert str(parsed) == pattern
    assert parsed.matches(domain) is matches


@pytest.mark.parametrize(
    ("text", "printed", "primary"),
    [
        ("SMTP:a@b.c", "SMTP:a@b.c", True),
        ("smtp:a@b.c", "smtp:a@b.c", False),
        ("a@b.c", "smtp:a@b.c", False),
        ("x400:C=US;A= ;P=First", "X400:C=US;A= ;P=First", False),
    ],
)
def test_proxy_addresses(text, printed, primary):
    proxy = ProxyAddress.parse(text)
    assert (str(proxy), proxy.is_primary) == (printed, primary)


def test_refuse_proxy_addresses():
    with pytest.raises(BadValue, match="valid SMTP address"):
        ProxyAddress.parse("smtp:not an address")
