"""Help that belongs to no command: the about_ topics, one text file each, and those of loaded modules.

A topic has a heading TOPIC, a heading SHORT DESCRIPTION with what lists show of it, then free text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from importlib.resources import files
from typing import Any, Final

from shell.dotnet.io.text_files import read_text
from shell.machine import disk, path_text
from shell.values.objects import PSObject, Value

_SUFFIX: Final = ".help.txt"
_SHORT: Final = "short description"
CATEGORY: Final = "HelpFile"


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic by its name and what reads its text."""

    name: str
    read: Callable[[], str]

    @property
    def text(self) -> str:
        """The whole text."""
        return self.read().replace("\r\n", "\n")

    @property
    def synopsis(self) -> str:
        """The text below SHORT DESCRIPTION, as one line."""
        lines = iter(self.text.split("\n"))
        for line in lines:
            if line.strip().strip("#").strip().lower() == _SHORT:
                break
        words: list[str] = []
        for line in lines:
            if line.strip():
                words += line.split()
            elif words:
                break
        return " ".join(words)


def own_topic(name: str) -> Topic:
    """Return a topic of the program's own by its exact name."""
    return Topic(name, lambda: files(__package__).joinpath("about", name + _SUFFIX).read_text(encoding="utf-8"))


def own_topic_names() -> list[str]:
    """Return the names of the program's own topics."""
    listed = (each.name for each in files(__package__).joinpath("about").iterdir())
    return sorted((each.removesuffix(_SUFFIX) for each in listed if _is_topic(each)), key=str.lower)


def _is_topic(file_name: str) -> bool:
    return file_name.lower().startswith("about_") and file_name.lower().endswith(_SUFFIX)


def topics(session: Any) -> Iterator[Topic]:
    """Yield all topics: the program's own, then those in the culture folder of each loaded module."""
    seen: set[str] = set()
    for name in own_topic_names():
        seen.add(name.lower())
        yield own_topic(name)
    for module in session.modules.values():
        for topic in _module_topics(str(getattr(module, "module_base", "") or "")):
            if topic.name.lower() not in seen:
                seen.add(topic.name.lower())
                yield topic


def _module_topics(base: str) -> Iterator[Topic]:
    folder = path_text.join(base, "en-US")
    if not base or not disk.is_folder(folder):
        return
    for each in sorted(disk.names(folder), key=str.lower):
        if _is_topic(each):
            yield Topic(each[: -len(_SUFFIX)], partial(read_text, path_text.join(folder, each)))


def topic_object(topic: Topic) -> Value:
    """Return the text with the properties that help has."""
    members: dict[str, Any] = {
        "Category": CATEGORY,
        "Component": "",
        "Functionality": "",
        "Name": topic.name,
        "Role": "",
        "Synopsis": topic.synopsis,
    }
    return PSObject(topic.text.rstrip("\n") + "\n", members)


__all__ = ["CATEGORY", "Topic", "own_topic", "own_topic_names", "topic_object", "topics"]
