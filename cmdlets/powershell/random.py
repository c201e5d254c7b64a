"""Get-Random and Get-SecureRandom: numbers and choices by chance."""

from __future__ import annotations

import secrets
from math import isinf
from typing import Any, ClassVar, Final, Protocol
from weakref import WeakKeyDictionary

from shell.engine.commands.cmdlet import Cmdlet, Example, SetMembership, parameter
from shell.language.numbers import parse_number
from shell.types.conversion.conversion import convert
from shell.types.registry.names import named
from shell.values.errors import ArgumentException, ErrorCategory, NotSupportedException
from shell.values.objects import Int64, Value, unwrap
from shell.values.seeded_random import SeededRandom

_LARGEST: Final = 2147483647
_LARGEST_LONG: Final = 9223372036854775807


class Source(Protocol):
    """Where chance comes from."""

    def sample(self) -> float:
        """Return a number from 0 up to, not including, 1."""

    def byte(self) -> int:
        """Return a number from 0 to 255."""


class SystemSource:
    """The system's own random numbers."""

    def sample(self) -> float:
        """Return 53 random bits."""
        return secrets.randbits(53) / (1 << 53)

    def byte(self) -> int:
        """Return eight random bits."""
        return secrets.randbits(8)


class Generator:
    """Draws from a source as Get-Random does, so that a seed gives the same numbers as in PowerShell."""

    def __init__(self, source: Source) -> None:
        self.source = source

    def below(self, maximum: int) -> int:
        """Return a whole number from 0 to below `maximum`."""
        return self.between(0, maximum)

    def between(self, minimum: int, maximum: int) -> int:
        """Return an Int32 from `minimum` to below `maximum`."""
        size = maximum - minimum
        if size <= _LARGEST:
            return int(self.source.sample() * size) + minimum
        return int(self._large_sample() * (1.0 / (2 * _LARGEST)) * size) + minimum

    def _large_sample(self) -> int:
        number = self._whole()
        sign = -1 if self._whole() % 2 == 0 else 1
        return number * sign + _LARGEST

    def _whole(self) -> int:
        while True:
            number = self._from_bytes(4) & 0x7FFFFFFF
            if number != _LARGEST:
                return number

    def _from_bytes(self, count: int) -> int:
        return int.from_bytes(bytes(self.source.byte() for _ in range(count)), "little")

    def long_between(self, minimum: int, maximum: int) -> int:
        """Return an Int64 from `minimum` to below `maximum`."""
        size = maximum - minimum
        if size <= _LARGEST:
            return minimum + self.below(size)
        mask = (1 << size.bit_length()) - 1
        while True:
            number = self._from_bytes(8) & mask
            if number < size:
                return minimum + number

    def real_between(self, minimum: float, maximum: float) -> float:
        """Return a Double from `minimum` to below `maximum`."""
        size = maximum - minimum
        while True:
            sample = self.source.sample()
            number = minimum + sample * size if size != float("inf") else sample * maximum - sample * minimum + minimum
            if number < maximum:
                return number
            size *= sample


_generators: WeakKeyDictionary[Any, Generator] = WeakKeyDictionary()
_SHUFFLE = {"ShuffleParameterSet": SetMembership(mandatory=True)}
_LIST = SetMembership(mandatory=True, pipeline=True, position=0)


