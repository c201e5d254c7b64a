"""BitArray and ArraySegment[T]."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Final

from shell.dotnet.collections.enumerators import LoopEnumerator
from shell.dotnet.collections.listing import copy_into, like, position
from shell.lazy import lazy
from shell.types import OBJECT, ClrType, register_generic
from shell.types.conversion.conversion import to_bool, to_int
from shell.types.registry.checks import NOT_BELOW_SIZE, index_below, not_negative, not_null, out_of_range
from shell.types.registry.declarations import attach, clr_class, clr_constructor, clr_method, clr_property
from shell.values.errors import ArgumentException
from shell.values.exceptions import out_of_memory
from shell.values.objects import Value

if TYPE_CHECKING:
    from shell.dotnet.collections import listing
else:
    listing = lazy("shell.dotnet.collections.listing", globals())


_MAX_BITS: Final = 1 << 27
"""The maximum number of bits, lower than .NET's: each bit takes a pointer here."""


@clr_class(
    "System.Collections.BitArray",
    interfaces="System.Collections.ICollection System.Collections.IEnumerable System.ICloneable",
)
class BitArray:
    """System.Collections.BitArray."""

    def __init__(self, bits: list[bool]) -> None:
        self.bits = bits

    @clr_constructor("int length")
    @clr_constructor("int length, bool defaultValue")
    @staticmethod
    def sized(length: int, value: bool = False) -> BitArray:
        """Create an array of equal bits."""
        not_negative(length, "length")
        if length > _MAX_BITS:
            raise out_of_memory()
        return BitArray([value] * length)

    @clr_constructor("bool[] values")
    @staticmethod
    def of_values(values: Any) -> BitArray:
        """Create an array from booleans."""
        return BitArray([bool(each) for each in values])

    @clr_constructor("byte[] bytes")
    @staticmethod
    def of_bytes(data: Any) -> BitArray:
        """Create an array from bytes, lowest bit first."""
        return BitArray([bool(each >> place & 1) for each in data for place in range(8)])

    @clr_constructor("int[] values")
    @staticmethod
    def of_numbers(values: Any) -> BitArray:
        """Create an array from numbers, lowest bit first."""
        return BitArray([bool(each >> place & 1) for each in values for place in range(32)])

    @clr_constructor("System.Collections.BitArray bits")
    @staticmethod
    def copied(bits: Any) -> BitArray:
        """Create a copy."""
        return BitArray(list(bits.bits))

    def clr_enumerate(self) -> Iterator[Value]:
        """Return the bits."""
        return iter(list(self.bits))

    def clr_index(self, index: Value) -> Value:
        """Return a bit."""
        return self.get(to_int(index))

    def clr_set_index(self, index: Value, value: Value) -> None:
        """Set a bit."""
        self.set(to_int(index), to_bool(value))

    @clr_property("Count", "int")
    def count(self) -> int:
        """Return the number of bits."""
        return len(self.bits)

    @clr_property("Length", "int", setter=lambda self, value: self.resize(value))
    def length(self) -> int:
        """Return the number of bits."""
        return len(self.bits)

    def resize(self, length: int) -> None:
        """Truncate, or extend by false bits."""
        not_negative(length, "value")
        self.bits = self.bits[:length] + [False] * (length - len(self.bits))

    @clr_method("Get", "int index -> bool")
    @clr_method("Item", "int index -> bool")
    def get(self, index: int) -> bool:
        """Return a bit."""
        index_below(index, len(self.bits))
        return self.bits[index]

    @clr_method("Set", "int index, bool value -> void")
    def set(self, index: int, value: bool) -> None:
        """Set a bit."""
        index_below(index, len(self.bits))
        self.bits[index] = value

    @clr_method("SetAll", "bool value -> void")
    def set_all(self, value: bool) -> None:
        """Set all bits."""
        self.bits = [value] * len(self.bits)

    @clr_method("HasAllSet", "-> bool")
    def has_all_set(self) -> bool:
        """Return True if no bit is false."""
        return all(self.bits)

    @clr_method("HasAnySet", "-> bool")
    def has_any_set(self) -> bool:
        """Return True if any bit is true."""
        return any(self.bits)

    def _with(self, other: Any, function: Callable[[bool, bool], bool]) -> BitArray:
        not_null(other, "value")
        if len(other.bits) != len(self.bits):
            raise ArgumentException("Array lengths must be the same.")
        self.bits = [function(one, two) for one, two in zip(self.bits, other.bits, strict=True)]
        return self

    @clr_method("And", "System.Collections.BitArray value -> System.Collections.BitArray")
    def and_with(self, value: Any) -> BitArray:
        """Combine with another array by AND, in place."""
        return self._with(value, lambda a, b: a and b)

    @clr_method("Or", "System.Collections.BitArray value -> System.Collections.BitArray")
    def or_with(self, value: Any) -> BitArray:
        """Combine with another array by OR, in place."""
        return self._with(value, lambda a, b: a or b)

    @clr_method("Xor", "System.Collections.BitArray value -> System.Collections.BitArray")
    def xor_with(self, value: Any) -> BitArray:
        """Combine with another array by XOR, in place."""
        return self._with(value, lambda a, b: a is not b)

    @clr_method("Not", "-> System.Collections.BitArray")
    def invert(self) -> BitArray:
        """Invert all bits in place."""
        self.bits = [not each for each in self.bits]
        return self

    @clr_method("LeftShift", "int count -> System.Collections.BitArray")
    def left_shift(self, count: int) -> BitArray:
        """Move bits to higher places."""
        self.bits = ([False] * count + self.bits)[: len(self.bits)]
        return self

    @clr_method("RightShift", "int count -> System.Collections.BitArray")
    def right_shift(self, count: int) -> BitArray:
        """Move bits to lower places."""
        size = len(self.bits)
        self.bits = (self.bits[count:] + [False] * size)[:size]
        return self

    @clr_method("CopyTo", "array array, int index -> void")
    def copy_to(self, array: Any, index: int) -> None:
        """Copy into an array of truths, bytes or numbers."""
        width = {"System.Byte": 8, "System.Int32": 32}.get(_element_name(array))
        if width is None:
            copy_into(list(self.bits), 0, array, index, len(self.bits))
            return
        packed = []
        for start in range(0, len(self.bits), width):
            number = sum(1 << place for place, bit in enumerate(self.bits[start : start + width]) if bit)
            packed.append(number - (1 << 32) if width == 32 and number >> 31 else number)
        copy_into(packed, 0, array, index, len(packed))

    @clr_method("Clone", "-> object")
    def clone(self) -> Value:
        """Return a copy."""
        return BitArray(list(self.bits))

    @clr_method("GetEnumerator", "-> System.Collections.IEnumerator")
    def get_enumerator(self) -> Value:
        """Return an enumerator."""
        return LoopEnumerator(list(self.bits))


