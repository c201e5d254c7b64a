"""System.Net.Sockets: TcpClient, Socket and NetworkStream. Only endpoints of the lab can be reached."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING, Any, Final

from organization.ports import Connection, DialRefused
from shell.dotnet.io.byte_streams import Stream
from shell.dotnet.io.text_streams import StreamReader
from shell.dotnet.net.addresses import IPAddress, IPEndPoint, SocketException, parse_address
from shell.dotnet.net.async_results import AsyncResult
from shell.machine.dialing import dial
from shell.types.registry.checks import in_range
from shell.types.registry.declarations import clr_class, clr_constructor, clr_method, clr_property
from shell.values.errors import (
    FormatException,
    InvalidOperationException,
    IOException,
    NetException,
    NotEmulatedException,
)
from shell.values.exceptions import CLASSES, ObjectDisposedException
from shell.values.objects import Value

if TYPE_CHECKING:
    from shell.engine.session.runspace import Runspace

_READ_TIMEOUT: Final = 100.0
"""Read timeout in seconds where no ReceiveTimeout is set; .NET has none."""

_POLL_TIMEOUT: Final = 0.05
"""Read timeout in seconds of a check for received data."""


class _Wire:
    """A connection as a binary file; received data is kept in `buffer` until it is read."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.buffer = b""
        self.timeout = 0
        """Return the receive timeout in milliseconds; 0 for none."""

    def look(self) -> int:
        """Return the number of received bytes that were not read yet."""
        if not self.buffer and not self.connection.closed:
            self.buffer = self.connection.receive(_POLL_TIMEOUT)
        return len(self.buffer)

    def read(self, count: int = -1) -> bytes:
        """Wait for data and return up to `count` bytes, b"" at the end. A negative count reads to the end."""
        if count < 0:
            parts = []
            while part := self.read(65536):
                parts.append(part)
            return b"".join(parts)
        if not self.buffer and not self.connection.closed:
            self.buffer = self.connection.receive(self.timeout / 1000 if self.timeout > 0 else _READ_TIMEOUT)
            if not self.buffer and not self.connection.closed:
                raise IOException("Unable to read data from the transport connection: Connection timed out.")
        found, self.buffer = self.buffer[:count], self.buffer[count:]
        return found

    def write(self, data: bytes) -> int:
        """Send bytes to the server."""
        self.connection.send(data)
        return len(data)

    def flush(self) -> None:
        """Do nothing: writes are not buffered."""

    def seekable(self) -> bool:
        """Return False: a connection has no position."""
        return False

    def tell(self) -> int:
        """Return 0, the position that a TextIOWrapper asks for at its start."""
        return 0

    def close(self) -> None:
        """Close the connection."""
        self.connection.close()


def _set_read_timeout(stream: Any, value: int) -> None:
    stream.wire.timeout = value


@clr_class("System.Net.Sockets.NetworkStream", "System.IO.Stream", properties="WriteTimeout:int=rw")
class NetworkStream(Stream):
    """The stream of a connection."""

    closed_text = "Cannot access a disposed object.\nObject name: 'System.Net.Sockets.NetworkStream'."

    def __init__(self, wire: _Wire) -> None:
        super().__init__(wire)  # type: ignore[arg-type]
        self.wire = wire
        self.write_timeout = -1

    def reader(self, encoding: Any) -> StreamReader:
        """Return a text reader that waits for data from the server."""
        return _NetworkReader(self, encoding)

    @clr_property("DataAvailable", "bool")
    def data_available(self) -> bool:
        """Return True if received data is waiting."""
        self.opened()
        return self.wire.look() > 0

    @clr_property("CanTimeout", "bool")
    def can_timeout(self) -> bool:
        """True."""
        return True

    @clr_property("ReadTimeout", "int", setter=_set_read_timeout)
    def read_timeout(self) -> int:
        """Return the read timeout in milliseconds; -1 for none."""
        return self.wire.timeout or -1


