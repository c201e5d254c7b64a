"""What a test run is made of: containers (files, script blocks), blocks (Describe, Context), tests (It), the run.

All of them are objects that scripts see: what `Invoke-Pester -PassThru` gives.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from shell.lazy import lazy
from shell.types.registry.declarations import clr_class, clr_method
from shell.values.objects import Value

if TYPE_CHECKING:
    from shell.dotnet.time import timespan
    from shell.engine.run.scope import Scope
    from shell.engine.run.script_block import ScriptBlock
    from shell.values.errors import ErrorRecord
else:
    timespan = lazy("shell.dotnet.time.timespan", globals())

TICKS = 10_000_000
"""Ticks of a TimeSpan in a second."""

TIMES = "Duration:timespan UserDuration:timespan FrameworkDuration:timespan ExecutedAt:object"


def span(seconds: float) -> Value:
    """Return a TimeSpan."""
    return timespan.TimeSpan(int(seconds * TICKS))


class Timed:
    """The base of what takes time. Seconds: `user_time` in the script's code, `framework_time` around it."""

    def __init__(self) -> None:
        self.user_time = 0.0
        self.framework_time = 0.0
        self.executed_at: Value = None

    @property
    def seconds(self) -> float:
        """All the time it took."""
        return self.user_time + self.framework_time

    @property
    def duration(self) -> Value:
        """All the time it took."""
        return span(self.seconds)

    @property
    def user_duration(self) -> Value:
        """The time in the script's code."""
        return span(self.user_time)

    @property
    def framework_duration(self) -> Value:
        """The time around the script's code."""
        return span(self.framework_time)


@clr_class(
    "Pester.Test",
    properties=(
        "Name:string Path:object Data:object ExpandedName:string ExpandedPath:string Result:string ErrorRecord:object"
        " StandardOutput:object ItemType:string Id:string ScriptBlock:scriptblock Tag:object Focus:bool Skip:bool"
        f" Block:object First:bool Last:bool Include:bool Exclude:bool Explicit:bool ShouldRun:bool StartLine:int"
        f" Executed:bool Passed:bool Skipped:bool Inconclusive:bool FailureMessage:string {TIMES}"
    ),
)
class Test(Timed):
    """One `It`, or one case of it. `result` is Passed, Failed, Skipped, Inconclusive or NotRun."""

    item_type = "Test"
    include = exclude = explicit = False

    def __init__(self, name: str, block: Block, script_block: ScriptBlock | None, line: int) -> None:
        super().__init__()
        self.name = name
        self.block = block
        self.script_block = script_block
        self.start_line = line
        self.tag: list[str] = []
        self.data: Value = None
        self.has_data = False
        self.skip = self.focus = False
        self.expanded_name = name
        self.result = "NotRun"
        self.should_run = False
        self.executed = False
        self.first = self.last = False
        self.error_record: list[ErrorRecord] = []
        self.standard_output: list[Value] = []
        self.failure_message = ""
        self.overlay: dict[str, Value] = {}
        """Variables of the bodies around it that had another value where the test was found."""
        self.seen: list[tuple[Scope, dict[str, Value]]] | None = None
        self.calls: list[Any] = []
        self.mocks: list[Any] = []
        self.body: Scope | None = None
        """Where its It stands."""
        self.scope: Scope | None = None
        self._id: str | None = None

    def __str__(self) -> str:
        return f"[{self.sign}] {self.expanded_path}"

    @clr_method("ToString", "-> string")
    def to_string(self) -> str:
        """Return the sign and the path."""
        return str(self)

    @property
    def sign(self) -> str:
        """What stands before the test on the screen."""
        return {"Passed": "+", "Failed": "-", "Skipped": "!", "Inconclusive": "?"}.get(self.result, " ")

    @property
    def id(self) -> str:
        """An id of its own."""
        if self._id is None:
            self._id = str(uuid.uuid4())
        return self._id

    @property
    def path(self) -> list[str]:
        """The names of the blocks around it and its own, as written."""
        return [*self.block.path, self.name]

    @property
    def full_name(self) -> str:
        """The names as written, with dots between."""
        return ".".join(self.path)

    @property
    def expanded_path(self) -> str:
        """The names with their data, with dots between."""
        return ".".join([*(each.expanded_name for each in self.block.lineage()), self.expanded_name])

    @property
    def passed(self) -> bool:
        """True if it ran and nothing failed."""
        return self.result == "Passed"

    @property
    def skipped(self) -> bool:
        """True if it was skipped."""
        return self.result == "Skipped"

    @property
    def inconclusive(self) -> bool:
        """True if it said so itself."""
        return self.result == "Inconclusive"


