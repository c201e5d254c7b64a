"""System.Random; a seed gives the same numbers as in .NET."""

from __future__ import annotations

import random
from typing import Any, Final

from shell.types import OBJECT, type_of
from shell.types.conversion.numeric import to_single
from shell.types.registry.checks import not_negative, not_null
from shell.types.registry.declarations import clr_class, clr_constructor, clr_method, clr_property
from shell.values.errors import ArgumentException, ArgumentOutOfRangeException
from shell.values.objects import Byte, Int64, TypedArray, Value
from shell.values.seeded_random import SeededRandom

_INT32: Final = 0x7FFFFFFF
_INT64: Final = 0x7FFFFFFFFFFFFFFF
_LOWER_HEX: Final = "0123456789abcdef"


class _UnseededSource:
    """The generator of a Random without seed."""

    def number(self) -> int:
        """Return a number from 0 to below 2147483647."""
        return random.randrange(_INT32)

    def sample(self) -> float:
        """Return a number from 0 to below 1."""
        return random.random()

    def byte(self) -> int:
        """Return a number from 0 to 255."""
        return random.randrange(256)


def _check_order(low: int, high: int) -> None:
    if low > high:
        raise ArgumentOutOfRangeException("'minValue' cannot be greater than maxValue. (Parameter 'minValue')")


@clr_class("System.Random")
class Random:
    """A random number generator."""

    def __init__(self, seed: int | None = None) -> None:
        self._source: _UnseededSource | SeededRandom = _UnseededSource() if seed is None else SeededRandom(seed)

    @clr_constructor("")
    @staticmethod
    def make() -> Random:
        """Create a generator without seed."""
        return Random()

    @clr_constructor("int Seed")
    @staticmethod
    def seeded(seed: int) -> Random:
        """Create a generator with a seed."""
        return Random(seed)

    # --- whole numbers ---

    @clr_method("Next", "-> int")
    def next(self) -> int:
        """Return a non-negative number."""
        return self._source.number()

    @clr_method("Next", "int maxValue -> int")
    def next_below(self, limit: int) -> int:
        """Return a number from 0 to below a limit."""
        not_negative(limit, "maxValue")
        return int(self._source.sample() * limit)

    @clr_method("Next", "int minValue, int maxValue -> int")
    def next_between(self, low: int, high: int) -> int:
        """Return a number from `low` to below `high`."""
        _check_order(low, high)
        if high - low <= _INT32:
            return int(self._source.sample() * (high - low)) + low
        return int(self._wide_sample() * (high - low)) + low

    def _wide_sample(self) -> float:
        """Return a number from 0 to below 1 with finer resolution, made from two samples."""
        number = self._source.number()
        if self._source.number() % 2 == 0:
            number = -number
        return (number + _INT32 - 1) / (2 * _INT32 - 1)

    def _bits(self) -> int:
        low, middle, high = (int(self._source.sample() * (1 << width)) for width in (22, 22, 20))
        return low | middle << 22 | high << 44

    @clr_method("NextInt64", "-> long")
    def next_long(self) -> Value:
        """Return a non-negative number."""
        while True:
            number = self._bits() >> 1
            if number != _INT64:
                return Int64(number)

    @clr_method("NextInt64", "long maxValue -> long")
    def next_long_below(self, limit: int) -> Value:
        """Return a number from 0 to below a limit."""
        not_negative(limit, "maxValue")
        return self.next_long_between(0, limit)

    @clr_method("NextInt64", "long minValue, long maxValue -> long")
    def next_long_between(self, low: int, high: int) -> Value:
        """Return a number from `low` to below `high`."""
        _check_order(low, high)
        size = int(high) - int(low)
        if size <= 1:
            return Int64(low)
        width = (size - 1).bit_length()
        while True:
            number = self._bits() >> (64 - width)
            if number < size:
                return Int64(number + low)

    # --- other values ---

    @clr_method("NextDouble", "-> double")
    def next_double(self) -> float:
        """Return a number from 0 to below 1."""
        return self._source.sample()

    @clr_method("NextSingle", "-> float")
    def next_single(self) -> Value:
        """Return a number from 0 to below 1."""
        while True:
            number = to_single(self._source.sample())
            if number < 1:
                return number

    @clr_method("NextBytes", "byte[] buffer -> void")
    def next_bytes(self, buffer: Any) -> None:
        """Fill an array of bytes."""
        for place in range(len(not_null(buffer, "buffer"))):
            buffer[place] = Byte(self._source.byte())

    def _choose(self, choices: Any, length: int) -> list[Value]:
        """Draw with replacement; up to 256 choices, if a power of two, take one random byte each."""
        not_negative(length, "length")
        count = len(not_null(choices, "choices"))
        if not count:
            raise ArgumentException("Span may not be empty. (Parameter 'choices')")
        if count <= 256 and count & (count - 1) == 0:
            return [choices[self._source.byte() & (count - 1)] for _ in range(length)]
        return [choices[self.next_below(count)] for _ in range(length)]

    @clr_method("GetItems", "array choices, int length -> array")
    def get_items(self, choices: Any, length: int) -> Value:
        """Draw elements with replacement."""
        return TypedArray(type_of(choices).element_type or OBJECT, self._choose(choices, length))

    @clr_method("GetString", "string choices, int length -> string")
    def get_string(self, choices: Any, length: int) -> str:
        """Return a text of characters drawn from `choices`."""
        return "".join(self._choose(choices, length))

    @clr_method("GetHexString", "int stringLength, bool lowercase = false -> string")
    def get_hex_string(self, length: int, lower: bool = False) -> str:
        """Return random hexadecimal digits."""
        return "".join(self._choose(_LOWER_HEX if lower else _LOWER_HEX.upper(), length))

    @clr_method("Shuffle", "array values -> void")
    def shuffle(self, values: Any) -> None:
        """Shuffle an array in place."""
        for place in range(len(not_null(values, "values")) - 1):
            other = self.next_between(place, len(values))
            if other != place:
                values[place], values[other] = values[other], values[place]

    @clr_property("Shared", "System.Random", static=True)
    @staticmethod
    def shared() -> Random:
        """Return the shared generator."""
        return Random()
