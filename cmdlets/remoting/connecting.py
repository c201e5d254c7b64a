"""Whether a computer can be connected to, and the errors of those that cannot. Nothing is ever dialed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from organization.dns import hosts
from organization.identity import is_pattern
from organization.objects.user import User
from shell.lazy import lazy
from shell.types.conversion.text import to_string
from shell.values.errors import RuntimeException, exception_class

if TYPE_CHECKING:
    from cmdlets.exchange import conversion
    from shell.engine.session.runspace import Runspace
else:
    conversion = lazy("cmdlets.exchange.conversion", globals())

PSRemotingTransportException: Final = exception_class(
    "System.Management.Automation.Remoting.PSRemotingTransportException", RuntimeException, __name__
)
DEFAULT_CONFIGURATION: Final = "Microsoft.PowerShell"
EXCHANGE_CONFIGURATION: Final = "Microsoft.Exchange"
_CONFIGURATIONS: Final = (
    DEFAULT_CONFIGURATION,
    "Microsoft.PowerShell32",
    "Microsoft.PowerShell.Workflow",
    EXCHANGE_CONFIGURATION,
)
_HELP: Final = "For more information, see the about_Remote_Troubleshooting Help topic."


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why there is no connection. `error_id` is the first part of the error's id."""

    computer: str
    error_id: str
    text: str

    @property
    def message(self) -> str:
        """As the error shows it."""
        return (
            f"[{self.computer}] Connecting to remote server {self.computer} failed with the following error message : "
            f"{self.text} {_HELP}"
        )


def refusal(
    session: Runspace, computer: str, configuration: str = "", credential: Any = None, *, by_address: bool = False
) -> Refusal | None:
    """Return why a computer cannot be connected to; None for the lab's own server.

    `credential` is a PSCredential, whose password must be that of an account of the lab. `by_address` is true where
    nothing but the name of the computer is looked up, as with Basic authentication.
    """
    organization = session.organization
    if not hosts.is_own(organization, computer):
        return _unreachable(session, computer, by_address)
    if configuration and configuration.casefold() not in (each.casefold() for each in _CONFIGURATIONS):
        return Refusal(
            computer,
            "InvalidResourceUri",
            f"The WS-Management service cannot process the request. Cannot find the {configuration} session "
            f"configuration in the WSMan: drive on the {computer} computer.",
        )
    if credential is not None and not _may_log_on(session, credential):
        return Refusal(computer, "LogonFailure", "The user name or password is incorrect.")
    return None


def _unreachable(session: Runspace, computer: str, by_address: bool) -> Refusal:
    try:
        known = hosts.find(session.organization, computer) is not None
    except hosts.DnsFailure:
        known = False
    if known:
        return Refusal(
            computer,
            "WinRMOperationTimeout",
            "WinRM cannot complete the operation. Verify that the specified computer name is valid, that the computer "
            "is accessible over the network, and that a firewall exception for the WinRM service is enabled and allows "
            "access from this computer. By default, the WinRM firewall exception for public profiles limits access to "
            "remote computers within the same local subnet.",
        )
    if by_address:
        text = "The WinRM client cannot process the request because the server name cannot be resolved."
        return Refusal(computer, "ComputerNotFound", text)
    return Refusal(
        computer,
        "NetworkPathNotFound",
        "WinRM cannot process the request. The following error occurred while using Kerberos authentication: Cannot "
        f"find the computer {computer}. Verify that the computer exists on the network and that the name provided is "
        "spelled correctly.",
    )


def _may_log_on(session: Runspace, credential: Any) -> bool:
    name = to_string(credential.user_name).removeprefix(".\\")
    password = conversion.secret_text(credential.password)
    accounts: list[User] = [] if is_pattern(name) else session.organization.find(User, name)
    return any(account.accepts_password(password) for account in accounts)
