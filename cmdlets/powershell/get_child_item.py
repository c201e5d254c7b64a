"""Get-ChildItem: what is in a folder, or in another container."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from cmdlets.powershell.flags_expression import EXPRESSION, FlagsExpression, flags_expression
from cmdlets.powershell.path_command import FilterCommand, literal_path_parameter
from shell.dotnet.io.file_info import FileSystemInfo, is_hidden
from shell.engine.commands.cmdlet import Example, ParameterDeclaration, SetMembership, parameter
from shell.engine.providers import paths
from shell.engine.providers.base import PathInfo, decorate
from shell.engine.providers.drives import name_filter
from shell.engine.providers.filesystem import FileSystemProvider, is_read_only
from shell.values.errors import NetException
from shell.values.wildcard import wildcard_matcher

_NAMED = re.compile(r"cert:|microsoft\.powershell\.security\\certificate::", re.IGNORECASE)
"""A path that begins with the drive or the provider of certificates."""
_HIDDEN = 2
"""FileAttributes.Hidden."""


class GetChildItem(
    FilterCommand,
    verb="Get",
    noun="ChildItem",
    module="Microsoft.PowerShell.Management",
    default_set="Items",
    output=("System.IO.FileInfo", "System.IO.DirectoryInfo"),
):
    """Get the items in a folder, a drive of variables or aliases, or those that match a wildcard."""

    examples = (
        Example("Get-ChildItem variable:Error*", "Variables whose names begin with Error."),
        Example("Get-ChildItem . -Filter *.ps1 -Recurse -Name", "The names of all scripts below this folder."),
    )

    path: list[str] = parameter(
        "string[]",
        sets={"Items": SetMembership(position=0, pipeline=True, by_property_name=True)},
        help="The container, or a path with wildcards; the current location without it.",
    )
    filter: str = parameter("string", position=1, help="A filter that the provider applies itself, such as *.log.")
    recurse: bool = parameter("switch", aliases=("s", "r"), help="Go into the containers below.")
    depth: int = parameter("uint32", help="How many levels to go down.")
    force: bool = parameter("switch", help="Show hidden items, too.")
    name: bool = parameter("switch", help="Write only the names, relative to the path.")
    attributes: FlagsExpression | None = parameter(
        EXPRESSION, transform=flags_expression, help="Attributes: `,` any of them, `+` all of them, `!` not this one."
    )
    follow_symlink: bool = parameter("switch", help="Go into folders that links lead to.")
    directory: bool = parameter("switch", aliases=("ad",), help="Folders only.")
    file: bool = parameter("switch", aliases=("af",), help="Files only.")
    hidden: bool = parameter("switch", aliases=("ah", "h"), help="Hidden items only.")
    read_only: bool = parameter("switch", aliases=("ar",), help="Read-only items only.")
    system: bool = parameter("switch", aliases=("as",), help="System items only.")
    literal_path: list[str] = literal_path_parameter("LiteralItems")

    def dynamic_parameters(self) -> dict[str, ParameterDeclaration] | None:
        """Those of the provider that a path leads to, where it has any: of certificates alone."""
        if "late drives" not in self.session.state:
            return None
        path = next(iter(self.path or self.literal_path or ()), "")
        if not (path and _NAMED.match(path)) and "certificate" not in self.drives.providers:
            return None
        try:
            provider: Any = self.drives.resolve(path or ".").provider
        except NetException:
            return None
        found: dict[str, ParameterDeclaration] | None = getattr(provider, "child_parameters", lambda: None)()
        return found

    def process(self) -> None:
        """Write the children of every path."""
        given, literal = self.paths()
        self._passes_name = name_filter(self.include, self.exclude)
        self._levels = self.depth if self.is_bound("Depth") else (1 << 30 if self.recurse else 0)
        for path in given or ["."]:
            with self.reporting():
                self._list(path, literal)

    def _list(self, path: str, literal: bool) -> None:
        if not literal and paths.has_wildcards(path):
            self._list_matches(path)
            return
        place = self._starting_at(path, literal)
        if place.provider.is_container(place.provider_path):
            self._walk(place, "", self._levels)
        elif self._levels and place.provider.is_navigable:
            parent = self.drives.parent(place)
            if parent is not None:
                self._search(parent, place.provider.leaf(place.provider_path))
        else:
            self._show(place, place.provider.leaf(place.provider_path))

    def _starting_at(self, path: str, literal: bool) -> PathInfo:
        """Return the item at a path; with -Recurse a name that only folders below may have."""
        try:
            return self.drives.expand(path, literal=literal)[0]
        except NetException:
            place = self.drives.resolve(path)
            parent = self.drives.parent(place) if self._levels and not literal else None
            if parent is None or not place.provider.is_navigable or not self._is_below(parent, place):
                raise
            return place

    def _is_below(self, parent: PathInfo, place: PathInfo) -> bool:
        """Whether some folder below another holds an item of a name."""
        wanted = place.provider.leaf(place.provider_path).lower()
        folders = [parent] if parent.provider.is_container(parent.provider_path) else []
        while folders:
            for child, name in self._children(folders.pop()):
                if name.lower() == wanted:
                    return True
                if self._is_entered(child):
                    folders.append(child)
        return False

    def _list_matches(self, path: str) -> None:
        """A wildcard in the last part names items; with -Recurse it is looked for in every folder below."""
        if not self._levels:
            for place in self.drives.expand(path, hidden=self._sees_hidden):
                self._show(place, place.provider.leaf(place.provider_path))
            return
        leaf = paths.leaf_of(path)
        for parent in self.drives.expand(paths.parent_of(path) or "."):
            if paths.has_wildcards(leaf):
                self._search(parent, leaf)
            else:
                self._walk(parent, "", self._levels)

    def _search(self, parent: PathInfo, pattern: str) -> None:
        matches, before = wildcard_matcher(pattern), self._passes_name
        self._passes_name = lambda name: matches(name) and before(name)
        self._walk(parent, "", self._levels)
        self._passes_name = before

    @property
    def _sees_hidden(self) -> bool:
        if self.force or self.hidden:
            return True
        return self.attributes is not None and self.attributes.names(_HIDDEN)

    def _walk(self, place: PathInfo, prefix: str, levels: int) -> None:
        containers: list[tuple[PathInfo, str]] = []
        for child, name in self._children(place):
            shown = f"{prefix}{paths.separator_of(place.provider_path)}{name}" if prefix else name
            self._show(child, shown)
            if levels and self._is_entered(child):
                containers.append((child, shown))
        for child, shown in containers:
            self._walk(child, shown, levels - 1)

    def _children(self, place: PathInfo) -> Iterator[tuple[PathInfo, str]]:
        try:
            names = list(place.provider.child_names(place.provider_path, hidden=self._sees_hidden))
        except NetException as problem:
            self.report(problem)
            return
        for name in names:
            yield self.drives.child(place, name), name

    def _is_entered(self, place: PathInfo) -> bool:
        provider, path = place.provider, place.provider_path
        if not provider.is_navigable or not provider.is_container(path):
            return False
        if not isinstance(provider, FileSystemProvider):
            return True
        return bool(self.follow_symlink) or not FileSystemInfo(path).is_link

    def _show(self, place: PathInfo, shown: str) -> None:
        provider, path = place.provider, place.provider_path
        name = provider.leaf(path)
        if not self._passes_name(name):
            return
        if isinstance(provider, FileSystemProvider) and not self._fits(provider, path, name):
            return
        child_fits: Any = getattr(provider, "child_fits", None)
        if child_fits is not None and not child_fits(provider.item(path), self.bound):
            return
        self.write(shown if self.name else decorate(provider.item(path), place))

    def _fits(self, provider: FileSystemProvider, path: str, name: str) -> bool:
        if self.filter and not provider.matches_filter(name, self.filter):
            return False
        if self.directory and not self.file and not provider.is_container(path):
            return False
        if self.file and not self.directory and provider.is_container(path):
            return False
        if self.hidden and not is_hidden(path):
            return False
        if self.read_only and not is_read_only(path):
            return False
        if self.attributes is not None and not self.attributes.fits(FileSystemInfo(path).attribute_bits()):
            return False
        return not self.system
