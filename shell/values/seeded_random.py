"""System.Random with a seed: the subtractive generator of Knuth that .NET keeps for compatibility."""

from __future__ import annotations

from typing import Final

_LARGEST: Final = 2147483647
_GOLDEN_RATIO: Final = 161803398


class SeededRandom:
    """Gives the same numbers for the same seed as .NET does."""

    __slots__ = ("_next", "_next_other", "_table")

    def __init__(self, seed: int) -> None:
        subtraction = _LARGEST if seed == -_LARGEST - 1 else abs(seed)
        table = [0] * 56
        last = _GOLDEN_RATIO - subtraction
        table[55] = last
        value = 1
        place = 0
        for _ in range(1, 55):
            place = place + 21 if place + 21 < 55 else place + 21 - 55
            table[place] = value
            value = last - value
            if value < 0:
                value += _LARGEST
            last = table[place]
        for _ in range(4):
            for index in range(1, 56):
                other = index + 30 if index + 30 < 55 else index + 30 - 55
                table[index] = _wrap(table[index] - table[1 + other])
                if table[index] < 0:
                    table[index] += _LARGEST
        self._table = table
        self._next = 0
        self._next_other = 21

    def number(self) -> int:
        """Return a number from 0 to below 2147483647."""
        self._next = self._next + 1 if self._next < 55 else 1
        self._next_other = self._next_other + 1 if self._next_other < 55 else 1
        value = self._table[self._next] - self._table[self._next_other]
        if value == _LARGEST:
            value -= 1
        if value < 0:
            value += _LARGEST
        self._table[self._next] = value
        return value

    def sample(self) -> float:
        """Return a number from 0 to below 1."""
        return self.number() * (1.0 / _LARGEST)

    def byte(self) -> int:
        """Return a number from 0 to 255."""
        return self.number() & 0xFF


def _wrap(value: int) -> int:
    """Keep a value in 32 bits."""
    return (value + 0x80000000) % 0x100000000 - 0x80000000
