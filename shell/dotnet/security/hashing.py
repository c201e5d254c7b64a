"""System.Security.Cryptography: hashes, HMACs, random numbers; Marshal's access to SecureString."""

from __future__ import annotations

import hashlib
import hmac
import os
from typing import Any, Final

from shell.dotnet.numbers.convert import byte_array
from shell.types import OBJECT, ClrType, Method, named, register
from shell.types.registry.checks import not_negative, not_null
from shell.types.registry.declarations import (
    Nobody,
    add_methods,
    attach,
    clr_class,
    clr_constructor,
    clr_method,
    clr_property,
)
from shell.values.errors import ArgumentException
from shell.values.exceptions import ObjectDisposedException
from shell.values.objects import Byte, Value

_NAMESPACE: Final = "System.Security.Cryptography."
_NAMES: Final = {"MD5": 128, "SHA1": 160, "SHA256": 256, "SHA384": 384, "SHA512": 512}
"""Algorithm -> hash size in bits."""


class Hash:
    """A HashAlgorithm; `key` is None except for HMACs."""

    def __init__(self, type_name: str, algorithm: str, key: bytes | None = None) -> None:
        self.type_name = type_name
        self.algorithm = algorithm.lower()
        self.key = key
        self.hash: bytes | None = None
        self.is_open = True
        self._running: Any = None

    @property
    def clr_type(self) -> ClrType:
        """Return the .NET type."""
        return named(self.type_name)

    def start(self) -> Any:
        """Return a new hash state; raises ObjectDisposedException."""
        if not self.is_open:
            raise ObjectDisposedException("Cannot access a disposed object.")
        if self.key is not None:
            return hmac.new(self.key, digestmod=self.algorithm)
        return hashlib.new(self.algorithm, usedforsecurity=False)

    def of(self, data: bytes) -> Value:
        """Return the hash of bytes."""
        running = self.start()
        running.update(data)
        self.hash = running.digest()
        return byte_array(self.hash)

    def more(self, data: bytes) -> None:
        """Add data to the current hash."""
        if self._running is None:
            self._running = self.start()
        self._running.update(data)

    def finish(self) -> None:
        """Return the current hash and reset the state."""
        self.hash = self._running.digest()
        self._running = None


def _bytes(data: Any, name: str = "buffer") -> bytes:
    not_null(data, name)
    return bytes(data)


class _HashMembers:
    @clr_property("HashSize", "int")
    def hash_size(self: Any) -> int:
        return int(self.start().digest_size * 8)

    @clr_property("Hash", "byte[]")
    def hash(self: Any) -> Value:
        return None if self.hash is None else byte_array(self.hash)

    @clr_property("InputBlockSize", "int")
    def input_block_size(self: Any) -> int:
        return 1

    @clr_property("OutputBlockSize", "int")
    def output_block_size(self: Any) -> int:
        return 1

    @clr_property("CanReuseTransform", "bool")
    def can_reuse_transform(self: Any) -> bool:
        return True

    @clr_property("CanTransformMultipleBlocks", "bool")
    def can_transform_multiple_blocks(self: Any) -> bool:
        return True

    @clr_method("ComputeHash", "byte[] buffer -> byte[]")
    def compute(self: Any, buffer: Any) -> Value:
        return self.of(_bytes(buffer))

    @clr_method("ComputeHash", "byte[] buffer, int offset, int count -> byte[]")
    def compute_part(self: Any, buffer: Any, offset: int, count: int) -> Value:
        data = _bytes(buffer)
        if offset < 0 or offset + count > len(data):
            raise ArgumentException(
                "Offset and length were out of bounds for the array or count is greater than the number of elements"
                " from index to the end of the source collection."
            )
        return self.of(data[offset : offset + count])

    @clr_method("ComputeHash", "System.IO.Stream inputStream -> byte[]")
    def compute_stream(self: Any, stream: Any) -> Value:
        return self.of(stream.take())

    @clr_method(
        "TransformBlock",
        "byte[] inputBuffer, int inputOffset, int inputCount, byte[] outputBuffer, int outputOffset -> int",
    )
    def transform_block(self: Any, data: Any, offset: int, count: int, output: Any, place: int) -> int:
        part = _bytes(data)[offset : offset + count]
        self.more(part)
        if output is not None:
            output[place : place + count] = map(Byte, part)
        return count

    @clr_method("TransformFinalBlock", "byte[] inputBuffer, int inputOffset, int inputCount -> byte[]")
    def transform_final_block(self: Any, data: Any, offset: int, count: int) -> Value:
        part = _bytes(data)[offset : offset + count]
        self.more(part)
        self.finish()
        return byte_array(part)

    @clr_method("Initialize", "-> void")
    def initialize(self: Any) -> None:
        self._running = None

    @clr_method("Clear", "-> void")
    @clr_method("Dispose", "-> void")
    def dispose(self: Any) -> None:
        self.is_open = False


