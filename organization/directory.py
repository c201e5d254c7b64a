"""The base of everything that lives in the directory."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar, Self, dataclass_transform
from uuid import UUID, uuid4

from .errors import InvalidProperty, OrganizationError
from .names import ADObjectId, Forest, canonical, escape, last_part
from .properties import REQUIRED, Property, bind, by_attribute, derived, prop
from .values.access import AccessEntry, Trustee
from .values.style import MODERN, Style, restyle
from .versions.profile import Profile

if TYPE_CHECKING:
    from .store import Organization


def _local(moment: datetime | None) -> datetime | None:
    return moment.astimezone().replace(tzinfo=None) if moment else None


def _utc(moment: datetime | None) -> datetime | None:
    return moment.replace(tzinfo=None) if moment else None


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(prop, derived))
class DirectoryObject:
    """A frozen object of the directory. Change it by `replace`, and the organization by putting the result there.

    An attribute that was never given is the default, which the class itself holds: an object is as large as what
    makes it special. Facts are set one by one, not as a dict at once, so that Python keeps their names once for the
    whole class and not for each object.
    """

    properties: ClassVar[tuple[Property, ...]] = ()
    """All declarations in Exchange's order of output."""
    by_name: ClassVar[Mapping[str, Property]] = {}
    """Declarations by Exchange's name in lower case."""
    by_attribute: ClassVar[Mapping[str, Property]] = {}
    order: ClassVar[tuple[str, ...]] = ()
    """Attributes in the order of output; empty where that is the order of declaration, this class's own last."""
    only_ordered: ClassVar[bool] = False
    """Whether nothing shows but what `order` names: for objects that are not in Active Directory."""
    object_classes: ClassVar[tuple[str, ...]] = ("top",)
    """The directory's classes of the object, general to special."""
    schema_name: ClassVar[str] = ""
    """The schema object that is its category (`ms-Exch-Smtp-Receive-Connector`)."""
    noun: ClassVar[str] = ""
    """What messages call such an object (`Receive connector`)."""
    printing: ClassVar[frozenset[str]] = frozenset()
    """The attributes whose values versions print in different ways."""
    _style: ClassVar[Style] = MODERN
    """How they print; an object of an organization that prints them otherwise has its own."""

    admin_display_name: str | None = prop(str, default=None, longest=256, help="A name for administrators.")
    exchange_version: str = prop(str, default="0.1 (8.0.535.0)", read_only=True)
    name: str = prop(str, longest=64, help="The name of the object, unique where it lives.")
    distinguished_name: str = derived(str, lambda self: f"CN={escape(self.name)},{self.container_dn}")
    identity: ADObjectId = derived(
        "ADObjectId", lambda self: ADObjectId(self.guid, self.distinguished_name, self.identity_text())
    )
    guid: UUID = prop(UUID, default=None, read_only=True)
    object_category: str = derived(str, lambda self: self._object_category())
    object_class: tuple[str, ...] = derived("strings", lambda self: type(self).object_classes)
    when_changed: datetime | None = derived(datetime, lambda self: _local(self.changed))
    when_created: datetime | None = derived(datetime, lambda self: _local(self.created))
    when_changed_utc: datetime | None = derived(datetime, lambda self: _utc(self.changed), since="2010")
    when_created_utc: datetime | None = derived(datetime, lambda self: _utc(self.created), since="2010")
    organization_id: str | None = derived(str, lambda self: None, since="2010")
    id: ADObjectId = derived("ADObjectId", lambda self: self.identity, since="2013")
    originating_server: str = prop(str, default="", read_only=True)
    is_valid: bool = derived(bool, lambda self: True)
    object_state: str = derived(str, lambda self: "Unchanged", since="2013")

    container_dn: str = prop(str, default="", hidden=True)
    access: tuple[AccessEntry, ...] | None = prop("AccessControlList", default=None, hidden=True)
    """The object's own access entries; None for those that every new object of its class has."""
    owner: Trustee | None = prop("Trustee", default=None, hidden=True)
    created: datetime | None = prop(datetime, default=None, hidden=True)
    changed: datetime | None = prop(datetime, default=None, hidden=True)

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        _collect(cls)

    def __init__(self, *, _style: Style = MODERN, **values: Any) -> None:
        declared = type(self).by_attribute
        missing = [
            item.name for item in type(self).properties if item.default is REQUIRED and item.attribute not in values
        ]
        if missing:
            raise InvalidProperty(missing[0], None, "The property needs a value.")
        if values.get("guid") is None:
            values["guid"] = uuid4()
        if _style is not MODERN:
            _fix(self, "_style", _style)
        for attribute, value in values.items():
            self._take(attribute, declared[attribute].convert(value))

    def _take(self, attribute: str, converted: Any) -> None:
        """Make a converted value a fact of this object, which nobody else has seen yet."""
        printed = attribute in type(self).printing
        _fix(self, attribute, restyle(converted, self._style) if printed else converted)

    def __setattr__(self, attribute: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen; use replace({attribute}=...)")

    def __delattr__(self, attribute: str) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen")

    def replace(self, **changes: Any) -> Self:
        """A copy with some properties changed. Values are converted and checked; an Edit changes several values.

        Raises InvalidProperty.
        """
        copy = object.__new__(type(self))
        for attribute, value in self.__dict__.items():
            if attribute not in changes:
                _fix(copy, attribute, value)
        for attribute, value in changes.items():
            declared = type(self).by_attribute[attribute]
            copy._take(attribute, declared.convert(value, getattr(self, attribute)))
        return copy

    def restyled(self, style: Style) -> Self:
        """The same object, its values printed as another version prints them."""
        if style is self._style:
            return self
        copy = object.__new__(type(self))
        _fix(copy, "_style", style)
        for attribute, value in self.__dict__.items():
            if attribute != "_style":
                copy._take(attribute, value)
        return copy

    def changes_since(self, before: Self) -> tuple[str, ...]:
        """The attributes that differ from an earlier state, when it was changed aside."""
        mine, theirs = self.__dict__, before.__dict__
        return tuple(
            attribute
            for attribute in {**theirs, **mine}
            if attribute not in ("changed", "created") and getattr(self, attribute) != getattr(before, attribute)
        )

    @classmethod
    def shown(cls, profile: Profile) -> Iterator[Property]:
        """The properties that a version shows, in its order."""
        listed = cls.properties[: len(cls.order)] if cls.only_ordered else cls.properties
        return (item for item in listed if not item.hidden and profile.has(item.since, item.until))

    @classmethod
    def container(cls, forest: Forest, values: Mapping[str, Any]) -> str:
        """The distinguished name of the container that a new object with these values belongs in."""
        return forest.organization_dn

    def identity_text(self) -> str:
        """What Exchange prints as its identity."""
        return self.name

    def identity_keys(self) -> Iterator[str]:
        """Every text by which a script may name this object, beside its GUIDs."""
        yield self.name
        yield self.identity_text()
        yield self.distinguished_name

    def index_keys(self) -> Iterator[str]:
        """The last parts (`names.last_part`) of these texts, by which the organization finds the objects to compare.

        There are few of them, and a class with many objects tells them without making all the texts.
        """
        return map(last_part, self.identity_keys())

    def wildcard_keys(self) -> Iterator[str]:
        """The texts that an identity with wildcards is compared with."""
        yield self.name
        yield self.identity_text()

    def guids(self) -> tuple[UUID, ...]:
        """The GUIDs by which a script may name this object."""
        return (self.guid,)

    def rules(self, organization: Organization) -> Iterator[OrganizationError]:
        """What is wrong with this object, alone or among the others, before it is put in their place."""
        return iter(())

    def _object_category(self) -> str:
        parts = self.distinguished_name.split("DC=", 1)
        domain = canonical("DC=" + parts[1]) if len(parts) > 1 else "/"
        return f"{domain.rstrip('/')}/Configuration/Schema/{type(self).schema_name}"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, type(self)) and type(other) is type(self) and self.__dict__ == other.__dict__

    def __hash__(self) -> int:
        return hash(self.guid)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.identity_text()!r}>"


