"""Functions with SupportsPaging: -IncludeTotalCount, -Skip, -First and `$PSCmdlet.PagingParameters`."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from shell.engine.binding.attributes import AUTOMATION
from shell.engine.binding.parameters import ParameterInfo
from shell.types.members.access import set_own_text
from shell.types.registry.declarations import clr_class, clr_method
from shell.types.registry.names import named
from shell.types.registry.table import SWITCH
from shell.values.objects import ABSENT, PSObject, UInt64, Value

if TYPE_CHECKING:
    from shell.engine.binding.binder import Binding

_ALL: Final = 2**64 - 1


@cache
def paging_infos() -> tuple[ParameterInfo, ...]:
    """Return the parameters that SupportsPaging adds."""
    number = named("System.UInt64")
    infos = (
        ParameterInfo("IncludeTotalCount", SWITCH),
        ParameterInfo("Skip", number),
        ParameterInfo("First", number),
    )
    for each in infos:
        each.common = True
    return infos


@clr_class(AUTOMATION + "PagingParameters", properties="IncludeTotalCount:switch=rw Skip:uint64=rw First:uint64=rw")
class PagingParameters:
    """The requested page of a function's results."""

    def __init__(self, include_total_count: Value, skip: Value, first: Value) -> None:
        self.include_total_count = include_total_count
        self.skip = skip
        self.first = first

    @clr_method("NewTotalCount", "uint64 totalCount, double accuracy -> psobject")
    def new_total_count(self, total_count: Value, accuracy: float) -> Value:
        """Return a count with its accuracy: 1.0 exact, 0.0 unknown, between them an estimate."""
        made = PSObject(total_count, {"Accuracy": accuracy})
        text = f"Total count: {total_count}" if accuracy >= 1 else f"Estimated total count: {total_count}"
        set_own_text(made, "Unknown total count" if accuracy <= 0 else text)
        return made


def paging_parameters(binding: Binding) -> PagingParameters | None:
    """Return the paging parameters of a call; None if the function does not support paging."""
    if not any(each.name == "IncludeTotalCount" and each.common for each in binding.signature.parameters):
        return None
    get = binding.values.get
    return PagingParameters(get("includetotalcount", ABSENT), get("skip", UInt64(0)), get("first", UInt64(_ALL)))


__all__ = ["PagingParameters", "paging_infos", "paging_parameters"]
