"""Base classes of Exchange's cmdlets: parameters and errors follow from the declarations of the model.

```python
class GetAcceptedDomain(GetObject[AcceptedDomain], verb="Get", noun="AcceptedDomain"):
    '''Show the domains that the organization takes mail for.'''
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar, cast, get_args

from organization.directory import DirectoryObject
from organization.errors import InvalidProperty, ObjectNotFound, OrganizationError, ReferenceNotFound
from organization.objects.recipient import Recipient
from organization.objects.server import ExchangeServer, MailboxDatabase
from organization.ports import MailSystem
from organization.store import Organization
from organization.versions import Version
from shell.engine.commands.cmdlet import Cmdlet, ParameterDeclaration, SetMembership, parameter
from shell.engine.session.runspace import Runspace
from shell.lazy import lazy
from shell.types import ClrType
from shell.values.errors import ErrorCategory, ErrorRecord, NotEmulatedException
from shell.values.errors import ParameterBindingException as BindingException

from . import completers
from .failures import category_of, error_id, exception_for
from .identities import SERVERS, IdParameter, id_type, names_of
from .records import Record, record_type
from .unsupported import unsupported

if TYPE_CHECKING:
    from cmdlets.exchange import failures
else:
    failures = lazy("cmdlets.exchange.failures", globals())


Model = TypeVar("Model", bound=DirectoryObject)


_HARMLESS = "Accepted without effect: the lab has one server and one directory."
_REFUSED = "Exchange has it; it is not emulated, and using it is an error."


_SILENT = ("Set", "Remove", "Disable")
"""The verbs of cmdlets that write nothing."""


class ExchangeCmdlet(Cmdlet):
    """The base of every Exchange cmdlet."""

    module: ClassVar[str] = "Microsoft.Exchange.Management.PowerShell.Admin"
    tasks: ClassVar[str] = "SystemConfigurationTasks"
    """The last part of the namespace of Exchange's class, as FullyQualifiedErrorId shows it."""

    domain_controller: str | None = parameter(
        "string", completer=completers.controllers, help="The domain controller. Accepted for scripts: the lab has one."
    )

    def __init_subclass__(cls, *, verb: str = "", noun: str = "", **options: Any) -> None:
        if verb:
            options.setdefault("class_name", f"{cls.namespace()}.{verb}{noun}")
            _refuse_unsupported(cls, f"{verb}-{noun}")
        for declared in vars(cls).values():
            if (
                isinstance(declared, ParameterDeclaration)
                and declared.type_name == "string"
                and declared.default is None
            ):
                declared.default = ""
        super().__init_subclass__(verb=verb, noun=noun, **options)

    @classmethod
    def namespace(cls) -> str:
        """The .NET namespace of the cmdlet: Exchange's, or our own for the lab's commands."""
        return cls.module if cls.module.startswith("Emshell") else f"Microsoft.Exchange.Management.{cls.tasks}"

    @property
    def organization(self) -> Organization:
        """Return the organization of the session."""
        return cast(Organization, self.session.organization)

    @property
    def mail_system(self) -> MailSystem:
        """Return the running mail system; a terminating error where the session has none."""
        services = self.session.services
        if services is None:
            raise self.fail(
                self.error("This session has no mail system.", "NotEmulatedMailSystem", exception=NotEmulatedException)
            )
        return cast(MailSystem, services)

    def report(self, error: OrganizationError) -> None:
        """Report an error of the model. A value that does not fit its property ends the command, as an error of binding
        does.
        """
        if isinstance(error, InvalidProperty):
            raise self.fail(self._binding_failure(error))
        self.write_error(self._record(error))

    def _record(self, error: OrganizationError) -> ErrorRecord:
        organization = self.organization
        moment = organization.clock().strftime("%m/%d/%Y %H:%M:%S")
        identifier = error_id(error, organization.profile.version, organization.forest.server, moment)
        target = Record(error.target, organization) if isinstance(error.target, DirectoryObject) else error.target
        return self.error(exception_for(error), identifier, category_of(error), target)

    def _binding_failure(self, error: InvalidProperty) -> ErrorRecord:
        name = error.property_name
        text = f'Cannot bind parameter \'{name}\' to the target. Exception setting "{name}": "{error.problem}"'
        return self.error(BindingException(text), "ParameterBindingFailed", ErrorCategory.WriteError)

    def refuse(self, text: str, exception: str = "", category: ErrorCategory = ErrorCategory.InvalidArgument) -> None:
        """Report an error of the cmdlet itself, not of the model."""
        self.write_error(self.refusal(text, exception, category))

    def refusal(
        self, text: str, exception: str = "", category: ErrorCategory = ErrorCategory.InvalidArgument
    ) -> ErrorRecord:
        """Return the error record of an error of the cmdlet itself."""
        kind = failures.exchange_exception(exception or "TaskException")
        return self.error(kind(text), failures.hash_of(exception or text), category)

    def lookup(self, model: type[Model], identity: IdParameter) -> Model:
        """Return the one object that an identity names. Raises ObjectNotFound or AmbiguousIdentity."""
        if identity.guid is not None:
            found = self.organization.by_guid(identity.guid)
            if isinstance(found, model):
                return found
            if isinstance(found, SERVERS) and issubclass(model, SERVERS):  # another class of object for the same server
                return self.organization.get(model, found.name)
            raise self.organization.not_found(identity.text)
        return self.organization.get(model, identity.text)

    def server_of(self, identity: IdParameter | None) -> ExchangeServer:
        """Return the named server, or the lab's own where none is named. Raises as `lookup` does."""
        if identity is None:
            return self.organization.get(ExchangeServer, self.organization.forest.server)
        return self.lookup(ExchangeServer, identity)

    def is_before(self, since: Version, what: str) -> bool:
        """True if the emulated version is older than the feature of the cmdlet; reports the error."""
        version = self.organization.profile.version
        if version >= since:
            return False
        text = f"Exchange Server {version} has no {what}; they came with Exchange Server {since}."
        self.write_error(
            self.error(text, "NotInThisVersion", ErrorCategory.NotImplemented, exception=NotEmulatedException)
        )
        return True

    def refer(self, model: type[Model], identity: IdParameter) -> Model:
        """Return the one object that a parameter other than -Identity names. Raises as `lookup` does, or
        ReferenceNotFound.
        """
        try:
            return self.lookup(model, identity)
        except ObjectNotFound:
            if not issubclass(model, Recipient | MailboxDatabase):
                raise
            contractions = self.organization.profile.contractions
            raise ReferenceNotFound(identity.text, issubclass(model, MailboxDatabase), contractions) from None

    def search(self, model: type[Model], identity: IdParameter) -> list[Model]:
        """Return the objects that an identity names, wildcards included; an identity without wildcards that matches
        nothing raises ObjectNotFound.
        """
        if identity.guid is not None:
            return [self.lookup(model, identity)]
        found = self.organization.find(model, identity.text)
        if not found and "*" not in identity.text:
            raise self.organization.not_found(identity.text)
        return found

    def emit(self, item: DirectoryObject, view: str = "") -> None:
        """Write an object."""
        self.write(Record(item, self.organization, view))