_fix = object.__setattr__


class _PrintedDefault:
    """A default that versions print in different ways: what an object shows of it is in the object's own style."""

    __slots__ = ("_default",)

    def __init__(self, default: Any) -> None:
        self._default = default

    def __get__(self, item: DirectoryObject | None, owner: type[DirectoryObject]) -> Any:
        return self._default if item is None else restyle(self._default, item._style)


def _collect(cls: type[DirectoryObject]) -> None:
    """Gather a class's declarations, put each default in the place of its declaration, and index them."""
    own = {name: bind(item, name) for name, item in list(vars(cls).items()) if isinstance(item, Property)}
    inherited = {item.attribute: item for item in cls.__mro__[1].__dict__.get("properties", ())}
    declared = own | {name: item for name, item in inherited.items() if name not in own}
    if cls.order:
        first = {name: declared[name] for name in cls.order}
        declared = first | declared
    for name, item in own.items():
        default = None if item.default is REQUIRED else item.default
        printed = _PrintedDefault(default) if item.kind.is_printed else default
        setattr(cls, name, property(item.compute) if item.compute else printed)
    cls.properties = tuple(declared.values())
    cls.printing = frozenset(item.attribute for item in cls.properties if item.kind.is_printed)
    cls.by_attribute = by_attribute(cls.properties)
    cls.by_name = {item.name.lower(): item for item in cls.properties}


_collect(DirectoryObject)
