""".NET types of proxy addresses and domains, as scripts see them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from organization.values.address import ProxyAddress, SmtpAddress, SmtpDomain, SmtpDomainWithSubdomains
from organization.values.errors import BadValue
from shell.types import ClrType, Method, Property, named, register
from shell.types.conversion.text import to_string
from shell.types.registry.declarations import Nobody, clr_class, clr_constructor, clr_method, clr_property
from shell.values.objects import Value

from .value_types import DATA, declare_value, net_exception

PROXY: Final = DATA + "ProxyAddress"
SMTP_PROXY: Final = DATA + "SmtpProxyAddress"
CUSTOM_PROXY: Final = DATA + "CustomProxyAddress"


@declare_value(SmtpAddress, "SmtpAddress", properties="Local:string Domain:string")
class _Address:
    @clr_property("Address", "string")
    def address(self: Any) -> str:
        return str(self.text)

    @clr_property("Length", "int")
    def length(self: Any) -> int:
        return len(self.text)

    @clr_property("IsValidAddress", "bool")
    def is_valid(self: Any) -> bool:
        return bool(self.is_valid)

    @clr_method("GetUserName", " -> string")
    def user_name(self: Any) -> str:
        return str(self.local)

    @clr_method("IsValidSmtpAddress", "string address -> bool", static=True)
    @staticmethod
    def is_valid_text(address: str) -> bool:
        return SmtpAddress(address or "").is_valid

    @clr_constructor("string address")
    @staticmethod
    def make(address: str) -> SmtpAddress:
        return SmtpAddress(address)

    @clr_constructor("string local, string domain")
    @staticmethod
    def make_of_parts(local: str, domain: str) -> SmtpAddress:
        return SmtpAddress(f"{local}@{domain}")


for _name, _text in (("Empty", ""), ("NullReversePath", "<>")):
    named(DATA + "SmtpAddress").add_property(
        Property(_name, DATA + "SmtpAddress", lambda text=_text: SmtpAddress(text), static=True)
    )


@declare_value(SmtpDomain, "SmtpDomain", base="System.Object", properties="Domain:string")
class _Domain:
    @clr_constructor("string domain")
    @staticmethod
    def make(domain: str) -> SmtpDomain:
        made: SmtpDomain = _read(SmtpDomain, domain)
        return made


@declare_value(SmtpDomainWithSubdomains, "SmtpDomainWithSubdomains", base="System.Object", properties="Domain:string")
class _DomainWithSubdomains:
    @clr_property("SmtpDomain", DATA + "SmtpDomain")
    def domain(self: Any) -> SmtpDomain | None:
        return None if self.domain == "*" else SmtpDomain(self.domain)

    @clr_property("Address", "string")
    def address(self: Any) -> str:
        return str(self)

    @clr_property("IncludeSubDomains", "bool")
    def include_subdomains(self: Any) -> bool:
        return bool(self.include_subdomains)

    @clr_property("IsStar", "bool")
    def is_star(self: Any) -> bool:
        return bool(self.domain == "*")


@dataclass(frozen=True, slots=True, eq=False)
class ProxyAddressPrefix:
    """The prefix of a proxy address, `SMTP` or `X500`; equal to such a text without regard to case."""

    text: str

    @property
    def primary(self) -> str:
        """The prefix as it is written in front of a primary address."""
        return self.text.upper()

    def __str__(self) -> str:
        return self.primary

    def __eq__(self, other: object) -> bool:
        return str(other).upper() == self.primary if isinstance(other, str | ProxyAddressPrefix) else NotImplemented

    def __lt__(self, other: ProxyAddressPrefix) -> bool:
        return self.primary < other.primary

    def __hash__(self) -> int:
        return hash(self.primary)

    @classmethod
    def parse(cls, text: str) -> ProxyAddressPrefix:
        """Read a prefix of letters and digits; raise BadValue otherwise."""
        if not text.isalnum():
            raise BadValue(f"'{text}' is not a valid address prefix.")
        return cls(text)

    @classmethod
    def convert(cls, value: Any) -> ProxyAddressPrefix:
        """Convert a prefix or a text to a prefix."""
        return value if isinstance(value, cls) else cls.parse(str(value))


@declare_value(ProxyAddressPrefix, "ProxyAddressPrefix", base="System.Object")
class _Prefix:
    @clr_property("PrimaryPrefix", "string")
    def primary(self: Any) -> str:
        return str(self.primary)

    @clr_property("SecondaryPrefix", "string")
    def secondary(self: Any) -> str:
        return str(self.primary.lower())

    @clr_property("DisplayName", "string")
    def display_name(self: Any) -> str:
        return str(self.primary)

    @clr_method("GetPrefix", f"string prefixString -> {DATA}ProxyAddressPrefix", static=True)
    @staticmethod
    def get_prefix(text: str) -> ProxyAddressPrefix:
        made: ProxyAddressPrefix = _read(ProxyAddressPrefix, text)
        return made


named(DATA + "ProxyAddressPrefix").add_constructor(
    Method("ProxyAddressPrefix", "string prefix", lambda text: _read(ProxyAddressPrefix, text), True)
)


def _read(kind: Any, text: str) -> Any:
    """Read a value from text for a .NET method; raise a .NET exception for text that is no value."""
    try:
        return kind.parse(text)
    except BadValue as error:
        raise net_exception(error) from None


@declare_value(ProxyAddress, "ProxyAddress", base="System.Object", by_text=DATA + "SmtpAddress")
class _Proxy:
    @clr_property("AddressString", "string")
    def address(self: Any) -> str:
        return str(self.address)

    @clr_property("ProxyAddressString", "string")
    def text(self: Any) -> str:
        return str(self)

    @clr_property("Prefix", DATA + "ProxyAddressPrefix")
    def prefix_object(self: Any) -> ProxyAddressPrefix:
        return ProxyAddressPrefix(self.prefix)

    @clr_property("IsPrimaryAddress", "bool")
    def is_primary(self: Any) -> bool:
        return bool(self.prefix.isupper())

    @clr_property("PrefixString", "string")
    def prefix(self: Any) -> str:
        return str(self.prefix)

    @clr_method("ToPrimary", f" -> {PROXY}")
    def to_primary(self: Any) -> ProxyAddress:
        return self.as_primary()  # type: ignore[no-any-return]

    @clr_method("ToSecondary", f" -> {PROXY}")
    def to_secondary(self: Any) -> ProxyAddress:
        return self.as_secondary()  # type: ignore[no-any-return]


class SmtpProxyAddress(ProxyAddress):
    """An SMTP address of a recipient."""

    __slots__ = ()


class CustomProxyAddress(ProxyAddress):
    """A proxy address with another prefix."""

    __slots__ = ()


@clr_class(SMTP_PROXY, PROXY, python_class=SmtpProxyAddress)
class _Smtp:
    @clr_property("SmtpAddress", "string")
    def smtp_address(self: Any) -> str:
        return str(self.address)

    @clr_constructor("string address, bool isPrimaryAddress")
    @staticmethod
    def make(address: str, primary: bool) -> ProxyAddress:
        return proxy_of(_read(ProxyAddress, f"{'SMTP' if primary else 'smtp'}:{address}"))


@clr_class(CUSTOM_PROXY, PROXY, python_class=CustomProxyAddress)
class _Custom:
    @clr_constructor(f"{DATA}ProxyAddressPrefix prefix, string address, bool isPrimaryAddress")
    @staticmethod
    def make(prefix: ProxyAddressPrefix, address: str, primary: bool) -> ProxyAddress:
        text = prefix.primary if primary else prefix.primary.lower()
        return proxy_of(ProxyAddress(text, address))


register(ClrType(DATA + "CustomProxyAddressPrefix", named(DATA + "ProxyAddressPrefix"), python_class=Nobody))
named(DATA + "CustomProxyAddressPrefix").data["convert"] = named(DATA + "ProxyAddressPrefix").data["convert"]


def proxy_of(proxy: ProxyAddress) -> ProxyAddress:
    """Return an address as an object of its own .NET type."""
    kind = SmtpProxyAddress if proxy.is_smtp else CustomProxyAddress
    return proxy if type(proxy) is kind else kind(proxy.prefix, proxy.address)


def _typed(name: str, kind: type[ProxyAddress]) -> None:
    convert_any = named(PROXY).data["convert"]

    def convert(value: Value) -> Any:
        made = convert_any(value)
        if made is NotImplemented:
            return made
        found = proxy_of(made)
        return found if isinstance(found, kind) else NotImplemented

    named(name).data["convert"] = convert


def _any(value: Value) -> Any:
    made = _convert_proxy(value)
    return made if made is NotImplemented else proxy_of(made)


_convert_proxy: Final = named(PROXY).data["convert"]
named(PROXY).data["convert"] = _any
for _type, _kind in ((SMTP_PROXY, SmtpProxyAddress), (CUSTOM_PROXY, CustomProxyAddress)):
    _typed(_type, _kind)


def _parse(text: str) -> ProxyAddress:
    return proxy_of(_read(ProxyAddress, to_string(text)))


named(PROXY).add_method(Method("Parse", f"string proxyAddressString -> {PROXY}", _parse, static=True))
