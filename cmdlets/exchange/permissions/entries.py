""".NET types of access control entries and owners, as scripts see them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from organization.access import shown_name
from organization.directory import DirectoryObject
from organization.values.access import ACCESS_RIGHTS, INHERITANCE, AccessEntry
from shell.display import views
from shell.types import OBJECT, ClrType, Property, register
from shell.types.registry.declarations import define_type
from shell.types.registry.enumeration import enum_value, register_enum
from shell.values.objects import Value

if TYPE_CHECKING:
    from organization.store import Organization

_TASKS: Final = "Microsoft.Exchange.Management.RecipientTasks."
_DIRECTORY: Final = "System.DirectoryServices."

RIGHTS: Final = register_enum(f"{_DIRECTORY}ActiveDirectoryRights", ACCESS_RIGHTS, flags=True)
INHERITANCE_TYPE: Final = register_enum(
    f"{_DIRECTORY}ActiveDirectorySecurityInheritance", {name: number for number, name in enumerate(INHERITANCE)}
)
ACE: Final[ClrType] = register(define_type(f"{_TASKS}ADAcePresentationObject", OBJECT))
OWNER: Final[ClrType] = register(define_type(f"{_TASKS}ADOwnerPresentationObject", OBJECT))


class Ace:
    """An access control entry of one object."""

    __slots__ = ("entry", "item", "organization")
    clr_type: ClassVar[ClrType] = ACE

    def __init__(self, item: DirectoryObject, entry: AccessEntry, organization: Organization) -> None:
        self.item = item
        self.entry = entry
        self.organization = organization

    def __str__(self) -> str:
        return self.clr_type.name


class Owner:
    """The owner of an object."""

    __slots__ = ("clr_type", "item", "name")

    def __init__(self, item: DirectoryObject, name: str) -> None:
        self.clr_type = OWNER
        self.item = item
        self.name = name

    def __str__(self) -> str:
        return OWNER.name


def _list(text: str) -> Value:
    """Return several values as a .NET array, and no values as $null."""
    return [text] if text else None


def _object_type(ace: Ace, *, of_children: bool) -> Value:
    """Return the class or attribute of an entry: an entry for child objects names their class, others an attribute."""
    about_children = bool(ace.entry.rights & (ACCESS_RIGHTS["CreateChild"] | ACCESS_RIGHTS["DeleteChild"]))
    return _list(ace.entry.object_type) if about_children is of_children else None


def add_entry_members(kind: ClrType) -> None:
    """Add the members that entries of all kinds have."""
    kind.add_property(Property("Deny", "bool", lambda ace: ace.entry.deny))
    kind.add_property(
        Property(
            "InheritanceType",
            INHERITANCE_TYPE.name,
            lambda ace: enum_value(INHERITANCE_TYPE, INHERITANCE.index(ace.entry.inheritance)),
        )
    )
    kind.add_property(Property("User", "string", lambda ace: shown_name(ace.entry.trustee, ace.organization)))
    kind.add_property(Property("Identity", "object", lambda ace: ace.item.identity))
    kind.add_property(Property("IsInherited", "bool", lambda ace: ace.entry.inherited))
    kind.add_property(Property("IsValid", "bool", lambda ace: True))


ACE.add_property(Property("AccessRights", "object", lambda ace: [enum_value(RIGHTS, ace.entry.rights)]))
ACE.add_property(Property("ExtendedRights", "object", lambda ace: _list(ace.entry.extended)))
ACE.add_property(Property("ChildObjectTypes", "object", lambda ace: _object_type(ace, of_children=True)))
ACE.add_property(Property("InheritedObjectType", "string", lambda ace: ace.entry.inherited_type or None))
ACE.add_property(Property("Properties", "object", lambda ace: _object_type(ace, of_children=False)))
add_entry_members(ACE)

OWNER.add_property(Property("Identity", "object", lambda owner: owner.item.identity))
OWNER.add_property(Property("Owner", "string", lambda owner: owner.name))
OWNER.add_property(Property("IsValid", "bool", lambda owner: True))

views.register(
    ACE.name,
    views.TableView(
        (
            views.Column("Identity", width=20),
            views.Column("User", width=20),
            views.Column("Deny", width=5),
            views.Column("Inherited", "IsInherited", width=9),
        )
    ),
)
views.register(OWNER.name, views.TableView((views.Column("Identity"), views.Column("Owner"))))
