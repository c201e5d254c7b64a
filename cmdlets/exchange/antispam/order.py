"""Priorities of objects in an order: transport agents and list providers."""

from __future__ import annotations

from typing import TypeVar

from organization.objects.antispam import IPListProvider
from organization.objects.server import TransportAgent
from organization.store import Organization

Ranked = TypeVar("Ranked", bound=TransportAgent | IPListProvider)


def renumber(organization: Organization, model: type[Ranked], moved: Ranked | None = None) -> None:
    """Renumber objects 1, 2, 3 ... in their order; the object that was moved keeps its place."""
    found = sorted(organization.all(model), key=lambda each: each.priority)
    if moved is not None:
        found = [each for each in found if each.guid != moved.guid]
        found.insert(moved.priority - 1, moved)
    for place, each in enumerate(found, 1):
        if each.priority != place:
            organization.update(each, priority=place)
