"""Invoke-Pester and New-PesterConfiguration."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from cmdlets.testing.configuration import Configuration
from cmdlets.testing.containers import ContainerInfo, find_containers
from cmdlets.testing.discovery import discover
from cmdlets.testing.drive import TestDrive
from cmdlets.testing.filters import Filters
from cmdlets.testing.model import Container
from cmdlets.testing.older import count_tests
from cmdlets.testing.results import Run
from cmdlets.testing.running import Runner
from cmdlets.testing.screen import VERBOSITIES, Screen
from cmdlets.testing.state import TestSession, Word, tests_of
from shell.engine.commands.cmdlet import Cmdlet, Example, SetMembership, parameter
from shell.engine.session.streams import HostInformationMessage, InformationRecord
from shell.lazy import lazy
from shell.types.conversion.text import to_string
from shell.values.errors import ErrorCategory, NotEmulatedException, RuntimeException
from shell.values.flow import ExitRequest
from shell.values.objects import Hashtable, PSObject, Value

if TYPE_CHECKING:
    from cmdlets.testing import reports
    from shell.dotnet.time import datetime
    from shell.engine.providers import table as providers_table
else:
    reports = lazy("cmdlets.testing.reports", globals())
    datetime = lazy("shell.dotnet.time.datetime", globals())
    providers_table = lazy("shell.engine.providers.table", globals(), "providers_table")


_FILTERS = ("Tag", "ExcludeTag", "Line", "ExcludeLine", "FullName")


class NewPesterConfiguration(Word, verb="New", noun="PesterConfiguration", class_name="New-PesterConfiguration"):
    """Make a configuration for Invoke-Pester, with the settings of a dictionary."""

    examples = (Example("New-PesterConfiguration @{ Run = @{ PassThru = $true } }", "One option set."),)

    hashtable: Value = parameter("System.Collections.IDictionary", position=0, help="Sections with options.")

    def end(self) -> None:
        """Write it."""
        made = Configuration()
        if self.hashtable is not None:
            made.fill(self.hashtable)
        self.write(made)


class InvokePester(Word, verb="Invoke", noun="Pester", default_set="Simple", class_name="Invoke-Pester"):
    """Find tests and run them.

    Test files are called *.Tests.ps1. Their tests are found first, then run; a summary follows. With -CI the shell's
    exit code is the number of tests that failed.
    """

    examples = (
        Example(
            "Invoke-Pester -Output Detailed -Container (New-PesterContainer -ScriptBlock { Describe 'x' { It 'adds' {"
            " 1 + 1 | Should -Be 2 } } })",
            "Run tests in a block.",
        ),
    )

    path: list[Value] = parameter(
        "object[]",
        sets={"Simple": SetMembership(position=0), "Legacy": SetMembership(position=0)},
        aliases=("Script",),
        help="Files and folders; wildcards work. Without it the current folder. Older scripts give tables with Path"
        " and Parameters.",
    )
    exclude_path: list[str] = parameter("string[]", sets=("Simple",), help="Paths that are left out; wildcards work.")
    tag_filter: list[str] = parameter(
        "string[]", aliases=("Tag", "Tags"), sets=("Simple", "Legacy"), help="Run tests with one of these tags."
    )
    exclude_tag_filter: list[str] = parameter(
        "string[]",
        aliases=("ExcludeTag",),
        sets=("Simple", "Legacy"),
        help="Leave out tests with one of these tags.",
    )
    full_name_filter: list[str] = parameter(
        "string[]",
        aliases=("TestName", "Name"),
        sets=("Simple", "Legacy"),
        help="Run what is called so, with dots between the names; wildcards work.",
    )
    ci: bool = parameter("switch", name="CI", sets=("Simple",), help="Write testResults.xml and set the exit code.")
    output: str = parameter(
        "string", sets=("Simple",), values=("Diagnostic", "Detailed", "Normal", "None"), help="How much is shown."
    )
    pass_thru: bool = parameter("switch", sets=("Simple", "Legacy"), help="Write the result object.")
    container: list[Any] = parameter("object[]", sets=("Simple",), help="What New-PesterContainer made.")
    configuration: Value = parameter(
        "object", sets={"Advanced": SetMembership(pipeline=True)}, help="A [PesterConfiguration] or a dictionary."
    )
    enable_exit: bool = parameter("switch", sets=("Legacy",), help="Set the exit code to the number of failed tests.")
    output_file: str = parameter("string", sets=("Legacy",), help="The file of a report.")
    output_format: str = parameter(
        "string", sets=("Legacy",), values=("NUnitXml", "NUnit2.5", "JUnitXml"), help="The format of the report."
    )
    output_xml: str = parameter("string", sets=("Legacy",), help="As -OutputFile, for older scripts.")
    show: Value = parameter("object", sets=("Legacy",), help="All, Fails, None and their like, for older scripts.")
    quiet: bool = parameter("switch", sets=("Legacy",), help="As -Output None, for older scripts.")
    strict: bool = parameter("switch", sets=("Legacy",), help="Kept for older scripts.")
    pester_option: Value = parameter("object", sets=("Legacy",), help="Kept for older scripts.")
    code_coverage: Value = parameter(
        "object", sets=("Legacy",), refused="Code coverage is not emulated.", help="Not emulated."
    )

    def end(self) -> None:
        """Run."""
        configuration = self._configuration()
        check(configuration)
        containers = find_containers(
            self.session,
            [] if self._names_no_path(configuration) else configuration["Run.Path"],
            configuration["Run.ScriptBlock"] or [],
            configuration["Run.Container"] or [],
            configuration["Run.ExcludePath"] or [],
            configuration["Run.TestExtension"] or [],
        )
        run = execute(self, configuration, containers, self.bound)
        if configuration["Run.PassThru"]:
            self.write(run)
        if not containers:
            raise self.fail(self._nothing_found(configuration))
        failures = run.failed_count + run.failed_blocks_count + run.failed_containers_count
        if failures and configuration["Run.Throw"]:
            text = f"Pester run failed, because {run.failed_count} tests failed."
            raise self.fail(self.error(text, "PesterRunFailed", ErrorCategory.InvalidResult))
        if configuration["Run.Exit"]:
            self.session.set_exit_code(failures)
            if failures:
                raise ExitRequest(failures)

    def _names_no_path(self, configuration: Configuration) -> bool:
        others = configuration["Run.ScriptBlock"] or configuration["Run.Container"]
        return bool(others) and not configuration.is_set("Run.Path")

    def _nothing_found(self, configuration: Configuration) -> Any:
        text = (
            "No test files were found and no scriptblocks were provided. Please ensure that you provided at least one"
        )
        text += f" path to a *{configuration['Run.TestExtension'][0]} file, or a directory that contains such file."
        return self.error(text, text, ErrorCategory.OperationStopped)

    def _configuration(self) -> Configuration:
        if self.configuration is not None:
            return as_configuration(self.configuration)
        preference = self.session.get_variable("PesterPreference")
        made = preference if isinstance(preference, Configuration) else Configuration()
        given = {
            "Run.ExcludePath": self.exclude_path,
            "Run.Container": self.container,
            "Filter.Tag": self.tag_filter,
            "Filter.ExcludeTag": self.exclude_tag_filter,
            "Filter.FullName": self.full_name_filter,
            "Output.Verbosity": self.output or _verbosity(self.show, self.quiet),
            "Run.PassThru": self.pass_thru or None,
            "Run.Exit": self.ci or self.enable_exit or None,
            "TestResult.Enabled": self.ci or bool(self.output_file or self.output_xml) or None,
            "TestResult.OutputPath": self.output_file or self.output_xml,
            "TestResult.OutputFormat": self.output_format,
        }
        for name, value in given.items():
            if value:
                made.set(name, value)
        self._place(made)
        return made

    def _place(self, made: Configuration) -> None:
        """Take -Path: texts are paths, dictionaries are files with their parameters."""
        bases = [each.base if isinstance(each, PSObject) else each for each in self.path or ()]
        tables = [each for each in bases if isinstance(each, Hashtable)]
        texts = [to_string(each, self.session) for each in bases if not isinstance(each, Hashtable)]
        if texts:
            made.set("Run.Path", texts)
        if tables:
            infos = [ContainerInfo("File", each.get("Path"), each.get("Parameters")) for each in tables]
            made.set("Run.Container", [*(made["Run.Container"] or ()), *infos])


def _verbosity(show: Value, quiet: bool) -> str | None:
    """Return what -Show and -Quiet of older scripts mean."""
    if quiet:
        return "None"
    if show is None:
        return None
    words = {str(each).strip().lower() for each in (show if isinstance(show, list) else str(show).split(","))}
    if words == {"none"}:
        return "None"
    return "Normal" if words <= {"fails", "failed", "summary", "header", "minimal"} else "Detailed"


def as_configuration(value: Value) -> Configuration:
    """Return a configuration; a dictionary becomes one."""
    base = value.base if isinstance(value, PSObject) and value.base is not value else value
    if isinstance(base, Configuration):
        return base
    if isinstance(base, Hashtable):
        made = Configuration()
        made.fill(base)
        return made
    text = "-Configuration takes a [PesterConfiguration] or a dictionary with its sections."
    raise RuntimeException(text, error_id="PesterNoConfiguration", category=ErrorCategory.InvalidArgument)


def check(configuration: Configuration) -> None:
    """Refuse what is not emulated and what no option may be."""
    if configuration["CodeCoverage.Enabled"]:
        raise NotEmulatedException("Code coverage is not emulated.", error_id="NotEmulatedCodeCoverage")
    verbosity = configuration["Output.Verbosity"]
    spelled = {each.lower(): each for each in (*VERBOSITIES, "Minimal")}
    if str(verbosity).lower() not in spelled:
        text = f"Unsupported level of output '{verbosity}'. It is one of {', '.join(VERBOSITIES)}."
        raise RuntimeException(text, error_id="PesterUnknownVerbosity", category=ErrorCategory.InvalidArgument)
    canonical = spelled[str(verbosity).lower()]
    configuration.options["output"].options["verbosity"].value = "Normal" if canonical == "Minimal" else canonical


# --- the run ----------------------------------------------------------------------------------------------------------


def execute(
    command: Cmdlet,
    configuration: Configuration,
    containers: Sequence[Container],
    bound: dict[str, Value] | None = None,
) -> Run:
    """Find and run the tests of containers; write the console's lines and the report."""
    session = command.session
    run = Run(configuration, Hashtable((bound or {}).items()))
    screen = Screen(
        _speaker(command), configuration["Output.Verbosity"], str(configuration["Output.StackTraceVerbosity"])
    )
    outer = tests_of(session)
    tests = session.state["pester"] = TestSession()
    tests.run, tests.configuration = run, configuration
    drive = TestDrive(session) if configuration["TestDrive.Enabled"] else None
    location, scope = session.location, session.scope
    if drive is not None:
        drive.open()
        tests.folder = drive.folder
    try:
        _run(command, run, tests, screen, containers, drive)
    finally:
        session.state["pester"] = outer
        session.scope = scope
        if session.location != location:
            _go_back(command, location)
        if drive is not None:
            drive.close()
    if configuration["TestResult.Enabled"]:
        reports.write_report(session, run, configuration)
    return run


