"""PowerShell's service cmdlets for the Windows services of the lab's server."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar, Final

from organization.dns import hosts
from organization.identity import matcher
from organization.objects.server import Service, ServiceStatus, StartMode
from organization.values.multivalued import as_items
from shell.engine.commands.cmdlet import Example, SetMembership, parameter
from shell.types.conversion.text import to_string
from shell.values.errors import ErrorCategory, InvalidOperationException, RuntimeException

from .. import completers
from ..base import ExchangeCmdlet
from ..records import VIEWS, Record

VIEWS["Service"] = ("status", "name", "display_name", "start_type")


_STARTUP_TYPE: Final = "Microsoft.PowerShell.Commands.ServiceStartupType"


class ServiceCommandException(RuntimeException):
    """The exception of PowerShell's service cmdlets."""

    clr_name = "Microsoft.PowerShell.Commands.ServiceCommandException"


class _ServiceCommand(ExchangeCmdlet):
    """A command for services by name, by display name, or by object."""

    module = "Microsoft.PowerShell.Management"

    def __init_subclass__(cls, *, verb: str = "", **options: Any) -> None:
        if verb:
            options.setdefault("class_name", f"Microsoft.PowerShell.Commands.{verb}ServiceCommand")
        super().__init_subclass__(verb=verb, **options)

    name: Any = parameter(
        "string[]",
        position=0,
        pipeline=True,
        by_property_name=True,
        sets=("Default",),
        aliases=("ServiceName",),
        completer=completers.services,
        help="The service names; wildcards are allowed.",
    )
    display_name: Any = parameter(
        "string[]",
        sets=("DisplayName",),
        mandatory=True,
        completer=completers.service_titles,
        help="The display names; wildcards are allowed.",
    )
    include: Any = parameter("string[]", help="Only services whose names match.")
    exclude: Any = parameter("string[]", help="Leave out services whose names match.")

    default_set = "Default"

    def services(self) -> Iterator[Service]:
        """Return the services concerned; a name without wildcards that matches no service is an error."""
        by_display_name = bool(self.display_name)
        names = as_items(self.display_name or self.name) or ("*",)
        found: dict[Any, Service] = {}
        for name in map(_name_of, names):
            fitting = [each for each in self._all() if matcher(name)(_label(each, by_display_name))]
            if not fitting and "*" not in name:
                kind = "display" if by_display_name else "service"
                self._missing(name, kind)
            found |= {each.guid: each for each in fitting}
        for service in found.values():
            if self._wanted(service.name):
                yield service

    def _all(self) -> list[Service]:
        return sorted(self.organization.all(Service), key=lambda service: service.name.lower())

    def _wanted(self, name: str) -> bool:
        included, excluded = as_items(self.include), as_items(self.exclude)
        fits = not included or any(matcher(to_string(each))(name) for each in included)
        return fits and not any(matcher(to_string(each))(name) for each in excluded)

    def _missing(self, name: str, kind: str) -> None:
        error_id = "NoServiceFoundForGivenName" if kind == "service" else "NoServiceFoundForGivenDisplayName"
        self.write_error(
            self.error(
                f"Cannot find any service with {kind} name '{name}'.",
                error_id,
                ErrorCategory.ObjectNotFound,
                name,
                exception=ServiceCommandException,
            )
        )


def _name_of(value: Any) -> str:
    return value.model.name if isinstance(value, Record) else to_string(value)


def _label(service: Service, by_display_name: bool) -> str:
    return service.display_name if by_display_name else service.name


class GetService(_ServiceCommand, verb="Get", noun="Service"):
    """Show the Windows services of the lab's server."""

    examples = (Example("Get-Service MSExchange*", "Exchange's services."),)
    computer_name: Any = parameter(
        "string[]",
        aliases=("Cn",),
        by_property_name=True,
        help="The computers (Windows PowerShell only): the lab's own server; others do not answer.",
    )

    def process(self) -> None:
        """Write them."""
        for computer in map(to_string, self.computer_name or ("localhost",)):
            if not hosts.is_own(self.organization, computer):
                text = (
                    f"Cannot open Service Control Manager on computer '{computer}'. This operation might require other "
                    "privileges."
                )
                error = InvalidOperationException(text)
                self.write_error(self.error(error, "System.InvalidOperationException"))
                continue
            for service in self.services():
                self.emit(service, "Service")


