"""What a running session knows that the language does not; it is asked when a tree is checked."""

from __future__ import annotations

from collections.abc import Callable

knows_type: Callable[[str], bool] | None = None
"""Whether a session has a type of this name; None while nothing runs, then no type is called unknown."""
