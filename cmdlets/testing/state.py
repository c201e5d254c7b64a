"""What a session knows about the tests that are being found or run."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from shell.engine.commands.cmdlet import Cmdlet
from shell.values.errors import ErrorCategory, NetException

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cmdlets.testing.configuration import Configuration
    from cmdlets.testing.model import Block, Container, Test
    from cmdlets.testing.results import Run
    from cmdlets.testing.running import Runner
    from shell.engine.session.runspace import Runspace

IDLE, DISCOVERY, RUN = "idle", "discovery", "run"
MODULE = "Pester"


class TestSession:
    """The container, block and test that are on. `phase` is IDLE outside Invoke-Pester."""

    def __init__(self) -> None:
        self.phase = IDLE
        self.run: Run | None = None
        self.configuration: Configuration | None = None
        self.container: Container | None = None
        self.block: Block | None = None
        self.test: Test | None = None
        self.runner: Runner | None = None
        self.folder = ""
        """Behind TestDrive."""
        self.module: Any = None
        """The module that an InModuleScope block runs in."""

    @contextmanager
    def inside(self, **places: Any) -> Iterator[None]:
        """Set places (container, block, test, phase) for a while."""
        before = {name: getattr(self, name) for name in places}
        for name, value in places.items():
            setattr(self, name, value)
        try:
            yield
        finally:
            for name, value in before.items():
                setattr(self, name, value)


def tests_of(session: Runspace) -> TestSession:
    """Return the tests of a session."""
    found = session.state.get("pester")
    if found is None:
        found = session.state["pester"] = TestSession()
    known: TestSession = found
    return known


class Word(Cmdlet, module=MODULE):
    """The base of commands whose name is one word."""

    @classmethod
    def command_name(cls) -> str:
        """`Describe`."""
        return cls.verb if not cls.noun else f"{cls.verb}-{cls.noun}"

    @property
    def tests(self) -> TestSession:
        """The session's tests."""
        return tests_of(self.session)

    def thrown(self, text: str) -> NetException:
        """Return the error of a text that is thrown."""
        return self.fail(self.error(text, text, ErrorCategory.OperationStopped, text))


__all__ = ["DISCOVERY", "IDLE", "MODULE", "RUN", "TestSession", "Word", "tests_of"]
