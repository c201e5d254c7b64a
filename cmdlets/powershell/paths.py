"""Commands for the text of paths: Test-, Resolve-, Convert-, Join- and Split-Path."""

from __future__ import annotations

from typing import Any

from cmdlets.powershell.path_command import (
    FilterCommand,
    PathCommand,
    credential_parameter,
    literal_path_parameter,
    path_parameter,
)
from shell.engine.commands.cmdlet import Example, SetMembership, parameter
from shell.engine.providers import paths
from shell.engine.providers.base import PathInfo, path_not_found
from shell.engine.providers.filesystem import FileSystemProvider
from shell.machine import path_text
from shell.types.registry.enumeration import register_enum
from shell.values.errors import (
    ArgumentNullException,
    ErrorCategory,
    FormatException,
    NetException,
)
from shell.values.objects import Value

_MODULE = "Microsoft.PowerShell.Management"

TEST_PATH_TYPE = register_enum("Microsoft.PowerShell.Commands.TestPathType", {"Any": 0, "Container": 1, "Leaf": 2})
_CONTAINER, _LEAF = 1, 2


class TestPath(FilterCommand, verb="Test", noun="Path", module=_MODULE, default_set="Path", output=("bool",)):
    """Say whether there is an item at a path."""

    examples = (
        Example("Test-Path env:PATH", "Whether a variable is set."),
        Example("Test-Path . -PathType Container", "Whether a path is a folder."),
    )

    path: list[str] = path_parameter(allow_null=True, allow_empty_string=True, allow_empty_collection=True)
    path_type: int = parameter(
        "Microsoft.PowerShell.Commands.TestPathType", aliases=("Type",), default=0, help="Any, Container or Leaf."
    )
    credential: Value = credential_parameter()
    is_valid: bool = parameter("switch", help="Look only whether the path could be right.")
    older_than: Value = parameter("System.Nullable[datetime]", help="Only files last written before.")
    newer_than: Value = parameter("System.Nullable[datetime]", help="Only files last written after.")
    literal_path: list[str] = literal_path_parameter()

    def process(self) -> None:
        """Write true or false for each path."""
        given = self.literal_path if self.is_bound("LiteralPath") else self.path
        if not given or given == [None]:
            self.write_error(
                self.error(
                    "Value cannot be null. (Parameter 'The provided Path argument was null or an empty collection.')",
                    "NullPathNotPermitted",
                    ErrorCategory.InvalidArgument,
                    exception=ArgumentNullException,
                )
            )
            return
        for path in given:
            if not path or not path.strip():
                self.write(False)
                continue
            self.write(self._is_valid(path) if self.is_valid else self._exists(path))

    def _is_valid(self, path: str) -> bool:
        try:
            self.drives.resolve(path)
        except NetException:
            return False
        return "\0" not in path

    def _exists(self, path: str) -> bool:
        try:
            found = list(self.expand(path, literal=bool(self.literal_path), hidden=True))
        except NetException as error:
            if error.error_id == "SandboxAccessDenied":
                self.write_error(self.error(error, error.error_id, error.category, path))
            return False
        return any(self._fits(place) for place in found)

    def _fits(self, place: PathInfo) -> bool:
        kind = int(self.path_type)
        if kind in (_CONTAINER, _LEAF) and place.provider.is_container(place.provider_path) is not (kind == _CONTAINER):
            return False
        if self.older_than is None and self.newer_than is None:
            return True
        if not isinstance(place.provider, FileSystemProvider):
            return True
        written = place.provider.item(place.provider_path).last_write_time
        if self.older_than is not None and not written < self.older_than:
            return False
        return self.newer_than is None or bool(written > self.newer_than)


class ResolvePath(
    PathCommand,
    verb="Resolve",
    noun="Path",
    module=_MODULE,
    default_set="Path",
    output=("string", "System.Management.Automation.PathInfo"),
):
    """Write the full paths that a path with wildcards or a relative path names."""

    examples = (Example("Resolve-Path .", "The current folder."),)

    path: list[str] = path_parameter()
    relative: bool = parameter("switch", help="Write paths relative to the current location.")
    relative_base_path: str = parameter("string", help="The folder that -Relative and relative paths start from.")
    force: bool = parameter("switch", help="Take hidden items, too.")
    credential: Value = credential_parameter()
    literal_path: list[str] = literal_path_parameter()

    def process(self) -> None:
        """Write the paths."""
        before = self.drives.location
        if self.relative_base_path:
            with self.reporting():
                found = self.drives.expand(self.relative_base_path)
                if not found:
                    raise path_not_found(self.relative_base_path)
                self.drives.move_to(found[0])
        try:
            for place in self.places(hidden=bool(self.force)):
                shows_relative = self.relative or self.relative_base_path
                self.write(relative_to(self.drives.location, place) if shows_relative else place)
        finally:
            self.drives.move_to(before)


def relative_to(location: PathInfo, place: PathInfo) -> str:
    """Return a path as seen from a location: `./a`, `../b`; the full path where there is no way."""
    if place.provider is not location.provider or not place.provider.is_navigable:
        return place.path
    relative = path_text.relpath(place.provider_path, location.provider_path)
    if relative.startswith("..") or relative == "." or path_text.isabs(relative):
        return relative
    return f".{paths.separator_of(location.provider_path)}{relative}"


