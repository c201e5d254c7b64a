"""What came of an Invoke-Pester: the object of -PassThru."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.testing.model import TIMES, Timed, span
from cmdlets.testing.version import VERSION
from shell.types.registry.declarations import clr_class
from shell.values.objects import Value

if TYPE_CHECKING:
    from cmdlets.testing.configuration import Configuration


@clr_class(
    "Pester.Run",
    properties=(
        "Containers:object Result:string FailedCount:int FailedBlocksCount:int FailedContainersCount:int"
        " PassedCount:int SkippedCount:int InconclusiveCount:int NotRunCount:int TotalCount:int Executed:bool"
        " Version:string PSVersion:string Configuration:object DiscoveryDuration:timespan Failed:object"
        f" FailedBlocks:object FailedContainers:object Passed:object Skipped:object Inconclusive:object"
        f" NotRun:object Tests:object CodeCoverage:object PSBoundParameters:object Plugins:object {TIMES}"
    ),
)
class Run(Timed):
    """All that came of one Invoke-Pester."""

    code_coverage = plugins = None

    def __init__(self, configuration: Configuration, bound: Value) -> None:
        super().__init__()
        self.version = VERSION
        self.ps_version = "7.6.5"
        self.configuration = configuration
        self.ps_bound_parameters = bound
        self.containers: list[Any] = []
        self.executed = False
        self.discovery_time = 0.0

    def __str__(self) -> str:
        return "Pester.Run"

    @property
    def discovery_duration(self) -> Value:
        """How long it took to find the tests."""
        return span(self.discovery_time)

    @property
    def tests(self) -> list[Value]:
        """All tests, in order."""
        return [test for each in self.containers for test in each.root.all_tests()]

    def _those(self, result: str) -> list[Value]:
        return [each for each in self.tests if each.result == result]

    @property
    def failed(self) -> list[Value]:
        """Tests that failed."""
        return self._those("Failed")

    @property
    def passed(self) -> list[Value]:
        """Tests that passed."""
        return self._those("Passed")

    @property
    def skipped(self) -> list[Value]:
        """Tests that were skipped."""
        return self._those("Skipped")

    @property
    def inconclusive(self) -> list[Value]:
        """Tests that came to no result."""
        return self._those("Inconclusive")

    @property
    def not_run(self) -> list[Value]:
        """Tests that a filter left out."""
        return self._those("NotRun")

    @property
    def failed_blocks(self) -> list[Value]:
        """Blocks whose BeforeAll or AfterAll failed."""
        return [block for each in self.containers for block in each.root.all_blocks() if block.error_record]

    @property
    def failed_containers(self) -> list[Value]:
        """Files that failed outside their blocks."""
        return [each for each in self.containers if each.error_record]

    @property
    def failed_count(self) -> int:
        """How many tests failed."""
        return len(self.failed)

    @property
    def failed_blocks_count(self) -> int:
        """How many blocks failed."""
        return len(self.failed_blocks)

    @property
    def failed_containers_count(self) -> int:
        """How many files failed."""
        return len(self.failed_containers)

    @property
    def passed_count(self) -> int:
        """How many tests passed."""
        return len(self.passed)

    @property
    def skipped_count(self) -> int:
        """How many tests were skipped."""
        return len(self.skipped)

    @property
    def inconclusive_count(self) -> int:
        """How many tests came to no result."""
        return len(self.inconclusive)

    @property
    def not_run_count(self) -> int:
        """How many tests a filter left out."""
        return len(self.not_run)

    @property
    def total_count(self) -> int:
        """How many tests there are."""
        return len(self.tests)

    @property
    def result(self) -> str:
        """Failed where anything failed."""
        failures = self.failed_count + self.failed_blocks_count + self.failed_containers_count
        return "Failed" if failures else "Passed" if self.executed else "NotRun"
