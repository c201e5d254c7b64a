"""Select-String: find text in strings and files."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, ClassVar

from cmdlets.powershell.file_output import encoding_parameter, warn_of_obsolete
from cmdlets.powershell.path_command import PathCommand
from shell.dotnet.io.file_info import FileInfo
from shell.dotnet.io.text_files import read_text, split_lines
from shell.engine.commands.cmdlet import Example, SetMembership, parameter
from shell.engine.providers.drives import name_filter
from shell.engine.providers.filesystem import io_error
from shell.lazy import lazy
from shell.machine import path_text
from shell.types import STRING
from shell.types.conversion.text import to_string
from shell.types.registry.declarations import clr_class, clr_method
from shell.types.registry.names import named
from shell.values.errors import ArgumentException, ErrorCategory, InvalidOperationException, NetException
from shell.values.objects import MISSING, TypedArray, UInt64, Value, unwrap
from shell.values.patterns.regular_expressions import Options, Pattern, compile_pattern

if TYPE_CHECKING:
    from shell.dotnet.text import regexes
else:
    regexes = lazy("shell.dotnet.text.regexes", globals())


_INPUT = "InputStream"


@clr_class(
    "Microsoft.PowerShell.Commands.MatchInfoContext",
    properties="PreContext:string[]=rw PostContext:string[]=rw DisplayPreContext:string[]=rw"
    " DisplayPostContext:string[]=rw",
)
class MatchInfoContext:
    """The lines around a match; the display has none that another match shows."""

    def __init__(self, before: list[str], shown_before: list[str]) -> None:
        self.pre_context = TypedArray(STRING, list(before))
        self.display_pre_context = TypedArray(STRING, list(shown_before))
        self.post_context = TypedArray(STRING, [])
        self.display_post_context = TypedArray(STRING, [])


@clr_class(
    "Microsoft.PowerShell.Commands.MatchInfo",
    properties="IgnoreCase:bool=rw LineNumber:uint64=rw Line:string=rw Filename:string Path:string=rw"
    " Pattern:string=rw Context:Microsoft.PowerShell.Commands.MatchInfoContext=rw"
    " Matches:System.Text.RegularExpressions.Match[]=rw",
)
class MatchInfo:
    """A line that was found."""

    def __init__(self, line: str, number: int, path: str, pattern: str, ignore_case: bool, matches: Value) -> None:
        self.line = line
        self.line_number = UInt64(number)
        self.path = path
        self.pattern = pattern
        self.ignore_case = ignore_case
        self.matches = matches
        self.context: MatchInfoContext | None = None

    @property
    def filename(self) -> str:
        """The file's name without its folder."""
        return self.path if self.path == _INPUT else path_text.basename(self.path)

    def __str__(self) -> str:
        return self.to_string()

    @clr_method("ToString", "string directory = null -> string")
    def to_string(self, directory: str | None = None) -> str:
        """Return `path:number:line`, the path relative to a folder; with the lines around it where there are any."""
        path = self.path if directory is None else self.relative_path(directory)
        context = self.context
        if context is None:
            return self._line(self.line, int(self.line_number), path, "")
        first = int(self.line_number) - len(context.display_pre_context)
        rows = [(text, "  ") for text in context.display_pre_context]
        rows.append((self.line, "> "))
        rows += [(text, "  ") for text in context.display_post_context]
        return "\n".join(self._line(text, first + place, path, mark) for place, (text, mark) in enumerate(rows))

    @clr_method("ToEmphasizedString", "string directory -> string")
    def to_emphasized_string(self, directory: str) -> str:
        """Return what the console shows; here without colours."""
        return self.to_string(directory)

    @clr_method("RelativePath", "string directory -> string")
    def relative_path(self, directory: str) -> str:
        """Return the path below a folder, else the whole path."""
        if self.path == _INPUT or not directory:
            return self.path
        inside = path_text.join(directory, "")
        return self.path[len(inside) :] if self.path.startswith(inside) else self.path

    def _line(self, text: str, number: int, path: str, mark: str) -> str:
        return mark + text if self.path == _INPUT else f"{mark}{path}:{number}:{text}"


