"""`emshell -Serve`: the listeners without a prompt, until someone ends the process."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from shell.lazy import lazy

if TYPE_CHECKING:
    from organization import ports
    from shell.app import Session
else:
    ports = lazy("organization.ports", globals())


def serve(session: Session) -> int:
    """Show one line a listener once all are ready, then wait for SIGINT, SIGTERM or Ctrl+C; returns 0.

    Where none is open nobody could be served: then the program ends with 1.
    """
    ended = threading.Event()
    for name in ("SIGINT", "SIGTERM", "SIGBREAK"):
        number = getattr(signal, name, None)
        if number is not None:
            signal.signal(number, lambda *_: ended.set())
    services = session.runspace.services
    services.transport.settle()
    for line in endpoint_lines(session):
        sys.stdout.write(line + "\n")
    sys.stdout.flush()
    if not any(each.state is ports.EndpointState.LISTENING for each in services.transport.endpoints()):
        sys.stderr.write("ERROR: No listener is open: there is nothing to serve.\n")
        sys.stderr.flush()
        return 1
    while not ended.wait(0.2):
        pass
    return 0


def leave_when_told() -> None:
    """Have SIGTERM and SIGHUP end the program as `exit` does, so that it still tells what is lost."""

    def exit_now(number: int, frame: object) -> None:
        raise SystemExit(128 + number)

    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:  # nohup has it ignored
            signal.signal(number, exit_now)


NAMED = 20
"""Messages that are named at the end; of more, only their number is said."""


def leave(session: Session) -> None:
    """Close a session, then say on standard error which messages are lost with it: those still in a queue. Who is
    told to leave a second time meanwhile is leaving already.
    """
    with _undisturbed():
        session.close()
        _name_what_is_lost(session)


@contextmanager
def _undisturbed() -> Iterator[None]:
    names = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
    numbers = [getattr(signal, name) for name in names if hasattr(signal, name)]
    before = [signal.signal(number, signal.SIG_IGN) for number in numbers]
    try:
        yield
    finally:
        for number, handler in zip(numbers, before, strict=True):
            signal.signal(number, signal.SIG_DFL if handler is None else handler)


def _name_what_is_lost(session: Session) -> None:
    lost = session.left_behind()
    if not lost:
        return
    sys.stdout.flush()
    count = "1 message is" if len(lost) == 1 else f"{len(lost)} messages are"
    lines = [f"WARNING: {count} still queued and lost with this session:", *(f"  {line}" for line in lost[:NAMED])]
    if len(lost) > NAMED:
        lines.append(f"  and {len(lost) - NAMED} more")
    sys.stderr.write("\n".join(lines) + "\n")
    sys.stderr.flush()


def endpoint_lines(session: Session) -> list[str]:
    """Return one line for each lab endpoint: where it is reached on this machine, or why it is not. A last one tells
    when this machine allows few connections.
    """
    lines = []
    for endpoint in session.runspace.services.transport.endpoints():
        where = f"{endpoint.real[0]}:{endpoint.real[1]}" if endpoint.real is not None else "no socket"
        names = ", ".join(endpoint.connectors)
        reason = f" ({endpoint.reason})" if endpoint.reason else ""
        lines.append(f"{endpoint.state.value}: {endpoint.lab} at {where}, {names}{reason}")
    ceiling = session.runspace.services.transport.connection_ceiling()
    if ceiling is not None:
        limit = "this machine allows no more open files (ulimit -n)"
        lines.append(f"At most about {ceiling} connections at a time: {limit}.")
    return lines
