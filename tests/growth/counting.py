"""Counting how often something is done, so that a test fails on work that grows with the square of a lab, whatever the
machine is busy with.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from shell import Session


class Calls:
    """How often something was called."""

    def __init__(self) -> None:
        self.count = 0


@contextmanager
def counted(owner: Any, name: str) -> Iterator[Calls]:
    """Count the calls of a function of a module, or of a method of a class."""
    calls, real = Calls(), vars(owner)[name]

    def counting(*args: Any, **options: Any) -> Any:
        calls.count += 1
        return real(*args, **options)

    setattr(owner, name, counting)
    try:
        yield calls
    finally:
        setattr(owner, name, real)


def run(session: Session, script: str) -> Any:
    """Run a script that has no errors; its result."""
    result = session.run(script)
    assert [str(each) for each in (*result.errors, *result.parse_errors)] == []
    return result


def work(count: Callable[[int], int], small: int = 20, factor: int = 4) -> float:
    """How many times as much is done for `factor` times as much: `factor` where it is in line, its square where not."""
    return count(small * factor) / max(1, count(small))