def _set_key(made: Any, value: Any) -> None:
    made.key = _bytes(value, "value")


class _KeyedMembers:
    @clr_property("Key", "byte[]", setter=_set_key)
    def key(self: Any) -> Value:
        return byte_array(self.key)

    @clr_property("HashName", "string")
    def hash_name(self: Any) -> str:
        return str(self.algorithm).upper()


def _type(name: str, base: str, *, abstract: bool = False) -> ClrType:
    return register(
        ClrType(
            _NAMESPACE + name,
            named(base),
            python_class=Nobody,
            interface_names=("System.IDisposable",),
            is_abstract=abstract,
        )
    )


def _declare_hashes() -> None:
    top = _type("HashAlgorithm", "System.Object", abstract=True)
    attach(top, _HashMembers)
    add_methods(top, (("Create", f"string hashName -> {_NAMESPACE}HashAlgorithm", _by_name),), static=True)
    for name in _NAMES:
        _declare_hash(name)
    keyed = _type("KeyedHashAlgorithm", _NAMESPACE + "HashAlgorithm", abstract=True)
    attach(keyed, _KeyedMembers)
    _type("HMAC", _NAMESPACE + "KeyedHashAlgorithm", abstract=True)
    for name in _NAMES:
        _declare_keyed(name)


def _declare_hash(name: str) -> None:
    made = _type(name, _NAMESPACE + "HashAlgorithm", abstract=True)
    hidden = f"{name}+Implementation"
    _type(hidden, _NAMESPACE + name)
    full = _NAMESPACE + hidden
    add_methods(
        made,
        (
            ("Create", f"-> {_NAMESPACE}{name}", lambda: Hash(full, name)),
            (
                "HashData",
                "byte[] source -> byte[]",
                lambda source: Hash(full, name).of(_bytes(source, "source")),
            ),
            ("HashData", "System.IO.Stream source -> byte[]", lambda source: Hash(full, name).of(source.take())),
        ),
        static=True,
    )
    for suffix in ("CryptoServiceProvider", "Managed", "Cng"):
        if (name, suffix) == ("MD5", "Managed"):
            continue
        old = _type(name + suffix, _NAMESPACE + name)
        old_name = old.name
        old.add_constructor(Method(old.short_name, "", lambda old_name=old_name: Hash(old_name, name), True))


def _declare_keyed(name: str) -> None:
    made = _type("HMAC" + name, _NAMESPACE + "HMAC")
    full = made.name
    room = 128 if name in ("SHA384", "SHA512") else 64

    def make(key: Any = None) -> Hash:
        return Hash(full, name, os.urandom(room) if key is None else bytes(key))

    made.add_constructor(Method(made.short_name, "", make, True))
    made.add_constructor(Method(made.short_name, "byte[] key", lambda key: make(byte_array(_bytes(key, "key"))), True))
    add_methods(
        made,
        (
            (
                "HashData",
                "byte[] key, byte[] source -> byte[]",
                lambda key, source: make(key).of(_bytes(source)),
            ),
        ),
        static=True,
    )


def _by_name(name: Any) -> Value:
    short = str(name).upper().replace("-", "").rpartition(".")[2]
    if short.startswith("HMAC") and short[4:] in _NAMES:
        return Hash(_NAMESPACE + short, short[4:], os.urandom(64))
    short = {"SHA": "SHA1"}.get(short, short)
    return Hash(f"{_NAMESPACE}{short}+Implementation", short) if short in _NAMES else None


_declare_hashes()


# --- random numbers --------------------------------------------------------------------------------------------------


