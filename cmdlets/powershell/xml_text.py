"""Small pieces of XML text, shared by the commands that write it."""

from __future__ import annotations


def escape(text: str) -> str:
    """Return text for an element's content."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def attribute(text: str) -> str:
    """Return text for an attribute's value in double quotes."""
    return escape(text).replace('"', "&quot;").replace("\n", "&#xA;").replace("\r", "&#xD;").replace("\t", "&#x9;")


def element(name: str, attributes: str, content: str | list[str], indent: int) -> list[str]:
    """Return the lines of an element: text on one line, child lines between the tags, nothing as an empty element."""
    margin = "  " * indent
    opening = f"{margin}<{name}{attributes}"
    if isinstance(content, list):
        return [opening + ">", *content, f"{margin}</{name}>"] if content else [opening + " />"]
    return [f"{opening}>{escape(content)}</{name}>"] if content else [opening + " />"]


__all__ = ["attribute", "element", "escape"]
