"""The drives of a session, its current location, and the resolution of paths to items."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from shell.engine.providers import paths
from shell.engine.providers.base import (
    PathInfo,
    Provider,
    PSDriveInfo,
    drive_not_found,
    path_not_found,
    provider_not_found,
)
from shell.machine import disk
from shell.machine.path_text import is_windows
from shell.values.errors import ErrorCategory, PSArgumentException, null_argument
from shell.values.wildcard import wildcard_matcher

if TYPE_CHECKING:
    from shell.engine.session.runspace import Runspace


LATE_DRIVES = "late drives"
"""Key of a session's state: what makes a drive that nobody has named yet, by the lower-case names of it and of its
provider.
"""


class DriveTable:
    """All providers and drives of a session, and its location."""

    def __init__(self, session: Runspace, providers: Iterable[Provider]) -> None:
        self.session = session
        self.providers: dict[str, Provider] = {each.name.lower(): each for each in providers}
        self.drives: dict[str, PSDriveInfo] = {}
        self._removed: set[str] = set()
        self.stacks: dict[str, list[PathInfo]] = {"": []}
        self.stack_name = ""
        self._location: PathInfo | None = None

    # --- drives ---

    def add(self, drive: PSDriveInfo) -> PSDriveInfo:
        """Add a drive."""
        self.drives[drive.name.lower()] = drive
        drive.provider.drives.append(drive)
        return drive

    def remove(self, drive: PSDriveInfo) -> None:
        """Remove a drive."""
        self.drives.pop(drive.name.lower(), None)
        self._removed.add(drive.name.lower())
        if drive in drive.provider.drives:
            drive.provider.drives.remove(drive)

    def drive(self, name: str) -> PSDriveInfo:
        """Return a drive by name; raises DriveNotFound."""
        found = self.drives.get(name.lower()) or self._late(name, name)
        if found is None:
            server = disk.server_disk()
            if server is None or name.upper() not in server.drives or name.lower() in self._removed:
                raise drive_not_found(name)
            found = self.add(PSDriveInfo(name.upper(), self.file_system, f"{name.upper()}:\\"))
        return found

    def _late(self, name: str, key: str) -> PSDriveInfo | None:
        """A drive that is made when it is first named; `key` is its name or its provider's."""
        makers: dict[str, Callable[[Runspace, DriveTable], None]] = self.session.state.get(LATE_DRIVES, {})
        make = makers.get(key.lower())
        if make is None or key.lower() in self._removed:
            return None
        make(self.session, self)
        return self.drives.get(name.lower())

    def provider(self, name: str) -> Provider:
        """Return a provider by short or full name; raises ProviderNotFound."""
        short = name.rpartition("\\")[2].lower()
        found = self.providers.get(short)
        if found is None and self._late("", short) is None:
            found = self.providers.get(short)
        if found is None:
            raise provider_not_found(name)
        return found

    @property
    def file_system(self) -> Provider:
        """The FileSystem provider."""
        return self.providers["filesystem"]

    # --- location ---

    @property
    def location(self) -> PathInfo:
        """Return the current location."""
        if self._location is None:
            self._location = self.resolve_native(self.session.location)
            if self._location.drive is not None:
                self._location.drive.current_location = self._location.drive_relative
        return self._location

    def move_to(self, place: PathInfo) -> None:
        """Change the current location; the session's own path follows where it is a folder's."""
        if place.drive is None and paths.is_share(place.path):
            place = PathInfo(None, place.provider, place.provider_path, place.qualified())
        self._location = place
        if place.drive is not None:
            place.drive.current_location = place.drive_relative
        if place.provider is self.file_system:
            self.session.location = place.provider_path

    def resolve_native(self, path: str) -> PathInfo:
        """Return the place of an absolute native path."""
        if paths.is_share(path):
            return self._share(path)
        drive_text = paths.split_drive(path) if is_windows(path) else None
        drive = self.drive(drive_text[0] if drive_text else "/")
        return self.place(drive, drive_text[1] if drive_text else path)

    # --- from text to a place ---

    def resolve(self, path: str) -> PathInfo:
        """Return the place that a path without wildcards names, whether or not there is an item."""
        qualified = paths.split_provider(path)
        if qualified is not None:
            provider = self.provider(qualified[0])
            inner = provider.within("", qualified[1])
            return PathInfo(None, provider, inner, f"{provider.full_name}::{inner}")
        if paths.is_home(path):
            path = self._home() + path[1:]
        if paths.is_share(path):
            return self._share(path)
        on_drive = paths.split_drive(path)
        if on_drive is not None:
            drive = self.drive(on_drive[0])
            rest = on_drive[1]
            relative = rest if rest.startswith(("/", "\\")) else self._below(drive.current_location, rest)
            return self.place(drive, relative)
        here = self.location
        if path.startswith(("/", "\\")):
            return self._rooted(here, path)
        if here.drive is None:
            return self._without_drive(here.provider, here.provider.within(here.provider_path, path))
        return self.place(here.drive, self._below(here.drive_relative, path))

    def place(self, drive: PSDriveInfo, relative: str) -> PathInfo:
        """Return the place of a path below a drive's root, with `.` and `..` worked out."""
        parts: list[str] = []
        for part in paths.segments(relative):
            if part == "..":
                if parts:
                    parts.pop()
            elif part != ".":
                parts.append(part)
        inner = drive.separator.join(parts)
        shown = drive.show(inner)
        return PathInfo(drive, drive.provider, drive.provider.within(drive.root, inner), shown, inner)

    def _share(self, path: str) -> PathInfo:
        """Return the place of a path of the network, which is on no drive."""
        provider = self.file_system
        inner = provider.within("", path)
        return PathInfo(None, provider, inner, inner)

    def child(self, parent: PathInfo, name: str) -> PathInfo:
        """Return the place of a child."""
        inner = parent.provider.join(parent.provider_path, name)
        if parent.drive is None:
            return self._without_drive(parent.provider, inner)
        separator = parent.drive.separator
        shown = parent.path if parent.path.endswith(separator) else parent.path + separator
        relative = f"{parent.drive_relative}{separator}{name}" if parent.drive_relative else name
        return PathInfo(parent.drive, parent.provider, inner, shown + name, relative)

    def parent(self, place: PathInfo) -> PathInfo | None:
        """Return the place above, None at a root."""
        inner = place.provider.parent(place.provider_path)
        if not place.provider_path or inner == place.provider_path or (not inner and place.provider.is_navigable):
            return None
        if place.drive is not None:
            return self.place(place.drive, paths.parent_of(place.drive_relative))
        return self._without_drive(place.provider, inner)

    def _without_drive(self, provider: Provider, inner: str) -> PathInfo:
        shown = inner if paths.is_share(inner) else f"{provider.full_name}::{inner}"
        return PathInfo(None, provider, inner, shown)

    def _below(self, current: str, path: str) -> str:
        return f"{current}/{path}" if current else path

    def _rooted(self, here: PathInfo, path: str) -> PathInfo:
        if here.drive is not None and here.drive.separator == "\\" and here.provider is self.file_system:
            return self._rooted_on(here.drive, path)
        root = self.drives.get("/")
        if root is not None:
            return self.place(root, path)
        inner = self.file_system.within("", path)
        return PathInfo(None, self.file_system, inner, inner)

    def _rooted_on(self, drive: PSDriveInfo, path: str) -> PathInfo:
        """Return the place of `\\x` or `/x` where the session stands on a drive of Windows: below the drive's root.

        This machine's own paths begin with a slash where it has no drive letters. `/x` is one of them if it is there,
        or could be made there, and not on the drive.
        """
        place = self.place(drive, path)
        root = self.drives.get("/")
        if root is None or path.startswith("\\"):
            return place
        own = self.place(root, path)
        for mine, theirs in ((own, place), (self.parent(own), self.parent(place))):
            if theirs is None or theirs.provider.exists(theirs.provider_path):
                return place
            if mine is not None and mine.drive_relative and mine.provider.exists(mine.provider_path):
                return own
        return place

    def _home(self) -> str:
        provider = self.location.provider
        home = provider.home
        if home is None:
            raise PSArgumentException(
                "Home location for this provider is not set. To set the home location, call "
                f"\"(get-psprovider '{provider.name}').Home = 'path'\".",
                error_id="HomePathNotSet",
                category=ErrorCategory.InvalidArgument,
            )
        return home

    # --- wildcards ---

    def expand(self, path: str, *, literal: bool = False, hidden: bool = False) -> list[PathInfo]:
        """Return the existing places that a path names. Raises PathNotFound only where it has no wildcards."""
        if path is None:
            raise null_argument("path")
        if literal or not paths.has_wildcards(path):
            place = self.resolve(path if literal else paths.unescape(path))
            if not place.provider.exists(place.provider_path):
                raise path_not_found(place.path)
            return [place]
        return list(self._glob(path, hidden))

    def candidates(self, path: str, *, literal: bool = False) -> list[PathInfo]:
        """Return the places that a path names for a command that may make the item: wildcards need existing items."""
        if literal or not paths.has_wildcards(path):
            return [self.resolve(path if literal else paths.unescape(path))]
        return list(self._glob(path, False))

    def _glob(self, path: str, hidden: bool) -> Iterator[PathInfo]:
        head, patterns = _split_at_wildcard(path)
        base = self.resolve(paths.unescape(head) if head else ".")
        if not base.provider.exists(base.provider_path):
            return
        yield from self._match(base, patterns, hidden)

    def _match(self, base: PathInfo, patterns: list[str], hidden: bool) -> Iterator[PathInfo]:
        if not patterns:
            yield base
            return
        pattern, rest = patterns[0], patterns[1:]
        if not paths.has_wildcards(pattern):
            below = self.resolve_below(base, paths.unescape(pattern))
            if below.provider.exists(below.provider_path):
                yield from self._match(below, rest, hidden)
            return
        if not base.provider.is_container(base.provider_path):
            return
        matches = wildcard_matcher(pattern)
        for name in base.provider.child_names(base.provider_path, hidden=hidden or pattern.startswith(".")):
            if matches(name):
                yield from self._match(self.child(base, name), rest, hidden)

    def below(self, place: PathInfo, relative: str) -> PathInfo:
        """Return the place of a relative path below another place."""
        if place.drive is not None:
            return self.place(place.drive, f"{place.drive_relative}/{relative}")
        return self._without_drive(place.provider, place.provider.within(place.provider_path, relative))

    def resolve_below(self, base: PathInfo, part: str) -> PathInfo:
        """Return the place of one more part, which may be `.` or `..`."""
        if part == ".":
            return base
        if part == "..":
            return self.parent(base) or base
        return self.child(base, part)


def _split_at_wildcard(path: str) -> tuple[str, list[str]]:
    """Split before the first part that has a wildcard: (literal head, remaining parts)."""
    start = 0
    for place, letter in enumerate(path):
        if letter in "/\\":
            if paths.has_wildcards(path[start:place]):
                break
            start = place + 1
        elif letter == ":" and not paths.has_wildcards(path[start:place]):
            start = place + 1
    return path[:start], paths.segments(path[start:])


def name_filter(include: list[str] | None, exclude: list[str] | None) -> Callable[[str], bool]:
    """Return the test that -Include and -Exclude make of an item's name."""
    wanted = [wildcard_matcher(each or "") for each in include or ()]
    unwanted = [wildcard_matcher(each or "") for each in exclude or ()]

    def passes(name: str) -> bool:
        if wanted and not any(matches(name) for matches in wanted):
            return False
        return not any(matches(name) for matches in unwanted)

    return passes
