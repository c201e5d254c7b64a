"""SemanticVersion: `[semver]`."""

from __future__ import annotations

import re
from typing import Any, Final

from shell.dotnet.system.identifiers import Version
from shell.types.registry.checks import not_negative, not_null
from shell.types.registry.declarations import clr_class, clr_constructor, clr_method
from shell.values.errors import ArgumentException, FormatException, NetException
from shell.values.objects import Value, unwrap

_SEMANTIC: Final = re.compile(
    r"(?P<major>[0-9]+)(?:\.(?P<minor>[0-9]+)(?:\.(?P<patch>[0-9]+))?)?(?:-(?P<label>[0-9A-Za-z.-]+))?(?:\+(?P<build>[0-9A-Za-z.-]+))?"
)


_LABELS: Final = re.compile(r"([0-9A-Za-z.-]+)?(?:\+([0-9A-Za-z.-]+))?")


@clr_class(
    "System.Management.Automation.SemanticVersion",
    interfaces="System.IComparable",
    properties="Major:int Minor:int Patch:int PreReleaseLabel:string BuildLabel:string",
)
class SemanticVersion:
    """Major, minor, patch and labels."""

    def __init__(
        self, major: int, minor: int = 0, patch: int = 0, label: str | None = None, build: str | None = None
    ) -> None:
        self.major, self.minor, self.patch = major, minor, patch
        self.pre_release_label, self.build_label = label, build

    def __str__(self) -> str:
        label = f"-{self.pre_release_label}" if self.pre_release_label else ""
        build = f"+{self.build_label}" if self.build_label else ""
        return f"{self.major}.{self.minor}.{self.patch}{label}{build}"

    @property
    def order(self) -> tuple[Any, ...]:
        """Return the sort key: a release is newer than its prereleases (SemVer 2.0 section 11)."""
        label = self.pre_release_label
        words = (
            []
            if label is None
            else [(0, int(word), "") if word.isdecimal() else (1, 0, word) for word in label.split(".")]
        )
        return self.major, self.minor, self.patch, label is None, words

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SemanticVersion) and self.order == other.order

    def __lt__(self, other: SemanticVersion) -> bool:
        return self.order < other.order

    def __gt__(self, other: SemanticVersion) -> bool:
        return self.order > other.order

    def __hash__(self) -> int:
        return hash(str(self))

    @clr_constructor("int major")
    @clr_constructor("int major, int minor")
    @clr_constructor("int major, int minor, int patch")
    @clr_constructor("int major, int minor, int patch, string label")
    @clr_constructor("int major, int minor, int patch, string preReleaseLabel, string buildLabel")
    @staticmethod
    def of_parts(*parts: Any) -> SemanticVersion:
        """Create a version from its parts; a single label may hold prerelease and build."""
        for name, number in zip(("major", "minor", "patch"), parts, strict=False):
            not_negative(number, name)
        if len(parts) == 4 and parts[3]:
            found = _LABELS.fullmatch(parts[3])
            if found is None:
                raise FormatException('Cannot process argument because the value of argument "label" is not valid.')
            return SemanticVersion(*parts[:3], found[1], found[2])
        labels = [part or None for part in parts[3:]]
        return SemanticVersion(*parts[:3], *labels)

    @clr_constructor("version version")
    @staticmethod
    def of_version(version: Version) -> SemanticVersion:
        """Create a version from a Version of up to three numbers."""
        not_null(version, "version")
        if version.revision > 0:
            raise ArgumentException(
                "Cannot convert a version with a revision to a semantic version. (Parameter 'version')"
            )
        return SemanticVersion(version.major, version.minor, max(version.build, 0))

    @clr_method("op_Implicit", "semver semver -> version", static=True)
    @staticmethod
    def to_version(version: SemanticVersion) -> Version:
        """Convert to a Version."""
        return Version(version.major, version.minor, version.patch)

    @clr_constructor("string version")
    @clr_method("Parse", "string version -> semver", static=True)
    @staticmethod
    def parse(text: str) -> SemanticVersion:
        """Parse a text; raise where it is not valid."""
        found = _SEMANTIC.fullmatch(text or "")
        if found is None:
            raise FormatException("Input string was not in a correct format.")
        major, minor, patch = (int(found[name] or 0) for name in ("major", "minor", "patch"))
        return SemanticVersion(major, minor, patch, found["label"], found["build"])

    @clr_method("TryParse", "string version, ref semver result -> bool", static=True)
    @staticmethod
    def try_parse(text: str, reference: Any) -> bool:
        """Parse a text; return False where it is not valid."""
        try:
            reference.value = SemanticVersion.parse(text)
        except NetException:
            reference.value = None
            return False
        return True

    @clr_method("Compare", "semver versionA, semver versionB -> int", static=True)
    @staticmethod
    def compare(one: SemanticVersion | None, other: SemanticVersion | None) -> int:
        """Compare: return -1, 0 or 1; null comes first."""
        if one is None or other is None:
            return (one is not None) - (other is not None)
        return one.compare_to(other)

    @clr_method("Equals", "object obj -> bool")
    def equals(self, other: Value) -> bool:
        """Return True if both are equal."""
        return bool(self == unwrap(other))

    @clr_method("ToString", "-> string")
    def to_string(self) -> str:
        """Return the text."""
        return str(self)

    @clr_method("CompareTo", "object version -> int")
    @clr_method("CompareTo", "semver value -> int")
    def compare_to(self, other: Value) -> int:
        """Compare: return -1, 0 or 1."""
        other = unwrap(other)
        if other is None:
            return 1
        if not isinstance(other, SemanticVersion):
            raise ArgumentException("Object must be of type SemanticVersion. (Parameter 'version')")
        return (self.order > other.order) - (self.order < other.order)
