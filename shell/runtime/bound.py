"""`$PSBoundParameters`."""

from __future__ import annotations

from collections.abc import Iterable

from shell.runtime.declare import clr_class
from shell.runtime.objects import Hashtable, Value


@clr_class("System.Management.Automation.PSBoundParametersDictionary", "System.Collections.Hashtable")
class BoundParameters(Hashtable):
    """What a call gave, by parameter name."""

    __slots__ = ()

    def __init__(self, pairs: Iterable[tuple[str, Value]] = ()) -> None:
        super().__init__(pairs)


__all__ = ["BoundParameters"]
