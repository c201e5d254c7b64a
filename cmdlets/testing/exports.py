"""Result objects as reports: ConvertTo- and Export-NUnitReport, ConvertTo- and Export-JUnitReport."""

from __future__ import annotations

from typing import Any

from cmdlets.testing import junit, nunit
from cmdlets.testing.reports import write_file
from cmdlets.testing.results import Run
from cmdlets.testing.state import Word
from shell.engine.commands.cmdlet import Example, parameter
from shell.types.conversion.conversion import convert
from shell.types.registry.names import named
from shell.values.errors import ErrorCategory
from shell.values.objects import PSObject, Value

_RUN = "Invoke-Pester -Container (New-PesterContainer -ScriptBlock { Describe 'x' { It 'y' { 1 } } }) -PassThru"


class _Report(Word):
    """What the four have in common."""

    result: Value = parameter("object", position=0, mandatory=True, pipeline=True, help="What -PassThru wrote.")

    def text(self) -> str:
        """Return the document."""
        found: Any = self.result.base if isinstance(self.result, PSObject) else self.result
        if not isinstance(found, Run):
            text = "The result must be what Invoke-Pester -PassThru wrote."
            raise self.fail(self.error(text, "PesterNoResult", ErrorCategory.InvalidArgument, found))
        return self.document(found)

    def document(self, run: Run) -> str:
        """Return the document in the format of the command."""
        raise NotImplementedError


class _Converted(_Report):
    as_string: bool = parameter("switch", help="As text, not as an XML document.")

    def process(self) -> None:
        """Write the document."""
        if self.as_string:
            self.write(self.text())
            return
        self.write(convert(self.text(), named("xml")))


class _Exported(_Report):
    path: str = parameter("string", position=1, mandatory=True, help="The file.")

    def process(self) -> None:
        """Write the file."""
        write_file(self.session, self.path, self.text(), "UTF8")


class ConvertToNUnitReport(_Converted, verb="ConvertTo", noun="NUnitReport", class_name="ConvertTo-NUnitReport"):
    """Make an NUnit 2.5 report of a result object."""

    examples = (Example(f"{_RUN} | ConvertTo-NUnitReport -AsString", "As text."),)

    def document(self, run: Run) -> str:
        """Return the document."""
        return nunit.report(run, run.configuration)


class ConvertToJUnitReport(_Converted, verb="ConvertTo", noun="JUnitReport", class_name="ConvertTo-JUnitReport"):
    """Make a JUnit 4 report of a result object."""

    examples = (Example(f"{_RUN} | ConvertTo-JUnitReport -AsString", "As text."),)

    def document(self, run: Run) -> str:
        """Return the document."""
        return junit.report(run, run.configuration)


class ExportNUnitReport(_Exported, verb="Export", noun="NUnitReport", class_name="Export-NUnitReport"):
    """Write an NUnit 2.5 report of a result object to a file."""

    examples = (Example(f"{_RUN} | Export-NUnitReport -Path report.xml", "A file."),)

    def document(self, run: Run) -> str:
        """Return the document."""
        return nunit.report(run, run.configuration)


class ExportJUnitReport(_Exported, verb="Export", noun="JUnitReport", class_name="Export-JUnitReport"):
    """Write a JUnit 4 report of a result object to a file."""

    examples = (Example(f"{_RUN} | Export-JUnitReport -Path report.xml", "A file."),)

    def document(self, run: Run) -> str:
        """Return the document."""
        return junit.report(run, run.configuration)