HARMLESS = frozenset(
    {
        "BypassSecurityGroupManagerCheck",
        "Force",
        "ForceUpgrade",
        "IgnoreDefaultScope",
        "IgnoreLegalHold",
        "IncludePreExchange2007",
        "IncludePreExchange2010",
        "IncludePreExchange2013",
        "ReadFromDomainController",
        "Server",
    }
)
"""Parameters that could change nothing in a lab with one server and one administrator: taken, and that is all."""


def _refuse_unsupported(cls: type[Cmdlet], command: str) -> None:
    """Declare the parameters of Exchange's cmdlet that are not emulated; using one is an error."""
    for name, is_switch in unsupported().get(command, {}).items():
        if name in HARMLESS:
            kind = "object" if name == "Server" else "switch"
            setattr(cls, f"unsupported_{name.lower()}", parameter(kind, name=name, help=_HARMLESS, hidden=True))
            continue
        attribute = f"unsupported_{name.lower()}"
        kind = "switch" if is_switch else "object"
        setattr(cls, attribute, parameter(kind, name=name, help=_REFUSED, hidden=True, refused="See COVERAGE.md."))


class ObjectCmdlet(ExchangeCmdlet, Generic[Model]):
    """A cmdlet for the objects of one class of the model."""

    model: ClassVar[type[DirectoryObject]]
    id_noun: ClassVar[str] = ""
    """The noun of the -Identity type where it is not the class's name."""
    view: ClassVar[str] = ""
    identity: IdParameter | None

    def __init_subclass__(cls, **options: Any) -> None:
        found = [
            argument
            for base in cls.__dict__.get("__orig_bases__", ())
            for argument in get_args(base)
            if isinstance(argument, type)
        ]
        if found:
            cls.model = found[0]
        if options.get("verb"):
            cls.declare_parameters()
        super().__init_subclass__(**options)

    @classmethod
    def declare_parameters(cls) -> None:
        """Add the parameters that follow from the model's declarations."""

    @classmethod
    def add_parameter(cls, attribute: str, declaration: ParameterDeclaration) -> None:
        """Add a parameter, unless the class declares it itself."""
        if attribute not in cls.__dict__:
            setattr(cls, attribute, declaration)

    @classmethod
    def identity_parameter(cls, **flags: Any) -> ParameterDeclaration:
        """Return the -Identity parameter: positional, and bound from the pipeline."""
        declared: ParameterDeclaration = parameter(
            id_type(cls.id_noun or cls.model.__name__),
            position=0,
            pipeline=True,
            by_property_name=True,
            help="The object: its name, GUID or distinguished name, or the object itself.",
            completer=names_of(cls.model),
            **flags,
        )
        return declared

    @classmethod
    def identity_in_set(cls, name: str = "Identity", mandatory: bool = False) -> ParameterDeclaration:
        """Return the -Identity parameter in a parameter set of its own, for cmdlets whose other parameters can name the
        object.
        """
        declared = cls.identity_parameter()
        declared.sets = {name: SetMembership(mandatory, position=0, pipeline=True, by_property_name=True)}
        return declared

    @classmethod
    def written_type(cls, session: Runspace) -> ClrType | None:
        """Return the type of the cmdlet's output in the session's version; None if it writes nothing."""
        if cls.verb in _SILENT:
            return None
        return record_type(cls.model, session.organization.profile, cls.view)

    @property
    def noun_phrase(self) -> str:
        """Return the noun for such an object in messages."""
        return self.model.noun


class OnObject(ObjectCmdlet[Model]):
    """A cmdlet that acts on the one object that -Identity names; -Identity is mandatory."""

    @classmethod
    def declare_parameters(cls) -> None:
        """Declare -Identity."""
        cls.add_parameter("identity", cls.identity_parameter(mandatory=True))
