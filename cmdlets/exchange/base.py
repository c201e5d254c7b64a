"""What Exchange's cmdlets have in common: their parameters follow from the model's declarations, their errors from its.

```python
class GetAcceptedDomain(GetObject[AcceptedDomain], verb="Get", noun="AcceptedDomain"):
    '''Show the domains that the organization takes mail for.'''
```
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, ClassVar, Generic, TypeVar, cast, get_args

from organization.directory import DirectoryObject
from organization.errors import InvalidProperty, OrganizationError
from organization.ports import MailSystem
from organization.properties import Property
from organization.store import Organization
from shell.runtime.cmdlet import Cmdlet, Impact, ParameterDeclaration, parameter
from shell.runtime.errors import ErrorCategory, ErrorRecord, NetException, NotEmulatedException
from shell.runtime.errors import ParameterBindingException as BindingException

from .failures import category_of, error_id, exception_for
from .identities import IdParameter, id_type, names_of
from .opath import Test, parse
from .parameters import given_value, parameter_for
from .records import Record, properties_of
from .unsupported import unsupported

Model = TypeVar("Model", bound=DirectoryObject)


class ExchangeCmdlet(Cmdlet):
    """The base of every Exchange cmdlet."""

    module: ClassVar[str] = "Microsoft.Exchange.Management.PowerShell.Admin"
    tasks: ClassVar[str] = "SystemConfigurationTasks"
    """The last part of the namespace of Exchange's class, as FullyQualifiedErrorId shows it."""

    domain_controller: str | None = parameter("string", help="Kept for scripts: the lab has one domain controller.")

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
        """Of Exchange's class, or of ours for the lab's own commands."""
        return cls.module if cls.module.startswith("Emshell") else f"Microsoft.Exchange.Management.{cls.tasks}"

    @property
    def organization(self) -> Organization:
        """The organization of the session."""
        return cast(Organization, self.session.organization)

    @property
    def mail_system(self) -> MailSystem:
        """The running mail system; a terminating error where the session has none."""
        services = self.session.services
        if services is None:
            raise self.fail(
                self.error("This session has no mail system.", "NotEmulatedMailSystem", exception=NotEmulatedException)
            )
        return cast(MailSystem, services)

    def report(self, error: OrganizationError) -> None:
        """Report what the model refused; a value that does not fit its property ends the command, as in binding."""
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
        """Report an error that is the cmdlet's own and not the model's."""
        self.write_error(self.refusal(text, exception, category))

    def refusal(
        self, text: str, exception: str = "", category: ErrorCategory = ErrorCategory.InvalidArgument
    ) -> ErrorRecord:
        """The record of such an error."""
        from .failures import exchange_exception, hash_of

        kind = exchange_exception(exception or "TaskException")
        return self.error(kind(text), hash_of(exception or text), category)

    def lookup(self, model: type[Model], identity: IdParameter) -> Model:
        """The one object that an identity names. Raises ObjectNotFound or AmbiguousIdentity."""
        if identity.guid is not None:
            found = self.organization.by_guid(identity.guid)
            if isinstance(found, model):
                return found
            raise self.organization.not_found(identity.text)
        return self.organization.get(model, identity.text)

    def search(self, model: type[Model], identity: IdParameter) -> list[Model]:
        """The objects that an identity names, by wildcards too; a name without any raises ObjectNotFound."""
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
        "ReadFromDomainController",
        "Server",
    }
)
"""Parameters that could change nothing in a lab with one server and one administrator: taken, and that is all."""


