"""System.IO.Compression: GZipStream, DeflateStream and ZLibStream."""

from __future__ import annotations

import io
import zlib
from typing import Any, Final

from shell.dotnet.io.byte_streams import Stream
from shell.types.registry.declarations import clr_class, clr_constructor, clr_method, clr_property
from shell.values.errors import NotSupportedException
from shell.values.exceptions import CLASSES
from shell.values.objects import Int64, Value

_NAMESPACE: Final = "System.IO.Compression."
_LEVELS: Final = (6, 1, 0, 9)
_COMPRESS: Final = 1


class _CompressionStream(Stream):
    """A stream that compresses into, or decompresses from, another stream."""

    window = -15
    """The wbits of zlib: -15 raw deflate, 15 zlib header, 31 gzip header."""

    def __init__(self, stream: Any, mode: Value, leave_open: bool = False) -> None:
        self.leave_open = leave_open
        self.base = stream
        how = int(mode)
        is_level = getattr(getattr(mode, "clr_type", None), "name", "") == _NAMESPACE + "CompressionLevel"
        self.level = _LEVELS[how] if is_level else 6
        self.packs = is_level or how == _COMPRESS
        super().__init__(io.BytesIO() if self.packs else io.BytesIO(self._unpacked()), 2 if self.packs else 1)

    def _unpacked(self) -> bytes:
        data, found = self.base.take(), b""
        try:
            while data:
                unpacker = zlib.decompressobj(self.window)
                found += unpacker.decompress(data) + unpacker.flush()
                data = unpacker.unused_data if self.window == 31 else b""
        except zlib.error:
            raise CLASSES["System.IO.InvalidDataException"](
                "The archive entry was compressed using an unsupported compression method."
            ) from None
        return found

    @clr_property("BaseStream", "System.IO.Stream")
    def base_stream(self) -> Value:
        """Return the underlying stream."""
        return self.base

    @clr_property("CanSeek", "bool")
    def can_seek(self) -> bool:
        """Return False."""
        return False

    @clr_property("Length", "long")
    def length(self) -> Int64:
        """Raise NotSupportedException, as .NET does."""
        raise NotSupportedException("This operation is not supported.")

    @clr_property("Position", "long")
    def position(self) -> Int64:
        """Raise NotSupportedException, as .NET does."""
        raise NotSupportedException("This operation is not supported.")

    @clr_method("Close", "-> void")
    @clr_method("Dispose", "-> void")
    def close(self) -> None:
        """Write the compressed data and close."""
        if self.file is None:
            return
        if self.packs:
            held: Any = self.file
            packer = zlib.compressobj(self.level, zlib.DEFLATED, self.window)
            self.base.put(packer.compress(held.getvalue()) + packer.flush())
        super().close()
        if not self.leave_open:
            self.base.close()


_SHAPES: Final = ("CompressionMode mode", "CompressionLevel compressionLevel")


def _declare(name: str, window: int) -> None:
    class Made(_CompressionStream):
        """The stream class of one format."""

        base_stream = _CompressionStream.base_stream
        can_seek = _CompressionStream.can_seek
        length = _CompressionStream.length
        position = _CompressionStream.position
        close = _CompressionStream.close

        @clr_constructor(f"System.IO.Stream stream, {_NAMESPACE}{_SHAPES[0]}")
        @clr_constructor(f"System.IO.Stream stream, {_NAMESPACE}{_SHAPES[0]}, bool leaveOpen")
        @clr_constructor(f"System.IO.Stream stream, {_NAMESPACE}{_SHAPES[1]}")
        @clr_constructor(f"System.IO.Stream stream, {_NAMESPACE}{_SHAPES[1]}, bool leaveOpen")
        def __init__(self, stream: Any, mode: Value, leave_open: bool = False) -> None:
            super().__init__(stream, mode, leave_open)

    Made.window = window
    Made.__name__ = name
    clr_class(_NAMESPACE + name, "System.IO.Stream")(Made)


for _name, _window in (("GZipStream", 31), ("DeflateStream", -15), ("ZLibStream", 15)):
    _declare(_name, _window)
