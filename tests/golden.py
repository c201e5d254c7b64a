"""Golden sessions: a script with the console text that each of its steps must show.

```powershell
# What a user types, as many lines as the step needs ...
Get-AcceptedDomain | Format-Table Name, DomainType
#=
#= Name    DomainType
#= ----    ----------
#= contoso Authoritative
#=
```

A step is the code up to the `#=` lines behind it; they are the console's text, `#=` alone an empty line. `{*}` in an
expected line stands for any text on that line (an id, a date). Code without `#=` lines behind it must show nothing.
`pytest --accept` writes what the shell shows now into the file, for a person to read and to commit.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shell import Session

MARK = "#="


@dataclass(frozen=True, slots=True)
class Step:
    """Code and the console text that it must show. `line` is where it begins, 1-based."""

    line: int
    code: str
    expected: str


def read_steps(path: Path) -> list[Step]:
    """Read a golden session."""
    steps: list[Step] = []
    code: list[str] = []
    expected: list[str] = []
    begin = 1
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith(MARK):
            expected.append(line[len(MARK) + 1 :])
            continue
        if expected:
            steps.append(_step(begin, code, expected))
            begin, code, expected = number, [], []
        code.append(line)
    if any(line.strip() and not line.startswith("#") for line in code):
        steps.append(_step(begin, code, expected))
    return steps


def _step(line: int, code: list[str], expected: list[str]) -> Step:
    return Step(line, "\n".join(code), "".join(text + "\n" for text in expected))


def shows(expected: str, console: str) -> bool:
    """True if the console text is the expected one."""
    pattern = ".*".join(re.escape(part) for part in expected.split("{*}"))
    return re.fullmatch(pattern, console) is not None


def accept(path: Path, run: Callable[[str], str]) -> None:
    """Write what each step shows now. Expected text that still fits (with its `{*}`) stays as it is."""
    out: list[str] = []
    for step in read_steps(path):
        out.append(step.code)
        console = run(step.code)
        text = step.expected if shows(step.expected, console) else console
        if text and not text.endswith("\n"):
            text += "\n"
        out.extend((f"{MARK} {line}" if line else MARK) for line in text.splitlines())
    path.write_text("\n".join(out) + "\n", encoding="utf-8", newline="\n")


def play(path: Path, run: Callable[[str], str], *, accepting: bool = False) -> None:
    """Check that each step of a golden session shows what it says, or write what it shows now."""
    if accepting:
        accept(path, run)
        return
    for step in read_steps(path):
        console = run(step.code)
        assert shows(step.expected, console), f"{path.name}, line {step.line}:\n{step.code}\n--- shows:\n{console}"


def as_typed(session: Session, code: str) -> str:
    """Run a step with its last line on its own, as if that had been typed at the prompt: its errors are of one line."""
    definitions, _, last = code.rpartition("\n")
    return session.run(definitions).console + session.run(last).console