class _NetworkReader(StreamReader):
    """A StreamReader that reads only as much from its stream as a call needs."""

    def __init__(self, stream: NetworkStream, encoding: Any) -> None:
        self._text = ""
        self._at = 0
        self.stream = stream
        self._decoder = codecs.getincrementaldecoder(getattr(encoding, "web_name", "utf-8"))("replace")

    def _more(self) -> bool:
        data = self.stream.take(65536)
        self._text = (self._text or "")[self._at :] + self._decoder.decode(data, not data)
        self._at = 0
        return bool(data)

    def fill(self, need: str) -> None:
        """Read more: a line, all, one character, or only received data (`peek`)."""
        self._rest()
        if need == "line":
            while "\n" not in self._rest()[self._at :] and self._more():
                pass
        elif need == "all":
            while self._more():
                pass
        elif self._at >= len(self._rest()) and (need != "peek" or self.stream.data_available()):
            self._more()


class _ConnectionAttempt:
    """The outcome of a connection attempt. It is known at once, and raised when the script asks for it."""

    def __init__(self, client: TcpClient, session: Runspace, host: Value, port: int) -> None:
        self.problem: NetException | None = None
        try:
            client.connect(session, host, port)
        except SocketException as problem:
            self.problem = problem


class ConnectResult(AsyncResult):
    """The IAsyncResult of BeginConnect."""

    def __init__(self, connecting: _ConnectionAttempt, state: Value) -> None:
        super().__init__(state)
        self.connecting = connecting


@clr_class("System.Threading.Tasks.Task")
class ConnectTask:
    """The task of ConnectAsync, which has already ended."""

    def __init__(self, connecting: _ConnectionAttempt) -> None:
        self.connecting = connecting

    @clr_property("IsCompleted", "bool")
    def is_completed(self) -> bool:
        """True."""
        return True

    @clr_property("IsCompletedSuccessfully", "bool")
    def is_completed_successfully(self) -> bool:
        """Return True if the connection was made."""
        return self.connecting.problem is None

    @clr_property("IsFaulted", "bool")
    def is_faulted(self) -> bool:
        """Return True if the connection was refused."""
        return self.connecting.problem is not None

    @clr_property("IsCanceled", "bool")
    def is_canceled(self) -> bool:
        """Return False."""
        return False

    @clr_method("Wait", "-> void")
    def wait(self) -> None:
        """Raise the error of the attempt, if any."""
        self.wait_some(0)

    @clr_method("Wait", "int millisecondsTimeout -> bool")
    @clr_method("Wait", "timespan timeout -> bool")
    def wait_some(self, timeout: Value) -> bool:
        """Raise the error of the attempt, or return True."""
        problem = self.connecting.problem
        if problem is not None:
            raise CLASSES["System.AggregateException"](
                f"One or more errors occurred. ({problem.message})", inner=problem
            )
        return True


def _set_receive_timeout(client: Any, value: int) -> None:
    client.timeout = value
    if client.wire is not None:
        client.wire.timeout = value