def _refuse_unsupported(cls: type[Cmdlet], command: str) -> None:
    """Declare the parameters that Exchange's cmdlet has and this one does not emulate; using one is an error."""
    for name in unsupported().get(command, ()):
        if name in HARMLESS:
            kind = "object" if name == "Server" else "switch"
            setattr(cls, f"unsupported_{name.lower()}", parameter(kind, name=name, hidden=True))
            continue
        attribute = f"unsupported_{name.lower()}"
        setattr(cls, attribute, parameter("object", name=name, hidden=True, refused="See COVERAGE.md."))


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
        """Add one, unless the class declares it itself."""
        if attribute not in cls.__dict__:
            setattr(cls, attribute, declaration)

    @classmethod
    def identity_parameter(cls, **flags: Any) -> ParameterDeclaration:
        """The -Identity parameter, by position and from the pipeline."""
        declared: ParameterDeclaration = parameter(
            id_type(cls.id_noun or cls.model.__name__),
            position=0,
            pipeline=True,
            by_property_name=True,
            help="What identifies the object: its name, GUID, distinguished name, or the object itself.",
            completer=names_of(cls.model),
            **flags,
        )
        return declared

    @property
    def noun_phrase(self) -> str:
        """What messages call such an object."""
        return self.model.noun


class GetObject(ObjectCmdlet[Model]):
    """Show objects: all, or those that an identity names."""

    @classmethod
    def declare_parameters(cls) -> None:
        """-Identity."""
        cls.add_parameter("identity", cls.identity_parameter())

    def process(self) -> None:
        """Write what was asked for."""
        try:
            found = self.found()
        except OrganizationError as error:
            self.report(error)
            return
        for item in found:
            self.emit(item, self.view)

    def found(self) -> Sequence[Model]:
        """The objects to write."""
        model = cast(type[Model], self.model)
        return self.organization.all(model) if self.identity is None else self.search(model, self.identity)


class Limited(ExchangeCmdlet):
    """A cmdlet with -ResultSize."""

    result_size: Any = parameter(
        "Microsoft.Exchange.Data.Unlimited`1[int]", help="The most objects that are shown; 1000 unless it is said."
    )

    def limited(self, found: list[Any]) -> list[Any]:
        """The first of them, with a warning where there are more."""
        given = self.result_size
        limit = 1000 if given is None else None if given.is_unlimited else given.value
        if limit is None or len(found) <= limit:
            return found
        self.write_warning(_DEFAULT_SIZE if given is None else _GIVEN_SIZE)
        return found[:limit]


class Filtered(GetObject[Model], Limited):
    """A Get- cmdlet with -Filter, -SortBy and -ResultSize."""

    filter_by: Any = parameter("object", name="Filter", help="An OPATH filter, for example {Name -like 'a*'}.")
    sort_by: str = parameter("string", help="The property to sort by.")

    def process(self) -> None:
        """Write what was asked for, filtered, sorted, and no more than is wanted."""
        try:
            found = list(self.found())
        except OrganizationError as error:
            self.report(error)
            return
        test = self.test()
        if test is not None:
            found = [item for item in found if test(self.reader(item))]
        if self.sort_by:
            found.sort(key=lambda item: str(self.reader(item)(self.sort_by)).casefold())
        for item in self.limited(found):
            self.emit(item, self.view)

    def test(self) -> Test | None:
        """The -Filter as a function."""
        if self.filter_by is None:
            return None
        text = self.filter_by if isinstance(self.filter_by, str) else str(getattr(self.filter_by, "text", "")).strip()
        text = text.strip()
        if text.startswith("{") and text.endswith("}"):
            text = text[1:-1]
        known = {name for cls in self.classes() for name in cls.by_name}
        return parse(text, self._variable, lambda name: name.lower() in known)

    def _variable(self, name: str) -> Any:
        constants = {"true": True, "false": False, "null": None}
        if name.lower() in constants:
            return constants[name.lower()]
        return given_value(self.session.get_variable(name))

    def classes(self) -> Iterator[type[DirectoryObject]]:
        """The classes whose properties a filter may name."""
        waiting: list[type[DirectoryObject]] = [self.model]
        while waiting:
            each = waiting.pop()
            yield each
            waiting.extend(each.__subclasses__())

    @staticmethod
    def reader(item: DirectoryObject) -> Any:
        """The function that reads properties of an object by their names; None for one that it has not."""

        def read(name: str) -> Any:
            declared = type(item).by_name.get(name.lower())
            return getattr(item, declared.attribute) if declared is not None else None

        return read


