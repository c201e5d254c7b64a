"""Which program listens at an address of this machine, as far as the system tells."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from ipaddress import IPv4Address, IPv6Address, ip_address
from pathlib import Path
from typing import NamedTuple

from .endpoints import Real

_PROC = Path("/proc")
_LISTENING = "0A"


class _Socket(NamedTuple):
    address: IPv4Address | IPv6Address
    port: int
    user: int
    inode: str


def occupant(real: Real) -> str:
    """Return a text for the program that listens: `name (process 12)`, `a program of user anna`, or `another program`.

    Linux tells the user of every socket, and the process only for one's own; other systems tell neither.
    """
    with contextlib.suppress(OSError, ValueError):
        for found in _sockets():
            if found.port == real[1] and _covers(found.address, real[0]):
                return _process(found.inode) or _user(found.user) or "another program"
    return "another program"


def _covers(address: IPv4Address | IPv6Address, host: str) -> bool:
    wanted = ip_address(host)
    if isinstance(address, IPv6Address) and address.is_unspecified:
        return True  # as a rule it takes IPv4 as well
    return address == wanted or (address.is_unspecified and address.version == wanted.version)


def _sockets() -> Iterator[_Socket]:
    for name in ("tcp", "tcp6"):
        path = _PROC / "net" / name
        if not path.exists():
            continue
        for line in path.read_text("ascii", "replace").splitlines()[1:]:
            words = line.split()
            if len(words) > 9 and words[3] == _LISTENING:
                host, _, port = words[1].partition(":")
                yield _Socket(_address(host), int(port, 16), int(words[7]), words[9])


def _address(written: str) -> IPv4Address | IPv6Address:
    """Parse an address of /proc/net/tcp: words of four octets, each in the machine's byte order."""
    octets = bytes.fromhex(written)
    ordered = b"".join(octets[at : at + 4][::-1] for at in range(0, len(octets), 4))
    found = ip_address(ordered)
    return (found.ipv4_mapped or found) if isinstance(found, IPv6Address) else found


def _process(inode: str) -> str | None:
    wanted = f"socket:[{inode}]"
    for folder in _PROC.iterdir():
        if not folder.name.isdecimal():
            continue
        with contextlib.suppress(OSError):
            for file in (folder / "fd").iterdir():
                with contextlib.suppress(OSError):
                    if os.readlink(file) == wanted:
                        return f"{(folder / 'comm').read_text('utf-8', 'replace').strip()} (process {folder.name})"
    return None


def _user(number: int) -> str | None:
    try:
        import pwd
    except ImportError:
        return None
    try:
        return f"a program of user {pwd.getpwuid(number).pw_name}"
    except KeyError:
        return f"a program of user {number}"


__all__ = ["occupant"]