@clr_class(
    "Pester.Block",
    properties=(
        "Name:string Path:object Data:object ExpandedName:string ExpandedPath:string Blocks:object Tests:object"
        " Result:string FailedCount:int PassedCount:int SkippedCount:int InconclusiveCount:int NotRunCount:int"
        " TotalCount:int ErrorRecord:object ShouldRun:bool Skip:bool Parent:object Tag:object Focus:bool StartLine:int"
        f" ScriptBlock:scriptblock IsRoot:bool Executed:bool Passed:bool Root:object ItemType:string {TIMES}"
    ),
)
class Block(Timed):
    """One Describe or Context; the root block of a container has no name.

    `body` is the scope of its body at discovery, `scope` the one of its BeforeAll and tests at the run.
    """

    item_type = "Block"

    def __init__(self, name: str, command: str, parent: Block | None, container: Container) -> None:
        super().__init__()
        self.name = name
        self.command = command
        self.parent = parent
        self.container = container
        self.script_block: ScriptBlock | None = None
        self.start_line = 0
        self.tag: list[str] = []
        self.data: Value = None
        self.has_data = False
        self.skip = self.focus = False
        self.expanded_name = name
        self.order: list[Test | Block] = []
        """Tests and blocks as they were found."""
        self.setups: dict[str, list[ScriptBlock]] = {}
        """The blocks of BeforeAll, BeforeEach, AfterEach, AfterAll."""
        self.body: Scope | None = None
        self.scope: Scope | None = None
        self.overlay: dict[str, Value] = {}
        self.seen: list[tuple[Scope, dict[str, Value]]] | None = None
        self.should_run = False
        self.executed = False
        self.error_record: list[ErrorRecord] = []
        self.written = False
        self.calls: list[Any] = []
        self.mocks: list[Any] = []
        self.deferred: list[Any] = []
        """What its body asked for that has to wait for the run: mocks."""
        self.module: Any = None
        """The module around it: InModuleScope."""

    def __str__(self) -> str:
        return f"[{'+' if self.passed else '-'}] {self.expanded_path}"

    @clr_method("ToString", "-> string")
    def to_string(self) -> str:
        """Return the sign and the path."""
        return str(self)

    def home(self, around: Scope) -> Scope:
        """Return the scope that its own ones are made in: its module's, where it is the outermost block in there."""
        if self.module is None or (self.parent is not None and self.parent.module is self.module):
            return around
        scope: Scope = self.module.scope
        return scope

    @property
    def is_root(self) -> bool:
        """True for a container's own block."""
        return self.parent is None

    @property
    def root(self) -> Block:
        """The container's own block."""
        return self if self.parent is None else self.parent.root

    @property
    def blocks(self) -> list[Value]:
        """The blocks in it."""
        return [each for each in self.order if isinstance(each, Block)]

    @property
    def tests(self) -> list[Value]:
        """The tests in it, without those of blocks in it."""
        return [each for each in self.order if isinstance(each, Test)]

    def all_tests(self) -> Iterator[Test]:
        """All tests in it, in order."""
        for each in self.order:
            if isinstance(each, Test):
                yield each
            else:
                yield from each.all_tests()

    def all_blocks(self) -> Iterator[Block]:
        """All blocks in it, in order, each before those inside it."""
        for each in self.order:
            if isinstance(each, Block):
                yield each
                yield from each.all_blocks()

    def lineage(self) -> list[Block]:
        """The blocks around it from the outermost and itself, without the root."""
        return [] if self.parent is None else [*self.parent.lineage(), self]

    @property
    def path(self) -> list[str]:
        """The names of the blocks around it and its own, as written."""
        return [each.name for each in self.lineage()]

    @property
    def full_name(self) -> str:
        """The names as written, with dots between."""
        return ".".join(self.path)

    @property
    def expanded_path(self) -> str:
        """The names with their data, with dots between."""
        return ".".join(each.expanded_name for each in self.lineage())

    @property
    def passed(self) -> bool:
        """True if nothing in it failed."""
        return self.result == "Passed"

    @property
    def result(self) -> str:
        """Failed where it or a test in it failed; NotRun where nothing in it ran."""
        if self.error_record or any(each.result == "Failed" for each in self.all_tests()):
            return "Failed"
        if any(each.error_record for each in self.all_blocks()):
            return "Failed"
        if not self.executed and not any(each.executed for each in self.all_tests()):
            return "Skipped" if self.skip else "NotRun"
        return "Passed"

    def count(self, result: str) -> int:
        """Return how many tests in it came out so."""
        return sum(1 for each in self.all_tests() if each.result == result)

    @property
    def failed_count(self) -> int:
        """Tests that failed."""
        return self.count("Failed")

    @property
    def passed_count(self) -> int:
        """Tests that passed."""
        return self.count("Passed")

    @property
    def skipped_count(self) -> int:
        """Tests that were skipped."""
        return self.count("Skipped")

    @property
    def inconclusive_count(self) -> int:
        """Tests that came to no result."""
        return self.count("Inconclusive")

    @property
    def not_run_count(self) -> int:
        """Tests that a filter left out."""
        return self.count("NotRun")

    @property
    def total_count(self) -> int:
        """All tests."""
        return sum(1 for _ in self.all_tests())


