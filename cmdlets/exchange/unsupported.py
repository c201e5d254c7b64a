"""Parameters of Exchange's cmdlets that are not emulated. Using one is an error of its own, never ignored."""

from __future__ import annotations

import functools
from collections.abc import Mapping


@functools.cache
def unsupported() -> Mapping[str, Mapping[str, bool]]:
    """Return the parameters by command, from `unsupported.txt`: name, and whether it is a switch (`?` in the file)."""
    from importlib import resources

    text = resources.files("cmdlets.exchange").joinpath("unsupported.txt").read_text(encoding="utf-8")
    rows = (line.split() for line in text.splitlines())
    return {command: {name.removesuffix("?"): name.endswith("?") for name in names} for command, *names in rows}
