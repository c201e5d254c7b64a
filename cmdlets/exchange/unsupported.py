"""Parameters that Exchange's cmdlets have and ours do not emulate, by command. Using one is an error of its own."""

from __future__ import annotations

from typing import Final

UNSUPPORTED: Final[dict[str, str]] = {}
