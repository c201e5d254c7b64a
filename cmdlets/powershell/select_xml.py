"""Select-Xml: find nodes in XML by XPath."""

from __future__ import annotations

from typing import Any, Final

from cmdlets.powershell.path_command import PathCommand
from shell.dotnet.io.text_files import read_text
from shell.engine.commands.cmdlet import Example, SetMembership, parameter
from shell.engine.providers.filesystem import io_error
from shell.types.conversion.conversion import convert
from shell.types.conversion.text import net_string
from shell.types.members import access as members
from shell.types.registry.declarations import clr_class, clr_method
from shell.types.registry.names import named
from shell.values.errors import ErrorCategory, NetException
from shell.values.objects import Value, unwrap

_INPUT: Final = "InputStream"


@clr_class(
    "Microsoft.PowerShell.Commands.SelectXmlInfo",
    properties="Node:System.Xml.XmlNode=rw Path:string=rw Pattern:string=rw",
)
class SelectXmlInfo:
    """A node that was found, and where."""

    def __init__(self, node: Value, path: str, pattern: str) -> None:
        self.node = node
        self.path = path
        self.pattern = pattern

    def __str__(self) -> str:
        return self.to_string()

    @clr_method("ToString", "-> string")
    def to_string(self) -> str:
        """Return the node's text; with the file where there is one."""
        text = net_string(members.get_member(self.node, "InnerText"))
        return text if self.path == _INPUT else f"{text}:{self.path}:{self.pattern}"


class SelectXml(
    PathCommand,
    verb="Select",
    noun="Xml",
    module="Microsoft.PowerShell.Utility",
    default_set="Xml",
    output=("Microsoft.PowerShell.Commands.SelectXmlInfo",),
):
    """Find the nodes that an XPath expression means, in XML nodes, in text, or in files."""

    examples = (
        Example("'<a><b>1</b></a>' | Select-Xml -XPath '//b' | ForEach-Object { $_.Node.InnerText }", "In a text."),
    )

    xml: Any = parameter(
        "System.Xml.XmlNode[]",
        sets={"Xml": SetMembership(mandatory=True, position=1, pipeline=True, by_property_name=True)},
        aliases=("Node",),
        not_null_or_empty=True,
        help="The nodes to look in.",
    )
    path: Any = parameter(
        "string[]",
        sets={"Path": SetMembership(mandatory=True, position=1, by_property_name=True)},
        not_null_or_empty=True,
        help="The files to look in; wildcards work.",
    )
    literal_path: Any = parameter(
        "string[]",
        sets={"LiteralPath": SetMembership(mandatory=True, by_property_name=True)},
        aliases=("PSPath", "LP"),
        not_null_or_empty=True,
        help="The files to look in, taken as they are.",
    )
    content: Any = parameter(
        "string[]",
        sets={"Content": SetMembership(mandatory=True, pipeline=True)},
        not_null_or_empty=True,
        help="The text to look in.",
    )
    x_path: str = parameter(
        "string", name="XPath", position=0, mandatory=True, not_null_or_empty=True, help="The XPath expression."
    )
    namespace: Any = parameter("hashtable", not_null_or_empty=True, help="Prefixes and the namespaces they stand for.")

    def process(self) -> None:
        """Look through what came in."""
        if self.parameter_set == "Xml":
            for node in self.xml:
                self._select(unwrap(node), _INPUT)
        elif self.parameter_set == "Content":
            for text in self.content:
                self._select_in_text(text, _INPUT)
        else:
            for place in self.places():
                with self.reporting():
                    self._select_in_file(place.provider_path)

    def _select_in_file(self, path: str) -> None:
        try:
            text = read_text(path)
        except OSError as problem:
            raise io_error(problem, path, "ProcessingFile", ErrorCategory.NotSpecified) from None
        self._select_in_text(text, path)

    def _select_in_text(self, text: str, path: str) -> None:
        try:
            document = convert(text, named("System.Xml.XmlDocument"))
        except NetException as problem:
            if path is _INPUT:
                self.write_error(self.error(problem, problem.error_id or "", problem.category, None))
            else:
                inner = problem.inner or problem
                self.write_error(self.error(inner, "ProcessingFile", ErrorCategory.NotSpecified, path))
            return
        self._select(document, path)

    def _select(self, node: Value, path: str) -> None:
        names = []
        if self.namespace is not None:
            names = [members.new_object(named("System.Xml.XmlNamespaceManager"), [None])]
            for prefix, uri in self.namespace.items():
                names[0].add_namespace(net_string(prefix), net_string(uri))
        found = members.call_method(node, "SelectNodes", [self.x_path, *names], self.session)
        for each in members.enumerate_value(found) or ():
            self.write(SelectXmlInfo(each, path, self.x_path))
