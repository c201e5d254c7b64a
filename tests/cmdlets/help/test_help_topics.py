"""The about_ topics: each can be asked for, fits into 80 columns, and its examples show what it says.

An example is a line `PS> code`, with `>> ` before each line on which the code goes on, and below it what the console
shows; blank lines do not count.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from cmdlets.powershell.help.topics import own_topic, own_topic_names
from shell import Session

TOPICS = own_topic_names()
INDENT = " " * 8
PROMPT, MORE = INDENT + "PS> ", INDENT + ">> "
WANTED = (
    "about_Aliases",
    "about_Arrays",
    "about_Assignment_Operators",
    "about_Automatic_Variables",
    "about_Classes",
    "about_Command_Syntax",
    "about_Comment_Based_Help",
    "about_CommonParameters",
    "about_Comparison_Operators",
    "about_Do",
    "about_Execution_Policies",
    "about_For",
    "about_Foreach",
    "about_Functions",
    "about_Functions_Advanced",
    "about_Functions_Advanced_Parameters",
    "about_Hash_Tables",
    "about_History",
    "about_If",
    "about_Jobs",
    "about_Join",
    "about_Lab",
    "about_Lab_Addresses",
    "about_Lab_Filters",
    "about_Lab_Mail",
    "about_Lab_Tests",
    "about_Modules",
    "about_Operators",
    "about_Parsing",
    "about_Pipelines",
    "about_Preference_Variables",
    "about_Profiles",
    "about_Providers",
    "about_Quoting_Rules",
    "about_Redirection",
    "about_Regular_Expressions",
    "about_Scopes",
    "about_Script_Blocks",
    "about_Scripts",
    "about_Special_Characters",
    "about_Splatting",
    "about_Split",
    "about_Switch",
    "about_Throw",
    "about_Try_Catch_Finally",
    "about_Type_Operators",
    "about_Variables",
    "about_While",
    "about_Wildcards",
)


@dataclass
class Example:
    """Code and the lines that it shows."""

    code: list[str]
    shown: list[str] = field(default_factory=list)


def examples(text: str) -> Iterator[Example]:
    current: Example | None = None
    for line in text.splitlines():
        if line.startswith(PROMPT):
            if current is not None:
                yield current
            current = Example([line.removeprefix(PROMPT)])
        elif current is not None and line.startswith(MORE) and not current.shown:
            current.code.append(line.removeprefix(MORE))
        elif current is not None and line.startswith(INDENT):
            current.shown.append(line.removeprefix(INDENT))
        elif current is not None:
            yield current
            current = None
    if current is not None:
        yield current


def shown_by(session: Session, example: Example) -> list[str]:
    console = session.run("\n".join(example.code)).console
    return [line.rstrip() for line in console.splitlines() if line.strip()]


def test_the_topics_are_there() -> None:
    assert sorted(set(WANTED) - set(TOPICS)) == []


@pytest.mark.parametrize("name", TOPICS)
def test_topic_is_found_and_fits(name: str) -> None:
    text = own_topic(name).text
    with Session(columns=80, listen=False) as session:
        assert session.run(f"Get-Help {name.lower()}").console.rstrip() == text.rstrip()
    assert [line for line in text.splitlines() if len(line) > 80 or line != line.rstrip()] == []
    assert text.startswith(f"TOPIC\n    {name}\n\nSHORT DESCRIPTION\n    ")
    assert 20 <= text.count("\n") <= 75
    assert own_topic(name).synopsis


@pytest.mark.parametrize("name", TOPICS)
def test_examples_show_what_the_topic_says(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with Session(columns=72, error_view="ConciseView", listen=False) as session:
        for example in examples(own_topic(name).text):
            assert (example.code, shown_by(session, example)) == (example.code, example.shown)
