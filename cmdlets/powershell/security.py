"""Secrets at the prompt: ConvertTo- and ConvertFrom-SecureString, Get-Credential, Read-Host."""

from __future__ import annotations

import base64
import os
from typing import Any, Final

from shell.dotnet.security.credentials import PSCredential, SecureString
from shell.engine.commands.cmdlet import Cmdlet, Example, SetMembership, parameter
from shell.machine.host import not_interactive
from shell.types.conversion.text import to_string
from shell.values.errors import (
    ArgumentException,
    ErrorCategory,
    FormatException,
    PSArgumentException,
    SystemException,
    exception_class,
)
from shell.values.objects import Value, unwrap

_SECURITY: Final = "Microsoft.PowerShell.Security"
_MARK: Final = "76492d1116743f0423413b16050a5345"
"""What a text encrypted with a key begins with."""


CryptographicException = exception_class(
    "System.Security.Cryptography.CryptographicException", SystemException, __name__
)


class BadKey(ValueError):
    """A text was encrypted with another key."""


class ConvertToSecureString(
    Cmdlet,
    verb="ConvertTo",
    noun="SecureString",
    module=_SECURITY,
    default_set="Secure",
    output=("System.Security.SecureString",),
):
    """Make a secure string of plain text, or of what ConvertFrom-SecureString wrote."""

    examples = (
        Example("$s = ConvertTo-SecureString 'secret' -AsPlainText -Force; $s.Length", "A password in a script."),
    )

    string: str = parameter("string", position=0, mandatory=True, pipeline=True, help="The text.")
    secure_key: Any = parameter(
        "System.Security.SecureString", sets={"Secure": SetMembership(position=1)}, help="The key as secure string."
    )
    as_plain_text: bool = parameter(
        "switch", sets={"PlainText": SetMembership(position=1)}, help="The text is not encrypted."
    )
    force: bool = parameter("switch", sets={"PlainText": SetMembership(position=2)}, help="Accepted for old scripts.")
    key: Any = parameter("byte[]", sets=("Open",), help="The key: 16, 24 or 32 bytes.")

    def process(self) -> None:
        """Write the secure string."""
        if self.as_plain_text:
            self.write(SecureString(self.string))
            return
        try:
            self.write(SecureString(decrypt(self.string, _key_bytes(self.key, self.secure_key))))
        except BadKey:
            self.write_error(
                self.error(
                    "Padding is invalid and cannot be removed.",
                    "ImportSecureString_InvalidArgument_CryptographicError",
                    ErrorCategory.InvalidArgument,
                    exception=CryptographicException,
                )
            )
        except ValueError:
            raise self.fail(
                self.error(
                    f"The input string '{self.string[:2]}' was not in a correct format.",
                    "System.FormatException",
                    exception=FormatException,
                )
            ) from None


class ConvertFromSecureString(
    Cmdlet, verb="ConvertFrom", noun="SecureString", module=_SECURITY, default_set="Secure", output=("string",)
):
    """Turn a secure string into encrypted text, or into plain text."""

    examples = (
        Example(
            "ConvertTo-SecureString 'secret' -AsPlainText -Force | ConvertFrom-SecureString -AsPlainText",
            "Back to plain text.",
        ),
    )

    secure_string: Any = parameter(
        "System.Security.SecureString", position=0, mandatory=True, pipeline=True, help="The secure string."
    )
    secure_key: Any = parameter(
        "System.Security.SecureString", sets={"Secure": SetMembership(position=1)}, help="The key as secure string."
    )
    as_plain_text: bool = parameter("switch", sets=("AsPlainText",), help="Write the text itself.")
    key: Any = parameter("byte[]", sets=("Open",), help="The key: 16, 24 or 32 bytes.")

    def process(self) -> None:
        """Write the text."""
        text = unwrap(self.secure_string).text
        if self.as_plain_text:
            self.write(text)
            return
        if not text:
            raise self.fail(
                self.error(
                    'Cannot process argument because the value of argument "input" is not valid. Change the value of '
                    'the "input" argument and run the operation again.',
                    "Argument",
                    ErrorCategory.InvalidArgument,
                    exception=PSArgumentException,
                )
            )
        key = _key_bytes(self.key, self.secure_key)
        if key is not None and len(key) not in (16, 24, 32):
            raise self.fail(
                self.error(
                    "The specified key is not valid. Valid key length settings are either 128 bits, 192 bits, or 256 "
                    "bits.",
                    "Argument",
                    ErrorCategory.InvalidArgument,
                    exception=ArgumentException,
                )
            )
        self.write(encrypt(text, key))


def _key_bytes(key: Any, secure_key: Any) -> bytes | None:
    if key is not None:
        return bytes(unwrap(key))
    if secure_key is not None:
        return str(unwrap(secure_key).text).encode("utf-16-le")
    return None