class RandomCommand(Cmdlet):
    """What Get-Random and Get-SecureRandom share."""

    maximum: Value = parameter(
        "object", position=0, sets=("RandomNumberParameterSet",), help="The first number that is too large."
    )
    minimum: Value = parameter("object", sets=("RandomNumberParameterSet",), help="The smallest number.")
    count: int = parameter(
        "int",
        sets=("RandomNumberParameterSet", "RandomListItemParameterSet"),
        default=1,
        range=(1, _LARGEST),
        help="How many numbers or objects.",
    )
    input_object: list[Value] = parameter(
        "object[]",
        sets={"RandomListItemParameterSet": _LIST, "ShuffleParameterSet": _LIST},
        allow_null=True,
        allow_empty_collection=True,
        help="The objects to choose from.",
    )
    shuffle: bool = parameter("switch", sets=_SHUFFLE, help="Write all objects in random order.")

    fixed_seed: ClassVar[bool] = False

    def begin(self) -> None:
        """Write the numbers; or get ready to choose."""
        self._chosen: list[Value] = []
        self._passed = 0
        self._random = self.generator()
        if self.parameter_set == "RandomNumberParameterSet":
            for _ in range(self.count):
                self.write(self._number())

    def generator(self) -> Generator:
        """Return the source of chance."""
        return Generator(SystemSource())

    def process(self) -> None:
        """Choose among the objects seen so far, all with the same chance."""
        if self.parameter_set == "RandomNumberParameterSet":
            return
        for value in self.input_object or ():
            if self.shuffle or self._passed < self.count:
                self._chosen.append(value)
            elif self._random.below(self._passed + 1) < self.count:
                self._chosen[self._random.below(len(self._chosen))] = value
            self._passed += 1

    def end(self) -> None:
        """Write the chosen objects in random order."""
        chosen = self._chosen
        for place in range(len(chosen)):
            other = self._random.between(place, len(chosen))
            self.write(chosen[other])
            if other != place:
                chosen[other] = chosen[place]

    # --- numbers ---

    def _number(self) -> Value:
        maximum, minimum = _operand(self.maximum), _operand(self.minimum)
        kinds = {type(each) for each in (maximum, minimum) if each is not None}
        if float in kinds:
            low, high = float(minimum or 0), float(_LARGEST if maximum is None else maximum)
            self._check(low, high)
            if isinf(low) or isinf(high):
                raise self.fail(
                    self.error(
                        "Only finite bounds are emulated: between others the real command never finds a number.",
                        "NotEmulatedInfiniteBound",
                        ErrorCategory.NotImplemented,
                        exception=NotSupportedException,
                    )
                )
            return self._random.real_between(low, high) if high == high and low == low else float("nan")
        low_int, high_int = int(minimum or 0), maximum
        if Int64 in kinds:
            high_int = _LARGEST_LONG if high_int is None else int(high_int)
            self._check(low_int, high_int)
            return Int64(self._random.long_between(low_int, high_int))
        high_int = _LARGEST if high_int is None else high_int
        self._check(low_int, high_int)
        return self._random.between(low_int, high_int)

    def _check(self, low: float, high: float) -> None:
        if not low >= high:  # neither where a bound is no number
            return
        raise self.fail(
            self.error(
                f"The Minimum value ({_shown(low)}) cannot be greater than or equal to the Maximum value "
                f"({_shown(high)}).",
                "MinGreaterThanOrEqualMax",
                ErrorCategory.InvalidArgument,
                exception=ArgumentException,
            )
        )


def _shown(number: float) -> str:
    return f"{number:g}" if isinstance(number, float) else str(number)


def _operand(value: Value) -> Value:
    """Return a bound as int, Int64 or float; text is read as a number."""
    plain = unwrap(value)
    if plain is None:
        return None
    if isinstance(plain, str):
        text = plain.strip()
        number = parse_number(text) if text else 0
        plain = convert(plain, named("System.Int32")) if number is None else number
    if type(plain) is int or type(plain) is Int64:
        return plain
    return float(convert(plain, named("System.Double")))


class GetRandom(
    RandomCommand,
    verb="Get",
    noun="Random",
    module="Microsoft.PowerShell.Utility",
    default_set="RandomNumberParameterSet",
    output=("int", "long", "double"),
):
    """Pick numbers or objects by chance."""

    examples = (
        Example("Get-Random -Minimum 1 -Maximum 7", "A throw of a die."),
        Example("'a', 'b', 'c' | Get-Random -Count 2", "Two of three objects."),
    )

    set_seed: Any = parameter("System.Nullable[int]", not_null=True, help="Start a repeatable sequence.")

    def generator(self) -> Generator:
        """Return the session's generator, a new one where a seed is given."""
        if self.set_seed is not None:
            _generators[self.session] = Generator(SeededRandom(self.set_seed))
        return _generators.get(self.session) or Generator(SystemSource())


class GetSecureRandom(
    RandomCommand,
    verb="Get",
    noun="SecureRandom",
    module="Microsoft.PowerShell.Utility",
    default_set="RandomNumberParameterSet",
    output=("int", "long", "double"),
):
    """Pick numbers or objects by chance that cannot be foreseen."""

    examples = (Example("Get-SecureRandom -Maximum 100", "A number below 100."),)
