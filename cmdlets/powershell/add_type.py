"""Add-Type: .NET's assemblies are here by name; code in C# is not compiled."""

from __future__ import annotations

from typing import Any, Final

from shell.engine.commands.cmdlet import Cmdlet, Example, SetMembership, parameter
from shell.values.errors import ErrorCategory, FileNotFoundException, NotSupportedException

_SOURCES: Final = ("FromSource", "FromMember", "FromPath", "FromLiteralPath")
_CODE: Final = ("FromSource", "FromMember")
_KNOWN: Final = ("system", "mscorlib", "netstandard", "microsoft.", "presentation", "windowsbase")
"""Beginnings of the names of assemblies that come with .NET and Windows."""


class AddType(
    Cmdlet,
    verb="Add",
    noun="Type",
    module="Microsoft.PowerShell.Utility",
    default_set="FromSource",
    output=("System.Type",),
):
    """Load an assembly of .NET by its name. Types that this program knows can be used without.

    Code in C# and files of assemblies are refused: nothing is compiled here.
    """

    examples = (Example("Add-Type -AssemblyName System.Web", "What scripts begin with."),)

    type_definition: str = parameter(
        "string", sets={"FromSource": SetMembership(mandatory=True, position=0)}, help="Source code. Refused."
    )
    language: Any = parameter(
        "Microsoft.PowerShell.Commands.Language", sets=_CODE, help="The language of the source code."
    )
    referenced_assemblies: Any = parameter("string[]", sets=_SOURCES, aliases=("RA",), help="What the code needs.")
    output_assembly: str = parameter("string", sets=_SOURCES, aliases=("OA",), help="A file for the compiled code.")
    output_type: Any = parameter(
        "Microsoft.PowerShell.Commands.OutputAssemblyType",
        sets=_SOURCES,
        aliases=("OT",),
        help="What kind of file to make.",
    )
    pass_thru: bool = parameter("switch", help="Write the types.")
    ignore_warnings: bool = parameter("switch", sets=_SOURCES, help="Do not stop at a compiler's warnings.")
    compiler_options: Any = parameter(
        "string[]", sets=_SOURCES, help="Options for the compiler.", not_null_or_empty=True
    )
    name: str = parameter(
        "string", sets={"FromMember": SetMembership(mandatory=True, position=0)}, help="A class for members. Refused."
    )
    member_definition: Any = parameter(
        "string[]", sets={"FromMember": SetMembership(mandatory=True, position=1)}, help="Members as source code."
    )
    namespace: str = parameter("string", sets=("FromMember",), aliases=("NS",), help="The namespace of the class.")
    using_namespace: Any = parameter(
        "string[]", sets=("FromMember",), aliases=("Using",), help="Namespaces to use.", not_null=True
    )
    path: Any = parameter(
        "string[]", sets={"FromPath": SetMembership(mandatory=True, position=0)}, help="A file. Refused."
    )
    literal_path: Any = parameter(
        "string[]",
        sets={"FromLiteralPath": SetMembership(mandatory=True)},
        aliases=("PSPath", "LP"),
        help="A file. Refused.",
    )
    assembly_name: Any = parameter(
        "string[]",
        sets={"FromAssemblyName": SetMembership(mandatory=True)},
        aliases=("AN",),
        help="The names of assemblies.",
    )

    def begin(self) -> None:
        """Accept known assemblies; refuse everything else."""
        if self.parameter_set != "FromAssemblyName":
            raise self.fail(
                self.error(
                    "Add-Type does not compile code and does not load files here. See COVERAGE.md.",
                    "NotEmulatedAddType",
                    ErrorCategory.NotImplemented,
                    exception=NotSupportedException,
                )
            )
        for name in self.assembly_name:
            if not name.lower().startswith(_KNOWN):
                raise self.fail(
                    self.error(
                        f"Could not load file or assembly '{name}'. The system cannot find the file specified.",
                        "System.IO.FileNotFoundException",
                        ErrorCategory.NotSpecified,
                        exception=FileNotFoundException,
                    )
                )
