"""Base classes of the cmdlets that create, change and remove objects."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, cast

from organization.errors import OrganizationError
from organization.properties import Property
from organization.values.multivalued import Edit
from shell.engine.commands.cmdlet import Cmdlet, Impact
from shell.lazy import lazy

from .base import Model, ObjectCmdlet, OnObject
from .identities import IdParameter
from .parameters import BareSeconds, given_value, parameter_for

if TYPE_CHECKING:
    from cmdlets.exchange import models
else:
    models = lazy("cmdlets.exchange.models", globals())


class ChangingCmdlet(ObjectCmdlet[Model]):
    """A cmdlet that sets properties: `New-` and `Set-`."""

    supports_should_process: ClassVar[bool] = True
    aliases: ClassVar[Mapping[str, tuple[str, ...]]] = {}
    """Other names of parameters, by attribute."""
    misspelt: ClassVar[Mapping[str, tuple[str, ...]]] = {}
    """Names that people know for a parameter and Exchange does not, by attribute: they work, with a warning."""
    also: ClassVar[tuple[str, ...]] = ()
    """Hidden or read-only properties that the cmdlet sets all the same, by attribute."""
    without: ClassVar[tuple[str, ...]] = ()
    """Properties that the cmdlet does not set, by attribute."""
    only: ClassVar[tuple[str, ...]] = ()
    """The properties that the cmdlet sets, where they are few, by attribute."""

    @classmethod
    def settable(cls) -> Iterator[Property]:
        """Return the properties that become parameters."""
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
            for name in cls.misspelt.get(declared.attribute, ()):
                made = parameter_for(declared, name=name, hidden=True, whole_name_only=True, **flags)
                cls.add_parameter(_misspelt_attribute(name), made)

    def given(self) -> dict[str, Any]:
        """Return the bound values by property attribute, as the model reads them. Raises ObjectNotFound."""
        values: dict[str, Any] = {}
        for declared in self.settable():
            for name in self.misspelt.get(declared.attribute, ()):
                if self.is_bound(name):
                    self._warn_once(_MISSPELT.format(name=name, real=declared.name))
                    values[declared.attribute] = self._value(declared, getattr(self, _misspelt_attribute(name)))
            if self.is_bound(declared.name):
                values[declared.attribute] = self._value(declared, getattr(self, _attribute(declared)))
            if isinstance(values.get(declared.attribute), BareSeconds):
                self._warn_once(_BARE_SECONDS.format(name=declared.name, span=values[declared.attribute]))
        return values

    def _warn_once(self, text: str) -> None:
        """Warn once in a call, however many objects the call changes."""
        warned: set[str] = self.__dict__.setdefault("_warned", set())
        if text not in warned:
            warned.add(text)
            self.write_warning(text)

    def _value(self, declared: Property, bound: Any) -> Any:
        value = given_value(bound)
        if value == "" and declared.nullable:
            return None
        if declared.kind.reference:
            return self._referred(declared.kind.reference, value)
        return value

    def _referred(self, class_name: str, value: Any) -> Any:
        """Return the identities of the objects that a parameter names."""
        from dataclasses import replace

        model = models.model_named(class_name)
        if isinstance(value, IdParameter):
            return self.refer(model, value).identity
        if isinstance(value, tuple):
            return tuple(self._referred(class_name, each) for each in value)
        if isinstance(value, Edit):
            add, remove = self._referred(class_name, value.add), self._referred(class_name, value.remove)
            return replace(value, add=add, remove=remove)
        return value


_MISSPELT = "Exchange has no parameter '{name}', and a real server refuses it. The parameter is called '{real}'."
_BARE_SECONDS = "The whole number for {name} is taken as seconds. A real server reads it as days: write {span} instead."


def _misspelt_attribute(name: str) -> str:
    return f"misspelt_{name.lower()}"


def _attribute(declared: Property) -> str:
    """Return the attribute that holds a property's parameter: the property's own name, unless Cmdlet uses that name."""
    return f"{declared.attribute}_" if hasattr(Cmdlet, declared.attribute) else declared.attribute


class NewObject(ChangingCmdlet[Model]):
    """Create an object."""

    @classmethod
    def declare_parameters(cls) -> None:
        """Declare -Name first, then the settable properties."""
        if "name" in cls.model.by_attribute and "name" not in cls.without:
            declared = cls.model.by_attribute["name"]
            cls.add_parameter("name", parameter_for(declared, position=0, mandatory=True))
        cls.add_properties()

    def process(self) -> None:
        """Create the object, unless -WhatIf or an answer is against it, and write it."""
        try:
            made = self.make(self.given())
            if self.should_process(made.identity_text(), message=self.question(made)):
                stored = self.organization.put(made)
                self.after(stored)
                self.emit(stored, self.view)
        except OrganizationError as error:
            self.report(error)

    def make(self, values: dict[str, Any]) -> Model:
        """Return the object with the bound values, not yet added to the organization."""
        return self.organization.new(cast(type[Model], self.model), **values)

    def question(self, made: Model) -> str:
        """Return the text that -WhatIf and -Confirm show."""
        return f'Creating {self.noun_phrase} "{made.name}".'

    def after(self, made: Model) -> None:
        """React to the creation of the object."""


_INSTANCE = ("Instance",)
"""Exchange 2007 takes a changed object by a parameter of its own; either way its changes are set."""


class SetObject(ChangingCmdlet[Model]):
    """Change the properties of an object."""

    @classmethod
    def declare_parameters(cls) -> None:
        """Declare -Identity or -Instance, then the settable properties."""
        cls.add_parameter("identity", cls.identity_parameter(mandatory=True, aliases=_INSTANCE))
        cls.add_properties()

    def process(self) -> None:
        """Change the objects that the identity names; for -Instance, set also what the script changed in the object."""
        try:
            self.change(self.target())
        except OrganizationError as error:
            self.report(error)

    def target(self) -> Model:
        """Return the object to change."""
        assert self.identity is not None
        return self.lookup(cast(type[Model], self.model), self.identity)

    def change(self, item: Model) -> None:
        """Set the bound values; warn if they change nothing."""
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
        """Return the object with the bound values."""
        return item.replace(**values)

    def question(self, item: Model) -> str:
        """Return the text that -WhatIf and -Confirm show."""
        return f'Setting {self.noun_phrase} "{item.identity_text()}".'

    def after(self, before: Model, now: Model) -> None:
        """React to the change of the object."""


class SetConfig(SetObject[Model]):
    """Change an object that an organization has exactly once."""

    @classmethod
    def declare_parameters(cls) -> None:
        """Declare -Identity, which is accepted and not needed."""
        cls.add_parameter("identity", cls.identity_parameter(aliases=_INSTANCE))
        cls.add_properties()

    def target(self) -> Model:
        """Return the only object."""
        return self.organization.one(cast(type[Model], self.model))


class RemoveObject(OnObject[Model]):
    """Remove an object; asks first."""

    supports_should_process: ClassVar[bool] = True
    impact: ClassVar[Impact] = Impact.HIGH

    def process(self) -> None:
        """Remove the objects that the identity names."""
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
        """Return the text that -WhatIf and -Confirm show."""
        return f'Removing {self.noun_phrase} "{item.identity_text()}".'

    def check(self, item: Model) -> None:
        """Raise an error if the object must not be removed."""

    def after(self, item: Model) -> None:
        """React to the removal of the object."""
