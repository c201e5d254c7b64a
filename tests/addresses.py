"""Addresses for tests that listen: two runs of the tests on one machine do not meet."""

from __future__ import annotations

import os
import socket
import sys


def own_address() -> str:
    """A loopback address that no other process listens on; the only one there is, where there is only one."""
    if sys.platform == "darwin":
        return "127.0.0.1"
    first = os.getpid()
    for number in range(first, first + 1000):
        address = f"127.0.{1 + number // 250 % 250}.{1 + number % 250}"
        with socket.socket() as probe:
            if probe.connect_ex((address, 2525)):
                return address
    raise AssertionError("no free address")
