"""All pages that are made when the site is built."""

from __future__ import annotations

from collections.abc import Iterator

from shell import Session

from . import commands, decisions, dotnet, program, replies, topics


def pages() -> Iterator[tuple[str, str]]:
    """Yield each page's path below `docs` and its text."""
    with Session(listen=False, log_folder="") as session:
        yield from commands.pages(session)
        yield from dotnet.pages(session)
    yield from replies.pages()
    yield from program.pages()
    yield from topics.pages()
    yield from decisions.pages()