@clr_class(
    "System.Net.Sockets.TcpClient",
    properties="SendTimeout:int=rw NoDelay:bool=rw ReceiveBufferSize:int=rw SendBufferSize:int=rw",
    interfaces="System.IDisposable",
)
class TcpClient:
    """A TCP client, which can reach only listeners of the lab."""

    @clr_constructor("")
    def __init__(self) -> None:
        self.wire: _Wire | None = None
        self.timeout = 0
        self.send_timeout = 0
        self.no_delay = False
        self.receive_buffer_size = self.send_buffer_size = 65536
        self._stream: NetworkStream | None = None
        self._disposed = False
        self._socket: Socket | None = None
        self.remote: tuple[str, int] | None = None
        """The host and the port of the last connection."""

    @clr_constructor("string hostname, int port", session=True)
    @staticmethod
    def connected_to(session: Runspace, host: str, port: int) -> TcpClient:
        """Create a client and connect it."""
        made = TcpClient()
        made.connect(session, host, port)
        return made

    @clr_method("Connect", "string hostname, int port -> void", session=True)
    @clr_method("Connect", "ipaddress address, int port -> void", session=True)
    def connect(self, session: Runspace, host: Value, port: int) -> None:
        """Connect; raises SocketException where no lab endpoint answers."""
        if self._disposed:
            raise ObjectDisposedException("Cannot access a disposed object.\nObject name: 'System.Net.Sockets.Socket'.")
        in_range(port, 0, 65535, "port")
        if self.wire is not None:
            raise SocketException("A connect request was made on an already connected socket.")
        try:
            self.wire = _Wire(dial(session, str(host), port))
        except DialRefused as refusal:
            raise SocketException(f"Connection refused. {refusal}") from None
        self.wire.timeout = self.timeout
        self.remote = str(host), port

    @clr_property("Client", "System.Net.Sockets.Socket")
    def client(self) -> Socket | None:
        """Return the client's Socket; null after Close."""
        if self._socket is None and not self._disposed:
            self._socket = Socket(self)
        return None if self._disposed else self._socket

    @clr_method(
        "BeginConnect",
        "string host, int port, object requestCallback, object state -> System.IAsyncResult",
        session=True,
    )
    def begin_connect(self, session: Runspace, host: str, port: int, callback: Value, state: Value) -> ConnectResult:
        """Connect at once; EndConnect raises the error."""
        return ConnectResult(_ConnectionAttempt(self, session, host, port), state)

    @clr_method("EndConnect", "System.IAsyncResult asyncResult -> void")
    def end_connect(self, result: Any) -> None:
        """Raise the error of BeginConnect, if any."""
        if result.connecting.problem is not None:
            raise result.connecting.problem

    @clr_method("ConnectAsync", "string host, int port -> System.Threading.Tasks.Task", session=True)
    def connect_async(self, session: Runspace, host: str, port: int) -> ConnectTask:
        """Connect at once; Wait raises the error."""
        return ConnectTask(_ConnectionAttempt(self, session, host, port))

    @clr_method("GetStream", "-> System.Net.Sockets.NetworkStream")
    def get_stream(self) -> NetworkStream:
        """Return the stream of the connection."""
        if self._disposed:
            raise ObjectDisposedException(
                "Cannot access a disposed object.\nObject name: 'System.Net.Sockets.TcpClient'."
            )
        if self.wire is None:
            raise InvalidOperationException("The operation is not allowed on non-connected sockets.")
        if self._stream is None:
            self._stream = NetworkStream(self.wire)
        return self._stream

    @clr_property("Connected", "bool")
    def connected(self) -> bool:
        """Return True until one side closes the connection."""
        return self.wire is not None and not self._disposed and not self.wire.connection.closed

    @clr_property("Available", "int")
    def available(self) -> int:
        """Return the number of received bytes that were not read yet."""
        return 0 if self.wire is None else self.wire.look()

    @clr_property("ReceiveTimeout", "int", setter=_set_receive_timeout)
    def receive_timeout(self) -> int:
        """Return the receive timeout in milliseconds; 0 for none."""
        return self.timeout

    @clr_method("Close", "-> void")
    @clr_method("Dispose", "-> void")
    def close(self) -> None:
        """Close the connection."""
        self._disposed = True
        if self.wire is not None:
            self.wire.close()


@clr_class("System.Net.Sockets.Socket", interfaces="System.IDisposable")
class Socket:
    """The Client of a TcpClient, which scripts ask for its remote end point and whether it is connected."""

    def __init__(self, owner: TcpClient) -> None:
        self._owner = owner

    @clr_property("Connected", "bool")
    def connected(self) -> bool:
        """Return the client's value."""
        return self._owner.connected()

    @clr_property("Available", "int")
    def available(self) -> int:
        """Return the client's value."""
        return self._owner.available()

    @clr_property("RemoteEndPoint", "System.Net.IPEndPoint")
    def remote_end_point(self) -> IPEndPoint | None:
        """Return the lab's address and port of the connection; null before Connect."""
        if self._owner.remote is None:
            return None
        host, port = self._owner.remote
        try:
            return IPEndPoint(IPAddress(parse_address(host)), port)
        except FormatException:
            raise NotEmulatedException(
                f"The connection was made by the name '{host}', whose address is not known here.",
                error_id="NotEmulatedDnsName",
            ) from None

    @clr_method("Close", "-> void")
    @clr_method("Dispose", "-> void")
    def close(self) -> None:
        """Close the connection."""
        self._owner.close()


__all__ = ["NetworkStream", "Socket", "TcpClient"]
