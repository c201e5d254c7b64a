"""What tests are looked for in: files below folders, script blocks, what New-PesterContainer made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from cmdlets.testing.model import Container
from cmdlets.testing.state import Word
from shell.engine.commands.cmdlet import Example, SetMembership, parameter
from shell.engine.providers.table import drive_table
from shell.machine import disk, path_text
from shell.types.registry.declarations import clr_class
from shell.values.errors import ErrorCategory, ItemNotFoundException, NetException, RuntimeException
from shell.values.objects import Hashtable, PSObject, Value
from shell.values.wildcard import wildcard_matcher

if TYPE_CHECKING:
    from shell.engine.session.runspace import Runspace


@clr_class("Pester.ContainerInfo", properties="Type:string Item:object Data:object")
class ContainerInfo:
    """A test file or a script block with tests, and the data for its parameters."""

    def __init__(self, type: str, item: Value, data: Value) -> None:
        self.type = type
        self.item = item
        self.data = data

    def __str__(self) -> str:
        return str(self.item)


class NewPesterContainer(
    Word, verb="New", noun="PesterContainer", default_set="Path", class_name="New-PesterContainer"
):
    """Say what Invoke-Pester is to look for tests in, with data for the parameters of files or script blocks."""

    examples = (
        Example("New-PesterContainer -ScriptBlock { Describe 'x' { It 'works' { $true } } }", "Tests in a block."),
    )

    path: list[str] = parameter(
        "string[]", sets={"Path": SetMembership(mandatory=True)}, help="Files or folders; wildcards work."
    )
    script_block: list[Any] = parameter(
        "scriptblock[]", sets={"ScriptBlock": SetMembership(mandatory=True)}, help="Script blocks with tests."
    )
    data: Value = parameter("object", help="Dictionaries with values for the parameters: one run for each of them.")

    def end(self) -> None:
        """Write one for each file or block and each data."""
        data = self.data.base if isinstance(self.data, PSObject) and self.data.base is not self.data else self.data
        cases = data if isinstance(data, list) else [data if data is not None else Hashtable()]
        for case in cases:
            if self.script_block:
                for block in self.script_block:
                    self.write(ContainerInfo("ScriptBlock", block, case))
                continue
            for path in self.path:
                self.write(ContainerInfo("File", path, case))


def find_containers(
    session: Runspace,
    paths: Sequence[str],
    blocks: Sequence[Value],
    infos: Sequence[Value],
    excluded: Sequence[str],
    extensions: Sequence[str],
) -> list[Container]:
    """Return what to look for tests in; raises where a path without wildcards leads nowhere."""
    found: list[Container] = []
    for block in blocks:
        found.append(Container("ScriptBlock", block))
    seen: set[str] = set()
    for path in paths:
        for file in _files(session, path, excluded, extensions):
            if file not in seen:
                seen.add(file)
                found.append(_file_container(session, file, None))
    for each in infos:
        info = each.base if isinstance(each, PSObject) and each.base is not each else each
        if not isinstance(info, ContainerInfo):
            raise _no_container(info)
        if info.type == "ScriptBlock":
            found.append(Container("ScriptBlock", info.item, data=info.data))
            continue
        found += [
            _file_container(session, file, info.data) for file in _files(session, info.item, excluded, extensions)
        ]
    return found


def _no_container(value: Value) -> NetException:
    text = "A container must be made by New-PesterContainer."
    return RuntimeException(text, error_id="PesterNoContainer", category=ErrorCategory.InvalidArgument, target=value)


def _file_container(session: Runspace, file: str, data: Value) -> Container:
    table = drive_table(session)
    return Container("File", table.file_system.item(file), file, data)


def _files(session: Runspace, path: str, excluded: Sequence[str], extensions: Sequence[str]) -> Iterator[str]:
    table = drive_table(session)
    outs = [wildcard_matcher(path_text.normpath(table.resolve(each).provider_path)) for each in excluded]
    try:
        places = table.expand(path)
    except ItemNotFoundException as error:
        raise RuntimeException(error.message, inner=error, error_id="PathNotFound", target=path) from None
    for place in places:
        for file in _below(place.provider_path, extensions):
            if not any(
                matches(each) for matches in outs for each in (file, path_text.basename(file), path_text.dirname(file))
            ):
                yield file


def _below(path: str, extensions: Sequence[str]) -> Iterator[str]:
    """Yield a file itself, whatever it is called, or the test files below a folder in order of their paths."""
    if not disk.is_folder(path):
        if path.lower().endswith(".ps1"):
            yield path
        return
    ends = tuple(each.lower() for each in extensions)
    yield from (each for each in disk.files_below(path) if each.lower().endswith(ends))


__all__ = ["ContainerInfo", "NewPesterContainer", "find_containers"]