def _go_back(command: Cmdlet, location: str) -> None:
    table = providers_table.drive_table(command.session)
    table.move_to(table.resolve(location))


def _run(
    command: Cmdlet,
    run: Run,
    tests: TestSession,
    screen: Screen,
    containers: Sequence[Container],
    drive: TestDrive | None,
) -> None:
    session, configuration = command.session, run.configuration
    start = time.perf_counter()
    run.executed_at = datetime.DateTime.now()
    run.containers = list(containers)
    if not containers:
        return
    screen.begin(containers)
    for container in containers:
        discover(session, tests, container)
    run.discovery_time = time.perf_counter() - start
    filters = _filters(configuration)
    filters.choose(containers)
    screen.discovered(containers, sum(_count(each) for each in containers), run.discovery_time)
    given = [(name, list(configuration[f"Filter.{name}"])) for name in _FILTERS if configuration[f"Filter.{name}"]]
    screen.filtered(given, sum(1 for each in run.tests if each.should_run))
    if not configuration["Run.SkipRun"]:
        screen.running()
        runner = Runner(
            session, tests, screen, filters, drive, str(configuration["Run.SkipRemainingOnFailure"]).capitalize()
        )
        run.executed = True
        for container in containers:
            runner.run_container(container)
    run.user_time = sum(each.user_time for each in containers)
    run.framework_time = max(time.perf_counter() - start - run.user_time, 0.0)
    screen.end(run)


def _count(container: Container) -> int:
    """Return how many tests a container has; of a file in the older style, as many as its text shows."""
    if container.older and container.code is not None:
        return count_tests(container.code.code.ast)
    return sum(1 for _ in container.root.all_tests())


def _filters(configuration: Configuration) -> Filters:
    return Filters(
        *(configuration[f"Filter.{name}"] or [] for name in ("Tag", "ExcludeTag", "FullName", "Line", "ExcludeLine"))
    )


def _speaker(command: Cmdlet) -> Any:
    def say(text: str, colour: str | None, newline: bool) -> None:
        message = HostInformationMessage(text, not newline, colour, None)
        command.write_information(InformationRecord(message, "Write-Host", ["PSHOST"]))

    return say


__all__ = ["InvokePester", "NewPesterConfiguration", "as_configuration", "execute"]
