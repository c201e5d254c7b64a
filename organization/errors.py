"""What the model refuses. An error carries facts; its text, id, exception name and category follow from them."""

from __future__ import annotations

import zlib
from typing import Any, ClassVar


class OrganizationError(Exception):
    """The base. `target` is the object the error is about, if there is one."""

    exception: str = "RecipientTaskException"
    """Exchange's name for it."""
    category: ClassVar[str] = "InvalidOperation"
    """PowerShell's error category."""

    def __init__(self, target: Any = None) -> None:
        super().__init__()
        self.target = target

    @property
    def text(self) -> str:
        """The message."""
        return self._text()

    def _text(self) -> str:
        raise NotImplementedError

    @property
    def hash_id(self) -> str:
        """Eight hexadecimal digits, the same for every error of this kind; they stand before the task's name."""
        return f"{zlib.crc32(f'{type(self).__name__}.{self.exception}'.encode()):08X}"

    def __str__(self) -> str:
        return self.text


class ObjectNotFound(OrganizationError):
    """No object of the wanted class has this identity."""

    exception = "ManagementObjectNotFoundException"
    category = "NotSpecified"

    def __init__(self, identity: str, domain_controller: str, contractions: bool) -> None:
        super().__init__()
        self.identity = identity
        self.domain_controller = domain_controller
        self.contractions = contractions

    def _text(self) -> str:
        if self.contractions:
            return (
                f"The operation couldn't be performed because object '{self.identity}' couldn't be found on "
                f"'{self.domain_controller}'."
            )
        return (
            f"The operation could not be performed because object '{self.identity}' could not be found on domain "
            f"controller '{self.domain_controller}'."
        )


class ReferenceNotFound(OrganizationError):
    """A parameter other than -Identity names a recipient or a database that is not there."""

    exception = "ManagementObjectNotFoundException"
    category = "NotSpecified"

    def __init__(self, identity: str, is_database: bool, contractions: bool) -> None:
        super().__init__()
        self.identity = identity
        self.is_database = is_database
        self.contractions = contractions

    def _text(self) -> str:
        if not self.is_database:
            could_not = "Couldn't" if self.contractions else "Could not"
            return (
                f'{could_not} find object "{self.identity}". Please make sure that it was spelled correctly or specify '
                "a different object."
            )
        if self.contractions:
            return f'Couldn\'t find database "{self.identity}". Make sure you have typed it correctly.'
        return f'Database "{self.identity}" was not found. Please make sure you have typed it correctly.'


class AmbiguousIdentity(OrganizationError):
    """Several objects have this identity."""

    exception = "ManagementObjectAmbiguousException"
    category = "NotSpecified"

    def __init__(self, identity: str, contractions: bool) -> None:
        super().__init__()
        self.identity = identity
        self.contractions = contractions

    def _text(self) -> str:
        could_not = "couldn't" if self.contractions else "could not"
        return f"The operation {could_not} be performed because '{self.identity}' matches multiple entries."


class AlreadyExists(OrganizationError):
    """An object of this name is there already."""

    exception = "ADObjectAlreadyExistsException"
    category = "NotSpecified"

    def __init__(self, distinguished_name: str, domain_controller: str) -> None:
        super().__init__()
        self.distinguished_name = distinguished_name
        self.domain_controller = domain_controller

    def _text(self) -> str:
        return (
            f"Active Directory operation failed on {self.domain_controller}. The object "
            f"'{self.distinguished_name}' already exists."
        )


class InvalidProperty(OrganizationError):
    """A property was given a value that its type or its limits do not allow."""

    exception = "DataValidationException"
    category = "InvalidData"

    def __init__(self, property_name: str, value: Any, problem: str, target: Any = None) -> None:
        super().__init__(target)
        self.property_name = property_name
        self.value = value
        self.problem = problem

    def _text(self) -> str:
        return f"{self.problem} Property Name: {self.property_name}"


class OutOfRange(InvalidProperty):
    """A value below or above the limits of its property."""

    def __init__(self, property_name: str, value: Any, low: Any, high: Any) -> None:
        super().__init__(property_name, value, f"The value {value} is not valid. It must be between {low} and {high}.")
        self.low = low
        self.high = high


class RuleBroken(OrganizationError):
    """Values that are valid each but not together, or not in this organization."""

    exception = "DataValidationException"
    category = "InvalidOperation"

    def __init__(self, problem: str, target: Any = None, exception: str = "") -> None:
        super().__init__(target)
        self.problem = problem
        if exception:
            self.exception = exception

    def _text(self) -> str:
        return self.problem


class AddressInUse(OrganizationError):
    """A proxy address that belongs to another recipient."""

    exception = "ProxyAddressExistsException"

    def __init__(self, address: str, owner: str, target: Any = None) -> None:
        super().__init__(target)
        self.address = address
        self.owner = owner

    def _text(self) -> str:
        return (
            f'The proxy address "{self.address}" is already being used by the proxy addresses or LegacyExchangeDN of '
            f'"{self.owner}". Please choose another proxy address.'
        )
