"""Report files: NUnit 2.5 and JUnit, as build servers read them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from cmdlets.testing import junit, nunit
from shell.dotnet.io.text_files import TextEncoding, encoding_named
from shell.engine.providers.table import drive_table
from shell.machine import disk, path_text
from shell.values.errors import ErrorCategory, NotEmulatedException, RuntimeException

if TYPE_CHECKING:
    from cmdlets.testing.configuration import Configuration
    from cmdlets.testing.results import Run
    from shell.engine.session.runspace import Runspace

_FORMATS: Final = {
    "nunitxml": nunit.report,
    "nunit2.5": nunit.report,
    "legacynunitxml": nunit.report,
    "junitxml": junit.report,
}


def write_report(session: Runspace, run: Run, configuration: Configuration) -> None:
    """Write the report that a configuration asks for."""
    wanted = str(configuration["TestResult.OutputFormat"])
    if wanted.lower() == "nunit3":
        raise NotEmulatedException("Reports in NUnit's format 3 are not emulated.", error_id="NotEmulatedNUnit3")
    make: Any = _FORMATS.get(wanted.lower())
    if make is None:
        text = f"'{wanted}' is not a format of reports. It is one of NUnitXml, NUnit2.5 and JUnitXml."
        raise RuntimeException(text, error_id="PesterUnknownFormat", category=ErrorCategory.InvalidArgument)
    encoding = str(configuration["TestResult.OutputEncoding"])
    write_file(session, str(configuration["TestResult.OutputPath"]), make(run, configuration), encoding)


def write_file(session: Runspace, path: str, text: str, encoding: str) -> None:
    """Write a text to a file, in a folder that is made where it is not there."""
    full = drive_table(session).resolve(path).provider_path
    disk.make_folder(path_text.dirname(full))
    codec = (encoding_named(encoding) or TextEncoding("utf-8")).codec
    with disk.open_file(full, "w", encoding=codec, newline="\n") as file:
        file.write(text)


__all__ = ["write_file", "write_report"]
