"""Finding objects by what scripts call them, at a price of a few entries for each object."""

from __future__ import annotations

from typing import TypeVar
from uuid import UUID

from .directory import DirectoryObject
from .names import last_part

_GUID_LENGTH = 36
Key = TypeVar("Key", str, UUID)
Entry = DirectoryObject | dict[UUID, DirectoryObject]


class Index:
    """Objects by their identities. An object can be called by a dozen texts (`DirectoryObject.identity_keys`), which
    end alike: only the ends are kept, and what is found by one is compared as a whole. Not safe for threads by itself.

    An entry is the object itself; a dict only where several objects have the same end.
    """

    def __init__(self) -> None:
        self._by_part: dict[str, Entry] = {}
        self._by_guid: dict[UUID, Entry] = {}

    def named(self, identity: str) -> list[DirectoryObject]:
        """The objects that are called so, in any of the ways. Constant time where no others are called alike."""
        entry = self._by_part.get(last_part(identity))
        folded = identity.casefold()
        if entry is None:
            found = []
        elif isinstance(entry, dict):
            found = [item for item in entry.values() if _is_called(item, folded)]
        else:
            found = [entry] if _is_called(entry, folded) else []
        if len(identity) == _GUID_LENGTH and (guid := _guid(identity)) is not None:
            entry = self._by_guid.get(guid, {})
            by_guid = entry.values() if isinstance(entry, dict) else (entry,)
            found += [item for item in by_guid if item not in found]
        return found

    def sharing(self, key: str) -> list[DirectoryObject]:
        """The objects that tell a key among theirs."""
        entry = self._by_part.get(key, {})
        return list(entry.values()) if isinstance(entry, dict) else [entry]

    def add(self, item: DirectoryObject) -> None:
        """Let an object be found, which was not there or has been removed."""
        for part in set(item.index_keys()):
            _add(self._by_part, part, item)
        for guid in item.guids():
            _add(self._by_guid, guid, item)

    def remove(self, item: DirectoryObject) -> None:
        """Let an object be found no more. It has to be as it was added."""
        for part in set(item.index_keys()):
            _remove(self._by_part, part, item)
        for guid in item.guids():
            _remove(self._by_guid, guid, item)


def _guid(text: str) -> UUID | None:
    try:
        guid = UUID(text)
    except ValueError:
        return None
    return guid if str(guid) == text.lower() else None


def _is_called(item: DirectoryObject, folded: str) -> bool:
    for key in item.identity_keys():  # noqa: SIM110 - `any` would cost as much again, and every lookup comes here
        if key.casefold() == folded:
            return True
    return False


def _add(entries: dict[Key, Entry], key: Key, item: DirectoryObject) -> None:
    there = entries.setdefault(key, item)
    if there is item:
        return
    if isinstance(there, dict):
        there[item.guid] = item
    else:
        entries[key] = {there.guid: there, item.guid: item}


def _remove(entries: dict[Key, Entry], key: Key, item: DirectoryObject) -> None:
    there = entries.get(key)
    if not isinstance(there, dict):
        if there is not None and there.guid == item.guid:
            del entries[key]
        return
    there.pop(item.guid, None)
    if len(there) == 1:
        entries[key] = next(iter(there.values()))