class _ServiceControl(ExchangeCmdlet):
    """A command that starts or stops services."""

    needed_error: ClassVar[str] = "ServiceHasDependentServices"
    """The id of the error for a service that another one needs."""

    def start(self, service: Service) -> None:
        """Start a service, after the services that it depends on."""
        if service.start_type is StartMode.Disabled:
            self._cannot("start", "CouldNotStartService", service)
            return
        for needed in service.depends_on:
            other = self.organization.get(Service, needed)
            if other.status is ServiceStatus.Stopped:
                self.start(other)
        if service.status is ServiceStatus.Stopped:
            self.organization.update(service, status=ServiceStatus.Running, started=self.organization.clock())

    def stop_service(self, service: Service, force: bool) -> bool:
        """Stop a service, after its dependent services; return whether it is stopped."""
        needing = [
            each
            for each in self.organization.all(Service)
            if service.name in each.depends_on and each.status is ServiceStatus.Running
        ]
        if needing and not force:
            self._needed(service)
            return False
        for each in needing:
            self.stop_service(each, force)
        if service.status is ServiceStatus.Running:
            self.organization.update(service, status=ServiceStatus.Stopped)
        return True

    def _needed(self, service: Service) -> None:
        self.write_error(
            self.error(
                f"Cannot stop service '{service.display_name} ({service.name})' because it has dependent services. It "
                "can only be stopped if the Force flag is set.",
                self.needed_error,
                ErrorCategory.InvalidOperation,
                Record(service, self.organization, "Service"),
                exception=ServiceCommandException,
            )
        )

    def _cannot(self, verb: str, error_id: str, service: Service) -> None:
        label = f"{service.display_name} ({service.name})"
        text = f"Service '{label}' cannot be {verb}ed due to the following error: Cannot {verb} service {service.name}."
        self.write_error(self.error(InvalidOperationException(text), error_id, ErrorCategory.OpenError, service.name))


class _Changing(_ServiceControl, _ServiceCommand):
    """A command that starts or stops services."""

    supports_should_process: ClassVar[bool] = True
    pass_thru: bool = parameter("switch", help="Write the services to the pipeline.")
    force: bool
    action: ClassVar[str] = ""

    def process(self) -> None:
        """Start or stop each service."""
        for service in list(self.services()):
            if self.should_process(f"{service.display_name} ({service.name})", self.action):
                self.change(service)
                if self.pass_thru:
                    self.emit(self.organization.get(Service, str(service.guid)), "Service")

    def change(self, service: Service) -> None:
        """Start or stop the service."""
        raise NotImplementedError


class StartService(_Changing, verb="Start", noun="Service"):
    """Start services."""

    action = "Start-Service"
    examples = (Example("Start-Service MSExchangeTransport", "Accept mail again."),)

    def change(self, service: Service) -> None:
        """Start it."""
        self.start(service)


class StopService(_Changing, verb="Stop", noun="Service"):
    """Stop services. A stopped transport service takes no connections."""

    action = "Stop-Service"
    force: bool = parameter("switch", help="Stop dependent services too.")
    no_wait: bool = parameter(
        "switch",
        hidden=True,
        help="Do not wait until the services have stopped. No effect: the lab's services stop at once.",
    )

    def change(self, service: Service) -> None:
        """Stop it."""
        self.stop_service(service, self.force)


class RestartService(_Changing, verb="Restart", noun="Service"):
    """Stop services and start them again."""

    action = "Restart-Service"
    force: bool = parameter("switch", help="Restart dependent services too.")
    examples = (Example("Restart-Service MSExchangeTransport", "Load agents that were installed."),)

    def change(self, service: Service) -> None:
        """Stop the service, then start it and its dependent services."""
        running = {each.guid for each in self.organization.all(Service) if each.status is ServiceStatus.Running}
        if not self.stop_service(service, self.force):
            return
        for each in self.organization.all(Service):
            if (each.guid in running and each.status is ServiceStatus.Stopped) or each.guid == service.guid:
                self.start(each)


