"""Out-File: the text that the console would show, in a file."""

from __future__ import annotations

from cmdlets.powershell.file_output import LITERAL_SETS, PATH_SETS, FileOutput, TextFile, encoding_parameter
from shell.display.formatter import Formatter
from shell.engine.commands.cmdlet import Example, parameter
from shell.values.objects import MISSING, Value


class OutFile(FileOutput, verb="Out", noun="File", default_set="ByPath", should_process=True):
    """Write the text that the console would show to a file."""

    examples = (Example("1..3 | Out-File numbers.txt", "Three lines."),)

    file_path: str | None = parameter("string", sets=PATH_SETS, aliases=("Path",), help="The file.")
    literal_path: str | None = parameter(
        "string", sets=LITERAL_SETS, aliases=("PSPath", "LP"), help="The file, taken exactly as it is."
    )
    encoding = encoding_parameter(position=1)
    append: bool = parameter("switch", help="Add to the file.")
    force: bool = parameter("switch", help="Write read-only files, too.")
    no_clobber: bool = parameter("switch", aliases=("NoOverwrite",), help="Keep a file that exists.")
    width: int = parameter("int", range=(2, 2147483647), help="Characters in a line.")
    no_newline: bool = parameter("switch", help="Leave out the line breaks.")
    input_object: Value = parameter("psobject", pipeline=True, default=MISSING, help="The objects.")

    def begin(self) -> None:
        """Open the file, unless its path is to come with the objects."""
        self._file: TextFile | None = None
        self._asked = False
        self._formatter: Formatter | None = None
        if self.file_path is not None or self.literal_path is not None:
            self._open()
            self._asked = True

    def _open(self) -> None:
        path = self.resolved_path(self.file_path, self.literal_path)
        if not self.should_process(path, "Output to File"):
            return
        self._file = self.open_file(path)
        line = self._file.write if self.no_newline else self._file.line
        self._formatter = Formatter(self.session, self.width or self.session.host.columns, line)

    def process(self) -> None:
        """Take an object; the first one may bring the path."""
        if not self._asked:
            self._asked = True
            self._open()
        if self._formatter is not None and self.input_object is not MISSING:
            self._formatter.write(self.input_object)

    def end(self) -> None:
        """Write what is left."""
        if self._formatter is not None:
            self._formatter.end()
        self.stop()

    def stop(self) -> None:
        """Close the file."""
        if self._file is not None:
            self._file.close()
