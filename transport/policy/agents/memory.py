"""What addresses have sent so far."""

from __future__ import annotations

from collections import OrderedDict, deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from organization.values.network import IPAddress

LATEST = 100
"""Messages that count; older ones are forgotten."""
MOST_ADDRESSES = 10_000


class Reputations:
    """What is known of addresses, as long as the service runs. For one thread."""

    def __init__(self) -> None:
        self._levels: OrderedDict[IPAddress, deque[int]] = OrderedDict()

    def add(self, address: IPAddress, level: int) -> deque[int]:
        """Note the spam level of a message; the latest levels of its address."""
        levels = self._levels.pop(address, None)
        if levels is None:
            levels = deque(maxlen=LATEST)
            if len(self._levels) >= MOST_ADDRESSES:
                self._levels.popitem(last=False)
        levels.append(level)
        self._levels[address] = levels
        return levels

    def forget(self, address: IPAddress) -> None:
        """Judge an address anew."""
        self._levels.pop(address, None)
