"""Reads pages of the site and plays their blocks: what a page shows is what happens.

    ```powershell                    typed at the prompt of the page's session, statement by statement
    ```sh                            typed at a shell of the system, in the page's folder
    ```smtp title="telnet 127.168.1.10 2525"  said to that address on a real socket: `C:` the client, `S:` the server
    ```text                          what the block before shows
    ```... title="name.ext"          a file of the page's folder, of any language

A page begins with a session of its own. In expected text a line `...` stands for any lines. What differs from run to
run (dates, ids) is compared by its kind. A block of another language is for reading alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from shell.language import parse

RUN = ("powershell", "sh", "smtp")
_FENCE = re.compile(r"(`{3,})([a-z]*)(?: title=\"([^\"]*)\")?")
_VARYING = (
    (r"[A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d [+-]\d{4}", "<date>"),
    (r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z?", "<date>"),
    (r"\d{1,2}/\d{1,2}/\d{4} \d{1,2}:\d\d:\d\d [AP]M", "<date>"),
    (r"[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}", "<guid>"),
    (r"<[0-9A-Za-z-]+@EX01[.a-z]*>", "<id>"),
    (r"\b\d{14}\b", "<date>"),
    (r"\b[0-9A-F]{16}\b", "<session>"),
    (r"\b\d+(\.\d+)?m?s\b", "<span>"),
)


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block. `line` is that of its opening fence, 1-based."""

    line: int
    language: str
    title: str
    text: str

    @property
    def file(self) -> str:
        """The name of the file that it is, if it is one."""
        return self.title if self.language != "smtp" else ""

    @property
    def is_run(self) -> bool:
        """Whether something happens when the page is played."""
        return self.language in RUN and not self.file


def blocks(text: str) -> Iterator[Block]:
    """The blocks of a page."""
    lines = iter(enumerate(text.splitlines(), 1))
    for number, line in lines:
        opened = _FENCE.match(line)
        if opened is None:
            continue
        inside: list[str] = []
        for _, each in lines:
            if each == opened[1]:
                break
            inside.append(each)
        yield Block(number, opened[2], opened[3] or "", "".join(each + "\n" for each in inside))


def steps(text: str) -> Iterator[tuple[Block, Block | None]]:
    """Each block with the one that says what it shows; AssertionError for output of which nobody knows whose it is."""
    waiting: Block | None = None
    for block in blocks(text):
        is_output = block.language == "text" and not block.title
        if is_output:
            assert waiting is not None, f"line {block.line}: output of no block"
            yield waiting, block
            waiting = None
            continue
        if waiting is not None:
            yield waiting, None
        waiting = block if block.is_run else None
        if not block.is_run:
            yield block, None
    if waiting is not None:
        yield waiting, None


def statements(code: str) -> Iterator[str]:
    """What is sent when each line is typed at the prompt, which waits while something is unfinished."""
    typed: list[str] = []
    for line in code.splitlines():
        typed.append(line)
        if not any(error.incomplete for error in parse("\n".join(typed)).errors):
            yield "\n".join(typed)
            typed = []
    if typed:
        yield "\n".join(typed)


def shows(expected: str, actual: str) -> bool:
    """Whether a text is the expected one."""
    pattern = "".join("(?:.*\n)*?" if line == "..." else re.escape(line + "\n") for line in _comparable(expected))
    return re.fullmatch(pattern, "".join(line + "\n" for line in _comparable(actual))) is not None


def _comparable(text: str) -> list[str]:
    for pattern, kind in _VARYING:
        text = re.sub(pattern, kind, text)
    return [line.rstrip() for line in text.strip("\n").splitlines()]


def play(path: Path, ways: Mapping[str, Callable[[Block], str]], *, accepting: bool = False) -> None:
    """Run a page's blocks in order; `ways` runs those of each language, `file` keeps a file. Accepting writes what they
    show now.
    """
    text = path.read_text(encoding="utf-8")
    changed: dict[int, str] = {}
    for block, output in steps(text):
        if block.file:
            ways["file"](block)
            continue
        if not block.is_run or block.language not in ways:
            continue
        shown = ways[block.language](block)
        expected = block.text if block.language == "smtp" else output.text if output else ""
        if shows(expected, shown):
            continue
        assert accepting, f"{path.name}, line {block.line}:\n{block.text}--- shows:\n{shown}--- instead of:\n{expected}"
        if block.language == "smtp":
            changed[block.line] = shown
        elif output is not None:
            changed[output.line] = shown
        else:
            changed[-block.line] = shown
    if changed:
        path.write_text(_accepted(text, changed), encoding="utf-8", newline="\n")


def _accepted(text: str, changed: Mapping[int, str]) -> str:
    """The page with other texts in the blocks that begin on these lines; a negative line's gets a block behind it."""
    out: list[str] = []
    opened = 0
    for number, line in enumerate(text.splitlines(), 1):
        closes = opened and line == "```"
        if not closes and opened in changed:
            continue
        if not opened and line.startswith("```"):
            opened = number
            out.append(line)
            if number in changed:
                out += changed[number].strip("\n").splitlines()
            continue
        out.append(line)
        if closes:
            if -opened in changed:
                out += ["", "```text", *changed[-opened].strip("\n").splitlines(), "```"]
            opened = 0
    return "\n".join(out) + "\n"
