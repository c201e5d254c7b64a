"""Format-Table, Format-List, Format-Wide, Format-Custom: shape objects for the end of the pipeline."""

from __future__ import annotations

from typing import Any, ClassVar, Final

from cmdlets.powershell.format_arguments import (
    CUSTOM_KEYS,
    LIST_KEYS,
    TABLE_KEYS,
    WIDE_KEYS,
    parse_expression,
    parse_expressions,
)
from cmdlets.powershell.parameter_order import OwnParametersFirst
from shell.display import views
from shell.display.shaper import Shaper, UnknownView
from shell.display.shapes import Options
from shell.engine.commands.cmdlet import Example, parameter
from shell.types import type_names
from shell.values.errors import (
    ErrorCategory,
    NetException,
    RuntimeException,
    SystemException,
    exception_class,
)
from shell.values.objects import MISSING, Value

_OUTPUT: Final = tuple(
    f"Microsoft.PowerShell.Commands.Internal.Format.{name}"
    for name in ("FormatStartData", "FormatEntryData", "FormatEndData", "GroupStartData", "GroupEndData")
)


InvalidDataException = exception_class("System.IO.InvalidDataException", SystemException, __name__)
_ViewNotFound = exception_class("System.Management.Automation.PipelineStoppedException", RuntimeException, __name__)
"""What Format-* throws for an unknown view: it has the type's name, but ends its own statement alone."""


class FormatCommand(OwnParametersFirst):
    """What the Format-* commands share."""

    shape: ClassVar[str] = ""
    keys: ClassVar[tuple[str, ...]] = LIST_KEYS
    properties_given: Any

    group_by: Value = parameter("object", help="The property, or block, whose change begins a new group.")
    view: str = parameter("string", help="The name of the view to show the objects with.")
    show_error: bool = parameter("switch", help="Show the errors of properties that could not be read.")
    display_error: bool = parameter("switch", help="Show #ERR in place of properties that could not be read.")
    force: bool = parameter("switch", help="Shape also what otherwise shows as plain text, such as numbers.")
    expand: str = parameter(
        "string", values=("CoreOnly", "EnumOnly", "Both"), help="Show a collection, its elements, or both."
    )
    input_object: Value = parameter("psobject", pipeline=True, default=MISSING, help="The objects to show.")

    def begin(self) -> None:
        """Read the arguments."""
        self._shaper = Shaper(self.session, self.write, self.shape, self.options(), self.session.host.columns)

    def options(self) -> Options:
        """Return what the parameters say."""
        arguments = self.properties_given
        chosen = arguments if isinstance(arguments, list) else [arguments]
        options = Options(parse_expressions(self, chosen, self.keys))
        options.view = self.view or ""
        options.force = bool(self.force)
        options.expand = self.expand or ""
        options.show_error = bool(self.show_error)
        options.display_error = bool(self.display_error)
        if self.group_by is not None:
            options.group_by = parse_expression(self, self.group_by, LIST_KEYS)
        if options.view and options.properties:
            raise self.wrong(
                "The View and Property parameters cannot be used together.", "FormatCannotSpecifyViewAndProperty"
            )
        return options

    def process(self) -> None:
        """Shape an object."""
        if self.input_object is MISSING:
            return
        try:
            self._shaper.process(self.input_object)
        except UnknownView:
            raise self._unknown_view() from None

    def end(self) -> None:
        """Close the document."""
        self._shaper.end()

    def wrong(self, message: str, error_id: str) -> NetException:
        """Return the terminating error of parameters that do not fit together."""
        return self.fail(self.error(message, error_id, ErrorCategory.InvalidArgument, exception=InvalidDataException))

    def _unknown_view(self) -> NetException:
        known = [view for view in views.candidates(type_names(self.input_object)) if view.shape == self.shape]
        names = sorted({view.name for view in known if view.name})
        message = f"View name {self.view} cannot be found."
        if names:
            message += f" Specify one of the following {self.shape} views and try again: {', '.join(names)}."
        problem = _ViewNotFound(message)
        return self.fail(self.error(problem, "FormatViewNotFound", ErrorCategory.ObjectNotFound, self.view))


class FormatTable(FormatCommand, verb="Format", noun="Table", output=_OUTPUT):
    """Show objects as a table, a row each."""

    shape = "table"
    keys = TABLE_KEYS
    examples = (
        Example("[pscustomobject]@{ Name = 'EX01'; Size = 5 } | Format-Table Name, Size", "Choose the columns."),
    )

    auto_size: bool = parameter("switch", help="Look at all objects to find how wide the columns must be.")
    repeat_header: bool = parameter("switch", help="Repeat the header on each screen.")
    hide_table_headers: bool = parameter("switch", help="Leave out the header.")
    wrap: bool = parameter("switch", help="Go on in the next line where a text is longer than its column.")
    properties_given: Any = parameter(
        "object[]",
        name="Property",
        position=0,
        help="Names, wildcards, blocks, or hashtables that say more.",
    )

    def options(self) -> Options:
        """Return what the parameters say."""
        options = super().options()
        options.autosize = bool(self.auto_size)
        options.repeat_header = bool(self.repeat_header)
        options.hide_header = bool(self.hide_table_headers)
        options.wrap = bool(self.wrap)
        return options


class FormatList(FormatCommand, verb="Format", noun="List", output=_OUTPUT):
    """Show objects as a list, a property a line."""

    shape = "list"
    examples = (Example("[pscustomobject]@{ Name = 'EX01'; Size = 5 } | Format-List *", "All properties."),)

    properties_given: Any = parameter(
        "object[]",
        name="Property",
        position=0,
        help="Names, wildcards, blocks, or hashtables that say more.",
    )


class FormatWide(FormatCommand, verb="Format", noun="Wide", output=_OUTPUT):
    """Show one property of each object, several side by side."""

    shape = "wide"
    keys = WIDE_KEYS
    examples = (Example("Get-Verb | Format-Wide Verb -Column 4", "The verbs in four columns."),)

    properties_given: Any = parameter("object", name="Property", position=0, help="The property to show.")
    auto_size: bool = parameter("switch", help="Put as many side by side as fit.")
    column: int = parameter("int", range=(1, 2147483647), help="How many stand side by side.")

    def options(self) -> Options:
        """Return what the parameters say."""
        options = super().options()
        options.autosize = bool(self.auto_size)
        options.columns = self.column or 0
        if options.autosize and options.columns:
            raise self.wrong(
                "The AutoSize and Column parameters cannot be used together.", "FormatCannotSpecifyAutosizeAndColumns"
            )
        return options


class FormatCustom(FormatCommand, verb="Format", noun="Custom", output=_OUTPUT):
    """Show objects with everything that they hold."""

    shape = "custom"
    keys = CUSTOM_KEYS
    examples = (Example("[pscustomobject]@{ Name = 'EX01'; Tags = 'a', 'b' } | Format-Custom", "An object in full."),)

    properties_given: Any = parameter("object[]", name="Property", position=0, help="The properties to show.")
    depth: int = parameter("int", default=5, range=(1, 2147483647), help="How many levels show.")

    def options(self) -> Options:
        """Return what the parameters say."""
        options = super().options()
        options.depth = self.depth
        return options