class LineSearch:
    """Looks through the lines of one file, or of all input, keeping the lines around."""

    def __init__(self, command: SelectString, path: str) -> None:
        self.command = command
        self.path = path
        self.number = 0
        before, after = command.context_lines
        self._after = after
        self._before: deque[tuple[str, bool]] = deque(maxlen=before)
        self._open: list[tuple[MatchInfo, int]] = []

    def look(self, line: str) -> list[MatchInfo]:
        """Take the next line; return the matches that are complete now."""
        self.number += 1
        found = self.command.find(line, self.number, self.path)
        is_shown = found is not None or bool(self._open)
        self._grow(line, is_match=found is not None)
        done = [match for match, missing in self._open if missing <= 0]
        self._open = [(match, missing) for match, missing in self._open if missing > 0]
        if found is not None:
            self._start(found)
            if not self._after:
                done.append(self._open.pop()[0])
        self._before.append((line, is_shown))
        return done

    def finish(self) -> list[MatchInfo]:
        """Return the matches whose lines after are cut off by the end."""
        return [match for match, _ in self._open]

    def _start(self, found: MatchInfo) -> None:
        if self.command.wants_context:
            before = [text for text, _ in self._before]
            shown: list[str] = []
            for text, is_shown in reversed(self._before):
                if is_shown:
                    break
                shown.insert(0, text)
            found.context = MatchInfoContext(before, shown)
        self._open.append((found, self._after))

    def _grow(self, line: str, *, is_match: bool) -> None:
        grown: list[tuple[MatchInfo, int]] = []
        for place, (match, missing) in enumerate(self._open):
            assert match.context is not None
            match.context.post_context.append(line)
            is_latest = place == len(self._open) - 1
            if is_latest and not is_match and not getattr(match, "covered", False):
                match.context.display_post_context.append(line)
            grown.append((match, missing - 1))
        if is_match:
            for match, _ in self._open:
                match.covered = True  # type: ignore[attr-defined]
        self._open = grown


_OBJECT_SETS = ("Object", "ObjectRaw")
_FILE_SETS = ("File", "FileRaw")
_LITERAL_SETS = ("LiteralFile", "LiteralFileRaw")


