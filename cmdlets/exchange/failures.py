"""Error records for the model's errors, with Exchange's exception names and error ids."""

from __future__ import annotations

from typing import Final
from uuid import uuid4

from organization.errors import OrganizationError
from organization.versions import Version
from shell.values.errors import ErrorCategory, NetException, SystemException, exception_class

_NAMESPACES: Final = {
    "ADObjectAlreadyExistsException": "Microsoft.Exchange.Data.Directory.",
    "ConnectorMappingConflictException": "Microsoft.Exchange.Management.SystemConfigurationTasks.",
    "DataValidationException": "Microsoft.Exchange.Data.",
    "ManagementObjectAmbiguousException": "Microsoft.Exchange.Configuration.Tasks.",
    "ManagementObjectNotFoundException": "Microsoft.Exchange.Configuration.Tasks.",
    "ProxyAddressExistsException": "Microsoft.Exchange.Data.Directory.Recipient.",
    "RecipientTaskException": "Microsoft.Exchange.Management.RecipientTasks.",
}
_BASE: Final = exception_class("Microsoft.Exchange.Data.Common.LocalizedException", SystemException)
_KINDS: Final[dict[str, type[NetException]]] = {}


def exception_for(error: OrganizationError) -> NetException:
    """Return the .NET exception for a model error."""
    return exchange_exception(error.exception)(error.text)


def exchange_exception(name: str) -> type[NetException]:
    """Return the class of an Exchange exception by its short name."""
    if name not in _KINDS:
        namespace = _NAMESPACES.get(name, "Microsoft.Exchange.Management.SystemConfigurationTasks.")
        _KINDS[name] = exception_class(namespace + name, _BASE)
    return _KINDS[name]


def category_of(error: OrganizationError) -> ErrorCategory:
    """Return PowerShell's error category for a model error."""
    return ErrorCategory[error.category]


def error_id(error: OrganizationError, version: Version, server: str, moment: str) -> str:
    """Return the part of the error id before the comma. Since 2013 the part holds server and time, as errors arrive by
    remoting.
    """
    if version < Version.V2013:
        return error.hash_id
    return (
        f"[Server={server},RequestId={uuid4()},TimeStamp={moment}] "
        f"[FailureCategory=Cmdlet-{error.exception}] {error.hash_id}"
    )


def hash_of(kind: str) -> str:
    """Return eight hexadecimal digits for an error that the model does not know."""
    import zlib

    return f"{zlib.crc32(kind.encode()):08X}"
