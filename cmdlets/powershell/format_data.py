"""Get-FormatData, Update-FormatData: the views that objects show by."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final

from shell.display import views
from shell.display.formatfile import FormatFileError, read_views
from shell.display.views import Column, ListView, TableView, View, WideView
from shell.dotnet.io.text_files import read_text
from shell.engine.commands.cmdlet import Cmdlet, Example, parameter
from shell.engine.providers.table import drive_table
from shell.engine.run.scripts import block_of_text
from shell.types import clr_class, named
from shell.types.registry.enumeration import enum_value
from shell.values.errors import ErrorCategory, RuntimeException
from shell.values.objects import UInt32, Value
from shell.values.wildcard import wildcard_matcher

_MANAGEMENT: Final = "System.Management.Automation."


@clr_class(_MANAGEMENT + "PSControl", properties="OutOfBand:bool", is_abstract=True)
class PSControl:
    """How a view lays out its objects."""

    def __init__(self, view: View) -> None:
        self.out_of_band = bool(getattr(view, "out_of_band", False))

    def __str__(self) -> str:
        return type(self).__name__


@clr_class(
    _MANAGEMENT + "TableControlColumnHeader",
    properties="Label:string Alignment:System.Management.Automation.Alignment Width:int",
)
class TableControlColumnHeader:
    """The head of a column; width 0 is found from the content."""

    def __init__(self, column: Column) -> None:
        self.label = column.label
        self.width = column.width
        self.alignment = enum_value(named(_MANAGEMENT + "Alignment"), _ALIGNMENTS.index(column.align) + 1)

    def __str__(self) -> str:
        return self.label


_ALIGNMENTS: Final = ("left", "center", "right")


@clr_class(
    _MANAGEMENT + "TableControl",
    _MANAGEMENT + "PSControl",
    properties="Headers:object[] AutoSize:bool HideTableHeaders:bool",
)
class TableControl(PSControl):
    """A table."""

    def __init__(self, view: TableView) -> None:
        super().__init__(view)
        self.headers = [TableControlColumnHeader(each) for each in view.columns]
        self.auto_size = view.autosize
        self.hide_table_headers = view.hide_header


@clr_class(_MANAGEMENT + "ListControl", _MANAGEMENT + "PSControl", properties="Entries:object[]")
class ListControl(PSControl):
    """A list; an entry is the label of a line."""

    def __init__(self, view: ListView) -> None:
        super().__init__(view)
        self.entries = [each.label for each in view.items]


@clr_class(_MANAGEMENT + "WideControl", _MANAGEMENT + "PSControl", properties="Columns:uint")
class WideControl(PSControl):
    """Side by side; columns 0 is as many as fit."""

    def __init__(self, view: WideView) -> None:
        super().__init__(view)
        self.columns = UInt32(view.columns)


@clr_class(_MANAGEMENT + "CustomControl", _MANAGEMENT + "PSControl")
class CustomControl(PSControl):
    """Free text."""


def _control(view: View) -> PSControl:
    if isinstance(view, TableView):
        return TableControl(view)
    if isinstance(view, ListView):
        return ListControl(view)
    return WideControl(view) if isinstance(view, WideView) else CustomControl(view)


@clr_class(
    _MANAGEMENT + "FormatViewDefinition", properties="Name:string Control:System.Management.Automation.PSControl"
)
class FormatViewDefinition:
    """One view."""

    def __init__(self, name: str, view: View) -> None:
        self.name = view.name or name
        self.control = _control(view)

    def __str__(self) -> str:
        return f"{self.name} , {self.control}"


@clr_class(
    _MANAGEMENT + "ExtendedTypeDefinition", properties="TypeName:string TypeNames:object FormatViewDefinition:object"
)
class ExtendedTypeDefinition:
    """The views of a type."""

    def __init__(self, type_name: str, found: list[View]) -> None:
        self.type_name = type_name
        self.type_names = [type_name]
        self.format_view_definition = [FormatViewDefinition(type_name, view) for view in found]

    def __str__(self) -> str:
        return self.type_name


class GetFormatData(Cmdlet, verb="Get", noun="FormatData", output=(_MANAGEMENT + "ExtendedTypeDefinition",)):
    """Show which views types have."""

    examples = (Example("Get-FormatData System.Version", "The view of version numbers."),)

    type_name: Any = parameter(
        "string[]", position=0, not_null_or_empty=True, help="The types; wildcards work. All where not given."
    )
    power_shell_version: Value = parameter("version", help="Accepted; makes no difference.")

    def process(self) -> None:
        """Write the views of each type."""
        patterns = [wildcard_matcher(each) for each in self.type_name or ("*",)]
        for name in views.type_names_with_views():
            if any(matches(name) for matches in patterns):
                self.write(ExtendedTypeDefinition(name, list(views.of_type(name))))


class UpdateFormatData(Cmdlet, verb="Update", noun="FormatData", default_set="FileSet", should_process=True):
    """Load views from format files (*.format.ps1xml)."""

    append_path: Any = parameter(
        "string[]",
        position=0,
        pipeline=True,
        by_property_name=True,
        sets=("FileSet",),
        aliases=("PSPath", "Path"),
        help="Files whose views come after those that a type has.",
        not_null=True,
    )
    prepend_path: Any = parameter(
        "string[]",
        sets=("FileSet",),
        help="Files whose views come before those that a type has.",
        not_null=True,
    )

    def process(self) -> None:
        """Load the files."""
        for path in self._files(self.prepend_path):
            for type_name, view in reversed(list(self._views(path))):
                self._register(type_name, view, prepend=True)
        for path in self._files(self.append_path):
            for type_name, view in self._views(path):
                self._register(type_name, view)

    def _register(self, type_name: str, view: View, *, prepend: bool = False) -> None:
        views.load(self.session.registries.views, type_name, view, prepend=prepend)

    def _files(self, given: Any) -> Iterator[str]:
        for path in given or ():
            for place in drive_table(self.session).expand(path):
                if self.should_process(str(place.provider_path), "Update FormatData"):
                    yield str(place.provider_path)

    def _views(self, path: str) -> Iterator[tuple[str, View]]:
        try:
            yield from read_views(read_text(path), self._compile)
        except FormatFileError as problem:
            raise self.fail(
                self.error(
                    RuntimeException(f"{path}: {problem}"), "FormatXmlUpdateException", ErrorCategory.InvalidData, path
                )
            ) from None

    def _compile(self, text: str) -> Callable[[Value], Value]:
        local = self.session.local_block(block_of_text(self.session, text))
        run: Callable[[Value], Value] = local.value
        return run
