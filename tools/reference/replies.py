"""What the server says on the wire: every reply, in which versions, and the cases of the wire tests that hear it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from organization.versions import Version, profile_of
from transport.policy.replies import Replies, Reply

from .markdown import code, escaped, page, table

PATH: Final = "reference/smtp-replies.md"
_CASES: Final = Path(__file__).parents[2] / "tests" / "transport" / "transcripts"
_SHOWN: Final = 2
"""Cases a reply; those that tell most."""
_TOO_COMMON: Final = 15
"""A reply that more cases hear tells of none of them."""
_CLASSES: Final = {
    "2": "The command was carried out",
    "3": "The server waits for more",
    "4": "Not now: a client may try again later",
    "5": "Refused for good",
}


def replies() -> dict[str, list[Version]]:
    """The texts of all replies with the versions of Exchange that say them, by code."""
    found: dict[str, list[Version]] = {}
    for version in Version:
        words = Replies(profile_of(version).replies)
        named = {name: getattr(words, name) for name in dir(words) if not name.startswith("_")}
        texts = [each.text for each in named.values() if isinstance(each, Reply)]
        texts.append(words.queued("<message id>", 1, "EX01.contoso.com").text)
        texts.append(words.chunk_ok(1024).text)
        for text in dict.fromkeys(texts):
            found.setdefault(text, []).append(version)
    return dict(sorted(found.items()))


def pages() -> Iterator[tuple[str, str]]:
    """Yield the path and the text of the page."""
    yield PATH, page(_lines(replies(), heard(_CASES.glob("*.txt"))))


def heard(transcripts: Iterable[Path]) -> dict[str, list[str]]:
    """The titles of the cases in which a server says a line, by the line."""
    found: dict[str, list[str]] = {}
    for path in sorted(transcripts):
        title = ""
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("=="):
                title = line[2:].strip()
            elif line.startswith("S: "):
                titles = found.setdefault(line[3:], [])
                if title not in titles:
                    titles.append(title)
    return found


def _lines(all_replies: Mapping[str, list[Version]], cases: Mapping[str, list[str]]) -> Iterator[str]:
    yield from ("# SMTP replies", "")
    yield from (
        "The server says these fixed texts. The last column names cases of the project's wire tests in which a client "
        "hears a rare reply. Texts that an administrator sets are not listed, such as that of `-Banner`.",
        "",
    )
    for first, meaning in _CLASSES.items():
        yield from (f"## {first}xx: {meaning}", "")
        rows = (
            ("<br>".join(code(line) for line in text.split("\r\n")), _versions(versions), _titles(text, cases))
            for text, versions in all_replies.items()
            if text.startswith(first)
        )
        yield from table(("Reply", "Exchange", "Heard when"), rows)


def _versions(versions: list[Version]) -> str:
    return "all" if len(versions) == len(Version) else ", ".join(str(each) for each in versions)


def _titles(text: str, cases: Mapping[str, list[str]]) -> str:
    titles = cases.get(text.split("\r\n")[0], [])
    if len(titles) > _TOO_COMMON:
        return ""
    return "<br>".join(escaped(each) for each in sorted(titles, key=len, reverse=True)[:_SHOWN])