class SetService(
    _ServiceControl,
    verb="Set",
    noun="Service",
    module="Microsoft.PowerShell.Management",
    class_name="Microsoft.PowerShell.Commands.SetServiceCommand",
    should_process=True,
    default_set="Name",
):
    """Change the start type, the names or the state of a service."""

    examples = (Example("Set-Service MSExchangeTransport -StartupType Manual -WhatIf", "Disable automatic start."),)
    needed_error = "ServiceHasDependentServicesNoForce"

    name: Any = parameter(
        "string",
        sets={"Name": SetMembership(mandatory=True, position=0, pipeline=True, by_property_name=True)},
        aliases=("ServiceName", "SN"),
        completer=completers.services,
        help="The name of the service.",
    )
    input_object: Any = parameter(
        "object", sets={"InputObject": SetMembership(mandatory=True, position=0)}, help="The service object."
    )
    display_name: str = parameter("string", aliases=("DN",), not_null_or_empty=True, help="The new display name.")
    credential: Any = parameter(
        "pscredential", refused="Services run as the lab does.", help="The account that the service runs as."
    )
    description: str = parameter("string", not_null_or_empty=True, help="The new description.")
    startup_type: Any = parameter(
        _STARTUP_TYPE,
        aliases=("StartMode", "SM", "ST", "StartType"),
        help="The start type: Automatic, Manual or Disabled; AutomaticDelayedStart counts as Automatic.",
    )
    security_descriptor_sddl: str = parameter(
        "string",
        aliases=("sd",),
        not_null_or_empty=True,
        refused="Services have no access lists.",
        help="The security descriptor in SDDL.",
    )
    status: str = parameter(
        "string", values=("Running", "Stopped", "Paused"), help="The state to bring it to: Running, Stopped or Paused."
    )
    force: bool = parameter("switch", help="Stop dependent services too.")
    pass_thru: bool = parameter("switch", help="Write the service to the pipeline.")

    def process(self) -> None:
        """Change the service."""
        given = self.input_object if self.parameter_set == "InputObject" else self.name
        name = _name_of(given)
        service = next((each for each in self.organization.all(Service) if each.name.lower() == name.lower()), None)
        if service is None:
            error = InvalidOperationException(f"Service '{name}' was not found on computer '.'.")
            self.write_error(self.error(error, "InvalidOperationException", ErrorCategory.ObjectNotFound, name))
            return
        if not self.should_process(f"{service.display_name} ({service.name})", "Set-Service"):
            return
        self._configure(service)
        self._bring_to(self.organization.get(Service, str(service.guid)))
        if self.pass_thru:
            self.emit(self.organization.get(Service, str(service.guid)), "Service")

    def _configure(self, service: Service) -> None:
        changes: dict[str, Any] = {}
        if self.display_name:
            changes["display_name"] = self.display_name
        if self.description:
            changes["description"] = self.description
        if self.startup_type is not None:
            word = to_string(self.startup_type)
            changes["start_type"] = StartMode.Automatic if word == "AutomaticDelayedStart" else StartMode[word]
        if changes:
            self.organization.update(service, **changes)

    def _bring_to(self, service: Service) -> None:
        wanted = (self.status or "").lower()
        if wanted == "running":
            self.start(service)
        elif wanted == "stopped" and service.status is ServiceStatus.Running:
            self.stop_service(service, self.force)
        elif wanted == "paused":
            label = f"{service.display_name} ({service.name})"
            text = f"Service '{label}' cannot be suspended because the service does not support being suspended or "
            error = ServiceCommandException(text + "resumed.")
            shown = Record(service, self.organization, "Service")
            self.write_error(self.error(error, "CouldNotSuspendServiceNotSupported", ErrorCategory.CloseError, shown))
