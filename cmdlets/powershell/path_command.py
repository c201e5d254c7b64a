"""What the commands that take paths share: -Path and -LiteralPath, filters, errors of providers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from shell.engine.commands.cmdlet import Cmdlet, SetMembership, parameter
from shell.engine.providers.base import PathInfo
from shell.engine.providers.drives import DriveTable, name_filter
from shell.engine.providers.filesystem import FileSystemProvider
from shell.engine.providers.table import drive_table
from shell.values.errors import ErrorCategory, NetException, NotSupportedException
from shell.values.objects import Value


def path_parameter(
    *sets: str, type_name: str = "string[]", mandatory: bool = True, pipeline: bool = True, help: str = "", **more: Any
) -> Any:
    """Declare -Path: the first position, by value and by name."""
    return parameter(
        type_name,
        position=0,
        mandatory=mandatory,
        pipeline=pipeline,
        by_property_name=True,
        sets=sets or ("Path",),
        help=help or "The path; wildcards work.",
        **more,
    )


def literal_path_parameter(*sets: str, type_name: str = "string[]", mandatory: bool = True) -> Any:
    """Declare -LiteralPath: by name, with the alias that piped items bind to."""
    return parameter(
        type_name,
        sets={each: SetMembership(mandatory=mandatory, by_property_name=True) for each in sets or ("LiteralPath",)},
        aliases=("PSPath", "LP"),
        help="The path, taken exactly as it is.",
    )


class PathCommand(Cmdlet):
    """A command that works on items named by path."""

    path: Any = None
    literal_path: Any = None

    @property
    def drives(self) -> DriveTable:
        """The session's drives."""
        return drive_table(self.session)

    def paths(self) -> tuple[Sequence[str], bool]:
        """Return the paths that were given, and whether they are literal."""
        given = self.literal_path if self.literal_path else self.path
        if isinstance(given, str):
            given = [given]
        return list(given or ()), bool(self.literal_path)

    def report(self, problem: NetException) -> None:
        """Report what a provider threw as a non-terminating error of this command."""
        self.write_error(self.record(problem))

    def record(self, problem: NetException) -> Any:
        """Return the record of what a provider threw."""
        return self.error(problem, problem.error_id or type(problem).__name__, problem.category, problem.target)

    @contextmanager
    def reporting(self) -> Iterator[None]:
        """Report the errors of providers inside the block, and go on after it."""
        try:
            yield
        except NetException as problem:
            if problem.record is not None or problem.error_id is None:
                raise
            self.report(problem)

    def places(self, *, hidden: bool = False) -> Iterator[PathInfo]:
        """Return the existing items that the paths name; reports those that do not exist."""
        given, literal = self.paths()
        for path in given:
            with self.reporting():
                yield from self.expand(path, literal=literal, hidden=hidden)

    def expand(self, path: str, *, literal: bool, hidden: bool = False) -> Iterable[PathInfo]:
        """Return the existing items that one path names."""
        return self.drives.expand(path, literal=literal, hidden=hidden)

    def targets(self, *, wanted: bool = False) -> Iterator[PathInfo]:
        """Return the places that the paths name, existing or not; wildcards stand for existing items.

        With `wanted` a wildcard that fits nothing is reported.
        """
        given, literal = self.paths()
        for path in given:
            with self.reporting():
                found = self.drives.candidates(path, literal=literal)
                if wanted and not found:
                    raise nothing_fits(path)
                yield from found


def nothing_fits(path: str) -> NetException:
    """Return the error of a wildcard that no item fits."""
    return NetException(
        f"An object at the specified path {path} does not exist, or has been filtered by the -Include or -Exclude "
        "parameter.",
        error_id="ItemNotFound",
        category=ErrorCategory.ObjectNotFound,
        target=path,
    )


class FilterCommand(PathCommand):
    """A path command with filters for the names of items."""

    credential: Any = None
    force: Any = False

    filter: str = parameter("string", help="A filter that the provider applies itself, such as *.log.")
    include: list[str] = parameter("string[]", help="Names to take; wildcards work.")
    exclude: list[str] = parameter("string[]", help="Names to leave out; wildcards work.")

    def begin(self) -> None:
        """Refuse credentials, as the FileSystem provider does."""
        if self.credential is not None:
            raise self.fail(
                self.error(
                    "The FileSystem provider supports credentials only on the New-PSDrive cmdlet. Perform the "
                    "operation again without specifying credentials.",
                    "NotSupported",
                    ErrorCategory.NotImplemented,
                    exception=NotSupportedException,
                )
            )

    def expand(self, path: str, *, literal: bool, hidden: bool = False) -> Iterable[PathInfo]:
        """Return the existing items that one path names and the filters let through."""
        for place in self.drives.expand(path, literal=literal, hidden=hidden or bool(self.force)):
            if self.passes(place):
                yield place

    def passes(self, place: PathInfo) -> bool:
        """True if the filters let an item through."""
        if not (self.filter or self.include or self.exclude):
            return True
        name = place.provider.leaf(place.provider_path)
        if not name_filter(self.include, self.exclude)(name):
            return False
        if self.filter and isinstance(place.provider, FileSystemProvider):
            return place.provider.matches_filter(name, self.filter)
        return True


def credential_parameter() -> Any:
    """Declare -Credential, which no provider here supports."""
    return parameter(
        "System.Management.Automation.PSCredential", by_property_name=True, help="Not supported by any provider here."
    )


class ItemCommand(FilterCommand):
    """A path command with the filters of the item commands, -Force and -Credential."""

    force: bool = parameter("switch", help="Reach items that are otherwise hidden or protected.")
    credential: Value = credential_parameter()
