"""Commands of Pester 3 and 4 that version 5 has no more: Setup, In, Set-TestInconclusive."""

from __future__ import annotations

import os
from typing import Any

from cmdlets.testing.failing import INCONCLUSIVE
from cmdlets.testing.state import Word
from shell.engine.commands.cmdlet import Example, SetMembership, parameter
from shell.engine.providers.table import drive_table
from shell.machine import disk, path_text
from shell.types.conversion.text import to_string
from shell.values.errors import ErrorCategory
from shell.values.objects import Value


class Setup(Word, verb="Setup", class_name="Setup", default_set="File"):
    """Make a file or a folder in TestDrive."""

    examples = (
        Example(
            "Describe 'x' { It 'has a file' { Setup -File a.txt 'text'; 'TestDrive:/a.txt' | Should -Exist } }",
            "A file.",
        ),
    )

    directory: bool = parameter(
        "switch", name="Dir", sets={"Dir": SetMembership(mandatory=True)}, help="Make a folder."
    )
    file: bool = parameter("switch", name="File", sets=("File",), help="Make a file.")
    path: str = parameter("string", position=0, mandatory=True, help="Its path below TestDrive.")
    content: Value = parameter("object", position=1, sets=("File",), help="What is in the file.")
    pass_thru: bool = parameter("switch", help="Write the file or folder.")

    def end(self) -> None:
        """Make it."""
        table = drive_table(self.session)
        full = table.resolve("TestDrive:/" + self.path).provider_path
        if self.directory:
            disk.make_folder(full)
        else:
            disk.make_folder(path_text.dirname(full))
            lines = self.content if isinstance(self.content, list) else [] if self.content is None else [self.content]
            with disk.open_file(full, "w", encoding="utf-8", newline="") as file:
                file.write("".join(to_string(each, self.session) + os.linesep for each in lines))
        if self.pass_thru:
            self.write(table.file_system.item(full))


class In(Word, verb="In", class_name="In"):
    """Run a block with another current location."""

    examples = (Example("In . { Get-Location }", "In the current folder."),)

    path: str = parameter("string", position=0, default=".", help="Where.")
    script_block: Any = parameter("scriptblock", name="Script", aliases=("Execute",), position=1, help="The block.")

    def end(self) -> None:
        """Go there, run it, come back."""
        if self.script_block is None:
            return
        table = drive_table(self.session)
        before = table.location
        table.move_to(table.expand(self.path)[0])
        try:
            self.session.invoke(self.script_block, out=self.runtime.out, local=True)
        finally:
            table.move_to(before)


class SetTestInconclusive(Word, verb="Set", noun="TestInconclusive", class_name="Set-TestInconclusive"):
    """End the test that runs without a result: the older form of `Set-ItResult -Inconclusive`."""

    examples = (Example("Describe 'x' { It 'y' { Set-TestInconclusive 'not today' } }", "Neither passed nor failed."),)

    message: str = parameter("string", position=0, help="Why.")

    def end(self) -> None:
        """Throw what the runner knows."""
        text = "is inconclusive" + (f", because {self.message}" if self.message else "")
        record = self.error(text, INCONCLUSIVE, ErrorCategory.InvalidResult, self.message or "")
        record.command_id = None
        raise self.fail(record)


__all__ = ["In", "SetTestInconclusive", "Setup"]
