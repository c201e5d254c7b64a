"""Whether a reader goes once over what it reads. The processor's time of the thread is taken, not the clock's, and the
least of several runs counts, so that a busy machine changes nothing; what is quadratic needs sixteen times as long for
four times as much, and is told from what is linear with much room on both sides.
"""

from __future__ import annotations

import time
from collections.abc import Callable

FACTOR = 4
MOST = 9.0
"""Times that FACTOR times as much may take: between 4 and 16, with room for caches that do not hold it all."""
QUICK = 0.004
"""Seconds. What takes less for the larger input is not worth a ratio."""
ATTEMPTS = 6


def seconds(read: Callable[[], object]) -> float:
    begin = time.thread_time()
    read()
    return time.thread_time() - begin


def grows_linearly(read: Callable[[int], Callable[[], object]], small: int) -> bool:
    """`read` makes from a size what reads an input of that size."""
    little, much = read(small), read(small * FACTOR)
    least_of_little = least_of_much = float("inf")
    for _ in range(ATTEMPTS):
        least_of_much = min(least_of_much, seconds(much))
        if least_of_much < QUICK:
            return True
        least_of_little = min(least_of_little, *(seconds(little) for _ in range(2)))
        if least_of_much < MOST * least_of_little:
            return True
    return False
