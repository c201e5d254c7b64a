import pytest
from hypothesis import given
from hypothesis import strategies as st

from organization.values.enums import (
    AuthMechanisms,
    MessageRateSource,
    PermissionGroups,
    ProtocolLoggingLevel,
    SizeMode,
)
from organization.values.errors import BadValue


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Tls", "Tls"),
        ("tls,integrated", "Tls, Integrated"),
        ("Integrated, Tls", "Tls, Integrated"),
        ("None", "None"),
        ("3", "Tls, Integrated"),
        ("ExchangeS", "ExchangeServer"),
        ("BasicAuth", "BasicAuth"),
    ],
)
def test_flags(text, printed):
    assert str(AuthMechanisms.parse(text)) == printed


@pytest.mark.parametrize("text", ["", "Nope", "Tls,", "64", "Ex", "Tls Integrated"])
def test_refuse_flags(text):
    with pytest.raises(BadValue):
        AuthMechanisms.parse(text)


def test_a_wrong_name_is_answered_with_the_right_ones():
    with pytest.raises(BadValue, match="None, Verbose"):
        ProtocolLoggingLevel.parse("Loud")


@given(st.integers(0, 63))
def test_flags_read_back(number):
    flags = PermissionGroups(number)
    assert PermissionGroups.parse(str(flags)) == flags


def test_choices():
    assert str(ProtocolLoggingLevel.parse("none")) == "None"
    assert SizeMode.parse("enabledWITHOUTvalue") is SizeMode.EnabledWithoutValue
    assert SizeMode.convert(0) is SizeMode.Disabled
    with pytest.raises(BadValue):
        SizeMode.convert(7)


def test_all_message_rate_sources():
    assert str(MessageRateSource.parse("All")) == "All"
    assert MessageRateSource.parse("User, IPAddress") == MessageRateSource.parse("all")
