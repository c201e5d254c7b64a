"""Choice of the real endpoints to listen on, where other programs of this machine may listen too."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Mapping
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from organization.values.network import IPBinding
from shell.lazy import lazy

from .endpoints import Network, Real, elsewhere
from .occupants import occupant
from .registry import Program, Registry

if TYPE_CHECKING:
    from transport.server import supervisor
else:
    supervisor = lazy("transport.server.supervisor", globals())


Assign = Callable[[Network], Mapping[IPBinding, Real]]
_SHOWN = 3
"""Endpoints that a notice names; of the others it gives the number."""


class Places:
    """Keeps two programs on one machine apart: the second one moves all its endpoints, so no client reaches the wrong
    lab.

    `folder` holds the registry of this user's programs; without it, only the system is asked.
    """

    def __init__(self, folder: Path | None, network: Network) -> None:
        self._registry = Registry(folder)
        self._asked_for = network
        self.notice = ""
        """The notice to the user: which addresses are taken, by whom, and where this program listens; empty if none
        are.
        """

    def settle(self, assign: Assign) -> Network:
        """Return the mapping to use: one in which every endpoint that the lab wants is free.

        An address that the user asked for is kept even if endpoints on it are taken.
        """
        first = self._asked_for
        if first.bind_address is not None:
            wanted = assign(first)
            failed = [real for real in wanted.values() if supervisor.is_taken(real)]
            self._remember(first, first, failed)
            self._registry.update(first, [real for real in wanted.values() if real not in failed])
            return first
        for network in chain((first,), elsewhere(first, os.getpid())):
            wanted = assign(network)
            other = self._registry.reserve(network, wanted.values())
            if other is not None:
                self._remember(first, network, wanted.values(), other)
                continue
            failed = [real for real in wanted.values() if supervisor.is_taken(real)]
            if not failed:
                self._tell(network)
                return network
            self._remember(first, network, failed)
        return first

    def _remember(
        self, first: Network, network: Network, endpoints: Collection[Real], other: Program | None = None
    ) -> None:
        """Store the facts of the notice about the mapping that was wanted first."""
        if network is first and endpoints:
            ordered = sorted(endpoints, key=lambda real: (real[1], ":" in real[0]))
            holder = str(other) if other is not None else self.holder(ordered[0])
            shown = [f"[{host}]:{port}" if ":" in host else f"{host}:{port}" for host, port in ordered]
            more = f" and {len(shown) - _SHOWN} more" if len(shown) > _SHOWN else ""
            are = "are" if len(shown) > 1 else "is"
            self.notice = f"{', '.join(shown[:_SHOWN])}{more} {are} taken by {holder}."

    def _tell(self, network: Network) -> None:
        if self.notice and network.bind_address is not None:
            self.notice += f" This lab listens on {network.bind_address} instead; Get-LabEndpoint shows where."
        elif self.notice:
            self.notice += " This lab listens on other ports instead; Get-LabEndpoint shows which."

    def moved(self, network: Network, endpoints: Collection[Real]) -> None:
        """Update the registry after a change of the lab."""
        self._registry.update(network, endpoints)

    def holder(self, real: Real) -> str:
        """Return a text for the other program that listens at an endpoint."""
        known = self._registry.holder(real)
        return str(known) if known is not None else occupant(real)

    def leave(self) -> None:
        """Remove this program from the registry."""
        self._registry.close()


__all__ = ["Places"]
