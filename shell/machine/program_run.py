"""One run of a native program: input and output are passed line by line while it runs."""

from __future__ import annotations

import queue
import subprocess
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import Any, Final

_STEP: Final = 0.1
"""Seconds between two checks for Ctrl+C."""
_AHEAD: Final = 1000
"""Maximum of queued input lines."""
_END: Final = None


class ProgramRun:
    """A running program. Raises OSError if it cannot be started.

    Its output and errors are collected as lines, unless they go to the screen (`shows_output`, `shows_errors`). With
    `has_input` its input is what `feed` passes on, else this process's own.
    """

    def __init__(
        self,
        command: Sequence[str],
        *,
        folder: str,
        environment: dict[str, str],
        has_input: bool,
        shows_output: bool,
        shows_errors: bool,
    ) -> None:
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE if has_input else None,
            stdout=None if shows_output else subprocess.PIPE,
            stderr=None if shows_errors else subprocess.PIPE,
            cwd=folder,
            env=environment,
            text=True,
            encoding="utf-8",
            errors="replace",
        )
        self._lines: queue.SimpleQueue[tuple[str, str | None]] = queue.SimpleQueue()
        self._input: queue.Queue[str | None] = queue.Queue(_AHEAD)
        self._open = 0
        self._threads: list[threading.Thread] = []
        for pipe, kind in ((self._process.stdout, "out"), (self._process.stderr, "error")):
            if pipe is not None:
                self._open += 1
                self._start(_drain, pipe, kind, self._lines)
        if self._process.stdin is not None:
            self._start(_feed, self._process.stdin, self._input)

    def _start(self, work: Callable[..., None], *arguments: Any) -> None:
        thread = threading.Thread(target=work, args=arguments, daemon=True)
        self._threads.append(thread)
        thread.start()

    @property
    def process_id(self) -> int:
        """Return the process id."""
        return self._process.pid

    @property
    def has_ended(self) -> bool:
        """True if the process has ended; lines of it may still be queued."""
        return self._process.poll() is not None

    def feed(self, line: str, look: Callable[[], None]) -> None:
        """Pass a line of input to the program. While it does not read, `look` is called repeatedly; after its end the
        line is dropped.
        """
        while not self.has_ended:
            try:
                self._input.put(line, timeout=_STEP)
            except queue.Full:
                look()
            else:
                return

    def end_input(self) -> None:
        """Close the program's input after the queued lines."""
        if self._process.stdin is None:
            return
        while not self.has_ended:
            with suppress(queue.Full):
                self._input.put(_END, timeout=_STEP)
                return

    def waiting_lines(self) -> Iterator[tuple[str, str]]:
        """Yield the queued lines of output, each with its stream: `out` or `error`."""
        while True:
            try:
                kind, line = self._lines.get_nowait()
            except queue.Empty:
                return
            if line is None:
                self._open -= 1
            else:
                yield kind, line

    def all_lines(self, look: Callable[[], None]) -> Iterator[tuple[str, str]]:
        """Yield lines as they arrive until both streams end; `look` is called in between."""
        while self._open:
            try:
                kind, line = self._lines.get(timeout=_STEP)
            except queue.Empty:
                look()
                continue
            if line is None:
                self._open -= 1
            else:
                yield kind, line
            look()

    def wait(self, look: Callable[[], None]) -> int:
        """Wait for the end and return the exit code: 128 plus the number of the signal that ended the program."""
        while True:
            try:
                code = self._process.wait(_STEP)
            except subprocess.TimeoutExpired:
                look()
            else:
                return 128 - code if code < 0 else code

    def close(self) -> None:
        """Release the program; kill it if it still runs."""
        if not self.has_ended:
            self._process.kill()
            self._process.wait()
        with suppress(queue.Full):
            self._input.put_nowait(_END)
        for thread in self._threads:
            thread.join(_STEP)
        for pipe in (self._process.stdin, self._process.stdout, self._process.stderr):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()


def _drain(pipe: Any, kind: str, lines: queue.SimpleQueue[tuple[str, str | None]]) -> None:
    """Queue a stream's lines, then None for its end."""
    try:
        for line in pipe:
            lines.put((kind, line.rstrip("\r\n")))
    except (OSError, ValueError):  # closed: the program was stopped
        pass
    finally:
        lines.put((kind, None))


def _feed(pipe: Any, lines: queue.Queue[str | None]) -> None:
    """Write queued lines, and flush when the queue is empty."""
    with suppress(OSError, ValueError):
        while (line := lines.get()) is not _END:
            pipe.write(line + "\n")
            if lines.empty():
                pipe.flush()
    with suppress(OSError, ValueError):
        pipe.close()


__all__ = ["ProgramRun"]