def _element_name(array: Any) -> str:
    return listing.element_type(array).name


class ArraySegment:
    """System.ArraySegment[T]: a view of a part of an array."""

    __slots__ = ("array", "clr_type", "count", "offset")

    def __init__(self, clr_type: ClrType, array: Any, offset: int, count: int) -> None:
        self.clr_type = clr_type
        self.array = array
        self.offset = offset
        self.count = count

    def items(self) -> list[Value]:
        """Return the current elements."""
        found: list[Value] = self.array[self.offset : self.offset + self.count]
        return list(found)

    def clr_enumerate(self) -> Iterator[Value]:
        """Return the elements."""
        return iter(self.items())

    def clr_index(self, index: Value) -> Value:
        """Return an element."""
        place = to_int(index)
        index_below(place, self.count)
        return self.array[self.offset + place]

    def clr_set_index(self, index: Value, value: Value) -> None:
        """Set an element of the array."""
        place = to_int(index)
        index_below(place, self.count)
        self.array[self.offset + place] = value


class _SegmentMembers:
    @clr_constructor("T[] array")
    @clr_constructor("T[] array, int offset, int count")
    @staticmethod
    def make(clr_type: ClrType, array: Any, offset: int = 0, count: int | None = None) -> Value:
        not_null(array, "array")
        size = len(array) - offset if count is None else count
        if offset < 0 or size < 0 or offset + size > len(array):
            raise ArgumentException(
                "Offset and length were out of bounds for the array or count is greater than the number of elements"
                " from index to the end of the source collection."
            )
        return ArraySegment(clr_type, array, offset, size)

    @clr_property("Array", "T[]")
    def array(self: Any) -> Value:
        return self.array

    @clr_property("Offset", "int")
    def offset(self: Any) -> int:
        return int(self.offset)

    @clr_property("Count", "int")
    def count(self: Any) -> int:
        return int(self.count)

    @clr_method("Slice", "int index -> object")
    @clr_method("Slice", "int index, int count -> object")
    def slice(self: Any, index: int, count: int | None = None) -> Value:
        size = self.count - index if count is None else count
        if not 0 <= index <= self.count or size < 0 or index + size > self.count:
            raise out_of_range("index", NOT_BELOW_SIZE)
        return ArraySegment(self.clr_type, self.array, self.offset + index, size)

    @clr_method("ToArray", "-> T[]")
    def to_array(self: Any) -> Value:
        return like(self.array, self.items())

    @clr_method("Contains", "T item -> bool")
    def contains(self: Any, item: Value) -> bool:
        return position(self.items(), item) >= 0

    @clr_method("IndexOf", "T item -> int")
    def index_of(self: Any, item: Value) -> int:
        return position(self.items(), item)

    @clr_method("CopyTo", "array destination -> void")
    @clr_method("CopyTo", "array destination, int destinationIndex -> void")
    def copy_to(self: Any, destination: Any, index: int = 0) -> None:
        copy_into(self.items(), 0, destination, index, self.count)


def _segment_type(arguments: tuple[ClrType, ...]) -> ClrType:
    interfaces = ("System.Collections.IEnumerable",)
    made = ClrType(
        "System.ArraySegment`1", OBJECT, interface_names=interfaces, generic_arguments=arguments, is_value_type=True
    )
    attach(made, _SegmentMembers)
    return made


register_generic("System.ArraySegment`1", _segment_type)
