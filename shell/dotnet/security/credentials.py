"""Secrets: SecureString, PSCredential, NetworkCredential.

The text is kept unencrypted in memory: a SecureString here is no safer than a string.
"""

from __future__ import annotations

from shell.types.registry.checks import index_below
from shell.types.registry.declarations import clr_class, clr_constructor, clr_method, clr_property
from shell.values.errors import (
    InvalidOperationException,
    PSArgumentException,
)
from shell.values.exceptions import PSArgumentNullException
from shell.values.objects import Value


@clr_class("System.Security.SecureString")
class SecureString:
    """System.Security.SecureString; `text` is its plain text."""

    @clr_constructor()
    def __init__(self, text: str = "") -> None:
        self.text = text
        self.is_fixed = False
        self.kept: object = None
        """A value derived from the text, cached by callers; cleared when the text changes."""

    def __str__(self) -> str:
        return "System.Security.SecureString"

    @clr_property("Length", "int")
    def length(self) -> int:
        """Return the number of characters."""
        return len(self.text)

    def _change(self, text: str) -> None:
        if self.is_fixed:
            raise InvalidOperationException("Instance is read-only.")
        self.text = text
        self.kept = None

    @clr_method("AppendChar", "char c -> void")
    def append_char(self, letter: str) -> None:
        """Append a character."""
        self._change(self.text + letter)

    @clr_method("InsertAt", "int index, char c -> void")
    def insert_at(self, index: int, letter: str) -> None:
        """Insert a character."""
        self._check(index, len(self.text))
        self._change(self.text[:index] + letter + self.text[index:])

    @clr_method("RemoveAt", "int index -> void")
    def remove_at(self, index: int) -> None:
        """Remove a character."""
        self._check(index, len(self.text) - 1)
        self._change(self.text[:index] + self.text[index + 1 :])

    @clr_method("SetAt", "int index, char c -> void")
    def set_at(self, index: int, letter: str) -> None:
        """Replace a character."""
        self._check(index, len(self.text) - 1)
        self._change(self.text[:index] + letter + self.text[index + 1 :])

    def _check(self, index: int, last: int) -> None:
        index_below(index, last + 1, "index")

    @clr_method("Clear", "-> void")
    def clear(self) -> None:
        """Clear the text."""
        self._change("")

    @clr_method("Copy", "-> securestring")
    def copy(self) -> SecureString:
        """Return a copy."""
        return SecureString(self.text)

    @clr_method("MakeReadOnly", "-> void")
    def make_read_only(self) -> None:
        """Make the string read-only."""
        self.is_fixed = True

    @clr_method("IsReadOnly", "-> bool")
    def is_read_only(self) -> bool:
        """Return True if the string is read-only."""
        return self.is_fixed

    @clr_method("Dispose", "-> void")
    def dispose(self) -> None:
        """Clear the text."""
        self.text, self.kept = "", None


@clr_class(
    "System.Net.NetworkCredential",
    properties="UserName:string=rw Password:string=rw SecurePassword:securestring Domain:string=rw",
)
class NetworkCredential:
    """System.Net.NetworkCredential."""

    @clr_constructor()
    @clr_constructor("string userName, string password")
    @clr_constructor("string userName, string password, string domain")
    def __init__(self, user_name: str = "", password: str = "", domain: str = "") -> None:
        self.user_name = user_name or ""
        self.password = password or ""
        self.domain = domain or ""

    @clr_constructor("string userName, securestring password")
    @clr_constructor("string userName, securestring password, string domain")
    @staticmethod
    def of_secret(user_name: str, password: SecureString, domain: str = "") -> NetworkCredential:
        """Create a credential from a SecureString."""
        return NetworkCredential(user_name, "" if password is None else password.text, domain)

    @clr_method("GetCredential", "object uri, string authType -> System.Net.NetworkCredential")
    def get_credential(self, uri: Value, kind: str) -> NetworkCredential:
        """Return the credential itself for every URI."""
        return self

    @property
    def secure_password(self) -> SecureString:
        """Return the password as a SecureString."""
        return SecureString(self.password)


@clr_class("System.Management.Automation.PSCredential", properties="UserName:string Password:securestring")
class PSCredential:
    """System.Management.Automation.PSCredential."""

    @clr_constructor("string userName, securestring password")
    def __init__(self, user_name: str, password: SecureString) -> None:
        if not user_name:
            raise PSArgumentException(
                'Cannot process argument because the value of argument "userName" is not valid. Change the value of '
                'the "userName" argument and run the operation again.'
            )
        if password is None:
            raise PSArgumentNullException(
                'Cannot process argument because the value of argument "password" is null. Change the value of argument'
                ' "password" to a non-null value.'
            )
        self.user_name = user_name
        self.password = password

    def __str__(self) -> str:
        return "System.Management.Automation.PSCredential"

    @clr_method("GetNetworkCredential", "-> System.Net.NetworkCredential")
    def network_credential(self) -> NetworkCredential:
        """Return user, domain and password as plain text."""
        user, domain = _split(self.user_name)
        return NetworkCredential(user, self.password.text, domain)

    @clr_property("Empty", "System.Management.Automation.PSCredential", static=True)
    @staticmethod
    def empty() -> Value:
        """Return null, as PowerShell does."""
        return None


def _split(name: str) -> tuple[str, str]:
    """Split `domain\\user` or `user@domain`; with a dot in the domain it is an address, which stays whole."""
    domain, slash, user = name.partition("\\")
    if slash:
        return user, domain
    place = name.rfind("@")
    if place >= 0 and (name.rfind(".") < place or name.find("@") != place):
        return name[:place], name[place + 1 :]
    return name, ""


def plain_text(value: Value) -> str:
    """Return the plain text of a SecureString."""
    return value.text if isinstance(value, SecureString) else str(value)
