"""Help comments to scripts: GetHelpContent of functions and script blocks, and CommentHelpInfo, which it returns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from shell.engine.commands.help_comments import CommentHelp, comment_of_node
from shell.lazy import lazy
from shell.types.conversion.text import to_string
from shell.types.registry.declarations import clr_class, clr_method
from shell.values.objects import Hashtable, PSCustomObject, Value

if TYPE_CHECKING:
    from shell.types.members import access
else:
    access = lazy("shell.types.members.access", globals())


_LANGUAGE: Final = "System.Management.Automation.Language."
_POINTERS: Final = {
    "FORWARDHELPTARGETNAME": "forward_help_target_name",
    "FORWARDHELPCATEGORY": "forward_help_category",
    "REMOTEHELPRUNSPACE": "remote_help_runspace",
}


@clr_class(
    _LANGUAGE + "CommentHelpInfo",
    properties=(
        "Synopsis:string Description:string Notes:string Parameters:object Links:object Examples:object Inputs:object"
        " Outputs:object Component:string Role:string Functionality:string ForwardHelpTargetName:string"
        " ForwardHelpCategory:string RemoteHelpRunspace:string MamlHelpFile:string"
    ),
)
class CommentHelpInfo:
    """The sections of a help comment; parameters are named in capitals, a section that is missing is null or empty."""

    def __init__(self, comment: CommentHelp) -> None:
        texts, lists = comment.texts, comment.lists
        self.synopsis = texts.get("synopsis")
        self.description = texts.get("description")
        self.notes = texts.get("notes")
        self.parameters = Hashtable((name.upper(), text) for name, text in comment.parameters.items())
        self.links: list[Value] = [each.strip() for each in lists.get("link", [])]
        self.examples: list[Value] = list(lists.get("example", []))
        self.inputs: list[Value] = list(lists.get("inputs", []))
        self.outputs: list[Value] = list(lists.get("outputs", []))
        self.component = _stripped(texts.get("component"))
        self.role = _stripped(texts.get("role"))
        self.functionality = _stripped(texts.get("functionality"))
        self.forward_help_target_name = texts.get("forwardhelptargetname")
        self.forward_help_category = texts.get("forwardhelpcategory")
        self.remote_help_runspace = texts.get("remotehelprunspace")
        self.maml_help_file = texts.get("externalhelp")

    @clr_method("GetCommentBlock", "-> string")
    def get_comment_block(self) -> str:
        """Return the sections as a comment that gives the same help."""
        lines = ["<#"]
        for name in ("SYNOPSIS", "DESCRIPTION"):
            lines += _section(name, getattr(self, name.lower()))
        for key, text in self.parameters.items():
            lines += [f".PARAMETER {key}", str(text)]
        for name, listed in (("INPUTS", self.inputs), ("OUTPUTS", self.outputs)):
            lines += [line for each in listed for line in _section(name, each)]
        lines += _section("NOTES", self.notes)
        for name, listed in (("EXAMPLE", self.examples), ("LINK", self.links)):
            lines += [line for each in listed for line in _section(name, each)]
        for name, attribute in _POINTERS.items():
            value = getattr(self, attribute)
            lines += [f".{name} {value}"] if value else []
        for name in ("COMPONENT", "ROLE", "FUNCTIONALITY"):
            lines += _section(name, getattr(self, name.lower()))
        lines += [f".EXTERNALHELP {self.maml_help_file}"] if self.maml_help_file else []
        return "\n".join([*lines, "#>", ""])


def _stripped(text: str | None) -> str | None:
    return None if text is None else text.strip()


def _section(name: str, text: Value) -> list[str]:
    return [f".{name}", str(text)] if text else []


class HelpMembers:
    """Additional members of the nodes of functions and script blocks."""

    @clr_method("GetHelpContent", f"-> {_LANGUAGE}CommentHelpInfo")
    def get_help_content(self: Any) -> Value:
        """Return the help from the node's comment; null if it has none."""
        comment = comment_of_node(self)
        return None if comment is None else CommentHelpInfo(comment)


def comment_text(help: Any) -> str:
    """Return the sections of a help object as text: what ProxyCommand.GetHelpComments makes of it."""
    help = PSCustomObject(help.members) if hasattr(help, "members") else help  # a method gets the unwrapped value

    def at(value: Any, *names: str) -> list[Any]:
        for name in names:
            value = access.get_member(value, name, None)
        return [] if value is None else value if isinstance(value, list) else [value]

    def texts(value: Any, *names: str) -> str:
        return "\n".join(to_string(access.get_member(each, "Text", None)) for each in at(value, *names))

    sections = [
        (".SYNOPSIS", to_string(access.get_member(help, "Synopsis", None))),
        (".DESCRIPTION", texts(help, "description")),
    ]
    for each in at(help, "parameters", "parameter"):
        sections.append((f".PARAMETER {to_string(access.get_member(each, 'name', None))}", texts(each, "description")))
    for title, outer, inner in (("INPUTS", "inputTypes", "inputType"), ("OUTPUTS", "returnValues", "returnValue")):
        for each in at(help, outer, inner):
            sections += [(f".{title}", to_string(name)) for name in at(each, "type", "name")]
    sections.append((".NOTES", texts(help, "alertSet", "alert")))
    for each in at(help, "examples", "example"):
        code = texts(each, "introduction") + to_string(access.get_member(each, "code", None))
        sections.append((".EXAMPLE", "\n\n".join(filter(None, (code, texts(each, "remarks").strip("\n"))))))
    for each in at(help, "relatedLinks", "navigationLink"):
        sections.append((".LINK", "".join(to_string(link) for name in ("uri", "linkText") for link in at(each, name))))
    return "".join(f"{title}\n{text}\n\n" for title, text in sections if text)


__all__ = ["CommentHelpInfo", "HelpMembers", "comment_text"]
