"""What the cmdlets of the ActiveDirectory module share: whom they ask, how they find entries, their errors."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, ClassVar, cast
from uuid import UUID

from organization.objects.transport_server import TransportServer
from organization.store import Organization
from shell.engine.commands.cmdlet import Cmdlet, parameter
from shell.lazy import lazy
from shell.types import type_of
from shell.types.conversion.text import to_string
from shell.values.errors import ErrorCategory, NetException, NotEmulatedException
from shell.values.objects import PSObject, Value

from ..exchange import completers
from .entries import Entry, entries
from .objects import (
    SPACE,
    ADEntity,
    ADException,
    ADIdentityAlreadyExistsException,
    ADIdentityNotFoundException,
    ADServerDownException,
    default_names,
    make_object,
)
from .properties import set_names, spelled

if TYPE_CHECKING:
    from shell.types.members import reading
else:
    reading = lazy("shell.types.members.reading", globals())


_DOWN = (
    "Unable to contact the server. This may be because this server does not exist, it is currently down, or it does "
    "not have the Active Directory Web Services running."
)


class ADCmdlet(Cmdlet):
    """The base of the module's cmdlets."""

    module: ClassVar[str] = "ActiveDirectory"
    kind: ClassVar[str] = "ADObject"
    """What the cmdlet is about."""

    server: str = parameter(
        "string",
        completer=completers.controllers,
        help="The domain controller to ask, or the domain. The lab has one of each.",
    )
    credential: Any = parameter("pscredential", help="Taken without effect: the lab asks nobody who he is.")
    auth_type: str = parameter(
        "string", values=("Negotiate", "Basic"), default="Negotiate", help="Taken without effect, as -Credential is."
    )

    def __init_subclass__(cls, *, verb: str = "", noun: str = "", **options: Any) -> None:
        if verb:
            options.setdefault("class_name", f"{SPACE}Commands.{verb}{noun}")
            cls.verb = verb
            cls.declare_parameters()
        super().__init_subclass__(verb=verb, noun=noun, **options)

    @classmethod
    def declare_parameters(cls) -> None:
        """Add parameters that follow from a table."""

    @property
    def organization(self) -> Organization:
        """The organization of the session, whose directory this is."""
        return cast(Organization, self.session.organization)

    def begin(self) -> None:
        """Find the domain controller: another one is not there, nor is the lab's where it was said not to answer."""
        forest = self.organization.forest
        known = (forest.domain, forest.netbios, forest.domain_controller, forest.domain_controller_fqdn, "localhost")
        name = (self.server or "").partition(":")[0]
        there = not name or name.casefold() in {each.casefold() for each in known}
        if not there or not self.organization.one(TransportServer).directory_answers:
            raise self.refused(0, _DOWN, ErrorCategory.ResourceUnavailable, kind=ADServerDownException)

    # --- errors ---

    def broken(
        self, error: NetException, identifier: str, category: ErrorCategory, target: Value = None
    ) -> NetException:
        """The exception to raise for an error that ends the statement, as nearly all of the module do."""
        return self.fail(self.error(error, identifier, category, target))

    def not_found(self, identity: str) -> NetException:
        """The error for an identity that nothing has."""
        error = ADIdentityNotFoundException(
            f"Cannot find an object with identity: '{identity}' under: '{self.organization.forest.dn}'."
        )
        name = f"ActiveDirectoryCmdlet:{SPACE}ADIdentityNotFoundException"
        return self.broken(error, name, ErrorCategory.ObjectNotFound, identity)

    def refused(
        self,
        number: int,
        text: str,
        category: ErrorCategory = ErrorCategory.InvalidData,
        target: Value = None,
        kind: type[NetException] = ADException,
    ) -> NetException:
        """The exception to raise for what the domain controller refuses; `number` is Windows' number of the error."""
        return self.broken(kind(text), f"ActiveDirectoryServer:{number}", category, target)

    def exists(self, number: int, text: str, dn: str) -> NetException:
        """The exception to raise for an object that is there already."""
        return self.refused(number, text, ErrorCategory.ResourceExists, dn, ADIdentityAlreadyExistsException)

    def unknown_property(self, name: str) -> NetException:
        """The exception to raise for a property that objects of this kind do not have."""
        text = f"One or more properties are invalid.\nParameter name: {name}"
        return self.refused(0, text, ErrorCategory.InvalidArgument, name)

    def no_container(self) -> NetException:
        """The exception to raise for a container that is not there."""
        return self.refused(8329, "Directory object not found", ErrorCategory.ObjectNotFound)

    def lacking(self, what: str) -> NetException:
        """The exception to raise for what Active Directory has and the lab's directory lacks."""
        error = NotEmulatedException(f"{what} is not emulated. The lab's directory is made of its recipients.")
        return self.broken(error, "NotEmulatedDirectory", ErrorCategory.NotImplemented)

    # --- entries ---

    def entries(self) -> Iterable[Entry]:
        """The entries that the cmdlet is about."""
        found = entries(self.organization)
        return found if self.kind == "ADObject" else (entry for entry in found if entry.kind == self.kind)

    def entry(self, identity: Value, kinds: Callable[[Entry], bool] | None = None) -> Entry:
        """The one entry that an identity names; raises the error of a cmdlet for one that nothing has."""
        base = identity.base if isinstance(identity, PSObject) else identity
        if isinstance(base, ADEntity) and base.entry is not None:
            wanted = base.entry.distinguished_name
        else:
            wanted = _identity_text(identity)
        fits = self.names(wanted)
        candidates = self.entries() if kinds is None else filter(kinds, entries(self.organization))
        for entry in candidates:
            if fits(entry):
                return entry
        raise self.not_found(wanted)

    def names(self, text: str) -> Callable[[Entry], bool]:
        """Whether an entry is called so: by distinguished name, GUID, SID or account name."""
        try:
            guid = UUID(text)
        except ValueError:
            guid = None
        lowered = text.casefold()

        def fits(entry: Entry) -> bool:
            if guid is not None:
                return entry.guid == guid
            if "=" in text:
                return entry.distinguished_name.casefold() == lowered
            named = entry.sam.casefold()
            if self.kind == "ADComputer" and named == f"{lowered}$":
                return True
            if lowered.startswith("s-1-"):
                return str(entry.get("objectSid") or "").casefold() == lowered
            return bool(named) and named == lowered

        return fits

    def show(self, entry: Entry, names: Iterable[str] = (), kind: str = "") -> None:
        """Write an entry with its properties: those of its kind, and those that were asked for."""
        kind = kind or self.kind
        self.write(make_object(kind, entry, self.property_names(kind, entry, names)))

    def property_names(self, kind: str, entry: Entry, names: Iterable[str]) -> list[str]:
        """The properties of an object in the order that they show in: by name."""
        shown = default_names(kind)
        for name in names:
            if name == "*":
                shown += set_names(kind, entry)
                continue
            known = spelled(kind, name)
            if known is None:
                raise self.unknown_property(name)
            shown.append(known)
        return sorted({name.casefold(): name for name in reversed(shown)}.values(), key=str.casefold)


def _identity_text(identity: Value) -> str:
    if isinstance(identity, PSObject):
        for name in ("DistinguishedName", "ObjectGUID", "SamAccountName", "Guid"):
            member = identity.find_member(name)
            if member is not None and identity.members[member] is not None:
                return to_string(identity.members[member])
    if type_of(identity).name.startswith("Microsoft.Exchange."):
        return to_string(reading.get_member(identity, "DistinguishedName"))
    return to_string(identity)