class SelectString(
    PathCommand,
    verb="Select",
    noun="String",
    module="Microsoft.PowerShell.Utility",
    default_set="File",
    output=("Microsoft.PowerShell.Commands.MatchInfo", "bool", "string"),
):
    """Find the lines that match a regular expression, in strings or in files."""

    examples = (
        Example("'alpha', 'beta' | Select-String 'l'", "The strings that have an l."),
        Example("('a1 a2' | Select-String 'a\\d' -AllMatches).Matches.Value", "Every match of a line."),
    )

    input_object: Value = parameter(
        "psobject",
        sets={each: SetMembership(mandatory=True, pipeline=True) for each in _OBJECT_SETS},
        default=MISSING,
        allow_null=True,
        allow_empty_string=True,
        help="The text to look in.",
    )
    pattern: list[str] = parameter("string[]", position=0, mandatory=True, help="The expressions to look for.")
    path: list[str] = parameter(
        "string[]",
        sets={each: SetMembership(mandatory=True, position=1, by_property_name=True) for each in _FILE_SETS},
        help="The files to look in; wildcards work.",
    )
    literal_path: list[str] = parameter(
        "string[]",
        sets={each: SetMembership(mandatory=True, by_property_name=True) for each in _LITERAL_SETS},
        aliases=("PSPath", "LP"),
        help="The files to look in, taken as they are.",
    )
    raw: bool = parameter(
        "switch",
        sets={each: SetMembership(mandatory=True) for each in ("ObjectRaw", "FileRaw", "LiteralFileRaw")},
        help="Write the lines as strings.",
    )
    simple_match: bool = parameter("switch", help="Take the pattern as plain text.")
    case_sensitive: bool = parameter("switch", help="Tell upper from lower case.")
    quiet: bool = parameter("switch", sets=("File", "Object", "LiteralFile"), help="Write true or false.")
    list: bool = parameter("switch", help="Write the first match of each file only.")
    no_emphasis: bool = parameter("switch", help="Do not colour what matched.")
    include: Any = parameter("string[]", not_null_or_empty=True, help="Names of files to take.")
    exclude: Any = parameter("string[]", not_null_or_empty=True, help="Names of files to leave out.")
    not_match: bool = parameter("switch", help="Write the lines that do not match.")
    all_matches: bool = parameter("switch", help="Keep every match of a line, not only the first.")
    encoding: Value = encoding_parameter()
    context: Any = parameter(
        "int[]", not_null_or_empty=True, count=(1, 2), range=(0, 2147483647), help="How many lines to show around."
    )
    culture: str = parameter("string", not_null=True, help="The culture of -SimpleMatch.")

    _none: ClassVar[tuple[int, int]] = (0, 0)

    def begin(self) -> None:
        """Compile the patterns."""
        if self.is_bound("Culture") and not self.simple_match:
            raise self.fail(
                self.error(
                    "The Culture parameter can be used only together with the SimpleMatch parameter.",
                    "CannotSpecifyCultureWithoutSimpleMatch",
                    ErrorCategory.InvalidData,
                    exception=InvalidOperationException,
                )
            )
        warn_of_obsolete(self, self.encoding)
        self._fold = _turkic_folded if _is_turkic(self.culture or self.session.culture) else _folded
        around = [int(each) for each in self.context or ()]
        self.wants_context = bool(around) and any(around) and not self.quiet and not self.raw
        self.context_lines = (around[0], around[-1]) if self.wants_context else self._none
        self._patterns = [(each, None if self.simple_match else self._compile(each)) for each in self.pattern]
        self._input = LineSearch(self, _INPUT)
        self._found = False
        self._decided = False

    def process(self) -> None:
        """Look through an object, or the files that it names."""
        if self._decided:
            return
        if self.input_object is not MISSING:
            self._look_in_object(unwrap(self.input_object))
            return
        for place in self.places():
            with self.reporting():
                if not place.provider.is_container(place.provider_path):
                    self._look_in_file(place.provider_path)

    def end(self) -> None:
        """Write what waited for its lines after; or that nothing was found."""
        for match in self._input.finish():
            self._deliver(match)
        if self.quiet and not self._found:
            self.write(False)

    # --- where to look ---

    def _look_in_object(self, value: Value) -> None:
        if value is None:
            return
        if isinstance(value, FileInfo):
            with self.reporting():
                self._look_in_file(value.full_name())
            return
        text = value.line if isinstance(value, MatchInfo) else to_string(value)
        for match in self._input.look(text):
            self._deliver(match)

    def _look_in_file(self, path: str) -> None:
        if not name_filter(self.include, self.exclude)(path_text.basename(path)):
            return
        try:
            lines: Iterable[str] = split_lines(read_text(path, self.encoding))
        except OSError as problem:
            raise io_error(problem, path, "ProcessingFile", ErrorCategory.NotSpecified) from None
        search = LineSearch(self, path)
        for line in lines:
            for match in search.look(line):
                self._deliver(match)
                if self.list or self._decided:
                    return
        for match in search.finish():
            self._deliver(match)

    def _deliver(self, match: MatchInfo) -> None:
        self._found = True
        if self.quiet:
            if not self._decided:
                self._decided = True
                self.write(True)
            return
        self.write(match.line if self.raw else match)

    # --- matching ---

    def _compile(self, pattern: str) -> Pattern:
        options = Options.NONE if self.case_sensitive else Options.IGNORE_CASE
        try:
            return compile_pattern(pattern, options)
        except NetException as problem:
            raise self.fail(
                self.error(
                    f"The string {pattern} is not a valid regular expression: {problem.message}",
                    "InvalidRegex",
                    ErrorCategory.InvalidArgument,
                    exception=ArgumentException,
                )
            ) from None

    def find(self, line: str, number: int, path: str) -> MatchInfo | None:
        """Return what to write for a line, if anything."""
        for text, pattern in self._patterns:
            matches = self._matches(line, text, pattern)
            if matches is None:
                continue
            if self.not_match:
                return None
            return self._made(line, number, path, text, matches)
        return self._made(line, number, path, self.pattern[0], []) if self.not_match else None

    def _matches(self, line: str, text: str, pattern: Pattern | None) -> Any:
        if pattern is None:
            found = text in line if self.case_sensitive else self._fold(text) in self._fold(line)
            return [] if found else None
        if self.all_matches:
            every = [found for found in pattern.code.finditer(line)]
            return [wrap(pattern, found, line) for found in every] if every else None
        found = pattern.code.search(line)
        return None if found is None else [wrap(pattern, found, line)]

    def _made(self, line: str, number: int, path: str, pattern: str, matches: Any) -> MatchInfo:
        array = TypedArray(named("System.Text.RegularExpressions.Match"), matches)
        return MatchInfo(line, number, path, pattern, not self.case_sensitive, array)


def _folded(text: str) -> str:
    """Return a text without case, letter by letter: none grows to two, and `ı` and `ſ` are not `I` and `S`."""
    if text.isascii():
        return text.upper()
    return "".join(
        upper if len(upper := each.upper()) == 1 and (each.isascii() or not upper.isascii()) else each for each in text
    )


def _is_turkic(culture: str) -> bool:
    """True for the languages in which `i` and `I` are letters of their own; in all others texts match alike."""
    return culture.lower().partition("-")[0] in ("tr", "az")


def _turkic_folded(text: str) -> str:
    """Return a text without case where `i` belongs to `İ` and `ı` to `I`."""
    return _folded(text.replace("i", "İ").replace("ı", "I"))


def wrap(pattern: Pattern, found: Any, text: str) -> Value:
    """Return a match as a .NET Match."""
    return regexes.Match(pattern, found, text)