@clr_class(_NAMESPACE + "RandomNumberGenerator", is_abstract=True, interfaces="System.IDisposable")
class RandomNumberGenerator:
    """The operating system's random number generator."""

    @clr_method("Create", f"-> {_NAMESPACE}RandomNumberGenerator", static=True)
    @staticmethod
    def create() -> RandomNumberGenerator:
        """Create a generator."""
        return RandomNumberGenerator()

    @clr_method("GetBytes", "byte[] data -> void")
    def get_bytes(self, data: Any) -> None:
        """Fill an array with random bytes."""
        data[:] = map(Byte, os.urandom(len(_bytes(data, "data"))))

    @clr_method("GetBytes", "byte[] data, int offset, int count -> void")
    def get_some_bytes(self, data: Any, offset: int, count: int) -> None:
        """Fill a part of an array with random bytes."""
        data[offset : offset + count] = map(Byte, os.urandom(count))

    @clr_method("GetNonZeroBytes", "byte[] data -> void")
    def get_non_zero_bytes(self, data: Any) -> None:
        """Fill an array with random bytes other than 0."""
        import random

        source = random.SystemRandom()
        data[:] = [Byte(source.randint(1, 255)) for _ in data]

    @clr_method("Dispose", "-> void")
    def dispose(self) -> None:
        """Do nothing: no resource is held."""

    @clr_method("Fill", "byte[] data -> void", static=True)
    @staticmethod
    def fill(data: Any) -> None:
        """Fill an array with random bytes."""
        data[:] = map(Byte, os.urandom(len(_bytes(data, "data"))))

    @clr_method("GetBytes", "int count -> byte[]", static=True)
    @staticmethod
    def make_bytes(count: int) -> Value:
        """Return random bytes."""
        not_negative(count, "count")
        return byte_array(os.urandom(count))

    @clr_method("GetInt32", "int toExclusive -> int", static=True)
    @staticmethod
    def below(end: int) -> int:
        """Return a number from 0 to below `end`."""
        return RandomNumberGenerator.between(0, end)

    @clr_method("GetInt32", "int fromInclusive, int toExclusive -> int", static=True)
    @staticmethod
    def between(start: int, end: int) -> int:
        """Return a number from `start` to below `end`."""
        import secrets

        if end <= start:
            raise ArgumentException("Range of random number does not contain at least one possibility.")
        return start + secrets.randbelow(end - start)

    @clr_method("GetHexString", "int stringLength -> string", static=True)
    @clr_method("GetHexString", "int stringLength, bool lowercase -> string", static=True)
    @staticmethod
    def get_hex_string(length: int, lowercase: bool = False) -> str:
        """Return random hexadecimal digits."""
        text = os.urandom((length + 1) // 2).hex()[:length]
        return text if lowercase else text.upper()


@clr_class(_NAMESPACE + "RNGCryptoServiceProvider", _NAMESPACE + "RandomNumberGenerator")
class _OldGenerator(RandomNumberGenerator):
    @clr_constructor("")
    def __init__(self) -> None:
        """Create a generator."""


# --- Marshal ---------------------------------------------------------------------------------------------------------


class Pointer:
    """A System.IntPtr from Marshal, which carries the text it points to."""

    def __init__(self, text: str) -> None:
        self.text = text

    @property
    def clr_type(self) -> ClrType:
        """Return System.IntPtr."""
        return named("System.IntPtr")

    def __str__(self) -> str:
        return str(id(self))


def _to_pointer(secret: Any) -> Pointer:
    not_null(secret, "s")
    return Pointer(secret.text)


def _read(pointer: Any) -> Value:
    return pointer.text if isinstance(pointer, Pointer) else None


def _free(pointer: Any) -> None:
    if isinstance(pointer, Pointer):
        pointer.text = ""


def _declare_marshal() -> None:
    target = register(ClrType("System.Runtime.InteropServices.Marshal", OBJECT, is_abstract=True))
    kinds = ("BSTR", "GlobalAllocUnicode", "GlobalAllocAnsi", "CoTaskMemUnicode", "CoTaskMemAnsi")
    add_methods(
        target,
        [
            *((f"SecureStringTo{each}", "securestring s -> System.IntPtr", _to_pointer) for each in kinds),
            *((f"PtrToString{each}", "System.IntPtr ptr -> string", _read) for each in ("Auto", "BSTR", "Uni", "Ansi")),
            *((f"ZeroFree{each}", "System.IntPtr s -> void", _free) for each in kinds),
            ("FreeBSTR", "System.IntPtr ptr -> void", _free),
            ("FreeHGlobal", "System.IntPtr hglobal -> void", _free),
            ("ReleaseComObject", "object o -> int", lambda value: 0),
        ],
        static=True,
    )


_declare_marshal()

__all__ = ["Hash", "Pointer", "RandomNumberGenerator"]
