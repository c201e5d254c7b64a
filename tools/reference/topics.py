"""The about_ topics, as Get-Help shows them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cmdlets.powershell.help.topics import own_topic, own_topic_names

from .markdown import escaped, fence, page, table

FOLDER: Final = "reference/about"


def pages() -> Iterator[tuple[str, str]]:
    """Yield the path and the text of each page."""
    topics = [own_topic(name) for name in own_topic_names()]
    rows = ((f"[{escaped(each.name)}]({each.name}.md)", escaped(each.synopsis)) for each in topics)
    lines = ["# Topics of help", "", "`Get-Help` shows these in the shell, too.", ""]
    yield f"{FOLDER}/index.md", page([*lines, *table(("Topic", "What it is about"), rows)])
    for each in topics:
        text = each.text.partition("LONG DESCRIPTION\n")[2]
        yield (
            f"{FOLDER}/{each.name}.md",
            page([f"# {escaped(each.name)}", "", escaped(each.synopsis), "", *fence(text)]),
        )
