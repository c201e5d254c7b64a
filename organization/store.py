"""The organization: all objects, found by identity, changed under one lock, and announced."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypeVar
from uuid import UUID, uuid4

from .directory import DirectoryObject
from .errors import AddressInUse, AlreadyExists, AmbiguousIdentity, ObjectNotFound
from .identity import is_pattern, matcher
from .index import Index
from .names import Forest
from .versions import Profile, Version, profile_of

Item = TypeVar("Item", bound=DirectoryObject)


@dataclass(frozen=True, slots=True)
class Change:
    """One committed change. `before` is None for a new object, `after` for a removed one."""

    before: DirectoryObject | None
    after: DirectoryObject | None

    @property
    def subject(self) -> DirectoryObject:
        """The object as it is now, or was last."""
        subject = self.after or self.before
        assert subject is not None
        return subject


class Organization:
    """The shared, changeable thing of a lab. Every method may be called from any thread.

    Readers see whole states only: objects are frozen, and a change replaces one object by another.
    """

    def __init__(
        self,
        version: Version | str = Version.V2007,
        forest: Forest | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self.profile: Profile = profile_of(version)
        self.forest = forest or Forest()
        self.clock = clock
        self._lock = threading.RLock()
        self._objects: dict[type[DirectoryObject], dict[UUID, DirectoryObject]] = {}
        self._by_guid: dict[UUID, DirectoryObject] = {}
        self._index = Index()
        self._addresses: dict[str, DirectoryObject] = {}
        self._default_values: dict[type[DirectoryObject], Mapping[str, Any]] = {}
        self._highest: dict[type[DirectoryObject], int] = {}
        """The numbers that objects of numbered classes have reached; of a class only while that is known."""
        self._subscribers: list[Callable[[Change], None]] = []

    # Reading

    def all(self, cls: type[Item]) -> list[Item]:
        """Every object of a class and its subclasses, oldest first within each class."""
        with self._lock:
            return [item for kind, items in self._objects.items() if issubclass(kind, cls) for item in items.values()]  # type: ignore[misc]

    def one(self, cls: type[Item]) -> Item:
        """The only object of a class that every organization has once (TransportConfigContainer, ...)."""
        objects = self.all(cls)
        if not objects:
            raise self.not_found(cls.__name__)
        return objects[0]

    def get(self, cls: type[Item], identity: str) -> Item:
        """The object with this identity. Raises ObjectNotFound or AmbiguousIdentity. Constant time."""
        found = self.named(cls, identity)
        if not found:
            raise self.not_found(identity)
        if len(found) > 1:
            raise AmbiguousIdentity(identity, self.profile.contractions)
        return found[0]

    def find(self, cls: type[Item], identity: str) -> list[Item]:
        """The objects with this identity or, where it has wildcards, of whose names one matches it."""
        found = self.named(cls, identity)
        if found or not is_pattern(identity):
            return found
        matches = matcher(identity)
        return [item for item in self.all(cls) if any(map(matches, item.wildcard_keys()))]

    def named(self, cls: type[Item], identity: str) -> list[Item]:
        """The objects with this identity, wildcards or not. Constant time."""
        with self._lock:
            return [item for item in self._index.named(identity) if isinstance(item, cls)]

    def by_guid(self, guid: UUID) -> DirectoryObject | None:
        """The object with a GUID, whatever its class is by now (a user may have got a mailbox)."""
        with self._lock:
            return self._by_guid.get(guid)

    def recipient(self, address: str) -> DirectoryObject | None:
        """The recipient that an SMTP address belongs to. Constant time."""
        with self._lock:
            return self._addresses.get(address.casefold())

    def not_found(self, identity: str) -> ObjectNotFound:
        """The error for an identity that nothing has, worded as this version words it."""
        return ObjectNotFound(identity, self.forest.domain_controller_fqdn, self.profile.contractions)

    def sharing(self, cls: type[Item], key: str) -> list[Item]:
        """The objects that tell a key in their `index_keys`. Constant time."""
        with self._lock:
            return [item for item in self._index.sharing(key) if isinstance(item, cls)]

    # Changing

    def new(self, cls: type[Item], **values: Any) -> Item:
        """An object of this organization and version with its defaults, container, GUID and times, not yet put in."""
        now = self.clock()
        facts = {
            "guid": uuid4(),
            "created": now,
            "changed": now,
            "originating_server": self.forest.domain_controller_fqdn,
            "exchange_version": self.profile.object_version,
            **self._defaults(cls),
            **values,
        }
        facts.setdefault("container_dn", cls.container(self.forest, facts))
        return cls(_style=self.profile.style, **facts)

    def _defaults(self, cls: type[DirectoryObject]) -> Mapping[str, Any]:
        defaults = self._default_values.get(cls)
        if defaults is None:
            defaults = self._default_values[cls] = self.profile.default_of(cls.__name__)
        return defaults

    def put(self, item: Item) -> Item:
        """Put an object in: a new one, or the next state of the one with its GUID. Returns it as stored.

        Raises AlreadyExists, AddressInUse, or what the object's own rules say; then nothing has changed.
        """
        with self._lock:
            before, item = self._commit(item)
        self._announce(Change(before, item))
        return item

    def _commit(self, item: Item) -> tuple[DirectoryObject | None, Item]:
        before = self._by_guid.get(item.guid)
        item = item.restyled(self.profile.style)
        if before is not None and before != item:
            item = item.replace(changed=self.clock())
        self._validate(item)
        self._store(before, item)
        return before, item

    def create(self, cls: type[Item], **values: Any) -> Item:
        """Make an object and put it in."""
        return self.put(self.new(cls, **values))

    def create_numbered(self, cls: type[Item], **values: Any) -> Item:
        """Make an object of a class whose objects are called by numbers, under the next one, and put it in."""
        with self._lock:
            number = self.next_number(cls)
            before, item = self._commit(self.new(cls, name=number, **values))
        self._announce(Change(before, item))
        return item

    def next_number(self, cls: type[DirectoryObject]) -> str:
        """The name of the next object of such a class."""
        with self._lock:
            highest = self._highest.get(cls)
            if highest is None:
                highest = self._highest[cls] = max((int(item.name) for item in self.all(cls)), default=0)
            return str(highest + 1)

    def update(self, item: Item, **changes: Any) -> Item:
        """Change properties of an object, as it is in the store by now."""
        with self._lock:
            current = self._by_guid.get(item.guid)
            if not isinstance(current, type(item)):
                raise self.not_found(item.identity_text())
            before, item = self._commit(current.replace(**changes))
        self._announce(Change(before, item))
        return item

    def remove(self, item: DirectoryObject) -> None:
        """Take an object out. Raises ObjectNotFound when it is not there."""
        with self._lock:
            before = self._by_guid.get(item.guid)
            if before is None:
                raise self.not_found(item.identity_text())
            self._forget(before)
        self._announce(Change(before, None))

    def subscribe(self, callback: Callable[[Change], None]) -> Callable[[], None]:
        """Have every change announced, after it is committed, in the thread that made it. Call the result to stop."""
        with self._lock:
            self._subscribers.append(callback)

        def stop() -> None:
            with self._lock:
                if callback in self._subscribers:
                    self._subscribers.remove(callback)

        return stop

    def _validate(self, item: DirectoryObject) -> None:
        for other in self._index.named(item.distinguished_name):
            if other.guid != item.guid:
                raise AlreadyExists(item.distinguished_name, self.forest.domain_controller_fqdn)
        for address in addresses_of(item):
            owner = self._addresses.get(address)
            if owner is not None and owner.guid != item.guid:
                raise AddressInUse(f"SMTP:{address}", owner.identity_text(), item)
        for error in item.rules(self):
            raise error

    def _store(self, before: DirectoryObject | None, item: DirectoryObject) -> None:
        if type(before) is type(item):
            self._unindex(before)
        elif before is not None:
            self._forget(before)
        self._objects.setdefault(type(item), {})[item.guid] = item
        self._by_guid[item.guid] = item
        for cls, highest in self._highest.items():
            if isinstance(item, cls) and item.name.isdecimal():
                self._highest[cls] = max(highest, int(item.name))
        self._index.add(item)
        self._addresses.update((address, item) for address in addresses_of(item))

    def _forget(self, item: DirectoryObject) -> None:
        for cls in [each for each in self._highest if isinstance(item, each)]:
            if str(self._highest[cls]) == item.name:
                del self._highest[cls]  # the next one gets its number
        self._unindex(item)
        del self._objects[type(item)][item.guid]
        del self._by_guid[item.guid]

    def _unindex(self, item: DirectoryObject) -> None:
        self._index.remove(item)
        for address in addresses_of(item):
            self._addresses.pop(address, None)

    def _announce(self, change: Change) -> None:
        for callback in tuple(self._subscribers):
            callback(change)


def addresses_of(item: DirectoryObject) -> Iterator[str]:
    """The SMTP addresses of a recipient, folded for comparison."""
    for proxy in getattr(item, "email_addresses", ()):
        if proxy.is_smtp:
            address = proxy.address
            folded = address.casefold()
            yield address if folded == address else folded  # one text for the object and for whoever keeps it