class ConvertPath(PathCommand, verb="Convert", noun="Path", module=_MODULE, default_set="Path", output=("string",)):
    """Write paths as the provider knows them, without PowerShell's drives."""

    examples = (Example("Convert-Path .", "The current folder as the system names it."),)

    path: list[str] = path_parameter()
    force: bool = parameter("switch", help="Take hidden items, too.")
    literal_path: list[str] = literal_path_parameter()

    def process(self) -> None:
        """Write the paths."""
        for place in self.places(hidden=bool(self.force)):
            self.write(place.provider_path)


class JoinPath(PathCommand, verb="Join", noun="Path", module=_MODULE, output=("string",)):
    """Join a path and the names below it."""

    examples = (Example("Join-Path a b", "One path of two."), Example("Join-Path a b c d", "And of several."))

    path: list[str] = parameter(
        "string[]",
        position=0,
        mandatory=True,
        pipeline=True,
        by_property_name=True,
        aliases=("PSPath",),
        help="The paths above.",
    )
    child_path: list[str] = parameter(
        "string[]",
        position=1,
        mandatory=True,
        by_property_name=True,
        allow_null=True,
        allow_empty_string=True,
        help="What is below them.",
    )
    additional_child_path: list[str] = parameter(
        "string[]",
        position=2,
        remaining=True,
        by_property_name=True,
        allow_null=True,
        allow_empty_string=True,
        allow_empty_collection=True,
        help="More parts.",
    )
    resolve: bool = parameter("switch", help="Write the existing items that the joined path names.")
    credential: Value = credential_parameter()

    def process(self) -> None:
        """Write the joined paths."""
        for path in self.path:
            with self.reporting():
                self._join(path)

    def _join(self, path: str) -> None:
        on_drive = paths.split_drive(path)
        if on_drive is not None and paths.split_provider(path) is None:
            self.drives.drive(on_drive[0])
        joined = path
        for part in [*(self.child_path or ()), *(self.additional_child_path or ())]:
            joined = paths.join(joined, part or "")
        if not self.resolve:
            self.write(joined)
            return
        for place in self.drives.expand(joined):
            self.write(place.path)


_PARENT, _LEAF_SET, _LEAF_BASE, _EXTENSION = "ParentSet", "LeafSet", "LeafBaseSet", "ExtensionSet"
_QUALIFIER, _NO_QUALIFIER, _ABSOLUTE = "QualifierSet", "NoQualifierSet", "IsAbsoluteSet"
_PATH_SETS = (_PARENT, _LEAF_SET, _LEAF_BASE, _EXTENSION, _QUALIFIER, _NO_QUALIFIER, _ABSOLUTE)


def _part(name: str, *, by_name: bool = True, mandatory: bool = True, help: str) -> Any:
    membership = SetMembership(mandatory=mandatory, by_property_name=by_name)
    return parameter("switch", sets={name: membership}, help=help)


class SplitPath(PathCommand, verb="Split", noun="Path", module=_MODULE, default_set=_PARENT, output=("string", "bool")):
    """Write a part of a path: the folder, the name, the drive."""

    examples = (
        Example("Split-Path a/b/c.txt", "The folder."),
        Example("Split-Path a/b/c.txt -Leaf", "The name."),
        Example("Split-Path a/b/c.txt -LeafBase", "The name without its extension."),
    )

    path: list[str] = path_parameter(*_PATH_SETS)
    parent: bool = _part(_PARENT, mandatory=False, help="Write all but the last part; this is the default.")
    resolve: bool = parameter("switch", help="Split the existing items that the path names.")
    credential: Value = credential_parameter()
    leaf: bool = _part(_LEAF_SET, help="Write the last part.")
    leaf_base: bool = _part(_LEAF_BASE, help="Write the last part without its extension.")
    extension: bool = _part(_EXTENSION, help="Write the extension with its dot.")
    qualifier: bool = _part(_QUALIFIER, help="Write the drive with its colon.")
    no_qualifier: bool = _part(_NO_QUALIFIER, help="Write the path without its drive.")
    is_absolute: bool = _part(_ABSOLUTE, by_name=False, help="Say whether the path is complete by itself.")
    literal_path: list[str] = literal_path_parameter("LiteralPathSet")

    def process(self) -> None:
        """Write the part of each path."""
        given, literal = self.paths()
        for path in given:
            with self.reporting():
                if not self.resolve:
                    self.write(self._split(path))
                    continue
                for place in self.drives.expand(path, literal=literal):
                    self.write(self._split(place.path))

    def _split(self, path: str) -> Value:
        if self.is_absolute:
            return paths.is_absolute(path)
        if self.qualifier:
            return self._qualifier(path)
        if self.no_qualifier:
            return self._without_qualifier(path)
        if self.leaf:
            return paths.leaf_of(path)
        if self.leaf_base:
            leaf = paths.leaf_of(path)
            return leaf[: leaf.rindex(".")] if "." in leaf else leaf
        if self.extension:
            leaf = paths.leaf_of(path)
            return leaf[leaf.rindex(".") :] if "." in leaf and not leaf.endswith(".") else ""
        return paths.parent_of(path)

    def _qualifier(self, path: str) -> str:
        provider = paths.split_provider(path)
        if provider is not None:
            return provider[0] + "::"
        drive = paths.split_drive(path)
        if drive is not None:
            return drive[0] + ":"
        raise FormatException(
            f"Cannot parse path because path '{path}' does not have a qualifier specified.",
            error_id="ParsePathFormatError",
            category=ErrorCategory.InvalidArgument,
            target=path,
        )

    def _without_qualifier(self, path: str) -> str:
        provider = paths.split_provider(path)
        if provider is not None:
            return provider[1]
        drive = paths.split_drive(path)
        return path if drive is None else drive[1]
