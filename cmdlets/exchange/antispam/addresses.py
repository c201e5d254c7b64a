"""IP addresses in parameters of scripts."""

from __future__ import annotations

from organization.errors import InvalidProperty
from organization.values.errors import BadValue
from organization.values.network import IPAddress, parse_address


def address_of(text: str, parameter: str) -> IPAddress:
    """Return the address that a parameter's text stands for. Raises InvalidProperty."""
    try:
        return parse_address(text)
    except BadValue:
        raise InvalidProperty(parameter, text, "An invalid IP address was specified.") from None