_DEFAULT_SIZE = (
    "By default, only the first 1000 items are returned. Use the ResultSize parameter to specify the number of items "
    'returned. To return all items, specify "-ResultSize Unlimited". Be aware that, depending on the actual number of '
    "items, returning all items can take a long time and consume a large amount of memory. Also, we don't recommend "
    "storing the results in a variable. Instead, pipe the results to another task or script to perform batch changes."
)
_GIVEN_SIZE = (
    "There are more results available than are currently displayed. To view them, increase the value for the "
    "ResultSize parameter."
)


class ChangingCmdlet(ObjectCmdlet[Model]):
    """A cmdlet that sets properties: `New-` and `Set-`."""

    supports_should_process: ClassVar[bool] = True
    aliases: ClassVar[Mapping[str, tuple[str, ...]]] = {}
    """Other names of parameters, by attribute."""
    also: ClassVar[tuple[str, ...]] = ()
    """Hidden or read-only properties that the cmdlet sets all the same, by attribute."""
    without: ClassVar[tuple[str, ...]] = ()
    """Properties that the cmdlet does not set, by attribute."""
    only: ClassVar[tuple[str, ...]] = ()
    """The properties that the cmdlet sets, where they are few, by attribute."""

    @classmethod
    def settable(cls) -> Iterator[Property]:
        """The properties that parameters are made for."""
        if cls.only:
            yield from (cls.model.by_attribute[attribute] for attribute in cls.only)
            return
        for declared in cls.model.properties:
            free = declared.compute is None and not declared.read_only and not declared.hidden
            if (free or declared.attribute in cls.also) and declared.attribute not in cls.without:
                yield declared

    @classmethod
    def add_properties(cls, **flags: Any) -> None:
        """Add a parameter for each settable property."""
        for declared in cls.settable():
            aliases = cls.aliases.get(declared.attribute, ())
            cls.add_parameter(_attribute(declared), parameter_for(declared, aliases, **flags))

    def given(self) -> dict[str, Any]:
        """What was given for model properties, by attribute, as the model reads it. Raises ObjectNotFound."""
        values: dict[str, Any] = {}
        for declared in self.settable():
            if self.is_bound(declared.name):
                values[declared.attribute] = self._value(declared, getattr(self, _attribute(declared)))
        return values

    def _value(self, declared: Property, bound: Any) -> Any:
        value = given_value(bound)
        if value == "" and declared.nullable:
            return None
        if declared.kind.reference:
            return self._referred(declared.kind.reference, value)
        return value

    def _referred(self, class_name: str, value: Any) -> Any:
        """The identities of the objects that a parameter names."""
        from dataclasses import replace

        from organization.values.multivalued import Edit

        from .models import model_named

        model = model_named(class_name)
        if isinstance(value, IdParameter):
            return self.lookup(model, value).identity
        if isinstance(value, tuple):
            return tuple(self._referred(class_name, each) for each in value)
        if isinstance(value, Edit):
            add, remove = self._referred(class_name, value.add), self._referred(class_name, value.remove)
            return replace(value, add=add, remove=remove)
        return value


def _attribute(declared: Property) -> str:
    """The attribute of a cmdlet that holds a property's parameter: the property's own, unless Cmdlet has that name."""
    return f"{declared.attribute}_" if hasattr(Cmdlet, declared.attribute) else declared.attribute


class NewObject(ChangingCmdlet[Model]):
    """Make an object."""

    @classmethod
    def declare_parameters(cls) -> None:
        """-Name first, then what can be set."""
        if "name" in cls.model.by_attribute and "name" not in cls.without:
            declared = cls.model.by_attribute["name"]
            cls.add_parameter("name", parameter_for(declared, position=0, mandatory=True))
        cls.add_properties()

    def process(self) -> None:
        """Make it, unless -WhatIf or an answer is against it, and write it."""
        try:
            made = self.make(self.given())
            if self.should_process(made.identity_text(), message=self.question(made)):
                stored = self.organization.put(made)
                self.after(stored)
                self.emit(stored, self.view)
        except OrganizationError as error:
            self.report(error)

    def make(self, values: dict[str, Any]) -> Model:
        """The object with the values that were given; not yet put into the organization."""
        return self.organization.new(cast(type[Model], self.model), **values)

    def question(self, made: Model) -> str:
        """What -WhatIf and -Confirm say."""
        return f'Creating {self.noun_phrase} "{made.name}".'

    def after(self, made: Model) -> None:
        """What follows once it is there."""


