"""Addresses that scripts name."""

from __future__ import annotations

from organization.errors import InvalidProperty
from organization.values.errors import BadValue
from organization.values.network import IPAddress, parse_address


def address_of(text: str, parameter: str) -> IPAddress:
    """The address that a parameter's text is. Raises InvalidProperty."""
    try:
        return parse_address(text)
    except BadValue:
        raise InvalidProperty(parameter, text, "An invalid IP address was specified.") from None
