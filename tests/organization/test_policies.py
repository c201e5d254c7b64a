import pytest
from hypothesis import given
from hypothesis import strategies as st

from organization.labs import start
from organization.names import ADObjectId, canonical, escape, split, unescape
from organization.objects.address_policy import EmailAddressPolicy
from organization.objects.send_connector import AddressSpace
from organization.values.errors import BadValue
from organization.values.version import ServerVersion


@pytest.mark.parametrize(
    ("template", "address"),
    [
        ("SMTP:@contoso.com", "SMTP:anna@contoso.com"),
        ("smtp:%m@contoso.com", "smtp:anna@contoso.com"),
        ("SMTP:%g.%s@contoso.com", "SMTP:Anna.Berg@contoso.com"),
        ("smtp:%1g%s@contoso.com", "smtp:ABerg@contoso.com"),
        ("smtp:%d@contoso.com", "smtp:AnnaBerg@contoso.com"),
    ],
)
def test_address_templates(template, address):
    policy = start().one(EmailAddressPolicy).replace(enabled_email_address_templates=[template])
    assert [str(item) for item in policy.addresses("anna", "Anna", "Berg", "Anna Berg")] == [address]


@pytest.mark.parametrize(
    ("text", "printed"),
    [("*", "SMTP:*;1"), ("contoso.com", "SMTP:contoso.com;1"), ("smtp:*.contoso.com;5", "SMTP:*.contoso.com;5")],
)
def test_address_spaces(text, printed):
    assert str(AddressSpace.parse(text)) == printed


@pytest.mark.parametrize("text", ["", "a b", "contoso.com;0", "contoso.com;101", "*contoso.com"])
def test_refuse_address_spaces(text):
    with pytest.raises(BadValue):
        AddressSpace.parse(text)


def test_server_versions():
    version = ServerVersion.parse("Version 8.1 (Build 240.6)")
    assert version == ServerVersion.parse("8.1.240.6") < ServerVersion(14, 0, 0, 0)
    assert str(version) == "Version 8.1 (Build 240.6)"
    with pytest.raises(BadValue):
        ServerVersion.parse("8.1")


@given(st.text(st.characters(min_codepoint=32, max_codepoint=0x2FF), min_size=1, max_size=20))
def test_distinguished_names_keep_every_character(name):
    assert unescape(escape(name)) == name
    assert split(f"CN={escape(name)},CN=Users,DC=contoso,DC=com") == (
        ("CN", name),
        ("CN", "Users"),
        ("DC", "contoso"),
        ("DC", "com"),
    )


def test_canonical_names():
    assert canonical("CN=a/b,OU=Staff,DC=contoso,DC=com") == "contoso.com/Staff/a\\/b"
    identity = ADObjectId(start().one(EmailAddressPolicy).guid, "CN=Anna Berg,CN=Users,DC=contoso,DC=com", "x")
    assert (identity.name, identity.domain_name) == ("Anna Berg", "contoso.com")
