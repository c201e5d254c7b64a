"""Get- and Set-ADServerSettings: the session's view of the directory (Exchange 2010 and later)."""

from __future__ import annotations

from typing import Any, ClassVar

from organization.names import Forest
from shell.engine.commands.cmdlet import Example, parameter
from shell.engine.session.runspace import Runspace
from shell.types.registry.declarations import clr_class
from shell.values.errors import ErrorCategory, NetException
from shell.values.objects import Value

from ..ad_session import Scope, controller_named, controllers_named, root_of, scope_of
from ..base import ExchangeCmdlet
from ..multivalued import MultiValuedProperty

_SETTINGS = "Microsoft.Exchange.Data.Directory.RunspaceServerSettingsPresentationObject"


def _controllers(session: Runspace, word: str) -> list[str]:
    name = session.organization.forest.domain_controller_fqdn
    return [name] if name.lower().startswith(word.lower()) else []


@clr_class(
    _SETTINGS,
    properties="DefaultGlobalCatalog:string PreferredDomainControllerForDomain:object"
    " DefaultConfigurationDomainController:string DefaultPreferredDomainControllers:object"
    " UserPreferredGlobalCatalog:string=rw UserPreferredConfigurationDomainController:string=rw"
    " UserPreferredDomainControllers:object=rw DefaultConfigurationDomainControllersForAllForests:object"
    " DefaultGlobalCatalogsForAllForests:object RecipientViewRoot:string=rw ViewEntireForest:bool=rw"
    " WriteOriginatingChangeTimestamp:bool=rw WriteShadowProperties:bool=rw Identity:object IsValid:bool"
    " ObjectState:string",
)
class ServerSettings:
    """A copy of the session's settings; a script may change it and pass it to Set-ADServerSettings."""

    def __init__(self, forest: Forest, scope: Scope) -> None:
        controller = forest.domain_controller_fqdn
        self.default_global_catalog = controller
        self.preferred_domain_controller_for_domain = MultiValuedProperty()
        self.default_configuration_domain_controller = controller
        self.default_preferred_domain_controllers = MultiValuedProperty([controller])
        self.user_preferred_global_catalog: str | None = scope.global_catalog or None
        self.user_preferred_configuration_domain_controller: str | None = scope.configuration_controller or None
        self.user_preferred_domain_controllers: Value = MultiValuedProperty(scope.domain_controllers)
        in_forest = MultiValuedProperty([f"<{forest.domain}, {controller}>"])
        self.default_configuration_domain_controllers_for_all_forests = in_forest
        self.default_global_catalogs_for_all_forests = in_forest
        self.recipient_view_root: str = "" if scope.entire_forest else scope.root or forest.domain
        self.view_entire_forest = scope.entire_forest
        self.write_originating_change_timestamp = False
        self.write_shadow_properties = False
        self.identity: Value = None
        self.is_valid = True
        self.object_state = "New"

    def __str__(self) -> str:
        return _SETTINGS


class GetADServerSettings(ExchangeCmdlet, verb="Get", noun="ADServerSettings"):
    """Show the session's view of the directory (Exchange 2010 and later)."""

    examples = (Example("Get-ADServerSettings | Format-List", "The settings of the session."),)
    output_types: ClassVar[tuple[str, ...]] = (_SETTINGS,)

    def process(self) -> None:
        """Write them."""
        self.write(ServerSettings(self.organization.forest, scope_of(self.session)))


class SetADServerSettings(ExchangeCmdlet, verb="Set", noun="ADServerSettings", default_set="FullParams"):
    """Change the session's view of the directory (Exchange 2010 and later).

    A RecipientViewRoot limits Get-Mailbox and the other recipient cmdlets to an organizational unit. The lab has one
    domain and one domain controller: preferred servers are kept and shown only.
    """

    supports_should_process: ClassVar[bool] = True
    examples = (
        Example("Set-ADServerSettings -ViewEntireForest $true", "See the recipients of all domains."),
        Example(
            "Set-ADServerSettings -RecipientViewRoot contoso.com/Users",
            "See the recipients of one organizational unit only.",
        ),
    )

    runspace_server_settings: Any = parameter(
        _SETTINGS,
        sets=("Instance",),
        mandatory=True,
        pipeline=True,
        help="Settings from Get-ADServerSettings.",
    )
    configuration_domain_controller: str = parameter(
        "string", sets=("FullParams",), completer=_controllers, help="The domain controller for the configuration."
    )
    preferred_global_catalog: str = parameter(
        "string", sets=("FullParams",), completer=_controllers, help="The global catalog server."
    )
    set_preferred_domain_controllers: Any = parameter(
        "string[]", sets=("FullParams",), completer=_controllers, help="The domain controllers to read from."
    )
    preferred_server: str = parameter(
        "string",
        sets=("SingleDC",),
        position=0,
        mandatory=True,
        completer=_controllers,
        help="One domain controller for everything.",
    )
    recipient_view_root: str = parameter(
        "string", sets=("FullParams", "SingleDC"), help="The organizational unit whose recipients are seen."
    )
    view_entire_forest: bool = parameter(
        "bool", sets=("FullParams", "SingleDC"), help="Whether the recipients of all domains are seen."
    )

    def process(self) -> None:
        """Change the given settings."""
        if not self.should_process("AdminSessionADSettings", message="Setting the Active Directory server settings."):
            return
        try:
            changed = self._changed()
        except NetException as error:
            name = type(error).__name__
            self.refuse(error.message, name, ErrorCategory.InvalidArgument)
            return
        vars(scope_of(self.session)).update(vars(changed))

    def _changed(self) -> Scope:
        """Return the changed scope; raise for a name that does not exist."""
        session = self.session
        scope = Scope(**vars(scope_of(session)))
        given = self.runspace_server_settings
        if given is not None:
            scope.global_catalog = _one(session, given.user_preferred_global_catalog)
            scope.configuration_controller = _one(session, given.user_preferred_configuration_domain_controller)
            scope.domain_controllers = controllers_named(session, given.user_preferred_domain_controllers)
            scope.look(given.view_entire_forest, root_of(session, given.recipient_view_root or session_domain(session)))
            return scope
        if self.preferred_server:
            name = controller_named(session, self.preferred_server)
            scope.global_catalog = scope.configuration_controller = name
            scope.domain_controllers = (name,)
        if self.preferred_global_catalog:
            scope.global_catalog = controller_named(session, self.preferred_global_catalog)
        if self.configuration_domain_controller:
            scope.configuration_controller = controller_named(session, self.configuration_domain_controller)
        if self.is_bound("SetPreferredDomainControllers"):
            scope.domain_controllers = controllers_named(session, list(self.set_preferred_domain_controllers or ()))
        if self.recipient_view_root:
            scope.look(False, root_of(session, self.recipient_view_root))
        if self.is_bound("ViewEntireForest"):
            scope.look(self.view_entire_forest, scope.root if self.recipient_view_root else "")
        return scope


def _one(session: Runspace, name: str | None) -> str:
    return controller_named(session, name) if name else ""


def session_domain(session: Runspace) -> str:
    """Return the lab's domain."""
    domain: str = session.organization.forest.domain
    return domain
