"""Mail addresses and domains."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Self

from .errors import BadValue

_ATOM = r'[^\x00-\x20"(),.:;<>@\[\\\]\x7f]+'
_LOCAL = re.compile(rf'{_ATOM}(?:\.{_ATOM})*|"(?:[^"\\\r\n]|\\[^\r\n])*"')
_LABEL = r"\w(?:[\w-]{0,61}\w)?"
_DOMAIN = re.compile(rf"{_LABEL}(?:\.{_LABEL})*")
_LITERAL = re.compile(r"\[[0-9A-Za-z.:-]+\]")
LONGEST_ADDRESS = 571
"""What Exchange takes without long addresses."""


def is_domain(text: str) -> bool:
    """Whether `text` is a domain name: labels of up to 63 characters, 255 in all."""
    return len(text) <= 255 and _DOMAIN.fullmatch(text) is not None


@dataclass(frozen=True, slots=True)
class SmtpAddress:
    """`local@domain`, or `<>`, the null reverse path. Two addresses are equal without regard to case."""

    text: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """A valid address; BadValue otherwise."""
        address = cls(text.strip())
        if not address.is_valid:
            raise BadValue(f"'{text}' is not a valid SMTP address.")
        return address

    @classmethod
    def convert(cls, value: Any) -> Self:
        """An address from an address or a text."""
        return value if isinstance(value, cls) else cls.parse(str(value))

    @property
    def local(self) -> str:
        """What stands before the last @."""
        return self.text.rpartition("@")[0]

    @property
    def domain(self) -> str:
        """What stands behind the last @."""
        return self.text.rpartition("@")[2] if "@" in self.text else ""

    @property
    def is_null_reverse_path(self) -> bool:
        """Whether it is `<>`."""
        return self.text == "<>"

    @property
    def is_valid(self) -> bool:
        """Whether Exchange takes it as an address."""
        if self.is_null_reverse_path:
            return True
        domain = self.domain
        return (
            len(self.text) <= LONGEST_ADDRESS
            and _LOCAL.fullmatch(self.local) is not None
            and (is_domain(domain) or _LITERAL.fullmatch(domain) is not None)
        )

    def __str__(self) -> str:
        return self.text

    def __eq__(self, other: object) -> bool:
        if isinstance(other, SmtpAddress | str):
            return self.text.casefold() == str(other).casefold()
        return NotImplemented

    def __lt__(self, other: SmtpAddress) -> bool:
        return self.text.casefold() < other.text.casefold()

    def __gt__(self, other: SmtpAddress) -> bool:
        return other < self

    def __hash__(self) -> int:
        return hash(self.text.casefold())


@dataclass(frozen=True, slots=True)
class SmtpDomain:
    """A domain name; equal without regard to case."""

    domain: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """A valid domain; BadValue otherwise."""
        text = text.strip()
        if not is_domain(text):
            raise BadValue(f"'{text}' is not a valid SMTP domain.")
        return cls(text)

    @classmethod
    def convert(cls, value: Any) -> Self:
        """A domain from a domain or a text."""
        return value if isinstance(value, cls) else cls.parse(str(value))

    def __str__(self) -> str:
        return self.domain

    def __eq__(self, other: object) -> bool:
        return str(self).casefold() == str(other).casefold() if isinstance(other, SmtpDomain | str) else NotImplemented

    def __lt__(self, other: SmtpDomain) -> bool:
        return str(self).casefold() < str(other).casefold()

    def __gt__(self, other: SmtpDomain) -> bool:
        return other < self

    def __hash__(self) -> int:
        return hash(str(self).casefold())


@dataclass(frozen=True, slots=True, eq=False)
class SmtpDomainWithSubdomains(SmtpDomain):
    """A domain, a domain with all below it (`*.contoso.com`), or every domain (`*`)."""

    include_subdomains: bool = False

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `contoso.com`, `*.contoso.com` or `*`."""
        text = text.strip()
        if text == "*":
            return cls("*", True)
        domain = text.removeprefix("*.")
        if not is_domain(domain):
            raise BadValue(f"'{text}' is not a valid SMTP domain.")
        return cls(domain, domain != text)

    def matches(self, domain: str) -> bool:
        """Whether mail for `domain` falls under it. `*.contoso.com` takes contoso.com itself too."""
        if self.domain == "*":
            return True
        own, other = self.domain.casefold(), domain.casefold()
        return own == other or (self.include_subdomains and other.endswith("." + own))

    def __str__(self) -> str:
        return f"*.{self.domain}" if self.include_subdomains and self.domain != "*" else self.domain


@dataclass(frozen=True, slots=True)
class ProxyAddress:
    """An address of a recipient with its kind: `SMTP:` for the primary one, `smtp:` for others, `X400:` ..."""

    prefix: str
    address: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `smtp:a@b.c`, `X500:/o=...`, or a plain address, which is a secondary SMTP address."""
        prefix, colon, address = text.strip().partition(":")
        if not colon:
            prefix, address = "smtp", prefix
        if prefix.lower() == "smtp" and not SmtpAddress(address).is_valid:
            raise BadValue(
                f"The address '{text}' is invalid: \"{address}\" isn't a valid SMTP address. The domain name can't "
                "contain spaces and it has to have a prefix and a suffix, such as example.com."
            )
        if not prefix.isalnum() or not address:
            raise BadValue(
                f'The proxy address "{text}" is not valid. Valid proxy addresses have the form prefix:address, '
                "for example smtp:user@contoso.com."
            )
        return cls(prefix if prefix.lower() == "smtp" else prefix.upper(), address)

    @classmethod
    def convert(cls, value: Any) -> Self:
        """A proxy address from one, or from a text."""
        return value if isinstance(value, cls) else cls.parse(str(value))

    @property
    def is_primary(self) -> bool:
        """The primary address of its kind has an upper-case prefix."""
        return self.prefix.isupper() and self.prefix == "SMTP"

    @property
    def is_smtp(self) -> bool:
        """Whether it is an SMTP address."""
        return self.prefix.upper() == "SMTP"

    def as_primary(self) -> Self:
        """The same address as the primary one."""
        return type(self)(self.prefix.upper(), self.address)

    def as_secondary(self) -> Self:
        """The same address as one of the others."""
        return type(self)(self.prefix.lower(), self.address)

    def __str__(self) -> str:
        return f"{self.prefix}:{self.address}"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, ProxyAddress):
            return NotImplemented
        return str(self).casefold() == str(other).casefold()

    def __lt__(self, other: ProxyAddress) -> bool:
        return str(self).casefold() < str(other).casefold()

    def __gt__(self, other: ProxyAddress) -> bool:
        return other < self

    def __hash__(self) -> int:
        return hash(str(self).casefold())