def _cipher(key: bytes, vector: bytes) -> Any:
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    return Cipher(algorithms.AES(key), modes.CBC(vector))


def encrypt(text: str, key: bytes | None) -> str:
    """Return a text that `decrypt` and PowerShell read.

    With a key: AES in CBC mode; the mark, then Base64 of `2|vector|data`. Without one it is the UTF-16 text in
    hexadecimal, as PowerShell has it on Linux and macOS; Windows' own encryption is not used.
    """
    data = text.encode("utf-16-le")
    if key is None:
        return data.hex()
    vector = os.urandom(16)
    padding = 16 - len(data) % 16
    encryptor = _cipher(key, vector).encryptor()
    mixed = encryptor.update(data + bytes([padding]) * padding) + encryptor.finalize()
    content = f"2|{base64.b64encode(vector).decode()}|{mixed.hex()}"
    return _MARK + base64.b64encode(content.encode("utf-16-le")).decode()


def decrypt(text: str, key: bytes | None) -> str:
    """Return the plain text. Raises ValueError for anything that `encrypt` did not write, or wrote with another key."""
    if key is None:
        return bytes.fromhex(text.strip()).decode("utf-16-le")
    if not text.startswith(_MARK):
        raise ValueError(text)
    parts = base64.b64decode(text[len(_MARK) :], validate=True).decode("utf-16-le").split("|")
    if len(parts) != 3:
        raise ValueError(text)
    decryptor = _cipher(key, base64.b64decode(parts[1])).decryptor()
    plain = decryptor.update(bytes.fromhex(parts[2])) + decryptor.finalize()
    if not plain or not 1 <= plain[-1] <= 16:
        raise BadKey(text)
    text_bytes: bytes = plain[: -plain[-1]]
    return text_bytes.decode("utf-16-le")


class _Name(PSCredential):
    """The name alone of one who is still to be asked for a password."""

    def __init__(self, user_name: str) -> None:
        self.user_name = user_name
        self.password = SecureString("")


def _named(value: Value) -> Value:
    base = unwrap(value)
    return _Name(base) if isinstance(base, str) else value


class GetCredential(
    Cmdlet,
    verb="Get",
    noun="Credential",
    module=_SECURITY,
    default_set="CredentialSet",
    output=("System.Management.Automation.PSCredential",),
):
    """Ask for a user name and a password."""

    given: Any = parameter(
        "pscredential",
        transform=_named,
        name="Credential",
        sets={"CredentialSet": SetMembership(position=0)},
        not_null=True,
        help="A user name, or a credential that is written as it is.",
    )
    message: str = parameter("string", sets=("MessageSet",), not_null_or_empty=True, help="What is shown.")
    user_name: str = parameter(
        "string", sets={"MessageSet": SetMembership(position=0)}, not_null_or_empty=True, help="The user name."
    )
    title: str = parameter("string", sets=("MessageSet",), not_null_or_empty=True, help="What is shown above.")

    def begin(self) -> None:
        """Ask and write."""
        given = unwrap(self.given)
        if isinstance(given, PSCredential) and not isinstance(given, _Name):
            self.write(given)
            return
        host = self.session.host
        if not host.interactive:
            raise not_interactive()
        name = self.user_name or ("" if given is None else given.user_name)
        host.write(f"\n{self.title or 'PowerShell credential request'}\n{self.message or 'Enter your credentials.'}\n")
        if not name:
            name = host.read_line("User: ")
        password = host.read_line(f"Password for user {name}: ", secret=True)
        host.write("\n")
        self.write(PSCredential(name, SecureString(password)))


class ReadHost(
    Cmdlet,
    verb="Read",
    noun="Host",
    module="Microsoft.PowerShell.Utility",
    default_set="AsString",
    output=("System.String", "System.Security.SecureString"),
):
    """Ask for a line."""

    prompt: Any = parameter("object", position=0, remaining=True, help="The question; a colon is put behind it.")
    mask_input: bool = parameter("switch", sets=("AsString",), help="Show asterisks for what is typed.")
    as_secure_string: bool = parameter("switch", sets=("AsSecureString",), help="Write a secure string.")

    def begin(self) -> None:
        """Ask and write the answer."""
        host = self.session.host
        if not host.interactive:
            raise not_interactive()
        answer = host.read_line(self._question(), secret=self.mask_input or self.as_secure_string)
        self.write(SecureString(answer) if self.as_secure_string else answer)

    def _question(self) -> str:
        prompt = unwrap(self.prompt)
        if prompt is None:
            return ""
        parts = prompt if isinstance(prompt, list) else [prompt]
        return " ".join(to_string(each) for each in parts) + ": "
