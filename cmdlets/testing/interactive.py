"""Describe outside Invoke-Pester: a file that is run as a script tests itself, and so does a block at the prompt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cmdlets.testing.configuration import Configuration
from cmdlets.testing.model import Container
from shell.lazy import lazy
from shell.machine import disk, path_text

if TYPE_CHECKING:
    from cmdlets.testing import containers, invoke
    from cmdlets.testing.discovery import Planned
    from cmdlets.testing.state import Word
    from shell.engine.session.runspace import Runspace
else:
    containers = lazy("cmdlets.testing.containers", globals())
    invoke = lazy("cmdlets.testing.invoke", globals())

_KEY = "pester ran"
_FAILURES = "pester failures"
_HIGHEST_CODE = 255
"""Beyond it an exit code starts from 0 again on most systems."""


def failures_of(session: Runspace, path: str) -> int:
    """Return how many tests of a file failed when it was run as a script, as an exit code: 255 at most."""
    failures: dict[str, int] = session.state.get(_FAILURES, {})
    return min(failures.get(path, 0), _HIGHEST_CODE)


def _file_of(command: Word) -> str:
    """Return the path of the file that a command stands in, or nothing."""
    extent = command.runtime.call.extent
    path = (extent.file or "") if extent is not None else ""
    return path if path and path_text.isabs(path) and disk.is_file(path) else ""


def is_test_file(command: Word) -> bool:
    """True for a command in a file: a BeforeAll at its top waits for the first Describe, which runs the file."""
    return bool(_file_of(command))


def run_caller(command: Word, planned: Planned) -> None:
    """Run the file that a Describe stands in, at its first Describe; at the prompt the block alone."""
    session = command.session
    path = _file_of(command)
    configuration = Configuration()
    preference = session.get_variable("PesterPreference")
    if isinstance(preference, Configuration):
        configuration = preference
    if not path:
        configuration.set("Output.Verbosity", "Detailed")
        invoke.execute(command, configuration, [_prompt_container(command, planned)])
        return
    frame = session.scope.script.current_frame()
    ran = session.state.setdefault(_KEY, [])
    if any(each is frame for each in ran):
        return
    ran[:] = [frame]
    found = containers.find_containers(session, [path], (), (), (), (".ps1",))
    found[0].data = session.get_variable("PSBoundParameters")
    run = invoke.execute(command, configuration, found)
    failures = run.failed_count + run.failed_blocks_count + run.failed_containers_count
    session.state.setdefault(_FAILURES, {})[path] = failures


def _prompt_container(command: Word, planned: Planned) -> Container:
    """Return a container that holds one Describe or Context."""
    container = Container("ScriptBlock", planned.block)
    container.single = planned
    return container


__all__ = ["failures_of", "is_test_file", "run_caller"]