@clr_class(
    "Pester.Container",
    properties=(
        "Name:string Type:string Item:object Data:object Blocks:object Result:string Passed:bool ShouldRun:bool"
        " Executed:bool FailedCount:int PassedCount:int SkippedCount:int InconclusiveCount:int NotRunCount:int"
        f" TotalCount:int ErrorRecord:object DiscoveryDuration:timespan {TIMES}"
    ),
)
class Container(Timed):
    """A test file or a script block with tests. `item` is its FileInfo or the script block."""

    def __init__(self, kind: str, item: Value, path: str = "", data: Value = None) -> None:
        super().__init__()
        self.type = kind
        self.item = item
        self.file = path
        self.data = data
        self.root = Block("Root", "Root", None, self)
        self.error_record: list[ErrorRecord] = []
        self.executed = False
        self.discovery_time = 0.0
        self.single: Any = None
        """The one Describe of a container that was typed at the prompt."""
        self.older = False
        """True where it is run as Pester 4 did."""
        self.code: ScriptBlock | None = None
        self.scope: Scope | None = None
        self.call: Any = None

    def __str__(self) -> str:
        return self.name

    @clr_method("ToString", "-> string")
    def to_string(self) -> str:
        """Return the path, or what a script block is called."""
        return self.name

    @property
    def name(self) -> str:
        """The path of the file; a script block is called so."""
        return self.file or "<ScriptBlock>"

    @property
    def blocks(self) -> list[Value]:
        """The blocks of the file."""
        return self.root.blocks

    @property
    def should_run(self) -> bool:
        """True if a filter left something of it."""
        return self.root.should_run

    @property
    def result(self) -> str:
        """Failed where it or something in it failed."""
        return "Failed" if self.error_record else self.root.result

    @property
    def passed(self) -> bool:
        """True if nothing failed."""
        return self.result == "Passed"

    @property
    def discovery_duration(self) -> Value:
        """How long it took to find the tests."""
        return span(self.discovery_time)

    def __getattr__(self, name: str) -> Any:
        if name.endswith("_count"):
            return getattr(self.root, name)
        raise AttributeError(name)