class SetObject(ChangingCmdlet[Model]):
    """Change the properties of an object."""

    @classmethod
    def declare_parameters(cls) -> None:
        """-Identity or -Instance, then what can be set."""
        cls.add_parameter("identity", cls.identity_parameter(mandatory=True))
        cls.add_properties()

    def process(self) -> None:
        """Change what the identity names; what a script changed in the object itself is set too."""
        try:
            self.change(self.target())
        except OrganizationError as error:
            self.report(error)

    def target(self) -> Model:
        """The object to change."""
        assert self.identity is not None
        return self.lookup(cast(type[Model], self.model), self.identity)

    def change(self, item: Model) -> None:
        """Set what was given; say so when that changes nothing."""
        values = {**self._changed_by_script(), **self.given()}
        changed = self.altered(item, values)
        if not self.should_process(item.identity_text(), message=self.question(item)):
            return
        if not changed.changes_since(item):
            self.write_warning(
                f"The command completed successfully but no settings of '{item.identity_text()}' have been modified."
            )
            return
        self.after(item, self.organization.put(changed))

    def _changed_by_script(self) -> dict[str, Any]:
        record = self.identity.record if self.identity is not None else None
        return record.changes() if record is not None else {}

    def altered(self, item: Model, values: dict[str, Any]) -> Model:
        """The object with the values that were given."""
        return item.replace(**values)

    def question(self, item: Model) -> str:
        """What -WhatIf and -Confirm say."""
        return f'Setting {self.noun_phrase} "{item.identity_text()}".'

    def after(self, before: Model, now: Model) -> None:
        """What follows once it is changed."""


class SetConfig(SetObject[Model]):
    """Change the object that an organization has once."""

    @classmethod
    def declare_parameters(cls) -> None:
        """-Identity is taken and not needed."""
        cls.add_parameter("identity", cls.identity_parameter())
        cls.add_properties()

    def target(self) -> Model:
        """The only object."""
        return self.organization.one(cast(type[Model], self.model))


class GetConfig(GetObject[Model]):
    """Show the object that an organization has once."""

    def found(self) -> Sequence[Model]:
        """The only object."""
        return [self.organization.one(cast(type[Model], self.model))]


class RemoveObject(ObjectCmdlet[Model]):
    """Remove an object; asks first."""

    supports_should_process: ClassVar[bool] = True
    impact: ClassVar[Impact] = Impact.HIGH

    @classmethod
    def declare_parameters(cls) -> None:
        """-Identity."""
        cls.add_parameter("identity", cls.identity_parameter(mandatory=True))

    def process(self) -> None:
        """Remove what the identity names."""
        assert self.identity is not None
        try:
            item = self.lookup(cast(type[Model], self.model), self.identity)
            if self.should_process(item.identity_text(), message=self.question(item)):
                self.check(item)
                self.organization.remove(item)
                self.after(item)
        except OrganizationError as error:
            self.report(error)

    def question(self, item: Model) -> str:
        """What -WhatIf and -Confirm say."""
        return f'Removing {self.noun_phrase} "{item.identity_text()}".'

    def check(self, item: Model) -> None:
        """Raise what speaks against it."""

    def after(self, item: Model) -> None:
        """What follows once it is gone."""


__all__ = [
    "ChangingCmdlet",
    "ExchangeCmdlet",
    "Filtered",
    "GetConfig",
    "GetObject",
    "NetException",
    "NewObject",
    "ObjectCmdlet",
    "RemoveObject",
    "SetConfig",
    "SetObject",
    "properties_of",
]
