"""The view that a session has of the directory: its recipient scope and its preferred domain controllers.

Exchange 2007 keeps the view in `$AdminSessionADSettings`. Every session has that variable, so this module imports
nothing heavy.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from shell.lazy import lazy
from shell.types.conversion.text import to_string
from shell.types.registry.declarations import clr_class
from shell.values.objects import Value

if TYPE_CHECKING:
    from cmdlets.exchange import failures, multivalued
    from organization import names
    from organization.directory import DirectoryObject
    from organization.objects import recipient
    from shell.engine.session.runspace import Runspace
else:
    failures = lazy("cmdlets.exchange.failures", globals())
    multivalued = lazy("cmdlets.exchange.multivalued", globals())
    names = lazy("organization.names", globals())
    recipient = lazy("organization.objects.recipient", globals())

_STATE = "directory scope"


@dataclass
class Scope:
    """The part of the directory that a session sees. Domain controllers are full names, empty for none."""

    entire_forest: bool = False
    root: str = ""
    """The canonical name of a unit; empty for the whole domain."""
    global_catalog: str = ""
    configuration_controller: str = ""
    domain_controllers: tuple[str, ...] = ()

    def look(self, entire_forest: bool, root: str) -> None:
        """Set the scope to the whole forest, or to what lies below a root."""
        self.entire_forest, self.root = entire_forest, "" if entire_forest else root

    def holds(self, item: DirectoryObject) -> bool:
        """True if an object lies within the scope."""
        if self.entire_forest or not self.root:
            return True
        container = f"{names.canonical(item.container_dn)}/".casefold()
        return container.startswith(f"{self.root}/".casefold())


def scope_of(session: Runspace) -> Scope:
    """Return the directory scope of a session."""
    known: Scope | None = session.state.get(_STATE)
    if known is None:
        known = session.state[_STATE] = Scope()
    return known


@clr_class(
    "Microsoft.Exchange.Configuration.Tasks.AdminSessionADSettings",
    properties="ViewEntireForest:bool=rw DefaultScope:string=rw PreferredGlobalCatalog:string=rw"
    " ConfigurationDomainController:string=rw PreferredDomainControllers:object=rw",
)
class AdminSessionADSettings:
    """`$AdminSessionADSettings` of Exchange 2007: a change of its properties takes effect at once."""

    def __init__(self, session: Runspace) -> None:
        self._session = session

    @property
    def _scope(self) -> Scope:
        return scope_of(self._session)

    @property
    def view_entire_forest(self) -> bool:
        """True if recipients of the whole forest are seen."""
        return self._scope.entire_forest

    @view_entire_forest.setter
    def view_entire_forest(self, value: bool) -> None:
        self._scope.entire_forest = value

    @property
    def default_scope(self) -> str | None:
        """The domain or the organizational unit whose recipients are seen; null for all of the forest."""
        scope = self._scope
        return None if scope.entire_forest else scope.root or self._session.organization.forest.domain

    @default_scope.setter
    def default_scope(self, value: str | None) -> None:
        scope = self._scope
        scope.root = root_of(self._session, value) if value else ""
        scope.entire_forest = not value

    @property
    def preferred_global_catalog(self) -> str | None:
        """The global catalog server to ask."""
        return self._scope.global_catalog or None

    @preferred_global_catalog.setter
    def preferred_global_catalog(self, value: str | None) -> None:
        self._scope.global_catalog = controller_named(self._session, value) if value else ""

    @property
    def configuration_domain_controller(self) -> str | None:
        """The domain controller to ask for the configuration."""
        return self._scope.configuration_controller or self._session.organization.forest.domain_controller_fqdn

    @configuration_domain_controller.setter
    def configuration_domain_controller(self, value: str | None) -> None:
        self._scope.configuration_controller = controller_named(self._session, value) if value else ""

    @property
    def preferred_domain_controllers(self) -> Value:
        """The domain controllers to ask."""
        return _many(self._scope.domain_controllers)

    @preferred_domain_controllers.setter
    def preferred_domain_controllers(self, value: Value) -> None:
        self._scope.domain_controllers = controllers_named(self._session, value)

    def __str__(self) -> str:
        return "Microsoft.Exchange.Configuration.Tasks.AdminSessionADSettings"


def controller_named(session: Runspace, name: Value) -> str:
    """Return the full name of the lab's domain controller; raise for any other."""
    forest = session.organization.forest
    text = to_string(name)
    if text.lower() in (forest.domain_controller.lower(), forest.domain_controller_fqdn.lower()):
        controller: str = forest.domain_controller_fqdn
        return controller
    raise failures.exchange_exception("SuitabilityDirectoryException")(
        f"An Active Directory error 0x51 occurred when trying to check the suitability of server '{text}'. Error: "
        "'Active directory response: The LDAP server is unavailable.'"
    )


def controllers_named(session: Runspace, value: Value) -> tuple[str, ...]:
    """Return the full names of several domain controllers; raise for one that is not the lab's."""
    items: Sequence[Value] = value if isinstance(value, list) else [] if value is None else [value]
    return tuple(controller_named(session, each) for each in items)


def root_of(session: Runspace, unit: str) -> str:
    """Return the canonical name of a domain or organizational unit; raise if the directory has no such object."""
    organization = session.organization
    forest = organization.forest
    if unit.casefold() in (forest.domain.casefold(), forest.dn.casefold(), forest.netbios.casefold()):
        return ""
    root = names.canonical(forest.container_of(unit)).rstrip("/")
    known = {f"{forest.domain}/Users".casefold(), f"{forest.domain}/Computers".casefold()}
    for item in organization.all(recipient.Recipient):
        folder = names.canonical(item.container_dn).casefold()
        while "/" in folder:
            known.add(folder)
            folder = folder.rpartition("/")[0]
    if root.casefold() in known:
        return root
    text = (
        f'Couldn\'t find organizational unit "{unit}". Make sure you have typed it correctly.'
        if organization.profile.contractions
        else f'Organizational unit "{unit}" was not found. Please make sure you have typed it correctly.'
    )
    raise failures.exchange_exception("ManagementObjectNotFoundException")(text)


def _many(items: Sequence[str]) -> Value:
    return multivalued.MultiValuedProperty(items)


__all__ = ["AdminSessionADSettings", "Scope", "controller_named", "controllers_named", "root_of", "scope_of"]
